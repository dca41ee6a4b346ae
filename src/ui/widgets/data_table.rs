//! A chart's numbers as rows and cells, for those who want to read them and those who hear them.

use egui::accesskit::Role;
use egui::{Align, Layout, Rect, RichText, ScrollArea, Sense, TextStyle, Ui, UiBuilder, Vec2};

use crate::chart::DataTable;
use crate::ui::theme::{palette, style};

/// Between two columns, and round a row's words.
const GAP: f32 = 28.0;
const ROW: f32 = 24.0;
/// Words wider than this are cut.
const WIDEST: f32 = 340.0;

/// Numbers stand to the right of their column, words to the left. `name` is the table's for a screen reader.
pub fn data_table_ui(ui: &mut Ui, name: &str, table: &DataTable, height: f32) {
    let area = ScrollArea::both()
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, false]);
    let widths = widths(ui, table);
    area.show(ui, |ui| {
        let builder = UiBuilder::new().accessibility_role(Role::Table).accessibility_label(name);
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let (rows, columns) = (table.rows.len() + 1, table.head.len());
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_row_count(rows);
                node.set_column_count(columns);
            });
            row_ui(ui, (0, &table.head), &widths);
            for (place, row) in table.rows.iter().enumerate() {
                row_ui(ui, (place + 1, row), &widths);
            }
        });
    });
}

/// What each column takes. Digits are equally wide, so that the longest text is nearly the widest.
fn widths(ui: &Ui, table: &DataTable) -> Vec<f32> {
    let font = TextStyle::Body.resolve(ui.style());
    let color = palette(ui).text;
    let strong = style::strong().resolve(ui.style());
    let width = |text: &str, font: &egui::FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), font.clone(), color).size().x
    };
    (0..table.head.len())
        .map(|column| {
            let cells = table.rows.iter().filter_map(|it| it.get(column));
            let longest = cells.max_by_key(|it| it.chars().count());
            let head = table.head.get(column).map_or(0.0, |it| width(it, &strong));
            longest.map_or(0.0, |it| width(it, &font)).max(head).min(WIDEST).ceil() + GAP
        })
        .collect()
}

fn row_ui(ui: &mut Ui, (place, cells): (usize, &[String]), widths: &[f32]) {
    let size = Vec2::new(widths.iter().sum(), ROW);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let colors = *palette(ui);
    if 0 < place && place.is_multiple_of(2) {
        ui.painter().rect_filled(rect, 0.0, colors.second_half);
    }
    let builder = UiBuilder::new().max_rect(rect).accessibility_role(Role::Row).id_salt(place);
    let mut row = ui.new_child(builder);
    row.ctx().accesskit_node_builder(row.unique_id(), |node| node.set_row_index(place));
    if !row.is_rect_visible(rect) {
        // Heard, though not seen.
        row.set_clip_rect(Rect::NOTHING);
    }
    let mut left = rect.left();
    for ((column, text), width) in cells.iter().enumerate().zip(widths) {
        let cell =
            Rect::from_min_size(egui::pos2(left, rect.top()), Vec2::new(width - GAP * 0.5, ROW));
        left += width;
        cell_ui(&mut row, cell, (place, column), text);
    }
}

fn cell_ui(ui: &mut Ui, rect: Rect, (row, column): (usize, usize), text: &str) {
    let role = match (row, column) {
        (0, _) => Role::ColumnHeader,
        (_, 0) => Role::RowHeader,
        (_, _) => Role::Cell,
    };
    let layout = if is_number(column) {
        Layout::right_to_left(Align::Center)
    } else {
        Layout::left_to_right(Align::Center)
    };
    let builder = UiBuilder::new()
        .max_rect(rect)
        .layout(layout)
        .id_salt(column)
        .accessibility_role(role)
        .accessibility_label(text);
    let mut cell = ui.new_child(builder);
    cell.ctx().accesskit_node_builder(cell.unique_id(), |node| {
        node.set_row_index(row);
        node.set_column_index(column);
    });
    let words = RichText::new(text);
    let words = match (row, is_basis(column)) {
        (0, _) => words.text_style(style::strong()),
        (_, true) => words.color(palette(ui).muted).text_style(TextStyle::Small),
        (_, false) => words,
    };
    cell.add(egui::Label::new(words).truncate().selectable(false));
}

const fn is_basis(column: usize) -> bool {
    0 < column && column.is_multiple_of(2)
}

const fn is_number(column: usize) -> bool {
    !column.is_multiple_of(2)
}
