//! `issue`: freezes an edition of a half-year's overview, with the files that are handed out.

use serde_json::json;

use super::failure::Failure;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::{Circumstances, Command, SharedCommand, WrittenFile};
use crate::domain::{HalfYear, Period, Progress, Snapshot};
use crate::export::{DocumentFile, edition_files};
use crate::report::prints::{Prints, Profile};
use crate::report::{
    Author, Cell, Issuing, Request, edition_record, half_year_document, next_edition,
};
use crate::text::{Lang, dates, figures};

impl Session {
    pub(super) fn issue(&self) -> Outcome {
        self.no_names()?;
        let half = self.half()?;
        for option in ["committee", "meeting", "case-number"] {
            if self.text(option)?.is_none() {
                return Err(self.usage("usage-missing", &format!("--{option}")));
            }
        }
        let mut book = self.open()?;
        let path = book.path().to_owned();
        // An older file gets its new tables before anything is composed from it.
        book.prepare(&self.author).map_err(|error| self.store(&error, &path))?;
        let snapshot = std::sync::Arc::clone(book.snapshot());
        let (mut author, prints) = self.composed(&book, half, Profile::Committee)?;
        let missing = |option: &str| self.usage("usage-missing", option);
        let (committee, _) = self.committee(&snapshot)?.ok_or_else(|| missing("--committee"))?;
        let meeting = author.meeting.ok_or_else(|| missing("--meeting"))?;
        author.edition = Some(next_edition(&snapshot, half, committee));
        let issuing =
            Issuing { committee, meeting, at: self.author.now, by: self.author.user.clone() };
        let files = self.files_of(&snapshot, &prints, &author)?;
        let edition = edition_record(&prints, &author, &issuing);
        let number = edition.number;
        let written = files.iter().map(|it| WrittenFile {
            name: it.name.clone(),
            media_type: it.media_type.to_owned(),
            bytes: it.bytes.clone(),
        });
        let command = SharedCommand::Issue { edition: Box::new(edition), files: written.collect() };
        let reason = self.text("reason")?.map(str::to_owned);
        let circumstances = Circumstances { reason, ..Circumstances::default() };
        book.run(Command::Shared(command), &self.author, circumstances)
            .map_err(|error| Failure::book(self.lang, &error, &path))?;
        self.tell_issued(&snapshot, &prints, &author, &files);
        Ok(self.tell_number(half, number))
    }

    fn files_of(
        &self,
        snapshot: &Snapshot,
        prints: &Prints,
        author: &Author,
    ) -> Result<Vec<DocumentFile>, Failure> {
        let today = self.author.today;
        let document = half_year_document(Request { snapshot, prints, author, today });
        self.tell_missing_letters(&document);
        edition_files(&document, snapshot, prints, &Progress::default())
            .map_err(|error| self.unwritten(&error))
    }

    /// What was left out and what has changed, for the author.
    fn tell_issued(
        &self,
        snapshot: &Snapshot,
        prints: &Prints,
        author: &Author,
        files: &[DocumentFile],
    ) {
        let lang = prints.display.lang;
        let left_out = prints.left_out(snapshot);
        let left_out: Vec<String> =
            left_out.iter().map(|it| it.words(lang, prints.threshold)).collect();
        let revisions = author.revisions.as_deref().unwrap_or_default();
        if !self.given.has("json") {
            self.tell_left_out(&left_out);
            for it in revisions {
                let unit = code(snapshot, it.unit);
                terminal::say(&change_line(lang, (&unit, it.half), it.key, [&it.old, &it.new]));
            }
            return;
        }
        let revisions = revisions.iter().map(|it| {
            json!({
                "unit": code(snapshot, it.unit), "half_year": it.half.to_string(), "key": it.key.name(),
                "old": it.old.text, "new": it.new.text, "why": it.why,
            })
        });
        let files = files.iter().map(|it| json!({ "name": it.name, "bytes": it.bytes.len() }));
        terminal::print_json(&json!({
            "half_year": prints.half.to_string(),
            "number": author.edition.as_ref().map(|it| it.number),
            "issued_at": dates::moment_iso(self.author.now),
            "issued_by": self.author.user,
            "files": files.collect::<Vec<_>>(),
            "left_out": left_out,
            "revisions": revisions.collect::<Vec<_>>(),
        }));
    }

    fn tell_number(&self, half: HalfYear, number: u32) -> Next {
        if !self.given.has("json") {
            terminal::print(&format!("{number}\n"));
        }
        let half = dates::period(self.lang, Period::HalfYear(half));
        let args = [("number", number.to_string().into()), ("half", half.into())];
        self.done("cli-issued", &args)
    }

    /// The half-year that is asked for.
    pub(super) fn half(&self) -> Result<HalfYear, Failure> {
        let text = self.text("half")?.ok_or_else(|| self.usage("usage-missing", "--half"))?;
        HalfYear::parse(text).ok_or_else(|| self.usage("usage-period", text).at("--half"))
    }
}

pub(super) fn code(snapshot: &Snapshot, unit: crate::domain::UnitId) -> String {
    snapshot.unit(unit).map_or_else(|| unit.0.to_string(), |it| it.unit.code.clone())
}

/// "BFA, 2. halvår 2025, Sagsantal ultimo: 464 → 460"
pub(super) fn change_line(
    lang: Lang,
    (unit, half): (&str, HalfYear),
    key: crate::measure::Key,
    cells: [&Cell; 2],
) -> String {
    let period = dates::period(lang, Period::HalfYear(half));
    let [old, new] = cells.map(|it| it.text_in(lang));
    format!("{unit}, {period}, {}: {old} → {new}", figures::label(lang, key))
}
