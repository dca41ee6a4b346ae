//! Finds what rows of figures belong to. Rows that belong nowhere are refused, and nothing after meets them.

use super::findings::Findings;
use super::unit_plan::{UnitAt, UnitPlan, Units, stretch};
use crate::book::draft::{BandRow, CountRow, EpisodeRow, FigureRow, RowAt, Rows, Word};
use crate::book::verdict::{Column, Reason, Skip, Value};
use crate::domain::{Barred, CaseCount, CaseworkerId, Figure, Month, UnitField};

/// A count of somebody, and the number of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OwnCount {
    pub unit: UnitAt,
    pub month: Month,
    pub caseworker: CaseworkerId,
    pub row: u32,
}

/// A row of a unit and a month, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OwnRow {
    pub unit: UnitAt,
    pub month: Month,
    pub row: usize,
}

/// The column a figure that may not stand is refused in.
const fn column_of(barred: &Barred) -> Column {
    match barred {
        Barred::NoCaseworkers { .. } | Barred::NoWaitingList { .. } => Column::Unit,
        Barred::UnknownCaseworker => Column::Initials,
        Barred::UnitNotThere { .. }
        | Barred::CaseworkerNotThere { .. }
        | Barred::NotBegun { .. } => Column::Month,
        Barred::Negative { .. }
        | Barred::TooLarge { .. }
        | Barred::SplitDoesNotAddUp { .. }
        | Barred::NotTyped { .. }
        | Barred::RegisterKept { .. } => Column::Cases,
    }
}

/// Whose counts they are, ordered by unit, month and caseworker.
pub fn counts(units: &mut Units<'_>, found: &mut Findings, rows: &Rows<CountRow>) -> Vec<OwnCount> {
    let mut own = Vec::with_capacity(rows.len());
    let mut strangers = Vec::new();
    for (number, row) in (0_u32..).zip(rows.iter().map(|it| it.row)) {
        let at = || rows.place(number as usize);
        match owner(units, &row) {
            Ok((unit, caseworker)) => {
                own.push(OwnCount { unit, month: row.month, caseworker, row: number });
                if let Some(unit) = units.get_mut(unit) {
                    stretch(&mut unit.months, row.month, row.month);
                    stretch(&mut unit.counted, row.month, row.month);
                }
                found.look_ahead(at, row.month);
            }
            Err(None) => found.refuse_word(at(), Column::Unit, row.unit, Reason::UnknownUnit),
            Err(Some(Barred::UnknownCaseworker)) if found.is_sheet(at().file) => {
                strangers.push((at(), row.initials));
            }
            Err(Some(barred)) => refuse_count(found, at(), &row, barred),
        }
    }
    refuse_strangers(found, rows, &strangers);
    // Files mostly come in order: then nothing is moved.
    if !own.is_sorted() {
        own.sort();
    }
    own
}

/// Whose count it is; no reason where there is no such unit.
fn owner(units: &Units<'_>, row: &CountRow) -> Result<(UnitAt, CaseworkerId), Option<Barred>> {
    let unit = units.find(row.unit).ok_or(None)?;
    let person = unit.person(row.initials);
    // Whether its parts add up was seen when it was read.
    let count = CaseCount { cases: row.cases, split: None };
    let figure = Figure::Cases(person.map(|it| &it.after), count);
    unit.after.admits(row.month, figure, unit.places())?;
    Ok((unit.at, person.ok_or(Barred::UnknownCaseworker)?.id))
}

fn refuse_count(found: &mut Findings, at: RowAt, row: &CountRow, barred: Barred) {
    let column = column_of(&barred);
    let initials = found.words.text(row.initials);
    let value = if column == Column::Unit {
        found.words.text(row.unit).to_owned()
    } else if column == Column::Initials {
        initials.to_owned()
    } else {
        format!("{} {initials}", row.month)
    };
    found.refuse(at, column, Value::Text(value), barred);
}

