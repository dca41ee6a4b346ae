//! Which cells each table has, row by row, ordered as a person would look for them.

use super::csv_rows::RowWriter;
use crate::book::draft::Table;
use crate::domain::{
    BandKind, CaseworkerId, Episode, Month, SettingKey, Snapshot, TargetMetric, UnitData,
    UnitField, UnitId, WaitingList,
};
use crate::import::{
    ABSENCE_KINDS, BAND_KINDS, CASE_HOLDING, CASE_REPORTING, COUNTING_UNITS, Dialect, EVENT_KINDS,
    MEASURES, METRICS, MeasuredIn, YES_NO, table_name,
};

/// The tables of a book, in the order they lean on each other.
pub const TABLE_ORDER: [Table; 12] = [
    Table::Units,
    Table::Caseworkers,
    Table::Employments,
    Table::Absences,
    Table::Counts,
    Table::Figures,
    Table::Bands,
    Table::Episodes,
    Table::Targets,
    Table::Events,
    Table::Committees,
    Table::Settings,
];

type Written = std::io::Result<()>;

/// The tables that have anything in them, in the order they lean on each other.
pub fn tables_of(snapshot: &Snapshot) -> impl Iterator<Item = Table> + '_ {
    TABLE_ORDER.into_iter().filter(|it| *it == Table::Units || has_rows(snapshot, *it))
}

/// What the table's file is called.
pub fn file_name(table: Table, dialect: Dialect) -> &'static str {
    table_name(table).map_or("", |it| it.file(dialect))
}

fn has_rows(snapshot: &Snapshot, table: Table) -> bool {
    let any = |has: fn(&UnitData) -> bool| snapshot.units().any(has);
    let shared = &snapshot.shared;
    match table {
        Table::Units => snapshot.units().next().is_some(),
        Table::Caseworkers => any(|it| !it.caseworkers.is_empty()),
        Table::Employments => any(|it| !it.employments.is_empty()),
        Table::Absences => any(|it| !it.absences.is_empty()),
        Table::Counts => any(|it| !it.counts.is_empty()),
        Table::Figures => any(|it| !it.figures.is_empty()),
        Table::Bands => any(|it| !it.bands.is_empty()),
        Table::Episodes => any(|it| !it.episodes.is_empty()),
        Table::Targets => !shared.targets.is_empty(),
        Table::Events => !shared.events.is_empty(),
        Table::Committees => !shared.committees.is_empty(),
        Table::Settings => shared.settings.iter().next().is_some(),
        Table::Corrections => false,
    }
}

pub fn write(snapshot: &Snapshot, table: Table, rows: &mut RowWriter<'_>) -> Written {
    header(snapshot, table, rows)?;
    match table {
        Table::Units => units(snapshot, rows),
        Table::Caseworkers => caseworkers(snapshot, rows),
        Table::Employments => employments(snapshot, rows),
        Table::Absences => absences(snapshot, rows),
        Table::Counts => counts(snapshot, rows),
        Table::Figures => figures(snapshot, rows),
        Table::Bands => bands(snapshot, rows),
        Table::Episodes => episodes(snapshot, rows),
        Table::Targets => targets(snapshot, rows),
        Table::Events => events(snapshot, rows),
        Table::Committees => committees(snapshot, rows),
        Table::Settings => settings(snapshot, rows),
        Table::Corrections => Ok(()),
    }
}

fn header(snapshot: &Snapshot, table: Table, rows: &mut RowWriter<'_>) -> Written {
    for column in columns_of(snapshot, table) {
        rows.word(column.name(rows.dialect));
    }
    rows.end_row()
}

/// The columns that are written: not those a book has no use for.
pub fn columns_of(
    snapshot: &Snapshot,
    table: Table,
) -> impl Iterator<Item = &'static crate::import::ColumnName> + '_ {
    use crate::book::draft::Column;
    let all = table_name(table).map_or(&[][..], |it| it.columns);
    all.iter().filter(move |column| {
        let of_register = matches!(column.column, Column::RegisterFrom | Column::RegisterThrough);
        column.column != Column::Unused && (!of_register || sets_register(snapshot))
    })
}

