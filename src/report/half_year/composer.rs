//! What every part of the document is made from, and the words they share.

use super::author::Author;
use crate::domain::{CountingUnit, Day, HalfYear, Period, Snapshot, Target, TargetMetric, UnitId};
use crate::measure::{Key, Kind, Targets};
use crate::report::document::Block;
use crate::report::prints::{Print, Prints};
use crate::report::{Overview, UnitOverview};
use crate::text::{Arg, Display, Lang, dates, figures, tr, tr_with};

/// Marks of figures that are not issued, and of figures that have changed since they were.
pub const PROVISIONAL: &str = "f";
pub const REVISED: &str = "r";

/// What a document is made of.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    pub snapshot: &'a Snapshot,
    /// Every figure that may be printed, and whether it is.
    pub prints: &'a Prints,
    pub author: &'a Author,
    /// The day the figures are taken out.
    pub today: Day,
}

/// A request with what it is about.
#[derive(Clone, Copy)]
pub struct Composer<'a> {
    pub request: Request<'a>,
    pub overview: &'a Overview,
    pub prints: &'a Prints,
}

impl<'a> Composer<'a> {
    pub const fn new(request: Request<'a>) -> Self {
        Self { request, overview: request.prints.overview(), prints: request.prints }
    }

    pub const fn lang(&self) -> Lang {
        self.prints.display.lang
    }

    pub const fn half(&self) -> HalfYear {
        self.prints.half
    }

    pub const fn display(&self) -> Display {
        self.prints.display
    }

    pub fn word(&self, key: &str) -> String {
        tr(self.lang(), key)
    }

    pub fn words(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        tr_with(self.lang(), key, args)
    }

    /// "2. halvår 2025"
    pub fn named(&self, half: HalfYear) -> String {
        dates::period(self.lang(), Period::HalfYear(half))
    }

    pub fn heading(&self, level: u8, key: &str) -> Block {
        Block::Heading { level, text: self.word(key) }
    }

    /// A figure of the half-year itself.
    pub fn figure(&self, unit: &UnitOverview, key: Key) -> Print {
        self.prints.figure(unit.id, self.half(), key)
    }

    /// The target in force at the end of the half-year.
    pub fn target(&self, unit: UnitId, metric: TargetMetric) -> Option<&'a Target> {
        let day = Period::HalfYear(self.half()).snapshot_day();
        Targets::of(self.request.snapshot, unit, metric).in_force(day)
    }

    /// Beside every figure of the half-year until it is issued.
    pub const fn provisional_mark(&self) -> &'static str {
        if self.request.author.edition.is_none() { PROVISIONAL } else { "" }
    }

    /// "Sagsantal ultimo, familier", "Ventetid, påbegyndte, median, uger".
    pub fn figure_label(&self, key: Key, unit: &UnitOverview) -> String {
        let label = figures::label(self.lang(), key);
        let word = match key.kind() {
            Kind::Wait | Kind::Weeks => figures::unit_word(self.display(), key),
            Kind::Count if key == Key::Cases => self.word(match unit.counts {
                CountingUnit::Child => "document-counts-child",
                CountingUnit::Family => "document-counts-family",
                CountingUnit::Citizen => "document-counts-citizen",
            }),
            Kind::Count | Kind::Ratio | Kind::Share | Kind::Coverage | Kind::Errors => {
                String::new()
            }
        };
        if word.is_empty() { label } else { format!("{label}, {word}") }
    }
}
