//! Targets with validity and source, and the ones that are commonly used, offered with where they come from.

use super::form::{Field, FieldName, Form, Problems, Reader, Suggestion, Values, typed_number};
use super::unit::{options, word};
use super::{
    Item, ListModel, ListRow, RegisterContext, Subject, unit_of, unit_or_all_options, unit_word,
};
use crate::book::{Command, SharedCommand};
use crate::domain::{Day, Target, TargetId, TargetMetric, Thousandths};
use crate::text::{Lang, WaitUnit, dates, tr, tr_with};
use crate::view::{Chip, Tone};

const METRICS: [(TargetMetric, &str); 2] =
    [(TargetMetric::Caseload, "caseload"), (TargetMetric::Wait, "wait")];
const DAYS_PER_WEEK: i64 = 7;

/// By metric; within it the newest first. Those that have been followed by another are past.
pub fn list(at: &RegisterContext<'_>) -> ListModel {
    let targets = &at.snapshot.shared.targets;
    let is_shown = |it: &Target| at.unit.is_none() || it.unit.is_none() || it.unit == at.unit;
    let mut shown: Vec<_> = targets.iter().filter(|(_, it)| is_shown(it)).collect();
    shown.sort_by_key(|(id, it)| (it.metric, it.unit, std::cmp::Reverse(it.valid_from), **id));
    let in_force = |id: TargetId, it: &Target| {
        let rivals = targets.iter().filter(|(_, other)| {
            (other.metric, other.unit) == (it.metric, it.unit) && other.valid_from <= at.today
        });
        rivals.max_by_key(|(id, other)| (other.valid_from, **id)).map(|it| *it.0) == Some(id)
    };
    let rows = shown.into_iter().map(|(id, it)| {
        let chip = if at.today < it.valid_from {
            Some(Chip { text: tr(at.lang, "register-later-chip"), tone: Tone::Neutral })
        } else if in_force(*id, it) {
            Some(Chip { text: tr(at.lang, "register-in-force-chip"), tone: Tone::Good })
        } else {
            None
        };
        ListRow {
            item: Item::Target(*id),
            title: format!("{} · {}", tr(at.lang, metric_key(it.metric)), limits(at, it)),
            detail: format!(
                "{} · {}",
                unit_word(at, it.unit),
                tr_with(
                    at.lang,
                    "register-since",
                    &[("from", dates::short(at.lang, it.valid_from).into())]
                )
            ),
            is_past: chip.is_none(),
            chip,
        }
    });
    ListModel {
        add: Some((tr(at.lang, "register-new-target"), Subject::Target(None))),
        rows: rows.collect(),
        empty: tr(at.lang, "register-no-targets"),
    }
}

const fn metric_key(metric: TargetMetric) -> &'static str {
    match metric {
        TargetMetric::Caseload => "register-metric-caseload",
        TargetMetric::Wait => "register-metric-wait",
    }
}

/// `20–30`, `højst 6 uger`.
fn limits(at: &RegisterContext<'_>, target: &Target) -> String {
    let typed = Typing::of(at, target.metric);
    let number = |it: Thousandths| typed_number(typed.shown(it));
    let words = match (target.lower, target.upper) {
        (Some(lower), Some(upper)) => format!("{}–{}", number(lower), number(upper)),
        (None, Some(upper)) => {
            tr_with(at.lang, "register-at-most", &[("limit", number(upper).into())])
        }
        (Some(lower), None) => {
            tr_with(at.lang, "register-at-least", &[("limit", number(lower).into())])
        }
        (None, None) => String::new(),
    };
    format!("{words} {}", typed.word(at.lang)).trim_end().to_owned()
}

/// What the limits of a metric are typed in. Waits are kept in days; a whole number of days is a
/// number of weeks with at most three decimals only where it was typed so, else days are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typing {
    Cases,
    Days,
    Weeks,
}

impl Typing {
    fn of(at: &RegisterContext<'_>, metric: TargetMetric) -> Self {
        match (metric, WaitUnit::of(at.snapshot.settings())) {
            (TargetMetric::Caseload, _) => Self::Cases,
            (TargetMetric::Wait, WaitUnit::Weeks) => Self::Weeks,
            (TargetMetric::Wait, WaitUnit::Days | WaitUnit::Months) => Self::Days,
        }
    }

    const fn shown(self, kept: Thousandths) -> Thousandths {
        match self {
            Self::Cases | Self::Days => kept,
            // Half a thousandth is rounded up.
            Self::Weeks => Thousandths((2 * kept.0 + DAYS_PER_WEEK) / (2 * DAYS_PER_WEEK)),
        }
    }

    const fn kept(self, typed: Thousandths) -> Thousandths {
        match self {
            Self::Cases | Self::Days => typed,
            Self::Weeks => Thousandths(typed.0 * DAYS_PER_WEEK),
        }
    }

    fn word(self, lang: Lang) -> String {
        match self {
            Self::Cases => String::new(),
            Self::Days => tr(lang, "unit-days"),
            Self::Weeks => tr(lang, "unit-weeks"),
        }
    }
}

