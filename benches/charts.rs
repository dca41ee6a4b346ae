//! What a chart costs: as SVG, as PNG, and as a frame of the window with four of ten years, beside
//! matplotlib with the same figures (`benches/charts.py`; needs python3 with matplotlib, else it is left out).

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints what it measured and fails when it is too slow"
)]

use std::hint::black_box;
use std::process::Command;
use std::time::Duration;

use sagstakt::chart::{
    At, Chart, Ground, Heading, Mark, Point, PointRole, Rule, RuleKind, Series, Sheet, Size,
    TargetBand, kinds, png, svg,
};
use sagstakt::domain::{Day, EventKind, Month};
use sagstakt::text::{Lang, number};
use sagstakt::ui::chart_frame;

/// In points; two pixels a point make 1600 × 900.
const SHEET: Sheet =
    Sheet { size: Size { width: 800.0, height: 450.0 }, heading: Heading::Painted };
const SVG: Duration = Duration::from_millis(2);
const PNG: Duration = Duration::from_millis(60);
const FRAME: Duration = Duration::from_millis(4);

fn main() {
    // Without optimization the numbers mean nothing: `cargo test --benches` only runs it.
    let is_optimized = !cfg!(debug_assertions);
    let three_years = chart(36);
    let text = svg(&three_years, SHEET, Ground::Light);
    black_box(png(&text, 2.0).unwrap());
    // The system counts a thread's time in ticks: each run is a batch that takes several of them.
    let (runs, batch) = if is_optimized { (21, 50) } else { (3, 5) };
    let as_svg = middle(runs, batch, || {
        black_box(svg(&three_years, SHEET, Ground::Light));
    });
    let as_png = middle(runs.min(5), batch.min(5), || {
        black_box(png(&svg(&three_years, SHEET, Ground::Light), 2.0).unwrap());
    });
    println!("36 months as SVG: {as_svg:?} of CPU, {} bytes (aim {SVG:?})", text.len());
    println!("36 months as SVG and PNG of 1600 x 900: {as_png:?} of CPU (aim {PNG:?})");

    let four: Vec<Chart> = (0..4).map(|_| chart(120)).collect();
    let ctx = egui::Context::default();
    // The first frames load letters and settle sizes.
    let mut delay = Duration::ZERO;
    for _ in 0..5 {
        delay = chart_frame(&ctx, &four);
    }
    let frame = middle(runs, batch, || {
        black_box(chart_frame(&ctx, &four));
    });
    println!("a frame with four charts of 120 months: {frame:?} of CPU (aim {FRAME:?})");
    println!(
        "the next frame when nothing happens: {}",
        if delay == Duration::MAX { "never" } else { "asked for" }
    );
    assert!(delay == Duration::MAX, "idle is not idle: a frame in {delay:?}");

    beside_matplotlib(&three_years);
    let is_fast = as_svg <= SVG && as_png <= PNG && frame <= FRAME;
    assert!(is_fast || !is_optimized, "too slow");
}

/// The same figures, drawn and written by matplotlib in one warm process.
fn beside_matplotlib(chart: &Chart) {
    let folder = tempfile::tempdir().unwrap();
    let figures = folder.path().join("figures.csv");
    let points = chart.series.iter().flat_map(|it| &it.points);
    let line = |it: &Point| {
        format!("{},{}\n", it.at.key(), it.value.map(|it| it.to_string()).unwrap_or_default())
    };
    std::fs::write(&figures, points.map(line).collect::<String>()).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/charts.py");
    let output = Command::new("python3").arg(script).arg(&figures).output();
    match output {
        Ok(it) if it.status.success() => print!("{}", String::from_utf8_lossy(&it.stdout)),
        Ok(_) | Err(_) => println!("matplotlib: left out, python3 with matplotlib is not here"),
    }
}

/// The middle of several runs of a batch, for one of it, in time on a processor of this thread.
fn middle(runs: usize, batch: u32, mut work: impl FnMut()) -> Duration {
    let mut all: Vec<Duration> = (0..runs)
        .map(|_| {
            let begin = on_cpu();
            (0..batch).for_each(|_| work());
            on_cpu().saturating_sub(begin) / batch
        })
        .collect();
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// Where the system does not tell, the clock.
fn on_cpu() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|it| it.parse().ok());
    nanoseconds.map_or_else(since_start, Duration::from_nanos)
}

fn since_start() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

/// A run chart with target, median, events, a signal and a gap.
fn chart(months: i32) -> Chart {
    let last = Month::parse_iso("2026-10").unwrap();
    let first = last.plus(1 - months);
    let value = |place: i32| 28.0 + f64::from((place * 7919) % 101) / 10.0;
    let point = |place: i32| {
        let known = (place != 11).then(|| value(place));
        Point {
            at: At::Month(first.plus(place)),
            value: known,
            shown: known.map_or_else(|| "..".to_owned(), |it| number::tick(Lang::Da, it, 1)),
            basis: "471 sager / 16,3 årsværk".to_owned(),
            role: if place % 9 < 4 { PointRole::Signal } else { PointRole::Plain },
        }
    };
    let mark = |day: &str, title: &str, kind| Mark {
        day: Day::parse_iso(day).unwrap(),
        title: title.to_owned(),
        kind,
    };
    Chart {
        lang: Lang::Da,
        title: "Under medianen i 15 af 17 måneder: mere end tilfældig variation".to_owned(),
        subtitle: "Sager pr. årsværk, månedsultimo · Børne- og familieafdelingen".to_owned(),
        source: "Kilde: tal indberettet af enheden, opgjort pr. 31. oktober 2026".to_owned(),
        kind: kinds::LINE,
        first,
        last,
        series: vec![Series {
            name: "Sager pr. årsværk".to_owned(),
            unit: String::new(),
            color: 0,
            points: (0..months).map(point).collect(),
        }],
        bands: vec![TargetBand {
            from: first,
            through: last,
            lower: Some(20.0),
            upper: Some(30.0),
            label: "Norm 20–30".to_owned(),
            series: None,
        }],
        marks: vec![
            mark("2024-01-01", "Barnets Lov i kraft (databrud)", EventKind::SeriesBreak),
            mark("2025-03-03", "Ny visitation", EventKind::Event),
        ],
        rules: vec![Rule {
            from: first,
            through: last,
            value: 32.5,
            label: "Median 32,5".to_owned(),
            kind: RuleKind::Median,
        }],
    }
}
