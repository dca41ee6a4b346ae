//! The half-yearly overview for a committee: its figures put on pages, beside what its author has typed.

mod author;
mod charts;
mod definitions;
mod findings;
mod lists;
mod numbers;
mod section;
mod surroundings;
mod targets;

pub use self::author::{Author, CaseTexts, EditionLine, Order, Revision};
pub use self::charts::DRAWN_KEYS;
use self::section::Section;
pub use self::section::printed_keys;
use super::Overview;
use super::document::{Block, Document, Foot, Meta};
use super::prints::{Prints, Profile};
use crate::domain::{Day, HalfYear, Period, Snapshot};
use crate::text::{Display, dates, tr, tr_with};

/// Marks of figures that are not issued, and of figures that have changed since they were.
const PROVISIONAL: &str = "f";
const REVISED: &str = "r";

/// What a document is made of.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    pub snapshot: &'a Snapshot,
    /// Every figure that may be printed, and whether it is.
    pub prints: &'a Prints,
    pub author: &'a Author,
    /// The day the figures are taken out.
    pub today: Day,
}

/// The document of a half-year, every unit in it.
pub fn half_year_document(request: Request<'_>) -> Document {
    let prints = request.prints;
    Composer { request, overview: prints.overview(), prints }.document()
}

/// Everything the parts of the document are made from.
#[derive(Clone, Copy)]
struct Composer<'a> {
    request: Request<'a>,
    overview: &'a Overview,
    prints: &'a Prints,
}

