//! Any text: an application whose report can be written, or a refusal that names what is wrong.
//!
//! `cargo +nightly fuzz run read fuzz/corpus/read -- -dict=fuzz/read.dict`

#![no_main]

use libfuzzer_sys::fuzz_target;
use tirkeu::{check, law, wire};

fuzz_target!(|text: &str| match wire::read(text) {
    Ok(application) => {
        let report = check(law::EDITIONS, &application);
        serde_json::to_string(&report).expect("a report can be written");
    }
    Err(refusal) => assert!(!refusal.message.is_empty() && refusal.message.len() < 1500),
});
