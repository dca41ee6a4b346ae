//! Units and people of the book, by everything that files may call them.

use strsim::{damerau_levenshtein, jaro_winkler};

use super::words::fold;
use crate::domain::Snapshot;

/// What the book knows when a file is read.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub units: Vec<KnownUnit>,
}

#[derive(Debug, Clone, Default)]
pub struct KnownUnit {
    pub code: String,
    pub by_caseworker: bool,
    /// Code and names, folded.
    folded: Vec<String>,
    people: Vec<KnownPerson>,
}

#[derive(Debug, Clone)]
struct KnownPerson {
    initials: String,
    folded_initials: String,
    /// Folded, as given and turned about a comma.
    name: Option<String>,
}

/// How a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    Same,
    /// Nearly spelled so.
    Near,
}

impl Known {
    pub fn of(snapshot: &Snapshot) -> Self {
        let units = snapshot.units().map(|data| {
            let names = data.unit.names.iter().map(|it| it.name.as_str());
            let folded = std::iter::once(data.unit.code.as_str()).chain(names).map(fold);
            let people = data.caseworkers.values().filter_map(|person| {
                let identity = snapshot.identity(person.identity)?;
                Some(KnownPerson {
                    initials: identity.initials.clone(),
                    folded_initials: fold(&identity.initials),
                    name: identity.name.as_deref().map(fold),
                })
            });
            KnownUnit {
                code: data.unit.code.clone(),
                by_caseworker: data.unit.has_caseworkers(),
                folded: folded.filter(|it| !it.is_empty()).collect(),
                people: people.collect(),
            }
        });
        Self { units: units.collect() }
    }

    pub fn find(&self, code: &str) -> Option<&KnownUnit> {
        self.units.iter().find(|it| it.code == code)
    }

    /// The unit that a name means.
    pub fn unit(&self, name: &str) -> Option<(&KnownUnit, Likeness)> {
        let folded = fold(name);
        if folded.is_empty() {
            return None;
        }
        let same = |it: &&KnownUnit| it.folded.contains(&folded);
        if let Some(unit) = self.units.iter().find(same) {
            return Some((unit, Likeness::Same));
        }
        let pieces = pieces(name);
        let mut by_piece =
            self.units.iter().filter(|it| it.folded.iter().any(|a| pieces.contains(a)));
        if let (Some(unit), None) = (by_piece.next(), by_piece.next()) {
            return Some((unit, Likeness::Same));
        }
        let bare = without_kind(&folded);
        let is_like = |a: &String| a == bare || joined(a) == joined(bare) || is_near(a, &folded);
        let mut near = self.units.iter().filter(|it| it.folded.iter().any(is_like));
        let found = near.next()?;
        near.next().is_none().then_some((found, Likeness::Near))
    }

    /// The unit whose code or name is the longest stretch of these folded words: where it begins, how many words it has, and its code.
    pub fn within(&self, words: &[&str]) -> Option<(usize, usize, &str)> {
        let mut best: Option<(usize, usize, &str)> = None;
        for unit in &self.units {
            for name in unit.folded.iter().filter(|it| 2 <= it.chars().count()) {
                let parts: Vec<&str> = name.split(' ').collect();
                let found = words.windows(parts.len()).position(|it| it == parts);
                if let Some(from) = found
                    && best.is_none_or(|it| it.1 < parts.len())
                {
                    best = Some((from, parts.len(), &unit.code));
                }
            }
        }
        best
    }

    /// Whether a text names two units or more: `Familiehuset og FTI` is neither of them.
    pub fn names_several(&self, text: &str) -> bool {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        let is_none = || self.unit(text).is_none() && self.unit_in(text).is_none();
        self.within(&words).is_some() && is_none()
    }

    /// The one unit whose code or name stands in a text as words of its own; none where there are two.
    pub fn unit_in(&self, text: &str) -> Option<&KnownUnit> {
        let folded = fold(text);
        let mut words: Vec<&str> = folded.split(' ').collect();
        let (from, length, code) = self.within(&words)?;
        let mut found = code;
        words.splice(from..from + length, [""]);
        while let Some((from, length, code)) = self.within(&words) {
            if code != found {
                return None;
            }
            found = code;
            words.splice(from..from + length, [""]);
        }
        self.find(found)
    }
}

impl KnownUnit {
    /// The initials of the person that a text means: by initials, by name, or by both in one.
    pub fn person(&self, text: &str) -> Option<(&str, Likeness)> {
        let folded = fold(text);
        if folded.is_empty() {
            return None;
        }
        let turned = text.split_once(',').map(|(last, first)| fold(&format!("{first} {last}")));
        // `A.A.K.` too.
        let bare = joined(&folded);
        let is_initials = |it: &&KnownPerson| {
            it.folded_initials == folded
                || it.folded_initials == bare && folded.len() == 2 * bare.len() - 1
        };
        let is_named = |name: &String| *name == folded || Some(name) == turned.as_ref();
        let found =
            self.people.iter().find(|it| is_initials(it) || it.name.as_ref().is_some_and(is_named));
        if let Some(person) = found {
            return Some((&person.initials, Likeness::Same));
        }
        if let Some(person) = self.named_within(text) {
            return Some((person, Likeness::Same));
        }
        if let Some((mail, rest)) = without_mail(text) {
            let by_mail = fold(&mail);
            let person = self.people.iter().find(|it| it.folded_initials == by_mail);
            let person = person.map(|it| (it.initials.as_str(), Likeness::Same));
            return person.or_else(|| self.person(&rest));
        }
        let near = |it: &&KnownPerson| it.name.as_ref().is_some_and(|it| is_near(it, &folded));
        let mut near = self.people.iter().filter(near);
        let person = near.next()?;
        near.next().is_none().then_some((person.initials.as_str(), Likeness::Near))
    }

