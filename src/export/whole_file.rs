//! Files that are written beside the old one and renamed: a failed export never harms what was there.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file that has its name only once it is whole. Removed again when it is not kept.
pub struct NewFile {
    file: tempfile::NamedTempFile,
    path: PathBuf,
}

impl NewFile {
    pub fn beside(path: &Path) -> io::Result<Self> {
        let folder = folder_of(path);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let prefix = format!(".{name}.");
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix).suffix(".ny");
        for_others_to_read(&mut builder);
        let file = builder.tempfile_in(folder)?;
        Ok(Self { file, path: path.to_owned() })
    }

    /// Gives the file its name in place of what had it; on the disk on return.
    pub fn keep(self) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist(&self.path).map_err(|failed| failed.error)?;
        if cfg!(unix) {
            File::open(folder_of(&self.path))?.sync_all()?;
        }
        Ok(())
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Exports are for others to read; the process's mask decides how far.
#[cfg(unix)]
fn for_others_to_read(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o666));
}

/// Elsewhere the folder decides.
#[cfg(not(unix))]
fn for_others_to_read(_: &mut tempfile::Builder<'_, '_>) {}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

/// Writes all of it, or leaves what was there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = NewFile::beside(path)?;
    file.write_all(bytes)?;
    file.keep()
}
