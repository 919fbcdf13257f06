//! The words that stand for themselves in every application: a browser sends the number of one instead of its letters.
//!
//! Knows every key and id, and nothing of what they lead to.

use std::sync::LazyLock;

use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::Id;

/// The keys that are no ids.
const KEYS: [&str; 6] = ["visit_date", "answers", "documents", "people", "form", "valid_until"];

/// How many words there are; one may stand twice among them.
const COUNT: usize = KEYS.len() + Fact::ALL.len() + Document::ALL.len() + Form::ALL.len() + Answer::ALL.len();

const _: () = assert!(COUNT <= 128, "the numbers of all words are single bytes beside those of other pieces");

/// The words in the order of their numbers.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let ids = ids(Fact::ALL).chain(ids(Document::ALL)).chain(ids(Form::ALL)).chain(ids(Answer::ALL));
    KEYS.into_iter().chain(ids).collect()
});

fn ids<T: Id>(list: &'static [T]) -> impl Iterator<Item = &'static str> {
    list.iter().copied().map(Id::id)
}

/// The word of this number, counted from 0; none is an empty one.
pub(super) fn word(number: u8) -> &'static str {
    WORDS.get(usize::from(number)).copied().unwrap_or_default()
}

/// Every word in the order of its number, with a space between them.
///
/// ```
/// assert!(tirkeu::wire::words().starts_with("visit_date answers documents people form valid_until status age "));
/// ```
#[must_use]
pub fn words() -> String {
    WORDS.join(" ")
}
