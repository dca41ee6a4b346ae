//! Bytes of change blocks: variable-length numbers, optional values, text. Reading never trusts a length.

/// The bytes are not a block of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a readable block of changes")]
pub struct BlockError;

/// Appends values to a block.
#[derive(Debug, Default)]
pub struct WireWriter {
    pub bytes: Vec<u8>,
}

impl WireWriter {
    pub fn unsigned(&mut self, mut value: u64) {
        while 0x80 <= value {
            self.bytes.push(value.to_le_bytes()[0] | 0x80);
            value >>= 7;
        }
        self.bytes.push(value.to_le_bytes()[0]);
    }

    /// Small numbers of either sign take one byte.
    pub fn signed(&mut self, value: i64) {
        self.unsigned(((value << 1) ^ (value >> 63)).cast_unsigned());
    }

    /// 0 is none; anything else is one more than the value.
    pub fn optional(&mut self, value: Option<u32>) {
        self.unsigned(value.map_or(0, |it| u64::from(it) + 1));
    }

    pub fn text(&mut self, text: &str) {
        self.unsigned(text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// Reads values back, refusing what cannot be.
#[derive(Debug, Clone, Copy)]
pub struct WireReader<'a> {
    rest: &'a [u8],
}

impl<'a> WireReader<'a> {
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub fn byte(&mut self) -> Result<u8, BlockError> {
        let (first, rest) = self.rest.split_first().ok_or(BlockError)?;
        self.rest = rest;
        Ok(*first)
    }

    pub fn unsigned(&mut self) -> Result<u64, BlockError> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(BlockError)
    }

    pub fn signed(&mut self) -> Result<i64, BlockError> {
        let value = self.unsigned()?;
        Ok((value >> 1).cast_signed() ^ -(value & 1).cast_signed())
    }

    pub fn number(&mut self) -> Result<u32, BlockError> {
        u32::try_from(self.unsigned()?).or(Err(BlockError))
    }

    pub fn optional(&mut self) -> Result<Option<u32>, BlockError> {
        match self.unsigned()? {
            0 => Ok(None),
            value => u32::try_from(value - 1).map(Some).or(Err(BlockError)),
        }
    }

    /// Bytes with their length before them.
    pub fn raw(&mut self) -> Result<&'a [u8], BlockError> {
        let length = usize::try_from(self.unsigned()?).or(Err(BlockError))?;
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or(BlockError)?;
        self.rest = rest;
        Ok(bytes)
    }

    pub fn text(&mut self) -> Result<&'a str, BlockError> {
        std::str::from_utf8(self.raw()?).or(Err(BlockError))
    }
}
