//! The right to write, as the book holds it: taken when something is saved, given back when others want it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::Author;
use crate::storage::{
    Asked, BEAT, Holder, Lease, SILENCE, Sighting, StoreError, StoreResult, holder_of,
    seen_elsewhere,
};

/// How long a caller waits for somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    pub wait: Duration,
    pub take_over: TakeOver,
    /// How long another computer must have stood still before its lease may be taken.
    pub silence: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { wait: Duration::ZERO, take_over: TakeOver::Never, silence: SILENCE }
    }
}

/// Whether a lease of another computer may be taken after its silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TakeOver {
    #[default]
    Never,
    AfterSilence,
}

/// How long one writer keeps others out before it lets them try, and for how long.
const LONG: Duration = Duration::from_secs(1);
const ROOM: Duration = Duration::from_millis(30);
const BETWEEN_TRIES: Duration = Duration::from_millis(10);
const BETWEEN_SIGHTINGS: Duration = Duration::from_millis(500);

/// The lease of one book.
pub struct Holding {
    path: PathBuf,
    lease: Option<Held>,
    pub patience: Patience,
    /// A holder on another computer, and since when it has looked the same.
    watched: Option<(Sighting, Instant)>,
}

/// A lease and since when.
pub struct Held {
    lease: Lease,
    since: Instant,
    beaten: Instant,
}

impl Holding {
    pub fn of(path: &Path) -> Self {
        Self { path: path.to_owned(), lease: None, patience: Patience::default(), watched: None }
    }

    pub fn holder(&self) -> Option<Holder> {
        match &self.lease {
            Some(held) => Some(held.lease.holder()),
            None => holder_of(&self.path),
        }
    }

    pub fn is_ours(&self) -> bool {
        self.lease.as_ref().is_some_and(|it| it.lease.is_still_ours())
    }

    /// True when it was not held before, so that others may have written meanwhile.
    pub fn take(&mut self, author: &Author) -> StoreResult<bool> {
        // Whether it was taken over meanwhile is asked once a save, just before writing.
        if self.lease.is_some() {
            return Ok(false);
        }
        let now = Instant::now();
        let lease = self.wait_for(author, now)?;
        self.lease = Some(Held { lease, since: now, beaten: now });
        Ok(true)
    }

    fn wait_for(&self, author: &Author, began: Instant) -> StoreResult<Lease> {
        let request = author.lease_request();
        let patience = self.patience;
        let mut watched: Option<(Sighting, Instant)> = None;
        loop {
            let holder = match Lease::ask(&self.path, &request)? {
                Asked::Held(lease) => return Ok(lease),
                Asked::Busy(holder) => holder,
                Asked::Elsewhere(seen) if patience.take_over == TakeOver::AfterSilence => {
                    let since = silent_since(watched.as_ref(), &seen);
                    if patience.silence <= since.elapsed() {
                        return self.take_over(&seen, author);
                    }
                    watched = Some((seen, since));
                    std::thread::sleep(BETWEEN_SIGHTINGS);
                    continue;
                }
                Asked::Elsewhere(seen) => seen.holder,
            };
            if patience.wait <= began.elapsed() {
                return Err(StoreError::Held(holder));
            }
            std::thread::sleep(BETWEEN_TRIES);
        }
    }

    /// Whether a holder on another computer has stood still for so long that a person may take over.
    pub fn is_silent(&mut self, author: &Author) -> bool {
        let free = self.lease.is_none();
        let seen = free.then(|| seen_elsewhere(&self.path, &author.lease_request())).flatten();
        self.watched = seen.map(|seen| {
            let since = silent_since(self.watched.as_ref(), &seen);
            (seen, since)
        });
        self.watched.as_ref().is_some_and(|it| self.patience.silence <= it.1.elapsed())
    }

    /// Takes the lease of a holder that is silent; a person has said so.
    pub fn take_silent(&mut self, author: &Author) -> StoreResult<()> {
        let is_silent = self.is_silent(author);
        match self.watched.take() {
            Some((seen, _)) if is_silent => {
                let now = Instant::now();
                let lease = self.take_over(&seen, author)?;
                self.lease = Some(Held { lease, since: now, beaten: now });
            }
            Some((seen, since)) => {
                let holder = seen.holder.clone();
                self.watched = Some((seen, since));
                return Err(StoreError::Held(holder));
            }
            // It is free, or ours: the ordinary way.
            None => drop(self.take(author)?),
        }
        Ok(())
    }

    fn take_over(&self, seen: &Sighting, author: &Author) -> StoreResult<Lease> {
        match Lease::take_over(&self.path, seen, &author.lease_request())? {
            Asked::Held(lease) => Ok(lease),
            Asked::Busy(holder) | Asked::Elsewhere(Sighting { holder, .. }) => {
                Err(StoreError::Held(holder))
            }
        }
    }

    /// Fails when somebody else took the lease over.
    pub fn still_ours(&mut self) -> StoreResult<()> {
        if self.is_ours() {
            return Ok(());
        }
        self.lease = None;
        let nobody = Holder { user: String::new(), computer: String::new(), since: 0 };
        Err(StoreError::Held(holder_of(&self.path).unwrap_or(nobody)))
    }

    pub fn release(&mut self) {
        self.lease = None;
    }

    /// Gives the lease to the next opening of the same file.
    pub const fn hand_over(&mut self) -> Option<Held> {
        self.lease.take()
    }

    pub fn receive(&mut self, lease: Option<Held>) {
        self.lease = lease;
    }

    pub fn beat(&mut self) {
        if let Some(held) = &mut self.lease
            && BEAT <= held.beaten.elapsed()
        {
            held.beaten = Instant::now();
            // A counter that cannot be moved makes us look silent; the next save will tell.
            let _unmoved = held.lease.beat();
        }
    }

    /// Between two saves of a long run: others get a moment to try.
    pub fn make_room(&mut self) {
        self.beat();
        let long = self.lease.as_ref().is_some_and(|it| LONG <= it.since.elapsed());
        if long {
            self.release();
            std::thread::sleep(ROOM);
        }
    }
}

/// Since when a holder on another computer has looked the same.
fn silent_since(watched: Option<&(Sighting, Instant)>, seen: &Sighting) -> Instant {
    match watched {
        Some((known, since)) if known == seen => *since,
        Some(_) | None => Instant::now(),
    }
}
