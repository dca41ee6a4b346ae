//! Which formats of numbers show a date, in XLSX and XLS alike.

/// Whether the format with this number is one of the date formats that every workbook knows.
pub const fn is_known_date(id: u32) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=58)
}

/// Whether a format that a workbook brings itself shows a day, a month or a year.
pub fn is_date(format: &str) -> bool {
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
