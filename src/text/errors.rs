//! Sentences for everything that can stand in the way, and the stable code that goes with each.

use chrono::{DateTime, Local};

use super::{Lang, tr, tr_with};
use crate::book::{BookError, Occasion, Refusal};
use crate::domain::{Month, UnitField, WordingError};
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

/// A sentence with its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorText {
    pub code: ErrorCode,
    /// What happened, what is safe, what to do. Without the code.
    pub message: String,
}

/// `path` names the file where the error does not.
pub fn book_error(lang: Lang, error: &BookError, path: &std::path::Path) -> ErrorText {
    match error {
        BookError::Refused(refusal) => {
            ErrorText { code: ErrorCode::Refused, message: self::refusal(lang, refusal) }
        }
        BookError::NotSaved(error) => store_error(lang, error, path),
        BookError::NotBackedUp { occasion, folder, source } => {
            not_backed_up(lang, *occasion, (folder, source), path)
        }
    }
}

/// An import that was not begun, for there would have been no way back, or a day without a backup.
fn not_backed_up(
    lang: Lang,
    occasion: Occasion,
    (folder, why): (&std::path::Path, &StoreError),
    path: &std::path::Path,
) -> ErrorText {
    let cause = match why {
        // What is wrong with the book itself is said of the book.
        StoreError::Damaged(_) | StoreError::Strange(_) => return store_error(lang, why, path),
        StoreError::DiskFull => tr(lang, "error-cause-full"),
        StoreError::ReadOnly(_) => tr(lang, "error-cause-read-only"),
        StoreError::NotFound(_)
        | StoreError::Exists(_)
        | StoreError::Newer { .. }
        | StoreError::Held(_)
        | StoreError::Changed
        | StoreError::Gone(_)
        | StoreError::Disk(_)
        | StoreError::Database(_) => tr(lang, "error-cause-folder"),
    };
    let args = [("folder", folder.display().to_string().into()), ("cause", cause.into())];
    let key = match occasion {
        Occasion::Import => "error-not-backed-up",
        Occasion::Day => "error-no-daily-backup",
    };
    ErrorText { code: store_error(lang, why, folder).code, message: tr_with(lang, key, &args) }
}

/// `path` names the file where the error does not.
pub fn store_error(lang: Lang, error: &StoreError, path: &std::path::Path) -> ErrorText {
    let say = |code, key, path: &std::path::Path| {
        let path = path.display().to_string();
        ErrorText { code, message: tr_with(lang, key, &[("path", path.into())]) }
    };
    let what = |code, key, what: String| ErrorText {
        code,
        message: tr_with(lang, key, &[("what", what.into())]),
    };
    match error {
        StoreError::NotFound(known) => {
            let (key, missing) = missing(named(known, path));
            say(ErrorCode::NotFound, key, missing)
        }
        StoreError::Exists(known) => say(ErrorCode::Exists, "error-exists", named(known, path)),
        StoreError::Strange(Strange::Empty) => say(ErrorCode::Foreign, "error-empty", path),
        StoreError::Strange(Strange::NotADatabase) => {
            say(ErrorCode::Foreign, "error-not-a-database", path)
        }
        StoreError::Strange(Strange::OtherProgram) => {
            say(ErrorCode::Foreign, "error-other-program", path)
        }
        StoreError::Strange(Strange::OtherTables) => {
            say(ErrorCode::Damaged, "error-other-tables", path)
        }
        StoreError::Newer { found, known } => ErrorText {
            code: ErrorCode::Newer,
            message: tr_with(
                lang,
                "error-newer",
                &[("found", found.to_string().into()), ("known", known.to_string().into())],
            ),
        },
        StoreError::Damaged(what) => {
            let args = [("path", path.display().to_string().into()), ("what", what.into())];
            ErrorText { code: ErrorCode::Damaged, message: tr_with(lang, "error-damaged", &args) }
        }
        StoreError::Held(holder) => {
            ErrorText { code: ErrorCode::Held, message: held(lang, holder) }
        }
        StoreError::Changed => say(ErrorCode::Held, "error-changed", path),
        StoreError::Gone(known) => say(ErrorCode::Gone, "error-gone", named(known, path)),
        StoreError::ReadOnly(known) => {
            say(ErrorCode::ReadOnly, "error-read-only", named(known, path))
        }
        StoreError::DiskFull => say(ErrorCode::DiskFull, "error-disk-full", path),
        StoreError::Disk(error) => what(ErrorCode::Disk, "error-disk", error.to_string()),
        StoreError::Database(error) => what(ErrorCode::Disk, "error-database", error.to_string()),
    }
}

fn named<'a>(known: &'a std::path::Path, path: &'a std::path::Path) -> &'a std::path::Path {
    if known.as_os_str().is_empty() { path } else { known }
}

/// What is not there: the file, or already the folder it was to be in, which is another mistake.
fn missing(path: &std::path::Path) -> (&'static str, &std::path::Path) {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            ("error-folder-not-found", folder)
        }
        Some(_) | None => ("error-not-found", path),
    }
}

fn held(lang: Lang, holder: &Holder) -> String {
    if holder.user.is_empty() && holder.computer.is_empty() {
        return tr(lang, "error-held-unknown");
    }
    let since = DateTime::from_timestamp_millis(holder.since).unwrap_or_default();
    let time = since.with_timezone(&Local).format("%H.%M").to_string();
    let args = [
        ("user", (&holder.user).into()),
        ("computer", (&holder.computer).into()),
        ("time", time.into()),
    ];
    tr_with(lang, "error-held", &args)
}

