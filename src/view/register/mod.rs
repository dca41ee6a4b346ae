//! Master data: what each section lists, what one thing in it is made of, and the forms that change it.

mod absence;
mod caseworker;
mod caseworker_forms;
mod committee;
mod episode;
mod event;
mod form;
mod places;
mod settings;
mod subject;
mod target;
mod timeline;
mod unit;

pub use self::episode::{EpisodeMark, is_there as episode_is_there};
pub use self::form::{Field, FieldKind, FieldName, Form, Problems, Suggestion, Values, Wish, YES};
pub use self::places::{Place, PlaceColumn, PlaceStatus, PlacesModel, PlacesView, Turn};
pub use self::subject::{Subject, field_of, form, form_of, newest, read};
pub use self::timeline::{Bar, BarTone, Lane, Timeline};
use crate::book::Command;
use crate::domain::{CaseworkerId, CommitteeId, Day, EventId, Month, Snapshot, TargetId, UnitId};
use crate::text::{Lang, collation, dates, tr, tr_with};
use crate::trends::Chip;

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Section {
    #[default]
    Units,
    Caseworkers,
    /// The waiting-list register.
    Episodes,
    Targets,
    Events,
    Committees,
    Settings,
    /// The change log.
    Log,
    /// The file with its backups, and what is new in the program.
    File,
}

impl Section {
    pub const ALL: [Self; 9] = [
        Self::Units,
        Self::Caseworkers,
        Self::Episodes,
        Self::Targets,
        Self::Events,
        Self::Committees,
        Self::Settings,
        Self::Log,
        Self::File,
    ];

    /// The name in the keys of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::Caseworkers => "caseworkers",
            Self::Episodes => "episodes",
            Self::Targets => "targets",
            Self::Events => "events",
            Self::Committees => "committees",
            Self::Settings => "settings",
            Self::Log => "log",
            Self::File => "file",
        }
    }

    pub fn label(self, lang: Lang) -> String {
        tr(lang, &format!("register-section-{}", self.name()))
    }
}

/// One thing in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    Unit(UnitId),
    Caseworker(CaseworkerId),
    Episode(EpisodeMark),
    Target(TargetId),
    Event(EventId),
    Committee(CommitteeId),
}

/// What the page is asked about.
#[derive(Debug, Clone, Copy)]
pub struct RegisterContext<'a> {
    pub snapshot: &'a Snapshot,
    pub lang: Lang,
    /// The unit chosen for all pages; `None` is all.
    pub unit: Option<UnitId>,
    pub today: Day,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    pub item: Item,
    pub title: String,
    pub detail: String,
    pub chip: Option<Chip>,
    /// It is over: drawn quieter, and last.
    pub is_past: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ListModel {
    /// The word for a new one, and its form.
    pub add: Option<(String, Subject)>,
    pub rows: Vec<ListRow>,
    /// Instead of a list without rows.
    pub empty: String,
}

/// Something that can be done with what is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    Open(Subject),
    /// At once; one undo takes it back.
    Run(Command),
    /// Everything the book holds about this person, as a file.
    Disclose(CaseworkerId),
}

#[derive(Debug, Clone, PartialEq)]
pub struct DetailAction {
    pub word: String,
    pub deed: Deed,
}

/// One line of a part: what it says, and the form that changes it.
#[derive(Debug, Clone, PartialEq)]
pub struct PartRow {
    pub text: String,
    pub note: String,
    pub edit: Option<(String, Subject)>,
}

/// Rows of one kind under a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub title: String,
    pub rows: Vec<PartRow>,
    pub empty: String,
    pub add: Option<(String, Subject)>,
}

/// Everything about one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct DetailModel {
    pub title: String,
    pub subtitle: String,
    pub chip: Option<Chip>,
    pub timeline: Option<Timeline>,
    pub parts: Vec<Part>,
    pub actions: Vec<DetailAction>,
}

/// What the page is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterQuery {
    pub lang: Lang,
    pub unit: Option<UnitId>,
    pub today: Day,
    pub section: Section,
    pub chosen: Option<Item>,
    /// The form that is open.
    pub subject: Option<Subject>,
    /// Only what holds these letters is listed.
    pub search: String,
    /// How the waiting list is sorted, and what of it is shown.
    pub places: PlacesView,
}

