//! The writer thread, asked as the window asks it.

use std::path::PathBuf;
use std::time::Duration;

use super::open_book::OpenBook;
use super::request::Reply;
use super::*;
use crate::book::{Book, Circumstances, Command, SharedCommand, clock, create_first};
use crate::domain::{SettingKey, Source};
use crate::import::sample;
use crate::text::{Lang, first_names};

#[track_caller]
fn wait_for(writer: &mut Writer) -> Reply {
    for _ in 0..6000 {
        if let Some(reply) = writer.reply() {
            return reply;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("no answer");
}

fn writer() -> Writer {
    Writer::looking_every(Duration::from_millis(50), || {}).unwrap()
}

/// A change of the municipality's name.
fn name_it(name: &str) -> Command {
    let key = SettingKey::Municipality;
    Command::Shared(SharedCommand::SetSettings(vec![(key, Some(name.to_owned()))]))
}

fn name(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Moved(state) | Outcome::Opened(state) => {
            state.snapshot.settings().municipality().to_owned()
        }
        Outcome::Nothing
        | Outcome::Log(_)
        | Outcome::Erased(..)
        | Outcome::Backups(..)
        | Outcome::Disclosed { .. }
        | Outcome::Restored(..) => "nothing".to_owned(),
        Outcome::Failed { error, .. } => error.to_string(),
        Outcome::Closed => "closed".to_owned(),
    }
}

fn new_book() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sager.sagstakt");
    let author = clock::author(Source::Window);
    create_first(&path, Some(first_names(Lang::Da)), &author).unwrap();
    (folder, path)
}

#[test]
fn requests_are_carried_out_in_order() {
    let (_folder, path) = new_book();
    let mut writer = writer();
    for request in [
        Request::Undo,
        Request::Open(path),
        Request::Run(name_it("A"), None),
        Request::Run(name_it("B"), None),
        Request::Run(name_it("B"), None),
        Request::Undo,
        Request::Redo,
        Request::Close,
    ] {
        writer.send(request).unwrap();
    }
    let replies: Vec<Reply> = (0..8).map(|_| wait_for(&mut writer)).collect();
    let numbers: Vec<u64> = replies.iter().filter_map(|it| Some(it.ticket?.0)).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
    let names: Vec<String> = replies.iter().map(|it| name(&it.outcome)).collect();
    assert_eq!(names, ["nothing", "", "A", "B", "nothing", "A", "B", "closed"]);
    assert_eq!(writer.pending(), 0);
}

#[test]
fn a_file_that_cannot_be_opened_leaves_the_open_one() {
    let (_folder, path) = new_book();
    let mut writer = writer();
    writer.send(Request::Open(path));
    writer.send(Request::Open("no-such-file.sagstakt".into()));
    writer.send(Request::Run(name_it("A"), None));
    let replies: Vec<Reply> = (0..3).map(|_| wait_for(&mut writer)).collect();
    assert!(matches!(replies[1].outcome, Outcome::Failed { .. }));
    assert!(matches!(replies[2].outcome, Outcome::Moved(_)));
}

#[test]
fn only_own_steps_since_the_opening_are_taken_back() {
    let (_folder, path) = new_book();
    let mut writer = writer();
    writer.send(Request::Open(path.clone()));
    let Outcome::Opened(state) = wait_for(&mut writer).outcome else { panic!("not opened") };
    assert!(state.undo.is_none(), "making the book was before it was opened");
    writer.send(Request::Undo);
    let refused = name(&wait_for(&mut writer).outcome);
    assert!(refused.contains("made by somebody else, or before"), "{refused}");
    writer.send(Request::Run(name_it("A"), None));
    let Outcome::Moved(state) = wait_for(&mut writer).outcome else { panic!("not saved") };
    assert!(state.undo.is_some());
    assert_eq!(state.access, crate::view::Access::Own);
}

