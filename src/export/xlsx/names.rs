//! Names of sheets and tables as a workbook takes them: short, unique, without the signs it forbids.

use std::collections::BTreeSet;

use crate::text::{Lang, tr};

/// The most characters a sheet's name may have.
const LONGEST: usize = 31;

pub struct SheetNames {
    lang: Lang,
    /// In small letters: a workbook does not tell capitals apart.
    taken: BTreeSet<String>,
    tables: usize,
}

impl SheetNames {
    pub fn new(lang: Lang) -> Self {
        Self { lang, taken: BTreeSet::new(), tables: 0 }
    }

    /// A sheet named by the program.
    pub fn own(&mut self, key: &str) -> String {
        let name = tr(self.lang, key);
        self.of(&name)
    }

    /// A sheet named by someone's words.
    pub fn of(&mut self, wanted: &str) -> String {
        let forbidden = ['[', ']', ':', '*', '?', '/', '\\', '\''];
        let plain: String = wanted
            .chars()
            .map(|it| if forbidden.contains(&it) || it.is_control() { ' ' } else { it })
            .collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = if plain.is_empty() { tr(self.lang, "document-sheet") } else { plain };
        for number in 1.. {
            let tail = if number == 1 { String::new() } else { format!(" {number}") };
            let head: String = plain.chars().take(LONGEST - tail.chars().count()).collect();
            let name = format!("{}{tail}", head.trim_end());
            if self.taken.insert(name.to_lowercase()) {
                return name;
            }
        }
        plain
    }

    /// A table's name; never one that reads as a cell.
    pub fn table(&mut self) -> String {
        self.tables += 1;
        let word = tr(self.lang, "document-table");
        format!("{word}_{}", self.tables)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_a_workbook_takes() {
        let mut names = SheetNames::new(Lang::Da);
        assert_eq!(names.of("FTI"), "FTI");
        assert_eq!(names.of("fti"), "fti 2");
        assert_eq!(names.of("'=a/b[c]:*?\\"), "=a b c");
        assert_eq!(names.of(&"x".repeat(80)).chars().count(), LONGEST);
        assert_eq!(names.of(&"x".repeat(80)).chars().count(), LONGEST);
    }
}
