//! Where the shared reference data are, and whether: a suite that needs them is seen as ignored where they are not.

use std::env;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=SAGSTAKT_SHARED");
    println!("cargo::rerun-if-env-changed=SAGSTAKT_ORACLES");
    println!("cargo::rustc-check-cfg=cfg(shared_folder, oracles_folder)");
    let (named, oracles) = (env::var_os("SAGSTAKT_SHARED"), env::var_os("SAGSTAKT_ORACLES"));
    let folder = std::path::absolute(named.clone().unwrap_or_else(|| "../shared".into()))?;
    println!("cargo::rustc-env=SHARED_FOLDER={}", folder.display());
    // One that is named and not there is no reason to ignore a test: it fails.
    let shared = named.is_some() || folder.is_dir();
    if folder.is_dir() {
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    if shared {
        println!("cargo::rustc-cfg=shared_folder");
    }
    if shared || oracles.is_some() {
        println!("cargo::rustc-cfg=oracles_folder");
    }
    Ok(())
}
