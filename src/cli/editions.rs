//! `editions`: what has been issued of a half-year, what differs between two of them, and the stored files given back.

use std::io::Write as _;

use serde_json::{Value, json};

use super::failure::Failure;
use super::issue::{change_line, code};
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::{Book, Circumstances, Command, SharedCommand};
use crate::domain::{Edition, EditionId, HalfYear};
use crate::export::{Form, is_stored_as};
use crate::report::{differences, editions_of};
use crate::text::{Lang, dates, tr_with};

impl Session {
    pub(super) fn editions(&self) -> Outcome {
        let half = self.half()?;
        let mut book = self.open()?;
        let only_withdrawn = ["reason", "wait", "take-over"];
        if !self.given.has("withdraw") {
            self.without_effect(&only_withdrawn, "usage-only-withdraw")?;
        }
        if let Some(number) = self.number("diff")? {
            self.without_effect(&["withdraw"], "usage-diff-or-withdraw")?;
            return self.diff(&book, half, number);
        }
        self.no_names()?;
        if let Some(number) = self.number("withdraw")? {
            return self.withdraw(&mut book, half, number);
        }
        let editions = self.listed(&book, half)?;
        let lang = self.lang_of(book.snapshot());
        if self.given.has("json") {
            let all = editions.iter().map(|it| Self::edition_json(&book, &it.1));
            terminal::print_json(&all.collect());
            return Ok(Next::Done);
        }
        if editions.is_empty() {
            return Ok(self.done("cli-no-editions", &[]));
        }
        for (_, edition) in &editions {
            terminal::print(&format!("{}\n", edition_line(lang, &book, edition)));
        }
        Ok(Next::Done)
    }

    /// Those of the committee that is asked for, or of every committee.
    fn listed(&self, book: &Book, half: HalfYear) -> Result<Vec<(EditionId, Edition)>, Failure> {
        let snapshot = book.snapshot();
        let wanted = self.committee(snapshot)?.map(|it| it.0);
        let all = snapshot.shared.editions.iter();
        let of_half = all.filter(|it| it.1.half_year == half);
        let own = of_half.filter(|it| wanted.is_none_or(|wanted| wanted == it.1.committee));
        Ok(own.map(|it| (*it.0, it.1.clone())).collect())
    }

    fn numbered(
        &self,
        book: &Book,
        half: HalfYear,
        number: u64,
    ) -> Result<(EditionId, Edition), Failure> {
        let missing = || self.usage("usage-missing", "--committee");
        let (committee, _) = self.committee(book.snapshot())?.ok_or_else(missing)?;
        let mut all = editions_of(book.snapshot(), half, committee);
        let found = all.find(|it| u64::from(it.1.number) == number);
        let found = found.map(|it| (it.0, it.1.clone()));
        found.ok_or_else(|| self.usage("usage-no-edition", &number.to_string()))
    }

    /// `--diff 1 2`: the second number stands alone.
    fn diff(&self, book: &Book, half: HalfYear, first: u64) -> Outcome {
        let second = match self.given.names.as_slice() {
            [name] => name.to_string_lossy().into_owned(),
            _ => return Err(self.usage("usage-diff", &first.to_string())),
        };
        let number = second.parse().ok().ok_or_else(|| self.usage("usage-number", &second))?;
        let (old, new) = (self.numbered(book, half, first)?, self.numbered(book, half, number)?);
        let found = differences((old.0, &old.1), (new.0, &new.1))
            .map_err(|error| self.edition_unreadable(error, book.path()))?;
        let (snapshot, lang) = (book.snapshot(), self.lang_of(book.snapshot()));
        if self.given.has("json") {
            let all = found.iter().map(|it| {
                json!({
                    "unit": code(snapshot, it.unit), "half_year": it.half.to_string(),
                    "key": it.key.name(), "old": it.old.text, "new": it.new.text,
                })
            });
            terminal::print_json(&all.collect());
            return Ok(Next::Done);
        }
        if found.is_empty() {
            return Ok(self.done("cli-no-differences", &[]));
        }
        for it in &found {
            let unit = code(snapshot, it.unit);
            let line = change_line(lang, (&unit, it.half), it.key, [&it.old, &it.new]);
            terminal::print(&format!("{line}\n"));
        }
        Ok(Next::Done)
    }

