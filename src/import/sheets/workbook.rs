//! Sheets of a workbook, those of our own tables and those of departments, one after another.

use super::Hints;
use super::bare;
use super::blocks;
use super::context::{Context, Words};
use super::extract::{Extractor, Ground, Start};
use super::layout::{self, Given, Layout};
use super::row::shown;
use super::sections;
use super::value::form_of;
use super::{columns::Role, understanding};
use crate::book::draft::{Draft, DraftFile, FileNumber, NumberForm};
use crate::book::{At, Reason, Remark, Skip, Skipped};
use crate::import::tables::{Header, header_in_sheet, missing_in_sheet, read_sheet};
use crate::import::workbook::{Cell, Epoch, Sheet, SheetRow, Visibility, Workbook, range_name};

/// How many rows of a sheet are looked at to find its form.
const LOOKED_AT: usize = 100;

/// Reads every sheet that is wanted into the file with this number.
pub fn read(
    draft: &mut Draft,
    first: FileNumber,
    book: &Workbook,
    hints: &Hints,
) -> Result<(), Reason> {
    if let Some(name) = &hints.sheet
        && !book.sheets.iter().any(|it| it.name == *name)
    {
        return Err(Reason::NoSuchSheet { name: name.clone() });
    }
    let file_name = draft.files.get(first).map(|it| it.verdict.name.clone()).unwrap_or_default();
    let mut number = first;
    let guides = guides(book, hints);
    let find_form = form_finder(book, hints);
    let mut any = false;
    let mut left_out: Vec<Skipped> = Vec::new();
    for sheet in &book.sheets {
        if let Some(reason) = not_wanted(sheet, hints) {
            left_out.push(of_sheet(&sheet.name, reason));
            continue;
        }
        let header = header_in_sheet(sheet);
        let found = find(sheet, (&file_name, &guides), find_form, hints);
        if let Some(header) = header.filter(|it| !rather_a_list(sheet, it, found.as_ref())) {
            read_sheet(draft, first, &file_name, (sheet, &header, book.epoch));
            any = true;
            continue;
        }
        let found = found.filter(|it| {
            it.0.tells_months() || it.1.month.is_some() || missing_in_sheet(sheet).is_none()
        });
        let Some((layout, mut context)) = found else {
            left_out.push(of_sheet(&sheet.name, Skip::SheetWithoutFigures));
            continue;
        };
        any = true;
        context.serials = book.epoch == Epoch::Year1900;
        number = of_its_own(draft, number, &file_name);
        for skipped in left_out.drain(..) {
            skip(draft, number, skipped);
        }
        read_parts(draft, number, sheet, ((layout, context), &guides), hints);
    }
    for skipped in left_out {
        skip(draft, number, skipped);
    }
    if !any {
        return Err(nothing_in(book));
    }
    if book.epoch == Epoch::Year1904
        && let Some(file) = draft.files.get_mut(number)
    {
        file.verdict.remarks.push(Remark::Year1904);
    }
    Ok(())
}

/// Whether the headings are those of a table of ours only by chance.
fn rather_a_list(sheet: &Sheet, header: &Header, found: Option<&(Layout, Context)>) -> bool {
    let Some((layout, _)) = found else { return false };
    let column = header.month_column();
    let months = head(sheet).iter().filter(|it| header.line < it.number);
    let months = months.filter_map(|row| column.map(|it| row.cell(it).text()));
    header.gives_way(layout.weight, months)
}

/// A file for the sheets that are no tables of ours, where a table has taken the first.
fn of_its_own(draft: &mut Draft, number: FileNumber, name: &str) -> FileNumber {
    if draft.files.get(number).is_none_or(|it| it.verdict.table.is_none()) {
        return number;
    }
    let mut file = DraftFile::default();
    name.clone_into(&mut file.verdict.name);
    draft.files.push(file);
    draft.files.len() - 1
}

fn nothing_in(book: &Workbook) -> Reason {
    let is_empty = book.sheets.iter().all(|it| it.rows.is_empty());
    if is_empty {
        return Reason::Empty;
    }
    book.sheets.iter().find_map(missing_in_sheet).unwrap_or(Reason::UnknownTable)
}

fn not_wanted(sheet: &Sheet, hints: &Hints) -> Option<Skip> {
    match &hints.sheet {
        Some(name) if *name == sheet.name => None,
        Some(_) => Some(Skip::SheetNotChosen),
        None if hints.mapping.skips(&sheet.name) => Some(Skip::SheetNotChosen),
        None if sheet.visibility == Visibility::Hidden => Some(Skip::HiddenSheet),
        None => None,
    }
}

fn of_sheet(name: &str, reason: Skip) -> Skipped {
    Skipped {
        line: None,
        at: Some(At::Sheet(name.to_owned())),
        text: Some(name.to_owned()),
        reason,
    }
}

