//! Which method answers which case, and the methods that are no longer answered.

use sagstakt::statistics::forecast;
use serde_json::Value;

use crate::charts::{self, Form};
use crate::input::{Input, Read};
use crate::{numbers, waits};

/// The method's answer; `None` where nobody answers it.
pub fn answer(case: &Value) -> Option<Read<Value>> {
    let input = Input(&case["input"]);
    Some(match case["method"].as_str()? {
        "run_chart_anhoej" => charts::chart(Form::Run, input),
        "i_chart_xmr_anhoej" => charts::chart(Form::Individuals, input),
        "anhoej_limits" => charts::limits(input),
        "quantiles" => waits::quantiles(input),
        "grouped_percentile_linear" => waits::grouped(input),
        "kaplan_meier_wait" => waits::kaplan_meier(input),
        "kaplan_meier_wait_lifelines" => waits::timeline(input),
        "naive_vs_km_median" => waits::three_medians(input),
        "episodes_to_monthly" => waits::episodes(input),
        "waiting_list_queue_size" => waits::queue_size(input),
        "waiting_list_load_pressure" => numbers::load(input),
        "waiting_list_relief_capacity" => numbers::relief_capacity(input),
        "waiting_list_target_queue_size" => numbers::target_queue(input),
        "poisson_rate_ratio_exact" => numbers::rate_ratios(input),
        "forecast_drift" => numbers::forecast(input, forecast::drift),
        "forecast_mean" => numbers::forecast(input, forecast::overall_mean),
        "forecast_accuracy" => numbers::accuracy(input),
        _ => return None,
    })
}

/// Methods that no page, document or command needs and that went with `analyse`, and how many of
/// the shared cases ask for each.
pub const NO_LONGER: &[(&str, usize)] = &[
    ("autocorrelation", 1),
    ("c_chart_anhoej", 2),
    ("calendar_check", 1),
    ("classical_decomposition_additive", 1),
    ("ets_forecast", 3),
    ("exponential_smoothing_given_parameters", 4),
    ("forecast_naive", 1),
    ("forecast_seasonal_naive", 1),
    ("half_year_summary", 2),
    ("holt_winters_given_parameters", 4),
    ("i_chart_median_centre_mean_mr", 2),
    ("i_chart_median_centre_median_mr", 2),
    ("i_prime_chart_anhoej", 7),
    ("littles_law", 1),
    ("mann_kendall_theil_sen", 5),
    ("median_ci_exact", 2),
    ("mr_chart_anhoej", 4),
    ("newcombe_difference", 1),
    ("p_chart_anhoej", 2),
    ("p_prime_chart_anhoej", 1),
    ("run_chart_auto_median_rebase", 1),
    ("run_chart_shift6", 1),
    ("stable_shift_algorithm_xmr", 4),
    ("stl_periodic", 1),
    ("u_chart_anhoej", 2),
    ("u_prime_chart_anhoej", 1),
    ("waiting_list_demand", 1),
    ("waiting_list_target_capacity", 1),
    ("weighted_summary_frequency", 1),
    ("wilson_interval", 1),
    ("xmr_nhs_plot_the_dots", 44),
    ("xmr_rules_powerbi_spc", 13),
];

/// Fields of answered methods that nothing prints.
pub const FIELDS_NO_LONGER: &[(&str, &[&str])] = &[
    ("quantiles", &["mean", "type8", "type1", "min", "max", "sd"]),
    (
        "kaplan_meier_wait",
        &["greenwood_se", "quantile_r_survfit", "median_ci95_loglog", "median_ci95_log"],
    ),
    ("kaplan_meier_wait_lifelines", &["median_ci95_loglog", "restricted_mean_90"]),
    ("waiting_list_queue_size", &["max_queue", "date_of_first_max"]),
    ("waiting_list_load_pressure", &["pressure", "load_peer"]),
    ("forecast_accuracy", &["rmse", "mape"]),
    ("episodes_to_monthly", &["waits"]),
];
