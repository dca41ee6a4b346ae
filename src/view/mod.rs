//! What each page shows, ready to paint: pure functions of a snapshot and a question.

mod caseload;
pub mod entry;
mod file;
mod half_year;
mod icon;
mod importing;
pub mod change_log;
mod memo;
mod overview;
mod page;
pub mod register;
#[cfg(test)]
pub(crate) mod sample;
mod selector;
mod shell;
mod start;
mod todo;
mod trend;
mod waiting;

pub use self::file::{BackupRow, FileModel, file_model};
pub use self::half_year::{
    HalfYearModel, IssuedEdition, KeptTexts, OverviewField, TypedOverview, half_year_model,
};
pub use self::icon::{Icon, IconPart};
pub use self::importing::{
    ColumnChoice, Consent, ImportModel, ImportView, SentenceList, Storable, import_model,
};
pub use self::memo::Memo;
pub use self::overview::{OverviewModel, OverviewQuery, UnitCard, overview_model};
pub use self::page::{Page, PageHeight};
pub use self::selector::Selector;
pub use self::shell::{Access, BookFacts, Saved, ShellModel, ShellQuery, StatusModel, shell_model};
pub use self::start::{Notice, RecentFile, StartModel, start_model};
pub use self::todo::{TodoCell, TodoModel, todo_model};
pub use self::trend::{TrendChoice, TrendModel, TrendQuery, TrendSelectors, trend_model};
pub use crate::trends::{Chip, Drawn, KeyFigure, SmallFigure, Source, Tone};
