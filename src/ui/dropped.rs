//! Files dropped on the window, and cells pasted where an import is begun.

use std::path::PathBuf;

use super::action::Action;
use super::dialogs::EXTENSION;
use super::pages::ImportAction;
use crate::import::ImportSource;

pub fn dropped(ctx: &egui::Context) -> Vec<Action> {
    let dropped = ctx.input(|it| it.raw.dropped_files.clone());
    let is_book = |it: &PathBuf| it.extension().is_some_and(|end| end == EXTENSION);
    let dropped = dropped.iter().map(|it| it.path().to_owned());
    let (books, lists): (Vec<PathBuf>, Vec<PathBuf>) = dropped.partition(is_book);
    let mut actions: Vec<Action> = books.into_iter().next().map(Action::Open).into_iter().collect();
    if !lists.is_empty() {
        actions.push(ImportAction::Start(ImportSource::Files(lists)).into());
    }
    actions
}

pub fn pasted(ctx: &egui::Context) -> Vec<Action> {
    if ctx.text_edit_focused() {
        return Vec::new();
    }
    let events = ctx.input(|it| it.events.clone());
    let texts = events.into_iter().filter_map(|event| {
        let egui::Event::Paste(text) = event else { return None };
        (!text.trim().is_empty()).then_some(text)
    });
    texts.map(|it| ImportAction::Start(ImportSource::Pasted(it)).into()).collect()
}
