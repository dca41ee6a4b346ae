//! One unit, read once: every figure of it for any period.

use super::breaks::break_days;
use super::caseload::{self, CaseloadTerms};
use super::cases::{CaseMonth, typed_figure};
use super::change::{Changes, Difference};
use super::coverage::{Coverage, Stocks};
use super::flow::{balance_error, net_change, typed_sum};
use super::monthly::Monthly;
use super::register::Register;
use super::spec::{Family, Sum};
use super::staff::Staff;
use super::target::Targets;
use super::waiting_list::WaitingList;
use super::{
    Balance, Comparison, Figure, Figures, Key, Ratio, Signal, queue, signal, started, waiting,
};
use crate::domain::{Day, Month, Period, Settings, Snapshot, TargetMetric, UnitData, UnitField};

/// A unit with everything its figures rest on laid ready, so that each period costs little.
#[derive(Debug, Clone)]
pub struct UnitMeasure<'a> {
    data: &'a UnitData,
    settings: &'a Settings,
    staff: Option<Staff<'a>>,
    caseload: CaseloadTerms<'a>,
    waiting_list: Option<WaitingList<'a>>,
    breaks: Vec<Day>,
    stocks: Stocks,
}

impl<'a> UnitMeasure<'a> {
    pub fn new(snapshot: &'a Snapshot, data: &'a UnitData) -> Self {
        let settings = snapshot.settings();
        let has_caseworkers = data.unit.has_caseworkers();
        let targets = |metric| Targets::of(snapshot, data.id, metric);
        let waiting_list = data.unit.has_waiting_list().then(|| WaitingList {
            data,
            register: Register::of(data),
            target: targets(TargetMetric::Wait),
        });
        Self {
            data,
            settings,
            staff: has_caseworkers.then(|| Staff::of(data, settings.standard_week().0)),
            caseload: CaseloadTerms {
                norm: targets(TargetMetric::Caseload),
                weights: settings.weights().map(|it| it.0),
            },
            breaks: break_days(snapshot, data.id),
            stocks: Stocks::of(data),
            waiting_list,
        }
    }

