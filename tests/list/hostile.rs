//! Files that are broken, wrong or made to harm: each gets a sentence that says what is wrong, where, and what would be right.

use std::io::{Cursor, Write};

use fastrand::Rng;
use tirkeu::list::{Limits, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::files::{by_hand, row, workbook, zipped};
use crate::{all_words, labels, readable, table};

/// The id of the sentence that a file is refused with; in no language is anything left out of it.
#[track_caller]
fn refused(bytes: &[u8]) -> (&'static str, String) {
    let error = table(bytes).expect_err("it is refused");
    let texts: Vec<String> = all_words().iter().map(|words| error.text(words)).collect();
    assert!(texts.iter().all(|text| text != error.id && !text.contains(['{', '}'])), "{texts:?}");
    (error.id, texts[2].clone())
}

#[track_caller]
fn is_refused(bytes: &[u8], id: &str) {
    assert_eq!(refused(bytes).0, id);
}

#[test]
fn what_is_no_list_is_named_with_how_to_save_it() {
    let container = |inside: &str| {
        let name = inside.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain([0; 600]).chain(name).collect::<Vec<u8>>()
    };
    is_refused(&container("Workbook"), "roll.file.xls");
    is_refused(&container("EncryptedPackage"), "roll.file.protected");
    is_refused(b"<html><table><tr><td>1</td></tr></table></html>", "roll.file.html");
    is_refused(b"\xef\xbb\xbf\r\n<!DOCTYPE HTML>", "roll.file.html");
    for page in ["<style>td{}</style><table>", "<!-- saved -->\n<html>", "<body>", "<div>", "<o:p>", "<BR>"] {
        is_refused(page.as_bytes(), "roll.file.html");
        let wide: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
        is_refused(&wide, "roll.file.html");
    }
    is_refused(b"MIME-Version: 1.0\nX-Document-Type: Workbook\n", "roll.file.html");
    is_refused(b"From: <Saved by Windows Internet Explorer 8>\n", "roll.file.html");
    is_refused(b"<?xml version=\"1.0\"?><Workbook/>", "roll.file.xml");
    is_refused(b"%PDF-1.7", "roll.file.document");
    is_refused(b"\x89PNG\r\n", "roll.file.document");
    is_refused(b"", "roll.file.empty");
    is_refused(b"\r\n \r\n", "roll.file.empty");
    is_refused(";;;\n;;\n".as_bytes(), "roll.file.empty");
    is_refused(&workbook(&[]), "roll.file.empty");
    is_refused(&workbook(&[&["ФИО", "Статус"]]), "roll.file.no_rows");
    is_refused("ФИО;Статус\n".as_bytes(), "roll.file.no_rows");
    is_refused(&zipped(&[("word/document.xml", b"<a/>")]), "roll.file.no_workbook");
}

/// Every beginning of a workbook is no workbook.
#[test]
fn a_workbook_that_ends_too_early_is_broken() {
    let whole = workbook(&[&["ФИО", "Статус"], &["Ли", "внж"]]);
    for length in (4..whole.len()).step_by(97) {
        assert!(["roll.file.broken", "roll.file.no_workbook"].contains(&refused(&whole[..length]).0), "{length}");
    }
}

/// Whatever byte of a workbook changes: a table or a refusal, never a fault.
#[test]
fn a_changed_byte_is_never_a_fault() {
    let whole = workbook(&[&["ФИО", "Статус"], &["Ли", "внж"]]);
    let rng = &mut Rng::with_seed(17);
    for _ in 0..800 {
        let mut changed = whole.clone();
        let place = rng.usize(0..changed.len());
        changed[place] = rng.u8(..);
        let _ = table(&changed);
    }
}

/// 200 KB that inflate to 200 MB are refused before anything reads them.
#[test]
fn what_inflates_without_end_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).expect("a file");
    let piece = vec![b' '; 1 << 20];
    (0..200).for_each(|_| zip.write_all(&piece).expect("it is written"));
    let bytes = zip.finish().expect("a ZIP").into_inner();
    assert!(bytes.len() < 300_000, "{}", bytes.len());
    let (id, text) = refused(&bytes);
    assert_eq!(id, "roll.file.inflates");
    assert!(text.contains("64"), "{text}");
    let native = read(bytes, labels(), Limits::NATIVE).whole();
    assert_eq!(native.expect_err("it is refused").id, "roll.file.inflates");
}

