//! Issued editions: what was printed, frozen.

use serde::{Deserialize, Serialize};

use super::{CommitteeId, Day, EditionId, HalfYear, UnitId};

/// An issued overview: numbered per half-year and committee, its figures frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub half_year: HalfYear,
    pub number: u32,
    pub committee: CommitteeId,
    pub meeting: Day,
    pub case_number: String,
    /// Unit and the head's professional assessment, as issued.
    pub assessments: Vec<(UnitId, String)>,
    /// Milliseconds since 1 January 1970, UTC.
    pub issued_at: i64,
    /// Who issued it.
    #[serde(default)]
    pub issued_by: String,
    /// The newest entry its figures rest on.
    #[serde(default)]
    pub as_of: u64,
    /// The printed figures as JSON, exactly as issued.
    pub frozen: Box<str>,
    /// The written files, whose bytes lie beside.
    #[serde(default)]
    pub files: Vec<EditionFile>,
    /// Why it was withdrawn, when it was.
    pub withdrawn: Option<String>,
}

/// A written file of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionFile {
    pub name: String,
    pub media_type: String,
    pub length: u64,
    /// Of its bytes.
    pub hash: u64,
}

/// The bytes of a file, on their way into the book with the edition they belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    pub edition: EditionId,
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Edition {
    pub const fn stands(&self) -> bool {
        self.withdrawn.is_none()
    }
}