/// Whether any unit's register has had its months set.
fn sets_register(snapshot: &Snapshot) -> bool {
    let plain = WaitingList::Kept { register_from: None, register_through: None };
    let is_set = |it: WaitingList| it != plain && it != WaitingList::None;
    snapshot.units().any(|it| is_set(it.unit.waiting_list))
}

fn units(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    let with_register = sets_register(snapshot);
    for data in snapshot.units() {
        let unit = &data.unit;
        for name in &unit.names {
            rows.text(&unit.code);
            rows.text(&name.name);
            rows.choice(unit.counts, COUNTING_UNITS);
            rows.choice(unit.case_reporting, CASE_REPORTING);
            rows.choice(unit.has_waiting_list(), YES_NO);
            rows.word(name.from);
            rows.optional(name.to);
            if with_register {
                let (from, through) = match unit.waiting_list {
                    WaitingList::Kept { register_from, register_through } => {
                        (register_from, register_through)
                    }
                    WaitingList::None => (None, None),
                };
                rows.optional(from);
                rows.optional(through);
            }
            rows.end_row()?;
        }
    }
    Ok(())
}

fn initials<'a>(snapshot: &'a Snapshot, data: &UnitData, id: CaseworkerId) -> &'a str {
    let person = data.caseworkers.get(&id);
    let identity = person.and_then(|it| snapshot.identity(it.identity));
    identity.map_or("", |it| it.initials.as_str())
}

fn caseworkers(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    for data in snapshot.units() {
        for (id, person) in &data.caseworkers {
            let identity = snapshot.identity(person.identity);
            let name = identity.and_then(|it| it.name.as_deref());
            for presence in &person.presences {
                rows.text(&data.unit.code);
                rows.text(initials(snapshot, data, *id));
                rows.text(name.unwrap_or_default());
                rows.choice(presence.case_holding, CASE_HOLDING);
                rows.word(presence.from);
                rows.optional(presence.to);
                rows.end_row()?;
            }
        }
    }
    Ok(())
}

fn employments(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    for data in snapshot.units() {
        for ((id, from), terms) in &data.employments {
            rows.text(&data.unit.code);
            rows.text(initials(snapshot, data, *id));
            rows.word(from);
            rows.short_decimal(Some(terms.weekly_hours));
            rows.decimal(Some(terms.weight));
            rows.end_row()?;
        }
    }
    Ok(())
}

fn absences(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    for data in snapshot.units() {
        for absence in data.absences.values() {
            rows.text(&data.unit.code);
            rows.text(initials(snapshot, data, absence.caseworker));
            rows.word(absence.from);
            rows.optional(absence.to);
            rows.choice(absence.kind, ABSENCE_KINDS);
            rows.end_row()?;
        }
    }
    Ok(())
}

fn counts(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    for data in snapshot.units() {
        for ((month, id), count) in data.counts.iter() {
            rows.word(month);
            rows.text(&data.unit.code);
            rows.text(initials(snapshot, data, id));
            rows.word(count.cases);
            rows.optional(count.split.map(|it| it.simple));
            rows.optional(count.split.map(|it| it.complex));
            rows.optional(count.split.map(|it| it.very_complex));
            rows.end_row()?;
        }
    }
    Ok(())
}

fn figures(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    let months = snapshot.units().flat_map(|data| data.figures.keys().map(move |it| (*it, data)));
    let mut months: Vec<(Month, &UnitData)> = months.collect();
    // Stable: the units of a month stay in their order.
    months.sort_by_key(|it| it.0);
    for (month, data) in months {
        rows.word(month);
        rows.text(&data.unit.code);
        for field in UnitField::ALL {
            let value = data.typed(month, field);
            if field.has_decimals() {
                rows.decimal(value.map(crate::domain::Thousandths));
            } else {
                rows.optional(value);
            }
        }
        rows.end_row()?;
    }
    Ok(())
}

