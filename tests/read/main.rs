//! The page as it is read in every situation of the law, in every language: who is told what, in whose words, from which source.

#![cfg(not(target_arch = "wasm32"))]

mod accounting;
mod asked;
mod citations;
mod consent;
mod facts;
mod later;
mod said;
mod situations;
mod stories;
