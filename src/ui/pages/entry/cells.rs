//! What stands in the cells beside what is stored.

use std::collections::BTreeMap;

use crate::domain::CellKey;
use crate::ui::jobs::Ticket;

/// Cells, and the text of each.
pub type CellTexts = Vec<(CellKey, String)>;

/// A text that stands in a cell and is not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub text: String,
    /// Why it is not saved.
    pub reason: String,
}

/// Texts on their way to the disk, and texts that did not get there.
#[derive(Debug, Default)]
pub struct Cells {
    drafts: BTreeMap<CellKey, Draft>,
    /// By request, oldest first.
    sent: BTreeMap<Ticket, CellTexts>,
}

impl Cells {
    /// What is being saved in this cell; the latest word.
    pub fn saving(&self, key: CellKey) -> Option<&str> {
        let all = self.sent.values().rev().flatten();
        all.into_iter().find(|it| it.0 == key).map(|it| it.1.as_str())
    }

    pub fn draft(&self, key: CellKey) -> Option<&Draft> {
        self.drafts.get(&key)
    }

    /// What the cell shows in place of what is stored.
    pub fn standing(&self, key: CellKey) -> Option<&str> {
        self.saving(key).or_else(|| self.draft(key).map(|it| it.text.as_str()))
    }

    pub fn refuse(&mut self, key: CellKey, text: String, reason: String) {
        self.drafts.insert(key, Draft { text, reason });
    }

    pub fn give_up(&mut self, key: CellKey) {
        self.drafts.remove(&key);
    }

    /// The cells keep their texts. What was typed there since goes before.
    pub fn refuse_all(&mut self, texts: CellTexts, reason: &str) {
        for (key, text) in texts {
            if self.standing(key).is_none() {
                self.refuse(key, text, reason.to_owned());
            }
        }
    }

    /// Remembers what was sent until it is answered.
    pub fn sent(&mut self, ticket: Ticket, texts: CellTexts) {
        for (key, _) in &texts {
            self.give_up(*key);
        }
        self.sent.insert(ticket, texts);
    }

    /// The cells of a request that has been answered.
    pub fn answered(&mut self, ticket: Ticket) -> CellTexts {
        self.sent.remove(&ticket).unwrap_or_default()
    }

    pub fn drafts(&self) -> impl Iterator<Item = (CellKey, &Draft)> {
        self.drafts.iter().map(|(key, draft)| (*key, draft))
    }
}
