//! One run of the command line: what was asked, in which language, by whom.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;

use super::failure::Failure;
use super::given::{Given, Unclear};
use super::outcome::Next;
use super::terminal;
use crate::book::{Author, Book, Patience, TakeOver, clock};
use crate::domain::{SettingKey, Snapshot, Source, UnitData};
use crate::storage::StoreError;
use crate::text::{Arg, ErrorCode, Lang, Message, tr_with};

/// Seconds a save waits for somebody else, unless told otherwise.
const WAIT: f64 = 5.0;

pub struct Session {
    pub verb: &'static str,
    pub given: Given,
    /// As asked for; the book's own language where nothing was asked.
    pub lang: Lang,
    pub lang_given: Option<Lang>,
    pub author: Author,
}

impl Session {
    pub fn new(verb: &'static str, given: Given) -> Result<Self, Failure> {
        let code = given.text("lang").map_err(|unclear| Failure::unclear(Lang::Da, &unclear))?;
        let unknown = |code: &str| Failure::usage(Lang::Da, "usage-language", code);
        let lang_given =
            code.map(|code| Lang::parse(code).ok_or_else(|| unknown(code))).transpose()?;
        let author = clock::author(Source::CommandLine);
        Ok(Self { verb, given, lang: lang_given.unwrap_or_default(), lang_given, author })
    }

    /// The language of a book's words: what was asked for, else the book's setting, else Danish.
    pub fn lang_of(&self, snapshot: &Snapshot) -> Lang {
        let stored = snapshot.settings().get(SettingKey::Language).and_then(Lang::parse);
        self.lang_given.or(stored).unwrap_or_default()
    }

    pub fn unclear(&self, unclear: &Unclear) -> Failure {
        Failure::unclear(self.lang, unclear)
    }

    pub fn usage(&self, key: &str, what: &str) -> Failure {
        Failure::usage(self.lang, key, what)
    }

    pub fn refused(&self, code: ErrorCode, key: &str, args: &[(&str, Arg<'_>)]) -> Failure {
        Failure::new(code, Message::of(self.lang, key, args))
    }

    pub fn has(&self, option: &str) -> bool {
        self.given.has(option)
    }

    pub fn path(&self, option: &str) -> Option<PathBuf> {
        self.given.path(option)
    }

    /// An option's value as text.
    pub fn text(&self, option: &str) -> Result<Option<&str>, Failure> {
        self.given.text(option).map_err(|unclear| self.unclear(&unclear))
    }

    /// The value of an option without which the verb does nothing.
    pub fn needed(&self, option: &str) -> Result<&str, Failure> {
        self.text(option)?.ok_or_else(|| self.missing(option))
    }

    pub fn needed_path(&self, option: &str) -> Result<PathBuf, Failure> {
        self.path(option).ok_or_else(|| self.missing(option))
    }

    pub fn missing(&self, option: &str) -> Failure {
        self.usage("usage-missing", &format!("--{option}"))
    }

    /// An option's value once it is understood; `key` names the sentence for one that is not.
    pub fn read<T>(
        &self,
        option: &str,
        key: &str,
        understand: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Failure> {
        let Some(text) = self.text(option)? else { return Ok(None) };
        understand(text).map(Some).ok_or_else(|| self.usage(key, text))
    }

    /// An option's value as a whole number.
    pub fn number(&self, option: &str) -> Result<Option<u64>, Failure> {
        self.read(option, "usage-number", |it| it.parse().ok())
    }

    /// The book's file.
    pub fn db(&self) -> Result<PathBuf, Failure> {
        self.needed_path("db")
    }

    /// The one name a verb works on.
    pub fn only_name(&self) -> Result<PathBuf, Failure> {
        match self.given.names.as_slice() {
            [name] => Ok(PathBuf::from(name)),
            [] => Err(self.usage("usage-name-missing", self.verb)),
            [_, second, ..] => Err(self.surplus(second)),
        }
    }

    pub fn no_names(&self) -> Result<(), Failure> {
        match self.given.names.first() {
            Some(name) => Err(self.surplus(name)),
            None => Ok(()),
        }
    }

    fn surplus(&self, name: &OsStr) -> Failure {
        self.usage("usage-surplus", &name.to_string_lossy())
    }

    pub fn open(&self) -> Result<Book, Failure> {
        let path = self.db()?;
        let mut book = Book::open(&path).map_err(|error| self.store(&error, &path))?;
        book.set_patience(self.patience()?);
        Ok(book)
    }

    pub fn store(&self, error: &StoreError, path: &Path) -> Failure {
        Failure::store(self.lang, error, path)
    }

    /// The system could not read or write this file.
    pub fn disk(&self, error: std::io::Error, path: &Path) -> Failure {
        self.store(&StoreError::from(error).at(path), path)
    }

    pub fn patience(&self) -> Result<Patience, Failure> {
        let seconds = |text: &str| text.parse().ok().filter(|it| (0.0..=3600.0).contains(it));
        let seconds = self.read("wait", "usage-wait", seconds)?.unwrap_or(WAIT);
        let take_over =
            if self.has("take-over") { TakeOver::AfterSilence } else { TakeOver::Never };
        Ok(Patience { wait: Duration::from_secs_f64(seconds), take_over, ..Patience::default() })
    }

    /// The unit with this code.
    pub fn unit<'a>(&self, snapshot: &'a Snapshot, code: &str) -> Result<&'a UnitData, Failure> {
        snapshot.unit_by_code(code).ok_or_else(|| {
            let codes: Vec<&str> = snapshot.units().map(|it| it.unit.code.as_str()).collect();
            let args = [("code", code.into()), ("codes", codes.join(", ").into())];
            self.refused(ErrorCode::Refused, "cli-unknown-unit", &args).at(code)
        })
    }

    /// Facts for a program, where they are asked for.
    pub fn tell(&self, facts: impl FnOnce() -> Value) {
        if self.has("json") {
            terminal::print_json(&facts());
        }
    }

    /// Done, after these words.
    pub fn done(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Next {
        terminal::say(&tr_with(self.lang, key, args));
        Next::Done
    }
}
