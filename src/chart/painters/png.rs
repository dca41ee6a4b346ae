//! A chart as pixels: its SVG, rendered with the bundled letters and nothing from the machine.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::text::{Lang, tr_with};

/// Why a picture could not be made of an SVG.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    #[error("the picture cannot be read: {0}")]
    Unreadable(#[from] resvg::usvg::Error),
    #[error("no picture can be {width} by {height} pixels")]
    Size { width: u32, height: u32 },
    #[error("the picture cannot be written: {0}")]
    Unwritable(String),
}

impl PictureError {
    /// What happened, for people; nothing has been written then.
    pub fn in_words(&self, lang: Lang) -> String {
        match self {
            Self::Size { width, height } => {
                let args = [("width", (*width).into()), ("height", (*height).into())];
                tr_with(lang, "chart-picture-size", &args)
            }
            Self::Unreadable(error) => {
                tr_with(lang, "chart-picture-unmade", &[("why", error.to_string().into())])
            }
            Self::Unwritable(why) => tr_with(lang, "chart-picture-unmade", &[("why", why.into())]),
        }
    }
}

/// The most pixels along one side.
const MOST: u32 = 16_384;

/// A picture as bytes: red, green, blue, opaque; row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

/// The bytes of a PNG file, `scale` pixels a point.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, PictureError> {
    let pixels = rendered(svg, scale)?;
    pixels.encode_png().map_err(|error| PictureError::Unwritable(error.to_string()))
}

/// The same for the clipboard.
pub fn pixels(svg: &str, scale: f32) -> Result<Pixels, PictureError> {
    let pixels = rendered(svg, scale)?;
    // The ground is opaque, so that nothing was multiplied with its opacity.
    Ok(Pixels { width: pixels.width(), height: pixels.height(), rgba: pixels.take() })
}

fn rendered(svg: &str, scale: f32) -> Result<Pixmap, PictureError> {
    let options = Options { fontdb: letters(), ..Options::default() };
    let tree = Tree::from_str(svg, &options)?;
    let size = tree.size();
    let side = |length: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "cut to what a picture can be"
        )]
        let pixels = (length * scale).round().clamp(0.0, MOST as f32 + 1.0) as u32;
        pixels
    };
    let (width, height) = (side(size.width()), side(size.height()));
    let fits = width <= MOST && height <= MOST;
    let mut pixmap =
        Pixmap::new(width, height).filter(|_| fits).ok_or(PictureError::Size { width, height })?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// Read once: they are 0.8 MB.
fn letters() -> Arc<fontdb::Database> {
    static LETTERS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let load = || {
        let mut letters = fontdb::Database::new();
        for bytes in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
            letters.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
        }
        letters.set_sans_serif_family("Noto Sans");
        Arc::new(letters)
    };
    Arc::clone(LETTERS.get_or_init(load))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::samples::line;
    use crate::chart::{Ground, Heading, Ink, Rgb, Sheet, Size, svg};

    fn picture(scale: f32) -> Pixels {
        let sheet = Sheet { size: Size { width: 400.0, height: 200.0 }, heading: Heading::Painted };
        let chart = line("2025-01", &[Some(21.5), None, Some(30.0)]);
        pixels(&svg(&chart, sheet, Ground::Light), scale).unwrap()
    }

    #[test]
    fn pictures_have_the_size_asked_for_and_the_colours_of_the_chart() {
        let made = picture(2.0);
        assert_eq!((made.width, made.height, made.rgba.len()), (800, 400, 800 * 400 * 4));
        let has = |ink: Ink| {
            let Rgb([red, green, blue]) = ink.on(Ground::Light);
            made.rgba.chunks_exact(4).any(|pixel| pixel == [red, green, blue, 255])
        };
        assert!(has(Ink::Surface) && has(Ink::Series(0)) && has(Ink::Text), "letters and points");
        assert!(made.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255), "opaque everywhere");
    }

    #[test]
    fn letters_come_with_the_program() {
        // Without its font the renderer leaves words out: the title would not darken a pixel.
        let made = picture(1.0);
        let head = &made.rgba[..400 * 30 * 4];
        let Rgb([ground, ..]) = Ink::Surface.on(Ground::Light);
        let inked = head.chunks_exact(4).filter(|pixel| pixel[0] != ground).count();
        assert!(100 < inked, "{inked} pixels of the title");
    }

    #[test]
    fn impossible_sizes_are_refused() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
        assert!(matches!(png(svg, 9e9), Err(PictureError::Size { .. })));
        assert!(matches!(png(svg, f32::NAN), Err(PictureError::Size { .. })));
        assert!(matches!(png("<svg", 1.0), Err(PictureError::Unreadable(_))));
    }
}
