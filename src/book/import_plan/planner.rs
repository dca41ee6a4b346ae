//! What an import knows while it is planned.

use super::findings::Findings;
use super::unit_plan::Units;
use crate::book::numbers::Numbers;
use crate::domain::Snapshot;

pub struct Planner<'a> {
    pub snapshot: &'a Snapshot,
    pub units: Units<'a>,
    pub found: Findings,
    pub numbers: Numbers<'a>,
}
