//! Why a file could not be written: what happened, that the old one stands, and what to do.

use std::io;
use std::path::Path;

use super::errors::{ErrorCode, ErrorText};
use super::{Lang, Message};

pub fn unwritten(lang: Lang, error: &io::Error, path: &Path) -> ErrorText {
    use io::ErrorKind as Kind;
    let is = |kinds: &[Kind]| kinds.contains(&error.kind());
    let (code, key) = if is(&[Kind::StorageFull, Kind::QuotaExceeded]) {
        (ErrorCode::DiskFull, "unwritten-full")
    } else if is(&[Kind::PermissionDenied, Kind::ResourceBusy, Kind::ReadOnlyFilesystem]) {
        (ErrorCode::ReadOnly, "unwritten-locked")
    } else if is(&[Kind::NotFound]) {
        (ErrorCode::NotFound, "unwritten-no-folder")
    } else {
        (ErrorCode::Disk, "unwritten-disk")
    };
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new(".")).display().to_string();
    let args = [
        ("path", path.display().to_string().into()),
        ("folder", folder.into()),
        ("what", error.to_string().into()),
    ];
    ErrorText { code, message: Message::of(lang, key, &args) }
}
