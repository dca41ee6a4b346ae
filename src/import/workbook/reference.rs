//! Names of cells, `C6`, and of the columns in them.

pub use crate::book::draft::cell_name;

/// 0 for `A`; `None` for anything but one to three letters.
pub fn column_number(name: &str) -> Option<u32> {
    let fits =
        !name.is_empty() && name.len() <= 3 && name.bytes().all(|it| it.is_ascii_alphabetic());
    let digit = |it: u8| u32::from(it.to_ascii_uppercase() - b'A') + 1;
    fits.then(|| name.bytes().fold(0, |sum, it| sum * 26 + digit(it)) - 1)
}

/// `A1:O2`, or `A1` where it is one cell; rows and columns from 0.
pub fn range_name(from: (u32, u32), to: (u32, u32)) -> String {
    if from == to {
        return cell_name(from.0, from.1);
    }
    format!("{}:{}", cell_name(from.0, from.1), cell_name(to.0, to.1))
}

/// Row and column from 0; dollars are passed over.
pub fn parse_cell(text: &str) -> Option<(u32, u32)> {
    let text = text.replace('$', "");
    let split = text.find(|it: char| it.is_ascii_digit())?;
    let (letters, digits) = text.split_at_checked(split)?;
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column_number(letters)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::draft::column_name;

    #[test]
    fn names_and_numbers_of_columns_agree() {
        for (number, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")] {
            assert_eq!(column_name(number), name);
            assert_eq!(column_number(name), Some(number));
        }
        assert_eq!(column_number(""), None);
        assert_eq!(column_number("ABCD"), None);
        assert_eq!(parse_cell("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(parse_cell("$C$6"), Some((5, 2)));
        for odd in ["", "6", "C", "C0", "C6C", "6C", "\u{e6}1", "C99999999999"] {
            assert_eq!(parse_cell(odd), None, "{odd}");
        }
        assert_eq!(range_name((0, 0), (1, 14)), "A1:O2");
        assert_eq!(range_name((28, 0), (28, 0)), "A29");
    }
}
