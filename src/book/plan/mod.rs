//! From intention to changes. Pure; reads the snapshot, writes nothing.

mod command_plan;
mod figures;
mod people;
mod planning;
mod shared;
mod units;
mod waiting;

pub use self::command_plan::{Plan, plan};
