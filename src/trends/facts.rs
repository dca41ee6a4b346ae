//! What the pages ask `measure` for: the figures of one unit and its run chart.

use crate::domain::{HalfYear, Month, Period};
use crate::measure::{
    Changes, Difference, Figure, Figures, Key, Ratio, Reason, Signal, UnitMeasure,
};

/// The figures of one month, and how they have changed since the same month last year.
#[derive(Debug)]
pub struct MonthFacts {
    pub month: Month,
    figures: Figures,
    changes: Vec<(Key, Changes)>,
}

impl MonthFacts {
    pub fn of(measure: &UnitMeasure<'_>, month: Month) -> Self {
        let period = Period::Month(month);
        let figures = measure.figures(period);
        let last_year = measure.figures(period.same_last_year());
        let previous = measure.figures(period.previous());
        let changes = measure.changes(period, &figures, &last_year, &previous);
        Self { month, figures, changes }
    }

    /// A figure that does not apply to the unit is not reported either.
    pub fn figure(&self, key: Key) -> Figure {
        self.figures.get(key).cloned().unwrap_or_else(|| Figure::missing(Reason::NotReported))
    }

    pub fn since_last_year(&self, key: Key) -> Option<&Difference> {
        let found = self.changes.iter().find(|it| it.0 == key)?;
        Some(&found.1.same_last_year)
    }
}

/// The value of a figure that rests on all it should rest on; what is drawn in a chart.
pub fn complete(figure: &Figure) -> Option<Ratio> {
    figure.value.filter(|_| figure.is_complete())
}

/// Whether everything that is expected of the unit for the month has been reported.
pub fn is_reported(measure: &UnitMeasure<'_>, month: Month) -> bool {
    let coverage = measure.figure(Key::Coverage, Period::Month(month));
    coverage.and_then(|it| it.numerator).is_some_and(|it| !it.is_zero())
}

/// The newest month of the half-year that is reported, else the newest with any figure at all.
pub fn newest_month(measure: &UnitMeasure<'_>, half: HalfYear) -> Option<Month> {
    let months = Period::HalfYear(half).months().rev();
    let has_any = |month: &Month| {
        let value = |key| measure.figure(key, Period::Month(*month))?.value;
        [Key::Cases, Key::Waiting].into_iter().any(|key| value(key).is_some())
    };
    months.clone().find(|it| is_reported(measure, *it)).or_else(|| months.clone().find(has_any))
}

/// The run chart of the months that end with `last`; `None` where it cannot be judged.
pub fn run_chart(measure: &UnitMeasure<'_>, key: Key, last: Month) -> Option<Signal> {
    measure.signal(key, Period::Month(last)).filter(|it| it.reason.is_none())
}

/// January so many years back, the last one being the first.
pub fn first_of_years(last: Month, years: i32) -> Month {
    Month::january(last.year() - years + 1)
}