/// Everything the page shows but what is being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterModel {
    pub sections: Vec<(Section, String)>,
    pub list: Option<ListModel>,
    /// The waiting-list register, in place of a list.
    pub places: Option<PlacesModel>,
    pub detail: Option<DetailModel>,
    pub form: Option<Form>,
}

pub fn register_model(snapshot: &Snapshot, query: &RegisterQuery) -> RegisterModel {
    let at = RegisterContext { snapshot, lang: query.lang, unit: query.unit, today: query.today };
    let mut list = list_model(&at, query.section);
    let search = query.search.trim().to_lowercase();
    if let Some(list) = list.as_mut().filter(|_| !search.is_empty()) {
        let holds = |it: &ListRow| {
            let chip = it.chip.as_ref().map_or("", |it| it.text.as_str());
            format!("{} {} {chip}", it.title, it.detail).to_lowercase().contains(&search)
        };
        list.rows.retain(holds);
        list.empty = tr(query.lang, "register-search-nothing");
    }
    RegisterModel {
        sections: Section::ALL.map(|it| (it, it.label(query.lang))).to_vec(),
        list,
        places: (query.section == Section::Episodes)
            .then(|| places::places(&at, &query.places, &search)),
        detail: query.chosen.and_then(|it| detail_model(&at, it)),
        form: query.subject.and_then(|it| form(&at, it)),
    }
}

/// The list of a section; `None` where there is only a form.
fn list_model(at: &RegisterContext<'_>, section: Section) -> Option<ListModel> {
    match section {
        Section::Units => Some(unit::list(at)),
        Section::Caseworkers => Some(caseworker::list(at)),
        Section::Targets => Some(target::list(at)),
        Section::Events => Some(event::list(at)),
        Section::Committees => Some(committee::list(at)),
        Section::Episodes | Section::Settings | Section::Log | Section::File => None,
    }
}

/// What is shown of a chosen thing; `None` where its form says everything, or it is gone.
fn detail_model(at: &RegisterContext<'_>, item: Item) -> Option<DetailModel> {
    match item {
        Item::Unit(id) => unit::detail(at, id),
        Item::Caseworker(id) => caseworker::detail(at, id),
        Item::Episode(_) | Item::Target(_) | Item::Event(_) | Item::Committee(_) => None,
    }
}

/// A choice of unit: its number as it is kept, and its name.
fn unit_options(
    at: &RegisterContext<'_>,
    is_offered: impl Fn(&crate::domain::UnitData) -> bool,
) -> Vec<(String, String)> {
    let month = at.today.month();
    let units = at.snapshot.units().filter(|it| is_offered(it));
    units.map(|it| (it.id.0.to_string(), it.unit.name_in(month).to_owned())).collect()
}

/// All units, or one of them.
fn unit_or_all_options(at: &RegisterContext<'_>) -> Vec<(String, String)> {
    let mut options = unit_options(at, |_| true);
    options.insert(0, (String::new(), tr(at.lang, "ui-all-units")));
    options
}

/// The unit a choice named; nothing is all units.
fn unit_of(text: &str) -> Option<UnitId> {
    text.parse().ok().map(UnitId)
}

/// Its code, or "Alle enheder".
fn unit_word(at: &RegisterContext<'_>, unit: Option<UnitId>) -> String {
    let code = unit.and_then(|it| at.snapshot.unit(it)).map(|it| it.unit.code.clone());
    code.unwrap_or_else(|| tr(at.lang, "ui-all-units"))
}

/// `marts 2021 – april 2026`, `siden marts 2021`.
fn months_in_words(lang: Lang, from: Month, to: Option<Month>) -> String {
    let since = || tr_with(lang, "register-since", &[("from", dates::month(lang, from).into())]);
    to.map_or_else(since, |to| dates::span(lang, from, to))
}

/// `1. sep. 2025 – 30. apr. 2026`, `siden 1. sep. 2025`.
fn days_in_words(lang: Lang, from: Day, to: Option<Day>) -> String {
    let from = dates::short(lang, from);
    match to {
        Some(to) => format!("{from} – {}", dates::short(lang, to)),
        None => tr_with(lang, "register-since", &[("from", from.into())]),
    }
}

/// What is over goes last; the rest is ordered as names are.
fn sort(rows: &mut [ListRow]) {
    rows.sort_by(|a, b| {
        a.is_past.cmp(&b.is_past).then_with(|| collation::compare(&a.title, &b.title))
    });
}

#[cfg(test)]
mod tests;
