//! The evaluation of one edition: what may become of every requirement, and the verdict, exact however much is still unknown.
//!
//! Knows neither report nor remedy, and cannot fail. People are independent of one another once it is fixed which service is applied
//! for and which applicants occur; so the verdicts that are still possible are a small product, folded person by person.

use time::Date;

use crate::decide::completion::for_each_completion;
use crate::decide::possible::Possible;
use crate::decide::report::Verdict;
use crate::decide::together::{Contribution, Together};
use crate::facts::application::{Application, Person};
use crate::facts::document::Documents;
use crate::facts::fact::{Answer, Answers, Fact, Of};
use crate::facts::id::Set;
use crate::law::edition::Edition;
use crate::law::outcome::Status;
use crate::law::requirement::Requirement;

/// What one edition makes of an application: the verdict, and what may become of every requirement.
pub(crate) struct Evaluation {
    pub(crate) verdict: Verdict,
    /// The application's requirements, then person by person; also those that no completion requires.
    pub(crate) all: Vec<Possible>,
}

impl Evaluation {
    pub(crate) fn of(edition: &Edition, application: &Application) -> Self {
        let people = application.people();
        let mut all = Vec::with_capacity(edition.rules.len() * people.len());
        add_open(&mut all, edition, None, &application.documents, application.visit_date);
        let own = all.len();
        for (index, person) in people.iter().enumerate() {
            add_open(&mut all, edition, Some(index), &person.documents, application.visit_date);
        }
        let (own, of_people) = all.split_at_mut_checked(own).unwrap_or_default();
        let together = evaluate_people(of_people, edition, application);
        let verdict = evaluate_application(own, edition, application, together).firm();
        Self { verdict, all }
    }

    /// Each requirement that may be required: the application's, then person by person.
    pub(crate) fn possible(&self) -> impl Iterator<Item = &Possible> {
        self.all.iter().filter(|possible| possible.may_be_required())
    }

    /// The requirements of one person or of the application, also those that no completion requires.
    pub(crate) fn all_of(&self, person: Option<usize>) -> impl Iterator<Item = &Possible> {
        self.all.iter().filter(move |possible| possible.person == person)
    }

    /// How each requirement that may be required stands.
    pub(crate) fn statuses(&self) -> impl Iterator<Item = (Option<usize>, Requirement, Status)> {
        self.possible().map(|possible| (possible.person, possible.rule.requirement, possible.status()))
    }
}

/// Adds what may become of each person's requirements, under each service that is possible; how the people may be together.
fn evaluate_people(of_people: &mut [Possible], edition: &Edition, application: &Application) -> Together {
    let each = edition.rules_of(Of::Person).count().max(1);
    let mut ways = Together::NO_WAY;
    for service in application.answers.possible(Fact::Service).iter() {
        let people = application.people().iter().zip(of_people.chunks_mut(each));
        ways = ways.or(people.fold(Together::NOBODY, |together, (person, requirements)| {
            together.and(&add_person(requirements, edition, person, service))
        }));
    }
    ways
}

/// What may become of each requirement of one person, whatever the others.
pub(crate) fn evaluate_person(edition: &Edition, application: &Application, person: &Person) -> Vec<Possible> {
    let mut requirements = Vec::new();
    add_open(&mut requirements, edition, Some(0), &person.documents, application.visit_date);
    for service in application.answers.possible(Fact::Service).iter() {
        add_person(&mut requirements, edition, person, service);
    }
    requirements
}

/// Adds what may become of each of a person's requirements under this service; what the person contributes to the application.
fn add_person(requirements: &mut [Possible], edition: &Edition, person: &Person, service: Answer) -> Contribution {
    let mut contribution = Contribution::default();
    for_each_completion(edition, person, service, &mut |completion| {
        let verdicts = if edition.scope.in_scope.holds(completion) {
            add_completion(requirements, completion)
        } else {
            add_absence(requirements);
            of_nobody(edition, completion)
        };
        contribution.add(completion, verdicts);
    });
    contribution
}

/// What somebody who is not in scope makes of the verdict: nothing, if they are exempt.
fn of_nobody(edition: &Edition, completion: Set<Answer>) -> Set<Verdict> {
    let is_exempt = completion.meets(edition.scope.statuses);
    Verdict::set(&[if is_exempt { Verdict::Complete } else { Verdict::NotThisService }])
}

/// Adds what may become of the application's requirements, with each set of applicants that may occur; the verdicts on the whole. In each
/// home one set after another: most requirements cannot tell them apart.
fn evaluate_application(
    requirements: &mut [Possible],
    edition: &Edition,
    application: &Application,
    together: Together,
) -> Set<Verdict> {
    let mut verdicts = Set::EMPTY;
    for_each_home(edition, application.answers, &mut |home| {
        for (applicants, of_people) in together.iter() {
            verdicts = verdicts.union(of_people.worse(add_applicants(requirements, applicants, home)));
        }
    });
    verdicts
}

/// Adds these applicants in this home. Without any, nobody is in scope: there is nothing to register.
fn add_applicants(requirements: &mut [Possible], applicants: Set<Answer>, home: Set<Answer>) -> Set<Verdict> {
    if applicants.is_empty() {
        add_absence(requirements);
        return Verdict::set(&[Verdict::NotThisService]);
    }
    add_completion(requirements, applicants.union(home))
}

/// Calls `visit` with every answer to `residence` that is possible, and where it is asked with every one to `owner_present`.
fn for_each_home(edition: &Edition, answers: Answers, visit: &mut dyn FnMut(Set<Answer>)) {
    for residence in answers.possible(Fact::Residence).iter() {
        let home = Set::EMPTY.with(residence);
        let asked = edition.asked(Fact::OwnerPresent);
        if !asked.is_some_and(|asked| asked.application.holds(home)) {
            visit(home);
            continue;
        }
        answers.possible(Fact::OwnerPresent).iter().for_each(|owner_present| visit(home.with(owner_present)));
    }
}

/// Adds the rules about a person, or about the application, with no completion yet.
fn add_open(
    all: &mut Vec<Possible>,
    edition: &Edition,
    person: Option<usize>,
    documents: &Documents,
    visit_date: Date,
) {
    let of = if person.is_some() { Of::Person } else { Of::Application };
    all.extend(edition.rules_of(of).map(|rule| Possible::new(rule, person, documents, visit_date)));
}

fn add_completion(requirements: &mut [Possible], completion: Set<Answer>) -> Set<Verdict> {
    let nothing_fails = Verdict::set(&[Verdict::Complete]);
    requirements.iter_mut().map(|possible| possible.add(completion)).fold(nothing_fails, Set::worse)
}

fn add_absence(requirements: &mut [Possible]) {
    requirements.iter_mut().for_each(Possible::add_absence);
}
