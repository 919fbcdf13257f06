//! The words that stand for themselves in every application: a browser sends the number of one instead of its letters.
//!
//! Knows every key and id, and nothing of what they lead to.

use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::Id;

/// The keys that are no ids.
const KEYS: [&str; 6] = ["visit_date", "answers", "documents", "people", "form", "valid_until"];

/// How many words there are; one may stand twice among them.
const COUNT: usize = KEYS.len() + Fact::ALL.len() + Document::ALL.len() + Form::ALL.len() + Answer::ALL.len();

const _: () = assert!(COUNT <= 128, "the numbers of all words are single bytes beside those of other pieces");

/// The word of this number, counted from 0; none is an empty one.
pub(super) fn word(number: u8) -> &'static str {
    let mut place = usize::from(number);
    if let Some(key) = KEYS.get(place) {
        return key;
    }
    place -= KEYS.len();
    id(&mut place, Fact::ALL)
        .or_else(|| id(&mut place, Document::ALL))
        .or_else(|| id(&mut place, Form::ALL))
        .or_else(|| id(&mut place, Answer::ALL))
        .unwrap_or_default()
}

/// The id at a place of a list; what lies behind the list is counted from its end.
fn id<T: Id>(place: &mut usize, list: &[T]) -> Option<&'static str> {
    let member = list.get(*place).copied().map(Id::id);
    *place = place.saturating_sub(list.len());
    member
}

/// Every word in the order of its number, with a space between them.
///
/// ```
/// assert!(tirkeu::wire::words().starts_with("visit_date answers documents people form valid_until status age "));
/// ```
#[must_use]
pub fn words() -> String {
    (0..COUNT).filter_map(|number| u8::try_from(number).ok()).map(word).collect::<Vec<_>>().join(" ")
}
