//! Whom a requirement concerns and what happens then, row by row, for whoever has answered nothing.
//!
//! Knows how a row of the law is told, not which rows there are.

use super::question::{accepted, answer_id};
use crate::decide::report::Forms;
use crate::facts::condition::{Condition, Known};
use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::{Id, Set};
use crate::law::outcome::Status;
use crate::law::requirement::{Effect, Rule};
use crate::page::words::Words;
use crate::page::writer::Writer;

/// What each row of a paper leads to; where there are several, whom each concerns.
pub(super) fn rows(w: &mut Writer, rule: &Rule, document: Document) {
    if let [row] = rule.rows {
        return effect(w, document, row.effect);
    }
    w.open("ul");
    for row in rule.rows {
        w.open("li");
        let mut told = String::new();
        tell_whom(w.words, &row.when, &mut told);
        w.text("p", told + ":");
        effect(w, document, row.effect);
        w.close();
    }
    w.close();
    if rule.rows.iter().any(|row| row.effect.outcome(Form::NotHeld, false).status() == Status::Ask) {
        w.say_of("p", "requirement.*.ask.14_15", rule.requirement.id());
    }
}

/// Tells whom a row concerns. A paper's row tells people apart by answers to questions, all of which are named.
fn tell_whom(words: &Words, when: &Condition, told: &mut String) {
    match when {
        Condition::Is(answer) => tell(words, Answer::set(&[*answer]), told),
        Condition::OneOf(answers) => tell(words, *answers, told),
        Condition::All(parts) => parts.iter().for_each(|part| tell_whom(words, part, told)),
        Condition::Always | Condition::Not(_) | Condition::Any(_) => {}
    }
}

/// Tells a question and the answers to it, after what was told before.
fn tell(words: &Words, answers: Set<Answer>, told: &mut String) {
    let mut between = if told.is_empty() { "" } else { "; " };
    if let Some(answer) = answers.iter().next() {
        told.extend([between, &words.of("fact.*.name", answer.fact().id())]);
        between = ": ";
    }
    for answer in answers.iter() {
        told.extend([between, &words.of("answer.*", &answer_id(answer))]);
        between = " / ";
    }
}

/// What each form leads to, and what a paper past its date does.
fn effect(w: &mut Writer, document: Document, effect: Effect) {
    let with = |status| {
        Form::ALL.iter().copied().filter(move |form| effect.outcome(*form, false).status() == status).collect()
    };
    accepted(
        w,
        document,
        Forms { satisfy: with(Status::Satisfied), ask: with(Status::Ask), fail: with(Status::FormNotAccepted) },
    );
    if document.has_valid_until() {
        let asks = effect.outcome(Form::Original, true).status() == Status::Ask;
        let id = if asks { "form.asks" } else { "form.refuses" };
        w.text("p", w.words.with(id, "forms", &w.words.get("form.list.expired")));
    }
}

/// People between whom the right to apply tells.
const PEOPLE: &[&[Answer]] = &[
    &[Answer::Under14],
    &[Answer::Aged14To15],
    &[Answer::Aged16To17],
    &[Answer::Adult, Answer::IncapacitatedNo],
    &[Answer::Adult, Answer::IncapacitatedYes],
];

/// Who may apply for whom, about whom the counter is to be asked, and who may not.
pub(super) fn applicants(w: &mut Writer, rule: &Rule) {
    w.open("ul");
    for people in PEOPLE {
        w.open("li");
        let mut told = String::new();
        people.iter().for_each(|answer| tell(w.words, Answer::set(&[*answer]), &mut told));
        w.text("p", told + ":");
        may_apply(w, &those_with(Status::Satisfied, rule, people));
        for status in [Status::Ask, Status::NotEntitled] {
            let named = listed(w.words, &those_with(status, rule, people));
            if !named.is_empty() {
                w.text("p", [&w.words.of("status.*", status.id()), ": ", &named, "."].concat());
            }
        }
        w.close();
    }
    w.close();
}

/// The applicants with whom the rule leads to this for these people.
fn those_with(status: Status, rule: &Rule, people: &[Answer]) -> Vec<Answer> {
    let mut those = Vec::new();
    for applicant in Fact::Applicant.answers().iter() {
        let known = Known::whole(Answer::set(people).with(applicant));
        let row = rule.rows.iter().find(|row| row.when.truth(known).holds());
        those.extend(row.filter(|row| row.effect.outcome(Form::Original, false).status() == status).map(|_| applicant));
    }
    those
}

/// The sentence that names those who may apply.
pub(super) fn may_apply(w: &mut Writer, applicants: &[Answer]) {
    let named = listed(w.words, applicants);
    w.text("p", w.words.with("requirement.right_to_apply.apply_as", "applicants", &named));
}

/// Applicants, one or another, in the middle of a sentence.
fn listed(words: &Words, applicants: &[Answer]) -> String {
    let mut named = Vec::new();
    for applicant in applicants {
        named.push(words.of("answer.applicant.*.list", applicant.id()));
    }
    words.any_of(&named)
}
