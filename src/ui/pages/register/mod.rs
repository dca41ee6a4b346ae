//! Master data: sections above, a list at the left, and at the right what was chosen with its forms.

mod detail;
mod file;
mod form;
mod list;
mod log;
mod places;
mod timeline;

use egui::{Key, Modifiers, Rect, RichText, Ui, UiBuilder, Vec2};

use self::detail::detail_ui;
pub use self::file::{FileAction, FileDraft, file_ui};
use self::form::form_ui;
use self::list::list_ui;
pub use self::log::{LogAction, LogBook, LogDraft, LogWritten, log_ui};
use self::places::places_ui;
use crate::domain::{CaseworkerId, Snapshot};
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{RowsFocus, tabs_ui};
use crate::view::register::{
    Deed, Item, PlacesView, Problems, RegisterContext, RegisterModel, Section, Subject, Values,
    episode_is_there, form_of,
};

/// What is chosen and being typed on the page.
#[derive(Debug, Default)]
pub struct RegisterDraft {
    pub section: Section,
    pub chosen: Option<Item>,
    pub search: String,
    pub places: PlacesView,
    pub open: Option<OpenForm>,
    pub log: LogDraft,
    pub file: FileDraft,
    pub rows: RowsFocus,
    /// The search has the keyboard.
    is_searching: bool,
    /// Where the keyboard goes in this frame.
    towards: Option<Towards>,
}

/// A part of the page that can be gone to with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    Search,
    /// What was chosen: its form, or what can be done with it.
    Right,
}

/// A form that is being filled.
#[derive(Debug)]
pub struct OpenForm {
    pub subject: Subject,
    pub values: Values,
    pub problems: Problems,
    /// Why the book said no, where it is about no single field.
    pub refused: String,
    /// Asked for when an issued overview covers what is changed.
    pub reason: Option<String>,
    pub state: FormState,
    /// The first field takes the keys when it is first drawn.
    pub is_fresh: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormState {
    Typing,
    /// On its way to the disk, under this number.
    Sent(u64),
    Saved,
}

/// What is done on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RegisterAction {
    Show(Section),
    /// Turn to the page, and to this section of it.
    Visit(Section),
    Choose(Item),
    Open(Subject),
    /// Close the form; what was typed in it is gone.
    Cancel,
    Save,
    /// Ask where to, and write everything about this person there.
    Disclose(CaseworkerId),
}

impl OpenForm {
    pub fn new(at: &RegisterContext<'_>, subject: Subject) -> Option<Self> {
        Some(Self {
            subject,
            values: crate::view::register::form(at, subject)?.values(),
            problems: Problems::new(),
            refused: String::new(),
            reason: None,
            state: FormState::Typing,
            is_fresh: true,
        })
    }
}

impl RegisterDraft {
    pub fn open(&mut self, at: &RegisterContext<'_>, subject: Subject) {
        self.open = OpenForm::new(at, subject);
    }

    pub fn show(&mut self, at: &RegisterContext<'_>, section: Section) {
        *self = Self { section, towards: Some(Towards::Search), ..Self::default() };
        self.log.rows = RowsFocus::Wanted;
        if section == Section::Settings {
            self.open(at, Subject::Settings);
        }
    }

    /// The page was chosen: the keyboard begins in its search.
    pub fn come_in(&mut self) {
        self.towards = Some(Towards::Search);
        self.log.rows = RowsFocus::Wanted;
    }

    /// Whether the keyboard is to go there now; asked once.
    pub(super) fn goes(&mut self, towards: Towards) -> bool {
        self.towards.take_if(|it| *it == towards).is_some()
    }

    /// A chosen thing that is only a form opens it.
    pub fn choose(&mut self, at: &RegisterContext<'_>, item: Item) {
        self.chosen = Some(item);
        self.open = form_of(item).and_then(|it| OpenForm::new(at, it));
        if let Some(open) = &mut self.open {
            open.is_fresh = false;
        }
    }

    /// Things that are gone, by undo or by somebody else, are no longer chosen.
    pub fn follow(&mut self, snapshot: &Snapshot) {
        let shared = &snapshot.shared;
        let is_there = |it: Item| match it {
            Item::Unit(id) => snapshot.unit(id).is_some(),
            Item::Caseworker(id) => snapshot.units().any(|it| it.caseworkers.contains_key(&id)),
            Item::Episode(mark) => episode_is_there(snapshot, mark),
            Item::Target(id) => shared.targets.contains_key(&id),
            Item::Event(id) => shared.events.contains_key(&id),
            Item::Committee(id) => shared.committees.contains_key(&id),
        };
        if self.chosen.is_some_and(|it| !is_there(it)) {
            self.chosen = None;
            self.open = None;
        }
    }
}

