//! What the tables, their columns and the words in them are called in files: Danish for people, English for machines.

use crate::book::draft::{CellName, Column, Table};
use crate::domain::{
    AbsenceKind, BandKind, CaseHolding, CaseReporting, CountingUnit, EventKind, TargetMetric,
    UnitField,
};

/// The two ways of writing the same tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dialect {
    /// Semicolon, decimal comma, Danish words.
    Danish,
    /// Comma, decimal point, English words.
    Plain,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Needed,
    /// May be left out; then it is blank.
    Optional,
}

/// A column as files name it.
#[derive(Debug)]
pub struct ColumnName {
    pub column: Column,
    pub need: Need,
    pub danish: &'static str,
    pub plain: &'static str,
    /// Also understood.
    pub also: &'static [&'static str],
}

impl ColumnName {
    pub const fn name(&self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Danish => self.danish,
            Dialect::Plain => self.plain,
        }
    }
}

/// A table as files name it.
#[derive(Debug)]
pub struct TableName {
    pub table: Table,
    pub danish: &'static str,
    pub plain: &'static str,
    pub columns: &'static [ColumnName],
}

impl TableName {
    pub const fn file(&self, dialect: Dialect) -> &'static str {
        match dialect {
            Dialect::Danish => self.danish,
            Dialect::Plain => self.plain,
        }
    }
}

const fn needed(column: Column, danish: &'static str, plain: &'static str) -> ColumnName {
    let need = Need::Needed;
    ColumnName { column, need, danish, plain, also: &[] }
}

const fn optional(column: Column, danish: &'static str, plain: &'static str) -> ColumnName {
    let need = Need::Optional;
    ColumnName { column, need, danish, plain, also: &[] }
}

const fn or(mut name: ColumnName, also: &'static [&'static str]) -> ColumnName {
    name.also = also;
    name
}

use Column as C;

const UNIT: ColumnName = needed(C::Unit, "Enhed", "unit");
const MONTH: ColumnName = needed(C::Month, "Måned", "month");
const CASEWORKER: ColumnName =
    or(needed(C::Initials, "Rådgiver", "caseworker"), &["Medarbejder", "Initialer"]);
const FROM: ColumnName = needed(C::From, "Gyldig fra", "valid_from");
const TO: ColumnName = optional(C::To, "Gyldig til", "valid_to");

