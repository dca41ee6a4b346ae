//! Sentences for everything that can stand in the way, and the stable code that goes with each.

use std::path::Path;

use super::{Arg, Lang, Message, dates, tr, tr_with};
use crate::book::{BookError, Occasion, Refusal};
use crate::domain::{Barred, Day, Month, UnitField, WordingError};
use crate::storage::{Holder, StoreError, Strange};

/// A stable name for scripts and for support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorCode {
    Usage,
    Refused,
    ImportRefused,
    Exists,
    Held,
    ReadOnly,
    Foreign,
    Newer,
    Damaged,
    NotFound,
    Gone,
    DiskFull,
    Disk,
    NoDisplay,
}

impl ErrorCode {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Usage => "BRUG",
            Self::Refused => "AFVIST",
            Self::ImportRefused => "IMPORT-AFVIST",
            Self::Exists => "FINDES",
            Self::Held => "LAAST-AF",
            Self::ReadOnly => "SKRIVEBESKYTTET",
            Self::Foreign => "FREMMED-FIL",
            Self::Newer => "NYERE-VERSION",
            Self::Damaged => "BESKADIGET",
            Self::NotFound | Self::Gone => "FIL-VAEK",
            Self::DiskFull => "DISK-FULD",
            Self::Disk => "DISK-FEJL",
            Self::NoDisplay => "INGEN-SKAERM",
        }
    }

    /// The exit code of the command line.
    pub const fn exit(self) -> u8 {
        match self {
            Self::Usage => 2,
            Self::Refused | Self::ImportRefused | Self::Exists => 3,
            Self::Held | Self::ReadOnly => 4,
            Self::Foreign | Self::Newer | Self::Damaged => 5,
            Self::NotFound | Self::Gone | Self::DiskFull | Self::Disk | Self::NoDisplay => 6,
        }
    }
}

/// What went wrong, with its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorText {
    pub code: ErrorCode,
    pub message: Message,
}

impl ErrorText {
    /// Without the code.
    pub fn text(&self) -> String {
        self.message.text()
    }
}

/// `path` names the file where the error does not.
pub fn book_error(lang: Lang, error: &BookError, path: &Path) -> ErrorText {
    match error {
        BookError::Refused(rule) => {
            ErrorText { code: ErrorCode::Refused, message: refusal(lang, rule) }
        }
        BookError::NotSaved(error) => store_error(lang, error, path),
        BookError::NotBackedUp { occasion, folder, source } => {
            let Some(cause) = cause(source) else { return store_error(lang, source, path) };
            let key = match occasion {
                Occasion::Import => "error-not-backed-up",
                Occasion::Day => "error-no-daily-backup",
            };
            let args = [("folder", shown(folder)), ("cause", tr(lang, cause).into())];
            let code = store_error(lang, source, folder).code;
            ErrorText { code, message: Message::of(lang, key, &args) }
        }
    }
}

/// Why there is no backup; `None` where it is the book itself that is wrong.
const fn cause(why: &StoreError) -> Option<&'static str> {
    match why {
        StoreError::Damaged(_) | StoreError::Strange(_) => None,
        StoreError::DiskFull => Some("error-cause-full"),
        StoreError::ReadOnly(_) => Some("error-cause-read-only"),
        StoreError::NotFound(_)
        | StoreError::NoFolder(_)
        | StoreError::Exists(_)
        | StoreError::Newer { .. }
        | StoreError::Held(_)
        | StoreError::Changed
        | StoreError::Gone(_)
        | StoreError::Disk(_)
        | StoreError::Database(_) => Some("error-cause-folder"),
    }
}

/// The system could not read or write the file.
pub fn io_error(lang: Lang, error: std::io::Error, path: &Path) -> ErrorText {
    store_error(lang, &StoreError::from(error).at(path), path)
}

