//! What the page can be about: the things in its lists, and the forms that change them.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::domain::{
    AbsenceId, CaseworkerId, CommitteeId, Day, Episode, EventId, Month, OfferId, Snapshot,
    TargetId, UnitId,
};

/// Which place is meant, without its reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EpisodeMark {
    pub(super) unit: UnitId,
    offer: OfferId,
    approved: Day,
    reference: u64,
}

impl EpisodeMark {
    pub(super) fn of(unit: UnitId, episode: &Episode<'_>) -> Self {
        let mut hasher = DefaultHasher::new();
        episode.reference.hash(&mut hasher);
        let reference = hasher.finish();
        Self { unit, offer: episode.offer, approved: episode.approved, reference }
    }
}

/// One thing in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    Unit(UnitId),
    Caseworker(CaseworkerId),
    Episode(EpisodeMark),
    Target(TargetId),
    Event(EventId),
    Committee(CommitteeId),
}

impl Item {
    /// It has not been taken away.
    pub fn is_in(self, snapshot: &Snapshot) -> bool {
        let shared = &snapshot.shared;
        match self {
            Self::Unit(id) => snapshot.unit(id).is_some(),
            Self::Caseworker(id) => snapshot.units().any(|it| it.caseworkers.contains_key(&id)),
            Self::Episode(mark) => snapshot.unit(mark.unit).is_some_and(|data| {
                data.episodes.iter().any(|it| mark == EpisodeMark::of(mark.unit, &it))
            }),
            Self::Target(id) => shared.targets.contains_key(&id),
            Self::Event(id) => shared.events.contains_key(&id),
            Self::Committee(id) => shared.committees.contains_key(&id),
        }
    }

    /// The form that opens when it is chosen; `None` where its parts have forms of their own.
    pub const fn form(self) -> Option<Subject> {
        match self {
            Self::Unit(_) | Self::Caseworker(_) => None,
            Self::Episode(mark) => Some(Subject::Episode(Some(mark))),
            Self::Target(id) => Some(Subject::Target(Some(id))),
            Self::Event(id) => Some(Subject::Event(Some(id))),
            Self::Committee(id) => Some(Subject::Committee(Some(id))),
        }
    }
}

/// What a form is about. `None` is a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    NewUnit,
    UnitFacts(UnitId),
    UnitName(UnitId),
    UnitEnd(UnitId),
    NewCaseworker,
    CaseworkerName(CaseworkerId),
    CaseworkerMove(CaseworkerId),
    CaseworkerEnd(CaseworkerId),
    /// A stretch of months in the unit, by its first month.
    Presence(CaseworkerId, Option<Month>),
    Terms(CaseworkerId, Option<Month>),
    Absence(CaseworkerId, Option<AbsenceId>),
    Erasure(CaseworkerId),
    Episode(Option<EpisodeMark>),
    Target(Option<TargetId>),
    Event(Option<EventId>),
    Committee(Option<CommitteeId>),
    Settings,
}
