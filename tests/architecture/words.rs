//! Words: what a person reads stands in `text`; a name in code means one thing.

use super::assert_none;
use super::house::HOUSE;

#[test]
fn words_stay_in_text() {
    // Names in files are a format, not words: they are listed in one place.
    const FORMATS: &[&str] = &[
        "import/columns.rs",
        "import/encoding.rs",
        "import/sheets/vocabulary.rs",
        "import/sheets/words.rs",
    ];
    let mut offences = Vec::new();
    for source in HOUSE.sources.values() {
        let path = source.path.as_str();
        if source.room() == "text" || source.is_test || FORMATS.contains(&path) {
            continue;
        }
        for (n, line) in source.code() {
            let comment = line.trim_start().starts_with("//");
            if !comment && line.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']) {
                offences.push(format!("{path}:{n}: {}", line.trim()));
            }
        }
    }
    assert_none(&offences);
}

/// Rooms with an `it` beyond a closure of one line, and how many. A number may only fall; `import` has an issue of its own.
const STILL_IT: &[(&str, usize)] = &[("import", 81)];

/// `it` is what a short closure is about. Whatever lives longer has a name.
#[test]
fn it_lives_on_one_line() {
    let mut offences = Vec::new();
    for source in HOUSE.sources.values() {
        for n in long_its(&source.text) {
            offences.push((source.room(), format!("{}:{n}: `it` wants a name", source.path)));
        }
    }
    super::sizes::may_only_fall(STILL_IT, &offences);
}

#[test]
fn a_planted_it_is_found() {
    assert!(long_its("fn a() { b.map(|it| it + 1).filter(|it| c(it, |n| n)) }").is_empty());
    assert!(long_its("// it is\nfn a() { \"it\"; b.map(|&it| it) }").is_empty());
    assert_eq!(long_its("for it in b {}"), [1]);
    assert_eq!(long_its("b.map(|it| {\n it + 1 })"), [2]);
    assert_eq!(long_its("b.map(|it|\n it.c(1))"), [2]);
    assert_eq!(long_its("b.map(|it| it.map(|it| it))"), [1]);
}

/// The lines on which an `it` stands that is no closure's of one line, or one inside another's.
fn long_its(text: &str) -> Vec<usize> {
    let mut offences = Vec::new();
    // A closure's `it` holds to the end of its line, or to the bracket that closes around it.
    for (n, line) in (1..).zip(text.lines()) {
        let line = without_texts(line);
        let mut open: Option<i32> = None;
        let mut depth = 0;
        let mut rest = line.as_str();
        while let Some(c) = rest.chars().next() {
            let opened =
                ["|it|", "|&it|", "|mut it|", "|it: "].iter().find(|it| rest.starts_with(**it));
            if let Some(opened) = opened {
                if open.is_some() {
                    offences.push(n);
                }
                open = Some(depth);
                rest = rest.get(opened.len()..).unwrap_or_default();
                continue;
            }
            let word = rest.chars().take_while(|it| it.is_alphanumeric() || *it == '_').count();
            if 0 < word {
                let end = rest.char_indices().nth(word).map_or(rest.len(), |it| it.0);
                let (name, after) = rest.split_at(end);
                if name == "it" && open.is_none() {
                    offences.push(n);
                }
                rest = after;
                continue;
            }
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => {
                    depth -= 1;
                    open = open.filter(|it| *it <= depth);
                }
                ',' | ';' => open = open.filter(|it| *it < depth),
                _ => {}
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    offences.dedup();
    offences
}

/// A line without its comment and what stands in quotes.
fn without_texts(line: &str) -> String {
    let mut kept = String::new();
    let mut in_text = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if in_text => drop(letters.next()),
            '"' => in_text = !in_text,
            '/' if !in_text && letters.peek() == Some(&'/') => break,
            _ if in_text => {}
            _ => kept.push(letter),
        }
    }
    kept
}

/// Rooms with tuples of more than two fields in types, and how many. A number may only fall; `import` has an issue of its own.
const STILL_TUPLES: &[(&str, usize)] = &[("import", 5)];

/// The third field wants a name, and so do the others then.
#[test]
fn a_tuple_has_two_fields() {
    let mut offences = Vec::new();
    for source in HOUSE.sources.values().filter(|it| !it.is_test) {
        for fields in source.tuples.iter().filter(|it| 2 < **it) {
            offences.push((source.room(), format!("{}: a tuple of {fields}", source.path)));
        }
    }
    super::sizes::may_only_fall(STILL_TUPLES, &offences);
}
