//! `erase`: a person's initials and name are overwritten for good; the figures stay.

use serde_json::json;

use super::failure::Failure;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::Holds;
use crate::domain::{CaseworkerId, Snapshot};
use crate::text::{ErrorCode, Message, tr, tr_with};

impl Session {
    pub(super) fn erase(&self) -> Outcome {
        self.no_names()?;
        let mut book = self.open()?;
        let path = book.path().to_owned();
        let initials = self.text("caseworker")?;
        let initials = initials.ok_or_else(|| self.usage("usage-missing", "--caseworker"))?;
        let id = self.caseworker_named(book.snapshot(), initials)?;
        let erased = book.erase(id, &self.author);
        let erased = erased.map_err(|error| Failure::book(self.lang, &error, &path))?;
        if self.given.has("json") {
            let copies: Vec<_> = erased
                .copies
                .iter()
                .map(|it| json!({ "path": it.path, "read": it.holds == Holds::Person }))
                .collect();
            terminal::print_json(&json!({
                "entry": erased.entry.id.0,
                "called": erased.pseudonym,
                "copies": copies,
                "written_in": erased.written_in,
            }));
        }
        terminal::say(&tr_with(self.lang, "cli-erased", &[("name", erased.pseudonym.into())]));
        if !erased.copies.is_empty() {
            terminal::say(&tr(self.lang, "cli-erased-copies"));
        }
        for it in &erased.copies {
            let doubt = match it.holds {
                Holds::Person => String::new(),
                Holds::Unknown => format!(" {}", tr(self.lang, "cli-erased-unknown")),
            };
            terminal::say(&format!("  {}{doubt}", it.path.display()));
        }
        if !erased.written_in.is_empty() {
            terminal::say(&tr(self.lang, "cli-erased-texts"));
        }
        for text in &erased.written_in {
            terminal::say(&format!("  {text}"));
        }
        Ok(Next::Done)
    }

    /// The one caseworker with these initials, in the named unit or in any.
    pub(super) fn caseworker_named(
        &self,
        snapshot: &Snapshot,
        initials: &str,
    ) -> Result<CaseworkerId, Failure> {
        let unit = match self.text("unit")? {
            Some(code) => Some(self.unit(snapshot, code)?.id),
            None => None,
        };
        let units = snapshot.units().filter(|it| unit.is_none_or(|unit| unit == it.id));
        let people = units.flat_map(|it| it.caseworkers.iter());
        let named: Vec<_> = people
            .filter(|(_, it)| {
                snapshot.identity(it.identity).is_some_and(|it| it.initials == initials)
            })
            .collect();
        let refused = |key: &str| {
            let args = [("initials", initials.into())];
            Failure::new(ErrorCode::Refused, Message::of(self.lang, key, &args)).at(initials)
        };
        // Someone who has moved is there twice, with one identity.
        let same = |(_, it): &(_, &crate::domain::Caseworker)| {
            named.first().is_some_and(|(_, first)| first.identity == it.identity)
        };
        match named.first() {
            None => Err(refused("cli-nobody-called")),
            Some((id, _)) if named.iter().all(same) => Ok(**id),
            Some(_) => Err(refused("cli-several-caseworkers")),
        }
    }
}