/// In a sheet of people somebody unknown among known ones is left out and named; where hardly
/// anybody is known, someone must decide.
fn refuse_strangers(found: &mut Findings, rows: &Rows<CountRow>, strangers: &[(RowAt, Word)]) {
    for (at, initials) in strangers {
        let unknown = strangers.iter().filter(|it| it.0.file == at.file).count();
        if 2 * unknown <= rows.in_file(at.file) {
            found.skip_word(*at, *initials, Skip::UnknownCaseworker);
        } else {
            found.refuse_word(*at, Column::Initials, *initials, Barred::UnknownCaseworker);
        }
    }
}

pub fn figures(units: &mut Units<'_>, found: &mut Findings, rows: &Rows<FigureRow>) -> Vec<OwnRow> {
    monthly(units, found, rows, |row| {
        let waits = row.figures.iter().map(|it| it.0).find(|it| it.is_of_waiting_list());
        About { unit: row.unit, month: row.month, field: waits.unwrap_or(UnitField::Opened) }
    })
}

pub fn bands(units: &mut Units<'_>, found: &mut Findings, rows: &Rows<BandRow>) -> Vec<OwnRow> {
    let field = UnitField::Waiting;
    monthly(units, found, rows, |row| About { unit: row.unit, month: row.month, field })
}

/// What a monthly row is about, with the field that not every unit has.
struct About {
    unit: Word,
    month: Month,
    field: UnitField,
}

/// The unit of each monthly row that may have one.
fn monthly<T>(
    units: &mut Units<'_>,
    found: &mut Findings,
    rows: &Rows<T>,
    about: impl Fn(&T) -> About,
) -> Vec<OwnRow> {
    let mut own = Vec::new();
    for (row, (at, read)) in rows.placed().enumerate() {
        let About { unit: word, month, field } = about(read);
        let Some(unit) = units.find(word) else {
            found.refuse_word(at, Column::Unit, word, Reason::UnknownUnit);
            continue;
        };
        match barred(unit, month, field) {
            Some(barred @ Barred::UnitNotThere { .. }) => {
                let value = Value::Text(format!("{month} {}", found.words.text(word)));
                found.refuse(at, Column::Month, value, barred);
            }
            Some(barred) => found.refuse_word(at, column_of(&barred), word, barred),
            None => {
                let unit = unit.at;
                own.push(OwnRow { unit, month, row });
                if let Some(unit) = units.get_mut(unit) {
                    stretch(&mut unit.months, month, month);
                }
                found.look_ahead(|| at, month);
            }
        }
    }
    own.sort();
    own
}

/// Why nothing of a row may stand; single cells are looked at when they are planned.
fn barred(unit: &UnitPlan<'_>, month: Month, field: UnitField) -> Option<Barred> {
    let admitted = unit.after.admits(month, Figure::Unit(field, 0), unit.places());
    admitted.err().filter(|it| !matches!(it, Barred::RegisterKept { .. }))
}

/// The numbers of each unit's rows, by unit, in the order of the files.
pub fn episodes(
    units: &mut Units<'_>,
    found: &mut Findings,
    rows: &Rows<EpisodeRow>,
) -> Vec<Vec<u32>> {
    let mut own = vec![Vec::new(); units.len()];
    for (number, row) in (0_u32..).zip(rows.iter().map(|it| it.row)) {
        let unit = units.find(row.unit);
        let at = unit.filter(|it| it.after.has_waiting_list()).map(|it| it.at);
        let Some(at) = at else {
            let code = unit.map(|it| it.after.code.clone());
            let barred = code.map(|unit| Barred::NoWaitingList { unit });
            let reason = barred.map_or(Reason::UnknownUnit, Reason::from);
            found.refuse_word(rows.place(number as usize), Column::Unit, row.unit, reason);
            continue;
        };
        let last = row.outcome.ended().unwrap_or(row.approved);
        if let (Some(unit), Some(own)) = (units.get_mut(at), own.get_mut(at.0 as usize)) {
            stretch(&mut unit.days, row.approved, last);
            own.push(number);
        }
    }
    own
}
