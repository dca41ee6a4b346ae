//! Rows that belong to no single unit.

use rusqlite::Connection;

use super::run::run;
use crate::domain::{
    Committee, CommitteeId, Day, Edit, Edition, EditionId, Event, EventId, SettingKey, Target,
    TargetId,
};
use crate::storage::{StoreResult, rows};

pub fn target(on: &Connection, edit: &Edit<TargetId, Target>) -> StoreResult<()> {
    let id = edit.key.0;
    let Some(Target { metric, unit, lower, upper, valid_from, source }) = &edit.after else {
        return run(on, "DELETE FROM target WHERE id = ?1", &[&id]);
    };
    let sql = "INSERT INTO target (id, metric, unit, lower, upper, valid_from, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
               ON CONFLICT DO UPDATE SET metric = ?2, unit = ?3, lower = ?4, upper = ?5, valid_from = ?6, source = ?7";
    let unit = unit.map(|it| it.0);
    let (lower, upper) = (lower.map(|it| it.0), upper.map(|it| it.0));
    let metric = *metric as i64;
    run(on, sql, &[&id, &metric, &unit, &lower, &upper, &valid_from.number(), source])
}

pub fn event(on: &Connection, edit: &Edit<EventId, Event>) -> StoreResult<()> {
    let id = edit.key.0;
    let Some(Event { day, unit, title, kind }) = &edit.after else {
        return run(on, "DELETE FROM event WHERE id = ?1", &[&id]);
    };
    let sql = "INSERT INTO event (id, day, unit, title, kind) VALUES (?1, ?2, ?3, ?4, ?5) \
               ON CONFLICT DO UPDATE SET day = ?2, unit = ?3, title = ?4, kind = ?5";
    run(on, sql, &[&id, &day.number(), &unit.map(|it| it.0), title, &(*kind as i64)])
}

pub fn committee(on: &Connection, edit: &Edit<CommitteeId, Committee>) -> StoreResult<()> {
    let id = edit.key.0;
    let Some(Committee { code, name, from, to }) = &edit.after else {
        return run(on, "DELETE FROM committee WHERE id = ?1", &[&id]);
    };
    let sql = "INSERT INTO committee (id, code, name, from_day, to_day) VALUES (?1, ?2, ?3, ?4, ?5) \
               ON CONFLICT DO UPDATE SET code = ?2, name = ?3, from_day = ?4, to_day = ?5";
    run(on, sql, &[&id, code, name, &from.number(), &to.map(Day::number)])
}

pub fn edition(on: &Connection, edit: &Edit<EditionId, Edition>) -> StoreResult<()> {
    let id = edit.key.0;
    let Some(edition) = &edit.after else {
        return run(on, "DELETE FROM edition WHERE id = ?1", &[&id]);
    };
    let sql = "INSERT INTO edition (id, half_year, committee, number, content) VALUES (?1, ?2, ?3, ?4, ?5) \
               ON CONFLICT DO UPDATE SET content = ?5";
    let (half_year, content) = (edition.half_year.to_string(), rows::edition_content(edition));
    run(on, sql, &[&id, &half_year, &edition.committee.0, &edition.number, &content])
}

pub fn setting(on: &Connection, edit: &Edit<SettingKey, String>) -> StoreResult<()> {
    let name = edit.key.name();
    let Some(value) = &edit.after else {
        return run(on, "DELETE FROM setting WHERE name = ?1", &[&name]);
    };
    let sql =
        "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2";
    run(on, sql, &[&name, value])
}
