//! The waiting-list register as a table: its columns, what it is sorted by, and which places are shown.

use std::cmp::{Ordering, Reverse};

use super::model::{FormLink, RegisterContext};
use super::subject::{EpisodeMark, Item, Subject};
use crate::domain::{Day, OfferId, Outcome};
use crate::text::changes::outcome;
use crate::text::{Lang, collation, dates, tr, tr_with};
use crate::view::{Selector, Tone};

/// A column of the table, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceColumn {
    Reference,
    Unit,
    Offer,
    Approved,
    Status,
    Days,
}

impl PlaceColumn {
    pub const ALL: [Self; 6] =
        [Self::Reference, Self::Unit, Self::Offer, Self::Approved, Self::Status, Self::Days];

    pub fn label(self, lang: Lang) -> String {
        let key = match self {
            Self::Reference => "places-column-reference",
            Self::Unit => "places-column-unit",
            Self::Offer => "places-column-offer",
            Self::Approved => "places-column-approved",
            Self::Status => "places-column-status",
            Self::Days => "places-column-days",
        };
        tr(lang, key)
    }
}

/// Which places are shown by how they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceStatus {
    Waiting,
    Started,
    Withdrawn,
}

impl PlaceStatus {
    /// Each with the key of its word.
    const WORDS: [(Self, &'static str); 3] = [
        (Self::Waiting, "places-waiting"),
        (Self::Started, "places-started"),
        (Self::Withdrawn, "places-withdrawn"),
    ];

    const fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Waiting => Self::Waiting,
            Outcome::Started(_) => Self::Started,
            Outcome::Withdrawn(_) => Self::Withdrawn,
        }
    }
}

/// What is chosen about the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlacesView {
    /// `None` is the queue: who has waited longest stands first, and what is over stands last.
    pub sort: Option<(PlaceColumn, SortOrder)>,
    pub status: Option<PlaceStatus>,
    pub offer: Option<OfferId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortOrder {
    Ascending,
    Descending,
}

impl PlacesView {
    /// A head was pressed: up, then down, then the queue again.
    pub fn press(&mut self, column: PlaceColumn) {
        self.sort = match self.sort {
            Some((known, SortOrder::Ascending)) if known == column => {
                Some((column, SortOrder::Descending))
            }
            Some((known, SortOrder::Descending)) if known == column => None,
            Some(_) | None => Some((column, SortOrder::Ascending)),
        };
    }
}

/// One place on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    pub item: Item,
    pub reference: String,
    /// The code of its unit.
    pub unit: String,
    pub offer: String,
    pub approved: Day,
    pub outcome: Outcome,
    /// Waited until today, or until it ended.
    pub days: i32,
}

impl PlaceRow {
    /// What stands in each column.
    pub fn cells(&self, lang: Lang) -> [String; 6] {
        [
            self.reference.clone(),
            self.unit.clone(),
            self.offer.clone(),
            dates::short(lang, self.approved),
            outcome(lang, self.outcome),
            self.days.to_string(),
        ]
    }

    pub const fn tone(&self) -> Tone {
        match self.outcome {
            Outcome::Waiting => Tone::Warning,
            Outcome::Started(_) => Tone::Good,
            Outcome::Withdrawn(_) => Tone::Neutral,
        }
    }

    /// What a screen reader hears.
    pub fn label(&self, lang: Lang) -> String {
        let args =
            [("day", dates::short(lang, self.approved).into()), ("n", i64::from(self.days).into())];
        let wait = tr_with(lang, "register-episode-wait", &args);
        format!(
            "{}, {} · {} · {wait} {}",
            self.reference,
            self.unit,
            self.offer,
            outcome(lang, self.outcome)
        )
    }

