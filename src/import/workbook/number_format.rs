//! What formats of numbers show, in XLSX and XLS alike: a date, a share, or the number itself.

/// What is seen of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shows {
    #[default]
    Number,
    Date,
    /// A hundredth as one: `0.24` is 24%.
    Percent,
}

/// What a format that every workbook knows shows, by its number.
pub const fn known(id: u32) -> Shows {
    match id {
        9 | 10 => Shows::Percent,
        _ if is_known_date(id) => Shows::Date,
        _ => Shows::Number,
    }
}

/// What a format that a workbook brings itself shows.
pub fn own(format: &str) -> Shows {
    if is_date(format) {
        Shows::Date
    } else if is_percent(format) {
        Shows::Percent
    } else {
        Shows::Number
    }
}

/// A percent sign that is no letter of a text, in the first of several sections.
fn is_percent(format: &str) -> bool {
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => return false,
            '"' => drop(letters.by_ref().find(|it| *it == '"')),
            '\\' | '_' | '*' => drop(letters.next()),
            '%' => return true,
            _ => {}
        }
    }
    false
}

/// Whether the format with this number is one of the date formats that every workbook knows.
const fn is_known_date(id: u32) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=58)
}

/// Whether a format that a workbook brings itself shows a day, a month or a year.
fn is_date(format: &str) -> bool {
    let mut letters = format.chars();
    let mut shows = false;
    while let Some(letter) = letters.next() {
        match letter {
            // Of several sections the first counts.
            ';' => break,
            '"' => drop(letters.by_ref().find(|it| *it == '"')),
            '\\' | '_' | '*' => drop(letters.next()),
            // Colours, conditions and languages; hours that run on are no date.
            '[' => drop(letters.by_ref().find(|it| *it == ']')),
            'y' | 'Y' | 'd' | 'D' | '\u{e5}' | '\u{c5}' => shows = true,
            'm' | 'M' => shows = shows || !format.contains(['h', 'H', 's', 'S']),
            '0' | '#' | '?' => return false,
            _ => {}
        }
    }
    shows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_no_number_of_anything() {
        for format in ["0%", "0.0%", "#,##0 %", "0.00\\ %"] {
            assert_eq!(own(format), Shows::Percent, "{format}");
        }
        for format in ["0\"%\"", "0;0%", "0\\%", "0"] {
            assert_eq!(own(format), Shows::Number, "{format}");
        }
        assert_eq!((known(9), known(10), known(14), known(1)), {
            (Shows::Percent, Shows::Percent, Shows::Date, Shows::Number)
        });
    }

    #[test]
    fn formats_with_days_months_or_years_are_dates() {
        for format in [
            "mmm\\-yy",
            "yyyy-mm-dd",
            "d. mmmm yyyy",
            "[$-406]mmmm yyyy",
            "dd/mm/yy;@",
            "mmm",
            "M/d/yyyy h:mm",
        ] {
            assert!(is_date(format), "{format}");
        }
        for format in [
            "General",
            "0",
            "#,##0.00",
            "0\" dage\"",
            "h:mm:ss",
            "[h]:mm",
            "mm:ss",
            "0.0%",
            "@",
            "\"d\"0",
            "",
        ] {
            assert!(!is_date(format), "{format}");
        }
    }
}
