//! Charts by the rules of NHS England, and I charts about a median.

use serde_json::{Value, json};

use super::AnalyseError;
use super::input::{Input, Rows, Switch};
use crate::statistics::nhs_rules::{
    Assurance, Headline, Improvement, Rules, Signals, Trend, TwoInThree, Verdict, assurance,
    signals, verdict,
};
use crate::statistics::phases::{Baseline, split};
use crate::statistics::run_chart::Side;
use crate::statistics::xmr::{Centre, Factor, Limits, Method, Spread, Xmr, xmr};

/// Groups with fewer rows than this carry a warning in the peer this shape comes from.
const SHORT_GROUP: usize = 13;

/// "Plot the dots": phases, four rules, the verdict of the last point and of the target.
pub fn plot_the_dots(input: Input<'_>) -> Result<Value, AnalyseError> {
    let rows = Rows::by(input, "x", input.gapped("y")?.len())?;
    let values = rows.column(input, "y")?;
    let options = Options::read(input)?;
    let cuts = rows.places(&options.rebase_at)?;
    let phases = split(values.len(), &cuts).map_err(|cut| {
        AnalyseError::PhaseOutsideData(rows.period(cut.0).map(str::to_owned).into_iter().collect())
    })?;

    let base = Baseline { first_places: options.fix_after, ..Baseline::default() };
    let mut points = Vec::new();
    let mut groups = Vec::new();
    let mut last_limits = None;
    for (group, places) in phases.into_iter().enumerate() {
        let of_phase = values.get(places).unwrap_or_default();
        let chart = xmr(of_phase, &base, options.method);
        let found = signals(of_phase, chart.centre, chart.limits, options.rules);
        groups.push(group_answer(group, of_phase.len(), &chart));
        last_limits = chart.limits;
        let judged = of_phase.iter().zip(found);
        points.extend(judged.map(|(value, signals)| Dot {
            value: *value,
            centre: chart.centre,
            limits: chart.limits,
            signals,
        }));
    }

    let last = points.iter().rev().find(|dot| dot.value.is_some());
    let variation = verdict(last.and_then(|dot| dot.signals.headline()), options.improvement);
    let target = options.target.zip(last_limits);
    let assured =
        target.and_then(|(target, limits)| assurance(limits, target, options.improvement));
    Ok(json!({
        "variation": verdict_name(variation),
        "assurance": assured.map(assurance_name),
        "rebase_groups": groups,
        "points": columns(&points, options.improvement),
    }))
}

struct Options<'a> {
    improvement: Improvement,
    method: Method,
    rules: Rules,
    fix_after: Option<usize>,
    target: Option<f64>,
    rebase_at: Vec<&'a str>,
}

impl<'a> Options<'a> {
    fn read(input: Input<'a>) -> Result<Self, AnalyseError> {
        let options =
            input.object("options")?.ok_or_else(|| AnalyseError::MissingField("options".into()))?;
        let improvement = match options.text("improvement_direction")? {
            "increase" => Improvement::Increase,
            "decrease" => Improvement::Decrease,
            "neutral" => Improvement::Neutral,
            other => return Err(out_of_range("improvement_direction", other)),
        };
        let has_rebase = options.has("rebase_at");
        Ok(Self {
            improvement,
            method: Method {
                spread: spread(options, "screen_outliers", Switch::On)?,
                factor: Factor::Rounded,
                ..Method::default()
            },
            rules: Rules { two_in_three: two_in_three(options)?, ..Rules::default() },
            fix_after: options.optional_count("fix_after_n_points")?,
            target: options.optional_number("target")?,
            rebase_at: if has_rebase { options.texts("rebase_at")? } else { Vec::new() },
        })
    }
}

/// This shape is that of a package that counts by the older rule; the newer one, which the
/// program itself follows, has to be asked for.
fn two_in_three(options: Input<'_>) -> Result<TwoInThree, AnalyseError> {
    let field = "two_in_three_counts";
    if !options.has(field) {
        return Ok(TwoInThree::Between);
    }
    match options.text(field)? {
        "beyond_2_sigma" => Ok(TwoInThree::Beyond),
        "between_2_and_3_sigma" => Ok(TwoInThree::Between),
        other => Err(out_of_range(field, other)),
    }
}

fn out_of_range(field: &str, value: &str) -> AnalyseError {
    AnalyseError::OutOfRange { field: field.into(), value: value.into() }
}

/// How ranges become a spread, by a switch of the case.
fn spread(options: Input<'_>, field: &str, otherwise: Switch) -> Result<Spread, AnalyseError> {
    let is_screened = options.is_on(field, otherwise)?;
    Ok(if is_screened { Spread::Screened } else { Spread::Unscreened })
}

struct Dot {
    value: Option<f64>,
    centre: Option<f64>,
    limits: Option<Limits>,
    signals: Signals,
}

impl Dot {
    fn side(&self) -> Option<i8> {
        let (value, centre) = self.value.zip(self.centre)?;
        Some(match Side::of(value, centre) {
            None => 0,
            Some(Side::Above) => 1,
            Some(Side::Below) => -1,
        })
    }

    fn is_outside(&self) -> Option<bool> {
        self.value.map(|_| self.signals.outside.is_some())
    }

    /// Beyond two sigma but not beyond three.
    fn is_close(&self) -> Option<bool> {
        let value = self.value?;
        let is_near = self.limits.is_some_and(|limits| limits.beyond(value, 2.0).is_some());
        Some(is_near && self.signals.outside.is_none())
    }
}