/// What a file says of its own length is not believed.
#[test]
fn a_lie_about_the_length_changes_nothing() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/a.xml", SimpleFileOptions::default()).expect("a file");
    let piece = vec![b' '; 1 << 20];
    (0..70).for_each(|_| zip.write_all(&piece).expect("it is written"));
    let mut bytes = zip.finish().expect("a ZIP").into_inner();
    let length = u32::to_le_bytes(70 << 20);
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|place| bytes[*place..place + 4] == length).collect();
    assert!(!places.is_empty());
    for place in places {
        bytes[place..place + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(["roll.file.inflates", "roll.file.broken"].contains(&refused(&bytes).0));
}

/// No room is made for what stands between two cells that are far from one another.
#[test]
fn cells_far_from_one_another_take_no_room() {
    let far = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let (id, text) = refused(&by_hand("", far, &[]));
    assert_eq!(id, "roll.file.wide");
    assert!(text.contains("XFD1048576") && text.contains("100"), "{text}");
    let low = [row(1, &["status"]), row(1_048_576, &["nobody"])].concat();
    assert_eq!(crate::faults(&crate::checked(&by_hand("", &low, &[]))), [("A1048576".into(), "unknown")]);
}

#[test]
fn an_address_that_no_sheet_has_is_refused() {
    for cell in ["XFE1", "A1048577", "AAAAAAAAAAAAAAAA1", "A99999999999999999999", "A1:ZZZZ9", "1A", "-1"] {
        let rows = format!(r#"<row r="1"><c  r = "{cell}"><v>1</v></c></row>"#);
        let (id, text) = refused(&by_hand("", &rows, &[]));
        assert_eq!(id, "roll.file.address", "{cell}");
        assert!(text.contains(cell), "{text}");
    }
}

#[test]
fn a_count_that_no_list_has_is_refused() {
    let strings = br#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="18446744073709551615"><si><t>a</t></si></sst>"#;
    let bytes = by_hand("", &row(1, &["name"]), &[("xl/sharedStrings.xml", strings)]);
    is_refused(&bytes, "roll.file.claims");
}

#[test]
fn a_document_type_is_refused() {
    let strings = br#"<!DOCTYPE a [<!ENTITY b "b">]><sst/>"#;
    is_refused(&by_hand("", &row(1, &["name"]), &[("xl/sharedStrings.xml", strings)]), "roll.file.entities");
}

/// Text that stands in cells is not looked at as markup: signs, a `<`, an `=` in it are letters.
#[test]
fn text_in_cells_is_text() {
    let rows: &[&[&str]] = &[&["name", "комната"], &["<!DOCTYPE r=\"ZZZZ9\" uniqueCount=\"9\">", " r=\"ZZZZ9\""]];
    assert_eq!(readable(&workbook(rows)).rows[0].cells[1].written(), "r=\"ZZZZ9\"");
}

#[test]
fn a_zero_byte_is_named_with_its_row() {
    let (id, text) = refused(b"name;status\nLi;refugee\nK\0im;refugee\n");
    assert_eq!(id, "roll.file.zero");
    assert!(text.contains('3'), "{text}");
}

#[test]
fn too_many_rows_are_refused_with_their_number() {
    let list = |rows: usize| ["name\n".to_owned(), "Li\n".repeat(rows)].concat();
    assert_eq!(readable(list(20_000).as_bytes()).rows.len(), 20_000);
    let (id, text) = refused(list(20_001).as_bytes());
    assert_eq!(id, "roll.file.rows");
    assert!(text.contains("20001") && text.contains("20000"), "{text}");
    let native = read(list(20_001).into_bytes(), labels(), Limits::NATIVE).whole();
    assert_eq!(native.map(|table| table.rows.len()), Ok(20_001));
    // Only people count: not a title, an example, the numbers of the columns, nor a room above every two.
    let rooms = |pairs: usize| ["Комната 1;;\n", "Li;refugee;30\n", "Li;refugee;30\n"].concat().repeat(pairs);
    let many = |pairs: usize| ["Список\n\nname;status;age\nПример;;\n1;2;3\n", &rooms(pairs), "Итого: 1;;\n"].concat();
    assert_eq!(readable(many(10_000).as_bytes()).rows.len(), 20_000);
    let (id, text) = refused(many(10_001).as_bytes());
    assert_eq!(id, "roll.file.rows");
    assert!(text.contains("20002"), "{text}");
}

#[test]
fn a_file_that_is_too_long_is_refused_with_its_length() {
    let (id, text) = refused(&vec![b'a'; 20_000_001]);
    assert_eq!(id, "roll.file.long");
    assert!(text.contains("21") && text.contains("20"), "{text}");
}

#[test]
fn a_row_that_is_too_wide_is_refused_with_its_cell() {
    let wide = |cells: usize| ["name\n".to_owned(), "a;".repeat(cells - 1), "a\n".into()].concat();
    assert_eq!(readable(wide(100).as_bytes()).width(), 100);
    let (id, text) = refused(wide(101).as_bytes());
    assert_eq!(id, "roll.file.wide");
    assert!(text.contains("CW2"), "{text}");
}

/// A hidden sheet is never the list, and is told.
#[test]
fn hidden_sheets_are_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let hidden = book.add_worksheet();
    hidden.write_string(0, 0, "Статус").expect("a cell");
    hidden.write_string(0, 1, "ФИО").expect("a cell");
    hidden.set_hidden(true);
    let shown = book.add_worksheet();
    shown.set_active(true);
    shown.write_string(0, 0, "Статус").expect("a cell");
    shown.write_string(1, 0, "внж").expect("a cell");
    let table = readable(&book.save_to_buffer().expect("a workbook"));
    assert_eq!((table.sheet.as_deref(), table.notes[0].id), (Some("Sheet2"), "roll.note.hidden"));
}

/// A merged heading stands in its first cell; a column of errors is one group.
#[test]
fn merged_headings_and_a_column_of_errors() {
    let broken = |number: u32| {
        format!(r#"<row r="{number}"><c r="A{number}"><v>1</v></c><c r="B{number}" t="e"><v>#REF!</v></c></row>"#)
    };
    let rows: String = [row(1, &["ФИО", "Статус"])].into_iter().chain((2..50).map(broken)).collect();
    let checked = crate::checked(&by_hand("", &rows, &[]));
    let groups = tirkeu::list::fault::grouped(&checked.faults);
    assert_eq!((groups.len(), groups[0].faults.len()), (1, 48));
}

/// A heading over two columns is that of the first; what stands below the second is told, and not read.
#[test]
fn a_heading_over_two_columns_is_that_of_the_first() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "ФИО").expect("a cell");
    sheet.merge_range(0, 1, 0, 2, "Статус", &rust_xlsxwriter::Format::new()).expect("cells");
    for (column, cell) in (0..).zip(["Ли", "внж", "беженец"]) {
        sheet.write_string(1, column, cell).expect("a cell");
    }
    let checked = crate::checked(&book.save_to_buffer().expect("a workbook"));
    let [_, first, second] = &checked.layout.columns[..] else { panic!("three columns") };
    assert_eq!((first.column, second.column), (tirkeu::list::columns::Column::of("status"), None));
    assert_eq!(second.samples, ["беженец"], "whoever brings the list sees what is not read");
    assert_eq!(crate::faults(&checked), []);
}

