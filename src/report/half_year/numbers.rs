//! The numbers behind the charts, as small as they go: half-years beside each other, a month under its name.

use super::Composer;
use super::charts::drawn;
use crate::domain::{HalfYear, Month, Period};
use crate::measure::Key;
use crate::report::UnitOverview;
use crate::report::document::{Cell, Column, Illustration, Table, TableKind};
use crate::text::{dates, figures, tr_with};

impl Composer<'_> {
    /// A table for each unit's half-years, a row a figure, and one for each figure drawn by month.
    pub fn numbers_of_charts(&self) -> Vec<Table> {
        self.overview.units.iter().flat_map(|it| self.numbers_of(it)).collect()
    }

    fn numbers_of(&self, unit: &UnitOverview) -> Vec<Table> {
        let monthly = Self::monthly_key(unit);
        let months = monthly.and_then(|key| {
            let chart = self.monthly(unit, key)?;
            Some(self.by_month(unit, key, &chart))
        });
        let keys: Vec<Key> = Self::half_yearly_keys(unit)
            .into_iter()
            .filter(|it| self.half_years(unit, *it).is_some())
            .collect();
        let half_years = (!keys.is_empty()).then(|| self.by_half_year(unit, &keys));
        months.into_iter().chain(half_years).collect()
    }

    /// A row a year, a column a month of it.
    fn by_month(&self, unit: &UnitOverview, key: Key, it: &Illustration) -> Table {
        let lang = self.lang();
        let january = Month::new(it.chart.first.year(), 1).unwrap_or(it.chart.first);
        let mut columns = vec![Column::words(self.word("document-year"))];
        columns.extend(
            january
                .through(january.plus(11))
                .map(|it| Column::figures(dates::month_abbreviated(lang, it))),
        );
        let points: Vec<_> = it.chart.series.iter().flat_map(|it| &it.points).collect();
        let shown = |month: Month| {
            let found = points.iter().find(|it| it.at.month() == Some(month));
            found.map_or_else(Cell::default, |it| Cell::figure(lang, it.shown.clone()))
        };
        let years = it.chart.first.year()..=it.chart.last.year();
        let rows = (0..).zip(years).map(|(place, year)| {
            let first = january.plus(12 * place);
            let mut row = vec![Cell::words(year.to_string())];
            row.extend(first.through(first.plus(11)).map(shown));
            row
        });
        let rows = rows.collect();
        let label = figures::label(lang, key);
        let args = [("unit", unit.name.as_str().into()), ("figure", label.into())];
        Table {
            name: format!("{} {}", unit.code, key.name()),
            caption: tr_with(lang, "document-numbers-by-month", &args),
            kind: TableKind::Numbers,
            columns,
            rows,
        }
    }

    /// A row a figure, a column a half-year.
    fn by_half_year(&self, unit: &UnitOverview, keys: &[Key]) -> Table {
        let lang = self.lang();
        let halves: Vec<HalfYear> = drawn().map(|it| self.half().plus(it)).collect();
        let mut columns = vec![Column::words(self.word("document-figure"))];
        let name = |it: &HalfYear| Column::figures(dates::period(lang, Period::HalfYear(*it)));
        columns.extend(halves.iter().map(name));
        let rows = keys.iter().map(|key| {
            let shown =
                |it: &HalfYear| Cell::figure(lang, self.prints.figure(unit.id, *it, *key).text);
            let mut row = vec![Cell::words(self.figure_label(*key, unit))];
            row.extend(halves.iter().map(shown));
            row
        });
        let args = [("unit", unit.name.as_str().into())];
        Table {
            name: format!("{} half-years", unit.code),
            caption: tr_with(lang, "document-numbers-by-half-year", &args),
            kind: TableKind::Numbers,
            columns,
            rows: rows.collect(),
        }
    }
}