fn group_answer(group: usize, n: usize, chart: &Xmr) -> Value {
    let lines = chart.limits.map(|limits| limits.at(3.0));
    json!({
        "group": group,
        "n": n,
        "mean": chart.centre,
        "lower_limit": lines.map(|l| l.0),
        "upper_limit": lines.map(|l| l.1),
        "short_group_warning": n < SHORT_GROUP,
    })
}

fn columns(points: &[Dot], improvement: Improvement) -> Value {
    let column = |cell: &dyn Fn(&Dot) -> Value| -> Value { points.iter().map(cell).collect() };
    let line = |dot: &Dot, side: Side| {
        let (lower, upper) = dot.limits?.at(3.0);
        Some(if side == Side::Below { lower } else { upper })
    };
    json!({
        "mean": column(&|dot| json!(dot.centre)),
        "lower_limit": column(&|dot| json!(line(dot, Side::Below))),
        "upper_limit": column(&|dot| json!(line(dot, Side::Above))),
        "relative_to_mean": column(&|dot| json!(dot.side())),
        "outside_limits": column(&|dot| json!(dot.is_outside())),
        "close_to_limits": column(&|dot| json!(dot.is_close())),
        "special_cause_type": column(&|dot| json!(headline_name(dot.signals.headline()))),
        "point_type": column(&|dot| {
            json!(verdict_name(verdict(dot.signals.headline(), improvement)))
        }),
    })
}

fn headline_name(headline: Option<Headline>) -> &'static str {
    match headline {
        None => "Common Cause",
        Some(Headline::Outside(Side::Above)) => "Above UCL",
        Some(Headline::Outside(Side::Below)) => "Below LCL",
        Some(Headline::Trend(Trend::Rising)) => "7 Point Trend (Increasing)",
        Some(Headline::Trend(Trend::Falling)) => "7 Point Trend (Decreasing)",
        Some(Headline::TwoInThree(Side::Above)) => "2 in 3 Above CL",
        Some(Headline::TwoInThree(Side::Below)) => "2 in 3 Below CL",
        Some(Headline::Shift(Side::Above)) => "7 Points Above CL",
        Some(Headline::Shift(Side::Below)) => "7 Points Below CL",
    }
}

fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::CommonCause => "common_cause",
        Verdict::Improvement => "special_cause_improvement",
        Verdict::Concern => "special_cause_concern",
        Verdict::NeutralHigh => "special_cause_neutral_high",
        Verdict::NeutralLow => "special_cause_neutral_low",
    }
}

fn assurance_name(assurance: Assurance) -> &'static str {
    match assurance {
        Assurance::AlwaysMet => "consistent_pass",
        Assurance::AlwaysMissed => "consistent_fail",
        Assurance::HitOrMiss => "inconsistent",
    }
}

/// The four rules one by one, with lines at one, two and three sigma.
pub fn rules(input: Input<'_>) -> Result<Value, AnalyseError> {
    let values = input.gapped("y")?;
    let options =
        input.object("options")?.ok_or_else(|| AnalyseError::MissingField("options".into()))?;
    let base = Baseline {
        first_places: options.optional_count("baseline_points")?,
        ..Baseline::default()
    };
    let method = Method {
        spread: spread(options, "screen_moving_ranges", Switch::On)?,
        ..Method::default()
    };
    let rules = Rules {
        shift_points: options.count("shift_n")?,
        trend_points: options.count("trend_n")?,
        two_in_three: TwoInThree::Beyond,
    };
    let chart = xmr(&values, &base, method);
    let found = signals(&values, chart.centre, chart.limits, rules);

    let line = |sigmas: f64| chart.limits.map(|limits| limits.at(sigmas)).unzip();
    let column = |cell: &dyn Fn(&Signals) -> Option<Side>| -> Vec<&str> {
        found.iter().map(|signals| side_name(cell(signals))).collect()
    };
    let trend_side = |signals: &Signals| match signals.trend? {
        Trend::Rising => Some(Side::Above),
        Trend::Falling => Some(Side::Below),
    };
    Ok(json!({
        "centre_line": chart.centre,
        "lower_3sigma": line(3.0).0,
        "upper_3sigma": line(3.0).1,
        "lower_2sigma": line(2.0).0,
        "upper_2sigma": line(2.0).1,
        "lower_1sigma": line(1.0).0,
        "upper_1sigma": line(1.0).1,
        "astronomical": column(&|s| s.outside),
        "shift": column(&|s| s.shift),
        "trend": column(&trend_side),
        "two_in_three": column(&|s| s.two_in_three),
    }))
}

fn side_name(side: Option<Side>) -> &'static str {
    match side {
        None => "none",
        Some(Side::Below) => "lower",
        Some(Side::Above) => "upper",
    }
}

/// Limits about the median, from the mean or the median range.
pub fn median_chart(method: &str, input: Input<'_>) -> Result<Value, AnalyseError> {
    let values = input.gapped("y")?;
    let options = input.object("options")?;
    let spread = match (method, options) {
        ("i_chart_median_centre_median_mr", _) => Spread::Median,
        (_, Some(options)) => spread(options, "screen_moving_ranges", Switch::Off)?,
        (_, None) => Spread::Unscreened,
    };
    let method = Method { centre: Centre::Median, spread, factor: Factor::Exact };
    let chart = xmr(&values, &Baseline::default(), method);
    let (lower, upper) = chart.limits.map(|limits| limits.at(3.0)).unzip();
    Ok(json!({ "centre_line": chart.centre, "lower_3sigma": lower, "upper_3sigma": upper }))
}
