//! What every page is asked about.

use crate::domain::{Day, HalfYear, Snapshot, UnitId};
use crate::text::Lang;
use crate::ui::desk::Desk;

#[derive(Clone, Copy)]
pub struct PageContext<'a> {
    pub desk: &'a Desk,
    pub lang: Lang,
    /// `None` is all units.
    pub unit: Option<UnitId>,
    pub half_year: HalfYear,
    pub today: Day,
}

impl<'a> PageContext<'a> {
    pub fn snapshot(&self) -> &'a Snapshot {
        &self.desk.state.snapshot
    }
}
