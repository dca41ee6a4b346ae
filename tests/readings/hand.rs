//! A small book made by hand, for one question at a time.

use std::sync::Arc;

use sagstakt::domain::{
    Absence, AbsenceId, AbsenceKind, Band, BandKind, CaseCount, CaseHolding, CaseReporting,
    Caseworker, CaseworkerId, CountingUnit, Day, EpisodeKey, Event, EventId, EventKind, IdentityId,
    Month, OfferId, Outcome, Period, Presence, Snapshot, Target, TargetId, TargetMetric, Terms,
    Thousandths, Unit, UnitData, UnitField, UnitId, UnitName, WaitingList,
};
use sagstakt::measure::{Changes, Figure, Key, Ratio, UnitMeasure};

pub fn month(text: &str) -> Month {
    Month::parse_iso(text).unwrap()
}

pub fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

pub fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

pub fn ratio(numerator: i128, denominator: i128) -> Option<Ratio> {
    Ratio::new(numerator, denominator)
}

/// One unit in the making, and what it shares with others.
pub struct Desk {
    pub data: UnitData,
    pub snapshot: Snapshot,
}

impl Desk {
    /// A unit since 2020 with caseworkers.
    pub fn of_caseworkers() -> Self {
        Self::new(CaseReporting::ByCaseworker, WaitingList::None)
    }

    /// A unit since 2020 with a waiting list, whose register runs from `from`.
    pub fn of_waiting_list(from: Option<&str>) -> Self {
        let kept = WaitingList::Kept { register_from: from.map(month), register_through: None };
        Self::new(CaseReporting::ByUnit, kept)
    }

    fn new(case_reporting: CaseReporting, waiting_list: WaitingList) -> Self {
        let unit = Unit {
            code: "ENH".to_owned(),
            counts: CountingUnit::Family,
            case_reporting,
            waiting_list,
            names: vec![UnitName { name: "Enheden".to_owned(), from: month("2020-01"), to: None }],
        };
        Self { data: UnitData::new(UnitId(1), unit), snapshot: Snapshot::default() }
    }

    /// A full-time caseworker since 2020, except that the presence is given.
    pub fn caseworker(&mut self, id: u32, presences: &[(&str, Option<&str>)]) -> &mut Self {
        let presence = |(from, to): &(&str, Option<&str>)| Presence {
            from: month(from),
            to: to.map(month),
            case_holding: CaseHolding::Yes,
        };
        let caseworker = Caseworker {
            unit: self.data.id,
            identity: IdentityId(id),
            presences: presences.iter().map(presence).collect(),
        };
        self.data.caseworkers.insert(CaseworkerId(id), caseworker);
        self
    }

    pub fn hours(&mut self, id: u32, from: &str, thousandths: i64) -> &mut Self {
        let terms = Terms { weekly_hours: Thousandths(thousandths), weight: Thousandths::ONE };
        self.data.employments.insert((CaseworkerId(id), month(from)), terms);
        self
    }

    /// Someone who is there all the time, full time.
    pub fn full_time(&mut self, id: u32) -> &mut Self {
        self.caseworker(id, &[("2020-01", None)]).hours(id, "2020-01", 37_000)
    }

    pub fn away(&mut self, id: u32, from: &str, to: Option<&str>) -> &mut Self {
        let absence = Absence {
            caseworker: CaseworkerId(id),
            from: day(from),
            to: to.map(day),
            kind: AbsenceKind::Leave,
        };
        let next = AbsenceId(u32::try_from(self.data.absences.len()).unwrap());
        self.data.absences.insert(next, absence);
        self
    }

    pub fn cases(&mut self, at: &str, id: u32, cases: u32) -> &mut Self {
        let count = CaseCount { cases, split: None };
        let counts = Arc::make_mut(&mut self.data.counts);
        counts.set((month(at), CaseworkerId(id)), Some(count));
        self
    }

    pub fn typed(&mut self, at: &str, field: UnitField, value: i64) -> &mut Self {
        let figures = self.data.figures.entry(month(at)).or_default();
        figures.set(field, Some(value));
        self
    }

    /// Bands from week 0 with these upper edges, the last one open.
    pub fn bands(&mut self, at: &str, kind: BandKind, edges: &[u32], counts: &[u32]) -> &mut Self {
        let lower = std::iter::once(0).chain(edges.iter().copied());
        let upper = edges.iter().copied().map(Some).chain([None]);
        let bands = lower.zip(upper).zip(counts).map(|((from_week, to_week), count)| Band {
            from_week,
            to_week,
            count: *count,
        });
        self.data.bands.insert((month(at), kind), bands.collect());
        self
    }

    pub fn episode(&mut self, approved: &str, outcome: Outcome) -> &mut Self {
        let episodes = Arc::make_mut(&mut self.data.episodes);
        let reference = format!("E{:04}", episodes.len());
        let key = EpisodeKey { reference, offer: OfferId(0), approved: day(approved) };
        episodes.set(&key, Some(outcome));
        self
    }

    pub fn started(&mut self, approved: &str, started: &str) -> &mut Self {
        self.episode(approved, Outcome::Started(day(started)))
    }

    /// A target for every unit.
    pub fn target(&mut self, metric: TargetMetric, upper: i64, from: &str) -> &mut Self {
        self.target_of(None, metric, upper, from)
    }

    pub fn own_target(&mut self, metric: TargetMetric, upper: i64, from: &str) -> &mut Self {
        self.target_of(Some(self.data.id), metric, upper, from)
    }

    fn target_of(
        &mut self,
        unit: Option<UnitId>,
        metric: TargetMetric,
        upper: i64,
        from: &str,
    ) -> &mut Self {
        let target = Target {
            metric,
            unit,
            lower: None,
            upper: Some(Thousandths::whole(upper)),
            valid_from: day(from),
            source: String::new(),
        };
        let shared = Arc::make_mut(&mut self.snapshot.shared);
        let next = TargetId(u32::try_from(shared.targets.len()).unwrap());
        shared.targets.insert(next, target);
        self
    }

    pub fn event(&mut self, at: &str, kind: EventKind) -> &mut Self {
        let event = Event { day: day(at), unit: None, title: "Omlægning".to_owned(), kind };
        let shared = Arc::make_mut(&mut self.snapshot.shared);
        let next = EventId(u32::try_from(shared.events.len()).unwrap());
        shared.events.insert(next, event);
        self
    }

    pub fn snapshot(&self) -> Snapshot {
        let mut snapshot = self.snapshot.clone();
        snapshot.insert_unit(self.data.clone());
        snapshot
    }

    #[track_caller]
    pub fn figure(&self, key: Key, at: &str) -> Figure {
        let snapshot = self.snapshot();
        let measure = UnitMeasure::new(&snapshot, snapshot.unit(self.data.id).unwrap());
        let figure = measure.figure(key, period(at));
        let all = measure.figures(period(at));
        assert_eq!(figure.as_ref(), all.get(key), "one figure is as all figures");
        figure.unwrap()
    }

    pub fn changes(&self, key: Key, at: &str) -> Changes {
        let snapshot = self.snapshot();
        let measure = UnitMeasure::new(&snapshot, snapshot.unit(self.data.id).unwrap());
        let at = period(at);
        let figures = [at, at.same_last_year(), at.previous()].map(|it| measure.figures(it));
        let changes = measure.changes(at, &figures[0], &figures[1], &figures[2]);
        changes.into_iter().find(|it| it.0 == key).unwrap().1
    }
}
