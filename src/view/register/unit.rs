//! Units: what they are called from when, what they report, and when they ended.

use super::form::{Field, Form, Problems, Reader, Values, YES};
use super::timeline::{BarTone, Lane, Scale};
use super::{
    Deed, DetailAction, DetailModel, Item, ListModel, ListRow, Part, PartRow, RegisterContext,
    Subject, months_in_words, sort,
};
use crate::book::Command;
use crate::domain::{
    CaseReporting, CountingUnit, Event, EventKind, Month, Unit, UnitData, UnitId, UnitName,
    WaitingList,
};
use crate::text::{Arg, Lang, dates, tr, tr_with};
use crate::view::{Chip, Tone};

const COUNTS: [(CountingUnit, &str); 3] = [
    (CountingUnit::Child, "child"),
    (CountingUnit::Family, "family"),
    (CountingUnit::Citizen, "citizen"),
];
const REPORTING: [(CaseReporting, &str); 2] =
    [(CaseReporting::ByCaseworker, "by-caseworker"), (CaseReporting::ByUnit, "by-unit")];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Waiting {
    None,
    Kept,
}

const WAITING: [(Waiting, &str); 2] = [(Waiting::None, "none"), (Waiting::Kept, "kept")];

/// Choices with their words, `register-KEY-CHOICE`.
pub(super) fn options<T>(lang: Lang, key: &str, choices: &[(T, &str)]) -> Vec<(String, String)> {
    let option = |it: &(T, &str)| (it.1.to_owned(), tr(lang, &format!("register-{key}-{}", it.1)));
    choices.iter().map(option).collect()
}

