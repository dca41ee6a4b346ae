//! Reads the small tables: units, people, targets, events, committees, editions, settings, words.

use super::rows::{self, Columns as _};
use super::scan::{Scan, Units, owner};
use super::{StoreError, StoreResult};
use crate::domain::{
    Absence, AbsenceId, Caseworker, CaseworkerId, Committee, CommitteeId, EditionId, Event,
    EventId, FactKind, Identity, IdentityId, NewWords, OfferId, Presence, SettingKey, Shared,
    Target, TargetId, Terms, Unit, UnitData, UnitId, UnitName, WaitingList,
};

/// Calls `$each` with every row of a query.
macro_rules! each_row {
    ($scan:expr, $sql:literal, |$row:ident| $each:block) => {{
        let mut statement = $scan.connection.prepare($sql)?;
        let mut found = statement.query([])?;
        while let Some($row) = found.next()? $each
    }};
}

pub fn words(scan: &mut Scan<'_>) -> StoreResult<NewWords> {
    let mut words = NewWords::default();
    each_row!(scan, "SELECT id, initials, name FROM identity ORDER BY id", |row| {
        let id = IdentityId(row.small(0)?);
        let identity = Identity { initials: row.words(1)?, name: row.get(2)? };
        scan.digests.add(FactKind::Identity, scan.hasher.identity(id, &identity));
        words.identities.push((id, identity));
    });
    each_row!(scan, "SELECT id, title FROM offer ORDER BY id", |row| {
        let (id, title) = (OfferId(row.small(0)?), row.words(1)?);
        scan.digests.add(FactKind::Offer, scan.hasher.offer(id, &title));
        words.offers.push((id, title));
    });
    Ok(words)
}

pub fn units(scan: &mut Scan<'_>) -> StoreResult<Units> {
    let mut units = Units::new();
    each_row!(
        scan,
        "SELECT id, code, counts, case_reporting, waiting_list, register_from, register_through FROM unit ORDER BY id",
        |row| {
            let id = UnitId(row.small(0)?);
            let waiting_list = if row.number(4)? == 0 {
                WaitingList::None
            } else {
                WaitingList::Kept {
                    register_from: row.optional_month(5)?,
                    register_through: row.optional_month(6)?,
                }
            };
            let unit = Unit {
                code: row.words(1)?,
                counts: rows::counting_unit(row.number(2)?)?,
                case_reporting: rows::case_reporting(row.number(3)?)?,
                waiting_list,
                names: Vec::new(),
            };
            units.insert(id, UnitData::new(id, unit));
        }
    );
    each_row!(
        scan,
        "SELECT unit, from_month, to_month, name FROM unit_name ORDER BY unit, from_month",
        |row| {
            let name =
                UnitName { from: row.month(1)?, to: row.optional_month(2)?, name: row.words(3)? };
            owner(&mut units, UnitId(row.small(0)?))?.unit.names.push(name);
        }
    );
    for data in units.values() {
        scan.digests.add(FactKind::Unit, scan.hasher.unit(data.id, &data.unit));
    }
    Ok(units)
}

pub fn people(scan: &mut Scan<'_>, units: &mut Units) -> StoreResult<()> {
    let mut caseworkers = std::collections::BTreeMap::new();
    each_row!(scan, "SELECT id, unit, identity FROM caseworker ORDER BY id", |row| {
        let unit = UnitId(row.small(1)?);
        let caseworker =
            Caseworker { unit, identity: IdentityId(row.small(2)?), presences: Vec::new() };
        caseworkers.insert(CaseworkerId(row.small(0)?), caseworker);
    });
    each_row!(
        scan,
        "SELECT caseworker, from_month, to_month, case_holding FROM presence ORDER BY caseworker, from_month",
        |row| {
            let presence = Presence {
                from: row.month(1)?,
                to: row.optional_month(2)?,
                case_holding: rows::case_holding(row.number(3)?)?,
            };
            let caseworker = caseworkers.get_mut(&CaseworkerId(row.small(0)?));
            caseworker
                .ok_or_else(|| StoreError::damaged("a presence of nobody"))?
                .presences
                .push(presence);
        }
    );
    for (id, caseworker) in caseworkers {
        scan.digests.add(FactKind::Caseworker, scan.hasher.caseworker(id, &caseworker));
        owner(units, caseworker.unit)?.caseworkers.insert(id, caseworker);
    }
    hours_and_absences(scan, units)
}

