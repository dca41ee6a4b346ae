//! Carries out an action, or hands it to those who know its page.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use egui::Context;

use crate::text::{Arg, tr_with};
use crate::ui::action::Action;
use crate::ui::app::App;
use crate::ui::dialogs::{EXTENSION, Purpose};
use crate::ui::jobs::{Request, Ticket};
use crate::ui::pages::Goal;
use crate::ui::pending::Waiting;
use crate::view::{Notice, Page, Tone};

impl App {
    pub(in crate::ui) fn perform(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Go(page) => self.go(page),
            Action::ChooseUnit(unit) => {
                self.selection.unit = unit;
                self.pages.entry.grid.take_focus();
            }
            Action::ChooseHalfYear(half_year) => {
                self.selection.half_year = half_year;
                self.settings.now.half_year = half_year.to_string();
                self.settings.keep();
            }
            Action::ChooseTheme(theme) => {
                self.settings.now.theme = theme;
                theme.apply(ctx);
                self.settings.keep();
            }
            Action::ChooseLanguage(lang) => {
                lang.code().clone_into(&mut self.settings.now.language);
                self.settings.keep();
            }
            Action::AskOpen => self.ask(ctx, Purpose::Open),
            Action::AskCreate => self.ask(ctx, Purpose::Create),
            Action::Open(path) => self.ask_writer(Request::Open(path)),
            Action::Create(path) => self.create(path),
            Action::Demo => self.ask_writer(Request::Demo(self.lang())),
            Action::CloseFile => self.ask_writer(Request::Close),
            Action::Enter(cell) => {
                self.turn_to_sheet(cell.unit, cell.month, Goal::FirstEmpty(cell.month));
            }
            Action::Run(command) => self.ask_writer(Request::Run(command, None)),
            Action::Say(notice) => self.overlay.notify(notice),
            Action::Undo => self.step(Request::Undo),
            Action::Redo => self.step(Request::Redo),
            Action::Dismiss(place) => {
                if place < self.overlay.notices.len() {
                    self.overlay.notices.remove(place);
                }
            }
            Action::Copy(text) => ctx.copy_text(text),
            Action::Reason(action) => self.perform_reason(action),
            Action::Path(action) => self.perform_path(ctx, action),
            Action::Entry(action) => self.perform_entry(action),
            Action::Trend(action) => self.perform_trend(ctx, action),
            Action::HalfYear(action) => self.perform_half_year(ctx, action),
            Action::Register(action) => self.perform_register(ctx, action),
            Action::Import(action) => self.perform_import(ctx, action),
            Action::Log(action) => self.perform_log(ctx, action),
            Action::File(action) => self.perform_file(action),
        }
    }

    fn go(&mut self, page: Page) {
        self.pages.come_in(page);
        self.selection.page = page;
        page.facts().name.clone_into(&mut self.settings.now.page);
        self.settings.keep();
    }

    pub(super) fn create(&mut self, path: PathBuf) {
        self.ask_writer(Request::Create(ending_in(path, EXTENSION), self.lang()));
    }

    /// Where nothing depends on which answer is whose.
    pub(in crate::ui) fn ask_writer(&mut self, request: Request) {
        let _ticket = self.send(request, None);
    }

    /// Its answer goes to who waits; `None` when there is nobody to answer.
    pub(super) fn send(
        &mut self,
        request: Request,
        waiting: impl Into<Option<Waiting>>,
    ) -> Option<Ticket> {
        let ticket = self.book.send(request, waiting.into(), self.lang());
        if ticket.is_none() {
            self.say(Tone::Bad, "ui-writer-gone", &[]);
        }
        ticket
    }

    /// A message that stays until it is closed.
    pub(in crate::ui) fn say(&mut self, tone: Tone, key: &str, args: &[(&str, Arg<'_>)]) {
        self.tell(tone, tr_with(self.lang(), key, args));
    }

    /// The same, in words that are there already.
    pub(super) fn tell(&mut self, tone: Tone, text: String) {
        self.overlay.notify(Notice { tone, text });
    }

    /// The same, about one thing.
    pub(super) fn say_what(&mut self, tone: Tone, key: &str, what: impl Display) {
        self.say(tone, key, &[("what", what.to_string().into())]);
    }

    /// Size and zoom, for the next start; written when the window closes.
    pub(in crate::ui) fn remember_window(&mut self, ctx: &Context) {
        let now = &mut self.settings.now;
        now.zoom = ctx.zoom_factor();
        let size = ctx.input(|it| it.viewport().inner_rect.map(|rect| rect.size()));
        if let Some(size) = size.filter(|it| 200.0 < it.x && 200.0 < it.y) {
            now.width = size.x * ctx.zoom_factor();
            now.height = size.y * ctx.zoom_factor();
        }
    }
}

/// A path with an ending is left as it is.
pub fn ending_in(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(extension) }
}

/// A path as it is named in a sentence.
pub fn shown(path: &Path) -> Arg<'static> {
    path.display().to_string().into()
}
