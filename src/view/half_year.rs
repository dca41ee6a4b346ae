//! The page *Halvårsoversigt*: what its author types, and what becomes of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::{
    Committee, CommitteeId, Day, Edition, EditionId, HalfYear, Snapshot, UnitData, UnitId,
    check_name, check_note,
};
use crate::report::prints::Profile;
use crate::report::{Author, CaseTexts, Order, editions_of, next_edition};
use crate::text::errors::wording;
use crate::text::{Lang, dates, tr, tr_with, typed_dates};
use crate::view::Selector;

/// What is typed for one half-year, as it stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedOverview {
    /// The committee's code.
    pub committee: String,
    pub department: String,
    pub meeting: String,
    pub case_number: String,
    /// `overview` or `case`.
    pub order: String,
    /// `internal`, or the committee's.
    pub profile: String,
    /// By the units' codes.
    pub assessments: BTreeMap<String, String>,
}

impl TypedOverview {
    /// What the fields begin with: the committee that was last written to, and where this half-year has been
    /// issued before, its case and assessments. The meeting is another one, and left to be typed.
    pub fn begun(snapshot: &Snapshot, half: HalfYear) -> Self {
        let editions = || snapshot.shared.editions.values().filter(|it| it.stands());
        let own = editions().filter(|it| it.half_year == half).max_by_key(|it| it.issued_at);
        let Some(last) = own.or_else(|| editions().max_by_key(|it| it.issued_at)) else {
            return Self::default();
        };
        let committee = snapshot.shared.committees.get(&last.committee);
        let committee = committee.map_or_else(String::new, |it| it.code.clone());
        let code = |id: UnitId| Some(snapshot.unit(id)?.unit.code.clone());
        let assessments = own.into_iter().flat_map(|it| &it.assessments);
        let assessments = assessments.filter_map(|it| Some((code(it.0)?, it.1.clone())));
        Self {
            committee,
            case_number: own.map_or_else(String::new, |it| it.case_number.clone()),
            assessments: assessments.collect(),
            ..Self::default()
        }
    }

    /// Nothing was ever typed in it.
    pub fn is_blank(&self) -> bool {
        let Self { committee, department, meeting, case_number, order, profile, assessments } =
            self;
        [committee, department, meeting, case_number, order, profile]
            .into_iter()
            .chain(assessments.values())
            .all(String::is_empty)
    }
}

/// What is much the same every time, kept for each committee.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptTexts {
    pub economy: String,
    pub law: String,
    pub recommendation: String,
    pub attachments: String,
}

/// Where something is typed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum OverviewField {
    Department,
    Meeting,
    CaseNumber,
    Assessment(String),
    Economy,
    Law,
    Recommendation,
    Attachments,
}

/// What the page shows beside the document.
#[derive(Debug, Clone, PartialEq)]
pub struct HalfYearModel {
    pub committees: Selector<String>,
    pub orders: Selector<Order>,
    pub profiles: Selector<Profile>,
    /// Codes and names of the units in the half-year.
    pub units: Vec<(String, String)>,
    /// Name of a file, without its extension.
    pub file_name: String,
    pub author: Author,
    pub committee: Option<CommitteeId>,
    /// Of this half-year for the committee, the newest first.
    pub issued: Vec<IssuedEdition>,
    /// Why it cannot be issued yet.
    pub obstacle: Option<String>,
    /// "Udgave 2 af 2. halvår 2025": what would be issued.
    pub next: String,
    /// What cannot be used, and why; the document leaves it out.
    pub problems: BTreeMap<OverviewField, String>,
}

/// An edition that can be had again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedEdition {
    pub id: EditionId,
    /// "Udgave 2, 22. nov. 2026 10.42"
    pub words: String,
    /// The start of the names of its files.
    pub file_name: String,
    /// It has not been withdrawn.
    pub stands: bool,
}

