//! What the keys of a spreadsheet mean: events in the order in which they were pressed become moves and requests.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "keys and events of other kinds are not for a grid"
)]

use egui::{Event, Key, Modifiers};

use super::cursor::{Block, Cursor, Direction, Extent, Reach, Spot};
use super::line::{Line, Mode};

/// What somebody wants with the cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditRequest {
    /// This was typed into a cell.
    Type(Spot, String),
    /// What was being typed, or stands refused in the cell, is given up.
    GiveUp(Spot),
    Clear(Block),
    Copy(Block),
    Cut(Block),
    Paste(Block, String),
    /// The first row of the block goes into the others; of one row, the row above it.
    FillDown(Block),
    Undo,
    Redo,
    /// Out of the grid, to what stands beside it.
    Leave,
}

/// Where one is, and what is being typed there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typing {
    pub cursor: Cursor,
    pub line: Option<Line>,
    /// What is wanted since it was last asked.
    pub requests: Vec<EditRequest>,
    /// The cursor has moved: its cell is to be brought into view.
    pub reveal: bool,
}

/// What the keys have to know of the grid.
pub struct Ground<'a> {
    pub extent: Extent,
    /// Rows that a page key moves by.
    pub page: usize,
    pub is_filled: &'a dyn Fn(Spot) -> bool,
    /// What F2 begins with.
    pub text: &'a dyn Fn(Spot) -> String,
}

impl Typing {
    /// Takes one event; `false` when it is not ours.
    pub fn take(&mut self, event: &Event, ground: &Ground<'_>) -> bool {
        if ground.extent.is_empty() {
            return false;
        }
        match event {
            Event::Text(text) | Event::Ime(egui::ImeEvent::Commit(text)) => self.type_in(text),
            Event::Paste(text) => self.paste(text),
            Event::Copy => self.copy(EditRequest::Copy),
            Event::Cut => self.copy(EditRequest::Cut),
            Event::Key { key, pressed: true, modifiers, .. } => {
                return self.key(*key, *modifiers, ground);
            }
            _ => return false,
        }
        true
    }

    fn type_in(&mut self, text: &str) {
        match &mut self.line {
            Some(line) => line.insert(text),
            None if text.chars().all(char::is_control) => {}
            None => self.line = Some(Line::new(text, Mode::Replace)),
        }
        self.reveal = true;
    }

    fn paste(&mut self, text: &str) {
        match &mut self.line {
            Some(line) => line.insert(text.lines().next().unwrap_or_default()),
            None => {
                self.requests.push(EditRequest::Paste(self.cursor.selection(), text.to_owned()));
            }
        }
    }

    fn copy(&mut self, request: fn(Block) -> EditRequest) {
        // While typing the text is not a cell yet.
        if self.line.is_none() {
            self.requests.push(request(self.cursor.selection()));
        }
    }

    /// Ends typing: the text goes to the cell, whatever it is.
    pub fn commit(&mut self) {
        if let Some(line) = self.line.take() {
            self.requests.push(EditRequest::Type(self.cursor.at, line.text()));
        }
    }

    /// To a cell that was pointed at.
    pub fn point_at(&mut self, spot: Spot, reach: Reach, extent: Extent) {
        self.commit();
        self.cursor.go(spot, reach, extent);
        self.reveal = true;
    }

    /// Begins to correct what stands in the cell.
    pub fn correct(&mut self, text: &str) {
        match &mut self.line {
            Some(line) => line.mode = Mode::Correct,
            None => self.line = Some(Line::new(text, Mode::Correct)),
        }
        self.reveal = true;
    }

    fn key(&mut self, key: Key, held: Modifiers, ground: &Ground<'_>) -> bool {
        if held.alt {
            return false;
        }
        if let Some(line) = &mut self.line
            && inside(line, key, held)
        {
            return true;
        }
        let ours = self.finishing(key, held, ground)
            || self.moving(key, held, ground)
            || self.requesting(key, held, ground);
        if ours {
            self.reveal = true;
        }
        ours
    }

