//! Imports and exports of whole folders.

#[cfg(test)]
mod support;

#[cfg(test)]
#[path = "import/asked.rs"]
mod asked;
#[cfg(test)]
#[path = "import/attacks.rs"]
mod attacks;
#[cfg(test)]
#[path = "import/command.rs"]
mod command;
#[cfg(test)]
#[path = "import/naughty.rs"]
mod naughty;
#[cfg(test)]
#[path = "import/files.rs"]
mod files;
#[cfg(test)]
#[path = "import/forms.rs"]
mod forms;
#[cfg(test)]
#[path = "import/hostile.rs"]
mod hostile;
#[cfg(test)]
#[path = "import/kinds.rs"]
mod kinds;
#[cfg(test)]
#[path = "import/names.rs"]
mod names;
#[cfg(test)]
#[path = "import/round_trip.rs"]
mod round_trip;
#[cfg(test)]
#[path = "import/expectations.rs"]
mod expectations;
#[cfg(test)]
#[path = "import/sample.rs"]
mod sample;
#[cfg(test)]
#[path = "import/rules.rs"]
mod rules;
#[cfg(test)]
#[path = "import/unseen.rs"]
mod unseen;
#[cfg(test)]
#[path = "import/workbooks.rs"]
mod workbooks;
