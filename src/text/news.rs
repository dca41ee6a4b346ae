//! What is new in the program, as its users read it: the newest chapter of the list of changes, in Danish.

const CHANGES: &str = include_str!("../../CHANGELOG.md");

/// The points of the newest version, one a line, without the marks of their markup.
pub fn newest() -> Vec<String> {
    points(CHANGES)
}

fn points(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let chapter = text.split("\n## ").nth(1).unwrap_or_default();
    for line in chapter.lines().skip(1) {
        let plain = line.replace(['`', '*'], "");
        match (plain.strip_prefix("- "), found.last_mut()) {
            (Some(point), _) => found.push(point.trim().to_owned()),
            (None, Some(point)) if plain.starts_with("  ") => {
                point.push(' ');
                point.push_str(plain.trim());
            }
            (None, _) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_go_over_lines_are_put_together_and_older_chapters_left_out() {
        let text =
            "# Nyt\n\n## 0.2\n\nHej.\n\n- *Et*,\n  og `to`.\n- Tre.\n\n## 0.1\n\n- Gammelt.\n";
        assert_eq!(points(text), ["Et, og to.", "Tre."]);
        assert!(newest().len() > 5);
    }
}
