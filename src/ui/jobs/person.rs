//! A person's own data on the writer thread: read from the log, written whole.

use std::path::PathBuf;

use super::{OpenBook, Outcome};
use crate::book::BookError;
use crate::domain::CaseworkerId;
use crate::export::{person_csv, write_whole};
use crate::text::Lang;

pub fn disclose(book: Option<&OpenBook>, id: CaseworkerId, path: PathBuf, lang: Lang) -> Outcome {
    let Some(book) = book else {
        return Outcome::Nothing;
    };
    let data = match book.personal_data(id) {
        Ok(found) => found,
        Err(error) => return Outcome::Failed { error, path: book.path() },
    };
    let known = data.person.identities.iter().next_back();
    let known = known.and_then(|it| data.snapshot.identity(*it));
    let initials = known.map(|it| it.initials.clone());
    let written = person_csv(&data, lang).and_then(|bytes| write_whole(&path, &bytes));
    match written {
        Ok(()) => Outcome::Disclosed { initials: initials.unwrap_or_default(), path },
        Err(error) => Outcome::Failed { error: BookError::NotSaved(error.into()), path },
    }
}
