//! What is about all units together.

use super::flow::errors_figure;
use super::{Figure, Figures, Key, Months, Ratio, Reason};
use crate::domain::{Month, Period, Snapshot, UnitField};

/// Coverage over all units, and the months in which net transfers between them do not sum to 0.
///
/// `units` are the figures of every unit that exists in the period.
pub fn all_units(snapshot: &Snapshot, period: Period, units: &[&Figures]) -> Figures {
    let mut used = 0;
    let mut errors = Vec::new();
    for month in period.months() {
        let Some(sum) = transfers(snapshot, month) else {
            continue;
        };
        used += 1;
        if sum != 0 {
            errors.push((month, sum));
        }
    }
    let expected = period.month_count();
    let mut figures = Figures::default();
    figures.push(Key::Coverage, coverage(units));
    let months = Months { used, expected };
    figures.push(Key::TransferError, errors_figure(errors, months));
    figures
}

/// Reported unit-months of all units over those expected.
fn coverage(units: &[&Figures]) -> Figure {
    let own = units.iter().filter_map(|it| it.get(Key::Coverage));
    let sum = |part: fn(&Figure) -> Option<Ratio>| {
        own.clone().filter_map(part).try_fold(Ratio::ZERO, Ratio::plus)
    };
    match (sum(|it| it.numerator), sum(|it| it.denominator)) {
        (Some(reported), Some(expected)) if !expected.is_zero() => {
            Figure::quotient(reported, expected)
        }
        _ => Figure::missing(Reason::NotReported),
    }
}

/// Sum over the units that exist in the month; `None` unless every one has typed its own (reading 25).
fn transfers(snapshot: &Snapshot, month: Month) -> Option<i64> {
    let mut units = snapshot.units().filter(|it| it.unit.exists_in(month)).peekable();
    units.peek()?;
    units.map(|it| it.typed(month, UnitField::NetTransferred)).sum()
}
