//! Sizes and speeds of a queue: Little's law and the rules of thumb built on it.
//!
//! Sources: Little, Operations Research 1961 9:383; Fong, Mushtaq, House, Gordon, Chen,
//! Griffiths, Ahmad & Walton, Understanding Waiting Lists Pressures, medRxiv 2022.

/// People waiting when so many arrive per unit of time and wait so long (L = lambda W).
pub fn queue_length(arrivals: f64, mean_wait: f64) -> f64 {
    arrivals * mean_wait
}

/// How long the queue stands for: its size over what leaves it; `None` when nothing leaves.
pub fn time_to_clear(queue: f64, removals: f64) -> Option<f64> {
    (removals > 0.0).then(|| queue / removals)
}

/// The mean wait that keeps nearly all within the target. With factor 4 that is
/// 1 - exp(-4) = 98.2 %, if waits are exponential.
pub fn target_mean_wait(target_wait: f64, factor: f64) -> Option<f64> {
    (factor > 0.0).then(|| target_wait / factor)
}

/// The queue that goes with that mean wait.
pub fn target_queue(demand: f64, target_wait: f64, factor: f64) -> Option<f64> {
    Some(queue_length(demand, target_mean_wait(target_wait, factor)?))
}

/// Capacity that brings a queue to its target in so many weeks. Below demand when the queue is
/// already shorter: then no relief is needed.
pub fn relief_capacity(demand: f64, queue: f64, target_queue: f64, weeks: f64) -> Option<f64> {
    (weeks > 0.0).then(|| demand + (queue - target_queue) / weeks)
}

/// How unevenly referrals come and capacity is offered: coefficients of variation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unevenness {
    pub demand: f64,
    pub capacity: f64,
}

/// Capacity that keeps a queue at its target once it is there (Kingman's approximation).
pub fn target_capacity(demand: f64, target_wait: f64, factor: f64, cv: Unevenness) -> Option<f64> {
    let uneven = f64::midpoint(cv.demand.powi(2), cv.capacity.powi(2));
    (target_wait > 0.0).then(|| demand + uneven * factor / target_wait)
}

/// Demand over capacity; from 1 on the queue grows without bound. `None` without capacity.
pub fn load(demand: f64, capacity: f64) -> Option<f64> {
    (capacity > 0.0).then(|| demand / capacity)
}

/// Twice the mean wait over the target, both in the same unit; above 1 the target slips.
pub fn pressure(mean_wait: f64, target_wait: f64) -> Option<f64> {
    (target_wait > 0.0).then(|| 2.0 * mean_wait / target_wait)
}

/// How referrals arrive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrivals {
    /// Arrivals per unit of time: one over the mean interval.
    pub rate: f64,
    /// Standard deviation of the intervals over their mean.
    pub cv: Option<f64>,
    pub n_intervals: usize,
}

/// Intervals between arrivals, the stretch before the first and after the last included.
///
/// Times in any order and one unit; arrivals outside `from..=to` are left out. `None` when
/// the stretch has no length.
pub fn arrivals(times: &[f64], from: f64, to: f64) -> Option<Arrivals> {
    let mut order: Vec<f64> = times.iter().copied().filter(|t| from <= *t && *t <= to).collect();
    order.extend([from, to]);
    order.sort_by(f64::total_cmp);
    let intervals: Vec<f64> = order
        .windows(2)
        .filter_map(|pair| match pair {
            [before, time] => Some(time - before),
            _ => None,
        })
        .collect();
    let mean = super::summary::mean(&intervals).filter(|mean| *mean > 0.0)?;
    Some(Arrivals {
        rate: 1.0 / mean,
        cv: super::summary::standard_deviation(&intervals).map(|sd| sd / mean),
        n_intervals: intervals.len(),
    })
}

/// A stay in the queue, in whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    pub referred: i64,
    /// The day the person left the queue; on that day no longer waiting.
    pub removed: Option<i64>,
}

/// People waiting at the end of each day from `from` to `to`: referred on or before it, not
/// removed on or before it.
pub fn daily_queue(stays: &[Stay], from: i64, to: i64) -> Vec<(i64, i64)> {
    let mut joins: Vec<i64> = stays.iter().map(|stay| stay.referred).collect();
    // Whoever is removed before being referred never waits.
    let mut leaves: Vec<i64> =
        stays.iter().filter_map(|stay| stay.removed.map(|day| day.max(stay.referred))).collect();
    joins.sort_unstable();
    leaves.sort_unstable();
    let mut joins = joins.into_iter().peekable();
    let mut leaves = leaves.into_iter().peekable();
    let mut waiting = 0;
    (from..=to)
        .map(|day| {
            while joins.next_if(|joined| *joined <= day).is_some() {
                waiting += 1;
            }
            while leaves.next_if(|left| *left <= day).is_some() {
                waiting -= 1;
            }
            (day, waiting)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_of_all_stays_are_the_days_of_the_queue() {
        // Little's law over a closed window, person by person.
        let stays: Vec<Stay> = (0..20)
            .map(|i| Stay { referred: i * 3 % 17, removed: Some(i * 3 % 17 + i % 5) })
            .collect();
        let days: i64 = stays.iter().map(|s| s.removed.unwrap() - s.referred).sum();
        let queue: i64 = daily_queue(&stays, 0, 30).iter().map(|(_, n)| n).sum();
        assert_eq!(days, queue);
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        assert_eq!(load(3.0, 0.0), None);
        assert_eq!(pressure(3.0, 0.0), None);
        assert_eq!(time_to_clear(3.0, 0.0), None);
        assert_eq!(arrivals(&[], 2.0, 2.0), None);
    }
}
