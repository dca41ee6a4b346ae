//! A choice among a few things: a button that says what is chosen, and a list.

use egui::{Color32, EventFilter, Key, Modifiers, Rect, RichText, Shape, Stroke, Ui, pos2};

use crate::ui::theme::style;
use crate::view::Selector;

/// The same, where what is chosen is kept.
pub fn choose_ui<T: Clone + PartialEq>(ui: &mut Ui, model: &Selector<T>, chosen: &mut T) {
    if let Some(new) = selector_ui(ui, model) {
        *chosen = new;
    }
}

/// What was chosen this frame, when something was.
pub fn selector_ui<T: Clone + PartialEq>(ui: &mut Ui, selector: &Selector<T>) -> Option<T> {
    let (mut chosen, mut done) = (None, false);
    let id = ui.make_persistent_id(("selector", &selector.name));
    let was_open = ui.data(|it| it.get_temp::<bool>(id)).unwrap_or_default();
    let mut is_open = false;
    let response = egui::ComboBox::from_id_salt(&selector.name)
        .selected_text(&selector.current_label)
        .width(0.0)
        .height(420.0)
        .icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color))
        .show_ui(ui, |ui| {
            is_open = true;
            ui.spacing_mut().item_spacing.y = 0.0;
            for (value, label) in &selector.options {
                let is_current = *value == selector.current;
                let mut text = RichText::new(label);
                if is_current {
                    text = text.text_style(style::strong());
                }
                // The library closes a list for the mouse alone.
                if ui.selectable_label(is_current, text).clicked() {
                    chosen = Some(value.clone()).filter(|_| !is_current);
                    ui.close();
                    done = true;
                }
            }
        })
        .response;
    if done {
        response.request_focus();
    }
    ui.data_mut(|it| it.insert_temp(id, is_open));
    if response.has_focus() && !is_open && !was_open {
        chosen = chosen.or_else(|| stepped(ui, response.id, selector));
    }
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::ComboBox, true, &selector.name);
        info.current_text_value = Some(selector.current_label.clone());
        info
    });
    chosen
}

/// Arrow keys choose the next one or the one before, without opening the list.
fn stepped<T: Clone + PartialEq>(ui: &Ui, id: egui::Id, selector: &Selector<T>) -> Option<T> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(id, filter));
    let at = selector.options.iter().position(|it| it.0 == selector.current)?;
    let key = |key| ui.input_mut(|it| it.count_and_consume_key(Modifiers::NONE, key));
    let (down, up) = (key(Key::ArrowDown), key(Key::ArrowUp));
    let last = selector.options.len().checked_sub(1)?;
    let to = (at + down).saturating_sub(up).min(last);
    let option = selector.options.get(to).filter(|_| to != at)?;
    Some(option.0.clone())
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
