//! The beginning: what this is, what it is not, how long it takes, and the place of the list of papers.
//!
//! Knows nothing of what was said.

use super::edition::draft;
use super::question::{button, script_button};
use super::state::{Action, Stage, State};
use crate::page::writer::Writer;

/// The part shown before the first question.
pub(super) fn start(w: &mut Writer, state: &State) {
    let resumed = state.application.people.iter().any(|person| person.answers != crate::Answers::UNKNOWN);
    let begin = if resumed { "start.resume" } else { "start.button" };
    w.lines(
        "div.start#start
           h2 id=start tabindex=-1|page.lead
           p|page.who",
    );
    // What begins stands before what explains: on a small phone it would lie below the first screen.
    w.open("p.next");
    button(w, begin, &Action::Go(Stage::Check), "primary");
    w.close();
    draft(w);
    w.lines(
        "p|start.not
         p|start.time
         p|start.private
         p.next",
    );
    script_button(w, "start.print", "print");
    button(w, "answer.refused", &Action::Go(Stage::Appeal), "quiet");
    w.lines(
        "/
         details.papers open
           summary|list.heading",
    );
    // The list stands in the page: no browser has to make it.
    w.lines("slot name=list\n/");
    w.close();
    w.close();
}
