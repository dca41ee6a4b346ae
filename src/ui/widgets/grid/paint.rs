//! Paints a grid: cells, the frozen head, columns and foot, and the text being typed.

use egui::{Align2, Color32, CornerRadius, Id, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::cursor::Spot;
use super::keys::Typing;
use super::layout::{HEAD, Layout, ROW, shown};
use super::line::Line;
use super::model::{CellTone, FootTone, GridCell, GridModel, HeadState};
use crate::ui::theme::{palette, regular, semibold, size};
use crate::ui::widgets::{Icon, paint_icon};

/// Air at the sides of a cell.
const AIR: f32 = 12.0;

/// What a frame needs to paint cells.
pub struct Painting<'a> {
    pub(super) layout: Layout,
    pub(super) model: &'a GridModel<'a>,
    /// As it was when the frame began.
    pub(super) typing: Typing,
    pub(super) id: Id,
    pub(super) has_focus: bool,
}

impl Painting<'_> {
    pub(super) fn cell(&self, ui: &Ui, spot: Spot, rect: Rect, cell: &GridCell) {
        let colors = palette(ui);
        let is_here = self.typing.cursor.at == spot;
        let selection = self.typing.cursor.selection();
        let is_selected = !selection.is_single() && selection.contains(spot);
        let painter = ui.painter();
        let tinted = (self.model.head)(spot.1).state == HeadState::Current;
        let ground = match cell.tone {
            CellTone::Refused => Some(colors.bad_soft),
            CellTone::Asked => Some(colors.warning_soft),
            CellTone::Closed => Some(colors.second_half),
            CellTone::Plain | CellTone::Saving => tinted.then_some(colors.accent_soft),
        };
        if let Some(ground) = ground {
            painter.rect_filled(rect, 0.0, ground);
        }
        if is_selected {
            painter.rect_filled(rect, 0.0, colors.accent.gamma_multiply(0.16));
        }
        let line = Stroke::new(1.0, colors.line);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
        match &self.typing.line {
            Some(line) if is_here => self.line(ui, spot, rect, line),
            _ => words(
                ui,
                rect,
                cell,
                if is_here { semibold(size::BODY) } else { regular(size::BODY) },
            ),
        }
        if is_here {
            let color = if self.has_focus { colors.accent } else { colors.muted };
            painter.rect_stroke(rect, 0.0, Stroke::new(2.0, color), StrokeKind::Inside);
        }
    }

    /// The text being typed, its caret, what is marked of it, and what it comes to.
    fn line(&self, ui: &Ui, spot: Spot, rect: Rect, line: &Line) {
        let colors = palette(ui);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        painter.rect_filled(rect, 0.0, colors.surface);
        let text = line.text();
        let galley = painter.layout_no_wrap(text.clone(), semibold(size::BODY), colors.text);
        let place = |at: usize| galley.pos_from_cursor(egui::text::CCursor::new(at)).left();
        let caret = place(line.caret());
        // Right-aligned as long as it fits; then the caret is kept in view.
        let room = rect.width() - 2.0 * AIR;
        let shift = (galley.size().x - room).max(0.0).min(caret);
        let left = if shift == 0.0 {
            rect.right() - AIR - galley.size().x
        } else {
            rect.left() + AIR - shift
        };
        let top = rect.center().y - galley.size().y / 2.0;
        let (from, to) = line.marked();
        if from != to {
            let marked = Rect::from_x_y_ranges(
                left + place(from)..=left + place(to),
                top..=top + galley.size().y,
            );
            painter.rect_filled(marked, 0.0, colors.accent.gamma_multiply(0.25));
        }
        let width = galley.size().x;
        painter.galley(pos2(left, top), galley, colors.text);
        let x = left + caret + 0.5;
        painter.vline(
            x,
            rect.center().y - 9.0..=rect.center().y + 9.0,
            Stroke::new(1.5, colors.accent),
        );
        let result = (self.model.result)(spot, &text);
        if !result.is_empty() {
            self.result(ui, rect, &result, room - width);
        }
    }

    /// Inside the cell where there is room, else in a small box at its left.
    fn result(&self, ui: &Ui, rect: Rect, result: &str, room: f32) {
        let colors = palette(ui);
        let galley = ui.painter().layout_no_wrap(result.to_owned(), regular(12.0), colors.muted);
        let size = galley.size();
        if size.x + 8.0 <= room {
            let at = pos2(rect.left() + AIR, rect.center().y - size.y / 2.0);
            ui.painter().galley(at, galley, colors.muted);
            return;
        }
        let below = Rect::from_min_size(
            pos2(rect.right() - size.x - 20.0, rect.bottom() + 2.0),
            size + vec2(20.0, 8.0),
        );
        let layer = egui::LayerId::new(egui::Order::Tooltip, self.id.with("result"));
        let painter = ui.ctx().layer_painter(layer);
        let stroke = Stroke::new(1.0, colors.accent);
        painter.rect(below, 5.0, colors.surface, stroke, StrokeKind::Inside);
        painter.galley(below.min + vec2(10.0, 4.0), galley, colors.text);
    }

    /// Head, first columns and foot, which do not scroll along.
    pub(super) fn frozen_ui(&self, ui: &Ui, offset: Vec2) {
        self.head(ui, offset);
        self.rows(ui, offset);
        self.foot(ui, offset);
    }

    fn head(&self, ui: &Ui, offset: Vec2) {
        let colors = palette(ui);
        let Layout { whole, body, frozen, column, .. } = self.layout;
        let middle = whole.top() + HEAD / 2.0;
        let clip = |rect: Rect| ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let painter = clip(whole);
        let [name, note] = self.model.corner;
        let at = pos2(whole.left() + AIR, middle);
        painter.text(at, Align2::LEFT_CENTER, name, semibold(size::BODY), colors.text);
        let at = pos2(whole.left() + frozen[0] + frozen[1] - AIR, middle);
        painter.text(at, Align2::RIGHT_CENTER, note, regular(size::BODY), colors.muted);
        painter.hline(whole.x_range(), whole.top() + HEAD - 0.5, Stroke::new(1.0, colors.line));
        let strip = Rect::from_x_y_ranges(body.x_range(), whole.top()..=whole.top() + HEAD);
        let painter = clip(strip);
        for place in self.columns(offset) {
            let head = (self.model.head)(place);
            let right = body.left() + (place + 1) as f32 * column - offset.x - AIR;
            let color = if head.state == HeadState::Current { colors.accent } else { colors.text };
            // In the air beside the label, which stands over its numbers with and without it.
            if head.state == HeadState::Filled {
                let at = pos2(right + AIR / 2.0 + 0.5, middle);
                paint_icon(&painter, Icon::CHECK, at, 0.65, colors.good);
            }
            let font = semibold(size::BODY);
            painter.text(pos2(right, middle), Align2::RIGHT_CENTER, &head.label, font, color);
        }
    }

    fn columns(&self, offset: Vec2) -> std::ops::Range<usize> {
        let to = offset.x + self.layout.body.width();
        shown(offset.x, to, self.layout.column, self.model.extent.columns)
    }

    fn rows(&self, ui: &Ui, offset: Vec2) {
        let colors = palette(ui);
        let Layout { whole, body, frozen, .. } = self.layout;
        let strip = Rect::from_x_y_ranges(whole.left()..=body.left(), body.y_range());
        let painter = ui.painter().with_clip_rect(strip.intersect(ui.clip_rect()));
        let to = offset.y + body.height();
        for row in shown(offset.y, to, ROW, self.model.extent.rows) {
            let top = body.top() + row as f32 * ROW - offset.y;
            let middle = top + ROW / 2.0;
            let [name, note] = (self.model.row)(row);
            let is_here = row == self.typing.cursor.at.0 && self.has_focus;
            let ink = if is_here { colors.accent } else { colors.text };
            let at = pos2(whole.left() + AIR, middle);
            let names = Rect::from_x_y_ranges(
                whole.left()
                    ..=whole.left() + frozen[0] + if note.is_empty() { frozen[1] } else { 0.0 },
                top..=top + ROW,
            );
            painter.with_clip_rect(names.intersect(painter.clip_rect())).text(
                at,
                Align2::LEFT_CENTER,
                name,
                semibold(size::BODY),
                ink,
            );
            let at = pos2(body.left() - AIR, middle);
            painter.text(at, Align2::RIGHT_CENTER, note, regular(size::BODY), colors.muted);
            let line = Stroke::new(1.0, colors.line);
            painter.hline(strip.x_range(), top + ROW - 0.5, line);
        }
    }

    fn foot(&self, ui: &Ui, offset: Vec2) {
        let colors = palette(ui);
        let Layout { whole, body, column, foot, .. } = self.layout;
        let area = Rect::from_min_max(pos2(whole.left(), whole.bottom() - foot), whole.max);
        let clip = |rect: Rect| ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        clip(area).hline(area.x_range(), area.top() + 0.5, Stroke::new(1.0, colors.line));
        let strip = Rect::from_x_y_ranges(body.x_range(), area.y_range());
        for row in 0..self.model.foot_rows {
            let middle = area.top() + (row as f32 + 0.5) * ROW;
            let label = (self.model.foot_label)(row);
            let at = pos2(area.left() + AIR, middle);
            let (font, ink) = foot_style(ui, label.tone);
            clip(area).text(at, Align2::LEFT_CENTER, &label.text, font, ink);
            for place in self.columns(offset) {
                let right = body.left() + (place + 1) as f32 * column - offset.x;
                let rect = Rect::from_x_y_ranges(
                    right - column..=right,
                    middle - ROW / 2.0..=middle + ROW / 2.0,
                );
                self.foot_cell(ui, &clip(strip), (row, place), rect);
            }
        }
    }

    fn foot_cell(&self, ui: &Ui, painter: &egui::Painter, spot: Spot, rect: Rect) {
        let colors = palette(ui);
        let cell = (self.model.foot)(spot);
        if cell.tone == FootTone::Asked {
            let ground = rect.shrink2(vec2(4.0, 3.0));
            painter.rect_filled(ground, CornerRadius::same(5), colors.warning_soft);
        }
        let (font, ink) = foot_style(ui, cell.tone);
        let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
        let text = painter.layout_no_wrap(cell.text, font, ink);
        let note = painter.layout_no_wrap(cell.note, semibold(12.0), colors.muted);
        let middle = rect.center().y;
        let mut right = rect.right() - AIR;
        // A very large figure leaves no room for what is said beside it.
        let both = text.size().x + note.size().x + 4.0;
        if 0.0 < note.size().x && both <= rect.width() - AIR {
            right -= note.size().x;
            painter.galley(pos2(right, middle - note.size().y / 2.0), note, colors.muted);
            right -= 4.0;
        }
        let at = pos2(right - text.size().x, middle - text.size().y / 2.0);
        painter.galley(at, text, ink);
    }
}

