//! Cases for each case-holding full-time equivalent, and what follows from it.

use super::cases::CaseMonth;
use super::figure::Blank;
use super::target::Targets;
use super::{Figure, Figures, Key, Months, Note, Ratio, Reason};

/// Fewest caseworkers a share of them is made for.
const LEAST_CASEWORKERS: i64 = 5;

/// The choices these figures depend on.
#[derive(Debug, Clone)]
pub(super) struct CaseloadTerms<'a> {
    pub(super) norm: Targets<'a>,
    /// Weights of simple, complex and very complex cases, in thousandths.
    pub(super) weights: [i64; 3],
}

/// `months` is the period, its snapshot month last; `least` the months a mean needs.
pub(super) fn figures(terms: &CaseloadTerms<'_>, months: &[CaseMonth], least: u32) -> Figures {
    let mut figures = Figures::default();
    let Some(last) = months.last() else {
        return figures;
    };
    let upper = terms.norm.upper_on(last.month.last_day());
    figures.push(Key::Fte, fte(months, last));
    figures.push(Key::Caseload, caseload(last));
    figures.push(Key::CaseloadHeadcount, headcount(last));
    if 1 < months.len() {
        figures.push(Key::CaseloadHalfYear, mean_caseload(months, least));
    }
    let above = above_norm_share(last, upper);
    figures.push(Key::AboveNormShare, above);
    figures.push(Key::PostsShort, posts_short(last, upper));
    let weighted = weighted_caseload(last, terms.weights);
    figures.push(Key::WeightedCaseload, weighted);
    figures
}

fn known_fte(month: &CaseMonth) -> Result<Ratio, Blank> {
    let missing = || Blank::missing(Reason::EmploymentMissing);
    month.staff.fte().ok_or_else(missing)
}

/// Case-holding full-time equivalents of one month.
pub(super) fn fte_at(month: &CaseMonth) -> Figure {
    known_fte(month).map(|it| Figure::of(Some(it))).into()
}

fn fte(months: &[CaseMonth], last: &CaseMonth) -> Figure {
    let mut figure = fte_at(last);
    if 1 < months.len() {
        let by_month = months.iter().map(|it| (it.month, it.staff.fte()));
        figure.by_month = by_month.collect();
    }
    figure
}

/// Cases that nobody case-holding is there for are said in words (docs/definitions.md).
fn no_fte(cases: i64) -> Blank {
    let figure = Blank::not_computable(Reason::NoFte);
    if cases == 0 {
        return figure;
    }
    figure.with_note(Note::CasesWithoutFte(cases))
}

/// Allocated cases over full-time equivalents at the end of a month.
pub(super) fn caseload(month: &CaseMonth) -> Result<Figure, Blank> {
    month.known()?;
    let fte = known_fte(month)?;
    if fte.is_zero() {
        return Err(no_fte(month.all()));
    }
    Ok(Figure::quotient(Ratio::whole(month.allocated()), fte))
}

fn headcount(month: &CaseMonth) -> Result<Figure, Blank> {
    month.known()?;
    let holders = month.holders();
    if holders == 0 {
        return Err(Blank::not_computable(Reason::NobodyHoldsCases));
    }
    let cases = Ratio::whole(month.allocated());
    Ok(Figure::quotient(cases, Ratio::whole(holders)))
}

/// Σ C / Σ F over the months where both are known; a month with F = 0 enters with its cases (reading 7).
fn mean_caseload(months: &[CaseMonth], least: u32) -> Figure {
    let mut cases = 0;
    let mut fte = Some(Ratio::ZERO);
    let mut used = 0;
    let mut why = Blank::missing(Reason::NotReported);
    for month in months {
        match month.known().and_then(|()| known_fte(month)) {
            Ok(own) => {
                cases += month.allocated();
                fte = fte.and_then(|it| it.plus(own));
                used += 1;
            }
            Err(missing) => why = missing,
        }
    }
    let expected = u32::try_from(months.len()).unwrap_or(u32::MAX);
    let months = Months { used, expected };
    if used == 0 {
        return Figure::from(why.without_note()).over(months);
    }
    if used < least {
        return Figure::withheld(months);
    }
    let figure = match fte {
        None => Figure::of(None),
        Some(fte) if fte.is_zero() => no_fte(cases).into(),
        Some(fte) => Figure::quotient(Ratio::whole(cases), fte),
    };
    figure.over(months)
}

/// Those whose own cases over own full-time equivalents are strictly above the norm (reading 9).
fn above_norm_share(month: &CaseMonth, upper: Option<Ratio>) -> Result<Figure, Blank> {
    month.known()?;
    known_fte(month)?;
    let people = month.staff.people.iter();
    let shares = people.filter_map(|it| Some((it.id, it.share().filter(|share| *share != 0)?)));
    let shares: Vec<_> = shares.collect();
    let all = i64::try_from(shares.len()).unwrap_or(i64::MAX);
    if all < LEAST_CASEWORKERS {
        return Err(Blank::not_computable(Reason::TooFewCaseworkers).with_n(all));
    }
    let upper = upper.ok_or_else(|| Blank::not_computable(Reason::NoTarget))?;
    let mut above = 0;
    for (id, share) in shares {
        let exceeds = month.staff.exceeds(month.cases_of(id), share, upper);
        above += i64::from(exceeds.ok_or(Blank::not_computable(Reason::OutOfRange))?);
    }
    Ok(Figure::quotient(Ratio::whole(above), Ratio::whole(all)).with_n(all))
}

/// C / upper target − F, all cases counted (reading 1); positive is short.
fn posts_short(month: &CaseMonth, upper: Option<Ratio>) -> Result<Figure, Blank> {
    let cases = month.complete()?;
    let fte = known_fte(month)?;
    let upper = upper.ok_or_else(|| Blank::not_computable(Reason::NoTarget))?;
    let needed = Ratio::whole(cases).over(upper);
    let figure = Figure::of(needed.and_then(|it| it.minus(fte)));
    Ok(Figure { target: Some(upper), ..figure })
}

fn weighted_caseload(month: &CaseMonth, weights: [i64; 3]) -> Result<Figure, Blank> {
    month.known()?;
    let fte = known_fte(month)?;
    let weighted = month.weighted(weights);
    let weighted = weighted.ok_or_else(|| Blank::not_computable(Reason::SplitNotTyped))?;
    if fte.is_zero() {
        return Err(no_fte(month.all()));
    }
    Ok(Figure::quotient(Ratio::thousandths(weighted), fte))
}
