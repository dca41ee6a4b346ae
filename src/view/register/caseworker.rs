//! Caseworkers: who is where from when, how many hours, and when they are away.

use super::model::{
    DetailModel, DetailPart, FormLink, ListModel, ListRow, PartRow, RegisterContext, RowCommand,
};
use super::subject::{Item, Subject};
use super::timeline::{Bar, BarTone, Lane, Scale, Timeline};
use super::words::{caseworker, days_in_words, month_chip, months_in_words, new_caseworker, since};
use crate::book::{Command, PeopleCommand};
use crate::domain::{
    Absence, CaseHolding, Caseworker, CaseworkerId, Month, Presence, Terms, Thousandths, UnitData,
};
use crate::text::changes::{absence_kind, holding};
use crate::text::number::typed as typed_number;
use crate::text::{Lang, dates, tr, tr_with};
use crate::view::{Chip, Tone};

/// A caseworker in one unit, under the number they have there.
#[derive(Clone, Copy)]
struct Stay<'a> {
    data: &'a UnitData,
    id: CaseworkerId,
    facts: &'a Caseworker,
}

fn stays_in(data: &UnitData) -> impl Iterator<Item = Stay<'_>> {
    data.caseworkers.iter().map(move |(id, facts)| Stay { data, id: *id, facts })
}

pub fn list(at: RegisterContext<'_>) -> ListModel {
    let units = at.snapshot.units().filter(|it| at.unit.is_none_or(|unit| unit == it.id));
    let has_any = at.snapshot.units().any(|it| it.unit.has_caseworkers());
    let add = FormLink { word: new_caseworker(at), subject: Subject::NewCaseworker };
    ListModel {
        add: has_any.then_some(add),
        rows: ListRow::sorted(units.flat_map(stays_in).map(|it| row(at, it))),
        empty: tr(at.lang, "register-no-caseworkers"),
    }
}

fn row(at: RegisterContext<'_>, stay: Stay<'_>) -> ListRow {
    let month = at.today.month();
    let identity = at.snapshot.identity(stay.facts.identity);
    let hours = stay.data.terms_in(stay.id, month).map(|it| hours_in_words(at.lang, it));
    let name = identity.and_then(|it| it.name.clone());
    let parts = [Some(stay.data.unit.code.clone()), name, hours];
    let last = stay.facts.presences.last().and_then(|it| it.to);
    ListRow {
        item: Item::Caseworker(stay.id),
        title: identity.map_or_else(|| format!("#{}", stay.id.0), |it| it.initials.clone()),
        detail: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        chip: chip(at, stay),
        is_past: last.is_some_and(|it| it < month),
    }
}

/// Why they do not count as usual today.
fn chip(at: RegisterContext<'_>, stay: Stay<'_>) -> Option<Chip> {
    let lang = at.lang;
    let month = at.today.month();
    let first = stay.facts.presences.first().map(|it| it.from);
    let last = stay.facts.presences.last().and_then(|it| it.to);
    if let Some(last) = last.filter(|it| *it < month) {
        return Some(month_chip(lang, "register-left-chip", last));
    }
    if let Some(first) = first.filter(|it| month < *it) {
        return Some(month_chip(lang, "register-starts-chip", first));
    }
    let covers = |it: &&Absence| it.from <= at.today && it.to.is_none_or(|to| at.today <= to);
    if let Some(away) = stay.data.absences_of(stay.id).find(covers) {
        return Some(Chip { text: absence_kind(lang, away.kind), tone: Tone::Warning });
    }
    let is_counted = stay.facts.holds_cases_in(month);
    (!is_counted).then(|| Chip { text: tr(lang, "register-not-holding"), tone: Tone::Neutral })
}

/// `37 timer`, `30 timer, vægt 0,6`.
fn hours_in_words(lang: Lang, terms: Terms) -> String {
    let hours = ("hours", typed_number(terms.weekly_hours).into());
    if terms.weight == Thousandths::ONE {
        return tr_with(lang, "register-hours", &[hours]);
    }
    let weight = ("weight", typed_number(terms.weight).into());
    tr_with(lang, "register-hours-weight", &[hours, weight])
}

pub fn detail(at: RegisterContext<'_>, id: CaseworkerId) -> Option<DetailModel> {
    let (data, facts) = caseworker(at, id)?;
    let identity = at.snapshot.identity(facts.identity)?;
    let lang = at.lang;
    let open = |key: &str, subject| (tr(lang, key), RowCommand::Open(subject));
    let remove = Command::People(PeopleCommand::RemoveCaseworker(id));
    let initials = || identity.initials.clone();
    Some(DetailModel {
        title: identity.name.as_ref().map_or_else(initials, |it| format!("{} · {it}", initials())),
        subtitle: data.unit.name_in(at.today.month()).to_owned(),
        chip: chip(at, Stay { data, id, facts }),
        timeline: timeline(at, facts),
        parts: vec![presences(lang, id, facts), terms(lang, data, id), absences(lang, data, id)],
        actions: vec![
            open("register-new-absence", Subject::Absence(id, None)),
            open("register-move", Subject::CaseworkerMove(id)),
            open("register-leave-unit", Subject::CaseworkerEnd(id)),
            open("register-edit-name", Subject::CaseworkerName(id)),
            (tr(lang, "register-delete"), RowCommand::Run(remove)),
            (tr(lang, "register-disclose"), RowCommand::Disclose(id)),
            open("register-erase", Subject::Erasure(id)),
        ],
    })
}

