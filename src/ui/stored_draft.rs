//! A text that was not saved, as it is kept between two runs.

use serde::{Deserialize, Serialize};

use crate::domain::{CaseworkerId, CellKey, Complexity, Counted, Month, UnitField, UnitId};

/// A text that was not saved, as it is kept between two runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredDraft {
    unit: u32,
    month: i32,
    /// `cases 7`, `simple 7`, `opened`.
    counted: String,
    pub text: String,
    pub reason: String,
}

impl StoredDraft {
    pub fn of(key: CellKey, text: String, reason: String) -> Self {
        let counted = match key.counted {
            Counted::Cases(id) => format!("cases {}", id.0),
            Counted::Part(id, part) => format!("{} {}", part.name(), id.0),
            Counted::Figure(field) => field.key().to_owned(),
        };
        Self { unit: key.unit.0, month: key.month.number(), counted, text, reason }
    }

    pub fn key(&self) -> Option<CellKey> {
        let counted = match self.counted.split_once(' ') {
            None => Counted::Figure(UnitField::from_key(&self.counted)?),
            Some((name, id)) => {
                let id = CaseworkerId(id.parse().ok()?);
                match Complexity::from_name(name) {
                    Some(part) => Counted::Part(id, part),
                    None => Counted::Cases(id),
                }
            }
        };
        let month = Month::from_number(self.month)?;
        Some(CellKey { unit: UnitId(self.unit), month, counted })
    }
}
