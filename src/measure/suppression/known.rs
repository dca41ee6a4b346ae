//! What a reader who keeps every edition knows, and how a new half-year's counts are protected from it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::cell::{Cell, CellId, State, Table, TableKind, Tie, What, Whose};
use crate::measure::Key;
use crate::statistics::disclosure::{FARTHEST, Price, Prices, Relation, Room, System, Verdict};

/// What the solver may spend on one cell before it counts as not proven safe.
const PATIENCE: Duration = Duration::from_secs(2);
/// Components up to this many hidden counts are looked through again for what need not have been hidden.
const TIDIED: usize = 120;

/// Every count that was printed or hidden so far, and everything that ties them together.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub(super) cells: BTreeMap<CellId, Cell>,
    pub(super) ties: Vec<Tie>,
    places: BTreeMap<CellId, usize>,
    system: System,
}

/// One half-year being protected.
struct Protecting<'a> {
    known: &'a mut Known,
    tables: &'a mut [Table],
    /// Counts that appear for the first time, and may still be hidden.
    fresh: BTreeSet<CellId>,
    threshold: i64,
    open: BTreeSet<usize>,
    hidden: Vec<usize>,
}

/// A count whose smallness tells of persons; transfers are differences (readings.md 2 c).
const fn is_count(id: &CellId) -> bool {
    !matches!(id.what, What::Figure(Key::NetTransferred))
}

fn room(state: State, value: i64, threshold: i64) -> Room {
    match state {
        State::Primary => Room { from: 1 - value, to: threshold - 1 - value },
        State::Secondary => Room { from: (threshold - value).min(0), to: FARTHEST },
        State::Shown | State::Missing | State::Withdrawn => Room::NONE,
    }
}

impl Known {
    pub fn cell(&self, id: &CellId) -> Option<&Cell> {
        self.cells.get(id)
    }

    /// The newest version of a count.
    pub(super) fn newest(&self, id: CellId) -> Option<&Cell> {
        let from = CellId { version: 0, ..id };
        let to = CellId { version: u32::MAX, ..id };
        self.cells.range(from..=to).next_back().map(|it| it.1)
    }

    /// The version of a count that has this value now, if it was ever printed; else the next free one.
    pub(super) fn version(&self, id: CellId, value: i64) -> (CellId, Option<State>) {
        let from = CellId { version: 0, ..id };
        let to = CellId { version: u32::MAX, ..id };
        let mut versions = self.cells.range(from..=to).rev();
        let newest = versions.clone().next().map_or(0, |it| it.0.version + 1);
        match versions.find(|it| it.1.value == Some(value)) {
            Some((known, cell)) => (*known, Some(cell.state)),
            None => (CellId { version: newest, ..id }, None),
        }
    }

    /// Takes in what an edition printed and hid, as it was.
    pub fn publish(&mut self, cells: &[Cell], ties: &[Tie], threshold: u32) {
        for cell in cells {
            self.add(*cell, i64::from(threshold));
        }
        for tie in ties {
            self.tie(tie);
        }
    }

    fn add(&mut self, cell: Cell, threshold: i64) {
        let Some(value) =
            cell.value.filter(|_| cell.state == State::Shown || cell.state.is_hidden())
        else {
            return;
        };
        let own = room(cell.state, value, threshold);
        if let Some(place) = self.places.get(&cell.id) {
            // Both signs are known: a reader may use whichever says more.
            let old = self.system.room(*place);
            let both = Room { from: old.from.max(own.from), to: old.to.min(own.to) };
            self.system.set_room(*place, both);
            if cell.state == State::Shown {
                self.cells.insert(cell.id, cell);
            }
            return;
        }
        let place = self.system.add(own);
        self.places.insert(cell.id, place);
        self.cells.insert(cell.id, cell);
    }

    fn value(&self, id: &CellId) -> Option<i64> {
        self.cells.get(id)?.value
    }

    /// A tie with a count that is not printed tells nothing exact, and is left out.
    fn tie(&mut self, tie: &Tie) {
        let terms = tie.terms.iter().map(|(by, id)| {
            let place = self.places.get(id)?;
            Some(((*by, *place), by * self.value(id)?))
        });
        let Some(terms) = terms.collect::<Option<Vec<_>>>() else { return };
        let sum: i64 = terms.iter().map(|it| it.1).sum();
        let room = Room {
            from: tie.least.map_or(-i64::MAX, |it| (it - sum).min(0)),
            to: tie.most.map_or(i64::MAX, |it| (it - sum).max(0)),
        };
        let terms = terms.into_iter().map(|it| it.0).collect();
        self.system.relate(Relation { terms, room });
        self.ties.push(tie.clone());
    }

