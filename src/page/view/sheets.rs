//! Sheets made for paper: one for the counter, one for the owner; the applicant's language beside the officer's.
//!
//! Knows what was said and the report; what is typed for printing only is never part of the state.

use super::answer::{about_whom, ask_of, closed, counters, headline, procedures, with_whose};
use super::bag::{brought_for, certificate_alone, standing};
use super::cited::{annexes, place_in, which};
use super::edition::{draft, reviewed};
#[cfg(feature = "list")]
use super::for_one::{ending_soon, open};
use super::question::{answer_id, answer_in_words, button, has_several_owners, languages, sentence_of_third_person};
use super::state::{Action, Stage, State, paper_of};
#[cfg(feature = "list")]
use crate::decide::report::Verdict;
use crate::decide::report::{Finding, Question, Subject};
use crate::facts::document::Document;
use crate::facts::fact::{Answers, Fact};
use crate::facts::id::Id;
use crate::law::citation::Act;
use crate::law::edition::{Edition, in_force};
use crate::law::outcome::Status;
use crate::page::words::{Mark, Words, digits, join};
use crate::page::writer::Writer;

/// The buttons above a sheet; they are not printed. One of the counter's languages stands beside the applicant's own.
pub(super) fn sheet_tools(w: &mut Writer, back: Stage) {
    w.lines(
        "div.tools#tools
           button.primary type=button data-script=print|paper.print",
    );
    button(w, "paper.close", &Action::Go(back), "quiet");
    w.open("span.officers role=group");
    w.set("aria-label", w.words.get("paper.officer"));
    w.say("span", "paper.officer");
    let now = w.last_language();
    languages(w, "button.quiet type=button translate=no dir=auto", "officers", "officer:", now);
    w.close();
    w.close();
}

/// The sheet for the counter.
#[inline(never)]
pub(super) fn visit_sheet(w: &mut Writer, state: &State) {
    w.open("div.sheet#visit-sheet");
    sheet_tools(w, Stage::Check);
    w.lines("h2 id=sheet tabindex=-1||paper.heading");
    details(w, state);
    // The code, if one is asked for: a script of its own shows it in there.
    w.lines(
        "div.code#code
         /",
    );
    what_is_told(w, state);
    w.close();
}

/// The sheet for the counter by itself, without buttons and fields: one of many.
#[cfg(feature = "list")]
#[must_use]
pub fn visit_sheets(state: &State, words: &Words, officer: Option<&Words>) -> Vec<crate::page::node::Element> {
    let spoken = |words| super::visit::spoken_at(state, words);
    let (words, officer) = (spoken(words), officer.map(spoken));
    let mut w = Writer::new(&words).beside(officer.as_ref());
    w.open("div.sheet");
    w.lines("h2||paper.heading");
    applied(&mut w, state);
    w.both("p", &|words| {
        let open = if state.report.verdict == Verdict::Undecided { open(words, state, None) } else { None };
        as_of_now(words, &open.unwrap_or_else(|| headline(words, state)))
    });
    people(&mut w, state);
    documents(&mut w, state);
    if !ending_soon(w.words, state, None).is_empty() {
        w.both("p", &|words| join(&ending_soon(words, state, None), " "));
    }
    asked_and_rules(&mut w, state);
    w.close();
    w.elements()
}

fn what_is_told(w: &mut Writer, state: &State) {
    applied(w, state);
    w.both("p", &|words| as_of_now(words, &headline(words, state)));
    people(w, state);
    documents(w, state);
    asked_and_rules(w, state);
}

/// How it stands, and that this decides nothing.
fn as_of_now(words: &Words, result: &str) -> String {
    [result, words.mark(Mark::Stop), &words.get("paper.not_a_decision")].concat()
}

/// When, what for, and where.
fn applied(w: &mut Writer, state: &State) {
    day(w, state);
    w.both("p", &|words| applied_for(words, state));
    if !state.report.counters.is_empty() {
        w.both("p", &|words| counters(words, state));
    }
}

