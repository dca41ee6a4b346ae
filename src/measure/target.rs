//! Which target is in force for a unit on a day.

use super::Ratio;
use crate::domain::{Day, Snapshot, Target, TargetMetric, UnitId};

/// The targets of one metric that a unit can be held against.
///
/// The unit's own goes before one for all units, however old; among equals the latest, and of two
/// from one day the one typed last (reading 11).
#[derive(Debug, Clone, Default)]
pub(super) struct Targets {
    own: Vec<(Day, Option<Ratio>)>,
    shared: Vec<(Day, Option<Ratio>)>,
}

impl Targets {
    pub(super) fn of(snapshot: &Snapshot, unit: UnitId, metric: TargetMetric) -> Self {
        let listed = |owner: Option<UnitId>| {
            let targets = snapshot.shared.targets.values();
            let mut listed: Vec<_> = targets
                .filter(|it| it.metric == metric && it.unit == owner)
                .map(dated_upper)
                .collect();
            listed.sort_by_key(|it| it.0);
            listed
        };
        Self { own: listed(Some(unit)), shared: listed(None) }
    }

    /// The upper edge in force; `None` when no target is, or the one in force has no upper edge.
    pub(super) fn upper_on(&self, day: Day) -> Option<Ratio> {
        let in_force = |listed: &[(Day, Option<Ratio>)]| {
            let after = listed.partition_point(|it| it.0 <= day);
            listed.get(after.checked_sub(1)?).copied()
        };
        in_force(&self.own).or_else(|| in_force(&self.shared))?.1
    }
}

fn dated_upper(target: &Target) -> (Day, Option<Ratio>) {
    let upper = target.upper.map(|it| Ratio::thousandths(it.0));
    (target.valid_from, upper)
}
