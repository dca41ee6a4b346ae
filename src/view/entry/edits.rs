//! From typed or pasted texts to one command: all cells of it, or none and why.

use super::figure_text::shown;
use crate::book::{Cell, Command, Refusal};
use crate::domain::{
    CaseCount, CaseworkerId, CellKey, Complexity, Counted, Month, Split, UnitData, UnitId,
    case_count,
};
use crate::text::parse::{number, typed};
use crate::text::{Lang, NumberError, errors, tr};

/// What is wanted in one cell, as stored; `None` empties it.
pub type Edit = (CellKey, Option<i64>);

/// Why a text stays in its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    Number(NumberError),
    Refusal(Refusal),
    /// The other parts of the caseworker's cases are to be typed too.
    PartsMissing,
}

pub fn problem_words(lang: Lang, problem: &Problem) -> String {
    match problem {
        Problem::Number(error) => error.words(lang),
        Problem::Refusal(refusal) => errors::refusal(lang, refusal).text(),
        Problem::PartsMissing => tr(lang, "entry-parts-missing"),
    }
}

/// How a text came to its cell: sums are worked out only where somebody typed them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    Typed,
    Pasted,
}

/// A text as the cell would store it.
pub fn value_of(counted: Counted, text: &str, origin: Origin) -> Result<Option<i64>, Problem> {
    let value = match origin {
        Origin::Typed => typed(text).map(|it| it.value),
        Origin::Pasted => number(text),
    };
    let Some(value) = value.map_err(Problem::Number)? else {
        return Ok(None);
    };
    if counted.has_decimals() {
        return Ok(Some(value.0));
    }
    if value.0 % 1000 != 0 || text.contains(',') {
        return Err(Problem::Number(NumberError::NotWhole));
    }
    Ok(Some(value.0 / 1000))
}

/// "= 45" while a sum is being typed; empty for a number or half a sum.
pub fn result_words(lang: Lang, counted: Counted, text: &str) -> String {
    match typed(text) {
        Ok(found) if found.is_sum => {
            let value = value_of(counted, text, Origin::Typed).ok().flatten();
            value.map_or_else(String::new, |it| format!("= {}", shown(lang, counted, it)))
        }
        Ok(_) | Err(_) => String::new(),
    }
}

/// One command for all edits of a unit. Parts of somebody's cases are put together with what is stored.
pub fn command(data: &UnitData, edits: &[Edit]) -> Result<Command, (CellKey, Problem)> {
    let mut cells = Vec::new();
    let mut people: Vec<(CaseworkerId, Month)> = Vec::new();
    for (key, value) in edits {
        match key.counted {
            Counted::Figure(field) => {
                let CellKey { unit, month, .. } = *key;
                cells.push(Cell::Figure { unit, month, field, value: *value });
            }
            Counted::Cases(id) | Counted::Part(id, _) if !people.contains(&(id, key.month)) => {
                people.push((id, key.month));
            }
            Counted::Cases(_) | Counted::Part(..) => {}
        }
    }
    for (caseworker, month) in people {
        let count = Wanted { data, edits, caseworker, month }.count()?;
        let unit: UnitId = data.id;
        cells.push(Cell::Cases { unit, month, caseworker, count });
    }
    Ok(Command::SetCells(cells))
}

/// Totals that no longer agree with their parts by complexity, which go with the edit.
pub fn splits_lost(data: &UnitData, edits: &[Edit]) -> Vec<CellKey> {
    let Ok(Command::SetCells(cells)) = command(data, edits) else { return Vec::new() };
    let lost = cells.iter().filter(|it| it.loses_split(data));
    lost.map(Cell::key).collect()
}

/// What the edits say about one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    Empty,
    Value(i64),
}

impl Said {
    const fn or(self, stored: Option<i64>) -> Option<i64> {
        match self {
            Self::Nothing => stored,
            Self::Empty => None,
            Self::Value(value) => Some(value),
        }
    }
}

/// What the edits say about one caseworker's month.
struct Wanted<'a> {
    data: &'a UnitData,
    edits: &'a [Edit],
    caseworker: CaseworkerId,
    month: Month,
}

impl Wanted<'_> {
    fn edit(&self, counted: Counted) -> Said {
        let is_it = |it: &&Edit| it.0.counted == counted && it.0.month == self.month;
        match self.edits.iter().rev().find(is_it).map(|it| it.1) {
            None => Said::Nothing,
            Some(None) => Said::Empty,
            Some(Some(value)) => Said::Value(value),
        }
    }

    fn key(&self, counted: Counted) -> CellKey {
        CellKey { unit: self.data.id, month: self.month, counted }
    }

    fn count(&self) -> Result<Option<CaseCount>, (CellKey, Problem)> {
        let stored = self.data.cases(self.month, self.caseworker);
        let cases = self.edit(Counted::Cases(self.caseworker));
        let parts = Complexity::ALL.map(|part| {
            let counted = Counted::Part(self.caseworker, part);
            let known = stored.and_then(|it| it.split).map(|it| i64::from(part.part_of(it)));
            (counted, self.edit(counted), known)
        });
        let touched = parts.iter().any(|it| it.1 != Said::Nothing);
        if cases == Said::Empty && !touched {
            return Ok(None);
        }
        if !touched {
            let Some(total) = cases.or(stored.map(|it| i64::from(it.cases))) else {
                return Ok(None);
            };
            let total = self.size(Counted::Cases(self.caseworker), total)?;
            return Ok(Some(CaseCount::with_total(total, stored)));
        }
        let values = parts.map(|(_, edit, known)| edit.or(known));
        let split = match values {
            [None, None, None] => None,
            [Some(simple), Some(complex), Some(very_complex)] => Some(Split {
                simple: self.size(parts[0].0, simple)?,
                complex: self.size(parts[1].0, complex)?,
                very_complex: self.size(parts[2].0, very_complex)?,
            }),
            _ => {
                let edited = parts.iter().find(|it| it.1 != Said::Nothing).map(|it| it.0);
                let counted = edited.unwrap_or(Counted::Cases(self.caseworker));
                return Err((self.key(counted), Problem::PartsMissing));
            }
        };
        let total = split.and_then(|it| i64::try_from(it.total()).ok());
        let wanted = cases.or(total.or_else(|| stored.map(|it| i64::from(it.cases)))).or(total);
        let Some(wanted) = wanted else {
            return Ok(None);
        };
        let cases = self.size(Counted::Cases(self.caseworker), wanted)?;
        Ok(Some(CaseCount { cases, split }))
    }

    fn size(&self, counted: Counted, value: i64) -> Result<u32, (CellKey, Problem)> {
        case_count(value).map_err(|it| (self.key(counted), Problem::Refusal(it.into())))
    }
}
