//! The words that headings, rows and titles of departments' sheets are made of. They are a format, not words of ours.

use crate::book::draft::{Column, WaitUnit};
use crate::domain::UnitField;

use super::headings::{near, same, within};
use super::known::Likeness;
use super::mapping::Use;
use super::vocabulary::{
    ANOTHER_TIME, COUNTED, DAYS, FRAMES, HEADINGS, MAKING, MONTHS, OTHER, PERIODS, RATIOS, TOTALS,
    WEEKS,
};
use super::when;

/// Lower case, letters and digits only, one space between words.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether a column's heading says that it sums up others.
pub fn is_total(text: &str) -> bool {
    let folded = fold(text);
    let begins = |it: &&str| {
        folded.strip_prefix(*it).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let short = matches!(folded.as_str(), "h1" | "h2" | "q1" | "q2" | "q3" | "q4");
    short || TOTALS.iter().any(begins) && !starts_a_heading(&folded)
}

/// Whether a row's first words say that it sums up others: there `Sager i alt` is one too.
pub fn is_total_row(text: &str) -> bool {
    let folded = fold(text);
    is_total(text) || [" i alt", " ialt", " total"].iter().any(|it| folded.ends_with(it))
}

/// `gns ventetid` and `samlet antal sager` are headings of figures, not sums.
fn starts_a_heading(folded: &str) -> bool {
    same(folded).is_some() || folded.contains("vente")
}

pub fn is_period(text: &str) -> bool {
    let folded = fold(text);
    PERIODS.iter().any(|it| folded.split(' ').any(|word| word == *it))
}

/// Whether a heading says that its column is of no use here.
pub fn is_other(text: &str) -> bool {
    let folded = fold(text);
    text.contains('%')
        || is_of_an_age(&folded)
        || is_of_another_time(text)
        || folded.split(' ').any(|word| OTHER.contains(&word))
}

/// `Sager 0-6 år`: some of them.
fn is_of_an_age(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let is_number = |it: &str| it.len() <= 2 && it.parse::<u32>().is_ok();
    words.windows(2).any(|it| matches!(it, [a, b] if is_number(a) && *b == "\u{e5}r"))
}

/// Whether a figure is not that of its month: added up since January, expected, or of the month's first day.
fn is_of_another_time(text: &str) -> bool {
    let folded = fold(text);
    folded.contains("år til dato") || folded.split(' ').any(|word| ANOTHER_TIME.contains(&word))
}

/// Whether a title says when, by whom or out of what a sheet was made, and not what it is about.
pub fn is_of_making(text: &str) -> bool {
    let folded = fold(text);
    let says = |word: &str| folded.split(' ').any(|it| it == word);
    let is_dated = when::year_in(text).is_some() && when::year_in_file(text).is_none();
    MAKING.iter().any(|it| says(it)) || is_dated && says("udtr\u{e6}k")
}

/// A title without what only says that it is one: `Status pr. 31. marts 2025`, `M\u{e5}nedsrapport for marts 2025`.
pub fn without_frame(text: &str) -> String {
    let folded = fold(text);
    folded.split(' ').filter(|it| !FRAMES.contains(it)).collect::<Vec<_>>().join(" ")
}

/// A heading, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    pub column: Column,
    pub likeness: Likeness,
    pub wait_unit: Option<WaitUnit>,
    /// Cases divided by people.
    pub is_ratio: bool,
}

impl Heading {
    /// Of a column that says what its rows are about, in a way of its own.
    pub const fn of_a_label() -> Self {
        let (column, likeness) = (Column::Field, Likeness::Same);
        Self { column, likeness, wait_unit: None, is_ratio: false }
    }
}

/// What a heading means, if it is one of those we know or nearly so.
pub fn heading(text: &str) -> Option<Heading> {
    if text.chars().count() > 80 {
        return None;
    }
    let (wait_unit, is_ratio) = (stated_unit(text), is_ratio(text));
    let folded = tidied(text);
    let told_in_full = same(&fold(text));
    let told_bare =
        same(&folded).filter(|_| !is_of_another_time(text) && !is_of_an_age(&fold(text)));
    if let Some(column) = told_in_full.or(told_bare) {
        return Some(Heading { column, likeness: Likeness::Same, wait_unit, is_ratio });
    }
    if is_other(text) || folded.is_empty() {
        return None;
    }
    if let Some(column) = same(&without_fillers(&folded)) {
        return Some(Heading { column, likeness: Likeness::Same, wait_unit, is_ratio });
    }
    let column = near(&folded).or_else(|| within(&folded)).or_else(|| wait_to_start(&folded))?;
    Some(Heading { column, likeness: Likeness::Near, wait_unit, is_ratio })
}

