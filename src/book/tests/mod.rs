//! What a book promises: undo takes back, redo repeats, memory and disk and a plain list agree.

mod any_steps;
mod backed_up;
mod silent_holder;
mod stepping_back;
mod thinned;

use std::path::{Path, PathBuf};

use super::*;
use crate::domain::*;
use crate::storage::StoreError;

fn month(number: i32) -> Month {
    Month::parse_iso("2026-01").unwrap().plus(number)
}

fn author() -> Author {
    Author {
        user: "mha".to_owned(),
        computer: "PC-1423".to_owned(),
        boot: "1".to_owned(),
        source: Source::CommandLine,
        now: 1_790_000_000_000,
        today: Day::new(2026, 11, 22).unwrap(),
    }
}

fn unit(code: &str, case_reporting: CaseReporting) -> Unit {
    Unit {
        code: code.to_owned(),
        counts: CountingUnit::Family,
        case_reporting,
        waiting_list: WaitingList::Kept { register_from: None, register_through: None },
        names: vec![UnitName { name: code.to_owned(), from: month(-24), to: None }],
    }
}

fn identity(initials: &str) -> Identity {
    Identity { initials: initials.to_owned(), name: None }
}

const PRESENT: fn() -> Presence =
    || Presence { from: month(-24), to: None, case_holding: CaseHolding::Yes };
const FULL_TIME: Terms = Terms { weekly_hours: Thousandths(37_000), weight: Thousandths::ONE };

struct Fixture {
    _folder: tempfile::TempDir,
    path: PathBuf,
    book: Book,
}

impl Fixture {
    /// A unit with caseworkers (id 1), two of them (2 and 3), and one without (4).
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Børn & Unge.sagstakt");
        let book = Book::create(&path).unwrap();
        let mut fixture = Self { _folder: folder, path, book };
        fixture.run(Command::AddUnits(vec![unit("BFA", CaseReporting::ByCaseworker)]));
        for initials in ["AAK", "ØST"] {
            fixture.run(Command::People(PeopleCommand::AddCaseworker {
                unit: UnitId(1),
                identity: identity(initials),
                presence: PRESENT(),
                terms: Some(FULL_TIME),
            }));
        }
        fixture.run(Command::AddUnits(vec![unit("FTI", CaseReporting::ByUnit)]));
        fixture
    }

    fn run(&mut self, command: Command) -> Option<Entry> {
        self.book.run(command, &author(), Circumstances::default()).unwrap()
    }

    fn refusal(&mut self, command: Command) -> Refusal {
        match self.book.run(command, &author(), Circumstances::default()) {
            Err(BookError::Refused(refusal)) => refusal,
            other => panic!("not refused: {other:?}"),
        }
    }

    fn reopen(mut self) -> Self {
        self.book.release();
        drop(self.book);
        let book = Book::open(&self.path).unwrap();
        Self { book, ..self }
    }
}

fn cases(caseworker: u32, at: i32, cases: u32) -> Cell {
    let count = Some(CaseCount { cases, split: None });
    Cell::Cases { unit: UnitId(1), month: month(at), caseworker: CaseworkerId(caseworker), count }
}

fn figure(unit: u32, at: i32, field: UnitField, value: i64) -> Cell {
    Cell::Figure { unit: UnitId(unit), month: month(at), field, value: Some(value) }
}

#[test]
fn undo_takes_back_and_redo_repeats_across_a_restart() {
    let mut fixture = Fixture::new();
    fixture.run(Command::SetCells(vec![cases(2, 1, 31)]));
    fixture.run(Command::SetCells(vec![cases(2, 1, 34)]));
    fixture.book.undo(&author()).unwrap();

    let mut fixture = fixture.reopen();
    let shown = |fixture: &Fixture| {
        fixture
            .book
            .snapshot()
            .unit(UnitId(1))
            .unwrap()
            .cases(month(1), CaseworkerId(2))
            .map(|it| it.cases)
    };
    assert_eq!(shown(&fixture), Some(31));
    fixture.book.redo(&author()).unwrap();
    assert_eq!(shown(&fixture), Some(34));
    fixture.book.undo(&author()).unwrap();
    fixture.book.undo(&author()).unwrap();
    assert_eq!(shown(&fixture), None);
    let journal = fixture.book.journal().unwrap();
    assert_eq!(journal.len(), 10, "undo and redo are entries too");
    assert!(fixture.book.check().unwrap().is_sound());
}

#[test]
fn typing_the_same_number_leaves_no_trace() {
    let mut fixture = Fixture::new();
    fixture.run(Command::SetCells(vec![cases(2, 1, 31)]));
    let before = fixture.book.snapshot().revision;
    assert_eq!(fixture.run(Command::SetCells(vec![cases(2, 1, 31)])), None);
    assert_eq!(fixture.book.snapshot().revision, before);
}

