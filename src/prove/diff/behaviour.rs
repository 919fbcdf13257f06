//! What one edition says of every folded whole situation of one person, taken apart.
//!
//! Knows reports, not tables. A situation comes apart into the person (with the service) and the application (with the applicant),
//! and each of these into its findings; what is found of a paper depends on how that paper is held, and on no other. That this is
//! so is proven with the other laws; it is why a few hundred lines say all about hundreds of thousands of profiles.

use std::collections::BTreeMap;

use crate::decide::check::check;
use crate::decide::report::{Finding, Remedy, Report};
use crate::facts::application::Application;
use crate::facts::day::write_date;
use crate::facts::document::{Document, Form, Held};
use crate::facts::fact::{Answers, Fact};
use crate::facts::id::{Id, Set};
use crate::law::edition::Edition;
use crate::prove::profile::{LONG_AGO, whole_answers, with_document};

/// One edition's behaviour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// The first day of the edition.
    pub edition: String,
    /// What is said of a person, by their answers and the service, as `fact=answer` with spaces between.
    pub people: BTreeMap<String, Vec<Part>>,
    /// What is said of an application, by its answers and who applies, written likewise.
    pub applications: BTreeMap<String, Vec<Part>>,
}

/// One finding, or something else that a report says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Which requirement, by its id; or `elsewhere`, `procedures`, `counters`.
    pub name: String,
    /// What is said: of a paper for each way of holding it, in the order of [`Part::WAYS`], else only once.
    pub said: Vec<String>,
}

impl Part {
    /// The ways of holding a paper; the last one only of papers that carry a date.
    pub const WAYS: [&'static str; 5] = ["original", "electronic", "copy", "none", "expired"];
}

impl Behaviour {
    /// What this edition says, whatever other editions there are.
    #[must_use]
    pub fn of(edition: &Edition) -> Self {
        let mut behaviour = Self::nothing(&write_date(edition.from));
        for application in whole_answers(edition) {
            let (person, of_application) = keys(&application);
            if behaviour.people.contains_key(&person) && behaviour.applications.contains_key(&of_application) {
                continue;
            }
            let (of_person, parts) = parts(edition, &application);
            behaviour.people.entry(person).or_insert(of_person);
            behaviour.applications.entry(of_application).or_insert(parts);
        }
        behaviour
    }

    /// An edition that says nothing of anybody: it was not there, or is there no more.
    #[must_use]
    pub fn nothing(edition: &str) -> Self {
        Self { edition: edition.to_owned(), people: BTreeMap::new(), applications: BTreeMap::new() }
    }
}

/// How a situation is written: the person with the service, and the application with the applicant.
#[must_use]
pub fn keys(application: &Application) -> (String, String) {
    let person = application.people.first().map(|person| person.answers).unwrap_or_default();
    let write = |answers: Answers, facts: &[Fact]| {
        let said = facts.iter().filter_map(|fact| Some(format!("{}={}", fact.id(), answers.get(*fact)?.id())));
        said.collect::<Vec<_>>().join(" ")
    };
    let service = write(application.answers, &[Fact::Service]);
    let of_person = format!("{} {service}", write(person, Fact::PERSON));
    let applicant = write(person, &[Fact::Applicant]);
    let of_application = write(application.answers, &[Fact::Residence, Fact::OwnerPresent]);
    (of_person.trim().to_owned(), format!("{applicant} {of_application}").trim().to_owned())
}

fn parts(edition: &Edition, application: &Application) -> (Vec<Part>, Vec<Part>) {
    let law = std::slice::from_ref(edition);
    let report = check(law, application);
    let (mut of_person, mut of_application) = (Vec::new(), Vec::new());
    for finding in &report.findings {
        let said = match finding.requirement.document() {
            None => vec![said(&report, finding)],
            Some(document) => ways(document)
                .map(|held| {
                    let report = check(law, &with_document(application, document, held));
                    let found = report.findings.iter().find(|found| found.requirement == finding.requirement);
                    found.map_or_else(String::new, |found| said(&report, found))
                })
                .collect(),
        };
        let part = Part { name: finding.requirement.id().to_owned(), said };
        if finding.person.is_some() { of_person.push(part) } else { of_application.push(part) }
    }
    of_person.extend(beside(&report));
    (of_person, of_application)
}

/// What a report says besides findings.
fn beside(report: &Report) -> impl Iterator<Item = Part> {
    let elsewhere = report.elsewhere.iter().map(|elsewhere| ("elsewhere", elsewhere.reason.id()));
    let procedures = report.procedures.iter().map(|procedure| ("procedures", procedure.id()));
    let counters = report.counters.iter().map(|counter| ("counters", counter.id()));
    let part = |(name, said): (&str, &str)| Part { name: name.to_owned(), said: vec![said.to_owned()] };
    elsewhere.chain(procedures).chain(counters).map(part).collect::<Vec<_>>().into_iter()
}

/// The ways of holding a document, in the order of [`Part::WAYS`].
pub(crate) fn ways(document: Document) -> impl Iterator<Item = Held> {
    let said = Form::ALL.iter().map(|form| Held { form: Some(*form), valid_until: None });
    let expired = Held { form: Some(Form::Original), valid_until: Some(LONG_AGO) };
    said.chain(document.has_valid_until().then_some(expired))
}

/// Status, basis, and what would mend it: `missing/stated:original+electronic`.
fn said(report: &Report, finding: &Finding) -> String {
    let basis = finding.basis.map_or("", Id::id);
    let answers = report.fix.iter().filter(|fix| fix.requirement == finding.requirement);
    let answers = answers.filter_map(|fix| match &fix.remedy {
        Remedy::ApplyAs(candidates) => Some(candidates.iter().map(|candidate| candidate.applicant.id()).collect()),
        Remedy::OwnerPresent(answers) => Some(answers.iter().map(Id::id).collect()),
        Remedy::Bring(_) => None,
    });
    let forms = finding.accepts.map(Set::iter).map(|forms| forms.map(Form::id).collect::<Vec<_>>());
    let mends: Vec<&str> = answers.chain(forms).flatten().collect();
    let mends = if mends.is_empty() { String::new() } else { format!(":{}", mends.join("+")) };
    format!("{}/{basis}{mends}", finding.status.id())
}
