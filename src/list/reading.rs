//! From the bytes of a file to a table: told by the bytes, never by the name.
//!
//! Knows what each kind of file begins with, and the limits; not how any of them is read.

use crate::list::encoding::{damaged_lines, decoded, has_lost_letters};
use crate::list::labels::Labels;
use crate::list::layout;
use crate::list::slices::{Progress, Slices};
use crate::list::table::{Carried, Cell, Row, Table, address};
use crate::list::unreadable::{Sentence, Unreadable};
use crate::list::{csv, inflated, xlsx};

/// How much is read. Above that nothing is, and the number that was found is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest file, in bytes.
    pub bytes: usize,
    /// How far a workbook may inflate, in bytes.
    pub inflated: u64,
    /// How many rows hold something.
    pub rows: u32,
    /// How many columns.
    pub columns: usize,
}

impl Limits {
    /// In a browser.
    pub const BROWSER: Self = Self { bytes: 20_000_000, inflated: 64_000_000, rows: 20_000, columns: 100 };
    /// On the command line.
    pub const NATIVE: Self = Self { bytes: 100_000_000, inflated: 190_000_000, rows: 200_000, columns: 100 };
}

/// The rows of one sheet, before anybody knows which of them are headings.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub(super) sheet: Option<String>,
    pub(super) all: Vec<Row>,
    pub(super) notes: Vec<Sentence>,
    pub(super) ids: Vec<(String, String)>,
    pub(super) carried: Vec<Carried>,
}

/// Reads a list, in slices.
#[must_use]
pub fn read(bytes: Vec<u8>, labels: std::rc::Rc<Labels>, limits: Limits) -> Slices<Result<Table, Unreadable>> {
    Slices::of(move |progress| async move {
        let rows = rows_of(bytes, &labels, &limits, &progress).await?;
        let table = layout::table(rows, &labels, &limits)?;
        Ok(table)
    })
}

async fn rows_of(bytes: Vec<u8>, labels: &Labels, limits: &Limits, progress: &Progress) -> Result<Rows, Unreadable> {
    if bytes.len() > limits.bytes {
        let most = limits.bytes / 1_000_000;
        let sentence = Unreadable::new("roll.file.long").with("most", most);
        return Err(sentence.with("number", bytes.len().div_ceil(1_000_000)));
    }
    if let Some(kind) = foreign(&bytes) {
        return Err(Unreadable::new(kind));
    }
    if [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|beginning| bytes.starts_with(*beginning)) {
        let has_merged = inflated::look(&bytes, limits)?;
        return xlsx::read(bytes, has_merged, labels, limits, progress).await;
    }
    let (text, encoding) = decoded(&bytes);
    drop(bytes);
    if let Some(kind) = foreign(text.as_bytes()) {
        return Err(Unreadable::new(kind));
    }
    if text.contains('\0') {
        let before = text.split('\0').next().unwrap_or_default();
        let row = before.matches('\n').count() + 1;
        return Err(Unreadable::new("roll.file.zero").with("row", row));
    }
    let mut rows = csv::read(&text, labels, limits, progress).await?;
    if encoding != "UTF-8" {
        rows.notes.push(Sentence::new("roll.note.encoding").with("value", encoding));
    }
    if encoding == "windows-1251" && has_lost_letters(&text) {
        rows.notes.push(Sentence::new("roll.note.lost"));
    }
    let damaged = named(damaged_lines(&text));
    rows.notes.extend(damaged.map(|lines| Sentence::new("roll.note.damaged").with("row", lines)));
    Ok(rows)
}

