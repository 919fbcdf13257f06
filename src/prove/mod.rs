//! Every situation there is: folded, counted, told by one number, kept in a snapshot, compared with another law's.
//!
//! Knows the law by what it answers. For Tirkeu's own proofs and for whoever edits the law.

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::indexing_slicing, reason = "native only, over tables of its own making")]
pub mod diff;
pub mod digest;
pub mod profile;

pub use crate::decide::completion::{is_asked, known, known_asked, known_of};
