//! How far long work has come, and whether it is still wanted: shared by the one who works and the one who waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// A handle to long work; its clones speak of the same work.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Counters>);

#[derive(Debug, Default)]
struct Counters {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

/// The work was stopped before it was done; nothing of it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

impl Progress {
    /// Steps in all, when they are known: bytes, rows, files, whatever the work counts.
    pub fn expect(&self, total: u64) {
        self.0.total.store(total, Ordering::Relaxed);
    }

    /// Some more steps are done. Fails when the work is no longer wanted, so that `?` ends it.
    pub fn advance(&self, steps: u64) -> Result<(), Cancelled> {
        self.0.done.fetch_add(steps, Ordering::Relaxed);
        self.wanted()
    }

    pub fn wanted(&self) -> Result<(), Cancelled> {
        if self.0.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }

    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// From 0 to 1; `None` while nobody knows how much there is.
    pub fn share(&self) -> Option<f32> {
        let total = self.0.total.load(Ordering::Relaxed);
        let done = self.0.done.load(Ordering::Relaxed).min(total);
        #[expect(clippy::cast_possible_truncation, reason = "a share of a bar on the screen")]
        (0 < total).then(|| (done as f64 / total as f64) as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_told_once_the_whole_is_known_and_never_exceeds_it() {
        let progress = Progress::default();
        assert_eq!(progress.share(), None);
        progress.expect(4);
        assert_eq!(progress.advance(1), Ok(()));
        assert_eq!(progress.share(), Some(0.25));
        assert_eq!(progress.advance(9), Ok(()));
        assert_eq!(progress.share(), Some(1.0));
    }

    #[test]
    fn cancelled_work_ends_at_its_next_step() {
        let progress = Progress::default();
        let worker = progress.clone();
        assert_eq!(worker.advance(1), Ok(()));
        progress.cancel();
        assert_eq!(worker.advance(1), Err(Cancelled));
    }
}
