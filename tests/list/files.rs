//! Files for the tests, made here: workbooks of a library, and workbooks written part by part, for what no library writes.

use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;

use crate::packed;

/// A workbook with these texts.
pub(crate) fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell).expect("a cell");
            }
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// A ZIP with these files.
pub(crate) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    packed::zipped(files, SimpleFileOptions::default())
}

/// A workbook whose only sheet holds this between `<sheetData>` and its end, with these properties and these other files.
pub(crate) fn by_hand(properties: &str, rows: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let workbook = packed::book(properties);
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let mut files: Vec<(&str, &[u8])> = packed::AROUND.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    files.push(("xl/workbook.xml", workbook.as_bytes()));
    files.push(("xl/worksheets/sheet1.xml", sheet.as_bytes()));
    files.extend(others);
    zipped(&files)
}

/// A row of texts, as they stand in a sheet.
pub(crate) fn row(number: u32, cells: &[&str]) -> String {
    let letters = 'A'..='Z';
    let cells = letters
        .zip(cells)
        .map(|(letter, cell)| format!(r#"<c r="{letter}{number}" t="inlineStr"><is><t>{cell}</t></is></c>"#));
    format!(r#"<row r="{number}">{}</row>"#, cells.collect::<String>())
}