/// What stands in a cell, or the grey figures of an empty one.
fn words(ui: &Ui, rect: Rect, cell: &GridCell, font: egui::FontId) {
    let colors = palette(ui);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let right = pos2(rect.right() - AIR, rect.center().y);
    let ink = match cell.tone {
        CellTone::Refused => colors.bad,
        CellTone::Asked => colors.warning,
        CellTone::Saving | CellTone::Closed => colors.muted,
        CellTone::Plain => colors.text,
    };
    let strong = matches!(cell.tone, CellTone::Refused | CellTone::Asked);
    let font = if strong { semibold(size::BODY) } else { font };
    if cell.text.is_empty() {
        let [left, hint] = &cell.hints;
        let small = regular(12.0);
        painter.text(right, Align2::RIGHT_CENTER, hint, regular(size::BODY), colors.muted);
        let at = pos2(rect.left() + AIR, rect.center().y);
        painter.text(at, Align2::LEFT_CENTER, left, small, colors.muted);
        return;
    }
    let text = painter.text(right, Align2::RIGHT_CENTER, &cell.text, font, ink);
    if !cell.mark.is_empty() {
        let at = pos2(text.left() - 6.0, rect.center().y);
        painter.text(at, Align2::RIGHT_CENTER, &cell.mark, semibold(12.5), ink);
    }
}

fn foot_style(ui: &Ui, tone: FootTone) -> (egui::FontId, Color32) {
    let colors = palette(ui);
    match tone {
        FootTone::Quiet => (regular(size::BODY), colors.muted),
        FootTone::Strong => (semibold(size::BODY), colors.text),
        FootTone::Asked => (semibold(size::BODY), colors.warning),
    }
}
