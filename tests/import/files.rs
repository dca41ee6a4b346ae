//! Where the shared files are, and the short way from files to a book in memory.

use std::path::PathBuf;

use sagstakt::book::draft::{Draft, Table};
use sagstakt::book::{
    AcceptPartial, Create, Existing, FileVerdict, ImportOptions, ImportPlan, plan_import,
};
use sagstakt::domain::{Day, EntryId, Snapshot};
use sagstakt::import::{read_bytes, read_paths, sample};

/// The file of an export that is no table.
pub const DESCRIPTION: &str = "datapackage.json";

/// The sample's own day.
pub fn options() -> ImportOptions {
    ImportOptions {
        existing: Existing::Ask,
        create: Create::No,
        accept_partial: AcceptPartial::No,
        today: Day::new(2026, 11, 22).unwrap(),
    }
}

pub fn read(path: PathBuf) -> Draft {
    read_paths(&[path], &mut |_| true).unwrap()
}

/// Plans and applies.
pub fn import(snapshot: &mut Snapshot, draft: Draft, options: ImportOptions) -> ImportPlan {
    let plan = plan_import(snapshot, draft, options);
    snapshot.learn(&plan.words);
    if !plan.changes.is_empty() {
        let entry = EntryId(snapshot.revision.0 + 1);
        snapshot.apply(entry, &plan.changes).unwrap();
    }
    plan
}

pub fn sample_book() -> Snapshot {
    let mut snapshot = Snapshot::default();
    let plan = import(&mut snapshot, read_bytes(sample::FILES).unwrap(), options());
    assert_sound(&plan);
    snapshot
}

#[track_caller]
pub fn assert_sound(plan: &ImportPlan) {
    let refused: Vec<_> = plan.verdict.files.iter().flat_map(|it| &it.refused.first).collect();
    assert!(refused.is_empty(), "{:#?}", &refused[..refused.len().min(5)]);
}

pub fn file(plan: &ImportPlan, table: Table) -> &FileVerdict {
    plan.verdict.files.iter().find(|it| it.table == Some(table)).unwrap()
}
