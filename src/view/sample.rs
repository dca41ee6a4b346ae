//! The sample municipality in memory, for tests.

use std::sync::OnceLock;

use crate::book::{AcceptPartial, Create, Existing, ImportOptions, plan_import};
use crate::domain::{Day, EntryId, Snapshot};
use crate::import;

/// The book that is made when somebody tries the program.
pub fn sample() -> &'static Snapshot {
    static SAMPLE: OnceLock<Snapshot> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let mut snapshot = Snapshot::default();
        let options = ImportOptions {
            existing: Existing::Replace,
            create: Create::No,
            accept_partial: AcceptPartial::No,
            today: Day::new(2026, 11, 22).unwrap(),
        };
        let draft = import::read_bytes(import::sample::FILES).unwrap();
        let plan = plan_import(&snapshot, draft, options);
        snapshot.learn(&plan.words);
        snapshot.apply(EntryId(1), &plan.changes).unwrap();
        snapshot
    })
}
