//! `editions`: what has been issued of a half-year, what differs between two of them, and the stored files given back.

use serde_json::{Value, json};

use super::asked::{committee, format, half};
use super::document::edition_unreadable;
use super::effect::without_effect;
use super::failure::Failure;
use super::issue::{change_line, code};
use super::option::{COMMITTEE, DB, HALF, Opt, REASON, TAKE_OVER, WAIT};
use super::outcome::{Next, Outcome};
use super::session::Session;
use super::terminal;
use super::verb::Verb;
use super::written::written;
use crate::book::{Book, Circumstances, Command, SharedCommand};
use crate::domain::{Edition, EditionId, HalfYear};
use crate::export::{Form, is_stored_as};
use crate::report::{differences, editions_of};
use crate::text::{Lang, dates, tr_with};

pub static EDITIONS: Verb = Verb {
    name: "editions",
    options: &[
        DB,
        HALF,
        COMMITTEE,
        Opt::with("diff", "1 2"),
        Opt::with("withdraw", "1"),
        REASON,
        WAIT,
        TAKE_OVER,
    ],
    example: "--db bog.sagstakt --half 2026H1 --committee SB --diff 1 2",
    run: editions,
};

fn editions(session: &Session) -> Outcome {
    let half = half(session)?;
    let mut book = session.open()?;
    let only_withdrawn = ["reason", "wait", "take-over"];
    if !session.has("withdraw") {
        without_effect(session, &only_withdrawn, "usage-only-withdraw")?;
    }
    if let Some(number) = session.number("diff")? {
        without_effect(session, &["withdraw"], "usage-diff-or-withdraw")?;
        return diff(session, &book, half, number);
    }
    session.no_names()?;
    if let Some(number) = session.number("withdraw")? {
        return withdraw(session, &mut book, half, number);
    }
    let editions = listed(session, &book, half)?;
    let lang = session.lang_of(book.snapshot());
    if session.has("json") {
        let all = editions.iter().map(|it| edition_json(&book, &it.1));
        terminal::print_json(&all.collect());
        return Ok(Next::Done);
    }
    if editions.is_empty() {
        return Ok(session.done("cli-no-editions", &[]));
    }
    for (_, edition) in &editions {
        terminal::print(&format!("{}\n", edition_line(lang, &book, edition)));
    }
    Ok(Next::Done)
}

/// Those of the committee that is asked for, or of every committee.
fn listed(
    session: &Session,
    book: &Book,
    half: HalfYear,
) -> Result<Vec<(EditionId, Edition)>, Failure> {
    let snapshot = book.snapshot();
    let wanted = committee(session, snapshot)?.map(|it| it.0);
    let all = snapshot.shared.editions.iter();
    let of_half = all.filter(|it| it.1.half_year == half);
    let own = of_half.filter(|it| wanted.is_none_or(|wanted| wanted == it.1.committee));
    Ok(own.map(|it| (*it.0, it.1.clone())).collect())
}

fn numbered(
    session: &Session,
    book: &Book,
    half: HalfYear,
    number: u64,
) -> Result<(EditionId, Edition), Failure> {
    let (committee, _) =
        committee(session, book.snapshot())?.ok_or_else(|| session.missing("committee"))?;
    let mut all = editions_of(book.snapshot(), half, committee);
    let found = all.find(|it| u64::from(it.1.number) == number);
    let found = found.map(|it| (it.0, it.1.clone()));
    found.ok_or_else(|| session.usage("usage-no-edition", &number.to_string()))
}

