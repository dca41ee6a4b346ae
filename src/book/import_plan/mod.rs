//! Works out what an import would change: new, changed, unchanged, refused and left out, and the changes themselves.
//! Pure: the book as it is and the draft go in, a plan comes out.

mod bands;
mod corrections;
mod counts;
mod create;
mod episodes;
mod figures;
mod findings;
mod merge;
mod options;
mod people;
mod plan;
mod planner;
mod register;
mod resolve;
mod shared;
mod terms;
mod unit_plan;
mod units;

pub use self::options::{AcceptPartial, Create, Existing, ImportOptions};
pub use self::plan::{ImportPlan, plan_import};
