//! Where the shared reference data are, and whether: a suite that needs them is seen as ignored where they are not.

use std::env;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=SAGSTAKT_SHARED");
    println!("cargo::rustc-check-cfg=cfg(shared_folder)");
    let named = env::var_os("SAGSTAKT_SHARED");
    let folder = std::path::absolute(named.clone().unwrap_or_else(|| "../shared".into()))?;
    println!("cargo::rustc-env=SHARED_FOLDER={}", folder.display());
    if folder.is_dir() {
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    // One that is named and not there is no reason to ignore a test: it fails.
    if named.is_some() || folder.is_dir() {
        println!("cargo::rustc-cfg=shared_folder");
    }
    Ok(())
}
