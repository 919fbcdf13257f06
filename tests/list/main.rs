//! An institution's whole list: what is read, what is matched, what is decided, what is written.
#![cfg(not(target_arch = "wasm32"))]

mod clerks;
mod decided;
mod dormitory;
mod files;
mod filled;
mod formats;
mod habits;
mod hostile;
mod labels;
mod law;
mod number_formats;
mod packed;
mod papers;
mod result;
mod shown;
mod template;
mod unknown;

use std::rc::Rc;

use tirkeu::Words;
use tirkeu::list::session::Session;
use tirkeu::list::{Checked, Labels, Limits, Said, Table, Unreadable, read};
use tirkeu::page::wording::{saying, wording};

/// The wording of every language.
fn all_words() -> Vec<Words> {
    saying("roll.page.title").filter_map(wording).collect()
}

fn words(language: &str) -> Words {
    wording(language).expect("there is such a language")
}

/// A file that `LibreOffice` keeps: made anew where the environment says so, else as it was kept here.
fn kept(name: &str) -> Vec<u8> {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/list/libreoffice");
    let folder = std::env::var_os("TIRKEU_OFFICE").map_or_else(|| here.into(), std::path::PathBuf::from);
    std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

thread_local! {
    static LABELS: Rc<Labels> = Rc::new(Labels::of(&all_words()));
}

fn labels() -> Rc<Labels> {
    LABELS.with(Rc::clone)
}

fn table(bytes: &[u8]) -> Result<Table, Unreadable> {
    read(bytes.to_vec(), labels(), Limits::BROWSER).whole()
}

#[track_caller]
fn readable(bytes: &[u8]) -> Table {
    table(bytes).unwrap_or_else(|error| panic!("{}", error.text(&words("en"))))
}

/// A list in an institution, on the day of most examples.
fn said() -> Said {
    Said::on(tirkeu::date(2026, 12, 1))
}

#[track_caller]
fn session(bytes: &[u8]) -> Session {
    Session::of(readable(bytes), labels(), said())
}

#[track_caller]
fn checked(bytes: &[u8]) -> Checked {
    session(bytes).check().whole()
}

/// Each fault's cell with its kind.
fn faults(checked: &Checked) -> Vec<(String, &'static str)> {
    checked.faults.iter().map(|fault| (fault.cell(), tirkeu::Id::id(fault.kind))).collect()
}
