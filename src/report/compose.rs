//! Makes an overview of a snapshot: every period of every unit is computed once.

use std::ops::RangeInclusive;

use super::overview::{Overview, SeriesBreak, UnitOverview};
use crate::domain::{HalfYear, Period, Snapshot, UnitId};
use crate::measure::{SIGNAL_MONTHS, UnitMeasure, all_units, series_breaks};

/// The half-years whose case counts an overview of the period is made of: its signals look back
/// three years, its comparisons two, and a balance one month further.
pub fn halves_read(period: Period) -> RangeInclusive<HalfYear> {
    let last = period.last_month();
    let first = period.same_last_year().first_month().plus(-1).min(last.plus(1 - SIGNAL_MONTHS));
    first.half_year()..=last.half_year()
}

/// The overview of the units that exist in some month of the period: all of them, or only those named.
pub fn compose(snapshot: &Snapshot, period: Period, only: Option<&[UnitId]>) -> Overview {
    let exists = |unit: &UnitMeasure<'_>| {
        let mut months = period.months();
        months.any(|it| unit.data().unit.exists_in(it))
    };
    let wanted = |unit: &UnitMeasure<'_>| only.is_none_or(|it| it.contains(&unit.data().id));
    let measures = snapshot.units().map(|it| UnitMeasure::new(snapshot, it));
    let measures: Vec<_> = measures.filter(exists).filter(wanted).collect();
    let units = measures.iter().map(|it| unit_overview(snapshot, it, period));
    let units: Vec<_> = units.collect();
    let figures: Vec<_> = units.iter().map(|it| &it.figures).collect();
    let all_units = only.is_none().then(|| all_units(snapshot, period, &figures));
    Overview {
        as_of: snapshot.revision,
        period,
        municipality: snapshot.settings().municipality().to_owned(),
        units,
        all_units,
    }
}

fn unit_overview(snapshot: &Snapshot, measure: &UnitMeasure<'_>, period: Period) -> UnitOverview {
    let data = measure.data();
    let figures = measure.figures(period);
    let same_last_year = measure.figures(period.same_last_year());
    // A year's last year is the year before.
    let previous = if period.previous() == period.same_last_year() {
        same_last_year.clone()
    } else {
        measure.figures(period.previous())
    };
    UnitOverview {
        id: data.id,
        code: data.unit.code.clone(),
        name: data.unit.name_in(period.last_month()).to_owned(),
        counts: data.unit.counts,
        changes: measure.changes(period, &figures, &same_last_year, &previous),
        signals: measure.signals(period),
        breaks: breaks(snapshot, data.id, period),
        figures,
        same_last_year,
        previous,
    }
}

fn breaks(snapshot: &Snapshot, unit: UnitId, period: Period) -> Vec<SeriesBreak> {
    let (first, last) = (period.same_last_year().first_day(), period.snapshot_day());
    series_breaks(snapshot, unit)
        .into_iter()
        .filter(|it| first < it.day && it.day <= last)
        .map(|it| SeriesBreak { day: it.day, title: it.title.clone() })
        .collect()
}
