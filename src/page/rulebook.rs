//! The whole law as it is encoded, in words, for a lawyer to read: every edition, row, outcome, basis and source.
//!
//! Knows the tables and the words; decides nothing, and leaves nothing out that the tables say.

use crate::facts::condition::Condition;
use crate::facts::fact::{Answer, Of};
use crate::facts::id::{Id, Set};
use crate::law::citation::Citation;
use crate::law::edition::Edition;
use crate::law::outcome::Outcome;
use crate::law::requirement::{Effect, Requirement, Row, Rule};
use crate::page::node::{Element, element, text};
use crate::page::words::Words;

/// The law, as a page of nested lists.
///
/// ```
/// use tirkeu::{law, page::node::Node, page::rulebook::rulebook, page::wording::wording};
/// let book = rulebook(law::EDITIONS, &wording("en").unwrap());
/// assert!(book.into_iter().map(|part| Node::Element(part).plain()).any(|text| text.contains("S1.b")));
/// ```
#[must_use]
pub fn rulebook(law: &[Edition], words: &Words) -> Vec<Element> {
    let mut book = vec![text("h1", words.get("rulebook.title"))];
    book.extend(law.iter().map(|edition| edition_of(words, edition)));
    book.push(text("h2", words.get("rulebook.sources")));
    book.push(
        element("ul").children(
            Citation::ALL
                .iter()
                .map(|citation| text("li", [citation.id(), ": ", &words.of("source.*", citation.id())].concat())),
        ),
    );
    book
}

fn edition_of(words: &Words, edition: &Edition) -> Element {
    let reviewed = edition
        .reviewed
        .map_or_else(|| words.get("answer.not_reviewed"), |day| words.with_date("answer.reviewed", day));
    element("section")
        .child(text("h2", words.with_date("rulebook.edition", edition.from)))
        .child(text("p", words.with_date("answer.sources_read", edition.sources_read)))
        .child(text("p", reviewed))
        .children(edition.rules.iter().map(|rule| rule_of(words, rule)))
}

fn rule_of(words: &Words, rule: &Rule) -> Element {
    let id = rule.requirement.id();
    let kind = if rule.requirement.document().is_some() { "document.*" } else { "requirement.*" };
    let name = [words.of(kind, id), " (".to_owned(), id.to_owned(), ")".to_owned()].concat();
    let rows = rule.rows.iter().map(|row| row_of(words, row, rule.requirement));
    element("section").child(text("h3", name)).child(element("ul").children(rows))
}

fn row_of(words: &Words, row: &Row, requirement: Requirement) -> Element {
    let sources = cited(words, row.sources);
    let when = [words.get("rulebook.when"), ": ".to_owned(), condition(words, &row.when, requirement.of())].concat();
    let (may_expire, kind) =
        requirement.document().map_or((false, ""), |document| (document.has_valid_until(), document.kind()));
    element("li")
        .child(text("p", when))
        .child(element("ul").children(outcomes(row.effect, may_expire).iter().map(|(form, outcome)| {
            let form = form.map(|form| [words.of_kind("form.list.*", kind, form), ": ".to_owned()].concat());
            text("li", [form.unwrap_or_default(), outcome_of(words, *outcome)].concat())
        })))
        .child(text("p", sources))
}

fn cited(words: &Words, sources: Set<Citation>) -> String {
    let listed = if sources.is_empty() {
        words.get("rulebook.none")
    } else {
        sources.iter().map(Id::id).collect::<Vec<_>>().join(", ")
    };
    [words.get("rulebook.sources"), ": ".to_owned(), listed].concat()
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
    let (status, basis) = (outcome.status().id(), outcome.basis().id());
    [words.of("status.*", status), " (".to_owned(), words.of("basis.*", basis), ")".to_owned()].concat()
}

/// A condition in words.
fn condition(words: &Words, condition_: &Condition, of: Of) -> String {
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

fn one_of(words: &Words, answers: Set<Answer>, of: Of) -> String {
    let Some(fact) = answers.iter().next().map(Answer::fact) else { return String::new() };
    let name = words.of("fact.*.name", fact.id());
    let about_someone = of == Of::Application && fact.of() == Of::Person;
    let name = if about_someone { words.with("rulebook.someone", "fact", &name) } else { name };
    let named = |answer: Answer| {
        let id = ["answer.", fact.id(), ".", answer.id()].concat();
        words.find(&[&id, ".of"].concat()).unwrap_or_else(|| words.get(&id))
    };
    [name, ": ".to_owned(), answers.iter().map(named).collect::<Vec<_>>().join(" / ")].concat()
}
