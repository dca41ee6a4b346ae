//! The month axis: which months get a word, and which a year beneath it.

use crate::domain::Month;
use crate::text::{Lang, dates};

/// A labelled month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthTick {
    pub month: Month,
    pub label: String,
    /// In bold under the label; under each January, and under the first label.
    pub year: Option<String>,
}

/// Month labels with at least `label_width` points between neighbours' beginnings.
///
/// `month_width` is the distance from one month to the next. Half-years come before months:
/// January and July, unless the chart is short, or so narrow that only Januaries fit.
pub fn month_ticks(
    lang: Lang,
    first: Month,
    last: Month,
    month_width: f32,
    label_width: f32,
) -> Vec<MonthTick> {
    let months = last.since(first) + 1;
    let finest = match months {
        ..=14 => 1,
        15..=27 => 3,
        _ => 6,
    };
    let step = [1, 3, 6, 12, 24, 60, 120]
        .into_iter()
        .filter(|it| finest <= *it)
        .find(|it| label_width <= month_width * *it as f32)
        .unwrap_or(120);
    let labelled = first.through(last).filter(|it| it.number().rem_euclid(step) == 0);
    let mut ticks: Vec<MonthTick> = labelled
        .map(|month| MonthTick {
            month,
            label: dates::month_abbreviated(lang, month),
            year: (month.month() == 1).then(|| month.year().to_string()),
        })
        .collect();
    let year_fits = ticks
        .get(1)
        .is_none_or(|next| next.year.is_none() || label_width <= month_width * step as f32);
    if let Some(tick) = ticks.first_mut().filter(|_| year_fits) {
        tick.year.get_or_insert_with(|| tick.month.year().to_string());
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::parse_iso(text).unwrap()
    }

    #[track_caller]
    fn check(first: &str, last: &str, month_width: f32, expected: &str) {
        let ticks = month_ticks(Lang::Da, month(first), month(last), month_width, 40.0);
        let shown: Vec<String> = ticks
            .into_iter()
            .map(|it| format!("{}{}", it.label, it.year.unwrap_or_default()))
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn januaries_and_julies_are_labelled_and_januaries_carry_the_year() {
        check("2022-01", "2023-10", 7.0, "jan.2022 juli jan.2023 juli");
        check("2023-07", "2024-12", 7.0, "juli2023 jan.2024 juli");
    }

    #[test]
    fn a_narrow_chart_keeps_only_januaries_and_then_every_other() {
        check("2020-01", "2023-12", 4.0, "jan.2020 jan.2021 jan.2022 jan.2023");
        check("2020-01", "2023-12", 2.0, "jan.2020 jan.2022");
    }

    #[test]
    fn a_short_chart_names_every_month() {
        check("2026-07", "2026-10", 60.0, "juli2026 aug. sep. okt.");
    }
}
