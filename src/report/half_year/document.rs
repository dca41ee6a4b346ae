//! The document as a whole: what stands around its parts, and in which order they come.

use super::author::{EditionLine, Order};
use super::charts::{UnitChart, unit_charts};
use super::composer::{Composer, Request};
use super::definitions::definitions;
use super::findings::findings;
use super::lists::lists;
use super::numbers::numbers_of_charts;
use super::section::section;
use super::surroundings::{source_line, surroundings};
use crate::domain::Period;
use crate::report::document::{Block, Document, Foot, Meta};
use crate::report::prints::Profile;
use crate::text::dates;

/// The document of a half-year, every unit in it.
pub fn half_year_document(request: Request<'_>) -> Document {
    let of = &Composer::new(request);
    let Request { author, today, .. } = request;
    let when = of.named(of.half());
    let what = of.word("document-title");
    let whole = format!("{what}, {when}");
    let municipality = &of.overview.municipality;
    let mut lead = vec![municipality.clone(), author.department.clone()];
    lead.retain(|it| !it.is_empty());
    Document {
        lang: of.lang(),
        meta: Meta {
            title: whole.clone(),
            author: if municipality.is_empty() {
                of.word("app-name")
            } else {
                municipality.clone()
            },
            subject: of.word("document-subject"),
            keywords: of.word("document-keywords").split(", ").map(str::to_owned).collect(),
            date: today,
        },
        lead: lead.join(" · "),
        title: [what, when],
        provisional: warning(of),
        facts: facts(of),
        blocks: blocks(of),
        foot: Foot {
            name: foot(of, &whole),
            page: [of.word("document-page"), of.word("document-page-of")],
        },
    }
}

/// What stands above everything else until it is issued: that it may change, and that it is not for the agenda.
fn warning(of: &Composer<'_>) -> Option<String> {
    let is_internal = of.prints.profile == Profile::Internal;
    let internal = is_internal.then(|| of.word("document-internal"));
    let is_issued = of.request.author.edition.is_some();
    let provisional = (!is_issued).then(|| of.word("document-provisional"));
    let words: Vec<String> = internal.into_iter().chain(provisional).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// What stands at the foot of each page.
fn foot(of: &Composer<'_>, title: &str) -> String {
    let title = ("title", title.into());
    let key = match &of.request.author.edition {
        Some(edition) => {
            let number = ("number", edition.number.to_string().into());
            return of.words("document-foot-edition", &[title, number]);
        }
        None if of.prints.profile == Profile::Internal => "document-foot-internal",
        None => "document-foot-provisional",
    };
    of.words(key, &[title])
}

/// Committee, meeting and case on the left; the days and the edition on the right, read row by row.
fn facts(of: &Composer<'_>) -> Vec<[String; 2]> {
    let Request { author, today, .. } = of.request;
    let lang = of.lang();
    let not_yet = of.word("document-not-yet");
    let typed = |text: &str| if text.is_empty() { not_yet.clone() } else { text.to_owned() };
    let meeting = author.meeting.map(|it| dates::long(lang, it));
    let edition = match &author.edition {
        None => of.word("document-edition-none"),
        Some(EditionLine { number, replaces: None }) => number.to_string(),
        Some(EditionLine { number, replaces: Some((earlier, day)) }) => {
            let args = [
                ("number", number.to_string().into()),
                ("earlier", earlier.to_string().into()),
                ("day", dates::long(lang, *day).into()),
            ];
            of.words("document-edition-replaces", &args)
        }
    };
    let fact = |key: &str, value: String| [of.word(key), value];
    vec![
        fact("document-committee", typed(&author.committee)),
        fact("document-cut-off", cut_off(of)),
        fact("document-meeting", meeting.unwrap_or_else(|| not_yet.clone())),
        fact("document-extracted", dates::long(lang, today)),
        fact("document-case", typed(&author.case_number)),
        fact("document-edition", edition),
    ]
}

/// The day the figures reach: the half-year's last, or while it runs that of the last month that is over.
fn cut_off(of: &Composer<'_>) -> String {
    let half = of.half();
    let last = Period::HalfYear(half).snapshot_day();
    let today = of.request.today;
    if last <= today {
        return dates::long(of.lang(), last);
    }
    let over = today.month().plus(-1);
    if over < half.first_month() {
        return of.word("document-cut-off-open");
    }
    let day = dates::long(of.lang(), over.last_day());
    of.words("document-cut-off-so-far", &[("day", day.into())])
}

fn blocks(of: &Composer<'_>) -> Vec<Block> {
    let charts: Vec<UnitChart> =
        of.overview.units.iter().flat_map(|it| unit_charts(of, it)).collect();
    match of.request.author.order {
        Order::Overview => {
            let mut blocks = figures(of, &charts, 1);
            blocks.extend(appendix(of, &charts, 1));
            blocks
        }
        Order::CommitteeCase => as_case(of, &charts),
    }
}

/// The headings of a committee's case: the figures are what is presented.
fn as_case(of: &Composer<'_>, charts: &[UnitChart]) -> Vec<Block> {
    let texts = &of.request.author.texts;
    let mut blocks = vec![of.heading(1, "document-case-presentation")];
    blocks.extend(figures(of, charts, 2));
    for (key, text) in [
        ("document-case-economy", &texts.economy),
        ("document-case-law", &texts.law),
        ("document-case-recommendation", &texts.recommendation),
    ] {
        blocks.push(of.heading(1, key));
        let is_empty = text.trim().is_empty();
        let text = if is_empty { of.word("document-case-nothing") } else { text.clone() };
        blocks.push(Block::Paragraph(text));
    }
    blocks.push(of.heading(1, "document-case-attachments"));
    if !texts.attachments.trim().is_empty() {
        blocks.push(Block::Paragraph(texts.attachments.clone()));
    }
    blocks.extend(appendix(of, charts, 2));
    blocks
}

/// What matters most, unit by unit, the lists together, and what stands around them.
fn figures(of: &Composer<'_>, charts: &[UnitChart], level: u8) -> Vec<Block> {
    let mut blocks = Vec::new();
    let findings = findings(of);
    if !findings.is_empty() {
        blocks.extend([of.heading(level, "document-findings"), Block::Findings(findings)]);
    }
    blocks.extend(of.overview.units.iter().flat_map(|it| section(of, it, charts, level)));
    blocks.extend(lists(of, level));
    blocks.extend(surroundings(of, charts, level));
    blocks
}

fn appendix(of: &Composer<'_>, charts: &[UnitChart], level: u8) -> Vec<Block> {
    let mut blocks = vec![of.heading(level, "document-definitions")];
    blocks.push(Block::Definitions(definitions(of)));
    let numbers = numbers_of_charts(of, charts);
    if !numbers.is_empty() {
        blocks.push(of.heading(level, "document-chart-numbers"));
        blocks.push(Block::NumbersOfCharts(numbers));
    }
    blocks.push(Block::Note(source_line(of)));
    blocks
}
