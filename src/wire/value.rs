//! What the decoder asks of a value from outside, whether it is JSON text or a JavaScript object.
//!
//! Knows no key and no id.

use std::borrow::Cow;

/// What kind of value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// JavaScript's `undefined`: as if it were not there.
    Undefined,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object with keys.
    Object,
    /// Anything else: null, a number, a truth value, a function.
    Other,
}

/// A value from outside, looked at one layer at a time. Reading may fail (a getter may throw): then with the reason in words.
pub trait Value: Sized {
    /// A key as the object has it.
    type Key: AsRef<str>;

    /// Whether it is there at all: JavaScript's `undefined` is not.
    fn is_given(&self) -> bool;

    /// What kind of value it is.
    fn kind(&self) -> Kind;

    /// The text; empty for another kind.
    fn text(&self) -> Cow<'_, str>;

    /// How many items a list has.
    ///
    /// # Errors
    /// If it cannot be read.
    fn count(&self) -> Result<usize, String>;

    /// The item at an index of a list.
    ///
    /// # Errors
    /// If it cannot be read.
    fn item(&self, index: usize) -> Result<Self, String>;

    /// The keys of an object, in their order; a key given twice stands there twice.
    ///
    /// # Errors
    /// If they cannot be read.
    fn keys(&self) -> Result<Vec<Self::Key>, String>;

    /// The member at an index of [`Value::keys`], which is this key.
    ///
    /// # Errors
    /// If it cannot be read.
    fn member(&self, index: usize, key: &Self::Key) -> Result<Self, String>;

    /// The value as one would write it, for a message, where it is of the kind [`Kind::Other`].
    fn written(&self) -> String;
}
