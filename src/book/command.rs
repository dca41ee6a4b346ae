//! What a person can ask the book to do.

use crate::domain::{
    Absence, AbsenceId, Acceptance, CaseCount, CaseworkerId, CellKey, Committee, CommitteeId,
    Counted, Day, Edition, EditionId, EpisodeKey, Event, EventId, Identity, Month, Outcome,
    Presence, SettingKey, Target, TargetId, Terms, Unit, UnitData, UnitField, UnitId,
};

/// One figure that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    Cases { unit: UnitId, month: Month, caseworker: CaseworkerId, count: Option<CaseCount> },
    Figure { unit: UnitId, month: Month, field: UnitField, value: Option<i64> },
}

impl Cell {
    /// Where it stands.
    pub const fn key(&self) -> CellKey {
        match *self {
            Self::Cases { unit, month, caseworker, .. } => {
                CellKey { unit, month, counted: Counted::Cases(caseworker) }
            }
            Self::Figure { unit, month, field, .. } => {
                CellKey { unit, month, counted: Counted::Figure(field) }
            }
        }
    }

    /// Whether parts by complexity go with it, which is to be told.
    pub fn loses_split(&self, data: &UnitData) -> bool {
        match *self {
            Self::Cases { month, caseworker, count, .. } => {
                CaseCount::loses_split(data.cases(month, caseworker), count)
            }
            Self::Figure { .. } => false,
        }
    }
}

/// A place on the waiting list as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEpisode {
    /// An anonymous serial number, never a civil registration number.
    pub reference: String,
    pub offer: String,
    pub approved: Day,
    pub outcome: Outcome,
}

/// A file that was written for an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFile {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// An intention. It says what is wanted, not whether it is allowed or what it touches.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    AddUnits(Vec<Unit>),
    EditUnit {
        id: UnitId,
        unit: Unit,
    },
    /// The unit and everything in it; one undo brings it all back.
    RemoveUnit(UnitId),
    /// From this month on the unit has another name; the event marks it in every chart.
    RenameUnit {
        id: UnitId,
        from: Month,
        name: String,
        mark: Option<Event>,
    },
    People(PeopleCommand),
    /// A typed cell or a pasted block: all of it or none of it.
    SetCells(Vec<Cell>),
    /// A typed or pasted block of places: all of them or none of them.
    AddEpisodes {
        unit: UnitId,
        /// The month the register begins with, where it has not begun.
        register_from: Option<Month>,
        episodes: Vec<NewEpisode>,
    },
    /// A place was written down wrongly: it gets another reference, offer or day.
    CorrectEpisode {
        unit: UnitId,
        key: EpisodeKey,
        to: NewEpisode,
    },
    RemoveEpisode {
        unit: UnitId,
        key: EpisodeKey,
    },
    Shared(SharedCommand),
}

/// What is wanted with caseworkers.
#[derive(Debug, Clone, PartialEq)]
pub enum PeopleCommand {
    AddCaseworker {
        unit: UnitId,
        identity: Identity,
        presence: Presence,
        terms: Option<Terms>,
    },
    EditCaseworker {
        id: CaseworkerId,
        presences: Vec<Presence>,
    },
    RenameCaseworker {
        id: CaseworkerId,
        identity: Identity,
    },
    /// Leaves one unit and is in another from this month on, with the same hours.
    MoveCaseworker {
        id: CaseworkerId,
        to: UnitId,
        from: Month,
    },
    RemoveCaseworker(CaseworkerId),
    SetEmployment {
        caseworker: CaseworkerId,
        from: Month,
        terms: Option<Terms>,
    },
    AddAbsence(Absence),
    EditAbsence {
        id: AbsenceId,
        absence: Absence,
    },
    RemoveAbsence(AbsenceId),
}

/// What is wanted with targets, events, committees, settings and editions.
#[derive(Debug, Clone, PartialEq)]
pub enum SharedCommand {
    AddTarget(Target),
    EditTarget {
        id: TargetId,
        target: Target,
    },
    RemoveTarget(TargetId),
    AddEvent(Event),
    EditEvent {
        id: EventId,
        event: Event,
    },
    RemoveEvent(EventId),
    AddCommittee(Committee),
    EditCommittee {
        id: CommitteeId,
        committee: Committee,
    },
    RemoveCommittee(CommitteeId),
    /// All of them as one step.
    SetSettings(Vec<(SettingKey, Option<String>)>),
    /// A figure that was asked about is right.
    Accept(Acceptance),
    /// Freezes an edition that the caller has composed, with its written files. Its number is the next.
    Issue {
        edition: Box<Edition>,
        files: Vec<WrittenFile>,
    },
    /// An edition is never deleted; it is withdrawn, and its number is not used again.
    WithdrawEdition {
        id: EditionId,
        reason: String,
    },
}
