//! Caseworkers: who is where from when, how many hours, and when they are away.

use super::form::typed_number;
use super::timeline::{BarTone, Lane, Scale};
use super::{
    Deed, DetailAction, DetailModel, Item, ListModel, ListRow, Part, PartRow, RegisterContext,
    Subject, days_in_words, months_in_words, sort,
};
use crate::book::{Command, PeopleCommand};
use crate::domain::{
    Absence, AbsenceKind, CaseHolding, Caseworker, CaseworkerId, Identity, Month, Presence,
    SettingKey, Terms, UnitData,
};
use crate::text::{Lang, dates, tr, tr_with};
use crate::view::{Chip, Tone};

/// The unit a caseworker is in, and what is known of them.
pub fn find<'a>(
    at: &RegisterContext<'a>,
    id: CaseworkerId,
) -> Option<(&'a UnitData, &'a Caseworker)> {
    at.snapshot.units().find_map(|data| Some((data, data.caseworkers.get(&id)?)))
}

pub fn list(at: &RegisterContext<'_>) -> ListModel {
    let units = at.snapshot.units().filter(|it| at.unit.is_none_or(|unit| unit == it.id));
    let mut rows: Vec<ListRow> = units
        .flat_map(|data| data.caseworkers.iter().map(move |(id, it)| row(at, data, *id, it)))
        .collect();
    sort(&mut rows);
    let has_any = at.snapshot.units().any(|it| it.unit.has_caseworkers());
    ListModel {
        add: has_any.then(|| (new_words(at), Subject::NewCaseworker)),
        rows,
        empty: tr(at.lang, "register-no-caseworkers"),
    }
}

fn row(
    at: &RegisterContext<'_>,
    data: &UnitData,
    id: CaseworkerId,
    caseworker: &Caseworker,
) -> ListRow {
    let month = at.today.month();
    let identity = at.snapshot.identity(caseworker.identity);
    let hours = data.terms_in(id, month).map(|it| hours_in_words(at.lang, it));
    let name = identity.and_then(|it| it.name.clone());
    let parts = [Some(data.unit.code.clone()), name, hours];
    let last = caseworker.presences.last().and_then(|it| it.to);
    let is_past = last.is_some_and(|it| it < month);
    ListRow {
        item: Item::Caseworker(id),
        title: identity.map_or_else(|| format!("#{}", id.0), |it| it.initials.clone()),
        detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        chip: chip(at, data, id, caseworker),
        is_past,
    }
}

/// Why they do not count as usual today.
fn chip(
    at: &RegisterContext<'_>,
    data: &UnitData,
    id: CaseworkerId,
    caseworker: &Caseworker,
) -> Option<Chip> {
    let lang = at.lang;
    let month = at.today.month();
    let first = caseworker.presences.first().map(|it| it.from);
    let last = caseworker.presences.last().and_then(|it| it.to);
    let neutral = |key: &str, at: Month| Chip {
        text: tr_with(lang, key, &[("month", dates::month_short(lang, at).into())]),
        tone: Tone::Neutral,
    };
    if let Some(last) = last.filter(|it| *it < month) {
        return Some(neutral("register-left-chip", last));
    }
    if let Some(first) = first.filter(|it| month < *it) {
        return Some(neutral("register-starts-chip", first));
    }
    let covers = |it: &&Absence| it.from <= at.today && it.to.is_none_or(|to| at.today <= to);
    if let Some(away) = data.absences_of(id).find(covers) {
        return Some(Chip { text: kind_word(lang, away.kind), tone: Tone::Warning });
    }
    let is_counted = caseworker.holds_cases_in(month);
    (!is_counted).then(|| Chip { text: tr(lang, "register-not-holding"), tone: Tone::Neutral })
}

/// The button and the title of the form for somebody new, in the municipality's own word.
pub fn new_words(at: &RegisterContext<'_>) -> String {
    match at.snapshot.settings().get(SettingKey::CaseworkerLabel).filter(|it| !it.is_empty()) {
        Some(own) => tr_with(at.lang, "register-new-own", &[("who", own.into())]),
        None => tr(at.lang, "register-new-caseworker"),
    }
}

pub fn kind_word(lang: Lang, kind: AbsenceKind) -> String {
    tr(
        lang,
        match kind {
            AbsenceKind::Leave => "register-absence-leave",
            AbsenceKind::LongTermSick => "register-absence-sick",
        },
    )
}

/// `37 timer`, `30 timer, vægt 0,6`.
fn hours_in_words(lang: Lang, terms: Terms) -> String {
    let hours = typed_number(terms.weekly_hours);
    if terms.weight == crate::domain::Thousandths::ONE {
        return tr_with(lang, "register-hours", &[("hours", hours.into())]);
    }
    let args = [("hours", hours.into()), ("weight", typed_number(terms.weight).into())];
    tr_with(lang, "register-hours-weight", &args)
}

pub fn detail(at: &RegisterContext<'_>, id: CaseworkerId) -> Option<DetailModel> {
    let (data, caseworker) = find(at, id)?;
    let identity = at.snapshot.identity(caseworker.identity)?;
    Some(DetailModel {
        title: title(identity),
        subtitle: data.unit.name_in(at.today.month()).to_owned(),
        chip: chip(at, data, id, caseworker),
        timeline: Some(timeline(at, data, id, caseworker)),
        parts: vec![
            presences(at.lang, id, caseworker),
            terms(at.lang, data, id),
            absences(at.lang, data, id),
        ],
        actions: actions(at.lang, id),
    })
}

