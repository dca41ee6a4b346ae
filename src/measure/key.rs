//! The names of the figures, and what kind of number each one is.

use crate::domain::TargetMetric;

/// Every figure of an overview, in the order in which it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Cases,
    Opened,
    Closed,
    NetTransferred,
    BalanceError,
    Fte,
    Caseload,
    CaseloadHeadcount,
    CaseloadHalfYear,
    AboveNormShare,
    PostsShort,
    WeightedCaseload,
    Approved,
    Started,
    Withdrawn,
    WaitStartedMean,
    WaitStartedMedian,
    WaitStartedP90,
    WithinTargetStarted,
    Waiting,
    WaitSoFarMean,
    WaitSoFarMedian,
    WaitSoFarP90,
    WaitSoFarLongest,
    WithinTargetWaiting,
    KmMedian,
    ClearanceTime,
    Coverage,
    TransferError,
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

impl Key {
    pub const ALL: [Self; 29] = [
        Self::Cases,
        Self::Opened,
        Self::Closed,
        Self::NetTransferred,
        Self::BalanceError,
        Self::Fte,
        Self::Caseload,
        Self::CaseloadHeadcount,
        Self::CaseloadHalfYear,
        Self::AboveNormShare,
        Self::PostsShort,
        Self::WeightedCaseload,
        Self::Approved,
        Self::Started,
        Self::Withdrawn,
        Self::WaitStartedMean,
        Self::WaitStartedMedian,
        Self::WaitStartedP90,
        Self::WithinTargetStarted,
        Self::Waiting,
        Self::WaitSoFarMean,
        Self::WaitSoFarMedian,
        Self::WaitSoFarP90,
        Self::WaitSoFarLongest,
        Self::WithinTargetWaiting,
        Self::KmMedian,
        Self::ClearanceTime,
        Self::Coverage,
        Self::TransferError,
    ];

    /// The name in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Opened => "opened",
            Self::Closed => "closed",
            Self::NetTransferred => "net_transferred",
            Self::BalanceError => "balance_error",
            Self::Fte => "fte",
            Self::Caseload => "caseload",
            Self::CaseloadHeadcount => "caseload_headcount",
            Self::CaseloadHalfYear => "caseload_half_year",
            Self::AboveNormShare => "above_norm_share",
            Self::PostsShort => "posts_short",
            Self::WeightedCaseload => "weighted_caseload",
            Self::Approved => "approved",
            Self::Started => "started",
            Self::Withdrawn => "withdrawn",
            Self::WaitStartedMean => "wait_started_mean",
            Self::WaitStartedMedian => "wait_started_median",
            Self::WaitStartedP90 => "wait_started_p90",
            Self::WithinTargetStarted => "within_target_started",
            Self::Waiting => "waiting",
            Self::WaitSoFarMean => "wait_so_far_mean",
            Self::WaitSoFarMedian => "wait_so_far_median",
            Self::WaitSoFarP90 => "wait_so_far_p90",
            Self::WaitSoFarLongest => "wait_so_far_longest",
            Self::WithinTargetWaiting => "within_target_waiting",
            Self::KmMedian => "km_median",
            Self::ClearanceTime => "clearance_time",
            Self::Coverage => "coverage",
            Self::TransferError => "transfer_error",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    pub const fn kind(self) -> Kind {
        match self {
            Self::Cases
            | Self::Opened
            | Self::Closed
            | Self::NetTransferred
            | Self::Approved
            | Self::Started
            | Self::Withdrawn
            | Self::Waiting => Kind::Count,
            Self::Fte
            | Self::Caseload
            | Self::CaseloadHeadcount
            | Self::CaseloadHalfYear
            | Self::PostsShort
            | Self::WeightedCaseload => Kind::Ratio,
            Self::AboveNormShare | Self::WithinTargetStarted | Self::WithinTargetWaiting => {
                Kind::Share
            }
            Self::WaitStartedMean
            | Self::WaitStartedMedian
            | Self::WaitStartedP90
            | Self::WaitSoFarMean
            | Self::WaitSoFarMedian
            | Self::WaitSoFarP90
            | Self::WaitSoFarLongest
            | Self::KmMedian => Kind::Wait,
            Self::ClearanceTime => Kind::Weeks,
            Self::Coverage => Kind::Coverage,
            Self::BalanceError | Self::TransferError => Kind::Errors,
        }
    }

    pub const fn span(self) -> Span {
        match self {
            Self::Cases
            | Self::Fte
            | Self::Caseload
            | Self::CaseloadHeadcount
            | Self::AboveNormShare
            | Self::PostsShort
            | Self::WeightedCaseload
            | Self::Waiting
            | Self::WaitSoFarMean
            | Self::WaitSoFarMedian
            | Self::WaitSoFarP90
            | Self::WaitSoFarLongest
            | Self::WithinTargetWaiting => Span::Snapshot,
            Self::KmMedian => Span::LastMonths(12),
            Self::ClearanceTime => Span::LastMonths(3),
            Self::Opened
            | Self::Closed
            | Self::NetTransferred
            | Self::BalanceError
            | Self::CaseloadHalfYear
            | Self::Approved
            | Self::Started
            | Self::Withdrawn
            | Self::WaitStartedMean
            | Self::WaitStartedMedian
            | Self::WaitStartedP90
            | Self::WithinTargetStarted
            | Self::Coverage
            | Self::TransferError => Span::Period,
        }
    }

    /// Counts what happens in a period, one event at a time. What stands at a snapshot mostly stood
    /// at the one before, so that chance cannot be told from it.
    pub const fn counts_events(self) -> bool {
        matches!(
            self,
            Self::Opened | Self::Closed | Self::Approved | Self::Started | Self::Withdrawn
        )
    }

    /// The metric of the targets it is held against: every wait of those who started and of those
    /// who wait, and the ratio at the snapshot as well as over a half-year.
    pub const fn target_metric(self) -> Option<TargetMetric> {
        if matches!(self, Self::Caseload | Self::CaseloadHalfYear) {
            return Some(TargetMetric::Caseload);
        }
        let is_held = matches!(
            self,
            Self::WaitStartedMean
                | Self::WaitStartedMedian
                | Self::WaitStartedP90
                | Self::WaitSoFarMean
                | Self::WaitSoFarMedian
                | Self::WaitSoFarP90
                | Self::WaitSoFarLongest
        );
        if is_held { Some(TargetMetric::Wait) } else { None }
    }

    /// Whether a difference between two periods says anything (reading 20).
    pub const fn has_change(self) -> bool {
        !matches!(
            self,
            Self::NetTransferred | Self::BalanceError | Self::Coverage | Self::TransferError
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_is_found_by_its_name() {
        for key in Key::ALL {
            assert_eq!(Key::from_name(key.name()), Some(key));
        }
        assert!(Key::ALL.is_sorted());
    }
}