    pub const fn data(&self) -> &'a UnitData {
        self.data
    }

    pub(super) const fn waiting_list(&self) -> Option<&WaitingList<'a>> {
        self.waiting_list.as_ref()
    }

    pub(super) const fn staff(&self) -> Option<&Staff<'a>> {
        self.staff.as_ref()
    }

    /// The days on which the unit's series break, in order.
    pub fn breaks(&self) -> &[Day] {
        &self.breaks
    }

    /// Every figure that applies to the unit, in reading order.
    pub fn figures(&self, period: Period) -> Figures {
        let stock = self.stock_of(period);
        let mut figures = Figures::roomy();
        for family in [Family::Flow, Family::Staff, Family::Waiting, Family::Coverage] {
            figures.append(self.family(family, period, &stock));
        }
        figures
    }

    /// One figure; `None` when it does not apply to the unit. Costs only what belongs to it.
    pub fn figure(&self, key: Key, period: Period) -> Option<Figure> {
        let family = key.spec().family;
        let stock = match family {
            Family::Waiting | Family::AllUnits => Stock::Typed(Vec::new()),
            Family::Flow | Family::Staff | Family::Coverage => self.stock_of(period),
        };
        self.family(family, period, &stock).take(key)
    }

    /// Figures that are computed together; none where they do not apply to the unit.
    fn family(&self, family: Family, period: Period, stock: &Stock) -> Figures {
        match family {
            Family::Flow => self.flow_figures(period, stock),
            Family::Staff => self.staff_figures(period, stock),
            Family::Waiting => self.waiting_figures(period),
            Family::Coverage => {
                let mut figures = Figures::default();
                figures.push(Key::Coverage, self.coverage_of(stock).figure());
                figures
            }
            Family::AllUnits => Figures::default(),
        }
    }

    /// Every change of `figures`, which are those of `period`, against two earlier periods.
    pub fn changes(
        &self,
        period: Period,
        figures: &Figures,
        same_last_year: &Figures,
        previous: &Figures,
    ) -> Vec<(Key, Changes)> {
        let new = (period, figures);
        let last_year = (period.same_last_year(), same_last_year);
        let before = (period.previous(), previous);
        let own_waits = self.waits_of_started(period);
        let waits = |base: Period| {
            let base = self.waits_of_started(base);
            Comparison::of_waits(own_waits.as_deref(), base.as_deref())
        };
        let (waits_last_year, waits_before) = (waits(last_year.0), waits(before.0));
        let breaks = &self.breaks;
        let change = |(key, _): (Key, &Figure)| {
            let changes = Changes {
                same_last_year: Difference::compared(key, new, last_year, breaks, waits_last_year)?,
                previous: Difference::compared(key, new, before, breaks, waits_before)?,
            };
            Some((key, changes))
        };
        figures.iter().filter_map(change).collect()
    }

    /// The signals of every figure that has one, over the months that end with the period.
    pub fn signals(&self, period: Period) -> Vec<(Key, Signal)> {
        let monthly = self.monthly(period);
        let columns = [monthly.stocks(), monthly.flows(), monthly.waits()];
        let find = |key: Key| columns.iter().flatten().find(|it| it.0 == key);
        let signal = |key| Some((key, Signal::of(monthly.first, &find(key)?.1)));
        Key::with_signal().into_iter().filter_map(signal).collect()
    }

    /// One signal; `None` when the figure has none. Costs only what belongs to it.
    pub fn signal(&self, key: Key, period: Period) -> Option<Signal> {
        let (first, column) = self.signal_series(key, period)?;
        Some(Signal::of(first, &column))
    }

    /// The complete months a signal looks at, from the first on; `None` when the figure has none.
    pub(super) fn signal_series(
        &self,
        key: Key,
        period: Period,
    ) -> Option<(Month, Vec<Option<Ratio>>)> {
        if !has_signal(key) {
            return None;
        }
        let monthly = self.monthly(period);
        let columns = match (key.spec().family, key.spec().sum) {
            (Family::Waiting, _) => monthly.waits(),
            (Family::Flow, Sum::Events) => monthly.flows(),
            _ => monthly.stocks(),
        };
        let (_, column) = columns.into_iter().find(|it| it.0 == key)?;
        Some((monthly.first, column))
    }

    /// The upper norm in force on a day.
    pub(super) fn norm_upper(&self, day: Day) -> Option<Ratio> {
        self.caseload.norm.upper_on(day)
    }

    /// Days waited by each who started in the period; `None` unless the register covers all of it.
    fn waits_of_started(&self, period: Period) -> Option<Vec<f64>> {
        let stretch = self.waiting_list.as_ref()?.period(period);
        let (register, window) = stretch.register.filter(|_| stretch.typed.is_empty())?;
        Some(register.starts(window).map(|it| f64::from(it.wait)).collect())
    }

    /// What a month began with, what came and went, and what it ended with.
    pub fn balance(&self, month: Month) -> Balance {
        let stock = self.stock(month, month).complete();
        let at = |it: Month| stock.iter().find(|known| known.0 == it).and_then(|known| known.1);
        Balance::of(self.data, month, at(month.previous()), at(month))
    }

    fn monthly(&self, period: Period) -> Monthly<'_> {
        let (first, last) = signal::window(period, &self.breaks, self.data.unit.first_month());
        Monthly {
            data: self.data,
            staff: self.staff.as_ref(),
            list: self.waiting_list.as_ref(),
            first,
            last,
        }
    }

    fn stock_of(&self, period: Period) -> Stock {
        self.stock(period.first_month(), period.last_month())
    }

    /// Of the month before `first` through `last`.
    pub(super) fn stock(&self, first: Month, last: Month) -> Stock {
        let months = first.previous().through(last);
        match &self.staff {
            None => Stock::Typed(months.map(|it| (it, typed_figure(self.data, it))).collect()),
            Some(staff) => {
                let of = |month| CaseMonth::new(self.data, staff, month);
                Stock::Counted(months.map(of).collect())
            }
        }
    }

    fn flow_figures(&self, period: Period, stock: &Stock) -> Figures {
        let mut figures = Figures::roomy();
        figures.push(Key::Cases, stock.last());
        for (key, field) in [
            (Key::Opened, UnitField::Opened),
            (Key::Closed, UnitField::Closed),
            (Key::NetTransferred, UnitField::NetTransferred),
        ] {
            let tally = typed_sum(self.data, field, period.months());
            figures.push(key, tally.figure(period.month_count()));
        }
        let stocks = stock.complete();
        figures.push(Key::NetChange, net_change(self.data, &stocks, &self.breaks));
        figures.push(Key::BalanceError, balance_error(self.data, &stocks));
        figures
    }

    fn staff_figures(&self, period: Period, stock: &Stock) -> Figures {
        let Stock::Counted(months) = stock else {
            return Figures::default();
        };
        let inside = months.get(1..).unwrap_or_default();
        caseload::figures(&self.caseload, inside, self.least_months(period))
    }

    fn waiting_figures(&self, period: Period) -> Figures {
        let Some(list) = &self.waiting_list else {
            return Figures::default();
        };
        let mut figures = Figures::roomy();
        let stretch = list.period(period);
        let approved = stretch.approved();
        figures.push(Key::Approved, Figure { n: None, ..approved });
        figures.push(Key::Started, stretch.started().figure(stretch.expected));
        figures.push(Key::Withdrawn, stretch.withdrawn().figure(stretch.expected));
        figures.append(started::figures(&stretch, self.least_months(period)));
        let snapshot = period.last_month();
        figures.append(waiting::figures(list, snapshot));
        figures.push(Key::KmMedian, queue::km_median(list, snapshot));
        figures.push(Key::ClearanceTime, queue::clearance_time(list, snapshot));
        figures
    }

    /// Months of the unit's own existence in which its stock figures are complete.
    fn coverage_of(&self, stock: &Stock) -> Coverage {
        let mut coverage = Coverage::default();
        for (month, cases) in stock.complete().into_iter().skip(1) {
            coverage.expected += i64::from(self.data.unit.exists_in(month));
            coverage.reported += i64::from(self.is_reported(month, cases));
        }
        coverage
    }

    /// Whether a month of the unit's own existence is reported; `cases` are its cases when complete.
    pub(super) fn is_reported(&self, month: Month, cases: Option<i64>) -> bool {
        let list = self.waiting_list.as_ref();
        self.data.unit.exists_in(month) && self.stocks.are_in(list, month, cases)
    }

    /// Months a mean needs: 2 of 3, the setting of 6, 8 of 12; none of a single month (reading 13).
    fn least_months(&self, period: Period) -> u32 {
        match period {
            Period::Month(_) => 0,
            Period::Quarter(_) => 2,
            Period::HalfYear(_) => self.settings.least_months(),
            Period::Year(_) => 8,
        }
    }
}

fn has_signal(key: Key) -> bool {
    key.spec().signal.is_some()
}

/// The cases at the end of the month before a period and of each of its months.
pub(super) enum Stock {
    Typed(Vec<(Month, Figure)>),
    Counted(Vec<CaseMonth>),
}

impl Stock {
    fn last(&self) -> Figure {
        let last = match self {
            Self::Typed(months) => months.len(),
            Self::Counted(months) => months.len(),
        };
        let figure = last.checked_sub(1).and_then(|it| self.figure(it));
        figure.unwrap_or_else(|| Figure::missing(super::Reason::NotReported))
    }

    /// The cases of one of its months, counted from the month before the period.
    pub(super) fn figure(&self, at: usize) -> Option<Figure> {
        match self {
            Self::Typed(months) => months.get(at).map(|it| it.1.clone()),
            Self::Counted(months) => months.get(at).map(CaseMonth::figure),
        }
    }

    pub(super) fn complete(&self) -> Vec<(Month, Option<i64>)> {
        match self {
            Self::Typed(months) => months.iter().map(|it| (it.0, it.1.whole())).collect(),
            Self::Counted(months) => {
                months.iter().map(|it| (it.month, it.complete().ok())).collect()
            }
        }
    }
}
