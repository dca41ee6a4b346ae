//! A chart's numbers as rows, for those who want to read them.

use egui::{RichText, ScrollArea, TextStyle, Ui};

use crate::chart::DataTable;
use crate::ui::theme::{palette, style};

/// Numbers stand to the right of their column, words to the left.
pub fn data_table_ui(ui: &mut Ui, table: &DataTable, height: f32) {
    let muted = palette(ui).muted;
    let area = ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, false]);
    let grid = egui::Grid::new("figures of the chart")
        .num_columns(table.head.len())
        .spacing([32.0, 6.0])
        .min_col_width(90.0)
        .striped(true);
    let rows = |ui: &mut Ui| {
        for (column, head) in table.head.iter().enumerate() {
            cell(ui, column, RichText::new(head).text_style(style::strong()));
        }
        ui.end_row();
        for row in &table.rows {
            for (column, text) in row.iter().enumerate() {
                let text = RichText::new(text);
                let text = if is_basis(column) {
                    text.color(muted).text_style(TextStyle::Small)
                } else {
                    text
                };
                cell(ui, column, text);
            }
            ui.end_row();
        }
    };
    area.show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        grid.show(ui, rows);
    });
}

const fn is_basis(column: usize) -> bool {
    0 < column && column.is_multiple_of(2)
}

fn cell(ui: &mut Ui, column: usize, text: RichText) {
    let is_number = column % 2 == 1;
    if is_number {
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| ui.label(text));
    } else {
        ui.label(text);
    }
}
