//! A unit's part of the document: its charts, its table, what is said under it, and its head's assessment.

use super::{Composer, PROVISIONAL, REVISED};
use crate::domain::Period;
use crate::measure::{Key, Kind};
use crate::report::UnitOverview;
use crate::report::document::{Block, Cell, Column, Table, TableKind};
use crate::report::prints::{Against, PrintState};
use crate::text::{committee, dates, figures, tr_with};

/// Every figure that a document prints of a half-year: its table's, how much was reported, and what does not add up.
pub fn printed_keys() -> impl Iterator<Item = Key> {
    Key::rows().into_iter().chain([Key::Coverage, Key::BalanceError])
}

pub struct Section<'a> {
    of: Composer<'a>,
    unit: &'a UnitOverview,
}

impl<'a> Section<'a> {
    pub const fn new(of: Composer<'a>, unit: &'a UnitOverview) -> Self {
        Self { of, unit }
    }

    pub fn blocks(&self, level: u8) -> Vec<Block> {
        let mut blocks = vec![Block::Heading { level, text: self.unit.name.clone() }];
        blocks.extend(
            self.of.unit_charts(self.unit).into_iter().map(|it| Block::Chart(Box::new(it))),
        );
        let table = self.table();
        let notes = self.notes(&table);
        blocks.push(Block::Table(table));
        blocks.push(Block::Note(notes));
        let assessment = self.of.request.author.assessment(self.unit.id);
        if !assessment.trim().is_empty() {
            blocks.push(Block::Heading {
                level: level + 1,
                text: self.of.word("document-assessment"),
            });
            blocks.push(Block::Paragraph(assessment.to_owned()));
        }
        blocks
    }

    /// The figures that the table has a row for.
    pub fn keys(&self) -> impl Iterator<Item = Key> + use<'_> {
        let has = |key: &Key| self.unit.figures.get(*key).is_some();
        Key::rows().into_iter().filter(has)
    }

    fn table(&self) -> Table {
        let lang = self.of.lang();
        let half = self.of.half();
        let name = |it| dates::period(lang, Period::HalfYear(it));
        let year = half.plus(-2).year().to_string();
        let columns = vec![
            Column::words(self.of.word("document-figure")),
            Column::figures(name(half)),
            Column::figures(name(half.plus(-2))),
            Column::figures(name(half.plus(-1))),
            Column::figures(tr_with(
                lang,
                "document-change",
                &[("n", half.half().into()), ("year", year.into())],
            )),
            Column::figures(self.of.word("document-target")),
        ];
        let args = [("unit", self.unit.name.as_str().into()), ("period", name(half).into())];
        Table {
            name: self.unit.code.clone(),
            caption: tr_with(lang, "document-table-caption", &args),
            kind: TableKind::Figures,
            columns,
            rows: self.keys().map(|it| self.row(it)).collect(),
        }
    }

    fn row(&self, key: Key) -> Vec<Cell> {
        let lang = self.of.lang();
        let half = self.of.half();
        let prints = self.of.prints;
        let figure = |it| {
            let cell = Cell::figure(lang, prints.figure(self.unit.id, it, key).text);
            let mark = if self.of.request.author.is_revised(self.unit.id, it, key) {
                REVISED
            } else if it == half && cell.number.is_some() {
                self.of.provisional_mark()
            } else {
                ""
            };
            Cell { mark: mark.to_owned(), ..cell }
        };
        let change = prints.change(self.unit.id, key, Against::SameLastYear);
        vec![
            Cell::words(self.of.figure_label(key, self.unit)),
            figure(half),
            figure(half.plus(-2)),
            figure(half.plus(-1)),
            Cell::figure(lang, change.text),
            Cell::words(self.target(key)),
        ]
    }

    fn target(&self, key: Key) -> String {
        let day = Period::HalfYear(self.of.half()).snapshot_day();
        let target = key.target_metric().and_then(|it| self.of.target(self.unit.id, it, day));
        target.map_or_else(String::new, |it| self.of.target_cell(it))
    }

    /// What was reported, and the signs that stand in the table.
    fn notes(&self, table: &Table) -> String {
        let lang = self.of.lang();
        let coverage = self.unit.figures.get(Key::Coverage);
        let reported = coverage
            .map(|it| figures::shown(self.of.display(), Key::Coverage, it).unwrap_or_default());
        let partial = self.partial();
        let mut notes = Vec::new();
        if let Some(months) = &reported {
            let args = vec![("months", months.clone().into())];
            notes.push(match partial.iter().find(|it| it.0 == *months) {
                None => tr_with(lang, "document-reported", &args),
                Some((_, figures)) => {
                    let figures = ("figures", figures.join("; ").into());
                    tr_with(lang, "document-reported-figures", &[args, vec![figures]].concat())
                }
            });
        }
        for (note, figures) in partial.iter().filter(|it| Some(&it.0) != reported.as_ref()) {
            let args = [("figures", figures.join("; ").into()), ("note", note.clone().into())];
            notes.push(tr_with(lang, "document-partial", &args));
        }
        notes.extend(self.of.signs(table));
        notes.join(" ")
    }

    /// The figures that rest on less than they should, gathered by what they rest on.
    fn partial(&self) -> Vec<(String, Vec<String>)> {
        let mut gathered: Vec<(String, Vec<_>)> = Vec::new();
        for key in self.keys() {
            let figure = self.of.prints.shown_figure(self.unit.id, self.of.half(), key);
            let partial = figure.filter(|it| it.value.is_some() && !it.is_complete());
            let Some(note) = partial.and_then(|it| figures::note(self.of.lang(), it)) else {
                continue;
            };
            let label = figures::label(self.of.lang(), key);
            match gathered.iter_mut().find(|it| it.0 == note) {
                Some((_, labels)) => labels.push(label),
                None => gathered.push((note, vec![label])),
            }
        }
        gathered
    }

    /// Whether the figure of the half-year may be spoken of.
    pub fn is_shown(&self, key: Key) -> bool {
        self.of.prints.figure(self.unit.id, self.of.half(), key).state == PrintState::Shown
    }
}

