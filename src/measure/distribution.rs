//! Distributions over week bands of a half-year, and how many caseworkers a ratio rests on.

use super::bands::Distribution;
use super::suppression::{BandCounts, BandSource};
use super::{Key, Ratio, UnitMeasure};
use crate::domain::{BandKind, Day, HalfYear, Month};

/// The bands a register is counted in, in weeks.
const EDGES: [(u32, Option<u32>); 6] =
    [(0, Some(2)), (2, Some(4)), (4, Some(8)), (8, Some(13)), (13, Some(26)), (26, None)];

impl UnitMeasure<'_> {
    /// How long those waited who started in the half-year, or have waited who wait at its end;
    /// `None` where neither a register nor typed bands can say it.
    pub(super) fn distribution(&self, kind: BandKind, half: HalfYear) -> Option<BandCounts> {
        self.waits_in_bands(kind, half.first_month(), half.last_month())
    }

    /// The same for any months: those who started in them, or who wait at the end of the last.
    pub fn waits_in_bands(&self, kind: BandKind, first: Month, last: Month) -> Option<BandCounts> {
        let list = self.waiting_list()?;
        if kind == BandKind::Waiting {
            return match list.covers(last) {
                Some(register) => Some(of_waits(&register.waiting(last.last_day()))),
                None => of_typed(&[list.bands(last, kind)?]),
            };
        }
        let stretch = list.stretch(first, last);
        let registered = stretch.register.map(|(register, window)| {
            of_waits(&register.starts(window).map(|it| it.wait).collect::<Vec<_>>())
        });
        let typed: Vec<_> = stretch.typed.iter().filter_map(|it| list.bands(*it, kind)).collect();
        match registered {
            Some(counts) if typed.is_empty() => Some(counts),
            Some(_) => None,
            None if typed.is_empty() => None,
            None => of_typed(&typed),
        }
    }

    /// Case-holding caseworkers with time to hold cases: in the last month, and the fewest in a month
    /// with any. `None` for a unit without caseworkers.
    pub(super) fn persons(&self, half: HalfYear) -> Option<(i64, i64)> {
        let staff = self.staff()?;
        let in_month = |month| {
            let people = staff.in_month(month).people;
            let there = people.iter().filter(|it| it.share().is_some_and(|share| share != 0));
            i64::try_from(there.count()).unwrap_or(i64::MAX)
        };
        let months = half.first_month().through(half.last_month());
        let fewest = months.map(in_month).filter(|it| *it != 0).min();
        Some((in_month(half.last_month()), fewest.unwrap_or(0)))
    }

    /// Whether a ratio of a month is that of one or two persons.
    pub fn rests_on_few_persons(&self, key: Key, month: Month) -> bool {
        let is_ratio = key != Key::Cases;
        let people = self.staff().map(|it| it.in_month(month).people);
        let there = people
            .map(|all| all.iter().filter(|it| it.share().is_some_and(|share| share != 0)).count());
        is_ratio && there.is_some_and(|it| 0 < it && it < 3)
    }

    /// The upper waiting target in force on a day.
    pub(super) fn wait_target(&self, day: Day) -> Option<Ratio> {
        self.waiting_list()?.target.upper_on(day)
    }
}

fn of_waits(waits: &[i32]) -> BandCounts {
    let in_band = |(from, to): (u32, Option<u32>)| {
        let weeks = |it: &&i32| u32::try_from(it.div_euclid(7)).unwrap_or(0);
        let inside =
            waits.iter().filter(|it| from <= weeks(it) && to.is_none_or(|to| weeks(it) < to));
        i64::try_from(inside.count()).unwrap_or(i64::MAX)
    };
    BandCounts {
        edges: EDGES.to_vec(),
        counts: EDGES.into_iter().map(in_band).collect(),
        source: BandSource::Register,
    }
}

fn of_typed(months: &[&[crate::domain::Band]]) -> Option<BandCounts> {
    let all = Distribution::sum(months.iter().copied())?;
    Some(BandCounts {
        edges: all.bands().iter().map(|it| (it.from_week, it.to_week)).collect(),
        counts: all.bands().iter().map(|it| i64::from(it.count)).collect(),
        source: BandSource::Typed,
    })
}
