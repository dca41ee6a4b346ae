//! What the author of an overview fills in beside the figures.

use crate::domain::{Day, HalfYear, UnitId};
use crate::measure::Key;
use crate::report::document::Cell;

/// The order in which it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// What matters most, then unit by unit.
    #[default]
    Overview,
    /// The headings of a committee's case.
    CommitteeCase,
}

impl Order {
    pub const ALL: [Self; 2] = [Self::Overview, Self::CommitteeCase];

    /// The name in files and in the keys of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::CommitteeCase => "case",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Texts of a committee's case that are much the same every time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseTexts {
    pub economy: String,
    pub law: String,
    pub recommendation: String,
    pub attachments: String,
}

/// The number of an issued edition, and the one it takes the place of with the day that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionLine {
    pub number: u32,
    pub replaces: Option<(u32, Day)>,
}

/// A printed figure that has changed since it was last issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    pub unit: UnitId,
    pub half: HalfYear,
    pub key: Key,
    /// As printed then and now.
    pub old: Cell,
    pub new: Cell,
    /// Days and reasons of the corrections behind it.
    pub why: String,
}

/// Everything typed for one overview. What is empty has not been typed yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Author {
    /// The committee's name.
    pub committee: String,
    /// Beside the municipality over the title.
    pub department: String,
    pub meeting: Option<Day>,
    pub case_number: String,
    /// The heads' professional assessments.
    pub assessments: Vec<(UnitId, String)>,
    pub order: Order,
    pub texts: CaseTexts,
    /// `None` before it is issued.
    pub edition: Option<EditionLine>,
    /// `None` where no edition came before.
    pub revisions: Option<Vec<Revision>>,
}

impl Author {
    /// Whether a figure is printed otherwise than when it was last issued.
    pub fn is_revised(&self, unit: UnitId, half: HalfYear, key: Key) -> bool {
        let mut all = self.revisions.iter().flatten();
        all.any(|it| (it.unit, it.half, it.key) == (unit, half, key))
    }

    pub fn assessment(&self, unit: UnitId) -> &str {
        let found = self.assessments.iter().find(|it| it.0 == unit);
        found.map_or("", |it| it.1.as_str())
    }
}
