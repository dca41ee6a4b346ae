//! Turns bytes into letters: byte order mark, else strict UTF-8, else Windows-1252, and a doubt rather than wrong letters.

use std::borrow::Cow;
use std::io::Read;

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::book::EncodingDoubt;

/// What the first bytes say. The mark's own length comes with it.
pub fn sixteen_bit(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// What the letters of a file have shown themselves to be, so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    #[default]
    Ascii,
    Utf8,
    Windows,
}

impl Letters {
    /// The text of some bytes, or why it cannot be told. A file does not change its mind.
    pub fn decode<'a>(&mut self, bytes: &'a [u8]) -> Result<Cow<'a, str>, EncodingDoubt> {
        if bytes.is_ascii() {
            return Ok(String::from_utf8_lossy(bytes));
        }
        match (std::str::from_utf8(bytes), *self) {
            (Ok(_), Self::Windows) | (Err(_), Self::Utf8) => Err(EncodingDoubt::Mixed),
            (Ok(text), Self::Ascii | Self::Utf8) => {
                *self = Self::Utf8;
                Ok(Cow::Borrowed(text))
            }
            (Err(_), Self::Ascii | Self::Windows) => {
                if let Some(doubt) = doubt(bytes) {
                    return Err(doubt);
                }
                *self = Self::Windows;
                let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
                Ok(text)
            }
        }
    }
}

/// Whether bytes that are not UTF-8 look like something else than Windows-1252.
pub fn doubt(bytes: &[u8]) -> Option<EncodingDoubt> {
    let is_letter = |it: Option<&u8>| it.is_some_and(|it| it.is_ascii_alphabetic() || 0xC0 <= *it);
    let mut found = None;
    for (at, byte) in bytes.iter().enumerate() {
        let before = is_letter(at.checked_sub(1).and_then(|it| bytes.get(it)));
        let after = is_letter(bytes.get(at + 1));
        let guess = match *byte {
            // Danish letters of UTF-8 among bytes that are not.
            0xC3 if bytes.get(at + 1).is_some_and(|it| (0x80..0xC0).contains(it)) => {
                Some(EncodingDoubt::Mixed)
            }
            // Letters of code page 865; nothing at all in Windows-1252, or a dagger or bracket in a word.
            0x8D | 0x8F | 0x90 | 0x9D => Some(EncodingDoubt::Dos),
            0x86 | 0x9B if before || after => Some(EncodingDoubt::Dos),
            0x91 | 0x84 | 0x94 if before && after => Some(EncodingDoubt::Dos),
            0x92 if !before && after => Some(EncodingDoubt::Dos),
            // Letters of the old Mac.
            0x81 => Some(EncodingDoubt::Mac),
            0x8C | 0xBF | 0xAF if before || after => Some(EncodingDoubt::Mac),
            0xBE | 0xAE if after => Some(EncodingDoubt::Mac),
            _ => None,
        };
        found = found.or(guess);
    }
    found
}

/// The text without one decoding too many, when it has one: two odd signs for one letter.
pub fn decoded_once(text: &str) -> Option<String> {
    if !text.contains(['\u{C3}', '\u{C2}']) {
        return None;
    }
    let (bytes, _, unmappable) = WINDOWS_1252.encode(text);
    let once = String::from_utf8(bytes.into_owned()).ok()?;
    (!unmappable && once.len() < text.len()).then_some(once)
}

/// Reads sixteen-bit text as UTF-8.
pub struct Utf8Reader<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    used: usize,
    ended: bool,
}

impl<R: Read> Utf8Reader<R> {
    pub fn new(source: R, encoding: &'static Encoding) -> Self {
        Self {
            source,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: Vec::new(),
            used: 0,
            ended: false,
        }
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        loop {
            if self.used == self.raw.len() && !self.ended {
                self.raw.clear();
                self.used = 0;
                let read = (&mut self.source).take(1 << 16).read_to_end(&mut self.raw)?;
                self.ended = read == 0;
            }
            let raw = self.raw.get(self.used..).unwrap_or_default();
            let (result, used, written, _) = self.decoder.decode_to_utf8(raw, into, self.ended);
            self.used += used;
            let done = self.ended && result == CoderResult::InputEmpty;
            if written != 0 || done || into.len() < 4 {
                return Ok(written);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_tables_are_doubted() {
        assert_eq!(doubt(b"M\x86ned"), Some(EncodingDoubt::Dos));
        assert_eq!(doubt(b";\x92LM;"), Some(EncodingDoubt::Dos));
        assert_eq!(doubt(b"M\x8Cned"), Some(EncodingDoubt::Mac));
        assert_eq!(doubt(b"B\xBFrn"), Some(EncodingDoubt::Mac));
        assert_eq!(doubt(b"M\xE5ned; \xD8st, it\x92s 2019\x962020 \xBB5 \x80\xAB"), None);
    }

    #[test]
    fn a_file_keeps_to_one_way_of_writing_letters() {
        let mut letters = Letters::default();
        assert_eq!(letters.decode(b"abc").unwrap(), "abc");
        assert_eq!(letters.decode("\u{F8}".as_bytes()).unwrap(), "\u{F8}");
        assert_eq!(letters.decode(b"B\xF8rn"), Err(EncodingDoubt::Mixed));
    }

    #[test]
    fn double_decoding_is_seen() {
        assert_eq!(decoded_once("B\u{C3}\u{B8}rn").as_deref(), Some("B\u{F8}rn"));
        assert_eq!(decoded_once("S\u{C3}O"), None);
    }
}