/// Every table, in the order they lean on each other.
#[rustfmt::skip]
pub const TABLES: &[TableName] = &[
    TableName { table: Table::Units, danish: "enheder.csv", plain: "units.csv", columns: &[
        needed(C::Code, "Kode", "code"),
        needed(C::Name, "Navn", "name"),
        needed(C::CountingUnit, "Tælleenhed", "counting_unit"),
        needed(C::HasCaseworkers, "Rådgivere", "caseworkers"),
        needed(C::HasWaitingList, "Venteliste", "waiting_list"),
        FROM,
        TO,
        optional(C::RegisterFrom, "Register fra", "register_from"),
        optional(C::RegisterThrough, "Register til", "register_through"),
    ] },
    TableName { table: Table::Caseworkers, danish: "raadgivere.csv", plain: "caseworkers.csv", columns: &[
        UNIT,
        needed(C::Initials, "Initialer", "initials"),
        optional(C::Name, "Navn", "name"),
        needed(C::CaseHolding, "Sagsbærende", "case_holding"),
        FROM,
        TO,
    ] },
    TableName { table: Table::Employments, danish: "ansaettelser.csv", plain: "employments.csv", columns: &[
        UNIT,
        CASEWORKER,
        needed(C::From, "Fra måned", "from_month"),
        needed(C::WeeklyHours, "Timer pr. uge", "weekly_hours"),
        optional(C::Weight, "Vægt", "weight"),
    ] },
    TableName { table: Table::Absences, danish: "fravaer.csv", plain: "absences.csv", columns: &[
        UNIT,
        CASEWORKER,
        needed(C::From, "Fra", "from"),
        optional(C::To, "Til", "to"),
        needed(C::Kind, "Art", "kind"),
    ] },
    TableName { table: Table::Counts, danish: "sagstal.csv", plain: "case_counts.csv", columns: &[
        MONTH,
        UNIT,
        CASEWORKER,
        needed(C::Cases, "Sager", "cases"),
        optional(C::Simple, "Enkle", "simple"),
        optional(C::Complex, "Komplekse", "complex"),
        optional(C::VeryComplex, "Meget komplekse", "very_complex"),
        optional(C::Unused, "Ventetid (dage)", "wait_days"),
    ] },
    TableName { table: Table::Figures, danish: "enhedstal.csv", plain: "unit_figures.csv", columns: &[
        MONTH,
        UNIT,
        optional(C::Cases, "Sager", "cases"),
        optional(C::Unallocated, "Ufordelte", "unallocated"),
        optional(C::Opened, "Tilgang", "opened"),
        optional(C::Closed, "Afgang", "closed"),
        optional(C::NetTransferred, "Nettoflytning", "net_transferred"),
        optional(C::Waiting, "Ventende", "waiting"),
        optional(C::Started, "Påbegyndte", "started"),
        optional(C::Withdrawn, "Frafald", "withdrawn"),
        optional(C::WaitStartedMean, "Ventetid påbegyndte (dage)", "wait_started_mean_days"),
        optional(C::WaitSoFarMean, "Ventet indtil nu (dage)", "wait_so_far_mean_days"),
        optional(C::WaitLongest, "Længste ventetid (dage)", "wait_longest_days"),
    ] },
    TableName { table: Table::Bands, danish: "ventebaand.csv", plain: "wait_bands.csv", columns: &[
        MONTH,
        UNIT,
        needed(C::Kind, "Opgørelse", "kind"),
        needed(C::FromWeek, "Fra uge", "from_week"),
        needed(C::ToWeek, "Til uge", "to_week"),
        needed(C::Count, "Antal", "count"),
    ] },
    TableName { table: Table::Episodes, danish: "venteliste.csv", plain: "waiting_list.csv", columns: &[
        UNIT,
        or(needed(C::Reference, "Løbenr", "reference"), &["Løbenummer", "Lb.nr.", "Nr.", "Nr", "Sagsnr.", "Sagsnr", "Familienr.", "Familienr"]),
        or(optional(C::Offer, "Indsats", "offer"), &["Ydelse"]),
        or(needed(C::Approved, "Visiteret", "approved_on"), &["Visiteret den", "Visiteret dato", "Visitationsdato", "Visitation"]),
        or(needed(C::Started, "Påbegyndt", "started_on"), &["Påbegyndt den", "Påbegyndelsesdato", "Opstart", "Opstartet", "Opstartsdato", "Startdato", "Startet"]),
        or(needed(C::Withdrawn, "Frafald", "withdrawn_on"), &["Frafaldet", "Frafaldet den", "Frafaldsdato", "Afmeldt"]),
    ] },
    TableName { table: Table::Targets, danish: "maaltal.csv", plain: "targets.csv", columns: &[
        needed(C::Metric, "Måltal", "metric"),
        UNIT,
        needed(C::Lower, "Nedre", "lower"),
        needed(C::Upper, "Øvre", "upper"),
        needed(C::MeasuredIn, "Måleenhed", "measured_in"),
        FROM,
        optional(C::Source, "Kilde", "source"),
    ] },
    TableName { table: Table::Events, danish: "haendelser.csv", plain: "events.csv", columns: &[
        needed(C::Day, "Dato", "date"),
        UNIT,
        needed(C::Title, "Titel", "title"),
        needed(C::SeriesBreak, "Databrud", "series_break"),
    ] },
    TableName { table: Table::Committees, danish: "udvalg.csv", plain: "committees.csv", columns: &[
        needed(C::Code, "Kode", "code"),
        needed(C::Name, "Navn", "name"),
        FROM,
        TO,
    ] },
    TableName { table: Table::Settings, danish: "indstillinger.csv", plain: "settings.csv", columns: &[
        needed(C::Name, "Navn", "name"),
        needed(C::Value, "Værdi", "value"),
    ] },
    TableName { table: Table::Corrections, danish: "rettelser.csv", plain: "corrections.csv", columns: &[
        needed(C::CorrectedOn, "Rettet den", "corrected_on"),
        MONTH,
        UNIT,
        CASEWORKER,
        needed(C::Field, "Felt", "field"),
        needed(C::Before, "Før", "before"),
        needed(C::After, "Efter", "after"),
        needed(C::Reason, "Begrundelse", "reason"),
    ] },
];

