//! The table of figures: everything that is to be said of one stands in its row.

use super::spec::{
    Amount, Change, Charted, Family, Kind, Page, Rule, Span, Spec, Sum, Term, TermOf,
};
use crate::domain::{BandKind, TargetMetric, UnitField};

/// Cases at the end, less cases before, less what was moved.
const NET_CHANGE: [Term; 3] = [
    Term { by: 1, cell: UnitField::Cases, of: TermOf::Period },
    Term { by: -1, cell: UnitField::Cases, of: TermOf::PeriodBefore },
    Term { by: -1, cell: UnitField::NetTransferred, of: TermOf::Period },
];

macro_rules! figures {
    ($($key:ident = $spec:expr;)+) => {
        /// Every figure of an overview, in the order in which it is read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Key { $($key),+ }

        impl Key {
            pub const ALL: [Self; [$(stringify!($key)),+].len()] = [$(Self::$key),+];

            /// The figure's row.
            pub const fn spec(self) -> &'static Spec {
                match self { $(Self::$key => const { &$spec }),+ }
            }
        }
    };
}

figures! {
    Cases = Spec {
        name: "cases", family: Family::Flow, amount: Amount::Things,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::Count,
        target: None, cell: Some(UnitField::Cases), change: Change::Said,
        signal: Some(1), chart: Charted::MonthsForAll, page: Page::Of(TargetMetric::Caseload, 2), row: Some(1),
    };
    Opened = Spec {
        name: "opened", family: Family::Flow, amount: Amount::Things,
        span: Span::Period, sum: Sum::Events, rule: Rule::Count,
        target: None, cell: Some(UnitField::Opened), change: Change::Said,
        signal: Some(2), chart: Charted::Months, page: Page::Of(TargetMetric::Caseload, 8), row: Some(2),
    };
    Closed = Spec {
        name: "closed", family: Family::Flow, amount: Amount::Things,
        span: Span::Period, sum: Sum::Events, rule: Rule::Count,
        target: None, cell: Some(UnitField::Closed), change: Change::Said,
        signal: Some(3), chart: Charted::Months, page: Page::Of(TargetMetric::Caseload, 9), row: Some(3),
    };
    NetTransferred = Spec {
        name: "net_transferred", family: Family::Flow, amount: Amount::Things,
        span: Span::Period, sum: Sum::Differences, rule: Rule::Open,
        target: None, cell: Some(UnitField::NetTransferred), change: Change::Silent,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Caseload, 10), row: Some(4),
    };
    NetChange = Spec {
        name: "net_change", family: Family::Flow, amount: Amount::Things,
        span: Span::Period, sum: Sum::Differences, rule: Rule::SumOf(&NET_CHANGE),
        target: None, cell: None, change: Change::Silent,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Caseload, 11), row: None,
    };
    BalanceError = Spec {
        name: "balance_error", family: Family::Flow, amount: Amount::Errors,
        span: Span::Period, sum: Sum::Nothing, rule: Rule::Open,
        target: None, cell: None, change: Change::Silent,
        signal: None, chart: Charted::Never, page: Page::None, row: None,
    };
    Fte = Spec {
        name: "fte", family: Family::Staff, amount: Amount::Fte,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::Staff,
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::MonthsForAll, page: Page::Of(TargetMetric::Caseload, 3), row: Some(5),
    };
    Caseload = Spec {
        name: "caseload", family: Family::Staff, amount: Amount::CasesPerFte,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::Staff,
        target: Some(TargetMetric::Caseload), cell: None, change: Change::Said,
        signal: Some(4), chart: Charted::MonthsForAll, page: Page::Of(TargetMetric::Caseload, 1), row: Some(6),
    };
    CaseloadHeadcount = Spec {
        name: "caseload_headcount", family: Family::Staff, amount: Amount::CasesPerPerson,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::Staff,
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Caseload, 4), row: Some(8),
    };
    CaseloadHalfYear = Spec {
        name: "caseload_half_year", family: Family::Staff, amount: Amount::CasesPerFte,
        span: Span::Period, sum: Sum::Nothing, rule: Rule::Staff,
        target: Some(TargetMetric::Caseload), cell: None, change: Change::Said,
        signal: None, chart: Charted::HalfYears, page: Page::None, row: Some(7),
    };
    AboveNormShare = Spec {
        name: "above_norm_share", family: Family::Staff, amount: Amount::Share,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::Staff,
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Caseload, 6), row: Some(9),
    };
    PostsShort = Spec {
        name: "posts_short", family: Family::Staff, amount: Amount::Fte,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::Staff,
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Caseload, 7), row: Some(10),
    };
    WeightedCaseload = Spec {
        name: "weighted_caseload", family: Family::Staff, amount: Amount::CasesPerFte,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::Staff,
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Caseload, 5), row: Some(11),
    };
    Approved = Spec {
        name: "approved", family: Family::Waiting, amount: Amount::Things,
        span: Span::Period, sum: Sum::Events, rule: Rule::NotInProfile,
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::None, row: None,
    };
    Started = Spec {
        name: "started", family: Family::Waiting, amount: Amount::Things,
        span: Span::Period, sum: Sum::Events, rule: Rule::Count,
        target: None, cell: Some(UnitField::Started), change: Change::Said,
        signal: Some(6), chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 10), row: Some(13),
    };
    Withdrawn = Spec {
        name: "withdrawn", family: Family::Waiting, amount: Amount::Things,
        span: Span::Period, sum: Sum::Events, rule: Rule::Count,
        target: None, cell: Some(UnitField::Withdrawn), change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 11), row: Some(14),
    };
    WaitStartedMean = Spec {
        name: "wait_started_mean", family: Family::Waiting, amount: Amount::Days,
        span: Span::Period, sum: Sum::Nothing, rule: Rule::BuiltOnFew,
        target: Some(TargetMetric::Wait), cell: Some(UnitField::WaitStartedMean), change: Change::Said,
        signal: Some(7), chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 3), row: Some(15),
    };
    WaitStartedMedian = Spec {
        name: "wait_started_median", family: Family::Waiting, amount: Amount::Days,
        span: Span::Period, sum: Sum::Nothing, rule: Rule::BuiltOnFew,
        target: Some(TargetMetric::Wait), cell: None, change: Change::Said,
        signal: Some(8), chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 1), row: Some(16),
    };
    WaitStartedP90 = Spec {
        name: "wait_started_p90", family: Family::Waiting, amount: Amount::Days,
        span: Span::Period, sum: Sum::Nothing, rule: Rule::BuiltOnFew,
        target: Some(TargetMetric::Wait), cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 2), row: Some(17),
    };
    WithinTargetStarted = Spec {
        name: "within_target_started", family: Family::Waiting, amount: Amount::Share,
        span: Span::Period, sum: Sum::Nothing, rule: Rule::ShareOf(BandKind::Started),
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 4), row: Some(18),
    };
    Waiting = Spec {
        name: "waiting", family: Family::Waiting, amount: Amount::Things,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::Count,
        target: None, cell: Some(UnitField::Waiting), change: Change::Said,
        signal: Some(5), chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 9), row: Some(12),
    };
    WaitSoFarMean = Spec {
        name: "wait_so_far_mean", family: Family::Waiting, amount: Amount::Days,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::BuiltOnFew,
        target: Some(TargetMetric::Wait), cell: Some(UnitField::WaitSoFarMean), change: Change::Said,
        signal: Some(9), chart: Charted::Months, page: Page::None, row: None,
    };
    WaitSoFarMedian = Spec {
        name: "wait_so_far_median", family: Family::Waiting, amount: Amount::Days,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::BuiltOnFew,
        target: Some(TargetMetric::Wait), cell: None, change: Change::Said,
        signal: Some(10), chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 5), row: Some(19),
    };
    WaitSoFarP90 = Spec {
        name: "wait_so_far_p90", family: Family::Waiting, amount: Amount::Days,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::BuiltOnFew,
        target: Some(TargetMetric::Wait), cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 6), row: None,
    };
    WaitSoFarLongest = Spec {
        name: "wait_so_far_longest", family: Family::Waiting, amount: Amount::Days,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::BuiltOnFew,
        target: Some(TargetMetric::Wait), cell: Some(UnitField::WaitLongest), change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 7), row: None,
    };
    WithinTargetWaiting = Spec {
        name: "within_target_waiting", family: Family::Waiting, amount: Amount::Share,
        span: Span::Snapshot, sum: Sum::Nothing, rule: Rule::ShareOf(BandKind::Waiting),
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 8), row: Some(20),
    };
    KmMedian = Spec {
        name: "km_median", family: Family::Waiting, amount: Amount::Days,
        span: Span::LastMonths(12), sum: Sum::Nothing, rule: Rule::BuiltOnFew,
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::None, row: None,
    };
    ClearanceTime = Spec {
        name: "clearance_time", family: Family::Waiting, amount: Amount::Weeks,
        span: Span::LastMonths(3), sum: Sum::Nothing, rule: Rule::Queue,
        target: None, cell: None, change: Change::Said,
        signal: None, chart: Charted::Months, page: Page::Of(TargetMetric::Wait, 12), row: Some(21),
    };
    Coverage = Spec {
        name: "coverage", family: Family::Coverage, amount: Amount::Months,
        span: Span::Period, sum: Sum::Nothing, rule: Rule::Open,
        target: None, cell: None, change: Change::Silent,
        signal: None, chart: Charted::Never, page: Page::None, row: None,
    };
    TransferError = Spec {
        name: "transfer_error", family: Family::AllUnits, amount: Amount::Errors,
        span: Span::Period, sum: Sum::Nothing, rule: Rule::Open,
        target: None, cell: None, change: Change::Silent,
        signal: None, chart: Charted::Never, page: Page::None, row: None,
    };
}

