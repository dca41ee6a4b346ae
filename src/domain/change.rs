//! One fact that became another. Turning a change round takes it back.

use super::{
    Absence, AbsenceId, Band, BandKind, CaseCount, Caseworker, CaseworkerId, CellKey, Committee,
    CommitteeId, CountKey, Counted, Edit, Edition, EditionId, EpisodeKey, Event, EventId, FactKind,
    Month, Outcome, SettingKey, Target, TargetId, Terms, Unit, UnitField, UnitId,
};

/// An edit of a fact, with the unit it belongs to where it belongs to one.
///
/// People are named by id only; what they are called is never part of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Unit(Edit<UnitId, Unit>),
    Caseworker(UnitId, Edit<CaseworkerId, Caseworker>),
    Employment(UnitId, Edit<(CaseworkerId, Month), Terms>),
    Absence(UnitId, Edit<AbsenceId, Absence>),
    Cases(UnitId, Edit<CountKey, CaseCount>),
    Figure(UnitId, Edit<(Month, UnitField), i64>),
    /// A whole distribution, never an empty one.
    Bands(UnitId, Edit<(Month, BandKind), Vec<Band>>),
    Episode(UnitId, Edit<EpisodeKey, Outcome>),
    Target(Edit<TargetId, Target>),
    Event(Edit<EventId, Event>),
    Committee(Edit<CommitteeId, Committee>),
    Edition(Edit<EditionId, Edition>),
    Setting(Edit<SettingKey, String>),
}

/// What a change is about, as far as it says.
#[derive(Debug, Clone, Copy, Default)]
struct Subject {
    unit: Option<UnitId>,
    caseworker: Option<CaseworkerId>,
    month: Option<Month>,
    counted: Option<Counted>,
    register_id: Option<u32>,
}

impl Change {
    pub const fn kind(&self) -> FactKind {
        match self {
            Self::Unit(_) => FactKind::Unit,
            Self::Caseworker(..) => FactKind::Caseworker,
            Self::Employment(..) => FactKind::Employment,
            Self::Absence(..) => FactKind::Absence,
            Self::Cases(..) => FactKind::Cases,
            Self::Figure(..) => FactKind::Figure,
            Self::Bands(..) => FactKind::Bands,
            Self::Episode(..) => FactKind::Episode,
            Self::Target(_) => FactKind::Target,
            Self::Event(_) => FactKind::Event,
            Self::Committee(_) => FactKind::Committee,
            Self::Edition(_) => FactKind::Edition,
            Self::Setting(_) => FactKind::Setting,
        }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverted(self) -> Self {
        match self {
            Self::Unit(edit) => Self::Unit(edit.inverted()),
            Self::Caseworker(unit, edit) => Self::Caseworker(unit, edit.inverted()),
            Self::Employment(unit, edit) => Self::Employment(unit, edit.inverted()),
            Self::Absence(unit, edit) => Self::Absence(unit, edit.inverted()),
            Self::Cases(unit, edit) => Self::Cases(unit, edit.inverted()),
            Self::Figure(unit, edit) => Self::Figure(unit, edit.inverted()),
            Self::Bands(unit, edit) => Self::Bands(unit, edit.inverted()),
            Self::Episode(unit, edit) => Self::Episode(unit, edit.inverted()),
            Self::Target(edit) => Self::Target(edit.inverted()),
            Self::Event(edit) => Self::Event(edit.inverted()),
            Self::Committee(edit) => Self::Committee(edit.inverted()),
            Self::Edition(edit) => Self::Edition(edit.inverted()),
            Self::Setting(edit) => Self::Setting(edit.inverted()),
        }
    }

    /// Whether it leaves everything as it was.
    pub fn is_nothing(&self) -> bool {
        *self == self.clone().inverted()
    }

    fn subject(&self) -> Subject {
        let shared = Subject::default();
        let of = |unit: &UnitId| Subject { unit: Some(*unit), ..shared };
        let numbered = |id: u32| Subject { register_id: Some(id), ..shared };
        match self {
            Self::Unit(edit) => Subject { register_id: Some(edit.key.0), ..of(&edit.key) },
            Self::Caseworker(unit, edit) => {
                Subject { caseworker: Some(edit.key), register_id: Some(edit.key.0), ..of(unit) }
            }
            Self::Employment(unit, edit) => Subject { caseworker: Some(edit.key.0), ..of(unit) },
            Self::Absence(unit, edit) => Subject {
                caseworker: edit.latest().map(|it| it.caseworker),
                register_id: Some(edit.key.0),
                ..of(unit)
            },
            Self::Cases(unit, edit) => Subject {
                caseworker: Some(edit.key.1),
                month: Some(edit.key.0),
                counted: Some(Counted::Cases(edit.key.1)),
                ..of(unit)
            },
            Self::Figure(unit, edit) => Subject {
                month: Some(edit.key.0),
                counted: Some(Counted::Figure(edit.key.1)),
                ..of(unit)
            },
            Self::Bands(unit, edit) => Subject { month: Some(edit.key.0), ..of(unit) },
            Self::Episode(unit, _) => of(unit),
            Self::Target(edit) => numbered(edit.key.0),
            Self::Event(edit) => numbered(edit.key.0),
            Self::Committee(edit) => numbered(edit.key.0),
            Self::Edition(edit) => numbered(edit.key.0),
            Self::Setting(_) => shared,
        }
    }

    /// The unit it belongs to; `None` for what is shared.
    pub fn unit(&self) -> Option<UnitId> {
        self.subject().unit
    }

    /// The caseworker it names.
    pub fn caseworker(&self) -> Option<CaseworkerId> {
        self.subject().caseworker
    }

    /// The month whose figures it touches, where it touches one month's.
    pub fn month(&self) -> Option<Month> {
        self.subject().month
    }

    /// The number of the register row it creates, edits or removes.
    pub fn register_id(&self) -> Option<u32> {
        self.subject().register_id
    }

    /// The typed cell it is about, when it is about one.
    pub fn cell(&self) -> Option<CellKey> {
        let Subject { unit, month, counted, .. } = self.subject();
        Some(CellKey { unit: unit?, month: month?, counted: counted? })
    }
}
