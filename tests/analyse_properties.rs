//! What must hold for any case that is answered, and what is refused.

#![expect(clippy::indexing_slicing, reason = "a test stops where something is not as expected")]

use proptest::prelude::*;
use sagstakt::cli::analyse::{AnalyseError, analyse};
use serde_json::{Value, json};

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

fn month(at: usize) -> String {
    format!("{:04}-{:02}-01", 2015 + at / 12, at % 12 + 1)
}

/// Every case a series can be asked about, with rows by month.
fn cases(values: &[Option<f64>]) -> Vec<Value> {
    let months: Vec<String> = (0..values.len()).map(month).collect();
    let sizes: Vec<usize> = (0..values.len()).map(|at| 40 + at % 7).collect();
    let mut options = json!({
        "improvement_direction": "increase", "target": 3,
        "shift_n": 7, "trend_n": 7, "baseline_points": 12, "run_length": 6,
        "period_min": 12, "shift_rule_threshold": 8, "max_exclusions": 3,
    });
    if values.len() > 8 {
        options["last_index_of_each_phase_but_the_last"] = json!([values.len() / 2]);
        options["rebase_at"] = json!([month(values.len() / 3)]);
        options["excluded_indices_1_based"] = json!([2]);
    }
    [
        "run_chart_anhoej",
        "i_chart_xmr_anhoej",
        "mr_chart_anhoej",
        "c_chart_anhoej",
        "u_chart_anhoej",
        "p_chart_anhoej",
        "u_prime_chart_anhoej",
        "p_prime_chart_anhoej",
        "i_prime_chart_anhoej",
        "xmr_nhs_plot_the_dots",
        "run_chart_shift6",
        "run_chart_auto_median_rebase",
        "stable_shift_algorithm_xmr",
    ]
    .into_iter()
    .map(|method| {
        let input = json!({ "x": months, "y": values, "denominator": sizes, "options": options });
        json!({ "method": method, "input": input })
    })
    .collect()
}

/// The rows of a case in another order; excluded rows and phases are counted in time order.
fn reordered(case: &Value, order: &[usize]) -> Value {
    let mut case = case.clone();
    for field in ["x", "y", "denominator"] {
        let column = case["input"][field].clone();
        let moved: Vec<Value> = order.iter().map(|row| column[*row].clone()).collect();
        case["input"][field] = json!(moved);
    }
    case
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_says_nothing(values in small_series(), keys in prop::collection::vec(any::<u32>(), 60)) {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by_key(|row| keys[*row]);
        for case in cases(&values) {
            prop_assert_eq!(analyse(&case), analyse(&reordered(&case, &order)), "{}", case["method"]);
        }
    }

    #[test]
    fn a_gap_never_changes_another_phase(
        values in prop::collection::vec((-20_i32..20).prop_map(|y| Some(f64::from(y))), 12..60),
        at in any::<prop::sample::Index>(),
    ) {
        let cut = values.len() / 2;
        let mut gap = values.clone();
        gap[at.index(cut)] = None;
        for method in ["run_chart_anhoej", "i_chart_xmr_anhoej", "mr_chart_anhoej", "xmr_nhs_plot_the_dots"] {
            let answer = |values: &[Option<f64>]| {
                let months: Vec<String> = (0..values.len()).map(month).collect();
                let options = json!({
                    "last_index_of_each_phase_but_the_last": [cut],
                    "rebase_at": [month(cut)],
                    "improvement_direction": "decrease",
                });
                let input = json!({ "x": months, "y": values, "options": options });
                analyse(&json!({ "method": method, "input": input })).unwrap()
            };
            let (before, after) = (answer(&values), answer(&gap));
            prop_assert_eq!(&before["parts"][1], &after["parts"][1]);
            prop_assert_eq!(&before["rebase_groups"][1], &after["rebase_groups"][1]);
            for (name, column) in before["points"].as_object().unwrap() {
                let later = &after["points"][name].as_array().unwrap()[cut..];
                prop_assert_eq!(&column.as_array().unwrap()[cut..], later, "{} {}", method, name);
            }
        }
    }

    #[test]
    fn any_numbers_are_answered(values in wild_series()) {
        for case in cases(&values) {
            prop_assert!(analyse(&case).is_ok(), "{}", case["method"]);
        }
    }

    #[test]
    fn a_case_of_nonsense_is_refused_and_never_panics(
        method in prop::sample::select(METHODS), fields in prop::collection::btree_map(
            prop::sample::select(FIELDS), nonsense(), 0..12,
        ),
    ) {
        if let Ok(answer) = analyse(&json!({ "method": method, "input": fields })) {
            prop_assert!(answer.is_object());
        }
    }
}

