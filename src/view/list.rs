//! Everything that may be asked for, in any situation: complete without a single answer, without script, on paper.
//!
//! Knows the law's tables and the words, and no applicant.

use super::question::{accepted, answer_id};
use super::say;
use crate::asked::OUT_OF_SCOPE;
use crate::document::Form;
use crate::id::{Id, Set};
use crate::node::{Element, element, text};
use crate::report::Forms;
use crate::requirement::{Edition, Rule, Status};
use crate::words::Words;

/// The list for the latest edition of the law.
#[must_use]
pub fn list(law: &[Edition], words: &Words) -> Vec<Element> {
    let Some(edition) = law.last() else { return Vec::new() };
    let papers = edition.rules.iter().filter(|rule| rule.requirement.document().is_some());
    let others = edition.rules.iter().filter(|rule| rule.requirement.document().is_none());
    vec![
        say(words, "p", "list.lead"),
        element("ul").class("list").children(papers.map(|rule| paper(words, rule))),
        say(words, "h3", "list.others"),
        element("ul").class("list").children(others.map(|rule| other(words, rule))),
        say(words, "h3", "list.elsewhere"),
        element("ul").class("list").children(OUT_OF_SCOPE.iter().map(|answer| {
            let name = text("strong", words.get(&answer_id(answer)));
            element("li").child(name).child(text("p", words.of(&["elsewhere", answer.id()])))
        })),
        say(words, "h3", "answer.undecided"),
        not_decided(words),
        element("div").class("rests").children(rests_on(words, edition)),
    ]
}

/// The questions that are not decided here.
pub(super) fn not_decided(words: &Words) -> Element {
    const QUESTIONS: &[&str] = &["deadline", "fee", "term", "norm", "translation", "owner"];
    element("ul").children(QUESTIONS.iter().map(|id| text("li", words.of(&["answer.undecided", id]))))
}

/// Which edition it is, when its sources were read and whether a lawyer reviewed it.
pub(super) fn rests_on(words: &Words, edition: &Edition) -> Vec<Element> {
    let reviewed = match edition.reviewed {
        Some(day) => words.with_date("answer.reviewed", day),
        None => words.get("answer.not_reviewed"),
    };
    let read = words.with_date("answer.sources_read", edition.sources_read);
    [words.with_date("answer.edition", edition.from), read, reviewed, words.get("answer.texts")]
        .map(|sentence| text("p", sentence))
        .into()
}

fn paper(words: &Words, rule: &Rule) -> Element {
    let id = rule.requirement.id();
    let when = [words.get("list.when"), ": ".into(), words.of(&["document", id, "when"]), ".".into()].concat();
    let forms = rule.requirement.document().map(|document| accepted(words, document, forms(rule)));
    element("li")
        .child(text("strong", words.of(&["document", id])))
        .child(text("p", words.of(&["document", id, "what"])))
        .child(text("p", when))
        .children(forms.unwrap_or_default())
        .child(text("p", words.of(&["document", id, "get"])))
}

fn other(words: &Words, rule: &Rule) -> Element {
    let id = rule.requirement.id();
    let ask = words.find(&["requirement.", id, ".ask"].concat());
    let when = [words.get("list.when"), ": ".into(), words.of(&["requirement", id, "when"]), ".".into()].concat();
    element("li")
        .child(text("strong", words.of(&["requirement", id])))
        .child(text("p", when))
        .children(ask.map(|ask| text("p", ask)))
}

/// What each form leads to: it counts or fails where every row says so, and is to be asked about wherever a row says that.
fn forms(rule: &Rule) -> Forms {
    let statuses =
        |form: Form| -> Set<Status> { rule.rows.iter().map(|row| row.effect.outcome(form, false).status()).collect() };
    let forms_that = |fits: &dyn Fn(Set<Status>) -> bool| -> Set<Form> {
        Form::ALL.iter().copied().filter(|form| fits(statuses(*form))).collect()
    };
    Forms {
        satisfy: forms_that(&|statuses| statuses.only() == Some(Status::Satisfied)),
        ask: forms_that(&|statuses| statuses.contains(Status::Ask)),
        fail: forms_that(&|statuses| statuses.difference(Status::FAILING).is_empty()),
    }
}
