//! One line of text under change: what a cell holds while somebody types in it. No drawing.

use super::cursor::Reach;

/// How the arrow keys are read while typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Typed over: an arrow leaves the cell.
    Replace,
    /// Begun with F2 or a double click: an arrow moves inside the text.
    Correct,
}

/// A text with a caret, and perhaps a stretch of it marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    text: Vec<char>,
    caret: usize,
    /// The other end of what is marked.
    mark: usize,
    pub mode: Mode,
}

/// More than any number; a longer text is cut rather than slow.
const LONGEST: usize = 200;

impl Line {
    /// The caret stands after the text.
    pub fn new(text: &str, mode: Mode) -> Self {
        let mut line = Self { text: Vec::new(), caret: 0, mark: 0, mode };
        line.insert(text);
        line
    }

    pub fn text(&self) -> String {
        self.text.iter().collect()
    }

    /// Characters before the caret.
    pub const fn caret(&self) -> usize {
        self.caret
    }

    /// Characters before and after which the marked stretch lies; equal when nothing is marked.
    pub fn marked(&self) -> (usize, usize) {
        (self.caret.min(self.mark), self.caret.max(self.mark))
    }

    /// Puts text in place of what is marked; line breaks and other controls are left out.
    pub fn insert(&mut self, text: &str) {
        self.remove_marked();
        let room = LONGEST.saturating_sub(self.text.len());
        let fresh: Vec<char> = text.chars().filter(|it| !it.is_control()).take(room).collect();
        let count = fresh.len();
        self.text.splice(self.caret..self.caret, fresh);
        self.put(self.caret + count, Reach::Move);
    }

    /// Moves the caret by this many characters, at the ends as far as there are any.
    pub fn move_by(&mut self, characters: isize, reach: Reach) {
        self.put(self.caret.saturating_add_signed(characters), reach);
    }

    pub fn go_to_start(&mut self, reach: Reach) {
        self.put(0, reach);
    }

    pub fn go_to_end(&mut self, reach: Reach) {
        self.put(self.text.len(), reach);
    }

    pub fn mark_all(&mut self) {
        self.mark = 0;
        self.caret = self.text.len();
    }

    /// The character before the caret, or what is marked.
    pub fn backspace(&mut self) {
        if !self.remove_marked() && 0 < self.caret {
            self.text.remove(self.caret - 1);
            self.put(self.caret - 1, Reach::Move);
        }
    }

    /// The character after the caret, or what is marked.
    pub fn delete(&mut self) {
        if !self.remove_marked() && self.caret < self.text.len() {
            self.text.remove(self.caret);
        }
    }

    fn put(&mut self, caret: usize, reach: Reach) {
        self.caret = caret.min(self.text.len());
        if reach == Reach::Move {
            self.mark = self.caret;
        }
    }

    fn remove_marked(&mut self) -> bool {
        let (from, to) = self.marked();
        if from == to {
            return false;
        }
        self.text.drain(from..to);
        self.put(from, Reach::Move);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_changed_around_the_caret() {
        let mut line = Line::new("126", Mode::Correct);
        line.move_by(-1, Reach::Move);
        line.backspace();
        assert_eq!(line.text(), "16");
        line.insert("5");
        assert_eq!(line.text(), "156");
        line.go_to_start(Reach::Move);
        line.delete();
        line.go_to_end(Reach::Move);
        line.insert("æøå\n");
        assert_eq!((line.text().as_str(), line.caret()), ("56æøå", 5));
    }

    #[test]
    fn what_is_marked_is_replaced() {
        let mut line = Line::new("1.204", Mode::Correct);
        line.move_by(-3, Reach::Extend);
        line.insert("9");
        assert_eq!(line.text(), "1.9");
        line.mark_all();
        line.backspace();
        assert_eq!(line.text(), "");
        line.backspace();
        line.delete();
        assert_eq!(line.text(), "");
    }

    #[test]
    fn a_whole_book_pasted_into_a_cell_is_cut() {
        let line = Line::new(&"x".repeat(100_000), Mode::Replace);
        assert_eq!(line.text().len(), LONGEST);
    }
}
