//! What stands around the figures: events and breaks, how much was reported, what was revised, and the source.

use super::Composer;
use crate::domain::{Day, Event, EventKind, Period, UnitId};
use crate::measure::Key;
use crate::measure::suppression::Whose;
use crate::report::UnitOverview;
use crate::report::document::{Block, Cell, Column, Table, TableKind};
use crate::text::{dates, figures, tr_with};

impl Composer<'_> {
    pub fn surroundings(&self, level: u8) -> Vec<Block> {
        let mut blocks = Vec::new();
        blocks.extend(self.events(level));
        blocks.extend(self.coverage(level));
        blocks.extend(self.revisions(level));
        blocks
    }

    /// Since the beginning of the same half-year last year, and those that stand in a chart; oldest first.
    fn events(&self, level: u8) -> Vec<Block> {
        let period = Period::HalfYear(self.half());
        let (first, last) = (period.same_last_year().first_day(), period.snapshot_day());
        let events = self.request.snapshot.shared.events.values();
        let charts: Vec<_> =
            self.overview.units.iter().filter_map(|it| self.months_drawn(it)).collect();
        let is_drawn = |it: &Event| {
            let own = charts.iter().filter(|(unit, ..)| it.unit.is_none_or(|it| it == *unit));
            own.clone().any(|(_, from, to)| *from <= it.day && it.day <= *to)
        };
        let mut events: Vec<_> =
            events.filter(|it| first <= it.day && it.day <= last || is_drawn(it)).collect();
        events.sort_by_key(|it| it.day);
        let heading = self.heading(level, "document-events");
        if events.is_empty() {
            return vec![heading, Block::Paragraph(self.word("document-no-events"))];
        }
        let month = period.last_month();
        let rows = events.iter().map(|it| {
            let unit = it.unit.and_then(|it| self.request.snapshot.unit(it));
            let unit = unit.map_or_else(
                || self.word("document-all-units"),
                |it| it.unit.name_in(month).to_owned(),
            );
            let kind = match it.kind {
                EventKind::Event => "document-event",
                EventKind::SeriesBreak => "document-break",
            };
            vec![
                Cell::words(dates::long(self.lang(), it.day)),
                Cell::words(unit),
                Cell::words(it.title.clone()),
                Cell::words(self.word(kind)),
            ]
        });
        let columns = ["document-day", "document-unit", "document-what", "document-kind"];
        vec![heading, Block::Table(self.words_table("document-events", &columns, rows.collect()))]
    }

    /// The first and the last day of a unit's chart of months.
    fn months_drawn(&self, unit: &UnitOverview) -> Option<(UnitId, Day, Day)> {
        let it = self.monthly(unit, Self::monthly_key(unit)?)?;
        Some((unit.id, it.chart.first.first_day(), it.chart.last.last_day()))
    }

    fn words_table(&self, name: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
        Table {
            name: self.word(name),
            caption: self.word(name),
            kind: TableKind::Words,
            columns: columns.iter().map(|it| Column::words(self.word(it))).collect(),
            rows,
        }
    }

    fn coverage(&self, level: u8) -> Vec<Block> {
        let display = self.display();
        let rows = self.overview.units.iter().map(|unit| {
            let shown = |key| unit.figures.get(key).and_then(|it| figures::shown(display, key, it));
            let balance = unit.figures.get(Key::BalanceError);
            let balance = balance.and_then(|it| figures::errors(self.lang(), it));
            vec![
                Cell::words(unit.name.clone()),
                Cell::words(shown(Key::Coverage).unwrap_or_default()),
                Cell::words(balance.unwrap_or_else(|| self.word("document-balance-fits"))),
            ]
        });
        let columns = ["document-unit", "document-coverage-months", "document-balance"];
        let table = self.words_table("document-coverage", &columns, rows.collect());
        vec![self.heading(level, "document-coverage"), Block::Table(table)]
    }

    /// Nothing where no edition came before.
    fn revisions(&self, level: u8) -> Vec<Block> {
        let Some(revisions) = &self.request.author.revisions else { return Vec::new() };
        let heading = self.heading(level, "document-revisions");
        if revisions.is_empty() {
            return vec![heading, Block::Paragraph(self.word("document-no-revisions"))];
        }
        // Corrections are often behind several figures: each is told once, under the table.
        let mut reasons: Vec<&str> = revisions.iter().map(|it| it.why.as_str()).collect();
        reasons.retain(|it| !it.is_empty());
        let mut seen = std::collections::BTreeSet::new();
        reasons.retain(|it| seen.insert(*it));
        let letter = |why: &str| reasons.iter().position(|it| *it == why).map(letter);
        let rows = revisions.iter().map(|it| {
            let unit = self.prints.whose(self.request.snapshot, Whose::Unit(it.unit), it.half);
            vec![
                Cell::words(unit),
                Cell::words(dates::period(self.lang(), Period::HalfYear(it.half))),
                Cell::words(figures::label(self.lang(), it.key)),
                Cell::figure(self.lang(), it.old.clone()),
                Cell::figure(self.lang(), it.new.clone()),
                Cell::words(letter(&it.why).unwrap_or_default()),
            ]
        });
        let mut table = self.words_table(
            "document-revisions",
            &[
                "document-unit",
                "document-half-year",
                "document-figure",
                "document-old",
                "document-new",
                "document-why",
            ],
            rows.collect(),
        );
        for column in table.columns.iter_mut().skip(3).take(2) {
            column.align = crate::report::document::Align::Right;
        }
        let notes = reasons.iter().enumerate().map(|(place, why)| {
            let args = [("letter", self::letter(place).into()), ("why", (*why).into())];
            tr_with(self.lang(), "document-reason", &args)
        });
        let notes = notes.collect::<Vec<_>>().join("\n");
        let mut blocks = vec![heading, Block::Table(table)];
        blocks.extend((!notes.is_empty()).then_some(Block::Note(notes)));
        blocks
    }

    pub fn source_line(&self) -> String {
        let args = [
            ("municipality", self.overview.municipality.as_str().into()),
            ("day", dates::long(self.lang(), self.request.today).into()),
            ("entry", self.overview.as_of.0.to_string().into()),
        ];
        let key = if self.overview.municipality.is_empty() {
            "document-source-alone"
        } else {
            "document-source"
        };
        tr_with(self.lang(), key, &args)
    }
}

/// a, b, … z, a1, b1 …: names of notes that are no numbers.
fn letter(place: usize) -> String {
    let letter = ('a'..='z').nth(place % 26).unwrap_or('a');
    if place < 26 { letter.to_string() } else { format!("{letter}{}", place / 26) }
}
