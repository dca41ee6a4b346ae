//! A fact before and after: what every kind of change is made of.

use std::collections::BTreeMap;

/// A fact by its key, before and after. `None` is "not there".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit<K, V> {
    pub key: K,
    pub before: Option<V>,
    pub after: Option<V>,
}

impl<K, V> Edit<K, V> {
    pub const fn new(key: K, before: Option<V>, after: Option<V>) -> Self {
        Self { key, before, after }
    }

    /// A fact that was not there.
    pub const fn added(key: K, after: V) -> Self {
        Self { key, before: None, after: Some(after) }
    }

    /// A fact that is there no longer.
    pub const fn removed(key: K, before: V) -> Self {
        Self { key, before: Some(before), after: None }
    }

    /// The edit that takes this one back.
    #[must_use]
    pub fn inverted(self) -> Self {
        Self { key: self.key, before: self.after, after: self.before }
    }

    /// This edit and a later one of the same fact as one.
    #[must_use]
    pub fn then(self, later: Self) -> Self {
        Self { after: later.after, ..self }
    }

    pub const fn sides(&self) -> [Option<&V>; 2] {
        [self.before.as_ref(), self.after.as_ref()]
    }

    /// The fact as it is, or was before it went.
    pub fn latest(&self) -> Option<&V> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// Whether the fact itself comes or goes.
    pub const fn begins_or_ceases(&self) -> bool {
        self.before.is_none() || self.after.is_none()
    }
}

impl<K, V: PartialEq> Edit<K, V> {
    pub fn is_nothing(&self) -> bool {
        self.before == self.after
    }
}

impl<K: Ord, V> Edit<K, V> {
    /// Carries it out.
    pub fn put(self, map: &mut BTreeMap<K, V>) {
        match self.after {
            Some(value) => map.insert(self.key, value),
            None => map.remove(&self.key),
        };
    }
}
