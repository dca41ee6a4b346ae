//! One unit as it is looked at: its figures up to a month, in a language and a unit of time.

use std::cell::OnceCell;

use super::facts::{MonthFacts, newest_month};
use super::figure::KeyFigure;
use crate::domain::{Day, HalfYear, Month, Snapshot, Target, TargetMetric, UnitData, UnitId};
use crate::measure::{Key, Targets, UnitMeasure};
use crate::text::{Arg, Display, Lang, tr_with};

/// Whose figures are shown, and until when.
pub struct Subject<'a> {
    pub snapshot: &'a Snapshot,
    pub data: &'a UnitData,
    pub measure: UnitMeasure<'a>,
    /// Its place among the units, and so among the colours.
    pub color: usize,
    pub display: Display,
    pub half_year: HalfYear,
    /// The newest month with figures; `None` when nothing is reported in the half-year.
    pub newest: Option<Month>,
    /// The newest month of the half-year with figures; else its last.
    pub last: Month,
    facts: OnceCell<MonthFacts>,
}

impl<'a> Subject<'a> {
    pub fn new(
        snapshot: &'a Snapshot,
        unit: UnitId,
        lang: Lang,
        half_year: HalfYear,
    ) -> Option<Self> {
        let measure = UnitMeasure::new(snapshot, snapshot.unit(unit)?);
        let newest = newest_month(&measure, half_year);
        let last = newest.unwrap_or_else(|| half_year.last_month());
        Some(Self { half_year, newest, ..Self::at(snapshot, unit, lang, last)? })
    }

    /// Up to this month, whether it has figures or not.
    pub fn at(snapshot: &'a Snapshot, unit: UnitId, lang: Lang, last: Month) -> Option<Self> {
        let data = snapshot.unit(unit)?;
        let measure = UnitMeasure::new(snapshot, data);
        Some(Self {
            snapshot,
            data,
            color: snapshot.units().position(|it| it.id == unit)?,
            display: Display::of(snapshot.settings(), lang),
            half_year: last.half_year(),
            newest: Some(last),
            last,
            facts: OnceCell::new(),
            measure,
        })
    }

    /// The same in another language, or another unit of waits.
    #[must_use]
    pub fn displayed(self, display: Display) -> Self {
        Self { display, ..self }
    }

    /// The figures of the last month.
    pub fn facts(&self) -> &MonthFacts {
        self.facts.get_or_init(|| MonthFacts::of(&self.measure, self.last))
    }

    pub const fn lang(&self) -> Lang {
        self.display.lang
    }

    pub fn words(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        tr_with(self.lang(), key, args)
    }

    pub fn name(&self) -> &'a str {
        self.data.unit.name_in(self.last)
    }

    /// The target in force on a day.
    pub fn target(&self, metric: TargetMetric, day: Day) -> Option<&'a Target> {
        Targets::of(self.snapshot, self.data.id, metric).in_force(day)
    }

    /// A figure of the subject's last month.
    pub fn key_figure(&self, key: Key) -> KeyFigure {
        KeyFigure::of(self.display, key, &self.facts().figure(key))
    }
}
