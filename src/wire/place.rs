//! Places in an application, and the refusal that names one.
//!
//! Knows nothing of what stands at a place.

use std::fmt::{self, Display};

/// Why an input was refused.
///
/// ```
/// # #[cfg(not(target_arch = "wasm32"))] {
/// let refusal = tirkeu::wire::read(r#"{"visit_date": "1 December"}"#).unwrap_err();
/// assert_eq!(refusal.path, "visit_date");
/// assert_eq!(refusal.message, r#"visit_date: "1 December" is not right here; a date such as "2026-12-01" would be"#);
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The place, as `people[0].answers.age`; empty for the input as a whole.
    pub path: String,
    /// The place, the offending value and what would be right, in English.
    pub message: String,
}

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

/// A place, as the way to it from the input as a whole.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    Whole,
    Key(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// Refuses `value`, as it is written, because `right` would be right here.
    pub(super) fn refuse(&self, value: &str, right: &str) -> Refusal {
        self.refusal(&[value, " is not right here; ", right, " would be"])
    }

    /// Refuses with a message made of these parts.
    pub(super) fn refusal(&self, message: &[&str]) -> Refusal {
        let path = self.path();
        let named = if path.is_empty() { "application" } else { &path };
        Refusal { message: [named, ": ", &message.concat()].concat(), path }
    }

    fn path(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Key(parent, key) => {
                let parent = parent.path();
                let key = if key.is_empty() { "\"\"".to_owned() } else { shortened(key) };
                if parent.is_empty() { key } else { [&parent, ".", &*key].concat() }
            }
            Self::Item(parent, index) => [&parent.path(), "[", &index.to_string(), "]"].concat(),
        }
    }
}

/// A text at its full length, or its first 60 characters; what nobody would see by its number, so that no fault hides behind it, and nothing
/// commands a terminal.
pub(super) fn shortened(text: &str) -> String {
    let shown = |letter: char| if is_unseen(letter) { letter.escape_unicode().collect() } else { String::from(letter) };
    let mut letters = text.chars();
    let shown: String = letters.by_ref().take(60).map(shown).collect();
    if letters.as_str().is_empty() { shown } else { shown + "…" }
}

/// Whether a character is not to be seen: what controls, spaces other than the usual one, what joins, parts or turns letters, marks of order.
pub(super) fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}
