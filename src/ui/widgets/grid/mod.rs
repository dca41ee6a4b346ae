//! A grid for typing: frozen head, first columns and foot, only what is in view is drawn, every key in its order.

mod cursor;
mod keys;
mod line;
mod paint;

use egui::{Event, EventFilter, Id, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

pub use self::cursor::{Block, Extent, Reach, Spot};
use self::keys::Ground;
pub use self::keys::{Typing, Wish};
use self::paint::Painting;
use crate::ui::key_order::reads_in_order;

pub const ROW: f32 = 32.0;
const HEAD: f32 = 38.0;

/// What makes a cell different from an ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellTone {
    #[default]
    Plain,
    /// Sent, and not on the disk yet.
    Saving,
    /// Asked about.
    Asked,
    /// Refused: the text stands, and is not saved.
    Refused,
    /// Nothing can be typed here.
    Closed,
}

/// One cell as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridCell {
    pub text: String,
    /// Before the text, smaller: a mark or a word.
    pub mark: String,
    /// Grey figures of an empty cell: at its left and at its right.
    pub hints: [String; 2],
    pub tone: CellTone,
    /// What a screen reader hears.
    pub name: String,
}

/// A head of a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridHead {
    pub label: String,
    pub state: HeadState,
}

/// How far a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeadState {
    #[default]
    Plain,
    /// Everything is filled in: a tick.
    Filled,
    /// Being filled in now.
    Current,
}

/// A cell under the rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FootCell {
    pub text: String,
    /// After the text, smaller.
    pub note: String,
    pub tone: FootTone,
}

/// How much a cell under the rows is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FootTone {
    #[default]
    Quiet,
    Strong,
    /// Asked about.
    Asked,
}

/// What the grid shows. Functions are called for what is in view only.
pub struct GridModel<'a> {
    pub name: &'a str,
    pub extent: Extent,
    /// Heads of the two frozen columns.
    pub corner: [&'a str; 2],
    pub foot_rows: usize,
    pub head: &'a dyn Fn(usize) -> GridHead,
    /// The two frozen cells of a row.
    pub row: &'a dyn Fn(usize) -> [String; 2],
    pub cell: &'a dyn Fn(Spot) -> GridCell,
    pub foot_label: &'a dyn Fn(usize) -> FootCell,
    pub foot: &'a dyn Fn(Spot) -> FootCell,
    /// What F2 begins with.
    pub text: &'a dyn Fn(Spot) -> String,
    pub is_filled: &'a dyn Fn(Spot) -> bool,
    /// What a text being typed comes to, when that is not the text itself.
    pub result: &'a dyn Fn(Spot, &str) -> String,
}

/// A grid between two frames.
#[derive(Debug, Default)]
pub struct GridState {
    pub typing: Typing,
    focus: Focus,
    offset: Vec2,
    /// Of a cell column, and of what scrolls, in the last frame.
    size: (f32, Vec2),
}

/// Whether keys go to the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Focus {
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
    pub fn in_view(&self, extent: Extent) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
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

/// Where the parts of a grid lie.
#[derive(Debug, Clone, Copy)]
struct Layout {
    /// All of it.
    whole: Rect,
    /// The part that scrolls.
    body: Rect,
    frozen: [f32; 2],
    column: f32,
    foot: f32,
}

