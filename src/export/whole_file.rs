//! Files that are written beside the old one and renamed: a failed export never harms what was there.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Of a file that is not whole yet.
const SUFFIX: &str = ".ny";

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
        clear_left_over(folder, &prefix);
        builder.prefix(&prefix).suffix(SUFFIX);
        for_others_to_read(&mut builder);
        let file = builder.tempfile_in(folder)?;
        Ok(Self { file, path: path.to_owned() })
    }

    /// Gives the file its name in place of what had it; on the disk on return.
    pub fn keep(self) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        persist(self.file, &self.path)?;
        if cfg!(unix) {
            File::open(folder_of(&self.path))?.sync_all()?;
        }
        Ok(())
    }
}

/// How long another program may hold the old file before it is told.
const PATIENCE: Duration = Duration::from_secs(2);

/// A spreadsheet or a viewer may hold the old file for a moment.
fn persist(mut file: tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    let began = Instant::now();
    loop {
        let Err(failed) = file.persist(path) else { return Ok(()) };
        let is_held = matches!(
            failed.error.kind(),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy
        );
        if !is_held || PATIENCE < began.elapsed() {
            return Err(failed.error);
        }
        file = failed.file;
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// What a killed export left beside this file; one that is being written is younger.
const LEFT: Duration = Duration::from_mins(10);

fn clear_left_over(folder: &Path, prefix: &str) {
    let items = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for item in items {
        let name = item.file_name().to_string_lossy().into_owned();
        let is_ours = name.starts_with(prefix) && name.ends_with(SUFFIX);
        let age =
            item.metadata().and_then(|it| it.modified()).ok().and_then(|it| it.elapsed().ok());
        if is_ours && age.is_some_and(|it| LEFT < it) {
            // Left for the next time where it cannot be removed.
            drop(std::fs::remove_file(item.path()));
        }
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
