//! Keys in their order: what is pressed after a key that may lead elsewhere waits until it has led there.
//!
//! A slow frame gathers several keys. egui gives all of them to the field that has the keyboard, so a word typed after Tab
//! would begin in the field before. A grid reads its keys one by one and takes them all at once.

#![expect(clippy::wildcard_enum_match_arm, reason = "only keys and buttons lead elsewhere")]

use egui::{Context, Event, Id, Key, Modifiers, RawInput};

/// The part of the window that reads keys in their order by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ReadsInOrder(Id);

/// To be called in each frame in which the widget with this id has the keyboard.
pub fn reads_in_order(ctx: &Context, id: Id) {
    ctx.data_mut(|it| it.insert_temp(Id::NULL, ReadsInOrder(id)));
}

/// Holds back events until their turn.
#[derive(Debug, Default)]
pub struct KeyOrder {
    waiting: Vec<Event>,
    /// A key has just led somewhere: what it opened takes the keyboard in the coming frame.
    is_settling: bool,
}

impl egui::Plugin for KeyOrder {
    fn debug_name(&self) -> &'static str {
        "keys in their order"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let focused = ctx.memory(egui::Memory::focused);
        let reader = ctx.data(|it| it.get_temp::<ReadsInOrder>(Id::NULL));
        let in_grid = focused.is_some() && reader.map(|it| it.0) == focused;
        let leads_elsewhere = if in_grid { leaves_a_grid } else { leads_from_a_field };
        let mut events = std::mem::take(&mut self.waiting);
        events.append(&mut input.events);
        if std::mem::take(&mut self.is_settling) && !events.is_empty() {
            self.waiting = events;
            ctx.request_repaint();
            return;
        }
        // What was typed before such a key has its own frame: what the key leads to may hang on it.
        let end = events.iter().enumerate().find_map(|(place, event)| match event {
            Event::PointerButton { .. } => Some(place + 1),
            Event::Key { key, pressed: true, modifiers, .. } => {
                leads_elsewhere(*key, *modifiers).then_some(place.max(1))
            }
            _ => None,
        });
        let rest = events.split_off(end.unwrap_or(events.len()));
        self.is_settling = matches!(
            events.last(),
            Some(Event::Key { key, pressed: true, modifiers, .. })
                if leads_elsewhere(*key, *modifiers)
        );
        input.events = events;
        if !rest.is_empty() {
            self.waiting = rest;
            ctx.request_repaint();
        }
    }
}

fn leaves_a_grid(key: Key, held: Modifiers) -> bool {
    let is_digit = Key::Num0 <= key && key <= Key::Num9;
    key == Key::F6 || (held.command && is_digit)
}

/// Held with Ctrl they change a text, or go about in it.
const IN_TEXT: [Key; 12] = [
    Key::Backspace,
    Key::Delete,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::A,
    Key::C,
    Key::V,
    Key::X,
    Key::Y,
    Key::Z,
];
/// Alone they lead out of a text, or end it.
const OUT_OF_TEXT: [Key; 9] = [
    Key::Tab,
    Key::Enter,
    Key::Escape,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::PageUp,
    Key::PageDown,
    Key::F2,
    Key::F6,
];

fn leads_from_a_field(key: Key, held: Modifiers) -> bool {
    if held.command { !IN_TEXT.contains(&key) } else { OUT_OF_TEXT.contains(&key) }
}

#[cfg(test)]
mod tests {
    use egui::Plugin as _;

    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    /// How many of these events each frame gets.
    fn frames(events: Vec<Event>) -> Vec<usize> {
        let (ctx, mut order) = (Context::default(), KeyOrder::default());
        let mut input = RawInput { events, ..RawInput::default() };
        let mut counts = Vec::new();
        loop {
            order.input_hook(&ctx, &mut input);
            counts.push(input.events.len());
            input.events.clear();
            if order.waiting.is_empty() {
                return counts;
            }
        }
    }

    #[test]
    fn what_follows_a_tab_waits_for_the_next_frame() {
        let text = |it: &str| Event::Text(it.to_owned());
        let tab = key(Key::Tab, Modifiers::NONE);
        let enter = key(Key::Enter, Modifiers::NONE);
        assert_eq!(frames(vec![text("M"), text("O"), tab, text("N"), enter]), [2, 1, 0, 1, 1]);
        let page = key(Key::Num2, Modifiers::COMMAND);
        assert_eq!(frames(vec![page, text("2"), text("8")]), [1, 0, 2]);
        assert_eq!(frames(vec![text("a"), key(Key::A, Modifiers::COMMAND), text("b")]), [3]);
    }
}
