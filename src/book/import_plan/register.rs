//! Registers beside typed figures: what a register says of a month, what it takes over, and which months it answers for.

use super::figures::FigureChange;
use super::planner::{Planner, UnitPlan};
use super::resolve::Spans;
use super::verdict::Remark;
use crate::domain::{
    BandKind, Change, Day, Month, Outcome, UnitData, UnitField, UnitFigures, UnitId, WaitingList,
};

/// Approval and outcome of a unit's episodes, stored and imported.
pub type Register = Vec<(Day, Outcome)>;

impl Planner<'_> {
    /// What registers would answer for if everything in the import were stored.
    pub fn register_spans(&self) -> Spans {
        let span = |unit: &UnitPlan<'_>| {
            let first = unit.stored.and_then(UnitData::first_typed_month);
            let last = unit.stored.and_then(UnitData::last_typed_month);
            let first = first.into_iter().chain(unit.months.map(|it| it.0)).min();
            let last = last.into_iter().chain(unit.months.map(|it| it.1)).max();
            unit.register_span(first, last)
        };
        self.units.iter().map(span).collect()
    }

    /// A register that arrives answers for months whose waiting figures had been typed: those go.
    pub fn give_way(&mut self, spans: &Spans, changes: &mut Vec<FigureChange>) {
        for at in 0..self.units.len() {
            let Some(unit) = self.units.get(at).filter(|it| it.days.is_some()) else {
                continue;
            };
            let (Some(stored), Some((from, through))) =
                (unit.stored, spans.get(at).copied().flatten())
            else {
                continue;
            };
            let mut months = 0;
            for (month, figures) in stored.figures.range(from..=through) {
                let typed = figures.iter().filter(|it| it.0.is_of_waiting_list());
                let before = changes.len();
                changes.extend(typed.map(|(field, value)| (at, *month, field, Some(value), None)));
                months += usize::from(before < changes.len());
            }
            if months != 0 {
                let unit = stored.unit.code.clone();
                self.remark(0, Remark::RegisterTakesOver { unit, months });
            }
        }
    }

    /// Sets the register's months where leaving its figures out would have moved them.
    pub fn keep_spans(&mut self, spans: &Spans, figures: &[FigureChange], bands: &[Change]) {
        for at in 0..self.units.len() {
            let (Some(Some(wanted)), Some(unit)) = (spans.get(at), self.units.get(at)) else {
                continue;
            };
            let (first, last) = typed_months(unit.stored, unit.id, at, figures, bands);
            let first = first.into_iter().chain(unit.counted.map(|it| it.0)).min();
            let last = last.into_iter().chain(unit.counted.map(|it| it.1)).max();
            let derived = unit.register_span(first, last);
            let Some(unit) = self.units.get_mut(at) else {
                continue;
            };
            if let WaitingList::Kept { register_from, register_through } =
                &mut unit.after.waiting_list
            {
                if derived.is_none_or(|it| it.0 != wanted.0) {
                    *register_from = Some(wanted.0);
                }
                if derived.is_none_or(|it| it.1 != wanted.1) {
                    *register_through = Some(wanted.1);
                }
            }
        }
    }
}

/// First and last month that will have something typed, counts of caseworkers in the import aside.
fn typed_months(
    stored: Option<&UnitData>,
    id: UnitId,
    at: usize,
    figures: &[FigureChange],
    bands: &[Change],
) -> (Option<Month>, Option<Month>) {
    let start = figures.partition_point(|it| it.0 < at);
    let own = figures.get(start..).unwrap_or_default();
    let own = own.iter().take_while(|it| it.0 == at);
    let mut months: Vec<Month> = own.clone().filter(|it| it.4.is_some()).map(|it| it.1).collect();
    let gone: Vec<(Month, UnitField)> =
        own.filter(|it| it.4.is_none()).map(|it| (it.1, it.2)).collect();
    for change in bands.iter().filter(|it| it.unit() == Some(id)) {
        if let Change::Bands(_, edit) = change
            && edit.after.is_some()
        {
            months.push(edit.key.0);
        }
    }
    if let Some(stored) = stored {
        let emptied = |it: &Change, key: (Month, BandKind)| matches!(it, Change::Bands(unit, edit) if *unit == id && edit.key == key && edit.after.is_none());
        months.extend(
            [stored.counts.first_month(), stored.counts.last_month()].into_iter().flatten(),
        );
        months.extend(
            stored
                .bands
                .keys()
                .filter(|key| !bands.iter().any(|it| emptied(it, **key)))
                .map(|it| it.0),
        );
        let left = |(month, figures): (&Month, &UnitFigures)| {
            let kept = figures.iter().any(|it| !gone.contains(&(*month, it.0)));
            kept.then_some(*month)
        };
        months.extend(stored.figures.iter().filter_map(left));
    }
    (months.iter().min().copied(), months.iter().max().copied())
}

