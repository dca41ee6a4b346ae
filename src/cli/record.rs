//! `record`: typed figures from a command line, or one save a line from standard input.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, Write as _};

use super::failure::{Failure, nothing_saved};
use super::given::Given;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::{Book, BookError, Cell, Circumstances, Command, clock};
use crate::domain::{
    CaseCount, CaseworkerId, Entry, Month, Snapshot, Split, UnitData, UnitField, check_note,
};
use crate::text::{ErrorCode, Lang, Message, errors, parse, tr_with};

/// One save, as the words of a line.
struct Words {
    unit: String,
    month: String,
    caseworker: Option<String>,
    /// `cases=41`; nothing after the sign takes the figure away.
    figures: Vec<(String, String)>,
    reason: Option<String>,
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
        if saved.is_some() {
            acks.after(1);
        }
        self.tell(&book, &words, saved.as_ref());
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
            if self.save(&mut book, &words).map_err(place)?.is_some() {
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

    fn save(&self, book: &mut Book, words: &Words) -> Result<Option<Entry>, Failure> {
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
        let cells = self.cells(book.snapshot(), words)?;
        let circumstances = Circumstances { reason, ..Circumstances::default() };
        book.run(Command::SetCells(cells), &author, circumstances).map_err(|error| refused(&error))
    }

    fn cells(&self, snapshot: &Snapshot, words: &Words) -> Result<Vec<Cell>, Failure> {
        let data = self.unit(snapshot, &words.unit)?;
        let month = Month::parse_iso(&words.month).ok_or_else(|| {
            let message =
                Message::of(self.lang, "cli-not-a-month", &[("text", (&words.month).into())]);
            Failure::new(ErrorCode::Refused, message).at("--month")
        })?;
        match &words.caseworker {
            Some(initials) => {
                let caseworker = self.caseworker(snapshot, data, month, initials)?;
                let before = data.cases(month, caseworker);
                let count = self.case_count(&words.figures, before)?;
                Ok(vec![Cell::Cases { unit: data.id, month, caseworker, count }])
            }
            None => words
                .figures
                .iter()
                .map(|(key, value)| self.figure(data, month, key, value))
                .collect(),
        }
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

    /// `cases=` with nothing removes the count; the split is given whole or not at all.
    fn case_count(
        &self,
        figures: &[(String, String)],
        before: Option<CaseCount>,
    ) -> Result<Option<CaseCount>, Failure> {
        let mut cases = before.map(|it| it.cases);
        let mut parts = [None; 3];
        for (key, value) in figures {
            let number = self.whole(key, value)?;
            let number = match number.map(u32::try_from) {
                None => None,
                Some(Ok(number)) => Some(number),
                Some(Err(_)) => {
                    return Err(self.negative(UnitField::Cases, value).at(key.as_str()));
                }
            };
            let place = ["simple", "complex", "very_complex"].iter().position(|it| it == key);
            match place.and_then(|at| parts.get_mut(at)) {
                Some(part) => *part = number,
                None if key == "cases" => cases = number,
                None => return Err(self.usage("usage-figure", key)),
            }
        }
        let split = match parts {
            [Some(simple), Some(complex), Some(very_complex)] => {
                Some(Split { simple, complex, very_complex })
            }
            [None, None, None] => None,
            _ => return Err(self.usage("usage-split", "simple= complex= very_complex=")),
        };
        Ok(cases.map(|cases| CaseCount { cases, split }))
    }

    fn figure(
        &self,
        data: &UnitData,
        month: Month,
        key: &str,
        value: &str,
    ) -> Result<Cell, Failure> {
        let field = UnitField::from_key(key).ok_or_else(|| self.usage("usage-figure", key))?;
        let value = if field.has_decimals() {
            let number =
                parse::number(value).map_err(|error| self.not_a_number(key, value, error))?;
            number.map(|it| it.0)
        } else {
            self.whole(key, value)?
        };
        Ok(Cell::Figure { unit: data.id, month, field, value })
    }

    fn whole(&self, key: &str, value: &str) -> Result<Option<i64>, Failure> {
        parse::whole(value).map_err(|error| self.not_a_number(key, value, error))
    }

    fn not_a_number(&self, key: &str, value: &str, error: parse::NumberError) -> Failure {
        let args = [("value", value.into()), ("why", error.words(self.lang).into())];
        Failure::new(ErrorCode::Refused, Message::of(self.lang, "cli-not-a-number", &args)).at(key)
    }

    fn negative(&self, field: UnitField, value: &str) -> Failure {
        let args =
            [("field", errors::field_name(self.lang, field).into()), ("value", value.into())];
        let why = tr_with(self.lang, "refusal-negative", &args);
        Failure::new(ErrorCode::Refused, nothing_saved(self.lang, &why))
    }

    fn tell(&self, book: &Book, words: &Words, saved: Option<&Entry>) {
        let lang: Lang = self.lang_of(book.snapshot());
        let key = if saved.is_some() { "cli-saved" } else { "cli-unchanged" };
        let figures: Vec<String> =
            words.figures.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let args = [
            ("unit", (&words.unit).into()),
            ("month", (&words.month).into()),
            ("figures", figures.join(" ").into()),
        ];
        if self.given.has("json") {
            let id = saved.map(|it| it.id.0);
            terminal::print_json(&serde_json::json!({ "saved": saved.is_some(), "entry": id }));
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
