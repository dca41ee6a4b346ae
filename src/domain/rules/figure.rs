//! May a figure stand here? One answer for the book, the sheet, `record` and the import.

use super::Barred;
use super::register::{Places, answers_for};
use crate::domain::{CaseCount, Caseworker, Month, Snapshot, Split, Unit, UnitData, UnitField};

/// Nine digits, decimals aside.
pub const MOST_FIGURE: i64 = 999_999_999;

/// What is wanted in a month of a unit.
#[derive(Debug, Clone, Copy)]
pub enum Figure<'a> {
    /// Somebody's open cases; `None` where the unit has no such caseworker.
    Cases(Option<&'a Caseworker>, CaseCount),
    /// As stored: thousandths where it has decimals.
    Unit(UnitField, i64),
}

impl Unit {
    /// Whether the figure may stand in that month; `places` says whether its register has any.
    ///
    /// What is wrong with the figure itself comes first: that can be seen before anything is known of the unit.
    pub fn admits(&self, month: Month, figure: Figure<'_>, places: Places) -> Result<(), Barred> {
        let unit = || self.code.clone();
        figure.check_value()?;
        if matches!(figure, Figure::Cases(..)) && !self.has_caseworkers() {
            return Err(Barred::NoCaseworkers { unit: unit() });
        }
        if !self.exists_in(month) {
            return Err(Barred::UnitNotThere { unit: unit(), month });
        }
        match figure {
            Figure::Cases(person, _) => {
                let person = person.ok_or(Barred::UnknownCaseworker)?;
                let is_there = person.is_present(month);
                is_there.then_some(()).ok_or(Barred::CaseworkerNotThere { month })
            }
            Figure::Unit(field, _) => self.types(month, field, places),
        }
    }

    /// Cases are typed where there are no caseworkers; waiting figures where a list but no register is kept.
    fn types(&self, month: Month, field: UnitField, places: Places) -> Result<(), Barred> {
        let unit = || self.code.clone();
        if field == UnitField::Cases && self.has_caseworkers() {
            return Err(Barred::NotTyped { unit: unit(), field });
        }
        if field.is_of_waiting_list() && !self.has_waiting_list() {
            return Err(Barred::NoWaitingList { unit: unit() });
        }
        if field.is_of_waiting_list() && answers_for(self.waiting_list, places, month) {
            return Err(Barred::RegisterKept { unit: unit(), month });
        }
        Ok(())
    }
}

impl UnitData {
    /// Whether the figure may stand in that month.
    pub fn admits(&self, month: Month, figure: Figure<'_>) -> Result<(), Barred> {
        self.unit.admits(month, figure, self.places())
    }

    fn places(&self) -> Places {
        if self.episodes.is_empty() { Places::None } else { Places::Some }
    }

    /// Whether the unit types a figure of its own in that month, existing or not.
    pub fn types(&self, month: Month, field: UnitField) -> bool {
        self.unit.types(month, field, self.places()).is_ok()
    }
}

impl Figure<'_> {
    fn check_value(self) -> Result<(), Barred> {
        match self {
            Self::Cases(_, count) => count.check(),
            Self::Unit(field, value) => {
                if value < 0 && !field.may_be_negative() {
                    return Err(Barred::Negative { field, value });
                }
                let most = if field.has_decimals() { MOST_FIGURE * 1000 } else { MOST_FIGURE };
                if most < value.abs() { Err(Barred::TooLarge { value }) } else { Ok(()) }
            }
        }
    }
}

impl CaseCount {
    /// Whether its parts add up, and it is no larger than a figure may be.
    pub fn check(self) -> Result<(), Barred> {
        let Self { cases, split } = self;
        case_count(cases.into())?;
        match split.map(Split::total) {
            Some(parts) if parts != u64::from(cases) => {
                Err(Barred::SplitDoesNotAddUp { cases, parts })
            }
            Some(_) | None => Ok(()),
        }
    }
}

/// A number of somebody's cases.
pub fn case_count(value: i64) -> Result<u32, Barred> {
    if value < 0 {
        return Err(Barred::Negative { field: UnitField::Cases, value });
    }
    let count = u32::try_from(value).ok().filter(|_| value <= MOST_FIGURE);
    count.ok_or(Barred::TooLarge { value })
}

/// The latest month that has begun: on the clock, or in the book.
pub fn latest_month(snapshot: &Snapshot, this_month: Month) -> Month {
    let newest = snapshot.units().filter_map(UnitData::last_typed_month).max();
    newest.map_or(this_month, |it| it.max(this_month))
}

/// An import stores figures of months to come and says so; whoever types them is refused.
pub fn check_begun(month: Month, latest: Month) -> Result<(), Barred> {
    if latest < month { Err(Barred::NotBegun { month, latest }) } else { Ok(()) }
}
