//! Every way of filling in what is unknown, and what is known before that.
//!
//! Knows whom an edition is for and when a question is asked; no requirement and no document.

use crate::facts::application::{Application, Person};
use crate::facts::condition::Known;
use crate::facts::fact::{Answer, Answers, Fact, Of};
use crate::facts::id::Set;
use crate::facts::truth::Truth;
use crate::law::edition::Edition;

/// What is known of a person and of what an answer of the application makes of them: their own answers, and the `service`.
#[must_use]
pub fn known_of(application: &Application, person: &Person) -> Known {
    Known::of(person.answers, Fact::PERSON).and(Known::of(application.answers, &[Fact::Service]))
}

/// What is known of the application: its own answers, and what holds of someone.
#[must_use]
pub fn known(edition: &Edition, application: &Application) -> Known {
    let own = Known::of(application.answers, Fact::APPLICATION);
    let people = application.people().iter();
    people.fold(own, |known, person| known.and(known_asked(edition, known_of(application, person))))
}

/// What is known of an application of those people alone who are certainly in scope.
pub(crate) fn known_in_scope(edition: &Edition, application: &Application) -> Known {
    let people = application.people().iter().map(|person| known_of(application, person));
    let in_scope = people.filter(|person| edition.in_scope(*person).holds());
    in_scope.fold(Known::of(application.answers, Fact::APPLICATION), Known::and)
}

/// What is known of a person, by the answers that count: those to questions that are asked.
#[must_use]
pub fn known_asked(edition: &Edition, person: Known) -> Known {
    let counting = |least: Truth| -> Set<Answer> {
        let asked = Fact::PERSON.iter().filter(|fact| is_asked_of(edition, **fact, person) >= least);
        asked.fold(Set::EMPTY, |answers, fact| answers.union(fact.answers()))
    };
    Known {
        certain: person.certain.intersection(counting(Truth::True)),
        possible: person.possible.intersection(counting(Truth::Unknown)),
    }
}

/// Whether this question is asked of a person of whom this is known.
pub(crate) fn is_asked_of(edition: &Edition, fact: Fact, person: Known) -> Truth {
    edition.asked(fact).map_or(Truth::False, |asked| asked.person.truth(person))
}

/// Whether this question is asked: of a person, or of the application.
#[must_use]
pub fn is_asked(edition: &Edition, application: &Application, fact: Fact, person: Option<usize>) -> Truth {
    let of = |person: &Person| is_asked_of(edition, fact, known_of(application, person));
    if fact.of() == Of::Person {
        return person.and_then(|index| application.people().get(index)).map_or(Truth::False, of);
    }
    let someone = Truth::any(application.people().iter().map(of));
    let own = Known::of(application.answers, Fact::APPLICATION);
    let besides = edition.asked(fact).map_or(Truth::False, |asked| asked.application.truth(own));
    Truth::all([someone, besides])
}

/// Calls `visit` with every completion of a person's answers under this answer to the `service`: answers to all the questions that
/// are asked, and to no others, and that answer.
pub(crate) fn for_each_completion(
    edition: &Edition,
    person: &Person,
    service: Answer,
    visit: &mut dyn FnMut(Set<Answer>),
) {
    complete(edition, person.answers, Fact::PERSON, Set::EMPTY.with(service), visit);
}

fn complete(
    edition: &Edition,
    given: Answers,
    facts: &[Fact],
    so_far: Set<Answer>,
    visit: &mut dyn FnMut(Set<Answer>),
) {
    let Some((fact, rest)) = facts.split_first() else { return visit(so_far) };
    if !edition.asked(*fact).is_some_and(|asked| asked.person.holds(so_far)) {
        return complete(edition, given, rest, so_far, visit);
    }
    for answer in given.possible(*fact).iter() {
        complete(edition, given, rest, so_far.with(answer), visit);
    }
}
