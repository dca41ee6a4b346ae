//! What must not follow from what is printed, on numbers that can be reckoned by hand.

use std::sync::Arc;

use super::facts::UnitHalf;
use super::known::room;
use super::rules::why;
use super::ties::as_printed;
use super::*;
use crate::domain::{
    CaseCount, CaseHolding, CaseReporting, Caseworker, CaseworkerId, CountingUnit, HalfYear,
    IdentityId, Month, Presence, Snapshot, Terms, Thousandths, Unit, UnitData, UnitField, UnitId,
    UnitName, WaitingList,
};
use crate::measure::{Key, Ratio, UnitMeasure};
use crate::statistics::disclosure::{FARTHEST, Room, Verdict, judge};

const UNIT: UnitId = UnitId(1);
const THRESHOLD: u32 = 5;

fn half() -> HalfYear {
    HalfYear::parse("2026H1").expect("a half-year")
}

fn empty(case_reporting: CaseReporting) -> UnitData {
    let name = UnitName { name: "BFA".to_owned(), from: Month::january(2020), to: None };
    let unit = Unit {
        code: "BFA".to_owned(),
        counts: CountingUnit::Child,
        case_reporting,
        waiting_list: WaitingList::None,
        names: vec![name],
    };
    UnitData::new(UNIT, unit)
}

fn months() -> impl Iterator<Item = Month> {
    half().first_month().through(half().last_month())
}

/// Three caseworkers of 37 hours. In a month they hold together the first number of cases, and the second
/// is held by nobody.
fn staffed(by_month: [(u32, i64); 6]) -> UnitData {
    let mut data = empty(CaseReporting::ByCaseworker);
    for number in 1..=3 {
        let id = CaseworkerId(number);
        let from = Month::january(2026);
        let presence = Presence { from, to: None, case_holding: CaseHolding::Yes };
        let identity = IdentityId(number);
        data.caseworkers.insert(id, Caseworker { unit: UNIT, identity, presences: vec![presence] });
        let terms = Terms { weekly_hours: Thousandths::whole(37), weight: Thousandths::ONE };
        data.employments.insert((id, from), terms);
    }
    for (month, (held, loose)) in months().zip(by_month) {
        let counts = Arc::make_mut(&mut data.counts);
        for (number, cases) in [(1, held), (2, 0), (3, 0)] {
            let count = CaseCount { cases, split: None };
            counts.set((month, CaseworkerId(number)), Some(count));
        }
        data.figures.entry(month).or_default().set(UnitField::Unallocated, Some(loose));
    }
    data
}

/// Why each of the unit's figures is left out, with these counts known already.
fn judged(data: &UnitData, known: &Known, keys: &[Key]) -> Vec<Option<Why>> {
    let mut snapshot = Snapshot::default();
    snapshot.insert_unit(data.clone());
    let measure = UnitMeasure::new(&snapshot, data);
    let unit = UnitHalf::new(&measure, half());
    for key in keys {
        assert!(unit.figure(*key).is_some_and(|it| it.value.is_some()), "{key:?} has no value");
    }
    keys.iter().map(|key| why(&unit, *key, known, THRESHOLD)).collect()
}

fn cell(key: Key, value: i64, state: State) -> Cell {
    let id = CellId { half: half(), what: What::Figure(key), whose: Whose::Unit(UNIT), version: 0 };
    Cell { id, state, value: Some(value) }
}

fn knowing(cells: &[Cell]) -> Known {
    let mut known = Known::default();
    known.publish(cells, &[], THRESHOLD);
    known
}

const RATIOS: [Key; 2] = [Key::Caseload, Key::CaseloadHalfYear];

#[test]
fn a_ratio_of_many_cases_is_shown() {
    let known = knowing(&[cell(Key::Cases, 32, State::Shown)]);
    assert_eq!(judged(&staffed([(30, 2); 6]), &known, &RATIOS), [None, None]);
}

#[test]
fn a_ratio_that_gives_a_small_number_back_is_left_out_though_the_count_is_shown() {
    // 3 cases held by 3 full posts and 20 by nobody: 1.0 a post, times 3 posts is 3.
    let known = knowing(&[cell(Key::Cases, 23, State::Shown)]);
    let figures = judged(&staffed([(3, 20); 6]), &known, &[Key::Cases, Key::Caseload]);
    assert_eq!(figures, [None, Some(Why::TotalHidden)]);
}

#[test]
fn a_mean_over_the_half_year_is_left_out_when_one_month_is_small() {
    let mut cases = [(30, 2); 6];
    cases[2] = (3, 0);
    let known = knowing(&[cell(Key::Cases, 32, State::Shown)]);
    assert_eq!(judged(&staffed(cases), &known, &RATIOS), [None, Some(Why::TotalHidden)]);
}

#[test]
fn a_ratio_of_a_hidden_number_of_cases_is_left_out() {
    let known = knowing(&[cell(Key::Cases, 32, State::Secondary)]);
    let hidden = [Some(Why::TotalHidden), Some(Why::TotalHidden)];
    assert_eq!(judged(&staffed([(30, 2); 6]), &known, &RATIOS), hidden);
}

/// 40 cases at the end of 2025 and 47 half a year on, 3 of them moved here.
fn changed() -> UnitData {
    let mut data = empty(CaseReporting::ByUnit);
    for (month, cases) in
        [(Month::january(2026).previous(), 40), (Month::january(2026).plus(5), 47)]
    {
        data.figures.entry(month).or_default().set(UnitField::Cases, Some(cases));
    }
    let moved = data.figures.entry(Month::january(2026)).or_default();
    moved.set(UnitField::NetTransferred, Some(3));
    data
}

