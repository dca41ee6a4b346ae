//! What is done on a page of trends.

use crate::chart::Chart;
use crate::domain::{Month, TargetMetric, UnitId};
use crate::ui::widgets::ChartForm;
use crate::view::{Source, TrendChoice};

/// What is done with a chart.
#[derive(Debug, Clone, PartialEq)]
pub enum TrendAction {
    Choose(TargetMetric, TrendChoice),
    CopyPicture(Box<Chart>),
    CopyFigures(Box<Chart>),
    /// Ask where to save it.
    Save(ChartForm, Box<Chart>),
    /// Save it where it was typed.
    SaveThere,
    CloseSaving,
    /// To the cell a figure comes from.
    GoTo(Source),
    BeginEvent(UnitId, Month),
    SaveEvent,
    CloseEvent,
}
