//! `record`: typed figures from a command line, or one save a line from standard input.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, Write as _};

use super::failure::{Failure, nothing_saved};
use super::given::Given;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::{Book, BookError, Circumstances, clock};
use crate::domain::{
    CaseworkerId, CellKey, Complexity, Counted, Entry, Month, Snapshot, UnitData, UnitField,
    check_note,
};
use crate::text::{ErrorCode, Lang, Message, dates, errors, parse, tr_with};
use crate::view::entry::{Edit, Problem, command, splits_lost};

/// One save, as the words of a line.
struct Words {
    unit: String,
    month: String,
    caseworker: Option<String>,
    /// `cases=41`; nothing after the sign takes the figure away.
    figures: Vec<(String, String)>,
    reason: Option<String>,
}

/// What came of a line.
struct Saved {
    entry: Option<Entry>,
    /// Parts by complexity went with a new total.
    lost_split: bool,
}

impl Session {
    pub(super) fn record(&self) -> Outcome {
        if self.given.names.first().is_some_and(|it| it == "-") {
            return self.record_lines();
        }
        let mut book = self.open()?;
        let words = self.words(&self.given)?;
        let mut acks = self.acks()?;
        let saved = self.save(&mut book, &words)?;
        if saved.entry.is_some() {
            acks.after(1);
        }
        self.tell(&book, &words, &saved);
        Ok(Next::Done)
    }

    fn record_lines(&self) -> Outcome {
        let mut book = self.open()?;
        let mut acks = self.acks()?;
        let (mut saved, mut number) = (0_u64, 0_u64);
        for line in std::io::stdin().lock().lines() {
            number += 1;
            let place = |failure: Failure| {
                failure.at(tr_with(self.lang, "cli-line", &[("n", number.to_string().into())]))
            };
            let line = line
                .map_err(|error| place(self.usage("usage-value-not-text", &error.to_string())))?;
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let words = self.line_words(&line).map_err(place)?;
            if self.save(&mut book, &words).map_err(place)?.entry.is_some() {
                saved += 1;
                acks.after(saved);
            }
            book.make_room();
        }
        if self.given.has("json") {
            terminal::print_json(
                &serde_json::json!({ "saved": saved, "entries": book.snapshot().revision.0 }),
            );
        }
        Ok(self.done("cli-saved-lines", &[("n", saved.to_string().into())]))
    }

    fn line_words(&self, line: &str) -> Result<Words, Failure> {
        let parts = shlex::split(line).ok_or_else(|| self.usage("usage-quotes", line))?;
        let parts = std::iter::once("record".to_owned()).chain(parts).map(Into::into);
        let given = Given::split(parts).map_err(|it| self.unclear(&it))?;
        self.words(&given)
    }

    fn words(&self, given: &Given) -> Result<Words, Failure> {
        let text = |option: &str| {
            given.text(option).map_err(|it| self.unclear(&it)).map(|it| it.map(str::to_owned))
        };
        let needed = |option: &str| {
            text(option)?.ok_or_else(|| self.usage("usage-missing", &format!("--{option}")))
        };
        let mut figures = Vec::new();
        for name in &given.names {
            let word = name.to_string_lossy();
            let (key, value) =
                word.split_once('=').ok_or_else(|| self.usage("usage-figure", &word))?;
            figures.push((key.to_owned(), value.to_owned()));
        }
        if figures.is_empty() {
            return Err(self.usage("usage-no-figures", "cases=41"));
        }
        Ok(Words {
            unit: needed("unit")?,
            month: needed("month")?,
            caseworker: text("caseworker")?,
            figures,
            reason: text("reason")?,
        })
    }

    fn save(&self, book: &mut Book, words: &Words) -> Result<Saved, Failure> {
        let lang = self.lang_of(book.snapshot());
        let path = book.path().to_owned();
        let refused = |error: &BookError| Failure::book(lang, error, &path);
        let reason = match words.reason.as_deref().map(check_note).transpose() {
            Ok(reason) => reason.map(std::borrow::Cow::into_owned),
            Err(error) => {
                let why = nothing_saved(lang, &errors::wording(lang, error));
                return Err(Failure::new(ErrorCode::Refused, why).at("--reason"));
            }
        };
        // Others may have saved: what is understood must be understood of the newest book.
        let author = clock::later(&self.author);
        book.prepare(&author).map_err(|error| refused(&error.into()))?;
        let data = self.unit(book.snapshot(), &words.unit)?;
        let edits = self.edits(book.snapshot(), data, words)?;
        let command = command(data, &edits)
            .map_err(|(key, problem)| self.problem(words, &edits, (key, &problem)))?;
        let lost = splits_lost(data, &edits).first().map(|it| self.split_lost(words, it.month));
        let circumstances = Circumstances { reason, ..Circumstances::default() };
        let entry = book.run(command, &author, circumstances).map_err(|error| refused(&error))?;
        if let Some(lost) = &lost {
            terminal::say(lost);
        }
        Ok(Saved { entry, lost_split: lost.is_some() })
    }

    /// Parts by complexity that a new total takes away are named, not dropped in silence.
    fn split_lost(&self, words: &Words, month: Month) -> String {
        let initials = words.caseworker.as_deref().unwrap_or_default();
        let place = format!("{initials} {}", dates::month(self.lang, month));
        tr_with(self.lang, "entry-split-lost", &[("place", place.into()), ("more", 0_usize.into())])
    }

