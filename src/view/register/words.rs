//! Words that several lists and forms share.

use super::form::FieldOption;
use super::model::RegisterContext;
use crate::domain::{Caseworker, CaseworkerId, Day, Month, SettingKey, UnitData, UnitId};
use crate::text::{Lang, dates, tr, tr_with};
use crate::view::{Chip, Tone};

/// A choice of unit: its number as it is kept, and its name.
pub fn unit_options(
    at: RegisterContext<'_>,
    is_offered: impl Fn(&UnitData) -> bool,
) -> Vec<FieldOption> {
    let month = at.today.month();
    let units = at.snapshot.units().filter(|it| is_offered(it));
    units.map(|it| (it.id.0.to_string(), it.unit.name_in(month).to_owned())).collect()
}

/// All units, or one of them.
pub fn unit_or_all_options(at: RegisterContext<'_>) -> Vec<FieldOption> {
    let mut options = unit_options(at, |_| true);
    options.insert(0, (String::new(), tr(at.lang, "ui-all-units")));
    options
}

/// Its code, or "Alle enheder".
pub fn unit_word(at: RegisterContext<'_>, unit: Option<UnitId>) -> String {
    let code = unit.and_then(|it| at.snapshot.unit(it)).map(|it| it.unit.code.clone());
    code.unwrap_or_else(|| tr(at.lang, "ui-all-units"))
}

/// What is about the unit chosen for all pages, or about all units.
pub fn concerns(at: RegisterContext<'_>, unit: Option<UnitId>) -> bool {
    at.unit.is_none() || unit.is_none() || unit == at.unit
}

/// `siden marts 2021`.
pub fn since(lang: Lang, from: String) -> String {
    tr_with(lang, "register-since", &[("from", from.into())])
}

/// `marts 2021 – april 2026`, `siden marts 2021`.
pub fn months_in_words(lang: Lang, from: Month, to: Option<Month>) -> String {
    to.map_or_else(|| since(lang, dates::month(lang, from)), |to| dates::span(lang, from, to))
}

/// `1. sep. 2025 – 30. apr. 2026`, `siden 1. sep. 2025`.
pub fn days_in_words(lang: Lang, from: Day, to: Option<Day>) -> String {
    let from = dates::short(lang, from);
    match to {
        Some(to) => format!("{from} – {}", dates::short(lang, to)),
        None => since(lang, from),
    }
}

/// `Lukket okt. 2026`.
pub fn month_chip(lang: Lang, key: &str, month: Month) -> Chip {
    let month = dates::month_short(lang, month);
    Chip { text: tr_with(lang, key, &[("month", month.into())]), tone: Tone::Neutral }
}

/// The unit a caseworker is in, and what is known of them.
pub fn caseworker(at: RegisterContext<'_>, id: CaseworkerId) -> Option<(&UnitData, &Caseworker)> {
    at.snapshot.units().find_map(|data| Some((data, data.caseworkers.get(&id)?)))
}

/// The button and the title of the form for somebody new, in the municipality's own word.
pub fn new_caseworker(at: RegisterContext<'_>) -> String {
    match at.snapshot.settings().get(SettingKey::CaseworkerLabel).filter(|it| !it.is_empty()) {
        Some(own) => tr_with(at.lang, "register-new-own", &[("who", own.into())]),
        None => tr(at.lang, "register-new-caseworker"),
    }
}