fn hours_and_absences(scan: &mut Scan<'_>, units: &mut Units) -> StoreResult<()> {
    each_row!(
        scan,
        "SELECT caseworker, from_month, unit, weekly_hours, weight FROM employment ORDER BY caseworker, from_month",
        |row| {
            let (id, from) = (CaseworkerId(row.small(0)?), row.month(1)?);
            let terms = Terms { weekly_hours: row.decimal(3)?, weight: row.decimal(4)? };
            scan.digests.add(FactKind::Employment, scan.hasher.employment((id, from), terms));
            owner(units, UnitId(row.small(2)?))?.employments.insert((id, from), terms);
        }
    );
    each_row!(
        scan,
        "SELECT id, unit, caseworker, from_day, to_day, kind FROM absence ORDER BY id",
        |row| {
            let id = AbsenceId(row.small(0)?);
            let absence = Absence {
                caseworker: CaseworkerId(row.small(2)?),
                from: row.day(3)?,
                to: row.optional_day(4)?,
                kind: rows::absence_kind(row.number(5)?)?,
            };
            scan.digests.add(FactKind::Absence, scan.hasher.absence(id, &absence));
            owner(units, UnitId(row.small(1)?))?.absences.insert(id, absence);
        }
    );
    Ok(())
}

pub fn shared(scan: &mut Scan<'_>) -> StoreResult<Shared> {
    let mut shared = Shared::default();
    targets_and_events(scan, &mut shared)?;
    each_row!(scan, "SELECT id, code, name, from_day, to_day FROM committee ORDER BY id", |row| {
        let id = CommitteeId(row.small(0)?);
        let committee = Committee {
            code: row.words(1)?,
            name: row.words(2)?,
            from: row.day(3)?,
            to: row.optional_day(4)?,
        };
        scan.digests.add(FactKind::Committee, scan.hasher.committee(id, &committee));
        shared.committees.insert(id, committee);
    });
    each_row!(scan, "SELECT id, content FROM edition ORDER BY id", |row| {
        let id = EditionId(row.small(0)?);
        let edition = rows::edition(&row.words(1)?)?;
        scan.digests.add(FactKind::Edition, scan.hasher.edition(id, &edition));
        shared.editions.insert(id, edition);
    });
    each_row!(scan, "SELECT name, value FROM setting ORDER BY name", |row| {
        let (name, value) = (row.words(0)?, row.words(1)?);
        let key = SettingKey::from_name(&name)
            .ok_or_else(|| StoreError::damaged(format!("a setting {name}")))?;
        scan.digests.add(FactKind::Setting, scan.hasher.setting(key, &value));
        shared.settings.set(key, Some(value));
    });
    Ok(shared)
}

fn targets_and_events(scan: &mut Scan<'_>, shared: &mut Shared) -> StoreResult<()> {
    each_row!(
        scan,
        "SELECT id, metric, unit, lower, upper, valid_from, source FROM target ORDER BY id",
        |row| {
            let id = TargetId(row.small(0)?);
            let target = Target {
                metric: rows::target_metric(row.number(1)?)?,
                unit: row.optional_small(2)?.map(UnitId),
                lower: row.optional(3)?.map(crate::domain::Thousandths),
                upper: row.optional(4)?.map(crate::domain::Thousandths),
                valid_from: row.day(5)?,
                source: row.words(6)?,
            };
            scan.digests.add(FactKind::Target, scan.hasher.target(id, &target));
            shared.targets.insert(id, target);
        }
    );
    each_row!(scan, "SELECT id, day, unit, title, kind FROM event ORDER BY id", |row| {
        let id = EventId(row.small(0)?);
        let event = Event {
            day: row.day(1)?,
            unit: row.optional_small(2)?.map(UnitId),
            title: row.words(3)?,
            kind: rows::event_kind(row.number(4)?)?,
        };
        scan.digests.add(FactKind::Event, scan.hasher.event(id, &event));
        shared.events.insert(id, event);
    });
    Ok(())
}
