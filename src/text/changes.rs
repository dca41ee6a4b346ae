//! What an entry did, in words: for the change log, and for what undo names.

use serde_json::{Value, json};

use super::{Lang, dates, errors, number, tr, tr_with};
use crate::domain::{
    Absence, AbsenceKind, Acceptance, Acceptances, Band, CaseHolding, CaseReporting, Caseworker,
    CaseworkerId, CellKey, Change, Counted, Edit, Edition, Entry, EntryKind, Event, EventKind,
    Outcome, SettingKey, Snapshot, Target, TargetMetric, Thousandths, Unit, UnitField, UnitId,
    WaitingList,
};

/// One line for an entry: its first change, and how many more.
pub fn summary(lang: Lang, snapshot: &Snapshot, entry: &Entry) -> String {
    let count = entry.changes.len();
    let first = entry.changes.first().map(|it| change(lang, snapshot, &it));
    let what = match first {
        Some(first) if count == 1 => first,
        Some(first) => {
            let more = tr_with(lang, "log-more", &[("n", (count - 1).into())]);
            format!("{first} {more}")
        }
        None if is_erasure(snapshot, entry) => {
            tr_with(lang, "log-erased", &[("name", (&entry.head.detail).into())])
        }
        None if entry.head.kind == EntryKind::Final => tr(lang, "log-restored"),
        None => tr(lang, "log-nothing"),
    };
    let of = |key, id: crate::domain::EntryId| {
        tr_with(lang, key, &[("what", what.clone().into()), ("of", id.0.to_string().into())])
    };
    match entry.head.kind {
        EntryKind::Did | EntryKind::Final => what,
        EntryKind::Undid(id) => of("log-undid", id),
        EntryKind::Redid(id) => of("log-redid", id),
    }
}

/// Where an entry's first change lies, and how many more there are: what undo names.
pub fn place_of(lang: Lang, snapshot: &Snapshot, entry: &Entry) -> String {
    let Some(first) = entry.changes.first() else {
        return tr(lang, "log-nothing");
    };
    let place = place(lang, snapshot, &first);
    match entry.changes.len() {
        0 | 1 => place,
        count => format!("{place} {}", tr_with(lang, "log-more", &[("n", (count - 1).into())])),
    }
}

/// An erasure changes no fact and tells the name that stands in place of the erased one.
fn is_erasure(snapshot: &Snapshot, entry: &Entry) -> bool {
    let has_name = |detail: &str| snapshot.identities.values().any(|it| it.initials == detail);
    entry.head.kind == EntryKind::Final && has_name(&entry.head.detail)
}

/// One change: where, what, before → after.
pub fn change(lang: Lang, snapshot: &Snapshot, change: &Change) -> String {
    let place = place(lang, snapshot, change);
    let (before, after) = sides(lang, snapshot, change);
    format!("{place}: {before} → {after}")
}

/// One change as fields for machines.
pub fn fields(snapshot: &Snapshot, change: &Change) -> Value {
    let lang = Lang::Da;
    let (before, after) = sides(lang, snapshot, change);
    let unit = change.unit().map(|it| unit_code(snapshot, it));
    json!({
        "unit": unit,
        "month": change.month().map(|it| it.to_string()),
        "what": place(lang, snapshot, change),
        "before": before,
        "after": after,
    })
}

/// Where a change was made and its two sides, each in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeWords {
    pub place: String,
    pub before: String,
    pub after: String,
}

pub fn words(lang: Lang, snapshot: &Snapshot, change: &Change) -> ChangeWords {
    let (before, after) = sides(lang, snapshot, change);
    ChangeWords { place: place(lang, snapshot, change), before, after }
}

pub fn unit_code(snapshot: &Snapshot, id: UnitId) -> String {
    snapshot.code_of(id).map_or_else(|| format!("#{}", id.0), str::to_owned)
}

pub fn initials(snapshot: &Snapshot, unit: UnitId, id: CaseworkerId) -> String {
    let known = snapshot.called(unit, id);
    known.map_or_else(|| format!("#{}", id.0), |it| it.initials.clone())
}