fn bands(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    let keys = snapshot.units().flat_map(|data| data.bands.keys().map(move |it| (*it, data)));
    let mut keys: Vec<((Month, BandKind), &UnitData)> = keys.collect();
    // Stable: within a month by unit, and within a unit by kind.
    keys.sort_by_key(|it| it.0.0);
    for ((month, kind), data) in keys {
        for band in data.typed_bands(month, kind).unwrap_or_default() {
            rows.word(month);
            rows.text(&data.unit.code);
            rows.choice(kind, BAND_KINDS);
            rows.word(band.from_week);
            rows.optional(band.to_week);
            rows.word(band.count);
            rows.end_row()?;
        }
    }
    Ok(())
}

fn episodes(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    for data in snapshot.units() {
        let mut same: Vec<Episode<'_>> = Vec::new();
        for episode in data.episodes.iter() {
            if same.first().is_some_and(|it| it.reference != episode.reference) {
                write_episodes(snapshot, data, &mut same, rows)?;
            }
            same.push(episode);
        }
        write_episodes(snapshot, data, &mut same, rows)?;
    }
    Ok(())
}

/// Everything of one reference, by the words of the offers: their numbers depend on the book.
fn write_episodes(
    snapshot: &Snapshot,
    data: &UnitData,
    same: &mut Vec<Episode<'_>>,
    rows: &mut RowWriter<'_>,
) -> Written {
    let offer = |it: &Episode<'_>| snapshot.offer(it.offer).unwrap_or_default();
    if 1 < same.len() {
        same.sort_by(|a, b| (offer(a), a.approved).cmp(&(offer(b), b.approved)));
    }
    for episode in same.drain(..) {
        rows.text(&data.unit.code);
        rows.text(episode.reference);
        rows.text(offer(&episode));
        rows.word(episode.approved);
        rows.optional(episode.outcome.started());
        rows.optional(episode.outcome.withdrawn());
        rows.end_row()?;
    }
    Ok(())
}

fn code(snapshot: &Snapshot, unit: Option<UnitId>) -> &str {
    let data = unit.and_then(|it| snapshot.unit(it));
    data.map_or("", |it| it.unit.code.as_str())
}

fn targets(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    for target in snapshot.shared.targets.values() {
        let measured_in = match target.metric {
            TargetMetric::Caseload => MeasuredIn::CasesPerPost,
            TargetMetric::Wait => MeasuredIn::Days,
        };
        rows.choice(target.metric, METRICS);
        rows.text(code(snapshot, target.unit));
        rows.short_decimal(target.lower);
        rows.short_decimal(target.upper);
        rows.choice(measured_in, MEASURES);
        rows.word(target.valid_from);
        rows.text(&target.source);
        rows.end_row()?;
    }
    Ok(())
}

fn events(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    let mut events: Vec<_> = snapshot.shared.events.iter().collect();
    events.sort_by_key(|it| (it.1.day, *it.0));
    for (_, event) in events {
        rows.word(event.day);
        rows.text(code(snapshot, event.unit));
        rows.text(&event.title);
        rows.choice(event.kind, EVENT_KINDS);
        rows.end_row()?;
    }
    Ok(())
}

fn committees(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    for committee in snapshot.shared.committees.values() {
        rows.text(&committee.code);
        rows.text(&committee.name);
        rows.word(committee.from);
        rows.optional(committee.to);
        rows.end_row()?;
    }
    Ok(())
}

fn settings(snapshot: &Snapshot, rows: &mut RowWriter<'_>) -> Written {
    // Acceptances name cells by the numbers of this file.
    let settings = snapshot.settings();
    for (key, value) in settings.iter().filter(|it| it.0 != SettingKey::AcceptedRemarks) {
        rows.word(key.name());
        rows.text(value);
        rows.end_row()?;
    }
    Ok(())
}
