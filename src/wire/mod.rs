//! The JSON shapes of rules.md, section 6: one decoder and one encoding for JSON text and for JavaScript values.
//!
//! Knows ids and shapes, not what they mean; decides nothing. Every bad input is refused here, before anything is decided, with
//! the place, the offending value and what would be right.

pub mod code;
mod decode;
mod encode;
#[cfg(all(feature = "json", not(target_arch = "wasm32")))]
mod encoding;
#[cfg(all(feature = "json", not(target_arch = "wasm32")))]
mod json;
#[cfg(all(feature = "json", not(target_arch = "wasm32")))]
pub mod lines;
mod many;
mod numbers;
mod packed;
mod piece;
mod place;
mod plain;
mod recall;
mod text;
mod word;

pub use encode::{Questions, questions};
#[cfg(all(feature = "json", not(target_arch = "wasm32")))]
pub use encoding::text_of;
#[cfg(all(feature = "json", not(target_arch = "wasm32")))]
pub use json::{MOST_BYTES, read, read_appeal, read_bytes};
pub use many::{Answered, check_many, no_json};
pub use numbers::{meaning, numbers};
pub use packed::{read_packed, read_packed_appeal};
pub use place::Refusal;
pub use text::text;
pub use word::words;
