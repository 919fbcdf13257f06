//! A workbook being written: cells that are what they were, and a file that is the same bytes whenever it says the same.
//!
//! Knows `rust_xlsxwriter`; not what a cell means.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use time::Date;

use crate::list::table::{Cell, Row};

/// The styles of cells.
pub(super) struct Styles {
    pub(super) heading: Format,
    pub(super) day: Format,
    pub(super) text: Format,
    pub(super) wrapped: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(0xE8_EE_F4),
            day: Format::new().set_num_format("dd.mm.yyyy"),
            text: Format::new().set_num_format("@"),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// A workbook that says it was made on this day: the machine's own clock is not asked.
pub(super) fn workbook(day: Date) -> Workbook {
    let mut workbook = Workbook::new();
    if let Some(day) = date_time(day) {
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    }
    workbook
}

fn date_time(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::from(day.month()), day.day()).ok()
}

/// Writes a row where it stood, cell by cell as it was. A text is never a formula, whatever it begins with.
pub(super) fn write_row(sheet: &mut Worksheet, row: &Row, places: &[usize], styles: &Styles) -> Result<(), XlsxError> {
    let number = row.number.saturating_sub(1);
    for (column, place) in (0_u16..).zip(places) {
        match row.cell(*place) {
            Cell::Empty => {}
            Cell::Text(text) | Cell::Broken(text) => {
                sheet.write_string(number, column, cut(text))?;
            }
            Cell::Number(value) => {
                sheet.write_number(number, column, *value)?;
            }
            Cell::Formatted(formatted) => {
                let format = Format::new().set_num_format(&*formatted.code);
                sheet.write_number_with_format(number, column, formatted.value, &format)?;
            }
            Cell::Day(day) => match date_time(*day) {
                Some(value) => _ = sheet.write_datetime_with_format(number, column, &value, &styles.day)?,
                None => _ = sheet.write_string(number, column, Cell::Day(*day).written())?,
            },
        }
    }
    Ok(())
}

/// A cell holds at most 32,767 characters.
pub(super) fn cut(text: &str) -> String {
    text.chars().take(32_767).collect()
}
