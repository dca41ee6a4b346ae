//! What the pages of trends show of the sample.

use super::*;
use crate::chart::kinds::{FLOW, HALF_YEARS, HEAT, LINE, PANELS, STRIP, WEEK_BANDS};
use crate::chart::{ChartKind, Datum};
use crate::domain::{Counted, HalfYear, TargetMetric};
use crate::text::Lang;
use crate::trends::Source;
use crate::view::sample::sample;

fn model(code: &str, metric: TargetMetric, choice: TrendChoice) -> TrendModel {
    let query = TrendQuery {
        lang: Lang::Da,
        metric,
        unit: sample().unit_by_code(code).unwrap().id,
        half_year: HalfYear::parse("2026H2").unwrap(),
        choice,
    };
    trend_model(sample(), &query).unwrap()
}

fn kinds(model: &TrendModel) -> Vec<&'static ChartKind> {
    model.main.iter().chain(&model.pairs).map(|it| it.chart.kind).collect()
}

#[test]
fn each_page_has_all_its_charts() {
    let caseload = TargetMetric::Caseload;
    let model_of = model("BFA", caseload, TrendChoice::of(caseload));
    assert_eq!(kinds(&model_of), [LINE, STRIP, HEAT, HALF_YEARS, FLOW, PANELS]);
    let internal = |model: &TrendModel| model.pairs.iter().filter(|it| it.is_internal()).count();
    assert_eq!(internal(&model_of), 2, "the strip and the heat map");
    let wait = TargetMetric::Wait;
    let model_of = model("FTI", wait, TrendChoice::of(wait));
    assert_eq!(kinds(&model_of), [LINE, WEEK_BANDS, FLOW, HALF_YEARS, PANELS]);
    assert_eq!(internal(&model_of), 0);
}

#[test]
fn every_choice_of_a_selector_draws_something() {
    for (code, metric) in [("BFA", TargetMetric::Caseload), ("FTI", TargetMetric::Wait)] {
        let begun = model(code, metric, TrendChoice::of(metric));
        let selectors = &begun.selectors;
        for selector in [&selectors.key, &selectors.years, &selectors.drawing] {
            assert!(
                selector.options.iter().any(|it| it.0 == selector.current),
                "{}",
                selector.name
            );
            for (choice, label) in &selector.options {
                assert!(model(code, metric, *choice).main.is_some(), "{code} {label}");
            }
        }
    }
}

#[test]
fn a_point_leads_to_where_it_was_reported() {
    let caseload = TargetMetric::Caseload;
    let model = model("BFA", caseload, TrendChoice::of(caseload));
    let unit = sample().unit_by_code("BFA").unwrap();
    let main = model.main.unwrap();
    let last = main.chart.series[0].points.len() - 1;
    let source = main.source(sample(), Datum { series: 0, point: last }).unwrap();
    assert_eq!((source.unit, source.month.to_string()), (unit.id, "2026-10".to_owned()));
    let heat = model.pairs.iter().find(|it| it.chart.kind == HEAT).unwrap();
    let series = &heat.chart.series[3];
    let source = heat.source(sample(), Datum { series: 3, point: 0 }).unwrap();
    let Source { counted: Some(Counted::Cases(id)), month, .. } = source else {
        panic!("{source:?}")
    };
    let identity = unit.caseworkers[&id].identity;
    assert_eq!(sample().identity(identity).unwrap().initials, series.name);
    assert_eq!(Some(month), series.points[0].at.month());
}
