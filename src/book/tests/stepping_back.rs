//! Stepping back from the change log, and erasing what a person is called.

use proptest::prelude::*;

use super::any_steps::content;
use super::*;

fn set(fixture: &mut Fixture, who: u32, at: i32, cases: u32) -> EntryId {
    let count = Some(CaseCount { cases, split: None });
    let (unit, caseworker) = (UnitId(1), CaseworkerId(who));
    let cell = Cell::Cases { unit, month: month(at), caseworker, count };
    fixture.run(Command::SetCells(vec![cell])).unwrap().id
}

fn stored(fixture: &Fixture, who: u32, at: i32) -> Option<u32> {
    let unit = fixture.book.snapshot().unit(UnitId(1)).unwrap();
    unit.cases(month(at), CaseworkerId(who)).map(|it| it.cases)
}

fn take_back(fixture: &mut Fixture, id: EntryId) -> Result<Option<Entry>, BookError> {
    fixture.book.take_back(id, &author(), Circumstances::default())
}

/// Memory is what the disk says, and the journal leads there.
#[track_caller]
fn check(fixture: &mut Fixture) {
    let report = fixture.book.check().unwrap();
    assert!(report.is_sound(), "{report:?}");
    fixture.book.release();
    let disk = Book::open(&fixture.path).unwrap();
    assert!(disk.snapshot().same_content(fixture.book.snapshot()));
}

#[test]
fn a_step_deep_in_the_log_is_taken_back_and_done_again() {
    let mut fixture = Fixture::new();
    set(&mut fixture, 2, 0, 30);
    let wrong = set(&mut fixture, 2, 0, 99);
    set(&mut fixture, 3, 0, 25);
    take_back(&mut fixture, wrong).unwrap().unwrap();
    assert_eq!((stored(&fixture, 2, 0), stored(&fixture, 3, 0)), (Some(30), Some(25)));
    fixture.book.redo(&author()).unwrap();
    assert_eq!(stored(&fixture, 2, 0), Some(99));
    check(&mut fixture);
}

#[test]
fn a_later_step_on_the_same_cell_is_named() {
    let mut fixture = Fixture::new();
    let first = set(&mut fixture, 2, 0, 30);
    let second = set(&mut fixture, 2, 0, 31);
    let refused = take_back(&mut fixture, first);
    let Err(BookError::Refused(Refusal::TouchedLater { entry, user, .. })) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!((entry, user.as_str()), (second, "mha"));
    // Once the later one is taken back, nothing stands in the way.
    take_back(&mut fixture, second).unwrap();
    take_back(&mut fixture, first).unwrap();
    assert_eq!(stored(&fixture, 2, 0), None);
    let again = take_back(&mut fixture, first);
    assert!(matches!(again, Err(BookError::Refused(Refusal::NotInEffect(_)))), "{again:?}");
    check(&mut fixture);
}

#[test]
fn a_caseworker_with_later_figures_is_not_taken_away_under_them() {
    let mut fixture = Fixture::new();
    let added = fixture.run(Command::People(PeopleCommand::AddCaseworker {
        unit: UnitId(1),
        identity: identity("NY"),
        presence: PRESENT(),
        terms: None,
    }));
    let added = added.unwrap().id;
    let id = fixture.book.snapshot().next_id - 1;
    let typed = set(&mut fixture, id, 0, 12);
    let refused = take_back(&mut fixture, added);
    assert!(
        matches!(&refused, Err(BookError::Refused(Refusal::TouchedLater { entry, .. })) if *entry == typed),
        "{refused:?}"
    );
}

