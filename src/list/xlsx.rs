//! A workbook, cell by cell as it streams by: never a range as large as a file claims.
//!
//! Knows `calamine`, and which sheet is the list; not what stands in it.

use std::io::Cursor;
use std::iter::Peekable;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};

use crate::facts::day::write_date;
use crate::list::dates::{serial_day, serial_of};
use crate::list::labels::Labels;
use crate::list::layout::{LOOKED_AT, score};
use crate::list::number_format::{Formatted, NumberFormat};
use crate::list::reading::{Kept, Limits, Rows, named, put};
use crate::list::slices::Progress;
use crate::list::table::{self, Carried, Cell, Row};
use crate::list::template;
use crate::list::unreadable::{Sentence, Unreadable};

type Workbook = Xlsx<Cursor<Vec<u8>>>;

/// After so many rows whoever waits is told.
const SLICE: u32 = 250;

/// No cell of a spreadsheet holds more: 32,767 characters.
const LONGEST: u64 = 4 * 32_767;

/// The sheet that is the list, with what the others are.
pub(super) async fn read(
    bytes: Vec<u8>,
    has_merged: bool,
    labels: &Labels,
    limits: &Limits,
    progress: &Progress,
) -> Result<Rows, Unreadable> {
    progress.at(0, 0).await;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    progress.at(0, 0).await;
    let (ids, carried, notes) = told_of_itself(&mut workbook, limits);
    let (sheet, others) = chosen(&mut workbook, labels, limits)?;
    let total = last_row(&mut workbook, &sheet)?;
    let mut formats = Formats::of(&mut workbook, &sheet, total, progress).await?;
    let mut kept = Kept::new(limits);
    let mut row = Row::default();
    let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(|error| unreadable(&error))?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| unreadable(&error))? {
        let number = cell.pos.0 + 1;
        if number != row.number {
            kept.take(std::mem::replace(&mut row, Row { number, cells: Vec::new() }))?;
            if number % SLICE == 0 {
                progress.at(number, total.max(number)).await;
            }
        }
        let format = formats.at(cell.pos);
        let cell_read = value(&cell.value, cell.formula.as_ref(), format);
        if cell_read.length() > LONGEST {
            return Err(Unreadable::new("roll.file.inflates").with("number", limits.inflated / 1_000_000));
        }
        put(&mut row, cell.pos.1 as usize, cell_read, limits)?;
    }
    kept.take(row)?;
    drop(cells);
    let told = has_merged.then(|| merged(&mut workbook, &sheet)).flatten();
    let notes = notes.into_iter().chain(others).chain(told).collect();
    Ok(Rows { sheet: Some(sheet), all: in_order(kept.rows()?), notes, ids, carried })
}

/// Cells that are merged over several rows: what stands in them is kept with the first row alone, and the others are read as empty.
fn merged(workbook: &mut Workbook, sheet: &str) -> Option<Sentence> {
    let regions = workbook.merge_cells_by_sheet_name(sheet).ok()?;
    let several = regions.iter().filter(|region| region.end.0 > region.start.0);
    let address = |(row, column): (u32, u32)| table::address(column as usize, row.saturating_add(1));
    let name = |region: &calamine::Dimensions| [&address(region.start), ":", &*address(region.end)].concat();
    named(several.map(name)).map(|names| Sentence::new("roll.note.merged").with("value", names))
}

/// Rows that a file holds out of order, in order; of two of one number the cells of both.
fn in_order(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_key(|row| row.number);
    rows.dedup_by(|next, before| {
        let is_same = next.number == before.number;
        if is_same {
            let more = next.cells.len().max(before.cells.len());
            before.cells.resize(more, Cell::Empty);
            for (place, cell) in before.cells.iter_mut().zip(next.cells.drain(..)) {
                if place.is_empty() {
                    *place = cell;
                }
            }
        }
        is_same
    });
    rows
}

/// The last row that the sheet claims; for showing how far the reading is, and for nothing else.
fn last_row(workbook: &mut Workbook, sheet: &str) -> Result<u32, Unreadable> {
    let cells = workbook.worksheet_cells_reader(sheet).map_err(|error| unreadable(&error))?;
    Ok(cells.dimensions().end.0 + 1)
}

