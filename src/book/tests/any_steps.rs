//! The design in one sentence: a book is a list of states with a cursor, in memory and on disk.

use proptest::prelude::*;

use super::*;

#[derive(Debug, Clone)]
enum Step {
    Do(Vec<Cell>),
    Register(i32, Option<i32>),
    Remove,
    Move(i32),
    Absence(i32),
    Undo,
    Redo,
    Reopen,
}

fn cell() -> impl Strategy<Value = Cell> {
    let count = proptest::option::of(0_u32..40);
    prop_oneof![
        (2_u32..=3, 0_i32..6, count).prop_map(|(who, at, n)| Cell::Cases {
            unit: UnitId(1),
            month: month(at),
            caseworker: CaseworkerId(who),
            count: n.map(|n| CaseCount {
                cases: n,
                split: (n % 3 == 0).then_some(Split { simple: n, complex: 0, very_complex: 0 })
            }),
        }),
        (0_i32..6, 2_usize..5, proptest::option::of(0_i64..9)).prop_map(|(at, field, value)| {
            Cell::Figure { unit: UnitId(4), month: month(at), field: UnitField::ALL[field], value }
        }),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => proptest::collection::vec(cell(), 1..25).prop_map(Step::Do),
        2 => (0_i32..90, proptest::option::of(0_i32..60)).prop_map(|(day, after)| Step::Register(day, after)),
        1 => Just(Step::Remove),
        1 => (1_i32..6).prop_map(Step::Move),
        1 => (0_i32..200).prop_map(Step::Absence),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

fn command(step: &Step) -> Option<Command> {
    match step {
        Step::Do(cells) => Some(Command::SetCells(cells.clone())),
        Step::Register(day, after) => {
            let approved = month(0).first_day().plus(*day);
            let outcome = after.map_or(Outcome::Waiting, |it| Outcome::Started(approved.plus(it)));
            Some(Command::AddEpisodes {
                unit: UnitId(4),
                register_from: None,
                episodes: vec![NewEpisode {
                    reference: format!("F{day}"),
                    offer: format!("Tilbud {}", day % 3),
                    approved,
                    outcome,
                }],
            })
        }
        Step::Remove => Some(Command::RemoveUnit(UnitId(1))),
        Step::Move(at) => Some(Command::People(PeopleCommand::MoveCaseworker {
            id: CaseworkerId(3),
            to: UnitId(1),
            from: month(*at),
        })),
        Step::Absence(day) => Some(Command::People(PeopleCommand::AddAbsence(Absence {
            caseworker: CaseworkerId(2),
            from: month(0).first_day().plus(*day),
            to: None,
            kind: AbsenceKind::Leave,
        }))),
        Step::Undo | Step::Redo | Step::Reopen => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 24 } else { 256 }))]

    /// The design in one sentence: a book is a list of states with a cursor.
    #[test]
    fn memory_disk_and_a_plain_list_of_states_agree(steps in proptest::collection::vec(step(), 0..24)) {
        let mut fixture = Fixture::new();
        let floor = fixture.book.journal().unwrap().len();
        let mut states = vec![fixture.book.snapshot().clone()];
        let mut now = 0;
        for step in &steps {
            match step {
                Step::Undo if now == 0 => continue,
                Step::Undo => { fixture.book.undo(&author()).unwrap(); now -= 1; }
                Step::Redo => { fixture.book.redo(&author()).unwrap(); now = (now + 1).min(states.len() - 1); }
                Step::Reopen => fixture = fixture.reopen(),
                Step::Do(_) | Step::Register(..) | Step::Remove | Step::Move(_) | Step::Absence(_) => {
                    let done = fixture.book.run(command(step).unwrap(), &author(), Circumstances::default());
                    if let Ok(Some(_)) = done {
                        states.truncate(now + 1);
                        states.push(fixture.book.snapshot().clone());
                        now += 1;
                    }
                }
            }
            let memory = fixture.book.snapshot().clone();
            let expected = content(&states[now]);
            prop_assert_eq!(&content(&memory), &expected);
            fixture.book.release();
            let disk = Book::open(&fixture.path).unwrap();
            prop_assert!(disk.snapshot().same_content(&memory));
        }
        prop_assert!(fixture.book.journal().unwrap().len() >= floor);
        prop_assert!(fixture.book.check().unwrap().is_sound());
    }
}

/// A state without its numbering: ids and words are never used again, so they only grow.
pub(super) fn content(snapshot: &Snapshot) -> (Vec<UnitData>, Shared) {
    let units = snapshot.units().map(|it| UnitData { revision: EntryId(0), ..it.clone() });
    let shared = Shared { revision: EntryId(0), ..Shared::clone(&snapshot.shared) };
    (units.collect(), shared)
}
