//! Master data: what each section lists, what one thing in it is made of, and the forms that change it.

mod caseworker;
mod caseworker_forms;
mod committee;
mod episode;
mod event;
mod form;
mod form_spec;
mod forms;
mod model;
mod page;
mod places;
mod settings;
mod subject;
mod target;
#[cfg(test)]
mod tests;
mod timeline;
mod unit;
mod unit_forms;
mod words;

pub use self::form::{Field, FieldKind, FieldName, Form, Problems, Suggestion, Values, YES};
pub use self::form_spec::FormRequest;
pub use self::forms::{field_of, form, made, read};
pub use self::model::{
    DetailModel, DetailPart, FormLink, ListModel, ListRow, PartRow, RegisterContext, RowCommand,
    Section,
};
pub use self::page::{RegisterModel, RegisterQuery, register_model};
pub use self::places::{PlaceColumn, PlaceRow, PlacesModel, PlacesView, SortOrder};
pub use self::subject::{Item, Subject};
pub use self::timeline::{Bar, BarTone, Timeline};
