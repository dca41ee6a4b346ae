//! Random books as they come from files: few cases, short waiting lists, typed bands, caseworkers; and corrections.

use std::fmt::Write as _;
use std::path::Path;

use sagstakt::domain::{Day, Month, Snapshot};

use crate::support;

/// The same books every time.
pub struct Dice(pub u64);

impl Dice {
    /// From 0 to one less than `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

const TYPED: &str = "TYP";
const STAFFED: &str = "BFA";
const FIRST: &str = "2024-01";
const MONTHS: i32 = 24;

/// One who was put on a list, waits, and starts or gives up.
fn episodes(dice: &mut Dice, unit: &str, out: &mut String) {
    let months = Month::parse_iso(FIRST).unwrap();
    let busy = 1 + dice.roll(4);
    let mut number = 0;
    for month in months.through(months.plus(MONTHS - 1)) {
        for _ in 0..dice.roll(busy + 1) {
            number += 1;
            let approved = month.first_day().number() + i32::try_from(dice.roll(28)).unwrap();
            let ended = approved + i32::try_from(dice.roll(240)).unwrap();
            let last = months.plus(MONTHS - 1).last_day().number();
            let ended = Day::from_number(ended).filter(|_| ended <= last);
            let ended = ended.map_or_else(String::new, |it| it.to_string());
            let gave_up = dice.roll(7) == 0;
            let (started, withdrawn) =
                if gave_up { (String::new(), ended) } else { (ended, String::new()) };
            let approved = Day::from_number(approved).unwrap();
            writeln!(out, "{unit};{unit}{number:04};Samtaler;{approved};{started};{withdrawn}")
                .unwrap();
        }
    }
}

/// Cases that come and go, in agreement with each other.
fn figures(dice: &mut Dice, unit: &str, out: &mut String) {
    let first = Month::parse_iso(FIRST).unwrap();
    let mut cases = dice.roll(14);
    for month in first.through(first.plus(MONTHS - 1)) {
        let opened = dice.roll(4);
        let closed = dice.roll(4).min(cases + opened);
        cases = cases + opened - closed;
        writeln!(out, "{month};{unit};{cases};;{opened};{closed};0;;;;;;").unwrap();
    }
}

fn written(folder: &Path, name: &str, rows: &str) {
    std::fs::write(folder.join(name), format!("\u{feff}{}", rows.replace('\n', "\r\n"))).unwrap();
}

/// Weeks from and to, unless open, of the bands that are typed.
const EDGES: [(i64, Option<i64>); 6] =
    [(0, Some(2)), (2, Some(4)), (4, Some(8)), (8, Some(13)), (13, Some(26)), (26, None)];

/// A unit whose waits are typed as week bands, with figures that agree with them.
fn typed_waits(dice: &mut Dice, unit: &str, months: std::ops::Range<i32>, out: &mut Typed) {
    let first = Month::parse_iso(FIRST).unwrap();
    let mut cases = dice.roll(14);
    for month in months.map(|it| first.plus(it)) {
        let mut kinds = Vec::new();
        for (kind, most) in [("påbegyndte", 2), ("ventende", 3)] {
            let counts = EDGES.map(|_| dice.roll(most + 1));
            for ((from, to), count) in EDGES.iter().zip(&counts) {
                let to = to.map_or_else(String::new, |it| it.to_string());
                writeln!(out.bands, "{month};{unit};{kind};{from};{to};{count}").unwrap();
            }
            let middle = |it: &(i64, Option<i64>)| (it.0 + it.1.unwrap_or(it.0 + 6)) * 7 / 2;
            let days = EDGES.iter().zip(&counts).map(|it| middle(it.0) * it.1.cast_signed());
            let count: u64 = counts.iter().sum();
            let days: i64 = days.sum();
            let mean = days.checked_div(count.cast_signed());
            kinds.push((count, mean.map_or_else(String::new, |it| it.to_string())));
        }
        let [(started, mean), (waiting, so_far)] = kinds.try_into().unwrap();
        let (opened, closed) = (dice.roll(4), dice.roll(4).min(cases));
        cases = cases + opened - closed;
        let gone = dice.roll(2);
        writeln!(
            out.figures,
            "{month};{unit};{cases};;{opened};{closed};0;{waiting};{started};{gone};{mean};{so_far};"
        )
        .unwrap();
    }
}

/// Rows of typed figures and of bands.
#[derive(Default)]
struct Typed {
    figures: String,
    bands: String,
}

/// A unit with caseworkers, few of them and with few cases.
fn staff(dice: &mut Dice, unit: &str, folder: &Path, figures: &mut String) {
    let first = Month::parse_iso(FIRST).unwrap();
    let mut people = "Enhed;Initialer;Navn;Sagsbærende;Gyldig fra;Gyldig til\n".to_owned();
    let mut hours = "Enhed;Rådgiver;Fra måned;Timer pr. uge;Vægt\n".to_owned();
    let mut counts = "Måned;Enhed;Rådgiver;Sager;Enkle;Komplekse;Meget komplekse\n".to_owned();
    let initials: Vec<String> = (0..2 + dice.roll(5)).map(|it| format!("AA{it}")).collect();
    let most = [3, 8, 30][usize::try_from(dice.roll(3)).unwrap()];
    for one in &initials {
        writeln!(people, "{unit};{one};;Ja;2020-01;").unwrap();
        writeln!(hours, "{unit};{one};2020-01;{};1,0", 20 + dice.roll(18)).unwrap();
    }
    for month in first.through(first.plus(MONTHS - 1)) {
        for one in &initials {
            writeln!(counts, "{month};{unit};{one};{};;;", dice.roll(most)).unwrap();
        }
        let (loose, opened, closed) = (dice.roll(3), dice.roll(5), dice.roll(5));
        writeln!(figures, "{month};{unit};;{loose};{opened};{closed};0;;;;;;").unwrap();
    }
    written(folder, "raadgivere.csv", &people);
    written(folder, "ansaettelser.csv", &hours);
    written(folder, "sagstal.csv", &counts);
}

const BANDS: &str = "Måned;Enhed;Opgørelse;Fra uge;Til uge;Antal\n";
const FIGURES: &str = "Måned;Enhed;Sager;Ufordelte;Tilgang;Afgang;Nettoflytning;Ventende;Påbegyndte;Frafald;Ventetid påbegyndte (dage);Ventet indtil nu (dage);Længste ventetid (dage)\n";
const LIST: &str = "Enhed;Løbenr;Indsats;Visiteret;Påbegyndt;Frafald\n";

pub fn book(dice: &mut Dice, folder: &Path) -> Snapshot {
    let units: &[&str] = if dice.roll(2) == 0 { &["FH", "FTI"] } else { &["FH", "FTI", "UNG"] };
    let mut own = "Kode;Navn;Tælleenhed;Rådgivere;Venteliste;Gyldig fra;Gyldig til\n".to_owned();
    let (mut all, mut list) = (FIGURES.to_owned(), LIST.to_owned());
    for unit in units {
        writeln!(own, "{unit};{unit};familie;Nej;Ja;2010-01;").unwrap();
        figures(dice, unit, &mut all);
        episodes(dice, unit, &mut list);
    }
    // Two of three books have a unit whose waits are typed, half of them one with caseworkers.
    if dice.roll(3) != 0 {
        writeln!(own, "{TYPED};{TYPED};familie;Nej;Ja;2010-01;").unwrap();
        let mut typed = Typed::default();
        typed_waits(dice, TYPED, 0..MONTHS, &mut typed);
        all.push_str(&typed.figures);
        written(folder, "ventebaand.csv", &(BANDS.to_owned() + &typed.bands));
    }
    if dice.roll(2) == 0 {
        writeln!(own, "{STAFFED};{STAFFED};barn;Ja;Nej;2010-01;").unwrap();
        staff(dice, STAFFED, folder, &mut all);
    }
    written(folder, "enheder.csv", &own);
    written(folder, "enhedstal.csv", &all);
    written(folder, "venteliste.csv", &list);
    let target = "Måltal;Enhed;Nedre;Øvre;Måleenhed;Gyldig fra;Kilde\nVentetid;;;8;uger;2020-01-01;Mål\nSager pr. rådgiver;;3;6;sager pr. årsværk;2020-01-01;Norm\n";
    written(folder, "maaltal.csv", target);
    support::load(folder)
}

/// Figures and places that were found to be wrong after an edition was handed out.
pub fn corrected(dice: &mut Dice, snapshot: &mut Snapshot, folder: &Path) {
    let mut all = FIGURES.to_owned();
    let month = Month::parse_iso("2025-01").unwrap().plus(i32::try_from(dice.roll(6)).unwrap());
    for unit in ["FH", "FTI"] {
        let (cases, opened, closed) = (dice.roll(14), dice.roll(6), dice.roll(6));
        writeln!(all, "{month};{unit};{cases};;{opened};{closed};0;;;;;;").unwrap();
    }
    let mut list = LIST.to_owned();
    for number in 0..=dice.roll(2) {
        writeln!(list, "FTI;R{number:04};Samtaler;{};;", month.first_day()).unwrap();
    }
    let mut names = vec!["enhedstal.csv", "venteliste.csv"];
    if snapshot.unit_by_code(TYPED).is_some() {
        let mut typed = Typed::default();
        let month = 12 + i32::try_from(dice.roll(6)).unwrap();
        typed_waits(dice, TYPED, month..month + 1, &mut typed);
        all.push_str(&typed.figures);
        written(folder, "ventebaand.csv", &(BANDS.to_owned() + &typed.bands));
        names.push("ventebaand.csv");
    }
    written(folder, "enhedstal.csv", &all);
    written(folder, "venteliste.csv", &list);
    for name in names {
        support::add(snapshot, &folder.join(name));
    }
}
