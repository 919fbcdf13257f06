//! Any text, as JSON and as the packed value that a browser sends: an application whose report can be written, or a refusal that names what is wrong.
//!
//! `cargo +nightly fuzz run read fuzz/corpus/read -- -dict=fuzz/read.dict`

#![no_main]

use libfuzzer_sys::fuzz_target;
use tirkeu::wire::{self, Refusal};
use tirkeu::{Application, check, law};

fuzz_target!(|text: &str| {
    answer(wire::read(text));
    answer(wire::read_packed(text.as_bytes()));
});

fn answer(read: Result<Application, Refusal>) {
    match read {
        Ok(application) => {
            let report = check(law::EDITIONS, &application);
            serde_json::to_string(&report).expect("a report can be written");
        }
        Err(refusal) => assert!(!refusal.message.is_empty() && refusal.message.len() < 1500),
    }
}
