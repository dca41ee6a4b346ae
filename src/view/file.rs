//! The file as a screen: where it lies, who may write in it, its backups, and what is new in the program.

use std::path::{Path, PathBuf};

use super::Access;
use super::shell::access;
use crate::book::KeptBackup;
use crate::text::{Lang, dates, news, tr, tr_with};

/// A backup as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupRow {
    pub path: PathBuf,
    /// `24. november 2026 kl. 09.12`.
    pub at: String,
    pub size: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileModel {
    pub path: String,
    pub access: String,
    /// The word on the button; `None` where nobody can be taken over from.
    pub take_over: Option<String>,
    pub backups: Vec<BackupRow>,
    /// Instead of a list without rows.
    pub empty: String,
    /// What is asked before a backup is put back: its row, and the words.
    pub asked: Option<(PathBuf, String)>,
    pub news: Vec<String>,
}

const KILOBYTE: u64 = 1024;

pub fn file_model(
    lang: Lang,
    path: &Path,
    held: &Access,
    backups: &[KeptBackup],
    asked: Option<&Path>,
) -> FileModel {
    let row = |backup: &KeptBackup| BackupRow {
        path: backup.path.clone(),
        at: dates::moment(lang, backup.at),
        size: tr_with(
            lang,
            "file-kilobytes",
            &[("n", backup.bytes.div_ceil(KILOBYTE).to_string().into())],
        ),
    };
    let rows: Vec<BackupRow> = backups.iter().map(row).collect();
    let asked = rows.iter().find(|it| Some(it.path.as_path()) == asked);
    let asked = asked.map(|row| {
        (row.path.clone(), tr_with(lang, "file-restore-lead", &[("at", (&row.at).into())]))
    });
    FileModel {
        path: path.display().to_string(),
        access: access(lang, held),
        take_over: matches!(held, Access::Silent { .. }).then(|| tr(lang, "ui-take-over")),
        backups: rows,
        empty: tr(lang, "file-no-backups"),
        asked,
        news: news::newest(),
    }
}