pub fn half_year_model(
    snapshot: &Snapshot,
    half: HalfYear,
    typed: &TypedOverview,
    texts: &KeptTexts,
    lang: Lang,
) -> HalfYearModel {
    let last = half.last_month();
    let units = snapshot.units().filter(|it| it.unit.exists_in(last));
    let units: Vec<_> = units.collect();
    let mut reader = FieldReader { lang, problems: BTreeMap::new() };
    let author = reader.author(snapshot, typed, texts, &units);
    let mut in_office = in_office(snapshot, author.meeting);
    let committee = in_office.find(|it| it.1.code == typed.committee).map(|it| it.0);
    let profile = Profile::from_name(&typed.profile).unwrap_or(Profile::Committee);
    let named = |key| tr_with(lang, key, &[("half", half.to_string().into())]);
    let file = named("document-file");
    HalfYearModel {
        committees: committees(snapshot, typed, author.meeting, lang),
        orders: choice(
            lang,
            ["half-year-order", "half-year-order-{}"],
            (author.order, Order::ALL),
            Order::name,
        ),
        profiles: choice(
            lang,
            ["half-year-profile", "half-year-profile-{}"],
            (profile, Profile::ALL),
            Profile::name,
        ),
        committee,
        issued: committee.map_or_else(Vec::new, |it| issued(snapshot, half, it, &file, lang)),
        obstacle: obstacle(&author, committee, profile, lang),
        next: next(snapshot, half, committee, lang),
        units: units
            .into_iter()
            .map(|it| (it.unit.code.clone(), it.unit.name_in(last).to_owned()))
            .collect(),
        file_name: match profile {
            Profile::Committee => file,
            Profile::Internal => named("document-file-internal"),
        },
        author,
        problems: reader.problems,
    }
}

/// The committees in office on the day of the meeting; all of them before there is one.
fn in_office(
    snapshot: &Snapshot,
    meeting: Option<Day>,
) -> impl Iterator<Item = (CommitteeId, &Committee)> {
    let all = snapshot.shared.committees.iter().map(|it| (*it.0, it.1));
    all.filter(move |(_, committee)| {
        meeting.is_none_or(|it| committee.from <= it && committee.to.is_none_or(|to| it <= to))
    })
}

fn committees(
    snapshot: &Snapshot,
    typed: &TypedOverview,
    meeting: Option<Day>,
    lang: Lang,
) -> Selector<String> {
    let found = in_office(snapshot, meeting).map(|it| it.1);
    let mut options: Vec<(String, String)> =
        found.map(|it| (it.code.clone(), it.name.clone())).collect();
    options.insert(0, (String::new(), tr(lang, "half-year-no-committee")));
    let current = options.iter().find(|it| it.0 == typed.committee).or_else(|| options.first());
    let current = current.map(|it| it.0.clone()).unwrap_or_default();
    Selector::new(tr(lang, "document-committee"), current, options)
}

/// One of a few things: the key of what is chosen, and the one of each with its name in it.
fn choice<T: Copy + PartialEq>(
    lang: Lang,
    [key, each]: [&str; 2],
    (current, all): (T, [T; 2]),
    name: fn(T) -> &'static str,
) -> Selector<T> {
    let options = all.map(|it| (it, tr(lang, &each.replace("{}", name(it)))));
    Selector::new(tr(lang, key), current, options.into())
}

fn issued(
    snapshot: &Snapshot,
    half: HalfYear,
    committee: CommitteeId,
    file: &str,
    lang: Lang,
) -> Vec<IssuedEdition> {
    let line = |(id, edition): (EditionId, &Edition)| {
        let number = edition.number.to_string();
        let args = [
            ("number", number.as_str().into()),
            ("at", dates::moment(lang, edition.issued_at).into()),
            ("by", edition.issued_by.as_str().into()),
        ];
        let key = if edition.stands() { "half-year-issued" } else { "half-year-issued-withdrawn" };
        let name = [("file", file.into()), ("number", number.as_str().into())];
        IssuedEdition {
            id,
            words: tr_with(lang, key, &args),
            file_name: tr_with(lang, "half-year-edition-file", &name),
            stands: edition.stands(),
        }
    };
    let mut all: Vec<IssuedEdition> = editions_of(snapshot, half, committee).map(line).collect();
    all.reverse();
    all
}

