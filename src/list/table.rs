//! A table as it was read: rows with the numbers that a spreadsheet shows, and cells that are what they were there.
//!
//! Knows no column's meaning and no format of a file.

use time::Date;

use crate::facts::day::write_date;
use crate::list::number_format::Formatted;
use crate::list::unreadable::Sentence;

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing, or spaces alone.
    #[default]
    Empty,
    /// A text, without spaces around it.
    Text(String),
    /// A number.
    Number(f64),
    /// A number whose cell has a format of its own, or a day of which it shows a part.
    Formatted(Box<Formatted>),
    /// A day, told by the cell's own format.
    Day(Date),
    /// What the spreadsheet itself could not work out: `#N/A`, or a formula whose value is not stored.
    Broken(String),
}

impl Cell {
    /// The cell of a text.
    ///
    /// ```
    /// use tirkeu::list::table::Cell;
    /// assert_eq!(Cell::of(" 12 "), Cell::Text("12".into()));
    /// assert_eq!(Cell::of("\u{a0}"), Cell::Empty);
    /// assert_eq!(Cell::of("#N/A"), Cell::Broken("#N/A".into()));
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || "\u{feff}\u{200b}\0".contains(letter));
        match text {
            "" => Self::Empty,
            error if BROKEN.contains(&error) => Self::Broken(error.to_owned()),
            text => Self::Text(text.to_owned()),
        }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// How many bytes its text is long.
    #[must_use]
    pub(super) fn length(&self) -> u64 {
        match self {
            Self::Text(text) | Self::Broken(text) => text.len() as u64,
            Self::Formatted(formatted) => formatted.shown.len() as u64,
            Self::Empty | Self::Number(_) | Self::Day(_) => 0,
        }
    }

    /// The number in it, however it is shown.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Formatted(formatted) => Some(formatted.value),
            _ => None,
        }
    }

    /// The cell as text: a number as it is typed, or as its format shows it; a day as `YYYY-MM-DD`.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Broken(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Formatted(formatted) => formatted.shown.clone(),
            Self::Day(day) => write_date(*day),
        }
    }
}

/// How spreadsheets write what they could not work out, in English and in Russian, and a formula without a value: also where it became a text.
const BROKEN: &[&str] = &[
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#DATA!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
    "#Н/Д",
    "#ССЫЛКА!",
    "#ЗНАЧ!",
    "#ДЕЛ/0!",
    "#ИМЯ?",
    "#ПУСТО!",
    "#ЧИСЛО!",
    "=",
];

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its number as the spreadsheet shows it, from 1.
    pub number: u32,
    /// Its cells from column A on; those after the last that holds something are left out.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell in a column, counted from 0.
    #[must_use]
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

/// A list as it was read: the row of headings, what stands above it, and the rows below.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The sheet, where the file has sheets.
    pub sheet: Option<String>,
    /// The rows above the headings; not judged.
    pub above: Vec<Row>,
    /// The row of headings.
    pub header: Row,
    /// The heading of each column: that of the row, joined with those of a row right beside it where headings stand in two.
    pub headings: Vec<String>,
    /// The rows of people.
    pub rows: Vec<Row>,
    /// Rows among them that are none of a person: examples, headings once more.
    pub skipped: Vec<Row>,
    /// What the reader of the file should know of how it was read.
    pub notes: Vec<Sentence>,
    /// Ids that the file itself gives its headings: those of a template.
    pub ids: Vec<(String, String)>,
    /// What was said of it when the result was made that this file is; nothing if it is none.
    pub carried: Vec<Carried>,
}

/// One thing that was said of a list, as a result carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Its name, as [`Session::set`](crate::list::session::Session::set) knows it.
    pub what: String,
    /// Its value.
    pub value: String,
    /// The heading of the column that it is said of by its place; else empty.
    pub heading: String,
}

impl Table {
    /// How many columns there are.
    #[must_use]
    pub fn width(&self) -> usize {
        let rows = self.above.iter().chain([&self.header]).chain(&self.rows).chain(&self.skipped);
        rows.map(|row| row.cells.len()).max().unwrap_or_default()
    }
}

/// A cell's address as a spreadsheet shows it; the column from 0, the row from 1.
///
/// ```
/// use tirkeu::list::table::address;
/// assert_eq!(address(0, 1), "A1");
/// assert_eq!(address(27, 10), "AB10");
/// assert_eq!(address(16383, 1_048_576), "XFD1048576");
/// ```
#[must_use]
pub fn address(column: usize, row: u32) -> String {
    [letters(column), row.to_string()].concat()
}

/// A column's letters, from 0.
#[must_use]
pub fn letters(column: usize) -> String {
    let before = if column < 26 { String::new() } else { letters(column / 26 - 1) };
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    before + last.encode_utf8(&mut [0; 4])
}
