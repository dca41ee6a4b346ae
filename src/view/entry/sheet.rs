//! The rows and columns of a sheet, and which cell of the book stands where.

use std::sync::Arc;

use super::expected::covers;
use super::query::{EntryQuery, EntryView};
use crate::domain::{
    AbsenceKind, CaseworkerId, CellKey, Complexity, Counted, Identity, IdentityId, Month, Snapshot,
    UnitData, UnitField, UnitId,
};
use crate::measure::Ratio;
use crate::text::{Lang, collation, dates, errors, number, tr};
use crate::view::Memo;

/// Row and column.
pub type Spot = (usize, usize);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Person(CaseworkerId),
    Figure(UnitField),
    /// The unit itself, its figures side by side.
    Unit,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub kind: RowKind,
    pub label: String,
    /// Weekly hours, or why there are none.
    pub note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    Month(Month),
    /// Of the sheet's one month.
    Cases,
    Part(Complexity),
    Figure(UnitField),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub unit: UnitId,
    pub rows: Vec<Row>,
    pub columns: Vec<(ColumnKind, String)>,
    /// The one month where columns are not months.
    pub month: Option<Month>,
}

impl Sheet {
    pub(super) fn new(
        snapshot: &Snapshot,
        data: &UnitData,
        query: &EntryQuery,
        months: &[Month],
        order: &mut RowOrder,
    ) -> Self {
        let month = months.first().copied().filter(|_| query.view == EntryView::Month);
        let fields = fields(data, months);
        let by_person = data.unit.has_caseworkers();
        let sideways = month.is_some() && !by_person;
        let mut rows = Vec::new();
        if by_person {
            rows.extend(people(snapshot, data, query, months, order));
        }
        let figure = |field: &UnitField| Row {
            kind: RowKind::Figure(*field),
            label: errors::field_name(query.lang, *field),
            note: String::new(),
        };
        if sideways {
            let label = data.unit.code.clone();
            rows.push(Row { kind: RowKind::Unit, label, note: String::new() });
        } else {
            rows.extend(fields.iter().map(figure));
        }
        let columns = match month {
            None => months.iter().map(|it| month_column(query, *it)).collect(),
            Some(_) if sideways => fields
                .iter()
                .map(|it| (ColumnKind::Figure(*it), errors::field_name(query.lang, *it)))
                .collect(),
            Some(_) => parts(query.lang),
        };
        Self { unit: data.id, rows, columns, month }
    }

    pub fn month_of(&self, column: usize) -> Option<Month> {
        match self.columns.get(column)?.0 {
            ColumnKind::Month(month) => Some(month),
            ColumnKind::Cases | ColumnKind::Part(_) | ColumnKind::Figure(_) => self.month,
        }
    }

    pub(super) fn months_in(&self, columns: std::ops::Range<usize>) -> Vec<Month> {
        match self.month {
            Some(month) => vec![month],
            None => columns.filter_map(|it| self.month_of(it)).collect(),
        }
    }

    /// The cell of the book at this spot; `None` where there is none.
    pub fn key(&self, (row, column): Spot) -> Option<CellKey> {
        let month = self.month_of(column)?;
        let kind = self.columns.get(column)?.0;
        let counted = match (self.rows.get(row)?.kind, kind) {
            (RowKind::Person(id), ColumnKind::Month(_) | ColumnKind::Cases) => Counted::Cases(id),
            (RowKind::Person(id), ColumnKind::Part(part)) => Counted::Part(id, part),
            (RowKind::Figure(field), ColumnKind::Month(_) | ColumnKind::Cases)
            | (RowKind::Unit, ColumnKind::Figure(field)) => Counted::Figure(field),
            (RowKind::Person(_) | RowKind::Figure(_), ColumnKind::Figure(_))
            | (RowKind::Figure(_), ColumnKind::Part(_))
            | (RowKind::Unit, ColumnKind::Month(_) | ColumnKind::Cases | ColumnKind::Part(_)) => {
                return None;
            }
        };
        Some(CellKey { unit: self.unit, month, counted })
    }

    /// What the cells of a row count, each once.
    pub(super) fn series(&self, row: usize) -> Vec<Counted> {
        let columns = if self.month.is_some() { self.columns.len() } else { 1 };
        (0..columns).filter_map(|it| Some(self.key((row, it))?.counted)).collect()
    }

    /// Where a cell of the book stands.
    pub fn spot(&self, key: CellKey) -> Option<Spot> {
        if key.unit != self.unit {
            return None;
        }
        let row = self.rows.iter().position(|it| match (it.kind, key.counted) {
            (RowKind::Person(id), Counted::Cases(own) | Counted::Part(own, _)) => id == own,
            (RowKind::Figure(field), Counted::Figure(own)) => field == own,
            (RowKind::Unit, Counted::Figure(_)) => true,
            _ => false,
        })?;
        let columns = 0..self.columns.len();
        let column = columns.into_iter().find(|it| self.key((row, *it)) == Some(key))?;
        Some((row, column))
    }

