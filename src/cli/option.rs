//! The options of the verbs: those that several take stand here, the others in their verb's row.

/// An option as it is parsed and as the help shows it.
#[derive(Debug)]
pub struct Opt {
    pub name: &'static str,
    /// An example of what follows it; `None` where nothing does.
    pub value: Option<&'static str>,
    /// Its sentence in the help, in the family `option-`; its name where it means the same for every verb.
    pub about: &'static str,
}

impl Opt {
    pub const fn flag(name: &'static str) -> Self {
        Self { name, value: None, about: name }
    }

    pub const fn with(name: &'static str, value: &'static str) -> Self {
        Self { name, value: Some(value), about: name }
    }

    #[must_use]
    pub const fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }
}

/// Understood by every verb.
pub const EVERYWHERE: [Opt; 3] = [Opt::with("lang", "en"), Opt::flag("json"), Opt::flag("help")];

pub const DB: Opt = Opt::with("db", "bog.sagstakt");
pub const UNIT: Opt = Opt::with("unit", "FTI");
pub const HALF: Opt = Opt::with("half", "2026H1");
pub const MONTH: Opt = Opt::with("month", "2026-09");
pub const CASEWORKER: Opt = Opt::with("caseworker", "AB");
pub const REASON: Opt = Opt::with("reason", "Optalt");
pub const WAIT: Opt = Opt::with("wait", "30");
pub const TAKE_OVER: Opt = Opt::flag("take-over");
pub const COMMITTEE: Opt = Opt::with("committee", "SB");
pub const MEETING: Opt = Opt::with("meeting", "2026-10-12");
pub const CASE_NUMBER: Opt = Opt::with("case-number", "22/6043");
pub const ASSESSMENTS: Opt = Opt::with("assessments", "F.toml");
pub const ORDER: Opt = Opt::with("order", "case");
pub const DIALECT: Opt = Opt::with("dialect", "plain");
pub const PROFILE: Opt = Opt::with("profile", "committee");
pub const PAGE: Opt = Opt::with("page", "entry");
pub const THEME: Opt = Opt::with("theme", "dark");
pub const SIZE: Opt = Opt::with("size", "1280x800");