/// Without what only says that a month is meant: `Nye sager i måneden`, `Sagsantal ultimo måned`.
fn without_fillers(folded: &str) -> String {
    const TAILS: &[&str] = &[
        " i alt",
        " ialt",
        " i måneden",
        " i perioden",
        " ultimo måneden",
        " ultimo måned",
        " ultimo",
        " pr måned",
        " pr md",
        " pr ultimo",
        " måneden",
        " denne måned",
        " pr dato",
        " ved månedens udgang",
        " ved månedens slutning",
        " sidste dag i måneden",
    ];
    let mut bare = folded;
    while let Some(shorter) = TAILS.iter().find_map(|it| bare.strip_suffix(it)) {
        bare = shorter;
    }
    // As pivot tables name what they add up.
    bare = bare.strip_prefix("sum af ").or_else(|| bare.strip_prefix("sum of ")).unwrap_or(bare);
    if let Some(mean) = bare.strip_prefix("gns af ") {
        return format!("gns {mean}");
    }
    bare.strip_prefix("heraf ").map_or_else(|| bare.to_owned(), |_| folded.to_owned())
}

/// `Ventetid ml. visitation og opstart`, in whatever words: the wait of those who have started.
fn wait_to_start(folded: &str) -> Option<Column> {
    const STARTS: &[&str] =
        &["start", "opstart", "påbegyndelse", "iværksættelse", "igangsættelse", "påbegyndt"];
    let is_wait = folded.split(' ').take(2).any(|it| matches!(it, "ventetid" | "ventetiden"));
    let is_other = folded.split(' ').any(|it| matches!(it, "længste" | "median" | "maks" | "max"));
    let starts = folded.split(' ').any(|it| STARTS.contains(&it));
    (is_wait && starts && !is_other).then_some(Column::WaitStartedMean)
}

/// Without what stands in brackets, without the unit, and with one word for averages.
fn tidied(text: &str) -> String {
    let mut bare = String::new();
    let mut depth = 0_u32;
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    let folded = fold(&bare);
    let mut kept: Vec<&str> = Vec::new();
    for word in folded.split(' ') {
        match word {
            "gennemsnitlig" | "gennemsnitligt" | "gennemsnit" | "gnsn" | "gnst" | "middel" => {
                kept.push("gns");
            }
            "uger" | "uge" | "dage" | "måneder" | "mdr" if kept.last() == Some(&"i") => {
                kept.pop();
            }
            "uger" | "dage" | "mdr" if !kept.is_empty() => {}
            _ => kept.push(word),
        }
    }
    kept.join(" ")
}

/// Whether a word after a number says what is counted.
pub fn is_counted(word: &str) -> bool {
    COUNTED.contains(&fold(word).as_str())
}

/// Whether a heading or a title speaks of cases divided by people.
pub fn is_ratio(text: &str) -> bool {
    let padded = format!(" {} ", fold(text));
    RATIOS.iter().any(|it| padded.contains(&format!(" {it} ")))
}

pub fn wait_unit(word: &str) -> Option<WaitUnit> {
    let folded = fold(word);
    let is_in = |words: &[&str]| words.contains(&folded.as_str());
    if is_in(WEEKS) {
        Some(WaitUnit::Weeks)
    } else if is_in(DAYS) {
        Some(WaitUnit::Days)
    } else if is_in(MONTHS) {
        Some(WaitUnit::Months)
    } else {
        None
    }
}

/// The unit that a heading of waits states.
fn stated_unit(text: &str) -> Option<WaitUnit> {
    let folded = fold(text);
    let mut units = folded.split(' ').filter_map(|word| {
        wait_unit(word).or_else(|| (word == "ventedage").then_some(WaitUnit::Days))
    });
    let found = units.next()?;
    units.all(|it| it == found).then_some(found)
}

/// The unit of waits that a title or a guide states: `Ventetid er angivet i uger`.
pub fn unit_in_prose(text: &str) -> Option<WaitUnit> {
    let folded = fold(text);
    if !folded.contains("vente") {
        return None;
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let pairs = words.iter().zip(words.iter().skip(1));
    let mut stated = pairs.filter(|it| *it.0 == "i").filter_map(|it| wait_unit(it.1));
    let found = stated.next()?;
    stated.all(|it| it == found).then_some(found)
}

/// What figure a title speaks of, for cells that name none.
pub fn figure_in_prose(text: &str) -> Option<Column> {
    if is_ratio(text) || is_of_another_time(text) {
        return None;
    }
    let folded = format!(" {} ", fold(text));
    let speaks = |word: &str| folded.contains(&format!(" {word} "));
    let mut found = None;
    for (column, names) in HEADINGS {
        let is_figure = field(*column).is_some();
        if is_figure && names.iter().any(|it| 5 <= it.chars().count() && speaks(it)) {
            if found.is_some_and(|it| it != *column) {
                return None;
            }
            found = Some(*column);
        }
    }
    found
}

/// The figure that a column of figures holds.
pub fn field(column: Column) -> Option<UnitField> {
    UnitField::ALL.into_iter().find(|it| Column::of(*it) == column)
}

/// A word of a mapping in Danish.
pub fn told_column(lower: &str) -> Option<Use> {
    match lower {
        "ignorer" | "bruges ikke" | "-" | "" => Some(Use::No),
        _ => same(&fold(lower)).map(Use::As),
    }
}
