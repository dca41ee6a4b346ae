//! Draws a grid in the room there is: only what is in view is drawn, and every key comes in its order.

use egui::{Event, EventFilter, Id, Rect, Sense, Ui, UiBuilder, Vec2, vec2};

use super::cursor::{Reach, Spot};
use super::keys::{EditRequest, Ground};
use super::layout::{Layout, ROW, shown, whole};
use super::model::GridModel;
use super::paint::Painting;
use super::state::{Focus, GridState};
use crate::ui::key_order::reads_in_order;

/// Draws the grid in the room there is, and returns what is wanted with its cells.
pub fn grid_ui(ui: &mut Ui, state: &mut GridState, model: &GridModel<'_>) -> Vec<EditRequest> {
    let id = ui.make_persistent_id("grid");
    let layout = Layout::new(ui.available_rect_before_wrap(), model);
    state.typing.cursor.keep_inside(model.extent);
    focus_and_keys(ui, id, state, model, layout);
    let painting =
        Painting { layout, model, typing: state.typing.clone(), id, has_focus: state.has_focus() };
    if std::mem::take(&mut state.typing.reveal) {
        state.offset = revealed(state.offset, state.typing.cursor.at, layout);
    }
    let offset = body_ui(ui, state, &painting);
    state.offset = offset;
    state.size = (layout.column, layout.body.size());
    painting.frozen_ui(ui, offset);
    ui.advance_cursor_after_rect(layout.whole);
    std::mem::take(&mut state.typing.requests)
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

fn focus_and_keys(ui: &Ui, id: Id, state: &mut GridState, model: &GridModel<'_>, layout: Layout) {
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
    let taken: Vec<bool> = events.iter().map(|it| state.typing.take(it, &ground)).collect();
    let mut taken = taken.into_iter();
    ui.input_mut(|it| it.events.retain(|_| !taken.next().unwrap_or(false)));
}

fn body_ui(ui: &mut Ui, state: &mut GridState, painting: &Painting<'_>) -> Vec2 {
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
                cell_ui(ui, state, painting, (row, column), rect);
            }
        }
    });
    output.state.clamped_offset()
}

fn cell_ui(ui: &Ui, state: &mut GridState, painting: &Painting<'_>, spot: Spot, rect: Rect) {
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
            state.typing.point_at(spot, reach, extent);
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
