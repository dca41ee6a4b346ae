//! What earlier editions printed, and which of it is printed otherwise now.

use std::collections::BTreeMap;

use super::{Frozen, Unreadable};
use crate::domain::{
    CommitteeId, Correction, Edition, EditionId, EntryId, HalfYear, Snapshot, UnitId,
};
use crate::measure::Key;
use crate::measure::suppression::{Published, Whose};
use crate::report::document::printed;
use crate::report::half_year::Revision;
use crate::report::prints::{PrintState, Prints};
use crate::text::{Lang, dates, figures};

type Name = (HalfYear, UnitId, Key);

/// Everything issued so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Past {
    /// Of every edition for every committee, withdrawn ones too: they have been read.
    published: Vec<Published>,
    /// What a committee's standing editions printed last, and the newest entry it rested on.
    printed: BTreeMap<Name, (String, EntryId)>,
    is_issued: bool,
}

impl Past {
    /// `committee` is whose editions revisions are held against.
    pub fn of(snapshot: &Snapshot, committee: Option<CommitteeId>) -> Result<Self, Unreadable> {
        let mut past = Self::default();
        for (id, edition) in &snapshot.shared.editions {
            let unreadable = Unreadable(*id);
            let frozen = Frozen::parse(&edition.frozen).ok_or(unreadable)?;
            past.published.push(frozen.published(snapshot).ok_or(unreadable)?);
            if edition.stands() && Some(edition.committee) == committee {
                past.is_issued = true;
                let as_of = EntryId(edition.as_of);
                let figures = frozen.figures().map(|it| (it.0, (it.1.to_owned(), as_of)));
                past.printed.extend(figures);
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
        self.printed.keys().map(|it| it.0).collect()
    }

    /// The figures printed otherwise than last time, in the order of the tables; `None` where the
    /// committee has had no edition.
    pub fn revisions(&self, prints: &Prints, corrections: &[Correction]) -> Option<Vec<Revision>> {
        if !self.is_issued {
            return None;
        }
        let mut all = Vec::new();
        for ((half, unit, key), (old, as_of)) in &self.printed {
            let print = prints.recorded(*unit, *half, *key);
            if print.state == PrintState::Absent || print.text == *old {
                continue;
            }
            let after =
                corrections.iter().filter(|it| *as_of < it.entry && it.touched.holds(*unit, *half));
            let why = after.map(|it| why(prints.display.lang, it));
            let mut why: Vec<String> = why.collect();
            why.dedup();
            all.push(Revision {
                unit: *unit,
                half: *half,
                key: *key,
                old: recorded_in(prints.display.lang, old),
                new: prints.figure(*unit, *half, *key).text,
                why: why.join("; "),
            });
        }
        all.sort_by_key(|it| (it.unit, std::cmp::Reverse(it.half), it.key));
        Some(all)
    }
}

impl Prints {
    /// "FTI, 2. halvår 2025, Afgang: 26 → 27 (16. februar 2026: Fundet ved gennemgang)"
    pub fn revision(&self, snapshot: &Snapshot, it: &Revision) -> String {
        let lang = self.display.lang;
        let whose = self.whose(snapshot, Whose::Unit(it.unit), it.half);
        let half = dates::half_year(lang, it.half);
        let what = figures::label(lang, it.key);
        let why = if it.why.is_empty() { String::new() } else { format!(" ({})", it.why) };
        format!("{whose}, {half}, {what}: {} → {}{why}", it.old, it.new)
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

/// A figure of an edition's record, which is in Danish, as a reader of another language writes it.
pub fn recorded_in(lang: Lang, text: &str) -> String {
    let turned = |it: char| match it {
        ',' => '.',
        '.' => ',',
        other => other,
    };
    let mark = |lang: Lang| lang.locale().decimal_mark;
    if mark(lang) != mark(Lang::Da) && printed(Lang::Da, text).is_some() {
        text.chars().map(turned).collect()
    } else {
        text.to_owned()
    }
}

/// A figure that two editions print differently; empty where one does not print it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub unit: UnitId,
    pub half: HalfYear,
    pub key: Key,
    pub old: String,
    pub new: String,
}

/// What differs from one edition to another, in the order of the tables.
pub fn differences(
    (old_id, old): (EditionId, &Edition),
    (new_id, new): (EditionId, &Edition),
) -> Result<Vec<Difference>, Unreadable> {
    let frozen = |id, it: &Edition| Frozen::parse(&it.frozen).ok_or(Unreadable(id));
    let (old, new) = (frozen(old_id, old)?, frozen(new_id, new)?);
    let (old, new): (BTreeMap<_, _>, BTreeMap<_, _>) =
        (old.figures().collect(), new.figures().collect());
    let names: std::collections::BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    let mut all: Vec<Difference> = names
        .into_iter()
        .filter(|it| old.get(it) != new.get(it))
        .map(|name| {
            let (half, unit, key) = name;
            let text = |of: &BTreeMap<_, &str>| of.get(&name).map_or("", |it| it).to_owned();
            Difference { unit, half, key, old: text(&old), new: text(&new) }
        })
        .collect();
    all.sort_by_key(|it| (it.unit, std::cmp::Reverse(it.half), it.key));
    Ok(all)
}
