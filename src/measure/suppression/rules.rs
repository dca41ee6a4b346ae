//! Which figures a committee may see, beyond the counts: those that rest on few people are left out.

use super::cell::{CellId, State, What, Whose};
use super::counts::total_key;
use super::facts::UnitHalf;
use super::known::Known;
use crate::domain::HalfYear;
use crate::measure::{Figure, Key, Ratio, Rule};

macro_rules! whys {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal),+ $(,)?) => {
        /// Why a figure is left out.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Why { $($(#[doc = $doc])* $variant),+ }

        impl Why {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

whys! {
    /// It is a count from 1 to one less than the threshold, or follows from one.
    Count = "count",
    /// It is a count hidden to protect another.
    Secondary = "secondary",
    /// Fewer people stand behind it than the threshold.
    BuiltOnFew = "built_on_few",
    /// What it is a part of is hidden.
    TotalHidden = "total_hidden",
    /// A ratio of fewer than three persons is theirs.
    FewerThan3Persons = "fewer_than_3_persons",
    /// Those inside the share, or those outside it, are fewer than the threshold.
    FewInShare = "few_in_share",
    /// With the others it would give hidden counts away (suppression f).
    NotInProfile = "not_in_profile",
    /// It could not be protected, and is not printed at all.
    Withdrawn = "withdrawn",
}

/// Fewest caseworkers behind a ratio.
const LEAST_PERSONS: i64 = 3;

/// Why a figure of a unit's half-year is left out; `None` where it is shown.
pub(super) fn why(unit: &UnitHalf<'_>, key: Key, known: &Known, threshold: u32) -> Option<Why> {
    let figure = unit.figure(key)?;
    let threshold = i64::from(threshold);
    let few = |n: i64| 0 < n && n < threshold;
    let hidden = |key| count_hidden(unit, key, unit.half, known);
    let waiting = || unit.count(Key::Waiting).filter(|it| few(*it));
    match key.spec().rule {
        Rule::NotInProfile => Some(Why::NotInProfile),
        Rule::Open => None,
        Rule::Count => match unit.count(key) {
            Some(count) if few(count) => {
                Some(hidden(key).filter(|it| *it == Why::Withdrawn).unwrap_or(Why::Count))
            }
            Some(_) => hidden(key),
            None => None,
        },
        Rule::SumOf(terms) => {
            figure.value?;
            let mut counts = terms.iter().filter_map(|term| unit.term(term));
            let hidden = counts.find_map(|(key, half)| count_hidden(unit, key, half, known));
            hidden.map(|_| Why::TotalHidden)
        }
        Rule::BuiltOnFew => figure.n.filter(|it| few(*it)).map(|_| Why::BuiltOnFew),
        Rule::ShareOf(kind) => share(figure, hidden(total_key(kind)), threshold),
        Rule::Queue => {
            let is_hidden = waiting().is_some() || hidden(Key::Waiting).is_some();
            let of_waiting = is_hidden.then_some(Why::Count);
            of_waiting.or_else(|| figure.n.filter(|it| few(*it)).map(|_| Why::BuiltOnFew))
        }
        Rule::Staff => staff(unit, key, figure, hidden(Key::Cases), threshold),
    }
}

/// Whether a unit's own count of a half-year is hidden or withdrawn in the version that holds now.
fn count_hidden(unit: &UnitHalf<'_>, key: Key, half: HalfYear, known: &Known) -> Option<Why> {
    let id = CellId { half, what: What::Figure(key), whose: Whose::Unit(unit.id()), version: 0 };
    let value = unit.in_table_of(key, half)?;
    let (id, state) = known.version(id, value);
    match state {
        Some(State::Primary) => Some(Why::Count),
        Some(State::Secondary) => Some(Why::Secondary),
        Some(State::Shown | State::Missing) => None,
        Some(State::Withdrawn) | None => {
            let printed = known.cell(&id).is_some_and(|it| it.state == State::Shown);
            (!printed).then_some(Why::Withdrawn)
        }
    }
}

fn share(figure: &Figure, total: Option<Why>, threshold: i64) -> Option<Why> {
    let few = |n: i64| 0 < n && n < threshold;
    let whole = |it: Option<Ratio>| i64::try_from(it?.numerator()).ok();
    if figure.n.is_some_and(few) {
        return Some(Why::BuiltOnFew);
    }
    let (part, all) = whole(figure.numerator).zip(whole(figure.denominator))?;
    if few(all) {
        return Some(Why::BuiltOnFew);
    }
    if total.is_some() {
        return Some(Why::TotalHidden);
    }
    (few(part) || few(all - part)).then_some(Why::FewInShare)
}

fn staff(
    unit: &UnitHalf<'_>,
    key: Key,
    figure: &Figure,
    cases: Option<Why>,
    threshold: i64,
) -> Option<Why> {
    figure.value?;
    let (at_snapshot, fewest) = unit.persons.unwrap_or((0, 0));
    let holders = || figure.denominator.and_then(|it| i64::try_from(it.numerator()).ok());
    let persons = if key == Key::CaseloadHalfYear {
        fewest
    } else if key == Key::CaseloadHeadcount {
        holders().unwrap_or(at_snapshot)
    } else {
        at_snapshot
    };
    if 0 < persons && persons < LEAST_PERSONS {
        return Some(Why::FewerThan3Persons);
    }
    if key == Key::AboveNormShare {
        return share(figure, None, threshold);
    }
    let few = |it: i64| 0 < it && it < threshold;
    // Times its denominator a ratio gives its cases back; a mean, one month's.
    if key == Key::Fte {
        return None;
    }
    let gives_back = if key == Key::CaseloadHalfYear {
        unit.has_small_month(threshold)
    } else {
        let own = figure.numerator.and_then(|it| i64::try_from(it.numerator()).ok());
        own.is_some_and(few)
    };
    let follows = cases.is_some() || gives_back || unit.count(Key::Cases).is_some_and(few);
    follows.then_some(Why::TotalHidden)
}
