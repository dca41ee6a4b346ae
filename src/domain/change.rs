//! One fact that became another. Turning a change round takes it back.

use super::{
    Absence, AbsenceId, Band, BandKind, CaseCount, Caseworker, CaseworkerId, Committee,
    CommitteeId, Edition, EditionId, EpisodeKey, Event, EventId, Month, Outcome, SettingKey,
    Target, TargetId, Terms, Unit, UnitField, UnitId,
};

/// A fact before and after. `None` is "not there".
///
/// People are named by id only; what they are called is never part of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Unit {
        id: UnitId,
        before: Option<Unit>,
        after: Option<Unit>,
    },
    Caseworker {
        unit: UnitId,
        id: CaseworkerId,
        before: Option<Caseworker>,
        after: Option<Caseworker>,
    },
    Employment {
        unit: UnitId,
        caseworker: CaseworkerId,
        from: Month,
        before: Option<Terms>,
        after: Option<Terms>,
    },
    Absence {
        unit: UnitId,
        id: AbsenceId,
        before: Option<Absence>,
        after: Option<Absence>,
    },
    Cases {
        unit: UnitId,
        month: Month,
        caseworker: CaseworkerId,
        before: Option<CaseCount>,
        after: Option<CaseCount>,
    },
    Figure {
        unit: UnitId,
        month: Month,
        field: UnitField,
        before: Option<i64>,
        after: Option<i64>,
    },
    /// A whole distribution; empty is "not typed".
    Bands {
        unit: UnitId,
        month: Month,
        kind: BandKind,
        before: Vec<Band>,
        after: Vec<Band>,
    },
    Episode {
        unit: UnitId,
        key: EpisodeKey,
        before: Option<Outcome>,
        after: Option<Outcome>,
    },
    Target {
        id: TargetId,
        before: Option<Target>,
        after: Option<Target>,
    },
    Event {
        id: EventId,
        before: Option<Event>,
        after: Option<Event>,
    },
    Committee {
        id: CommitteeId,
        before: Option<Committee>,
        after: Option<Committee>,
    },
    Edition {
        id: EditionId,
        before: Option<Edition>,
        after: Option<Edition>,
    },
    Setting {
        key: SettingKey,
        before: Option<String>,
        after: Option<String>,
    },
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverted(mut self) -> Self {
        fn swap<T>(before: &mut T, after: &mut T) {
            std::mem::swap(before, after);
        }
        match &mut self {
            Self::Unit { before, after, .. } => swap(before, after),
            Self::Caseworker { before, after, .. } => swap(before, after),
            Self::Employment { before, after, .. } => swap(before, after),
            Self::Absence { before, after, .. } => swap(before, after),
            Self::Cases { before, after, .. } => swap(before, after),
            Self::Figure { before, after, .. } => swap(before, after),
            Self::Bands { before, after, .. } => swap(before, after),
            Self::Episode { before, after, .. } => swap(before, after),
            Self::Target { before, after, .. } => swap(before, after),
            Self::Event { before, after, .. } => swap(before, after),
            Self::Committee { before, after, .. } => swap(before, after),
            Self::Edition { before, after, .. } => swap(before, after),
            Self::Setting { before, after, .. } => swap(before, after),
        }
        self
    }

    /// The unit it belongs to; `None` for what is shared.
    pub const fn unit(&self) -> Option<UnitId> {
        match self {
            Self::Unit { id, .. } => Some(*id),
            Self::Caseworker { unit, .. }
            | Self::Employment { unit, .. }
            | Self::Absence { unit, .. }
            | Self::Cases { unit, .. }
            | Self::Figure { unit, .. }
            | Self::Bands { unit, .. }
            | Self::Episode { unit, .. } => Some(*unit),
            Self::Target { .. }
            | Self::Event { .. }
            | Self::Committee { .. }
            | Self::Edition { .. }
            | Self::Setting { .. } => None,
        }
    }

    /// The number of the register row it creates, edits or removes.
    pub const fn register_id(&self) -> Option<u32> {
        match self {
            Self::Unit { id, .. } => Some(id.0),
            Self::Caseworker { id, .. } => Some(id.0),
            Self::Absence { id, .. } => Some(id.0),
            Self::Target { id, .. } => Some(id.0),
            Self::Event { id, .. } => Some(id.0),
            Self::Committee { id, .. } => Some(id.0),
            Self::Edition { id, .. } => Some(id.0),
            Self::Employment { .. }
            | Self::Cases { .. }
            | Self::Figure { .. }
            | Self::Bands { .. }
            | Self::Episode { .. }
            | Self::Setting { .. } => None,
        }
    }

    /// The month whose figures it touches, where it touches one month's.
    pub const fn month(&self) -> Option<Month> {
        match self {
            Self::Cases { month, .. } | Self::Figure { month, .. } | Self::Bands { month, .. } => {
                Some(*month)
            }
            Self::Unit { .. }
            | Self::Caseworker { .. }
            | Self::Employment { .. }
            | Self::Absence { .. }
            | Self::Episode { .. }
            | Self::Target { .. }
            | Self::Event { .. }
            | Self::Committee { .. }
            | Self::Edition { .. }
            | Self::Setting { .. } => None,
        }
    }
}
