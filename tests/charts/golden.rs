//! The pictures as they were read by eye. `SAGSTAKT_GOLDEN=write cargo test --test charts` writes them
//! anew; with `SAGSTAKT_PICTURES=FOLDER` they are also written as PNG, to be looked at before they are committed.

use std::fs;
use std::path::PathBuf;

use sagstakt::chart::{Ground, Heading, Sheet, Size, png, svg};
use sagstakt::text::Lang;

use super::cases::{Case, KINDS, chart};

pub const SHEET: Sheet =
    Sheet { size: Size { width: 720.0, height: 340.0 }, heading: Heading::Painted };

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Line endings are the checkout's business.
fn read(path: &PathBuf) -> String {
    fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n")
}

#[track_caller]
pub fn check(name: &str, text: &str, differences: &mut Vec<String>) {
    if let Some(pictures) = std::env::var_os("SAGSTAKT_PICTURES") {
        let path = PathBuf::from(pictures).join(format!("{name}.png"));
        fs::write(path, png(text, 1.0).unwrap()).unwrap();
    }
    let path = folder().join(format!("{name}.svg"));
    if std::env::var("SAGSTAKT_GOLDEN").as_deref() == Ok("write") {
        fs::create_dir_all(folder()).unwrap();
        fs::write(&path, text).unwrap();
    } else if read(&path) != text {
        differences.push(path.display().to_string());
    }
}

#[test]
fn pictures_are_as_they_were_read_by_eye() {
    let mut differences = Vec::new();
    for (name, kind) in KINDS {
        for case in Case::ALL {
            let text = svg(&chart(name, kind, case, Lang::Da), SHEET, Ground::Light);
            check(&format!("{name}-{}", case.name()), &text, &mut differences);
        }
        let text = svg(&chart(name, kind, Case::Plain, Lang::En), SHEET, Ground::Dark);
        check(&format!("{name}-english-dark"), &text, &mut differences);
    }
    assert!(differences.is_empty(), "changed:\n  {}", differences.join("\n  "));
}