impl Composer<'_> {
    /// What the signs and marks in a table mean: those that stand in it.
    pub fn signs(&self, table: &Table) -> Vec<String> {
        let cells = || table.rows.iter().flatten();
        let has = |sign: &str| cells().any(|it| it.text == sign);
        let mut notes = Vec::new();
        for (sign, key) in [
            (figures::NOT_REPORTED, "document-sign-missing"),
            (figures::NOT_COMPUTABLE, "document-sign-none"),
            (figures::SERIES_BREAK, "document-sign-break"),
            (committee::HIDDEN, "document-sign-secondary"),
        ] {
            if has(sign) {
                notes.push(self.word(key));
            }
        }
        let small = committee::small(self.prints.threshold);
        if has(&small) {
            notes.push(tr_with(self.lang(), "document-sign-hidden", &[("sign", small.into())]));
        }
        for (mark, key) in
            [(REVISED, "document-sign-revised"), (PROVISIONAL, "document-sign-provisional")]
        {
            if cells().any(|it| it.mark == mark) {
                notes.push(self.word(key));
            }
        }
        notes
    }

    /// "Sagsantal ultimo, familier", "Ventetid, påbegyndte, median, uger".
    pub fn figure_label(&self, key: Key, unit: &UnitOverview) -> String {
        let lang = self.lang();
        let label = figures::label(lang, key);
        let word = match key.kind() {
            Kind::Wait | Kind::Weeks => figures::unit_word(self.display(), key),
            Kind::Count if key == Key::Cases => self.counted(unit),
            Kind::Count | Kind::Ratio | Kind::Share | Kind::Coverage | Kind::Errors => {
                String::new()
            }
        };
        if word.is_empty() { label } else { format!("{label}, {word}") }
    }

    fn counted(&self, unit: &UnitOverview) -> String {
        use crate::domain::CountingUnit as C;
        self.word(match unit.counts {
            C::Child => "document-counts-child",
            C::Family => "document-counts-family",
            C::Citizen => "document-counts-citizen",
        })
    }
}