impl Key {
    /// The name in files and on the command line.
    pub const fn name(self) -> &'static str {
        self.spec().name
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The figure that a typed cell makes.
    pub fn of_cell(cell: UnitField) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.spec().cell == Some(cell))
    }

    pub const fn kind(self) -> Kind {
        self.spec().amount.kind()
    }

    pub const fn span(self) -> Span {
        self.spec().span
    }

    pub const fn target_metric(self) -> Option<TargetMetric> {
        self.spec().target
    }

    /// Whether a difference between two periods says anything (reading 20).
    pub fn has_change(self) -> bool {
        self.spec().change == Change::Said
    }

    /// Whether its months can be drawn: it has one number a month.
    pub const fn is_drawable(self) -> bool {
        matches!(self.spec().chart, Charted::Months | Charted::MonthsForAll)
    }

    /// The rows of a document's table, from the top.
    pub fn rows() -> Vec<Self> {
        in_order(|it| it.spec().row)
    }

    /// The figures whose months are looked through for what is more than chance, in the order they are told.
    pub fn with_signal() -> Vec<Self> {
        in_order(|it| it.spec().signal)
    }

    /// The figures that can be chosen on a page, in their order there.
    pub fn on_page(metric: TargetMetric) -> Vec<Self> {
        in_order(|it| match it.spec().page {
            Page::Of(own, place) if own == metric => Some(place),
            Page::Of(..) | Page::None => None,
        })
    }
}

fn in_order(place: impl Fn(Key) -> Option<u8>) -> Vec<Key> {
    let mut found: Vec<Key> = Key::ALL.into_iter().filter(|it| place(*it).is_some()).collect();
    found.sort_by_key(|it| place(*it));
    found
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

    #[test]
    fn no_two_figures_have_one_place() {
        let is_strict = |places: Vec<u8>| places.windows(2).all(|pair| pair[0] < pair[1]);
        assert!(is_strict(Key::rows().iter().filter_map(|it| it.spec().row).collect()));
        for metric in [TargetMetric::Caseload, TargetMetric::Wait] {
            let place = |key: &Key| match key.spec().page {
                Page::Of(_, place) => Some(place),
                Page::None => None,
            };
            assert!(is_strict(Key::on_page(metric).iter().filter_map(place).collect()));
        }
    }
}