fn place(lang: Lang, snapshot: &Snapshot, change: &Change) -> String {
    let code = |unit: UnitId| unit_code(snapshot, unit);
    let who = |unit, id| initials(snapshot, unit, id);
    let say = |key: &str| tr(lang, key);
    match change {
        // What is made or taken away in this very change is named by its own sides.
        Change::Unit(edit) => {
            let name = edit.latest().map_or_else(|| code(edit.key), |it| it.code.clone());
            format!("{} {name}", say("log-unit"))
        }
        Change::Caseworker(of, edit) => {
            let known = edit.latest().and_then(|it| snapshot.identity(it.identity));
            let name = known.map_or_else(|| who(*of, edit.key), |it| it.initials.clone());
            format!("{} {name}", code(*of))
        }
        Change::Employment(of, edit) => {
            let (id, from) = edit.key;
            let from = dates::month(lang, from);
            format!("{} {} {} {from}", code(*of), who(*of, id), say("log-hours"))
        }
        Change::Absence(of, edit) => {
            let id = edit.latest().map_or_else(String::new, |it| who(*of, it.caseworker));
            format!("{} {id} {}", code(*of), say("log-absence"))
        }
        Change::Cases(of, edit) => {
            let (month, id) = edit.key;
            format!("{} {} {}", code(*of), who(*of, id), dates::month(lang, month))
        }
        Change::Figure(of, edit) => {
            let (month, field) = edit.key;
            let (month, field) = (dates::month(lang, month), errors::field_name(lang, field));
            format!("{} {month}, {field}", code(*of))
        }
        Change::Bands(of, edit) => {
            format!("{} {}, {}", code(*of), dates::month(lang, edit.key.0), say("log-bands"))
        }
        Change::Episode(of, edit) => format!("{} {}", code(*of), edit.key.reference),
        Change::Target(_) => say("log-target"),
        Change::Event(_) => say("log-event"),
        Change::Committee(_) => say("log-committee"),
        Change::Edition(_) => say("log-edition"),
        Change::Setting(edit) if edit.key == SettingKey::AcceptedRemarks => say("log-accepted"),
        Change::Setting(edit) => {
            let name = say(&format!("setting-{}", edit.key.name().replace('_', "-")));
            format!("{}: {name}", say("log-setting"))
        }
    }
}

fn sides(lang: Lang, snapshot: &Snapshot, change: &Change) -> (String, String) {
    fn both<K, V>(edit: &Edit<K, V>, show: impl Fn(&V) -> String) -> (String, String) {
        let [before, after] = edit.sides().map(|it| it.map_or_else(nothing, &show));
        (before, after)
    }
    match change {
        Change::Unit(edit) => both(edit, |it| unit(lang, it)),
        Change::Caseworker(_, edit) => both(edit, |it| caseworker(lang, snapshot, it)),
        Change::Employment(_, edit) => both(edit, |terms| {
            format!("{} × {}", number::typed(terms.weekly_hours), number::typed(terms.weight))
        }),
        Change::Absence(_, edit) => both(edit, |it| absence(lang, it)),
        Change::Cases(_, edit) => both(edit, |it| it.cases.to_string()),
        Change::Figure(_, edit) => both(edit, |it| figure(edit.key.1, *it)),
        // A distribution that is not there has no counts and no sign for nothing.
        Change::Bands(_, edit) => {
            let [before, after] =
                edit.sides().map(|side| side.map_or_else(String::new, |it| bands(it)));
            (before, after)
        }
        Change::Episode(_, edit) => both(edit, |it| outcome(lang, *it)),
        Change::Target(edit) => both(edit, |it| target(lang, it)),
        Change::Event(edit) => both(edit, |it| event(lang, it)),
        Change::Committee(edit) => both(edit, |it| it.name.clone()),
        Change::Edition(edit) => both(edit, |it| edition(lang, it)),
        Change::Setting(edit) if edit.key == SettingKey::AcceptedRemarks => {
            acceptances(lang, snapshot, [&edit.before, &edit.after])
        }
        Change::Setting(edit) => both(edit, String::clone),
    }
}

/// Initials, and the months from the first to the last.
fn caseworker(lang: Lang, snapshot: &Snapshot, caseworker: &Caseworker) -> String {
    let known = snapshot.identity(caseworker.identity);
    let name = known.map_or_else(String::new, |it| it.initials.clone());
    let (first, last) = (caseworker.presences.first(), caseworker.presences.last());
    let start = first.map_or_else(String::new, |it| dates::month(lang, it.from));
    let end = last.and_then(|it| it.to).map_or_else(String::new, |it| dates::month(lang, it));
    format!("{name} {start}–{end}")
}

/// "Orlov"
pub fn absence_kind(lang: Lang, kind: AbsenceKind) -> String {
    let key = match kind {
        AbsenceKind::Leave => "register-absence-leave",
        AbsenceKind::LongTermSick => "register-absence-sick",
    };
    tr(lang, key)
}

/// Whether somebody has cases of their own.
pub fn holding(lang: Lang, holding: CaseHolding) -> String {
    let key = match holding {
        CaseHolding::Yes => "register-holding",
        CaseHolding::No => "register-not-holding",
    };
    tr(lang, key)
}

fn absence(lang: Lang, absence: &Absence) -> String {
    let kind = absence_kind(lang, absence.kind);
    let to = absence.to.map_or_else(String::new, |it| dates::short(lang, it));
    format!("{kind} {} – {to}", dates::short(lang, absence.from))
}

fn event(lang: Lang, event: &Event) -> String {
    let words = format!("{} {}", dates::short(lang, event.day), event.title);
    match event.kind {
        EventKind::Event => words,
        EventKind::SeriesBreak => format!("{words} ({})", tr(lang, "register-break-chip")),
    }
}

