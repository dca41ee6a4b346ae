//! What the overview says of the sample.

use super::*;
use crate::domain::{Day, HalfYear, Month};
use crate::text::Lang;
use crate::view::Tone;
use crate::view::sample::sample;

fn model(half: &str) -> OverviewModel {
    let query = OverviewQuery {
        lang: Lang::Da,
        unit: None,
        half_year: HalfYear::parse(half).unwrap(),
        today: Day::parse_iso("2026-12-01").unwrap(),
    };
    overview_model(sample(), &query)
}

#[test]
fn a_card_shows_ratio_numerator_and_denominator_together() {
    let model = model("2026H1");
    let caseload = &model.cards[0].figures[0];
    assert_eq!(caseload.value, "29,3");
    assert_eq!(caseload.note, "468 sager / 15,9 årsværk");
    assert_eq!(caseload.change, "+0,3 mod 1. halvår 2025");
    assert_eq!(caseload.spark.len(), 24);
}

#[test]
fn waits_are_in_weeks_and_held_against_the_target_in_force() {
    let model = model("2026H2");
    assert_eq!(model.cards[2].subtitle, "oktober 2026 · foreløbig");
    assert_eq!(model.cards[2].figures[0].value, "9,5");
    let chip = model.cards[2].target.clone().unwrap();
    assert_eq!((chip.text.as_str(), chip.tone), ("Over målet på 6 uger", Tone::Bad));
}

#[test]
fn nothing_is_compared_across_a_series_break() {
    let cards = model("2024H1").cards;
    let median = cards[1].figures.iter().find(|it| it.label == "Median ventetid").unwrap();
    assert_eq!(median.change, "Databrud siden 1. halvår 2023");
}

#[test]
fn an_incomplete_month_is_a_gap_and_never_the_newest() {
    let earlier = model("2021H2");
    assert_eq!(earlier.cards[0].subtitle, "november 2021 · foreløbig");
    let later = model("2022H1").chart.unwrap();
    let december = Month::parse_iso("2021-12").unwrap();
    let point = later.series[0].points.iter().find(|it| it.at.month() == Some(december)).unwrap();
    assert_eq!((point.value, point.shown.as_str()), (None, ".."));
    assert_eq!(point.basis, "15 af 16 rådgivere");
}

#[test]
fn a_half_year_without_figures_says_so() {
    let model = model("2027H1");
    assert_eq!(model.cards[0].subtitle, "Intet indberettet i 1. halvår 2027");
    assert_eq!(model.cards[0].figures[0].value, "..");
}
