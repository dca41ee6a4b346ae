//! The waiting-list register: places that wait, start or are withdrawn, one at a time or a pasted block.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::form::{Field, Form, Problems, Reader, Suggestion, Values};
use super::{RegisterContext, unit_of, unit_options};
use crate::book::{Command, NewEpisode};
use crate::domain::{Day, Episode, EpisodeKey, OfferId, Outcome, UnitData, UnitId};
use crate::text::{Lang, dates, tr, tr_with, typed_dates};

/// Which place is meant, without its reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EpisodeMark {
    unit: UnitId,
    offer: OfferId,
    approved: Day,
    reference: u64,
}

impl EpisodeMark {
    pub(super) fn of(unit: UnitId, it: &Episode<'_>) -> Self {
        let mut hasher = DefaultHasher::new();
        it.reference.hash(&mut hasher);
        Self { unit, offer: it.offer, approved: it.approved, reference: hasher.finish() }
    }
}

fn find<'a>(at: &RegisterContext<'a>, mark: EpisodeMark) -> Option<(&'a UnitData, Episode<'a>)> {
    let data = at.snapshot.unit(mark.unit)?;
    let found = data.episodes.iter().find(|it| EpisodeMark::of(mark.unit, it) == mark)?;
    Some((data, found))
}

pub fn is_there(snapshot: &crate::domain::Snapshot, mark: EpisodeMark) -> bool {
    let data = snapshot.unit(mark.unit);
    data.is_some_and(|it| it.episodes.iter().any(|it| EpisodeMark::of(mark.unit, &it) == mark))
}

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

pub fn form(at: &RegisterContext<'_>, mark: Option<EpisodeMark>) -> Option<Form> {
    let lang = at.lang;
    let known = match mark {
        Some(mark) => Some(find(at, mark)?),
        None => None,
    };
    let units = unit_options(at, |it| it.unit.has_waiting_list());
    let chosen = at.unit.map(|it| it.0.to_string());
    let chosen = chosen.filter(|it| units.iter().any(|unit| unit.0 == *it));
    let first = chosen.or_else(|| units.first().map(|it| it.0.clone())).unwrap_or_default();
    let data = known.map(|it| it.0).or_else(|| at.snapshot.unit(unit_of(&first)?))?;
    let episode = known.map(|it| it.1);
    let reference = episode.map_or_else(|| next_reference(data), |it| it.reference.to_owned());
    let newest = data.episodes.iter().max_by_key(|it| it.approved);
    let offer = episode.or(newest).and_then(|it| at.snapshot.offer(it.offer)).unwrap_or_default();
    let day = |it: Option<Day>| it.map(|it| dates::short(lang, it)).unwrap_or_default();
    let approved = episode.map_or(at.today, |it| it.approved);
    let outcome = episode.map_or(Outcome::Waiting, |it| it.outcome);
    let mut form = Form::for_new_or_known(
        lang,
        episode.as_ref(),
        "register-new-episode",
        "register-edit-episode",
    );
    if episode.is_none() {
        form = form.with(Field::choice(lang, "unit", first, units));
    }
    form = form
        .with(Field::line(lang, "reference", reference).hint(tr(lang, "register-hint-reference")))
        .with(Field::line(lang, "offer", offer))
        .with(
            Field::line(lang, "approved", day(Some(approved))).hint(tr(lang, "register-hint-day")),
        )
        .with(Field::line(lang, "started", day(outcome.started())))
        .with(Field::line(lang, "withdrawn", day(outcome.withdrawn())));
    let Some(episode) = episode else {
        let hint = tr(lang, "register-hint-block");
        return Some(form.with(Field::note(lang, "block", "").hint(hint)));
    };
    let today = dates::short(lang, at.today);
    for (key, field, other) in [
        ("register-started-today", "started", "withdrawn"),
        ("register-withdrawn-today", "withdrawn", "started"),
    ] {
        form.suggestions.push(Suggestion {
            word: tr(lang, key),
            source: tr(lang, key),
            values: vec![(field, today.clone()), (other, String::new())],
        });
    }
    let remove = Command::RemoveEpisode { unit: data.id, key: episode.key() };
    form.remove = Some((tr(lang, "register-delete"), remove));
    Some(form)
}

pub fn read(
    at: &RegisterContext<'_>,
    mark: Option<EpisodeMark>,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    if mark.is_none() && !reader.is_blank("block") {
        return read_block(at, values);
    }
    let reference = reader.name("reference");
    let offer = reader.name("offer");
    let approved = reader.day("approved");
    let started = reader.optional_day("started");
    let withdrawn = reader.optional_day("withdrawn");
    if matches!((started, withdrawn), (Ok(Some(_)), Ok(Some(_)))) {
        reader.problem("withdrawn", tr(at.lang, "register-one-end"));
    }
    let known = mark.and_then(|it| find(at, it));
    let command = || {
        let outcome = outcome(started.ok()?, withdrawn.ok()?);
        let to = NewEpisode { reference: reference?, offer: offer?, approved: approved?, outcome };
        if let Some((data, episode)) = known {
            let key: EpisodeKey = episode.key();
            return Some(Command::CorrectEpisode { unit: data.id, key, to });
        }
        let unit = unit_of(values.get("unit"))?;
        Some(add(at, unit, vec![to]))
    };
    let command = command();
    reader.finish(command)
}

const fn outcome(started: Option<Day>, withdrawn: Option<Day>) -> Outcome {
    match (started, withdrawn) {
        (Some(day), _) => Outcome::Started(day),
        (None, Some(day)) => Outcome::Withdrawn(day),
        (None, None) => Outcome::Waiting,
    }
}

/// A register that begins now leaves the months before it as they were typed.
fn add(at: &RegisterContext<'_>, unit: UnitId, episodes: Vec<NewEpisode>) -> Command {
    let begins = at.snapshot.unit(unit).is_some_and(|it| !it.keeps_register());
    let first = episodes.iter().map(|it| it.approved.month()).min();
    Command::AddEpisodes { unit, register_from: first.filter(|_| begins), episodes }
}

/// Reference, offer, approved, started and withdrawn, parted by tabs or semicolons; all lines or none.
fn read_block(at: &RegisterContext<'_>, values: &Values) -> Result<Command, Problems> {
    let lang = at.lang;
    let mut reader = Reader::new(lang, values);
    let mut episodes = Vec::new();
    for (number, line) in (1_usize..).zip(values.get("block").lines()) {
        if line.trim().is_empty() {
            continue;
        }
        match read_line(lang, line) {
            Ok(episode) => episodes.push(episode),
            Err(why) => {
                let args = [("line", number.to_string().into()), ("why", why.into())];
                reader.problem("block", tr_with(lang, "register-block-line", &args));
            }
        }
    }
    let unit = unit_of(values.get("unit"));
    let command = unit.filter(|_| !episodes.is_empty()).map(|unit| add(at, unit, episodes));
    reader.finish(command)
}

fn read_line(lang: Lang, line: &str) -> Result<NewEpisode, String> {
    let cells: Vec<&str> = line.split(['\t', ';']).map(str::trim).collect();
    let cell = |place: usize| cells.get(place).copied().unwrap_or_default();
    let name = |text: &str| {
        let checked = crate::domain::check_name(text);
        checked.map(Into::into).map_err(|it| crate::text::errors::wording(lang, it))
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
