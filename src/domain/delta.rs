//! What an entry does to a book in memory: its changes, decoded, and packed where they come by the million.

use super::{CaseCount, Change, CountKey, EpisodeKey, Outcome, UnitId};

/// Decoded changes in order.
#[derive(Debug, Default)]
pub struct Delta {
    pub(super) steps: Vec<Step>,
    /// The first number that none of them uses, for what is numbered.
    pub(super) next_id: u32,
}

/// A change, or many of the same unit that are carried out at once.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "what comes by the million is one step")]
pub(super) enum Step {
    Counts(UnitId, Vec<(CountKey, Option<CaseCount>)>),
    Episodes(UnitId, Vec<(EpisodeKey, Option<Outcome>)>),
    One(Change),
}

impl Delta {
    pub fn push(&mut self, change: Change) {
        if let Some(id) = change.register_id() {
            self.next_id = self.next_id.max(id + 1);
        }
        match (self.steps.last_mut(), change) {
            (Some(Step::Counts(of, run)), Change::Cases(unit, edit)) if *of == unit => {
                run.push((edit.key, edit.after));
            }
            (Some(Step::Episodes(of, run)), Change::Episode(unit, edit)) if *of == unit => {
                run.push((edit.key, edit.after));
            }
            (_, Change::Cases(unit, edit)) => {
                self.steps.push(Step::Counts(unit, vec![(edit.key, edit.after)]));
            }
            (_, Change::Episode(unit, edit)) => {
                self.steps.push(Step::Episodes(unit, vec![(edit.key, edit.after)]));
            }
            (_, change) => self.steps.push(Step::One(change)),
        }
    }
}

impl FromIterator<Change> for Delta {
    fn from_iter<T: IntoIterator<Item = Change>>(changes: T) -> Self {
        let mut delta = Self::default();
        changes.into_iter().for_each(|it| delta.push(it));
        delta
    }
}
