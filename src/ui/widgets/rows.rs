//! A list of rows of which one is chosen, by pointer or by the arrow keys; only rows in sight are drawn.

use egui::{
    Color32, CornerRadius, EventFilter, FontId, Id, Key, Modifiers, Pos2, Rect, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, Vec2, pos2,
};

use super::chip::{chip_size, paint_chip};
use crate::ui::theme::{palette, regular, semibold, size, space};
use crate::view::Chip;

/// Height of a row of two lines.
pub const TWO_LINES: f32 = 50.0;

/// What a row of two lines says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowWords {
    pub title: String,
    pub detail: String,
    pub chip: Option<Chip>,
    pub weight: RowWeight,
}

/// How the first line of a row is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowWeight {
    #[default]
    Plain,
    Strong,
    /// It is over.
    Muted,
}

impl RowWords {
    /// What a screen reader hears.
    pub fn label(&self) -> String {
        let chip = self.chip.as_ref().map_or("", |it| it.text.as_str());
        format!("{}, {} {chip}", self.title, self.detail).trim_end().to_owned()
    }
}

/// What a list shows. `label` and `paint` are called for what is in view only.
pub struct RowsModel<'a> {
    pub name: &'a str,
    pub count: usize,
    pub chosen: Option<usize>,
    /// Of each row, points.
    pub height: f32,
    /// What a screen reader hears of a row.
    pub label: &'a dyn Fn(usize) -> String,
    pub paint: &'a dyn Fn(&Ui, usize, Rect),
}

/// Where the keyboard is to go, or is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowsFocus {
    #[default]
    Elsewhere,
    Wanted,
    Here,
}

/// A list on a surface of its own.
pub fn surface_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let colors = palette(ui);
    let room = ui.available_rect_before_wrap();
    let line = Stroke::new(1.0, colors.line);
    let radius = CornerRadius::same(size::CARD_RADIUS);
    ui.painter().rect(room, radius, colors.surface, line, StrokeKind::Inside);
    ui.scope_builder(egui::UiBuilder::new().max_rect(room.shrink(space::S)), contents);
}

/// Draws the rows in the room there is; the row that was chosen this frame.
pub fn rows_ui(ui: &mut Ui, focus: &mut RowsFocus, model: &RowsModel<'_>) -> Option<usize> {
    let room = ui.available_rect_before_wrap();
    let id = ui.make_persistent_id("rows");
    let list = ui.interact(room, id, Sense::focusable_noninteractive());
    list.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ListBox, true, model.name));
    if *focus == RowsFocus::Wanted {
        list.request_focus();
    }
    let is_here = ui.memory(|it| it.has_focus(id));
    *focus = if is_here { RowsFocus::Here } else { RowsFocus::Elsewhere };
    let mut chosen = None;
    if is_here {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|it| it.set_focus_lock_filter(id, filter));
        chosen = stepped(ui, model, room.height());
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut area = ScrollArea::vertical().id_salt("rows").auto_shrink([false, false]);
    if let Some(row) = chosen {
        area = area.vertical_scroll_offset(revealed(ui, id, row, model.height, room.height()));
    }
    let output = area.show_rows(ui, model.height, model.count, |ui, seen| {
        for row in seen {
            if row_ui(ui, model, row, *focus) {
                chosen = Some(row);
                ui.memory_mut(|it| it.request_focus(id));
            }
        }
    });
    ui.data_mut(|it| it.insert_temp(id, output.state.clamped_offset().y));
    chosen
}

/// The smallest scroll that shows a row whole, from where the list stood.
fn revealed(ui: &Ui, id: Id, row: usize, each: f32, height: f32) -> f32 {
    let offset: f32 = ui.data(|it| it.get_temp(id)).unwrap_or_default();
    let top = row as f32 * each;
    offset.min(top).max(top + each - height)
}

