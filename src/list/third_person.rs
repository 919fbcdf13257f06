//! The words in which a list speaks: of somebody else, whoever reads them. The reader is a clerk, and no document in the list is theirs.
//!
//! Knows ends of ids, and no sentence.

use crate::page::words::Words;

/// The same words, with those instead that are said of a third person, where there are such: their ids end in `.of`.
///
/// ```
/// use tirkeu::{Words, list::third_person::of_another};
/// let words = Words::new("en", |id| match id {
///     "document.passport" => Some("Your passport".into()),
///     "document.passport.of" => Some("This person's passport".into()),
///     "verdict" => Some("Complete".into()),
///     _ => None,
/// });
/// let words = of_another(&words);
/// assert_eq!([words.of("document.*", "passport"), words.get("verdict")], ["This person's passport", "Complete"]);
/// ```
#[must_use]
pub fn of_another(words: &Words) -> Words {
    let own = words.clone();
    Words::new(words.language(), move |id| own.find(&[id, ".of"].concat()).or_else(|| own.find(id)))
}
