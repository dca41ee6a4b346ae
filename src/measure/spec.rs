//! What is said of a figure once: the columns of the table of figures.

use crate::domain::{BandKind, TargetMetric, UnitField};

/// One row of the table of figures.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The name in files, on the command line and of its words: `figure-<name>`.
    pub name: &'static str,
    /// Which of a unit's functions computes it.
    pub family: Family,
    pub amount: Amount,
    pub span: Span,
    pub sum: Sum,
    /// When a committee may not see it.
    pub rule: Rule,
    /// The metric of the targets it is held against.
    pub target: Option<TargetMetric>,
    /// The typed cell it is made of, or the first of several.
    pub cell: Option<UnitField>,
    /// Whether a difference between two periods says anything (reading 20).
    pub change: Change,
    /// Its place among those whose months are looked through for what is more than chance. Not those
    /// withdrawn: their median is 0 in most units, and the rule would fire for ever (reading 23).
    pub signal: Option<u8>,
    pub chart: Charted,
    pub page: Page,
    /// Its place among the rows of a document's table; `None` has no row.
    pub row: Option<u8>,
}

/// Figures that are computed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// What a unit's cases are, and what comes and goes.
    Flow,
    /// Cases for each who holds them; a unit with caseworkers.
    Staff,
    /// A unit with a waiting list.
    Waiting,
    /// How much of it all was reported.
    Coverage,
    /// All units together.
    AllUnits,
}

/// What the stored number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Whole things: cases, people, starts.
    Things,
    Fte,
    CasesPerFte,
    CasesPerPerson,
    /// 0 to 1.
    Share,
    Days,
    Weeks,
    /// Reported unit-months of those expected.
    Months,
    /// Months in which sums do not agree.
    Errors,
}

/// What a figure's number means, and so how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Whole things: cases, people, starts.
    Count,
    /// Full-time equivalents or cases for each of them.
    Ratio,
    /// A part of a whole; 0 to 1.
    Share,
    /// Days.
    Wait,
    /// Weeks.
    Weeks,
    /// Reported unit-months of those expected.
    Coverage,
    /// Months in which sums do not agree.
    Errors,
}

impl Amount {
    pub const fn kind(self) -> Kind {
        match self {
            Self::Things => Kind::Count,
            Self::Fte | Self::CasesPerFte | Self::CasesPerPerson => Kind::Ratio,
            Self::Share => Kind::Share,
            Self::Days => Kind::Wait,
            Self::Weeks => Kind::Weeks,
            Self::Months => Kind::Coverage,
            Self::Errors => Kind::Errors,
        }
    }

    /// The end of the name of its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Things => "count",
            Self::Fte => "fte",
            Self::CasesPerFte => "ratio",
            Self::CasesPerPerson => "headcount",
            Self::Share => "share",
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Errors => "errors",
        }
    }
}

/// Which days a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The last day of the period.
    Snapshot,
    /// All of the period.
    Period,
    /// This many months, ending with the period.
    LastMonths(i32),
}

/// Over what a figure is summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sum {
    /// It is no sum: a stock, a ratio, a wait. What stands at a snapshot mostly stood at the one
    /// before, so that chance cannot be told from it.
    Nothing,
    /// What happens in the months of its period, one event at a time.
    Events,
    /// Differences of the months of its period, of either sign: their smallness tells of nobody.
    Differences,
}

/// When a figure of a half-year is left out for a committee (readings 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Always: with the others it would give hidden counts away (readings 2 f).
    NotInProfile,
    /// Never: it tells of no person.
    Open,
    /// A count of persons or families, in the tables that are protected.
    Count,
    /// A sum of counts of the tables: where one of them is hidden. Where it is printed a reader can
    /// reckon with it.
    SumOf(&'static [Term]),
    /// Where fewer stand behind it than the threshold.
    BuiltOnFew,
    /// A share of those who started or wait: where these are hidden, or few are inside it or outside.
    ShareOf(BandKind),
    /// Where those waiting are few or hidden, or the starts are few.
    Queue,
    /// Where fewer than three hold the cases, or where it gives hidden cases back.
    Staff,
}

/// A count in a sum, named by the cell it is typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub by: i64,
    pub cell: UnitField,
    pub of: TermOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermOf {
    Period,
    PeriodBefore,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Said,
    Silent,
}

/// How a figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charted {
    Never,
    /// It has one number a half-year.
    HalfYears,
    /// It has one number a month; for a committee, a half-year.
    Months,
    /// Month by month also for a committee.
    MonthsForAll,
}

/// The page on which a figure can be chosen, and its place among those there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    None,
    Of(TargetMetric, u8),
}
