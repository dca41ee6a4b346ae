//! An overview as a table for a terminal of a hundred columns.

use crate::domain::{CountingUnit, Period};
use crate::measure::{Difference, Figure, Figures, Key, Kind, Reason, Status};
use crate::report::{Overview, UnitOverview};
use crate::text::{Arg, Display, Lang, dates, figures, signals, tr, tr_with};

const LABEL: usize = 43;
const FIGURE: usize = 11;
const CHANGE: usize = 20;
const WIDTH: usize = LABEL + 3 * (FIGURE + 1) + CHANGE;
/// Signals stand in from the edge, behind their mark.
const INDENT: usize = 2;

/// What stands behind a figure that has a note under the table.
const MARKS: [char; 9] = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

fn mark(place: usize) -> char {
    MARKS.get(place).copied().unwrap_or('*')
}

/// Lines of at most a hundred columns, each ended by a line feed.
pub fn overview_text(overview: &Overview, display: Display) -> String {
    let lang = display.lang;
    let mut page = String::new();
    let period = dates::period(lang, overview.period);
    let title = tr_with(lang, "overview-title", &[("period", period.into())]);
    line(&mut page, &edges(&title, &overview.municipality));
    line(&mut page, &compared(lang, overview.period));
    if overview.units.is_empty() {
        line(&mut page, "");
        line(&mut page, &tr(lang, "overview-no-units"));
    }
    for unit in &overview.units {
        let table = Table { display, period: overview.period, unit, notes: Vec::new() };
        table.write(&mut page);
    }
    if let Some(all) = &overview.all_units {
        write_all_units(&mut page, display, all);
    }
    line(&mut page, "");
    line(&mut page, &tr(lang, "overview-legend"));
    page
}

fn line(page: &mut String, text: &str) {
    page.push_str(text.trim_end());
    page.push('\n');
}

fn width(text: &str) -> usize {
    text.chars().count()
}

/// One text at each edge of the page.
fn edges(left: &str, right: &str) -> String {
    let space = WIDTH.saturating_sub(width(left) + width(right)).max(2);
    format!("{left}{}{right}", " ".repeat(space))
}

fn compared(lang: Lang, period: Period) -> String {
    let name = |it| Arg::from(dates::period(lang, it));
    let last_year = ("last-year", name(period.same_last_year()));
    if period.previous() == period.same_last_year() {
        return tr_with(lang, "overview-compared-once", &[last_year]);
    }
    let previous = ("previous", name(period.previous()));
    tr_with(lang, "overview-compared", &[last_year, previous])
}

/// The table of one unit, and the notes gathered under it.
struct Table<'a> {
    display: Display,
    period: Period,
    unit: &'a UnitOverview,
    notes: Vec<String>,
}

impl Table<'_> {
    fn write(mut self, page: &mut String) {
        let (unit, lang) = (self.unit, self.display.lang);
        let heading = format!("{}  {}, {}", unit.code, unit.name, counted(lang, unit.counts));
        write_heading(page, self.display, &heading, &unit.figures);
        line(page, &self.columns());
        for (key, figure) in unit.figures.iter() {
            match key.kind() {
                Kind::Coverage => {}
                Kind::Errors => {
                    let label = tr(lang, "overview-balance");
                    line(page, &format!("{label:<LABEL$}{}", errors_text(lang, figure)));
                }
                Kind::Count | Kind::Ratio | Kind::Share | Kind::Wait | Kind::Weeks => {
                    let row = self.row(key, figure);
                    line(page, &row);
                }
            }
        }
        self.write_notes(page);
        self.write_signals(page);
    }

    fn columns(&self) -> String {
        let lang = self.display.lang;
        let mut periods = vec![self.period, self.period.same_last_year()];
        if !self.is_yearly() {
            periods.push(self.period.previous());
        }
        let name = |it: Period| format!("{:>FIGURE$} ", dates::period_short(lang, it));
        let names: String = periods.into_iter().map(name).collect();
        let change = tr(lang, "overview-change");
        format!("{:LABEL$}{names}{change:>CHANGE$}", "")
    }

    /// The year before a year is the same year twice.
    fn is_yearly(&self) -> bool {
        self.period.previous() == self.period.same_last_year()
    }

    fn row(&mut self, key: Key, figure: &Figure) -> String {
        let (unit, lang) = (self.unit, self.display.lang);
        let mut label = figures::label(lang, key);
        let word = figures::unit_word(self.display, key);
        if !word.is_empty() {
            let args = [("figure", label.into()), ("unit", word.into())];
            label = tr_with(lang, "figure-with-unit", &args);
        }
        let mut text = format!("{label:<LABEL$}");
        text.push_str(&self.cell(key, Some(figure)));
        text.push_str(&self.cell(key, unit.same_last_year.get(key)));
        if !self.is_yearly() {
            text.push_str(&self.cell(key, unit.previous.get(key)));
        }
        let change = unit.change(key).map(|it| &it.same_last_year);
        let change = change.map_or_else(String::new, |it| change_text(self.display, key, it));
        format!("{text}{change:>CHANGE$}")
    }

    /// A figure and the mark of its note.
    fn cell(&mut self, key: Key, figure: Option<&Figure>) -> String {
        let Some(figure) = figure else {
            return " ".repeat(FIGURE + 1);
        };
        let shown = figures::shown(self.display, key, figure).unwrap_or_default();
        // Words do not fit a column: they stand as a note, and the sign says there is no number.
        let has_words = FIGURE < width(&shown);
        let shown = if has_words { figures::NOT_COMPUTABLE } else { &shown };
        let note = note_text(self.display.lang, figure);
        let mark = note.map_or(' ', |it| self.mark(it));
        format!("{shown:>FIGURE$}{mark}")
    }

    fn mark(&mut self, note: String) -> char {
        let known = self.notes.iter().position(|it| *it == note);
        mark(known.unwrap_or_else(|| {
            self.notes.push(note);
            self.notes.len() - 1
        }))
    }

    fn write_notes(&self, page: &mut String) {
        let lang = self.display.lang;
        for (at, note) in self.notes.iter().enumerate() {
            line(page, &format!("{} {note}", mark(at)));
        }
        for series_break in &self.unit.breaks {
            let args = [
                ("day", dates::long(lang, series_break.day).into()),
                ("title", series_break.title.as_str().into()),
            ];
            line(page, &format!("| {}", tr_with(lang, "overview-break", &args)));
        }
    }

    /// A sentence for every signal, where there is one.
    fn write_signals(&self, page: &mut String) {
        let lang = self.display.lang;
        let sentences = signals::given(lang, &self.unit.signals);
        if sentences.is_empty() {
            return;
        }
        line(page, &tr(lang, "signals-heading"));
        for sentence in sentences {
            for (at, part) in wrapped(&sentence, WIDTH - INDENT).into_iter().enumerate() {
                let mark = if at == 0 { "•" } else { "" };
                line(page, &format!("{mark:INDENT$}{part}"));
            }
        }
    }
}

