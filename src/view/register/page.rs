//! The page as a whole: what each section lists, and what is shown of a chosen thing.

use super::form::Form;
use super::model::{DetailModel, ListModel, ListRow, RegisterContext, Section};
use super::places::{PlacesModel, PlacesView, places};
use super::subject::{Item, Subject};
use super::{caseworker, committee, event, forms, target, unit};
use crate::domain::{Day, Snapshot, UnitId};
use crate::text::{Lang, tr};

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
    let mut list = list(at, query.section);
    let search = query.search.trim().to_lowercase();
    if let Some(list) = list.as_mut().filter(|_| !search.is_empty()) {
        let holds = |row: &ListRow| {
            let chip = row.chip.as_ref().map_or("", |it| it.text.as_str());
            format!("{} {} {chip}", row.title, row.detail).to_lowercase().contains(&search)
        };
        list.rows.retain(holds);
        list.empty = tr(query.lang, "register-search-nothing");
    }
    RegisterModel {
        sections: Section::labelled(query.lang),
        list,
        places: (query.section == Section::Episodes).then(|| places(at, &query.places, &search)),
        detail: query.chosen.and_then(|it| detail(at, it)),
        form: query.subject.and_then(|it| forms::form(at, it)),
    }
}

/// The list of a section; `None` where there is only a form.
pub fn list(at: RegisterContext<'_>, section: Section) -> Option<ListModel> {
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
pub fn detail(at: RegisterContext<'_>, item: Item) -> Option<DetailModel> {
    match item {
        Item::Unit(id) => unit::detail(at, id),
        Item::Caseworker(id) => caseworker::detail(at, id),
        Item::Episode(_) | Item::Target(_) | Item::Event(_) | Item::Committee(_) => None,
    }
}