/// `--diff 1 2`: the second number stands alone.
fn diff(session: &Session, book: &Book, half: HalfYear, first: u64) -> Outcome {
    let second = match session.given.names.as_slice() {
        [name] => name.to_string_lossy().into_owned(),
        _ => return Err(session.usage("usage-diff", &first.to_string())),
    };
    let number = second.parse().ok().ok_or_else(|| session.usage("usage-number", &second))?;
    let (old, new) =
        (numbered(session, book, half, first)?, numbered(session, book, half, number)?);
    let found = differences((old.0, &old.1), (new.0, &new.1))
        .map_err(|error| edition_unreadable(session, error, book.path()))?;
    let (snapshot, lang) = (book.snapshot(), session.lang_of(book.snapshot()));
    if session.has("json") {
        let all = found.iter().map(|figure| {
            json!({
                "unit": code(snapshot, figure.unit), "half_year": figure.half.to_string(),
                "key": figure.key.name(), "old": figure.old.text, "new": figure.new.text,
            })
        });
        terminal::print_json(&all.collect());
        return Ok(Next::Done);
    }
    if found.is_empty() {
        return Ok(session.done("cli-no-differences", &[]));
    }
    for figure in &found {
        let unit = code(snapshot, figure.unit);
        let line = change_line(lang, (&unit, figure.half), figure.key, [&figure.old, &figure.new]);
        terminal::print(&format!("{line}\n"));
    }
    Ok(Next::Done)
}

/// It stays in the book, and its number is not used again.
fn withdraw(session: &Session, book: &mut Book, half: HalfYear, number: u64) -> Outcome {
    let reason = session.needed("reason")?;
    let (id, _) = numbered(session, book, half, number)?;
    let command = SharedCommand::WithdrawEdition { id, reason: reason.to_owned() };
    let path = book.path().to_owned();
    book.run(Command::Shared(command), &session.author, Circumstances::default())
        .map_err(|error| Failure::book(session.lang, &error, &path))?;
    Ok(session.done("cli-withdrawn", &[("number", number.to_string().into())]))
}

/// `overview --edition N`: what was issued, byte for byte.
pub fn stored_overview(session: &Session, number: u64) -> Outcome {
    let half = half(session)?;
    let book = session.open()?;
    let (id, edition) = numbered(session, &book, half, number)?;
    let format = format(session)?;
    let extension = if format == "text" { "txt" } else { format };
    let form =
        Form::from_extension(extension).ok_or_else(|| session.usage("usage-format", format))?;
    let file = edition.files.iter().find(|it| is_stored_as(&it.name, form));
    let name = file.map(|it| it.name.as_str()).unwrap_or_default();
    let bytes = book.edition_file(id, name).map_err(|error| session.store(&error, book.path()))?;
    let bytes = bytes.ok_or_else(|| session.usage("usage-no-edition-file", format))?;
    let in_terminal = matches!(form, Form::Csv | Form::Json | Form::Text | Form::Html);
    if !in_terminal && !session.has("out") {
        return Err(session.missing("out"));
    }
    written(session, &bytes)
}

fn edition_json(book: &Book, edition: &Edition) -> Value {
    let files = edition.files.iter();
    let files =
        files.map(|it| json!({ "name": it.name, "media_type": it.media_type, "bytes": it.length }));
    json!({
        "half_year": edition.half_year.to_string(),
        "committee": committee_code(book, edition),
        "number": edition.number,
        "issued_at": dates::moment_iso(edition.issued_at),
        "issued_by": edition.issued_by,
        "meeting": edition.meeting.to_string(),
        "case_number": edition.case_number,
        "files": files.collect::<Vec<_>>(),
        "withdrawn": edition.withdrawn,
    })
}

fn committee_code(book: &Book, edition: &Edition) -> String {
    let found = book.snapshot().shared.committees.get(&edition.committee);
    found.map_or_else(|| edition.committee.0.to_string(), |it| it.code.clone())
}

/// "2  SB  udsendt 22. nov. 2026 10.42 af mha · møde 12. oktober 2026 · sag 22/6043"
fn edition_line(lang: Lang, book: &Book, edition: &Edition) -> String {
    let args = [
        ("number", edition.number.to_string().into()),
        ("committee", committee_code(book, edition).into()),
        ("at", dates::moment(lang, edition.issued_at).into()),
        ("by", edition.issued_by.as_str().into()),
        ("meeting", dates::long(lang, edition.meeting).into()),
        ("case", edition.case_number.as_str().into()),
    ];
    let line = tr_with(lang, "cli-edition", &args);
    match &edition.withdrawn {
        Some(reason) => {
            let args = [("reason", reason.as_str().into())];
            format!("{line} · {}", tr_with(lang, "cli-edition-withdrawn", &args))
        }
        None => line,
    }
}
