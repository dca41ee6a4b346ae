//! Files in memory, and a zip file of them: the same bytes for the same contents.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::error::DocumentError;
use crate::domain::{Day, Ymd};

/// A file of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFile {
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

pub struct Packed {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl Packed {
    /// Every file in it is of this day.
    pub fn new(day: Day) -> Self {
        let Ymd { year, month, day: number } = day.ymd();
        let part = |it: u32| u8::try_from(it).unwrap_or(1);
        let year = u16::try_from(year).unwrap_or(1980);
        let at = DateTime::from_date_and_time(year, part(month), part(number), 12, 0, 0);
        let options = SimpleFileOptions::default().last_modified_time(at.unwrap_or_default());
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), options }
    }

    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), DocumentError> {
        self.put(name, bytes, CompressionMethod::Deflated)
    }

    /// For what is packed already.
    pub fn add_as_it_is(&mut self, name: &str, bytes: &[u8]) -> Result<(), DocumentError> {
        self.put(name, bytes, CompressionMethod::Stored)
    }

    fn put(
        &mut self,
        name: &str,
        bytes: &[u8],
        how: CompressionMethod,
    ) -> Result<(), DocumentError> {
        let options = self.options.compression_method(how);
        self.zip.start_file(name, options).map_err(std::io::Error::from)?;
        self.zip.write_all(bytes)?;
        Ok(())
    }

    pub fn finish(self) -> Result<Vec<u8>, DocumentError> {
        Ok(self.zip.finish().map_err(std::io::Error::from)?.into_inner())
    }
}
