//! The commands of the window: what each is called, its keys, where they are heard, and what it does. Buttons, menus,
//! hints and shortcuts are made of this table.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::action::Action;
use super::pages::ImportAction;
use crate::view::Page;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UiCommand {
    New,
    Open,
    Demo,
    Import,
    CloseFile,
    Undo,
    Redo,
    Go(Page),
}

/// Where the keys of a command are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Always.
    Window,
    /// While a book is open.
    Book,
    /// There, but not in a field or a grid: those have an undo of their own.
    OutsideFields,
}

/// A row of the table.
struct CommandRow {
    /// The key of its words in a menu; on a large button those under `title`, and under them `title` with `-words`.
    text: &'static str,
    title: &'static str,
    keys: Vec<KeyboardShortcut>,
    scope: Scope,
    action: Action,
}

impl UiCommand {
    /// All of them. Zooming (Ctrl and plus, minus or 0) is egui's own.
    pub fn all() -> impl Iterator<Item = Self> {
        let fixed = [
            Self::New,
            Self::Open,
            Self::Demo,
            Self::Import,
            Self::CloseFile,
            Self::Undo,
            Self::Redo,
        ];
        fixed.into_iter().chain(Page::ALL.map(Self::Go))
    }

    fn row(self) -> CommandRow {
        let ctrl = |key| vec![KeyboardShortcut::new(Modifiers::COMMAND, key)];
        let row = |text, keys, scope, action| CommandRow { text, title: text, keys, scope, action };
        match self {
            Self::New => CommandRow {
                title: "ui-start-new",
                ..row("ui-new", ctrl(Key::N), Scope::Window, Action::AskCreate)
            },
            Self::Open => CommandRow {
                title: "ui-start-open",
                ..row("ui-open", ctrl(Key::O), Scope::Window, Action::AskOpen)
            },
            Self::Demo => row("ui-start-demo", Vec::new(), Scope::Window, Action::Demo),
            Self::Import => {
                let begin = Action::Import(ImportAction::Begin);
                row("importing-menu", ctrl(Key::I), Scope::Book, begin)
            }
            Self::CloseFile => row("ui-close-file", Vec::new(), Scope::Book, Action::CloseFile),
            Self::Undo => row("ui-undo", ctrl(Key::Z), Scope::OutsideFields, Action::Undo),
            Self::Redo => {
                let shift = Modifiers::COMMAND | Modifiers::SHIFT;
                let keys = [ctrl(Key::Y), vec![KeyboardShortcut::new(shift, Key::Z)]].concat();
                row("", keys, Scope::OutsideFields, Action::Redo)
            }
            Self::Go(page) => {
                let key = Page::ALL.iter().position(|it| *it == page);
                let key = key.and_then(|it| Key::from_name(&(it + 1).to_string()));
                let keys = key.filter(|_| page.is_built()).into_iter().flat_map(ctrl).collect();
                row("", keys, Scope::Book, Action::Go(page))
            }
        }
    }

    pub fn action(self) -> Action {
        self.row().action
    }

    /// The key of its words in a menu.
    pub fn text(self) -> &'static str {
        self.row().text
    }

    /// The key of its words on a large button.
    pub fn title(self) -> &'static str {
        self.row().title
    }

    /// Its first key, as it is shown: `Ctrl+Z`.
    pub fn key_words(self, ctx: &Context) -> String {
        self.row().keys.first().map(|it| ctx.format_shortcut(it)).unwrap_or_default()
    }

    /// The command these keys are for; of two the one that wants more of them.
    fn of(key: Key, held: Modifiers, heard: Scope) -> Option<Self> {
        let is_meant =
            |it: &KeyboardShortcut| it.logical_key == key && held.matches_logically(it.modifiers);
        let wants = |command: &Self| {
            let keys = command.row().keys.into_iter().filter(is_meant);
            keys.map(|it| u8::from(it.modifiers.shift)).max()
        };
        let heard = Self::all().filter(|it| it.row().scope <= heard);
        heard.filter(|it| wants(it).is_some()).max_by_key(|it| wants(it))
    }
}

/// What was asked for by key, in the order of the presses: a slow frame gathers several, and each of them is a step.
pub fn pressed(ctx: &Context, heard: Scope) -> Vec<Action> {
    let mut actions = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
            let command = UiCommand::of(*key, *modifiers, heard);
            actions.extend(command.map(UiCommand::action));
            command.is_none()
        });
    });
    actions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn actions(events: Vec<Event>, heard: Scope) -> Vec<Action> {
        let ctx = Context::default();
        ctx.begin_pass(egui::RawInput { events, ..Default::default() });
        let actions = pressed(&ctx, heard);
        // Nobody paints this frame; egui insists that its letters are taken.
        ctx.end_pass().textures_delta.clear();
        actions
    }

    /// A real desktop under load: four presses came in one frame, and one step was taken.
    #[test]
    fn each_press_in_a_slow_frame_is_a_step() {
        let undo = press(Key::Z, Modifiers::COMMAND);
        let redo = press(Key::Z, Modifiers::COMMAND | Modifiers::SHIFT);
        let pressed = actions(vec![undo.clone(), undo.clone(), redo, undo], Scope::OutsideFields);
        assert_eq!(pressed, [Action::Undo, Action::Undo, Action::Redo, Action::Undo]);
    }

    #[test]
    fn keys_are_heard_where_they_are_for_something() {
        let keys = [Key::O, Key::I, Key::Z].map(|it| press(it, Modifiers::COMMAND)).to_vec();
        let import = Action::Import(ImportAction::Begin);
        assert_eq!(actions(keys.clone(), Scope::Window), [Action::AskOpen]);
        assert_eq!(actions(keys, Scope::Book), [Action::AskOpen, import]);
    }

    #[test]
    fn every_page_has_a_key_and_no_key_is_for_two_commands() {
        let keys: Vec<_> = UiCommand::all().flat_map(|it| it.row().keys).collect();
        for (place, key) in keys.iter().enumerate() {
            assert!(!keys[..place].contains(key), "{key:?}");
        }
        let ctx = Context::default();
        for page in Page::ALL.into_iter().filter(|it| it.is_built()) {
            assert_ne!(UiCommand::Go(page).key_words(&ctx), "", "{page:?}");
        }
    }
}
