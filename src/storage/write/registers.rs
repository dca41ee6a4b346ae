//! Rows about units and their people.

use super::Writing;
use crate::domain::{
    Absence, AbsenceId, Caseworker, CaseworkerId, Day, Month, Terms, Unit, UnitId, WaitingList,
};
use crate::storage::StoreResult;

impl Writing<'_> {
    pub(super) fn unit(&self, id: UnitId, after: Option<&Unit>) -> StoreResult<()> {
        self.run("DELETE FROM unit_name WHERE unit = ?1", &[&id.0])?;
        let Some(unit) = after else {
            return self.run("DELETE FROM unit WHERE id = ?1", &[&id.0]);
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
        self.run(sql, &[&id.0, &unit.code, &counts, &reporting, &kept, &from, &through])?;
        for name in &unit.names {
            let sql =
                "INSERT INTO unit_name (unit, from_month, to_month, name) VALUES (?1, ?2, ?3, ?4)";
            self.run(sql, &[&id.0, &name.from.number(), &name.to.map(Month::number), &name.name])?;
        }
        Ok(())
    }

    pub(super) fn caseworker(
        &self,
        id: CaseworkerId,
        after: Option<&Caseworker>,
    ) -> StoreResult<()> {
        self.run("DELETE FROM presence WHERE caseworker = ?1", &[&id.0])?;
        let Some(it) = after else {
            return self.run("DELETE FROM caseworker WHERE id = ?1", &[&id.0]);
        };
        let sql = "INSERT INTO caseworker (id, unit, identity) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET unit = ?2, identity = ?3";
        self.run(sql, &[&id.0, &it.unit.0, &it.identity.0])?;
        for presence in &it.presences {
            let sql = "INSERT INTO presence (caseworker, from_month, to_month, case_holding) VALUES (?1, ?2, ?3, ?4)";
            let to = presence.to.map(Month::number);
            self.run(sql, &[&id.0, &presence.from.number(), &to, &(presence.case_holding as i64)])?;
        }
        Ok(())
    }

    pub(super) fn employment(
        &self,
        unit: UnitId,
        who: CaseworkerId,
        from: Month,
        after: Option<Terms>,
    ) -> StoreResult<()> {
        let Some(terms) = after else {
            let sql = "DELETE FROM employment WHERE caseworker = ?1 AND from_month = ?2";
            return self.run(sql, &[&who.0, &from.number()]);
        };
        let sql = "INSERT INTO employment (caseworker, from_month, unit, weekly_hours, weight) VALUES (?1, ?2, ?3, ?4, ?5) \
                   ON CONFLICT DO UPDATE SET weekly_hours = ?4, weight = ?5";
        self.run(sql, &[&who.0, &from.number(), &unit.0, &terms.weekly_hours.0, &terms.weight.0])
    }

    pub(super) fn absence(
        &self,
        unit: UnitId,
        id: AbsenceId,
        after: Option<Absence>,
    ) -> StoreResult<()> {
        let Some(it) = after else {
            return self.run("DELETE FROM absence WHERE id = ?1", &[&id.0]);
        };
        let sql = "INSERT INTO absence (id, unit, caseworker, from_day, to_day, kind) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                   ON CONFLICT DO UPDATE SET unit = ?2, caseworker = ?3, from_day = ?4, to_day = ?5, kind = ?6";
        let to = it.to.map(Day::number);
        self.run(
            sql,
            &[&id.0, &unit.0, &it.caseworker.0, &it.from.number(), &to, &(it.kind as i64)],
        )
    }
}
