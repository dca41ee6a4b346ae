//! Case-holding caseworkers month by month: who is there, and for how many full-time equivalents.

use std::collections::BTreeSet;

use super::Ratio;
use crate::domain::{Caseworker, CaseworkerId, Day, Month, Terms, UnitData, UnitField};

/// The caseworkers of a unit with their hours and absences, in order of id.
#[derive(Debug, Clone)]
pub(super) struct Staff<'a> {
    people: Vec<Person<'a>>,
    /// Weekly hours of a full-time post, in thousandths.
    standard_week: i64,
    /// The unit has typed unallocated cases: a month without them is not complete (reading 5).
    pub(super) expects_unallocated: bool,
}

#[derive(Debug, Clone)]
struct Person<'a> {
    id: CaseworkerId,
    caseworker: &'a Caseworker,
    terms: Vec<(Month, Terms)>,
    /// First and last day away, ordered by first day.
    away: Vec<(Day, Option<Day>)>,
}

/// Someone who holds cases in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OnDuty {
    pub(super) id: CaseworkerId,
    /// Days of the month not absent.
    days: i32,
    terms: Option<Terms>,
}

/// The case-holding caseworkers of one month, in order of id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StaffMonth {
    pub(super) people: Vec<OnDuty>,
    /// One full-time equivalent in the whole numbers each person's share is counted in.
    full_time: i128,
}

impl<'a> Staff<'a> {
    pub(super) fn of(data: &'a UnitData, standard_week: i64) -> Self {
        let people = data.caseworkers.iter().map(|it| person(data, it)).collect();
        Self::of_people(data, standard_week, people)
    }

    /// Only these caseworkers, in any order: what a window shows of a large unit.
    pub(super) fn of_some(
        data: &'a UnitData,
        standard_week: i64,
        ids: &BTreeSet<CaseworkerId>,
    ) -> Self {
        let known = ids.iter().filter_map(|it| data.caseworkers.get_key_value(it));
        let people = known.map(|it| person(data, it)).collect();
        Self::of_people(data, standard_week, people)
    }

    fn of_people(data: &'a UnitData, standard_week: i64, mut people: Vec<Person<'a>>) -> Self {
        for absence in data.absences.values() {
            let found = people.binary_search_by_key(&absence.caseworker, |it| it.id);
            if let Some(person) = found.ok().and_then(|at| people.get_mut(at)) {
                person.away.push((absence.from, absence.to));
            }
        }
        for person in &mut people {
            person.away.sort_unstable();
        }
        let mut months = data.figures.values();
        Self {
            people,
            standard_week,
            expects_unallocated: months.any(|it| it.get(UnitField::Unallocated).is_some()),
        }
    }

    pub(super) fn in_month(&self, month: Month) -> StaffMonth {
        let (first, last) = (month.first_day(), month.last_day());
        let days = last.since(first) + 1;
        let holding = |it: &&Person<'_>| it.caseworker.holds_cases_in(month);
        let on_duty = |person: &Person<'_>| OnDuty {
            id: person.id,
            days: days - person.days_away(first, last),
            terms: person.terms_in(month),
        };
        StaffMonth {
            people: self.people.iter().filter(holding).map(on_duty).collect(),
            full_time: i128::from(self.standard_week) * 1000 * i128::from(days),
        }
    }

    /// One caseworker's month, case-holding or not; `None` for somebody who is not in the unit's register.
    pub(super) fn of_person(&self, id: CaseworkerId, month: Month) -> Option<PersonMonth> {
        let at = self.people.binary_search_by_key(&id, |it| it.id).ok()?;
        let person = self.people.get(at)?;
        let (first, last) = (month.first_day(), month.last_day());
        let all_days = last.since(first) + 1;
        let days = all_days - person.days_away(first, last);
        let duty = OnDuty { id, days, terms: person.terms_in(month) };
        let whereabouts = if !person.caseworker.is_present(month) {
            Whereabouts::Elsewhere
        } else if !duty.is_there() {
            Whereabouts::Away
        } else if days < all_days {
            Whereabouts::AwayInPart
        } else {
            Whereabouts::There
        };
        Some(PersonMonth {
            whereabouts,
            share: duty.share().filter(|_| person.caseworker.holds_cases_in(month)),
            staff: StaffMonth {
                people: Vec::new(),
                full_time: i128::from(self.standard_week) * 1000 * i128::from(all_days),
            },
        })
    }
}

