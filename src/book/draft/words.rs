//! Words that many rows share, each kept once and named by number.

use std::collections::BTreeMap;

/// A word by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word(pub u32);

/// Unit codes, initials and offers of a draft.
#[derive(Debug, Default)]
pub struct Words {
    texts: Vec<Box<str>>,
    numbers: BTreeMap<Box<str>, Word>,
}

impl Words {
    pub fn intern(&mut self, text: &str) -> Word {
        if let Some(word) = self.numbers.get(text) {
            return *word;
        }
        let word = Word(u32::try_from(self.texts.len()).unwrap_or(u32::MAX));
        self.texts.push(text.into());
        self.numbers.insert(text.into(), word);
        word
    }

    pub fn find(&self, text: &str) -> Option<Word> {
        self.numbers.get(text).copied()
    }

    pub fn text(&self, word: Word) -> &str {
        self.texts.get(word.0 as usize).map_or("", |text| text.as_ref())
    }

    pub fn len(&self) -> usize {
        self.texts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

/// Remembers which word came after which in a column: rows mostly come in the same order month after month.
#[derive(Debug, Default)]
pub struct Trail {
    last: Option<Word>,
    after: Vec<Option<Word>>,
}

impl Trail {
    /// The word that followed the latest one the time before.
    pub fn guess(&self) -> Option<Word> {
        self.after.get(self.last?.0 as usize).copied().flatten()
    }

    pub fn took(&mut self, word: Word) {
        if let Some(last) = self.last {
            let place = last.0 as usize;
            if self.after.len() <= place {
                self.after.resize(place + 1, None);
            }
            if let Some(slot) = self.after.get_mut(place) {
                *slot = Some(word);
            }
        }
        self.last = Some(word);
    }
}