#[test]
fn a_pasted_block_is_all_or_nothing() {
    let mut fixture = Fixture::new();
    let before = fixture.book.snapshot().revision;
    let refusal = fixture
        .refusal(Command::SetCells(vec![cases(2, 1, 31), figure(4, 1, UnitField::Opened, -1)]));
    assert_eq!(refusal, Barred::Negative { field: UnitField::Opened, value: -1 }.into());
    assert_eq!(fixture.book.snapshot().revision, before);
}

#[test]
fn impossible_figures_are_refused_and_nothing_is_lost() {
    let mut fixture = Fixture::new();
    let refused = [
        (
            figure(4, 11, UnitField::Opened, 3),
            Barred::NotBegun { month: month(11), latest: month(10) },
        ),
        (
            figure(4, -25, UnitField::Opened, 3),
            Barred::UnitNotThere { unit: "FTI".to_owned(), month: month(-25) },
        ),
        (
            figure(1, 1, UnitField::Cases, 3),
            Barred::NotTyped { unit: "BFA".to_owned(), field: UnitField::Cases },
        ),
        (cases(9, 1, 3), Barred::UnknownCaseworker),
        (figure(4, 1, UnitField::Opened, 1_000_000_000), Barred::TooLarge { value: 1_000_000_000 }),
    ];
    for (cell, expected) in refused {
        let refusal = fixture.refusal(Command::SetCells(vec![cell]));
        assert_eq!(refusal, Refusal::Barred(expected));
    }
    let nowhere = figure(9, 1, UnitField::Opened, 3);
    assert_eq!(fixture.refusal(Command::SetCells(vec![nowhere])), Refusal::UnknownUnit);
    assert!(
        fixture.run(Command::SetCells(vec![figure(4, 1, UnitField::NetTransferred, -2)])).is_some()
    );
}

#[test]
fn a_wait_cannot_end_before_it_began_nor_be_waited_twice() {
    let mut fixture = Fixture::new();
    let day = |text| Day::parse_iso(text).unwrap();
    let add = |approved, outcome| Command::AddEpisodes {
        unit: UnitId(4),
        register_from: None,
        episodes: vec![NewEpisode {
            reference: "F1".to_owned(),
            offer: "Familiebehandling".to_owned(),
            approved: day(approved),
            outcome,
        }],
    };
    let early = fixture.refusal(add("2026-03-01", Outcome::Started(day("2026-02-28"))));
    assert_eq!(
        early,
        Refusal::EndedBeforeApproval { approved: day("2026-03-01"), ended: day("2026-02-28") }
    );
    fixture.run(add("2026-03-01", Outcome::Waiting));
    let twice = fixture.refusal(add("2026-04-01", Outcome::Waiting));
    assert_eq!(
        twice,
        Refusal::AlreadyWaiting { reference: "F1".to_owned(), since: day("2026-03-01") }
    );
    let typed = fixture.refusal(Command::SetCells(vec![figure(4, 4, UnitField::Waiting, 3)]));
    assert_eq!(typed, Barred::RegisterKept { unit: "FTI".to_owned(), month: month(4) }.into());
}

#[test]
fn removing_a_unit_is_one_step_back() {
    let mut fixture = Fixture::new();
    fixture.run(Command::SetCells(vec![
        cases(2, 1, 31),
        cases(3, 1, 28),
        figure(1, 1, UnitField::Unallocated, 2),
    ]));
    fixture.run(Command::AddEpisodes {
        unit: UnitId(1),
        register_from: None,
        episodes: vec![NewEpisode {
            reference: "B1".to_owned(),
            offer: "Samtaler".to_owned(),
            approved: month(1).first_day(),
            outcome: Outcome::Waiting,
        }],
    });
    let before = fixture.book.snapshot().clone();
    fixture.run(Command::RemoveUnit(UnitId(1)));
    assert!(fixture.book.snapshot().unit(UnitId(1)).is_none());
    fixture.book.undo(&author()).unwrap();
    assert!(fixture.book.snapshot().same_content(&before));
    assert!(fixture.book.check().unwrap().is_sound());
}

#[test]
fn a_caseworker_moves_with_hours_and_identity() {
    let mut fixture = Fixture::new();
    fixture.run(Command::AddUnits(vec![unit("FH", CaseReporting::ByCaseworker)]));
    fixture.run(Command::People(PeopleCommand::MoveCaseworker {
        id: CaseworkerId(2),
        to: UnitId(5),
        from: month(3),
    }));
    let snapshot = fixture.book.snapshot();
    let old = &snapshot.unit(UnitId(1)).unwrap().caseworkers[&CaseworkerId(2)];
    let new = &snapshot.unit(UnitId(5)).unwrap().caseworkers[&CaseworkerId(6)];
    assert!(old.is_present(month(2)) && !old.is_present(month(3)));
    assert!(!new.is_present(month(2)) && new.is_present(month(3)));
    assert_eq!(old.identity, new.identity);
    assert_eq!(
        snapshot.unit(UnitId(5)).unwrap().terms_in(CaseworkerId(6), month(3)),
        Some(FULL_TIME)
    );
}