/// Where a caseworker was in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whereabouts {
    There,
    AwayInPart,
    /// Absent every day of it.
    Away,
    /// Not in the unit.
    Elsewhere,
}

/// What is known of one caseworker in one month.
#[derive(Debug, Clone)]
pub(super) struct PersonMonth {
    pub(super) whereabouts: Whereabouts,
    /// `None` without employment, and for those who do not hold cases.
    share: Option<i128>,
    staff: StaffMonth,
}

impl PersonMonth {
    /// Whether this many cases are more than `upper` for each of the caseworker's own full-time equivalents.
    pub(super) fn exceeds(&self, cases: u32, upper: Ratio) -> bool {
        let share = self.share.filter(|it| *it != 0);
        share.and_then(|it| self.staff.exceeds(cases, it, upper)).unwrap_or(false)
    }

    /// Cases for each of the caseworker's own full-time equivalents.
    pub(super) fn caseload(&self, cases: u32) -> Option<Ratio> {
        Ratio::new(i128::from(cases).checked_mul(self.staff.full_time)?, self.share?)
    }
}

fn person<'a>(data: &'a UnitData, (id, caseworker): (&CaseworkerId, &'a Caseworker)) -> Person<'a> {
    let (id, first) = (*id, Month::january(i32::MIN / 12));
    let last = Month::january(i32::MAX / 12);
    let terms = data.employments.range((id, first)..=(id, last));
    Person {
        id,
        caseworker,
        terms: terms.map(|((_, from), terms)| (*from, *terms)).collect(),
        away: Vec::new(),
    }
}

impl Person<'_> {
    fn terms_in(&self, month: Month) -> Option<Terms> {
        let after = self.terms.partition_point(|it| it.0 <= month);
        let (_, terms) = self.terms.get(after.checked_sub(1)?)?;
        Some(*terms)
    }

    /// Days from `first` to `last` that some absence covers; a day in two absences counts once.
    fn days_away(&self, first: Day, last: Day) -> i32 {
        let mut days = 0;
        let mut free_from = first;
        for (from, to) in &self.away {
            let from = (*from).max(free_from);
            let to = to.unwrap_or(last).min(last);
            if from <= to {
                days += to.since(from) + 1;
                free_from = to.plus(1);
            }
        }
        days
    }
}

impl OnDuty {
    /// Not absent every day of the month; someone who is need not report (reading 3).
    pub(super) const fn is_there(&self) -> bool {
        0 < self.days
    }

    /// Hours × weight × days there, comparable with [`StaffMonth::full_time`]; `None` without employment.
    pub(super) fn share(&self) -> Option<i128> {
        let terms = self.terms?;
        let hours = i128::from(terms.weekly_hours.0);
        Some(hours * i128::from(terms.weight.0) * i128::from(self.days))
    }
}

impl StaffMonth {
    /// Sum of hours / standard week × weight × share of days not absent; `None` when an employment is missing.
    pub(super) fn fte(&self) -> Option<Ratio> {
        let shares: Option<Vec<_>> = self.people.iter().map(OnDuty::share).collect();
        Ratio::new(shares?.iter().sum(), self.full_time)
    }

    /// Full-time equivalents of one of them; `None` without employment.
    pub(super) fn fte_of(&self, person: &OnDuty) -> Option<Ratio> {
        Ratio::new(person.share()?, self.full_time)
    }

    /// Whether cases over a person's own share exceed `upper` cases for each full-time equivalent.
    pub(super) fn exceeds(&self, cases: u32, share: i128, upper: Ratio) -> Option<bool> {
        // cases / (share / full time) > upper, multiplied out: both sides are whole.
        let own = i128::from(cases).checked_mul(self.full_time)?;
        let own = own.checked_mul(upper.denominator())?;
        Some(upper.numerator().checked_mul(share)? < own)
    }
}
