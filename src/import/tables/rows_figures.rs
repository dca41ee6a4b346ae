//! Rows of the tables that grow month by month: counts, figures, bands, episodes and corrections.

use super::row::{Memory, Row};
use crate::book::draft::{
    BandRow, CellName, Column, CorrectionRow, CountRow, Draft, EpisodeRow, FigureRow, Letters,
};
use crate::book::{Reason, Skip};
use crate::domain::{
    Band, Barred, CaseCount, Outcome, Split, UnitField, UnitFigures, WordingError, check_name,
};
use crate::import::columns::{BAND_KINDS, FIELDS};

use crate::import::guard::unguarded;

pub fn count(row: &mut Row<'_>, memory: &mut Memory, draft: &mut Draft) -> Option<CountRow> {
    let month = row.month(Column::Month, memory);
    let unit = row.word(Column::Unit, &mut memory.units, &mut draft.words);
    let initials = row.word(Column::Initials, &mut memory.initials, &mut draft.words);
    if !row.is_blank(Column::Unused) {
        row.any_decimal(Column::Unused);
    }
    let cases = row.whole(Column::Cases);
    let split = split(row);
    if row.is_blank(Column::Cases) {
        if split.is_some() {
            row.fault(Column::Cases, Reason::Blank);
        } else {
            row.leave_out(Skip::BlankRow);
        }
    }
    let cases = cases?;
    if let Err(barred) = (CaseCount { cases, split }).check() {
        row.fault(Column::Cases, barred.into());
    }
    let split = draft.add_split(split);
    Some(CountRow { month: month?, unit: unit?, initials: initials?, cases, split })
}

fn split(row: &mut Row<'_>) -> Option<Split> {
    const PARTS: [Column; 3] = [Column::Simple, Column::Complex, Column::VeryComplex];
    if PARTS.iter().all(|it| row.raw(*it).is_empty()) {
        return None;
    }
    let typed = PARTS.iter().filter(|it| !row.is_blank(**it)).count();
    let [simple, complex, very_complex] = PARTS.map(|it| row.whole(it));
    if typed != 0 && typed != PARTS.len() {
        let blank = PARTS.into_iter().find(|it| row.is_blank(*it));
        row.fault(blank.unwrap_or(Column::Simple), Reason::SplitIncomplete);
    }
    Some(Split { simple: simple?, complex: complex?, very_complex: very_complex? })
}

pub fn figures(row: &mut Row<'_>, memory: &mut Memory, draft: &mut Draft) -> Option<FigureRow> {
    let month = row.month(Column::Month, memory);
    let unit = row.word(Column::Unit, &mut memory.units, &mut draft.words);
    let mut figures = UnitFigures::default();
    for field in UnitField::ALL {
        let column = Column::of(field);
        let value = match field {
            it if it.has_decimals() => row.decimal(column).map(|it| it.0),
            it if it.may_be_negative() => row.signed(column),
            // Weeks and means make halves of days: the longest is rounded to a whole day.
            UnitField::WaitLongest => row.decimal(column).map(|it| (it.0 + 500) / 1000),
            UnitField::Cases
            | UnitField::Unallocated
            | UnitField::Opened
            | UnitField::Closed
            | UnitField::NetTransferred
            | UnitField::Waiting
            | UnitField::Started
            | UnitField::Withdrawn
            | UnitField::WaitStartedMean
            | UnitField::WaitSoFarMean => row.whole(column).map(i64::from),
        };
        figures.set(field, value);
    }
    if UnitField::ALL.into_iter().all(|it| row.is_blank(Column::of(it))) {
        row.leave_out(Skip::BlankRow);
    }
    Some(FigureRow { month: month?, unit: unit?, figures })
}

pub fn band(row: &mut Row<'_>, memory: &mut Memory, draft: &mut Draft) -> Option<BandRow> {
    let month = row.month(Column::Month, memory);
    let unit = row.word(Column::Unit, &mut memory.units, &mut draft.words);
    let kind = row.choice(Column::Kind, BAND_KINDS);
    let from_week = row.whole(Column::FromWeek);
    let to_week = row.whole(Column::ToWeek);
    let count = row.whole(Column::Count);
    for column in [Column::FromWeek, Column::Count] {
        if row.is_blank(column) {
            row.fault(column, Reason::Blank);
        }
    }
    if from_week.is_some() && to_week.is_some_and(|to| Some(to) <= from_week) {
        row.fault(Column::ToWeek, Reason::EndsBeforeItBegins);
    }
    Some(BandRow {
        month: month?,
        unit: unit?,
        kind: kind?,
        band: Band { from_week: from_week?, to_week, count: count? },
    })
}

