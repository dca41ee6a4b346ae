//! Everything that ties the counts of an edition together for a reader who knows the definitions:
//! sums, balances, and what means, quantiles and shares say of the distribution they come from.

use super::cell::{Cell, CellId, State, Table, TableKind, Tie, What, Whose};
use super::counts::total_key;
use super::facts::{BandCounts, BandSource, UnitHalf};
use crate::domain::{BandKind, HalfYear, UnitId};
use crate::measure::{Figure, Key, Ratio, Rule, Term};

/// Collects ties whose cells are printed in some way.
struct Ties<'a> {
    half: HalfYear,
    cells: &'a dyn Fn(CellId) -> Option<Cell>,
    prints: &'a dyn Fn(&UnitHalf<'_>, Key) -> bool,
    found: Vec<Tie>,
    /// Where the ties being made come from.
    figures: Vec<(UnitId, Key)>,
}

/// Every tie among the cells of a half-year, and with those of the one before. `cells` gives a cell by
/// its first version's name, in the version that is printed; `prints` says whether a unit's figure is:
/// one that is left out ties nothing.
pub(super) fn ties(
    half: HalfYear,
    tables: &[Table],
    units: &[UnitHalf<'_>],
    cells: &dyn Fn(CellId) -> Option<Cell>,
    prints: &dyn Fn(&UnitHalf<'_>, Key) -> bool,
) -> Vec<Tie> {
    let mut ties = Ties { half, cells, prints, found: Vec::new(), figures: Vec::new() };
    for unit in units {
        ties.balance(unit);
    }
    for table in tables.iter().filter(|it| it.kind != TableKind::Cases && !it.withdrawn) {
        ties.totals(table, units);
        if matches!(table.kind, TableKind::Bands(_)) {
            ties.rows(table);
        }
    }
    for unit in units.iter().filter(|it| it.has_list()) {
        ties.queue(unit);
        for kind in [BandKind::Started, BandKind::Waiting] {
            if let Some(bands) = unit.bands(kind) {
                ties.waits(unit, kind, bands);
            }
        }
    }
    ties.found
}

/// What figures that are sums of counts say, where they are printed. Each of their counts is printed
/// as well, so that they open none that is hidden: they are told a reader once all is decided.
pub(super) fn sums(
    half: HalfYear,
    units: &[UnitHalf<'_>],
    cells: &dyn Fn(CellId) -> Option<Cell>,
    prints: &dyn Fn(&UnitHalf<'_>, Key) -> bool,
) -> Vec<Tie> {
    let mut ties = Ties { half, cells, prints, found: Vec::new(), figures: Vec::new() };
    for unit in units {
        for (key, figure) in unit.figures.iter().filter(|it| prints(unit, it.0)) {
            let Rule::SumOf(terms) = key.spec().rule else { continue };
            let Some(sum) = figure.whole() else { continue };
            let count = |term: &Term| {
                let (key, half) = unit.term(term)?;
                Some((term.by, ties.figure(unit, key, half)?))
            };
            let terms: Vec<_> = terms.iter().filter_map(count).collect();
            ties.figures = vec![(unit.id(), key)];
            ties.push(terms, Some(sum), Some(sum));
        }
    }
    ties.found
}

impl Ties<'_> {
    fn id(&self, what: What, whose: Whose, half: HalfYear) -> Option<Cell> {
        let cell = (self.cells)(CellId { half, what, whose, version: 0 })?;
        cell.value.filter(|_| cell.state != State::Missing).map(|_| cell)
    }

    fn figure(&self, unit: &UnitHalf<'_>, key: Key, half: HalfYear) -> Option<Cell> {
        self.id(What::Figure(key), Whose::Unit(unit.id()), half)
    }

    /// A sum whose value a reader knows: it is what it is.
    fn known(&mut self, terms: Vec<(i64, Cell)>) {
        let sum = terms.iter().map(|it| it.0 * it.1.value.unwrap_or(0)).sum();
        self.push(terms, Some(sum), Some(sum));
    }

    /// Left out where it does not hold, as typed figures may not agree with each other.
    fn push(&mut self, terms: Vec<(i64, Cell)>, least: Option<i64>, most: Option<i64>) {
        let sum: i64 = terms.iter().map(|it| it.0 * it.1.value.unwrap_or(0)).sum();
        let holds = least.is_none_or(|it| it <= sum) && most.is_none_or(|it| sum <= it);
        if holds && terms.iter().any(|it| it.0 != 0) {
            let terms = terms.into_iter().filter(|it| it.0 != 0);
            let terms = terms.map(|(by, cell)| (by, cell.id)).collect();
            let figures = self.figures.clone();
            self.found.push(Tie { terms, least, most, figures });
        }
    }

    /// Primo + came − went + moved − ultimo is the error that is printed beside it, where every month
    /// could be checked.
    fn balance(&mut self, unit: &UnitHalf<'_>) {
        let checked = unit.figure(Key::BalanceError).is_some_and(Figure::is_complete);
        let before = self.half.plus(-1);
        let terms = [
            (1, Key::Cases, before),
            (1, Key::Opened, self.half),
            (1, Key::NetTransferred, self.half),
            (-1, Key::Closed, self.half),
            (-1, Key::Cases, self.half),
        ];
        let terms = terms.map(|(by, key, half)| Some((by, self.figure(unit, key, half)?)));
        let terms: Option<Vec<_>> = terms.into_iter().collect();
        if let Some(terms) = terms.filter(|_| checked) {
            self.known(terms);
        }
    }

    /// Units down a column make its total.
    fn totals(&mut self, table: &Table, units: &[UnitHalf<'_>]) {
        let columns = table.cells.first().map_or(0, Vec::len);
        for (row, whose) in table.cells.iter().zip(&table.rows) {
            let Whose::All(counts) = whose else { continue };
            let is_part = |it: &Cell| match it.id.whose {
                Whose::Unit(unit) => {
                    units.iter().any(|it| it.id() == unit && it.counts() == *counts)
                }
                Whose::All(_) => false,
            };
            // A total that belongs to another table as well is tied there.
            let own = if matches!(table.kind, TableKind::Bands(_)) { columns - 1 } else { columns };
            for (column, total) in row.iter().enumerate().take(own) {
                let parts = table.cells.iter().filter_map(|it| it.get(column)).copied();
                let parts: Vec<Cell> = parts.filter(is_part).collect();
                let parts: Option<Vec<_>> =
                    parts.iter().map(|it| self.id(it.id.what, it.id.whose, self.half)).collect();
                let total = self.id(total.id.what, total.id.whose, self.half);
                if let Some((parts, total)) = parts.zip(total) {
                    let mut terms: Vec<_> = parts.into_iter().map(|it| (1, it)).collect();
                    terms.push((-1, total));
                    self.known(terms);
                }
            }
        }
    }

    /// Bands along a row make its total.
    fn rows(&mut self, table: &Table) {
        for row in &table.cells {
            let cells: Option<Vec<Cell>> =
                row.iter().map(|it| self.id(it.id.what, it.id.whose, self.half)).collect();
            let Some(cells) = cells else { continue };
            let last = cells.len().saturating_sub(1);
            let sign = |(at, cell): (usize, Cell)| (if at == last { -1 } else { 1 }, cell);
            self.known(cells.into_iter().enumerate().map(sign).collect());
        }
    }

    /// Nobody is approved less than no times: waiting − waiting before + started + withdrawn ≥ 0. And
    /// whoever has waited longer than the half-year was waiting at its beginning.
    fn queue(&mut self, unit: &UnitHalf<'_>) {
        let before = self.half.plus(-1);
        let terms = [
            (1, Key::Waiting, self.half),
            (1, Key::Started, self.half),
            (1, Key::Withdrawn, self.half),
            (-1, Key::Waiting, before),
        ];
        let terms = terms.map(|(by, key, half)| Some((by, self.figure(unit, key, half)?)));
        let terms: Option<Vec<_>> = terms.into_iter().collect();
        let Some(terms) = terms else { return };
        let primo = terms.last().copied();
        self.push(terms, Some(0), None);
        let days = self.half.last_month().last_day().since(self.half.first_month().first_day()) + 1;
        let mut long: Vec<(i64, Cell)> = primo.into_iter().collect();
        for kind in [BandKind::Started, BandKind::Waiting] {
            let Some(bands) = unit.bands(kind) else { continue };
            for (place, (from, _)) in (0..).zip(&bands.edges) {
                let cell = self.band(unit, kind, place);
                if let Some(cell) = cell.filter(|_| i64::from(days) <= i64::from(*from) * 7) {
                    long.push((1, cell));
                }
            }
        }
        if 1 < long.len() {
            self.push(long, None, Some(0));
        }
    }

    fn band(&self, unit: &UnitHalf<'_>, kind: BandKind, place: u32) -> Option<Cell> {
        self.id(What::Band(kind, place), Whose::Unit(unit.id()), self.half)
    }

    /// Each band's cell with its first and last day; nothing unless all are printed.
    fn days(&self, unit: &UnitHalf<'_>, kind: BandKind, bands: &BandCounts) -> Option<Vec<Days>> {
        let of = |(place, (from, to)): (u32, &(u32, Option<u32>))| {
            let cell = self.band(unit, kind, place)?;
            let last = to.map(|it| i64::from(it) * 7 - 1);
            Some(Days { cell, first: i64::from(*from) * 7, last })
        };
        (0..).zip(&bands.edges).map(of).collect()
    }

    fn waits(&mut self, unit: &UnitHalf<'_>, kind: BandKind, bands: &BandCounts) {
        let Some(days) = self.days(unit, kind, bands) else { return };
        let Some(total) = self.figure(unit, total_key(kind), self.half) else { return };
        let [mean, median, ninth, share] = match kind {
            BandKind::Started => [
                Key::WaitStartedMean,
                Key::WaitStartedMedian,
                Key::WaitStartedP90,
                Key::WithinTargetStarted,
            ],
            BandKind::Waiting => [
                Key::WaitSoFarMean,
                Key::WaitSoFarMedian,
                Key::WaitSoFarP90,
                Key::WithinTargetWaiting,
            ],
        };
        let prints = self.prints;
        let value = |key: Key| {
            let figure = unit.figure(key).filter(|_| prints(unit, key));
            figure.and_then(|it| it.value)
        };
        let longest = Key::WaitSoFarLongest;
        let at_most = value(longest).filter(|_| kind == BandKind::Waiting);
        if let Some(waited) = value(mean) {
            self.figures = vec![(unit.id(), mean)];
            self.figures.extend(at_most.map(|_| (unit.id(), longest)));
            self.mean(&days, total, waited, at_most);
        }
        for (key, tenths) in [(median, 5), (ninth, 9)] {
            let Some(quantile) = value(key) else { continue };
            self.figures = vec![(unit.id(), key)];
            match bands.source {
                BandSource::Register => self.rank(&days, total, quantile, tenths),
                BandSource::Typed => self.interpolated(&days, total, quantile, tenths),
            }
        }
        if bands.source == BandSource::Register && prints(unit, share) {
            self.figures = vec![(unit.id(), share)];
            self.share(unit, kind, &days, total, share);
        }
        self.figures.clear();
    }

    /// Mean × n days were waited in all: no fewer than the bands' first days, no more than their last.
    fn mean(&mut self, days: &[Days], total: Cell, mean: Ratio, longest: Option<Ratio>) {
        let Some((shortest, mean_most)) = as_printed(mean) else { return };
        let longest = longest.and_then(|it| i64::try_from(it.numerator()).ok());
        let mut least: Vec<_> = days.iter().map(|it| (20 * it.first, it.cell)).collect();
        least.push((-mean_most, total));
        self.push(least, None, Some(0));
        let last = |band: &Days| match (band.last, longest) {
            (Some(last), Some(longest)) => Some(last.min(longest.max(band.first))),
            (last, longest) => {
                last.or(longest).or_else(|| (band.cell.value == Some(0)).then_some(0))
            }
        };
        let most: Option<Vec<_>> = days.iter().map(|it| Some((20 * last(it)?, it.cell))).collect();
        if let Some(mut most) = most {
            most.push((-shortest, total));
            self.push(most, Some(0), None);
        }
    }

    /// At least p·n of them waited no longer than a quantile of type 7, and (1 − p)·n no shorter.
    fn rank(&mut self, days: &[Days], total: Cell, quantile: Ratio, tenths: i64) {
        let at = |day: i64| Ratio::whole(day).minus(quantile);
        let reaches =
            |band: &&Days| at(band.first).is_some_and(|it| it.is_zero() || it.is_negative());
        let below = days.iter().filter(reaches);
        let mut below: Vec<_> = below.map(|it| (10, it.cell)).collect();
        below.push((-tenths, total));
        let lasts = |band: &&Days| band.last.and_then(at).is_none_or(|it| !it.is_negative());
        let above = days.iter().filter(lasts);
        let mut above: Vec<_> = above.map(|it| (10, it.cell)).collect();
        above.push((tenths - 10, total));
        // i = ⌊p(n − 1)⌋: i + 1 exceeds p(n − 1), and n − i − 1 is no less than (1 − p)(n − 1).
        self.push(below, Some(1 - tenths), None);
        self.push(above, Some(tenths - 10), None);
    }

    /// L + (p·N − below) / n × width is the quantile as it is printed.
    fn interpolated(&mut self, days: &[Days], total: Cell, quantile: Ratio, tenths: i64) {
        let Some((from, to)) = as_printed(quantile) else { return };
        let inside = |band: &Days| {
            let after = band.last.map(|it| Ratio::whole(it + 1));
            Ratio::whole(band.first) < quantile && after.is_none_or(|it| quantile <= it)
        };
        let Some(at) = days.iter().position(inside) else { return };
        let Some((band, below)) = days.get(at).zip(days.get(..at)) else { return };
        let Some(width) = band.last.map(|it| it + 1 - band.first) else { return };
        for (end, least, most) in [(from, None, Some(0)), (to, Some(0), None)] {
            let own = end - 20 * band.first;
            let mut terms = vec![(own, band.cell), (-2 * tenths * width, total)];
            terms.extend(below.iter().map(|it| (20 * width, it.cell)));
            self.push(terms, least, most);
        }
    }

    /// The share within target, of a total that is printed, gives its numerator.
    fn share(&mut self, unit: &UnitHalf<'_>, kind: BandKind, days: &[Days], total: Cell, key: Key) {
        let last = self.half.last_month().last_day();
        let first = match kind {
            BandKind::Started => self.half.first_month().first_day(),
            BandKind::Waiting => last,
        };
        let Some((shortest, longest)) = unit.targets(first, last) else { return };
        let Some(figure) = unit.figure(key) else { return };
        let whole = |it: Option<Ratio>| i64::try_from(it?.numerator()).ok();
        let Some(within) = whole(figure.numerator) else { return };
        if whole(figure.denominator) != total.value {
            return;
        }
        let within_all = |band: &&Days| band.last.is_some_and(|it| Ratio::whole(it) <= shortest);
        let within_some = |it: &&Days| Ratio::whole(it.first) <= longest;
        let surely = days.iter().filter(within_all).map(|it| (1, it.cell)).collect();
        self.push(surely, None, Some(within));
        let perhaps = days.iter().filter(within_some).map(|it| (1, it.cell)).collect();
        self.push(perhaps, Some(within), None);
    }
}

/// A band with the first and the last day of a wait in it.
#[derive(Debug, Clone, Copy)]
struct Days {
    cell: Cell,
    first: i64,
    last: Option<i64>,
}

/// The least and the most that a printed time may be, in twentieths of a day: it is read to a tenth of
/// a day, and to a tenth of a week. The fraction itself would give away what it was divided by.
pub(super) fn as_printed(days: Ratio) -> Option<(i64, i64)> {
    let read = |unit: i64| {
        let tenths = i64::try_from(days.over(Ratio::whole(unit))?.rounded(1)?).ok()?;
        let small = tenths.abs() < 1_000_000;
        small.then_some(((2 * tenths - 1) * unit, (2 * tenths + 1) * unit))
    };
    let (day, week) = (read(1)?, read(7)?);
    Some((day.0.max(week.0), day.1.min(week.1)))
}
