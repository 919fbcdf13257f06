//! What people see, as pure functions: trees of elements and the words in them, for the browser, the static pages, paper and the
//! command line.
//!
//! Knows reports and words; decides nothing. For Tirkeu's own page and tools: it changes with every version.

pub mod iin;
#[cfg(any(feature = "list", all(feature = "json", not(target_arch = "wasm32"))))]
pub mod json;
pub mod node;
#[cfg(all(feature = "json", not(target_arch = "wasm32")))]
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod plain_text;
#[cfg(all(feature = "json", not(target_arch = "wasm32")))]
pub mod pseudo;
#[cfg(not(target_arch = "wasm32"))]
pub mod rulebook;
pub mod view;
#[cfg(all(feature = "json", not(target_arch = "wasm32")))]
pub mod wording;
pub mod words;
pub mod writer;

pub use words::Words;
