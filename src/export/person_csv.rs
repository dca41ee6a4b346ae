//! Everything the book holds about one person, as a table the person can read: subject access.

use super::csv_rows;
use crate::book::PersonalData;
use crate::domain::{CaseworkerId, Snapshot, UnitData};
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
    /// The key of its kind.
    kind: &'static str,
    unit: String,
    from: String,
    to: String,
    what: String,
    value: String,
    who: String,
    at: String,
}

impl Fact {
    fn new(kind: &'static str, value: impl Into<String>) -> Self {
        Self { kind, value: value.into(), ..Self::default() }
    }
}

/// Names, stays, hours, absences, cases month by month, questions, and every step of the log about the person.
pub fn person_csv(data: &PersonalData, lang: Lang) -> std::io::Result<Vec<u8>> {
    let snapshot = &data.snapshot;
    let mut facts = names(snapshot, data);
    for unit in snapshot.units() {
        let own = data.person.caseworkers.iter().filter(|it| unit.caseworkers.contains_key(it));
        facts.extend(own.flat_map(|it| in_unit(lang, unit, *it)));
    }
    facts.extend(questions(snapshot, data));
    facts.extend(steps(snapshot, data, lang));
    facts.extend(data.written_in.iter().map(|it| Fact::new("person-text", it.as_str())));
    csv_rows::file(Dialect::Danish, |rows| {
        rows.texts(COLUMNS.map(|it| tr(lang, it)))?;
        facts.into_iter().try_for_each(|fact| {
            let Fact { kind, unit, from, to, what, value, who, at } = fact;
            rows.texts([tr(lang, kind), unit, from, to, what, value, who, at])
        })
    })
}

fn names(snapshot: &Snapshot, data: &PersonalData) -> Vec<Fact> {
    let known = data.person.identities.iter().filter_map(|it| snapshot.identity(*it));
    let both = known.flat_map(|identity| {
        let name = identity.name.as_deref().map(|it| Fact::new("person-name", it));
        let initials = Fact::new("person-initials", identity.initials.as_str());
        [initials].into_iter().chain(name)
    });
    both.collect()
}

/// What one unit says: stays, hours and weight, absences, and the cases of each month.
fn in_unit(lang: Lang, data: &UnitData, id: CaseworkerId) -> Vec<Fact> {
    let mut facts = Vec::new();
    for stay in data.caseworkers.get(&id).iter().flat_map(|it| &it.presences) {
        facts.push(Fact {
            from: stay.from.to_string(),
            to: stay.to.map(|it| it.to_string()).unwrap_or_default(),
            ..Fact::new("person-presence", changes::holding(lang, stay.case_holding))
        });
    }
    for ((_, from), terms) in data.employments.iter().filter(|it| it.0.0 == id) {
        for (kind, value) in [("person-hours", terms.weekly_hours), ("person-weight", terms.weight)]
        {
            let from = from.to_string();
            facts.push(Fact { from, ..Fact::new(kind, number::typed(value)) });
        }
    }
    for away in data.absences_of(id) {
        facts.push(Fact {
            from: away.from.to_string(),
            to: away.to.map(|it| it.to_string()).unwrap_or_default(),
            ..Fact::new("person-absence", changes::absence_kind(lang, away.kind))
        });
    }
    for ((month, _), count) in data.counts.iter().filter(|it| it.0.1 == id) {
        let parts = count.split.map(|split| {
            let parts = [
                ("simple", split.simple),
                ("complex", split.complex),
                ("very-complex", split.very_complex),
            ];
            let parts =
                parts.map(|(part, n)| format!("{} {n}", tr(lang, &format!("entry-part-{part}"))));
            parts.join(", ")
        });
        facts.push(Fact {
            from: month.to_string(),
            to: month.to_string(),
            what: parts.unwrap_or_default(),
            ..Fact::new("person-cases", count.cases.to_string())
        });
    }
    for fact in &mut facts {
        fact.unit.clone_from(&data.unit.code);
    }
    facts
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
        ..Fact::new("person-question", acceptance.value.to_string())
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
                kind: "person-log",
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
