//! Remembers the last view model, so that an unchanged frame computes nothing.

/// The newest value and what it was computed from.
#[derive(Debug)]
pub struct Memo<K, V> {
    known: Option<(K, V)>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { known: None }
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The value for this key; computed only when the key is another than last time.
    pub fn get(&mut self, key: K, compute: impl FnOnce(&K) -> V) -> &V {
        self.get_mut(key, compute)
    }

    /// The same, for a model that learns more of itself while it is shown.
    pub fn get_mut(&mut self, key: K, compute: impl FnOnce(&K) -> V) -> &mut V {
        if self.known.as_ref().is_some_and(|(known, _)| *known != key) {
            self.known = None;
        }
        let (_, value) = self.known.get_or_insert_with(|| {
            let value = compute(&key);
            (key, value)
        });
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unchanged_key_computes_nothing() {
        let mut memo = Memo::default();
        assert_eq!(*memo.get(1, |it| it * 10), 10);
        assert_eq!(*memo.get(1, |_| 99), 10);
        assert_eq!(*memo.get(2, |it| it * 10), 20);
    }
}
