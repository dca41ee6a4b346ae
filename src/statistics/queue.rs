//! The rules of thumb for a queue: how full it is, how long it may be, and what brings it there.
//!
//! Sources: Little, Operations Research 1961 9:383; Fong, Mushtaq, House, Gordon, Chen,
//! Griffiths, Ahmad & Walton, Understanding Waiting Lists Pressures, medRxiv 2022.

/// Demand over capacity; from 1 on the queue grows without bound. `None` without capacity.
pub fn load(demand: f64, capacity: f64) -> Option<f64> {
    (capacity > 0.0).then(|| demand / capacity)
}

/// The mean wait that keeps nearly all within the target. With factor 4 that is
/// 1 - exp(-4) = 98.2 %, if waits are exponential.
pub fn target_mean_wait(target_wait: f64, factor: f64) -> Option<f64> {
    (factor > 0.0).then(|| target_wait / factor)
}

/// The queue that goes with that mean wait (L = lambda W).
pub fn target_queue(demand: f64, target_wait: f64, factor: f64) -> Option<f64> {
    Some(demand * target_mean_wait(target_wait, factor)?)
}

/// Capacity that brings a queue to its target in so many weeks. Below demand when the queue is
/// already shorter: then no relief is needed.
pub fn relief_capacity(demand: f64, queue: f64, target_queue: f64, weeks: f64) -> Option<f64> {
    (weeks > 0.0).then(|| demand + (queue - target_queue) / weeks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(load(3.0, 0.0), None);
        assert_eq!(target_queue(3.0, 4.0, 0.0), None);
        assert_eq!(relief_capacity(3.0, 9.0, 4.0, 0.0), None);
    }
}