    /// What is wanted in which cell, as the sheet would have it typed.
    fn edits(
        &self,
        snapshot: &Snapshot,
        data: &UnitData,
        words: &Words,
    ) -> Result<Vec<Edit>, Failure> {
        let month = Month::parse_iso(&words.month).ok_or_else(|| {
            let message =
                Message::of(self.lang, "cli-not-a-month", &[("text", (&words.month).into())]);
            Failure::new(ErrorCode::Refused, message).at("--month")
        })?;
        let whose = words.caseworker.as_deref();
        let whose = whose.map(|it| self.caseworker(snapshot, data, month, it)).transpose()?;
        let edit = |(key, text): &(String, String)| {
            let counted = counted(whose, key).ok_or_else(|| self.usage("usage-figure", key))?;
            let number = if counted.has_decimals() {
                parse::number(text).map(|it| it.map(|exact| exact.0))
            } else {
                parse::whole(text)
            };
            let value = number.map_err(|error| self.not_a_number(key, text, error))?;
            Ok((CellKey { unit: data.id, month, counted }, value))
        };
        let edits = words.figures.iter().map(edit).collect::<Result<Vec<Edit>, Failure>>()?;
        let parts = edits.iter().filter(|it| matches!(it.0.counted, Counted::Part(..)));
        if parts.count() % Complexity::ALL.len() != 0 {
            return Err(self.split_incomplete());
        }
        Ok(edits)
    }

    /// Why the sheet would not take it.
    fn problem(
        &self,
        words: &Words,
        edits: &[Edit],
        (cell, problem): (CellKey, &Problem),
    ) -> Failure {
        let Problem::Refusal(refusal) = problem else {
            return self.split_incomplete();
        };
        let named = words.figures.iter().zip(edits).find(|it| it.1.0 == cell);
        let why = errors::refusal(self.lang, refusal);
        let why = nothing_saved(self.lang, &why.text());
        let failure = Failure::new(ErrorCode::Refused, why);
        failure.at(named.map_or("cases", |it| it.0.0.as_str()))
    }

    fn split_incomplete(&self) -> Failure {
        self.usage("usage-split", "simple= complex= very_complex=")
    }

    fn caseworker(
        &self,
        snapshot: &Snapshot,
        data: &UnitData,
        month: Month,
        initials: &str,
    ) -> Result<CaseworkerId, Failure> {
        let named = |id: &CaseworkerId| {
            let identity = data.caseworkers.get(id).and_then(|it| snapshot.identity(it.identity));
            identity.is_some_and(|it| it.initials == initials)
        };
        let mut found: Vec<_> = data.caseworkers.keys().filter(|it| named(it)).collect();
        found.sort_by_key(|id| data.caseworkers.get(id).is_none_or(|it| !it.is_present(month)));
        found.first().map(|it| **it).ok_or_else(|| {
            let args = [("initials", initials.into()), ("unit", (&data.unit.code).into())];
            Failure::new(
                ErrorCode::Refused,
                Message::of(self.lang, "cli-unknown-caseworker", &args),
            )
            .at(initials)
        })
    }

    fn not_a_number(&self, key: &str, value: &str, error: parse::NumberError) -> Failure {
        let args = [("value", value.into()), ("why", error.words(self.lang).into())];
        Failure::new(ErrorCode::Refused, Message::of(self.lang, "cli-not-a-number", &args)).at(key)
    }

    fn tell(&self, book: &Book, words: &Words, saved: &Saved) {
        let lang: Lang = self.lang_of(book.snapshot());
        let key = if saved.entry.is_some() { "cli-saved" } else { "cli-unchanged" };
        let figures: Vec<String> =
            words.figures.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let args = [
            ("unit", (&words.unit).into()),
            ("month", (&words.month).into()),
            ("figures", figures.join(" ").into()),
        ];
        if self.given.has("json") {
            let id = saved.entry.as_ref().map(|it| it.id.0);
            let lost = saved.lost_split;
            let json =
                serde_json::json!({ "saved": id.is_some(), "entry": id, "lost_split": lost });
            terminal::print_json(&json);
        }
        terminal::say(&tr_with(lang, key, &args));
    }

    fn acks(&self) -> Result<Acks, Failure> {
        let Some(path) = self.given.path("ack-file") else {
            return Ok(Acks(None));
        };
        let file = OpenOptions::new().create(true).append(true).open(&path);
        file.map(|it| Acks(Some(it))).map_err(|error| self.disk(error, &path))
    }
}

/// `cases` and its parts are a caseworker's where one is named; else a key is a figure of the unit.
fn counted(whose: Option<CaseworkerId>, key: &str) -> Option<Counted> {
    let Some(id) = whose else {
        return UnitField::from_key(key).map(Counted::Figure);
    };
    if key == "cases" {
        return Some(Counted::Cases(id));
    }
    let part = Complexity::ALL.into_iter().find(|it| it.name().replace('-', "_") == key)?;
    Some(Counted::Part(id, part))
}

/// Where each durable save is acknowledged.
struct Acks(Option<File>);

impl Acks {
    fn after(&mut self, number: u64) {
        if let Some(file) = &mut self.0 {
            // An acknowledgement that cannot be written claims nothing.
            let _unsaid = writeln!(file, "{number}");
        }
    }
}