/// A cell merged over several rows is kept with the first of them: the others are empty, and that is told with the cells.
#[test]
fn cells_merged_over_rows_are_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let format = rust_xlsxwriter::Format::new();
    sheet.merge_range(0, 0, 0, 1, "Список", &format).expect("cells");
    for (row, cells) in (1..).zip([["ФИО", "Семья"], ["Ли", ""], ["Ким", ""]]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    sheet.merge_range(2, 1, 3, 1, "Ли", &format).expect("cells");
    let table = readable(&book.save_to_buffer().expect("a workbook"));
    let told: Vec<_> = table.notes.iter().filter(|note| note.id == "roll.note.merged").collect();
    assert_eq!((told.len(), told[0].places[0].1.as_str()), (1, "B3:B4"), "a title over columns is none of it");
    for words in all_words() {
        assert!(told[0].text(&words).contains("B3:B4"), "{}", told[0].text(&words));
    }
}

/// What a workbook says besides its sheets, as `SharePoint` and others add it: the same attributes name no cell there, and count no text.
#[test]
fn what_is_beside_the_sheets_is_not_taken_for_cells() {
    let beside = br#"<xsd:schema xmlns:xsd="s"><xsd:element ref="ns2:MediaServiceMetadata"/><a r="not a cell" count="many"/></xsd:schema>"#;
    let rows = [row(1, &["name", "status"]), row(2, &["Li", "refugee"])].concat();
    for name in ["customXml/item1.xml", "docProps/custom.xml", "xl/theme/theme1.xml"] {
        assert_eq!(readable(&by_hand("", &rows, &[(name, beside)])).rows.len(), 1, "{name}");
    }
}

