//! What units and caseworkers were called that the book no longer has: a step that was taken back is told by name.

use std::collections::BTreeMap;

use super::{CaseworkerId, Change, IdentityId, UnitId};

/// Codes of units and identities of caseworkers, as the change log last said them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Former {
    units: BTreeMap<UnitId, String>,
    people: BTreeMap<CaseworkerId, IdentityId>,
}

impl Former {
    /// Takes in the next change, oldest first.
    pub fn learn(&mut self, change: &Change) {
        if let Change::Unit(edit) = change
            && let Some(unit) = edit.latest()
        {
            self.units.insert(edit.key, unit.code.clone());
        }
        if let Change::Caseworker(_, edit) = change
            && let Some(caseworker) = edit.latest()
        {
            self.people.insert(edit.key, caseworker.identity);
        }
    }

    /// Takes in what was learnt of later changes.
    pub fn extend(&mut self, later: &Self) {
        self.units.extend(later.units.iter().map(|(id, code)| (*id, code.clone())));
        self.people.extend(&later.people);
    }

    pub fn unit(&self, id: UnitId) -> Option<&str> {
        self.units.get(&id).map(String::as_str)
    }

    pub fn person(&self, id: CaseworkerId) -> Option<IdentityId> {
        self.people.get(&id).copied()
    }
}
