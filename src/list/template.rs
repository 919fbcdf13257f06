//! A list to fill in: made from the tables and the wording, so that it is never behind either.
//!
//! Knows every column there is, and what its cells may say; the ids stand on a hidden sheet, so that another language, or a later
//! version, still knows the columns.

use rust_xlsxwriter::{DataValidation, Workbook, Worksheet, XlsxError};

use crate::law;
use crate::list::columns::{Choice, Column};
use crate::list::labels::{choice_name, heading};
use crate::list::reading::Limits;
use crate::list::result::basis;
use crate::list::unreadable::Unreadable;
use crate::list::workbook::{Styles, cut, workbook};
use crate::page::words::Words;

/// The hidden sheet with the version, the ids and the lists.
pub const HIDDEN: &str = "tirkeu";

/// The word on it before each thing that was said of the list of a result.
pub const SAID: &str = "said";

/// The version of the template: it moves when a column changes its meaning.
pub const VERSION: &str = "1";

/// So many rows choose from lists: as many as a browser reads, and the example.
const READY: u32 = Limits::BROWSER.rows + 1;

/// The template in a language, as the bytes of a workbook.
///
/// # Errors
/// If the workbook cannot be written.
pub fn template(words: &Words) -> Result<Vec<u8>, Unreadable> {
    write(words).map_err(|error| Unreadable::new("roll.result.unwritten").with("value", error))
}

/// The columns of a template. What is said once for all rows has none.
fn columns() -> Vec<Column> {
    let is_offered = |column: &Column| match column {
        Column::Ours(_) | Column::Visit | Column::Rka => false,
        Column::Fact(fact) => fact.of() == crate::Of::Person,
        Column::Document(document) | Column::Until(document) => document.of() == crate::Of::Person,
        _ => true,
    };
    Column::all().filter(is_offered).collect()
}

fn write(words: &Words) -> Result<Vec<u8>, XlsxError> {
    // Since when the law reads so: a day that changes only when the template does.
    let day = law::EDITIONS.last().map_or(law::FIRST_DAY, |edition| edition.sources_read);
    let (mut workbook, styles) = (workbook(day), Styles::new());
    let columns = columns();
    write_list(workbook.add_worksheet(), &columns, words, &styles)?;
    write_how(workbook.add_worksheet(), &columns, words, &styles)?;
    write_hidden(&mut workbook, &columns, words)?;
    workbook.save_to_buffer()
}

fn write_list(sheet: &mut Worksheet, columns: &[Column], words: &Words, styles: &Styles) -> Result<(), XlsxError> {
    sheet.set_name(words.get("roll.sheet.list"))?;
    for (place, column) in (0_u16..).zip(columns) {
        sheet.set_column_format(place, &styles.text)?;
        sheet.set_column_width(place, 24)?;
        sheet.write_string_with_format(0, place, heading(*column, words), &styles.heading)?;
        sheet.write_string_with_format(1, place, example(*column, words), &styles.text)?;
        let choices = column.choices();
        if !choices.is_empty() {
            let (from, to) = (2 * place + 2, choices.len());
            let list = format!("={HIDDEN}!${0}$1:${0}${to}", crate::list::table::letters(from.into()));
            let validation = DataValidation::new().allow_list_formula(list.as_str().into());
            let validation = validation.set_error_message(cut(&words.get("roll.template.wrong")))?;
            sheet.add_data_validation(1, place, READY, place, &validation)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// What stands in the row that shows how.
fn example(column: Column, words: &Words) -> String {
    match column {
        Column::Number => words.get("roll.example"),
        Column::Name => words.get("roll.example.name"),
        Column::Born => "01.12.1990".into(),
        Column::Until(_) => "01.12.2030".into(),
        Column::Family | Column::Iin | Column::Rka | Column::Visit | Column::Ours(_) => String::new(),
        column => example_choice(column).map(|choice| choice_name(column, choice, words)).unwrap_or_default(),
    }
}

/// An adult foreigner who applies alone and shows the original.
fn example_choice(column: Column) -> Option<Choice> {
    let id = match column {
        Column::Fact(crate::Fact::Status) => "foreigner",
        Column::Fact(crate::Fact::Incapacitated) => "no",
        Column::Fact(crate::Fact::Applicant) => "self",
        Column::Document(crate::Document::IdentityDocument) => "original",
        _ => return None,
    };
    column.choice(id)
}

fn write_how(sheet: &mut Worksheet, columns: &[Column], words: &Words, styles: &Styles) -> Result<(), XlsxError> {
    sheet.set_name(words.get("roll.sheet.how"))?;
    sheet.set_column_width(0, 44)?;
    sheet.set_column_width(1, 90)?;
    let steps =
        ["roll.how.1", "roll.how.2", "roll.how.3", "roll.how.4", "roll.how.5"].map(|id| (words.get(id), String::new()));
    let told = columns.iter().map(|column| {
        let choices: Vec<String> = column.choices().iter().map(|choice| choice_name(*column, *choice, words)).collect();
        let what = if column.is_day() { words.get("roll.right.no_day") } else { choices.join(" · ") };
        (heading(*column, words), what)
    });
    let read = law::EDITIONS.last().map_or(law::FIRST_DAY, |edition| edition.sources_read);
    let rests = basis(law::EDITIONS, &[read], words);
    let rests = rests.into_iter().map(|line| (line, String::new()));
    for (row, (left, right)) in (0_u32..).zip(steps.into_iter().chain(told).chain(rests)) {
        sheet.write_string_with_format(row, 0, cut(&left), &styles.wrapped)?;
        sheet.write_string_with_format(row, 1, cut(&right), &styles.wrapped)?;
    }
    Ok(())
}

/// The version, then each id with its heading; beside them the lists.
fn write_hidden(workbook: &mut Workbook, columns: &[Column], words: &Words) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(HIDDEN)?;
    sheet.write_string(0, 0, "template")?;
    sheet.write_string(0, 1, VERSION)?;
    for (row, column) in (1_u32..).zip(columns) {
        sheet.write_string(row, 0, column.id())?;
        sheet.write_string(row, 1, heading(*column, words))?;
    }
    for (place, column) in (0_u16..).zip(columns) {
        for (row, choice) in (0_u32..).zip(column.choices()) {
            sheet.write_string(row, 2 * place + 2, choice_name(*column, choice, words))?;
            sheet.write_string(row, 2 * place + 3, choice.id())?;
        }
    }
    sheet.set_hidden(true);
    Ok(())
}