/// Lines of at most `limit` columns, broken between words.
fn wrapped(text: &str, limit: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else {
            continue;
        };
        if line.is_empty() {
            line.push_str(word);
        } else if width(line) + 1 + width(word) <= limit {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

fn counted(lang: Lang, counts: CountingUnit) -> String {
    let key = match counts {
        CountingUnit::Child => "unit-counts-child",
        CountingUnit::Family => "unit-counts-family",
        CountingUnit::Citizen => "unit-counts-citizen",
    };
    tr(lang, key)
}

/// After a blank line; how much was reported stands at its right edge.
fn write_heading(page: &mut String, display: Display, heading: &str, own: &Figures) {
    let label = figures::label(display.lang, Key::Coverage);
    let shown = |it| figures::shown(display, Key::Coverage, it).unwrap_or_default();
    let coverage = own.get(Key::Coverage).map(|it| format!("{label} {}", shown(it)));
    line(page, "");
    line(page, &edges(heading, &coverage.unwrap_or_default()));
    line(page, &"─".repeat(WIDTH));
}

/// What the reader must know about a figure; a plain `..` says enough by itself, and breaks are listed below.
fn note_text(lang: Lang, figure: &Figure) -> Option<String> {
    let note = figures::note(lang, figure);
    let is_said = |it: &Reason| matches!(it, Reason::NotReported | Reason::SeriesBreak);
    let reason = figure.reason.filter(|it| !is_said(it));
    let reason = || Some(figures::reason(lang, reason?));
    match (figure.status, figure.note) {
        (Status::Ok, _) => None,
        (Status::Withheld, _) => Some(format!("{}, {}", tr(lang, "withheld"), note?)),
        (_, None) => reason(),
        (Status::Missing, _) => Some(format!("{}, {}", reason()?, note?)),
        (Status::Partial | Status::NotComputable, _) => note,
    }
}

fn change_text(display: Display, key: Key, change: &Difference) -> String {
    if change.series_break.is_some() {
        return "|".to_owned();
    }
    let abs = figures::change(display, key, change);
    let percent = figures::change_percent(display.lang, change);
    match percent.filter(|_| key.kind() != Kind::Share) {
        Some(percent) => format!("{abs} ({percent})"),
        None => abs,
    }
}

fn errors_text(lang: Lang, figure: &Figure) -> String {
    let errors = figures::errors(lang, figure).unwrap_or_default();
    let checked = figure.months.filter(|it| it.used != 0);
    match checked {
        None => tr(lang, "overview-unchecked"),
        Some(_) if !errors.is_empty() => errors,
        Some(months) => {
            let args = [("months", figures::months(lang, months).into())];
            tr_with(lang, "overview-balance-checked", &args)
        }
    }
}

fn write_all_units(page: &mut String, display: Display, all: &Figures) {
    let lang = display.lang;
    write_heading(page, display, &tr(lang, "overview-all-units"), all);
    if let Some(errors) = all.get(Key::TransferError) {
        let label = tr(lang, "overview-transfers");
        line(page, &format!("{label:<LABEL$}{}", errors_text(lang, errors)));
    }
}
