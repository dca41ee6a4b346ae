//! Master data: sections above, a list at the left, and at the right what was chosen with its forms.

mod detail;
mod form;
mod list;
mod log;
mod timeline;

use egui::{Rect, RichText, Ui, UiBuilder, Vec2};

use self::detail::detail_ui;
use self::form::form_ui;
use self::list::list_ui;
pub use self::log::{LogAction, LogBook, LogDraft, log_ui};
use crate::domain::Snapshot;
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::tabs_ui;
use crate::view::register::{
    Deed, Item, Problems, RegisterContext, RegisterModel, Section, Subject, Values,
    episode_is_there, form_of,
};

/// What is chosen and being typed on the page.
#[derive(Debug, Default)]
pub struct RegisterDraft {
    pub section: Section,
    pub chosen: Option<Item>,
    pub search: String,
    pub open: Option<OpenForm>,
    pub log: LogDraft,
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
    Choose(Item),
    Open(Subject),
    /// Close the form; what was typed in it is gone.
    Cancel,
    Save,
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
        *self = Self { section, ..Self::default() };
        if section == Section::Settings {
            self.open(at, Subject::Settings);
        }
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
    if let (Some(form), Some(open)) = (&model.form, &mut draft.open) {
        actions.extend(form_ui(ui, form, open, lang));
        ui.add_space(space::L);
    }
    match &model.detail {
        Some(detail) => actions.extend(detail_ui(ui, detail)),
        None if model.form.is_none() => {
            let words = RichText::new(tr(lang, "register-choose")).color(palette(ui).muted);
            ui.add_space(space::L);
            ui.label(words);
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
    }
}

impl From<RegisterAction> for Action {
    fn from(action: RegisterAction) -> Self {
        Self::Register(action)
    }
}
