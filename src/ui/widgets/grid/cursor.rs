//! Where in a grid one is, and how the keys of a spreadsheet move about. No drawing.

/// Row and column.
pub type Spot = (usize, usize);

/// How large the grid is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    pub rows: usize,
    pub columns: usize,
}

impl Extent {
    pub const fn is_empty(self) -> bool {
        self.rows == 0 || self.columns == 0
    }

    /// The nearest spot that is there.
    fn clamp(self, (row, column): Spot) -> Spot {
        (row.min(self.rows.saturating_sub(1)), column.min(self.columns.saturating_sub(1)))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// A block of spots, corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    pub first: Spot,
    pub last: Spot,
}

impl Block {
    pub const fn rows(self) -> usize {
        self.last.0 - self.first.0 + 1
    }

    pub const fn columns(self) -> usize {
        self.last.1 - self.first.1 + 1
    }

    pub const fn is_single(self) -> bool {
        self.rows() == 1 && self.columns() == 1
    }

    pub const fn contains(self, (row, column): Spot) -> bool {
        self.first.0 <= row && row <= self.last.0 && self.first.1 <= column && column <= self.last.1
    }

    /// Every spot, row by row.
    pub fn spots(self) -> impl Iterator<Item = Spot> {
        let columns = self.first.1..=self.last.1;
        (self.first.0..=self.last.0).flat_map(move |row| columns.clone().map(move |it| (row, it)))
    }
}

/// Whether a move takes the selection along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Move,
    Extend,
}

/// The cell one is in, and the other corner of what is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    pub at: Spot,
    anchor: Spot,
    /// Where Tab began: Enter goes back under it.
    tab_from: Option<usize>,
}

impl Cursor {
    pub const fn selection(&self) -> Block {
        const fn low(a: usize, b: usize) -> usize {
            if a < b { a } else { b }
        }
        const fn high(a: usize, b: usize) -> usize {
            if a < b { b } else { a }
        }
        let ((a, b), (c, d)) = (self.at, self.anchor);
        Block { first: (low(a, c), low(b, d)), last: (high(a, c), high(b, d)) }
    }

    pub fn go(&mut self, to: Spot, reach: Reach, extent: Extent) {
        self.at = extent.clamp(to);
        if reach == Reach::Move {
            self.anchor = self.at;
        }
        self.tab_from = None;
    }

    /// Selects a block; the cursor stands in its first spot.
    pub fn select(&mut self, block: Block, extent: Extent) {
        self.at = extent.clamp(block.first);
        self.anchor = extent.clamp(block.last);
        self.tab_from = None;
    }

    /// Stays inside when the grid has become smaller.
    pub fn keep_inside(&mut self, extent: Extent) {
        self.at = extent.clamp(self.at);
        self.anchor = extent.clamp(self.anchor);
    }

    pub fn step(&mut self, direction: Direction, count: usize, reach: Reach, extent: Extent) {
        let (row, column) = self.at;
        let to = match direction {
            Direction::Up => (row.saturating_sub(count), column),
            Direction::Down => (row.saturating_add(count), column),
            Direction::Left => (row, column.saturating_sub(count)),
            Direction::Right => (row, column.saturating_add(count)),
        };
        self.go(to, reach, extent);
    }

    /// To the last filled cell of a run, or the next filled one, or the edge: Ctrl and an arrow.
    pub fn leap(
        &mut self,
        direction: Direction,
        reach: Reach,
        extent: Extent,
        is_filled: impl Fn(Spot) -> bool,
    ) {
        let next = |(row, column): Spot| match direction {
            Direction::Up => Some((row.checked_sub(1)?, column)),
            Direction::Down => Some((row + 1, column)).filter(|it| it.0 < extent.rows),
            Direction::Left => Some((row, column.checked_sub(1)?)),
            Direction::Right => Some((row, column + 1)).filter(|it| it.1 < extent.columns),
        };
        let mut at = self.at;
        let in_a_run = is_filled(at) && next(at).is_some_and(&is_filled);
        while let Some(to) = next(at) {
            if in_a_run && !is_filled(to) {
                break;
            }
            at = to;
            if !in_a_run && is_filled(to) {
                break;
            }
        }
        self.go(at, reach, extent);
    }

