//! Rows of the tables that describe the department: units, people, targets, events, committees and settings.

use super::row::{Memory, Row};
use crate::book::draft::{
    AbsenceRow, CaseworkerRow, Column, CommitteeRow, Draft, EmploymentRow, EventRow, SettingRow,
    TargetRow, UnitRow,
};
use crate::book::{Reason, Remark};
use crate::domain::{LANGUAGES, Month, Presence, SettingKey, Terms, Thousandths, WaitingList};
use crate::import::columns::{
    ABSENCE_KINDS, CASE_HOLDING, CASE_REPORTING, COUNTING_UNITS, EVENT_KINDS, MEASURES, METRICS,
    MeasuredIn, YES_NO,
};

pub fn unit(row: &mut Row<'_>, memory: &mut Memory, draft: &mut Draft) -> Option<UnitRow> {
    let code = row.word(Column::Code, &mut memory.units, &mut draft.words);
    let name = row.name(Column::Name);
    let counts = row.choice(Column::CountingUnit, COUNTING_UNITS);
    let case_reporting = row.choice(Column::HasCaseworkers, CASE_REPORTING);
    let has_list = row.choice(Column::HasWaitingList, YES_NO);
    let (from, to) = months(row, Column::From, Column::To);
    let register_from = row.optional_month(Column::RegisterFrom);
    let register_through = row.optional_month(Column::RegisterThrough);
    let kept = WaitingList::Kept { register_from, register_through };
    let waiting_list = if has_list? { kept } else { WaitingList::None };
    Some(UnitRow {
        code: code?,
        name: name?,
        counts: counts?,
        case_reporting: case_reporting?,
        waiting_list,
        from: from?,
        to,
    })
}

fn months(row: &mut Row<'_>, from: Column, to: Column) -> (Option<Month>, Option<Month>) {
    let first = row.optional_month(from);
    let last = row.optional_month(to);
    if row.is_blank(from) {
        row.fault(from, Reason::Blank);
    }
    if last.is_some() && last < first {
        row.fault(to, Reason::EndsBeforeItBegins);
    }
    (first, last)
}

pub fn caseworker(
    row: &mut Row<'_>,
    memory: &mut Memory,
    draft: &mut Draft,
) -> Option<CaseworkerRow> {
    let unit = row.word(Column::Unit, &mut memory.units, &mut draft.words);
    let initials = row.word(Column::Initials, &mut memory.initials, &mut draft.words);
    let name = row.optional_name(Column::Name);
    let case_holding = row.choice(Column::CaseHolding, CASE_HOLDING);
    let (from, to) = months(row, Column::From, Column::To);
    Some(CaseworkerRow {
        unit: unit?,
        initials: initials?,
        name,
        presence: Presence { from: from?, to, case_holding: case_holding? },
    })
}

/// No week is longer.
const MOST_HOURS: i64 = 168;

pub fn employment(
    row: &mut Row<'_>,
    memory: &mut Memory,
    draft: &mut Draft,
) -> Option<EmploymentRow> {
    let unit = row.word(Column::Unit, &mut memory.units, &mut draft.words);
    let initials = row.word(Column::Initials, &mut memory.initials, &mut draft.words);
    let (from, _) = months(row, Column::From, Column::To);
    let weekly_hours = row.decimal(Column::WeeklyHours);
    if row.is_blank(Column::WeeklyHours) {
        row.fault(Column::WeeklyHours, Reason::Blank);
    }
    if weekly_hours.is_some_and(|it| Thousandths::whole(MOST_HOURS) < it) {
        row.fault(Column::WeeklyHours, Reason::TooLarge { most: MOST_HOURS });
    }
    let weight = row.decimal(Column::Weight).unwrap_or(Thousandths::ONE);
    if Thousandths::whole(10) < weight {
        row.fault(Column::Weight, Reason::TooLarge { most: 10 });
    }
    Some(EmploymentRow {
        unit: unit?,
        initials: initials?,
        from: from?,
        terms: Terms { weekly_hours: weekly_hours?, weight },
    })
}

