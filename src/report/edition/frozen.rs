//! What an edition printed and hid, as it stands in the book: names are numbers there, so that a rename changes nothing.

use serde::{Deserialize, Serialize, Serializer};

use super::first_records;
use crate::domain::{CountingUnit, Edition, EditionId, HalfYear, Snapshot, UnitId};
use crate::measure::suppression::{Cell, Published, State, Tie};
use crate::measure::{Key, Kind};
use crate::report::CellNames;
use crate::report::document;
use crate::report::half_year::{DRAWN_KEYS, printed_keys};
use crate::report::prints::{DRAWN, PrintState, Prints};
use crate::text::{Digits, Style};

/// An edition in the book that this program cannot read; nothing is printed without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("edition {} cannot be read", .0.0)]
pub struct Unreadable(pub EditionId);

/// The names and the order of everything here are file format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    threshold: u32,
    prints: Vec<Printed>,
    /// Units and decimals of each print that is a number, in the same order; the first records have none.
    #[serde(default)]
    digits: Option<Vec<Option<(i64, u8)>>>,
    /// Every count that was printed, hidden or withdrawn.
    cells: Vec<FrozenCell>,
    ties: Vec<FrozenTie>,
}

/// What stood on the page, in Danish; four values in a row.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Printed {
    half: String,
    unit: u32,
    key: String,
    text: String,
}

/// Name, state and true value; three values in a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct FrozenCell {
    name: String,
    state: String,
    value: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FrozenTie {
    terms: Vec<(i64, String)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    least: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    most: Option<i64>,
}

impl Serialize for Printed {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (&self.half, self.unit, &self.key, &self.text).serialize(to)
    }
}

impl Serialize for FrozenCell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (&self.name, &self.state, self.value).serialize(to)
    }
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
        let units = prints.halves().iter().flat_map(|half| half.figures.iter().map(|it| it.0));
        let names = names(units);
        let cells = halves().flat_map(|it| &it.tables).flat_map(|it| it.cells.iter().flatten());
        let cells = cells.filter(|it| it.state != State::Missing);
        let cell = |cell: &Cell| {
            let state = cell.state.name().to_owned();
            Some(FrozenCell { name: names.name(&cell.id), state, value: cell.value? })
        };
        let mut cells: Vec<_> = cells.filter_map(cell).collect();
        cells.sort();
        cells.dedup();
        let term = |it: &(i64, _)| (it.0, names.name(&it.1));
        let tie = |tie: &Tie| FrozenTie {
            terms: tie.terms.iter().map(term).collect(),
            least: tie.least,
            most: tie.most,
        };
        let (prints_of, digits) = printed(prints);
        Self {
            threshold: prints.threshold,
            prints: prints_of,
            digits: Some(digits),
            cells,
            ties: halves().flat_map(|it| &it.ties).map(tie).collect(),
        }
    }

    pub fn to_json(&self) -> String {
        // Lists of strings and numbers always have a text.
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn read(id: EditionId, edition: &Edition) -> Result<Self, Unreadable> {
        let frozen = serde_json::from_str::<Self>(&edition.frozen).ok();
        let is_whole =
            |it: &Self| it.digits.as_ref().is_none_or(|digits| digits.len() == it.prints.len());
        frozen.filter(is_whole).ok_or(Unreadable(id))
    }

    /// What a reader of it knows; `None` where a name cannot be read.
    pub fn published(&self, snapshot: &Snapshot) -> Option<Published> {
        // A unit that is gone now was there then.
        let named = self.prints.iter().map(|it| UnitId(it.unit));
        let names = names(snapshot.units().map(|it| it.id).chain(named));
        let cell = |cell: &FrozenCell| {
            let state = State::from_name(&cell.state)?;
            Some(Cell { id: names.parse(&cell.name)?, state, value: Some(cell.value) })
        };
        let tie = |tie: &FrozenTie| {
            let terms = tie.terms.iter().map(|(by, name)| Some((*by, names.parse(name)?)));
            let terms = terms.collect::<Option<Vec<_>>>()?;
            Some(Tie { terms, least: tie.least, most: tie.most, figures: Vec::new() })
        };
        Some(Published {
            threshold: self.threshold,
            cells: self.cells.iter().map(cell).collect::<Option<_>>()?,
            ties: self.ties.iter().map(tie).collect::<Option<_>>()?,
        })
    }

    /// Every printed figure, its words in Danish; those of a figure that is no longer known are left out.
    pub fn figures(&self) -> impl Iterator<Item = (PrintName, document::Cell)> {
        self.prints.iter().enumerate().filter_map(|(place, print)| {
            let (half, unit) = (HalfYear::parse(&print.half)?, UnitId(print.unit));
            let key = Key::from_name(&print.key)?;
            let number = match &self.digits {
                Some(all) => all.get(place).copied().flatten().map(|it| digits(key, it)),
                None => first_records::digits(&print.text),
            };
            let cell = document::Cell { number, ..document::Cell::words(print.text.as_str()) };
            Some((PrintName { half, unit, key }, cell))
        })
    }
}

/// Which figure a print is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PrintName {
    pub half: HalfYear,
    pub unit: UnitId,
    pub key: Key,
}

fn digits(key: Key, (units, decimals): (i64, u8)) -> Digits {
    let style = if key.kind() == Kind::Share { Style::Percent } else { Style::Plain };
    Digits { units, decimals, style }
}

/// The figures of the three half-years of the tables, and of the others those that are drawn.
fn printed(prints: &Prints) -> (Vec<Printed>, Vec<Option<(i64, u8)>>) {
    let mut all = Vec::new();
    for back in 0..i32::try_from(DRAWN).unwrap_or(1) {
        let half = prints.half.plus(-back);
        let keys: Vec<Key> = if back < 3 { printed_keys().collect() } else { DRAWN_KEYS.to_vec() };
        for unit in &prints.overview().units {
            for key in &keys {
                let print = prints.recorded(unit.id, half, *key);
                if print.state != PrintState::Absent {
                    let (half, unit, key) = (half.to_string(), unit.id.0, key.name().to_owned());
                    let digits = print.digits.map(|it| (it.units, it.decimals));
                    all.push((Printed { half, unit, key, text: print.text }, digits));
                }
            }
        }
    }
    all.into_iter().unzip()
}
