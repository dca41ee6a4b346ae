//! Units: what they are called from when, what they report, and when they ended.

use super::form_spec::kept;
use super::model::{
    DetailModel, DetailPart, FormLink, ListModel, ListRow, PartRow, RegisterContext, RowCommand,
};
use super::subject::{Item, Subject};
use super::timeline::{Bar, BarTone, Lane, Scale, Timeline};
use super::unit_forms::COUNTS;
use super::words::{month_chip, months_in_words, since};
use crate::book::Command;
use crate::domain::{Month, Unit, UnitData, UnitId, UnitName};
use crate::text::{Lang, changes, dates, tr, tr_with};

pub fn list(at: RegisterContext<'_>) -> ListModel {
    ListModel {
        add: Some(FormLink::new(at.lang, "register-new-unit", Subject::NewUnit)),
        rows: ListRow::sorted(at.snapshot.units().map(|it| row(at, it))),
        empty: tr(at.lang, "register-no-units"),
    }
}

fn row(at: RegisterContext<'_>, data: &UnitData) -> ListRow {
    let month = at.today.month();
    let ended = data.unit.last_month().filter(|it| *it < month);
    ListRow {
        item: Item::Unit(data.id),
        title: data.unit.name_in(month).to_owned(),
        detail: format!("{} · {}", data.unit.code, kinds(at.lang, &data.unit)),
        chip: ended.map(|it| month_chip(at.lang, "register-closed-chip", it)),
        is_past: ended.is_some(),
    }
}

/// What it reports, in few words.
fn kinds(lang: Lang, unit: &Unit) -> String {
    let reporting = changes::reporting(lang, unit.case_reporting);
    if unit.has_waiting_list() {
        format!("{reporting}, {}", tr(lang, "register-short-waiting"))
    } else {
        reporting
    }
}

pub fn detail(at: RegisterContext<'_>, id: UnitId) -> Option<DetailModel> {
    let lang = at.lang;
    let data = at.snapshot.unit(id)?;
    let unit = &data.unit;
    let open = |key: &str, subject| (tr(lang, key), RowCommand::Open(subject));
    let counts = tr(lang, &format!("register-counts-{}", kept(&COUNTS, &unit.counts)));
    Some(DetailModel {
        title: unit.name_in(at.today.month()).to_owned(),
        subtitle: format!("{} · {counts} · {}", unit.code, kinds(lang, unit)),
        chip: row(at, data).chip,
        timeline: timeline(at, data),
        parts: vec![names(lang, unit), contents(lang, data)],
        actions: vec![
            open("register-edit-unit", Subject::UnitFacts(id)),
            open("register-rename-unit", Subject::UnitName(id)),
            open("register-close-unit", Subject::UnitEnd(id)),
            (tr(lang, "register-delete"), RowCommand::Run(Command::RemoveUnit(id))),
        ],
    })
}

fn names(lang: Lang, unit: &Unit) -> DetailPart {
    let row = |name: &UnitName| PartRow {
        text: name.name.clone(),
        note: months_in_words(lang, name.from, name.to),
        edit: None,
    };
    DetailPart::new(lang, "register-part-names", unit.names.iter().rev().map(row).collect())
}

/// How much would go with the unit.
fn contents(lang: Lang, data: &UnitData) -> DetailPart {
    let count = |key: &str, count: usize| tr_with(lang, key, &[("n", count.into())]);
    let mut rows = Vec::new();
    if data.unit.has_caseworkers() {
        let text = count("register-count-caseworkers", data.caseworkers.len());
        rows.push(PartRow { text, ..PartRow::default() });
    }
    if let (Some(first), Some(last)) = (data.first_typed_month(), data.last_typed_month()) {
        let (text, note) = (tr(lang, "register-count-figures"), dates::span(lang, first, last));
        rows.push(PartRow { text, note, edit: None });
    }
    if let Some((from, through)) = data.register_span() {
        let text = count("register-count-episodes", data.episodes.len());
        rows.push(PartRow { text, note: dates::span(lang, from, through), edit: None });
    }
    let empty = tr(lang, "register-nothing-yet");
    DetailPart { empty, ..DetailPart::new(lang, "register-part-contents", rows) }
}

fn timeline(at: RegisterContext<'_>, data: &UnitData) -> Timeline {
    let (lang, unit) = (at.lang, &data.unit);
    let starts = unit.names.iter().map(|it| it.from.first_day());
    let ends = unit.names.iter().filter_map(|it| it.to).map(Month::last_day);
    let register = data.register_span().map(|it| it.0);
    let scale = Scale::over(starts.chain(ends).chain(register.map(Month::first_day)), at.today);
    let newest = unit.names.last();
    let bar = |name: &UnitName| Bar {
        label: name.name.clone(),
        words: format!("{}, {}", name.name, months_in_words(lang, name.from, name.to)),
        tone: if Some(name) == newest { BarTone::Strong } else { BarTone::Plain },
        ..scale.months(name.from, name.to)
    };
    let names = unit.names.iter().rev().map(bar).collect();
    let mut lanes = vec![Lane { name: tr(lang, "register-lane-name"), bars: names }];
    lanes.extend(register.map(|from| {
        let words = since(lang, dates::month(lang, from));
        let bar = Bar { words, ..scale.months(from, unit.last_month()) };
        Lane { name: tr(lang, "register-lane-register"), bars: vec![bar] }
    }));
    scale.timeline(lanes, at.today)
}
