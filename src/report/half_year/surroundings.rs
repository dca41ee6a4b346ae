//! What stands around the figures: events and breaks, how much was reported, what was revised, and the source.

use super::charts::UnitChart;
use super::composer::Composer;
use crate::domain::{Event, EventKind, Period};
use crate::measure::Key;
use crate::measure::suppression::Whose;
use crate::report::document::{Align, Block, Cell, Column, Table, TableKind};
use crate::text::{dates, figures};

pub fn surroundings(of: &Composer<'_>, charts: &[UnitChart], level: u8) -> Vec<Block> {
    let mut blocks = events(of, charts, level);
    blocks.extend(coverage(of, level));
    blocks.extend(revisions(of, level));
    blocks
}

/// Since the beginning of the same half-year last year, and those that stand in a chart; oldest first.
fn events(of: &Composer<'_>, charts: &[UnitChart], level: u8) -> Vec<Block> {
    let period = Period::HalfYear(of.half());
    let (first, last) = (period.same_last_year().first_day(), period.snapshot_day());
    let snapshot = of.request.snapshot;
    let is_drawn = |event: &Event| {
        charts.iter().filter(|it| it.by_month).any(|drawn| {
            let chart = &drawn.illustration.chart;
            event.unit.is_none_or(|unit| unit == drawn.unit)
                && chart.first.first_day() <= event.day
                && event.day <= chart.last.last_day()
        })
    };
    let events = snapshot.shared.events.values();
    let mut events: Vec<_> =
        events.filter(|it| first <= it.day && it.day <= last || is_drawn(it)).collect();
    events.sort_by_key(|it| it.day);
    let heading = of.heading(level, "document-events");
    if events.is_empty() {
        return vec![heading, Block::Paragraph(of.word("document-no-events"))];
    }
    let rows = events.iter().map(|event| {
        let unit = event.unit.and_then(|it| snapshot.unit(it));
        let unit = unit.map_or_else(
            || of.word("document-all-units"),
            |it| it.unit.name_in(period.last_month()).to_owned(),
        );
        let kind = match event.kind {
            EventKind::Event => "document-event",
            EventKind::SeriesBreak => "document-break",
        };
        vec![
            Cell::words(dates::long(of.lang(), event.day)),
            Cell::words(unit),
            Cell::words(event.title.clone()),
            Cell::words(of.word(kind)),
        ]
    });
    let columns = ["document-day", "document-unit", "document-what", "document-kind"];
    vec![heading, Block::Table(words_table(of, "document-events", &columns, rows.collect()))]
}

fn words_table(of: &Composer<'_>, name: &str, columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table {
        name: of.word(name),
        caption: of.word(name),
        kind: TableKind::Words,
        columns: columns.iter().map(|it| Column::words(of.word(it))).collect(),
        rows,
    }
}

fn coverage(of: &Composer<'_>, level: u8) -> Vec<Block> {
    let rows = of.overview.units.iter().map(|unit| {
        let coverage = unit.figures.get(Key::Coverage);
        let coverage = coverage.and_then(|it| figures::shown(of.display(), Key::Coverage, it));
        let balance = unit.figures.get(Key::BalanceError);
        let balance = balance.and_then(|it| figures::errors(of.lang(), it));
        vec![
            Cell::words(unit.name.clone()),
            Cell::words(coverage.unwrap_or_default()),
            Cell::words(balance.unwrap_or_else(|| of.word("document-balance-fits"))),
        ]
    });
    let columns = ["document-unit", "document-coverage-months", "document-balance"];
    let table = words_table(of, "document-coverage", &columns, rows.collect());
    vec![of.heading(level, "document-coverage"), Block::Table(table)]
}

/// Nothing where no edition came before.
fn revisions(of: &Composer<'_>, level: u8) -> Vec<Block> {
    let Some(revisions) = &of.request.author.revisions else { return Vec::new() };
    let heading = of.heading(level, "document-revisions");
    if revisions.is_empty() {
        return vec![heading, Block::Paragraph(of.word("document-no-revisions"))];
    }
    // Corrections are often behind several figures: each is told once, under the table.
    let mut reasons: Vec<&str> = Vec::new();
    for revision in revisions.iter().filter(|it| !it.why.is_empty()) {
        if !reasons.contains(&revision.why.as_str()) {
            reasons.push(&revision.why);
        }
    }
    let letter_of = |why: &str| reasons.iter().position(|it| *it == why).map(letter);
    let rows = revisions.iter().map(|revision| {
        vec![
            Cell::words(of.prints.whose(
                of.request.snapshot,
                Whose::Unit(revision.unit),
                revision.half,
            )),
            Cell::words(of.named(revision.half)),
            Cell::words(figures::label(of.lang(), revision.key)),
            revision.old.clone(),
            revision.new.clone(),
            Cell::words(letter_of(&revision.why).unwrap_or_default()),
        ]
    });
    let columns = [
        "document-unit",
        "document-half-year",
        "document-figure",
        "document-old",
        "document-new",
        "document-why",
    ];
    let mut table = words_table(of, "document-revisions", &columns, rows.collect());
    for column in table.columns.iter_mut().skip(3).take(2) {
        column.align = Align::Right;
    }
    let notes = reasons.iter().enumerate().map(|(place, why)| {
        let args = [("letter", letter(place).into()), ("why", (*why).into())];
        of.words("document-reason", &args)
    });
    let notes = notes.collect::<Vec<_>>().join("\n");
    let mut blocks = vec![heading, Block::Table(table)];
    blocks.extend((!notes.is_empty()).then_some(Block::Note(notes)));
    blocks
}

pub fn source_line(of: &Composer<'_>) -> String {
    let municipality = of.overview.municipality.as_str();
    let args = [
        ("municipality", municipality.into()),
        ("day", dates::long(of.lang(), of.request.today).into()),
        ("entry", of.overview.as_of.0.to_string().into()),
    ];
    let is_alone = municipality.is_empty();
    of.words(if is_alone { "document-source-alone" } else { "document-source" }, &args)
}

/// a, b, … z, a1, b1 …: names of notes that are no numbers.
fn letter(place: usize) -> String {
    let letter = ('a'..='z').nth(place % 26).unwrap_or('a');
    if place < 26 { letter.to_string() } else { format!("{letter}{}", place / 26) }
}
