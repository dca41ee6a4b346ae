//! One run of the command line: what was asked, in which language, by whom.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::failure::Failure;
use super::given::{Given, Unclear};
use super::{Next, WindowRequest};
use crate::book::{Author, Book, Patience, TakeOver, clock};
use crate::domain::{SettingKey, Snapshot, Source, UnitData};
use crate::storage::StoreError;
use crate::text::{ErrorCode, Lang, Message, tr_with};

/// Seconds a save waits for somebody else, unless told otherwise.
const WAIT: f64 = 5.0;

pub struct Session {
    pub given: Given,
    /// As asked for; the book's own language where nothing was asked.
    pub lang: Lang,
    pub lang_given: Option<Lang>,
    pub author: Author,
}

impl Session {
    pub fn new(given: Given) -> Result<Self, Failure> {
        let lang_given = match given.text("lang") {
            Ok(Some(code)) => match Lang::parse(code) {
                Some(lang) => Some(lang),
                None => return Err(Failure::usage(Lang::Da, "usage-language", code)),
            },
            Ok(None) => None,
            Err(unclear) => return Err(Failure::unclear(Lang::Da, &unclear)),
        };
        let author = clock::author(Source::CommandLine);
        Ok(Self { given, lang: lang_given.unwrap_or_default(), lang_given, author })
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

    /// An option's value as text.
    pub fn text(&self, option: &str) -> Result<Option<&str>, Failure> {
        self.given.text(option).map_err(|it| self.unclear(&it))
    }

    /// An option's value as a whole number.
    pub fn number(&self, option: &str) -> Result<Option<u64>, Failure> {
        let Some(text) = self.text(option)? else {
            return Ok(None);
        };
        text.parse().ok().map(Some).ok_or_else(|| self.usage("usage-number", text))
    }

    /// The book file: `--db`, else the first name.
    pub fn db(&self) -> Result<PathBuf, Failure> {
        self.given.path("db").ok_or_else(|| self.usage("usage-missing", "--db"))
    }

    /// The one name a verb works on.
    pub fn only_name(&self) -> Result<PathBuf, Failure> {
        match self.given.names.as_slice() {
            [name] => Ok(PathBuf::from(name)),
            [] => Err(self.usage("usage-name-missing", &self.given.verb)),
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
        let seconds = match self.text("wait")? {
            Some(text) => {
                let seconds: Option<f64> =
                    text.parse().ok().filter(|it| (0.0..=3600.0).contains(it));
                seconds.ok_or_else(|| self.usage("usage-wait", text))?
            }
            None => WAIT,
        };
        let take_over =
            if self.given.has("take-over") { TakeOver::AfterSilence } else { TakeOver::Never };
        Ok(Patience { wait: Duration::from_secs_f64(seconds), take_over, ..Patience::default() })
    }

    /// The unit with this code.
    pub fn unit<'a>(&self, snapshot: &'a Snapshot, code: &str) -> Result<&'a UnitData, Failure> {
        snapshot.unit_by_code(code).ok_or_else(|| {
            let codes: Vec<&str> = snapshot.units().map(|it| it.unit.code.as_str()).collect();
            let args = [("code", code.into()), ("codes", codes.join(", ").into())];
            Failure::new(ErrorCode::Refused, Message::of(self.lang, "cli-unknown-unit", &args))
                .at(code)
        })
    }

    pub fn window_request(&self, file: Option<PathBuf>) -> Result<WindowRequest, Failure> {
        let size = match self.text("size")? {
            Some(text) => {
                let parts = text
                    .split_once('x')
                    .and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
                Some(parts.ok_or_else(|| self.usage("usage-size", text))?)
            }
            None => None,
        };
        Ok(WindowRequest {
            file,
            page: self.text("page")?.map(str::to_owned),
            theme: self.text("theme")?.map(str::to_owned),
            lang: self.lang_given,
            size,
        })
    }

    pub fn no_display(&self, why: &str) -> Failure {
        let message = Message::of(self.lang, "cli-no-display", &[("why", why.into())]);
        Failure::new(ErrorCode::NoDisplay, message)
    }

    /// Done, after these words.
    pub fn done(&self, key: &str, args: &[(&str, crate::text::Arg<'_>)]) -> Next {
        super::terminal::say(&tr_with(self.lang, key, args));
        Next::Done
    }
}