fn skip(draft: &mut Draft, number: FileNumber, skipped: Skipped) {
    if let Some(file) = draft.files.get_mut(number) {
        file.verdict.skipped.push(skipped);
    }
}

/// The words of sheets that hold no figures.
fn guides(book: &Workbook, hints: &Hints) -> Vec<String> {
    let context = Context::default();
    let mut words = Vec::new();
    for sheet in &book.sheets {
        let given = Given {
            known: &hints.known,
            mapping: &hints.mapping,
            context: &context,
            merged: &sheet.merged,
        };
        if layout::find(head(sheet), &given).is_none() {
            words.extend(texts(head(sheet)));
        }
    }
    words
}

fn head(sheet: &Sheet) -> &[SheetRow] {
    sheet.rows.get(..LOOKED_AT).unwrap_or(&sheet.rows)
}

fn texts(rows: &[SheetRow]) -> Vec<String> {
    texts_of(rows.iter()).collect()
}

fn texts_of<'a>(
    rows: impl Iterator<Item = &'a SheetRow> + 'a,
) -> impl Iterator<Item = String> + 'a {
    rows.flat_map(|it| &it.cells).filter(|it| matches!(it, Cell::Text(_))).map(shown)
}

/// Lines of one text under the figures.
pub fn notes<'a>(rows: &'a [SheetRow], layout: &Layout) -> impl Iterator<Item = String> + use<'a> {
    let is_text = |it: &&Cell| matches!(it, Cell::Text(_)) && !it.is_blank();
    let below = rows.iter().skip(layout.below());
    below.filter_map(move |row| {
        let mut filled = row.cells.iter().filter(|it| !it.is_blank());
        let only = filled.next().filter(is_text)?;
        filled.next().is_none().then(|| shown(only))
    })
}

