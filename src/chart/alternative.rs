//! The chart in words and as a table, for those who do not see it and for those who want the numbers.

use super::value::{At, Axis, Chart, Point, Series};
use crate::domain::EventKind;
use crate::text::{Arg, dates, tr, tr_with};

/// Rows of words and numbers as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataTable {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Series {
    /// "Median ventetid (uger)"
    pub fn name_with_unit(&self) -> String {
        if self.unit.is_empty() {
            return self.name.clone();
        }
        format!("{} ({})", self.name, self.unit)
    }

    /// A figure of the series as it is said alone: "12,7 uger".
    pub fn with_unit(&self, point: &Point) -> String {
        let unit = if point.value.is_some() { self.unit.as_str() } else { "" };
        format!("{} {unit}", point.shown).trim().to_owned()
    }
}

impl Chart {
    /// What the chart shows, in a few sentences.
    pub fn in_words(&self) -> String {
        let mut sentences = vec![self.title.clone(), self.subtitle.clone()];
        for series in &self.series {
            let named = |it: String| self.named(series, it);
            sentences.extend(self.extremes(series).map(named));
            sentences.extend(self.gaps(series).map(named));
        }
        sentences.extend(self.newest_bands().map(|it| it.label.clone()));
        sentences.extend(self.rules.iter().map(|it| it.label.clone()));
        for mark in self.visible_marks() {
            let key = match mark.kind {
                EventKind::Event => "ui-chart-event",
                EventKind::SeriesBreak => "ui-chart-break",
            };
            let args: [(&str, Arg<'_>); 2] = [
                ("title", (&mark.title).into()),
                ("month", dates::month(self.lang, mark.day.month()).into()),
            ];
            sentences.push(tr_with(self.lang, key, &args));
        }
        sentences.retain(|it| !it.is_empty());
        sentences.join(". ")
    }

    /// Of several series each is named.
    fn named(&self, series: &Series, sentence: String) -> String {
        if 1 < self.series.len() { format!("{}: {sentence}", series.name) } else { sentence }
    }

    fn extremes(&self, series: &Series) -> Option<String> {
        let known = |it: &&Point| it.value.is_some();
        let value = |it: &Point| it.value.unwrap_or_default();
        let points = || series.points.iter().filter(known);
        let lowest = points().min_by(|a, b| value(a).total_cmp(&value(b)))?;
        let highest = points().max_by(|a, b| value(a).total_cmp(&value(b)))?;
        let newest = points().next_back()?;
        let month = |it: &Point| Arg::from(it.at.words(self.lang));
        let args = [
            ("lowest", Arg::from(&lowest.shown)),
            ("lowest_month", month(lowest)),
            ("highest", Arg::from(&highest.shown)),
            ("highest_month", month(highest)),
            ("newest", Arg::from(&newest.shown)),
            ("newest_month", month(newest)),
        ];
        Some(tr_with(self.lang, "ui-chart-extremes", &args))
    }

    fn gaps(&self, series: &Series) -> Option<String> {
        let missing: Vec<String> = series
            .points
            .iter()
            .filter(|it| it.value.is_none())
            .map(|it| it.at.words(self.lang))
            .collect();
        let args = [("months", Arg::from(missing.join(", ")))];
        (!missing.is_empty()).then(|| tr_with(self.lang, "ui-chart-gaps", &args))
    }

    /// A row for each place on the axis: the figure of each series and what it is made of. Months
    /// and half-years are newest first; months without any figure have a row too.
    pub fn table(&self) -> DataTable {
        let mut head = vec![tr(self.lang, self.axis_name())];
        for series in &self.series {
            head.push(series.name_with_unit());
            head.push(tr(self.lang, "ui-table-basis"));
        }
        let rows = self.places().into_iter().map(|at| {
            let mut row = vec![at.words(self.lang)];
            for series in &self.series {
                let point = series.points.iter().find(|it| it.at == at);
                row.push(point.map(|it| it.shown.clone()).unwrap_or_default());
                row.push(point.map(|it| it.basis.clone()).unwrap_or_default());
            }
            row
        });
        DataTable { head, rows: rows.collect() }
    }

    const fn axis_name(&self) -> &'static str {
        match self.kind.axis {
            Axis::Months => "ui-table-month",
            Axis::HalfYears => "chart-table-half-year",
            Axis::Weeks => "chart-table-weeks",
            Axis::People => "chart-table-person",
        }
    }

    fn axis(&self) -> impl DoubleEndedIterator<Item = At> + '_ {
        self.series.first().into_iter().flat_map(|it| &it.points).map(|it| it.at.clone())
    }

    /// The places on the axis, in the order of the table.
    pub fn places(&self) -> Vec<At> {
        match self.kind.axis {
            Axis::Months => self.first.through(self.last).rev().map(At::Month).collect(),
            Axis::HalfYears => self.axis().rev().collect(),
            Axis::Weeks | Axis::People => self.axis().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::samples::line;

    #[test]
    fn words_name_the_lowest_the_highest_the_newest_and_the_gaps() {
        let chart = line("2025-01", &[Some(3.0), Some(9.0), None, Some(4.0)]);
        assert_eq!(
            chart.in_words(),
            "Titel. Undertitel. Lavest 3,0 (januar 2025), højest 9,0 (februar 2025), \
             senest 4,0 (april 2025). Mangler marts 2025"
        );
    }

    #[test]
    fn the_table_has_a_row_a_month_newest_first() {
        let table = line("2025-01", &[Some(3.0), None]).table();
        assert_eq!(table.rows[0], ["februar 2025", "..", ""]);
        assert_eq!(table.head, ["Måned", "Tal", "Grundlag"]);
        assert_eq!(table.rows[1], ["januar 2025", "3,0", ""]);
    }

    #[test]
    fn of_several_series_each_is_named() {
        let mut chart = line("2025-01", &[Some(3.0), Some(9.0)]);
        chart
            .series
            .push(crate::chart::Series { name: "Andet".to_owned(), ..chart.series[0].clone() });
        let words = chart.in_words();
        assert!(
            words.contains(". Tal: Lavest 3,0") && words.contains(". Andet: Lavest 3,0"),
            "{words}"
        );
    }
}
