//! Half-years of the sample held against chance; the expected numbers are scipy's, of the files themselves.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test says what went wrong by failing"
)]

use sagstakt::domain::{Period, Snapshot};
use sagstakt::export::overview_json;
use sagstakt::report::compose;
use serde_json::Value;

mod support;

fn change(snapshot: &Snapshot, place: [&str; 4]) -> Value {
    let [period, unit, key, base] = place;
    let overview = overview_json(&compose(snapshot, Period::parse(period).unwrap(), None));
    let units = overview.as_array().unwrap();
    let found = units.iter().find(|it| it["unit"] == unit).unwrap();
    found["change"][key][base].clone()
}

#[track_caller]
fn near(ours: &Value, expected: f64) {
    let ours = ours.as_f64().unwrap();
    assert!((ours - expected).abs() <= 1e-9 * expected, "{ours}, expected {expected}");
}

const LAST_YEAR: &str = "same_half_last_year";
const PREVIOUS: &str = "previous_half";

/// scipy 1.17.1: `binomtest(141, 325, 0.5)` and `beta.ppf`; 141 and 184 closed in 184 days each,
/// and 150 and 144 opened in 184 and 181 days.
#[test]
fn counts_are_compared_over_the_days_of_their_half_years() {
    let snapshot = support::sample();
    let closed = change(&snapshot, ["2025H2", "BFA", "closed", LAST_YEAR]);
    assert_eq!(closed["more_than_chance"], true);
    near(&closed["p"], 0.019_679_639_590_999_85);
    near(&closed["ratio_interval"][0], 0.610_944_745_683_545_4);
    near(&closed["ratio_interval"][1], 0.959_488_710_819_117_4);
    let opened = change(&snapshot, ["2025H2", "BFA", "opened", PREVIOUS]);
    assert_eq!(opened["more_than_chance"], false);
    near(&opened["p"], 0.861_183_627_691_895_8);
    near(&opened["ratio_interval"][0], 0.809_762_424_981_826_4);
    near(&opened["ratio_interval"][1], 1.297_028_392_687_101_8);
}

/// scipy 1.17.1: `mannwhitneyu(method="asymptotic", use_continuity=True)` of the days waited by
/// each who started, from venteliste.csv.
#[test]
fn waits_are_compared_by_the_ranks_of_single_waits() {
    let snapshot = support::sample();
    let check = |place, more: bool, p| {
        let change = change(&snapshot, place);
        assert_eq!(change["more_than_chance"], more);
        near(&change["p"], p);
        assert_eq!(change.get("ratio_interval"), None);
    };
    for key in ["wait_started_mean", "wait_started_median"] {
        check(["2025H2", "FH", key, LAST_YEAR], false, 0.104_164_915_512_626_62);
        check(["2025H2", "FH", key, PREVIOUS], true, 0.005_687_929_893_238_39);
        check(["2025H2", "FTI", key, LAST_YEAR], true, 0.009_371_811_235_897_948);
        check(["2025H2", "FTI", key, PREVIOUS], false, 0.326_713_631_404_751_4);
    }
}

#[test]
fn nothing_is_said_of_partial_figures_breaks_ratios_and_snapshots() {
    let snapshot = support::sample();
    for place in [
        // Four of six months.
        ["2026H2", "BFA", "closed", LAST_YEAR],
        ["2026H2", "FTI", "wait_started_mean", PREVIOUS],
        // A break on 1 January 2024 lies between.
        ["2024H1", "BFA", "closed", PREVIOUS],
        ["2024H2", "FH", "wait_started_mean", LAST_YEAR],
        ["2025H2", "BFA", "caseload", LAST_YEAR],
        ["2025H2", "BFA", "cases", LAST_YEAR],
        ["2025H2", "FTI", "wait_so_far_mean", LAST_YEAR],
    ] {
        let change = change(&snapshot, place);
        assert!(change.is_object(), "{place:?}");
        for field in ["more_than_chance", "p", "ratio_interval"] {
            assert_eq!(change.get(field), None, "{place:?}");
        }
    }
}
