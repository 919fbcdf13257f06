//! The evaluation of one edition: what may become of every requirement, and the verdict, exact however much is still unknown.
//!
//! Knows neither report nor remedy, and cannot fail. People are independent of one another once it is fixed which applicants
//! occur; so the verdicts that are still possible are a small product, folded person by person.

use time::Date;

use crate::decide::completion::for_each_completion;
use crate::decide::possible::Possible;
use crate::decide::report::Verdict;
use crate::decide::together::{Contribution, Together};
use crate::facts::application::{Application, Person};
use crate::facts::condition::Known;
use crate::facts::document::Documents;
use crate::facts::fact::{Answer, Answers, Fact, Of};
use crate::facts::id::Set;
use crate::law::asked::IN_SCOPE;
use crate::law::requirement::{Edition, Requirement, Status};

/// What one edition makes of an application: the verdict, and what may become of every requirement.
pub(crate) struct Evaluation {
    pub(crate) verdict: Verdict,
    /// The application's requirements, then person by person; also those that no completion requires.
    pub(crate) all: Vec<Possible>,
}

impl Evaluation {
    pub(crate) fn of(edition: &Edition, application: &Application) -> Self {
        let mut together = Together::NOBODY;
        let mut of_people = Vec::new();
        for (index, person) in application.people().iter().enumerate() {
            let contribution = evaluate_person(&mut of_people, edition, index, person, application.visit_date);
            together = together.and(&contribution);
        }
        let (mut all, verdicts) = evaluate_application(edition, application, together);
        all.append(&mut of_people);
        Self { verdict: verdicts.firm(), all }
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

/// Adds what may become of each of a person's requirements; what the person contributes to the application.
pub(crate) fn evaluate_person(
    all: &mut Vec<Possible>,
    edition: &Edition,
    index: usize,
    person: &Person,
    visit_date: Date,
) -> Contribution {
    let others = all.len();
    add_open(all, edition, Some(index), &person.documents, visit_date);
    let requirements = all.get_mut(others..).unwrap_or_default();
    let mut contribution = Contribution::default();
    for_each_completion(person, &mut |completion| {
        let verdicts = if IN_SCOPE.truth(Known::whole(completion)).holds() {
            add_completion(requirements, completion)
        } else {
            add_absence(requirements);
            Verdict::set(&[Verdict::NotThisService])
        };
        contribution.add(completion, verdicts);
    });
    contribution
}

fn evaluate_application(
    edition: &Edition,
    application: &Application,
    together: Together,
) -> (Vec<Possible>, Set<Verdict>) {
    let mut requirements = Vec::new();
    add_open(&mut requirements, edition, None, &application.documents, application.visit_date);
    let mut verdicts = Set::EMPTY;
    for (applicants, of_people) in together.iter() {
        let of_application = add_applicants(&mut requirements, application.answers, applicants);
        verdicts = verdicts.union(of_people.worse(of_application));
    }
    (requirements, verdicts)
}

/// Adds every completion of the application's answers with these applicants. Without any, nobody is in scope.
fn add_applicants(requirements: &mut [Possible], answers: Answers, applicants: Set<Answer>) -> Set<Verdict> {
    if applicants.is_empty() {
        add_absence(requirements);
        return Verdict::set(&[Verdict::Complete]);
    }
    let mut verdicts = Set::EMPTY;
    for residence in answers.possible(Fact::Residence).iter() {
        for owner_present in answers.possible(Fact::OwnerPresent).iter() {
            let completion = applicants.with(residence).with(owner_present);
            verdicts = verdicts.union(add_completion(requirements, completion));
        }
    }
    verdicts
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
