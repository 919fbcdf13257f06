//! Which row holds the headings, and what each column is.
//!
//! Knows headings; judges no cell below them.

use std::collections::BTreeMap;

use crate::list::columns::Column;
use crate::list::labels::{Labels, is_of_form, is_of_nobody};
use crate::list::plan::Plan;
use crate::list::reading::{Limits, Rows, named};
use crate::list::table::{Cell, Row, Table};
use crate::list::unreadable::{Sentence, Unreadable};

/// How many rows are looked at for headings.
pub(super) const LOOKED_AT: usize = 20;

/// How many cells of a row are headings.
pub(super) fn score(row: &Row, labels: &Labels) -> usize {
    let is_heading = |cell: &&Cell| matches!(cell, Cell::Text(text) if !labels.columns(text).is_empty());
    row.cells.iter().filter(is_heading).count()
}

/// The rows as a table: the row with the most headings is the one of headings. A text that stands in its column again, in another row, is what
/// somebody has, and no heading.
pub(super) fn table(rows: Rows, labels: &Labels, limits: &Limits) -> Result<Table, Unreadable> {
    let Rows { sheet, all: mut rows, mut notes, ids, carried } = rows;
    let begin = rows.get(..rows.len().min(LOOKED_AT)).unwrap_or_default();
    let best = begin.iter().map(|row| score(&without_repeated(row, begin), labels)).enumerate();
    let (place, found) = best.fold((0, 0), |best, next| if next.1 > best.1 { next } else { best });
    let mut below = rows.split_off(place.min(rows.len()));
    if below.is_empty() {
        return Err(Unreadable::new("roll.file.empty"));
    }
    let header = below.remove(0);
    let heads = Heads::of(rows.last(), &header, below.first(), labels);
    let is_second = |row: &Row| heads.has_below && row.number == header.number + 1;
    let is_person = |row: &Row| {
        let is_other = is_second(row) || is_example(row, labels) || row.cells == header.cells || is_counted(row);
        !is_other && !is_of_nobody(row) && !heads.is_aside(row, labels, &ids)
    };
    let (rows_read, skipped): (Vec<Row>, Vec<Row>) = below.into_iter().partition(is_person);
    notes.extend(above(&rows, heads.has_above, header.number));
    if found == 0 {
        notes.push(Sentence::new("roll.note.no_headings").with("row", header.number));
    }
    let passed = named(skipped.iter().map(|row| row.number));
    notes.extend(passed.map(|rows| Sentence::new("roll.note.skipped").with("row", rows)));
    if rows_read.is_empty() {
        return Err(Unreadable::new("roll.file.no_rows").with("row", header.number));
    }
    if rows_read.len() > limits.rows as usize {
        let rows = Unreadable::new("roll.file.rows").with("number", rows_read.len());
        return Err(rows.with("most", limits.rows));
    }
    Ok(Table { sheet, above: rows, header, headings: heads.names, rows: rows_read, skipped, notes, ids, carried })
}

/// What is said of the rows above the headings; a second row of headings is none of them.
fn above(rows: &[Row], has_second: bool, header: u32) -> Option<Sentence> {
    let rows = rows.get(..rows.len().saturating_sub(usize::from(has_second)))?;
    Some(Sentence::new("roll.note.above").with("first", rows.first()?.number).with("row", header))
}

/// The headings of a list, which may stand in two rows: of several columns in the upper one, of each of them in the lower.
struct Heads {
    names: Vec<String>,
    has_above: bool,
    has_below: bool,
}

impl Heads {
    fn of(above: Option<&Row>, header: &Row, below: Option<&Row>, labels: &Labels) -> Self {
        let above = above.filter(|row| row.number + 1 == header.number && completes(row, header, header, labels));
        let below = below.filter(|row| row.number == header.number + 1 && completes(row, header, row, labels));
        let below = below.filter(|_| above.is_none());
        let (upper, lower) = (above.unwrap_or(header), below.unwrap_or(header));
        let width = upper.cells.len().max(lower.cells.len());
        let is_one = above.is_none() && below.is_none();
        let name = |place| {
            if is_one { header.cell(place).written() } else { joined(upper, lower, place, labels) }
        };
        Self { names: (0..width).map(name).collect(), has_above: above.is_some(), has_below: below.is_some() }
    }