    /// To the right with Tab, to the left with Shift; at the end of a row on to the next.
    pub fn tab(&mut self, direction: Direction, extent: Extent) {
        let from = self.tab_from.unwrap_or(self.at.1);
        let (row, column) = self.at;
        let to = match direction {
            Direction::Left if column == 0 && 0 < row => (row - 1, extent.columns - 1),
            Direction::Left => (row, column.saturating_sub(1)),
            Direction::Right if column + 1 == extent.columns && row + 1 < extent.rows => {
                (row + 1, 0)
            }
            Direction::Right | Direction::Up | Direction::Down => (row, column + 1),
        };
        self.go(to, Reach::Move, extent);
        self.tab_from = Some(from);
    }

    /// Down with Enter, up with Shift: under the cell where Tab began.
    pub fn enter(&mut self, direction: Direction, extent: Extent) {
        let column = self.tab_from.take().unwrap_or(self.at.1);
        self.at.1 = column;
        self.step(direction, 1, Reach::Move, extent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Extent = Extent { rows: 10, columns: 6 };

    fn at(spot: Spot) -> Cursor {
        let mut cursor = Cursor::default();
        cursor.go(spot, Reach::Move, EXTENT);
        cursor
    }

    #[test]
    fn steps_stop_at_the_edges() {
        let mut cursor = at((0, 0));
        cursor.step(Direction::Up, 1, Reach::Move, EXTENT);
        assert_eq!(cursor.at, (0, 0));
        cursor.step(Direction::Down, 99, Reach::Move, EXTENT);
        assert_eq!(cursor.at, (9, 0));
        cursor.step(Direction::Right, 99, Reach::Move, EXTENT);
        assert_eq!(cursor.at, (9, 5));
    }

    #[test]
    fn enter_returns_under_the_cell_where_tab_began() {
        let mut cursor = at((2, 1));
        cursor.tab(Direction::Right, EXTENT);
        cursor.tab(Direction::Right, EXTENT);
        assert_eq!(cursor.at, (2, 3));
        cursor.enter(Direction::Down, EXTENT);
        assert_eq!(cursor.at, (3, 1));
        cursor.enter(Direction::Down, EXTENT);
        assert_eq!(cursor.at, (4, 1));
    }

    #[test]
    fn tab_goes_on_in_the_next_row() {
        let mut cursor = at((2, 5));
        cursor.tab(Direction::Right, EXTENT);
        assert_eq!(cursor.at, (3, 0));
        cursor.tab(Direction::Left, EXTENT);
        assert_eq!(cursor.at, (2, 5));
    }

    #[test]
    fn leaps_follow_what_is_filled() {
        let filled = [2, 3, 4, 8];
        let is_filled = |(row, _): Spot| filled.contains(&row);
        let mut cursor = at((2, 0));
        let mut rows = Vec::new();
        for _ in 0..3 {
            cursor.leap(Direction::Down, Reach::Move, EXTENT, is_filled);
            rows.push(cursor.at.0);
        }
        assert_eq!(rows, [4, 8, 9]);
        cursor.leap(Direction::Up, Reach::Move, EXTENT, is_filled);
        assert_eq!(cursor.at.0, 8);
    }

    #[test]
    fn shift_keeps_the_other_corner() {
        let mut cursor = at((4, 4));
        cursor.step(Direction::Up, 2, Reach::Extend, EXTENT);
        cursor.step(Direction::Left, 1, Reach::Extend, EXTENT);
        let block = cursor.selection();
        assert_eq!((block.first, block.last), ((2, 3), (4, 4)));
        assert_eq!(block.spots().count(), 6);
        assert!(block.contains((3, 3)) && !block.contains((5, 4)));
    }
}
