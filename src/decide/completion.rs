//! Every way of filling in what is unknown, and what is known before that.
//!
//! Knows when a question is asked; no requirement and no document.

use crate::facts::application::{Application, Person};
use crate::facts::condition::Known;
use crate::facts::fact::{Answer, Answers, Fact};
use crate::facts::id::Set;
use crate::facts::truth::Truth;

/// What is known of the application: its own answers, and what holds of someone.
#[must_use]
pub fn known(application: &Application) -> Known {
    let own = Known::of(application.answers, Fact::APPLICATION);
    application.people().iter().fold(own, |known, person| known.and(known_asked(person)))
}

/// What is known of a person, by the answers that count: those to questions that are asked.
#[must_use]
pub fn known_asked(person: &Person) -> Known {
    let known = Known::of(person.answers, Fact::PERSON);
    let counting = |least: Truth| -> Set<Answer> {
        let asked = Fact::PERSON.iter().filter(|fact| fact.asked_when().truth(known) >= least);
        asked.fold(Set::EMPTY, |answers, fact| answers.union(fact.answers()))
    };
    Known {
        certain: known.certain.intersection(counting(Truth::True)),
        possible: known.possible.intersection(counting(Truth::Unknown)),
    }
}

/// Calls `visit` with every completion of a person's answers: answers to all the questions that are asked, and to no others.
pub(crate) fn for_each_completion(person: &Person, visit: &mut dyn FnMut(Set<Answer>)) {
    complete(person.answers, Fact::PERSON, Set::EMPTY, visit);
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
