//! An institution's whole list: a spreadsheet in, an answer for each row out.
//!
//! Knows how people keep lists; what is decided of a row is `decide`'s alone, and the words are `www/wording`'s. Knows no file of a
//! disk and no browser: bytes come in, bytes go out. Behind the feature `list`, so that nobody else carries the libraries that read
//! and write spreadsheets.

pub mod carried;
pub mod columns;
pub mod counted;
mod csv;
pub mod dates;
pub mod decided;
pub mod encoding;
pub mod entry;
pub mod fault;
mod inflated;
pub mod judged;
pub mod labels;
pub mod layout;
mod normal;
pub mod number_format;
pub mod papers;
pub mod plan;
pub mod reading;
pub mod result;
pub mod session;
pub mod slices;
mod synonyms;
pub mod table;
pub mod template;
pub mod third_person;
pub mod told;
pub mod unreadable;
pub mod view;
mod workbook;
mod xlsx;

pub use judged::{Checked, check_list};
pub use labels::Labels;
pub use plan::{Plan, Said};
pub use reading::{Limits, read};
pub use table::Table;
pub use unreadable::Unreadable;