impl Layout {
    fn new(room: Rect, model: &GridModel<'_>) -> Self {
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

/// Draws the grid in the room there is, and returns what is wanted with its cells.
pub fn grid_ui(ui: &mut Ui, state: &mut GridState, model: &GridModel<'_>) -> Vec<Wish> {
    let id = ui.make_persistent_id("grid");
    let layout = Layout::new(ui.available_rect_before_wrap(), model);
    let mut wishes = Vec::new();
    state.typing.cursor.keep_inside(model.extent);
    focus_and_keys(ui, id, state, model, layout, &mut wishes);
    let painting =
        Painting { layout, model, typing: state.typing.clone(), id, has_focus: state.has_focus() };
    if std::mem::take(&mut state.typing.reveal) {
        state.offset = revealed(state.offset, state.typing.cursor.at, layout);
    }
    let offset = body_ui(ui, state, &painting, &mut wishes);
    state.offset = offset;
    state.size = (layout.column, layout.body.size());
    painting.frozen_ui(ui, offset);
    ui.advance_cursor_after_rect(layout.whole);
    wishes
}

/// The smallest scroll that shows a cell whole.
fn revealed(offset: Vec2, (row, column): Spot, layout: Layout) -> Vec2 {
    let size = layout.body.size();
    let fit =
        |offset: f32, from: f32, length: f32, room: f32| offset.min(from).max(from + length - room);
    vec2(
        fit(offset.x, column as f32 * layout.column, layout.column, size.x),
        fit(offset.y, row as f32 * ROW, ROW, size.y),
    )
}

fn focus_and_keys(
    ui: &Ui,
    id: Id,
    state: &mut GridState,
    model: &GridModel<'_>,
    layout: Layout,
    wishes: &mut Vec<Wish>,
) {
    let response = ui.interact(layout.whole, id, Sense::focusable_noninteractive());
    if state.focus == Focus::Wanted && !response.has_focus() {
        response.request_focus();
        // The keys are locked to the grid from the next frame on.
        ui.ctx().request_repaint();
    }
    let is_here = ui.memory(|it| it.has_focus(id));
    state.focus = if is_here { Focus::Here } else { Focus::Elsewhere };
    let at = state.typing.cursor.at;
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::Grid, true, model.name);
        let current = (!model.extent.is_empty()).then(|| (model.cell)(at).name);
        info.current_text_value = current;
        info
    });
    if !is_here {
        return;
    }
    let all =
        EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|it| it.set_focus_lock_filter(id, all));
    reads_in_order(ui.ctx(), id);
    let page = whole(layout.body.height() / ROW).saturating_sub(1).max(1);
    let ground =
        Ground { extent: model.extent, page, is_filled: model.is_filled, text: model.text };
    let events: Vec<Event> = ui.input(|it| it.events.clone());
    let taken: Vec<bool> = events.iter().map(|it| state.typing.take(it, &ground, wishes)).collect();
    let mut taken = taken.into_iter();
    ui.input_mut(|it| it.events.retain(|_| !taken.next().unwrap_or(false)));
}

fn body_ui(
    ui: &mut Ui,
    state: &mut GridState,
    painting: &Painting<'_>,
    wishes: &mut Vec<Wish>,
) -> Vec2 {
    let layout = painting.layout;
    let extent = painting.model.extent;
    let mut body = ui.new_child(UiBuilder::new().max_rect(layout.body));
    body.set_clip_rect(layout.body.intersect(ui.clip_rect()));
    let area = egui::ScrollArea::both()
        .id_salt("cells")
        .auto_shrink([false, false])
        .scroll_offset(state.offset);
    let size = vec2(extent.columns as f32 * layout.column, extent.rows as f32 * ROW);
    let output = area.show_viewport(&mut body, |ui, view| {
        ui.set_min_size(size);
        let origin = ui.min_rect().min;
        let rows = shown(view.top(), view.bottom(), ROW, extent.rows);
        let columns = shown(view.left(), view.right(), layout.column, extent.columns);
        for row in rows {
            for column in columns.clone() {
                let from = origin + vec2(column as f32 * layout.column, row as f32 * ROW);
                let rect = Rect::from_min_size(from, vec2(layout.column, ROW));
                cell_ui(ui, state, painting, (row, column), rect, wishes);
            }
        }
    });
    output.state.clamped_offset()
}

/// Which of `count` things of this size lie between two places.
fn shown(from: f32, to: f32, size: f32, count: usize) -> std::ops::Range<usize> {
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
fn whole(count: f32) -> usize {
    count.max(0.0) as usize
}

fn cell_ui(
    ui: &Ui,
    state: &mut GridState,
    painting: &Painting<'_>,
    spot: Spot,
    rect: Rect,
    wishes: &mut Vec<Wish>,
) {
    // The grid has the keyboard, not its cells: Tab and F6 go past them.
    let response = ui.interact(rect, painting.id.with(spot), Sense::CLICK | Sense::DRAG);
    let cell = (painting.model.cell)(spot);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Cell, true, &cell.name));
    painting.cell(ui, spot, rect, &cell);
    let extent = painting.model.extent;
    let pressed = response.is_pointer_button_down_on() && ui.input(|it| it.pointer.any_pressed());
    if response.double_clicked() {
        state.typing.correct(&(painting.model.text)(spot));
    } else if pressed || response.clicked() {
        if pressed || state.typing.cursor.at != spot {
            let reach = if ui.input(|it| it.modifiers.shift) { Reach::Extend } else { Reach::Move };
            state.typing.point_at(spot, reach, extent, wishes);
        }
        // When the button is let go egui takes the keyboard away from what does not lie on top.
        state.take_focus();
        ui.ctx().request_repaint();
    } else if response.contains_pointer()
        && ui.input(|it| it.pointer.is_decidedly_dragging())
        && state.typing.line.is_none()
        && state.typing.cursor.at != spot
        && ui.ctx().dragged_id().is_some_and(|it| it != ui.scope_id())
    {
        state.typing.cursor.go(spot, Reach::Extend, extent);
    }
}