/// Why a command was refused, as one sentence.
#[expect(clippy::too_many_lines, reason = "a flat list, one arm a refusal")]
pub fn refusal(lang: Lang, refusal: &Refusal) -> String {
    let month = |it: &Month| super::dates::month(lang, *it);
    let say = |key, args: &[(&str, super::Arg<'_>)]| tr_with(lang, key, args);
    match refusal {
        Refusal::UnknownUnit => tr(lang, "refusal-unknown-unit"),
        Refusal::UnknownCaseworker => tr(lang, "refusal-unknown-caseworker"),
        Refusal::NoLongerThere => tr(lang, "refusal-no-longer-there"),
        Refusal::UnitNotThere { unit, month: it } => {
            say("refusal-unit-not-there", &[("unit", unit.into()), ("month", month(it).into())])
        }
        Refusal::CaseworkerNotThere { month: it } => {
            say("refusal-caseworker-not-there", &[("month", month(it).into())])
        }
        Refusal::NotBegun { month: it, latest } => say(
            "refusal-not-begun",
            &[("month", month(it).into()), ("latest", month(latest).into())],
        ),
        Refusal::Negative { field, value } => say(
            "refusal-negative",
            &[("field", field_name(lang, *field).into()), ("value", value.to_string().into())],
        ),
        Refusal::TooLarge { value } => {
            say("refusal-too-large", &[("value", value.to_string().into())])
        }
        Refusal::SplitDoesNotAddUp { cases, parts } => say(
            "refusal-split",
            &[("cases", cases.to_string().into()), ("parts", parts.to_string().into())],
        ),
        Refusal::NotTyped { unit, field } => say(
            "refusal-not-typed",
            &[("unit", unit.into()), ("field", field_name(lang, *field).into())],
        ),
        Refusal::RegisterKept { unit, month: it } => {
            say("refusal-register-kept", &[("unit", unit.into()), ("month", month(it).into())])
        }
        Refusal::NoWaitingList { unit } => say("refusal-no-waiting-list", &[("unit", unit.into())]),
        Refusal::NoCaseworkers { unit } => say("refusal-no-caseworkers", &[("unit", unit.into())]),
        Refusal::BandsNotContiguous => tr(lang, "refusal-bands"),
        Refusal::EndedBeforeApproval { approved, ended } => say(
            "refusal-ended-before-approval",
            &[
                ("approved", super::dates::short(lang, *approved).into()),
                ("ended", super::dates::short(lang, *ended).into()),
            ],
        ),
        Refusal::AlreadyWaiting { reference, since } => say(
            "refusal-already-waiting",
            &[("reference", reference.into()), ("since", super::dates::short(lang, *since).into())],
        ),
        Refusal::EpisodeExists { reference } => {
            say("refusal-episode-exists", &[("reference", reference.into())])
        }
        Refusal::CodeTaken { code } => say("refusal-code-taken", &[("code", code.into())]),
        Refusal::InitialsTaken { initials } => {
            say("refusal-initials-taken", &[("initials", initials.into())])
        }
        Refusal::EndsBeforeItBegins => tr(lang, "refusal-ends-before"),
        Refusal::Overlap => tr(lang, "refusal-overlap"),
        Refusal::TargetWithoutLimits => tr(lang, "refusal-target"),
        Refusal::TermsOutOfRange => tr(lang, "refusal-terms"),
        Refusal::Wording { wording: it } => wording(lang, *it),
        Refusal::Setting { key } => say("refusal-setting", &[("name", key.name().into())]),
        Refusal::ReasonNeeded { month: it } => {
            say("refusal-reason-needed", &[("month", month(it).into())])
        }
        Refusal::CommitteeNotInOffice => tr(lang, "refusal-committee"),
        Refusal::ComposedEarlier => tr(lang, "refusal-composed-earlier"),
        Refusal::AlreadyWithdrawn(_) => tr(lang, "refusal-withdrawn"),
        Refusal::NotYoursToUndo => tr(lang, "refusal-not-yours"),
        Refusal::ChangedSince => tr(lang, "refusal-changed-since"),
        Refusal::TouchedLater { entry, user, at } => say(
            "refusal-touched-later",
            &[
                ("entry", entry.0.to_string().into()),
                ("user", user.into()),
                ("at", super::dates::moment(lang, *at).into()),
            ],
        ),
        Refusal::FinalSince { entry } => {
            say("refusal-final-since", &[("entry", entry.0.to_string().into())])
        }
        Refusal::NotInEffect(entry) => {
            say("refusal-not-in-effect", &[("entry", entry.0.to_string().into())])
        }
    }
}

/// Why a text cannot be kept.
pub fn wording(lang: Lang, error: WordingError) -> String {
    match error {
        WordingError::Empty => tr(lang, "wording-empty"),
        WordingError::TooLong { most } => {
            tr_with(lang, "wording-too-long", &[("most", most.to_string().into())])
        }
        WordingError::Hidden(it) => {
            let code = format!("U+{:04X}", u32::from(it));
            tr_with(lang, "wording-hidden", &[("code", code.into())])
        }
        WordingError::Cpr => tr(lang, "wording-cpr"),
    }
}

/// What a typed figure is called.
pub fn field_name(lang: Lang, field: UnitField) -> String {
    tr(lang, &format!("field-{}", field.key().replace('_', "-")))
}
