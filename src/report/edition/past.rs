//! What earlier editions printed, and which of it is printed otherwise now.

use std::collections::BTreeMap;

use super::frozen::{Frozen, PrintName, Unreadable};
use crate::domain::{
    CommitteeId, Correction, Edition, EditionId, EntryId, HalfYear, Snapshot, UnitId,
};
use crate::measure::Key;
use crate::measure::suppression::{Published, Whose};
use crate::report::document::Cell;
use crate::report::half_year::Revision;
use crate::report::prints::{PrintState, Prints};
use crate::text::{Lang, dates, figures};

/// Everything issued so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Past {
    /// Of every edition for every committee, withdrawn ones too: they have been read.
    published: Vec<Published>,
    /// What a committee's standing editions printed last, and the newest entry it rested on.
    printed: BTreeMap<PrintName, (Cell, EntryId)>,
    is_issued: bool,
}

impl Past {
    /// `committee` is whose editions revisions are held against.
    pub fn of(snapshot: &Snapshot, committee: Option<CommitteeId>) -> Result<Self, Unreadable> {
        let mut past = Self::default();
        for (id, edition) in &snapshot.shared.editions {
            let frozen = Frozen::read(*id, edition)?;
            past.published.push(frozen.published(snapshot).ok_or(Unreadable(*id))?);
            if edition.stands() && Some(edition.committee) == committee {
                past.is_issued = true;
                let as_of = EntryId(edition.as_of);
                past.printed.extend(frozen.figures().map(|(name, cell)| (name, (cell, as_of))));
            }
        }
        Ok(past)
    }

    pub fn published(&self) -> &[Published] {
        &self.published
    }

    /// The oldest entry after which a correction can matter; `None` where nothing was issued.
    pub fn since(&self) -> Option<EntryId> {
        self.printed.values().map(|it| it.1).min()
    }

    /// The half-years that were printed.
    pub fn halves(&self) -> std::collections::BTreeSet<HalfYear> {
        self.printed.keys().map(|it| it.half).collect()
    }

    /// The figures printed otherwise than last time, in the order of the tables; `None` where the
    /// committee has had no edition.
    pub fn revisions(&self, prints: &Prints, corrections: &[Correction]) -> Option<Vec<Revision>> {
        if !self.is_issued {
            return None;
        }
        let mut all = Vec::new();
        let lang = prints.display.lang;
        for (PrintName { half, unit, key }, (old, as_of)) in &self.printed {
            let print = prints.recorded(*unit, *half, *key);
            if print.state == PrintState::Absent || Cell::figure(print) == *old {
                continue;
            }
            let after =
                corrections.iter().filter(|it| *as_of < it.entry && it.touched.holds(*unit, *half));
            let mut why: Vec<String> = after.map(|it| why(lang, it)).collect();
            why.dedup();
            all.push(Revision {
                unit: *unit,
                half: *half,
                key: *key,
                old: Cell { text: old.text_in(lang), ..old.clone() },
                new: Cell::figure(prints.figure(*unit, *half, *key)),
                why: why.join("; "),
            });
        }
        all.sort_by_key(|it| (it.unit, std::cmp::Reverse(it.half), it.key));
        Some(all)
    }
}

impl Prints {
    /// "FTI, 2. halvår 2025, Afgang: 26 → 27 (16. februar 2026: Fundet ved gennemgang)"
    pub fn revision(&self, snapshot: &Snapshot, revision: &Revision) -> String {
        let lang = self.display.lang;
        let whose = self.whose(snapshot, Whose::Unit(revision.unit), revision.half);
        let half = dates::half_year(lang, revision.half);
        let what = figures::label(lang, revision.key);
        let why =
            if revision.why.is_empty() { String::new() } else { format!(" ({})", revision.why) };
        format!("{whose}, {half}, {what}: {} → {}{why}", revision.old.text, revision.new.text)
    }
}

/// "16. februar 2026: Fire sager afsluttet i december"
fn why(lang: Lang, correction: &Correction) -> String {
    let day = dates::long(lang, dates::day_of(correction.at));
    match correction.reason.trim() {
        "" => day,
        reason => format!("{day}: {reason}"),
    }
}

/// A figure that two editions print differently; empty where one does not print it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub unit: UnitId,
    pub half: HalfYear,
    pub key: Key,
    /// Words are in Danish.
    pub old: Cell,
    pub new: Cell,
}

/// What differs from one edition to another, in the order of the tables.
pub fn differences(
    (old_id, old): (EditionId, &Edition),
    (new_id, new): (EditionId, &Edition),
) -> Result<Vec<Difference>, Unreadable> {
    let read = |id, edition| {
        Ok::<BTreeMap<_, _>, Unreadable>(Frozen::read(id, edition)?.figures().collect())
    };
    let (old, new) = (read(old_id, old)?, read(new_id, new)?);
    let names: std::collections::BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    let mut all: Vec<Difference> = names
        .into_iter()
        .filter(|it| old.get(it) != new.get(it))
        .map(|name| {
            let PrintName { half, unit, key } = name;
            let of = |all: &BTreeMap<_, Cell>| all.get(&name).cloned().unwrap_or_default();
            Difference { unit, half, key, old: of(&old), new: of(&new) }
        })
        .collect();
    all.sort_by_key(|it| (it.unit, std::cmp::Reverse(it.half), it.key));
    Ok(all)
}
