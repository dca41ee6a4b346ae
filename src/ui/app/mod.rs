//! Ties the window together: takes in what has happened, draws, and hands the actions to `perform`.

#[cfg(test)]
mod tests;

use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};

use super::action::Action;
use super::command::{Scope, pressed};
use super::desk::{BookDesk, Selection};
use super::dropped::{dropped, pasted};
use super::jobs::Writer;
use super::overlay::Overlay;
use super::pages::{PageContext, Pages, start_ui};
use super::platform::Platform;
use super::rail::{Display, rail_ui};
use super::settings::SettingsKeeper;
use super::status_line::status_line_ui;
use super::theme::palette;
use super::top_bar::top_bar_ui;
use super::widgets::notices_ui;
use crate::domain::Day;
use crate::text::{Lang, tr};
use crate::view::register::Section;
use crate::view::{Page, PageHeight, ShellQuery, start_model};

/// The window.
#[derive(Debug)]
pub struct App {
    pub(super) settings: SettingsKeeper,
    pub(super) book: BookDesk,
    pub(super) selection: Selection,
    pub(super) pages: Pages,
    pub(super) overlay: Overlay,
    pub(super) platform: Platform,
}

impl App {
    pub(super) fn assemble(
        settings: SettingsKeeper,
        writer: Writer,
        selection: Selection,
        today: Day,
    ) -> Self {
        Self {
            settings,
            book: BookDesk::new(writer),
            selection,
            pages: Pages::default(),
            overlay: Overlay::default(),
            platform: Platform::of(today),
        }
    }

    pub fn lang(&self) -> Lang {
        self.settings.now.lang()
    }

    fn display(&self) -> Display {
        Display { lang: self.lang(), theme: self.settings.now.theme }
    }

    /// One frame.
    pub fn show(&mut self, ui: &mut Ui) {
        self.take_in(ui.ctx());
        let mut actions = pressed(ui.ctx(), self.heard(ui));
        actions.extend(dropped(ui.ctx()));
        if self.book.open.is_some() && self.pages.importing.is_some() {
            actions.extend(pasted(ui.ctx()));
        }
        // The keys after it in the same frame are for the page it leads to.
        for page in actions.extract_if(.., |it| matches!(it, Action::Go(_))) {
            self.perform(ui.ctx(), page);
        }
        actions.extend(self.book_ui(ui).unwrap_or_else(|| self.start_page_ui(ui)));
        actions.extend(self.overlay.questions_ui(ui.ctx(), self.lang()));
        if self.pages.reads_log(self.selection.page) {
            self.want_log();
        }
        if self.pages.shows(self.selection.page, Section::File) {
            self.want_backups();
        }
        self.remember_window(ui.ctx());
        if !actions.is_empty() {
            ui.ctx().request_repaint();
        }
        for action in actions {
            self.perform(ui.ctx(), action);
        }
    }

    /// Which keys are ours: a grid takes undo in its turn, after what was typed before it in the same frame, and a
    /// field that is being typed in has its own.
    fn heard(&self, ui: &Ui) -> Scope {
        let pages = &self.pages;
        let in_grid = self.selection.page == Page::Entry && pages.entry.grid.has_focus();
        if self.book.open.is_none() {
            Scope::Window
        } else if in_grid && pages.importing.is_none() || ui.ctx().text_edit_focused() {
            Scope::Book
        } else {
            Scope::OutsideFields
        }
    }

    fn start_page_ui(&mut self, ui: &mut Ui) -> Vec<Action> {
        let display = self.display();
        let opening = self.book.opening.as_deref();
        let (recent, notices) = (&self.settings.now.recent, &self.overlay.notices);
        let model = start_model(display.lang, recent, notices, opening);
        let frame = Frame::new().fill(palette(ui).background);
        CentralPanel::no_frame()
            .frame(frame)
            .show(ui, |ui| start_ui(ui, &model, &mut self.pages.start, display))
            .inner
    }

    /// `None` where no book is open.
    fn book_ui(&mut self, ui: &mut Ui) -> Option<Vec<Action>> {
        let display = self.display();
        let unsaved = self.book.unsaved();
        let Self { book, pages, overlay, .. } = self;
        let desk = book.open.as_mut()?;
        let (lang, today) = (display.lang, self.platform.today);
        let Selection { page, unit, half_year } = self.selection;
        let facts = desk.facts(lang, unsaved);
        let query = ShellQuery { lang, page, unit, half_year, today, book: facts };
        let mut shell = desk.shell(query).clone();
        let is_importing = pages.importing.is_some();
        if is_importing {
            shell.title = tr(lang, "importing-title");
        }
        // The page of an import stands over the others and is none of the rail's.
        let current = Some(page).filter(|_| !is_importing);
        let mut actions = status_line_ui(ui, &shell.status, lang);
        actions.extend(rail_ui(ui, &shell, current, display));
        actions.extend(top_bar_ui(ui, &shell));
        let at = PageContext { desk, lang, unit: shell.units.current, half_year, today };
        let frame = Frame::new().fill(palette(ui).background);
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            let mut contents = |ui: &mut Ui| {
                let margin = Frame::new().inner_margin(Margin::symmetric(24, 20));
                margin.show(ui, |ui| {
                    let closed = notices_ui(ui, &overlay.notices, lang);
                    actions.extend(closed.map(Action::Dismiss));
                    actions.extend(pages.page_ui(ui, page, at));
                });
            };
            if page.facts().height == PageHeight::Window && !is_importing {
                contents(ui);
                return;
            }
            let shown = if is_importing { "import" } else { page.facts().name };
            let area = ScrollArea::vertical().id_salt(shown).auto_shrink([false, false]);
            area.show(ui, contents);
        });
        Some(actions)
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keep_drafts();
        self.settings.keep();
    }
}
