//! After a refusal: until when one can complain, how, and the complaint to fill in by hand.
//!
//! Knows the appeal's terms and the words, and nothing of the application.

use super::paper::{bilingual, sheet_tools};
use super::question::{button, date_input, scripted};
use super::say;
use super::state::{Action, Stage, State};
use crate::id::Id;
use crate::law::APPEAL;
use crate::node::{Element, element, text};
use crate::step::{Step, Term};
use crate::words::Words;

/// The part about a refusal.
pub(super) fn appeal(state: &State, words: &Words) -> Element {
    let last_day = state.refused_on.and_then(crate::appeal::appeal);
    let last_day =
        last_day.map(|appeal| text("h3", words.with_date("appeal.complain_by", appeal.complain_by)).key("last"));
    let day = element("p")
        .key("day")
        .class("date")
        .child(say(words, "label", "appeal.refused_on").with("for", "refused-on"))
        .child(date_input("refused-on".to_owned(), state.refused_on, &Action::RefusedOn(None)));
    element("div")
        .key("appeal")
        .class("appeal")
        .child(say(words, "h2", "appeal.heading").with("id", "appeal").with("tabindex", "-1"))
        .child(say(words, "p", "appeal.lead"))
        .child(day)
        .children(last_day)
        .child(element("ol").key("steps").children(APPEAL.iter().map(|step| step_of(words, *step))))
        .child(say(words, "p", "appeal.where"))
        .child(button(words, "appeal.print", &Action::Go(Stage::Complaint), "secondary"))
        .child(scripted(words, "paper.close", "back", "quiet"))
}

fn step_of(words: &Words, step: Step) -> Element {
    let within = step.within.map(|term| match term {
        Term::Months(months) => words.with_number("appeal.months", months.into()),
        Term::WorkingDays(days) => words.with_number("appeal.working_days", days.into()),
    });
    let sources = step.sources.iter().map(|citation| {
        let sentence = [citation.id(), " ", &words.of(&["source", citation.id()])].concat();
        text("li", sentence)
    });
    let why = element("details").class("why").child(say(words, "summary", "answer.why"));
    element("li")
        .child(text("span", words.of(&["appeal", step.step.id()])))
        .children(within.map(|within| text("p", within)))
        .child(why.child(text("p", words.of(&["basis", step.basis.id()]))).child(element("ul").children(sources)))
}

/// The complaint, in the language of the counter and in the applicant's, with blanks to fill in by hand.
pub(super) fn complaint(words: &Words, officer: Option<&Words>) -> Element {
    let lines = ["to", "from", "body", "reason", "disagree", "ask", "enclosed", "date", "signature"];
    let blanks = |id: &str| match id {
        "to" | "from" | "body" | "reason" => 2,
        "disagree" => 4,
        "date" | "signature" => 1,
        _ => 0,
    };
    let lines = lines.map(|id| {
        let line = element("div").class("line").child(bilingual(words, officer, "p", &["complaint.", id].concat()));
        line.children((0..blanks(id)).map(|_| element("div").class("blank")))
    });
    element("div")
        .key("complaint")
        .class("sheet complaint")
        .child(sheet_tools(words))
        .child(bilingual(words, officer, "h2", "complaint.heading").with("id", "sheet").with("tabindex", "-1"))
        .children(lines)
}
