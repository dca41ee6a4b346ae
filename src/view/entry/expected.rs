//! Where a figure may stand, and where one is waited for.

use crate::domain::{Absence, CaseCount, CellKey, Counted, Figure, Month, UnitData, UnitField};

/// Away for a whole month.
pub fn covers(absence: &Absence, month: Month) -> bool {
    absence.from <= month.first_day() && absence.to.is_none_or(|it| month.last_day() <= it)
}

/// Whether the book would take a figure here.
pub fn can_hold(data: &UnitData, key: CellKey) -> bool {
    let figure = match key.counted {
        Counted::Cases(id) | Counted::Part(id, _) => {
            Figure::Cases(data.caseworkers.get(&id), CaseCount { cases: 0, split: None })
        }
        Counted::Figure(field) => Figure::Unit(field, 0),
    };
    data.admits(key.month, figure).is_ok()
}

/// Whether a month is not complete without this cell: everyone present, and what the unit has ever typed.
pub fn is_expected(data: &UnitData, key: CellKey) -> bool {
    if !can_hold(data, key) {
        return false;
    }
    match key.counted {
        Counted::Cases(id) => {
            let holds = data.caseworkers.get(&id).is_some_and(|it| it.holds_cases_in(key.month));
            let away = data.absences_of(id).any(|it| covers(it, key.month));
            holds && !away
        }
        Counted::Part(..) => false,
        Counted::Figure(UnitField::Cases) => true,
        Counted::Figure(field) => data.figures.values().any(|it| it.get(field).is_some()),
    }
}
