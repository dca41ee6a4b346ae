//! Any bytes as a text: read, planned into an empty book, and never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sagstakt_fuzz::book::{AcceptPartial, Create, Existing, ImportOptions, plan_import};
use sagstakt_fuzz::domain::{Day, Snapshot};
use sagstakt_fuzz::import::read_bytes;

fuzz_target!(|bytes: &[u8]| {
    let Ok(draft) = read_bytes(&[("tal.csv", bytes)]) else { return };
    let options = ImportOptions {
        existing: Existing::Replace,
        create: Create::Yes,
        accept_partial: AcceptPartial::Yes,
        today: Day::EPOCH,
    };
    let plan = plan_import(&Snapshot::default(), draft, options);
    assert_eq!(plan.verdict.files.len(), 1);
});
