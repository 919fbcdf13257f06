//! The beginning: what this is, what it is not, how long it takes, and every paper that may be asked for.
//!
//! Knows nothing of what was said.

use super::list::list;
use super::question::{button, scripted};
use super::say;
use super::state::{Action, Stage, State};
use crate::node::{Element, element, text};
use crate::words::Words;

/// The part shown before the first question.
pub(super) fn start(state: &State, words: &Words) -> Element {
    let resumed = state.application.people.iter().any(|person| person.answers != crate::Answers::UNKNOWN);
    let begin = if resumed { "start.resume" } else { "start.button" };
    let said = ["page.who", "start.not", "start.time", "start.private"].map(|id| text("p", words.get(id)));
    element("div")
        .key("start")
        .class("start")
        .child(say(words, "h2", "page.lead").with("id", "start").with("tabindex", "-1"))
        .children(said)
        .child(
            element("p")
                .class("next")
                .child(button(words, begin, &Action::Go(Stage::Check), "primary"))
                .child(scripted(words, "start.print", "print", "quiet")),
        )
        .child(
            element("details")
                .class("papers")
                .with("open", "")
                .child(say(words, "summary", "list.heading"))
                .children(list(state.law, words)),
        )
}
