//! What must hold for any series, whatever its numbers.

use proptest::prelude::*;
use sagstakt::statistics::forecast;
use sagstakt::statistics::phases::Baseline;
use sagstakt::statistics::run_chart::{RunChart, run_chart};
use sagstakt::statistics::xmr::{Spread, Xmr, xmr};

/// Small whole numbers with ties and gaps.
fn small_series() -> impl Strategy<Value = Vec<Option<f64>>> {
    let value = prop_oneof![1 => Just(None), 6 => (-20_i32..20).prop_map(|y| Some(f64::from(y)))];
    prop::collection::vec(value, 0..60)
}

/// Anything a file can hold: gaps, tiny, huge and near one another.
fn wild_series() -> impl Strategy<Value = Vec<Option<f64>>> {
    let value = prop_oneof![
        1 => Just(None),
        2 => (-20_i32..20).prop_map(|y| Some(f64::from(y))),
        1 => (0_i32..3).prop_map(|y| Some(1e9 + f64::from(y))),
        1 => (0_i32..9).prop_map(|y| Some(1e-7 * f64::from(y))),
        1 => prop::num::f64::ANY.prop_map(Some),
    ];
    prop::collection::vec(value, 0..50)
}

fn chart(values: &[Option<f64>]) -> RunChart {
    run_chart(values, &Baseline::default())
}

fn limits(values: &[Option<f64>]) -> Xmr {
    xmr(values, &Baseline::default(), Spread::Screened)
}

fn runs(chart: &RunChart) -> (usize, usize, usize, bool) {
    (chart.n_useful, chart.longest_run, chart.crossings, chart.signal())
}

fn near(a: f64, b: f64, size: f64) -> bool {
    (a - b).abs() <= 1e-9 * size.max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_shift_and_a_scale_move_charts_and_change_no_verdict(
        values in small_series(), add in -9_i32..9, power in 0_i32..5,
    ) {
        // Powers of two and whole numbers, so that ties stay ties.
        let (add, factor) = (f64::from(add), 2.0_f64.powi(power - 2));
        let moved: Vec<Option<f64>> = values.iter().map(|y| y.map(|y| y * factor + add)).collect();
        let (before, after) = (limits(&values), limits(&moved));
        prop_assert_eq!(runs(&chart(&values)), runs(&chart(&moved)));
        prop_assert_eq!(&before.outside.len(), &after.outside.len());
        prop_assert_eq!(before.limits.is_some(), after.limits.is_some());
        if let Some((before, after)) = before.limits.zip(after.limits) {
            prop_assert!(near(before.centre * factor + add, after.centre, after.centre.abs()));
            prop_assert!(near(before.reach * factor, after.reach, after.reach));
        }
    }

    #[test]
    fn a_rising_function_leaves_run_charts_alone(values in small_series()) {
        let bent: Vec<Option<f64>> = values.iter().map(|y| y.map(|y| y * y * y + y)).collect();
        let (before, after) = (chart(&values), chart(&bent));
        prop_assert_eq!(runs(&before), runs(&after));
        prop_assert_eq!(before.longest_run_places, after.longest_run_places);
    }

    #[test]
    fn upside_down_is_the_same_chart(values in small_series()) {
        let turned: Vec<Option<f64>> = values.iter().map(|y| y.map(|y| -y)).collect();
        prop_assert_eq!(runs(&chart(&values)), runs(&chart(&turned)));
        prop_assert_eq!(runs(&limits(&values).runs), runs(&limits(&turned).runs));
    }

    #[test]
    fn any_numbers_give_an_answer_that_hangs_together(values in wild_series()) {
        let chart = chart(&values);
        prop_assert!(chart.n_useful + chart.n_missing <= values.len());
        prop_assert!(chart.longest_run <= chart.n_useful);
        prop_assert!(chart.crossings < chart.n_useful.max(1));
        if let Some(places) = &chart.longest_run_places {
            prop_assert!(places.end <= values.len() && places.len() >= chart.longest_run);
        }

        let known: Vec<f64> = values.iter().copied().flatten().filter(|y| y.is_finite()).collect();
        prop_assert_eq!(forecast::drift(&known, 3).is_some(), known.len() > 2);
    }

    #[test]
    fn equal_values_never_signal(value in prop::num::f64::NORMAL, n in 1_usize..60) {
        prop_assume!(value.abs() < 1e300);
        let values = vec![Some(value); n];
        let limits = limits(&values);
        prop_assert_eq!(limits.runs.n_useful, 0);
        prop_assert_eq!(chart(&values).n_useful, 0);
        prop_assert!(limits.outside.iter().all(Option::is_none));
        prop_assert_eq!(limits.centre, Some(value));
        prop_assert_eq!(limits.limits.map(|l| l.at(3.0)), (n > 1).then_some((value, value)));
    }

    #[test]
    fn one_step_is_a_shift_wherever_it_lies(at in 9_usize..40, rest in 9_usize..40, low in -1e9_f64..1e9) {
        let values = [vec![Some(low); at], vec![Some(low + 2.0); rest]].concat();
        let judged = limits(&values);
        prop_assert!(judged.runs.shift() && judged.runs.too_few_crossings());
        prop_assert_eq!(judged.runs.crossings, 1);
        // Screening leaves no range but 0: limits must not collapse on the centre line.
        prop_assert!(judged.limits.unwrap().reach > 0.0);
    }

}

#[test]
fn large_values_with_a_small_spread_and_tiny_values_keep_their_limits() {
    // Two apart at 1e9, and the same at 1e-7: the mean range is the spread, not a rounding.
    for (low, step) in [(1e9, 2.0), (1e-7, 1e-7), (-1e9, 2.0)] {
        let values: Vec<Option<f64>> =
            (0..24).map(|at| Some(low + step * f64::from(at % 2))).collect();
        let judged = limits(&values).limits.unwrap();
        assert!((judged.reach / (3.0 * step / 1.128) - 1.0).abs() < 1e-6);
        assert!((judged.centre - (low + step / 2.0)).abs() <= 1e-6 * step);
    }
}
