//! The answers as a line of ids, to be kept on the device, and back.
//!
//! Knows where nothing is kept: that is the page's. A line that was written by another version loses what it cannot read.

use super::state::{Action, State};
use crate::facts::document::Document;
use crate::facts::id::Id;
use crate::page::words::parts;

/// The line: one action after another.
#[must_use]
pub fn kept_line(state: &State) -> String {
    let people = state.application.people.len();
    let mut line = String::new();
    for _ in 1..people {
        add(&mut line, &Action::AddPerson);
    }
    add_said(&mut line, state, None);
    for person in 0..people {
        add_said(&mut line, state, Some(person));
    }
    if let Some(person) = state.same_paper {
        add(&mut line, &Action::SamePaper(person));
    }
    for person in &state.same_certificate {
        add(&mut line, &Action::SameCertificate(*person));
    }
    line
}

fn add_said(line: &mut String, state: &State, person: Option<usize>) {
    for answer in state.answers(person).given().iter() {
        add(line, &Action::Answer(person, answer));
    }
    for document in Document::ALL {
        let held = state.held(person, *document);
        if let Some(form) = held.form {
            add(line, &Action::Hold(person, *document, Some(form)));
        }
        if let Some(day) = held.valid_until {
            add(line, &Action::ValidUntil(person, *document, None));
            line.extend(["=", &crate::facts::day::write_date(day)]);
        }
    }
}

fn add(line: &mut String, action: &Action) {
    let between = if line.is_empty() { "" } else { " " };
    line.extend([between, &action.name()]);
}

/// The state after what was kept.
#[must_use]
pub fn state_of_line(state: &State, kept: &str) -> State {
    let mut restored = State::new(state.law, state.today, state.application.visit_date);
    for action in parts(kept, b' ') {
        let (name, day) = action.split_once('=').unwrap_or((action, ""));
        if let Some(action) = Action::named(name, day) {
            restored.record(&action);
        }
    }
    State::of(state.law, state.today, restored.application.clone()).with_same_papers_as(restored)
}
