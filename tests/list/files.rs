//! Files for the tests, made here: workbooks of a library, and workbooks written part by part, for what no library writes.

use std::io::{Cursor, Write};

use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

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
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a file in a ZIP");
        zip.write_all(content).expect("it is written");
    }
    zip.finish().expect("a ZIP").into_inner()
}

/// What a workbook needs besides its sheet.
const AROUND: &[(&str, &str)] = &[
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

/// A workbook whose only sheet holds this between `<sheetData>` and its end, with these properties and these other files.
pub(crate) fn by_hand(properties: &str, rows: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let workbook = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{properties}<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let mut files: Vec<(&str, &[u8])> = AROUND.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
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
