//! A unit's waiting-list register as compact, sorted columns: a million episodes fit in memory.

use super::{Day, Episode, OfferId, Outcome};

const NONE: i32 = i32::MIN;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stored {
    /// Where the reference begins in `text`, and how long it is.
    start: u32,
    length: u32,
    offer: OfferId,
    approved: Day,
    started: i32,
    withdrawn: i32,
}

/// What names an episode within its unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EpisodeKey {
    pub reference: String,
    pub offer: OfferId,
    pub approved: Day,
}

impl Episode<'_> {
    pub fn key(&self) -> EpisodeKey {
        EpisodeKey {
            reference: self.reference.to_owned(),
            offer: self.offer,
            approved: self.approved,
        }
    }
}

impl EpisodeKey {
    pub const fn with(&self, outcome: Outcome) -> Episode<'_> {
        let Self { reference, offer, approved } = self;
        Episode { reference: reference.as_str(), offer: *offer, approved: *approved, outcome }
    }
}

/// Episodes ordered by reference, offer and approval.
#[derive(Debug, Clone, Default)]
pub struct Episodes {
    rows: Vec<Stored>,
    text: String,
}

impl PartialEq for Episodes {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Episodes {}

impl Episodes {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = Episode<'_>> {
        self.rows.iter().map(|row| self.episode(row))
    }

    /// The days of every episode, without what names it.
    pub fn days(&self) -> impl Iterator<Item = (Day, Outcome)> {
        self.rows.iter().map(|row| (row.approved, outcome(row)))
    }

    pub fn get(&self, reference: &str, offer: OfferId, approved: Day) -> Option<Episode<'_>> {
        let at = self.find(reference, offer, approved).ok()?;
        self.rows.get(at).map(|row| self.episode(row))
    }

    /// Every episode with this reference, by offer and approval.
    pub fn with_reference<'a>(&'a self, reference: &'a str) -> impl Iterator<Item = Episode<'a>> {
        let start = self.rows.partition_point(|row| self.reference(row) < reference);
        let rows = self.rows.get(start..).unwrap_or_default();
        rows.iter().map(|row| self.episode(row)).take_while(move |it| it.reference == reference)
    }

    /// Sets or removes one episode. Appending in order costs nothing.
    pub fn set(&mut self, key: &EpisodeKey, outcome: Option<Outcome>) {
        match (self.find(&key.reference, key.offer, key.approved), outcome) {
            (Ok(at), Some(outcome)) => {
                if let Some(row) = self.rows.get_mut(at) {
                    row.started = number(outcome.started());
                    row.withdrawn = number(outcome.withdrawn());
                }
            }
            (Ok(at), None) => {
                self.rows.remove(at);
                self.compact();
            }
            (Err(at), Some(outcome)) => {
                let row = self.stored(key.with(outcome));
                self.rows.insert(at, row);
            }
            (Err(_), None) => {}
        }
    }

    /// Sets or removes episodes. Cheapest when `changes` are ordered by key, each key once; right in any order.
    pub fn apply(&mut self, changes: &[(EpisodeKey, Option<Outcome>)]) {
        let ordered = changes.is_sorted_by(|a, b| a.0 < b.0);
        if ordered && 16 < changes.len() {
            self.merge(changes);
        } else {
            for (key, outcome) in changes {
                self.set(key, *outcome);
            }
        }
    }

    fn merge(&mut self, changes: &[(EpisodeKey, Option<Outcome>)]) {
        let old = std::mem::take(self);
        let mut kept = old.iter().peekable();
        for (key, outcome) in changes {
            let place = (key.reference.as_str(), key.offer, key.approved);
            while let Some(earlier) =
                kept.next_if(|it| (it.reference, it.offer, it.approved) < place)
            {
                self.push(earlier);
            }
            let _replaced = kept.next_if(|it| (it.reference, it.offer, it.approved) == place);
            if let Some(outcome) = *outcome {
                self.push(key.with(outcome));
            }
        }
        kept.for_each(|it| self.push(it));
    }

    /// Adds an episode that is known to come after all others.
    pub fn push(&mut self, episode: Episode<'_>) {
        let row = self.stored(episode);
        self.rows.push(row);
    }

    /// Gives back room that was kept for more.
    pub fn close(&mut self) {
        self.rows.shrink_to_fit();
        self.text.shrink_to_fit();
    }

    fn stored(&mut self, episode: Episode<'_>) -> Stored {
        let Episode { reference, offer, approved, outcome } = episode;
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(reference);
        let length = u32::try_from(reference.len()).unwrap_or(0);
        let (started, withdrawn) = (number(outcome.started()), number(outcome.withdrawn()));
        Stored { start, length, offer, approved, started, withdrawn }
    }

    /// Drops references nobody points at once they are more than half of the text.
    fn compact(&mut self) {
        let used: usize = self.rows.iter().map(|row| row.length as usize).sum();
        if self.text.len() <= 2 * used + 1024 {
            return;
        }
        let old = std::mem::take(self);
        old.iter().for_each(|it| self.push(it));
    }

    fn find(&self, reference: &str, offer: OfferId, approved: Day) -> Result<usize, usize> {
        let key = (reference, offer, approved);
        let after_last =
            self.rows.last().is_none_or(|row| (self.reference(row), row.offer, row.approved) < key);
        if after_last {
            return Err(self.rows.len());
        }
        self.rows.binary_search_by(|row| (self.reference(row), row.offer, row.approved).cmp(&key))
    }

    fn reference(&self, row: &Stored) -> &str {
        let start = row.start as usize;
        self.text.get(start..start + row.length as usize).unwrap_or_default()
    }

    fn episode(&self, row: &Stored) -> Episode<'_> {
        Episode {
            reference: self.reference(row),
            offer: row.offer,
            approved: row.approved,
            outcome: outcome(row),
        }
    }
}

fn outcome(row: &Stored) -> Outcome {
    match (day(row.started), day(row.withdrawn)) {
        (Some(started), _) => Outcome::Started(started),
        (None, Some(withdrawn)) => Outcome::Withdrawn(withdrawn),
        (None, None) => Outcome::Waiting,
    }
}

fn number(day: Option<Day>) -> i32 {
    day.map_or(NONE, Day::number)
}

fn day(number: i32) -> Option<Day> {
    Day::from_number(number)
}
