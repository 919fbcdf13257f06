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
pub(super) async fn read(text: &str, labels: &Labels, limits: &Limits, progress: &Progress) -> Result<Rows, Unreadable> {
    let separator = separator(text, labels);
    let total = u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX);
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut kept, mut spread) = (Kept::new(limits), Vec::new());
    let (mut record, mut number, mut width) = (StringRecord::new(), 0, 0);
    // A text that was decoded is read without an error: rows may be of any length.
    while reader.read_record(&mut record).unwrap_or(false) {
        let begins = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        number += 1 + passed_over(text.as_bytes(), begins);
        width = if width == 0 { record.len() } else { width };
        spread.extend(is_spread(&record, separator, width).then_some(number));
        kept.take(row(&record, number, limits)?)?;
        if number % SLICE == 0 {
            progress.at(number, total.max(number)).await;
        }
    }
    if ends_in_quotes(text.as_bytes(), separator) {
        return Err(Unreadable::new("roll.file.quote").with("row", number));
    }
    let notes = named(spread).map(|rows| Sentence::new("roll.note.spread").with("row", rows));
    Ok(Rows { all: kept.rows()?, notes: notes.into_iter().collect(), ..Rows::default() })
}

/// Whether a cell holds what looks like more rows: a line's end, with a separator or in a row that is wider than the first. A quotation mark
/// too many, or one too few, makes such a cell.
fn is_spread(record: &StringRecord, separator: u8, width: usize) -> bool {
    let is_wider = record.len() > width;
    record.iter().any(|cell| cell.contains(['\n', '\r']) && (is_wider || cell.contains(char::from(separator))))
}

/// Whether a text ends within quotation marks: one of them was never closed, and all that follows it is one cell.
fn ends_in_quotes(text: &[u8], separator: u8) -> bool {
    let (mut is_within, mut is_begin) = (false, true);
    for byte in text {
        let is_mark = *byte == b'"' && is_begin;
        is_within ^= is_mark;
        // Right behind a closing mark another one is a mark of the cell, and reopens it.
        is_begin = is_within || is_mark || [separator, b'\n', b'\r'].contains(byte);
    }
    is_within
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
