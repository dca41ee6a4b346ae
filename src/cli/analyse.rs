//! `sagstakt analyse`: one statistical question as JSON in, its answer as JSON out.
//!
//! A case names a `method` and its `input`. Rows may come in any order and are answered in
//! time order. `null` stands for a gap, for what cannot be computed and for what has no bound:
//! no answer holds a number that is not finite.

mod answer;
mod calendar;
mod charts;
mod comparisons;
mod forecasts;
mod input;
mod months;
mod nhs;
mod queues;
mod suggestions;
mod waits;

use serde_json::Value;

use input::Input;

/// Why a case was not answered.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum AnalyseError {
    #[error("no method of this name: {0}")]
    UnknownMethod(String),
    #[error("field is missing: {0}")]
    MissingField(String),
    #[error("field is not {expected}: {field}")]
    WrongType { field: String, expected: &'static str },
    #[error("lists differ in length, {expected} expected: {field} has {length}")]
    LengthsDiffer { field: String, expected: usize, length: usize },
    /// Two rows for one period: nobody knows which is right. Rows count from 1 as given.
    #[error("several rows for one period: {period}, rows {rows:?}")]
    DuplicatePeriod { period: String, rows: Vec<usize> },
    #[error("no row begins this phase: {0:?}")]
    PhaseOutsideData(Vec<String>),
    /// Rows count from 1 as given.
    #[error("no date of the form 2024-01-31: {field} row {row}, {text}")]
    BadDate { field: String, row: usize, text: String },
    #[error("number is out of range: {field} {value}")]
    OutOfRange { field: String, value: String },
}

/// Answers one case: `{"method": …, "input": {…}}`.
pub fn analyse(case: &Value) -> Result<Value, AnalyseError> {
    let method = case
        .get("method")
        .and_then(Value::as_str)
        .ok_or_else(|| AnalyseError::MissingField("method".into()))?;
    let input = Input::of(case, "input")?;
    match method {
        "run_chart_anhoej"
        | "i_chart_xmr_anhoej"
        | "mr_chart_anhoej"
        | "c_chart_anhoej"
        | "u_chart_anhoej"
        | "p_chart_anhoej"
        | "u_prime_chart_anhoej"
        | "p_prime_chart_anhoej"
        | "i_prime_chart_anhoej" => charts::chart(method, input),
        "anhoej_limits" => charts::limits(input),
        "xmr_nhs_plot_the_dots" => nhs::plot_the_dots(input),
        "xmr_rules_powerbi_spc" => nhs::rules(input),
        "i_chart_median_centre_mean_mr" | "i_chart_median_centre_median_mr" => {
            nhs::median_chart(method, input)
        }
        "run_chart_shift6" => suggestions::long_runs(input),
        "run_chart_auto_median_rebase" => suggestions::sustained(input),
        "stable_shift_algorithm_xmr" => suggestions::stable_shifts(input),
        "quantiles" => waits::quantiles(input),
        "weighted_summary_frequency" => waits::repeated(input),
        "median_ci_exact" => waits::median_interval(input),
        "grouped_percentile_linear" => waits::grouped(input),
        "kaplan_meier_wait" => waits::kaplan_meier(input),
        "kaplan_meier_wait_lifelines" => waits::kaplan_meier_timeline(input),
        "naive_vs_km_median" => waits::three_medians(input),
        "calendar_check" => months::calendar_check(input),
        "half_year_summary" => months::half_years(input),
        "episodes_to_monthly" => months::episodes(input),
        "waiting_list_queue_size" => queues::queue_size(input),
        "waiting_list_demand" => queues::demand(input),
        "waiting_list_load_pressure" => queues::load_and_pressure(input),
        "waiting_list_relief_capacity" => queues::relief_capacity(input),
        "waiting_list_target_capacity" => queues::target_capacity(input),
        "waiting_list_target_queue_size" => queues::target_queue(input),
        "littles_law" => queues::littles_law(input),
        "poisson_rate_ratio_exact" => comparisons::rate_ratios(input),
        "wilson_interval" => comparisons::wilson(input),
        "newcombe_difference" => comparisons::newcombe(input),
        "mann_kendall_theil_sen" => comparisons::trend(input),
        "autocorrelation" => comparisons::autocorrelation(input),
        "classical_decomposition_additive" => forecasts::decompose(input),
        "stl_periodic" => forecasts::stl(input),
        "forecast_naive" | "forecast_drift" | "forecast_mean" | "forecast_seasonal_naive" => {
            forecasts::simple(method, input)
        }
        "forecast_accuracy" => forecasts::accuracy(input),
        "exponential_smoothing_given_parameters" => forecasts::smoothing(input),
        "holt_winters_given_parameters" => forecasts::holt_winters(input),
        "ets_forecast" => forecasts::ets(input),
        _ => Err(AnalyseError::UnknownMethod(method.into())),
    }
}
