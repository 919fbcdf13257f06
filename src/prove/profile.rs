//! Every situation of one person, folded: what the proofs, the digest and the comparison of laws walk over.
//!
//! Knows which answers exist and in which ways a document can be held; decides nothing. What folding takes away makes no
//! difference to a report: an answer to a question that is not asked, a paper that nobody asks for, a date that still lies ahead,
//! a date on a paper that is not held, is a copy or carries none, and which of the two forms an expired paper has. Each of these
//! is a law of its own, proven by `cargo xtask prove`.

use time::Date;

use crate::decide::check::check;
use crate::decide::completion::is_asked;
use crate::facts::application::{Application, Person};
use crate::facts::day::date;
use crate::facts::document::{Document, Form, Held};
use crate::facts::fact::{Answers, Fact, Of};
use crate::law::edition::Edition;

/// A day before every visit: the end of every expired document here.
pub const LONG_AGO: Date = date(2000, 1, 1);

/// Every combination of known and unknown answers about one person and their application: no documents, and nothing folded.
pub fn every_answers(visit_date: Date) -> impl Iterator<Item = Application> {
    let of_people = combinations(Fact::PERSON);
    combinations(Fact::APPLICATION).into_iter().flat_map(move |answers| {
        let people = of_people.clone().into_iter();
        people.map(move |of_person| {
            let person = Person { answers: of_person, ..Person::default() };
            Application { answers, people: vec![person], ..Application::on(visit_date) }
        })
    })
}

fn combinations(facts: &[Fact]) -> Vec<Answers> {
    facts.iter().fold(vec![Answers::UNKNOWN], |so_far, fact| {
        let with_fact = |answers: Answers| {
            let answered = fact.answers().iter().map(move |answer| answers.with(answer));
            std::iter::once(answers).chain(answered)
        };
        so_far.into_iter().flat_map(with_fact).collect()
    })
}

/// Every combination of answers to questions that are, or may be, asked.
pub fn folded_answers(edition: &Edition) -> impl Iterator<Item = Application> {
    every_answers(edition.from).filter(|application| fold_answers(edition, application) == *application)
}

/// Those of them that leave no question open that is, or may be, asked.
pub fn whole_answers(edition: &Edition) -> impl Iterator<Item = Application> {
    folded_answers(edition).filter(|application| open_facts(edition, application).is_empty())
}

/// The application without the answers to questions that nobody asks.
#[must_use]
pub fn fold_answers(edition: &Edition, application: &Application) -> Application {
    let idle = |fact: &&Fact, person| !is_asked(edition, application, **fact, person).may_hold();
    let without = |answers: Answers, facts: &[Fact], person| {
        facts.iter().filter(|fact| idle(fact, person)).fold(answers, |answers, fact| answers.without(*fact))
    };
    let mut folded = application.clone();
    folded.answers = without(application.answers, Fact::APPLICATION, None);
    for (index, person) in folded.people.iter_mut().enumerate() {
        person.answers = without(person.answers, Fact::PERSON, Some(index));
    }
    folded
}

/// The questions without an answer that are, or may be, asked: the people's, then the application's.
#[must_use]
pub fn open_facts(edition: &Edition, application: &Application) -> Vec<Fact> {
    let open = |facts: &'static [Fact], person: Option<usize>| {
        let answers = application.answers_of(person);
        let open = facts.iter().copied().filter(move |fact| answers.get(*fact).is_none());
        open.filter(move |fact| is_asked(edition, application, *fact, person).may_hold())
    };
    let people = (0..application.people.len()).flat_map(|index| open(Fact::PERSON, Some(index)));
    people.chain(open(Fact::APPLICATION, None)).collect()
}

/// The papers that are, or may be, asked for.
#[must_use]
pub fn asked_papers(law: &[Edition], application: &Application) -> Vec<Document> {
    check(law, application).findings.iter().filter_map(|finding| finding.requirement.document()).collect()
}

/// Every way of holding a document: each form or none said, without a date, with one ahead, and with one behind.
#[must_use]
pub fn every_held(document: Document, visit_date: Date) -> Vec<Held> {
    let dates: &[_] = if document.has_valid_until() { &[None, Some(visit_date), Some(LONG_AGO)] } else { &[None] };
    let forms = [None, Some(Form::Original), Some(Form::Electronic), Some(Form::Copy), Some(Form::NotHeld)];
    let held = |form| dates.iter().map(move |valid_until| Held { form, valid_until: *valid_until });
    forms.into_iter().flat_map(held).collect()
}

/// The way of holding a document that stands for this one.
#[must_use]
pub fn fold_held(held: Held, visit_date: Date) -> Held {
    let matters = held.expired_on(visit_date) && !matches!(held.form, Some(Form::Copy | Form::NotHeld));
    match held.form {
        Some(Form::Electronic) if matters => Held { form: Some(Form::Original), valid_until: Some(LONG_AGO) },
        form => Held { form, valid_until: matters.then_some(LONG_AGO) },
    }
}

/// Every way of holding a document, folded.
#[must_use]
pub fn folded_held(document: Document, visit_date: Date) -> Vec<Held> {
    every_held(document, visit_date).into_iter().filter(|held| fold_held(*held, visit_date) == *held).collect()
}

/// The application with its first person's, or its own, document held so.
#[must_use]
pub fn with_document(application: &Application, document: Document, held: Held) -> Application {
    let mut holding = application.clone();
    set_document(&mut holding, document, held);
    holding
}

/// Lets the first person, or the application, hold the document so.
pub fn set_document(application: &mut Application, document: Document, held: Held) {
    match (document.of(), application.people.first_mut()) {
        (Of::Person, Some(person)) => person.documents = person.documents.with(document, held),
        _ => application.documents = application.documents.with(document, held),
    }
}
