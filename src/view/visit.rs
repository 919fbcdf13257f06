//! The whole element as the applicant sees it: the bar above, and the part that is in front of them.
//!
//! Knows which part is shown when, not what stands in it.

use super::answer::{answer, headline};
use super::appeal::{appeal, complaint};
use super::paper::{owner_sheet, visit_sheet};
use super::question::{button, card, date_input, id_of, is_fact, labelled, part, part_id};
use super::say;
use super::start::start;
use super::state::{Action, Stage, State};
use crate::node::{Element, element, text};
use crate::report::Question;
use crate::words::{Words, fill};

/// The languages, each by its own name.
const LANGUAGES: &[(&str, &str)] = &[("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")];

/// The element's content. `officer` is the wording of the counter's language, once it is loaded.
#[must_use]
pub fn visit(state: &State, words: &Words, officer: Option<&Words>) -> Vec<Element> {
    let part = match state.stage {
        Stage::Start => start(state, words),
        Stage::Check => checked(state, words),
        Stage::VisitSheet => visit_sheet(state, words, officer),
        Stage::OwnerSheet => owner_sheet(words, officer),
        Stage::Appeal => appeal(state, words),
        Stage::Complaint => complaint(words, officer),
    };
    let mut elements = vec![bar(state, words)];
    elements.extend(idle(state, words));
    elements.push(element("div").key("part").class("part").child(part));
    elements.push(foot(state, words));
    elements
}

fn bar(state: &State, words: &Words) -> Element {
    let languages =
        element("div").class("languages").with("role", "group").with_made("aria-label", words.get("page.languages"));
    let languages = languages.children(languages_of(words));
    let title = say(words, "h1", "page.title");
    let bar = element("header").key("bar").class("bar").child(title).child(languages);
    let bar = if state.stage == Stage::Start { bar } else { bar.child(date(state, words)) };
    bar.child(button(words, "tools.clear", &Action::Clear, "quiet").key("clear"))
}

/// Asks whether somebody is still there, before everything is cleared.
fn idle(state: &State, words: &Words) -> Option<Element> {
    state.idle.then(|| {
        element("div")
            .key("idle")
            .class("idle")
            .with("role", "alert")
            .child(say(words, "p", "tools.idle"))
            .child(button(words, "tools.idle.stay", &Action::Idle(false), "primary"))
    })
}

/// What is kept and what is not.
fn foot(state: &State, words: &Words) -> Element {
    let tick = element("input")
        .with("type", "checkbox")
        .with("id", "keep")
        .with("autocomplete", "off")
        .with_made("data-action", Action::Keep(true).name())
        .with_if(state.keep, "checked");
    let label = say(words, "label", "tools.keep").with("for", "keep");
    let hint = if state.keep { "tools.kept" } else { "tools.keep.hint" };
    element("footer")
        .key("foot")
        .class("foot")
        .child(say(words, "h2", "privacy.heading"))
        .child(say(words, "p", "privacy.text"))
        .child(element("p").class("keep").child(tick).child(label))
        .child(text("p", words.with_date(hint, state.expiry())).class("hint"))
}

fn languages_of(words: &Words) -> impl Iterator<Item = Element> {
    LANGUAGES.iter().map(|(tag, name)| {
        let pressed = if words.language() == *tag { "true" } else { "false" };
        text("button", (*name).to_owned())
            .key(tag)
            .with("type", "button")
            .with("lang", tag)
            .with("data-script", tag)
            .with("aria-pressed", pressed)
    })
}

fn date(state: &State, words: &Words) -> Element {
    let day = state.application.visit_date;
    element("p")
        .key("date")
        .class("date")
        .child(say(words, "label", "date.label").with("for", "visit-date"))
        .child(
            date_input("visit-date".to_owned(), Some(day), &Action::VisitDate(day))
                .with("aria-describedby", "visit-date-hint"),
        )
        .child(say(words, "span", "date.hint").class("hint").with("id", "visit-date-hint"))
}

/// The questions and the answer, in view of each other where there is room.
fn checked(state: &State, words: &Words) -> Element {
    let at_answer = state.current.is_none();
    let class = if at_answer { "check at-answer" } else { "check at-question" };
    element("div")
        .key("check")
        .class(class)
        .child(questions(state, words))
        .child(element("div").key("answer").class("answer").child(glance(state, words)).children(answer(state, words)))
}

/// The verdict so far in one line, which leads to the answer; shown while questions stand in front of it.
fn glance(state: &State, words: &Words) -> Element {
    let open = state.report.unanswered.len();
    let label = [headline(state, words), " · ".into(), words.with_number("question.left", open)].concat();
    element("p").key("glance").class("glance").child(labelled(label, &Action::SeeAnswer, "quiet"))
}

fn questions(state: &State, words: &Words) -> Element {
    let mut questions = element("div").key("questions").class("questions");
    let mut last = String::new();
    for question in shown(state) {
        let part = part_id(question);
        if part != last {
            questions = questions.child(part_heading(state, words, question));
        }
        last = part;
        questions = questions.child(card(state, words, question));
    }
    questions.child(add_person(words))
}

/// The questions in view: all that are asked; documents once every fact is said, or known not to be known yet.
fn shown(state: &State) -> Vec<Question> {
    let settled = |question: &Question| state.is_answered(*question) || state.unknown.contains(question);
    let asked = state.asked();
    let facts_are_settled = asked.iter().filter(|question| is_fact(**question)).all(settled);
    let is_shown = |question: &Question| {
        is_fact(*question) || facts_are_settled || settled(question) || state.current == Some(*question)
    };
    asked.into_iter().filter(is_shown).collect()
}

fn part_heading(state: &State, words: &Words, question: Question) -> Element {
    let id = part_id(question);
    let is_current = state.current.is_some_and(|current| part_id(current) == id);
    let heading = text("h2", part(state, words, question)).with_made("id", id.clone());
    let removable = question.person.filter(|_| is_fact(question) && state.application.people.len() > 1);
    let remove = removable.map(|person| {
        let label = words.with_number("people.remove", person + 1);
        labelled(label, &Action::RemovePerson(person), "quiet")
    });
    let class = if is_current { "part current" } else { "part" };
    element("div").key_made(id).class(class).child(heading).children(remove)
}

fn add_person(words: &Words) -> Element {
    element("div").key("add").class("add").child(say(words, "p", "people.hint").class("hint")).child(button(
        words,
        "people.add",
        &Action::AddPerson,
        "quiet",
    ))
}

/// The one sentence that is announced when the answer changes.
#[must_use]
pub fn announcement(state: &State, words: &Words) -> String {
    if state.stage == Stage::Start {
        return if state.is_cleared { words.get("tools.cleared") } else { String::new() };
    }
    let sentence = words.with_number("answer.announce", state.report.unanswered.len());
    fill(&sentence, "headline", &headline(state, words))
}

/// The id of the heading that comes into focus when another part is shown.
#[must_use]
pub fn focus_id(state: &State) -> String {
    match (state.stage, state.current) {
        (Stage::Start, _) => "start".to_owned(),
        (Stage::Check, Some(question)) => id_of(question),
        (Stage::Check, None) => "answer".to_owned(),
        (Stage::VisitSheet | Stage::OwnerSheet | Stage::Complaint, _) => "sheet".to_owned(),
        (Stage::Appeal, _) => "appeal".to_owned(),
    }
}
