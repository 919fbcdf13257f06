//! Any text as a code, as it is and with the check that belongs to it: what is read is written the same again, and nothing makes it fail.
//!
//! `cargo +nightly fuzz run code fuzz/corpus/code`

#![no_main]

use libfuzzer_sys::fuzz_target;
use tirkeu::wire::code::{Code, sealed};
use tirkeu::{check, law};

fuzz_target!(|text: &str| {
    answer(text);
    answer(&sealed(text));
});

fn answer(text: &str) {
    match Code::read(text) {
        Ok(code) => {
            check(law::EDITIONS, &code.application);
            let written = code.write().expect("what is read is written");
            assert_eq!(Code::read(&written), Ok(code));
        }
        Err(fault) => assert!(!fault.to_string().is_empty() && fault.to_string().len() < 300),
    }
}
