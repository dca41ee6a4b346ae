//! The start page: the three ways in, files used before, and what went wrong on the way.

use std::path::PathBuf;

use crate::text::{Lang, tr, tr_with};
use crate::trends::Tone;

/// A file used before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentFile {
    pub path: PathBuf,
    pub name: String,
    pub folder: String,
}

/// A message that stays until it is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub tone: Tone,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartModel {
    pub title: String,
    pub lead: String,
    pub recent_title: String,
    pub recent: Vec<RecentFile>,
    /// Instead of a list without files.
    pub recent_empty: String,
    pub notices: Vec<Notice>,
    /// While a file is being opened or made: there is nothing else to do.
    pub opening: Option<String>,
}

pub fn start_model(
    lang: Lang,
    recent: &[PathBuf],
    notices: &[Notice],
    opening: Option<&str>,
) -> StartModel {
    let name = |path: &PathBuf| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
    };
    let folder = |path: &PathBuf| {
        let folder = path.parent().map(|it| it.to_string_lossy().into_owned());
        folder.unwrap_or_default()
    };
    StartModel {
        title: tr(lang, "app-name"),
        lead: tr(lang, "ui-start-lead"),
        recent_title: tr(lang, "ui-start-recent"),
        recent: recent
            .iter()
            .map(|it| RecentFile { path: it.clone(), name: name(it), folder: folder(it) })
            .collect(),
        recent_empty: tr(lang, "ui-start-recent-empty"),
        notices: notices.to_vec(),
        opening: opening.map(|it| tr_with(lang, "ui-opening", &[("file", it.into())])),
    }
}
