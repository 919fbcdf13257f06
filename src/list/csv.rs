//! A text whose cells are kept apart by `;`, `,` or a tab.
//!
//! Knows separators and quotes, and the numbers that a spreadsheet would give the rows.

use csv::{ReaderBuilder, StringRecord};

use crate::list::reading::{Kept, Limits, Rows, put};
use crate::list::slices::Progress;
use crate::list::table::{Cell, Row};
use crate::list::unreadable::Unreadable;

/// After so many rows whoever waits is told.
const SLICE: u32 = 1000;

/// The rows of a text.
pub(super) async fn read(text: &str, limits: &Limits, progress: &Progress) -> Result<Rows, Unreadable> {
    let total = u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX);
    let mut reader =
        ReaderBuilder::new().delimiter(separator(text)).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut kept = Kept::new(limits);
    let (mut record, mut number) = (StringRecord::new(), 0);
    // A text that was decoded is read without an error: rows may be of any length.
    while reader.read_record(&mut record).unwrap_or(false) {
        let begins = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        number += 1 + passed_over(text.as_bytes(), begins);
        kept.take(row(&record, number, limits)?)?;
        if number % SLICE == 0 {
            progress.at(number, total.max(number)).await;
        }
    }
    Ok(Rows { all: kept.rows()?, ..Rows::default() })
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

/// The separator that cuts the first lines most alike: into the most cells, and all of them into as many.
fn separator(text: &str) -> u8 {
    let of = |separator: u8| {
        let mut reader =
            ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
        let widths: Vec<usize> = reader.records().take(20).flatten().map(|record| record.len()).collect();
        let most = widths.iter().copied().max().unwrap_or_default();
        let alike = widths.iter().filter(|width| **width == most && most > 1).count();
        (alike * most, separator)
    };
    let best = [b'\t', b',', b';'].map(of).into_iter().max_by_key(|(found, _)| *found);
    best.filter(|(found, _)| *found > 0).map_or(b';', |(_, separator)| separator)
}
