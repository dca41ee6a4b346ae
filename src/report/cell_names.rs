//! The names of counts in files: `started_band2:FH:2025H2`, `waiting:FTI:2025-12`, `withdrawn:I alt:2025H2`.

use std::collections::BTreeMap;

use crate::domain::{BandKind, CountingUnit, HalfYear, Month, UnitId};
use crate::measure::Key;
use crate::measure::suppression::{CellId, What, Whose};

/// What units are called in a file, both ways.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellNames {
    codes: BTreeMap<UnitId, String>,
    /// Counting units that have totals, and what those are called.
    totals: Vec<(CountingUnit, String)>,
}

impl CellNames {
    pub fn new(
        codes: impl IntoIterator<Item = (UnitId, String)>,
        totals: Vec<(CountingUnit, String)>,
    ) -> Self {
        Self { codes: codes.into_iter().collect(), totals }
    }

    pub fn whose(&self, whose: Whose) -> String {
        match whose {
            Whose::Unit(unit) => self.codes.get(&unit).cloned().unwrap_or_default(),
            Whose::All(counts) => {
                let found = self.totals.iter().find(|it| it.0 == counts);
                found.map_or_else(String::new, |it| it.1.clone())
            }
        }
    }

    pub fn name(&self, id: &CellId) -> String {
        let what = match id.what {
            What::Figure(key) => key.name().to_owned(),
            What::Band(BandKind::Started, place) => format!("started_band{place}"),
            What::Band(BandKind::Waiting, place) => format!("waiting_band{place}"),
        };
        let when = match id.what {
            What::Figure(Key::Waiting) => id.half.last_month().to_string(),
            What::Figure(_) | What::Band(..) => id.half.to_string(),
        };
        let version = if id.version == 0 { String::new() } else { format!("@{}", id.version + 1) };
        format!("{what}:{}:{when}{version}", self.whose(id.whose))
    }

    /// The count with this name; `None` for a name that is none of ours.
    pub fn parse(&self, name: &str) -> Option<CellId> {
        let (name, version) = match name.rsplit_once('@') {
            Some((name, version)) => (name, version.parse::<u32>().ok()?.checked_sub(1)?),
            None => (name, 0),
        };
        let (what, rest) = name.split_once(':')?;
        let (whose, when) = rest.rsplit_once(':')?;
        let what = match what.split_once("_band") {
            Some(("started", place)) => What::Band(BandKind::Started, place.parse().ok()?),
            Some(("waiting", place)) => What::Band(BandKind::Waiting, place.parse().ok()?),
            Some(_) => return None,
            None => What::Figure(Key::from_name(what)?),
        };
        let half = match HalfYear::parse(when) {
            Some(half) => half,
            None => Month::parse_iso(when)?.half_year(),
        };
        let unit = self.codes.iter().find(|it| it.1 == whose).map(|it| Whose::Unit(*it.0));
        let total = self.totals.iter().find(|it| it.1 == whose);
        let whose = unit.or_else(|| total.map(|it| Whose::All(it.0)))?;
        Some(CellId { half, what, whose, version })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_shared_tables_and_are_read_back() {
        let codes = [(UnitId(2), "FH".to_owned()), (UnitId(3), "A:B".to_owned())];
        let names = CellNames::new(codes, vec![(CountingUnit::Family, "I alt".to_owned())]);
        for name in [
            "started_band2:FH:2025H2",
            "waiting:FH:2025-12",
            "withdrawn:I alt:2025H2",
            "cases:A:B:2025H1@2",
        ] {
            let id = names.parse(name).unwrap();
            assert_eq!(names.name(&id), name);
        }
        assert_eq!(names.parse("cases:XX:2025H1"), None);
        assert_eq!(names.parse("nonsense"), None);
    }
}