impl Composer<'_> {
    const fn lang(&self) -> crate::text::Lang {
        self.prints.display.lang
    }

    const fn half(&self) -> HalfYear {
        self.prints.half
    }

    const fn display(&self) -> Display {
        self.prints.display
    }

    fn word(&self, key: &str) -> String {
        tr(self.lang(), key)
    }

    fn document(&self) -> Document {
        let Request { author, today, .. } = self.request;
        let half = self.half();
        let lang = self.lang();
        let when = dates::period(lang, Period::HalfYear(half));
        let what = self.word("document-title");
        let whole = format!("{what}, {when}");
        let municipality = &self.overview.municipality;
        let mut lead = vec![municipality.clone(), author.department.clone()];
        lead.retain(|it| !it.is_empty());
        Document {
            lang,
            meta: Meta {
                title: whole.clone(),
                author: if municipality.is_empty() {
                    self.word("app-name")
                } else {
                    municipality.clone()
                },
                subject: self.word("document-subject"),
                keywords: self.word("document-keywords").split(", ").map(str::to_owned).collect(),
                date: today,
            },
            lead: lead.join(" · "),
            title: [what, when],
            provisional: self.warning(),
            facts: self.facts(),
            blocks: self.blocks(),
            foot: Foot {
                name: self.foot(&whole),
                page: [self.word("document-page"), self.word("document-page-of")],
            },
        }
    }

    /// What stands above everything else until it is issued: that it may change, and that it is not for the agenda.
    fn warning(&self) -> Option<String> {
        let is_internal = self.prints.profile == Profile::Internal;
        let internal = is_internal.then(|| self.word("document-internal"));
        let is_issued = self.request.author.edition.is_some();
        let provisional = (!is_issued).then(|| self.word("document-provisional"));
        let words: Vec<String> = internal.into_iter().chain(provisional).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// What stands at the foot of each page.
    fn foot(&self, title: &str) -> String {
        let title = ("title", title.into());
        let key = match &self.request.author.edition {
            Some(it) => {
                let number = ("number", it.number.to_string().into());
                return tr_with(self.lang(), "document-foot-edition", &[title, number]);
            }
            None if self.prints.profile == Profile::Internal => "document-foot-internal",
            None => "document-foot-provisional",
        };
        tr_with(self.lang(), key, &[title])
    }

    /// Committee, meeting and case on the left; the days and the edition on the right, read row by row.
    fn facts(&self) -> Vec<[String; 2]> {
        let Request { author, today, .. } = self.request;
        let lang = self.lang();
        let not_yet = self.word("document-not-yet");
        let typed = |text: &str| if text.is_empty() { not_yet.clone() } else { text.to_owned() };
        let meeting = author.meeting.map(|it| dates::long(lang, it));
        let edition = match &author.edition {
            None => self.word("document-edition-none"),
            Some(EditionLine { number, replaces: None }) => number.to_string(),
            Some(EditionLine { number, replaces: Some((earlier, day)) }) => {
                let args = [
                    ("number", number.to_string().into()),
                    ("earlier", earlier.to_string().into()),
                    ("day", dates::long(lang, *day).into()),
                ];
                tr_with(lang, "document-edition-replaces", &args)
            }
        };
        let fact = |key: &str, value: String| [self.word(key), value];
        vec![
            fact("document-committee", typed(&author.committee)),
            fact("document-cut-off", self.cut_off()),
            fact("document-meeting", meeting.unwrap_or_else(|| not_yet.clone())),
            fact("document-extracted", dates::long(lang, today)),
            fact("document-case", typed(&author.case_number)),
            fact("document-edition", edition),
        ]
    }

    /// The day the figures reach: the half-year's last, or while it runs that of the last month that is over.
    fn cut_off(&self) -> String {
        let half = self.half();
        let last = Period::HalfYear(half).snapshot_day();
        let today = self.request.today;
        if last <= today {
            return dates::long(self.lang(), last);
        }
        let over = today.month().plus(-1);
        if over < half.first_month() {
            return self.word("document-cut-off-open");
        }
        let day = dates::long(self.lang(), over.last_day());
        tr_with(self.lang(), "document-cut-off-so-far", &[("day", day.into())])
    }

    /// Beside every figure of the half-year until it is issued.
    const fn provisional_mark(&self) -> &'static str {
        if self.request.author.edition.is_none() { PROVISIONAL } else { "" }
    }

    fn blocks(&self) -> Vec<Block> {
        match self.request.author.order {
            Order::Overview => self.as_overview(),
            Order::CommitteeCase => self.as_case(),
        }
    }

    fn as_overview(&self) -> Vec<Block> {
        let mut blocks = self.findings_blocks(1);
        blocks.extend(self.sections(1));
        blocks.extend(self.lists(1));
        blocks.extend(self.surroundings(1));
        blocks.extend(self.appendix(1));
        blocks
    }

    /// The headings of a committee's case: the figures are what is presented.
    fn as_case(&self) -> Vec<Block> {
        let texts = &self.request.author.texts;
        let mut blocks = vec![self.heading(1, "document-case-presentation")];
        blocks.extend(self.findings_blocks(2));
        blocks.extend(self.sections(2));
        blocks.extend(self.lists(2));
        blocks.extend(self.surroundings(2));
        for (key, text) in [
            ("document-case-economy", &texts.economy),
            ("document-case-law", &texts.law),
            ("document-case-recommendation", &texts.recommendation),
        ] {
            blocks.push(self.heading(1, key));
            let none = || self.word("document-case-nothing");
            blocks.push(Block::Paragraph(if text.trim().is_empty() {
                none()
            } else {
                text.clone()
            }));
        }
        blocks.push(self.heading(1, "document-case-attachments"));
        if !texts.attachments.trim().is_empty() {
            blocks.push(Block::Paragraph(texts.attachments.clone()));
        }
        blocks.extend(self.appendix(2));
        blocks
    }

    fn heading(&self, level: u8, key: &str) -> Block {
        Block::Heading { level, text: self.word(key) }
    }

    fn findings_blocks(&self, level: u8) -> Vec<Block> {
        let findings = self.findings();
        if findings.is_empty() {
            return Vec::new();
        }
        vec![self.heading(level, "document-findings"), Block::Findings(findings)]
    }

    fn sections(&self, level: u8) -> Vec<Block> {
        let sections = self.overview.units.iter().map(|it| Section::new(*self, it));
        sections.flat_map(|it| it.blocks(level)).collect()
    }

    fn appendix(&self, level: u8) -> Vec<Block> {
        let definitions = self.definitions();
        let mut blocks = vec![self.heading(level, "document-definitions")];
        blocks.push(Block::Definitions(definitions));
        let numbers = self.numbers_of_charts();
        if !numbers.is_empty() {
            blocks.push(self.heading(level, "document-chart-numbers"));
            blocks.push(Block::NumbersOfCharts(numbers));
        }
        blocks.push(Block::Note(self.source_line()));
        blocks
    }
}
