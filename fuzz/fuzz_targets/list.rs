//! Any bytes as a list: a table that is checked and written, or a refusal in words; never a fault, never without end.
//!
//! A change in a ZIP is found out by its check sum, so that hardly any reaches what stands in it. Bytes that begin with a 1 are what stands in
//! a workbook: its sheet, behind a zero byte its shared texts, behind another its styles; they are packed here.
//!
//! `cargo +nightly fuzz run list fuzz/corpus/list -- -max_len=65536`

#![no_main]

use std::cell::LazyCell;
use std::io::{Cursor, Write};
use std::rc::Rc;

use libfuzzer_sys::fuzz_target;
use tirkeu::list::session::Session;
use tirkeu::list::{Labels, Limits, Said, read};
use tirkeu::page::wording::{languages, wording};
use tirkeu::{Words, date};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

thread_local! {
    static WORDS: LazyCell<Vec<Words>> = LazyCell::new(|| languages().filter_map(wording).collect());
    static LABELS: LazyCell<Rc<Labels>> = LazyCell::new(|| Rc::new(Labels::of(&WORDS.with(|words| words.to_vec()))));
}

fuzz_target!(|bytes: &[u8]| {
    let labels = LABELS.with(|labels| Rc::clone(labels));
    let words = WORDS.with(|words| words[0].clone());
    let limits = Limits { inflated: 1 << 22, rows: 200, ..Limits::BROWSER };
    let bytes = bytes.strip_prefix(&[1]).map_or_else(|| bytes.to_vec(), packed);
    match read(bytes, Rc::clone(&labels), limits).whole() {
        Ok(table) => answer(Session::of(table, labels, Said::on(date(2026, 12, 1))), &words),
        Err(refused) => assert!(refused.text(&words) != refused.id, "{}", refused.id),
    }
});

/// A workbook in which this stands.
fn packed(parts: &[u8]) -> Vec<u8> {
    let mut parts = parts.splitn(3, |byte| *byte == 0);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, content: &[u8]| {
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).expect("a file");
        zip.write_all(content).expect("it is written");
    };
    AROUND.iter().for_each(|(name, content)| put(name, content.as_bytes()));
    let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];
    names.iter().for_each(|name| put(name, parts.next().unwrap_or_default()));
    zip.finish().expect("a ZIP").into_inner()
}

/// What a workbook needs besides.
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
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
];

fn answer(mut session: Session, words: &Words) {
    session.checked = Some(Rc::new(session.check().whole()));
    let result = session.result(words).expect("it is checked").whole();
    assert!(result.is_ok(), "{result:?}");
}
