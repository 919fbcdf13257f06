//! Nothing in the law is idle: every requirement, row, status, outcome, answer and source decides somewhere.

use std::collections::{BTreeSet, HashSet};

use tirkeu::prove::profile::{folded_answers, folded_held, whole_answers};
use tirkeu::prove::{known, known_of};
use tirkeu::{
    Answer, Citation, Document, Edition, Effect, Fact, Form, Id, Known, Of, Outcome, Requirement, Set, Status, check,
    law,
};

use crate::situations::{answering, holding_all, standing_answers, undated, ways};
use crate::tally::law;

#[test]
fn no_requirement_status_or_source_is_unreachable() {
    law("no requirement, status or source is unreachable", || {
        let (mut requirements, mut statuses, mut sources) = (Set::EMPTY, Set::EMPTY, Set::EMPTY);
        let mut profiles = 0;
        let held = folded_held(Document::IdentityDocument, law::EDITIONS[0].from);
        for application in law::EDITIONS.iter().flat_map(standing_answers) {
            for finding in held.iter().flat_map(|held| check(law::EDITIONS, &holding_all(&application, *held)).findings)
            {
                requirements = requirements.with(finding.requirement);
                statuses = statuses.with(finding.status);
                sources = sources.union(finding.sources);
            }
            profiles += 1;
        }
        assert_eq!(requirements, Requirement::set(Requirement::ALL));
        assert_eq!(statuses, Status::set(Status::ALL));
        let of_appeals = law::APPEAL.iter().fold(Set::EMPTY, |sources, step| step.sources.union(sources));
        let on_no_finding = Citation::set(Citation::ALL).difference(sources).difference(of_appeals);
        assert_eq!(on_no_finding, Citation::set(SAID_BESIDE));
        profiles
    });
}

/// What the page states without a finding that rests on it, and what is for the rulebook.
const SAID_BESIDE: &[Citation] = &[
    Citation::S1e,
    Citation::S1f,
    Citation::S1g,
    Citation::S1h,
    Citation::S1j,
    Citation::O267p5,
    Citation::O267List2,
    Citation::O267List3,
    Citation::O267List4,
    Citation::O267List6,
    Citation::O267List7,
    Citation::O267List9,
    Citation::O267Refusal,
    Citation::R677p7,
    Citation::R677p11,
    Citation::Appc12,
    Citation::Appc93,
    Citation::La12,
    Citation::La60,
    Citation::Id22,
    Citation::Id23,
];

#[test]
fn no_row_and_no_outcome_is_unreachable() {
    law("no row of a table and no outcome is unreachable", || law::EDITIONS.iter().map(every_row).sum());
}

fn every_row(edition: &'static Edition) -> u64 {
    let (mut reached, mut outcomes, mut profiles) = (HashSet::new(), Set::EMPTY, 0);
    for application in whole_answers(edition) {
        let person = known_of(&application, &application.people[0]);
        if !edition.in_scope(person).holds() {
            continue;
        }
        for rule in edition.rules {
            let certain = match rule.requirement.of() {
                Of::Application => known(edition, &application).certain,
                Of::Person => person.certain,
            };
            let known = Known::whole(certain);
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
    assert_eq!(outcomes, Outcome::set(Outcome::ALL), "every outcome stands in some row");
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
fn only_some_answers_are_alike() {
    law("any two answers to a question differ somewhere, but a stateless person's and a representative's", || {
        let mut alike: BTreeSet<(Answer, Answer)> = Fact::ALL.iter().flat_map(|fact| pairs(*fact)).collect();
        let (mut profiles, forms) = (0, [Form::Electronic, Form::Copy]);
        for edition in law::EDITIONS {
            for application in
                folded_answers(edition).flat_map(|all| forms.map(|form| holding_all(&all, undated(form))))
            {
                let report = |answer| check(law::EDITIONS, &answering(&application, answer));
                profiles += alike.len() as u64;
                alike.retain(|(one, other)| report(*one) == report(*other));
            }
        }
        let representatives = [Answer::Parent, Answer::Guardian, Answer::Trustee];
        let [parent, guardian, trustee] = representatives;
        let statuses = (Answer::Foreigner, Answer::Stateless);
        let expected = [statuses, (parent, guardian), (parent, trustee), (guardian, trustee)];
        assert_eq!(alike, BTreeSet::from(expected), "nothing tells these apart");
        profiles
    });
}

fn pairs(fact: Fact) -> impl Iterator<Item = (Answer, Answer)> {
    let answers = fact.answers();
    answers.iter().flat_map(move |one| answers.iter().filter(move |other| one < *other).map(move |other| (one, other)))
}
