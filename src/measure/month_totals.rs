//! What stands under each month of a sheet: the cases, the full-time equivalents, the one over the other, the balance.

use super::caseload::{caseload, fte_at};
use super::unit::Stock;
use super::{Balance, Figure, UnitMeasure};
use crate::domain::Month;

/// One month of a unit, as far as a sheet sums it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthTotals {
    pub month: Month,
    pub cases: Figure,
    /// `None` for a unit without caseworkers, as is the caseload.
    pub fte: Option<Figure>,
    pub caseload: Option<Figure>,
    pub balance: Balance,
    /// Everything that is expected of the unit has been reported.
    pub is_reported: bool,
}

impl UnitMeasure<'_> {
    /// The same figures as those of each month alone; everybody's cases are gone through once a month.
    pub fn month_totals(&self, first: Month, last: Month) -> Vec<MonthTotals> {
        let stock = self.stock(first, last);
        let complete = stock.complete();
        let mut totals = Vec::new();
        for (at, (before, now)) in complete.iter().zip(complete.iter().skip(1)).enumerate() {
            let Some(cases) = stock.figure(at + 1) else { continue };
            let counted = match &stock {
                Stock::Typed(_) => None,
                Stock::Counted(months) => months.get(at + 1),
            };
            totals.push(MonthTotals {
                month: now.0,
                cases,
                fte: counted.map(fte_at),
                caseload: counted.map(|it| caseload(it).into()),
                balance: Balance::of(self.data(), now.0, before.1, now.1),
                is_reported: self.is_reported(now.0, now.1),
            });
        }
        totals
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::Period;
    use crate::measure::{Key, UnitMeasure};
    use crate::view::sample::sample;

    /// The long way, one figure and one month at a time, is what the truth of the definitions is compared with.
    #[test]
    fn a_month_among_others_is_the_month_alone() {
        for unit in sample().units() {
            let measure = UnitMeasure::new(sample(), unit);
            let (first, last) = unit.first_typed_month().zip(unit.last_typed_month()).unwrap();
            let totals = measure.month_totals(first, last.next());
            assert!(90 < totals.len());
            for total in totals {
                let alone = |key| measure.figure(key, Period::Month(total.month));
                assert_eq!(Some(total.cases), alone(Key::Cases));
                assert_eq!((total.fte, total.caseload), (alone(Key::Fte), alone(Key::Caseload)));
                assert_eq!(total.balance, measure.balance(total.month));
                let coverage = alone(Key::Coverage).and_then(|it| it.numerator);
                assert_eq!(total.is_reported, coverage.is_some_and(|it| !it.is_zero()));
            }
        }
    }
}
