//! Tirkeu tells a foreigner, a stateless person or a recognised refugee who must register where they live in Kazakhstan whether
//! their set of documents is complete, before they go to the counter: under the rules in force on the day of their visit, with
//! the source of every statement. It is a pre-check: it decides nothing and registers nobody.
//!
//! The law is constant data ([`law`]); one pure function, [`check`], turns a law and an [`Application`] into a [`Report`].
//! Everything may be unknown: the report is firm exactly where every way of filling in what is unknown agrees.
//!
//! ```
//! use tirkeu::{Answer, Application, Document, Form, Held, Person, Verdict, check, date, law};
//!
//! let mut application = Application::on(date(2026, 12, 1));
//! let answers = [Answer::Foreigner, Answer::Adult, Answer::IncapacitatedNo].into_iter().collect();
//! application.people.push(Person { answers, ..Person::default() });
//! let report = check(law::EDITIONS, &application);
//! assert_eq!(report.verdict, Verdict::Undecided);
//!
//! // What is still open, in the order of asking.
//! assert!(report.unanswered.iter().any(|question| question.person == Some(0)));
//!
//! // A copy of an identity document is not enough, whatever else is answered.
//! let copy = Held { form: Some(Form::Copy), ..Held::default() };
//! application.people[0].documents = application.people[0].documents.with(Document::IdentityDocument, copy);
//! assert_eq!(check(law::EDITIONS, &application).verdict, Verdict::Incomplete);
//! ```
//!
//! With the feature `json`, an application is read from JSON, and every refusal names the place. A report is `serde::Serialize`.
//!
//! ```
//! # #[cfg(not(target_arch = "wasm32"))]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use tirkeu::{check, law, wire};
//!
//! let application = wire::read(r#"{"visit_date": "2026-12-01", "people": [{"answers": {"status": "visitor"}}]}"#)?;
//! let report = serde_json::to_value(check(law::EDITIONS, &application))?;
//! assert_eq!(report["verdict"], "not_this_service");
//! assert_eq!(wire::read(r#"{"visit_date": "tomorrow"}"#).unwrap_err().path, "visit_date");
//! # Ok(())
//! # }
//! # #[cfg(target_arch = "wasm32")]
//! # fn main() {}
//! ```
//!
//! # The rooms
//!
//! Each uses only those before it.
//!
//! | room | what is done there | its names |
//! |---|---|---|
//! | facts | what is said: answers, documents, people, days | [`Application`], [`Person`], [`Answers`], [`Documents`], [`Id`] |
//! | [`law`] | the vocabulary of the law, and the tables that are the law | [`law::EDITIONS`], [`Edition`], [`Requirement`], [`Citation`] |
//! | decide | from the law and an application to the report | [`check`], [`Report`], [`Finding`], [`Fix`], [`appeal`] |
//! | [`wire`] | JSON both ways; where every bad input is refused | [`wire::Refusal`] |
//!
//! More are for Tirkeu's own page, proofs and command line, and change with every version: [`prove`], every situation there is,
//! [`page`], what people see, and with the feature `list` an institution's whole list. One, `browser`, is the boundary to JavaScript, on wasm32 only.
//!
//! # Features
//!
//! | feature | what it brings |
//! |---|---|
//! | `json` | JSON text in and out (`serde_json`); native only |
//! | `cli`, by default | the command `tirkeu`; native only |
//! | `api`, by default | `check`, `appeal` and `questions` for JavaScript; wasm32 only |
//! | `page` | the page's element; wasm32 only |
//! | `code` | a visit's code, made and opened; wasm32 only |
//! | `list` | an institution's whole list, from a spreadsheet to a spreadsheet; `cli` brings it |
//!
//! A crate that decides natively wants `default-features = false`, which leaves `serde` and `time`, and perhaps `json`.
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

mod facts;

pub mod law;

mod decide;

pub mod wire;

// For Tirkeu's own page, proofs and command line.
pub mod prove;

pub mod page;

#[cfg(feature = "list")]
pub mod list;

#[cfg(all(target_arch = "wasm32", any(feature = "check", feature = "page", feature = "code", feature = "list")))]
pub mod browser;

// What is said.
pub use facts::application::{Application, MOST_PEOPLE, Person};
pub use facts::day::{date, days_between, parse_date, write_date};
pub use facts::document::{Document, Documents, Form, Held, SOME_DAY_BEFORE};
pub use facts::fact::{Answer, Answers, Fact, Of};
pub use facts::id::{Bits, Id, Set, from_id};

// What the law is made of.
pub use facts::condition::Condition;
pub use facts::truth::Truth;
pub use law::asked::{Asked, Scope};
pub use law::citation::{Act, Citation};
pub use law::edition::{Edition, check_law, in_force};
pub use law::outcome::{Basis, Outcome, Status};
pub use law::requirement::{Effect, Requirement, Row, Rule};
pub use law::statement::{Opening, Statement};
pub use law::step::{About, Addressee, Step, StepName, Term};

// What is answered.
pub use decide::appeal::{Appeal, appeal};
pub use decide::check::check;
pub use decide::report::{
    Candidate, Counter, Decided, Elsewhere, Finding, Fix, Procedure, Question, Reason, Remedy, Report, Subject,
    Upcoming, Verdict,
};

// For Tirkeu's own page and tests, like `page` and `prove`.
#[doc(hidden)]
pub use decide::check::check_with_forms;
#[doc(hidden)]
pub use decide::report::Forms;
#[doc(hidden)]
pub use decide::situation::situation;
#[doc(hidden)]
pub use facts::condition::{Known, one_of};
#[doc(hidden)]
pub use facts::day::months_later;
#[doc(hidden)]
pub use page::iin::{fits_field, is_iin};
#[doc(hidden)]
pub use page::words::Words;
