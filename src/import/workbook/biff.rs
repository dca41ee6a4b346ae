//! Records of an XLS workbook (MS-XLS), one after another, and the strings in them, that may run on into the next record.

use encoding_rs::WINDOWS_1252;

use super::compound::u16_at;

/// A record that goes on where the one before it ended.
const CONTINUE: u16 = 0x003C;

/// How letters are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// Excel 5 and 95: one byte a letter.
    Five,
    /// Excel 97 and later: one or two bytes a letter, as each string says.
    Eight,
}

/// How many bytes each letter of a string takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Width {
    One,
    Two,
}

impl Width {
    const fn of(flags: u8) -> Self {
        if flags & 1 == 0 { Self::One } else { Self::Two }
    }
}

/// A record and where the next one begins.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
    pub next: usize,
}

/// The record at this place; `None` at the end, or where one does not end.
pub fn record(stream: &[u8], at: usize) -> Option<Record<'_>> {
    let kind = u16_at(stream, at)?;
    let from = at.checked_add(4)?;
    let next = from.checked_add(usize::from(u16_at(stream, at + 2)?))?;
    Some(Record { kind, data: stream.get(from..next)?, next })
}

/// The bytes of a record and of those that continue it.
pub fn continued<'a>(stream: &'a [u8], first: &Record<'a>) -> Vec<&'a [u8]> {
    let mut parts = vec![first.data];
    let mut at = first.next;
    while let Some(more) = record(stream, at).filter(|it| it.kind == CONTINUE) {
        parts.push(more.data);
        at = more.next;
    }
    parts
}

/// Reads on from part to part.
pub struct Parts<'a> {
    all: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Parts<'a> {
    pub const fn new(all: Vec<&'a [u8]>) -> Self {
        Self { all, part: 0, at: 0 }
    }

    fn byte(&mut self) -> Option<u8> {
        loop {
            let part = self.all.get(self.part)?;
            if let Some(byte) = part.get(self.at) {
                self.at += 1;
                return Some(*byte);
            }
            self.part += 1;
            self.at = 0;
        }
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, count: usize) -> Option<()> {
        (0..count).try_for_each(|_| self.byte().map(drop))
    }

    fn is_at_end_of_part(&self) -> bool {
        self.all.get(self.part).is_some_and(|it| it.len() <= self.at)
    }

    /// A string of the shared ones: its letters, without its formats and its pronunciation.
    pub fn shared_string(&mut self) -> Option<String> {
        let count = self.u16()?;
        let flags = self.byte()?;
        let runs = if flags & 0x08 == 0 { 0 } else { usize::from(self.u16()?) };
        let spoken = if flags & 0x04 == 0 { 0 } else { self.u32()? as usize };
        let text = self.letters(usize::from(count), Width::of(flags))?;
        self.skip(runs * 4)?;
        self.skip(spoken)?;
        Some(text)
    }

    /// Letters; where they run on into the next record, that says anew how wide they are.
    fn letters(&mut self, count: usize, mut width: Width) -> Option<String> {
        let mut units = Vec::with_capacity(count.min(1 << 12));
        for _ in 0..count {
            if self.is_at_end_of_part() && self.part + 1 < self.all.len() {
                width = Width::of(self.byte()?);
            }
            units.push(match width {
                Width::One => u16::from(self.byte()?),
                Width::Two => self.u16()?,
            });
        }
        Some(String::from_utf16_lossy(&units))
    }
}

/// How many bytes a string's length takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    One,
    Two,
}

/// The string that stands at the end of a record.
pub fn string(data: &[u8], at: usize, length: Length, version: Version) -> Option<String> {
    let (count, at) = match length {
        Length::One => (usize::from(*data.get(at)?), at + 1),
        Length::Two => (usize::from(u16_at(data, at)?), at + 2),
    };
    if version == Version::Five {
        let bytes = data.get(at..at + count)?;
        return Some(WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned());
    }
    let flags = *data.get(at)?;
    Parts::new(vec![data.get(at + 1..)?]).letters(count, Width::of(flags))
}

pub fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    let part = bytes.get(at..at.checked_add(8)?)?;
    part.try_into().ok().map(f64::from_le_bytes)
}

/// A number in four bytes: thirty bits of a whole number or of a broken one, perhaps in hundredths.
pub fn packed_number(bits: u32) -> f64 {
    let is_whole = bits & 2 != 0;
    let number = if is_whole {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

/// What a cell that could not be computed shows.
pub const fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_those_of_the_specification() {
        // From MS-XLS 2.5.217 by hand: whole, whole in hundredths, broken.
        let same = |bits: u32, number: f64| {
            assert_eq!(packed_number(bits).to_bits(), number.to_bits(), "{bits:x}");
        };
        same(24 << 2 | 2, 24.0);
        same((-3_i32).cast_unsigned() << 2 | 2, -3.0);
        same(4267 << 2 | 3, 42.67);
        same(0x3FF0_0000, 1.0);
        same(0x4059_0001, 1.0);
    }

    #[test]
    fn a_string_may_run_on_and_change_its_width_there() {
        let first = [3, 0, 0, b'a'];
        let second = [1, 0xE6, 0, 0xF8, 0];
        let mut parts = Parts::new(vec![&first, &second]);
        assert_eq!(parts.shared_string().as_deref(), Some("a\u{e6}\u{f8}"));
        assert_eq!(Parts::new(vec![&first]).shared_string(), None);
    }
}
