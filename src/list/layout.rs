//! Which row holds the headings, and what each column is.
//!
//! Knows headings; judges no cell below them.

use std::collections::BTreeMap;

use crate::list::columns::Column;
use crate::list::labels::Labels;
use crate::list::plan::Plan;
use crate::list::reading::Rows;
use crate::list::table::{Cell, Row, Table};
use crate::list::unreadable::{Sentence, Unreadable};

/// How many rows are looked at for headings.
pub(super) const LOOKED_AT: usize = 20;

/// How many cells of a row are headings.
pub(super) fn score(row: &Row, labels: &Labels) -> usize {
    let is_heading = |cell: &&Cell| matches!(cell, Cell::Text(text) if !labels.columns(text).is_empty());
    row.cells.iter().filter(is_heading).count()
}

/// The rows as a table: the row with the most headings is the one of headings.
pub(super) fn table(rows: Rows, labels: &Labels) -> Result<Table, Unreadable> {
    let Rows { sheet, all: mut rows, mut notes, ids } = rows;
    let best = rows.iter().take(LOOKED_AT).map(|row| score(row, labels)).enumerate();
    let (place, _) = best.fold((0, 0), |best, next| if next.1 > best.1 { next } else { best });
    let mut below = rows.split_off(place.min(rows.len()));
    if below.is_empty() {
        return Err(Unreadable::new("roll.file.empty"));
    }
    let header = below.remove(0);
    let (rows_read, skipped): (Vec<Row>, Vec<Row>) =
        below.into_iter().partition(|row| !is_example(row, labels) && row.cells != header.cells);
    if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
        let sentence = Sentence::new("roll.note.above").with("first", first.number);
        notes.push(sentence.with("last", last.number).with("row", header.number));
    }
    for row in &skipped {
        notes.push(Sentence::new("roll.note.skipped").with("row", row.number));
    }
    if rows_read.is_empty() {
        return Err(Unreadable::new("roll.file.no_rows").with("row", header.number));
    }
    Ok(Table { sheet, above: rows, header, rows: rows_read, skipped, notes, ids })
}

/// Whether a row is a template's example: its first cell says so.
fn is_example(row: &Row, labels: &Labels) -> bool {
    let first = row.cells.iter().find(|cell| !cell.is_empty());
    matches!(first, Some(Cell::Text(text)) if labels.is_example(text))
}

/// What a column of the file was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matched {
    /// Its heading.
    pub heading: String,
    /// What it is; none where nobody knows, or where it is not to be read.
    pub column: Option<Column>,
    /// What it may be, where its heading means several things, or where another column means the same.
    pub asked: Vec<Column>,
    /// Up to three values that stand in it.
    pub samples: Vec<String>,
}

/// What each column of a table is, by its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The columns from A on.
    pub columns: Vec<Matched>,
}

impl Layout {
    /// What the headings tell, and what the plan says against them.
    #[must_use]
    pub fn of(table: &Table, labels: &Labels, plan: &Plan) -> Self {
        let ids: BTreeMap<&str, Column> =
            table.ids.iter().filter_map(|(id, heading)| Some((heading.as_str(), Column::of(id)?))).collect();
        let mut columns: Vec<Matched> = (0..table.width()).map(|place| matched(table, labels, &ids, place)).collect();
        keep_ours_last(&mut columns);
        for (place, column) in &plan.columns {
            if let Some(matched) = columns.get_mut(*place) {
                matched.column = *column;
                matched.asked = Vec::new();
            }
        }
        ask_of_doubles(&mut columns, plan);
        Self { columns }
    }

    /// The place of a column.
    #[must_use]
    pub fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|matched| matched.column == Some(column))
    }

    /// The columns that are known, with their places.
    pub fn known(&self) -> impl Iterator<Item = (usize, Column)> {
        self.columns.iter().enumerate().filter_map(|(place, matched)| Some((place, matched.column?)))
    }
}

fn matched(table: &Table, labels: &Labels, ids: &BTreeMap<&str, Column>, place: usize) -> Matched {
    let heading = table.header.cell(place).written();
    // A list may have a column called like one of a result: it is one of ours only in a file that says it is a result.
    let named = || labels.columns(&heading).iter().copied().filter(|column| !matches!(column, Column::Ours(_)));
    let candidates = ids.get(heading.as_str()).map_or_else(|| named().collect(), |column| vec![*column]);
    let filled = table.rows.iter().map(|row| row.cell(place)).filter(|cell| !cell.is_empty());
    let samples = filled.map(Cell::written).fold(Vec::new(), |mut samples, value| {
        if samples.len() < 3 && !samples.contains(&value) {
            samples.push(value);
        }
        samples
    });
    match candidates[..] {
        [column] => Matched { heading, column: Some(column), asked: Vec::new(), samples },
        _ => Matched { heading, column: None, asked: candidates, samples },
    }
}

/// Of several columns that are called like one of a result, only the last is: ours were written behind those that were there.
fn keep_ours_last(columns: &mut [Matched]) {
    let mut seen = Vec::new();
    for matched in columns.iter_mut().rev() {
        if let Some(ours @ Column::Ours(_)) = matched.column {
            if seen.contains(&ours) {
                matched.column = None;
            }
            seen.push(ours);
        }
    }
}

/// Of two columns that mean the same none is read, until it is said which; but for those that the plan has said.
fn ask_of_doubles(columns: &mut [Matched], plan: &Plan) {
    let mut places: BTreeMap<Column, Vec<usize>> = BTreeMap::new();
    for (place, column) in columns.iter().enumerate().filter_map(|(place, matched)| Some((place, matched.column?))) {
        places.entry(column).or_default().push(place);
    }
    for (column, places) in places.into_iter().filter(|(_, places)| places.len() > 1) {
        let said = places.iter().copied().find(|place| plan.columns.get(place) == Some(&Some(column)));
        for place in places.into_iter().filter(|place| said != Some(*place)) {
            if let Some(matched) = columns.get_mut(place) {
                matched.column = None;
                matched.asked = vec![column];
            }
        }
    }
}
