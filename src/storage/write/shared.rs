//! Rows that belong to no single unit.

use super::Writing;
use crate::domain::{
    Committee, CommitteeId, Day, Edition, EditionId, Event, EventId, SettingKey, Target, TargetId,
};
use crate::storage::{StoreResult, rows};

impl Writing<'_> {
    pub(super) fn target(&self, id: TargetId, after: Option<&Target>) -> StoreResult<()> {
        let Some(it) = after else {
            return self.run("DELETE FROM target WHERE id = ?1", &[&id.0]);
        };
        let sql = "INSERT INTO target (id, metric, unit, lower, upper, valid_from, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
                   ON CONFLICT DO UPDATE SET metric = ?2, unit = ?3, lower = ?4, upper = ?5, valid_from = ?6, source = ?7";
        let unit = it.unit.map(|unit| unit.0);
        let (lower, upper) = (it.lower.map(|it| it.0), it.upper.map(|it| it.0));
        self.run(
            sql,
            &[
                &id.0,
                &(it.metric as i64),
                &unit,
                &lower,
                &upper,
                &it.valid_from.number(),
                &it.source,
            ],
        )
    }

    pub(super) fn event(&self, id: EventId, after: Option<&Event>) -> StoreResult<()> {
        let Some(it) = after else {
            return self.run("DELETE FROM event WHERE id = ?1", &[&id.0]);
        };
        let sql = "INSERT INTO event (id, day, unit, title, kind) VALUES (?1, ?2, ?3, ?4, ?5) \
                   ON CONFLICT DO UPDATE SET day = ?2, unit = ?3, title = ?4, kind = ?5";
        let unit = it.unit.map(|unit| unit.0);
        self.run(sql, &[&id.0, &it.day.number(), &unit, &it.title, &(it.kind as i64)])
    }

    pub(super) fn committee(&self, id: CommitteeId, after: Option<&Committee>) -> StoreResult<()> {
        let Some(it) = after else {
            return self.run("DELETE FROM committee WHERE id = ?1", &[&id.0]);
        };
        let sql = "INSERT INTO committee (id, code, name, from_day, to_day) VALUES (?1, ?2, ?3, ?4, ?5) \
                   ON CONFLICT DO UPDATE SET code = ?2, name = ?3, from_day = ?4, to_day = ?5";
        self.run(sql, &[&id.0, &it.code, &it.name, &it.from.number(), &it.to.map(Day::number)])
    }

    pub(super) fn edition(&self, id: EditionId, after: Option<&Edition>) -> StoreResult<()> {
        let Some(it) = after else {
            return self.run("DELETE FROM edition WHERE id = ?1", &[&id.0]);
        };
        let sql = "INSERT INTO edition (id, half_year, committee, number, content) VALUES (?1, ?2, ?3, ?4, ?5) \
                   ON CONFLICT DO UPDATE SET content = ?5";
        let half_year = it.half_year.to_string();
        self.run(sql, &[&id.0, &half_year, &it.committee.0, &it.number, &rows::edition_content(it)])
    }

    pub(super) fn setting(&self, key: SettingKey, after: Option<&str>) -> StoreResult<()> {
        let Some(value) = after else {
            return self.run("DELETE FROM setting WHERE name = ?1", &[&key.name()]);
        };
        let sql = "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2";
        self.run(sql, &[&key.name(), &value])
    }
}
