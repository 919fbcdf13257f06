//! The law: the vocabulary it is written in, and the tables that are the law.
//!
//! Knows no application and decides nothing. What the tables must keep to is checked while compiling.

pub(crate) mod asked;
pub(crate) mod citation;
pub(crate) mod edition;
pub(crate) mod outcome;
pub(crate) mod prevailing;
pub(crate) mod requirement;
pub(crate) mod statement;
pub(crate) mod step;
mod tables;

pub use tables::{ADDRESSEES, APPEAL, EDITIONS, FIRST_DAY, PREVAILING, STALE_AFTER_DAYS, STATEMENTS};