    /// Hides what must be hidden in the tables of a half-year, given all that is known already.
    /// `ties` makes the ties of tables, given the cells as they are named now.
    pub(super) fn protect(
        &mut self,
        tables: &mut [Table],
        threshold: u32,
        ties: &dyn Fn(&[Table], &Self) -> Vec<Tie>,
    ) -> Vec<Tie> {
        let threshold = i64::from(threshold);
        let mut fresh = BTreeSet::new();
        for cell in tables.iter_mut().flat_map(|it| &mut it.cells).flatten() {
            let Some(value) = cell.value else { continue };
            let (id, known) = self.version(cell.id, value);
            let small = 0 < value && value < threshold && is_count(&id);
            let by_rule = if small { State::Primary } else { State::Shown };
            let state = match known {
                Some(state) if fresh.contains(&id) || state != State::Shown => state,
                // Once printed it cannot be taken back, but it need not be printed again.
                Some(_) | None => by_rule,
            };
            *cell = Cell { id, state, ..*cell };
            if known.is_none() {
                fresh.insert(id);
                self.add(*cell, threshold);
            }
        }
        let found = ties(tables, self);
        for tie in &found {
            self.tie(tie);
        }
        let seeds: Vec<usize> = found
            .iter()
            .flat_map(|it| &it.terms)
            .filter_map(|it| self.places.get(&it.1).copied())
            .chain(fresh.iter().filter_map(|it| self.places.get(it).copied()))
            .collect();
        let hidden = self.system.component(&seeds);
        let mut protecting =
            Protecting { known: self, tables, fresh, threshold, open: BTreeSet::new(), hidden };
        protecting.run();
        found
    }
}