/// How a choice is kept.
pub(super) fn word<T: PartialEq>(choices: &[(T, &'static str)], value: &T) -> &'static str {
    choices.iter().find(|it| it.0 == *value).map_or("", |it| it.1)
}

pub fn list(at: &RegisterContext<'_>) -> ListModel {
    let mut rows: Vec<ListRow> = at.snapshot.units().map(|it| row(at, it)).collect();
    sort(&mut rows);
    ListModel {
        add: Some((tr(at.lang, "register-new-unit"), Subject::NewUnit)),
        rows,
        empty: tr(at.lang, "register-no-units"),
    }
}

fn row(at: &RegisterContext<'_>, data: &UnitData) -> ListRow {
    let month = at.today.month();
    let ended = data.unit.last_month().filter(|it| *it < month);
    let chip = ended.map(|it| Chip {
        text: tr_with(
            at.lang,
            "register-closed-chip",
            &[("month", dates::month_short(at.lang, it).into())],
        ),
        tone: Tone::Neutral,
    });
    ListRow {
        item: Item::Unit(data.id),
        title: data.unit.name_in(month).to_owned(),
        detail: format!("{} · {}", data.unit.code, kinds(at.lang, &data.unit)),
        chip,
        is_past: ended.is_some(),
    }
}

/// What it reports, in few words.
fn kinds(lang: Lang, unit: &Unit) -> String {
    let reporting = tr(lang, &format!("register-short-{}", word(&REPORTING, &unit.case_reporting)));
    if unit.has_waiting_list() {
        format!("{reporting}, {}", tr(lang, "register-short-waiting"))
    } else {
        reporting
    }
}

pub fn detail(at: &RegisterContext<'_>, id: UnitId) -> Option<DetailModel> {
    let lang = at.lang;
    let data = at.snapshot.unit(id)?;
    let unit = &data.unit;
    let open = |key: &str, subject| DetailAction { word: tr(lang, key), deed: Deed::Open(subject) };
    let counts = word(&COUNTS, &unit.counts);
    let subtitle = format!(
        "{} · {} · {}",
        unit.code,
        tr(lang, &format!("register-counts-{counts}")),
        kinds(lang, unit)
    );
    Some(DetailModel {
        title: unit.name_in(at.today.month()).to_owned(),
        subtitle,
        chip: row(at, data).chip,
        timeline: Some(timeline(at, data)),
        parts: vec![names(lang, unit), contents(at, data)],
        actions: vec![
            open("register-edit-unit", Subject::UnitFacts(id)),
            open("register-rename-unit", Subject::UnitName(id)),
            open("register-close-unit", Subject::UnitEnd(id)),
            DetailAction {
                word: tr(lang, "register-delete"),
                deed: Deed::Run(Command::RemoveUnit(id)),
            },
        ],
    })
}

fn names(lang: Lang, unit: &Unit) -> Part {
    let row = |it: &UnitName| PartRow {
        text: it.name.clone(),
        note: months_in_words(lang, it.from, it.to),
        edit: None,
    };
    Part {
        title: tr(lang, "register-part-names"),
        rows: unit.names.iter().rev().map(row).collect(),
        empty: String::new(),
        add: None,
    }
}

/// How much would go with the unit.
fn contents(at: &RegisterContext<'_>, data: &UnitData) -> Part {
    let lang = at.lang;
    let count = |key: &str, n: usize| PartRow {
        text: tr_with(lang, key, &[("n", n.into())]),
        note: String::new(),
        edit: None,
    };
    let mut rows = Vec::new();
    if data.unit.has_caseworkers() {
        rows.push(count("register-count-caseworkers", data.caseworkers.len()));
    }
    if let (Some(first), Some(last)) = (data.first_typed_month(), data.last_typed_month()) {
        rows.push(PartRow {
            text: tr(lang, "register-count-figures"),
            note: dates::span(lang, first, last),
            edit: None,
        });
    }
    if let Some((from, through)) = data.register_span() {
        let args: [(&str, Arg<'_>); 1] = [("n", data.episodes.len().into())];
        rows.push(PartRow {
            text: tr_with(lang, "register-count-episodes", &args),
            note: dates::span(lang, from, through),
            edit: None,
        });
    }
    Part {
        title: tr(lang, "register-part-contents"),
        rows,
        empty: tr(lang, "register-nothing-yet"),
        add: None,
    }
}

fn timeline(at: &RegisterContext<'_>, data: &UnitData) -> super::Timeline {
    let unit = &data.unit;
    let starts = unit.names.iter().map(|it| it.from.first_day());
    let ends = unit.names.iter().filter_map(|it| it.to).map(Month::last_day);
    let register = data.register_span();
    let begins = register.map(|it| it.0.first_day());
    let scale = Scale::over(starts.chain(ends).chain(begins), at.today);
    let mut names = Vec::new();
    for (it, is_last) in
        unit.names.iter().rev().zip(std::iter::once(true).chain(std::iter::repeat(false)))
    {
        let mut bar = scale.bar(it.from.first_day(), it.to.map(Month::last_day));
        bar.label.clone_from(&it.name);
        bar.words = format!("{}, {}", it.name, months_in_words(at.lang, it.from, it.to));
        bar.tone = if is_last { BarTone::Strong } else { BarTone::Plain };
        names.push(bar);
    }
    let mut lanes = vec![Lane { name: tr(at.lang, "register-lane-name"), bars: names }];
    if let Some((from, _)) = register {
        let mut bar = scale.bar(from.first_day(), unit.last_month().map(Month::last_day));
        bar.words =
            tr_with(at.lang, "register-since", &[("from", dates::month(at.lang, from).into())]);
        lanes.push(Lane { name: tr(at.lang, "register-lane-register"), bars: vec![bar] });
    }
    scale.timeline(lanes, at.today)
}

pub fn new_form(at: &RegisterContext<'_>) -> Form {
    let lang = at.lang;
    let begins = Month::january(at.today.month().year());
    Form::for_new_or_known(lang, None::<&()>, "register-new-unit", "register-edit-unit")
        .with(Field::line(lang, "code", "").hint(tr(lang, "register-hint-code")))
        .with(Field::line(lang, "name", ""))
        .with(
            Field::line(lang, "from", dates::month_short(lang, begins))
                .hint(tr(lang, "register-hint-month")),
        )
        .with(Field::choice(lang, "counts", "child", options(lang, "counts", &COUNTS)))
        .with(Field::choice(
            lang,
            "reporting",
            "by-caseworker",
            options(lang, "reporting", &REPORTING),
        ))
        .with(Field::choice(lang, "waiting", "none", options(lang, "waiting", &WAITING)))
}

pub fn read_new(at: &RegisterContext<'_>, values: &Values) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let code = reader.name("code");
    let name = reader.name("name");
    let from = reader.month("from");
    let counts = reader.choice("counts", &COUNTS);
    let reporting = reader.choice("reporting", &REPORTING);
    let waiting = reader.choice("waiting", &WAITING);
    let unit = || {
        Some(Unit {
            code: code?,
            counts: counts?,
            case_reporting: reporting?,
            waiting_list: waiting_list(waiting?, None, None),
            names: vec![UnitName { name: name?, from: from?, to: None }],
        })
    };
    let unit = unit();
    reader.finish(unit.map(|it| Command::AddUnits(vec![it])))
}

const fn waiting_list(
    waiting: Waiting,
    register_from: Option<Month>,
    register_through: Option<Month>,
) -> WaitingList {
    match waiting {
        Waiting::None => WaitingList::None,
        Waiting::Kept => WaitingList::Kept { register_from, register_through },
    }
}

/// The months a register is set to begin and reach; both empty where they follow from its contents.
const fn register_months(unit: &Unit) -> (Option<Month>, Option<Month>) {
    match unit.waiting_list {
        WaitingList::None => (None, None),
        WaitingList::Kept { register_from, register_through } => (register_from, register_through),
    }
}

pub fn facts_form(at: &RegisterContext<'_>, id: UnitId) -> Option<Form> {
    let lang = at.lang;
    let unit = &at.snapshot.unit(id)?.unit;
    let kept = if unit.has_waiting_list() { Waiting::Kept } else { Waiting::None };
    let register = register_months(unit).0.map(|it| dates::month_short(lang, it));
    let counts = word(&COUNTS, &unit.counts);
    let reporting = word(&REPORTING, &unit.case_reporting);
    Some(
        Form::new(lang, "register-edit-unit")
            .with(Field::line(lang, "code", &unit.code).hint(tr(lang, "register-hint-code")))
            .with(Field::choice(lang, "counts", counts, options(lang, "counts", &COUNTS)))
            .with(Field::choice(
                lang,
                "reporting",
                reporting,
                options(lang, "reporting", &REPORTING),
            ))
            .with(Field::choice(
                lang,
                "waiting",
                word(&WAITING, &kept),
                options(lang, "waiting", &WAITING),
            ))
            .with(
                Field::line(lang, "register-from", register.unwrap_or_default())
                    .hint(tr(lang, "register-hint-register-from")),
            ),
    )
}

pub fn read_facts(
    at: &RegisterContext<'_>,
    id: UnitId,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let code = reader.name("code");
    let counts = reader.choice("counts", &COUNTS);
    let reporting = reader.choice("reporting", &REPORTING);
    let waiting = reader.choice("waiting", &WAITING);
    let register_from = reader.optional_month("register-from");
    let unit = || {
        let before = &at.snapshot.unit(id)?.unit;
        Some(Unit {
            code: code?,
            counts: counts?,
            case_reporting: reporting?,
            waiting_list: waiting_list(waiting?, register_from.ok()?, register_months(before).1),
            names: before.names.clone(),
        })
    };
    let unit = unit();
    reader.finish(unit.map(|unit| Command::EditUnit { id, unit }))
}

pub fn name_form(at: &RegisterContext<'_>, id: UnitId) -> Option<Form> {
    let lang = at.lang;
    let unit = &at.snapshot.unit(id)?.unit;
    let month = at.today.month();
    Some(Form {
        lead: tr(lang, "register-rename-lead"),
        ..Form::new(lang, "register-rename-unit")
            .with(Field::line(lang, "name", unit.name_in(month)))
            .with(
                Field::line(lang, "from", dates::month_short(lang, month))
                    .hint(tr(lang, "register-hint-month")),
            )
            .with(Field::check(lang, "mark", true))
            .with(Field::check(lang, "break", false).hint(tr(lang, "register-hint-break")))
    })
}

pub fn read_name(
    at: &RegisterContext<'_>,
    id: UnitId,
    values: &Values,
) -> Result<Command, Problems> {
    let lang = at.lang;
    let mut reader = Reader::new(lang, values);
    let name = reader.name("name");
    let from = reader.month("from");
    let is_break = reader.is_ticked("break");
    let is_marked = is_break || values.get("mark") == YES;
    let command = || {
        let (name, from) = (name?, from?);
        let title = tr_with(lang, "register-rename-event", &[("name", (&name).into())]);
        let kind = if is_break { EventKind::SeriesBreak } else { EventKind::Event };
        let mark = Event { day: from.first_day(), unit: Some(id), title, kind };
        Some(Command::RenameUnit { id, from, name, mark: is_marked.then_some(mark) })
    };
    let command = command();
    reader.finish(command)
}

pub fn end_form(at: &RegisterContext<'_>, id: UnitId) -> Option<Form> {
    let lang = at.lang;
    let unit = &at.snapshot.unit(id)?.unit;
    let end = unit.last_month().map(|it| dates::month_short(lang, it));
    Some(Form {
        lead: tr(lang, "register-close-lead"),
        ..Form::new(lang, "register-close-unit").with(
            Field::line(lang, "to", end.unwrap_or_default()).hint(tr(lang, "register-hint-last")),
        )
    })
}

pub fn read_end(
    at: &RegisterContext<'_>,
    id: UnitId,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let to = reader.optional_month("to");
    let command = || {
        let to = to.ok()?;
        let mut unit = at.snapshot.unit(id)?.unit.clone();
        // Names that would begin after the end go with it.
        if let Some(to) = to {
            unit.names.retain(|it| it.from <= to);
        }
        if let Some(last) = unit.names.last_mut() {
            last.to = to;
        }
        Some(Command::EditUnit { id, unit })
    };
    let command = command();
    reader.finish(command)
}
