//! A value from outside, as the decoder sees it, whether it was JSON text or a JavaScript object.
//!
//! Knows no key and no id.

use std::borrow::Cow;

/// A value from outside. What no application holds is kept in words, for the message of its refusal.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// JavaScript's `undefined`: as if it were not there.
    Undefined,
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    /// A list of so many items, which is more than are read.
    LongList(Cow<'a, str>),
    /// The members in their order; a key given twice stands there twice.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
    /// Anything else, as one would write it: a number, a truth value, a function.
    Other(Cow<'a, str>),
    /// What could not be read, since a getter threw, with the reason.
    Unreadable(Cow<'a, str>),
}
