//! Everything that the tables make of the texts, one line each: a row of a requirement, a fact, a step of the complaint.
//!
//! Knows the tables; not in which order a lawyer reads them.

use super::one_of;
use crate::facts::condition::Condition;
use crate::facts::fact::{Answer, Of};
use crate::facts::id::{Id, Set};
use crate::law::citation::Citation;
use crate::law::edition::Edition;
use crate::law::outcome::Outcome;
use crate::law::requirement::{Effect, Requirement, Row};
use crate::law::{APPEAL, STATEMENTS};
use crate::page::words::Words;

/// What the tables make of one or more statements.
pub(super) struct Made {
    /// In words, with the editions that say it.
    pub(super) text: String,
    /// What it rests on.
    pub(super) sources: Set<Citation>,
    /// What a row leads to; nothing of a fact.
    pub(super) outcomes: Set<Outcome>,
}

/// Everything, in the order of the tables.
pub(super) fn made(law: &[Edition], words: &Words) -> Vec<Made> {
    let mut made = rows(law, words);
    let facts = STATEMENTS.iter().map(|statement| (words.of("statement.*", statement.id), statement.sources));
    let steps = APPEAL.iter().map(|step| (words.of("appeal.*", step.step.id()), step.sources));
    made.extend(facts.chain(steps).map(|(text, sources)| Made { text, sources, outcomes: Set::EMPTY }));
    made
}

/// Every row of every edition; what several editions say alike is told once.
fn rows(law: &[Edition], words: &Words) -> Vec<Made> {
    let mut told: Vec<(Requirement, Row, Vec<String>)> = Vec::new();
    for edition in law {
        let day = words.date(edition.from);
        for rule in edition.rules {
            for row in rule.rows {
                match told.iter_mut().find(|(requirement, known, _)| *requirement == rule.requirement && known == row) {
                    Some((.., editions)) => editions.push(day.clone()),
                    None => told.push((rule.requirement, *row, vec![day.clone()])),
                }
            }
        }
    }
    let made = told.iter().map(|(requirement, row, editions)| Made {
        text: format!("{} [{}]", row_of(words, *requirement, row), editions.join(", ")),
        sources: row.sources,
        outcomes: outcomes(row.effect, true).into_iter().map(|(_, outcome)| outcome).collect(),
    });
    made.collect()
}

/// `Requirement. When …: what each form leads to.`
fn row_of(words: &Words, requirement: Requirement, row: &Row) -> String {
    let kind = if requirement.document().is_some() { "document.*" } else { "requirement.*" };
    let (may_expire, forms) =
        requirement.document().map_or((false, ""), |document| (document.has_valid_until(), document.kind()));
    let leads_to = outcomes(row.effect, may_expire).into_iter().map(|(form, outcome)| {
        let form = form.map(|form| [words.of_kind("form.list.*", forms, form), ": ".to_owned()].concat());
        [form.unwrap_or_default(), outcome_of(words, outcome)].concat()
    });
    let leads_to = leads_to.collect::<Vec<_>>().join("; ");
    let when = condition(words, &row.when, requirement.of());
    let name =
        [words.of(kind, requirement.id()), " (".to_owned(), requirement.id().to_owned(), ")".to_owned()].concat();
    [&name, ". ", &words.get("rulebook.when"), ": ", &*when, " → ", &*leads_to].concat()
}

fn outcomes(effect: Effect, may_expire: bool) -> Vec<(Option<&'static str>, Outcome)> {
    match effect {
        Effect::Answer(outcome) => vec![(None, outcome)],
        Effect::Paper { electronic, copy, expired, none } => {
            let mut outcomes = vec![("original", Outcome::Satisfied), ("electronic", electronic), ("copy", copy)];
            outcomes.extend(may_expire.then_some(("expired", expired)));
            outcomes.push(("none", none));
            outcomes.into_iter().map(|(form, outcome)| (Some(form), outcome)).collect()
        }
    }
}

fn outcome_of(words: &Words, outcome: Outcome) -> String {
    [words.of("status.*", outcome.status().id()), " (".to_owned(), outcome.basis().id().to_owned(), ")".to_owned()]
        .concat()
}

/// A condition in words.
pub(super) fn condition(words: &Words, condition_: &Condition, of: Of) -> String {
    let joined = |conditions: &[Condition], word: &str| {
        let parts: Vec<_> = conditions.iter().map(|part| condition(words, part, of)).collect();
        ["(", &parts.join(&[" ", &*words.get(word), " "].concat()), ")"].concat()
    };
    match condition_ {
        Condition::Always => words.get("rulebook.always"),
        Condition::Is(answer) => one_of(words, Answer::set(&[*answer]), of),
        Condition::OneOf(answers) => one_of(words, *answers, of),
        Condition::Not(part) => words.with("rulebook.not", "condition", &condition(words, part, of)),
        Condition::All(parts) => joined(parts, "join.and"),
        Condition::Any(parts) => joined(parts, "join.or"),
    }
}
