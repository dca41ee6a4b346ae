//! Workbooks as sheets of cells: XLSX, XLSM, XLS and ODS, each behind caps that hold before memory is taken.
//! Nothing is unpacked to a disk, no formula is computed, and no entity of XML is resolved.

mod biff;
mod caps;
mod compound;
mod container;
mod number_format;
mod ods;
mod reference;
mod sheet;
mod strings;
mod xls;
mod xlsx;
mod xml;

use std::io::{Read, Seek, SeekFrom};

pub use self::reference::{cell_name, range_name};
pub use self::sheet::{Cell, Merged, Sheet, SheetRow, Visibility};
pub use self::xlsx::day_of;
use crate::book::Reason;

/// Every sheet of a workbook, in its order.
#[derive(Debug, Default)]
pub struct Workbook {
    pub sheets: Vec<Sheet>,
    /// Days are counted from 1904.
    pub epoch: Epoch,
}

/// The day that a workbook counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Epoch {
    #[default]
    Year1900,
    /// As old Macs did.
    Year1904,
}

/// Why a workbook cannot be read.
#[derive(Debug)]
pub enum Trouble {
    Refused(Reason),
    /// The disk failed.
    Failed(std::io::Error),
    Cancelled,
}

impl From<Reason> for Trouble {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason)
    }
}

/// Told after each stretch of work; `false` gives up.
pub type Going<'a> = dyn FnMut() -> bool + 'a;

/// Reads a workbook, whatever its name says, by its first bytes.
pub fn read(mut source: impl Read + Seek, going: &mut Going<'_>) -> Result<Workbook, Trouble> {
    let mut head = [0; 4];
    let length = source.seek(SeekFrom::End(0)).map_err(Trouble::Failed)?;
    source.rewind().map_err(Trouble::Failed)?;
    if caps::CONTAINER < length {
        return Err(Reason::FileTooLarge { most: caps::CONTAINER >> 20 }.into());
    }
    let read = source.read(&mut head).map_err(Trouble::Failed)?;
    if read < head.len() {
        return Err(Reason::Damaged.into());
    }
    source.rewind().map_err(Trouble::Failed)?;
    if head == *b"\xD0\xCF\x11\xE0" {
        return xls::read(source, going);
    }
    let mut container = container::Container::open(source)?;
    if container.has("content.xml") {
        ods::read(&mut container, going)
    } else if container.has("xl/workbook.bin") {
        Err(Reason::BinaryWorkbook.into())
    } else {
        xlsx::read(&mut container, going)
    }
}

/// Whether a file that begins so is a workbook.
pub fn is_workbook(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xD0\xCF\x11\xE0")
}
