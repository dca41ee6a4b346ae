//! Why reading could not go on, and who is told how far it is.

/// Reading could not go on. What is wrong inside a file is not an error but part of its verdict.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("cannot read {name}")]
    Unreadable { name: String, source: std::io::Error },
    #[error("cancelled")]
    Cancelled,
}

/// Called with the bytes read so far; `false` gives up.
pub type Watch<'a> = dyn FnMut(u64) -> bool + 'a;
