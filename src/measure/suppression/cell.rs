//! The counts a committee may see: what each one is, and whether it is printed.

use crate::domain::{BandKind, CountingUnit, HalfYear, UnitId};
use crate::measure::Key;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Figure(Key),
    /// Of a distribution the band with this place, from 0.
    Band(BandKind, u32),
}

/// Whose count it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    Unit(UnitId),
    /// All units with a waiting list whose cases count the same (suppression j).
    All(CountingUnit),
}

/// The name of a count. A count that was corrected after it was printed is another one, with the next version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellId {
    pub half: HalfYear,
    pub what: What,
    pub whose: Whose,
    pub version: u32,
}

/// Whether a count is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    Shown,
    /// From 1 to one less than the threshold.
    Primary,
    /// Hidden so that another cannot be worked out.
    Secondary,
    /// Not reported.
    Missing,
    /// Not printed at all, not even a sign.
    Withdrawn,
}

impl State {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Missing => "missing",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::Shown, Self::Primary, Self::Secondary, Self::Missing, Self::Withdrawn];
        all.into_iter().find(|it| it.name() == name)
    }

    /// There is a sign in its place, which tells a reader how large it is at least or at most.
    pub const fn is_hidden(self) -> bool {
        matches!(self, Self::Primary | Self::Secondary)
    }
}

/// One count with its true value, which is never printed where the state is not [`State::Shown`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub id: CellId,
    pub state: State,
    pub value: Option<i64>,
}

/// What a reader can use: Σ coefficient × count is exactly, at least or at most something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    pub terms: Vec<(i64, CellId)>,
    pub least: Option<i64>,
    pub most: Option<i64>,
    /// The figures beside the counts that say so; it is as secret as the most secret of them.
    pub figures: Vec<(UnitId, Key)>,
}

impl Tie {
    /// What it says to one who sees only some of its counts: those others are counts, so none is below
    /// zero. `None` where that leaves nothing.
    pub fn as_read(&self, is_printed: &dyn Fn(&CellId) -> bool) -> Option<Self> {
        let (terms, unseen): (Vec<_>, Vec<_>) =
            self.terms.iter().copied().partition(|it| is_printed(&it.1));
        if unseen.is_empty() {
            return Some(self.clone());
        }
        let most = self.most.filter(|_| unseen.iter().all(|it| 0 < it.0));
        let least = self.least.filter(|_| unseen.iter().all(|it| it.0 < 0));
        let says = (least.is_some() || most.is_some()) && 1 < terms.len();
        says.then(|| Self { terms, least, most, figures: self.figures.clone() })
    }
}

/// Which table of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableKind {
    /// Cases and what came and went.
    Cases,
    /// Started, withdrawn, waiting.
    WaitingList,
    /// Started by weeks waited, or waiting by weeks waited so far.
    Bands(BandKind),
}

/// Week bands: from, and to unless open.
pub type Edges = Vec<(u32, Option<u32>)>;

/// One table of counts: a row a unit, and totals last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub kind: TableKind,
    /// Of a distribution; empty otherwise. The last column of one is its total.
    pub edges: Edges,
    pub rows: Vec<Whose>,
    pub cells: Vec<Vec<Cell>>,
    /// It could not be protected, and is left out as a whole.
    pub withdrawn: bool,
}
