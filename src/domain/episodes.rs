//! A unit's waiting-list register as compact, sorted columns: a million episodes fit in memory.

use super::{Day, Episode, OfferId, Outcome};

const NONE: i32 = i32::MIN;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
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

/// Episodes ordered by reference, offer and approval.
#[derive(Debug, Clone, Default)]
pub struct Episodes {
    rows: Vec<Row>,
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
    pub fn set(
        &mut self,
        reference: &str,
        offer: OfferId,
        approved: Day,
        outcome: Option<Outcome>,
    ) {
        match (self.find(reference, offer, approved), outcome) {
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
                let row = self.new_row(reference, offer, approved, outcome);
                self.rows.insert(at, row);
            }
            (Err(_), None) => {}
        }
    }

    /// Sets or removes many episodes at once; `changes` must be ordered by key, each key once.
    pub fn merge(&mut self, changes: &[(EpisodeKey, Option<Outcome>)]) {
        let old = std::mem::take(self);
        let mut kept = old.iter().peekable();
        for (key, outcome) in changes {
            let place = (key.reference.as_str(), key.offer, key.approved);
            while let Some(it) = kept.next_if(|it| (it.reference, it.offer, it.approved) < place) {
                self.push(it);
            }
            let _replaced = kept.next_if(|it| (it.reference, it.offer, it.approved) == place);
            if let Some(outcome) = *outcome {
                self.push(Episode {
                    reference: &key.reference,
                    offer: key.offer,
                    approved: key.approved,
                    outcome,
                });
            }
        }
        for it in kept {
            self.push(it);
        }
    }

    /// Adds an episode that is known to come after all others.
    pub fn push(&mut self, episode: Episode<'_>) {
        let Episode { reference, offer, approved, outcome } = episode;
        let row = self.new_row(reference, offer, approved, outcome);
        self.rows.push(row);
    }

    /// Gives back room that was kept for more.
    pub fn close(&mut self) {
        self.rows.shrink_to_fit();
        self.text.shrink_to_fit();
    }

    fn new_row(&mut self, reference: &str, offer: OfferId, approved: Day, outcome: Outcome) -> Row {
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(reference);
        Row {
            start,
            length: u32::try_from(reference.len()).unwrap_or(0),
            offer,
            approved,
            started: number(outcome.started()),
            withdrawn: number(outcome.withdrawn()),
        }
    }

    /// Drops references nobody points at once they are more than half of the text.
    fn compact(&mut self) {
        let used: usize = self.rows.iter().map(|row| row.length as usize).sum();
        if self.text.len() <= 2 * used + 1024 {
            return;
        }
        let old = std::mem::take(self);
        for it in old.iter() {
            self.push(it);
        }
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

    fn reference(&self, row: &Row) -> &str {
        let start = row.start as usize;
        self.text.get(start..start + row.length as usize).unwrap_or_default()
    }

    fn episode(&self, row: &Row) -> Episode<'_> {
        Episode {
            reference: self.reference(row),
            offer: row.offer,
            approved: row.approved,
            outcome: outcome(row),
        }
    }
}

fn outcome(row: &Row) -> Outcome {
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