#[test]
fn two_books_on_one_file_never_write_at_once_and_catch_up() {
    let mut fixture = Fixture::new();
    let mut other = Book::open(&fixture.path).unwrap();
    let held =
        other.run(Command::SetCells(vec![cases(2, 1, 9)]), &author(), Circumstances::default());
    assert!(matches!(held, Err(BookError::NotSaved(StoreError::Held(_)))), "{held:?}");

    fixture.run(Command::SetCells(vec![cases(2, 1, 31)]));
    fixture.book.release();
    other
        .run(Command::SetCells(vec![cases(3, 1, 28)]), &author(), Circumstances::default())
        .unwrap();
    let data = other.snapshot().unit(UnitId(1)).unwrap();
    assert_eq!(data.cases(month(1), CaseworkerId(2)).unwrap().cases, 31);
}

#[test]
fn a_moved_or_replaced_file_is_not_written_to() {
    let mut fixture = Fixture::new();
    let elsewhere = fixture.path.with_extension("flyttet");
    std::fs::rename(&fixture.path, &elsewhere).unwrap();
    let gone = fixture.book.run(
        Command::SetCells(vec![cases(2, 1, 9)]),
        &author(),
        Circumstances::default(),
    );
    assert!(matches!(gone, Err(BookError::NotSaved(StoreError::Gone(_)))), "{gone:?}");
    std::fs::copy(&elsewhere, &fixture.path).unwrap();
    let replaced = fixture.book.run(
        Command::SetCells(vec![cases(2, 1, 9)]),
        &author(),
        Circumstances::default(),
    );
    assert!(matches!(replaced, Err(BookError::NotSaved(StoreError::Gone(_)))), "{replaced:?}");
}

#[test]
fn an_issued_half_year_asks_for_a_reason() {
    let mut fixture = Fixture::new();
    fixture.run(Command::Shared(SharedCommand::AddCommittee(Committee {
        code: "SB".to_owned(),
        name: "Social".to_owned(),
        from: Day::EPOCH,
        to: None,
    })));
    let edition = Edition {
        half_year: month(0).half_year(),
        number: 1,
        committee: CommitteeId(5),
        meeting: month(9).first_day(),
        case_number: "22/6043".to_owned(),
        assessments: vec![(UnitId(1), "Roligt halvår".to_owned())],
        issued_at: 0,
        issued_by: "mha".to_owned(),
        as_of: fixture.book.snapshot().revision.0,
        frozen: "{}".into(),
        files: Vec::new(),
        withdrawn: None,
    };
    let file = WrittenFile {
        name: "oversigt.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        bytes: b"%PDF-1.7 og mere".to_vec(),
    };
    let stale = Edition { as_of: edition.as_of - 1, ..edition.clone() };
    let issue = |edition| {
        Command::Shared(SharedCommand::Issue {
            edition: Box::new(edition),
            files: vec![file.clone()],
        })
    };
    assert_eq!(fixture.refusal(issue(stale)), Refusal::ComposedEarlier);
    fixture.run(issue(edition));
    let id = *fixture.book.snapshot().shared.editions.keys().next().unwrap();
    let bytes = fixture.book.edition_file(id, "oversigt.pdf").unwrap();
    assert_eq!(bytes.as_deref(), Some(&b"%PDF-1.7 og mere"[..]), "as it was written");
    assert!(fixture.book.check().unwrap().is_sound());
    assert_eq!(fixture.book.history().unwrap().next(Way::Back), None, "an issue cannot be undone");
    assert_eq!(
        fixture.refusal(Command::SetCells(vec![cases(2, 1, 9)])),
        Refusal::ReasonNeeded { month: month(1) }
    );
    let reason = Circumstances { reason: Some("Tastefejl".to_owned()), ..Circumstances::default() };
    fixture.book.run(Command::SetCells(vec![cases(2, 1, 9)]), &author(), reason).unwrap();
}

#[test]
fn a_backup_restores_whole_and_the_journal_says_so() {
    let mut fixture = Fixture::new();
    fixture.run(Command::SetCells(vec![cases(2, 1, 31)]));
    let before = fixture.book.snapshot().clone();
    let backup = fixture.book.backup(None, author().now).unwrap();
    fixture.run(Command::SetCells(vec![cases(2, 1, 99)]));
    let (mut book, saved) =
        fixture.book.restore(&backup.path, &Author { now: author().now + 1, ..author() }).unwrap();
    assert!(book.snapshot().same_content(&before));
    assert!(saved.path.exists());
    assert_eq!(book.journal().unwrap().last().unwrap().1.kind, EntryKind::Final);
    assert!(book.check().unwrap().is_sound());
}
