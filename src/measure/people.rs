//! What each caseworker of a month has: cases, full-time equivalents, and the one over the other.

use super::staff::OnDuty;
use super::{Figure, Ratio, Reason, UnitMeasure};
use crate::domain::{CaseworkerId, Month};

/// One case-holding caseworker at the end of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonCaseload {
    pub caseworker: CaseworkerId,
    /// Cases over the caseworker's own full-time equivalents, with both; why not, where it cannot be formed.
    pub caseload: Figure,
    /// Strictly above the norm in force, compared in whole numbers (reading 9).
    pub is_above_norm: bool,
}

impl UnitMeasure<'_> {
    /// The case-holding caseworkers of a month in order of id; empty for a unit without.
    ///
    /// Those counted by `above_norm_share` are the ones with a caseload.
    pub fn caseloads_of_people(&self, month: Month) -> Vec<PersonCaseload> {
        let Some(staff) = self.staff() else { return Vec::new() };
        let upper = self.norm_upper(month.last_day());
        let staff = staff.in_month(month);
        let person = |duty: &OnDuty| {
            let cases = self.data().cases(month, duty.id).map(|count| count.cases);
            let fte = staff.fte_of(duty);
            let share = duty.share().filter(|share| *share != 0);
            let above = cases.zip(share).zip(upper);
            PersonCaseload {
                caseworker: duty.id,
                caseload: caseload(cases, fte),
                is_above_norm: above.is_some_and(|((cases, share), upper)| {
                    staff.exceeds(cases, share, upper).unwrap_or(false)
                }),
            }
        };
        staff.people.iter().map(person).collect()
    }
}

fn caseload(cases: Option<u32>, fte: Option<Ratio>) -> Figure {
    let Some(cases) = cases else {
        return Figure::missing(Reason::NotReported);
    };
    match fte {
        None => Figure::missing(Reason::EmploymentMissing),
        Some(fte) if fte.is_zero() => Figure::not_computable(Reason::NoFte),
        Some(fte) => Figure::quotient(Ratio::from(cases), fte),
    }
}
