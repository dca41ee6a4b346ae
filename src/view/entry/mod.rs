//! Monthly entry: a sheet of cells for one unit, what stands in them, and what there is to say about it.

mod block;
mod cell;
mod edits;
mod expected;
mod figure_text;
mod model;
mod month;
mod query;
mod sheet;
mod side;
#[cfg(test)]
mod tests;

pub use self::block::{block_text, read_block};
pub use self::cell::{CellState, CellView};
pub use self::edits::{
    Edit, Origin, Problem, command, problem_words, result_words, splits_lost, value_of,
};
pub use self::figure_text::shown;
pub use self::model::{EntryModel, entry_model};
pub use self::month::MonthView;
pub use self::query::{EntryQuery, EntryView};
pub use self::sheet::{ColumnKind, Row, RowKind, RowOrder, Sheet};
pub use self::side::{BalanceCard, RemarkCard, SideModel};
