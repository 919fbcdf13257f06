//! Tirkeu tells a foreigner, a stateless person or a recognised refugee who must register where they live in Kazakhstan whether
//! their set of documents is complete, before they go to the counter: under the rules in force on the day of their visit, with
//! the source of every statement. It is a pre-check: it decides nothing and registers nobody.
//!
//! The law is constant data ([`law`]); one pure function, [`check`], turns a law and an [`Application`] into a [`Report`].
//! Everything may be unknown: the report is firm exactly where every way of filling in what is unknown agrees.
//!
//! The core cannot fail and knows no JSON, no language, no HTML, no JavaScript, no clock and no file; only decoding can fail.

#![deny(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::todo,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod appeal;
mod application;
mod asked;
#[cfg(target_arch = "wasm32")]
pub mod browser;
mod check;
mod condition;
mod day;
#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::indexing_slicing, reason = "native only, over tables of its own making")]
pub mod diff;
pub mod digest;
mod document;
mod evaluate;
mod fact;
mod fix;
mod id;
mod iin;
pub mod law;
#[cfg(not(target_arch = "wasm32"))]
pub mod lines;
pub mod node;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
mod possible;
pub mod profile;
mod report;
mod requirement;
#[cfg(not(target_arch = "wasm32"))]
pub mod rulebook;
mod step;
mod together;
mod truth;
pub mod view;
pub mod wire;
#[cfg(not(target_arch = "wasm32"))]
pub mod wording;
mod words;
pub mod writer;

pub use appeal::{Appeal, appeal};
pub use application::{Application, MOST_PEOPLE, Person};
pub use check::{check, check_with_forms};
pub use condition::{Condition, Known, one_of};
pub use day::{date, days_between, months_later, parse_date, write_date};
pub use document::{Document, Documents, Form, Held};
pub use fact::{Answer, Answers, Fact, Of};
pub use id::{Id, Set, from_id};
pub use iin::{fits, is_iin};
pub use report::{
    Decided, Elsewhere, Finding, Fix, Forms, Procedure, Question, Remedy, Report, Subject, Upcoming, Verdict,
};
pub use requirement::{Basis, Citation, Edition, Effect, Outcome, Requirement, Row, Rule, Status, check_law, in_force};
pub use step::{Step, StepName, Term};
pub use truth::Truth;
pub use words::Words;
