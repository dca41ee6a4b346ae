//! Nobody's words are code, in any form; the same document gives the same bytes.

use sagstakt::export::Form;
use sagstakt::report::Order;
use sagstakt::report::prints::Profile;

use super::forms::{pdf_text, unpacked};
use super::{PROFILES, bytes, document, sample, support};

#[test]
fn hostile_words_stay_words_in_every_form() {
    let Some(document) = sample(Profile::Committee) else { return };
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
        let Some(document) = sample(profile) else { return };
        let pdf = bytes(&document, Form::Pdf);
        assert_eq!(pdf, bytes(&document, Form::Pdf));
        let Some(text) = pdf_text(&pdf) else { return };
        assert!(text.contains("#[*x*] $y$ @b = 1 <script>alert(1)</script>"), "the words as typed");
        assert!(text.contains("Børne- og familieafdelingen"));
    }
}

#[test]
fn a_committees_case_has_its_headings_in_their_order() {
    let Some(folder) = support::shared("data/sample") else { return };
    let document = document(&support::load(&folder), Profile::Committee, Order::CommitteeCase);
    let text = String::from_utf8(bytes(&document, Form::Text)).unwrap();
    let text = text.to_lowercase();
    let headings =
        ["sagsfremstilling", "økonomiske konsekvenser", "lovgrundlag", "indstilling", "bilag"];
    let places: Vec<usize> =
        headings.iter().map(|it| text.find(&format!("\n{it}\n")).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
}
