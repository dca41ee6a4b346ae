//! How large a workbook may be: checked while it is read, and never taken from what it says of itself.

/// The file, in bytes.
pub const CONTAINER: u64 = 50 << 20;
/// Everything in it that is read, inflated, in bytes.
pub const INFLATED: u64 = 200 << 20;
/// How many times larger than packed an entry may be, once it is larger than [`SMALL`].
pub const RATIO: u64 = 100;
pub const SMALL: u64 = 1 << 20;
/// Entries in the container.
pub const ENTRIES: usize = 2000;
/// One element, text or comment, in bytes.
pub const PIECE: usize = 1 << 20;
pub const ROWS: u32 = 200_000;
pub const COLUMNS: u32 = 400;
/// Cells with something in them, over all sheets.
pub const CELLS: usize = 2_000_000;
/// Letters of all cells, in bytes.
pub const LETTERS: usize = 60 << 20;
pub const SHEETS: usize = 200;