/// Why it cannot be issued: what is not for a committee, or what is still to be filled in.
fn obstacle(
    author: &Author,
    committee: Option<CommitteeId>,
    profile: Profile,
    lang: Lang,
) -> Option<String> {
    if profile == Profile::Internal {
        return Some(tr(lang, "half-year-issue-internal"));
    }
    let missing = [
        (committee.is_none(), "half-year-issue-committee"),
        (author.meeting.is_none(), "half-year-issue-meeting"),
        (author.case_number.is_empty(), "half-year-issue-case-number"),
    ];
    let missing = missing.into_iter().filter(|it| it.0).map(|it| tr(lang, it.1));
    let missing: Vec<String> = missing.collect();
    let args = [("fields", missing.join(", ").into())];
    (!missing.is_empty()).then(|| tr_with(lang, "half-year-issue-fields", &args))
}

fn next(snapshot: &Snapshot, half: HalfYear, committee: Option<CommitteeId>, lang: Lang) -> String {
    let number = committee.map_or(1, |it| next_edition(snapshot, half, it).number);
    let period = dates::half_year(lang, half);
    let args = [("number", number.to_string().into()), ("half", period.into())];
    tr_with(lang, "half-year-next", &args)
}

/// Reads fields; what cannot be used is said and left out.
struct FieldReader {
    lang: Lang,
    problems: BTreeMap<OverviewField, String>,
}

impl FieldReader {
    fn author(
        &mut self,
        snapshot: &Snapshot,
        typed: &TypedOverview,
        texts: &KeptTexts,
        units: &[&UnitData],
    ) -> Author {
        let meeting = self.day(&typed.meeting);
        let chosen = committees(snapshot, typed, meeting, self.lang);
        let assessments = units.iter().filter_map(|data| {
            let code = &data.unit.code;
            let text = typed.assessments.get(code)?;
            let note = self.note(OverviewField::Assessment(code.clone()), text);
            // A field that was shown and left empty is no assessment.
            (!note.is_empty()).then_some((data.id, note))
        });
        let assessments = assessments.collect();
        Author {
            committee: if chosen.current.is_empty() { String::new() } else { chosen.current_label },
            department: self.name(OverviewField::Department, &typed.department),
            meeting,
            case_number: self.name(OverviewField::CaseNumber, &typed.case_number),
            assessments,
            order: Order::from_name(&typed.order).unwrap_or_default(),
            texts: CaseTexts {
                economy: self.note(OverviewField::Economy, &texts.economy),
                law: self.note(OverviewField::Law, &texts.law),
                recommendation: self.note(OverviewField::Recommendation, &texts.recommendation),
                attachments: self.note(OverviewField::Attachments, &texts.attachments),
            },
            edition: None,
            revisions: None,
        }
    }

    fn day(&mut self, text: &str) -> Option<Day> {
        typed_dates::day(text).unwrap_or_else(|error| {
            self.problems.insert(OverviewField::Meeting, error.words(self.lang));
            None
        })
    }

    fn name(&mut self, field: OverviewField, text: &str) -> String {
        self.checked(field, text, check_name)
    }

    fn note(&mut self, field: OverviewField, text: &str) -> String {
        self.checked(field, text, check_note)
    }

    fn checked(
        &mut self,
        field: OverviewField,
        text: &str,
        check: fn(&str) -> Result<std::borrow::Cow<'_, str>, crate::domain::WordingError>,
    ) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        match check(text) {
            Ok(text) => text.into_owned(),
            Err(error) => {
                self.problems.insert(field, wording(self.lang, error));
                String::new()
            }
        }
    }
}
