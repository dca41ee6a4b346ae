//! What the municipality chooses about how figures are read and shown; one step for all of it.

use super::RegisterContext;
use super::form::{Field, Form, Problems, Reader, Values, typed_number};
use super::unit::options;
use crate::book::{Command, SharedCommand};
use crate::domain::{SettingKey, Thousandths};
use crate::text::{Lang, tr};

const THRESHOLDS: [((), &str); 2] = [((), "5"), ((), "3")];
const LEAST_MONTHS: [((), &str); 6] =
    [((), "1"), ((), "2"), ((), "3"), ((), "4"), ((), "5"), ((), "6")];
const WAIT_UNITS: [((), &str); 3] = [((), "weeks"), ((), "months"), ((), "days")];
const WEIGHTS: [&str; 3] = ["weight-simple", "weight-complex", "weight-very-complex"];
const LAST_DEADLINE: i64 = 28;

fn numbers(choices: &[((), &str)]) -> Vec<(String, String)> {
    choices.iter().map(|it| (it.1.to_owned(), it.1.to_owned())).collect()
}

pub fn form(at: &RegisterContext<'_>) -> Form {
    let lang = at.lang;
    let settings = at.snapshot.settings();
    let language = settings.get(SettingKey::Language).unwrap_or("da");
    let wait_unit = settings.get(SettingKey::WaitUnit).unwrap_or("weeks");
    let threshold = settings.suppression_threshold().to_string();
    let months = settings.least_months().to_string();
    let hint = |key: &str| tr(lang, key);
    let languages = Lang::ALL.map(Lang::code);
    let languages =
        languages.map(|it| (it.to_owned(), tr(lang, &format!("ui-language-{it}")))).to_vec();
    let label = settings.get(SettingKey::CaseworkerLabel).unwrap_or_default();
    let mut form = Form::new(lang, "register-section-settings")
        .with(Field::line(lang, "municipality", settings.municipality()))
        .with(
            Field::line(lang, "caseworker-label", label)
                .hint(hint("register-hint-caseworker-label")),
        )
        .with(
            Field::choice(lang, "language", language, languages)
                .hint(hint("register-hint-language")),
        )
        .with(
            Field::line(lang, "standard-week", typed_number(settings.standard_week()))
                .hint(hint("register-hint-standard-week")),
        )
        .with(
            Field::choice(lang, "threshold", threshold, numbers(&THRESHOLDS))
                .hint(hint("register-hint-threshold")),
        )
        .with(
            Field::choice(lang, "least-months", months, numbers(&LEAST_MONTHS))
                .hint(hint("register-hint-least-months")),
        )
        .with(
            Field::line(lang, "deadline-day", settings.deadline_day().to_string())
                .hint(hint("register-hint-deadline")),
        )
        .with(Field::choice(lang, "wait-unit", wait_unit, options(lang, "wait-unit", &WAIT_UNITS)));
    for (name, weight) in WEIGHTS.into_iter().zip(settings.weights()) {
        form = form.with(Field::line(lang, name, typed_number(weight)));
    }
    form
}

/// Only what differs from what is set, so that a default stays one.
pub fn read(at: &RegisterContext<'_>, values: &Values) -> Result<Command, Problems> {
    let lang = at.lang;
    let before = form(at).values();
    let mut reader = Reader::new(lang, values);
    let municipality = reader.optional_name("municipality");
    let label = reader.optional_name("caseworker-label");
    let week = reader.number("standard-week");
    if week.is_some_and(|it| !(Thousandths::ONE..=Thousandths::whole(60)).contains(&it)) {
        reader.problem("standard-week", tr(lang, "register-week-range"));
    }
    let day = reader.number("deadline-day");
    if day.is_some_and(|it| it.0 % 1000 != 0 || !(1..=LAST_DEADLINE).contains(&(it.0 / 1000))) {
        reader.problem("deadline-day", tr(lang, "register-deadline-range"));
    }
    let weights = WEIGHTS.map(|name| {
        let weight = reader.number(name);
        if weight.is_some_and(|it| it.0 < 1 || Thousandths::whole(100) < it) {
            reader.problem(name, tr(lang, "register-weight-range"));
        }
        weight
    });
    let settings = || {
        let [simple, complex, very_complex] = weights;
        let weights = format!("{} {} {}", simple?.0, complex?.0, very_complex?.0);
        let number = |name| Some(reader.text(name).to_owned());
        let all = [
            (&["municipality"][..], SettingKey::Municipality, municipality.ok()?),
            (&["caseworker-label"], SettingKey::CaseworkerLabel, label.ok()?),
            (&["language"], SettingKey::Language, number("language")),
            (&["standard-week"], SettingKey::StandardWeek, Some(week?.0.to_string())),
            (&["threshold"], SettingKey::SuppressionThreshold, number("threshold")),
            (&["least-months"], SettingKey::LeastMonths, number("least-months")),
            (&["deadline-day"], SettingKey::DeadlineDay, Some((day?.0 / 1000).to_string())),
            (&["wait-unit"], SettingKey::WaitUnit, number("wait-unit")),
            (&WEIGHTS, SettingKey::Weights, Some(weights)),
        ];
        let differs =
            |names: &[&'static str]| names.iter().any(|it| before.get(it) != values.get(it));
        Some(all.into_iter().filter(|it| differs(it.0)).map(|it| (it.1, it.2)).collect())
    };
    let settings = settings();
    reader.finish(settings.map(|it| Command::Shared(SharedCommand::SetSettings(it))))
}
