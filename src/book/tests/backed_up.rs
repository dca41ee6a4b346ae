//! Before an import the book is backed up; without a backup nothing is stored.

use super::*;
use crate::book::copies::backup_folder;

fn planned(fixture: &Fixture, cases: u32) -> ImportPlan {
    let table = format!("Måned;Enhed;Rådgiver;Sager\n2026-01;BFA;AAK;{cases}\n");
    let draft = crate::import::read_bytes(&[("sagstal.csv", table.as_bytes())]).unwrap();
    let options = ImportOptions {
        existing: Existing::Replace,
        create: Create::No,
        accept_partial: AcceptPartial::No,
        today: author().today,
    };
    plan_import(fixture.book.snapshot(), draft, options)
}

fn import(fixture: &mut Fixture, cases: u32) -> Result<Option<Entry>, BookError> {
    let plan = planned(fixture, cases);
    fixture.book.import(plan, &author(), Circumstances::default())
}

fn stored(book: &Book) -> Option<u32> {
    let unit = book.snapshot().unit(UnitId(1)).unwrap();
    unit.cases(month(0), CaseworkerId(2)).map(|it| it.cases)
}

#[test]
fn what_was_there_before_an_import_lies_in_a_backup() {
    let mut fixture = Fixture::new();
    fixture.run(Command::SetCells(vec![Cell::Cases {
        unit: UnitId(1),
        month: month(0),
        caseworker: CaseworkerId(2),
        count: Some(CaseCount { cases: 30, split: None }),
    }]));
    import(&mut fixture, 31).unwrap().unwrap();
    assert_eq!(stored(&fixture.book), Some(31));
    let [copy] = backups_of(&fixture.path).try_into().unwrap();
    assert_eq!(stored(&Book::open(&copy.path).unwrap()), Some(30));
    // An import that changes nothing leaves no trace, not even a backup.
    std::fs::remove_file(&copy.path).unwrap();
    assert!(import(&mut fixture, 31).unwrap().is_none());
    assert_eq!(backups_of(&fixture.path), []);
}

#[test]
fn without_a_backup_nothing_is_imported() {
    let mut fixture = Fixture::new();
    // A file where the folder of backups should be.
    std::fs::write(backup_folder(&fixture.path), "").unwrap();
    let before = fixture.book.snapshot().revision;
    let refused = import(&mut fixture, 31);
    assert!(matches!(refused, Err(BookError::NotBackedUp { .. })), "{refused:?}");
    assert_eq!((stored(&fixture.book), fixture.book.snapshot().revision), (None, before));
    let words = crate::text::errors::book_error(
        crate::text::Lang::Da,
        &refused.unwrap_err(),
        &fixture.path,
    );
    assert!(words.text().starts_with("Intet er indlæst: sikkerhedskopien"), "{}", words.text());
    assert!(words.text().contains("-sikkerhedskopier"), "{}", words.text());
    std::fs::remove_file(backup_folder(&fixture.path)).unwrap();
    import(&mut fixture, 31).unwrap().unwrap();
    assert_eq!(stored(&fixture.book), Some(31));
}

#[test]
fn a_book_with_nothing_in_it_needs_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ny.sagstakt");
    let mut fixture = Fixture { book: Book::create(&path).unwrap(), path, _folder: folder };
    fixture.run(Command::AddUnits(vec![unit("FTI", CaseReporting::ByUnit)]));
    let table = "Måned;Enhed;Sager\n2026-01;FTI;40\n";
    let draft = crate::import::read_bytes(&[("tal.csv", table.as_bytes())]).unwrap();
    let options = ImportOptions {
        existing: Existing::Replace,
        create: Create::No,
        accept_partial: AcceptPartial::No,
        today: author().today,
    };
    let plan = plan_import(fixture.book.snapshot(), draft, options);
    fixture.book.import(plan, &author(), Circumstances::default()).unwrap().unwrap();
    assert_eq!(backups_of(&fixture.path), []);
}

#[test]
fn an_import_that_was_planned_against_another_entry_is_refused() {
    let mut fixture = Fixture::new();
    let plan = planned(&fixture, 31);
    assert_eq!(plan.against, fixture.book.snapshot().revision);
    fixture.run(Command::SetCells(vec![cases(3, 0, 9)]));
    let before = fixture.book.snapshot().revision;
    let refused = fixture.book.import(plan, &author(), Circumstances::default());
    assert!(matches!(refused, Err(BookError::Refused(Refusal::PlannedEarlier))), "{refused:?}");
    assert_eq!((stored(&fixture.book), fixture.book.snapshot().revision), (None, before));
    assert_eq!(backups_of(&fixture.path), [], "nothing was about to be stored");
    import(&mut fixture, 31).unwrap().unwrap();
    assert_eq!(stored(&fixture.book), Some(31));
}
