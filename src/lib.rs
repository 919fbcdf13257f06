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

mod decide;
mod facts;

pub mod law;
pub mod page;
pub mod prove;
pub mod wire;

#[cfg(all(target_arch = "wasm32", any(feature = "api", feature = "page")))]
pub mod browser;

pub use decide::appeal::{Appeal, appeal};
pub use decide::check::{check, check_with_forms};
pub use decide::report::{
    Candidate, Counter, Decided, Elsewhere, Finding, Fix, Forms, Procedure, Question, Reason, Remedy, Report, Subject,
    Upcoming, Verdict,
};
pub use facts::application::{Application, MOST_PEOPLE, Person};
pub use facts::condition::{Condition, Known, one_of};
pub use facts::day::{date, days_between, months_later, parse_date, write_date};
pub use facts::document::{Document, Documents, Form, Held};
pub use facts::fact::{Answer, Answers, Fact, Of};
pub use facts::id::{Bits, Id, Set, from_id};
pub use facts::truth::Truth;
pub use law::asked::{Asked, Scope};
pub use law::citation::{Act, Citation};
pub use law::edition::{Edition, check_law, in_force};
pub use law::outcome::{Basis, Outcome, Status};
pub use law::requirement::{Effect, Requirement, Row, Rule};
pub use law::statement::Statement;
pub use law::step::{About, Addressee, Step, StepName, Term};
pub use page::iin::{fits, is_iin};
pub use page::words::Words;
