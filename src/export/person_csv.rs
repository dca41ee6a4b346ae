//! Everything the book holds about one person, as a table the person can read: subject access.

use super::csv_dialect::RowWriter;
use crate::book::PersonalData;
use crate::domain::{Absence, AbsenceKind, CaseHolding, CaseworkerId, Snapshot, UnitData};
use crate::import::Dialect;
use crate::text::{Lang, changes, dates, number, tr};

const COLUMNS: [&str; 8] = [
    "person-column-kind",
    "person-column-unit",
    "person-column-from",
    "person-column-to",
    "person-column-what",
    "person-column-value",
    "person-column-who",
    "person-column-at",
];

/// One thing the book says about a person. What does not apply is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Fact {
    unit: String,
    from: String,
    to: String,
    what: String,
    value: String,
    who: String,
    at: String,
}

/// Names, stays, hours, absences, cases month by month, questions, and every step of the log about the person.
pub fn person_csv(data: &PersonalData, lang: Lang) -> std::io::Result<Vec<u8>> {
    let snapshot = &data.snapshot;
    let mut bytes = Vec::new();
    let mut rows = RowWriter::new(&mut bytes, Dialect::Danish)?;
    for column in COLUMNS {
        rows.text(&tr(lang, column));
    }
    rows.end_row()?;
    let mut write = |key: &str, fact: Fact| {
        let Fact { unit, from, to, what, value, who, at } = fact;
        for cell in [tr(lang, key), unit, from, to, what, value, who, at] {
            rows.text(&cell);
        }
        rows.end_row()
    };
    for (key, fact) in names(snapshot, data) {
        write(key, fact)?;
    }
    for unit in snapshot.units() {
        for id in data.person.caseworkers.iter().filter(|it| unit.caseworkers.contains_key(it)) {
            for (key, fact) in in_unit(lang, unit, *id) {
                write(key, fact)?;
            }
        }
    }
    for fact in questions(snapshot, data) {
        write("person-question", fact)?;
    }
    for fact in steps(snapshot, data, lang) {
        write("person-log", fact)?;
    }
    for text in &data.written_in {
        write("person-text", Fact { value: text.clone(), ..Fact::default() })?;
    }
    rows.finish()?;
    Ok(bytes)
}

fn names(snapshot: &Snapshot, data: &PersonalData) -> Vec<(&'static str, Fact)> {
    let known = data.person.identities.iter().filter_map(|it| snapshot.identity(*it));
    let value = |value: &str| Fact { value: value.to_owned(), ..Fact::default() };
    let both = known.flat_map(|identity| {
        let name = identity.name.as_deref().map(|it| ("person-name", value(it)));
        [Some(("person-initials", value(&identity.initials))), name].into_iter().flatten()
    });
    both.collect()
}

/// What one unit says: stays, hours and weight, absences, and the cases of each month.
fn in_unit(lang: Lang, data: &UnitData, id: CaseworkerId) -> Vec<(&'static str, Fact)> {
    let unit = || data.unit.code.clone();
    let mut facts = Vec::new();
    for stay in data.caseworkers.get(&id).iter().flat_map(|it| &it.presences) {
        let key = match stay.case_holding {
            CaseHolding::Yes => "register-holding",
            CaseHolding::No => "register-not-holding",
        };
        let to = stay.to.map(|it| it.to_string()).unwrap_or_default();
        let from = stay.from.to_string();
        facts.push((
            "person-presence",
            Fact { unit: unit(), from, to, value: tr(lang, key), ..Fact::default() },
        ));
    }
    for ((_, from), employment) in data.employments.iter().filter(|it| it.0.0 == id) {
        for (key, value) in
            [("person-hours", employment.weekly_hours), ("person-weight", employment.weight)]
        {
            let value = number::typed(value);
            facts.push((
                key,
                Fact { unit: unit(), from: from.to_string(), value, ..Fact::default() },
            ));
        }
    }
    for away in data.absences_of(id) {
        facts.push(("person-absence", Fact { unit: unit(), ..absence(lang, away) }));
    }
    for ((month, _), count) in data.counts.iter().filter(|it| it.0.1 == id) {
        let parts = count.split.map(|split| {
            let names = ["simple", "complex", "very-complex"]
                .map(|it| tr(lang, &format!("entry-part-{it}")));
            let parts = [split.simple, split.complex, split.very_complex];
            names
                .iter()
                .zip(parts)
                .map(|(name, n)| format!("{name} {n}"))
                .collect::<Vec<_>>()
                .join(", ")
        });
        facts.push((
            "person-cases",
            Fact {
                unit: unit(),
                from: month.to_string(),
                to: month.to_string(),
                what: parts.unwrap_or_default(),
                value: count.cases.to_string(),
                ..Fact::default()
            },
        ));
    }
    facts
}

fn absence(lang: Lang, absence: &Absence) -> Fact {
    let key = match absence.kind {
        AbsenceKind::Leave => "register-absence-leave",
        AbsenceKind::LongTermSick => "register-absence-sick",
    };
    Fact {
        from: absence.from.to_string(),
        to: absence.to.map(|it| it.to_string()).unwrap_or_default(),
        value: tr(lang, key),
        ..Fact::default()
    }
}

/// Figures of the person that somebody was asked about, and the note that was left.
fn questions(snapshot: &Snapshot, data: &PersonalData) -> Vec<Fact> {
    let accepted = snapshot.settings().acceptances();
    let own = accepted.iter().filter(|acceptance| {
        acceptance.cell.counted.caseworker().is_some_and(|it| data.person.caseworkers.contains(&it))
    });
    let fact = |acceptance: &crate::domain::Acceptance| Fact {
        unit: changes::unit_code(snapshot, acceptance.cell.unit),
        from: acceptance.cell.month.to_string(),
        to: acceptance.cell.month.to_string(),
        what: acceptance.note.clone(),
        value: acceptance.value.to_string(),
        ..Fact::default()
    };
    own.map(fact).collect()
}

/// Every change that was about the person, with who made it and when; the others of a step are not told.
fn steps(snapshot: &Snapshot, data: &PersonalData, lang: Lang) -> Vec<Fact> {
    let mut facts = Vec::new();
    for line in &data.lines {
        for change in line.entry.changes.iter().flatten() {
            if !change.caseworker().is_some_and(|it| data.person.caseworkers.contains(&it)) {
                continue;
            }
            let words = changes::words(lang, snapshot, &change);
            let month = change.month().map(|it| it.to_string()).unwrap_or_default();
            facts.push(Fact {
                unit: change.unit().map(|it| changes::unit_code(snapshot, it)).unwrap_or_default(),
                from: month.clone(),
                to: month,
                what: words.place,
                value: format!("{} → {}", words.before, words.after),
                who: line.entry.head.user.clone(),
                at: dates::moment_iso(line.entry.head.at),
            });
        }
    }
    facts
}