    /// It stays in the book, and its number is not used again.
    fn withdraw(&self, book: &mut Book, half: HalfYear, number: u64) -> Outcome {
        let reason = self.text("reason")?.ok_or_else(|| self.usage("usage-missing", "--reason"))?;
        let (id, _) = self.numbered(book, half, number)?;
        let command = SharedCommand::WithdrawEdition { id, reason: reason.to_owned() };
        let path = book.path().to_owned();
        book.run(Command::Shared(command), &self.author, Circumstances::default())
            .map_err(|error| Failure::book(self.lang, &error, &path))?;
        Ok(self.done("cli-withdrawn", &[("number", number.to_string().into())]))
    }

    /// `overview --edition N`: what was issued, byte for byte.
    pub(super) fn stored_overview(&self, number: u64) -> Outcome {
        let half = self.half()?;
        let book = self.open()?;
        let (id, edition) = self.numbered(&book, half, number)?;
        let format = self.figures_format()?;
        let extension = if format == "text" { "txt" } else { format };
        let form =
            Form::from_extension(extension).ok_or_else(|| self.usage("usage-format", format))?;
        let file = edition.files.iter().find(|it| is_stored_as(&it.name, form));
        let name = file.map(|it| it.name.as_str()).unwrap_or_default();
        let bytes = book.edition_file(id, name).map_err(|error| self.store(&error, book.path()))?;
        let bytes = bytes.ok_or_else(|| self.usage("usage-no-edition-file", format))?;
        if let Some(path) = self.given.path("out") {
            return self.write_file(&path, &bytes);
        }
        if !matches!(form, Form::Csv | Form::Json | Form::Text | Form::Html) {
            return Err(self.usage("usage-missing", "--out"));
        }
        let _gone = std::io::stdout().lock().write_all(&bytes);
        Ok(Next::Done)
    }

    fn edition_json(book: &Book, it: &Edition) -> Value {
        let files = it
            .files
            .iter()
            .map(|it| json!({ "name": it.name, "media_type": it.media_type, "bytes": it.length }));
        json!({
            "half_year": it.half_year.to_string(),
            "committee": committee_code(book, it),
            "number": it.number,
            "issued_at": dates::moment_iso(it.issued_at),
            "issued_by": it.issued_by,
            "meeting": it.meeting.to_string(),
            "case_number": it.case_number,
            "files": files.collect::<Vec<_>>(),
            "withdrawn": it.withdrawn,
        })
    }
}

fn committee_code(book: &Book, it: &Edition) -> String {
    let found = book.snapshot().shared.committees.get(&it.committee);
    found.map_or_else(|| it.committee.0.to_string(), |it| it.code.clone())
}

/// "2  SB  udsendt 22. nov. 2026 10.42 af mha · møde 12. oktober 2026 · sag 22/6043"
fn edition_line(lang: Lang, book: &Book, it: &Edition) -> String {
    let args = [
        ("number", it.number.to_string().into()),
        ("committee", committee_code(book, it).into()),
        ("at", dates::moment(lang, it.issued_at).into()),
        ("by", it.issued_by.as_str().into()),
        ("meeting", dates::long(lang, it.meeting).into()),
        ("case", it.case_number.as_str().into()),
    ];
    let line = tr_with(lang, "cli-edition", &args);
    match &it.withdrawn {
        Some(reason) => {
            let args = [("reason", reason.as_str().into())];
            format!("{line} · {}", tr_with(lang, "cli-edition-withdrawn", &args))
        }
        None => line,
    }
}
