//! Every form: how it begins, what is typed in it as a request, and what it has made.

use super::form::{FieldName, Form, Problems, Values};
use super::form_spec::{FormRequest, FormSpec};
use super::model::RegisterContext;
use super::subject::{Item, Subject};
use super::{caseworker_forms, committee, episode, event, settings, target, unit_forms};
use crate::book::Refusal;
use crate::domain::Barred;

/// `None` when what it is about is gone.
fn spec(at: RegisterContext<'_>, subject: Subject) -> Option<FormSpec<'_>> {
    match subject {
        Subject::NewUnit => Some(unit_forms::new(at)),
        Subject::UnitFacts(id) => unit_forms::facts(at, id),
        Subject::UnitName(id) => unit_forms::name(at, id),
        Subject::UnitEnd(id) => unit_forms::end(at, id),
        Subject::NewCaseworker => Some(caseworker_forms::new(at)),
        Subject::CaseworkerName(id) => caseworker_forms::name(at, id),
        Subject::CaseworkerMove(id) => caseworker_forms::moving(at, id),
        Subject::CaseworkerEnd(id) => caseworker_forms::end(at, id),
        Subject::Presence(id, from) => caseworker_forms::presence(at, id, from),
        Subject::Terms(id, from) => caseworker_forms::terms(at, id, from),
        Subject::Absence(who, id) => caseworker_forms::absence(at, who, id),
        Subject::Erasure(id) => caseworker_forms::erasure(at, id),
        Subject::Episode(mark) => episode::form(at, mark),
        Subject::Target(id) => target::form(at, id),
        Subject::Event(id) => event::form(at, id),
        Subject::Committee(id) => committee::form(at, id),
        Subject::Settings => Some(settings::form(at)),
    }
}

/// A form as it begins.
pub fn form(at: RegisterContext<'_>, subject: Subject) -> Option<Form> {
    Some(spec(at, subject)?.form)
}

/// What is typed in a form as a request; else what is wrong, beside each field.
pub fn read(
    at: RegisterContext<'_>,
    subject: Subject,
    values: &Values,
) -> Result<FormRequest, Problems> {
    spec(at, subject).ok_or_else(Problems::new)?.read(values)
}

/// What a form for something new has made.
pub fn made(at: RegisterContext<'_>, subject: Subject) -> Option<Item> {
    (spec(at, subject)?.made)(at.snapshot)
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
        Refusal::Barred(Barred::UnitNotThere { .. } | Barred::CaseworkerNotThere { .. }) => {
            Some("from")
        }
        Refusal::EndedBeforeApproval { .. } => Some("approved"),
        Refusal::AlreadyWaiting { .. } | Refusal::EpisodeExists { .. } => Some("reference"),
        _ => None,
    }
}
