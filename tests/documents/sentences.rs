//! What the document says in sentences: how far a half-year that is not over reaches, and what is chance.
//! The sample's last month is October 2026.

use sagstakt::domain::{Day, HalfYear, Progress};
use sagstakt::export::Form;
use sagstakt::report::prints::{Prints, Profile};
use sagstakt::report::{Author, Request, half_year_document};
use sagstakt::text::Display;

use super::forms::{docx_text, html_text, json_texts, pdf_words, workbook_texts};
use super::{PROFILES, bytes, sample, support};

/// The document of a half-year as text, made on a day.
fn text(half: &str, day: (i32, u32, u32)) -> String {
    let snapshot = support::sample();
    let half = HalfYear::parse(half).unwrap();
    let prints = Prints::new(&snapshot, half, Profile::Internal, Display::default(), &[]);
    let today = Day::new(day.0, day.1, day.2).unwrap();
    let request =
        Request { snapshot: &snapshot, prints: &prints, author: &Author::default(), today };
    let bytes = Form::Text.write(&half_year_document(request), &Progress::default()).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_day_the_figures_reach_is_never_one_to_come() {
    for (day, expected) in [
        ((2026, 11, 25), "Opgjort pr.: 31. oktober 2026 (halvåret er ikke slut)\n"),
        ((2026, 12, 30), "Opgjort pr.: 30. november 2026 (halvåret er ikke slut)\n"),
        ((2026, 7, 31), "Opgjort pr.: halvåret er ikke slut\n"),
        ((2026, 12, 31), "Opgjort pr.: 31. december 2026\n"),
        ((2027, 2, 1), "Opgjort pr.: 31. december 2026\n"),
    ] {
        let text = text("2026H2", day);
        assert!(
            text.contains(expected),
            "{day:?}: {}",
            text.lines().take(12).collect::<Vec<_>>().join("\n")
        );
    }
}

#[test]
fn what_rests_on_some_months_is_said_once() {
    let text = text("2026H2", (2026, 11, 25));
    let notes: Vec<&str> = text.lines().filter(|it| it.contains("4 af 6 måneder")).collect();
    let own = |start: &str| notes.iter().filter(|it| it.starts_with(start)).count();
    // Three units, each with its own list of what rests on four months.
    assert_eq!(own("Indberettet 4 af 6 måneder (Tilgang; Afgang; "), 3, "{notes:#?}");
    assert!(notes.iter().all(|it| it.matches("4 af 6").count() == 1), "{notes:#?}");
}

/// Familiehuset in the second half of 2025: 7.1 and 8.3 weeks may differ by chance, and a run chart of its
/// 24 months crosses its median six times.
#[test]
fn chance_between_two_half_years_and_a_pattern_in_their_months_do_not_speak_against_each_other() {
    let text = text("2025H2", (2026, 3, 1));
    let wait = text.lines().find(|it| it.contains("Familiehuset: ventetiden")).unwrap();
    let alone = "Stigningen alene er inden for tilfældig variation, men månederne danner et mønster. Ventetiden";
    assert!(wait.contains(alone), "{wait}");
    assert!(
        wait.ends_with("hvor mindst 8 er sædvanligt; det er mere end tilfældig variation."),
        "{wait}"
    );
}

/// A document with small figures says so where nobody overlooks it: on its first page and at the foot of each.
#[test]
fn what_is_not_for_the_agenda_says_so_in_every_form() {
    let warning = "Kun internt: små tal er ikke skjult.";
    for profile in PROFILES {
        let document = sample(profile);
        let text = |form| String::from_utf8(bytes(&document, form)).unwrap();
        let mut forms = vec![
            ("text", text(Form::Text)),
            ("html", html_text(&text(Form::Html))),
            ("docx", docx_text(&bytes(&document, Form::Docx))),
            ("json", json_texts(&bytes(&document, Form::Json)).join("\n")),
            ("xlsx", workbook_texts(&bytes(&document, Form::Xlsx)).join("\n")),
        ];
        forms.extend(pdf_words(&bytes(&document, Form::Pdf)).map(|it| ("pdf", it)));
        for (form, text) in forms {
            let says = text.contains(warning);
            assert_eq!(says, profile == Profile::Internal, "{form} of {profile:?}");
        }
    }
}
