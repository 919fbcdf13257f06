//! What an applicant tells: the visit date, the answers, the documents, the people.
//!
//! Knows no law: everything said here may be partial, and nothing is judged.

use time::Date;

use crate::facts::document::Documents;
use crate::facts::fact::{Answer, Answers};
use crate::facts::id::Id;

/// One visit to the counter, as far as it is known. Without people it is read as one person of whom nothing is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Application {
    /// The day of the visit; it picks the edition.
    pub visit_date: Date,
    /// The answers about the application.
    pub answers: Answers,
    /// The documents of the application.
    pub documents: Documents,
    /// The people to be registered.
    pub people: Vec<Person>,
}

/// One person to be registered, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Person {
    /// The answers about the person.
    pub answers: Answers,
    /// The person's documents.
    pub documents: Documents,
}

/// At most this many people in one application.
pub const MOST_PEOPLE: usize = 1000;

impl Application {
    /// A visit of which only the day is known.
    #[must_use]
    pub fn on(visit_date: Date) -> Self {
        Self { visit_date, answers: Answers::default(), documents: Documents::default(), people: Vec::new() }
    }

    /// The people, or the one of whom nothing is known.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        const NOBODY_NAMED: &[Person] = &[Person { answers: Answers::UNKNOWN, documents: Documents::UNKNOWN }];
        if self.people.is_empty() { NOBODY_NAMED } else { &self.people }
    }

    /// The answers about one person, or about the application.
    #[must_use]
    pub fn answers_of(&self, person: Option<usize>) -> Answers {
        match person {
            None => self.answers,
            Some(index) => self.people.get(index).map(|person| person.answers).unwrap_or_default(),
        }
    }

    /// The documents of one person, or of the application.
    #[must_use]
    pub fn documents_of(&self, person: Option<usize>) -> Documents {
        match person {
            None => self.documents,
            Some(index) => self.people.get(index).map(|person| person.documents).unwrap_or_default(),
        }
    }
}

const _: () = assert!(Answer::ALL.len() <= 32, "the answers fit in one set");
