//! Targets with validity and source, and the ones that are commonly used, offered with where they come from.

use std::cmp::Reverse;

use super::form::Suggestion;
use super::form_spec::{FormSpec, Takes, kept};
use super::model::{FormLink, ListModel, ListRow, RegisterContext};
use super::subject::{Item, Subject};
use super::words::{concerns, since, unit_or_all_options, unit_word};
use crate::book::SharedCommand;
use crate::domain::{Day, Target, TargetId, TargetMetric, Thousandths};
use crate::text::number::typed as typed_number;
use crate::text::{Lang, WaitUnit, changes, dates, tr, tr_with};
use crate::view::{Chip, Tone};

const METRICS: [(TargetMetric, &str); 2] =
    [(TargetMetric::Caseload, "caseload"), (TargetMetric::Wait, "wait")];
const DAYS_PER_WEEK: i64 = 7;

/// By metric; within it the newest first. Those that have been followed by another are past.
pub fn list(at: RegisterContext<'_>) -> ListModel {
    let targets = &at.snapshot.shared.targets;
    let mut shown: Vec<_> = targets.iter().filter(|it| concerns(at, it.1.unit)).collect();
    shown
        .sort_by_key(|(id, target)| (target.metric, target.unit, Reverse(target.valid_from), **id));
    let in_force = |id: TargetId, target: &Target| {
        let rivals = targets.iter().filter(|(_, other)| {
            (other.metric, other.unit) == (target.metric, target.unit)
                && other.valid_from <= at.today
        });
        rivals.max_by_key(|(id, other)| (other.valid_from, **id)).map(|it| *it.0) == Some(id)
    };
    let rows = shown.into_iter().map(|(id, target)| {
        let chip = if at.today < target.valid_from {
            Some(Chip { text: tr(at.lang, "register-later-chip"), tone: Tone::Neutral })
        } else if in_force(*id, target) {
            Some(Chip { text: tr(at.lang, "register-in-force-chip"), tone: Tone::Good })
        } else {
            None
        };
        ListRow {
            item: Item::Target(*id),
            title: format!("{} · {}", changes::metric(at.lang, target.metric), limits(at, target)),
            detail: format!(
                "{} · {}",
                unit_word(at, target.unit),
                since(at.lang, dates::short(at.lang, target.valid_from))
            ),
            is_past: chip.is_none(),
            chip,
        }
    });
    ListModel {
        add: Some(FormLink::new(at.lang, "register-new-target", Subject::Target(None))),
        rows: rows.collect(),
        empty: tr(at.lang, "register-no-targets"),
    }
}

/// `20–30`, `højst 6 uger`.
fn limits(at: RegisterContext<'_>, target: &Target) -> String {
    let unit = LimitUnit::of(at, target.metric);
    let (lower, upper) = (unit.typed(target.lower), unit.typed(target.upper));
    let one = |key: &str, limit: String| tr_with(at.lang, key, &[("limit", limit.into())]);
    let words = match (target.lower, target.upper) {
        (Some(_), Some(_)) => format!("{lower}–{upper}"),
        (None, Some(_)) => one("register-at-most", upper),
        (Some(_), None) => one("register-at-least", lower),
        (None, None) => String::new(),
    };
    format!("{words} {}", unit.word(at.lang)).trim_end().to_owned()
}

/// What the limits of a metric are typed in. Waits are kept in days; a whole number of days is a
/// number of weeks with at most three decimals only where it was typed so, else days are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LimitUnit {
    Cases,
    Days,
    Weeks,
}

