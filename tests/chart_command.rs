//! `sagstakt chart`: every drawing as SVG and PNG, and what is said when it cannot be drawn.

#![expect(clippy::unwrap_used, reason = "a test says what went wrong by failing")]

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use support::sagstakt;

struct Desk {
    folder: tempfile::TempDir,
    db: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = folder.path().join("Eksempel på æøå.sagstakt").display().to_string();
        let made = Command::new(sagstakt()).args(["demo", "--out", &db]).output().unwrap();
        assert_eq!(made.status.code(), Some(0));
        Self { folder, db }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The exit code and what was said.
    fn chart(&self, line: &str) -> (Option<i32>, String) {
        let output = Command::new(sagstakt())
            .current_dir(self.folder.path())
            .args(["chart", "--db", &self.db])
            .args(line.split(' '))
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }

    #[track_caller]
    fn drawn(&self, line: &str, name: &str) -> Vec<u8> {
        let (code, words) = self.chart(&format!("{line} --out {name}"));
        assert_eq!(code, Some(0), "{line}: {words}");
        fs::read(self.path(name)).unwrap()
    }

    /// Refused with this exit code in these words, and nothing is written.
    #[track_caller]
    fn refused(&self, line: &str, exit: i32, part: &str) {
        let (code, words) = self.chart(line);
        assert_eq!(code, Some(exit), "{line}: {words}");
        assert!(words.contains(part), "{line}: {words}");
        assert!(
            ["Intet er", "mangler", "findes ikke"].iter().any(|it| words.contains(it)),
            "{line}: {words}"
        );
        assert!(!self.path("x.svg").exists(), "{line} wrote a file");
    }
}

#[test]
fn every_drawing_is_written_as_svg_and_png() {
    let desk = Desk::new();
    for (unit, kinds) in [
        ("BFA", "run xmr bars half-years flow strip heat"),
        ("FTI", "run xmr bars half-years flow week-bands panels"),
    ] {
        for kind in kinds.split(' ') {
            let line = format!("--unit {unit} --kind {kind}");
            let svg = String::from_utf8(desk.drawn(&line, "a.svg")).unwrap();
            assert!(svg.starts_with("<svg xmlns=") && svg.contains("data-value="), "{line}");
            assert_eq!(svg, String::from_utf8(desk.drawn(&line, "b.svg")).unwrap(), "{line}");
        }
    }
    for (scale, width, height) in [(1_u32, 800_u32, 450_u32), (2, 1600, 900), (3, 2400, 1350)] {
        let line = format!("--unit FH --figure waiting --scale {scale}");
        let png = desk.drawn(&line, "a.png");
        assert_eq!(png.get(..8), Some(b"\x89PNG\r\n\x1a\n".as_slice()));
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), (width, height));
    }
}

#[test]
fn a_period_and_a_figure_can_be_chosen() {
    let desk = Desk::new();
    let line = "--unit BFA --figure cases --from 2024-03 --to 2025-02";
    let svg = String::from_utf8(desk.drawn(line, "a.svg")).unwrap();
    assert_eq!(svg.matches("data-at=").count(), 12);
    assert!(svg.contains("data-at=\"2024-03\"") && svg.contains("data-at=\"2025-02\""));
    // Every monthly figure of the definitions has a drawing in some unit.
    for figure in "cases opened closed net_transferred fte caseload caseload_headcount above_norm_share posts_short".split(' ') {
        desk.drawn(&format!("--unit BFA --figure {figure}"), "b.svg");
    }
    for figure in "approved started withdrawn wait_started_mean wait_started_median wait_started_p90 within_target_started waiting wait_so_far_mean wait_so_far_median wait_so_far_p90 wait_so_far_longest within_target_waiting km_median clearance_time".split(' ') {
        desk.drawn(&format!("--unit FTI --figure {figure}"), "b.svg");
    }
}

#[test]
fn what_cannot_be_drawn_is_said_in_danish() {
    let desk = Desk::new();
    desk.refused("--unit BFA --kind pie --out x.svg", 2, "ikke en slags diagram");
    desk.refused("--unit BFA --figure coverage --out x.svg", 2, "ikke et tal, der kan tegnes");
    desk.refused("--unit BFA --from 2026-13 --out x.svg", 2, "ikke en måned");
    desk.refused("--unit BFA --from 2026-05 --to 2026-01 --out x.svg", 2, "før den begynder");
    desk.refused("--unit BFA --scale 4 --out x.png", 2, "skal være 1, 2 eller 3");
    desk.refused("--unit BFA --out x.gif", 2, "skal ende på .svg eller .png");
    desk.refused("--unit BFA", 2, "--out mangler");
    desk.refused("--out x.svg", 2, "--unit mangler");
    desk.refused("--unit XYZ --out x.svg", 3, "XYZ");
    desk.refused("--unit BFA --kind week-bands --out x.svg", 3, "ingen tal at tegne");
    desk.refused("--unit FTI --kind heat --out x.svg", 3, "ingen tal at tegne");
    desk.refused("--unit BFA --from 2031-01 --to 2031-06 --out x.svg", 3, "ingen tal at tegne");
    desk.refused("--unit BFA --out ingen-mappe/x.svg", 6, "ingen-mappe");
}