    /// `Anne Holm (AHO)` and `AHO - Anne Holm` name one person by their initials.
    fn named_within(&self, text: &str) -> Option<&str> {
        let parts = pieces(text);
        let mut found = self.people.iter().filter(|it| parts.contains(&it.folded_initials));
        let person = found.next()?;
        found.next().is_none().then_some(person.initials.as_str())
    }

    /// Somebody whose initials are easily mistaken for these.
    pub fn looks_like(&self, initials: &str) -> Option<&str> {
        let folded = fold(initials);
        let spelled = plain(&folded);
        let long = 3 <= folded.chars().count();
        let alike = |it: &&KnownPerson| {
            it.folded_initials != folded
                && (plain(&it.folded_initials) == spelled
                    || long && damerau_levenshtein(&it.folded_initials, &folded) == 1)
        };
        self.people.iter().find(alike).map(|it| it.initials.as_str())
    }
}

/// `Anne Holm (AHO)` and `FH - Familiehuset` in their two pieces, folded; nothing for a text of one piece.
fn pieces(text: &str) -> Vec<String> {
    let pieces: Vec<String> = split(text).iter().map(|it| fold(it)).collect();
    if pieces.len() < 2 { Vec::new() } else { pieces }
}

fn split(text: &str) -> Vec<String> {
    let is_mark = |it: char| matches!(it, '(' | ')' | '/' | '|' | '[' | ']' | '\u{2013}');
    let marked = text.replace(" - ", "|");
    let pieces = marked.split(is_mark).map(|it| it.trim().to_owned());
    pieces.filter(|it| !it.is_empty()).collect()
}

/// What stands before the @ of a mail address in a text, and the text without the address.
fn without_mail(text: &str) -> Option<(String, String)> {
    let marks: &[char] = &['<', '>', '(', ')', ',', ';'];
    let word = text.split(char::is_whitespace).find(|it| it.contains('@'))?;
    let (local, domain) = word.trim_matches(marks).split_once('@')?;
    let is_plain = |it: &str| {
        !it.is_empty()
            && it.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_'))
    };
    if !is_plain(local) || !is_plain(domain) || !domain.contains('.') {
        return None;
    }
    let bare = text.replace(word, " ");
    let rest = bare.trim_matches(|it: char| marks.contains(&it) || it.is_whitespace());
    Some((local.to_owned(), rest.to_owned()))
}

/// What a new person is called, without a mail address: the name beside it, or the initials that it begins with.
pub fn named(text: &str) -> String {
    match without_mail(text) {
        Some((_, rest)) if !rest.is_empty() => rest,
        Some((local, _)) if super::token::are_initials(&local.to_uppercase()) => {
            local.to_uppercase()
        }
        _ => text.to_owned(),
    }
}

/// The initials that stand beside a name, and the name.
pub fn initials_beside(text: &str) -> Option<(String, String)> {
    let pieces = split(text);
    let mut found = pieces.iter().filter(|it| super::token::are_initials(it));
    let initials = found.next().filter(|_| 1 < pieces.len())?;
    if found.next().is_some() {
        return None;
    }
    let name: Vec<&str> = pieces.iter().filter(|it| *it != initials).map(String::as_str).collect();
    Some((initials.clone(), first_name_first(&name.join(" "))))
}

/// `Holm, Anne` as `Anne Holm`.
fn first_name_first(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) => format!("{} {}", first.trim(), last.trim()),
        None => name.to_owned(),
    }
}

/// Without the word for the kind of unit that stands before its name.
fn without_kind(folded: &str) -> &str {
    let cut = folded.split_once(' ').filter(|it| is_kind(it.0));
    cut.map_or(folded, |it| it.1)
}

/// Whether a folded word says what kind of unit something is.
pub fn is_kind(folded: &str) -> bool {
    const KINDS: &[&str] =
        &["team", "afdeling", "afd", "enhed", "enheden", "gruppe", "tilbud", "tilbuddet"];
    KINDS.contains(&folded)
}

fn joined(folded: &str) -> String {
    folded.replace(' ', "")
}

/// Whether two folded names are one with a slip: at least five letters, and hardly a difference.
fn is_near(known: &str, found: &str) -> bool {
    let length = known.chars().count().min(found.chars().count());
    if length < 5 {
        return false;
    }
    let slips = damerau_levenshtein(known, found);
    slips <= length / 8 + 1 && slips <= 3 && 0.9 <= jaro_winkler(known, found)
}

/// Letters that are mistaken for each other as one.
fn plain(folded: &str) -> String {
    let mut text = folded.replace('\u{e6}', "ae").replace('\u{f8}', "oe").replace('\u{e5}', "aa");
    text = text.replace('0', "o").replace(['1', 'l'], "i");
    text
}