pub fn episode(row: &mut Row<'_>, memory: &mut Memory, draft: &mut Draft) -> Option<EpisodeRow> {
    let unit = row.word(Column::Unit, &mut memory.units, &mut draft.words);
    let reference = reference(row, draft);
    let offer = if row.is_blank(Column::Offer) {
        Some(draft.words.intern(""))
    } else {
        row.word(Column::Offer, &mut memory.offers, &mut draft.words)
    };
    let approved = row.day(Column::Approved);
    let started = row.optional_day(Column::Started);
    let withdrawn = row.optional_day(Column::Withdrawn);
    let outcome = match (started, withdrawn) {
        (Some(_), Some(_)) => {
            row.fault(Column::Withdrawn, Reason::StartedAndWithdrawn);
            Outcome::Waiting
        }
        (Some(day), None) => Outcome::Started(day),
        (None, Some(day)) => Outcome::Withdrawn(day),
        (None, None) => Outcome::Waiting,
    };
    if started.is_some() && started < approved {
        row.fault(Column::Started, Reason::StartedBeforeApproval);
    }
    if withdrawn.is_some() && withdrawn < approved {
        row.fault(Column::Withdrawn, Reason::WithdrawnBeforeApproval);
    }
    let (unit, offer, reference, approved) = (unit?, offer?, reference?, approved?);
    Some(EpisodeRow { unit, offer, reference, approved, outcome })
}

/// Puts the reference with the others; where it lies.
fn reference(row: &mut Row<'_>, draft: &mut Draft) -> Option<Letters> {
    let start = u32::try_from(draft.references.len()).ok();
    let raw = row.raw(Column::Reference);
    let length = match check_name(unguarded(raw)) {
        Ok(text) => {
            draft.references.push_str(&text);
            u16::try_from(text.len()).ok()
        }
        Err(WordingError::Empty) => {
            row.fault(Column::Reference, Reason::Blank);
            None
        }
        Err(error) => {
            row.fault(Column::Reference, Reason::Wording(error));
            None
        }
    };
    Some(Letters { start: start?, length: length? })
}

pub fn correction(
    row: &mut Row<'_>,
    memory: &mut Memory,
    draft: &mut Draft,
) -> Option<CorrectionRow> {
    row.day(Column::CorrectedOn);
    let month = row.month(Column::Month, memory);
    let unit = row.word(Column::Unit, &mut memory.units, &mut draft.words);
    let initials = row.optional_word(Column::Initials, &mut memory.initials, &mut draft.words);
    let cell = row.choice(Column::Field, FIELDS);
    let cell = match (cell, initials) {
        (Some(CellName::Cases), None) => Some(CellName::Unit(UnitField::Cases)),
        (Some(CellName::Simple | CellName::Complex | CellName::VeryComplex), None) => {
            row.fault(Column::Initials, Reason::Blank);
            None
        }
        (Some(CellName::Unit(_)), Some(_)) => {
            row.fault(Column::Initials, Barred::UnknownCaseworker.into());
            None
        }
        (cell, _) => cell,
    };
    let [before, after] =
        [Column::Before, Column::After].map(|column| corrected(row, column, cell));
    let reason = row.note(Column::Reason);
    Some(CorrectionRow {
        month: month?,
        unit: unit?,
        initials,
        cell: cell?,
        before,
        after,
        reason: reason?,
    })
}

/// The value of a corrected cell as it is stored: thousandths where the figure has decimals.
fn corrected(row: &mut Row<'_>, column: Column, cell: Option<CellName>) -> Option<i64> {
    match cell? {
        CellName::Unit(field) if field.has_decimals() => row.decimal(column).map(|it| it.0),
        CellName::Unit(field) if field.may_be_negative() => row.signed(column),
        CellName::Unit(_)
        | CellName::Cases
        | CellName::Simple
        | CellName::Complex
        | CellName::VeryComplex => row.whole(column).map(i64::from),
    }
}
