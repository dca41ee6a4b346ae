//! Blocks of cells as text, the way Excel and LibreOffice put them on the clipboard.

/// Rows of cells from tab-separated text. A cell in quotes may hold tabs and line breaks; a quote in it is doubled.
pub fn read_block(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\r' | '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    row.push(cell);
    rows.push(row);
    rows
}

/// Tab-separated text with a line break of Windows after each row, as spreadsheets expect it.
pub fn block_text(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| row.join("\t") + "\r\n";
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let expected: Vec<Vec<String>> =
            expected.iter().map(|row| row.iter().map(|it| (*it).to_owned()).collect()).collect();
        assert_eq!(read_block(text), expected, "{text:?}");
    }

    #[test]
    fn blocks_of_excel_and_libreoffice_are_read() {
        check("31\t30\r\n24\t25\r\n", &[&["31", "30"], &["24", "25"]]);
        check("31\t30\n24\t25\n", &[&["31", "30"], &["24", "25"]]);
        check("31", &[&["31"]]);
        check("31\t\r\n\t25", &[&["31", ""], &["", "25"]]);
        check("1\r2", &[&["1"], &["2"]]);
    }

    #[test]
    fn quoted_cells_may_hold_anything() {
        check("\"a\tb\"\t\"c\nd\"\t\"5\"\"\"\n6", &[&["a\tb", "c\nd", "5\""], &["6"]]);
        check("5\" rør\t1", &[&["5\" rør", "1"]]);
        // A quote that is never closed takes the rest; nothing is lost.
        check("\"1\t2\n3", &[&["1\t2\n3"]]);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let rows =
            vec![vec!["31".to_owned(), String::new()], vec!["33,25".to_owned(), "7".to_owned()]];
        assert_eq!(read_block(&block_text(&rows)), rows);
    }
}
