//! What was wanted with the cells becomes commands, or a reason that stands in the cell.

use super::action::{CellCommand, EntryAction};
use super::desk::{EntryDesk, SidePanel};
use super::sheet::extent;
use crate::domain::{CellKey, Counted, Snapshot};
use crate::text::tr_with;
use crate::ui::action::Action;
use crate::ui::widgets::grid::{Block, EditRequest, Spot};
use crate::view::entry::{
    CellState, Edit, EntryModel, Origin, Problem, block_text, command, problem_words, read_block,
    splits_lost, value_of,
};
use crate::view::{Notice, Tone};

/// Everything that is needed to carry a request out.
struct EditContext<'a> {
    desk: &'a mut EntryDesk,
    model: &'a EntryModel,
    snapshot: &'a Snapshot,
    actions: &'a mut Vec<Action>,
}

pub fn carry_out(
    requests: Vec<EditRequest>,
    desk: &mut EntryDesk,
    model: &EntryModel,
    snapshot: &Snapshot,
    actions: &mut Vec<Action>,
) {
    let mut context = EditContext { desk, model, snapshot, actions };
    for request in requests {
        match request {
            EditRequest::Type(spot, text) => context.type_in(spot, &text),
            EditRequest::GiveUp(spot) => context.give_up(spot),
            EditRequest::Clear(block) => context.clear(block),
            EditRequest::Copy(block) => context.copy(block),
            EditRequest::Cut(block) => {
                context.copy(block);
                context.clear(block);
            }
            EditRequest::Paste(block, text) => context.paste(block, &text),
            EditRequest::FillDown(block) => context.fill_down(block),
            EditRequest::Undo => context.actions.push(Action::Undo),
            EditRequest::Redo => context.actions.push(Action::Redo),
            EditRequest::Leave => context.leave(),
        }
    }
}

