//! What the applicant sees, as pure functions from the state and the words to a tree of elements.
//!
//! Knows no browser: the same functions show the page, write the static lists and print for the command line. Decides nothing:
//! what a report does not say is not shown.

mod answer;
mod appeal;
mod applicants;
mod cited;
mod consent;
mod edition;
mod kept;
#[cfg(not(target_arch = "wasm32"))]
mod list;
mod paper;
mod question;
#[cfg(not(target_arch = "wasm32"))]
mod rows;
mod start;
mod state;
mod visit;

pub use answer::answer;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use cited::{place, which};
pub use kept::{kept, restored};
#[cfg(not(target_arch = "wasm32"))]
pub use list::list;
pub use state::{Action, Fate, Stage, State};
pub use visit::{announcement, focus_id, visit};
