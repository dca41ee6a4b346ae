//! A row a series, a cell a month: the darker, the higher. Cells beyond the norm carry a mark, and
//! a missing figure is an empty outline.

use crate::chart::axes::{month_ticks, round_ticks};
use crate::chart::scene::{
    Anchor, Area, Dash, Datum, Ink, LABEL, Lettering, Pointer, Scene, Spot, TextWidth, YEAR,
    shortened,
};
use crate::chart::value::{Axis, Chart, ChartKind, PointRole, SeriesAs};
use crate::domain::Month;
use crate::text::{dates, number};

/// A row a series, a cell a month.
pub const HEAT: &ChartKind = &ChartKind {
    name: "heat",
    axis: Axis::Months,
    pointer: Pointer::Nearest,
    series: SeriesAs::Row,
    has_marks: false,
    paint,
};

/// Between two cells.
const GAP: f32 = 1.0;
/// The scale above, the months below.
const HEAD: f32 = 26.0;
const FOOT: f32 = 38.0;
/// Rows lower than this have no room for a name.
const LEAST_ROW: f32 = 12.5;

struct Cells {
    plot: Area,
    first: Month,
    slot: f32,
    row: f32,
}

impl Cells {
    fn area(&self, row: usize, month: Month) -> Area {
        let left = self.plot.left + self.slot * month.since(self.first) as f32;
        let top = self.plot.top + self.row * row as f32;
        Area { left, top, right: left + self.slot - GAP, bottom: top + self.row - GAP }
    }
}

fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    let most = (scene.size.width * 0.28).max(40.0);
    let names: Vec<String> =
        chart.series.iter().map(|it| shortened(&it.name, Lettering::Label, most, text)).collect();
    let left = names.iter().map(|it| text(it, Lettering::Label)).fold(0.0, f32::max).ceil() + 10.0;
    let plot = Area {
        left,
        top: HEAD,
        right: (scene.size.width - 2.0).max(left + 40.0),
        bottom: (scene.size.height - FOOT).max(HEAD + 20.0),
    };
    let months = (chart.last.since(chart.first) + 1).max(1) as f32;
    let row = (plot.height() / chart.series.len().max(1) as f32).min(26.0);
    let plot = Area { bottom: plot.top + row * chart.series.len() as f32, ..plot };
    let cells = Cells { plot, first: chart.first, slot: plot.width() / months, row };
    scene.plot = plot;
    let steps = Steps::of(chart);
    legend(scene, chart, &steps, text);
    // Where rows are low, only every other name has room.
    let every = (LEAST_ROW / row.max(1.0)).ceil().max(1.0);
    for (place, name) in names.iter().enumerate() {
        let middle = plot.top + row * (place as f32 + 0.5);
        if place as f32 % every < 0.5 {
            scene.word((left - 10.0, middle), Anchor::End, name, LABEL, text);
        }
    }
    for (series, line) in chart.series.iter().enumerate() {
        for (point, figure) in line.points.iter().enumerate() {
            let Some(month) = figure.at.month() else { continue };
            let area = cells.area(series, month);
            let datum = Datum { series, point };
            let Some(value) = figure.value else {
                empty(scene, area);
                continue;
            };
            let step = steps.step(value);
            scene.bar(area, Ink::Step(step), datum);
            if figure.role == PointRole::Compared {
                let radius = (area.height().min(area.width()) * 0.16).min(2.6);
                scene.disc(area.center(), radius, Ink::OnStep(step));
            }
        }
    }
    axis(scene, chart, &cells, text);
}

/// A line through a cell without a figure.
fn empty(scene: &mut Scene, area: Area) {
    let y = area.center().y;
    let half = (area.width() * 0.2).min(3.0);
    let x = area.center().x;
    scene.line(Spot { x: x - half, y }, Spot { x: x + half, y }, Ink::Muted, 1.0, Dash::Whole);
}

