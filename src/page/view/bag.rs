//! What to put into the bag: every paper once, with a box to tick; of several people a table, who and which papers.
//!
//! Knows the report's findings about papers, and nothing of why they stand so. What is ticked is no answer: `www/bag.js` remembers it.

use time::Date;

use super::answer::named;
use super::question::{answer_id, answer_in_words, card, id_of};
use super::state::State;
use crate::decide::report::{Finding, Question, Subject};
use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Fact, Of};
use crate::facts::id::Id;
use crate::law::outcome::Status;
use crate::law::requirement::Requirement;
use crate::page::words::Words;
use crate::page::writer::Writer;

/// A document that ends so many days after the visit is spoken of.
const SOON: i32 = 30;

/// A paper that is wanted: the finding about it, and which it is.
type Paper<'a> = (&'a Finding, Document);

/// The papers of which something was said: those for everybody, then each person's own.
pub(super) fn bag(w: &mut Writer, state: &State) {
    let papers = papers(state);
    if papers.is_empty() {
        return;
    }
    let is_alone = state.application.people.len() == 1;
    w.lines(
        "section.bag#bag
           h3|bag.heading
           ul",
    );
    for paper in &papers {
        if is_alone || paper.0.person.is_none() {
            w.open("li");
            let name = named(w.words, state, paper.0.requirement, paper.0.person);
            box_of(w, state, *paper, name, true);
            w.close();
        }
    }
    w.close();
    if !is_alone {
        table(w, state, &papers);
    }
    w.close();
}

/// Each paper that is, or may be, wanted, once, as far as anything was said of it.
fn papers(state: &State) -> Vec<Paper<'_>> {
    let mut papers = Vec::new();
    for finding in &state.report.findings {
        if let Some(document) = finding.requirement.document()
            && finding.status != Status::Unanswered
            && state.listed_as(question(finding, document)).is_none()
        {
            papers.push((finding, document));
        }
    }
    papers
}

const fn question(finding: &Finding, document: Document) -> Question {
    Question { subject: Subject::Document(document), person: finding.person }
}

/// How a paper stands: where it answers two questions, as in that of them in which it stands worse.
pub(super) fn standing(state: &State, finding: &Finding) -> Status {
    match state.also_answers(finding).map(|other| other.status) {
        Some(other) if finding.status == Status::Satisfied || other.fails() && !finding.status.fails() => other,
        _ => finding.status,
    }
}

/// What else a paper is brought for, by name, where it answers two questions.
pub(super) fn brought_for(words: &Words, state: &State, paper: &Finding) -> Option<String> {
    let also = state.also_answers(paper)?.requirement.document()?;
    Some(words.of("document.*", also.id()))
}

/// What an asylum seeker takes along who has no identity document: whether the certificate will do, the counter is asked.
pub(super) fn certificate_alone(words: &Words, state: &State, finding: &Finding) -> Option<String> {
    let held = state.held(finding.person, finding.requirement.document()?);
    let is_alone = finding.requirement == Requirement::IdentityDocument
        && held.form == Some(Form::NotHeld)
        && state.answers(finding.person).given().contains(Answer::AsylumSeeker);
    is_alone.then(|| words.of("answer.*", &answer_id(Answer::AsylumSeeker)))
}

/// The box, the paper by this name, and how it stands; of one among many the reminder to look for a day is said of all together.
fn box_of(w: &mut Writer, state: &State, (finding, document): Paper<'_>, name: String, is_alone: bool) {
    let about = question(finding, document);
    let id = ["bag-", &id_of(about)].concat();
    w.open("label");
    if document == Document::IdentityDocument
        && let Some(status) = state.answers(finding.person).get(Fact::Status)
    {
        w.set("data-of", status.id());
    }
    w.open("input type=checkbox autocomplete=off");
    w.set("id", id);
    w.close();
    let certificate = certificate_alone(w.words, state, finding);
    let is_named_so = certificate.is_some();
    w.text("span.label", certificate.unwrap_or(name));
    if document == Document::ProofOfAuthority {
        // Its official name tells a parent nothing.
        w.say_of("span.what", "document.*.what", document.id());
    }
    let card = card(w.words, state, finding.person, document);
    for named in [card, brought_for(w.words, state, finding)].into_iter().flatten() {
        w.text("span.what", named);
    }
    if !is_named_so {
        w.text("span.what", answer_in_words(w.words, state, about).unwrap_or_default());
    }
    let status = standing(state, finding);
    if status == Status::Satisfied {
        reminder(w, state, about, document, is_alone);
    } else {
        w.say_of("span.status", "status.*", status.id());
    }
    w.close();
}

/// Whether a paper counts as long as it is valid, and nobody said until when that is.
fn has_open_day(state: &State, (finding, document): Paper<'_>) -> bool {
    let held = state.held(finding.person, document);
    document.has_valid_until() && held.valid_until.is_none() && standing(state, finding) == Status::Satisfied
}

/// Whether a paper that ends on this day ends soon after the visit.
pub(super) fn is_soon(state: &State, day: Date) -> bool {
    (0..=SOON).contains(&(day.to_julian_day() - state.application.visit_date.to_julian_day()))
}

/// What is to be said of the day on a paper: to look whether there is one, or that it comes soon after the visit.
fn reminder(w: &mut Writer, state: &State, about: Question, document: Document, is_alone: bool) {
    match state.held(about.person, document).valid_until {
        None if document.has_valid_until() && is_alone => w.say("span.hint", "answer.ready.look"),
        Some(day) if is_soon(state, day) => {
            w.text("span.hint", w.words.with_date("bag.ends_soon", day));
        }
        _ => {}
    }
}

/// Who, and which papers of their own: a row for each person; where there is little room, a card.
fn table(w: &mut Writer, state: &State, papers: &[Paper<'_>]) {
    w.lines(
        "table
           thead
             tr
               th|bag.who",
    );
    let mut columns = Vec::new();
    for document in Document::ALL {
        if document.of() == Of::Person && papers.iter().any(|(_, other)| other == document) {
            w.say_of("th scope=col", "bag.*", document.id());
            columns.push(*document);
        }
    }
    w.lines(
        "/
           /
           tbody",
    );
    for person in 0..state.application.people.len() {
        row(w, state, papers, &columns, person);
    }
    w.close();
    w.close();
    if papers.iter().any(|paper| paper.0.person.is_some() && has_open_day(state, *paper)) {
        w.say("p.hint", "answer.ready.look");
    }
}

/// A person, and each of their papers in its column.
fn row(w: &mut Writer, state: &State, papers: &[Paper<'_>], columns: &[Document], person: usize) {
    w.lines(
        "tr
           th scope=row",
    );
    w.put(w.words.with_number("part.person", person + 1));
    if let Some(age) = state.answers(Some(person)).get(Fact::Age) {
        w.text("span.what", w.words.of("answer.age.*", age.id()));
    }
    w.close();
    for document in columns {
        w.open("td");
        match papers.iter().find(|(finding, other)| finding.person == Some(person) && other == document) {
            Some(paper) => box_of(w, state, *paper, w.words.of("bag.*", document.id()), false),
            None => w.put("–".to_owned()),
        }
        w.close();
    }
    w.close();
}
