//! A chart of each kind with figures made up for the test.

use sagstakt::chart::{
    At, Chart, ChartKind, Mark, Point, PointRole, Rule, RuleKind, Series, TargetBand, kinds,
};
use sagstakt::domain::{Day, EventKind, HalfYear, Month};
use sagstakt::text::{Lang, number};

/// What the figures are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    Plain,
    Gaps,
    OnePoint,
    /// Values from 0 to 1.
    Small,
    /// Values from 0 to 100,000.
    Large,
    /// Names of 80 characters.
    LongNames,
}

impl Case {
    pub const ALL: [Self; 6] =
        [Self::Plain, Self::Gaps, Self::OnePoint, Self::Small, Self::Large, Self::LongNames];

    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Gaps => "gaps",
            Self::OnePoint => "one-point",
            Self::Small => "small",
            Self::Large => "large",
            Self::LongNames => "long-names",
        }
    }

    fn scaled(self, share: f64) -> f64 {
        match self {
            Self::Plain | Self::Gaps | Self::OnePoint | Self::LongNames => 20.0 + 25.0 * share,
            Self::Small => share,
            Self::Large => 100_000.0 * share,
        }
    }

    fn named(self, name: &str) -> String {
        if self != Self::LongNames {
            return name.to_owned();
        }
        let long = format!(
            "{name} med et navn på firs bogstaver, sådan som æøå-enheder nu engang kan hedde i kommunen"
        );
        long.chars().take(80).collect()
    }
}

pub const KINDS: [(&str, &ChartKind); 11] = [
    ("run", kinds::LINE),
    ("xmr", kinds::LINE),
    ("lines", kinds::LINE),
    ("bars", kinds::BARS),
    ("half-years", kinds::HALF_YEARS),
    ("flow", kinds::FLOW),
    ("flow-list", kinds::FLOW),
    ("week-bands", kinds::WEEK_BANDS),
    ("strip", kinds::STRIP),
    ("heat", kinds::HEAT),
    ("panels", kinds::PANELS),
];

const FIRST: &str = "2023-11";

fn month(place: usize) -> Month {
    Month::parse_iso(FIRST).unwrap().plus(i32::try_from(place).unwrap())
}

/// Between 0 and 1, both reached, the same every time.
fn share(series: usize, place: usize) -> f64 {
    match (series, place) {
        (0, 3) => 1.0,
        (0, 7) => 0.0,
        _ => {
            let number = |it: usize| u32::try_from(it).unwrap();
            let state = (number(place) + 1).wrapping_mul(2_654_435_761) ^ (number(series) * 40_503);
            f64::from(state.wrapping_mul(747_796_405) >> 16) / 65_536.0
        }
    }
}

struct Maker {
    case: Case,
    lang: Lang,
}

impl Maker {
    fn point(&self, at: At, series: usize, place: usize) -> Point {
        let is_gap = self.case == Case::Gaps && (place % 7 == 4 || place == 12 || place == 13);
        let value = (!is_gap).then(|| self.case.scaled(share(series, place)));
        let shown = value.map_or_else(|| "..".to_owned(), |it| number::tick(self.lang, it, 1));
        Point { at, value, shown, basis: "472 / 16,3".to_owned(), role: PointRole::Plain }
    }

    fn series(&self, name: &str, color: usize, points: Vec<Point>) -> Series {
        Series { name: self.case.named(name), unit: String::new(), color, points }
    }

    fn count(&self, plain: usize) -> usize {
        if self.case == Case::OnePoint { 1 } else { plain }
    }

    fn months(&self, series: usize, count: usize) -> Vec<Point> {
        (0..self.count(count)).map(|it| self.point(At::Month(month(it)), series, it)).collect()
    }

    fn target(&self, name: &str, months: i32) -> TargetBand {
        let first = month(0);
        TargetBand {
            from: first.plus(-5),
            through: first.plus(months),
            lower: Some(self.case.scaled(0.1)),
            upper: Some(self.case.scaled(0.4)),
            label: self.case.named(name),
            series: None,
        }
    }

    fn chart(&self, kind: &'static ChartKind, months: usize, series: Vec<Series>) -> Chart {
        let mark = |day: &str, title: &str, kind| Mark {
            day: Day::parse_iso(day).unwrap(),
            title: self.case.named(title),
            kind,
        };
        Chart {
            lang: self.lang,
            title: self.case.named("Under medianen i 15 måneder: mere end tilfældig variation"),
            subtitle: self.case.named("Sager pr. årsværk, månedsultimo"),
            source: "Kilde: tal indberettet af enheden".to_owned(),
            kind,
            first: month(0),
            last: month(self.count(months) - 1),
            series,
            bands: vec![self.target("Norm 20–30", 60)],
            marks: vec![
                mark("2023-12-10", "Vakancer", EventKind::Event),
                mark("2024-01-01", "Barnets Lov (databrud)", EventKind::SeriesBreak),
                mark("2025-03-03", "Ny visitation", EventKind::Event),
            ],
            rules: Vec::new(),
        }
    }

