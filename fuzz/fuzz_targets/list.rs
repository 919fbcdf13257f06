//! Any bytes as a list: a table that is checked and written, or a refusal in words; never a fault, never without end.
//!
//! A change in a ZIP is found out by its check sum, so that hardly any reaches what stands in it. Bytes that begin with a 1 are what stands in
//! a workbook: its sheet, behind a zero byte its shared texts, behind another its styles; they are packed here.
//!
//! `cargo +nightly fuzz run list fuzz/corpus/list -- -max_len=65536`

#![no_main]

#[path = "../../tests/list/packed.rs"]
mod packed;

use std::cell::LazyCell;
use std::rc::Rc;

use libfuzzer_sys::fuzz_target;
use tirkeu::list::session::Session;
use tirkeu::list::{Labels, Limits, Said, read};
use tirkeu::page::wording::{languages, wording};
use tirkeu::{Words, date};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

thread_local! {
    static WORDS: LazyCell<Vec<Words>> = LazyCell::new(|| languages().filter_map(wording).collect());
    static LABELS: LazyCell<Rc<Labels>> = LazyCell::new(|| Rc::new(Labels::of(&WORDS.with(|words| words.to_vec()))));
}

fuzz_target!(|bytes: &[u8]| {
    let labels = LABELS.with(|labels| Rc::clone(labels));
    let words = WORDS.with(|words| words[0].clone());
    let limits = Limits { inflated: 1 << 22, rows: 200, ..Limits::BROWSER };
    let bytes = bytes.strip_prefix(&[1]).map_or_else(|| bytes.to_vec(), workbook);
    match read(bytes, Rc::clone(&labels), limits).whole() {
        Ok(table) => answer(Session::of(table, labels, Said::on(date(2026, 12, 1))), &words),
        Err(refused) => assert!(refused.text(&words) != refused.id, "{}", refused.id),
    }
});

/// A workbook in which this stands.
fn workbook(parts: &[u8]) -> Vec<u8> {
    let book = packed::book("");
    let mut files: Vec<(&str, &[u8])> = packed::AROUND.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    files.push(("xl/workbook.xml", book.as_bytes()));
    let mut parts = parts.splitn(3, |byte| *byte == 0);
    for name in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        files.push((name, parts.next().unwrap_or_default()));
    }
    packed::zipped(&files, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
}

fn answer(mut session: Session, words: &Words) {
    session.checked = Some(Rc::new(session.check().whole()));
    let result = session.result(words).expect("it is checked").whole();
    assert!(result.is_ok(), "{result:?}");
}
