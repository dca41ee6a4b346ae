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
    stage: Stage,
    /// Decoded and not yet taken: whoever reads may want fewer bytes than a letter has.
    decoded: Vec<u8>,
    taken: usize,
}

/// How far a text has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    More,
    /// The source has no more bytes than those that were read.
    LastBytes,
    /// The decoder has given its last letter, and may not be asked again.
    Finished,
}

/// Bytes decoded at a time.
const DECODED: usize = 1 << 16;

impl<R: Read> Utf8Reader<R> {
    pub fn new(source: R, encoding: &'static Encoding) -> Self {
        Self {
            source,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: Vec::new(),
            used: 0,
            stage: Stage::More,
            decoded: Vec::new(),
            taken: 0,
        }
    }

    /// Decodes the next stretch; nothing is left once it is empty.
    fn decode_on(&mut self) -> std::io::Result<()> {
        self.taken = 0;
        self.decoded.clear();
        while self.decoded.is_empty() && self.stage != Stage::Finished {
            if self.used == self.raw.len() && self.stage == Stage::More {
                self.raw.clear();
                self.used = 0;
                let read = (&mut self.source).take(1 << 16).read_to_end(&mut self.raw)?;
                if read == 0 {
                    self.stage = Stage::LastBytes;
                }
            }
            self.decoded.resize(DECODED, 0);
            let raw = self.raw.get(self.used..).unwrap_or_default();
            let is_last = self.stage == Stage::LastBytes;
            let (result, used, written, _) =
                self.decoder.decode_to_utf8(raw, &mut self.decoded, is_last);
            self.used += used;
            self.decoded.truncate(written);
            if is_last && result == CoderResult::InputEmpty {
                self.stage = Stage::Finished;
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.taken == self.decoded.len() {
            self.decode_on()?;
        }
        let mut ready = self.decoded.get(self.taken..).unwrap_or_default();
        let read = ready.read(into)?;
        self.taken += read;
        Ok(read)
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

    /// Random bytes found that a half letter at the end was asked for twice.
    #[test]
    fn sixteen_bit_text_may_end_in_half_a_letter() {
        for (mark, bytes) in
            [(UTF_16LE, b"\xFF\xFEa\0b".as_slice()), (UTF_16BE, b"\xFE\xFF\0a\0".as_slice())]
        {
            let mut text = String::new();
            Utf8Reader::new(bytes, mark).read_to_string(&mut text).unwrap();
            assert_eq!(text, "a\u{FFFD}");
        }
    }

    /// A letter that does not fit where it is wanted is no end: long files lost their rest there.
    #[test]
    fn a_long_sixteen_bit_text_is_read_to_its_end() {
        let text: String =
            (0..60_000).map(|it| if it % 3 == 0 { '\u{20AC}' } else { 'a' }).collect();
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for most in [1_u64, 2, 3, 1000] {
            let mut reader = Utf8Reader::new(bytes.as_slice(), UTF_16LE);
            let mut found = Vec::new();
            while 0 < (&mut reader).take(most).read_to_end(&mut found).unwrap() {}
            assert!(found == text.as_bytes(), "{most}: {} bytes", found.len());
        }
    }

    #[test]
    fn double_decoding_is_seen() {
        assert_eq!(decoded_once("B\u{C3}\u{B8}rn").as_deref(), Some("B\u{F8}rn"));
        assert_eq!(decoded_once("S\u{C3}O"), None);
    }
}
