//! One question as the applicant sees it: what is asked, what each answer means, what is accepted.
//!
//! Knows how a question is shown, not whether it is asked.

use super::say;
use super::state::{Action, State, subject_id};
use crate::document::{Document, Form};
use crate::fact::{Answer, Of};
use crate::id::{Id, Set};
use crate::node::{Element, element, text};
use crate::report::{Finding, Forms, Question, Subject};
use crate::words::Words;

/// The question as a card, with its answers as buttons.
pub(super) fn card(state: &State, words: &Words, question: Question) -> Element {
    let id = id_of(question);
    let progress = if state.current == Some(question) {
        "current"
    } else if state.is_answered(question) || state.unknown.contains(&question) {
        "done"
    } else {
        "waiting"
    };
    let heading = text("h3", title(state, words, question)).with_made("id", id.clone()).with("tabindex", "-1");
    let card = element("section").key_made(id.clone()).with_made("class", ["question ", progress].concat());
    let card = card
        .with_made("aria-labelledby", [&part_id(question), " ", &id].concat())
        .child(heading)
        .children(hints(state, words, question));
    let choices = element("div").key("choices").class("choices").with("role", "group").with_made("aria-labelledby", id);
    card.child(choices.children(choices_of(state, words, question)))
        .child(element("p").key("back").class("back").child(scripted(words, "question.back", "back", "quiet")))
}

/// The id of a question in the page.
pub(super) fn id_of(question: Question) -> String {
    let person = question.person.map(|person| person.to_string()).unwrap_or_default();
    ["q", &person, "-", subject_id(question.subject)].concat()
}

/// A button with this sentence that does this.
pub(super) fn button(words: &Words, id: &str, action: &Action, class: &'static str) -> Element {
    labelled(words.get(id), action, class)
}

/// A button with this sentence that asks the element's script for something only it can do.
pub(super) fn scripted(words: &Words, id: &str, request: &'static str, class: &'static str) -> Element {
    text("button", words.get(id)).with("type", "button").class(class).with("data-script", request)
}

/// A button with this label that does this.
pub(super) fn labelled(label: String, action: &Action, class: &'static str) -> Element {
    text("button", label).with("type", "button").class(class).with_made("data-action", action.name())
}

/// What is asked, of "you" alone or of "this person" among several.
pub(super) fn title(state: &State, words: &Words, question: Question) -> String {
    let id = match question.subject {
        Subject::Fact(fact) => ["fact.", fact.id()].concat(),
        Subject::Document(document) => ["document.", document.id(), ".question"].concat(),
    };
    spoken(state, words, &id)
}

/// The sentence as spoken to one person about themselves, or about one of several.
pub(super) fn spoken(state: &State, words: &Words, id: &str) -> String {
    let of_several = if state.application.people.len() > 1 { words.find(&[id, ".of"].concat()) } else { None };
    of_several.unwrap_or_else(|| words.get(id))
}

fn hints(state: &State, words: &Words, question: Question) -> Vec<Element> {
    match question.subject {
        Subject::Fact(fact) => {
            let hint = words.find(&["fact.", fact.id(), ".hint"].concat());
            hint.map(|hint| text("p", hint).key("hint").class("hint")).into_iter().collect()
        }
        Subject::Document(document) => document_hints(state, words, question, document),
    }
}

fn document_hints(state: &State, words: &Words, question: Question, document: Document) -> Vec<Element> {
    let mut hints = vec![text("p", words.of(&["document", document.id(), "what"])).key("hint").class("hint")];
    hints.extend(forms_of(state, question).into_iter().flat_map(|forms| accepted(words, document, forms)));
    if document.has_valid_until() {
        hints.push(valid_until(state, words, question, document));
    }
    hints
}

/// What each form of the document that a question asks about leads to.
fn forms_of(state: &State, question: Question) -> Option<Forms> {
    let Subject::Document(document) = question.subject else { return None };
    let mut findings = state.report.findings.iter().zip(&state.forms);
    let of = |finding: &Finding| finding.person == question.person && finding.requirement.document() == Some(document);
    *findings.find(|(finding, _)| of(finding))?.1
}

/// Which forms count, which are to be asked about, which do not count.
pub(super) fn accepted(words: &Words, document: Document, forms: Forms) -> Vec<Element> {
    let held = Form::set(&[Form::Original, Form::Electronic, Form::Copy]);
    let of = [("form.accepts", forms.satisfy), ("form.asks", forms.ask), ("form.refuses", forms.fail)];
    let said = of.into_iter().map(|(id, forms)| (id, forms.intersection(held))).filter(|(_, forms)| !forms.is_empty());
    said.map(|(id, forms)| text("p", words.with(id, "forms", &listed(words, document, forms))).key(id).class("forms"))
        .collect()
}

/// These forms of a document, in one list.
pub(super) fn listed(words: &Words, document: Document, forms: Set<Form>) -> String {
    words.any_of(forms.iter().map(|form| form_of(words, "form.list.", document, form)))
}

/// The name of a form; a consent and a paper without a card have electronic forms of their own.
fn form_of(words: &Words, prefix: &str, document: Document, form: Form) -> String {
    let id = [prefix, form.id()].concat();
    let kind = match document {
        Document::OwnerConsent => ".consent",
        Document::InstitutionRequest | Document::ProofOfAuthority | Document::PowerOfAttorney => ".paper",
        _ => "",
    };
    words.find(&[&id, kind].concat()).unwrap_or_else(|| words.get(&id))
}

