//! The law: const tables and nothing else.
//!
//! Knows no application and decides nothing. What the tables must keep to is checked while compiling.

mod appeal;
mod editions;
mod requirements;

pub use appeal::APPEAL;
pub use editions::{EDITIONS, FIRST_DAY, STALE_AFTER_DAYS};
