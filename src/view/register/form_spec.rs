//! A form declared once: how each field begins and is read, what must hold between them, and the command they become.

use std::borrow::Cow;

use super::form::{Field, FieldKind, FieldName, FieldOption, Form, Problems, Values};
use super::subject::Item;
use crate::book::{Command, PeopleCommand, SharedCommand};
use crate::domain::{
    CaseworkerId, Day, Month, Snapshot, Thousandths, UnitId, WordingError, check_name, check_note,
};
use crate::text::number::typed as typed_number;
use crate::text::{Lang, dates, errors, parse, tr, typed_dates};

/// What a filled form asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum FormRequest {
    Run(Command),
    /// Overwrite what a person is called, for good.
    Erase(CaseworkerId),
}

impl From<Command> for FormRequest {
    fn from(command: Command) -> Self {
        Self::Run(command)
    }
}

impl From<PeopleCommand> for FormRequest {
    fn from(command: PeopleCommand) -> Self {
        Self::Run(Command::People(command))
    }
}

impl From<SharedCommand> for FormRequest {
    fn from(command: SharedCommand) -> Self {
        Self::Run(Command::Shared(command))
    }
}

/// How a field is read. Where nothing is typed, `Any` and the optional ones say nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    Any,
    Choice,
    Name,
    OptionalName,
    Note,
    Month,
    OptionalMonth,
    Day,
    OptionalDay,
    Number,
    OptionalNumber,
}

impl Takes {
    /// Why it cannot be read.
    fn problem(self, lang: Lang, text: &str) -> Option<String> {
        let is_blank = text.trim().is_empty();
        let wording = |checked: Result<Cow<'_, str>, WordingError>| {
            checked.err().map(|it| errors::wording(lang, it))
        };
        let needed = || is_blank.then(|| tr(lang, "register-needed"));
        match self {
            Self::Any => None,
            Self::OptionalName | Self::OptionalMonth | Self::OptionalDay | Self::OptionalNumber
                if is_blank =>
            {
                None
            }
            Self::Choice => needed(),
            Self::Name | Self::OptionalName => wording(check_name(text)),
            Self::Note => wording(check_note(text)),
            Self::Month | Self::OptionalMonth => {
                typed_dates::month(text).err().map(|it| it.words(lang)).or_else(needed)
            }
            Self::Day | Self::OptionalDay => {
                typed_dates::day(text).err().map(|it| it.words(lang)).or_else(needed)
            }
            Self::Number | Self::OptionalNumber => {
                parse::number(text).err().map(|it| it.words(lang)).or_else(needed)
            }
        }
    }
}

/// What is typed, as what it means; `None` where it is blank or cannot be read.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a>(&'a Values);

impl<'a> Typed<'a> {
    pub fn raw(self, name: FieldName) -> &'a str {
        self.0.get(name)
    }

    pub fn text(self, name: FieldName) -> &'a str {
        self.raw(name).trim()
    }

    pub fn name(self, name: FieldName) -> Option<String> {
        check_name(self.raw(name)).ok().map(Into::into)
    }

    pub fn note(self, name: FieldName) -> Option<String> {
        check_note(self.raw(name)).ok().map(Into::into)
    }

    pub fn month(self, name: FieldName) -> Option<Month> {
        typed_dates::month(self.raw(name)).ok().flatten()
    }

    pub fn day(self, name: FieldName) -> Option<Day> {
        typed_dates::day(self.raw(name)).ok().flatten()
    }

    pub fn number(self, name: FieldName) -> Option<Thousandths> {
        parse::number(self.raw(name)).ok().flatten()
    }

    /// The unit a choice named; nothing is all units.
    pub fn unit(self, name: FieldName) -> Option<UnitId> {
        self.text(name).parse().ok().map(UnitId)
    }

    pub fn choice<T: Copy>(self, name: FieldName, choices: &[(T, &str)]) -> Option<T> {
        choices.iter().find(|it| it.1 == self.raw(name)).map(|it| it.0)
    }
}

/// Why a field cannot be kept, as far as others decide it.
type Rule<'a> = Box<dyn Fn(Typed<'_>) -> Option<String> + 'a>;