fn asked_and_rules(w: &mut Writer, state: &State) {
    questions_to_ask(w, state);
    w.lines("h3||paper.rules");
    if let Some(edition) = in_force(state.law, state.application.visit_date) {
        rules(w, state, edition);
    }
    draft(w);
}

pub(super) fn day(w: &mut Writer, state: &State) {
    w.both("p", &|words| words.with_date("paper.visit", state.application.visit_date));
    if closed(w.words, state).is_some() {
        w.both("p", &|words| closed(words, state).unwrap_or_default());
    }
}

/// Which registration, and in whose home.
pub(super) fn applied_for(words: &Words, state: &State) -> String {
    let home = answered(words, state.answers(None), &[Fact::Residence, Fact::OwnerPresent]);
    [&procedures(words, state), " ", &*home].concat()
}

/// What was said to these questions, each after its name.
pub(super) fn answered(words: &Words, answers: Answers, facts: &[Fact]) -> String {
    let mut said = Vec::new();
    for answer in facts.iter().filter_map(|fact| answers.get(*fact)) {
        let of = sentence_of_third_person(words, "answer.*", &answer_id(answer));
        said.push(words.named(&words.of("fact.*.name", answer.fact().id()), &of));
    }
    join(&said, words.mark(Mark::Semicolon))
}

fn people(w: &mut Writer, state: &State) {
    w.lines(
        "h3||paper.people
         ol",
    );
    for index in 0..state.application.people.len() {
        person(w, state, index);
    }
    w.close();
    typed_number(w, "address", "");
    typed_number(w, "rka", "");
}

fn person(w: &mut Writer, state: &State, index: usize) {
    let answers = state.answers(Some(index));
    w.open("li");
    w.sides(&|words| answered(words, answers, &[Fact::Status, Fact::Age, Fact::Applicant]));
    typed_number(w, "name", &digits(index));
    typed_number(w, "iin", &digits(index));
    w.close();
}

/// A line for what is typed for printing only; without it the line is not there.
fn typed_number(w: &mut Writer, field: &'static str, number: &str) {
    w.open("div.typed-line");
    w.both("span", &|words| words.of("paper.*", field));
    typed(w, field, number);
    w.close();
}

/// The place of what is typed. It runs its own way, whatever runs around it: digits with a space between them would change places.
pub(super) fn typed(w: &mut Writer, field: &str, number: &str) {
    w.open("strong.typed translate=no");
    w.set("dir", runs(field));
    w.set("data-typed", [field, number].concat());
    w.close();
}

/// The direction of a field: numbers are read from the left, names as they are written.
fn runs(field: &str) -> &'static str {
    if is_number(field) { "ltr" } else { "auto" }
}

fn is_number(field: &str) -> bool {
    matches!(field, "iin" | "rka")
}

fn documents(w: &mut Writer, state: &State) {
    w.lines(
        "h3||paper.documents
         ol.papers",
    );
    for finding in &state.report.findings {
        if let Some(document) = finding.requirement.document()
            && paper_of(finding).is_none_or(|paper| state.listed_as(paper).is_none())
        {
            w.both("li", &|words| paper(words, state, finding, document));
        }
    }
    w.close();
}

/// A document, whose it is, how it is held and how it stands.
fn paper(words: &Words, state: &State, finding: &Finding, document: Document) -> String {
    let name = sentence_of_third_person(words, "document.*", document.id());
    let mut paper = with_whose(words, state, name, finding.person);
    let about = Question { subject: Subject::Document(document), person: finding.person };
    if let Some(also) = brought_for(words, state, finding) {
        paper.extend([" · ", &also]);
    }
    if let Some(certificate) = certificate_alone(words, state, finding) {
        paper = with_whose(words, state, certificate, finding.person);
    } else if let Some(form) = answer_in_words(words, state, about) {
        paper = words.named(&paper, &form);
    }
    paper.extend([" — ", &words.of("status.*", standing(state, finding).id())]);
    paper
}

