//! The JSON shapes of rules.md, section 6: one decoder and one encoding for JSON text and for JavaScript values.
//!
//! Knows ids and shapes, not what they mean; decides nothing. Every bad input is refused here, before anything is decided, with
//! the place, the offending value and what would be right.

mod decode;
mod encode;
#[cfg(not(target_arch = "wasm32"))]
mod json;
mod place;
mod value;

pub use decode::{appeal, application};
pub use encode::{Questions, questions};
#[cfg(not(target_arch = "wasm32"))]
pub use json::{read, read_appeal};
pub use place::Refusal;
pub use value::{Kind, Value};
