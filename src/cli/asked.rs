//! What was asked for, read out of the options that several verbs take.

use super::failure::Failure;
use super::session::Session;
use crate::domain::{
    Caseworker, CaseworkerId, Committee, CommitteeId, HalfYear, Month, Period, Snapshot,
};
use crate::export::Dialect;
use crate::report::prints::Profile;
use crate::text::{ErrorCode, Message};

pub fn half(session: &Session) -> Result<HalfYear, Failure> {
    let half = session.read("half", "usage-period", HalfYear::parse);
    half.map_err(|failure| failure.at("--half"))?.ok_or_else(|| session.missing("half"))
}

/// The one period that is named by `--half`, `--month`, `--quarter` or `--year`.
pub fn period(session: &Session) -> Result<Period, Failure> {
    let mut found = None;
    for (option, fits) in [
        ("half", (|it| matches!(it, Period::HalfYear(_))) as fn(Period) -> bool),
        ("month", |it| matches!(it, Period::Month(_))),
        ("quarter", |it| matches!(it, Period::Quarter(_))),
        ("year", |it| matches!(it, Period::Year(_))),
    ] {
        let Some(text) = session.text(option)? else { continue };
        let option = format!("--{option}");
        if found.is_some() {
            return Err(session.usage("usage-one-period", &option));
        }
        let period = Period::parse(text).filter(|it| fits(*it));
        found = Some(period.ok_or_else(|| session.usage("usage-period", text).at(option))?);
    }
    found.ok_or_else(|| session.missing("half"))
}

pub fn month(session: &Session, option: &str) -> Result<Option<Month>, Failure> {
    let month = session.read(option, "usage-month", Month::parse_iso);
    month.map_err(|failure| failure.at(format!("--{option}")))
}

/// For whom it is made; the department itself unless told otherwise.
pub fn profile(session: &Session) -> Result<Profile, Failure> {
    let profile = session.read("profile", "usage-profile", Profile::from_name)?;
    Ok(profile.unwrap_or(Profile::Internal))
}

pub fn dialect(session: &Session) -> Result<Dialect, Failure> {
    let dialect = session.read("dialect", "usage-dialect", |name| match name {
        "danish" => Some(Dialect::Danish),
        "plain" => Some(Dialect::Plain),
        _ => None,
    })?;
    Ok(dialect.unwrap_or(Dialect::Danish))
}

/// `--json` chooses the form where nothing else does.
pub fn format(session: &Session) -> Result<&str, Failure> {
    let unsaid = if session.has("json") { "json" } else { "text" };
    Ok(session.text("format")?.unwrap_or(unsaid))
}

/// The committee that is asked for.
pub fn committee<'a>(
    session: &Session,
    snapshot: &'a Snapshot,
) -> Result<Option<(CommitteeId, &'a Committee)>, Failure> {
    session.read("committee", "usage-committee", |code| {
        let mut all = snapshot.shared.committees.iter();
        all.find(|it| it.1.code == code).map(|(id, committee)| (*id, committee))
    })
}

/// The one caseworker with these initials, in the named unit or in any.
pub fn caseworker(session: &Session, snapshot: &Snapshot) -> Result<CaseworkerId, Failure> {
    let initials = session.needed("caseworker")?;
    let unit = match session.text("unit")? {
        Some(code) => Some(session.unit(snapshot, code)?.id),
        None => None,
    };
    let units = snapshot.units().filter(|it| unit.is_none_or(|unit| unit == it.id));
    let is_named = |person: &Caseworker| {
        snapshot.identity(person.identity).is_some_and(|it| it.initials == initials)
    };
    let people = units.flat_map(|it| it.caseworkers.iter());
    let named: Vec<_> = people.filter(|it| is_named(it.1)).collect();
    let refused = |key: &str| {
        let message = Message::of(session.lang, key, &[("initials", initials.into())]);
        Failure::new(ErrorCode::Refused, message).at(initials)
    };
    let Some((id, first)) = named.first() else { return Err(refused("cli-nobody-called")) };
    // Someone who has moved is there twice, with one identity.
    if named.iter().all(|it| it.1.identity == first.identity) {
        Ok(**id)
    } else {
        Err(refused("cli-several-caseworkers"))
    }
}