    /// Keys that end typing and go to the next cell, or give up.
    fn finishing(&mut self, key: Key, held: Modifiers, ground: &Ground<'_>) -> bool {
        let back = held.shift;
        match key {
            Key::Enter => {
                self.commit();
                let direction = if back { Direction::Up } else { Direction::Down };
                self.cursor.enter(direction, ground.extent);
            }
            Key::Tab if !held.command => {
                self.commit();
                let direction = if back { Direction::Left } else { Direction::Right };
                self.cursor.tab(direction, ground.extent);
            }
            Key::Escape => {
                self.line = None;
                self.requests.push(EditRequest::GiveUp(self.cursor.at));
            }
            Key::F6 => {
                self.commit();
                self.requests.push(EditRequest::Leave);
            }
            _ => return false,
        }
        true
    }

    /// Keys that go somewhere else; what was being typed is finished first.
    fn moving(&mut self, key: Key, held: Modifiers, ground: &Ground<'_>) -> bool {
        let extent = ground.extent;
        let reach = if held.shift { Reach::Extend } else { Reach::Move };
        let (row, last) = (self.cursor.at.0, (extent.rows - 1, extent.columns - 1));
        let cursor = &mut self.cursor;
        let mut moved = *cursor;
        match (key, direction_of(key)) {
            (_, Some(direction)) if held.command => {
                moved.leap(direction, reach, extent, ground.is_filled);
            }
            (_, Some(direction)) => moved.step(direction, 1, reach, extent),
            (Key::PageDown, _) => moved.step(Direction::Down, ground.page, reach, extent),
            (Key::PageUp, _) => moved.step(Direction::Up, ground.page, reach, extent),
            (Key::Home, _) if held.command => moved.go((0, 0), reach, extent),
            (Key::Home, _) => moved.go((row, 0), reach, extent),
            (Key::End, _) if held.command => moved.go(last, reach, extent),
            (Key::End, _) => moved.go((row, last.1), reach, extent),
            (Key::A, _) if held.command => {
                moved.select(Block { first: (0, 0), last }, extent);
            }
            _ => return false,
        }
        self.commit();
        self.cursor = moved;
        true
    }

    fn requesting(&mut self, key: Key, held: Modifiers, ground: &Ground<'_>) -> bool {
        let selection = self.cursor.selection();
        match key {
            Key::F2 => self.correct(&(ground.text)(self.cursor.at)),
            Key::Delete => self.requests.push(EditRequest::Clear(selection)),
            // As in Excel: the cell is emptied, and one types on.
            Key::Backspace => self.line = Some(Line::new("", Mode::Replace)),
            Key::D if held.command => {
                self.commit();
                self.requests.push(EditRequest::FillDown(selection));
            }
            Key::Z if held.command && held.shift => self.requests.push(EditRequest::Redo),
            Key::Z if held.command => self.requests.push(EditRequest::Undo),
            Key::Y if held.command => self.requests.push(EditRequest::Redo),
            _ => return false,
        }
        true
    }
}

const fn direction_of(key: Key) -> Option<Direction> {
    match key {
        Key::ArrowUp => Some(Direction::Up),
        Key::ArrowDown => Some(Direction::Down),
        Key::ArrowLeft => Some(Direction::Left),
        Key::ArrowRight => Some(Direction::Right),
        _ => None,
    }
}

/// Keys that stay in the text; `false` when the key is for the grid.
fn inside(line: &mut Line, key: Key, held: Modifiers) -> bool {
    let reach = if held.shift { Reach::Extend } else { Reach::Move };
    let corrects = line.mode == Mode::Correct;
    match key {
        Key::Backspace => line.backspace(),
        Key::Delete => line.delete(),
        Key::A if held.command => line.mark_all(),
        // There is nothing to take back but the typing itself.
        Key::Z | Key::Y if held.command => {}
        Key::ArrowLeft if corrects => line.move_by(-1, reach),
        Key::ArrowRight if corrects => line.move_by(1, reach),
        Key::Home if corrects => line.go_to_start(reach),
        Key::End if corrects => line.go_to_end(reach),
        _ => return false,
    }
    true
}
