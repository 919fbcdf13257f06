//! The page as it is read in every situation of the law, in every language: who is told what, in whose words, from which source.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::similar_names,
    clippy::struct_excessive_bools,
    clippy::needless_for_each,
    clippy::needless_pass_by_value,
    reason = "a state and its stage, what a fact concerns, and situations handed on"
)]

mod accounting;
mod asked;
mod citations;
mod consent;
mod facts;
mod later;
mod one_paper;
mod opening;
mod rulebook;
mod said;
mod situations;
mod stories;