fn title(identity: &Identity) -> String {
    match &identity.name {
        Some(name) => format!("{} · {name}", identity.initials),
        None => identity.initials.clone(),
    }
}

fn actions(lang: Lang, id: CaseworkerId) -> Vec<DetailAction> {
    let open = |key: &str, subject| DetailAction { word: tr(lang, key), deed: Deed::Open(subject) };
    vec![
        open("register-new-absence", Subject::Absence(id, None)),
        open("register-move", Subject::CaseworkerMove(id)),
        open("register-leave-unit", Subject::CaseworkerEnd(id)),
        open("register-edit-name", Subject::CaseworkerName(id)),
        DetailAction {
            word: tr(lang, "register-delete"),
            deed: Deed::Run(Command::People(PeopleCommand::RemoveCaseworker(id))),
        },
        open("register-erase", Subject::Erasure(id)),
    ]
}

fn edit_word(lang: Lang) -> String {
    tr(lang, "register-edit")
}

fn presences(lang: Lang, id: CaseworkerId, caseworker: &Caseworker) -> Part {
    let row = |it: &Presence| PartRow {
        text: months_in_words(lang, it.from, it.to),
        note: tr(
            lang,
            match it.case_holding {
                CaseHolding::Yes => "register-holding",
                CaseHolding::No => "register-not-holding",
            },
        ),
        edit: Some((edit_word(lang), Subject::Presence(id, Some(it.from)))),
    };
    Part {
        title: tr(lang, "register-part-presence"),
        rows: caseworker.presences.iter().rev().map(row).collect(),
        empty: String::new(),
        add: Some((tr(lang, "register-new-presence"), Subject::Presence(id, None))),
    }
}

fn terms(lang: Lang, data: &UnitData, id: CaseworkerId) -> Part {
    let own = data.employments.iter().filter(|((who, _), _)| *who == id);
    let row = |((_, from), terms): (&(CaseworkerId, Month), &Terms)| PartRow {
        text: hours_in_words(lang, *terms),
        note: tr_with(lang, "register-since", &[("from", dates::month(lang, *from).into())]),
        edit: Some((edit_word(lang), Subject::Terms(id, Some(*from)))),
    };
    Part {
        title: tr(lang, "register-part-terms"),
        rows: own.map(row).rev().collect(),
        empty: tr(lang, "register-no-terms"),
        add: Some((tr(lang, "register-new-terms"), Subject::Terms(id, None))),
    }
}

fn absences(lang: Lang, data: &UnitData, id: CaseworkerId) -> Part {
    let mut own: Vec<_> = data.absences.iter().filter(|(_, it)| it.caseworker == id).collect();
    own.sort_by_key(|(_, it)| std::cmp::Reverse(it.from));
    let rows = own.into_iter().map(|(absence, it)| PartRow {
        text: days_in_words(lang, it.from, it.to),
        note: kind_word(lang, it.kind),
        edit: Some((edit_word(lang), Subject::Absence(id, Some(*absence)))),
    });
    Part {
        title: tr(lang, "register-part-absence"),
        rows: rows.collect(),
        empty: tr(lang, "register-no-absence"),
        add: None,
    }
}

fn timeline(
    at: &RegisterContext<'_>,
    data: &UnitData,
    id: CaseworkerId,
    caseworker: &Caseworker,
) -> super::Timeline {
    let lang = at.lang;
    let presences = &caseworker.presences;
    let starts = presences.iter().map(|it| it.from.first_day());
    let ends = presences.iter().filter_map(|it| it.to).map(Month::last_day);
    let away = data.absences_of(id).flat_map(|it| [Some(it.from), it.to]).flatten();
    let scale = Scale::over(starts.chain(ends).chain(away), at.today);
    let mut in_unit = Vec::new();
    for it in presences {
        let mut bar = scale.bar(it.from.first_day(), it.to.map(Month::last_day));
        bar.label.clone_from(&data.unit.code);
        bar.words = months_in_words(lang, it.from, it.to);
        bar.tone =
            if it.case_holding == CaseHolding::Yes { BarTone::Strong } else { BarTone::Plain };
        in_unit.push(bar);
    }
    let end = presences.last().and_then(|it| it.to);
    let rows: Vec<_> = data.employments.iter().filter(|((who, _), _)| *who == id).collect();
    let next = rows.iter().skip(1).map(|((_, from), _)| Some(from.previous()));
    let ends = next.chain(std::iter::once(end));
    let mut hours = Vec::new();
    for (((_, from), terms), to) in rows.iter().zip(ends) {
        let mut bar = scale.bar(from.first_day(), to.map(Month::last_day));
        bar.label = typed_number(terms.weekly_hours);
        bar.words =
            format!("{}, {}", hours_in_words(lang, **terms), months_in_words(lang, *from, to));
        hours.push(bar);
    }
    let mut gone = Vec::new();
    for it in data.absences_of(id) {
        let mut bar = scale.bar(it.from, it.to);
        bar.label = kind_word(lang, it.kind);
        bar.words = format!("{}, {}", bar.label, days_in_words(lang, it.from, it.to));
        bar.tone = BarTone::Away;
        gone.push(bar);
    }
    let lane = |key: &str, bars| Lane { name: tr(lang, key), bars };
    let lanes = vec![
        lane("register-lane-unit", in_unit),
        lane("register-lane-hours", hours),
        lane("register-lane-absence", gone),
    ];
    scale.timeline(lanes, at.today)
}