impl EditContext<'_> {
    /// To the question, where there is one; else to the line for somebody new.
    fn leave(&mut self) {
        let at = self.desk.grid.typing.cursor.at;
        let asked = self.model.side(self.snapshot, at).remark.is_some();
        let beside = if asked { SidePanel::Question } else { SidePanel::NewCaseworker };
        self.desk.leaving = Some(beside);
    }

    fn type_in(&mut self, spot: Spot, text: &str) {
        let Some(key) = self.model.sheet.key(spot) else { return };
        // What stands there already, untouched, is no change; a refused text is tried again.
        let shown = self.model.plain_text(self.snapshot, spot);
        if self.desk.cells.standing(key).is_none() && text.trim() == shown {
            return;
        }
        match value_of(key.counted, text, Origin::Typed) {
            Ok(value) => self.save(&[((key, value), text.trim().to_owned())]),
            Err(problem) => self.refuse(key, text, &problem),
        }
    }

    fn refuse(&mut self, key: CellKey, text: &str, problem: &Problem) {
        let reason = problem_words(self.model.query.lang, problem);
        self.desk.cells.refuse(key, text.trim().to_owned(), reason);
    }

    /// One command for all of them; the texts stand in their cells until it is answered.
    fn save(&mut self, edits: &[(Edit, String)]) {
        let Some(data) = self.snapshot.unit(self.model.query.unit) else { return };
        let lang = self.model.query.lang;
        let mut wanted: Vec<Edit> = edits.iter().map(|it| it.0).collect();
        let mut texts: Vec<(CellKey, String)> = edits
            .iter()
            .map(|((key, value), text)| {
                // What a sum comes to, rather than the sum.
                let shown = value.map(|it| crate::view::entry::shown(lang, key.counted, it));
                (*key, shown.unwrap_or_else(|| text.clone()))
            })
            .collect();
        self.add_waiting_parts(&mut wanted, &mut texts);
        match command(data, &wanted) {
            Ok(command) => {
                self.say_what_goes(&wanted);
                let save = EntryAction::Save(CellCommand { command, texts });
                self.actions.push(save.into());
            }
            Err((key, problem)) => {
                for (other, text) in texts {
                    let own = if other == key { &problem } else { &Problem::PartsMissing };
                    self.refuse(other, &text, own);
                }
            }
        }
    }

    /// Parts by complexity that a new total takes away are named, not dropped in silence.
    fn say_what_goes(&mut self, wanted: &[Edit]) {
        let lang = self.model.query.lang;
        let data = self.snapshot.unit(self.model.query.unit);
        let lost = data.map(|it| splits_lost(it, wanted)).unwrap_or_default();
        let Some(first) = lost.first().and_then(|it| self.model.sheet.spot(*it)) else {
            return;
        };
        let place = self.model.sheet.name(lang, first);
        let args = [("place", place.into()), ("more", (lost.len() - 1).into())];
        let text = tr_with(lang, "entry-split-lost", &args);
        self.actions.push(Action::Say(Notice { tone: Tone::Warning, text }));
    }

    /// Parts of the same caseworker's cases that wait for each other.
    fn add_waiting_parts(&self, wanted: &mut Vec<Edit>, texts: &mut Vec<(CellKey, String)>) {
        let of = |key: &CellKey| match key.counted {
            Counted::Part(id, _) => Some((id, key.month)),
            Counted::Cases(_) | Counted::Figure(_) => None,
        };
        let people: Vec<_> = wanted.iter().filter_map(|it| of(&it.0)).collect();
        for (key, draft) in self.desk.cells.drafts() {
            let belongs = of(&key).is_some_and(|it| people.contains(&it));
            let is_new = wanted.iter().all(|it| it.0 != key);
            let value = value_of(key.counted, &draft.text, Origin::Typed);
            if let (true, true, Ok(value)) = (belongs, is_new, value) {
                wanted.push((key, value));
                texts.push((key, draft.text.clone()));
            }
        }
    }

    fn give_up(&mut self, spot: Spot) {
        if let Some(key) = self.model.sheet.key(spot) {
            self.desk.cells.give_up(key);
        }
    }

    fn clear(&mut self, block: Block) {
        let mut edits = Vec::new();
        for spot in block.spots() {
            self.give_up(spot);
            let Some(key) = self.model.sheet.key(spot) else { continue };
            if !self.model.plain_text(self.snapshot, spot).is_empty() {
                edits.push(((key, None), String::new()));
            }
        }
        if !edits.is_empty() {
            self.save(&edits);
        }
    }

    fn copy(&mut self, block: Block) {
        let row = |row: usize| {
            let columns = block.first.1..=block.last.1;
            columns.map(|it| self.model.plain_text(self.snapshot, (row, it))).collect()
        };
        let rows: Vec<Vec<String>> = (block.first.0..=block.last.0).map(row).collect();
        self.actions.push(Action::Copy(block_text(&rows)));
    }

    fn paste(&mut self, selection: Block, text: &str) {
        let rows = read_block(text);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let (first, size) = (selection.first, extent(self.model));
        let free = (size.rows - first.0, size.columns - first.1);
        if free.0 < rows.len() || free.1 < columns {
            let args = [
                ("rows", rows.len().into()),
                ("columns", columns.into()),
                ("free-rows", free.0.into()),
                ("free-columns", free.1.into()),
            ];
            self.say(tr_with(self.model.query.lang, "entry-block-too-large", &args));
            return;
        }
        // One copied cell fills all that is selected; a block goes where its corner is.
        let one = rows.len() == 1 && columns == 1;
        let block = if one {
            selection
        } else {
            Block { first, last: (first.0 + rows.len() - 1, first.1 + columns - 1) }
        };
        let text_at = |(row, column): Spot| {
            let (row, column) = if one { (0, 0) } else { (row - first.0, column - first.1) };
            rows.get(row)?.get(column)
        };
        let texts = block.spots().filter_map(|it| Some((it, text_at(it)?.clone()))).collect();
        if self.save_block(texts) {
            self.desk.grid.typing.cursor.select(block, size);
        }
    }

    /// All of a block or nothing: the first cell that cannot be is named.
    fn save_block(&mut self, texts: Vec<(Spot, String)>) -> bool {
        let lang = self.model.query.lang;
        let mut edits = Vec::new();
        for (spot, text) in texts {
            let place = || self.model.sheet.name(lang, spot);
            let state = self.model.cell(self.snapshot, spot).map(|it| it.state);
            let key = self.model.sheet.key(spot);
            let open = key.filter(|_| state.is_some_and(|it| it != CellState::Closed));
            let Some(key) = open else {
                if text.trim().is_empty() {
                    continue;
                }
                self.say(tr_with(lang, "entry-block-closed", &[("place", place().into())]));
                return false;
            };
            match value_of(key.counted, &text, Origin::Pasted) {
                Ok(value) => edits.push(((key, value), text)),
                Err(problem) => {
                    let args = [
                        ("place", place().into()),
                        ("text", text.trim().into()),
                        ("reason", problem_words(lang, &problem).into()),
                    ];
                    let words = tr_with(lang, "entry-block-refused", &args);
                    self.say(words);
                    return false;
                }
            }
        }
        if !edits.is_empty() {
            self.save(&edits);
        }
        true
    }

    fn fill_down(&mut self, block: Block) {
        let from =
            if block.rows() == 1 { block.first.0.checked_sub(1) } else { Some(block.first.0) };
        let Some(from) = from else { return };
        let spots = block.spots().filter(|it| it.0 != from);
        let texts = spots.map(|it| (it, self.model.plain_text(self.snapshot, (from, it.1))));
        let texts = texts.collect();
        self.save_block(texts);
    }

    fn say(&mut self, text: String) {
        self.actions.push(Action::Say(Notice { tone: Tone::Bad, text }));
    }
}
