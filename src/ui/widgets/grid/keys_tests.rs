//! The moves of a spreadsheet, key by key, without a window.

use egui::{Event, Key, Modifiers};

use super::cursor::{Block, Extent, Reach};
use super::keys::{EditRequest, Ground, Typing};

const EXTENT: Extent = Extent { rows: 20, columns: 6 };

/// Presses keys one after the other: `2`, `26`, `Enter`, `Shift+Tab`, `Ctrl+D`.
fn press(typing: &mut Typing, keys: &str) -> Vec<EditRequest> {
    let ground = Ground {
        extent: EXTENT,
        page: 10,
        is_filled: &|(row, _)| row < 5,
        text: &|(row, column)| format!("{row}{column}"),
    };
    for word in keys.split(' ') {
        for event in events(word) {
            typing.take(&event, &ground);
        }
    }
    std::mem::take(&mut typing.requests)
}

fn events(word: &str) -> Vec<Event> {
    let mut parts: Vec<&str> = word.split('+').collect();
    let name = parts.pop().unwrap();
    let Some(key) = Key::from_name(name).filter(|_| name.len() != 1 || !parts.is_empty()) else {
        return name.chars().map(|it| Event::Text(it.to_string())).collect();
    };
    let modifiers = Modifiers {
        shift: parts.contains(&"Shift"),
        ctrl: parts.contains(&"Ctrl"),
        command: parts.contains(&"Ctrl"),
        ..Modifiers::NONE
    };
    vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }]
}

#[test]
fn a_number_and_enter_go_down() {
    let mut typing = Typing::default();
    let requests = press(&mut typing, "26 Enter 31 Enter");
    let typed = |row, text: &str| EditRequest::Type((row, 0), text.to_owned());
    assert_eq!(requests, [typed(0, "26"), typed(1, "31")]);
    assert_eq!(typing.cursor.at, (2, 0));
}

#[test]
fn everything_typed_in_one_frame_is_taken_in_order() {
    let mut typing = Typing::default();
    let requests = press(&mut typing, "1 Tab 2 Tab 3 Enter 4 Enter Ctrl+Z");
    let typed = |spot, text: &str| EditRequest::Type(spot, text.to_owned());
    let expected = [
        typed((0, 0), "1"),
        typed((0, 1), "2"),
        typed((0, 2), "3"),
        typed((1, 0), "4"),
        EditRequest::Undo,
    ];
    assert_eq!(requests, expected);
}

#[test]
fn typing_replaces_and_f2_corrects() {
    let mut typing = Typing::default();
    assert_eq!(press(&mut typing, "F2 9 Enter"), [EditRequest::Type((0, 0), "009".to_owned())]);
    // Arrows stay in the text after F2, and leave the cell after plain typing.
    let requests = press(&mut typing, "F2 Left 7 Enter 5 Right");
    let typed = |row, text: &str| EditRequest::Type((row, 0), text.to_owned());
    assert_eq!(requests, [typed(1, "170"), typed(2, "5")]);
    assert_eq!(typing.cursor.at, (2, 1));
}

#[test]
fn escape_gives_up_and_stays() {
    let mut typing = Typing::default();
    assert_eq!(press(&mut typing, "12 Escape"), [EditRequest::GiveUp((0, 0))]);
    assert_eq!((typing.line, typing.cursor.at), (None, (0, 0)));
}

#[test]
fn shift_selects_and_ctrl_leaps() {
    let mut typing = Typing::default();
    press(&mut typing, "Ctrl+Down");
    assert_eq!(typing.cursor.at, (4, 0));
    press(&mut typing, "Ctrl+Home Shift+Down Shift+Right");
    assert_eq!(typing.cursor.selection(), Block { first: (0, 0), last: (1, 1) });
    press(&mut typing, "Ctrl+End");
    assert_eq!(typing.cursor.at, (19, 5));
    press(&mut typing, "Home PageUp");
    assert_eq!(typing.cursor.at, (9, 0));
    press(&mut typing, "End");
    assert_eq!(typing.cursor.at, (9, 5));
}

