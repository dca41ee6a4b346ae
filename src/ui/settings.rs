//! What the window remembers between runs. A missing, broken or unwritable file never stops the start.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

use serde::{Deserialize, Serialize};

use super::stored_draft::StoredDraft;
use crate::text::Lang;
use crate::view::{KeptTexts, TypedOverview};

/// Light, dark, or as the computer is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

impl ThemeChoice {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name in the keys of sentences and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    pub fn apply(self, ctx: &egui::Context) {
        ctx.set_theme(match self {
            Self::System => egui::ThemePreference::System,
            Self::Light => egui::ThemePreference::Light,
            Self::Dark => egui::ThemePreference::Dark,
        });
    }
}

/// Stored as JSON; what is left out has its default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowSettings {
    /// `da` or `en`.
    pub language: String,
    pub theme: ThemeChoice,
    pub page: String,
    /// `2026H1`; empty is the newest.
    pub half_year: String,
    pub width: f32,
    pub height: f32,
    pub zoom: f32,
    /// Newest first.
    pub recent: Vec<PathBuf>,
    /// Texts that were typed and not saved, by file.
    pub drafts: BTreeMap<String, Vec<StoredDraft>>,
    /// What was told of files of a form, newest first: the form, and the mapping as TOML.
    pub mappings: Vec<(String, String)>,
    /// What was typed for overviews, by file and half-year.
    pub overviews: BTreeMap<String, BTreeMap<String, TypedOverview>>,
    /// Texts of committees' cases, by the committee's code.
    pub case_texts: BTreeMap<String, KeptTexts>,
}

impl Default for WindowSettings {
    fn default() -> Self {
        Self {
            language: "da".to_owned(),
            theme: ThemeChoice::System,
            page: "overview".to_owned(),
            half_year: String::new(),
            width: 1280.0,
            height: 800.0,
            zoom: 1.0,
            recent: Vec::new(),
            drafts: BTreeMap::new(),
            mappings: Vec::new(),
            overviews: BTreeMap::new(),
            case_texts: BTreeMap::new(),
        }
    }
}

/// Files remembered.
const RECENT: usize = 8;
/// Mappings remembered.
const MAPPINGS: usize = 40;

impl WindowSettings {
    /// Puts a file first in the list of recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|it| it != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }

    /// Keeps what was told of files of a form.
    pub fn remember_mapping(&mut self, shape: &str, mapping: String) {
        self.mappings.retain(|it| it.0 != shape);
        self.mappings.insert(0, (shape.to_owned(), mapping));
        self.mappings.truncate(MAPPINGS);
    }

    pub fn lang(&self) -> Lang {
        Lang::parse(&self.language).unwrap_or_default()
    }

    pub fn mapping_of(&self, shape: &str) -> Option<&str> {
        self.mappings.iter().find(|it| it.0 == shape).map(|it| it.1.as_str())
    }
}

/// Where settings are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SettingsPlace {
    /// The user's folder for settings.
    #[default]
    User,
    File(PathBuf),
    /// Nothing is read or written.
    Nowhere,
}

impl SettingsPlace {
    fn path(&self) -> Option<PathBuf> {
        match self {
            Self::User => {
                let folders = directories::ProjectDirs::from("dk", "", "Sagstakt")?;
                Some(folders.config_dir().join("window.json"))
            }
            Self::File(path) => Some(path.clone()),
            Self::Nowhere => None,
        }
    }
}

/// Reads the settings; with them, why they could not be read.
fn read(path: &Path) -> (WindowSettings, Option<String>) {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return (WindowSettings::default(), None);
        }
        Err(error) => return (WindowSettings::default(), Some(error.to_string())),
    };
    match serde_json::from_str(&text) {
        Ok(settings) => (settings, None),
        Err(error) => (WindowSettings::default(), Some(error.to_string())),
    }
}

fn write(path: &Path, settings: &WindowSettings) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder)?;
    let file = tempfile::NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&file, settings)?;
    file.persist(path).map_err(|it| it.error)?;
    Ok(())
}

/// The settings, written on a thread of its own, so that no frame waits for the disk.
#[derive(Debug)]
pub struct SettingsKeeper {
    pub now: WindowSettings,
    /// Why they could not be read.
    pub unreadable: Option<String>,
    newer: Option<Sender<WindowSettings>>,
    problems: Receiver<String>,
    thread: Option<JoinHandle<()>>,
}

impl SettingsKeeper {
    pub fn start(place: &SettingsPlace) -> Self {
        let (newer, incoming) = channel::<WindowSettings>();
        let (outgoing, problems) = channel();
        let Some(path) = place.path() else {
            let now = WindowSettings::default();
            return Self { now, unreadable: None, newer: None, problems, thread: None };
        };
        let (now, unreadable) = read(&path);
        let thread = Builder::new().name("settings".to_owned()).spawn(move || {
            for settings in incoming {
                let problem = write(&path, &settings).err();
                if let Some(problem) = problem
                    && outgoing.send(problem.to_string()).is_err()
                {
                    break;
                }
            }
        });
        Self { now, unreadable, newer: Some(newer), problems, thread: thread.ok() }
    }

    /// Writes them as they are now.
    pub fn keep(&self) {
        if let Some(newer) = &self.newer {
            // A thread that is gone has said why already; settings are never worth more than that.
            drop(newer.send(self.now.clone()));
        }
    }

    /// Why settings could not be written.
    pub fn problem(&self) -> Option<String> {
        self.problems.try_recv().ok()
    }
}

impl Drop for SettingsKeeper {
    fn drop(&mut self) {
        drop(self.newer.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_kept() {
        let folder = tempfile::tempdir().unwrap();
        let place = SettingsPlace::File(folder.path().join("new").join("window.json"));
        let mut keeper = SettingsKeeper::start(&place);
        assert_eq!((&keeper.now, &keeper.unreadable), (&WindowSettings::default(), &None));
        keeper.now.remember(Path::new("a.sagstakt"));
        keeper.now.theme = ThemeChoice::Dark;
        keeper.keep();
        let settings = keeper.now.clone();
        drop(keeper);
        assert_eq!(SettingsKeeper::start(&place).now, settings);
    }

    #[test]
    fn broken_settings_give_the_defaults_and_a_reason() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        std::fs::write(&path, "{\"theme\": 7").unwrap();
        let keeper = SettingsKeeper::start(&SettingsPlace::File(path));
        assert_eq!(keeper.now, WindowSettings::default());
        assert!(keeper.unreadable.is_some());
    }

    #[test]
    fn settings_from_an_older_version_keep_what_they_have() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("window.json");
        std::fs::write(&path, "{\"language\": \"en\", \"unknown\": 1}").unwrap();
        let keeper = SettingsKeeper::start(&SettingsPlace::File(path));
        assert_eq!((keeper.now.language.as_str(), &keeper.unreadable), ("en", &None));
    }

    #[test]
    fn the_newest_file_is_first_and_stands_once() {
        let mut settings = WindowSettings::default();
        for name in ["a", "b", "a"] {
            settings.remember(Path::new(name));
        }
        assert_eq!(settings.recent, [Path::new("a"), Path::new("b")]);
    }
}
