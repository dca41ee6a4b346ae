//! Keys that work on every page.

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::action::Action;
use super::dialogs::EXTENSION;
use super::importing::{ImportAction, Source};
use crate::view::Page;

const _: () = assert!(Page::ALL.len() < 10, "each page has a digit for its key");

/// Files asked for by key or dropped on the window. Zooming (Ctrl and plus, minus or 0) is egui's own.
pub fn pressed(ctx: &egui::Context) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut key = |key: Key, action: Action| {
        if consume(ctx, Modifiers::COMMAND, key) {
            actions.push(action);
        }
    };
    key(Key::O, Action::AskOpen);
    key(Key::N, Action::AskCreate);
    let dropped = ctx.input(|it| it.raw.dropped_files.clone());
    let is_book = |it: &PathBuf| it.extension().is_some_and(|it| it == EXTENSION);
    let dropped = dropped.iter().map(|it| it.path().to_owned());
    let (books, lists): (Vec<PathBuf>, Vec<PathBuf>) = dropped.partition(is_book);
    actions.extend(books.into_iter().next().map(Action::Open));
    if !lists.is_empty() {
        actions.push(Action::Import(ImportAction::Start(Source::Files(lists))));
    }
    actions
}

/// Who takes undo and redo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeysGo {
    ToGrid,
    ToPage,
}

/// Cells pasted where an import is begun.
pub fn pasted(ctx: &egui::Context) -> Vec<Action> {
    if ctx.text_edit_focused() {
        return Vec::new();
    }
    let events = ctx.input(|it| it.events.clone());
    let texts = events.into_iter().filter_map(|it| {
        let egui::Event::Paste(text) = it else { return None };
        (!text.trim().is_empty()).then_some(text)
    });
    texts.map(|it| Action::Import(ImportAction::Start(Source::Pasted(it)))).collect()
}

/// Pages, undo and redo of an open book.
///
/// In a grid undo comes in its turn, after what was typed before it in the same frame.
pub fn pressed_in_book(ctx: &egui::Context, keys: KeysGo) -> Vec<Action> {
    let mut actions = Vec::new();
    if consume(ctx, Modifiers::COMMAND, Key::I) {
        actions.push(Action::Import(ImportAction::Begin));
    }
    for (page, digit) in Page::ALL.into_iter().zip(1..) {
        let key = Key::from_name(&format!("{digit}")).filter(|_| page.is_built());
        if key.is_some_and(|it| consume(ctx, Modifiers::COMMAND, it)) {
            actions.push(Action::Go(page));
        }
    }
    // A field that is being typed in has its own undo.
    if keys == KeysGo::ToPage && !ctx.text_edit_focused() {
        let shift = Modifiers::COMMAND | Modifiers::SHIFT;
        for (modifiers, key, action) in [
            (shift, Key::Z, Action::Redo),
            (Modifiers::COMMAND, Key::Z, Action::Undo),
            (Modifiers::COMMAND, Key::Y, Action::Redo),
        ] {
            // A slow frame gathers several: each of them is a step.
            let presses = ctx.input_mut(|it| it.count_and_consume_key(modifiers, key));
            actions.extend(std::iter::repeat_n(action, presses));
        }
    }
    actions
}

fn consume(ctx: &egui::Context, modifiers: Modifiers, key: Key) -> bool {
    ctx.input_mut(|it| it.consume_shortcut(&KeyboardShortcut::new(modifiers, key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A real desktop under load: four presses came in one frame, and one step was taken.
    #[test]
    fn each_press_in_a_slow_frame_is_a_step() {
        let ctx = egui::Context::default();
        let press = egui::Event::Key {
            key: Key::Z,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::COMMAND,
        };
        ctx.begin_pass(egui::RawInput { events: vec![press; 3], ..Default::default() });
        let actions = pressed_in_book(&ctx, KeysGo::ToPage);
        // Nobody paints this frame; egui insists that its letters are taken.
        ctx.end_pass().textures_delta.clear();
        assert_eq!(actions, [Action::Undo, Action::Undo, Action::Undo]);
    }
}
