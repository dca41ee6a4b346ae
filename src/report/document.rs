//! A document as a value: what stands on its pages, in reading order, with every number as it is printed.
//! Writers lay it out; none of them computes or formats a number.

use serde::Serialize;

use super::prints::Print;
use crate::chart::Chart;
use crate::domain::Day;
use crate::text::{Digits, Lang};

/// Everything a reader is given, and what a file says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub lang: Lang,
    pub meta: Meta,
    /// Over the title: the municipality and its department.
    pub lead: String,
    /// On one line or two: what it is, and of when.
    pub title: [String; 2],
    /// Said under the title when these figures may still change.
    pub provisional: Option<String>,
    /// Label and value: committee, meeting, case …
    pub facts: Vec<[String; 2]>,
    pub blocks: Vec<Block>,
    /// At the foot of every page.
    pub foot: Foot,
}

/// What a file says about itself, beside its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    pub title: String,
    pub author: String,
    pub subject: String,
    pub keywords: Vec<String>,
    /// The day the figures were taken out; the file's only clock.
    pub date: Day,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foot {
    pub name: String,
    /// "Side", "af": stand before the number of the page and before the number of pages.
    pub page: [String; 2],
}

/// One thing after another.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Levels 1 to 3.
    Heading {
        level: u8,
        text: String,
    },
    /// Paragraphs as they were typed, parted by line breaks.
    Paragraph(String),
    /// Each begins with the part that matters most.
    Findings(Vec<Finding>),
    Table(Table),
    Chart(Box<Illustration>),
    /// The numbers of all charts once more, as small tables under their captions.
    NumbersOfCharts(Vec<Table>),
    /// Terms and what they mean.
    Definitions(Vec<[String; 2]>),
    /// Set smaller, in grey.
    Note(String),
}

/// A sentence made from a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Set in bold.
    pub lead: String,
    pub rest: String,
}

/// A chart with the words around it and its numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Illustration {
    pub chart: Chart,
    /// Read out in place of the picture.
    pub alternative: String,
    /// The numbers drawn: a row a point in time, oldest first.
    pub numbers: Table,
}

/// What a table is for, which decides how wide its first column is and how small its letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TableKind {
    /// Figures of a unit, one a row.
    Figures,
    /// Mostly words.
    Words,
    /// The numbers behind charts: many columns, small letters.
    Numbers,
}

/// The first row and the first column are headings.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Short, without spaces, unique in the document: the name of a sheet's table and of a file's rows.
    pub name: String,
    /// What it shows, for those who come to it without the page around it.
    pub caption: String,
    pub kind: TableKind,
    pub columns: Vec<Column>,
    /// Each has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub head: String,
    pub align: Align,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A cell as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    pub text: String,
    /// The number in `text`, exactly as far as it is printed; `None` for words and signs.
    pub number: Option<Digits>,
    /// "r" beside a revised figure; empty elsewhere.
    pub mark: String,
}

impl Cell {
    /// Words and signs.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A figure as it is printed.
    pub fn figure(print: Print) -> Self {
        Self { number: print.digits, text: print.text, mark: String::new() }
    }

    /// The same in another language, where it is a number.
    pub fn text_in(&self, lang: Lang) -> String {
        self.number.map_or_else(|| self.text.clone(), |it| it.text(lang))
    }

    /// Everything in the cell, the mark behind the number.
    pub fn whole_text(&self) -> String {
        if self.mark.is_empty() {
            self.text.clone()
        } else {
            format!("{} {}", self.text, self.mark)
        }
    }
}

impl Column {
    pub fn words(head: impl Into<String>) -> Self {
        Self { head: head.into(), align: Align::Left }
    }

    pub fn figures(head: impl Into<String>) -> Self {
        Self { head: head.into(), align: Align::Right }
    }
}

impl Document {
    /// The title on one line.
    pub fn whole_title(&self) -> String {
        let [what, when] = &self.title;
        format!("{what}, {when}")
    }

    /// Every table once, those under charts included.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|it| match it {
            Block::Table(table) => Some(table),
            Block::Chart(chart) => Some(&chart.numbers),
            Block::Heading { .. }
            | Block::Paragraph(_)
            | Block::Findings(_)
            | Block::NumbersOfCharts(_)
            | Block::Definitions(_)
            | Block::Note(_) => None,
        })
    }

    pub fn charts(&self) -> impl Iterator<Item = &Illustration> {
        self.blocks.iter().filter_map(|block| {
            let Block::Chart(chart) = block else { return None };
            Some(&**chart)
        })
    }
}
