//! The answers as a line of ids, to be kept on the device, and back.
//!
//! Knows where nothing is kept: that is the page's. A line that was written by another version loses what it cannot read.

use super::state::{Action, State};
use crate::document::Document;
use crate::fact::Fact;

/// The line: one action after another.
#[must_use]
pub fn kept(state: &State) -> String {
    let people = state.application.people.len();
    let mut actions: Vec<Action> = (1..people).map(|_| Action::AddPerson).collect();
    for person in std::iter::once(None).chain((0..people).map(Some)) {
        actions.extend(said(state, person));
    }
    actions.extend(state.same_paper.map(Action::SamePaper));
    let dated = |action: &Action| match action {
        Action::ValidUntil(.., Some(day)) => [&action.name(), "=", &crate::day::write_date(*day)].concat(),
        _ => action.name(),
    };
    actions.iter().map(dated).collect::<Vec<_>>().join(" ")
}

fn said(state: &State, person: Option<usize>) -> Vec<Action> {
    let (facts, documents) = match person {
        None => (Fact::APPLICATION, Document::APPLICATION),
        Some(_) => (Fact::PERSON, Document::PERSON),
    };
    let answers = facts.iter().filter_map(|fact| state.answers(person).get(*fact));
    let answers = answers.map(|answer| Action::Answer(person, answer));
    let held = documents.iter().flat_map(|document| {
        let held = state.held(person, *document);
        let form = held.form.map(|form| Action::Hold(person, *document, form));
        let day = held.valid_until.map(|day| Action::ValidUntil(person, *document, Some(day)));
        form.into_iter().chain(day)
    });
    answers.chain(held).collect()
}

/// The state after what was kept.
#[must_use]
pub fn restored(state: &State, kept: &str) -> State {
    let mut restored = State::new(state.law, state.today, state.application.visit_date);
    for action in kept.split_whitespace() {
        let (name, day) = action.split_once('=').unwrap_or((action, ""));
        if let Some(action) = Action::named(name, day) {
            restored.apply(&action);
        }
    }
    State::of(state.law, state.today, restored.application).with_same_paper(restored.same_paper)
}
