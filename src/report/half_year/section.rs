//! A unit's part of the document: its charts, its table, what is said under it, and its head's assessment.

use super::charts::UnitChart;
use super::composer::{Composer, REVISED};
use super::signs::signs;
use crate::domain::HalfYear;
use crate::measure::Key;
use crate::report::UnitOverview;
use crate::report::document::{Block, Cell, Column, Table, TableKind};
use crate::report::prints::Against;
use crate::text::{figures, targets};

/// Every figure that a document prints of a half-year: its table's, how much was reported, and what does not add up.
pub fn printed_keys() -> impl Iterator<Item = Key> {
    Key::rows().into_iter().chain([Key::Coverage, Key::BalanceError])
}

/// The figures that a unit's table has a row for.
pub fn keys(unit: &UnitOverview) -> impl Iterator<Item = Key> + use<'_> {
    Key::rows().into_iter().filter(|it| unit.figures.get(*it).is_some())
}

pub fn section(
    of: &Composer<'_>,
    unit: &UnitOverview,
    charts: &[UnitChart],
    level: u8,
) -> Vec<Block> {
    let mut blocks = vec![Block::Heading { level, text: unit.name.clone() }];
    let own = charts.iter().filter(|it| it.unit == unit.id);
    blocks.extend(own.map(|it| Block::Chart(Box::new(it.illustration.clone()))));
    let table = table(of, unit);
    let notes = notes(of, unit, &table);
    blocks.push(Block::Table(table));
    blocks.push(Block::Note(notes));
    let assessment = of.request.author.assessment(unit.id);
    if !assessment.trim().is_empty() {
        blocks.push(of.heading(level + 1, "document-assessment"));
        blocks.push(Block::Paragraph(assessment.to_owned()));
    }
    blocks
}

fn table(of: &Composer<'_>, unit: &UnitOverview) -> Table {
    let half = of.half();
    let args = [("n", half.half().into()), ("year", half.plus(-2).year().to_string().into())];
    let columns = vec![
        Column::words(of.word("document-figure")),
        Column::figures(of.named(half)),
        Column::figures(of.named(half.plus(-2))),
        Column::figures(of.named(half.plus(-1))),
        Column::figures(of.words("document-change", &args)),
        Column::figures(of.word("document-target")),
    ];
    let args = [("unit", unit.name.as_str().into()), ("period", of.named(half).into())];
    Table {
        name: unit.code.clone(),
        caption: of.words("document-table-caption", &args),
        kind: TableKind::Figures,
        columns,
        rows: keys(unit).map(|it| row(of, unit, it)).collect(),
    }
}

fn row(of: &Composer<'_>, unit: &UnitOverview, key: Key) -> Vec<Cell> {
    let half = of.half();
    let figure = |half_year: HalfYear| {
        let cell = Cell::figure(of.prints.figure(unit.id, half_year, key));
        let mark = if of.request.author.is_revised(unit.id, half_year, key) {
            REVISED
        } else if half_year == half && cell.number.is_some() {
            of.provisional_mark()
        } else {
            ""
        };
        Cell { mark: mark.to_owned(), ..cell }
    };
    let target = key.target_metric().and_then(|it| of.target(unit.id, it));
    vec![
        Cell::words(of.figure_label(key, unit)),
        figure(half),
        figure(half.plus(-2)),
        figure(half.plus(-1)),
        Cell::figure(of.prints.change(unit.id, key, Against::SameLastYear)),
        Cell::words(target.map_or_else(String::new, |it| targets::range(of.display(), it))),
    ]
}

/// What was reported, and the signs that stand in the table.
fn notes(of: &Composer<'_>, unit: &UnitOverview, table: &Table) -> String {
    let coverage = unit.figures.get(Key::Coverage);
    let reported =
        coverage.map(|it| figures::shown(of.display(), Key::Coverage, it).unwrap_or_default());
    let partial = partial(of, unit);
    let mut notes = Vec::new();
    if let Some(months) = &reported {
        let months_of = ("months", months.as_str().into());
        notes.push(match partial.iter().find(|it| it.0 == *months) {
            None => of.words("document-reported", &[months_of]),
            Some((_, figures)) => {
                let figures = ("figures", figures.join("; ").into());
                of.words("document-reported-figures", &[months_of, figures])
            }
        });
    }
    for (note, figures) in partial.iter().filter(|it| Some(&it.0) != reported.as_ref()) {
        let args = [("figures", figures.join("; ").into()), ("note", note.as_str().into())];
        notes.push(of.words("document-partial", &args));
    }
    notes.extend(signs(of, table));
    notes.join(" ")
}

/// The figures that rest on less than they should, gathered by what they rest on.
fn partial(of: &Composer<'_>, unit: &UnitOverview) -> Vec<(String, Vec<String>)> {
    let mut gathered: Vec<(String, Vec<_>)> = Vec::new();
    for key in keys(unit) {
        let figure = of.prints.shown_figure(unit.id, of.half(), key);
        let partial = figure.filter(|it| it.value.is_some() && !it.is_complete());
        let Some(note) = partial.and_then(|it| figures::note(of.lang(), it)) else {
            continue;
        };
        let label = figures::label(of.lang(), key);
        match gathered.iter_mut().find(|it| it.0 == note) {
            Some((_, labels)) => labels.push(label),
            None => gathered.push((note, vec![label])),
        }
    }
    gathered
}