/// "Udgave 2 af 2. halvår 2025", and why it was withdrawn.
fn edition(lang: Lang, edition: &Edition) -> String {
    let half = dates::half_year(lang, edition.half_year);
    let args = [("number", edition.number.to_string().into()), ("half", half.into())];
    let words = tr_with(lang, "half-year-next", &args);
    let Some(reason) = &edition.withdrawn else { return words };
    let withdrawn = tr_with(lang, "cli-edition-withdrawn", &[("reason", reason.into())]);
    format!("{words}, {withdrawn}")
}

/// What stands on one side only, in words.
fn acceptances(lang: Lang, snapshot: &Snapshot, sides: [&Option<String>; 2]) -> (String, String) {
    let [before, after] = sides.map(|it| Acceptances::parse(it.as_deref().unwrap_or_default()));
    let list = |one: &Acceptances, other: &Acceptances| {
        let words: Vec<String> = one.beyond(other).map(|it| accepted(lang, snapshot, it)).collect();
        if words.is_empty() { nothing() } else { words.join("; ") }
    };
    (list(&before, &after), list(&after, &before))
}

/// "BFA IKA november 2026: 48 (note)"
fn accepted(lang: Lang, snapshot: &Snapshot, remark: &Acceptance) -> String {
    let place = cell_place(lang, snapshot, remark.cell);
    let note = &remark.note;
    let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
    format!("{place}: {}{note}", remark.value)
}

/// "BFA IKA november 2026", "FTI november 2026, Tilgang"
pub fn cell_place(lang: Lang, snapshot: &Snapshot, cell: CellKey) -> String {
    let unit = unit_code(snapshot, cell.unit);
    let month = dates::month(lang, cell.month);
    match cell.counted {
        Counted::Cases(id) | Counted::Part(id, _) => {
            format!("{unit} {} {month}", initials(snapshot, cell.unit, id))
        }
        Counted::Figure(field) => format!("{unit} {month}, {}", errors::field_name(lang, field)),
    }
}

/// Who reports the cases, in few words.
pub fn reporting(lang: Lang, reporting: CaseReporting) -> String {
    let key = match reporting {
        CaseReporting::ByCaseworker => "register-short-by-caseworker",
        CaseReporting::ByUnit => "register-short-by-unit",
    };
    tr(lang, key)
}

/// Its name and what it reports.
fn unit(lang: Lang, unit: &Unit) -> String {
    let Some(name) = unit.names.last() else { return unit.code.clone() };
    let since = match name.to {
        Some(to) => dates::span(lang, name.from, to),
        None => tr_with(lang, "register-since", &[("from", dates::month(lang, name.from).into())]),
    };
    let mut words =
        format!("{} ({}), {since}, {}", name.name, unit.code, reporting(lang, unit.case_reporting));
    if let WaitingList::Kept { register_from, .. } = unit.waiting_list {
        let from = register_from.map(|it| format!(" ({})", dates::month(lang, it)));
        let waiting = tr(lang, "register-short-waiting");
        words = format!("{words}, {waiting}{}", from.unwrap_or_default());
    }
    words
}

/// What a target is about.
pub fn metric(lang: Lang, metric: TargetMetric) -> String {
    let key = match metric {
        TargetMetric::Caseload => "register-metric-caseload",
        TargetMetric::Wait => "register-metric-wait",
    };
    tr(lang, key)
}

/// Its limits, when it begins, and where it comes from.
fn target(lang: Lang, target: &Target) -> String {
    let metric = metric(lang, target.metric);
    let limit = |it: Option<Thousandths>| it.map_or_else(nothing, number::typed);
    let unit = match target.metric {
        TargetMetric::Caseload => String::new(),
        TargetMetric::Wait => format!(" {}", tr(lang, "unit-days")),
    };
    let limits = format!("{}…{}{unit}", limit(target.lower), limit(target.upper));
    format!("{metric} {limits}, {}, {}", dates::short(lang, target.valid_from), target.source)
}

fn figure(field: UnitField, value: i64) -> String {
    if field.has_decimals() { number::typed(Thousandths(value)) } else { value.to_string() }
}

fn bands(bands: &[Band]) -> String {
    let counts: Vec<String> = bands.iter().map(|it| it.count.to_string()).collect();
    counts.join(" ")
}

/// How a place on a waiting list stands.
pub fn outcome(lang: Lang, outcome: Outcome) -> String {
    let on = |key, day| tr_with(lang, key, &[("day", dates::short(lang, day).into())]);
    match outcome {
        Outcome::Waiting => tr(lang, "log-waiting"),
        Outcome::Started(day) => on("log-started", day),
        Outcome::Withdrawn(day) => on("log-withdrawn", day),
    }
}

/// The sign for a side that is not there.
fn nothing() -> String {
    "–".to_owned()
}
