//! Rows that people type or import: counts, figures, bands, episodes.

use rusqlite::Connection;

use super::run::run;
use crate::domain::{
    Band, BandKind, CaseCount, CountKey, Day, Edit, EpisodeKey, Month, Outcome, UnitField, UnitId,
};
use crate::storage::StoreResult;

pub fn cases(on: &Connection, unit: UnitId, edit: &Edit<CountKey, CaseCount>) -> StoreResult<()> {
    let (month, who) = (edit.key.0.number(), edit.key.1.0);
    let Some(CaseCount { cases, split }) = edit.after else {
        let sql = "DELETE FROM case_count WHERE unit = ?1 AND month = ?2 AND caseworker = ?3";
        return run(on, sql, &[&unit.0, &month, &who]);
    };
    let sql = "INSERT INTO case_count (unit, month, caseworker, cases, simple, complex, very_complex) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
               ON CONFLICT DO UPDATE SET cases = ?4, simple = ?5, complex = ?6, very_complex = ?7";
    let simple = split.map(|it| it.simple);
    let (complex, very_complex) = (split.map(|it| it.complex), split.map(|it| it.very_complex));
    run(on, sql, &[&unit.0, &month, &who, &cases, &simple, &complex, &very_complex])
}

pub fn episode(on: &Connection, unit: UnitId, edit: &Edit<EpisodeKey, Outcome>) -> StoreResult<()> {
    let EpisodeKey { reference, offer, approved } = &edit.key;
    let approved = approved.number();
    let Some(outcome) = edit.after else {
        let sql = "DELETE FROM episode WHERE unit = ?1 AND reference = ?2 AND offer = ?3 AND approved = ?4";
        return run(on, sql, &[&unit.0, reference, &offer.0, &approved]);
    };
    let sql = "INSERT INTO episode (unit, reference, offer, approved, started, withdrawn) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
               ON CONFLICT DO UPDATE SET started = ?5, withdrawn = ?6";
    let started = outcome.started().map(Day::number);
    let withdrawn = outcome.withdrawn().map(Day::number);
    run(on, sql, &[&unit.0, reference, &offer.0, &approved, &started, &withdrawn])
}

/// One cell of a row; the row goes when its last cell does.
pub fn figure(
    on: &Connection,
    unit: UnitId,
    edit: &Edit<(Month, UnitField), i64>,
) -> StoreResult<()> {
    let (month, field) = (edit.key.0.number(), edit.key.1);
    run(on, figure_sql(field), &[&unit.0, &month, &edit.after])?;
    if edit.after.is_some() {
        return Ok(());
    }
    let sql = "DELETE FROM unit_figures WHERE unit = ?1 AND month = ?2 \
               AND coalesce(cases, unallocated, opened, closed, net_transferred, waiting) IS NULL \
               AND coalesce(started, withdrawn, wait_started_mean, wait_so_far_mean, wait_longest) IS NULL";
    run(on, sql, &[&unit.0, &month])
}

pub fn bands(
    on: &Connection,
    unit: UnitId,
    edit: &Edit<(Month, BandKind), Vec<Band>>,
) -> StoreResult<()> {
    let (month, kind) = (edit.key.0.number(), edit.key.1 as i64);
    let sql = "DELETE FROM band WHERE unit = ?1 AND month = ?2 AND kind = ?3";
    run(on, sql, &[&unit.0, &month, &kind])?;
    for band in edit.after.iter().flatten() {
        let sql = "INSERT INTO band (unit, month, kind, from_week, to_week, count) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let Band { from_week, to_week, count } = band;
        run(on, sql, &[&unit.0, &month, &kind, from_week, to_week, count])?;
    }
    Ok(())
}

/// The statement that sets one figure; written out, so that no SQL is put together from parts at run time.
const fn figure_sql(field: UnitField) -> &'static str {
    macro_rules! upsert {
        ($column:literal) => {
            concat!(
                "INSERT INTO unit_figures (unit, month, ",
                $column,
                ") VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET ",
                $column,
                " = ?3"
            )
        };
    }
    match field {
        UnitField::Cases => upsert!("cases"),
        UnitField::Unallocated => upsert!("unallocated"),
        UnitField::Opened => upsert!("opened"),
        UnitField::Closed => upsert!("closed"),
        UnitField::NetTransferred => upsert!("net_transferred"),
        UnitField::Waiting => upsert!("waiting"),
        UnitField::Started => upsert!("started"),
        UnitField::Withdrawn => upsert!("withdrawn"),
        UnitField::WaitStartedMean => upsert!("wait_started_mean"),
        UnitField::WaitSoFarMean => upsert!("wait_so_far_mean"),
        UnitField::WaitLongest => upsert!("wait_longest"),
    }
}