/// The visible sheet whose beginning has the most headings, and what the others are.
fn chosen(workbook: &mut Workbook, labels: &Labels, limits: &Limits) -> Result<(String, Vec<Sentence>), Unreadable> {
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let (shown, hidden): (Vec<_>, Vec<_>) = sheets.cloned().partition(|sheet| sheet.visible == SheetVisible::Visible);
    let mut best: Option<(usize, String)> = None;
    for sheet in &shown {
        let begin = beginning(workbook, &sheet.name, limits, LOOKED_AT)?;
        let found = begin.iter().map(|row| score(row, labels)).max().unwrap_or_default();
        let is_better = best.as_ref().is_none_or(|(most, _)| found > *most);
        if is_better && !begin.is_empty() {
            best = Some((found, sheet.name.clone()));
        }
    }
    let (_, name) = best.ok_or_else(|| Unreadable::new("roll.file.empty"))?;
    let said = |sheets: &[calamine::Sheet], id| {
        let others = sheets.iter().map(|sheet| sheet.name.as_str());
        let others: Vec<_> = others.filter(|other| *other != name && *other != template::HIDDEN).collect();
        (!others.is_empty()).then(|| Sentence::new(id).with("value", others.join("; ")))
    };
    let notes = [said(&shown, "roll.note.sheets"), said(&hidden, "roll.note.hidden")];
    Ok((name.clone(), notes.into_iter().flatten().collect()))
}

/// The first rows of a sheet that hold anything.
fn beginning(workbook: &mut Workbook, sheet: &str, limits: &Limits, most: usize) -> Result<Vec<Row>, Unreadable> {
    let mut rows: Vec<Row> = Vec::new();
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|error| unreadable(&error))?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| unreadable(&error))? {
        let number = cell.pos.0 + 1;
        if rows.last().is_none_or(|row| row.number != number) {
            if rows.len() >= most {
                break;
            }
            rows.push(Row { number, cells: Vec::new() });
        }
        // What stands too far right is told once that sheet is the list: another one may hold what it likes.
        if let Some(row) = rows.last_mut().filter(|_| (cell.pos.1 as usize) < limits.columns) {
            put(row, cell.pos.1 as usize, value(&cell.value, None, None), limits)?;
        }
    }
    rows.retain(|row| !row.is_blank());
    Ok(rows)
}

/// So many rows of the hidden sheet are looked at: each thing that was said takes one.
const TOLD: usize = 5_000;

/// What a template says of itself on its hidden sheet: its ids with their headings, and whether it is an older one; a result also what was said of
/// its list.
fn told_of_itself(workbook: &mut Workbook, limits: &Limits) -> (Vec<(String, String)>, Vec<Carried>, Vec<Sentence>) {
    let is_there = workbook.sheet_names().iter().any(|name| name == template::HIDDEN);
    let rows =
        if is_there { beginning(workbook, template::HIDDEN, limits, TOLD).unwrap_or_default() } else { Vec::new() };
    let cell = |row: &Row, place: usize| row.cell(place).written();
    let Some((first, rows)) = rows.split_first() else { return <_>::default() };
    let (said, ids): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| cell(row, 0) == template::SAID);
    let carried = |row: &Row| Carried { what: cell(row, 1), value: cell(row, 2), heading: cell(row, 3) };
    let carried: Vec<Carried> = said.into_iter().map(carried).collect();
    let version = cell(first, 1);
    let is_old = version != template::VERSION;
    let old = is_old.then(|| Sentence::new("roll.note.template").with("value", version));
    let result = (!carried.is_empty()).then(|| Sentence::new("roll.note.result"));
    let ids = ids.into_iter().map(|row| (cell(row, 0), cell(row, 1))).collect();
    (ids, carried, old.into_iter().chain(result).collect())
}

/// The formats of a sheet's cells, in the order in which the cells stream by; of those alone that tell something.
struct Formats {
    styles: Vec<Option<NumberFormat>>,
    cells: Peekable<std::vec::IntoIter<(u32, u32, usize)>>,
}