/// How wide the list is, and how wide forms grow.
const LIST: f32 = 332.0;
const WIDEST: f32 = 720.0;
/// How wide the waiting list grows, and what it leaves for the form beside it.
const PLACES: f32 = 860.0;
const FORM: f32 = 400.0;

/// Ctrl and a page key turn to the next section, F6 goes between list and what was chosen, Ctrl+F to the search.
pub fn register_keys(ui: &Ui, draft: &mut RegisterDraft) -> Option<Action> {
    let pressed = |modifiers, key| ui.input_mut(|it| it.consume_key(modifiers, key));
    let place = Section::ALL.iter().position(|it| *it == draft.section).unwrap_or_default();
    let to = if pressed(Modifiers::COMMAND, Key::PageDown) {
        Section::ALL.get(place + 1)
    } else if pressed(Modifiers::COMMAND, Key::PageUp) {
        place.checked_sub(1).and_then(|it| Section::ALL.get(it))
    } else {
        None
    };
    if pressed(Modifiers::COMMAND, Key::F) {
        draft.towards = Some(Towards::Search);
    }
    if pressed(Modifiers::NONE, Key::F6) {
        let rows = if draft.section == Section::Log { draft.log.rows } else { draft.rows };
        let in_list = draft.is_searching || rows == RowsFocus::Here;
        if in_list {
            draft.towards = Some(Towards::Right);
            draft.log.goes_right = true;
        } else {
            draft.rows = RowsFocus::Wanted;
            draft.log.rows = RowsFocus::Wanted;
        }
    }
    to.map(|it| RegisterAction::Show(*it).into())
}

/// The words above, one a section.
pub fn sections_ui(ui: &mut Ui, model: &RegisterModel, current: Section) -> Option<Action> {
    let chosen = tabs_ui(ui, &model.sections, current);
    ui.add_space(space::M);
    chosen.map(|it| RegisterAction::Show(it).into())
}

pub fn register_ui(
    ui: &mut Ui,
    model: &RegisterModel,
    draft: &mut RegisterDraft,
    lang: Lang,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let room = ui.available_rect_before_wrap();
    let mut left = room.left();
    if let Some(places) = &model.places {
        let widest = (room.width() - FORM).clamp(LIST, PLACES);
        let rect = Rect::from_min_size(room.min, Vec2::new(widest, room.height()));
        column_ui(ui, rect, |ui| actions.extend(places_ui(ui, places, draft, lang)));
        left = rect.right() + space::L;
    }
    if let Some(list) = &model.list {
        let rect = Rect::from_min_size(room.min, Vec2::new(LIST, room.height()));
        column_ui(ui, rect, |ui| actions.extend(list_ui(ui, list, draft, lang)));
        left = rect.right() + space::L;
    }
    let width = (room.right() - left).min(WIDEST);
    let rect = Rect::from_min_size(egui::pos2(left, room.top()), Vec2::new(width, room.height()));
    column_ui(ui, rect, |ui| {
        let area = egui::ScrollArea::vertical().id_salt("detail").auto_shrink([false, false]);
        area.show(ui, |ui| actions.extend(right_ui(ui, model, draft, lang)));
    });
    ui.allocate_rect(room, egui::Sense::hover());
    actions
}

/// Contents of their own inside a fixed place.
fn column_ui(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.set_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
        contents(ui);
    });
}

fn right_ui(
    ui: &mut Ui,
    model: &RegisterModel,
    draft: &mut RegisterDraft,
    lang: Lang,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let goes_right = draft.goes(Towards::Right);
    if let (Some(form), Some(open)) = (&model.form, &mut draft.open) {
        open.is_fresh |= goes_right;
        actions.extend(form_ui(ui, form, open, lang));
        ui.add_space(space::L);
    }
    match &model.detail {
        Some(detail) => {
            let goes_here = goes_right && model.form.is_none();
            actions.extend(detail_ui(ui, detail, goes_here.then_some(Towards::Right)));
        }
        None if model.form.is_none() => {
            ui.add_space(space::L);
            for key in ["register-choose", "register-keys"] {
                ui.label(RichText::new(tr(lang, key)).color(palette(ui).muted));
            }
        }
        None => {}
    }
    actions
}

/// What a button of a detail does.
fn action_of(deed: &Deed) -> Action {
    match deed {
        Deed::Open(subject) => RegisterAction::Open(*subject).into(),
        Deed::Run(command) => Action::Run(command.clone()),
        Deed::Disclose(id) => RegisterAction::Disclose(*id).into(),
    }
}

impl From<RegisterAction> for Action {
    fn from(action: RegisterAction) -> Self {
        Self::Register(action)
    }
}
