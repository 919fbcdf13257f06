//! What to put into the bag: every paper once, with a box to tick; of several people a table, who and which papers.
//!
//! Knows the report's findings about papers, and nothing of why they stand so. What is ticked is no answer: `www/bag.js` remembers it.

use super::answer::named;
use super::question::{answer_in_words, id_of};
use super::state::State;
use crate::decide::report::{Finding, Question, Subject};
use crate::facts::document::Document;
use crate::facts::fact::{Fact, Of};
use crate::facts::id::Id;
use crate::law::outcome::Status;
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
            box_of(w, state, *paper, name);
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
#[inline(never)]
fn papers(state: &State) -> Vec<Paper<'_>> {
    let mut papers = Vec::new();
    for finding in &state.report.findings {
        if let Some(document) = finding.requirement.document()
            && finding.status != Status::Unanswered
            && !state.is_listed_as_another(question(finding, document))
        {
            papers.push((finding, document));
        }
    }
    papers
}

const fn question(finding: &Finding, document: Document) -> Question {
    Question { subject: Subject::Document(document), person: finding.person }
}

/// The box, the paper by this name, and how it stands.
#[inline(never)]
fn box_of(w: &mut Writer, state: &State, (finding, document): Paper<'_>, name: String) {
    let about = question(finding, document);
    let id = ["bag-", &id_of(about)].concat();
    w.open("label");
    w.open("input type=checkbox autocomplete=off");
    w.set("id", id);
    w.close();
    w.text("span.label", name);
    w.text("span.what", answer_in_words(w.words, state, about).unwrap_or_default());
    if finding.status == Status::Satisfied {
        reminder(w, state, about, document);
    } else {
        w.say_of("span.status", "status.*", finding.status.id());
    }
    w.close();
}

/// What is to be said of the day on a paper: to look whether there is one, or that it comes soon after the visit.
fn reminder(w: &mut Writer, state: &State, about: Question, document: Document) {
    let visit = state.application.visit_date.to_julian_day();
    match state.held(about.person, document).valid_until {
        None if document.has_valid_until() => w.say("span.hint", "answer.ready.look"),
        Some(day) if (0..=SOON).contains(&(day.to_julian_day() - visit)) => {
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
        w.open("tr");
        w.open("th scope=row");
        w.put(w.words.with_number("part.person", person + 1));
        if let Some(age) = state.answers(Some(person)).get(Fact::Age) {
            w.text("span.what", w.words.of("answer.age.*", age.id()));
        }
        w.close();
        for document in &columns {
            w.open("td");
            match papers.iter().find(|(finding, other)| finding.person == Some(person) && other == document) {
                Some(paper) => box_of(w, state, *paper, w.words.of("bag.*", document.id())),
                None => w.put("–".to_owned()),
            }
            w.close();
        }
        w.close();
    }
    w.close();
    w.close();
}
