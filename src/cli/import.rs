//! `import`: tables, workbooks and lists in.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::effect::for_sheets;
use super::failure::Failure;
use super::option::{DB, Opt, REASON, TAKE_OVER, WAIT};
use super::outcome::{Next, Outcome};
use super::session::Session;
use super::terminal;
use super::verb::Verb;
use super::verdict::{tell_verdict, verdict_json};
use crate::book::{AcceptPartial, Circumstances, Create, Existing, ImportOptions, Verdict};
use crate::domain::{Entry, check_note};
use crate::import::{Asked, ImportError, ImportSource, Mapping, PlannedImport};
use crate::text::errors::wording;
use crate::text::{ErrorCode, Message, import as sentences};

pub static IMPORT: Verb = Verb {
    name: "import",
    options: &[
        DB,
        Opt::flag("dry-run"),
        Opt::flag("keep"),
        Opt::flag("replace"),
        Opt::flag("create"),
        Opt::flag("accept-partial"),
        Opt::with("mapping", "M.toml"),
        Opt::with("sheet", "Ark1"),
        REASON,
        WAIT,
        TAKE_OVER,
    ],
    example: "tal.xlsx --db bog.sagstakt --dry-run",
    run: import,
};

fn import(session: &Session) -> Outcome {
    let paths: Vec<PathBuf> = session.given.names.iter().map(PathBuf::from).collect();
    if paths.is_empty() {
        return Err(session.usage("usage-name-missing", "import"));
    }
    let options = import_options(session)?;
    let reason = import_reason(session)?;
    let mut book = session.open()?;
    let dry = session.has("dry-run");
    if !dry {
        let path = book.path().to_owned();
        book.prepare(&session.author).map_err(|error| session.store(&error, &path))?;
    }
    let is_told = session.has("json");
    let asked = Asked {
        source: ImportSource::Files(paths),
        name: String::new(),
        mapping: mapping(session)?,
        sheet: session.text("sheet")?.map(str::to_owned),
        options,
        shown_below: if is_told { usize::MAX } else { 0 },
    };
    let planned = asked.plan(book.snapshot(), &mut |_| true);
    let PlannedImport { plan, figures } = planned.map_err(|error| unreadable(session, error))?;
    let json = is_told.then(|| verdict_json(session, &plan.verdict, &figures));
    let verdict = plan.verdict.clone();
    let refused = verdict.refused();
    for_sheets(session, &verdict)?;
    if 0 < refused && options.accept_partial == AcceptPartial::No {
        let args = [("refused", refused.into())];
        let failure = session.refused(ErrorCode::ImportRefused, "cli-import-refused", &args);
        if let Some(json) = json {
            return Err(failure.with(json));
        }
        tell_verdict(session, &verdict);
        return Err(failure);
    }
    match &json {
        Some(json) => terminal::print_json(json),
        None => tell_verdict(session, &verdict),
    }
    if dry {
        return Ok(session.done("cli-import-dry", &[]));
    }
    let detail = verdict.files.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(", ");
    let path = book.path().to_owned();
    let entry = book.import(plan, &session.author, Circumstances { detail, reason });
    let entry = entry.map_err(|error| Failure::book(session.lang, &error, &path))?;
    Ok(tell_import(session, &verdict, entry.as_ref()))
}

fn tell_import(session: &Session, verdict: &Verdict, stored: Option<&Entry>) -> Next {
    let key = match (stored, verdict.refused()) {
        (None, 0) => "cli-import-nothing",
        (Some(_), 0) => "cli-import-done",
        (_, _) => "cli-import-partial",
    };
    let args = [
        ("new", verdict.new_rows().to_string().into()),
        ("changed", verdict.changed_rows().to_string().into()),
        ("refused", verdict.refused().to_string().into()),
    ];
    session.done(key, &args)
}

fn import_options(session: &Session) -> Result<ImportOptions, Failure> {
    let existing = match (session.has("keep"), session.has("replace")) {
        (true, true) => return Err(session.usage("usage-keep-or-replace", "--keep")),
        (true, false) => Existing::Keep,
        (false, true) => Existing::Replace,
        (false, false) => Existing::Ask,
    };
    let create = if session.has("create") { Create::Yes } else { Create::No };
    let accept_partial =
        if session.has("accept-partial") { AcceptPartial::Yes } else { AcceptPartial::No };
    Ok(ImportOptions { existing, create, accept_partial, today: session.author.today })
}

/// What is told of the files.
fn mapping(session: &Session) -> Result<Mapping, Failure> {
    let Some(path) = session.path("mapping") else {
        return Ok(Mapping::default());
    };
    let text = std::fs::read_to_string(&path).map_err(|error| session.disk(error, &path))?;
    Mapping::parse(&text).map_err(|error| {
        let reason = sentences::mapping_error(session.lang, &error);
        Failure::new(ErrorCode::ImportRefused, reason).at(path.display().to_string())
    })
}

fn import_reason(session: &Session) -> Result<Option<String>, Failure> {
    let reason = session.text("reason")?.map(check_note).transpose();
    let reason = reason.map_err(|error| {
        let what = wording(session.lang, error);
        let message = Message { what, ..Message::default() };
        Failure::new(ErrorCode::Refused, message).at("--reason")
    })?;
    Ok(reason.map(Cow::into_owned))
}

fn unreadable(session: &Session, error: ImportError) -> Failure {
    match error {
        ImportError::Unreadable { name, source } => session.disk(source, Path::new(&name)),
        ImportError::Cancelled => session.refused(ErrorCode::ImportRefused, "cli-import-dry", &[]),
    }
}
