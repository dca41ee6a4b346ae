//! A unit month by month, each kind of figure in one pass: what signals are made of.

use super::caseload;
use super::cases::CaseMonth;
use super::quantile::middle;
use super::register::{Register, RegisterMonth};
use super::staff::Staff;
use super::waiting_list::WaitingList;
use super::{Figure, Key, Ratio, started, waiting};
use crate::domain::{Month, UnitData, UnitField};

/// A figure for every month of a stretch, `None` where it is not complete.
pub(super) type Column = (Key, Vec<Option<Ratio>>);

/// A unit from one month to another, both included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Monthly<'a> {
    pub(super) data: &'a UnitData,
    pub(super) staff: Option<&'a Staff<'a>>,
    pub(super) list: Option<&'a WaitingList<'a>>,
    pub(super) first: Month,
    pub(super) last: Month,
}

impl Monthly<'_> {
    /// Cases, and cases for each full-time equivalent where the unit has caseworkers.
    pub(super) fn stocks(&self) -> Vec<Column> {
        let Some(staff) = self.staff else {
            return vec![(Key::Cases, self.typed(UnitField::Cases))];
        };
        let (mut cases, mut caseloads) = (Vec::new(), Vec::new());
        for month in self.first.through(self.last) {
            let month = CaseMonth::new(self.data, staff, month);
            cases.push(month.complete().ok().map(Ratio::whole));
            caseloads.push(caseload::caseload(&month).ok().and_then(|it| complete(&it)));
        }
        vec![(Key::Cases, cases), (Key::Caseload, caseloads)]
    }

    pub(super) fn flows(&self) -> Vec<Column> {
        vec![
            (Key::Opened, self.typed(UnitField::Opened)),
            (Key::Closed, self.typed(UnitField::Closed)),
        ]
    }

    /// Those waiting and those started, and how long; empty without a waiting list.
    pub(super) fn waits(&self) -> Vec<Column> {
        let Some(list) = self.list else {
            return Vec::new();
        };
        let of_register = list.register.as_ref().map(|it| it.by_month(self.first, self.last));
        let mut of_register = of_register.unwrap_or_default().into_iter();
        let mut columns = WAITS.map(|key| (key, Vec::new()));
        for month in self.first.through(self.last) {
            let own = of_register.next();
            let covered = own.filter(|_| list.covers(month).is_some());
            let values = covered.map_or_else(|| typed_waits(list, month), registered);
            for ((_, column), value) in columns.iter_mut().zip(values) {
                column.push(value);
            }
        }
        columns.to_vec()
    }

    fn typed(&self, field: UnitField) -> Vec<Option<Ratio>> {
        let months = self.first.through(self.last);
        months.map(|month| self.data.typed(month, field).map(Ratio::whole)).collect()
    }
}

const WAITS: [Key; 6] = [
    Key::Waiting,
    Key::Started,
    Key::WaitStartedMean,
    Key::WaitStartedMedian,
    Key::WaitSoFarMean,
    Key::WaitSoFarMedian,
];

/// In the order of [`WAITS`].
type MonthOfWaits = [Option<Ratio>; 6];

fn registered(mut month: RegisterMonth) -> MonthOfWaits {
    let (started, waiting) = (month.started.len(), month.waiting.len());
    [
        Some(Register::count(waiting)),
        Some(Register::count(started)),
        mean(&month.started),
        middle(&mut month.started),
        mean(&month.waiting),
        middle(&mut month.waiting),
    ]
}

fn typed_waits(list: &WaitingList<'_>, month: Month) -> MonthOfWaits {
    let stretch = list.stretch(month, month);
    let started = list.data.typed(month, UnitField::Started);
    let waiting = list.data.typed(month, UnitField::Waiting);
    let [started_mean, started_median] = started::mean_and_median(&stretch);
    let [so_far_mean, so_far_median] = waiting::mean_and_median(list, month);
    [
        waiting.map(Ratio::whole),
        started.map(Ratio::whole),
        complete(&started_mean),
        complete(&started_median),
        complete(&so_far_mean),
        complete(&so_far_median),
    ]
}

/// `None` of nobody.
fn mean(days: &[i32]) -> Option<Ratio> {
    let sum = days.iter().map(|it| i64::from(*it)).sum();
    Ratio::whole(sum).over(Register::count(days.len()))
}

fn complete(figure: &Figure) -> Option<Ratio> {
    figure.value.filter(|_| figure.is_complete())
}
