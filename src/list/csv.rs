//! A text whose cells are kept apart by `;`, `,` or a tab.
//!
//! Knows separators and quotes, and the numbers that a spreadsheet would give the rows.

use csv::{ReaderBuilder, StringRecord};

use crate::list::labels::Labels;
use crate::list::layout::LOOKED_AT;
use crate::list::reading::{Kept, Limits, Rows, named, put};
use crate::list::slices::Progress;
use crate::list::table::{Cell, Row};
use crate::list::unreadable::{Sentence, Unreadable};

/// After so many rows whoever waits is told.
const SLICE: u32 = 1000;

/// The rows of a text.
pub(super) async fn read(
    text: &str,
    labels: &Labels,
    limits: &Limits,
    progress: &Progress,
) -> Result<Rows, Unreadable> {
    let separator = separator(text, labels);
    let total = u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX);
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut kept, mut spread) = (Kept::new(limits), Vec::new());
    let (mut record, mut number, mut marks) = (StringRecord::new(), 0, Marks::default());
    // A text that was decoded is read without an error: rows may be of any length.
    while reader.read_record(&mut record).unwrap_or(false) {
        let begins = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        number += 1 + passed_over(text.as_bytes(), begins);
        let ends = usize::try_from(reader.position().byte()).unwrap_or_default();
        marks = Marks::of(text.as_bytes().get(begins..ends).unwrap_or_default(), separator);
        spread.extend(is_spread(&record, &marks, separator).then_some(number));
        kept.take(row(&record, number, limits)?)?;
        if number % SLICE == 0 {
            progress.at(number, total.max(number)).await;
        }
    }
    if marks.is_open {
        return Err(Unreadable::new("roll.file.quote").with("row", number));
    }
    let notes = named(spread).map(|rows| Sentence::new("roll.note.spread").with("row", rows));
    Ok(Rows { all: kept.rows()?, notes: notes.into_iter().collect(), ..Rows::default() })
}

/// The quotation marks of a row.
#[derive(Default)]
struct Marks {
    /// Whether one was never closed, so that all that follows it is one cell.
    is_open: bool,
    /// Whether something stands right behind a closing one: then one is missing, or is too many.
    is_stray: bool,
}

impl Marks {
    fn of(row: &[u8], separator: u8) -> Self {
        let (mut marks, mut is_begin, mut has_closed) = (Self::default(), true, false);
        for byte in row {
            let is_end = [separator, b'\n', b'\r'].contains(byte);
            let is_mark = *byte == b'"' && is_begin;
            marks.is_stray |= has_closed && !is_mark && !is_end;
            marks.is_open ^= is_mark;
            // Right behind a closing mark another one is a mark of the cell, and reopens it.
            has_closed = is_mark && !marks.is_open;
            is_begin = marks.is_open || is_mark || is_end;
        }
        marks
    }
}

/// Whether a cell holds what looks like more rows: a line's end, with a separator or in a row whose marks do not fit.
fn is_spread(record: &StringRecord, marks: &Marks, separator: u8) -> bool {
    let is_row = |cell: &str| marks.is_stray || cell.contains(char::from(separator));
    record.iter().any(|cell| cell.contains(['\n', '\r']) && is_row(cell))
}

/// How many lines without anything the reader passes over before a row that begins here; a spreadsheet counts them.
fn passed_over(text: &[u8], begins: usize) -> u32 {
    let rest = text.get(begins..).unwrap_or_default();
    let ends_row = begins > 0 && text.get(begins - 1) == Some(&b'\r') && rest.first() == Some(&b'\n');
    let blank = rest.iter().skip(usize::from(ends_row)).take_while(|byte| matches!(byte, b'\r' | b'\n'));
    u32::try_from(blank.filter(|byte| **byte == b'\n').count()).unwrap_or_default()
}

fn row(record: &StringRecord, number: u32, limits: &Limits) -> Result<Row, Unreadable> {
    let mut row = Row { number, cells: Vec::new() };
    for (column, cell) in record.iter().enumerate() {
        put(&mut row, column, Cell::of(cell), limits)?;
    }
    Ok(row)
}

/// The separator that finds the most headings in the first lines; of several the one that cuts them most alike: into the most cells, and all
/// of them into as many.
fn separator(text: &str, labels: &Labels) -> u8 {
    let of = |separator: u8| {
        let mut reader =
            ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records: Vec<StringRecord> = reader.records().take(LOOKED_AT).flatten().collect();
        let headings = records.iter().map(|record| record.iter().filter(|cell| labels.is_heading(cell)).count()).max();
        let widths: Vec<usize> = records.iter().map(StringRecord::len).collect();
        let most = widths.iter().copied().max().unwrap_or_default();
        let alike = widths.iter().filter(|width| **width == most && most > 1).count();
        ((headings.unwrap_or_default(), alike * most), separator)
    };
    let best = [b'\t', b',', b';'].map(of).into_iter().max_by_key(|(found, _)| *found);
    best.filter(|(found, _)| found.1 > 0).map_or(b';', |(_, separator)| separator)
}
