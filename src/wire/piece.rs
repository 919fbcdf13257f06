//! What comes from outside, piece by piece, whether it was JSON text or a JavaScript value.
//!
//! Knows no key and no id.

/// A piece of what comes from outside. What no application holds is kept in words, for the message of its refusal.
///
/// Between an object and its end stand, in turn, a key as a text and what belongs to it; between a list and its end its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// JavaScript's `undefined`: as if it were not there.
    Undefined,
    Text(&'a str),
    List,
    /// A whole list of so many items, which is more than are read; none of them follows.
    LongList(&'a str),
    /// The members follow in their order; a key given twice comes twice.
    Object,
    /// Of the list or object that began last.
    End,
    /// Anything else, as one would write it: a number, a truth value, a function.
    Other(&'a str),
    /// What could not be read, since a getter threw, with the reason.
    Unreadable(&'a str),
}
