//! How wide words are in Noto Sans, the letters of every picture, and how they are broken or cut.

use std::sync::OnceLock;

use super::labels::{Lettering, TextWidth};

/// The bundled letters.
#[derive(Clone, Copy)]
enum Weight {
    Regular,
    Bold,
}

/// Advances of the letters below this one are kept in a table; the rest are asked for.
const TABLED: u32 = 0x0250;

struct Advances {
    table: Vec<f32>,
    face: Option<ttf_parser::Face<'static>>,
}

impl Advances {
    fn of(bytes: &'static [u8]) -> Self {
        let face = ttf_parser::Face::parse(bytes, 0).ok();
        let table = (0..TABLED).filter_map(char::from_u32);
        let table = table.map(|it| advance(face.as_ref(), it)).collect();
        Self { table, face }
    }

    fn get(weight: Weight) -> &'static Self {
        static REGULAR: OnceLock<Advances> = OnceLock::new();
        static BOLD: OnceLock<Advances> = OnceLock::new();
        match weight {
            Weight::Regular => REGULAR.get_or_init(|| Self::of(notosans::REGULAR_TTF)),
            Weight::Bold => BOLD.get_or_init(|| Self::of(notosans::BOLD_TTF)),
        }
    }

    fn of_letter(&self, letter: char) -> f32 {
        let place = usize::try_from(u32::from(letter)).unwrap_or(usize::MAX);
        let tabled = self.table.get(place).copied();
        tabled.unwrap_or_else(|| advance(self.face.as_ref(), letter))
    }
}

/// In parts of the letter's height. A letter the face has not is as wide as an m is likely to be.
fn advance(face: Option<&ttf_parser::Face<'_>>, letter: char) -> f32 {
    const UNKNOWN: f32 = 0.9;
    let found = face.and_then(|face| {
        let width = face.glyph_hor_advance(face.glyph_index(letter)?)?;
        Some(f32::from(width) / f32::from(face.units_per_em()))
    });
    found.unwrap_or(UNKNOWN)
}

/// How wide a word is, in points. Kerning is left out: it makes words narrower, if anything.
pub fn text_width(text: &str, lettering: Lettering) -> f32 {
    let weight = if lettering.is_bold() { Weight::Bold } else { Weight::Regular };
    let advances = Advances::get(weight);
    text.chars().map(|it| advances.of_letter(it)).sum::<f32>() * lettering.size()
}

/// The word if it fits into `room` points; else its beginning with an ellipsis.
pub fn shortened(text: &str, lettering: Lettering, room: f32, width: TextWidth<'_>) -> String {
    if width(text, lettering) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        kept.push('…');
        let fits = width(&kept, lettering) <= room;
        kept.pop();
        if !fits {
            kept.pop();
            break;
        }
    }
    let mut kept = kept.trim_end().to_owned();
    kept.push('…');
    kept
}

/// The words in lines no wider than `room`, at most so many; what is left over is cut.
pub fn wrapped(
    text: &str,
    lettering: Lettering,
    room: f32,
    most: usize,
    width: TextWidth<'_>,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || width(&longer, lettering) <= room {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    lines.extend(Some(line).filter(|it| !it.is_empty()));
    if most < lines.len() {
        let rest = lines.split_off(most.saturating_sub(1));
        lines.push(rest.join(" "));
    }
    lines.iter().map(|it| shortened(it, lettering, room, width)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seven(text: &str, _: Lettering) -> f32 {
        7.0 * text.chars().count() as f32
    }

    #[test]
    fn words_are_as_wide_as_the_font_says() {
        // fontTools says: a digit of Noto Sans is 1171 of 2048, in both weights.
        let width = text_width("2026", Lettering::Label);
        assert!((width - 4.0 * 1171.0 / 2048.0 * 12.5).abs() < 0.01, "{width}");
        let bold = text_width("2026", Lettering::Value);
        assert!((bold - 4.0 * 1171.0 / 2048.0 * 14.0).abs() < 0.01, "{bold}");
        assert!(text_width("rådgiver", Lettering::Label) < text_width("rådgiver", Lettering::Year));
    }

    #[test]
    fn long_words_are_cut_with_an_ellipsis() {
        assert_eq!(shortened("rådgiver", Lettering::Label, 56.0, &seven), "rådgiver");
        assert_eq!(shortened("rådgivere", Lettering::Label, 56.0, &seven), "rådgive…");
        assert_eq!(shortened("rådgivere", Lettering::Label, 3.0, &seven), "…");
    }

    #[test]
    fn sentences_are_broken_between_words() {
        let lines = wrapped("en to tre fire fem", Lettering::Label, 49.0, 9, &seven);
        assert_eq!(lines, ["en to", "tre", "fire", "fem"].map(str::to_owned).to_vec().as_slice());
        let lines = wrapped("en to tre fire fem", Lettering::Label, 49.0, 2, &seven);
        assert_eq!(lines, ["en to", "tre fi…"]);
    }
}
