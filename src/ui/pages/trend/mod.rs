//! A page of trends: what is looked at, a row of key figures, one large chart, and pairs of smaller ones.

mod action;
mod forms;
mod page;
mod state;

pub use self::action::TrendAction;
pub use self::page::{TrendPage, trend_ui};
pub use self::state::{EventDraft, Made, Saving, TrendDesk};
