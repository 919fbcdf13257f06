//! Why a file is no list that can be read: a sentence with what was found and what would be right.
//!
//! Knows ids of sentences and the places in them; not the sentences.

use crate::page::words::Words;

/// Something said of a file, a column or a cell: the id of a sentence, and what stands at its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence's id in the wording.
    pub id: &'static str,
    /// The places of the sentence, each with what stands there.
    pub places: Vec<(&'static str, String)>,
}

/// Why nothing of a file was read.
pub type Unreadable = Sentence;

impl Sentence {
    /// A sentence without places.
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { id, places: Vec::new() }
    }

    /// The same with this at one of its places.
    #[must_use]
    pub fn with(mut self, place: &'static str, value: impl std::fmt::Display) -> Self {
        self.places.push((place, value.to_string()));
        self
    }

    /// The sentence in words.
    ///
    /// ```
    /// use tirkeu::{Words, list::Unreadable};
    /// let words = Words::new("en", |_| Some("Rows: {number}.".into()));
    /// assert_eq!(Unreadable::new("list.rows").with("number", 20_001).text(&words), "Rows: 20001.");
    /// ```
    #[must_use]
    pub fn text(&self, words: &Words) -> String {
        self.places.iter().fold(words.get(self.id), |sentence, (place, value)| words.fill(&sentence, place, value))
    }
}
