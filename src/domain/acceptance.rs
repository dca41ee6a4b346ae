//! Figures that were asked about and are right: kept as one setting, a line each, so that every acceptance is logged
//! and can be taken back.

use std::collections::BTreeMap;

use super::{CaseworkerId, CellKey, Counted, Month, UnitField, UnitId};

/// Somebody looked, and the figure is right. It holds as long as the figure stays what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    pub cell: CellKey,
    /// The name of the question's kind.
    pub kind: String,
    /// The figure, as stored.
    pub value: i64,
    /// On one line; may be empty.
    pub note: String,
}

impl Acceptance {
    /// `1 24321 c7 jump 48 note`; `None` for a cell that no question is about.
    fn line(&self) -> Option<String> {
        let counted = match self.cell.counted {
            Counted::Cases(id) => format!("c{}", id.0),
            Counted::Figure(field) => format!("f{}", field.index()),
            Counted::Part(..) => return None,
        };
        let CellKey { unit, month, .. } = self.cell;
        let Self { kind, value, note, .. } = self;
        Some(format!("{} {} {counted} {kind} {value} {note}", unit.0, month.number()))
    }

    fn parse(line: &str) -> Option<Self> {
        let mut parts = line.splitn(6, ' ');
        let unit = UnitId(parts.next()?.parse().ok()?);
        let month = Month::from_number(parts.next()?.parse().ok()?)?;
        let counted = parts.next()?;
        let counted = match (counted.strip_prefix('c'), counted.strip_prefix('f')) {
            (Some(id), _) => Counted::Cases(CaseworkerId(id.parse().ok()?)),
            (_, Some(index)) => Counted::Figure(UnitField::from_index(index.parse().ok()?)?),
            (None, None) => return None,
        };
        let kind = parts.next()?.to_owned();
        let value = parts.next()?.parse().ok()?;
        let note = parts.next().unwrap_or_default().to_owned();
        Some(Self { cell: CellKey { unit, month, counted }, kind, value, note })
    }
}

/// Every acceptance, the newest of each question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Acceptances(BTreeMap<(CellKey, String), Acceptance>);

impl Acceptances {
    /// Lines that cannot be read are left out.
    pub fn parse(stored: &str) -> Self {
        let mut all = Self::default();
        for acceptance in stored.lines().filter_map(Acceptance::parse) {
            all.add(acceptance);
        }
        all
    }

    pub fn add(&mut self, acceptance: Acceptance) {
        self.0.insert((acceptance.cell, acceptance.kind.clone()), acceptance);
    }

    pub fn holds(&self, cell: CellKey, kind: &str, value: i64) -> bool {
        self.0.get(&(cell, kind.to_owned())).is_some_and(|it| it.value == value)
    }

    pub fn stored(&self) -> String {
        let lines: Vec<String> = self.0.values().filter_map(Acceptance::line).collect();
        lines.join("\n")
    }

    pub fn iter(&self) -> impl Iterator<Item = &Acceptance> {
        self.0.values()
    }

    /// What is here and not there, in order: what one step accepted.
    pub fn beyond<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Acceptance> {
        self.0.iter().filter(|it| other.0.get(it.0) != Some(it.1)).map(|it| it.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acceptances_are_read_as_they_were_written() {
        let cell = |counted| CellKey { unit: UnitId(1), month: Month::january(2026), counted };
        let accepted = |counted, value, note: &str| Acceptance {
            cell: cell(counted),
            kind: "jump".to_owned(),
            value,
            note: note.to_owned(),
        };
        let mut all = Acceptances::default();
        all.add(accepted(Counted::Cases(CaseworkerId(7)), 48, "overtog JBL's sager"));
        all.add(accepted(Counted::Figure(UnitField::Opened), -3, ""));
        let read = Acceptances::parse(&all.stored());
        assert_eq!(read, all);
        assert!(read.holds(cell(Counted::Cases(CaseworkerId(7))), "jump", 48));
        assert!(!read.holds(cell(Counted::Cases(CaseworkerId(7))), "jump", 49));
        assert!(!read.holds(cell(Counted::Cases(CaseworkerId(7))), "unchanged", 48));
        assert_eq!(Acceptances::parse("x\n1 2\n\u{e6}"), Acceptances::default());
    }
}
