//! Nobody's words are code, in any form; the same document gives the same bytes.

use sagstakt::export::Form;
use sagstakt::report::Order;
use sagstakt::report::prints::Profile;

use sagstakt::domain::{
    Change, ChangeBlock, Day, Edit, EntryId, Event, EventId, EventKind, Snapshot, check_name,
};
use sagstakt::report::prints::Prints;
use sagstakt::report::{Author, Request, half_year_document};
use sagstakt::text::Display;

use super::forms::{
    csv_texts, docx_text, html_text, json_texts, pdf_text, pdf_words, unpacked, workbook_texts,
};
use super::{PROFILES, bytes, document, sample, support};

#[test]
fn hostile_words_stay_words_in_every_form() {
    let document = sample(Profile::Committee);
    let html = String::from_utf8(bytes(&document, Form::Html)).unwrap();
    assert!(!html.contains("<script"), "a script in the HTML");
    assert!(html.contains("&lt;script&gt;alert(1)"));
    let docx = unpacked(&bytes(&document, Form::Docx), "word/document.xml");
    assert!(docx.contains("#[*x*] $y$ @b = 1 &lt;script&gt;"), "the words as typed");
    let mut reader = quick_xml::Reader::from_str(&docx);
    while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
}

#[test]
fn the_same_document_gives_the_same_bytes_and_its_words_are_text_in_the_pdf() {
    for profile in PROFILES {
        let document = sample(profile);
        let pdf = bytes(&document, Form::Pdf);
        assert_eq!(pdf, bytes(&document, Form::Pdf));
        let Some(text) = pdf_text(&pdf) else { return };
        assert!(text.contains("#[*x*] $y$ @b = 1 <script>alert(1)</script>"), "the words as typed");
        assert!(text.contains("Børne- og familieafdelingen"));
    }
}

