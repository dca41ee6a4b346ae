//! The vocabulary: what the file is about. Pure values; no files, no clock, no window.

mod acceptance;
mod caseworker;
mod cell;
mod change;
mod change_block;
mod correction;
mod counts;
mod decimal;
mod delta;
mod edit;
mod edition;
mod entry;
mod episodes;
mod fact;
mod fact_kind;
mod figures;
mod former;
mod ids;
mod month;
mod period;
mod progress;
mod register;
mod rules;
mod settings;
mod snapshot;
mod unit;
mod unit_data;
mod waiting;
mod wording;

pub use self::acceptance::{Acceptance, Acceptances};
pub use self::caseworker::{
    Absence, AbsenceKind, CaseHolding, Caseworker, Identity, Presence, Terms,
};
pub use self::cell::{CellKey, Complexity, Counted};
pub use self::change::Change;
pub use self::change_block::{BlockError, BlockWriter, ChangeBlock};
pub use self::correction::{Correction, halves_affected};
pub use self::counts::{CaseCounts, CountKey};
pub use self::decimal::Thousandths;
pub use self::delta::Delta;
pub use self::edit::Edit;
pub use self::edition::{Edition, EditionFile, StoredFile};
pub use self::entry::{Entry, EntryHead, EntryKind, Source};
pub use self::episodes::{EpisodeKey, Episodes};
pub use self::fact::{Touched, net};
pub use self::fact_kind::FactKind;
pub use self::figures::{CaseCount, Split, UnitField, UnitFigures};
pub use self::former::Former;
pub use self::ids::{
    AbsenceId, CaseworkerId, CommitteeId, EditionId, EntryId, EventId, IdentityId, OfferId,
    TargetId, UnitId,
};
pub use self::month::{Day, FIRST_YEAR, HalfYear, LAST_YEAR, Month, Ymd};
pub use self::period::Period;
pub use self::progress::{Cancelled, Progress};
pub use self::register::{Committee, Event, EventKind, Target, TargetMetric};
pub use self::rules::{
    Barred, Figure, MOST_FIGURE, Places, Stretch, case_count, check_begun, latest_month, overlap,
    register_span,
};
pub use self::settings::{LANGUAGES, SettingKey, Settings};
pub use self::snapshot::{NewWords, Shared, Snapshot};
pub use self::unit::{CaseReporting, CountingUnit, Unit, UnitName, WaitingList};
pub use self::unit_data::UnitData;
pub use self::waiting::{Band, BandKind, Episode, Outcome};
pub use self::wording::{NAME_LENGTH, NOTE_LENGTH, WordingError, check_name, check_note, find_cpr};
