//! The numbers behind the charts, as small as they go: half-years beside each other, a month under its name.

use super::charts::{UnitChart, drawn};
use super::composer::Composer;
use crate::domain::{HalfYear, Month};
use crate::report::UnitOverview;
use crate::report::document::{Cell, Column, Table, TableKind};
use crate::text::{dates, figures};

/// A table for each unit's half-years, a row a figure, and one for each figure drawn by month.
pub fn numbers_of_charts(of: &Composer<'_>, charts: &[UnitChart]) -> Vec<Table> {
    let mut tables = Vec::new();
    for unit in &of.overview.units {
        let own = charts.iter().filter(|it| it.unit == unit.id);
        let (months, halves): (Vec<_>, Vec<_>) = own.partition(|it| it.by_month);
        tables.extend(months.into_iter().map(|it| by_month(of, unit, it)));
        if !halves.is_empty() {
            tables.push(by_half_year(of, unit, &halves));
        }
    }
    tables
}

/// A row a year, a column a month of it.
fn by_month(of: &Composer<'_>, unit: &UnitOverview, drawn: &UnitChart) -> Table {
    let lang = of.lang();
    let chart = &drawn.illustration.chart;
    let name = |it| Column::figures(dates::month_abbreviated(lang, it));
    let mut columns = vec![Column::words(of.word("document-year"))];
    let year = |year| Month::january(year).through(Month::january(year).plus(11));
    columns.extend(year(chart.first.year()).map(name));
    let shown = |month: Month| {
        let found = drawn.prints.iter().find(|it| it.0.month() == Some(month));
        found.map_or_else(Cell::default, |it| Cell::figure(it.1.clone()))
    };
    let rows = (chart.first.year()..=chart.last.year())
        .map(|it| [Cell::words(it.to_string())].into_iter().chain(year(it).map(shown)).collect());
    let rows = rows.collect();
    let label = figures::label(lang, drawn.key);
    let args = [("unit", unit.name.as_str().into()), ("figure", label.into())];
    Table {
        name: format!("{} {}", unit.code, drawn.key.name()),
        caption: of.words("document-numbers-by-month", &args),
        kind: TableKind::Numbers,
        columns,
        rows,
    }
}

/// A row a figure, a column a half-year.
fn by_half_year(of: &Composer<'_>, unit: &UnitOverview, charts: &[&UnitChart]) -> Table {
    let halves: Vec<HalfYear> = drawn().map(|it| of.half().plus(it)).collect();
    let mut columns = vec![Column::words(of.word("document-figure"))];
    columns.extend(halves.iter().map(|it| Column::figures(of.named(*it))));
    let rows = charts.iter().map(|chart| {
        let shown = |it: &HalfYear| Cell::figure(of.prints.figure(unit.id, *it, chart.key));
        let label = Cell::words(of.figure_label(chart.key, unit));
        [label].into_iter().chain(halves.iter().map(shown)).collect()
    });
    Table {
        name: format!("{} half-years", unit.code),
        caption: of.words("document-numbers-by-half-year", &[("unit", unit.name.as_str().into())]),
        kind: TableKind::Numbers,
        columns,
        rows: rows.collect(),
    }
}
