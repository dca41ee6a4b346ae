//! What the municipality chooses about how figures are read and shown; one step for all of it.

use super::form::{FieldName, FieldOption};
use super::form_spec::{FormSpec, Takes};
use super::model::RegisterContext;
use crate::book::SharedCommand;
use crate::domain::{SettingKey, Thousandths};
use crate::text::{Lang, tr};

const WAIT_UNITS: [(&str, &str); 3] = [("weeks", "weeks"), ("months", "months"), ("days", "days")];
const WEIGHTS: [FieldName; 3] = ["weight-simple", "weight-complex", "weight-very-complex"];

/// Only what differs from what is set is saved, so that a default stays one.
pub fn form(at: RegisterContext<'_>) -> FormSpec<'_> {
    let lang = at.lang;
    let settings = at.snapshot.settings();
    let plain = |numbers: &[u8]| -> Vec<FieldOption> {
        numbers.iter().map(|it| (it.to_string(), it.to_string())).collect()
    };
    let languages = Lang::ALL.map(Lang::code);
    let languages = languages.map(|it| (it.to_owned(), tr(lang, &format!("ui-language-{it}"))));
    let label = settings.get(SettingKey::CaseworkerLabel).unwrap_or_default();
    let deadline = Thousandths::whole(settings.deadline_day().into());
    let mut form = FormSpec::new(lang, "register-section-settings");
    form.line("municipality", Takes::OptionalName, settings.municipality(), "");
    form.line("caseworker-label", Takes::OptionalName, label, "register-hint-caseworker-label");
    let language = settings.get(SettingKey::Language).unwrap_or("da");
    form.choice("language", languages.to_vec(), language);
    form.hint(tr(lang, "register-hint-language"));
    form.number("standard-week", settings.standard_week(), "register-hint-standard-week");
    form.choice("threshold", plain(&[5, 3]), settings.suppression_threshold().to_string());
    form.hint(tr(lang, "register-hint-threshold"));
    form.choice("least-months", plain(&[1, 2, 3, 4, 5, 6]), settings.least_months().to_string());
    form.hint(tr(lang, "register-hint-least-months"));
    form.number("deadline-day", deadline, "register-hint-deadline");
    let wait_unit = settings.get(SettingKey::WaitUnit).unwrap_or("weeks");
    form.choice_of("wait-unit", ("wait-unit", &WAIT_UNITS), &wait_unit);
    for (name, weight) in WEIGHTS.into_iter().zip(settings.weights()) {
        form.number(name, weight, "");
        range(&mut form, name, (Thousandths(1), Thousandths::whole(100)), "register-weight-range");
    }
    let hours = (Thousandths::ONE, Thousandths::whole(60));
    range(&mut form, "standard-week", hours, "register-week-range");
    let days = (Thousandths::ONE, Thousandths::whole(28));
    range(&mut form, "deadline-day", days, "register-deadline-range");
    form.rule("deadline-day", move |typed| {
        let is_part = typed.number("deadline-day")?.0 % 1000 != 0;
        is_part.then(|| tr(lang, "register-deadline-range"))
    });
    let before = form.form.values();
    form.becomes(move |typed| {
        let text = |name| Some(typed.text(name).to_owned());
        let whole = |name| Some((typed.number(name)?.0 / 1000).to_string());
        let thousandths = |name| Some(typed.number(name)?.0.to_string());
        let weights: Option<Vec<String>> = WEIGHTS.into_iter().map(thousandths).collect();
        let all = [
            (&["municipality"][..], SettingKey::Municipality, typed.name("municipality")),
            (&["caseworker-label"], SettingKey::CaseworkerLabel, typed.name("caseworker-label")),
            (&["language"], SettingKey::Language, text("language")),
            (&["standard-week"], SettingKey::StandardWeek, thousandths("standard-week")),
            (&["threshold"], SettingKey::SuppressionThreshold, text("threshold")),
            (&["least-months"], SettingKey::LeastMonths, text("least-months")),
            (&["deadline-day"], SettingKey::DeadlineDay, whole("deadline-day")),
            (&["wait-unit"], SettingKey::WaitUnit, text("wait-unit")),
            (&WEIGHTS, SettingKey::Weights, weights.map(|it| it.join(" "))),
        ];
        let differs = |names: &[FieldName]| names.iter().any(|it| before.get(it) != typed.raw(it));
        let set = all.into_iter().filter(|it| differs(it.0)).map(|it| (it.1, it.2));
        Some(SharedCommand::SetSettings(set.collect()))
    })
}

/// A number of this field is one of these.
fn range(
    form: &mut FormSpec<'_>,
    name: FieldName,
    (least, most): (Thousandths, Thousandths),
    key: &str,
) {
    let words = tr(form.lang, key);
    form.rule(name, move |typed| {
        let number = typed.number(name)?;
        (number < least || most < number).then(|| words.clone())
    });
}
