//! Where a unit's waiting figures come from, month by month: its register, or what was typed.

use super::flow::{Tally, typed_sum};
use super::register::{Register, Window};
use super::target::Targets;
use super::{Figure, Ratio, Reason};
use crate::domain::{Band, BandKind, Month, Period, UnitData, UnitField};

/// A unit's waiting list, read once.
#[derive(Debug, Clone)]
pub(super) struct WaitingList<'a> {
    pub(super) data: &'a UnitData,
    pub(super) register: Option<Register>,
    pub(super) target: Targets<'a>,
}

/// A period of a waiting list: the part its register answers for, and the other months.
#[derive(Debug, Clone)]
pub(super) struct Stretch<'a> {
    pub(super) list: &'a WaitingList<'a>,
    pub(super) register: Option<(&'a Register, Window)>,
    pub(super) typed: Vec<Month>,
    pub(super) expected: u32,
}

impl WaitingList<'_> {
    pub(super) fn covers(&self, month: Month) -> Option<&Register> {
        self.register.as_ref().filter(|it| it.covers(month))
    }

    pub(super) fn stretch(&self, first: Month, last: Month) -> Stretch<'_> {
        let register = self.register.as_ref();
        let register = register.and_then(|it| Some((it, it.covered(first, last)?)));
        let typed = first.through(last).filter(|it| self.covers(*it).is_none());
        Stretch {
            list: self,
            register,
            typed: typed.collect(),
            expected: (last.since(first) + 1).unsigned_abs(),
        }
    }

    pub(super) fn period(&self, period: Period) -> Stretch<'_> {
        self.stretch(period.first_month(), period.last_month())
    }

    /// People waiting at the end of the month; `None` when not reported.
    pub(super) fn waiting(&self, month: Month) -> Option<i64> {
        match self.covers(month) {
            Some(register) => {
                let waiting = register.waiting(month.last_day());
                i64::try_from(waiting.len()).ok()
            }
            None => self.data.typed(month, UnitField::Waiting),
        }
    }

    /// The register covers the month, or the waiting were typed.
    pub(super) fn reports(&self, month: Month) -> bool {
        let typed = self.data.typed(month, UnitField::Waiting);
        typed.is_some() || self.covers(month).is_some()
    }

    pub(super) fn bands(&self, month: Month, kind: BandKind) -> Option<&[Band]> {
        self.data.typed_bands(month, kind)
    }
}

impl Stretch<'_> {
    pub(super) fn approved(&self) -> Figure {
        let Some((register, window)) = self.register else {
            return self.without_register();
        };
        let tally = Tally { total: register.approved(window), used: window.months };
        tally.figure(self.expected)
    }

    pub(super) fn started(&self) -> Tally {
        let count = |(register, window): (&Register, Window)| register.started(window);
        self.sum(UnitField::Started, count)
    }

    pub(super) fn withdrawn(&self) -> Tally {
        let count = |(register, window): (&Register, Window)| register.withdrawn(window);
        self.sum(UnitField::Withdrawn, count)
    }

    fn sum(&self, field: UnitField, count: impl Fn((&Register, Window)) -> i64) -> Tally {
        let mut tally = typed_sum(self.list.data, field, self.typed.iter().copied());
        if let Some((register, window)) = self.register {
            tally.total += count((register, window));
            tally.used += window.months;
        }
        tally
    }

    /// What only a register can tell, where the period has none: typed months cannot say it,
    /// and months that were not reported are missing.
    pub(super) fn without_register(&self) -> Figure {
        let data = self.list.data;
        let is_typed = |month: &Month| {
            let mut fields = UnitField::ALL.into_iter().filter(|it| it.is_of_waiting_list());
            fields.any(|field| data.typed(*month, field).is_some())
        };
        if self.list.register.is_none() || self.typed.iter().any(is_typed) {
            return Figure::not_computable(Reason::NoRegister);
        }
        Figure::missing(Reason::NotReported).with_n(0)
    }
}

/// One half, and nine tenths.
pub(super) fn median() -> Ratio {
    Ratio::new(1, 2).unwrap_or(Ratio::ZERO)
}

pub(super) fn ninth_decile() -> Ratio {
    Ratio::new(9, 10).unwrap_or(Ratio::ZERO)
}
