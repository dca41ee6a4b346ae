//! A chart in words.

use crate::chart::samples::line;

#[test]
fn words_name_the_lowest_the_highest_the_newest_and_the_gaps() {
    let chart = line("2025-01", &[Some(3.0), Some(9.0), None, Some(4.0)]);
    assert_eq!(
        chart.in_words(),
        "Titel. Undertitel. Lavest 3,0 (januar 2025), højest 9,0 (februar 2025), \
         senest 4,0 (april 2025). Mangler marts 2025"
    );
}

#[test]
fn the_table_has_a_row_a_month_newest_first() {
    let table = line("2025-01", &[Some(3.0), None]).table();
    assert_eq!(table.rows[0], ["februar 2025", "..", ""]);
    assert_eq!(table.head, ["Måned", "Tal", "Grundlag"]);
    assert_eq!(table.rows[1], ["januar 2025", "3,0", ""]);
}

#[test]
fn of_several_series_each_is_named() {
    let mut chart = line("2025-01", &[Some(3.0), Some(9.0)]);
    chart.series.push(crate::chart::Series { name: "Andet".to_owned(), ..chart.series[0].clone() });
    let words = chart.in_words();
    assert!(
        words.contains(". Tal: Lavest 3,0") && words.contains(". Andet: Lavest 3,0"),
        "{words}"
    );
}
