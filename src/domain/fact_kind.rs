//! The kinds of facts by number, as files have them.

/// A kind of fact.
///
/// The numbers are file format: where a kind's digest stands, the seed of its hashes, and,
/// one higher, the kind of a segment in a block of changes. A new kind takes the next free number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum FactKind {
    Unit = 0,
    Caseworker = 1,
    Employment = 2,
    Absence = 3,
    Cases = 4,
    Figure = 5,
    Bands = 6,
    Episode = 7,
    Target = 8,
    Event = 9,
    Committee = 10,
    Edition = 11,
    Setting = 12,
    // What is no change: words, and the journal's own lines.
    Identity = 13,
    Offer = 14,
    Entry = 15,
}

impl FactKind {
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

    pub const fn number(self) -> u8 {
        self as u8
    }

    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.number() == number)
    }
}
