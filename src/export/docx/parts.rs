//! The parts of a Word file around its text: styles, properties, footer, and how they belong together.

use crate::export::xml_text::safe;
use crate::report::Document;
use crate::text::{Lang, tr};

pub const NUMBERING: &str = include_str!("../../../assets/documents/docx/numbering.xml");
/// What to set the text in where Noto Sans is not installed: a face without serifs that every office has.
pub const FONTS: &str = include_str!("../../../assets/documents/docx/fonts.xml");
pub const CONTENT_TYPES: &str = include_str!("../../../assets/documents/docx/content_types.xml");
pub const PACKAGE_RELATIONS: &str =
    include_str!("../../../assets/documents/docx/package_relations.xml");
const STYLES: &str = include_str!("../../../assets/documents/docx/styles.xml");

pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub fn styles(lang: Lang) -> String {
    STYLES.replace("{language}", lang.locale().region)
}

pub fn settings(lang: Lang) -> String {
    format!(
        "{HEAD}<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:defaultTabStop w:val=\"720\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat><w:themeFontLang w:val=\"{}\"/></w:settings>",
        lang.locale().region
    )
}

/// The relation that names the picture at this place.
pub fn picture_id(place: usize) -> String {
    format!("rIdChart{}", place + 1)
}

pub fn relations(pictures: usize) -> String {
    let relation = |id: &str, kind, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let parts = ["styles", "numbering", "settings", "footer", "fontTable"];
    let parts = (1..).zip(parts).map(|(number, kind)| {
        let target = if kind == "footer" { "footer1" } else { kind };
        relation(&format!("rId{number}"), kind, &format!("{target}.xml"))
    });
    let media = (0..pictures)
        .map(|it| relation(&picture_id(it), "image", &format!("media/chart{}.png", it + 1)));
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
        parts.chain(media).collect::<String>()
    )
}

pub fn core(document: &Document) -> String {
    let meta = &document.meta;
    let at = format!("{}T12:00:00Z", meta.date);
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator>\
         <cp:keywords>{}</cp:keywords><dc:language>{}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{at}</dcterms:modified></cp:coreProperties>",
        safe(&meta.title),
        safe(&meta.subject),
        safe(&meta.author),
        safe(&meta.keywords.join(", ")),
        document.lang.locale().region,
    )
}

pub fn application(document: &Document) -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>{}</Application><Company>{}</Company></Properties>",
        safe(&tr(document.lang, "app-name")),
        safe(&document.meta.author)
    )
}

pub fn footer(document: &Document) -> String {
    let [page, of] = &document.foot.page;
    let word = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", safe(text));
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    format!(
        "{HEAD}<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p>\
         <w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>",
        word(&document.foot.name),
        word(&format!("{page} ")),
        field("PAGE"),
        word(&format!(" {of} ")),
        field("NUMPAGES"),
    )
}
