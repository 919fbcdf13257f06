//! Everything that may be asked for, in any situation: complete without a single answer, without script, on paper.
//!
//! Knows the law's tables and the words, and no applicant.

use super::edition::rests_on;
use super::law_rows::{applicants, rows, whom};
use crate::facts::condition::Known;
use crate::facts::document::Document;
use crate::facts::fact::Fact;
use crate::facts::id::Id;
use crate::law::STATEMENTS;
use crate::law::edition::Edition;
use crate::law::requirement::{Requirement, Rule};
use crate::page::node::Element;
use crate::page::words::{Mark, Words};
use crate::page::writer::Writer;

/// The list for the latest edition of the law.
#[must_use]
pub fn full_list(law: &[Edition], words: &Words) -> Vec<Element> {
    let mut w = Writer::new(words);
    write_list(&mut w, law);
    w.elements()
}

pub(super) fn write_list(w: &mut Writer, law: &[Edition]) {
    let Some(edition) = law.last() else { return };
    w.lines(
        "p|list.lead
         ul.list",
    );
    for rule in edition.rules {
        if let Some(document) = rule.requirement.document() {
            paper(w, rule, document);
        }
    }
    w.lines(
        "/
         h3|list.others
         ul.list",
    );
    for rule in edition.rules.iter().filter(|rule| rule.requirement.document().is_none()) {
        other(w, rule);
    }
    w.lines(
        "/
         h3|list.elsewhere
         ul.list",
    );
    for answer in Fact::Status.answers().difference(edition.scope.statuses).iter() {
        w.open("li");
        w.say_of("strong", "answer.status.*", answer.id());
        w.say_of("p", "elsewhere.*", answer.id());
        w.close();
    }
    w.lines("/");
    facts(w, edition);
    w.lines("h3|answer.undecided");
    not_decided(w);
    w.open("div.rests");
    rests_on(w, edition);
    w.close();
}

/// Where, when and how: each fact, after whom it concerns.
fn facts(w: &mut Writer, edition: &Edition) {
    w.lines(
        "h3|answer.statements
         ul.list",
    );
    for statement in STATEMENTS.iter().filter(|statement| statement.holds(edition, Known::NOTHING).may_hold()) {
        w.open("li");
        let whom = whom(w.words, &statement.when);
        if !whom.is_empty() {
            w.text("b", w.words.named(&whom, ""));
        }
        w.put(w.words.of("statement.*", statement.id));
        w.close();
    }
    w.close();
}

/// The questions that are not decided here.
pub(super) fn not_decided(w: &mut Writer) {
    w.lines(
        "ul
           li|answer.undecided.translation
           li|answer.undecided.passport
           li|answer.undecided.absent_owner
           li|answer.undecided.akimat
         /",
    );
}

fn paper(w: &mut Writer, rule: &Rule, document: Document) {
    w.open("li");
    w.say_of("strong", "document.*", document.id());
    w.say_of("p", "document.*.what", document.id());
    when(w, "document.*.when", document.id());
    rows(w, rule, document);
    w.say_of("p", "document.*.get", document.id());
    w.close();
}

fn other(w: &mut Writer, rule: &Rule) {
    let id = rule.requirement.id();
    w.open("li");
    w.say_of("strong", "requirement.*", id);
    when(w, "requirement.*.when", id);
    if rule.requirement == Requirement::RightToApply {
        applicants(w, rule);
    }
    w.say_of("p", "requirement.*.ask", id);
    w.close();
}

fn when(w: &mut Writer, id: &str, part: &str) {
    let when = w.words.of(id, part);
    w.text("p", w.words.named(&w.words.get("list.when"), &when) + w.words.mark(Mark::End));
}
