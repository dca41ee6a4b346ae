//! What must be known of a way to draw figures.

use crate::chart::Chart;
use crate::domain::{CaseworkerId, Month, UnitId};
use crate::measure::Key;
use crate::trends::subject::Subject;

/// Its words are `trends-drawing-` and its name.
pub struct About {
    /// On the command line, and in the names of files.
    pub name: &'static str,
    pub choices: Choices,
    /// Whether it shows single caseworkers, and so is for internal eyes only.
    pub is_internal: bool,
    pub offer: Offer,
    /// `None` where there is nothing to draw. The month is the first one wanted.
    pub draw: fn(&Subject<'_>, Key, Month) -> Option<(Chart, Origin)>,
}

/// What can be chosen for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Choices {
    FigureAndMonth,
    /// A figure; half-years go by the last one.
    Figure,
    /// The first month; its figure is its own.
    Month,
    Nothing,
}

impl About {
    pub const fn has_figure(&self) -> bool {
        matches!(self.choices, Choices::FigureAndMonth | Choices::Figure)
    }

    pub const fn has_first_month(&self) -> bool {
        matches!(self.choices, Choices::FigureAndMonth | Choices::Month)
    }
}

/// Where the pages of trends have it.
#[derive(Clone, Copy)]
pub enum Offer {
    /// One of the ways to draw the page's figure over its whole width.
    Trend,
    /// Under that, at these places of the pages; `None` where it does not stand.
    Under { caseload: Option<u8>, waiting: Option<u8> },
}

/// Whose figures a chart shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    Unit(UnitId),
    /// A unit a series.
    Units(Vec<UnitId>),
    /// A caseworker a series.
    SeriesOfPeople(UnitId, Vec<CaseworkerId>),
    /// A caseworker a point.
    PointsOfPeople(UnitId, Vec<CaseworkerId>),
}

/// All of it is the subject's own.
pub fn own(subject: &Subject<'_>, chart: Chart) -> (Chart, Origin) {
    (chart, Origin::Unit(subject.data.id))
}