pub fn form(at: &RegisterContext<'_>, id: Option<TargetId>) -> Option<Form> {
    let lang = at.lang;
    let known = match id {
        Some(id) => Some(at.snapshot.shared.targets.get(&id)?),
        None => None,
    };
    let metric = known.map_or(TargetMetric::Caseload, |it| it.metric);
    let typed = Typing::of(at, metric);
    let number = |it: Option<Thousandths>| it.map(|it| typed_number(typed.shown(it)));
    let lower = number(known.and_then(|it| it.lower)).unwrap_or_default();
    let upper = number(known.and_then(|it| it.upper)).unwrap_or_default();
    let unit = known.map_or(at.unit, |it| it.unit).map(|it| it.0.to_string());
    let from = known.map_or(at.today, |it| it.valid_from);
    let source = known.map(|it| it.source.clone()).unwrap_or_default();
    let weeks = Typing::of(at, TargetMetric::Wait).word(lang);
    let hint = tr_with(lang, "register-hint-limit", &[("unit", weeks.into())]);
    let mut form =
        Form::for_new_or_known(lang, known, "register-new-target", "register-edit-target")
            .with(Field::choice(
                lang,
                "metric",
                word(&METRICS, &metric),
                options(lang, "metric", &METRICS),
            ))
            .with(Field::choice(
                lang,
                "for-unit",
                unit.unwrap_or_default(),
                unit_or_all_options(at),
            ))
            .with(Field::line(lang, "lower", lower).hint(hint.clone()))
            .with(Field::line(lang, "upper", upper).hint(hint))
            .with(
                Field::line(lang, "valid-from", dates::short(lang, from))
                    .hint(tr(lang, "register-hint-day")),
            )
            .with(Field::note(lang, "source", source).hint(tr(lang, "register-hint-source")));
    if let Some(id) = id {
        let remove = Command::Shared(SharedCommand::RemoveTarget(id));
        form.remove = Some((tr(lang, "register-delete"), remove));
    } else {
        form.suggestions = suggestions(at);
    }
    Some(form)
}

/// A commonly used target: its name in the keys of sentences, its metric, limits and first day.
struct Common {
    key: &'static str,
    metric: TargetMetric,
    /// Cases, or days.
    lower: Option<i64>,
    upper: Option<Thousandths>,
    from: (i32, u32, u32),
}

/// Dansk Socialrådgiverforening's guideline caseloads of 2007, 2015 and 2020; the limits of
/// Barnets Lov §§ 20 and 95; a municipality's own limit by Retssikkerhedsloven § 3.
const COMMON: [Common; 6] = [
    caseload("ds-2020", 20, 30, (2020, 2, 1)),
    caseload("ds-2015", 25, 35, (2015, 1, 1)),
    caseload("ds-2007", 30, 45, (2007, 1, 1)),
    // Four and three months of a twelfth of 365.25 days.
    wait("law-20", Some(Thousandths(121_750)), (2024, 1, 1)),
    wait("law-95", Some(Thousandths(91_313)), (2024, 1, 1)),
    wait("own-limit", None, (2024, 1, 1)),
];

const fn caseload(key: &'static str, lower: i64, upper: i64, from: (i32, u32, u32)) -> Common {
    let upper = Some(Thousandths::whole(upper));
    Common { key, metric: TargetMetric::Caseload, lower: Some(lower), upper, from }
}

const fn wait(key: &'static str, upper: Option<Thousandths>, from: (i32, u32, u32)) -> Common {
    Common { key, metric: TargetMetric::Wait, lower: None, upper, from }
}

fn suggestions(at: &RegisterContext<'_>) -> Vec<Suggestion> {
    let lang = at.lang;
    let suggestion = |it: &Common| {
        let typed = Typing::of(at, it.metric);
        let number = |it: Option<Thousandths>| it.map(|it| typed_number(typed.shown(it)));
        let source = tr(lang, &format!("register-target-{}-source", it.key));
        let (year, month, day) = it.from;
        let from = Day::new(year, month, day).unwrap_or(at.today);
        let values: Vec<(FieldName, String)> = vec![
            ("metric", word(&METRICS, &it.metric).to_owned()),
            ("lower", number(it.lower.map(Thousandths::whole)).unwrap_or_default()),
            ("upper", number(it.upper).unwrap_or_default()),
            ("valid-from", dates::short(lang, from)),
            ("source", source.clone()),
        ];
        Suggestion { word: tr(lang, &format!("register-target-{}", it.key)), source, values }
    };
    COMMON.iter().map(suggestion).collect()
}

pub fn read(
    at: &RegisterContext<'_>,
    id: Option<TargetId>,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let metric = reader.choice("metric", &METRICS);
    let unit = unit_of(reader.text("for-unit"));
    let lower = reader.optional_number("lower");
    let upper = reader.optional_number("upper");
    let valid_from = reader.day("valid-from");
    let source = reader.note("source");
    if matches!((lower, upper), (Ok(None), Ok(None))) {
        reader.problem("upper", tr(at.lang, "register-limit-needed"));
    }
    if let (Ok(Some(lower)), Ok(Some(upper))) = (lower, upper)
        && upper < lower
    {
        reader.problem("upper", tr(at.lang, "register-limit-order"));
    }
    let command = || {
        let metric = metric?;
        let typed = Typing::of(at, metric);
        let known = id.and_then(|it| at.snapshot.shared.targets.get(&it));
        // What was not touched keeps the days it had, whatever it is shown as.
        let keep = |new: Option<Thousandths>, old: Option<Thousandths>| match (new, old) {
            (Some(new), Some(old)) if typed.shown(old) == new => Some(old),
            (new, _) => new.map(|it| typed.kept(it)),
        };
        let same = known.filter(|it| it.metric == metric);
        let target = Target {
            metric,
            unit,
            lower: keep(lower.ok()?, same.and_then(|it| it.lower)),
            upper: keep(upper.ok()?, same.and_then(|it| it.upper)),
            valid_from: valid_from?,
            source: source?,
        };
        Some(match id {
            Some(id) => SharedCommand::EditTarget { id, target },
            None => SharedCommand::AddTarget(target),
        })
    };
    let command = command();
    reader.finish(command.map(Command::Shared))
}
