//! The laws of the evaluation, each proven over every situation. `cargo xtask prove` runs them and prints the figures.
//!
//! The plain product of one person's situations is far too large to list: every answer known or unknown, and every paper in
//! every form, dated or not. It is proven by its factors instead. `folding` shows what makes no difference, and which answers the
//! rules do not tell apart. `alone` proves every combination of answers with each paper by itself; `together` proves that papers do
//! not look at each other and that the verdict on all of them is exact; `people` proves what a person means for the home and for the
//! others, and the same for several people. The other modules prove one law each.

#![cfg(not(target_arch = "wasm32"))]

mod agreement;
mod alone;
mod days;
mod editions;
mod folding;
mod interview;
mod line;
mod oracle;
mod order;
mod people;
mod reach;
mod reading;
mod remedy;
mod situations;
mod tally;
mod together;
