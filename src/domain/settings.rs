//! What a municipality can choose about how figures are read.

use super::Thousandths;

/// Names of settings, as stored. A setting that is not stored has its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SettingKey {
    StandardWeek,
    SuppressionThreshold,
    LeastMonths,
    DeadlineDay,
    Language,
    Municipality,
    Weights,
    WaitUnit,
    CaseworkerLabel,
    AcceptedRemarks,
}

/// What the setting `language` may say.
pub const LANGUAGES: [&str; 2] = ["da", "en"];

impl SettingKey {
    pub const ALL: [Self; 10] = [
        Self::StandardWeek,
        Self::SuppressionThreshold,
        Self::LeastMonths,
        Self::DeadlineDay,
        Self::Language,
        Self::Municipality,
        Self::Weights,
        Self::WaitUnit,
        Self::CaseworkerLabel,
        Self::AcceptedRemarks,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::StandardWeek => "standard_week",
            Self::SuppressionThreshold => "suppression_threshold",
            Self::LeastMonths => "least_months",
            Self::DeadlineDay => "deadline_day",
            Self::Language => "language",
            Self::Municipality => "municipality",
            Self::Weights => "weights",
            Self::WaitUnit => "wait_unit",
            Self::CaseworkerLabel => "caseworker_label",
            Self::AcceptedRemarks => "accepted_remarks",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Stored settings with defaults for the rest. Numbers are kept as whole thousandths or whole
/// numbers, in digits; `plan` refuses what cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings(std::collections::BTreeMap<SettingKey, String>);

impl Settings {
    pub fn get(&self, key: SettingKey) -> Option<&str> {
        self.0.get(&key).map(String::as_str)
    }

    pub fn set(&mut self, key: SettingKey, value: Option<String>) {
        match value {
            Some(value) => self.0.insert(key, value),
            None => self.0.remove(&key),
        };
    }

    pub fn iter(&self) -> impl Iterator<Item = (SettingKey, &str)> {
        self.0.iter().map(|(key, value)| (*key, value.as_str()))
    }

    /// Weekly hours of a full-time post; 37 unless set.
    pub fn standard_week(&self) -> Thousandths {
        Thousandths(self.number(SettingKey::StandardWeek).unwrap_or(37_000))
    }

    /// Counts from 1 to one less are hidden from committees; 5 unless set.
    pub fn suppression_threshold(&self) -> u32 {
        self.whole(SettingKey::SuppressionThreshold, 5)
    }

    /// Known months a half-year's mean needs; 4 unless set.
    pub fn least_months(&self) -> u32 {
        self.whole(SettingKey::LeastMonths, 4)
    }

    /// The day of the next month a reminder names; 5 unless set.
    pub fn deadline_day(&self) -> u32 {
        self.whole(SettingKey::DeadlineDay, 5)
    }

    /// Figures that were asked about and are right.
    pub fn acceptances(&self) -> super::Acceptances {
        super::Acceptances::parse(self.get(SettingKey::AcceptedRemarks).unwrap_or_default())
    }

    pub fn municipality(&self) -> &str {
        self.get(SettingKey::Municipality).unwrap_or_default()
    }

    /// Weights of simple, complex and very complex cases; 0.75, 1 and 1.5 unless set.
    pub fn weights(&self) -> [Thousandths; 3] {
        let default = [750, 1000, 1500];
        let stored = self.get(SettingKey::Weights).unwrap_or_default();
        let mut parts = stored.split(' ').map(str::parse::<i64>);
        default.map(|it| Thousandths(parts.next().and_then(Result::ok).unwrap_or(it)))
    }

    fn number(&self, key: SettingKey) -> Option<i64> {
        self.get(key)?.parse().ok()
    }

    fn whole(&self, key: SettingKey, default: u32) -> u32 {
        self.number(key).and_then(|it| u32::try_from(it).ok()).unwrap_or(default)
    }
}
