//! A grid between two frames.

use std::ops::Range;

use egui::Vec2;

use super::cursor::{Extent, Reach, Spot};
use super::keys::Typing;
use super::layout::{ROW, shown};

/// A grid between two frames.
#[derive(Debug, Default)]
pub struct GridState {
    pub typing: Typing,
    pub(super) focus: Focus,
    pub(super) offset: Vec2,
    /// Of a cell column, and of what scrolls, in the last frame.
    pub(super) size: (f32, Vec2),
}

/// Whether keys go to the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    #[default]
    Elsewhere,
    /// From the next frame on.
    Wanted,
    Here,
}

impl GridState {
    /// Keys go to the grid.
    pub const fn has_focus(&self) -> bool {
        matches!(self.focus, Focus::Here)
    }

    /// Takes the keyboard at the next frame.
    pub const fn take_focus(&mut self) {
        self.focus = Focus::Wanted;
    }

    /// Rows and columns that are drawn, with one more on each side.
    pub fn in_view(&self, extent: Extent) -> (Range<usize>, Range<usize>) {
        let (column, size) = self.size;
        let wide = |from: f32, length: f32, each: f32, count: usize| {
            // Nothing has been drawn yet: as much as a large window holds.
            let length = if length == 0.0 { each * 30.0 } else { length };
            shown(from - each, from + length + each, each.max(1.0), count)
        };
        let rows = wide(self.offset.y, size.y, ROW, extent.rows);
        (rows, wide(self.offset.x, size.x, column.max(92.0), extent.columns))
    }

    /// Brings a cell into view and the cursor into it.
    pub fn go(&mut self, to: Spot, extent: Extent) {
        self.typing.cursor.go(to, Reach::Move, extent);
        self.typing.reveal = true;
    }
}
