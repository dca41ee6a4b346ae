//! An overview as CSV: a row a unit and figure, numbers in full.

use std::io;

use super::csv_rows;
use crate::domain::Period;
use crate::import::{Dialect, guarded};
use crate::measure::{Changes, Difference, Figure, Figures, Key, Ratio};
use crate::report::{Overview, UnitOverview};
use crate::text::{Display, Lang, WaitUnit, figures, signals, tr};

/// A figure of one unit, or of all units together.
struct Row<'a> {
    dialect: Dialect,
    period: Period,
    code: &'a str,
    name: &'a str,
    unit: Option<&'a UnitOverview>,
    key: Key,
    figure: &'a Figure,
}

type Cell = fn(&Row<'_>) -> String;

/// Each column with what stands in it. Words for people, names for programs; blank where it cannot be told.
const COLUMNS: [(&str, Cell); 27] = [
    ("period", |row| row.period.to_string()),
    ("unit", |row| guarded(row.code).into_owned()),
    ("name", |row| guarded(row.name).into_owned()),
    ("key", |row| row.key.name().to_owned()),
    ("label", |row| figures::label(row.lang(), row.key)),
    ("value", |row| row.number(row.figure.value)),
    ("measured_in", |row| figures::measured_in(row.lang(), row.key)),
    ("status", |row| row.word("status-", row.figure.status.name())),
    ("reason", |row| {
        row.figure.reason.map(|it| row.word("reason-", it.name())).unwrap_or_default()
    }),
    ("numerator", |row| row.number(row.figure.numerator)),
    ("denominator", |row| row.number(row.figure.denominator)),
    ("n", |row| whole(row.figure.n)),
    ("months_used", |row| whole(row.figure.months.map(|it| it.used.into()))),
    ("months_expected", |row| whole(row.figure.months.map(|it| it.expected.into()))),
    ("note", note),
    ("shown", |row| figures::shown(row.display(), row.key, row.figure).unwrap_or_default()),
    ("same_last_year", |row| row.earlier(|it| &it.same_last_year)),
    ("previous", |row| row.earlier(|it| &it.previous)),
    ("change_last_year", |row| row.change(|it| it.same_last_year.abs)),
    ("change_last_year_pct", |row| row.change(|it| it.same_last_year.pct)),
    ("change_previous", |row| row.change(|it| it.previous.abs)),
    ("change_previous_pct", |row| row.change(|it| it.previous.pct)),
    ("series_break", |row| row.changes().map_or_else(String::new, series_break)),
    ("chance_last_year", |row| row.chance(|it| &it.same_last_year)),
    ("chance_previous", |row| row.chance(|it| &it.previous)),
    ("signal", signal),
    ("signal_text", signal_text),
];

/// The bytes of the file; values in days, weeks, counts and fractions, as the column says.
pub fn overview_csv(overview: &Overview, dialect: Dialect) -> io::Result<Vec<u8>> {
    let mut rows = vec![COLUMNS.map(|it| header(dialect, it.0)).to_vec()];
    let mut add = |code: &str, name: &str, unit, figures: &Figures| {
        let period = overview.period;
        let row = |(key, figure)| Row { dialect, period, code, name, unit, key, figure };
        rows.extend(figures.iter().map(row).map(|row| COLUMNS.map(|it| it.1(&row)).to_vec()));
    };
    for unit in &overview.units {
        add(&unit.code, &unit.name, Some(unit), &unit.figures);
    }
    if let Some(all) = &overview.all_units {
        add("*", "", None, all);
    }
    csv_rows::table(dialect, &rows)
}

fn header(dialect: Dialect, column: &str) -> String {
    match dialect {
        Dialect::Danish => {
            tr(csv_rows::lang(dialect), &format!("column-{}", column.replace('_', "-")))
        }
        Dialect::Plain => column.to_owned(),
    }
}

impl Row<'_> {
    const fn lang(&self) -> Lang {
        csv_rows::lang(self.dialect)
    }

    const fn display(&self) -> Display {
        Display { lang: self.lang(), wait: WaitUnit::Weeks }
    }

    fn number(&self, value: Option<Ratio>) -> String {
        csv_rows::number(self.dialect, value)
    }

    fn earlier(&self, figures: fn(&UnitOverview) -> &Figures) -> String {
        self.number(self.unit.and_then(|it| figures(it).get(self.key)?.value))
    }

    fn changes(&self) -> Option<&Changes> {
        self.unit?.change(self.key)
    }

    fn change(&self, part: fn(&Changes) -> Option<Ratio>) -> String {
        self.number(self.changes().and_then(part))
    }

    /// Whether a change is more than chance.
    fn chance(&self, part: fn(&Changes) -> &Difference) -> String {
        let chance = self.changes().and_then(|it| figures::chance(self.lang(), part(it)));
        chance.unwrap_or_default()
    }

    fn word(&self, family: &str, name: &str) -> String {
        match self.dialect {
            Dialect::Danish => tr(self.lang(), &format!("{family}{}", name.replace('_', "-"))),
            Dialect::Plain => name.to_owned(),
        }
    }
}

fn note(row: &Row<'_>) -> String {
    let note = figures::note(row.lang(), row.figure);
    note.or_else(|| figures::errors(row.lang(), row.figure)).unwrap_or_default()
}

/// Whether there is a signal.
fn signal(row: &Row<'_>) -> String {
    let signal = row.unit.and_then(|it| it.signal(row.key)?.flag());
    let answer = signal.map(|it| if it { "yes" } else { "no" });
    answer.map(|it| row.word("answer-", it)).unwrap_or_default()
}

fn signal_text(row: &Row<'_>) -> String {
    let signal = row.unit.and_then(|it| it.signal(row.key));
    signal.map(|it| signals::sentence(row.lang(), row.key, it)).unwrap_or_default()
}

fn whole(number: Option<i64>) -> String {
    number.map_or_else(String::new, |it| it.to_string())
}

fn series_break(changes: &Changes) -> String {
    let day = changes.same_last_year.series_break.or(changes.previous.series_break);
    day.map_or_else(String::new, |it| it.to_string())
}