pub fn table_name(table: Table) -> Option<&'static TableName> {
    TABLES.iter().find(|it| it.table == table)
}

/// A word with its value, Danish and plain.
pub type Choice<T> = (T, &'static str, &'static str);

pub const YES_NO: &[Choice<bool>] = &[(true, "Ja", "yes"), (false, "Nej", "no")];
pub const CASE_REPORTING: &[Choice<CaseReporting>] =
    &[(CaseReporting::ByCaseworker, "Ja", "yes"), (CaseReporting::ByUnit, "Nej", "no")];
pub const CASE_HOLDING: &[Choice<CaseHolding>] =
    &[(CaseHolding::Yes, "Ja", "yes"), (CaseHolding::No, "Nej", "no")];
pub const EVENT_KINDS: &[Choice<EventKind>] =
    &[(EventKind::SeriesBreak, "Ja", "yes"), (EventKind::Event, "Nej", "no")];
pub const COUNTING_UNITS: &[Choice<CountingUnit>] = &[
    (CountingUnit::Child, "barn", "child"),
    (CountingUnit::Family, "familie", "family"),
    (CountingUnit::Citizen, "borger", "citizen"),
];
pub const ABSENCE_KINDS: &[Choice<AbsenceKind>] = &[
    (AbsenceKind::Leave, "Orlov", "leave"),
    (AbsenceKind::LongTermSick, "Langtidssygdom", "long_term_sick"),
];
pub const BAND_KINDS: &[Choice<BandKind>] =
    &[(BandKind::Started, "påbegyndte", "started"), (BandKind::Waiting, "ventende", "waiting")];
pub const METRICS: &[Choice<TargetMetric>] = &[
    (TargetMetric::Caseload, "Sager pr. rådgiver", "caseload"),
    (TargetMetric::Wait, "Ventetid", "wait"),
];

/// What a target is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasuredIn {
    CasesPerPost,
    Days,
    Weeks,
}

pub const MEASURES: &[Choice<MeasuredIn>] = &[
    (MeasuredIn::CasesPerPost, "sager pr. årsværk", "cases per fte"),
    (MeasuredIn::Days, "dage", "days"),
    (MeasuredIn::Weeks, "uger", "weeks"),
];

/// The figures a correction can name, as their columns are called.
#[rustfmt::skip]
pub const FIELDS: &[Choice<CellName>] = &[
    (CellName::Cases, "Sager", "cases"),
    (CellName::Simple, "Enkle", "simple"),
    (CellName::Complex, "Komplekse", "complex"),
    (CellName::VeryComplex, "Meget komplekse", "very_complex"),
    (CellName::Unit(UnitField::Unallocated), "Ufordelte", "unallocated"),
    (CellName::Unit(UnitField::Opened), "Tilgang", "opened"),
    (CellName::Unit(UnitField::Closed), "Afgang", "closed"),
    (CellName::Unit(UnitField::NetTransferred), "Nettoflytning", "net_transferred"),
    (CellName::Unit(UnitField::Waiting), "Ventende", "waiting"),
    (CellName::Unit(UnitField::Started), "Påbegyndte", "started"),
    (CellName::Unit(UnitField::Withdrawn), "Frafald", "withdrawn"),
    (CellName::Unit(UnitField::WaitStartedMean), "Ventetid påbegyndte (dage)", "wait_started_mean_days"),
    (CellName::Unit(UnitField::WaitSoFarMean), "Ventet indtil nu (dage)", "wait_so_far_mean_days"),
    (CellName::Unit(UnitField::WaitLongest), "Længste ventetid (dage)", "wait_longest_days"),
];

/// First words of rows that sum up others; never a unit or a person.
pub const TOTALS: &[&str] = &[
    "i alt",
    "ialt",
    "total",
    "sum",
    "gennemsnit",
    "gns.",
    "gns",
    "hele året",
    "1. halvår",
    "2. halvår",
    "subtotal",
];
