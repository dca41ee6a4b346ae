//! Where the parts of a grid lie, and which of them are in view.

use std::ops::Range;

use egui::{Rect, pos2, vec2};

use super::model::GridModel;

pub const ROW: f32 = 32.0;
pub const HEAD: f32 = 38.0;

/// Where the parts of a grid lie.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// All of it.
    pub whole: Rect,
    /// The part that scrolls.
    pub body: Rect,
    pub frozen: [f32; 2],
    pub column: f32,
    pub foot: f32,
}

impl Layout {
    pub fn new(room: Rect, model: &GridModel<'_>) -> Self {
        let frozen = [118.0_f32, 62.0];
        let side = frozen[0] + frozen[1];
        let wanted = (room.width() - side) / model.extent.columns.max(1) as f32;
        let column = wanted.clamp(92.0, 210.0).floor();
        let foot = ROW * model.foot_rows as f32;
        let rows = ROW * model.extent.rows as f32;
        // Whole rows only: half a row at the edge looks like a fault.
        let tallest = ((room.height() - HEAD - foot) / ROW).floor().max(2.0) * ROW;
        let width = (room.width() - side).min(column * model.extent.columns as f32);
        let body = Rect::from_min_size(room.min + vec2(side, HEAD), vec2(width, rows.min(tallest)));
        let whole = Rect::from_min_max(room.min, pos2(body.right(), body.bottom() + foot));
        Self { whole, body, frozen, column, foot }
    }
}

/// Which of `count` things of this size lie between two places.
pub fn shown(from: f32, to: f32, size: f32, count: usize) -> Range<usize> {
    let first = whole((from / size).floor());
    let last = whole((to / size).ceil());
    first.min(count)..last.min(count)
}

/// How many whole things; none below zero.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places in a window are small and not negative"
)]
pub fn whole(count: f32) -> usize {
    count.max(0.0) as usize
}
