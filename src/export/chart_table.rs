//! A chart's numbers for other programs: CSV, and a table for the clipboard as text and as HTML.

use super::csv_rows;
use super::xml_text::safe;
use crate::chart::{Chart, DataTable};
use crate::domain::Thousandths;
use crate::import::{Dialect, guarded};

/// A row a place on the axis: each series' number, and what it is made of. Empty is missing.
pub fn chart_csv(chart: &Chart) -> std::io::Result<Vec<u8>> {
    let table = chart.table();
    csv_rows::file(Dialect::Danish, |rows| {
        rows.texts(&table.head)?;
        for at in chart.places() {
            rows.text(&at.key());
            for series in &chart.series {
                let point = series.points.iter().find(|it| it.at == at);
                rows.short_decimal(point.and_then(|it| it.value).map(thousandths));
                rows.text(point.map_or("", |it| it.basis.as_str()));
            }
            rows.end_row()?;
        }
        Ok(())
    })
}

fn thousandths(value: f64) -> Thousandths {
    #[expect(clippy::cast_possible_truncation, reason = "cut to the range where it is far outside")]
    let thousandths = (value * 1000.0).round() as i64;
    Thousandths(thousandths)
}

/// For the clipboard: a tab between cells and a line a row, as spreadsheets read it.
pub fn table_text(table: &DataTable) -> String {
    let row = |cells: &Vec<String>| cells.iter().map(|it| cell(it)).collect::<Vec<_>>().join("\t");
    let rows: Vec<String> = [&table.head].into_iter().chain(&table.rows).map(row).collect();
    rows.join("\r\n")
}

/// The same as an HTML table, as word processors and mail read it.
pub fn table_html(table: &DataTable) -> String {
    let mut html = String::from("<meta charset=\"utf-8\"><table><thead>");
    row_html(&mut html, &table.head, "th");
    html.push_str("</thead><tbody>");
    for row in &table.rows {
        row_html(&mut html, row, "td");
    }
    html.push_str("</tbody></table>");
    html
}

fn row_html(html: &mut String, cells: &[String], element: &str) {
    html.push_str("<tr>");
    for text in cells {
        let align = if is_number(text) { " style=\"text-align:right\"" } else { "" };
        html.extend(["<", element, align, ">", &safe(text), "</", element, ">"]);
    }
    html.push_str("</tr>");
}

/// No tab or line within it, and nothing that a spreadsheet would compute.
fn cell(text: &str) -> String {
    let flat = text.replace(['\t', '\r', '\n'], " ");
    if is_number(&flat) { flat } else { guarded(&flat).into_owned() }
}

/// "-0,6", "35,3 %", "1.234".
fn is_number(text: &str) -> bool {
    let mut letters = text.trim_start_matches(['-', '+']).chars();
    let begins = letters.next().is_some_and(|it| it.is_ascii_digit());
    begins
        && letters.all(|it| it.is_ascii_digit() || matches!(it, '.' | ',' | ' ' | '\u{a0}' | '%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> DataTable {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        DataTable {
            head: row(["Måned", "=SUM(A1)", "Grundlag"]),
            rows: vec![
                row(["oktober 2026", "-0,6", "a\tb <i>"]),
                row(["september 2026", "..", ""]),
            ],
        }
    }

    #[test]
    fn the_clipboard_gets_cells_that_stay_cells_and_compute_nothing() {
        let text = table_text(&table());
        assert_eq!(
            text,
            "Måned\t'=SUM(A1)\tGrundlag\r\noktober 2026\t-0,6\ta b <i>\r\nseptember 2026\t..\t"
        );
    }

    #[test]
    fn html_is_escaped_and_numbers_stand_to_the_right() {
        let html = table_html(&table());
        assert!(html.contains("<th>=SUM(A1)</th>"), "{html}");
        assert!(html.contains("<td style=\"text-align:right\">-0,6</td>"), "{html}");
        assert!(html.contains("&lt;i&gt;"), "{html}");
    }
}
