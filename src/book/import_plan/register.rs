//! Registers beside typed figures: what a register says of a month, what it takes over, and which months it answers for.

use super::findings::Findings;
use super::unit_plan::{UnitAt, UnitPlan, Units, stretch};
use crate::book::verdict::Remark;
use crate::domain::{
    Band, BandKind, Day, Edit, Month, Outcome, UnitData, UnitField, WaitingList, register_span,
};

/// A figure of a unit, before and after.
pub type FigureEdit = (UnitAt, Edit<(Month, UnitField), i64>);

/// A distribution of a unit, before and after.
pub type BandEdit = (UnitAt, Edit<(Month, BandKind), Vec<Band>>);

/// Approval and outcome of a unit's episodes, stored and imported.
pub type Register = Vec<(Day, Outcome)>;

/// What registers would answer for if everything in the import were stored.
pub fn set_spans(units: &mut Units<'_>) {
    for unit in units.iter_mut() {
        let mut typed = unit.stored.and_then(UnitData::typed_months);
        if let Some((first, last)) = unit.months {
            stretch(&mut typed, first, last);
        }
        unit.register = unit.span_over(typed);
    }
}

/// Says of a unit that its register now answers for months whose figures had been typed.
pub fn take_over(found: &mut Findings, unit: &str, months: usize) {
    if months != 0 {
        let unit = unit.to_owned();
        found.remark(0, Remark::RegisterTakesOver { unit, months });
    }
}

/// Sets the register's months where leaving its figures out would have moved them.
pub fn keep_spans(units: &mut Units<'_>, figures: &[FigureEdit], bands: &[BandEdit]) {
    for unit in units.iter_mut() {
        let Some((from, through)) = unit.register else {
            continue;
        };
        let mut typed = typed_months(unit, figures, bands);
        if let Some((first, last)) = unit.counted {
            stretch(&mut typed, first, last);
        }
        let derived = unit.span_over(typed);
        if let WaitingList::Kept { register_from, register_through } = &mut unit.after.waiting_list
        {
            if derived.is_none_or(|it| it.0 != from) {
                *register_from = Some(from);
            }
            if derived.is_none_or(|it| it.1 != through) {
                *register_through = Some(through);
            }
        }
    }
}

/// First and last month that will have something typed, counts of caseworkers in the import aside.
fn typed_months(
    unit: &UnitPlan<'_>,
    figures: &[FigureEdit],
    bands: &[BandEdit],
) -> Option<(Month, Month)> {
    let start = figures.partition_point(|it| it.0 < unit.at);
    let figures = figures.get(start..).unwrap_or_default();
    let figures = || figures.iter().take_while(|it| it.0 == unit.at).map(|it| &it.1);
    let bands = || bands.iter().filter(|it| it.0 == unit.at).map(|it| &it.1);
    let mut typed = None;
    let mut add = |month: Month| stretch(&mut typed, month, month);
    figures().filter(|it| it.after.is_some()).for_each(|it| add(it.key.0));
    bands().filter(|it| it.after.is_some()).for_each(|it| add(it.key.0));
    if let Some(stored) = unit.stored {
        let counted = [stored.counts.first_month(), stored.counts.last_month()];
        counted.into_iter().flatten().for_each(&mut add);
        for key in stored.bands.keys() {
            if !bands().any(|it| it.key == *key && it.after.is_none()) {
                add(key.0);
            }
        }
        let gone: Vec<_> = figures().filter(|it| it.after.is_none()).map(|it| it.key).collect();
        for (month, figures) in &stored.figures {
            if figures.iter().any(|it| !gone.contains(&(*month, it.0))) {
                add(*month);
            }
        }
    }
    typed
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
        register.iter().filter_map(|it| Some((it.0, it.1.started().filter(|day| within(*day))?)));
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
    if field.has_decimals() {
        let sum: i64 = waits.iter().sum();
        let agrees = count != 0 && (typed * count - 1000 * sum).abs() <= 50 * count;
        let mean = (count != 0).then(|| (1000 * sum + count / 2) / count.max(1));
        return (mean, agrees);
    }
    let value = if field == UnitField::WaitLongest { waits.into_iter().max() } else { Some(count) };
    (value, value == Some(typed))
}

impl UnitPlan<'_> {
    /// The span of the register when these are the first and last typed months.
    fn span_over(&self, typed: Option<(Month, Month)>) -> Option<(Month, Month)> {
        let mut days = self.days;
        for episode in self.stored.iter().flat_map(|it| it.episodes.iter()) {
            let approved = episode.approved;
            stretch(&mut days, approved, episode.outcome.ended().unwrap_or(approved));
        }
        register_span(self.after.waiting_list, typed, days)
    }
}