const METHODS: &[&str] = &[
    "anhoej_limits",
    "run_chart_anhoej",
    "i_chart_xmr_anhoej",
    "u_chart_anhoej",
    "xmr_nhs_plot_the_dots",
    "xmr_rules_powerbi_spc",
    "stable_shift_algorithm_xmr",
    "quantiles",
    "weighted_summary_frequency",
    "median_ci_exact",
    "grouped_percentile_linear",
    "kaplan_meier_wait",
    "kaplan_meier_wait_lifelines",
    "calendar_check",
    "half_year_summary",
    "episodes_to_monthly",
    "waiting_list_queue_size",
    "waiting_list_demand",
    "littles_law",
    "waiting_list_load_pressure",
    "poisson_rate_ratio_exact",
    "wilson_interval",
    "newcombe_difference",
    "mann_kendall_theil_sen",
    "autocorrelation",
    "stl_periodic",
    "classical_decomposition_additive",
    "forecast_naive",
    "forecast_seasonal_naive",
    "forecast_accuracy",
    "exponential_smoothing_given_parameters",
    "holt_winters_given_parameters",
    "ets_forecast",
    "no such method",
];

const FIELDS: &[&str] = &[
    "x",
    "y",
    "n",
    "p",
    "options",
    "numerator",
    "denominator",
    "n_useful",
    "counts",
    "weight",
    "band_lower_bounds",
    "band_lower",
    "band_upper",
    "time",
    "event",
    "entry",
    "times",
    "date",
    "value",
    "referral",
    "start",
    "removal",
    "from",
    "to",
    "reporting_date",
    "cases",
    "demand",
    "capacity",
    "mean_wait",
    "target_wait",
    "comparisons",
    "x1",
    "n1",
    "x2",
    "n2",
    "max_lag",
    "frequency",
    "h",
    "level",
    "train",
    "test",
    "forecast",
    "alpha",
    "beta",
    "level_start",
    "seasonal_start",
    "parameters",
    "sigma2",
];

fn nonsense() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        Just(json!(null)),
        (-3_i64..30).prop_map(|n| json!(n)),
        any::<u64>().prop_map(|n| json!(n)),
        any::<f64>().prop_map(|n| json!(n)),
    ];
    let date = prop_oneof![
        (0_usize..40).prop_map(|at| json!(month(at))),
        Just(json!("9999-12-31")),
        Just(json!("0000-01-01")),
        Just(json!("2024-02-30")),
    ];
    let keys = prop::sample::select(vec![
        "period_min",
        "shift_rule_threshold",
        "max_exclusions",
        "improvement_direction",
        "shift_n",
        "trend_n",
        "rebase_at",
        "baseline_points",
        "x1",
        "t1",
        "x2",
        "t2",
        "alpha",
        "l",
        "s0",
        "queue",
        "removals_per_week",
        "excluded_indices_1_based",
        "multiply",
        "fix_after_n_points",
    ]);
    let list = prop::collection::vec(prop_oneof![3 => number.clone(), 1 => date.clone()], 0..15);
    let dates = prop::collection::vec(date.clone(), 0..15);
    let options =
        prop::collection::btree_map(keys, prop_oneof![number.clone(), date.clone()], 0..8);
    prop_oneof![
        2 => number,
        1 => date,
        4 => list.prop_map(|list| json!(list)),
        2 => dates.prop_map(|list| json!(list)),
        1 => options.clone().prop_map(|options| json!(options)),
        1 => prop::collection::vec(options, 0..4).prop_map(|list| json!(list)),
        1 => Just(json!("increase")),
    ]
}

#[test]
fn nothing_known_is_answered_with_nothing() {
    for values in [vec![], vec![None; 20]] {
        for case in cases(&values) {
            let answer = analyse(&case).unwrap();
            let text = answer.to_string().replace("\"short_group_warning\":true", "");
            assert!(!text.contains("true"), "{} signals on nothing", case["method"]);
        }
    }
}

#[test]
fn a_doubled_month_is_refused_with_its_rows() {
    let input = json!({ "x": ["2025-01-01", "2025-02-01", "2025-01-01"], "y": [1, 2, 3] });
    let refused = analyse(&json!({ "method": "run_chart_anhoej", "input": input })).unwrap_err();
    assert_eq!(
        refused,
        AnalyseError::DuplicatePeriod { period: "2025-01-01".into(), rows: vec![1, 3] }
    );
    let input = json!({ "date": ["2025-01-01", "2025-01-31"], "value": [1, 2] });
    let refused = analyse(&json!({ "method": "half_year_summary", "input": input })).unwrap_err();
    assert_eq!(refused.to_string(), "several rows for one period: 2025-01, rows [1, 2]");
}

#[test]
fn a_phase_that_begins_outside_the_data_is_refused() {
    let options = json!({ "improvement_direction": "neutral", "rebase_at": ["2025-01-15"] });
    let input = json!({ "x": ["2025-01-01", "2025-02-01"], "y": [1, 2], "options": options });
    let refused =
        analyse(&json!({ "method": "xmr_nhs_plot_the_dots", "input": input })).unwrap_err();
    assert_eq!(refused, AnalyseError::PhaseOutsideData(vec!["2025-01-15".into()]));
}
