//! The page of an import: what was recognised, how it will be understood, and what would become of everything.

mod choices;
mod model;
mod view;

pub use self::model::{ColumnChoice, Consent, ImportModel, SentenceList, Storable, import_model};
pub use self::view::ImportView;