pub(super) fn questions_to_ask(w: &mut Writer, state: &State) {
    w.lines(
        "div
           h3||paper.questions
           ol",
    );
    for finding in state.report.findings_that(Status::Ask) {
        w.both("li", &|words| about_whom(words, state, ask_of(words, state, finding), finding.person));
    }
    w.close_list();
}

pub(super) fn rules(w: &mut Writer, state: &State, edition: &Edition) {
    w.both("p", &|words| {
        let read = words.with_date("answer.sources_read", edition.sources_read);
        [&words.with_date("answer.edition", edition.from), " ", &read, " ", &reviewed(words, edition)].concat()
    });
    w.both("p", &|words| sources(words, state));
    w.lines("p||answer.read_in_copy");
}

/// Everything that the findings are taken from, act by act: each begins with its name.
fn sources(words: &Words, state: &State) -> String {
    let annexes = annexes(state, None);
    let (mut told, mut last) = (String::new(), None);
    for citation in state.report.sources().iter() {
        let act = citation.act();
        if last != Some(act) {
            told.extend([if last.is_some() { words.mark(Mark::Semicolon) } else { "" }, &words.of("act.*", act.id())]);
            if act == Act::Order267 {
                told.extend([words.mark(Mark::Comma), &which(words, annexes)]);
            }
        }
        let place = place_in(words, citation, annexes);
        if !place.is_empty() {
            told.extend([words.mark(Mark::Comma), &place]);
        }
        last = Some(act);
    }
    told + words.mark(Mark::End)
}

/// Fields typed for printing only: the page keeps them in the form and nowhere else.
fn details(w: &mut Writer, state: &State) {
    w.lines(
        "div.details#details
           h3|paper.details
           p.hint|paper.details.hint",
    );
    for index in 0..state.application.people.len() {
        print_field(w, state, "name", Some(index));
        print_field(w, state, "iin", Some(index));
    }
    print_field(w, state, "address", None);
    print_field(w, state, "rka", None);
    w.close();
}

fn print_field(w: &mut Writer, state: &State, name: &str, person: Option<usize>) {
    let label = with_whose(w.words, state, w.words.of("paper.*", name), person);
    labelled_field(w, label, name, person);
}

/// A field for what is typed for printing, with its label.
pub(super) fn labelled_field(w: &mut Writer, label: String, name: &str, person: Option<usize>) {
    let number = person.map(digits).unwrap_or_default();
    let id = ["paper-", name, &number].concat();
    let wrong = [&id, "-wrong"].concat();
    let digits = is_number(name);
    w.open("p.date");
    w.open("label");
    w.set("for", id.clone());
    w.put(label);
    w.close();
    w.open("input type=text autocomplete=off maxlength=120");
    w.set("id", id);
    w.set("data-type", [name, &number].concat());
    w.set("dir", runs(name));
    if digits {
        w.set("inputmode", "numeric");
        w.set("aria-describedby", wrong.clone());
    }
    w.close();
    if digits {
        w.open("span.wrong hidden");
        w.set("id", wrong);
        w.put(w.words.of("paper.*.wrong", name));
        w.close();
    }
    w.close();
}

/// The sheet for the owner: come along, bring this.
#[inline(never)]
pub(super) fn owner_sheet(w: &mut Writer, state: &State) {
    w.open("div.sheet#owner-sheet");
    sheet_tools(w, Stage::Check);
    w.lines(
        "div.details#details
           p.hint|paper.details.hint",
    );
    print_field(w, state, "address", None);
    w.close();
    w.lines(
        "h2 id=sheet tabindex=-1||paper.owner.heading
         p||paper.owner.come",
    );
    day(w, state);
    typed_number(w, "address", "");
    w.lines(
        "p||paper.owner.bring
         ul
           li||paper.owner.identity
           li||paper.owner.consent
         /
         p||paper.owner.proxy",
    );
    w.both("p", &|words| words.get(if has_several_owners(state) { "paper.owner.several" } else { "paper.owner.why" }));
    w.lines("p||paper.not_a_decision");
    draft(w);
    w.close();
}
