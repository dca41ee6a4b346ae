//! The one place that asks the system what time it is and who is at the keyboard.

use chrono::{Datelike as _, Local, Utc};

use super::Author;
use crate::domain::{Day, Source};

/// The person and the moment, from the system.
pub fn author(source: Source) -> Author {
    let today = Local::now().date_naive();
    Author {
        user: user(),
        computer: gethostname::gethostname().to_string_lossy().into_owned(),
        boot: boot(),
        source,
        now: Utc::now().timestamp_millis(),
        today: Day::new(today.year(), today.month(), today.day()).unwrap_or(Day::EPOCH),
    }
}

/// The same person a moment later.
pub fn later(author: &Author) -> Author {
    let today = Local::now().date_naive();
    let today = Day::new(today.year(), today.month(), today.day()).unwrap_or(author.today);
    Author { now: Utc::now().timestamp_millis(), today, ..author.clone() }
}

fn user() -> String {
    whoami::username().unwrap_or_default()
}

/// Linux gives every start of the computer a number of its own.
fn boot() -> String {
    std::fs::read_to_string("/proc/sys/kernel/random/boot_id")
        .map(|it| it.trim().to_owned())
        .unwrap_or_default()
}
