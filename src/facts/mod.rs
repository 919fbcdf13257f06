//! What is said: answers, documents, people, and how much of it is known.
//!
//! Knows no law: nothing here says what is asked for, and nothing is judged.

pub(crate) mod application;
pub(crate) mod condition;
pub(crate) mod day;
pub(crate) mod document;
pub(crate) mod fact;
pub(crate) mod id;
pub(crate) mod truth;
