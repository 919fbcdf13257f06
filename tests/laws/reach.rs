//! Nothing in the law is idle: every requirement, row, status, outcome, answer and source decides somewhere.

use std::collections::HashSet;

use tirkeu::prove::profile::{every_answers, whole_answers};
use tirkeu::{
    Answer, Citation, Document, Edition, Effect, Fact, Form, Id, Known, Of, Outcome, Requirement, Set, Status, check,
    law,
};

use crate::line::every_report;
use crate::situations::{answering, holding_all, undated, ways};
use crate::tally::law;

#[test]
fn no_requirement_status_or_source_is_unreachable() {
    law("no requirement, status or source is unreachable", || {
        let (mut requirements, mut statuses, mut sources) = (Set::EMPTY, Set::EMPTY, Set::EMPTY);
        let profiles = every_report(|_, report| {
            for finding in &report.findings {
                requirements = requirements.with(finding.requirement);
                statuses = statuses.with(finding.status);
                sources = sources.union(finding.sources);
            }
        });
        assert_eq!(requirements, Requirement::set(Requirement::ALL));
        assert_eq!(statuses, Status::set(Status::ALL));
        let of_appeals = law::APPEAL.iter().fold(Set::EMPTY, |sources, step| step.sources.union(sources));
        let said_beside = Citation::set(&[Citation::S1e, Citation::S1f, Citation::S1g, Citation::S1j]);
        assert_eq!(sources.union(of_appeals).union(said_beside), Citation::set(Citation::ALL));
        profiles
    });
}

#[test]
fn no_row_and_no_outcome_is_unreachable() {
    law("no row of a table and no outcome is unreachable", || law::EDITIONS.iter().map(every_row).sum());
}

fn every_row(edition: &'static Edition) -> u64 {
    let (mut reached, mut outcomes, mut profiles) = (HashSet::new(), Set::EMPTY, 0);
    for application in whole_answers(edition.from) {
        for rule in edition.rules {
            let known = match rule.requirement.of() {
                Of::Application => tirkeu::prove::known(&application),
                Of::Person => Known::of(application.people[0].answers, Fact::PERSON),
            };
            let known = Known::whole(known.certain);
            let row = rule.rows.iter().position(|row| row.when.truth(known).holds());
            reached.extend(row.map(|row| (rule.requirement, row)));
            profiles += 1;
        }
    }
    for rule in edition.rules {
        for (index, row) in rule.rows.iter().enumerate() {
            assert!(
                reached.contains(&(rule.requirement, index)),
                "row {index} of {:?} never decides",
                rule.requirement
            );
            outcomes = outcomes.union(outcomes_of(row.effect, rule.requirement.document(), edition));
        }
    }
    let in_some_edition = Outcome::set(Outcome::ALL);
    assert_eq!(outcomes, in_some_edition, "every outcome stands in some row");
    profiles
}

fn outcomes_of(effect: Effect, document: Option<Document>, edition: &Edition) -> Set<Outcome> {
    let Some(document) = document else {
        return match effect {
            Effect::Answer(outcome) => Outcome::set(&[outcome]),
            Effect::Paper { .. } => Set::EMPTY,
        };
    };
    let held = ways(document, edition).into_iter();
    held.filter_map(|held| Some(effect.outcome(held.form?, held.expired_on(edition.from)))).collect()
}

#[test]
fn no_answer_is_unreachable() {
    law("no answer is unreachable: any two to the same question differ somewhere", || {
        let mut alike: HashSet<(Answer, Answer)> = Fact::ALL.iter().flat_map(|fact| pairs(*fact)).collect();
        let edition = law::EDITIONS.last().expect("an edition");
        let mut profiles = 0;
        let forms = [Form::Electronic, Form::Copy];
        for application in
            every_answers(edition.from).flat_map(|all| forms.map(|form| holding_all(&all, undated(form))))
        {
            let report = |answer| check(law::EDITIONS, &answering(&application, answer));
            profiles += alike.len() as u64;
            alike.retain(|(one, other)| report(*one) == report(*other));
        }
        assert!(alike.is_empty(), "nothing tells these apart: {alike:?}");
        profiles
    });
}

fn pairs(fact: Fact) -> impl Iterator<Item = (Answer, Answer)> {
    let answers = fact.answers();
    answers.iter().flat_map(move |one| answers.iter().filter(move |other| one < *other).map(move |other| (one, other)))
}
