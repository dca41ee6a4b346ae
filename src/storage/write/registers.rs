//! Rows about units and their people.

use rusqlite::Connection;

use super::run::run;
use crate::domain::{
    Absence, AbsenceId, Caseworker, CaseworkerId, Day, Edit, Month, Terms, Unit, UnitId,
    WaitingList,
};
use crate::storage::StoreResult;

pub fn unit(on: &Connection, edit: &Edit<UnitId, Unit>) -> StoreResult<()> {
    let id = edit.key.0;
    run(on, "DELETE FROM unit_name WHERE unit = ?1", &[&id])?;
    let Some(unit) = &edit.after else {
        return run(on, "DELETE FROM unit WHERE id = ?1", &[&id]);
    };
    let (kept, from, through) = match unit.waiting_list {
        WaitingList::None => (0, None, None),
        WaitingList::Kept { register_from, register_through } => {
            (1, register_from, register_through)
        }
    };
    let (from, through) = (from.map(Month::number), through.map(Month::number));
    let sql = "INSERT INTO unit (id, code, counts, case_reporting, waiting_list, register_from, register_through) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
               ON CONFLICT DO UPDATE SET code = ?2, counts = ?3, case_reporting = ?4, waiting_list = ?5, register_from = ?6, register_through = ?7";
    let (counts, reporting) = (unit.counts as i64, unit.case_reporting as i64);
    run(on, sql, &[&id, &unit.code, &counts, &reporting, &kept, &from, &through])?;
    for name in &unit.names {
        let sql =
            "INSERT INTO unit_name (unit, from_month, to_month, name) VALUES (?1, ?2, ?3, ?4)";
        run(on, sql, &[&id, &name.from.number(), &name.to.map(Month::number), &name.name])?;
    }
    Ok(())
}

pub fn caseworker(on: &Connection, edit: &Edit<CaseworkerId, Caseworker>) -> StoreResult<()> {
    let id = edit.key.0;
    run(on, "DELETE FROM presence WHERE caseworker = ?1", &[&id])?;
    let Some(caseworker) = &edit.after else {
        return run(on, "DELETE FROM caseworker WHERE id = ?1", &[&id]);
    };
    let sql = "INSERT INTO caseworker (id, unit, identity) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET unit = ?2, identity = ?3";
    run(on, sql, &[&id, &caseworker.unit.0, &caseworker.identity.0])?;
    for presence in &caseworker.presences {
        let sql = "INSERT INTO presence (caseworker, from_month, to_month, case_holding) VALUES (?1, ?2, ?3, ?4)";
        let to = presence.to.map(Month::number);
        run(on, sql, &[&id, &presence.from.number(), &to, &(presence.case_holding as i64)])?;
    }
    Ok(())
}

pub fn employment(
    on: &Connection,
    unit: UnitId,
    edit: &Edit<(CaseworkerId, Month), Terms>,
) -> StoreResult<()> {
    let (who, from) = (edit.key.0.0, edit.key.1.number());
    let Some(Terms { weekly_hours, weight }) = edit.after else {
        let sql = "DELETE FROM employment WHERE caseworker = ?1 AND from_month = ?2";
        return run(on, sql, &[&who, &from]);
    };
    let sql = "INSERT INTO employment (caseworker, from_month, unit, weekly_hours, weight) VALUES (?1, ?2, ?3, ?4, ?5) \
               ON CONFLICT DO UPDATE SET weekly_hours = ?4, weight = ?5";
    run(on, sql, &[&who, &from, &unit.0, &weekly_hours.0, &weight.0])
}

pub fn absence(on: &Connection, unit: UnitId, edit: &Edit<AbsenceId, Absence>) -> StoreResult<()> {
    let id = edit.key.0;
    let Some(Absence { caseworker, from, to, kind }) = edit.after else {
        return run(on, "DELETE FROM absence WHERE id = ?1", &[&id]);
    };
    let sql = "INSERT INTO absence (id, unit, caseworker, from_day, to_day, kind) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
               ON CONFLICT DO UPDATE SET unit = ?2, caseworker = ?3, from_day = ?4, to_day = ?5, kind = ?6";
    let (from, to) = (from.number(), to.map(Day::number));
    run(on, sql, &[&id, &unit.0, &caseworker.0, &from, &to, &(kind as i64)])
}