pub fn absence(row: &mut Row<'_>, memory: &mut Memory, draft: &mut Draft) -> Option<AbsenceRow> {
    let unit = row.word(Column::Unit, &mut memory.units, &mut draft.words);
    let initials = row.word(Column::Initials, &mut memory.initials, &mut draft.words);
    let from = row.day(Column::From);
    let to = row.optional_day(Column::To);
    if to.is_some() && to < from {
        row.fault(Column::To, Reason::EndsBeforeItBegins);
    }
    let kind = row.choice(Column::Kind, ABSENCE_KINDS);
    Some(AbsenceRow { unit: unit?, initials: initials?, from: from?, to, kind: kind? })
}

pub fn target(row: &mut Row<'_>, memory: &mut Memory, draft: &mut Draft) -> Option<TargetRow> {
    let metric = row.choice(Column::Metric, METRICS);
    let unit = row.optional_word(Column::Unit, &mut memory.units, &mut draft.words);
    let measured_in = row.choice(Column::MeasuredIn, MEASURES);
    let mut bounds = [Column::Lower, Column::Upper].map(|it| row.decimal(it));
    if measured_in == Some(MeasuredIn::Weeks) {
        bounds = bounds.map(|it| it.map(|it| Thousandths(it.0 * 7)));
        row.remark(Remark::WeeksAsDays { line: row.line });
    }
    let [lower, upper] = bounds;
    if lower.is_none()
        && upper.is_none()
        && row.is_blank(Column::Lower)
        && row.is_blank(Column::Upper)
    {
        row.fault(Column::Upper, Reason::Blank);
    }
    if lower.is_some() && upper.is_some() && upper < lower {
        row.fault(Column::Upper, Reason::EndsBeforeItBegins);
    }
    let valid_from = row.day(Column::From);
    let source = row.note(Column::Source);
    Some(TargetRow {
        metric: metric?,
        unit,
        lower,
        upper,
        valid_from: valid_from?,
        source: source?,
    })
}

pub fn event(row: &mut Row<'_>, memory: &mut Memory, draft: &mut Draft) -> Option<EventRow> {
    let day = row.day(Column::Day);
    let unit = row.optional_word(Column::Unit, &mut memory.units, &mut draft.words);
    let title = row.note(Column::Title);
    if row.is_blank(Column::Title) {
        row.fault(Column::Title, Reason::Blank);
    }
    let kind = row.choice(Column::SeriesBreak, EVENT_KINDS);
    Some(EventRow { day: day?, unit, title: title?, kind: kind? })
}

pub fn committee(row: &mut Row<'_>) -> Option<CommitteeRow> {
    let code = row.name(Column::Code);
    let name = row.name(Column::Name);
    let from = row.day(Column::From);
    let to = row.optional_day(Column::To);
    if to.is_some() && to < from {
        row.fault(Column::To, Reason::EndsBeforeItBegins);
    }
    Some(CommitteeRow { code: code?, name: name?, from: from?, to })
}

pub fn setting(row: &mut Row<'_>) -> Option<SettingRow> {
    let key = SettingKey::from_name(row.raw(Column::Name).trim());
    if key.is_none() {
        row.fault(Column::Name, Reason::UnknownSetting);
    }
    let value = row.name(Column::Value)?;
    let key = key?;
    if !is_fitting(key, &value) {
        row.fault(Column::Value, Reason::NotANumber);
    }
    Some(SettingRow { key, value })
}

/// Whether a stored setting can be read again.
fn is_fitting(key: SettingKey, value: &str) -> bool {
    let within = |low: i64, high: i64| value.parse().is_ok_and(|it: i64| low <= it && it <= high);
    match key {
        SettingKey::StandardWeek => within(1000, 168_000),
        SettingKey::SuppressionThreshold => within(1, 100),
        SettingKey::LeastMonths => within(1, 6),
        SettingKey::DeadlineDay => within(1, 31),
        SettingKey::Weights => {
            let mut parts = value.split(' ').map(str::parse::<u32>);
            value.split(' ').count() == 3 && parts.all(|it| it.is_ok())
        }
        SettingKey::Language => LANGUAGES.contains(&value),
        SettingKey::Municipality | SettingKey::WaitUnit | SettingKey::CaseworkerLabel => true,
        // Named by the numbers of one file; another file has others.
        SettingKey::AcceptedRemarks => false,
    }
}