/// A form, and what becomes of it.
pub struct FormSpec<'a> {
    pub lang: Lang,
    pub form: Form,
    takes: Vec<(FieldName, Takes)>,
    rules: Vec<(FieldName, Rule<'a>)>,
    /// The others are not read when something is typed in this one.
    pub alone: Option<FieldName>,
    becomes: Box<dyn Fn(Typed<'_>) -> Option<FormRequest> + 'a>,
    /// What is there once a form for something new has been saved.
    pub made: fn(&Snapshot) -> Option<Item>,
}

impl<'a> FormSpec<'a> {
    /// `title` is the key of its title; the button says "Gem".
    pub fn new(lang: Lang, title: &str) -> Self {
        let form = Form {
            title: tr(lang, title),
            lead: String::new(),
            fields: Vec::new(),
            save: tr(lang, "register-save"),
            is_final: false,
            remove: None,
            suggestions: Vec::new(),
        };
        Self {
            lang,
            form,
            takes: Vec::new(),
            rules: Vec::new(),
            alone: None,
            becomes: Box::new(|_| None),
            made: |_| None,
        }
    }

    /// For something new; the button says "Tilføj".
    pub fn for_new(lang: Lang, title: &str) -> Self {
        let mut spec = Self::new(lang, title);
        spec.form.save = tr(lang, "register-add");
        spec
    }

    /// For something new, or something that is there and can be taken away.
    pub fn for_new_or(
        lang: Lang,
        new: &str,
        (edit, remove): (&str, Option<impl Into<FormRequest>>),
    ) -> Self {
        let Some(remove) = remove else { return Self::for_new(lang, new) };
        let mut spec = Self::new(lang, edit);
        spec.removes(remove);
        spec
    }

    pub fn removes(&mut self, remove: impl Into<FormRequest>) {
        if let FormRequest::Run(command) = remove.into() {
            self.form.remove = Some((tr(self.lang, "register-delete"), command));
        }
    }

    /// A field as it begins. Its label is the sentence `register-field-NAME`; `hint` is the key of its hint, or empty.
    pub fn field(
        &mut self,
        name: FieldName,
        (kind, takes): (FieldKind, Takes),
        value: impl Into<String>,
        hint: &str,
    ) {
        let label = tr(self.lang, &format!("register-field-{name}"));
        let hint = if hint.is_empty() { String::new() } else { tr(self.lang, hint) };
        self.form.fields.push(Field { name, label, hint, kind, value: value.into() });
        self.takes.push((name, takes));
    }

    /// In place of the last field's hint.
    pub fn hint(&mut self, hint: String) {
        if let Some(last) = self.form.fields.last_mut() {
            last.hint = hint;
        }
    }

    pub fn line(&mut self, name: FieldName, takes: Takes, value: impl Into<String>, hint: &str) {
        self.field(name, (FieldKind::Line, takes), value, hint);
    }

    pub fn note(&mut self, name: FieldName, takes: Takes, value: impl Into<String>, hint: &str) {
        self.field(name, (FieldKind::Note, takes), value, hint);
    }

    pub fn check(&mut self, name: FieldName, value: &str, hint: &str) {
        self.field(name, (FieldKind::Check, Takes::Any), value, hint);
    }

    pub fn month(&mut self, name: FieldName, month: Month) {
        let value = dates::month_short(self.lang, month);
        self.line(name, Takes::Month, value, "register-hint-month");
    }

    /// A last month, which may be open.
    pub fn last_month(&mut self, name: FieldName, month: Option<Month>) {
        let value = month.map(|it| dates::month_short(self.lang, it)).unwrap_or_default();
        self.line(name, Takes::OptionalMonth, value, "register-hint-last");
    }

    pub fn day(&mut self, name: FieldName, day: Day) {
        self.line(name, Takes::Day, dates::short(self.lang, day), "register-hint-day");
    }

    pub fn optional_day(&mut self, name: FieldName, day: Option<Day>, hint: &str) {
        let value = day.map(|it| dates::short(self.lang, it)).unwrap_or_default();
        self.line(name, Takes::OptionalDay, value, hint);
    }

    /// Two days, the last of which may be open.
    pub fn first_and_last_day(&mut self, from: Day, to: Option<Day>) {
        self.day("first-day", from);
        self.optional_day("last-day", to, "register-hint-last-day");
        let words = tr(self.lang, "refusal-ends-before");
        self.rule("last-day", move |typed| {
            (typed.day("last-day")? < typed.day("first-day")?).then(|| words.clone())
        });
    }

    pub fn number(&mut self, name: FieldName, number: Thousandths, hint: &str) {
        self.line(name, Takes::Number, typed_number(number), hint);
    }

    /// A choice of any of these; something must be chosen unless nothing is one of them.
    pub fn choice(&mut self, name: FieldName, options: Vec<FieldOption>, value: impl Into<String>) {
        let takes =
            if options.iter().any(|it| it.0.is_empty()) { Takes::Any } else { Takes::Choice };
        self.field(name, (FieldKind::Choice(options), takes), value, "");
    }

    /// A choice of one unit: the one chosen for all pages, else the first. Answers which it is.
    pub fn choice_of_unit(
        &mut self,
        options: Vec<FieldOption>,
        chosen: Option<UnitId>,
    ) -> Option<UnitId> {
        let chosen = chosen.map(|it| it.0.to_string());
        let chosen = options.iter().find(|it| Some(&it.0) == chosen.as_ref());
        let first = chosen.or_else(|| options.first()).map(|it| it.0.clone()).unwrap_or_default();
        let unit = first.parse().ok().map(UnitId);
        self.choice("unit", options, first);
        unit
    }

    /// A choice of what a table has, in the words `register-KEY-CHOICE`.
    pub fn choice_of<T: PartialEq>(
        &mut self,
        name: FieldName,
        (key, choices): (&str, &[(T, &'static str)]),
        value: &T,
    ) {
        let option = |(_, kept): &(T, &'static str)| {
            ((*kept).to_owned(), tr(self.lang, &format!("register-{key}-{kept}")))
        };
        let options = choices.iter().map(option).collect();
        self.choice(name, options, kept(choices, value));
    }

    /// What must hold beside what the field's own text decides.
    pub fn rule(&mut self, name: FieldName, rule: impl Fn(Typed<'_>) -> Option<String> + 'a) {
        self.rules.push((name, Box::new(rule)));
    }

    /// What is asked for once every field can be read and every rule holds.
    #[must_use]
    pub fn becomes<R: Into<FormRequest>>(
        mut self,
        becomes: impl Fn(Typed<'_>) -> Option<R> + 'a,
    ) -> Self {
        self.becomes = Box::new(move |it| becomes(it).map(Into::into));
        self
    }

    /// What is typed as a request; else what is wrong, beside each field and all at once.
    pub fn read(&self, values: &Values) -> Result<FormRequest, Problems> {
        let alone = self.alone.filter(|it| !values.get(it).trim().is_empty());
        let is_read = |name: FieldName| alone.is_none_or(|it| it == name);
        let mut problems = Problems::new();
        for (name, takes) in self.takes.iter().filter(|it| is_read(it.0)) {
            let problem = takes.problem(self.lang, values.get(name));
            problems.extend(problem.map(|it| (*name, it)));
        }
        for (name, rule) in self.rules.iter().filter(|it| is_read(it.0)) {
            if let Some(words) = rule(Typed(values)) {
                problems.entry(name).or_insert(words);
            }
        }
        let request = if problems.is_empty() { (self.becomes)(Typed(values)) } else { None };
        request.ok_or(problems)
    }
}

/// How a choice is kept.
pub fn kept<T: PartialEq>(choices: &[(T, &'static str)], value: &T) -> &'static str {
    choices.iter().find(|it| it.0 == *value).map_or("", |it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_is_wrong_is_named_at_once() {
        let mut spec = FormSpec::new(Lang::Da, "register-edit-unit");
        spec.line("name", Takes::Name, "010190-1234", "");
        spec.line("from", Takes::Month, "31.2.2026", "");
        spec.line("hours", Takes::Number, "fuld", "");
        spec.line("to", Takes::Day, "", "");
        spec.line("source", Takes::OptionalDay, " ", "");
        let problems = spec.read(&spec.form.values()).unwrap_err();
        let names: Vec<&str> = problems.keys().copied().collect();
        assert_eq!(names, ["from", "hours", "name", "to"]);
        assert!(problems["name"].contains("CPR"));
        assert_eq!(problems["to"], "Skal udfyldes");
    }
}