impl LimitUnit {
    fn of(at: RegisterContext<'_>, metric: TargetMetric) -> Self {
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

    /// As it stands in a field; empty where there is no limit.
    fn typed(self, limit: Option<Thousandths>) -> String {
        limit.map(|it| typed_number(self.shown(it))).unwrap_or_default()
    }

    fn word(self, lang: Lang) -> String {
        match self {
            Self::Cases => String::new(),
            Self::Days => tr(lang, "unit-days"),
            Self::Weeks => tr(lang, "unit-weeks"),
        }
    }
}

pub fn form(at: RegisterContext<'_>, id: Option<TargetId>) -> Option<FormSpec<'_>> {
    let lang = at.lang;
    let targets = &at.snapshot.shared.targets;
    let known = id.map(|it| targets.get(&it).ok_or(())).transpose().ok()?;
    let metric = known.map_or(TargetMetric::Caseload, |it| it.metric);
    let unit = known.map_or(at.unit, |it| it.unit).map(|it| it.0.to_string());
    let shown = LimitUnit::of(at, metric);
    let hint = ("unit", LimitUnit::of(at, TargetMetric::Wait).word(lang).into());
    let hint = tr_with(lang, "register-hint-limit", &[hint]);
    let mut form = FormSpec::for_new_or(
        lang,
        "register-new-target",
        ("register-edit-target", id.map(SharedCommand::RemoveTarget)),
    );
    form.choice_of("metric", ("metric", &METRICS), &metric);
    form.choice("for-unit", unit_or_all_options(at), unit.unwrap_or_default());
    for (name, limit) in
        [("lower", known.and_then(|it| it.lower)), ("upper", known.and_then(|it| it.upper))]
    {
        form.line(name, Takes::OptionalNumber, shown.typed(limit), "");
        form.hint(hint.clone());
    }
    form.day("valid-from", known.map_or(at.today, |it| it.valid_from));
    let source = known.map_or("", |it| it.source.as_str());
    form.note("source", Takes::Note, source, "register-hint-source");
    form.rule("upper", move |typed| {
        let is_blank = |name| typed.text(name).is_empty();
        let needed = is_blank("lower") && is_blank("upper");
        needed.then(|| tr(lang, "register-limit-needed"))
    });
    form.rule("upper", move |typed| {
        let is_turned = typed.number("upper")? < typed.number("lower")?;
        is_turned.then(|| tr(lang, "register-limit-order"))
    });
    if id.is_none() {
        form.form.suggestions = COMMON.iter().map(|it| suggestion(at, it)).collect();
        form.made = |it| it.shared.targets.keys().next_back().copied().map(Item::Target);
    }
    Some(form.becomes(move |typed| {
        let metric = typed.choice("metric", &METRICS)?;
        let unit = LimitUnit::of(at, metric);
        let same = known.filter(|it| it.metric == metric);
        // What was not touched keeps the days it had, whatever it is shown as.
        let limit = |name, before: Option<Thousandths>| {
            let typed = typed.number(name)?;
            Some(before.filter(|it| unit.shown(*it) == typed).unwrap_or_else(|| unit.kept(typed)))
        };
        let target = Target {
            metric,
            unit: typed.unit("for-unit"),
            lower: limit("lower", same.and_then(|it| it.lower)),
            upper: limit("upper", same.and_then(|it| it.upper)),
            valid_from: typed.day("valid-from")?,
            source: typed.note("source")?,
        };
        Some(match id {
            Some(id) => SharedCommand::EditTarget { id, target },
            None => SharedCommand::AddTarget(target),
        })
    }))
}

/// A commonly used target: its name in the keys of sentences, its metric, limits and first day.
struct Common {
    key: &'static str,
    metric: TargetMetric,
    /// Cases, or days.
    lower: Option<i64>,
    upper: Option<Thousandths>,
    from: &'static str,
}

/// Dansk Socialrådgiverforening's guideline caseloads of 2007, 2015 and 2020; the limits of
/// Barnets Lov §§ 20 and 95; a municipality's own limit by Retssikkerhedsloven § 3.
const COMMON: [Common; 6] = [
    caseload("ds-2020", 20, 30, "2020-02-01"),
    caseload("ds-2015", 25, 35, "2015-01-01"),
    caseload("ds-2007", 30, 45, "2007-01-01"),
    // Four and three months of a twelfth of 365.25 days.
    wait("law-20", Some(Thousandths(121_750)), "2024-01-01"),
    wait("law-95", Some(Thousandths(91_313)), "2024-01-01"),
    wait("own-limit", None, "2024-01-01"),
];

const fn caseload(key: &'static str, lower: i64, upper: i64, from: &'static str) -> Common {
    let upper = Some(Thousandths::whole(upper));
    Common { key, metric: TargetMetric::Caseload, lower: Some(lower), upper, from }
}

const fn wait(key: &'static str, upper: Option<Thousandths>, from: &'static str) -> Common {
    Common { key, metric: TargetMetric::Wait, lower: None, upper, from }
}

fn suggestion(at: RegisterContext<'_>, common: &Common) -> Suggestion {
    let lang = at.lang;
    let unit = LimitUnit::of(at, common.metric);
    let source = tr(lang, &format!("register-target-{}-source", common.key));
    let from = Day::parse_iso(common.from).unwrap_or(at.today);
    Suggestion {
        word: tr(lang, &format!("register-target-{}", common.key)),
        values: vec![
            ("metric", kept(&METRICS, &common.metric).to_owned()),
            ("lower", unit.typed(common.lower.map(Thousandths::whole))),
            ("upper", unit.typed(common.upper)),
            ("valid-from", dates::short(lang, from)),
            ("source", source.clone()),
        ],
        source,
    }
}
