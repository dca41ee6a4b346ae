//! What an edition printed and hid, as it stands in the book: names are numbers there, so that a rename changes nothing.

use serde::{Deserialize, Serialize};

use crate::domain::{CountingUnit, HalfYear, Snapshot, UnitId};
use crate::measure::Key;
use crate::measure::suppression::{Cell, Published, State, Tie};
use crate::report::CellNames;
use crate::report::half_year::{DRAWN_KEYS, printed_keys};
use crate::report::prints::{DRAWN, PrintState, Prints};

/// A printed figure: half-year, unit, figure, and what stood on the page.
type Printed = (String, u32, String, String);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    threshold: u32,
    prints: Vec<Printed>,
    /// Name, state and true value of every count that was printed, hidden or withdrawn.
    cells: Vec<(String, String, i64)>,
    ties: Vec<FrozenTie>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FrozenTie {
    terms: Vec<(i64, String)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    least: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    most: Option<i64>,
}

/// Units by number; totals by what they count.
fn names(units: impl IntoIterator<Item = UnitId>) -> CellNames {
    let codes = units.into_iter().map(|it| (it, it.0.to_string()));
    let totals = [
        (CountingUnit::Child, "child"),
        (CountingUnit::Family, "family"),
        (CountingUnit::Citizen, "citizen"),
    ];
    CellNames::new(codes, totals.map(|(counts, name)| (counts, name.to_owned())).into())
}

impl Frozen {
    pub fn of(prints: &Prints) -> Self {
        let first = prints.half.plus(1 - i32::try_from(DRAWN).unwrap_or(1));
        let halves = || prints.halves().iter().filter(|it| first <= it.half);
        let units = prints.halves().iter().flat_map(|it| it.figures.iter().map(|it| it.0));
        let names = names(units);
        let cells = halves().flat_map(|it| &it.tables).flat_map(|it| it.cells.iter().flatten());
        let cells = cells.filter(|it| it.state != State::Missing);
        let mut cells: Vec<_> = cells
            .filter_map(|it| Some((names.name(&it.id), it.state.name().to_owned(), it.value?)))
            .collect();
        cells.sort();
        cells.dedup();
        let term = |it: &(i64, _)| (it.0, names.name(&it.1));
        let tie = |it: &Tie| FrozenTie {
            terms: it.terms.iter().map(term).collect(),
            least: it.least,
            most: it.most,
        };
        Self {
            threshold: prints.threshold,
            prints: printed(prints),
            cells,
            ties: halves().flat_map(|it| &it.ties).map(tie).collect(),
        }
    }

    pub fn to_json(&self) -> String {
        // Lists of strings and numbers always have a text.
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// What a reader of it knows; `None` where a name cannot be read.
    pub fn published(&self, snapshot: &Snapshot) -> Option<Published> {
        // A unit that is gone now was there then.
        let named = self.prints.iter().map(|it| UnitId(it.1));
        let names = names(snapshot.units().map(|it| it.id).chain(named));
        let cell = |(name, state, value): &(String, String, i64)| {
            let state = State::from_name(state)?;
            Some(Cell { id: names.parse(name)?, state, value: Some(*value) })
        };
        let tie = |it: &FrozenTie| {
            let terms = it.terms.iter().map(|(by, name)| Some((*by, names.parse(name)?)));
            let terms = terms.collect::<Option<Vec<_>>>()?;
            Some(Tie { terms, least: it.least, most: it.most, figures: Vec::new() })
        };
        Some(Published {
            threshold: self.threshold,
            cells: self.cells.iter().map(cell).collect::<Option<_>>()?,
            ties: self.ties.iter().map(tie).collect::<Option<_>>()?,
        })
    }

    /// Every printed figure; those of a figure that is no longer known are left out.
    pub fn figures(&self) -> impl Iterator<Item = ((HalfYear, UnitId, Key), &str)> {
        self.prints.iter().filter_map(|(half, unit, key, shown)| {
            let name = (HalfYear::parse(half)?, UnitId(*unit), Key::from_name(key)?);
            Some((name, shown.as_str()))
        })
    }
}

/// The figures of the three half-years of the tables, and of the others those that are drawn.
fn printed(prints: &Prints) -> Vec<Printed> {
    let mut all = Vec::new();
    for back in 0..i32::try_from(DRAWN).unwrap_or(1) {
        let half = prints.half.plus(-back);
        let keys: Vec<Key> = if back < 3 { printed_keys().collect() } else { DRAWN_KEYS.to_vec() };
        for unit in &prints.overview().units {
            for key in &keys {
                let print = prints.recorded(unit.id, half, *key);
                if print.state != PrintState::Absent {
                    let key = key.name().to_owned();
                    all.push((half.to_string(), unit.id.0, key, print.text));
                }
            }
        }
    }
    all
}