/// `path` names the file where the error does not.
pub fn store_error(lang: Lang, error: &StoreError, path: &Path) -> ErrorText {
    let known = |it: &'_ Path| if it.as_os_str().is_empty() { shown(path) } else { shown(it) };
    let of_path = |code, key| (code, key, vec![("path", shown(path))]);
    let text = |it: &dyn std::fmt::Display| Arg::from(it.to_string());
    let (code, key, args) = match error {
        StoreError::NotFound(file) => {
            (ErrorCode::NotFound, "error-not-found", vec![("path", known(file))])
        }
        StoreError::NoFolder(file) => {
            (ErrorCode::NotFound, "error-folder-not-found", vec![("path", known(file))])
        }
        StoreError::Exists(file) => {
            (ErrorCode::Exists, "error-exists", vec![("path", known(file))])
        }
        StoreError::Strange(Strange::Empty) => of_path(ErrorCode::Foreign, "error-empty"),
        StoreError::Strange(Strange::NotADatabase) => {
            of_path(ErrorCode::Foreign, "error-not-a-database")
        }
        StoreError::Strange(Strange::OtherProgram) => {
            of_path(ErrorCode::Foreign, "error-other-program")
        }
        StoreError::Strange(Strange::OtherTables) => {
            of_path(ErrorCode::Damaged, "error-other-tables")
        }
        StoreError::Newer { found, known } => {
            (ErrorCode::Newer, "error-newer", vec![("found", text(found)), ("known", text(known))])
        }
        StoreError::Damaged(what) => {
            let args = vec![("path", shown(path)), ("what", text(what))];
            (ErrorCode::Damaged, "error-damaged", args)
        }
        StoreError::Held(by) if by.user.is_empty() && by.computer.is_empty() => {
            (ErrorCode::Held, "error-held-unknown", vec![])
        }
        StoreError::Held(Holder { user, computer, since }) => {
            let time = dates::clock(lang, *since);
            let args =
                vec![("user", text(user)), ("computer", text(computer)), ("time", time.into())];
            (ErrorCode::Held, "error-held", args)
        }
        StoreError::Changed => of_path(ErrorCode::Held, "error-changed"),
        StoreError::Gone(file) => (ErrorCode::Gone, "error-gone", vec![("path", known(file))]),
        StoreError::ReadOnly(file) => {
            (ErrorCode::ReadOnly, "error-read-only", vec![("path", known(file))])
        }
        StoreError::DiskFull => of_path(ErrorCode::DiskFull, "error-disk-full"),
        StoreError::Disk(why) => (ErrorCode::Disk, "error-disk", vec![("what", text(why))]),
        StoreError::Database(why) => (ErrorCode::Disk, "error-database", vec![("what", text(why))]),
    };
    ErrorText { code, message: Message::of(lang, key, &args) }
}

fn shown(path: &Path) -> Arg<'static> {
    path.display().to_string().into()
}

