//! The browser's engine answers like the native build: the same digest over every report.

#![cfg(target_arch = "wasm32")]

use tirkeu::law;
use tirkeu::prove::digest::digest_of_law;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SNAPSHOT: &str = include_str!("snapshot/law.txt");

#[wasm_bindgen_test]
fn the_digest_over_every_report_is_the_native_one() {
    let (reports, digest) = digest_of_law(law::EDITIONS);
    let line = format!("digest {digest:016x} of {reports} reports");
    assert_eq!(SNAPSHOT.lines().next(), Some(line.as_str()));
}
