//! What a form can be about, and for each: how it begins, how it is read, and what became of it.

use super::form::{FieldName, Form, Problems, Values, Wish};
use super::{
    EpisodeMark, Item, RegisterContext, absence, caseworker_forms, committee, episode, event,
    settings, target, unit,
};
use crate::book::Refusal;
use crate::domain::{
    AbsenceId, CaseworkerId, CommitteeId, EventId, Month, Snapshot, TargetId, UnitId,
};

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

/// The form that opens when a thing is chosen; `None` where its parts have forms of their own.
pub const fn form_of(item: Item) -> Option<Subject> {
    match item {
        Item::Unit(_) | Item::Caseworker(_) => None,
        Item::Episode(mark) => Some(Subject::Episode(Some(mark))),
        Item::Target(id) => Some(Subject::Target(Some(id))),
        Item::Event(id) => Some(Subject::Event(Some(id))),
        Item::Committee(id) => Some(Subject::Committee(Some(id))),
    }
}

/// A form as it begins; `None` when what it is about is gone.
pub fn form(at: &RegisterContext<'_>, subject: Subject) -> Option<Form> {
    match subject {
        Subject::NewUnit => Some(unit::new_form(at)),
        Subject::UnitFacts(id) => unit::facts_form(at, id),
        Subject::UnitName(id) => unit::name_form(at, id),
        Subject::UnitEnd(id) => unit::end_form(at, id),
        Subject::NewCaseworker => Some(caseworker_forms::new_form(at)),
        Subject::CaseworkerName(id) => caseworker_forms::name_form(at, id),
        Subject::CaseworkerMove(id) => caseworker_forms::move_form(at, id),
        Subject::CaseworkerEnd(id) => caseworker_forms::end_form(at, id),
        Subject::Presence(id, from) => caseworker_forms::presence_form(at, id, from),
        Subject::Terms(id, from) => caseworker_forms::terms_form(at, id, from),
        Subject::Absence(who, id) => absence::form(at, who, id),
        Subject::Erasure(id) => caseworker_forms::erasure_form(at, id),
        Subject::Episode(mark) => episode::form(at, mark),
        Subject::Target(id) => target::form(at, id),
        Subject::Event(id) => event::form(at, id),
        Subject::Committee(id) => committee::form(at, id),
        Subject::Settings => Some(settings::form(at)),
    }
}

/// What is typed in a form as a wish; else what is wrong, beside each field.
pub fn read(at: &RegisterContext<'_>, subject: Subject, values: &Values) -> Result<Wish, Problems> {
    let command = match subject {
        Subject::NewUnit => unit::read_new(at, values),
        Subject::UnitFacts(id) => unit::read_facts(at, id, values),
        Subject::UnitName(id) => unit::read_name(at, id, values),
        Subject::UnitEnd(id) => unit::read_end(at, id, values),
        Subject::NewCaseworker => caseworker_forms::read_new(at, values),
        Subject::CaseworkerName(id) => caseworker_forms::read_name(at, id, values),
        Subject::CaseworkerMove(id) => caseworker_forms::read_move(at, id, values),
        Subject::CaseworkerEnd(id) => caseworker_forms::read_end(at, id, values),
        Subject::Presence(id, from) => caseworker_forms::read_presence(at, id, from, values),
        Subject::Terms(id, from) => caseworker_forms::read_terms(at, id, from, values),
        Subject::Absence(who, id) => absence::read(at, who, id, values),
        Subject::Erasure(id) => {
            return caseworker_forms::read_erasure(at, id, values).map(Wish::Erase);
        }
        Subject::Episode(mark) => episode::read(at, mark, values),
        Subject::Target(id) => target::read(at, id, values),
        Subject::Event(id) => event::read(at, id, values),
        Subject::Committee(id) => committee::read(at, id, values),
        Subject::Settings => settings::read(at, values),
    };
    command.map(Wish::Run)
}

/// What a new thing became: the item with the newest number.
pub fn newest(snapshot: &Snapshot, subject: Subject) -> Option<Item> {
    let shared = &snapshot.shared;
    match subject {
        Subject::NewUnit => snapshot.units().map(|it| it.id).max().map(Item::Unit),
        Subject::NewCaseworker | Subject::CaseworkerMove(_) => {
            let ids = snapshot.units().flat_map(|it| it.caseworkers.keys());
            ids.max().copied().map(Item::Caseworker)
        }
        Subject::Target(None) => shared.targets.keys().next_back().copied().map(Item::Target),
        Subject::Event(None) => shared.events.keys().next_back().copied().map(Item::Event),
        Subject::Committee(None) => {
            shared.committees.keys().next_back().copied().map(Item::Committee)
        }
        Subject::UnitFacts(_)
        | Subject::UnitName(_)
        | Subject::UnitEnd(_)
        | Subject::CaseworkerName(_)
        | Subject::CaseworkerEnd(_)
        | Subject::Presence(..)
        | Subject::Terms(..)
        | Subject::Absence(..)
        | Subject::Erasure(_)
        | Subject::Episode(_)
        | Subject::Target(Some(_))
        | Subject::Event(Some(_))
        | Subject::Committee(Some(_))
        | Subject::Settings => None,
    }
}

/// The field a refusal is about, where it is about one.
#[expect(clippy::wildcard_enum_match_arm, reason = "most refusals are about no single field")]
pub fn field_of(refusal: &Refusal) -> Option<FieldName> {
    match refusal {
        Refusal::CodeTaken { .. } => Some("code"),
        Refusal::InitialsTaken { .. } => Some("initials"),
        Refusal::TermsOutOfRange => Some("hours"),
        Refusal::EndsBeforeItBegins => Some("to"),
        Refusal::TargetWithoutLimits => Some("upper"),
        Refusal::UnitNotThere { .. } | Refusal::CaseworkerNotThere { .. } => Some("from"),
        Refusal::EndedBeforeApproval { .. } => Some("approved"),
        Refusal::AlreadyWaiting { .. } | Refusal::EpisodeExists { .. } => Some("reference"),
        _ => None,
    }
}
