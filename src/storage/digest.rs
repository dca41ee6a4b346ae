//! A running digest of every kind of fact: damage that SQLite does not see is found when a table is read.
//!
//! A kind's digest is the sum of its facts' hashes, so one edit costs two hashes and the
//! order of rows does not matter. It guards against accidents, not against a forger.

use super::fact_hash::FactHasher;
use crate::domain::Change;

/// A kind of fact, with its place among the stored digests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Unit,
    Caseworker,
    Employment,
    Absence,
    Cases,
    Figure,
    Bands,
    Episode,
    Target,
    Event,
    Committee,
    Edition,
    Setting,
    Identity,
    Offer,
    Entry,
}

impl Kind {
    pub const ALL: [Self; 16] = [
        Self::Unit,
        Self::Caseworker,
        Self::Employment,
        Self::Absence,
        Self::Cases,
        Self::Figure,
        Self::Bands,
        Self::Episode,
        Self::Target,
        Self::Event,
        Self::Committee,
        Self::Edition,
        Self::Setting,
        Self::Identity,
        Self::Offer,
        Self::Entry,
    ];
}

/// One sum a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Digests([u64; 16]);

impl Digests {
    pub fn add(&mut self, kind: Kind, hash: u64) {
        if let Some(sum) = self.0.get_mut(kind as usize) {
            *sum = sum.wrapping_add(hash);
        }
    }

    pub fn remove(&mut self, kind: Kind, hash: u64) {
        self.add(kind, hash.wrapping_neg());
    }

    pub fn get(&self, kind: Kind) -> u64 {
        self.0.get(kind as usize).copied().unwrap_or_default()
    }

    pub fn to_bytes(self) -> Vec<u8> {
        self.0.iter().flat_map(|it| it.to_le_bytes()).collect()
    }

    /// `None` when the length is wrong.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (words, rest) = bytes.as_chunks::<8>();
        if !rest.is_empty() {
            return None;
        }
        let words: Vec<u64> = words.iter().map(|it| u64::from_le_bytes(*it)).collect();
        words.try_into().ok().map(Self)
    }

    /// Follows a change: its fact as it was goes out, as it is comes in.
    pub fn follow(&mut self, hasher: &mut FactHasher, change: &Change) {
        let (kind, before, after) = sides(hasher, change);
        if let Some(hash) = before {
            self.remove(kind, hash);
        }
        if let Some(hash) = after {
            self.add(kind, hash);
        }
    }
}

/// The hashes of a fact before and after; nothing where it is not there.
fn sides(hasher: &mut FactHasher, change: &Change) -> (Kind, Option<u64>, Option<u64>) {
    /// Both sides of a change, hashed alike.
    macro_rules! both {
        ($kind:ident, $before:expr, $after:expr, |$it:ident| $hash:expr) => {{
            let before = $before.as_ref().map(|$it| $hash);
            (Kind::$kind, before, $after.as_ref().map(|$it| $hash))
        }};
    }
    use Change as C;
    match change {
        C::Unit { id, before: b, after: a } => both!(Unit, b, a, |it| hasher.unit(*id, it)),
        C::Caseworker { id, before: b, after: a, .. } => {
            both!(Caseworker, b, a, |it| hasher.caseworker(*id, it))
        }
        C::Employment { caseworker: who, from, before: b, after: a, .. } => {
            both!(Employment, b, a, |it| hasher.employment(*who, *from, *it))
        }
        C::Absence { id, before: b, after: a, .. } => {
            both!(Absence, b, a, |it| hasher.absence(*id, it))
        }
        C::Cases { unit, month, caseworker: who, before: b, after: a } => {
            both!(Cases, b, a, |it| hasher.cases(*unit, *month, *who, *it))
        }
        C::Figure { unit, month, field, before: b, after: a } => {
            both!(Figure, b, a, |it| hasher.figure(*unit, *month, *field, *it))
        }
        C::Bands { unit, month, kind, before: b, after: a } => {
            let before = hasher.bands(*unit, *month, *kind, b);
            (Kind::Bands, before, hasher.bands(*unit, *month, *kind, a))
        }
        C::Episode { unit, key, before: b, after: a } => {
            let (reference, offer, approved) = (key.reference.as_str(), key.offer, key.approved);
            both!(Episode, b, a, |it| hasher.episode(*unit, reference, offer, approved, *it))
        }
        C::Target { id, before: b, after: a } => both!(Target, b, a, |it| hasher.target(*id, it)),
        C::Event { id, before: b, after: a } => both!(Event, b, a, |it| hasher.event(*id, it)),
        C::Committee { id, before: b, after: a } => {
            both!(Committee, b, a, |it| hasher.committee(*id, it))
        }
        C::Edition { id, before: b, after: a } => {
            both!(Edition, b, a, |it| hasher.edition(*id, it))
        }
        C::Setting { key, before: b, after: a } => {
            both!(Setting, b, a, |it| hasher.setting(*key, it))
        }
    }
}

/// The hash of a block of changes, as stored beside it.
pub fn block_hash(bytes: &[u8]) -> i64 {
    xxhash_rust::xxh3::xxh3_64(bytes).cast_signed()
}