#[test]
fn blocks_are_cleared_filled_copied_and_pasted_as_selected() {
    let mut typing = Typing::default();
    let block = Block { first: (0, 0), last: (2, 0) };
    let requests = press(&mut typing, "Shift+Down Shift+Down Delete Ctrl+D");
    assert_eq!(requests, [EditRequest::Clear(block), EditRequest::FillDown(block)]);
    let ground =
        Ground { extent: EXTENT, page: 10, is_filled: &|_| false, text: &|_| String::new() };
    for event in [Event::Copy, Event::Cut, Event::Paste("1\t2".to_owned())] {
        assert!(typing.take(&event, &ground));
    }
    let expected = [
        EditRequest::Copy(block),
        EditRequest::Cut(block),
        EditRequest::Paste(block, "1\t2".to_owned()),
    ];
    assert_eq!(typing.requests, expected);
}

#[test]
fn pasting_while_typing_puts_the_first_line_into_the_text() {
    let mut typing = Typing::default();
    press(&mut typing, "1");
    let ground =
        Ground { extent: EXTENT, page: 10, is_filled: &|_| false, text: &|_| String::new() };
    typing.take(&Event::Paste("23\n45".to_owned()), &ground);
    assert_eq!(typing.line.unwrap().text(), "123");
    assert_eq!(typing.requests, []);
}

#[test]
fn an_empty_grid_takes_nothing() {
    let ground = Ground {
        extent: Extent::default(),
        page: 10,
        is_filled: &|_| false,
        text: &|_| String::new(),
    };
    let mut typing = Typing::default();
    assert!(!typing.take(&Event::Text("1".to_owned()), &ground));
}

/// Excel's own moves, one by one: where one stands, what is pressed, and where one stands then.
/// Cells of the first five rows are filled; the sheet has 20 rows and 6 columns.
#[test]
fn every_move_of_excel_leads_where_excel_leads() {
    for (from, keys, to) in [
        ((3, 3), "ArrowDown", (4, 3)),
        ((3, 3), "ArrowUp", (2, 3)),
        ((3, 3), "ArrowLeft", (3, 2)),
        ((3, 3), "ArrowRight", (3, 4)),
        ((0, 0), "ArrowUp ArrowLeft", (0, 0)),
        ((3, 3), "Enter", (4, 3)),
        ((3, 3), "Shift+Enter", (2, 3)),
        ((3, 3), "Tab", (3, 4)),
        ((3, 3), "Shift+Tab", (3, 2)),
        ((3, 1), "Tab Tab Enter", (4, 1)),
        ((3, 3), "Home", (3, 0)),
        ((3, 3), "End", (3, 5)),
        ((3, 3), "Ctrl+Home", (0, 0)),
        ((3, 3), "Ctrl+End", (19, 5)),
        ((1, 3), "Ctrl+ArrowDown", (4, 3)),
        ((4, 3), "Ctrl+ArrowDown", (19, 3)),
        ((12, 3), "Ctrl+ArrowUp", (4, 3)),
        ((3, 3), "Ctrl+ArrowLeft", (3, 0)),
        ((3, 3), "Ctrl+ArrowRight", (3, 5)),
        ((3, 3), "PageDown", (13, 3)),
        ((13, 3), "PageUp", (3, 3)),
        ((3, 3), "7 ArrowLeft", (3, 2)),
        ((3, 3), "F2 ArrowLeft", (3, 3)),
        ((3, 3), "7 Escape", (3, 3)),
    ] {
        let mut typing = Typing::default();
        typing.cursor.go(from, Reach::Move, EXTENT);
        press(&mut typing, keys);
        assert_eq!(typing.cursor.at, to, "{keys} from {from:?}");
        assert!(typing.cursor.selection().is_single(), "{keys} selects nothing");
    }
}

#[test]
fn shift_and_every_move_selects() {
    for (keys, block) in [
        ("Shift+ArrowDown", ((3, 3), (4, 3))),
        ("Shift+ArrowUp Shift+ArrowLeft", ((2, 2), (3, 3))),
        ("Shift+Home", ((3, 0), (3, 3))),
        ("Shift+End", ((3, 3), (3, 5))),
        ("Ctrl+Shift+Home", ((0, 0), (3, 3))),
        ("Ctrl+Shift+End", ((3, 3), (19, 5))),
        ("Ctrl+Shift+ArrowDown", ((3, 3), (4, 3))),
        ("Shift+PageDown", ((3, 3), (13, 3))),
        ("Ctrl+A", ((0, 0), (19, 5))),
    ] {
        let mut typing = Typing::default();
        typing.cursor.go((3, 3), Reach::Move, EXTENT);
        press(&mut typing, keys);
        let selected = typing.cursor.selection();
        assert_eq!((selected.first, selected.last), block, "{keys}");
    }
}