/// What is no list, by what it begins with: the id of the sentence that says so, and how to save it.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins =
        |beginning: &[u8]| text.get(..beginning.len()).is_some_and(|here| here.eq_ignore_ascii_case(beginning));
    if bytes.trim_ascii().is_empty() {
        Some("roll.file.empty")
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        // Both an old workbook and one with a password are such a container; the name of what is in it stands there in UTF-16.
        let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|letter| [letter, 0]).collect();
        let is_protected = bytes.windows(name.len()).any(|here| here == name);
        Some(if is_protected { "roll.file.protected" } else { "roll.file.xls" })
    } else if begins(b"<?xml") || begins(b"<workbook") {
        Some("roll.file.xml")
    } else if is_tag(text) || begins(b"mime-version:") || begins(b"from: <saved by") {
        Some("roll.file.html")
    } else if begins(b"%PDF") || begins(b"{\\rtf") || bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xff\xd8") {
        Some("roll.file.document")
    } else {
        None
    }
}

/// Whether a text begins with a tag or a comment: web pages begin in many ways, and lists with none of them.
fn is_tag(text: &[u8]) -> bool {
    matches!(text, [b'<', next, ..] if next.is_ascii_alphabetic() || *next == b'!')
}

/// So many places of a file are named in one sentence; of the others it is told that there are some.
const NAMED: usize = 12;

/// These places in one sentence; none where there are none.
pub(super) fn named<T: ToString>(places: impl IntoIterator<Item = T>) -> Option<String> {
    let mut names: Vec<String> = places.into_iter().take(NAMED + 1).map(|place| place.to_string()).collect();
    if names.len() > NAMED {
        names.truncate(NAMED);
        names.push("…".into());
    }
    (!names.is_empty()).then(|| names.join("; "))
}

/// Rows as they come in, within the limits: a blank one is not kept, and what is beyond the limit is counted.
pub(super) struct Kept {
    limits: Limits,
    rows: Vec<Row>,
    count: u32,
    /// How long all texts are together. Of a workbook many cells may share one.
    length: u64,
}

impl Kept {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { limits: *limits, rows: Vec::new(), count: 0, length: 0 }
    }

    /// So many rows are kept: half of them may be none of a person.
    fn most(&self) -> u32 {
        self.limits.rows.saturating_mul(2).saturating_add(1)
    }

    /// Takes a row.
    pub(super) fn take(&mut self, mut row: Row) -> Result<(), Unreadable> {
        let last = row.cells.iter().rposition(|cell| !cell.is_empty());
        row.cells.truncate(last.map_or(0, |last| last + 1));
        if row.cells.is_empty() {
            return Ok(());
        }
        if row.cells.len() > self.limits.columns {
            let cell = address(row.cells.len() - 1, row.number);
            return Err(Unreadable::new("roll.file.wide").with("value", cell).with("most", self.limits.columns));
        }
        self.count += 1;
        self.length += row.cells.iter().map(Cell::length).sum::<u64>();
        if self.length > self.limits.inflated {
            return Err(Unreadable::new("roll.file.inflates").with("number", self.limits.inflated / 1_000_000));
        }
        // Who of them is a person shows only once the headings are known: titles, rooms and totals stand in no limit.
        if self.count <= self.most() {
            self.rows.push(row);
        }
        Ok(())
    }

    /// All of them, or how many there were.
    pub(super) fn rows(self) -> Result<Vec<Row>, Unreadable> {
        if self.count > self.most() {
            let rows = Unreadable::new("roll.file.rows").with("number", self.count - 1);
            return Err(rows.with("most", self.limits.rows));
        }
        Ok(self.rows)
    }
}

/// Puts a cell in its place in a row; in a place too far right it is refused before room is made for it.
pub(super) fn put(row: &mut Row, column: usize, cell: Cell, limits: &Limits) -> Result<(), Unreadable> {
    if cell.is_empty() {
        return Ok(());
    }
    if column >= limits.columns {
        let cell = address(column, row.number);
        return Err(Unreadable::new("roll.file.wide").with("value", cell).with("most", limits.columns));
    }
    if row.cells.len() <= column {
        row.cells.resize(column + 1, Cell::Empty);
    }
    if let Some(place) = row.cells.get_mut(column) {
        *place = cell;
    }
    Ok(())
}