#[test]
fn a_committees_case_has_its_headings_in_their_order() {
    let document = document(&support::sample(), Profile::Committee, Order::CommitteeCase);
    let text = String::from_utf8(bytes(&document, Form::Text)).unwrap();
    let text = text.to_lowercase();
    let headings =
        ["sagsfremstilling", "økonomiske konsekvenser", "lovgrundlag", "indstilling", "bilag"];
    let places: Vec<usize> =
        headings.iter().map(|it| text.find(&format!("\n{it}\n")).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
}

/// Markup of everything we write, as names of three units.
const NAMES: [[&str; 3]; 2] = [
    [
        "<script>alert(1)</script><b>FH</b>",
        "#eval(\"1\") *b* _i_ $x$ @ref `raw` // /* */",
        "=HYPERLINK(\"http://x\";\"y\")",
    ],
    ["]]></w:t><!-- & &amp; &lt; %PDF", "+cmd|' /C calc'!A0 \\ {\"a\": 1}", "@SUM(1;2);\"x\",'y'"],
];

/// Every naughty string that may be a name, and the markup, as titles of events.
fn titles() -> Vec<String> {
    let path = support::shared("corpora/blns/blns.json");
    let naughty: Vec<String> =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let markup = NAMES.iter().flatten().map(|it| (*it).to_owned());
    let all = naughty.into_iter().chain(markup);
    all.filter_map(|it| Some(check_name(&it).ok()?.into_owned())).collect()
}

fn renamed(snapshot: &mut Snapshot, names: [&str; 3], titles: &[String]) {
    let mut changes = Vec::new();
    for (unit, name) in snapshot.units().zip(names) {
        let mut after = unit.unit.clone();
        name.clone_into(&mut after.names.last_mut().unwrap().name);
        changes.push(Change::Unit(Edit::new(unit.id, Some(unit.unit.clone()), Some(after))));
    }
    for (place, title) in (0..).zip(titles) {
        let (day, title) = (Day::new(2025, 8, 1).unwrap(), title.clone());
        let event = Event { day, unit: None, title, kind: EventKind::Event };
        changes.push(Change::Event(Edit::added(EventId(9000 + place), event)));
    }
    let next = EntryId(snapshot.revision.0 + 1);
    snapshot.apply(next, &ChangeBlock::from_changes(&changes)).unwrap();
}

/// Without the spaces and line ends that laying out puts in or takes away.
fn packed(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

#[track_caller]
fn holds(form: &str, texts: &[String], wanted: &[String]) {
    let all = packed(&texts.join("\n"));
    let missing: Vec<_> = wanted.iter().filter(|it| !all.contains(&packed(it))).collect();
    assert!(missing.is_empty(), "{form}: {missing:?}");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn names_titles_and_numbers_of_any_letters_are_the_same_words_in_every_form() {
    let titles = titles();
    assert!(300 < titles.len(), "{}", titles.len());
    // Half of them in each of two documents.
    let halves = titles.chunks(titles.len().div_ceil(2));
    for (names, titles) in NAMES.into_iter().zip(halves) {
        let mut snapshot = support::sample();
        renamed(&mut snapshot, names, titles);
        let half = sagstakt::domain::HalfYear::parse("2025H2").unwrap();
        let [committee, case_number, department] = names.map(str::to_owned);
        let few = titles.get(..30).unwrap().join("\n");
        let assessments = snapshot.units().map(|it| (it.id, few.clone())).collect();
        let author =
            Author { committee, case_number, department, assessments, ..Author::default() };
        let display = Display::default();
        let prints = Prints::new(&snapshot, half, Profile::Internal, display, &[]);
        let today = Day::new(2026, 3, 2).unwrap();
        let request = Request { snapshot: &snapshot, prints: &prints, author: &author, today };
        let document = half_year_document(request);
        let mut wanted = titles.to_vec();
        wanted.extend(names.map(str::to_owned));

        holds("JSON", &json_texts(&bytes(&document, Form::Json)), &wanted);
        holds("CSV", &csv_texts(&bytes(&document, Form::Csv)), &wanted);
        holds("XLSX", &workbook_texts(&bytes(&document, Form::Xlsx)), &wanted);
        holds("DOCX", &[docx_text(&bytes(&document, Form::Docx))], &wanted);
        let html = String::from_utf8(bytes(&document, Form::Html)).unwrap();
        holds("HTML", &[html_text(&html)], &wanted);
        assert!(!html.contains("<script") && !html.contains("<img src=x"), "markup in the HTML");
        let Some(text) = pdf_words(&bytes(&document, Form::Pdf)) else { return };
        // A text of other letters may come out in another order or joined to signs, and poppler makes a
        // space and an accent of a grave accent that stands alone.
        let is_plain = |it: char| (it.is_ascii_graphic() && it != '`') || it == ' ';
        let plain = wanted.iter().filter(|it| it.chars().all(is_plain));
        let plain: Vec<String> = plain.cloned().collect();
        assert!(100 < plain.len(), "{}", plain.len());
        holds("PDF", &[text], &plain);
    }
}

#[test]
fn what_stands_in_a_chart_stands_in_the_list_of_events() {
    let document = sample(Profile::Committee);
    let events = document.tables().find(|it| it.name.starts_with("Hændelser")).unwrap();
    let mut marks = 0;
    for mark in document.charts().flat_map(|it| it.chart.visible_marks()) {
        let day = sagstakt::text::dates::long(sagstakt::text::Lang::Da, mark.day);
        assert!(events.rows.iter().any(|it| it[0].text == day), "{day}: {}", mark.title);
        marks += 1;
    }
    assert!(0 < marks);
}

/// An agenda system keeps elements and what stands at them, and drops style sheets and drawings.
#[test]
fn what_is_pasted_needs_no_style_sheet_and_says_nothing_twice() {
    let document = sample(Profile::Committee);
    let html = sagstakt::export::document_html_to_paste(&document);
    assert!(!html.contains("<svg") && !html.contains("<style"));
    for (place, row) in html.match_indices("<td") {
        let cell = html.get(place..).unwrap().split('>').next().unwrap();
        assert!(cell.contains("text-align: "), "{row}: {cell}");
    }
    let (mut above, mut captions) = (String::new(), 0);
    for line in html.lines() {
        if let Some(caption) = line.strip_prefix("<caption>") {
            assert!(!above.contains(caption.trim_end_matches("</caption>")), "{above} {caption}");
            captions += 1;
        } else if line.starts_with("<h") {
            line.clone_into(&mut above);
        }
    }
    assert!(2 < captions, "{captions}");
}