    fn rule(&self, share: f64, name: &str, kind: RuleKind) -> Rule {
        let value = self.case.scaled(share);
        let shown = number::tick(self.lang, value, 1);
        let label = self.case.named(&format!("{name} {shown}"));
        Rule { from: month(0), through: month(60), value, label, kind }
    }
}

pub fn chart(name: &str, kind: &'static ChartKind, case: Case, lang: Lang) -> Chart {
    let make = Maker { case, lang };
    let one = |count| vec![make.series("Sager pr. årsværk", 0, make.months(0, count))];
    let many = |names: &[&str], count| -> Vec<Series> {
        let series = names.iter().enumerate();
        series.map(|(place, name)| make.series(name, place, make.months(place, count))).collect()
    };
    match (name, kind) {
        ("run", _) => {
            let mut chart = make.chart(kind, 36, one(36));
            chart.rules.push(make.rule(0.5, "Median", RuleKind::Median));
            for point in chart.series[0].points.iter_mut().skip(20).take(9) {
                point.role = PointRole::Signal;
            }
            chart
        }
        ("xmr", _) => {
            let mut chart = make.chart(kind, 36, one(36));
            chart.rules.push(make.rule(0.5, "Gennemsnit", RuleKind::Mean));
            chart.rules.push(make.rule(0.95, "Øvre grænse", RuleKind::Limit));
            chart.rules.push(make.rule(0.05, "Nedre grænse", RuleKind::Limit));
            chart
        }
        ("lines", _) => make.chart(kind, 24, many(&["BFA", "Familiehuset", "FTI"], 24)),
        ("flow", _) => make.chart(kind, 18, many(&["Tilgang", "Afgang", "Netto"], 18)),
        ("flow-list", _) => {
            let names = ["Visiterede", "Påbegyndte", "Frafald", "Netto"];
            make.chart(kind, 18, many(&names, 18))
        }
        ("heat", _) => heat(&make),
        ("panels", _) => make.chart(kind, 36, many(&["BFA", "Familiehuset", "FTI"], 36)),
        _ if kind == kinds::HALF_YEARS => half_years(&make),
        _ if kind == kinds::WEEK_BANDS => week_bands(&make),
        _ if kind == kinds::STRIP => strip(&make),
        _ => make.chart(kind, 24, one(24)),
    }
}

fn half_years(make: &Maker) -> Chart {
    let first = HalfYear::parse("2023H2").unwrap();
    let points = (0..make.count(6)).map(|place| {
        let half = first.plus(i32::try_from(place).unwrap());
        let role = if half.half() == 1 { PointRole::Compared } else { PointRole::Plain };
        Point { role, ..make.point(At::HalfYear(half), 0, place) }
    });
    let series = vec![make.series("Sager pr. årsværk", 0, points.collect())];
    let mut chart = make.chart(kinds::HALF_YEARS, 1, series);
    chart.first = first.first_month();
    chart.last = first.plus(i32::try_from(make.count(6)).unwrap() - 1).last_month();
    chart
}

fn week_bands(make: &Maker) -> Chart {
    let edges = [0, 2, 4, 8, 13, 26];
    let points = |series: usize| {
        (0..make.count(6))
            .map(|place| {
                let to = edges.get(place + 1).copied();
                let at = At::Weeks { from: edges[place], to };
                let mut point = make.point(at, series, place);
                point.value = point.value.map(f64::round);
                point.shown = point
                    .value
                    .map_or_else(|| "..".to_owned(), |it| number::tick(make.lang, it, 0));
                point
            })
            .collect()
    };
    let series =
        vec![make.series("Påbegyndte", 2, points(0)), make.series("Venter nu", 2, points(1))];
    let mut chart = make.chart(kinds::WEEK_BANDS, 6, series);
    chart.bands[0].upper = Some(10.0);
    chart
}

fn strip(make: &Maker) -> Chart {
    let names =
        ["AAK", "CLM", "EJR", "GHT", "IKA", "JBL", "LSØ", "MKR", "NVI", "ÆØÅ", "BBC", "DDE"];
    let points = names.iter().take(make.count(12)).enumerate().map(|(place, name)| {
        let at = At::Person(make.case.named(name));
        let point = make.point(at, 0, place);
        let is_beyond = point.value.is_some_and(|it| make.case.scaled(0.4) < it);
        Point { role: if is_beyond { PointRole::Compared } else { PointRole::Plain }, ..point }
    });
    make.chart(kinds::STRIP, 1, vec![make.series("Sager pr. årsværk", 0, points.collect())])
}

fn heat(make: &Maker) -> Chart {
    let names = ["AAK", "CLM", "EJR", "GHT", "IKA", "JBL", "LSØ", "MKR", "NVI"];
    let series = names.iter().take(make.count(9)).enumerate().map(|(place, name)| {
        let mut points = make.months(place, 24);
        for point in &mut points {
            if point.value.is_some_and(|it| make.case.scaled(0.8) < it) {
                point.role = PointRole::Compared;
            }
        }
        make.series(name, 0, points)
    });
    make.chart(kinds::HEAT, 24, series.collect())
}
