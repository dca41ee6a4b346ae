//! Why a file could not be written.

use crate::domain::Cancelled;

/// Writing could not go on.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("cannot write the export")]
    Unwritable(#[from] std::io::Error),
}

/// A document could not be written in one of its forms.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    #[error("cannot lay out the document: {0}")]
    Typesetting(String),
    #[error("cannot build the file")]
    Unwritable(#[from] std::io::Error),
    #[error("cancelled")]
    Cancelled,
}

impl From<Cancelled> for DocumentError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}