fn valid_until(state: &State, words: &Words, question: Question, document: Document) -> Element {
    let action = Action::ValidUntil(question.person, document, None);
    let day = state.held(question.person, document).valid_until;
    let id = [&id_of(question), "-until"].concat();
    let hint = [&id, "-hint"].concat();
    element("p")
        .key("until")
        .class("date")
        .child(say(words, "label", "question.valid_until").with_made("for", id.clone()))
        .child(date_input(id.clone(), day, &action).with_made("aria-describedby", hint.clone()))
        .child(say(words, "span", "question.valid_until.hint").class("hint").with_made("id", hint))
}

/// A field for a day.
pub(super) fn date_input(id: String, day: Option<time::Date>, action: &Action) -> Element {
    element("input")
        .with("type", "date")
        .with_made("id", id)
        .with("autocomplete", "off")
        .with("min", "2000-01-01")
        .with("max", "2100-12-31")
        .with_made("data-action", action.name())
        .with_made("value", day.map(crate::day::write_date).unwrap_or_default())
}

fn choices_of(state: &State, words: &Words, question: Question) -> Vec<Element> {
    let mut choices = match question.subject {
        Subject::Fact(fact) => {
            let answers = fact.answers();
            answers.iter().map(|answer| answer_choice(state, words, question, answer)).collect::<Vec<_>>()
        }
        Subject::Document(document) => forms(state, words, question, document),
    };
    let pressed = state.unknown.contains(&question);
    choices.push(choice(
        "unknown".to_owned(),
        words.get("question.unknown"),
        None,
        &Action::Unknown(question),
        pressed,
    ));
    choices
}

fn answer_choice(state: &State, words: &Words, question: Question, answer: Answer) -> Element {
    let id = answer_id(answer);
    let what = words.find(&[&id, ".what"].concat());
    let pressed = state.answers(question.person).given().contains(answer);
    choice(answer.id().to_owned(), spoken(state, words, &id), what, &Action::Answer(question.person, answer), pressed)
}

/// The id of an answer's sentence.
pub(super) fn answer_id(answer: Answer) -> String {
    ["answer.", answer.fact().id(), ".", answer.id()].concat()
}

fn forms(state: &State, words: &Words, question: Question, document: Document) -> Vec<Element> {
    let held = state.held(question.person, document).form;
    let same = if document == Document::RepresentativeIdentity { state.same_paper } else { None };
    let mut choices = same_papers(state, words, document);
    choices.extend(Form::ALL.iter().map(|form| {
        let label = form_of(words, "form.", document, *form);
        let pressed = held == Some(*form) && same.is_none();
        choice(form.id().to_owned(), label, None, &Action::Hold(question.person, document, *form), pressed)
    }));
    choices
}

/// A representative who is registered too shows the same paper: offered, for each person who may be the one.
fn same_papers(state: &State, words: &Words, document: Document) -> Vec<Element> {
    if document != Document::RepresentativeIdentity {
        return Vec::new();
    }
    let offer = |index: usize| {
        let label = words.with_number("question.same_paper", index + 1);
        choice(label.clone(), label, None, &Action::SamePaper(index), state.same_paper == Some(index))
    };
    state.representatives().into_iter().map(offer).collect()
}

fn choice(key: String, label: String, what: Option<String>, action: &Action, pressed: bool) -> Element {
    element("button")
        .key_made(key)
        .with("type", "button")
        .class("choice")
        .with("aria-pressed", if pressed { "true" } else { "false" })
        .with_made("data-action", action.name())
        .child(text("span", label).class("label"))
        .children(what.map(|what| text("span", what).class("what")))
}

/// What was said to a question, in words; none while nothing was.
pub(super) fn said(state: &State, words: &Words, question: Question) -> Option<String> {
    if state.unknown.contains(&question) {
        return Some(words.get("question.unknown"));
    }
    match question.subject {
        Subject::Fact(fact) => {
            let answer = state.answers(question.person).get(fact)?;
            Some(spoken(state, words, &answer_id(answer)))
        }
        Subject::Document(document) => {
            let held = state.held(question.person, document);
            let form = form_of(words, "form.", document, held.form?);
            Some(held.valid_until.map_or(form.clone(), |day| [&form, ", ", &words.date(day)].concat()))
        }
    }
}

/// The short name of what a question asks about.
pub(super) fn name(state: &State, words: &Words, question: Question) -> String {
    match question.subject {
        Subject::Fact(fact) => words.of(&["fact", fact.id(), "name"]),
        Subject::Document(document) if document.of() == Of::Person => {
            spoken(state, words, &["document.", document.id()].concat())
        }
        Subject::Document(document) => words.of(&["document", document.id()]),
    }
}

/// Whether a question is about facts, not about documents.
pub(super) fn is_fact(question: Question) -> bool {
    matches!(question.subject, Subject::Fact(_))
}

/// The heading above a question: whose it is.
pub(super) fn part(state: &State, words: &Words, question: Question) -> String {
    let several = state.application.people.len() > 1;
    match (question.subject, question.person) {
        (Subject::Fact(_), Some(person)) if several => words.with_number("part.person", person + 1),
        (Subject::Fact(_), Some(_)) => words.get("part.you"),
        (Subject::Document(_), Some(person)) if several => words.with_number("part.documents.of", person + 1),
        (Subject::Fact(_), None) => words.get("part.application"),
        (Subject::Document(_), _) => words.get("part.documents"),
    }
}

/// The id of that heading.
pub(super) fn part_id(question: Question) -> String {
    let of = question.person.map(|person| person.to_string()).unwrap_or_default();
    [if is_fact(question) { "part-f" } else { "part-d" }, &of].concat()
}
