//! The only place that writes to the terminal. JSON and tables to standard output, words to standard error.

use std::io::Write as _;

/// Writes a text as it is. A reader who has gone away is not an error.
pub fn print(text: &str) {
    let mut output = std::io::stdout().lock();
    let _gone = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

/// Writes a line of words beside the output.
pub fn say(line: &str) {
    let mut output = std::io::stderr().lock();
    let _gone = writeln!(output, "{line}");
}

/// Writes a value as JSON with a line end.
pub fn print_json(value: &serde_json::Value) {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    print(&text);
}