impl Formats {
    /// Reads the sheet once for them, if there are any.
    async fn of(workbook: &mut Workbook, sheet: &str, total: u32, progress: &Progress) -> Result<Self, Unreadable> {
        let mut reader = workbook.worksheet_cells_reader(sheet).map_err(|error| unreadable(&error))?;
        let of_style = |style: &calamine::Style| {
            let format = style.number_format.as_ref().and_then(|format| NumberFormat::of(&format.format_code));
            format.filter(NumberFormat::tells)
        };
        let styles: Vec<Option<NumberFormat>> = reader.styles().iter().map(of_style).collect();
        let (mut cells, mut last) = (Vec::new(), 0);
        while styles.iter().any(Option::is_some) {
            let Some(cell) = reader.next_style_id().map_err(|error| unreadable(&error))? else { break };
            if cell.0 / SLICE != last {
                last = cell.0 / SLICE;
                progress.at(0, total).await;
            }
            cells.extend(styles.get(cell.2).is_some_and(Option::is_some).then_some(cell));
        }
        Ok(Self { styles, cells: cells.into_iter().peekable() })
    }

    /// The format of the cell that is read now.
    fn at(&mut self, (row, column): (u32, u32)) -> Option<&NumberFormat> {
        let (.., style) = self.cells.next_if(|cell| (cell.0, cell.1) == (row, column))?;
        self.styles.get(style)?.as_ref()
    }
}

/// What a cell holds: of a formula the value that was stored with it.
fn value(value: &DataRef<'_>, formula: Option<&XlsxFormulaMetadata>, format: Option<&NumberFormat>) -> Cell {
    let formatted = match value {
        DataRef::Float(number) => format.map(|format| format.formatted(*number)),
        DataRef::DateTime(moment) => format.and_then(|format| part_of_day(moment, format)),
        _ => None,
    };
    if let Some(formatted) = formatted {
        return Cell::Formatted(Box::new(formatted));
    }
    match value {
        DataRef::Empty if formula.is_some() => Cell::Broken("=".into()),
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::of(&number.to_string()),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::of(&text.replace("_x000D_", "")),
        DataRef::SharedString(text) => Cell::of(text),
        DataRef::Bool(is) => Cell::of(if *is { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(day) if day.is_duration() => Cell::Text(time_of(day.as_f64())),
        DataRef::DateTime(day) => moment_of(day),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::of(text),
        DataRef::Error(error) => Cell::Broken(error.to_string()),
    }
}

/// What a cell shows that is formatted as a day, where that is less than a day.
fn part_of_day(moment: &calamine::ExcelDateTime, format: &NumberFormat) -> Option<Formatted> {
    let word = format.word(moment.as_f64());
    let Cell::Day(day) = day_of(moment) else { return word };
    word.or_else(|| format.part_of_day(serial_of(day), day))
}

/// A day with its time, a time alone, or a day: what a cell shows that is formatted as one of them.
fn moment_of(moment: &calamine::ExcelDateTime) -> Cell {
    let value = moment.as_f64();
    match day_of(moment) {
        Cell::Day(day) if value.fract() != 0.0 => {
            Cell::Text([&*write_date(day), " ", &*time_of(value.fract())].concat())
        }
        Cell::Number(_) if (0.0..1.0).contains(&value) => Cell::Text(time_of(value)),
        other => other,
    }
}

/// Hours, minutes and seconds of so many days: more than 24 hours stay hours.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cell's time, cut at nothing and at the end of all hours"
)]
fn time_of(days: f64) -> String {
    let seconds = (days.max(0.0) * 86_400.0).round() as u64;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The day of a cell that is formatted as one. A workbook of an old Mac counts from 1904.
fn day_of(day: &calamine::ExcelDateTime) -> Cell {
    let (year, month, of_month, ..) = day.to_ymd_hms_milli();
    let found = time::Month::try_from(month).ok();
    let found = found.and_then(|month| time::Date::from_calendar_date(year.into(), month, of_month).ok());
    // Before March 1900 a spreadsheet's own calendar is wrong, and there it stays a number.
    match found.filter(|found| found.year() > 1900 || serial_day(day.as_f64()).is_some()) {
        Some(found) => Cell::Day(found),
        None => Cell::Number(day.as_f64()),
    }
}

fn unreadable(error: &XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::new("roll.file.protected"),
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => Unreadable::new("roll.file.no_workbook"),
        _ => Unreadable::new("roll.file.broken"),
    }
}
