//! The package has each chart as pictures of their own, with the numbers of the truth in them.

use std::io::{Cursor, Read as _};

use sagstakt::export::Form;
use sagstakt::report::Document;
use sagstakt::report::prints::Profile;

use super::forms::unpacked;
use super::{PROFILES, bytes, sample, support};

fn names(package: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package.to_vec())).unwrap();
    let all = 0..archive.len();
    all.map(|it| archive.by_index(it).unwrap().name().unwrap().into_owned()).collect()
}

#[test]
fn a_package_has_every_chart_as_svg_and_png_in_the_documents_order() {
    for profile in PROFILES {
        let document = sample(profile);
        let package = bytes(&document, Form::Package);
        let pictures: Vec<String> =
            names(&package).into_iter().filter(|it| it.starts_with("diagrammer/")).collect();
        assert_eq!(pictures.len(), 2 * document.charts().count());
        assert_eq!(
            pictures[0],
            "diagrammer/01 Børne- og familieafdelingen Sager pr. rådgiver (årsværk).svg"
        );
        let mut archive = zip::ZipArchive::new(Cursor::new(package.clone())).unwrap();
        for name in pictures.iter().filter(|it| it.rsplit('.').next() == Some("png")) {
            let mut picture = Vec::new();
            archive.by_name(name).unwrap().read_to_end(&mut picture).unwrap();
            // The size stands in the first chunk of a PNG file.
            assert_eq!(picture[16..24], [0, 0, 6, 64, 0, 0, 3, 132], "1600 by 900: {name}");
        }
    }
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn a_picture_that_stands_alone_says_what_it_shows_and_of_whom() {
    let truth = support::shared("data/truth/overview-2025H2.json");
    let truth: serde_json::Value = serde_json::from_slice(&std::fs::read(truth).unwrap()).unwrap();
    let unit = truth.as_array().unwrap().iter().find(|it| it["unit"] == "BFA").unwrap();
    let cases = unit["figures"]["cases"]["shown"].as_str().unwrap();
    let document = sample(Profile::Committee);
    let package = bytes(&document, Form::Package);
    let names = names(&package);
    let name = names.iter().find(|it| it.contains("familieafdelingen Sagsantal ultimo")).unwrap();
    let svg = unpacked(&package, name);
    let mut reader = quick_xml::Reader::from_str(&svg);
    while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    assert!(svg.contains(&format!(">Sagsantal ultimo: {cases}, mod ")), "{name}");
    assert!(svg.contains("Børne- og familieafdelingen"), "{name}");
    let from = ">Halvårsoversigt: sagstal og ventetider, 2. halvår 2025, foreløbig<";
    assert!(svg.contains(from), "{svg}");
}

/// A hidden figure leaves a gap, at the beginning of a chart as anywhere else: what the department sees from a
/// half-year on, the committee's chart begins with as well.
#[test]
fn a_chart_begins_where_the_figures_do_whether_or_not_the_first_is_hidden() {
    let [internal, committee] = PROFILES.map(sample);
    let spans = |document: &Document| -> Vec<_> {
        document.charts().map(|it| (it.numbers.caption.clone(), it.chart.first)).collect()
    };
    assert_eq!(spans(&committee), spans(&internal));
    let begins_hidden = committee.charts().any(|it| it.chart.series[0].points[0].value.is_none());
    assert!(begins_hidden, "the sample has a chart whose first figure is hidden");
}
