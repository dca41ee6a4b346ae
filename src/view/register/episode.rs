//! The form about a place on the waiting list, or about a pasted block of them.

use super::form::Suggestion;
use super::form_spec::{FormRequest, FormSpec, Takes, Typed};
use super::model::RegisterContext;
use super::subject::EpisodeMark;
use super::words::unit_options;
use crate::book::{Command, NewEpisode};
use crate::domain::{Day, Episode, Outcome, UnitData, UnitId, check_name};
use crate::text::{Lang, dates, errors, tr, tr_with, typed_dates};

/// The next serial number after the highest one: V0123 gives V0124.
fn next_reference(data: &UnitData) -> String {
    let parts = |text: &str| {
        let head = text.trim_end_matches(|it: char| it.is_ascii_digit());
        let digits = text.get(head.len()..)?;
        Some((digits.parse::<u64>().ok()?, digits.len(), head.to_owned()))
    };
    let highest = data.episodes.iter().filter_map(|it| parts(it.reference)).max();
    let (number, width, head) = highest.unwrap_or_else(|| (0, 4, "V".to_owned()));
    format!("{head}{:0width$}", number.saturating_add(1))
}

pub fn form(at: RegisterContext<'_>, mark: Option<EpisodeMark>) -> Option<FormSpec<'_>> {
    match mark {
        Some(mark) => {
            let data = at.snapshot.unit(mark.unit)?;
            let episode = data.episodes.iter().find(|it| EpisodeMark::of(mark.unit, it) == mark)?;
            Some(known_form(at, data, episode))
        }
        None => new_form(at),
    }
}

fn new_form(at: RegisterContext<'_>) -> Option<FormSpec<'_>> {
    let lang = at.lang;
    let mut form = FormSpec::for_new(lang, "register-new-episode");
    let unit = form.choice_of_unit(unit_options(at, |it| it.unit.has_waiting_list()), at.unit);
    let data = at.snapshot.unit(unit?)?;
    let newest = data.episodes.iter().max_by_key(|it| it.approved);
    let offer = newest.and_then(|it| at.snapshot.offer(it.offer)).unwrap_or_default();
    place_fields(&mut form, (&next_reference(data), offer), at.today, Outcome::Waiting);
    form.note("block", Takes::Any, "", "register-hint-block");
    form.alone = Some("block");
    form.rule("block", move |typed| block(lang, typed.raw("block")).err());
    Some(form.becomes(move |typed| {
        let block = block(lang, typed.raw("block")).ok()?;
        let episodes = if block.is_empty() { vec![place(typed)?] } else { block };
        Some(add(at, typed.unit("unit")?, episodes))
    }))
}

fn known_form<'a>(
    at: RegisterContext<'a>,
    data: &'a UnitData,
    episode: Episode<'a>,
) -> FormSpec<'a> {
    let lang = at.lang;
    let (unit, key) = (data.id, episode.key());
    let mut form = FormSpec::new(lang, "register-edit-episode");
    let offer = at.snapshot.offer(episode.offer).unwrap_or_default();
    place_fields(&mut form, (episode.reference, offer), episode.approved, episode.outcome);
    let today = dates::short(lang, at.today);
    let ends = [
        ("register-started-today", "started", "withdrawn"),
        ("register-withdrawn-today", "withdrawn", "started"),
    ];
    form.form.suggestions.extend(ends.map(|(key, field, other)| Suggestion {
        word: tr(lang, key),
        source: tr(lang, key),
        values: vec![(field, today.clone()), (other, String::new())],
    }));
    form.removes(Command::RemoveEpisode { unit, key: key.clone() });
    form.becomes(move |typed| {
        Some(Command::CorrectEpisode { unit, key: key.clone(), to: place(typed)? })
    })
}

fn place_fields(
    form: &mut FormSpec<'_>,
    (reference, offer): (&str, &str),
    approved: Day,
    outcome: Outcome,
) {
    form.line("reference", Takes::Name, reference, "register-hint-reference");
    form.line("offer", Takes::Name, offer, "");
    form.day("approved", approved);
    form.optional_day("started", outcome.started(), "");
    form.optional_day("withdrawn", outcome.withdrawn(), "");
    let words = tr(form.lang, "register-one-end");
    form.rule("withdrawn", move |typed| {
        let ends = typed.day("started").zip(typed.day("withdrawn"));
        ends.map(|_| words.clone())
    });
}

fn place(typed: Typed<'_>) -> Option<NewEpisode> {
    Some(NewEpisode {
        reference: typed.name("reference")?,
        offer: typed.name("offer")?,
        approved: typed.day("approved")?,
        outcome: outcome(typed.day("started"), typed.day("withdrawn")),
    })
}

const fn outcome(started: Option<Day>, withdrawn: Option<Day>) -> Outcome {
    match (started, withdrawn) {
        (Some(day), _) => Outcome::Started(day),
        (None, Some(day)) => Outcome::Withdrawn(day),
        (None, None) => Outcome::Waiting,
    }
}

/// A register that begins now leaves the months before it as they were typed.
fn add(at: RegisterContext<'_>, unit: UnitId, episodes: Vec<NewEpisode>) -> FormRequest {
    let begins = at.snapshot.unit(unit).is_some_and(|it| !it.keeps_register());
    let first = episodes.iter().map(|it| it.approved.month()).min();
    Command::AddEpisodes { unit, register_from: first.filter(|_| begins), episodes }.into()
}

/// Reference, offer, approved, started and withdrawn, parted by tabs or semicolons; all lines or none.
fn block(lang: Lang, text: &str) -> Result<Vec<NewEpisode>, String> {
    let lines = (1_usize..).zip(text.lines()).filter(|it| !it.1.trim().is_empty());
    let read = lines.map(|(number, line)| {
        block_line(lang, line).map_err(|why| {
            let args = [("line", number.to_string().into()), ("why", why.into())];
            tr_with(lang, "register-block-line", &args)
        })
    });
    read.collect()
}

fn block_line(lang: Lang, line: &str) -> Result<NewEpisode, String> {
    let cells: Vec<&str> = line.split(['\t', ';']).map(str::trim).collect();
    let cell = |place: usize| cells.get(place).copied().unwrap_or_default();
    let name = |text: &str| {
        let checked = check_name(text);
        checked.map(Into::into).map_err(|it| errors::wording(lang, it))
    };
    let day = |text: &str| typed_dates::day(text).map_err(|it| it.words(lang));
    let approved = day(cell(2))?;
    Ok(NewEpisode {
        reference: name(cell(0))?,
        offer: name(cell(1))?,
        approved: approved.ok_or_else(|| typed_dates::DateError::NotADate.words(lang))?,
        outcome: outcome(day(cell(3))?, day(cell(4))?),
    })
}
