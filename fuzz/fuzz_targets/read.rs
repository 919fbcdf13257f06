//! Any bytes, as JSON, as JSON Lines and as the packed value that a browser sends: an application whose report can be written, or a refusal that names what is wrong.
//!
//! `cargo +nightly fuzz run read fuzz/corpus/read -- -dict=fuzz/read.dict`

#![no_main]

use libfuzzer_sys::fuzz_target;
use tirkeu::wire::{self, Refusal};
use tirkeu::{Application, check, law};

fuzz_target!(|bytes: &[u8]| {
    answer(wire::read_bytes(bytes));
    answer(wire::read_packed(bytes));
    let reports = wire::check_many(bytes, wire::read);
    assert!(reports.is_empty() || reports.ends_with(b"}\n"));
});

fn answer(read: Result<Application, Refusal>) {
    match read {
        Ok(application) => {
            let report = check(law::EDITIONS, &application);
            let written = serde_json::to_string(&report).expect("a report can be written");
            assert_eq!(wire::text(&report), written);
        }
        Err(refusal) => assert!(!refusal.message.is_empty() && refusal.message.len() < 1500),
    }
}