/// The row that the arrow and page keys lead to.
fn stepped(ui: &Ui, model: &RowsModel<'_>, height: f32) -> Option<usize> {
    let last = model.count.checked_sub(1)?;
    let page = ((height / model.height).floor() - 1.0).max(1.0);
    let mut at = model.chosen;
    let before = at;
    ui.input_mut(|input| {
        let mut key = |key| input.count_and_consume_key(Modifiers::NONE, key);
        let pages = |count: usize| (0..count).map(|_| page).sum::<f32>().round();
        let down = key(Key::ArrowDown);
        let up = key(Key::ArrowUp);
        let paged = pages(key(Key::PageDown)) - pages(key(Key::PageUp));
        let leap = whole(paged.abs());
        // From nowhere the first step is to the first row.
        let from = |at: Option<usize>, steps: usize| {
            at.map_or_else(|| steps.saturating_sub(1), |it| it + steps)
        };
        if 0 < down {
            at = Some(from(at, down));
        }
        if 0 < up {
            at = Some(at.unwrap_or_default().saturating_sub(up));
        }
        if 0.0 < paged {
            at = Some(from(at, leap));
        } else if paged < 0.0 {
            at = Some(at.unwrap_or_default().saturating_sub(leap));
        }
        if 0 < key(Key::Home) {
            at = Some(0);
        }
        if 0 < key(Key::End) {
            at = Some(last);
        }
    });
    at.map(|it| it.min(last)).filter(|it| Some(*it) != before)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rows in a window are few and not negative"
)]
fn whole(count: f32) -> usize {
    count.max(0.0) as usize
}

/// Whether the row was pointed at and chosen.
fn row_ui(ui: &mut Ui, model: &RowsModel<'_>, row: usize, focus: RowsFocus) -> bool {
    let colors = palette(ui);
    let is_chosen = model.chosen == Some(row);
    let wanted = Vec2::new(ui.available_width(), model.height);
    // The list has the keyboard, not its rows: Tab goes past them.
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::CLICK);
    response.widget_info(|| {
        let label = (model.label)(row);
        egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, is_chosen, label)
    });
    let ground = rect.shrink2(Vec2::new(0.0, 1.0));
    let radius = CornerRadius::same(size::CONTROL_RADIUS);
    if is_chosen {
        ui.painter().rect_filled(ground, radius, colors.accent_soft);
        if focus == RowsFocus::Here {
            let ring = Stroke::new(2.0, colors.accent);
            ui.painter().rect_stroke(ground, radius, ring, StrokeKind::Inside);
        }
    } else if response.hovered() {
        ui.painter().rect_filled(ground, radius, colors.second_half);
    }
    (model.paint)(ui, row, rect.shrink2(Vec2::new(space::S, 0.0)));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// A heavy line with a chip at its end, and a quiet one under it.
pub fn paint_two_lines(ui: &Ui, words: &RowWords, rect: Rect) {
    let colors = palette(ui);
    let mut right = rect.right();
    if let Some(chip) = &words.chip {
        let wanted = chip_size(ui, chip);
        let place = Rect::from_min_size(pos2(right - wanted.x, rect.top() + 7.0), wanted);
        paint_chip(ui, chip, place);
        right = place.left() - space::S;
    }
    let (font, color) = match words.weight {
        RowWeight::Plain => (regular(size::BODY), colors.text),
        RowWeight::Strong => (semibold(size::BODY), colors.text),
        RowWeight::Muted => (semibold(size::BODY), colors.muted),
    };
    let small = regular(size::SMALL);
    let (first, second) =
        (pos2(rect.left(), rect.top() + 5.0), pos2(rect.left(), rect.top() + 26.0));
    paint_line(ui, &words.title, (font, color), first, right);
    paint_line(ui, &words.detail, (small, colors.muted), second, rect.right());
}

/// One line from a place, cut short with a mark where there is no more room.
pub fn paint_line(ui: &Ui, words: &str, (font, color): (FontId, Color32), at: Pos2, end: f32) {
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), font, color);
    job.wrap = egui::text::TextWrapping::truncate_at_width((end - at.x).max(10.0));
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at, galley, color);
}