#[test]
fn a_change_without_transfers_is_left_out_where_either_stock_is() {
    let of = |before: State, now: State| {
        let mut primo = cell(Key::Cases, 40, before);
        primo.id.half = half().plus(-1);
        let moved = cell(Key::NetTransferred, 3, State::Shown);
        let known = knowing(&[primo, cell(Key::Cases, 47, now), moved]);
        judged(&changed(), &known, &[Key::NetChange])
    };
    assert_eq!(of(State::Shown, State::Shown), [None]);
    assert_eq!(of(State::Secondary, State::Shown), [Some(Why::TotalHidden)]);
    assert_eq!(of(State::Shown, State::Secondary), [Some(Why::TotalHidden)]);
    assert_eq!(of(State::Withdrawn, State::Shown), [Some(Why::TotalHidden)]);
}

#[test]
fn a_change_without_transfers_is_what_a_reader_can_reckon_with() {
    let mut snapshot = Snapshot::default();
    snapshot.insert_unit(changed());
    let all = protect(&snapshot, half(), &[], Patience::default());
    let made = all.last().expect("the half-year");
    assert_eq!(made.figure(UNIT, Key::NetChange).map(|it| it.1), Some(None));
    let sum = made.read_ties().find(|it| it.figures == [(UNIT, Key::NetChange)]).expect("a tie");
    assert_eq!((sum.least, sum.most), (Some(4), Some(4)));
    let by: Vec<i64> = sum.terms.iter().map(|it| it.0).collect();
    assert_eq!(by, [1, -1, -1]);
}

#[test]
fn a_small_count_that_is_withdrawn_is_not_printed_as_fewer_than_five() {
    let mut data = empty(CaseReporting::ByUnit);
    for month in months() {
        data.figures.entry(month).or_default().set(UnitField::Cases, Some(3));
    }
    let of = |state| judged(&data, &knowing(&[cell(Key::Cases, 3, state)]), &[Key::Cases]);
    assert_eq!(of(State::Primary), [Some(Why::Count)]);
    assert_eq!(of(State::Withdrawn), [Some(Why::Withdrawn)]);
}

#[test]
fn what_a_time_says_is_what_is_printed_of_it() {
    // 31/3 and 103/10 days are both printed as 10.3 days and 1.5 weeks: from 10.25 to 10.35 days, and
    // from 10.15 to 10.85. In twentieths of a day the narrower is 205 to 207.
    let time = |over, under| Ratio::new(over, under).and_then(as_printed);
    assert_eq!(time(31, 3), Some((205, 207)));
    assert_eq!(time(103, 10), Some((205, 207)));
    // 14.04 days are 14.0 days and 2.0 weeks: from 13.95 to 14.05 days, and from 13.65 to 14.35.
    assert_eq!(time(1404, 100), Some((279, 281)));
    // 10.80 days are 10.8 days (10.75 to 10.85) and 1.5 weeks (10.15 to 10.85).
    assert_eq!(time(108, 10), Some((215, 217)));
    // 10.86 days are 10.9 days (10.85 to 10.95) and 1.6 weeks (10.85 to 11.55).
    assert_eq!(time(1086, 100), Some((217, 219)));
}

#[test]
fn a_withdrawn_count_may_be_anything_from_none_on() {
    assert_eq!(room(State::Withdrawn, 7, 5), Room { from: -7, to: FARTHEST });
    // A sign in its place says 1 to 4, and 5 or more.
    assert_eq!(room(State::Primary, 3, 5), Room { from: -2, to: 1 });
    assert_eq!(room(State::Secondary, 7, 5), Room { from: -2, to: FARTHEST });
}

/// A withdrawn count stays where it is tied: the total and the other part say it.
#[test]
fn a_withdrawn_count_stays_tied() {
    let parts = [
        cell(Key::Started, 6, State::Withdrawn),
        cell(Key::Withdrawn, 9, State::Shown),
        cell(Key::Waiting, 15, State::Shown),
    ];
    let terms = [1, 1, -1].into_iter().zip(parts.map(|it| it.id)).collect();
    let tie = Tie { terms, least: Some(0), most: Some(0), figures: Vec::new() };
    let mut known = Known::default();
    known.publish(&parts, &[tie], THRESHOLD);
    let place = known.places.get(&parts[0].id).copied().expect("it is known");
    let verdicts = judge(&known.system, &[place], Patience::default());
    assert_eq!(verdicts, [(place, Verdict::Recovered)]);
}

#[test]
fn a_reader_is_told_what_still_holds_without_the_counts_that_are_not_there() {
    let [all, a, b] =
        [Key::Waiting, Key::Started, Key::Withdrawn].map(|it| cell(it, 9, State::Shown).id);
    let tie = |terms: &[(i64, CellId)], least, most| Tie {
        terms: terms.to_vec(),
        least,
        most,
        figures: Vec::new(),
    };
    let sum = tie(&[(1, a), (1, b), (-1, all)], Some(0), Some(0));
    // Without a part, the other is no more than the total; without the total nothing but what counts are.
    let without = |hidden: CellId| sum.as_read(&|id| *id != hidden);
    assert_eq!(without(a), Some(tie(&[(1, b), (-1, all)], None, Some(0))));
    assert_eq!(without(all), Some(tie(&[(1, a), (1, b)], Some(0), None)));
    // One count alone, "at most itself", says nothing of the others.
    assert_eq!(sum.as_read(&|id| *id == b), None);
    assert_eq!(sum.as_read(&|_| true), Some(sum.clone()));
}
