//! `chart`: the trend of one figure of one unit as a picture, SVG or PNG by the name of the file.

use std::path::Path;

use super::Outcome;
use super::failure::Failure;
use super::session::Session;
use crate::chart::{Chart, ChartKind, Ground, Heading, Sheet, Size, png, svg};
use crate::domain::{Month, TargetMetric, UnitData};
use crate::measure::Key;
use crate::text::{ErrorCode, tr};
use crate::trends::{MonthFacts, Subject, chart};

/// In points; a PNG has two pixels a point.
const SIZE: Size = Size { width: 800.0, height: 450.0 };
const PIXELS: f32 = 2.0;
/// Years drawn unless told otherwise.
const YEARS: i32 = 3;

impl Session {
    pub(super) fn chart(&self) -> Outcome {
        self.no_names()?;
        let out = self.given.path("out").ok_or_else(|| self.usage("usage-missing", "--out"))?;
        let code = self.text("unit")?.ok_or_else(|| self.usage("usage-missing", "--unit"))?;
        let (key, metric) = self.drawn_figure()?;
        let kind = match self.text("kind")? {
            None | Some("run") => ChartKind::Line,
            Some("bars") => ChartKind::Bars,
            Some(other) => return Err(self.usage("usage-chart-kind", other)),
        };
        let (from, to) = (self.month_option("from")?, self.month_option("to")?);
        let book = self.open()?;
        let snapshot = book.snapshot();
        let unit = self.unit(snapshot, code)?;
        let nothing =
            || Failure::new(ErrorCode::Refused, tr(self.lang, "cli-chart-empty")).at(code);
        let last = to.or_else(|| newest(unit)).ok_or_else(nothing)?;
        let half = last.half_year();
        let mut subject =
            Subject::new(snapshot, unit.id, self.lang_of(snapshot), half).ok_or_else(nothing)?;
        subject.last = to.unwrap_or(subject.last);
        subject.facts = MonthFacts::of(&subject.measure, subject.last);
        let years = from.map_or(YEARS, |it| subject.last.year() - it.year() + 1).max(1);
        let drawn = chart(&subject, key, metric, years).ok_or_else(nothing)?;
        let drawn = begun(Chart { kind, ..drawn }, from).ok_or_else(nothing)?;
        self.write_file(&out, &self.picture(&drawn, &out)?)
    }

    /// The figures that have a trend of their own.
    fn drawn_figure(&self) -> Result<(Key, TargetMetric), Failure> {
        match self.text("figure")?.unwrap_or("caseload") {
            "caseload" => Ok((Key::Caseload, TargetMetric::Caseload)),
            "wait_started_median" => Ok((Key::WaitStartedMedian, TargetMetric::Wait)),
            other => Err(self.usage("usage-chart-figure", other)),
        }
    }

    fn month_option(&self, option: &str) -> Result<Option<Month>, Failure> {
        let Some(text) = self.text(option)? else {
            return Ok(None);
        };
        let month = Month::parse_iso(text);
        let unclear = || self.usage("usage-period", text).at(format!("--{option}"));
        month.map(Some).ok_or_else(unclear)
    }

    fn picture(&self, chart: &Chart, out: &Path) -> Result<Vec<u8>, Failure> {
        let text = svg(chart, Sheet { size: SIZE, heading: Heading::Painted }, Ground::Light);
        let ending = out.extension().map(|it| it.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("svg") => Ok(text.into_bytes()),
            Some("png") => png(&text, PIXELS).map_err(|error| {
                Failure::new(ErrorCode::Refused, error.to_string()).at(out.display().to_string())
            }),
            Some(_) | None => Err(self.usage("usage-chart-out", &out.display().to_string())),
        }
    }
}

fn newest(unit: &UnitData) -> Option<Month> {
    let register = unit.register_span().map(|it| it.1);
    [unit.last_typed_month(), register].into_iter().flatten().max()
}

/// Without the months before `from`; `None` where none is left.
fn begun(mut chart: Chart, from: Option<Month>) -> Option<Chart> {
    let first = from.unwrap_or(chart.first).max(chart.first);
    if chart.last < first {
        return None;
    }
    chart.first = first;
    for series in &mut chart.series {
        series.points.retain(|it| it.at.month().is_none_or(|it| first <= it));
    }
    for rule in &mut chart.rules {
        rule.from = rule.from.max(first);
    }
    Some(chart)
}
