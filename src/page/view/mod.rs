//! What the applicant sees, as pure functions from the state and the words to a tree of elements.
//!
//! Knows no browser: the same functions show the page, write the static lists and print for the command line. Decides nothing:
//! what a report does not say is not shown.

mod answer;
mod appeal;
mod applicants;
mod bag;
mod cited;
mod consent;
mod counter;
mod edition;
#[cfg(not(target_arch = "wasm32"))]
mod first_question;
#[cfg(feature = "list")]
mod for_one;
#[cfg(not(target_arch = "wasm32"))]
mod full_list;
mod kept_answers;
#[cfg(not(target_arch = "wasm32"))]
mod law_rows;
mod question;
mod sheets;
mod start;
mod state;
mod visit;

pub use answer::answer;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use cited::{place, which};
pub use counter::{Seen, fault_in_words, told};
#[cfg(all(feature = "json", not(target_arch = "wasm32")))]
pub(crate) use edition::draft;
#[cfg(not(target_arch = "wasm32"))]
pub use first_question::first_question;
#[cfg(feature = "list")]
pub use for_one::{ForOne, for_one, requirement_name};
#[cfg(not(target_arch = "wasm32"))]
pub use full_list::full_list;
pub use kept_answers::{kept_line, state_of_line};
#[cfg(feature = "list")]
pub use sheets::visit_sheets;
pub use state::{Action, Fate, Stage, State};
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub(crate) use visit::lacks_words_of_paper;
pub use visit::{announcement, focus_id, visit};
