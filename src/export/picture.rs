//! Charts as pictures in a document: always on paper, their words in the document beside them.

use super::DocumentError;
use crate::chart::{self, Ground, Heading, PictureError, Sheet, Size};
use crate::report::Illustration;

/// As wide as the text of a page, in points of the picture.
pub const ON_PAPER: Size = Size { width: 690.0, height: 185.0 };

pub fn svg(illustration: &Illustration, size: Size) -> String {
    let sheet = Sheet { size, heading: Heading::Beside };
    chart::svg(&illustration.chart, sheet, Ground::Light)
}

/// The bytes of a PNG file, so many pixels a point.
pub fn png(illustration: &Illustration, size: Size, scale: f32) -> Result<Vec<u8>, DocumentError> {
    Ok(chart::png(&svg(illustration, size), scale)?)
}

impl From<PictureError> for DocumentError {
    fn from(error: PictureError) -> Self {
        Self::Typesetting(error.to_string())
    }
}
