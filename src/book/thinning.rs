//! Which backups are let go: ever fewer the further back, and none that may be needed yet.

use std::path::PathBuf;

use chrono::{DateTime, Datelike as _, Utc};

use super::copies::{KeptBackup, backup_name, backups_of};
use super::erasure::is_pseudonym;
use crate::domain::{EntryHead, EntryKind};
use crate::storage::{Store, StoreResult, is_of_this_version, verify};

const HOUR: i64 = 3_600_000;
pub const DAY: i64 = 24 * HOUR;
const FORTNIGHT: i64 = 14 * DAY;
const QUARTER: i64 = 92 * DAY;

/// Backups of which one is enough: the same hour, day, week or month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shelf {
    /// Younger than an hour: each by itself.
    Moment(i64),
    Hour(i64),
    Day(i64),
    Week(i64),
    /// For ever.
    Month(i32, u32),
}

impl Shelf {
    fn of(at: i64, now: i64) -> Self {
        match now - at {
            ..HOUR => Self::Moment(at),
            HOUR..DAY => Self::Hour(at.div_euclid(HOUR)),
            DAY..FORTNIGHT => Self::Day(at.div_euclid(DAY)),
            // The first day of all was a Thursday; weeks begin on Mondays.
            FORTNIGHT..QUARTER => Self::Week((at + 3 * DAY).div_euclid(7 * DAY)),
            QUARTER.. => {
                let moment = DateTime::<Utc>::from_timestamp_millis(at).unwrap_or_default();
                Self::Month(moment.year(), moment.month())
            }
        }
    }
}

/// Shelves with more than one backup, each with its newest first. What is dated later than now stands
/// on none: either clock may be wrong.
fn crowded(newest_first: Vec<KeptBackup>, now: i64) -> Vec<Vec<KeptBackup>> {
    let mut shelves: Vec<(Shelf, Vec<KeptBackup>)> = Vec::new();
    for backup in newest_first.into_iter().filter(|it| it.at <= now) {
        let shelf = Shelf::of(backup.at, now);
        match shelves.last_mut().filter(|it| it.0 == shelf) {
            Some((_, all)) => all.push(backup),
            None => shelves.push((shelf, vec![backup])),
        }
    }
    shelves.into_iter().map(|it| it.1).filter(|it| 1 < it.len()).collect()
}

/// Lets go of backups that later ones stand for; gives which. Only ordinary ones by their name,
/// so not those made before an upgrade, an erasure or a restore; none of an older version; none that an
/// erasure may have listed; nothing while the clock is behind the book.
pub fn thin_backups(store: &Store, now: i64) -> StoreResult<Vec<PathBuf>> {
    let heads: Vec<EntryHead> = store.heads()?.into_iter().map(|it| it.1).collect();
    if heads.last().is_some_and(|it| now < it.at) {
        return Ok(Vec::new());
    }
    let is_erasure = |it: &&EntryHead| it.kind == EntryKind::Final && is_pseudonym(&it.detail);
    let erased = heads.iter().rfind(is_erasure).map(|it| it.at);
    let mut all = backups_of(store.path());
    all.retain(|it| backup_name(store.path(), it.at) == it.path);
    all.retain(|it| erased.is_none_or(|erased| erased < it.at));
    let mut gone = Vec::new();
    for shelf in crowded(all, now) {
        // Those that cannot be read stay for who wants to look into them; the newest that can stays too.
        let readable = shelf.iter().position(|it| verify(&it.path).is_ok());
        let surplus = readable.and_then(|it| shelf.get(it + 1..)).unwrap_or_default();
        for backup in surplus.iter().filter(|it| is_of_this_version(&it.path)) {
            if std::fs::remove_file(&backup.path).is_ok() {
                gone.push(backup.path.clone());
            }
        }
    }
    Ok(gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> i64 {
        DateTime::parse_from_rfc3339(&format!("{text}:00Z")).unwrap().timestamp_millis()
    }

    /// The backups of these moments that stay, by moment.
    fn staying(moments: &[&str], now: &str) -> Vec<String> {
        let mut all: Vec<KeptBackup> = moments
            .iter()
            .map(|it| KeptBackup { path: PathBuf::from(it), at: moment(it), bytes: 1 })
            .collect();
        all.sort_by_key(|it| std::cmp::Reverse(it.at));
        let gone: Vec<KeptBackup> = crowded(all.clone(), moment(now))
            .into_iter()
            .flat_map(|it| it.into_iter().skip(1))
            .collect();
        all.retain(|it| !gone.contains(it));
        all.iter().map(|it| it.path.display().to_string()).collect()
    }

    #[test]
    fn the_newest_of_each_hour_day_week_and_month_stays() {
        let moments = [
            // All of the last hour.
            "2026-11-25T11:58",
            "2026-11-25T11:40",
            "2026-11-25T11:02",
            // Hours of the last day: one of ten to eleven, one of nine to ten.
            "2026-11-25T10:59",
            "2026-11-25T10:01",
            "2026-11-25T09:30",
            // Days of the last fortnight; the 24th before noon is no longer of the last day.
            "2026-11-24T11:00",
            "2026-11-24T08:00",
            "2026-11-20T16:00",
            "2026-11-20T09:00",
            // Weeks: Monday 2 to Sunday 8 November; Monday the 9th is of the next.
            "2026-11-09T10:00",
            "2026-11-08T23:00",
            "2026-11-02T10:00",
            // Months.
            "2026-06-30T10:00",
            "2026-06-01T10:00",
            "2026-05-31T10:00",
            "2019-01-02T10:00",
        ];
        let stays = [
            "2026-11-25T11:58",
            "2026-11-25T11:40",
            "2026-11-25T11:02",
            "2026-11-25T10:59",
            "2026-11-25T09:30",
            "2026-11-24T11:00",
            "2026-11-20T16:00",
            "2026-11-09T10:00",
            "2026-11-08T23:00",
            "2026-06-30T10:00",
            "2026-05-31T10:00",
            "2019-01-02T10:00",
        ];
        assert_eq!(staying(&moments, "2026-11-25T12:00"), stays);
    }

    #[test]
    fn what_is_dated_later_than_now_is_left_alone() {
        let moments =
            ["2026-11-25T10:50", "2026-11-25T10:10", "1969-12-31T23:10", "1969-12-31T22:50"];
        assert_eq!(staying(&moments, "1970-01-01T00:00"), moments);
    }

    /// Three years, a backup every seven hours, thinned after each.
    #[test]
    fn thinning_again_and_again_keeps_some_of_every_time() {
        let (mut kept, start) = (Vec::<KeptBackup>::new(), moment("2024-01-01T00:00"));
        let mut now = start;
        while now < moment("2027-01-01T00:00") {
            now += 7 * HOUR;
            kept.insert(0, KeptBackup { path: PathBuf::from(now.to_string()), at: now, bytes: 1 });
            let gone: Vec<KeptBackup> = crowded(kept.clone(), now)
                .into_iter()
                .flat_map(|it| it.into_iter().skip(1))
                .collect();
            kept.retain(|it| !gone.contains(it));
        }
        // 4 of the last day, 14 days, 12 weeks and the 33 months before; at the seams one more.
        assert!((60..70).contains(&kept.len()), "{}", kept.len());
        let ages = kept.windows(2).map(|it| it.first().unwrap().at - it.last().unwrap().at);
        // A month, and the week that its newest one may have been let go for.
        assert!(ages.max().unwrap() <= 38 * DAY);
        assert!(kept.last().unwrap().at - start < 31 * DAY);
    }
}
