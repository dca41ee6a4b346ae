//! How much room words take where another program sets them: an estimate, rather too much than too little.
//!
//! Noto Sans, in which it is measured, is wider than what most offices set their files in.

use crate::chart::{Lettering, text_width};

/// The letters of a text: their height in points, and whether they are bold.
#[derive(Debug, Clone, Copy)]
pub struct Letters {
    pub size: f32,
    pub bold: bool,
}

/// How many times its own height a text is wide that needs no second line.
const SHORT: f32 = 5.4;

impl Letters {
    pub const fn plain(size: f32) -> Self {
        Self { size, bold: false }
    }

    pub const fn bold(size: f32) -> Self {
        Self { size, bold: true }
    }

    /// How wide a text is on one line, in points.
    pub fn width(self, text: &str) -> f32 {
        let lettering = if self.bold { Lettering::Year } else { Lettering::Label };
        text_width(text, lettering) * self.size / lettering.size()
    }

    /// How many lines a text takes in a column that is `room` points wide.
    pub fn lines(self, text: &str, room: f32) -> usize {
        text.split('\n').map(|it| lines_of(&[(self, it)], room)).sum()
    }

    /// The narrowest column in which a text takes no more than two lines.
    pub fn width_on_two_lines(self, text: &str) -> f32 {
        self.on_two_lines(text).split('\n').map(|it| self.width(it)).fold(0.0, f32::max)
    }

    /// The text, broken where its halves are shortest; a text of one word or of few letters is left as it is.
    pub fn on_two_lines(self, text: &str) -> String {
        if self.width(text) < self.size * SHORT {
            return text.to_owned();
        }
        let breaks = text.match_indices([' ', '\n']).map(|it| it.0);
        let halves = breaks.filter_map(|it| text.split_at_checked(it));
        let halves = halves.map(|(first, rest)| (first, rest.trim_start()));
        let wider = |(first, rest): &(&str, &str)| self.width(first).max(self.width(rest));
        let shortest = halves.min_by(|a, b| wider(a).total_cmp(&wider(b)));
        shortest.map_or_else(|| text.to_owned(), |(first, rest)| format!("{first}\n{rest}"))
    }
}

/// How many lines a text in different letters takes: broken between words, and inside a word that is wider than
/// the column.
pub fn lines_of(parts: &[(Letters, &str)], room: f32) -> usize {
    let room = room.max(1.0);
    let (mut lines, mut taken) = (1, 0.0_f32);
    for (letters, text) in parts {
        let space = letters.width(" ");
        for word in text.split(' ') {
            let wide = letters.width(word);
            let before = if taken == 0.0 { 0.0 } else { taken + space };
            if before + wide <= room {
                taken = before + wide;
                continue;
            }
            if 0.0 < taken {
                lines += 1;
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "how often a word is wider than its column: small, never negative"
            )]
            let broken = (wide / room) as usize;
            lines += broken;
            taken = wide - room * broken as f32;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A digit of Noto Sans is 1171 of 2048: "11 11" is four of them and a space of 532.
    #[test]
    fn words_are_broken_where_a_line_is_full() {
        let letters = Letters::plain(20.48);
        let (digit, space) = (11.71, 5.32);
        assert!((letters.width("1111") - 4.0 * digit).abs() < 0.05);
        let two_words = 4.0 * digit + space;
        assert_eq!(letters.lines("11 11", two_words + 0.1), 1);
        assert_eq!(letters.lines("11 11", two_words - 0.1), 2);
        assert_eq!(letters.lines("11\n11", 100.0), 2);
        assert_eq!(letters.lines("", 100.0), 1);
        // A word of ten digits in a column of four: three lines.
        assert_eq!(letters.lines("1111111111", 4.0 * digit + 0.1), 3);
    }

    #[test]
    fn a_heading_is_halved_where_its_halves_are_shortest() {
        let letters = Letters::bold(9.0);
        let found = letters.width_on_two_lines("Mod 2. halvår 2024");
        assert!((found - letters.width("halvår 2024").max(letters.width("Mod 2."))).abs() < 0.01);
        assert_eq!(letters.on_two_lines("I alt"), "I alt");
        assert!((letters.width_on_two_lines("Mål") - letters.width("Mål")).abs() < 0.01);
    }
}
