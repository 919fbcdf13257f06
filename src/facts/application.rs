//! What an applicant tells: the visit date, the answers, the documents, the people.
//!
//! Knows no law: everything said here may be partial, and nothing is judged.

use time::Date;

use crate::facts::condition::Known;
use crate::facts::document::Documents;
use crate::facts::fact::{Answer, Answers, Fact};
use crate::facts::id::{Id, Set};
use crate::facts::truth::Truth;

/// One visit to the counter, as far as it is known. Without people it is read as one person of whom nothing is known.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// What is known of the application: its own answers, and what holds of someone.
    #[must_use]
    pub fn known(&self) -> Known {
        let own = Known::of(self.answers, Fact::APPLICATION);
        self.people().iter().fold(own, |known, person| known.and(person.known_asked()))
    }
}

impl Person {
    /// What is known of this person, by the answers that count: those to questions that are asked.
    #[must_use]
    pub fn known_asked(&self) -> Known {
        let known = Known::of(self.answers, Fact::PERSON);
        let counting = |least: Truth| -> Set<Answer> {
            let asked = Fact::PERSON.iter().filter(|fact| fact.asked_when().truth(known) >= least);
            asked.fold(Set::EMPTY, |answers, fact| answers.union(fact.answers()))
        };
        Known {
            certain: known.certain.intersection(counting(Truth::True)),
            possible: known.possible.intersection(counting(Truth::Unknown)),
        }
    }

    /// Calls `visit` with every completion: answers to all the questions that are asked, and to no others.
    pub(crate) fn for_each_completion(&self, visit: &mut dyn FnMut(Set<Answer>)) {
        complete(self.answers, Fact::PERSON, Set::EMPTY, visit);
    }
}

fn complete(given: Answers, facts: &[Fact], so_far: Set<Answer>, visit: &mut dyn FnMut(Set<Answer>)) {
    let Some((fact, rest)) = facts.split_first() else { return visit(so_far) };
    if !fact.asked_when().truth(Known::whole(so_far)).holds() {
        return complete(given, rest, so_far, visit);
    }
    for answer in given.possible(*fact).iter() {
        complete(given, rest, so_far.with(answer), visit);
    }
}

const _: () = assert!(Answer::ALL.len() <= 32, "the answers fit in one set");