/// The key of a sentence and what goes into it.
type Words = (&'static str, Vec<(&'static str, Arg<'static>)>);

/// Why a command was refused.
pub fn refusal(lang: Lang, refusal: &Refusal) -> Message {
    let (key, args) = refusal_words(lang, refusal);
    Message::of(lang, key, &args)
}

fn refusal_words(lang: Lang, refusal: &Refusal) -> Words {
    let text = |it: &dyn std::fmt::Display| Arg::from(it.to_string());
    let month = |it: &Month| Arg::from(dates::month(lang, *it));
    let day = |it: &Day| Arg::from(dates::short(lang, *it));
    match refusal {
        Refusal::UnknownUnit => ("refusal-unknown-unit", vec![]),
        Refusal::NoLongerThere => ("refusal-no-longer-there", vec![]),
        Refusal::Barred(barred) => barred_words(lang, barred),
        Refusal::EndedBeforeApproval { approved, ended } => (
            "refusal-ended-before-approval",
            vec![("approved", day(approved)), ("ended", day(ended))],
        ),
        Refusal::AlreadyWaiting { reference, since } => {
            ("refusal-already-waiting", vec![("reference", text(reference)), ("since", day(since))])
        }
        Refusal::EpisodeExists { reference } => {
            ("refusal-episode-exists", vec![("reference", text(reference))])
        }
        Refusal::CodeTaken { code } => ("refusal-code-taken", vec![("code", text(code))]),
        Refusal::InitialsTaken { initials } => {
            ("refusal-initials-taken", vec![("initials", text(initials))])
        }
        Refusal::EndsBeforeItBegins => ("refusal-ends-before", vec![]),
        Refusal::Overlap => ("refusal-overlap", vec![]),
        Refusal::TargetWithoutLimits => ("refusal-target", vec![]),
        Refusal::TermsOutOfRange => ("refusal-terms", vec![]),
        Refusal::Wording(wording) => wording_words(*wording),
        Refusal::Setting { key } => ("refusal-setting", vec![("name", text(&key.name()))]),
        Refusal::ReasonNeeded { month: at } => {
            ("refusal-reason-needed", vec![("month", month(at))])
        }
        Refusal::CommitteeNotInOffice => ("refusal-committee", vec![]),
        Refusal::PlannedEarlier => ("refusal-planned-earlier", vec![]),
        Refusal::ComposedEarlier => ("refusal-composed-earlier", vec![]),
        Refusal::AlreadyWithdrawn(_) => ("refusal-withdrawn", vec![]),
        Refusal::NotYoursToUndo => ("refusal-not-yours", vec![]),
        Refusal::TouchedLater { entry, user, at } => {
            let at = dates::moment(lang, *at);
            (
                "refusal-touched-later",
                vec![("entry", text(&entry.0)), ("user", text(user)), ("at", at.into())],
            )
        }
        Refusal::FinalSince { entry } => ("refusal-final-since", vec![("entry", text(&entry.0))]),
        Refusal::NotInEffect(entry) => ("refusal-not-in-effect", vec![("entry", text(&entry.0))]),
    }
}

/// Why a figure may not stand in a cell.
pub fn barred(lang: Lang, barred: &Barred) -> Message {
    let (key, args) = barred_words(lang, barred);
    Message::of(lang, key, &args)
}

fn barred_words(lang: Lang, barred: &Barred) -> Words {
    let text = |it: &dyn std::fmt::Display| Arg::from(it.to_string());
    let month = |it: &Month| Arg::from(dates::month(lang, *it));
    let field = |it: &UnitField| Arg::from(field_name(lang, *it));
    match barred {
        Barred::UnknownCaseworker => ("refusal-unknown-caseworker", vec![]),
        Barred::UnitNotThere { unit, month: at } => {
            ("refusal-unit-not-there", vec![("unit", text(unit)), ("month", month(at))])
        }
        Barred::CaseworkerNotThere { month: at } => {
            ("refusal-caseworker-not-there", vec![("month", month(at))])
        }
        Barred::NotBegun { month: at, latest } => {
            ("refusal-not-begun", vec![("month", month(at)), ("latest", month(latest))])
        }
        Barred::Negative { field: of, value } => {
            ("refusal-negative", vec![("field", field(of)), ("value", text(value))])
        }
        Barred::TooLarge { value } => ("refusal-too-large", vec![("value", text(value))]),
        Barred::SplitDoesNotAddUp { cases, parts } => {
            ("refusal-split", vec![("cases", text(cases)), ("parts", text(parts))])
        }
        Barred::NotTyped { unit, field: of } => {
            ("refusal-not-typed", vec![("unit", text(unit)), ("field", field(of))])
        }
        Barred::RegisterKept { unit, month: at } => {
            ("refusal-register-kept", vec![("unit", text(unit)), ("month", month(at))])
        }
        Barred::NoWaitingList { unit } => ("refusal-no-waiting-list", vec![("unit", text(unit))]),
        Barred::NoCaseworkers { unit } => ("refusal-no-caseworkers", vec![("unit", text(unit))]),
    }
}

/// Why a text cannot be kept.
pub fn wording(lang: Lang, error: WordingError) -> String {
    let (key, args) = wording_words(error);
    tr_with(lang, key, &args)
}

fn wording_words(error: WordingError) -> Words {
    match error {
        WordingError::Empty => ("wording-empty", vec![]),
        WordingError::TooLong { most } => {
            ("wording-too-long", vec![("most", most.to_string().into())])
        }
        WordingError::Hidden(letter) => {
            ("wording-hidden", vec![("code", code_point(letter).into())])
        }
        WordingError::Cpr => ("wording-cpr", vec![]),
    }
}

/// `U+200B`: what cannot be seen has a number.
pub(super) fn code_point(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}

/// What a typed figure is called.
pub fn field_name(lang: Lang, field: UnitField) -> String {
    tr(lang, &format!("field-{}", field.key().replace('_', "-")))
}

#[cfg(test)]
#[path = "errors_tests.rs"]
mod tests;