/// What the register says, and whether a typed figure agrees: means to one decimal.
pub fn computed(
    register: &Register,
    month: Month,
    field: UnitField,
    typed: i64,
) -> (Option<i64>, bool) {
    let (first, last) = (month.first_day(), month.last_day());
    let within = |day: Day| first <= day && day <= last;
    let started =
        register.iter().filter_map(|it| Some((it.0, it.1.started().filter(|it| within(*it))?)));
    let waits: Vec<i64> = match field {
        UnitField::Started | UnitField::WaitStartedMean => {
            started.map(|(from, to)| i64::from(to.since(from))).collect()
        }
        UnitField::Withdrawn => {
            register.iter().filter(|it| it.1.withdrawn().is_some_and(within)).map(|_| 0).collect()
        }
        UnitField::Waiting | UnitField::WaitSoFarMean | UnitField::WaitLongest => {
            let waiting = register
                .iter()
                .filter(|it| it.0 <= last && it.1.ended().is_none_or(|end| last < end));
            waiting.map(|it| i64::from(last.since(it.0))).collect()
        }
        UnitField::Cases
        | UnitField::Unallocated
        | UnitField::Opened
        | UnitField::Closed
        | UnitField::NetTransferred => return (None, true),
    };
    let count = i64::try_from(waits.len()).unwrap_or(i64::MAX);
    match field {
        UnitField::WaitStartedMean | UnitField::WaitSoFarMean => {
            let sum: i64 = waits.iter().sum();
            let agrees = count != 0 && (typed * count - 1000 * sum).abs() <= 50 * count;
            let mean = (count != 0).then(|| (1000 * sum + count / 2) / count.max(1));
            (mean, agrees)
        }
        UnitField::WaitLongest => {
            let longest = waits.into_iter().max();
            (longest, longest == Some(typed))
        }
        UnitField::Waiting
        | UnitField::Started
        | UnitField::Withdrawn
        | UnitField::Cases
        | UnitField::Unallocated
        | UnitField::Opened
        | UnitField::Closed
        | UnitField::NetTransferred => (Some(count), count == typed),
    }
}

impl UnitPlan<'_> {
    /// The span of the register when these are the first and last typed months.
    pub fn register_span(
        &self,
        first: Option<Month>,
        last: Option<Month>,
    ) -> Option<(Month, Month)> {
        let WaitingList::Kept { register_from, register_through } = self.after.waiting_list else {
            return None;
        };
        let stored = self.stored.filter(|it| !it.episodes.is_empty());
        if stored.is_none() && self.days.is_none() && register_from.is_none() {
            return None;
        }
        let approvals = stored.and_then(|it| it.episodes.iter().map(|it| it.approved).min());
        let ends = stored.and_then(|it| {
            it.episodes.iter().map(|it| it.outcome.ended().unwrap_or(it.approved)).max()
        });
        let first_day = approvals.into_iter().chain(self.days.map(|it| it.0)).min();
        let last_day = ends.into_iter().chain(self.days.map(|it| it.1)).max();
        let from = register_from.or(first).or_else(|| first_day.map(Day::month))?;
        let through = [register_through, last, last_day.map(Day::month)];
        Some((from, through.into_iter().flatten().max().unwrap_or(from)))
    }
}
