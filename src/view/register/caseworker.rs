//! Caseworkers: who is where from when, how many hours, and when they are away.

use super::form::typed_number;
use super::timeline::{Bar, BarTone, Lane, Scale};
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
        timeline: Some(timeline(at, caseworker)),
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
        DetailAction { word: tr(lang, "register-disclose"), deed: Deed::Disclose(id) },
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

/// One stretch of a career: a unit, and what it says of the person under the number they have there.
type Stay<'a> = (&'a UnitData, CaseworkerId, &'a Caseworker);

/// Every unit the person has been in, the earliest first: whoever moves keeps the identity.
fn stays<'a>(at: &RegisterContext<'a>, caseworker: &Caseworker) -> Vec<Stay<'a>> {
    let of_unit = |data: &'a UnitData| {
        let own = data.caseworkers.iter().filter(|it| it.1.identity == caseworker.identity);
        own.map(move |(id, it)| (data, *id, it))
    };
    let mut stays: Vec<Stay<'a>> = at.snapshot.units().flat_map(of_unit).collect();
    stays.sort_by_key(|it| it.2.presences.first().map(|it| it.from));
    stays
}

fn timeline(at: &RegisterContext<'_>, caseworker: &Caseworker) -> super::Timeline {
    let stays = stays(at, caseworker);
    let presences = || stays.iter().flat_map(|it| &it.2.presences);
    let absences = || stays.iter().flat_map(|it| it.0.absences_of(it.1));
    let starts = presences().map(|it| it.from.first_day());
    let ends = presences().filter_map(|it| it.to).map(Month::last_day);
    let away = absences().flat_map(|it| [Some(it.from), it.to]).flatten();
    let scale = Scale::over(starts.chain(ends).chain(away), at.today);
    let mut bars = [Vec::new(), Vec::new(), Vec::new()];
    for stay in &stays {
        let of_stay = [
            in_unit(at.lang, scale, stay),
            hours(at.lang, scale, stay),
            away_bars(at.lang, scale, stay),
        ];
        bars.iter_mut().zip(of_stay).for_each(|(all, own)| all.extend(own));
    }
    let names = ["register-lane-unit", "register-lane-hours", "register-lane-absence"];
    let lanes = names.into_iter().zip(bars);
    let lanes = lanes.map(|(key, bars)| Lane { name: tr(at.lang, key), bars }).collect();
    scale.timeline(lanes, at.today)
}

fn in_unit(lang: Lang, scale: Scale, (data, _, caseworker): &Stay<'_>) -> Vec<Bar> {
    let bar = |it: &Presence| {
        let is_counted = it.case_holding == CaseHolding::Yes;
        Bar {
            label: data.unit.code.clone(),
            words: format!("{}, {}", data.unit.code, months_in_words(lang, it.from, it.to)),
            tone: if is_counted { BarTone::Strong } else { BarTone::Plain },
            ..scale.bar(it.from.first_day(), it.to.map(Month::last_day))
        }
    };
    caseworker.presences.iter().map(bar).collect()
}

/// Each row of terms holds until the next one, the last until the person leaves the unit.
fn hours(lang: Lang, scale: Scale, (data, id, caseworker): &Stay<'_>) -> Vec<Bar> {
    let end = caseworker.presences.last().and_then(|it| it.to);
    let rows: Vec<_> = data.employments.iter().filter(|((who, _), _)| who == id).collect();
    let next = rows.iter().skip(1).map(|((_, from), _)| Some(from.previous()));
    let ends = next.chain(std::iter::once(end));
    let bar = |(((_, from), terms), to): (&(&(CaseworkerId, Month), &Terms), Option<Month>)| {
        let months = months_in_words(lang, *from, to);
        Bar {
            label: typed_number(terms.weekly_hours),
            words: format!("{}, {months}", hours_in_words(lang, **terms)),
            ..scale.bar(from.first_day(), to.map(Month::last_day))
        }
    };
    rows.iter().zip(ends).map(bar).collect()
}

fn away_bars(lang: Lang, scale: Scale, (data, id, _): &Stay<'_>) -> Vec<Bar> {
    let bar = |it: &Absence| {
        let label = kind_word(lang, it.kind);
        Bar {
            words: format!("{label}, {}", days_in_words(lang, it.from, it.to)),
            label,
            tone: BarTone::Away,
            ..scale.bar(it.from, it.to)
        }
    };
    data.absences_of(*id).map(bar).collect()
}