/// Each place that a reader believes is still looked at, whatever prefix its element has; so is a range whose end is above its beginning or
/// left of it, which the reader would count down below zero.
#[test]
fn every_place_of_a_sheet_is_looked_at() {
    for element in ["c", "x:c", "row", "mergeCell", "dimension", "f"] {
        for place in ["ZZZZ9", "A11:B1", "B1:A11", "C:A", "3:1"] {
            let attribute = if ["c", "x:c", "row"].contains(&element) { "r" } else { "ref" };
            let rows = format!(
                r#"<row r="1"><c r="A1" t="s" s="1"></c></row><{element} s="1" {attribute}="{place}"></{element}>"#
            );
            is_refused(&by_hand("", &rows, &[]), "roll.file.address");
        }
    }
}

/// A sheet that is not the list may be as wide as it likes; one that is the list is refused with the cell.
#[test]
fn another_sheet_may_be_wider_than_a_list() {
    for (heading, is_read) in [("anything", true), ("status", false)] {
        let mut book = rust_xlsxwriter::Workbook::new();
        let list = book.add_worksheet();
        for (row, cells) in (0..).zip([["name", "room"], ["Li", "7"]]) {
            for (column, cell) in (0..).zip(cells) {
                list.write_string(row, column, cell).expect("a cell");
            }
        }
        let wide = book.add_worksheet();
        for (row, column) in [(0, 0), (0, 1), (0, 2), (0, 150)] {
            wide.write_string(row, column, if column < 3 { heading } else { "x" }).expect("a cell");
        }
        let bytes = book.save_to_buffer().expect("a workbook");
        if is_read {
            assert_eq!(readable(&bytes).sheet.as_deref(), Some("Sheet1"));
        } else {
            is_refused(&bytes, "roll.file.wide");
        }
    }
}

/// A heading may begin like the name of an archive: what is one shows in the bytes behind.
#[test]
fn a_text_that_begins_like_an_archive_is_a_text() {
    for heading in ["PKID", "PK", "PK №"] {
        assert_eq!(readable(format!("{heading};ФИО\n1;Ли\n").as_bytes()).header.cells[0].written(), heading);
    }
    assert_eq!(readable("ФИО;<5 лет\nЛи;<нет>\n".as_bytes()).rows.len(), 1);
    assert_eq!(readable("<5 лет;ФИО\nнет;Ли\n".as_bytes()).rows.len(), 1);
}

/// A text that many cells share is counted as often as it stands there: 100 KB of a file are no gigabytes of a list.
#[test]
fn a_text_that_is_shared_without_end_is_refused() {
    for (length, id) in [(30_000, "roll.file.inflates"), (200_000, "roll.file.inflates"), (300, "")] {
        let strings = format!(
            r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{}</t></si></sst>"#,
            "x".repeat(length)
        );
        let cells = |number: u32| format!(r#"<row r="{number}"><c r="A{number}" t="s"><v>0</v></c></row>"#);
        let rows: String = [row(1, &["Имя"])].into_iter().chain((2..5_000).map(cells)).collect();
        let bytes = by_hand("", &rows, &[("xl/sharedStrings.xml", strings.as_bytes())]);
        assert!(bytes.len() < 200_000, "{}", bytes.len());
        match table(&bytes) {
            Ok(table) => assert_eq!((table.rows.len(), id), (4_998, "")),
            Err(error) => assert_eq!(error.id, id),
        }
    }
}
