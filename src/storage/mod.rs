//! The file. The only room with SQL: opening, loading, committing, checking and copying a book.

mod backup;
mod case_halves;
mod check;
mod connect;
mod digest;
mod edition_files;
mod error;
mod fact_hash;
mod header;
mod journal;
mod lease;
mod load;
mod load_registers;
mod migrate;
mod place;
mod rows;
mod scan;
mod store;
mod write;

pub use self::backup::{copy_to, is_of_this_version, restore_over, verify};
pub use self::check::{CheckReport, Finding};
pub use self::edition_files::content_hash;
pub use self::error::{Holder, StoreError, StoreResult, Strange};
pub use self::lease::{
    Asked, BEAT, Lease, LeaseRequest, SILENCE, Sighting, holder_of, seen_elsewhere,
};
pub use self::load::Halves;
pub use self::migrate::newest_version;
pub use self::store::{Committed, NewEntry, Store, Unfinished};
