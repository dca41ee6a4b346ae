//! A figure as a value: its number, how far it can be trusted, and what it rests on.

use super::{Key, Ratio};
use crate::domain::{Month, Period};

/// How far a figure can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Ok,
    /// A value from fewer months or caseworkers than expected.
    Partial,
    /// Not reported.
    Missing,
    /// Too few months for a mean.
    Withheld,
    NotComputable,
}

impl Status {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Partial => "partial",
            Self::Missing => "missing",
            Self::Withheld => "withheld",
            Self::NotComputable => "not_computable",
        }
    }
}

macro_rules! reasons {
    ($($variant:ident = $name:literal),+ $(,)?) => {
        /// Why a figure has no value, or not the whole of it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Reason { $($variant),+ }

        impl Reason {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name in files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

reasons! {
    NotReported = "not_reported",
    CaseworkersUnreported = "caseworkers_unreported",
    UnallocatedUnreported = "unallocated_unreported",
    EmploymentMissing = "employment_missing",
    MeanNotReported = "mean_not_reported",
    MonthsIncomplete = "months_incomplete",
    TooFewMonths = "too_few_months",
    NoFte = "no_fte",
    NobodyHoldsCases = "nobody_holds_cases",
    TooFewCaseworkers = "too_few_caseworkers",
    NoTarget = "no_target",
    SplitNotTyped = "split_not_typed",
    NobodyWaiting = "nobody_waiting",
    NobodyStarted = "nobody_started",
    NoStarts = "no_starts",
    NoRegister = "no_register",
    TypedMeansOnly = "typed_means_only",
    BandsOnly = "bands_only",
    BandsDiffer = "bands_differ",
    OpenTopBand = "open_top_band",
    NotReached = "not_reached",
    NoCohort = "no_cohort",
    SeriesBreak = "series_break",
    CurrentMissing = "current_missing",
    BaseMissing = "base_missing",
    Incomplete = "incomplete",
    BaseTooSmall = "base_too_small",
    OutOfRange = "out_of_range",
    FewerThan10Points = "fewer_than_10_points",
    MedianIsMinimum = "median_is_minimum",
}

/// Months that entered a figure, of those that should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months {
    pub used: u32,
    pub expected: u32,
}

/// What has to be said beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// 5 of 6 months.
    Months(Months),
    /// 15 of 16 caseworkers.
    Caseworkers { reported: u32, expected: u32 },
    /// More than 26 weeks.
    AboveWeeks(u32),
    /// 7 cases without a case-holding caseworker.
    CasesWithoutFte(i64),
    /// Nobody started, so the queue does not move.
    NoStarts,
}

/// Where a unit's cases lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseParts {
    pub allocated: Option<i64>,
    pub unallocated: Option<i64>,
}

/// One figure of one unit and period. What does not apply is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// In the unit its key says: days, weeks, a fraction, or a count.
    pub value: Option<Ratio>,
    pub status: Status,
    pub reason: Option<Reason>,
    pub note: Option<Note>,
    pub numerator: Option<Ratio>,
    pub denominator: Option<Ratio>,
    /// People or episodes behind the figure.
    pub n: Option<i64>,
    /// Starts among the people followed.
    pub events: Option<i64>,
    pub months: Option<Months>,
    pub parts: Option<CaseParts>,
    /// The upper target it was held against.
    pub target: Option<Ratio>,
    /// The same figure at the end of every month of the period.
    pub by_month: Vec<(Month, Option<Ratio>)>,
    /// Months in which sums do not agree, and by how much.
    pub errors: Option<Vec<(Month, i64)>>,
    /// More than half of a distribution lies in one band, so that its median is rough.
    pub approximate: bool,
    /// Longer than this, where more cannot be said.
    pub above_days: Option<u32>,
}

impl Figure {
    const EMPTY: Self = Self {
        value: None,
        status: Status::Ok,
        reason: None,
        note: None,
        numerator: None,
        denominator: None,
        n: None,
        events: None,
        months: None,
        parts: None,
        target: None,
        by_month: Vec::new(),
        errors: None,
        approximate: false,
        above_days: None,
    };

