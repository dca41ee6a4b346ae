//! Records are cut as the csv crate cuts them, and broken ones are named.

use proptest::prelude::*;

use super::*;

/// Gives its bytes a few at a time.
struct Drip<'a>(&'a [u8], usize);

impl Read for Drip<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.0.len().min(self.1).min(into.len());
        into[..count].copy_from_slice(&self.0[..count]);
        self.0 = &self.0[count..];
        Ok(count)
    }
}

fn records(bytes: &[u8]) -> Result<Vec<(u32, Vec<String>)>, Reason> {
    let mut records = Records::new(Drip(bytes, 3));
    let mut all = Vec::new();
    loop {
        match records.advance() {
            Ok(Some(line)) => {
                let (text, fields) = records.record();
                let fields =
                    fields.iter().map(|it| String::from_utf8_lossy(&text[it.clone()]).into_owned());
                all.push((line, fields.collect()));
            }
            Ok(None) => return Ok(all),
            Err(Stop::Broken(reason)) => return Err(reason),
            Err(Stop::Failed(error)) => panic!("{error}"),
        }
    }
}

#[track_caller]
fn check(text: &str, expected: &[(u32, &[&str])]) {
    let read = records(text.as_bytes()).unwrap();
    let expected: Vec<(u32, Vec<String>)> = expected
        .iter()
        .map(|(line, fields)| (*line, fields.iter().map(ToString::to_string).collect()))
        .collect();
    assert_eq!(read, expected, "{text:?}");
}

#[test]
fn lines_end_in_any_of_three_ways() {
    check("a;b\r\nc;d\r\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    check("a;b\nc;d", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    check("a;b\rc;d\r", &[(1, &["a", "b"]), (2, &["c", "d"])]);
    check("a\r\n\r\nb;\r\n", &[(1, &["a"]), (3, &["b", ""])]);
}

#[test]
fn quotes_hold_separators_line_ends_and_quotes() {
    check(
        "\"a;b\r\nc\";\"d \"\"e\"\"\"\r\nf;g",
        &[(1, &["a;b\r\nc", "d \"e\""]), (3, &["f", "g"])],
    );
    check("5\" pipe;x\n", &[(1, &["5\" pipe", "x"])]);
    check("\"\";\n", &[(1, &["", ""])]);
}

#[test]
fn broken_records_are_named() {
    assert_eq!(records(b"a;\"b\nc;d\n"), Err(Reason::UnclosedQuote));
    assert_eq!(records(b"a;\"b\"c\n"), Err(Reason::AfterQuote));
    assert_eq!(records(b"a;b\0\n"), Err(Reason::NulByte));
    assert_eq!(records(&vec![b'x'; LONGEST * 2]), Err(Reason::LineTooLong));
}

proptest! {
    #[test]
    fn what_the_csv_crate_writes_is_read(rows in prop::collection::vec(prop::collection::vec("[a;\"\r\n ,\u{e6}]{0,6}", 2..5), 1..6)) {
        let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let read: Vec<Vec<String>> = records(&bytes).unwrap().into_iter().map(|it| it.1).collect();
        prop_assert_eq!(read, rows);
    }
}

/// The collection of odd CSV files, with what each says as JSON.
#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_spectrum_of_csv_files_says_what_its_json_says() {
    let folder = std::path::Path::new(env!("SHARED_FOLDER")).join("corpora/csv-spectrum");
    let mut count = 0;
    for entry in folder.join("csvs").read_dir().unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let json = std::fs::read(folder.join(format!("json/{name}.json"))).unwrap();
        let json: serde_json::Value =
            serde_json::from_str(&String::from_utf8_lossy(&json)).unwrap();
        // One file has its only row as an object of its own.
        let mut expected = json.as_array().cloned().unwrap_or_else(|| vec![json.clone()]);
        let bytes = std::fs::read(&path).unwrap();
        let mut records = Records::new(bytes.as_slice());
        records.set_separator(b',');
        let mut rows: Vec<Vec<String>> = Vec::new();
        while records.advance().unwrap().is_some() {
            let (text, fields) = records.record();
            let field = |it: &Range<usize>| String::from_utf8_lossy(&text[it.clone()]).into_owned();
            rows.push(fields.iter().map(field).collect());
        }
        let head = rows.remove(0);
        let found: Vec<serde_json::Value> = rows
            .iter()
            .map(|row| {
                assert_eq!(row.len(), head.len(), "{name}");
                head.iter().cloned().zip(row.iter().cloned().map(serde_json::Value::from)).collect()
            })
            .collect();
        // In this one the two files do not agree on the first field: the CSV says what the CSV says.
        if name == "location_coordinates" {
            expected[0]["Contact Phone Number"] = "2095257564".into();
        }
        assert_eq!(found, expected, "{name}");
        count += 1;
    }
    assert_eq!(count, 12);
}
