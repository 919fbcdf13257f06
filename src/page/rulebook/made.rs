//! Everything that the tables make of the texts, one line each: a row of a requirement, a fact, a step of the complaint.
//!
//! Knows the tables; not in which order a lawyer reads them.

use super::one_of;
use crate::facts::condition::{Condition, Known};
use crate::facts::fact::{Answer, Of};
use crate::facts::id::{Id, Set};
use crate::facts::truth::Truth;
use crate::law::citation::Citation;
use crate::law::edition::Edition;
use crate::law::outcome::Outcome;
use crate::law::requirement::{Effect, Requirement, Row};
use crate::law::statement::Statement;
use crate::law::step::Term;
use crate::law::{APPEAL, STATEMENTS};
use crate::page::words::Words;

/// What the tables make of one or more statements.
pub(super) struct Made {
    /// Its name, by which it is told again where it rests on more than one statement.
    pub(super) name: String,
    /// All of it in words, with the editions that say it.
    pub(super) text: String,
    /// What it rests on.
    pub(super) sources: Set<Citation>,
    /// What a row leads to; nothing of a fact.
    pub(super) outcomes: Set<Outcome>,
}

/// Everything, in the order of the tables.
pub(super) fn made(law: &[Edition], words: &Words) -> Vec<Made> {
    let mut made = rows(law, words);
    made.extend(STATEMENTS.iter().map(|statement| fact(law, words, statement)));
    made.extend(APPEAL.iter().map(|step| Made {
        name: step.step.id().to_owned(),
        text: [words.of("appeal.*", step.step.id()), term(words, step.within)].concat(),
        sources: step.sources,
        outcomes: Set::EMPTY,
    }));
    made
}

/// A fact: of whom it is said, and under which editions.
fn fact(law: &[Edition], words: &Words, statement: &Statement) -> Made {
    let is_said = |edition: &&Edition| statement.holds(edition, Known::NOTHING) != Truth::False;
    let editions: Vec<String> = law.iter().filter(is_said).map(|edition| words.date(edition.from)).collect();
    let when = match statement.when {
        Condition::Always => words.get("rulebook.asked.always"),
        when => condition(words, &when, Of::Application),
    };
    let when = [&words.get("rulebook.when"), ": ", &*when, " → "].concat();
    let said = words.of("statement.*", statement.id);
    Made {
        name: statement.id.to_owned(),
        text: format!("{when}{said} [{}]", editions.join(", ")),
        sources: statement.sources,
        outcomes: Set::EMPTY,
    }
}

/// How long a step may take.
fn term(words: &Words, within: Option<Term>) -> String {
    let said = match within {
        Some(Term::Months(number)) => words.with("appeal.months", "number", &number.to_string()),
        Some(Term::WorkingDays(number)) => words.with("appeal.working_days", "number", &number.to_string()),
        None => return String::new(),
    };
    [" ", &said, "."].concat()
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
        name: name_of(words, *requirement),
        text: format!("{} [{}]", row_of(words, *requirement, row), editions.join(", ")),
        sources: row.sources,
        outcomes: outcomes(row.effect, true).into_iter().map(|(_, outcome)| outcome).collect(),
    });
    made.collect()
}

/// `Requirement. When …: what each form leads to.`
fn row_of(words: &Words, requirement: Requirement, row: &Row) -> String {
    let (may_expire, forms) =
        requirement.document().map_or((false, ""), |document| (document.has_valid_until(), document.kind()));
    let leads_to = outcomes(row.effect, may_expire).into_iter().map(|(form, outcome)| {
        let form = form.map(|form| [words.of_kind("form.list.*", forms, form), ": ".to_owned()].concat());
        [form.unwrap_or_default(), outcome_of(words, outcome)].concat()
    });
    let leads_to = leads_to.collect::<Vec<_>>().join("; ");
    let when = condition(words, &row.when, requirement.of());
    [&name_of(words, requirement), ". ", &words.get("rulebook.when"), ": ", &*when, " → ", &*leads_to].concat()
}

/// The name of a requirement, with its id.
pub(super) fn name_of(words: &Words, requirement: Requirement) -> String {
    let kind = if requirement.document().is_some() { "document.*" } else { "requirement.*" };
    [words.of(kind, requirement.id()), " (".to_owned(), requirement.id().to_owned(), ")".to_owned()].concat()
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
