//! How long the run charts of a whole book take: the best of several runs.

#![expect(
    clippy::print_stdout,
    reason = "a bench prints what it measured and fails when it is too slow"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use sagstakt::statistics::phases::Baseline;
use sagstakt::statistics::run_chart::run_chart;
use sagstakt::statistics::xmr::{Spread, xmr};

/// What 1,000 series of 120 months may take.
const BUDGET: Duration = Duration::from_millis(50);

fn main() {
    // Without optimization the numbers mean nothing: `cargo test --benches` only runs it.
    let is_optimized = !cfg!(debug_assertions);
    let series: Vec<Vec<Option<f64>>> = (0..1000).map(|seed| series(seed, 120)).collect();
    let signals = || {
        let charts = series.iter().map(|values| run_chart(values, &Baseline::default()));
        black_box(charts.filter(sagstakt::statistics::run_chart::RunChart::signal).count());
    };
    let limits = || {
        let charts = series.iter().map(|v| xmr(v, &Baseline::default(), Spread::Screened));
        black_box(charts.filter(|chart| chart.limits.is_some()).count());
    };
    let all = best(signals);
    println!("run charts, 1,000 series of 120 months: {all:?}");
    println!("XmR charts, 1,000 series of 120 months: {:?}", best(limits));

    let per_point = |n: u32| {
        let long = series_of(n);
        let took = best(|| {
            black_box(run_chart(&long, &Baseline::default()));
        });
        println!("run chart of {n} points: {took:?}");
        took.as_secs_f64() / f64::from(n)
    };
    let growth = per_point(1_000_000) / per_point(100_000);
    println!("ten times the points cost {growth:.2} times as much a point");

    let is_fast = all <= BUDGET && growth <= 2.0;
    assert!(is_fast || !is_optimized, "too slow: {all:?} against {BUDGET:?}, growth {growth:.2}");
}

/// The best of several runs: what the work costs when nothing else has the processor.
fn best(mut work: impl FnMut()) -> Duration {
    let runs = (0..9).map(|_| {
        let begin = Instant::now();
        work();
        begin.elapsed()
    });
    runs.min().unwrap_or_default()
}

fn series_of(n: u32) -> Vec<Option<f64>> {
    series(1, n)
}

/// Whole numbers with ties and some gaps, the same every time.
fn series(seed: u32, n: u32) -> Vec<Option<f64>> {
    let mut state = seed.wrapping_mul(747_796_405).wrapping_add(1);
    (0..n)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let value = state >> 16;
            (!value.is_multiple_of(29)).then(|| f64::from(value % 100))
        })
        .collect()
}