/// Where the steps of colour begin and end.
struct Steps {
    low: f64,
    high: f64,
    /// Some lie above the last step, and are as dark as it.
    goes_beyond: bool,
}

/// The highest figures that do not decide the steps, where they are far above the rest: somebody with
/// a few hours and many cases must not make all others look alike.
const LEFT_OUT: f64 = 0.02;
/// How far is far.
const FAR: f64 = 1.5;

impl Steps {
    fn of(chart: &Chart) -> Self {
        let mut values: Vec<f64> = chart.values().filter(|it| it.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        let (low, highest) = match (values.first(), values.last()) {
            (Some(low), Some(high)) => (*low, *high),
            _ => (0.0, 1.0),
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a share of the places of a list"
        )]
        let left_out = (values.len() as f64 * LEFT_OUT).ceil() as usize;
        let usual = values.iter().rev().nth(left_out).copied().unwrap_or(highest);
        let goes_beyond = 0.0 < usual && usual * FAR < highest;
        let ticks = round_ticks(low, if goes_beyond { usual } else { highest });
        Self {
            low: ticks.values.first().copied().unwrap_or(0.0),
            high: ticks.values.last().copied().unwrap_or(1.0),
            goes_beyond,
        }
    }

    fn step(&self, value: f64) -> u8 {
        let share = (value - self.low) / (self.high - self.low).max(f64::EPSILON);
        let steps = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let above = steps.into_iter().filter(|it| it / 7.0 <= share).count();
        u8::try_from(above).unwrap_or(0)
    }
}

/// From the lowest to the highest figure in seven steps, and what the mark means.
fn legend(scene: &mut Scene, chart: &Chart, steps: &Steps, text: TextWidth<'_>) {
    let decimals = u8::from((steps.high - steps.low) < 7.0);
    let low = number::tick(chart.lang, steps.low, decimals);
    let high = number::tick(chart.lang, steps.high, decimals);
    let high = if steps.goes_beyond { format!("{high}+") } else { high };
    let mut x = scene.plot.left;
    x = scene.word((x, 11.0), Anchor::Start, &low, LABEL, text).right + 6.0;
    for step in 0..7 {
        scene.fill(Area { left: x, top: 5.0, right: x + 15.0, bottom: 17.0 }, Ink::Step(step));
        x += 16.0;
    }
    x = scene.word((x + 5.0, 11.0), Anchor::Start, &high, LABEL, text).right + 16.0;
    let points = chart.series.iter().flat_map(|it| &it.points);
    let Some(band) = chart.newest_bands().next() else { return };
    if points.into_iter().any(|it| it.role == PointRole::Compared) {
        let label =
            crate::text::tr_with(chart.lang, "chart-beyond", &[("target", (&band.label).into())]);
        let room = scene.size.width - x - 12.0;
        if text(&label, Lettering::Label) <= room {
            scene.disc(Spot { x, y: 11.0 }, 2.6, Ink::Text);
            scene.word((x + 8.0, 11.0), Anchor::Start, &label, LABEL, text);
        }
    }
}

fn axis(scene: &mut Scene, chart: &Chart, cells: &Cells, text: TextWidth<'_>) {
    let width = (1..=12)
        .map(|it| dates::month_abbreviated(chart.lang, Month::january(2026).plus(it)))
        .map(|it| text(&it, Lettering::Label))
        .fold(text("2026", Lettering::Year), f32::max);
    for tick in month_ticks(chart.lang, chart.first, chart.last, cells.slot, width + 10.0) {
        let area = cells.area(0, tick.month);
        let half = text(&tick.label, Lettering::Label).max(text("2026", Lettering::Year)) * 0.5;
        let x = area.center().x.min(scene.size.width - half);
        let bottom = cells.plot.bottom;
        scene.word((x, bottom + 11.0), Anchor::Middle, &tick.label, LABEL, text);
        if let Some(year) = &tick.year {
            scene.word((x, bottom + 28.0), Anchor::Middle, year, YEAR, text);
        }
    }
}
