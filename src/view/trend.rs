//! Trends: a chart of one figure of one unit, with target, events, median and what they say.

use super::caseload::caseload_page;
use super::waiting::waiting_page;
use crate::chart::Chart;
use crate::domain::{HalfYear, Snapshot, TargetMetric, UnitId};
use crate::text::Lang;
use crate::trends::{KeyFigure, Subject};

/// What a trend page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrendQuery {
    pub lang: Lang,
    pub metric: TargetMetric,
    pub unit: UnitId,
    pub half_year: HalfYear,
}

/// A row of key figures and the chart under it.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendModel {
    pub figures: Vec<KeyFigure>,
    pub chart: Option<Chart>,
}

/// `None` when there is no such unit.
pub fn trend_model(snapshot: &Snapshot, query: &TrendQuery) -> Option<TrendModel> {
    let subject = Subject::new(snapshot, query.unit, query.lang, query.half_year)?;
    Some(match query.metric {
        TargetMetric::Caseload => caseload_page(&subject),
        TargetMetric::Wait => waiting_page(&subject),
    })
}
