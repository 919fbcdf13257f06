//! The sentences of one language, by id, and how that language writes dates and lists.
//!
//! Knows no law and no page: an id leads to a sentence, and that is all.

use time::Date;

/// The wording of one language.
pub struct Words {
    /// The language, as a BCP 47 tag: `kk`, `ru` or `en`.
    language: String,
    /// Ids and sentences, by id.
    sentences: Vec<(String, String)>,
    write_date: Box<dyn Fn(Date) -> String>,
    join: Box<dyn Fn(&[String]) -> String>,
}

impl Words {
    /// The wording made of these ids and sentences; dates as `YYYY-MM-DD` and lists with commas, unless told otherwise.
    ///
    /// ```
    /// use tirkeu::Words;
    /// let words = Words::new("en", vec![("hello".into(), "Hello, {name}.".into())]);
    /// assert_eq!(words.with("hello", "name", "Aida"), "Hello, Aida.");
    /// ```
    #[must_use]
    pub fn new(language: &str, mut sentences: Vec<(String, String)>) -> Self {
        sentences.sort();
        Self {
            language: language.to_owned(),
            sentences,
            write_date: Box::new(crate::day::write_date),
            join: Box::new(|parts| parts.join(", ")),
        }
    }

    /// The same wording with this language's own way of writing dates and joining lists.
    #[must_use]
    pub fn formatted(
        self,
        write_date: impl Fn(Date) -> String + 'static,
        join: impl Fn(&[String]) -> String + 'static,
    ) -> Self {
        Self { write_date: Box::new(write_date), join: Box::new(join), ..self }
    }

    /// The language, as a BCP 47 tag.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The sentence with this id, if there is one.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&str> {
        let place = self.sentences.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        self.sentences.get(place).map(|(_, sentence)| sentence.as_str())
    }

    /// The sentence with this id; the id itself if there is none, so that nothing is lost from sight.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.find(id).unwrap_or(id).to_owned()
    }

    /// The sentence with the id made of these parts, joined by dots.
    #[must_use]
    pub fn of(&self, parts: &[&str]) -> String {
        self.get(&parts.join("."))
    }

    /// The sentence with this id, its `{name}` replaced.
    #[must_use]
    pub fn with(&self, id: &str, name: &str, value: &str) -> String {
        self.get(id).replace(&["{", name, "}"].concat(), value)
    }

    /// The sentence with this id, its `{date}` replaced.
    #[must_use]
    pub fn with_date(&self, id: &str, day: Date) -> String {
        self.with(id, "date", &self.date(day))
    }

    /// The sentence with this id, its `{number}` replaced.
    #[must_use]
    pub fn with_number(&self, id: &str, number: usize) -> String {
        self.with(id, "number", &number.to_string())
    }

    /// A day, as this language writes it.
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        (self.write_date)(day)
    }

    /// These parts as one list, as this language joins them.
    #[must_use]
    pub fn list(&self, parts: impl IntoIterator<Item = String>) -> String {
        (self.join)(&parts.into_iter().collect::<Vec<_>>())
    }
}