    /// "IKA november 2026": what a cell is called.
    pub fn name(&self, lang: Lang, (row, column): Spot) -> String {
        let label = self.rows.get(row).map_or("", |it| it.label.as_str());
        let month = self.month_of(column).map(|it| dates::month(lang, it)).unwrap_or_default();
        match self.columns.get(column) {
            Some((ColumnKind::Part(_) | ColumnKind::Figure(_), head)) => {
                format!("{label} {head} {month}")
            }
            Some((ColumnKind::Month(_) | ColumnKind::Cases, _)) | None => {
                format!("{label} {month}")
            }
        }
    }
}

fn month_column(query: &EntryQuery, month: Month) -> (ColumnKind, String) {
    let label = match query.view {
        EntryView::AllMonths => dates::month_short(query.lang, month),
        EntryView::HalfYear | EntryView::Month => dates::month_name(query.lang, month),
    };
    (ColumnKind::Month(month), label)
}

fn parts(lang: Lang) -> Vec<(ColumnKind, String)> {
    let part =
        |it: Complexity| (ColumnKind::Part(it), tr(lang, &format!("entry-part-{}", it.name())));
    let cases = (ColumnKind::Cases, tr(lang, "entry-cases"));
    [cases].into_iter().chain(Complexity::ALL.map(part)).collect()
}

/// What is typed for the unit as a whole in these months.
fn fields(data: &UnitData, months: &[Month]) -> Vec<UnitField> {
    let is_asked = |it: &UnitField| *it != UnitField::Unallocated || data.unit.has_caseworkers();
    let is_typed = |field: &UnitField| months.iter().any(|it| data.types(*it, *field));
    UnitField::ALL.into_iter().filter(|it| is_asked(it) && is_typed(it)).collect()
}

/// Those in the unit, or with figures, in one of the months.
fn people(
    snapshot: &Snapshot,
    data: &UnitData,
    query: &EntryQuery,
    months: &[Month],
    order: &mut RowOrder,
) -> Vec<Row> {
    let reported: std::collections::BTreeSet<CaseworkerId> = if query.view == EntryView::AllMonths {
        data.caseworkers.keys().copied().collect()
    } else {
        months.iter().flat_map(|month| data.counts.in_month(*month).map(|it| it.0)).collect()
    };
    let at = months.iter().rev().find(|it| **it <= query.today.month()).or_else(|| months.last());
    let row = |(id, initials): &(CaseworkerId, String)| {
        let caseworker = data.caseworkers.get(id)?;
        let belongs = reported.contains(id) || months.iter().any(|it| caseworker.is_present(*it));
        let note = at.map(|it| hours(query.lang, data, *id, *it)).unwrap_or_default();
        belongs.then(|| Row { kind: RowKind::Person(*id), label: initials.clone(), note })
    };
    order.of(snapshot, data).iter().filter_map(row).collect()
}

/// "37,0", "orlov", "stoppet".
fn hours(lang: Lang, data: &UnitData, id: CaseworkerId, month: Month) -> String {
    let is_there = data.caseworkers.get(&id).is_some_and(|it| it.is_present(month));
    if !is_there {
        return tr(lang, "entry-left");
    }
    if let Some(absence) = data.absences_of(id).find(|it| covers(it, month)) {
        let kind = match absence.kind {
            AbsenceKind::Leave => "entry-on-leave",
            AbsenceKind::LongTermSick => "entry-sick",
        };
        return tr(lang, kind);
    }
    let terms = data.terms_in(id, month);
    terms
        .map_or_else(String::new, |it| number::decimal(lang, Ratio::thousandths(it.weekly_hours.0)))
}

/// Whose order was found.
#[derive(Debug, PartialEq)]
struct OrderedPeople {
    unit: UnitId,
    people: Vec<(CaseworkerId, IdentityId)>,
    identities: Arc<std::collections::BTreeMap<IdentityId, Identity>>,
}

/// Caseworkers by the alphabet; sorted again only when somebody comes, goes or is renamed.
#[derive(Debug, Default)]
pub struct RowOrder {
    known: Memo<OrderedPeople, Vec<(CaseworkerId, String)>>,
}

impl RowOrder {
    fn of(&mut self, snapshot: &Snapshot, data: &UnitData) -> &[(CaseworkerId, String)] {
        let people = data.caseworkers.iter().map(|(id, facts)| (*id, facts.identity)).collect();
        let identities = Arc::clone(&snapshot.identities);
        let wanted = OrderedPeople { unit: data.id, people, identities };
        self.known.get(wanted, |wanted| {
            let initials = |(id, identity): &(CaseworkerId, IdentityId)| {
                let known = snapshot.identity(*identity);
                (*id, known.map_or_else(|| format!("#{}", id.0), |it| it.initials.clone()))
            };
            let mut ordered: Vec<_> = wanted.people.iter().map(initials).collect();
            ordered.sort_by(|a, b| collation::compare(&a.1, &b.1));
            ordered
        })
    }
}
