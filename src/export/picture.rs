//! Charts as pictures: on paper in a document, with their words beside them; and alone, with them painted in.

use super::error::DocumentError;
use super::packed::DocumentFile;
use crate::chart::{self, Chart, Ground, Heading, PictureError, Sheet, Size};
use crate::domain::Progress;
use crate::report::{Document, Illustration};
use crate::text::tr;

/// As wide as the text of a page, in points of the picture.
pub const ON_PAPER: Size = Size { width: 690.0, height: 178.0 };

/// A picture that stands alone, in points.
const ALONE: Size = Size { width: 800.0, height: 450.0 };
/// Pixels a point in a picture that stands alone.
pub const PIXELS: u8 = 2;

pub fn svg(illustration: &Illustration, size: Size) -> String {
    let sheet = Sheet { size, heading: Heading::Beside };
    chart::svg(&illustration.chart, sheet, Ground::Light)
}

/// The bytes of a PNG file, so many pixels a point.
pub fn png(illustration: &Illustration, size: Size, scale: f32) -> Result<Vec<u8>, DocumentError> {
    Ok(chart::png(&svg(illustration, size), scale)?)
}

/// A chart that stands alone as SVG, with title, source and all: for slides and web pages.
pub fn chart_svg(chart: &Chart) -> String {
    chart::svg(chart, Sheet { size: ALONE, heading: Heading::Painted }, Ground::Light)
}

/// What a picture may be called: its title without what no file system takes.
pub fn picture_name(title: &str) -> String {
    let allowed =
        |it: char| it.is_alphanumeric() || matches!(it, ' ' | '.' | ',' | '-' | '–' | '(' | ')');
    let name: String = title.chars().filter(|it| allowed(*it)).take(80).collect();
    // A dot hides a file at its beginning, and is lost at its end.
    let name = name.trim_matches([' ', '.']);
    if name.is_empty() { "diagram".to_owned() } else { name.to_owned() }
}

/// Every chart of a document as SVG and PNG, in a folder, numbered in the document's order.
pub fn chart_files(
    document: &Document,
    progress: &Progress,
) -> Result<Vec<DocumentFile>, DocumentError> {
    let folder = tr(document.lang, "document-charts-folder");
    // Away from its document a picture says which one it is from, and that it is not for everybody.
    let from = [document.lead.as_str(), document.foot.name.as_str()];
    let from: Vec<&str> = from.into_iter().filter(|it| !it.is_empty()).collect();
    let mut files = Vec::new();
    for (number, illustration) in (1..).zip(document.charts()) {
        progress.wanted()?;
        let name = picture_name(&illustration.numbers.caption);
        let svg = chart_svg(&Chart { source: from.join(" · "), ..illustration.chart.clone() });
        let png = chart::png(&svg, f32::from(PIXELS))?;
        for (extension, media_type, bytes) in
            [("svg", "image/svg+xml", svg.into_bytes()), ("png", "image/png", png)]
        {
            let name = format!("{folder}/{number:02} {name}.{extension}");
            files.push(DocumentFile { name, media_type, bytes });
        }
    }
    Ok(files)
}

impl From<PictureError> for DocumentError {
    fn from(error: PictureError) -> Self {
        Self::Typesetting(error.to_string())
    }
}
