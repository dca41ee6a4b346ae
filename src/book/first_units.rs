//! A new book with the three units that most departments start with; all of them can be changed.

use std::path::Path;

use super::{Author, Book, BookError, Circumstances, Command};
use crate::domain::{CaseReporting, CountingUnit, Month, Unit, UnitName, WaitingList};

/// What the units are called: the department, its family house and its early help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstNames {
    pub department: String,
    pub family_house: String,
    pub early_help: String,
}

/// Makes a book with the first units; with no names, an empty one.
pub fn create_first(
    path: &Path,
    names: Option<FirstNames>,
    author: &Author,
) -> Result<Book, BookError> {
    let units = names.map(units).unwrap_or_default();
    Book::create_with(path, |book| {
        book.run(Command::AddUnits(units), author, Circumstances::default()).map(drop)
    })
}

fn units(names: FirstNames) -> Vec<Unit> {
    let from = Month::january(2010);
    let unit = |code: &str, name: String, counts, case_reporting, waiting_list| Unit {
        code: code.to_owned(),
        counts,
        case_reporting,
        waiting_list,
        names: vec![UnitName { name, from, to: None }],
    };
    let (child, family) = (CountingUnit::Child, CountingUnit::Family);
    let (by_caseworker, by_unit) = (CaseReporting::ByCaseworker, CaseReporting::ByUnit);
    let list = WaitingList::Kept { register_from: None, register_through: None };
    vec![
        unit("BFA", names.department, child, by_caseworker, WaitingList::None),
        unit("FH", names.family_house, family, by_unit, list),
        unit("FTI", names.early_help, family, by_unit, list),
    ]
}