impl Protecting<'_> {
    fn run(&mut self) {
        self.judge(PATIENCE);
        while let Some(number) = self.hidden.iter().find(|it| !self.open.contains(*it)).copied() {
            if !self.hide_more(number, Sparing::OwnFigures)
                && !self.hide_around(number)
                && !self.withdraw_bands(number)
                && !self.hide_more(number, Sparing::Nothing)
                && !self.withdraw(number)
            {
                // Nothing of this half-year is tied to it: it was as open as this before.
                self.open.insert(number);
            }
            self.judge(PATIENCE);
        }
        self.tidy();
        self.write_back();
    }

    /// Judges those not yet proven open. Hiding more never closes what is open.
    fn judge(&mut self, patience: Duration) {
        let wanted: Vec<usize> =
            self.hidden.iter().filter(|it| !self.open.contains(*it)).copied().collect();
        let verdicts = self.known.system.judge(&wanted, patience);
        let open = verdicts.into_iter().filter(|it| it.1 == Verdict::Open);
        self.open.extend(open.map(|it| it.0));
    }

    /// What may be hidden, at what price: inner cells first, then totals, then a unit's own figures.
    fn prices(&self, sparing: Sparing) -> Prices {
        let price = |id: &CellId| {
            let cell = self.known.cells.get(id)?;
            let value = cell.value.filter(|it| self.threshold <= *it)?;
            let cost = cost(id)?;
            let fits = cost < OWN_FIGURE || sparing == Sparing::Nothing;
            let room = room(State::Secondary, value, self.threshold);
            let place = self.known.places.get(id)?;
            let free = cell.state == State::Shown && fits;
            free.then_some((*place, Price { room, cost }))
        };
        self.fresh.iter().filter_map(price).collect()
    }

    fn hide_more(&mut self, number: usize, sparing: Sparing) -> bool {
        let prices = self.prices(sparing);
        let Some(places) = self.known.system.cover(number, &prices) else {
            return false;
        };
        if places.is_empty() {
            return false;
        }
        self.hide(&places, &prices);
        true
    }

    /// Hides all that may be around a count, where the cheapest few were not found; what need not have
    /// been is printed again in the end. Nothing changes when not even that opens it.
    fn hide_around(&mut self, number: usize) -> bool {
        let prices = self.prices(Sparing::OwnFigures);
        let tied = self.tied(number);
        let places = tied.iter().filter_map(|it| self.known.places.get(it).copied());
        let places: Vec<usize> = places.filter(|it| prices.contains_key(it)).collect();
        if places.is_empty() || TIDIED < tied.len() {
            return false;
        }
        let mut trial = self.known.system.clone();
        for place in &places {
            trial.set_room(*place, prices.get(place).map_or(Room::NONE, |it| it.room));
        }
        let opens = trial.judge(&[number], PATIENCE).iter().all(|it| it.1 == Verdict::Open);
        if opens {
            self.hide(&places, &prices);
        }
        opens
    }

    fn hide(&mut self, places: &[usize], prices: &Prices) {
        for place in places {
            if let Some(price) = prices.get(place) {
                self.known.system.set_room(*place, price.room);
                self.hidden.push(*place);
            }
        }
        let fresh: Vec<CellId> = self.fresh.iter().copied().collect();
        for id in fresh {
            let hidden = self.known.places.get(&id).is_some_and(|it| self.hidden.contains(it));
            let cell = self.known.cells.get_mut(&id).filter(|_| hidden);
            if let Some(cell) = cell.filter(|it| it.state == State::Shown) {
                cell.state = State::Secondary;
            }
        }
        self.hidden.sort_unstable();
        self.hidden.dedup();
    }

    /// The counts of the component a number lies in.
    fn tied(&self, number: usize) -> Vec<CellId> {
        let mut around: BTreeSet<usize> = BTreeSet::new();
        for place in self.known.system.component(&[number]) {
            around.insert(place);
            around.extend(self.known.system.beside(place));
        }
        let tied = self.known.places.iter().filter(|it| around.contains(it.1));
        tied.map(|it| *it.0).collect()
    }

    /// Leaves a distribution out as a whole: the one the number is tied to.
    fn withdraw_bands(&mut self, number: usize) -> bool {
        let tied = self.tied(number);
        let bands = |it: &Table| match it.kind {
            TableKind::Bands(_) => !it.withdrawn,
            TableKind::Cases | TableKind::WaitingList => false,
        };
        let holds = |table: &Table| {
            let mut inner = table.cells.iter().flatten();
            inner.any(|it| matches!(it.id.what, What::Band(..)) && tied.contains(&it.id))
        };
        let own = |table: &Table, known: &Known| {
            let place = |it: &Cell| known.places.get(&it.id).copied();
            table.cells.iter().flatten().any(|it| place(it) == Some(number))
        };
        let mut found = self.tables.iter().position(|it| bands(it) && own(it, self.known));
        if found.is_none() {
            found = self.tables.iter().position(|it| bands(it) && holds(it));
        }
        let Some(table) = found.and_then(|it| self.tables.get_mut(it)) else {
            return false;
        };
        table.withdrawn = true;
        let inner = table.cells.iter().flatten();
        let inner = inner.filter(|it| matches!(it.id.what, What::Band(..))).map(|it| it.id);
        let inner: Vec<CellId> = inner.collect();
        self.take_out(&inner);
        true
    }

    /// Leaves a single count out: a total before a unit's own figure.
    fn withdraw(&mut self, number: usize) -> bool {
        let tied = self.tied(number);
        let mut own: Vec<CellId> =
            tied.into_iter().filter(|it| self.fresh.contains(it) && is_count(it)).collect();
        own.sort_by_key(|it| (matches!(it.whose, Whose::Unit(_)), cost(it)));
        let Some(id) = own.first().copied() else { return false };
        self.take_out(&[id]);
        true
    }

    /// These counts were never printed: ties with them tell nothing exact.
    fn take_out(&mut self, ids: &[CellId]) {
        for id in ids.iter().filter(|it| self.fresh.contains(it)) {
            if let Some(cell) = self.known.cells.get_mut(id) {
                cell.state = State::Withdrawn;
            }
            if let Some(place) = self.known.places.remove(id) {
                self.known.system.forget_all(place);
                self.hidden.retain(|it| *it != place);
            }
        }
        self.fresh.retain(|it| !ids.contains(it));
    }

    /// Prints again what need not be hidden, the most wanted first.
    fn tidy(&mut self) {
        let mut secondary: Vec<CellId> = self.fresh.iter().copied().collect();
        secondary
            .retain(|it| self.known.cells.get(it).is_some_and(|it| it.state == State::Secondary));
        secondary.sort_by_key(|it| std::cmp::Reverse((cost(it), self.known.value(it))));
        for id in secondary {
            let Some(place) = self.known.places.get(&id).copied() else { continue };
            let component = self.known.system.component(&[place]);
            if TIDIED < component.len() {
                continue;
            }
            let room = self.known.system.room(place);
            self.known.system.set_room(place, Room::NONE);
            let rest: Vec<usize> = component.into_iter().filter(|it| *it != place).collect();
            let verdicts = self.known.system.judge(&rest, Duration::ZERO);
            if verdicts.iter().all(|it| it.1 == Verdict::Open) {
                if let Some(cell) = self.known.cells.get_mut(&id) {
                    cell.state = State::Shown;
                }
            } else {
                self.known.system.set_room(place, room);
            }
        }
    }

    fn write_back(&mut self) {
        for cell in self.tables.iter_mut().flat_map(|it| &mut it.cells).flatten() {
            let by_rule = cell.state == State::Primary;
            if let Some(known) = self.known.cells.get(&cell.id).filter(|_| !by_rule) {
                cell.state = known.state;
            }
        }
        self.known.cells.retain(|_, it| it.state != State::Withdrawn);
    }
}

/// Whether a unit's own figures of the half-year may be hidden too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sparing {
    OwnFigures,
    Nothing,
}

/// What the committee came for.
const OWN_FIGURE: u32 = 8;

/// What it costs a reader not to see a count; `None` is never hidden.
fn cost(id: &CellId) -> Option<u32> {
    let cost = match (id.what, id.whose) {
        (What::Figure(Key::NetTransferred), _) => return None,
        (What::Band(..), Whose::Unit(_)) => 1,
        (What::Band(..), Whose::All(_)) => 2,
        (What::Figure(Key::Withdrawn), Whose::All(_)) => 3,
        (What::Figure(Key::Withdrawn), Whose::Unit(_)) => 5,
        (What::Figure(_), Whose::All(_)) => 4,
        (What::Figure(_), Whose::Unit(_)) => OWN_FIGURE,
    };
    Some(cost)
}