#[test]
fn going_back_to_a_point_is_one_step_that_can_be_undone() {
    let mut fixture = Fixture::new();
    let kept = set(&mut fixture, 2, 0, 30);
    let before = fixture.book.snapshot().clone();
    set(&mut fixture, 2, 0, 31);
    set(&mut fixture, 2, 0, 32);
    set(&mut fixture, 3, 0, 25);
    fixture.run(Command::RemoveUnit(UnitId(1)));
    let after = fixture.book.snapshot().clone();
    fixture.book.go_back_to(kept, &author(), Circumstances::default()).unwrap().unwrap();
    assert_eq!(content(fixture.book.snapshot()), content(&before));
    check(&mut fixture);
    fixture.book.undo(&author()).unwrap();
    assert_eq!(content(fixture.book.snapshot()), content(&after));
    check(&mut fixture);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 16 } else { 200 }))]

    /// Whatever is stepped back in whatever order, the file stays whole.
    #[test]
    fn any_stepping_back_leaves_a_sound_file(
        steps in proptest::collection::vec((0_u32..7, 0_i32..3, 0_u32..60, 0_usize..40), 1..24),
    ) {
        let mut fixture = Fixture::new();
        let floor = fixture.book.snapshot().revision;
        for (kind, at, number, place) in steps {
            let id = EntryId(floor.0 + place as u64 % (fixture.book.snapshot().revision.0 - floor.0 + 1));
            // Refusals are answers too.
            let _outcome = match kind {
                0 => take_back(&mut fixture, id),
                1 => fixture.book.go_back_to(id.max(floor), &author(), Circumstances::default()),
                2 => fixture.book.undo(&author()),
                3 => fixture.book.redo(&author()),
                4 => fixture.book.run(Command::People(PeopleCommand::RemoveCaseworker(CaseworkerId(3))), &author(), Circumstances::default()),
                _ => {
                    let count = (number % 4 != 0).then_some(CaseCount { cases: number, split: None });
                    let cell = Cell::Cases { unit: UnitId(1), month: month(at), caseworker: CaseworkerId(2 + kind % 2), count };
                    fixture.book.run(Command::SetCells(vec![cell]), &author(), Circumstances::default())
                }
            };
            let report = fixture.book.check().unwrap();
            prop_assert!(report.is_sound(), "{:?} after {:?}", report, (kind, at, number, id));
        }
    }
}

/// Bytes of a name as SQLite or another program might keep them.
fn holds(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [name.as_bytes(), &wide].iter().any(|it| bytes.windows(it.len()).any(|seen| seen == *it))
}

#[test]
fn an_erased_person_is_nowhere_in_the_file_under_any_name_they_had() {
    let mut fixture = Fixture::new();
    let id = CaseworkerId(2);
    let named = |initials: &str, name: &str| Identity {
        initials: initials.to_owned(),
        name: Some(name.to_owned()),
    };
    let rename = |identity| Command::People(PeopleCommand::RenameCaseworker { id, identity });
    fixture.run(rename(named("QZXA", "Gammelt Marsvinnavn")));
    fixture.run(rename(named("QZXB", "Nyt Marsvinnavn")));
    fixture.run(Command::AddUnits(vec![unit("MOD", CaseReporting::ByCaseworker)]));
    let to = fixture.book.snapshot().unit_by_code("MOD").unwrap().id;
    set(&mut fixture, 2, -1, 17);
    fixture.run(Command::People(PeopleCommand::MoveCaseworker { id, to, from: month(0) }));
    let erased = fixture.book.erase(id, &author()).unwrap();
    assert_eq!(erased.pseudonym, "X1");
    assert_eq!(erased.entry.head.kind, EntryKind::Final);
    // The one copy made just before is named, and is the only file that still says it.
    assert_eq!(erased.copies.len(), 1);
    assert_eq!(erased.copies[0].holds, Holds::Person);
    fixture.book.release();
    let bytes = std::fs::read(&fixture.path).unwrap();
    let copy = std::fs::read(&erased.copies[0].path).unwrap();
    for name in ["QZXA", "QZXB", "Marsvinnavn"] {
        assert!(!holds(&bytes, name), "{name} is in the file");
        assert!(holds(&copy, name), "the backup should hold {name}");
    }
    // Figures stay, the file is sound, and no undo brings a name back.
    assert_eq!(stored(&fixture, 2, -1), Some(17));
    check(&mut fixture);
    assert_eq!(fixture.book.undo(&author()).unwrap(), None);
    let mut fixture = fixture.reopen();
    let names: Vec<&str> =
        fixture.book.snapshot().identities.values().map(|it| it.initials.as_str()).collect();
    assert_eq!(names.iter().filter(|it| **it == "X1").count(), 3, "{names:?}");
    check(&mut fixture);
    // The file can go on being changed, and the next person gets another name.
    set(&mut fixture, 3, 0, 20);
    let later = Author { now: author().now + 1000, ..author() };
    assert_eq!(fixture.book.erase(CaseworkerId(3), &later).unwrap().pseudonym, "X2");
}
