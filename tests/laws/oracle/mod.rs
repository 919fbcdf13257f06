//! A second evaluator, to hold the first one to its word.
//!
//! Written from the rules and not from the code: it shares with the crate the types in which an application is told and a report
//! is written, and nothing that evaluates. [`whole`] reads an application in which everything is known, with plain yes and no.
//! [`partial`] fills in what is unknown in every possible way and compares the results. Naive on purpose: it is meant to be
//! read in one sitting beside the rules.

pub(crate) mod partial;
pub(crate) mod random;
pub(crate) mod whole;
