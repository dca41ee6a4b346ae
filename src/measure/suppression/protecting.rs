//! Hides what must be hidden in one half-year: the least that makes every hidden count open.

use std::collections::BTreeSet;

use super::cell::{Cell, CellId, State, Table, TableKind, Tie, What, Whose};
use super::known::{Known, is_count, room};
use crate::measure::Key;
use crate::statistics::disclosure::{Patience, Price, Prices, Room, Verdict, cover, judge};

/// Components up to this many hidden counts are looked through again for what need not have been hidden.
const TIDIED: usize = 120;

/// Hides what must be hidden in the tables of a half-year, given all that is known already.
/// `ties` makes the ties of tables, given the cells as they are named now.
pub(super) fn protect(
    known: &mut Known,
    tables: &mut [Table],
    threshold: u32,
    ties: &dyn Fn(&[Table], &Known) -> Vec<Tie>,
) -> Vec<Tie> {
    let threshold = i64::from(threshold);
    let mut fresh = BTreeSet::new();
    for cell in tables.iter_mut().flat_map(|it| &mut it.cells).flatten() {
        let Some(value) = cell.value else { continue };
        let (id, was) = known.version(cell.id, value);
        let small = 0 < value && value < threshold && is_count(&id);
        let by_rule = if small { State::Primary } else { State::Shown };
        let state = match was {
            Some(state) if fresh.contains(&id) || state.is_hidden() => state,
            // Once printed it cannot be taken back, but it need not be printed again.
            Some(_) | None => by_rule,
        };
        *cell = Cell { id, state, ..*cell };
        let is_new = matches!(was, None | Some(State::Withdrawn));
        if is_new && fresh.insert(id) {
            known.add(*cell, threshold);
        }
    }
    let found = ties(tables, known);
    for tie in &found {
        known.tie(tie);
    }
    let seeds: Vec<usize> = found
        .iter()
        .flat_map(|it| &it.terms)
        .filter_map(|it| known.places.get(&it.1).copied())
        .chain(fresh.iter().filter_map(|it| known.places.get(it).copied()))
        .collect();
    Protecting::of(known, tables, fresh, threshold, &seeds).run();
    found
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

impl<'a> Protecting<'a> {
    /// `seeds` are the numbers of the half-year, and those its ties reach.
    fn of(
        known: &'a mut Known,
        tables: &'a mut [Table],
        fresh: BTreeSet<CellId>,
        threshold: i64,
        seeds: &[usize],
    ) -> Self {
        let mut hidden = known.system.component(seeds);
        hidden.retain(|it| !known.unprinted.contains(it));
        Self { known, tables, fresh, threshold, open: BTreeSet::new(), hidden }
    }

    fn run(mut self) {
        self.judge();
        while let Some(number) = self.hidden.iter().find(|it| !self.open.contains(*it)).copied() {
            if !self.hide_more(number, Sparing::OwnFigures)
                && !self.hide_around(number)
                && !self.withdraw_bands(number)
                && !self.hide_more(number, Sparing::Nothing)
                && !self.withdraw(number)
            {
                // Nothing of this half-year that is printed is tied to it: it was as open as this before.
                self.open.insert(number);
            }
            self.judge();
        }
        self.tidy();
        self.write_back();
    }

    /// Judges those not yet proven open. Hiding more never closes what is open.
    fn judge(&mut self) {
        let wanted: Vec<usize> =
            self.hidden.iter().filter(|it| !self.open.contains(*it)).copied().collect();
        let verdicts = judge(&self.known.system, &wanted, self.known.patience);
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
        let Some(places) = cover(&self.known.system, &prices, number, self.known.patience) else {
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
        let opens =
            judge(&trial, &[number], self.known.patience).iter().all(|it| it.1 == Verdict::Open);
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
        let bands = |table: &Table| match table.kind {
            TableKind::Bands(_) => !table.withdrawn,
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
        self.begin_again(&tied);
        true
    }

    /// What was hidden for the sake of counts that are gone now is printed, until it is needed again.
    fn begin_again(&mut self, tied: &[CellId]) {
        for id in tied {
            let Some(place) = self.known.places.get(id).copied() else { continue };
            self.open.remove(&place);
            let own = self.known.cells.get_mut(id).filter(|_| self.fresh.contains(id));
            if let Some(cell) = own.filter(|it| it.state == State::Secondary) {
                cell.state = State::Shown;
                self.known.system.set_room(place, Room::NONE);
                self.hidden.retain(|it| *it != place);
            }
        }
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

    /// These counts were never printed: a reader knows no more of them than that they are counts, and
    /// what ties them to others. Those others must stay open all the same.
    fn take_out(&mut self, ids: &[CellId]) {
        for id in ids.iter().filter(|it| self.fresh.contains(it)) {
            if let Some(place) = self.known.withdraw(id, self.threshold) {
                self.hidden.retain(|it| *it != place);
            }
        }
        self.fresh.retain(|it| !ids.contains(it));
    }

    /// Prints again what need not be hidden, the most wanted first.
    fn tidy(&mut self) {
        // A look near the truth only: what takes more than that stays hidden.
        let near = Patience { nodes: 0, ..self.known.patience };
        let mut secondary: Vec<CellId> = self.fresh.iter().copied().collect();
        secondary.retain(|id| self.known.cell(id).is_some_and(|it| it.state == State::Secondary));
        secondary.sort_by_key(|it| std::cmp::Reverse((cost(it), self.known.value(it))));
        for id in secondary {
            let Some(place) = self.known.places.get(&id).copied() else { continue };
            let component = self.known.system.component(&[place]);
            if TIDIED < component.len() {
                continue;
            }
            let room = self.known.system.room(place);
            self.known.system.set_room(place, Room::NONE);
            let judged = |it: &usize| *it != place && !self.known.unprinted.contains(it);
            let rest: Vec<usize> = component.into_iter().filter(judged).collect();
            let verdicts = judge(&self.known.system, &rest, near);
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
            let known = self.known.cells.get(&cell.id);
            let known = known.filter(|it| !by_rule || it.state == State::Withdrawn);
            cell.state = known.map_or(cell.state, |it| it.state);
        }
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