    /// Whether a row stands beside the list: where names have a column, it has none, and nothing else that is asked of a person; a cell or two.
    fn is_aside(&self, row: &Row, labels: &Labels, ids: &[(String, String)]) -> bool {
        let by_id = |name: &String| ids.iter().find(|(_, heading)| heading == name).and_then(|(id, _)| Column::of(id));
        let of = |name: &String| by_id(name).map_or_else(|| labels.columns(name).to_vec(), |column| vec![column]);
        let is_said = |name: &String| of(name).iter().any(|column| !matches!(column, Column::Number | Column::Ours(_)));
        let filled = row.cells.iter().zip(0..).filter(|(cell, _)| !cell.is_empty()).map(|(_, place)| place);
        let filled: Vec<usize> = filled.collect();
        filled.len() <= 2
            && !filled.iter().filter_map(|place| self.names.get(*place)).any(is_said)
            && self.names.iter().any(|name| of(name) == [Column::Name])
    }
}

/// Whether a row beside that of the headings is one of headings, too: it names a column that has no name there; and whatever stands in the lower of
/// the two stands below nothing, or below the name of several columns.
fn completes(row: &Row, header: &Row, lower: &Row, labels: &Labels) -> bool {
    let upper = if lower == header { row } else { header };
    let is_text = |cell: &Cell| {
        matches!(cell, Cell::Text(text) if !text.bytes().any(|letter| letter.is_ascii_digit())) || cell.is_empty()
    };
    let is_new = |(place, cell): (usize, &Cell)| header.cell(place).is_empty() && labels.is_heading(&cell.written());
    let is_name = |place: usize| labels.columns(&upper.cell(place).written()) == [Column::Name];
    let is_below = |(place, cell): (usize, &Cell)| {
        let is_of_several = upper.cell(place + 1).is_empty() && (!is_name(place) || labels.is_heading(&cell.written()));
        cell.is_empty() || upper.cell(place).is_empty() || is_of_several
    };
    row.cells.iter().all(is_text)
        && row.cells.iter().enumerate().any(is_new)
        && lower.cells.iter().enumerate().all(is_below)
}

/// The heading of a column that stands in two rows. Below the name of several columns a word means what it means alone only where that name says
/// nothing by itself: "valid until" below a power of attorney is no passport's.
fn joined(upper: &Row, lower: &Row, place: usize, labels: &Labels) -> String {
    let own = lower.cell(place).written();
    let over = (0..=place).rev().map(|place| upper.cell(place)).find(|cell| !cell.is_empty());
    let over = over.map(Cell::written).unwrap_or_default();
    let both = [&*over, " ", &*own].concat();
    match (labels.columns(&over), labels.columns(&own)) {
        _ if own.is_empty() => upper.cell(place).written(),
        _ if labels.is_heading(&both) => both,
        ([], _) => own,
        ([Column::Document(document)], [Column::Until(ended)]) if document == ended => own,
        ([Column::Document(_)], _) if is_of_form(&own) => over,
        _ => both,
    }
}

/// The row without the texts that stand in the same column of another row too, unless that is the whole row once more.
fn without_repeated(row: &Row, others: &[Row]) -> Row {
    let others: Vec<&Row> = others.iter().filter(|other| other.cells != row.cells).collect();
    let is_there = |place: usize| others.iter().any(|other| other.cell(place) == row.cell(place));
    let cell = |(place, cell): (usize, &Cell)| if is_there(place) { Cell::Empty } else { cell.clone() };
    Row { number: row.number, cells: row.cells.iter().enumerate().map(cell).collect() }
}

/// Whether a row counts the columns, as forms do below their headings: 1, 2, 3 and so on, in three cells at least.
fn is_counted(row: &Row) -> bool {
    let filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let is_next = filled.zip(1_u32..).map(|(cell, number)| cell.written() == number.to_string());
    let is_next: Vec<bool> = is_next.collect();
    is_next.len() >= 3 && is_next.into_iter().all(|is| is)
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
    let heading = table.headings.get(place).cloned().unwrap_or_default();
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
