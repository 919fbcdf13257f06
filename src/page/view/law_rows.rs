//! Whom a requirement concerns and what happens then, row by row, for whoever has answered nothing.
//!
//! Knows how a row of the law is told, not which rows there are.

use super::applicants::{applicants_in_words, may_apply};
use super::question::{answer_id, forms_that_count};
use crate::decide::report::Forms;
use crate::facts::condition::{Condition, Known};
use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::{Id, Set};
use crate::law::outcome::Status;
use crate::law::requirement::{Effect, Row, Rule};
use crate::page::words::{Mark, Words, join};
use crate::page::writer::Writer;

/// What a paper leads to; where that differs, whom each outcome concerns. The first row that applies counts, so all after it are of
/// others; rows one after another that lead to the same are told together.
pub(super) fn rows(w: &mut Writer, rule: &Rule, document: Document) {
    let mut alike = rule.rows.chunk_by(|row, next| leads_alike(row.effect, next.effect)).peekable();
    let Some(first) = alike.next() else { return };
    if alike.peek().is_none() {
        return first.iter().take(1).for_each(|row| effect(w, document, row.effect));
    }
    w.open("ul");
    rows_alike(w, document, first, false);
    for rows in alike {
        rows_alike(w, document, rows, true);
    }
    w.close();
}

/// Whom these rows concern, of others than those before, and what they all lead to.
fn rows_alike(w: &mut Writer, document: Document, rows: &[Row], is_of_others: bool) {
    w.open("li");
    if is_of_others {
        w.say("p", "list.otherwise");
    }
    for row in rows {
        w.text("p", whom(w.words, &row.when) + w.words.mark(Mark::Colon).trim_end());
    }
    rows.iter().take(1).for_each(|row| effect(w, document, row.effect));
    w.close();
}

/// Whether two effects say the same, whatever they rest on.
fn leads_alike(one: Effect, other: Effect) -> bool {
    Form::ALL.iter().all(|form| {
        [false, true]
            .iter()
            .all(|expired| one.outcome(*form, *expired).status() == other.outcome(*form, *expired).status())
    })
}

/// Whom a condition concerns: the questions that tell people apart, each with the answers that are meant.
pub(super) fn whom(words: &Words, when: &Condition) -> String {
    let joined = |parts: &[Condition], between: &str| {
        let said: Vec<_> = parts.iter().map(|part| whom(words, part)).filter(|part| !part.is_empty()).collect();
        join(&said, between)
    };
    match when {
        Condition::Is(answer) => answers_in_words(words, Answer::set(&[*answer])),
        Condition::OneOf(answers) => answers_in_words(words, *answers),
        Condition::All(parts) => joined(parts, words.mark(Mark::Semicolon)),
        Condition::Any(parts) => joined(parts, &[" — ", &words.get("join.or"), " — "].concat()),
        Condition::Always | Condition::Not(_) => String::new(),
    }
}

/// A question and the answers to it that are meant.
fn answers_in_words(words: &Words, answers: Set<Answer>) -> String {
    let Some(first) = answers.iter().next() else { return String::new() };
    let named: Vec<_> = answers.iter().map(|answer| words.of("answer.*", &answer_id(answer))).collect();
    words.named(&words.of("fact.*.name", first.fact().id()), &join(&named, " / "))
}

/// What each form leads to, and what a paper past its date does.
fn effect(w: &mut Writer, document: Document, effect: Effect) {
    let with = |status| {
        Form::ALL.iter().copied().filter(move |form| effect.outcome(*form, false).status() == status).collect()
    };
    forms_that_count(
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
        let told: Vec<String> =
            people.iter().map(|answer| answers_in_words(w.words, Answer::set(&[*answer]))).collect();
        let told = join(&told, w.words.mark(Mark::Semicolon));
        w.text("p", told + w.words.mark(Mark::Colon).trim_end());
        may_apply(w, &those_with(Status::Satisfied, rule, people));
        for status in [Status::Ask, Status::NotEntitled] {
            let named = applicants_in_words(w.words, &those_with(status, rule, people));
            if !named.is_empty() {
                let said = w.words.named(&w.words.of("status.*", status.id()), &named);
                w.text("p", said + w.words.mark(Mark::End));
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