#[test]
fn what_others_save_and_who_is_saving_is_noticed() {
    let (_folder, path) = new_book();
    let mut writer = writer();
    writer.send(Request::Open(path.clone()));
    wait_for(&mut writer);
    let mut author = clock::author(Source::CommandLine);
    author.user = "karen".to_owned();
    let mut other = Book::open(&path).unwrap();
    other.run(name_it("A"), &author, Circumstances::default()).unwrap();
    let mut seen = Vec::new();
    while seen.len() < 20
        && seen.last().is_none_or(|it: &(String, crate::view::Access)| it.0 != "A")
    {
        let Outcome::Moved(state) = wait_for(&mut writer).outcome else { panic!("no news") };
        assert!(state.undo.is_none(), "somebody else's step");
        seen.push((state.snapshot.settings().municipality().to_owned(), state.access));
    }
    let held = crate::view::Access::HeldBy { user: author.user.clone(), computer: author.computer };
    assert_eq!(seen.last().unwrap().1, held);
    // While somebody else holds the file a change is refused, and said so; nothing is lost.
    writer.send(Request::Run(name_it("B"), None));
    let mut reply = wait_for(&mut writer);
    while reply.ticket.is_none() {
        reply = wait_for(&mut writer);
    }
    assert!(matches!(reply.outcome, Outcome::Failed { .. }));
    drop(other);
    let Outcome::Moved(state) = wait_for(&mut writer).outcome else { panic!("no news") };
    assert_eq!(state.access, crate::view::Access::Free);
}

#[test]
fn a_file_that_disappears_is_said_once() {
    let (_folder, path) = new_book();
    let mut writer = writer();
    writer.send(Request::Open(path.clone()));
    wait_for(&mut writer);
    std::fs::rename(&path, path.with_extension("away")).unwrap();
    assert!(matches!(wait_for(&mut writer).outcome, Outcome::Failed { .. }));
    std::thread::sleep(Duration::from_millis(200));
    assert!(writer.reply().is_none());
    std::fs::rename(path.with_extension("away"), &path).unwrap();
}

fn with_figures() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sager.sagstakt");
    sample::make(&path, "Eksempel", &clock::author(Source::Window)).unwrap();
    (folder, path)
}

/// Nobody asked: after opening, what is asked first comes first, and then the day's backup is made.
#[test]
fn a_book_without_a_backup_of_the_day_gets_one_after_it_was_opened() {
    let (folder, path) = with_figures();
    let mut writer = writer();
    writer.send(Request::Open(path.clone()));
    writer.send(Request::Run(name_it("A"), None));
    assert!(matches!(wait_for(&mut writer).outcome, Outcome::Opened(_)));
    assert!(matches!(wait_for(&mut writer).outcome, Outcome::Moved(_)));
    assert!(!folder.path().join("sager-sikkerhedskopier").exists(), "not before it was opened");
    let Outcome::Backups(found, told) = wait_for(&mut writer).outcome else { panic!("no backup") };
    assert_eq!((found.len(), told), (1, None));
    let copy = Book::open(&found.first().unwrap().path).unwrap();
    assert_eq!(copy.snapshot().settings().municipality(), "A");
    drop(copy);
    // Opened again the same day there is nothing to do.
    writer.send(Request::Open(path));
    assert!(matches!(wait_for(&mut writer).outcome, Outcome::Opened(_)));
    std::thread::sleep(Duration::from_millis(400));
    while let Some(reply) = writer.reply() {
        assert!(!matches!(reply.outcome, Outcome::Backups(..)), "a second backup");
    }
    assert_eq!(std::fs::read_dir(folder.path().join("sager-sikkerhedskopier")).unwrap().count(), 1);
}

#[test]
fn a_new_day_in_an_open_window_is_backed_up() {
    let (_folder, path) = with_figures();
    let mut open = OpenBook::new(Book::open(&path).unwrap());
    assert!(open.is_day_new());
    assert!(open.daily_backup().unwrap().is_some());
    assert!(!open.is_day_new() && open.daily_backup().unwrap().is_none());
    // As it was left yesterday, also when that was an hour ago.
    open.day_before();
    assert!(open.is_day_new());
    assert!(open.daily_backup().unwrap().is_some());
    assert!(!open.is_day_new());
}

#[test]
fn a_failing_backup_of_the_day_is_told_of_once() {
    let (folder, path) = with_figures();
    std::fs::write(folder.path().join("sager-sikkerhedskopier"), "").unwrap();
    let mut writer = writer();
    writer.send(Request::Open(path));
    assert!(matches!(wait_for(&mut writer).outcome, Outcome::Opened(_)));
    let failed = name(&wait_for(&mut writer).outcome);
    assert!(failed.contains("the backup could not be made"), "{failed}");
    std::thread::sleep(Duration::from_millis(400));
    assert!(writer.reply().is_none(), "told again");
}
