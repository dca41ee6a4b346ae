//! Which months a register answers for, so that their waiting figures are computed and not typed.

use crate::domain::{Day, Month, WaitingList};

/// Whether a register has places on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    None,
    Some,
}

/// The months a register answers for, both included; `None` where none is kept.
///
/// From the month it was set to begin, else the first typed month, else the first approval;
/// through the latest of the month it was set to reach, the last typed month and the last date in it.
/// `dates` are those of its episodes, where it has any.
pub fn register_span(
    list: WaitingList,
    typed: Option<(Month, Month)>,
    dates: Option<(Day, Day)>,
) -> Option<(Month, Month)> {
    let WaitingList::Kept { register_from, register_through } = list else {
        return None;
    };
    let dates = dates.map(|(first, last)| (first.month(), last.month()));
    let kept = dates.is_some() || register_from.is_some();
    let from = register_from.or_else(|| typed.or(dates).map(|it| it.0)).filter(|_| kept)?;
    let ends = [register_through, typed.map(|it| it.1), dates.map(|it| it.1)];
    Some((from, ends.into_iter().flatten().max().unwrap_or(from)))
}

/// Whether a register would answer for a waiting figure of this month.
///
/// Once begun it answers for every later month. Where its beginning was not set it begins with the first typed
/// month, which a figure typed before that would be.
pub fn answers_for(list: WaitingList, places: Places, month: Month) -> bool {
    match list {
        WaitingList::None => false,
        WaitingList::Kept { register_from, .. } => {
            register_from.map_or(places == Places::Some, |from| from <= month)
        }
    }
}
