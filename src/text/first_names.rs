//! What the first units of a new book are called.

use super::{Lang, tr};
use crate::book::FirstNames;

pub fn first_names(lang: Lang) -> FirstNames {
    FirstNames {
        department: tr(lang, "unit-bfa"),
        family_house: tr(lang, "unit-fh"),
        early_help: tr(lang, "unit-fti"),
    }
}
