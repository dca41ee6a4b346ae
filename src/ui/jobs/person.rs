//! A person's own data on the writer thread: read from the log, written whole.

use std::path::PathBuf;

use super::open_book::OpenBook;
use super::request::Outcome;
use crate::book::BookError;
use crate::domain::CaseworkerId;
use crate::export::{person_csv, write_whole};
use crate::text::Lang;

pub fn disclose(
    book: &OpenBook,
    id: CaseworkerId,
    path: PathBuf,
    lang: Lang,
) -> Result<Outcome, BookError> {
    let data = book.personal_data(id)?;
    let known = data.person.identities.iter().next_back();
    let known = known.and_then(|it| data.snapshot.identity(*it));
    let initials = known.map(|it| it.initials.clone());
    let written = person_csv(&data, lang).and_then(|bytes| write_whole(&path, &bytes));
    Ok(match written {
        Ok(()) => Outcome::Disclosed { initials: initials.unwrap_or_default(), path },
        Err(error) => Outcome::Failed { error: BookError::NotSaved(error.into()), path },
    })
}