/// What a row says, and the form that changes it.
fn part_row(lang: Lang, text: String, note: String, subject: Subject) -> PartRow {
    PartRow { text, note, edit: Some(FormLink::new(lang, "register-edit", subject)) }
}

fn presences(lang: Lang, id: CaseworkerId, facts: &Caseworker) -> DetailPart {
    let row = |presence: &Presence| {
        let note = holding(lang, presence.case_holding);
        let months = months_in_words(lang, presence.from, presence.to);
        part_row(lang, months, note, Subject::Presence(id, Some(presence.from)))
    };
    let add = FormLink::new(lang, "register-new-presence", Subject::Presence(id, None));
    let rows = facts.presences.iter().rev().map(row).collect();
    DetailPart { add: Some(add), ..DetailPart::new(lang, "register-part-presence", rows) }
}

/// The terms of one caseworker, by the month they begin in.
fn terms_of(data: &UnitData, id: CaseworkerId) -> Vec<(Month, Terms)> {
    let own = data.employments.iter().filter(|((who, _), _)| *who == id);
    own.map(|((_, from), terms)| (*from, *terms)).collect()
}

fn terms(lang: Lang, data: &UnitData, id: CaseworkerId) -> DetailPart {
    let row = |(from, terms): (Month, Terms)| {
        let (hours, note) = (hours_in_words(lang, terms), since(lang, dates::month(lang, from)));
        part_row(lang, hours, note, Subject::Terms(id, Some(from)))
    };
    let rows = terms_of(data, id).into_iter().rev().map(row).collect();
    DetailPart {
        empty: tr(lang, "register-no-terms"),
        add: Some(FormLink::new(lang, "register-new-terms", Subject::Terms(id, None))),
        ..DetailPart::new(lang, "register-part-terms", rows)
    }
}

fn absences(lang: Lang, data: &UnitData, id: CaseworkerId) -> DetailPart {
    let mut own: Vec<_> = data.absences.iter().filter(|it| it.1.caseworker == id).collect();
    own.sort_by_key(|it| std::cmp::Reverse(it.1.from));
    let rows = own.into_iter().map(|(number, away)| {
        let (days, kind) = (days_in_words(lang, away.from, away.to), absence_kind(lang, away.kind));
        part_row(lang, days, kind, Subject::Absence(id, Some(*number)))
    });
    let empty = tr(lang, "register-no-absence");
    DetailPart { empty, ..DetailPart::new(lang, "register-part-absence", rows.collect()) }
}

/// Every unit the person has been in, the earliest first: whoever moves keeps the identity.
fn timeline(at: RegisterContext<'_>, facts: &Caseworker) -> Timeline {
    let stays = at.snapshot.units().flat_map(stays_in);
    let mut stays: Vec<Stay<'_>> = stays.filter(|it| it.facts.identity == facts.identity).collect();
    stays.sort_by_key(|it| it.facts.presences.first().map(|first| first.from));
    let presences = || stays.iter().flat_map(|it| &it.facts.presences);
    let absences = || stays.iter().flat_map(|it| it.data.absences_of(it.id));
    let starts = presences().map(|it| it.from.first_day());
    let ends = presences().filter_map(|it| it.to).map(Month::last_day);
    let away = absences().flat_map(|it| [Some(it.from), it.to]).flatten();
    let scale = Scale::over(starts.chain(ends).chain(away), at.today);
    let lane = |key: &str, bars: fn(Lang, Scale, Stay<'_>) -> Vec<Bar>| Lane {
        name: tr(at.lang, key),
        bars: stays.iter().flat_map(|it| bars(at.lang, scale, *it)).collect(),
    };
    let lanes = vec![
        lane("register-lane-unit", in_unit),
        lane("register-lane-hours", hours),
        lane("register-lane-absence", away_bars),
    ];
    scale.timeline(lanes, at.today)
}

fn in_unit(lang: Lang, scale: Scale, stay: Stay<'_>) -> Vec<Bar> {
    let code = &stay.data.unit.code;
    let bar = |presence: &Presence| Bar {
        label: code.clone(),
        words: format!("{code}, {}", months_in_words(lang, presence.from, presence.to)),
        tone: match presence.case_holding {
            CaseHolding::Yes => BarTone::Strong,
            CaseHolding::No => BarTone::Plain,
        },
        ..scale.months(presence.from, presence.to)
    };
    stay.facts.presences.iter().map(bar).collect()
}

/// Each row of terms holds until the next one, the last until the person leaves the unit.
fn hours(lang: Lang, scale: Scale, stay: Stay<'_>) -> Vec<Bar> {
    let end = stay.facts.presences.last().and_then(|it| it.to);
    let rows = terms_of(stay.data, stay.id);
    let next = rows.iter().skip(1).map(|it| Some(it.0.previous()));
    let ends = next.chain(std::iter::once(end));
    let bar = |(&(from, terms), to): (&(Month, Terms), Option<Month>)| Bar {
        label: typed_number(terms.weekly_hours),
        words: format!("{}, {}", hours_in_words(lang, terms), months_in_words(lang, from, to)),
        ..scale.months(from, to)
    };
    rows.iter().zip(ends).map(bar).collect()
}

fn away_bars(lang: Lang, scale: Scale, stay: Stay<'_>) -> Vec<Bar> {
    let bar = |away: &Absence| {
        let label = absence_kind(lang, away.kind);
        Bar {
            words: format!("{label}, {}", days_in_words(lang, away.from, away.to)),
            label,
            tone: BarTone::Away,
            ..scale.bar(away.from, away.to)
        }
    };
    stay.data.absences_of(stay.id).map(bar).collect()
}
