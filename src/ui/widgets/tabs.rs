//! A row of words of which one is chosen, with a line under it.

use egui::{Sense, Ui, Vec2};

use crate::ui::theme::{palette, regular, semibold, size, space};

/// The one that was chosen this frame.
pub fn tabs_ui<T: Copy + PartialEq>(ui: &mut Ui, tabs: &[(T, String)], current: T) -> Option<T> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L + space::XS;
        for (tab, word) in tabs {
            if tab_ui(ui, word, (*tab, current)) && *tab != current {
                chosen = Some(*tab);
            }
        }
    });
    chosen
}

/// Whether it was clicked; the pair is the tab and the one that is chosen.
fn tab_ui<T: PartialEq>(ui: &mut Ui, word: &str, (tab, current): (T, T)) -> bool {
    let is_current = tab == current;
    let colors = palette(ui);
    let font = if is_current { semibold(size::BODY) } else { regular(size::BODY) };
    let color = if is_current { colors.accent } else { colors.muted };
    let galley = ui.painter().layout_no_wrap(word.to_owned(), font, color);
    // As wide as the word in heavy letters, so that nothing moves when it is chosen.
    let widest = ui.painter().layout_no_wrap(word.to_owned(), semibold(size::BODY), color);
    let wanted = Vec2::new(widest.size().x, size::CONTROL);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, is_current, word));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_current));
    let top = rect.center().y - galley.size().y / 2.0;
    let color = if response.hovered() { colors.accent } else { color };
    ui.painter().galley_with_override_text_color(egui::pos2(rect.left(), top), galley, color);
    if is_current {
        let line = egui::Stroke::new(2.0, colors.accent);
        ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, line);
    }
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, colors.accent);
        let kind = egui::StrokeKind::Outside;
        ui.painter().rect_stroke(rect.expand(3.0), 5.0, ring, kind);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
