//! Any bytes as a list: a table that is checked and written, or a refusal in words; never a fault, never without end.
//!
//! `cargo +nightly fuzz run list fuzz/corpus/list -- -max_len=65536`

#![no_main]

use std::cell::LazyCell;
use std::rc::Rc;

use libfuzzer_sys::fuzz_target;
use tirkeu::list::session::Session;
use tirkeu::list::{Labels, Limits, Said, read};
use tirkeu::page::wording::{languages, wording};
use tirkeu::{Words, date};

thread_local! {
    static WORDS: LazyCell<Vec<Words>> = LazyCell::new(|| languages().filter_map(wording).collect());
    static LABELS: LazyCell<Rc<Labels>> = LazyCell::new(|| Rc::new(Labels::of(&WORDS.with(|words| words.to_vec()))));
}

fuzz_target!(|bytes: &[u8]| {
    let labels = LABELS.with(|labels| Rc::clone(labels));
    let words = WORDS.with(|words| words[0].clone());
    let limits = Limits { inflated: 1 << 22, rows: 200, ..Limits::BROWSER };
    match read(bytes.to_vec(), Rc::clone(&labels), limits).whole() {
        Ok(table) => answer(Session::of(table, labels, Said::on(date(2026, 12, 1))), &words),
        Err(refused) => assert!(refused.text(&words) != refused.id, "{}", refused.id),
    }
});

fn answer(mut session: Session, words: &Words) {
    session.checked = Some(Rc::new(session.check().whole()));
    let result = session.result(words).expect("it is checked").whole();
    assert!(result.is_ok(), "{result:?}");
}
