//! An overview as CSV: a row a unit and figure, numbers in full.

use std::io;

use super::csv_rows;
use crate::domain::Period;
use crate::import::{Dialect, guarded};
use crate::measure::{Changes, Difference, Figure, Figures, Key, Ratio, Signal};
use crate::report::{Overview, UnitOverview};
use crate::text::{Display, WaitUnit, figures, signals, tr};

const COLUMNS: [&str; 27] = [
    "period",
    "unit",
    "name",
    "key",
    "label",
    "value",
    "measured_in",
    "status",
    "reason",
    "numerator",
    "denominator",
    "n",
    "months_used",
    "months_expected",
    "note",
    "shown",
    "same_last_year",
    "previous",
    "change_last_year",
    "change_last_year_pct",
    "change_previous",
    "change_previous_pct",
    "series_break",
    "chance_last_year",
    "chance_previous",
    "signal",
    "signal_text",
];

/// The bytes of the file; values in days, weeks, counts and fractions, as the column says.
pub fn overview_csv(overview: &Overview, dialect: Dialect) -> io::Result<Vec<u8>> {
    let mut rows = vec![COLUMNS.map(|it| header(dialect, it)).to_vec()];
    for unit in &overview.units {
        let sheet = Sheet {
            dialect,
            period: overview.period,
            code: &unit.code,
            name: &unit.name,
            unit: Some(unit),
        };
        rows.extend(unit.figures.iter().map(|it| sheet.row(it)));
    }
    let all = overview.all_units.as_ref();
    let sheet = Sheet { dialect, period: overview.period, code: "*", name: "", unit: None };
    rows.extend(all.iter().flat_map(|it| it.iter()).map(|it| sheet.row(it)));
    csv_rows::write(dialect, &rows)
}

fn header(dialect: Dialect, column: &str) -> String {
    match dialect {
        Dialect::Danish => {
            tr(csv_rows::lang(dialect), &format!("column-{}", column.replace('_', "-")))
        }
        Dialect::Plain => column.to_owned(),
    }
}

/// The rows of one unit, or of all units together.
struct Sheet<'a> {
    dialect: Dialect,
    period: Period,
    code: &'a str,
    name: &'a str,
    unit: Option<&'a UnitOverview>,
}

impl Sheet<'_> {
    fn row(&self, (key, figure): (Key, &Figure)) -> Vec<String> {
        let (dialect, lang) = (self.dialect, csv_rows::lang(self.dialect));
        let display = Display { lang, wait: WaitUnit::Weeks };
        let earlier = |figures: fn(&UnitOverview) -> &Figures| {
            let value = self.unit.and_then(|it| figures(it).get(key)?.value);
            csv_rows::number(dialect, value)
        };
        let signal = self.unit.and_then(|it| it.signal(key));
        let changes = self.unit.and_then(|it| it.change(key));
        let whole = |it: Option<i64>| it.map_or_else(String::new, |it| it.to_string());
        let note = figures::note(lang, figure).or_else(|| figures::errors(lang, figure));
        let shown = figures::shown(display, key, figure);
        vec![
            self.period.to_string(),
            guarded(self.code).into_owned(),
            guarded(self.name).into_owned(),
            key.name().to_owned(),
            figures::label(lang, key),
            csv_rows::number(dialect, figure.value),
            figures::measured_in(lang, key),
            self.word("status-", figure.status.name()),
            figure.reason.map_or_else(String::new, |it| self.word("reason-", it.name())),
            csv_rows::number(dialect, figure.numerator),
            csv_rows::number(dialect, figure.denominator),
            whole(figure.n),
            whole(figure.months.map(|it| it.used.into())),
            whole(figure.months.map(|it| it.expected.into())),
            note.unwrap_or_default(),
            shown.unwrap_or_default(),
            earlier(|it| &it.same_last_year),
            earlier(|it| &it.previous),
            self.change(changes, |it| it.same_last_year.abs),
            self.change(changes, |it| it.same_last_year.pct),
            self.change(changes, |it| it.previous.abs),
            self.change(changes, |it| it.previous.pct),
            changes.map_or_else(String::new, series_break),
            self.chance(changes.map(|it| &it.same_last_year)),
            self.chance(changes.map(|it| &it.previous)),
            signal.map_or_else(String::new, |it| self.answer(it)),
            signal.map_or_else(String::new, |it| signals::sentence(lang, key, it)),
        ]
    }

    fn change(&self, changes: Option<&Changes>, part: fn(&Changes) -> Option<Ratio>) -> String {
        csv_rows::number(self.dialect, changes.and_then(part))
    }

    /// Whether a change is more than chance; blank where it cannot be told.
    fn chance(&self, change: Option<&Difference>) -> String {
        let lang = csv_rows::lang(self.dialect);
        change.and_then(|it| figures::chance(lang, it)).unwrap_or_default()
    }

    /// Whether there is a signal; blank where none can be judged.
    fn answer(&self, signal: &Signal) -> String {
        let answer = signal.flag().map(|it| if it { "yes" } else { "no" });
        answer.map_or_else(String::new, |it| self.word("answer-", it))
    }

    /// Words for people, names for programs.
    fn word(&self, family: &str, name: &str) -> String {
        match self.dialect {
            Dialect::Danish => {
                let key = format!("{family}{}", name.replace('_', "-"));
                tr(csv_rows::lang(self.dialect), &key)
            }
            Dialect::Plain => name.to_owned(),
        }
    }
}

fn series_break(changes: &Changes) -> String {
    let day = |it: &Difference| it.series_break;
    let day = day(&changes.same_last_year).or_else(|| day(&changes.previous));
    day.map_or_else(String::new, |it| it.to_string())
}
