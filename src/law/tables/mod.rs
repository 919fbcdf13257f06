//! The law itself: const tables and nothing else, one file for the requirements, one for whom the law is for,
//! one for the editions, one for the contradictions that the date of the acts settles, one for the facts that the page states, one for the appeal.

mod appeal;
mod editions;
mod prevailing;
mod requirements;
mod scope;
mod statements;

pub use appeal::{ADDRESSEES, APPEAL};
pub use editions::{EDITIONS, FIRST_DAY, STALE_AFTER_DAYS};
pub use prevailing::PREVAILING;
pub use statements::STATEMENTS;
