//! Rows that people type or import: counts, figures, bands, episodes.

use super::Writing;
use crate::domain::{
    Band, BandKind, CaseCount, CaseworkerId, Day, EpisodeKey, Month, Outcome, UnitField, UnitId,
};
use crate::storage::StoreResult;

impl Writing<'_> {
    pub(super) fn cases(
        &self,
        unit: UnitId,
        month: Month,
        who: CaseworkerId,
        after: Option<CaseCount>,
    ) -> StoreResult<()> {
        let Some(CaseCount { cases, split }) = after else {
            let sql = "DELETE FROM case_count WHERE unit = ?1 AND month = ?2 AND caseworker = ?3";
            return self.run(sql, &[&unit.0, &month.number(), &who.0]);
        };
        let sql = "INSERT INTO case_count (unit, month, caseworker, cases, simple, complex, very_complex) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
                   ON CONFLICT DO UPDATE SET cases = ?4, simple = ?5, complex = ?6, very_complex = ?7";
        let parts = split.map(|it| (it.simple, it.complex, it.very_complex));
        let (simple, complex, very_complex) =
            (parts.map(|it| it.0), parts.map(|it| it.1), parts.map(|it| it.2));
        self.run(sql, &[&unit.0, &month.number(), &who.0, &cases, &simple, &complex, &very_complex])
    }

    pub(super) fn episode(
        &self,
        unit: UnitId,
        key: &EpisodeKey,
        after: Option<Outcome>,
    ) -> StoreResult<()> {
        let approved = key.approved.number();
        let Some(outcome) = after else {
            let sql = "DELETE FROM episode WHERE unit = ?1 AND reference = ?2 AND offer = ?3 AND approved = ?4";
            return self.run(sql, &[&unit.0, &key.reference, &key.offer.0, &approved]);
        };
        let sql = "INSERT INTO episode (unit, reference, offer, approved, started, withdrawn) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                   ON CONFLICT DO UPDATE SET started = ?5, withdrawn = ?6";
        let (started, withdrawn) =
            (outcome.started().map(Day::number), outcome.withdrawn().map(Day::number));
        self.run(sql, &[&unit.0, &key.reference, &key.offer.0, &approved, &started, &withdrawn])
    }

    /// One cell of a row; the row goes when its last cell does.
    pub(super) fn figure(
        &self,
        unit: UnitId,
        month: Month,
        field: UnitField,
        after: Option<i64>,
    ) -> StoreResult<()> {
        self.run(figure_sql(field), &[&unit.0, &month.number(), &after])?;
        if after.is_some() {
            return Ok(());
        }
        let sql = "DELETE FROM unit_figures WHERE unit = ?1 AND month = ?2 \
                   AND coalesce(cases, unallocated, opened, closed, net_transferred, waiting) IS NULL \
                   AND coalesce(started, withdrawn, wait_started_mean, wait_so_far_mean, wait_longest) IS NULL";
        self.run(sql, &[&unit.0, &month.number()])
    }

    pub(super) fn bands(
        &self,
        unit: UnitId,
        month: Month,
        kind: BandKind,
        after: &[Band],
    ) -> StoreResult<()> {
        let kind = kind as i64;
        let sql = "DELETE FROM band WHERE unit = ?1 AND month = ?2 AND kind = ?3";
        self.run(sql, &[&unit.0, &month.number(), &kind])?;
        for band in after {
            let sql = "INSERT INTO band (unit, month, kind, from_week, to_week, count) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            self.run(
                sql,
                &[&unit.0, &month.number(), &kind, &band.from_week, &band.to_week, &band.count],
            )?;
        }
        Ok(())
    }
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