    /// `None` is a number too large to be exact.
    pub fn of(value: Option<Ratio>) -> Self {
        match value {
            Some(_) => Self { value, ..Self::EMPTY },
            None => Self::not_computable(Reason::OutOfRange),
        }
    }

    pub fn count(value: i64) -> Self {
        Self::of(Some(Ratio::whole(value)))
    }

    /// A ratio of sums, with both sums beside it.
    pub fn quotient(numerator: Ratio, denominator: Ratio) -> Self {
        Self {
            numerator: Some(numerator),
            denominator: Some(denominator),
            ..Self::of(numerator.over(denominator))
        }
    }

    pub fn missing(reason: Reason) -> Self {
        Blank::missing(reason).into()
    }

    pub fn not_computable(reason: Reason) -> Self {
        Blank::not_computable(reason).into()
    }

    pub fn withheld(months: Months) -> Self {
        Self {
            status: Status::Withheld,
            reason: Some(Reason::TooFewMonths),
            note: Some(Note::Months(months)),
            months: Some(months),
            ..Self::EMPTY
        }
    }

    #[must_use]
    pub const fn with_n(mut self, n: i64) -> Self {
        self.n = Some(n);
        self
    }

    #[must_use]
    pub const fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }

    /// Says how many months it rests on; a value from fewer than expected becomes partial.
    #[must_use]
    pub fn over(mut self, months: Months) -> Self {
        self.months = Some(months);
        if self.status == Status::Ok && months.used < months.expected {
            self.status = Status::Partial;
            self.reason = Some(Reason::MonthsIncomplete);
            self.note.get_or_insert(Note::Months(months));
        }
        self
    }

    pub fn is_complete(&self) -> bool {
        self.status == Status::Ok
    }

    /// The value of a count that is complete.
    pub(super) fn whole(&self) -> Option<i64> {
        let value = self.value.filter(|it| self.is_complete() && it.is_whole());
        i64::try_from(value?.numerator()).ok()
    }
}

/// No figure, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Blank {
    pub(super) status: Status,
    pub(super) reason: Reason,
    note: Option<Note>,
    n: Option<i64>,
}

impl Blank {
    pub(super) const fn missing(reason: Reason) -> Self {
        Self { status: Status::Missing, reason, note: None, n: None }
    }

    pub(super) const fn not_computable(reason: Reason) -> Self {
        Self { status: Status::NotComputable, ..Self::missing(reason) }
    }

    pub(super) const fn with_note(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }

    pub(super) const fn with_n(mut self, n: i64) -> Self {
        self.n = Some(n);
        self
    }

    pub(super) const fn without_note(mut self) -> Self {
        self.note = None;
        self
    }
}

impl From<Blank> for Figure {
    fn from(blank: Blank) -> Self {
        Self {
            status: blank.status,
            reason: Some(blank.reason),
            note: blank.note,
            n: blank.n,
            ..Self::EMPTY
        }
    }
}

impl From<Result<Self, Blank>> for Figure {
    fn from(result: Result<Self, Blank>) -> Self {
        result.unwrap_or_else(Self::from)
    }
}

/// The figures of one period.
pub(super) type Dated<'a> = (Period, &'a Figures);

/// The figures of one unit and period, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures(Vec<(Key, Figure)>);

impl Figures {
    pub fn get(&self, key: Key) -> Option<&Figure> {
        let found = self.0.iter().find(|it| it.0 == key);
        found.map(|(_, figure)| figure)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Key, &Figure)> {
        self.0.iter().map(|(key, figure)| (*key, figure))
    }

    pub(super) fn push(&mut self, key: Key, figure: impl Into<Figure>) {
        self.0.push((key, figure.into()));
    }

    /// Room for everything a unit can have, so that figures are not moved about.
    pub(super) fn roomy() -> Self {
        Self(Vec::with_capacity(Key::ALL.len()))
    }

    pub(super) fn append(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    pub(super) fn take(self, key: Key) -> Option<Figure> {
        let mut all = self.0.into_iter();
        all.find(|it| it.0 == key).map(|(_, figure)| figure)
    }
}
