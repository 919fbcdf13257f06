//! The boundary to the browser; wasm32 only. Decodes, calls, encodes; decides nothing.
//!
//! `check` and `api` are what a portal's own script calls, `precheck` the page's element, `counter` what opens and makes codes; each can
//! be built without the others, but for `api`, which takes `check` along.

#[cfg(feature = "api")]
mod api;
#[cfg(feature = "check")]
mod check;
#[cfg(feature = "code")]
mod counter;
#[cfg(any(feature = "page", feature = "code"))]
mod dom;
// What a portal's own script calls has no list, also where the command line's features stand beside it, as they do by default.
#[cfg(all(feature = "list", not(feature = "check")))]
mod list;
#[cfg(feature = "page")]
mod precheck;
#[cfg(feature = "check")]
mod types;
#[cfg(any(feature = "page", feature = "code"))]
mod wording;

#[cfg(feature = "api")]
pub use api::{appeal, check_many, questions};
#[cfg(feature = "check")]
pub use check::check;
#[cfg(feature = "code")]
pub use counter::{Counter, make_code};
#[cfg(all(feature = "list", not(feature = "check")))]
pub use list::Roll;
#[cfg(feature = "page")]
pub use precheck::Precheck;
use rlsf::SmallGlobalTlsf;

/// An allocator of 2,400 bytes less than the usual one, and as fast with a hundred people.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();
