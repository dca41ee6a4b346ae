//! A choice among a few things: a button that says what is chosen, and a list.

use egui::{Color32, Rect, RichText, Shape, Stroke, Ui, pos2};

use crate::ui::theme::style;
use crate::view::Selector;

/// What was chosen this frame, when something was.
pub fn selector_ui<T: Clone + PartialEq>(ui: &mut Ui, selector: &Selector<T>) -> Option<T> {
    let mut chosen = None;
    let response = egui::ComboBox::from_id_salt(&selector.name)
        .selected_text(&selector.current_label)
        .width(0.0)
        .height(420.0)
        .icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color))
        .show_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (value, label) in &selector.options {
                let is_current = *value == selector.current;
                let mut text = RichText::new(label);
                if is_current {
                    text = text.text_style(style::strong());
                }
                if ui.selectable_label(is_current, text).clicked() && !is_current {
                    chosen = Some(value.clone());
                }
            }
        })
        .response;
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &selector.name);
        info.current_text_value = Some(selector.current_label.clone());
        info
    });
    chosen
}

fn chevron(ui: &Ui, rect: Rect, color: Color32) {
    let center = rect.center();
    let spots = vec![
        pos2(center.x - 4.0, center.y - 2.0),
        pos2(center.x, center.y + 2.5),
        pos2(center.x + 4.0, center.y - 2.0),
    ];
    ui.painter().add(Shape::line(spots, Stroke::new(1.5, color)));
}
