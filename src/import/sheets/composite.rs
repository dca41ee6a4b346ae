//! Headings and lines that say several things in one: `Sager FTI`, `Ventetid i Familiehuset (uger)`, `Sager jan 2025`.

use super::known::{Known, Likeness};
use super::when::{self, When, YearForm, is_year};
use super::words::{self, Heading};
use crate::domain::Ymd;

/// No heading that says several things has more words.
const MOST_WORDS: usize = 9;
/// Words between the parts.
const BETWEEN: &[&str] = &["i", "for", "p\u{e5}", "pr", "ultimo", "af", "fra", "hos", "og"];

/// What the words of a text say, each by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// By code.
    pub unit: Option<String>,
    pub year: Option<i32>,
    pub month: Option<(u32, YearForm)>,
    /// The figure, where one is left when the rest is taken away.
    pub figure: Option<Heading>,
}

impl Parts {
    pub const fn is_of_something(&self) -> bool {
        self.unit.is_some() || self.year.is_some() || self.month.is_some()
    }
}

/// Takes a text apart; `None` where a word is left that means nothing.
pub fn parts(text: &str, known: &Known) -> Option<Parts> {
    let folded = words::fold(text);
    let mut words: Vec<&str> = folded.split(' ').filter(|it| !it.is_empty()).collect();
    if words.is_empty() || MOST_WORDS < words.len() {
        return None;
    }
    let mut parts = Parts { unit: None, year: None, month: None, figure: None };
    if let Some((from, length, code)) = known.within(&words) {
        words.drain(from..from + length);
        parts.unit = Some(code.to_owned());
    }
    take_time(&mut words, &mut parts);
    while words.last().is_some_and(|it| BETWEEN.contains(it)) {
        words.pop();
    }
    while words.first().is_some_and(|it| BETWEEN.contains(it)) {
        words.remove(0);
    }
    if words.is_empty() {
        return Some(parts);
    }
    let heading = words::heading(&words.join(" "))?;
    parts.figure = Some(heading)
        .filter(|it| it.likeness == Likeness::Same && words::field(it.column).is_some());
    parts.figure.is_some().then_some(parts)
}

/// Takes the longest stretch of words that is a month, a day at a month's edge, or a year.
fn take_time(words: &mut Vec<&str>, parts: &mut Parts) {
    for length in (1..=3).rev() {
        for from in 0..words.len().saturating_sub(length - 1) {
            let Some(stretch) = words.get(from..from + length) else { continue };
            if stretch.first().is_some_and(|it| BETWEEN.contains(it)) {
                continue;
            }
            let joined = stretch.join(" ");
            match when::read(&joined) {
                Some(When::Month { year, month, form }) => {
                    (parts.year, parts.month) = (year, Some((month, form)));
                }
                Some(When::Day(day)) if when::is_edge(day) => {
                    let Ymd { year, month, .. } = day.ymd();
                    (parts.year, parts.month) = (Some(year), Some((month, YearForm::Whole)));
                }
                Some(When::Day(_)) => continue,
                None => {
                    let year = joined.parse().ok().filter(|it| is_year(*it));
                    if year.is_none() {
                        continue;
                    }
                    parts.year = year;
                }
            }
            words.drain(from..from + length);
            return;
        }
    }
}