/// How the form of rows is found.
type Find = fn(&[SheetRow], &Given<'_>) -> Option<Layout>;

/// Columns without headings are believed only where no sheet that is wanted has any.
fn form_finder(book: &Workbook, hints: &Hints) -> Find {
    let context = Context::default();
    let has_headings = |sheet: &&Sheet| {
        let (known, mapping, merged) = (&hints.known, &hints.mapping, sheet.merged.as_slice());
        let given = Given { known, mapping, context: &context, merged };
        header_in_sheet(sheet).is_some() || layout::find(head(sheet), &given).is_some()
    };
    let mut wanted = book.sheets.iter().filter(|it| not_wanted(it, hints).is_none());
    if wanted.any(|it| has_headings(&it)) { layout::find } else { bare::find }
}

/// The form of a sheet and what its titles and names say.
fn find(
    sheet: &Sheet,
    (file, guides): (&str, &[String]),
    form: Find,
    hints: &Hints,
) -> Option<(Layout, Context)> {
    let nothing = Context::default();
    let mut given = Given {
        known: &hints.known,
        mapping: &hints.mapping,
        context: &nothing,
        merged: &sheet.merged,
    };
    let mut layout = form(head(sheet), &given)?;
    let filled = |it: &SheetRow| it.cells.iter().filter(|it| !it.is_blank()).count();
    let first = || sheet.rows.iter().position(|it| 1 < filled(it)).unwrap_or(0);
    let above = if layout.is_bare() { first() } else { layout.places.0 };
    let mut titles = texts(sheet.rows.get(..above).unwrap_or_default());
    let banners = layout.banners.iter().filter_map(|it| sheet.rows.get(*it));
    titles.extend(texts_of(banners));
    let guides: Vec<String> = notes(&sheet.rows, &layout).chain(guides.iter().cloned()).collect();
    let words = Words { titles: &titles, sheet: &sheet.name, file, guides: &guides };
    let mut context = Context::of(&words, &hints.known, &hints.mapping);
    context.settle_unit(&layout, &hints.known);
    given.context = &context;
    layout.settle_figure(&given);
    Some((layout, context))
}

/// Reads each table of a sheet; what the titles over the first one say of all holds for those under it too.
fn read_parts(
    draft: &mut Draft,
    file: FileNumber,
    sheet: &Sheet,
    ((layout, context), guides): ((Layout, Context), &[String]),
    hints: &Hints,
) {
    let given = Given {
        known: &hints.known,
        mapping: &hints.mapping,
        context: &context,
        merged: &sheet.merged,
    };
    let parts = if layout.is_bare() { Vec::new() } else { sections::split(sheet, &layout, &given) };
    if parts.len() < 2 {
        return read_blocks(draft, file, sheet, ((layout, context), guides), hints);
    }
    let name = draft.files.get(file).map(|it| it.verdict.name.clone()).unwrap_or_default();
    for part in &parts {
        let found = find(part, (&name, guides), layout::find, hints);
        if let Some((layout, mut own)) = found {
            own.lean_on(&context);
            read_blocks(draft, file, part, ((layout, own), guides), hints);
        }
    }
}

/// Reads the tables that stand beside each other.
fn read_blocks(
    draft: &mut Draft,
    file: FileNumber,
    sheet: &Sheet,
    ((layout, context), guides): ((Layout, Context), &[String]),
    hints: &Hints,
) {
    let blocks = blocks::split(sheet, &layout);
    if blocks.is_empty() {
        return read_one(draft, file, sheet, (&layout, &context), hints);
    }
    let name = draft.files.get(file).map(|it| it.verdict.name.clone()).unwrap_or_default();
    for block in &blocks {
        let found = find(block, (&name, guides), layout::find, hints);
        if let Some((layout, mut own)) = found {
            own.lean_on(&context);
            read_one(draft, file, block, (&layout, &own), hints);
        }
    }
}

fn read_one(
    draft: &mut Draft,
    file: FileNumber,
    sheet: &Sheet,
    (layout, context): (&Layout, &Context),
    hints: &Hints,
) {
    let told = hints.mapping.number_form();
    let numbers = told.unwrap_or_else(|| form(&sheet.rows, layout));
    let Some(seen) = draft.files.get_mut(file) else {
        return;
    };
    let ground = (sheet.name.as_str(), Ground::Sheet);
    understanding::write_down(seen, ground, layout, context, numbers);
    titles(seen, sheet, layout);
    let number = seen.spots.add_sheet(sheet.name.clone(), layout.headings.clone());
    let mut extractor = Extractor::new(Start {
        draft,
        file,
        sheet: number,
        name: &sheet.name,
        ground: Ground::Sheet,
        layout,
        context,
        known: &hints.known,
        mapping: &hints.mapping,
        merged: &sheet.merged,
        numbers: (numbers, told.is_some()),
    });
    for row in sheet.rows.iter().skip(layout.below()) {
        extractor.row(row);
    }
    extractor.finish();
}

/// How numbers that are text are written in the columns of figures.
pub fn form(rows: &[SheetRow], layout: &Layout) -> NumberForm {
    let columns: Vec<usize> = (0..layout.roles.len())
        .filter(|it| matches!(layout.roles.get(*it), Some(Role::Values(_))))
        .collect();
    let cells =
        rows.iter().skip(layout.below()).flat_map(|row| columns.iter().map(|it| row.cell(*it)));
    form_of(cells.filter_map(|it| if let Cell::Text(text) = it { Some(text) } else { None }))
}

/// Titles above the headings, as one range where they follow each other, and banners among the headings.
fn titles(file: &mut DraftFile, sheet: &Sheet, layout: &Layout) {
    let mut open: Option<[u32; 4]> = None;
    let above = sheet.rows.iter().take(layout.places.0).filter(|it| !it.is_blank());
    for row in above {
        let (first, last) = extent(row, sheet);
        match &mut open {
            Some([_, left, bottom, right]) if *bottom + 1 == row.number => {
                (*bottom, *left, *right) = (row.number, (*left).min(first), (*right).max(last));
            }
            _ => {
                if let Some(range) = open.replace([row.number, first, row.number, last]) {
                    file.verdict.skipped.push(title(sheet, range));
                }
            }
        }
    }
    if let Some(range) = open {
        file.verdict.skipped.push(title(sheet, range));
    }
    for row in layout.banners.iter().filter_map(|it| sheet.rows.get(*it)) {
        let (first, last) = extent(row, sheet);
        let mut skipped = title(sheet, [row.number, first, row.number, last]);
        skipped.reason = Skip::Banner;
        file.verdict.skipped.push(skipped);
    }
}

fn title(sheet: &Sheet, [top, left, bottom, right]: [u32; 4]) -> Skipped {
    let range = range_name((top.saturating_sub(1), left), (bottom.saturating_sub(1), right));
    let at = Some(At::Cells { sheet: sheet.name.clone(), range });
    Skipped { line: Some(top), at, text: None, reason: Skip::Title }
}

/// First and last column of a row that holds something, merged cells whole.
fn extent(row: &SheetRow, sheet: &Sheet) -> (u32, u32) {
    let filled = (0_u32..).zip(&row.cells).filter(|it| !it.1.is_blank()).map(|it| it.0);
    let mut bounds = (u32::MAX, 0);
    for column in filled {
        let merged = sheet.merged.iter().find(|it| it.holds(row.number, column));
        let (from, to) = merged.map_or((column, column), |it| it.columns);
        bounds = (bounds.0.min(from), bounds.1.max(to));
    }
    bounds
}
