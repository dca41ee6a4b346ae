//! Numbers for what a command or an import brings: units, people and whatever else is known by a number.

use crate::domain::{Identity, IdentityId, NewWords, OfferId, Snapshot};

pub struct Numbers<'a> {
    snapshot: &'a Snapshot,
    pub next_id: u32,
    pub words: NewWords,
}

impl<'a> Numbers<'a> {
    pub fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, next_id: snapshot.next_id.max(1), words: NewWords::default() }
    }

    pub const fn new_id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id += 1;
        id
    }

    pub fn new_identity(&mut self, identity: Identity) -> IdentityId {
        let stored = self.snapshot.identities.last_key_value().map(|it| it.0.0);
        let newest = self.words.identities.last().map(|it| it.0.0);
        let id = IdentityId(newest.or(stored).unwrap_or(0) + 1);
        self.words.identities.push((id, identity));
        id
    }

    /// Someone with the same initials and full name elsewhere is the same person.
    pub fn identity(&mut self, identity: Identity) -> IdentityId {
        let stored = self.snapshot.identities.iter();
        let added = self.words.identities.iter().map(|(id, known)| (id, known));
        let same = stored.chain(added).find(|it| identity.name.is_some() && *it.1 == identity);
        match same {
            Some((id, _)) => *id,
            None => self.new_identity(identity),
        }
    }

    /// The number of an offer, a new one where the word is new.
    pub fn offer(&mut self, title: &str) -> OfferId {
        let added = self.words.offers.iter().map(|(id, known)| (id, known));
        let mut known = self.snapshot.offers.iter().chain(added);
        if let Some((id, _)) = known.find(|it| it.1 == title) {
            return *id;
        }
        let stored = self.snapshot.offers.last_key_value().map(|it| it.0.0);
        let newest = self.words.offers.last().map(|it| it.0.0);
        let id = OfferId(newest.or(stored).unwrap_or(0).saturating_add(1));
        self.words.offers.push((id, title.to_owned()));
        id
    }
}