    fn compare(&self, other: &Self, column: PlaceColumn) -> Ordering {
        match column {
            PlaceColumn::Reference => collation::compare(&self.reference, &other.reference),
            PlaceColumn::Unit => collation::compare(&self.unit, &other.unit),
            PlaceColumn::Offer => collation::compare(&self.offer, &other.offer),
            PlaceColumn::Approved => self.approved.cmp(&other.approved),
            PlaceColumn::Status => self.outcome.cmp(&other.outcome),
            PlaceColumn::Days => self.days.cmp(&other.days),
        }
    }

    fn in_queue(&self) -> (bool, i32) {
        match self.outcome.ended() {
            None => (false, self.approved.number()),
            Some(ended) => (true, -ended.number()),
        }
    }
}

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacesModel {
    /// `None` where no unit keeps a list.
    pub add: Option<FormLink>,
    pub statuses: Selector<Option<PlaceStatus>>,
    pub offers: Selector<Option<OfferId>>,
    pub rows: Vec<PlaceRow>,
    /// How many of how many are shown.
    pub shown: String,
    pub empty: String,
}

/// `search` is in small letters.
pub fn places(at: RegisterContext<'_>, view: &PlacesView, search: &str) -> PlacesModel {
    let lang = at.lang;
    let all = all_places(at);
    let count = all.len();
    let mut offers: Vec<(Option<OfferId>, String)> = Vec::new();
    for (offer, place) in &all {
        if offers.iter().all(|it| it.0 != Some(*offer)) {
            offers.push((Some(*offer), place.offer.clone()));
        }
    }
    offers.sort_by(|a, b| collation::compare(&a.1, &b.1));
    offers.insert(0, (None, tr(lang, "places-all-offers")));
    let is_shown = |(offer, place): &(OfferId, PlaceRow)| {
        view.status.is_none_or(|it| it == PlaceStatus::of(place.outcome))
            && view.offer.is_none_or(|it| it == *offer)
            && (search.is_empty() || place.label(lang).to_lowercase().contains(search))
    };
    let mut rows: Vec<PlaceRow> = all.into_iter().filter(is_shown).map(|it| it.1).collect();
    rows.sort_by_cached_key(|it| (it.in_queue(), Reverse(it.days)));
    match view.sort {
        None => {}
        Some((column, SortOrder::Ascending)) => rows.sort_by(|a, b| a.compare(b, column)),
        Some((column, SortOrder::Descending)) => rows.sort_by(|a, b| b.compare(a, column)),
    }
    let mut statuses = vec![(None, tr(lang, "places-all-statuses"))];
    statuses.extend(PlaceStatus::WORDS.map(|it| (Some(it.0), tr(lang, it.1))));
    let args = [("shown", rows.len().to_string().into()), ("all", count.to_string().into())];
    let has_list = at.snapshot.units().any(|it| it.unit.has_waiting_list());
    let empty = if count == 0 { "register-no-episodes" } else { "register-search-nothing" };
    PlacesModel {
        add: has_list.then(|| FormLink::new(lang, "register-new-episode", Subject::Episode(None))),
        statuses: Selector::new(tr(lang, "places-filter-status"), view.status, statuses),
        offers: Selector::new(tr(lang, "places-filter-offer"), view.offer, offers),
        shown: tr_with(lang, "places-shown", &args),
        empty: tr(lang, empty),
        rows,
    }
}

fn all_places(at: RegisterContext<'_>) -> Vec<(OfferId, PlaceRow)> {
    let units = at.snapshot.units().filter(|it| at.unit.is_none_or(|unit| unit == it.id));
    let places = units.flat_map(|data| {
        data.episodes.iter().map(move |episode| {
            let end = episode.outcome.ended().unwrap_or(at.today);
            let place = PlaceRow {
                item: Item::Episode(EpisodeMark::of(data.id, &episode)),
                reference: episode.reference.to_owned(),
                unit: data.unit.code.clone(),
                offer: at.snapshot.offer(episode.offer).unwrap_or_default().to_owned(),
                approved: episode.approved,
                outcome: episode.outcome,
                days: end.since(episode.approved),
            };
            (episode.offer, place)
        })
    });
    places.collect()
}
