//! The whole element as the applicant sees it: the bar above, and the part that is in front of them.
//!
//! Knows which part is shown when, not what stands in it.

use super::answer::{headline, remove, said_so_far, write_answer};
use super::appeal::{appeal, complaint};
use super::consent::consent_form;
use super::question::{
    button, can_be_asked, date_input, id_of, is_fact, labelled_button, languages, left, part_id, part_title,
    question_card, script_button,
};
use super::sheets::{owner_sheet, visit_sheet};
use super::state::{Action, Fate, Stage, State};
use crate::decide::report::{Procedure, Question};
use crate::facts::fact::Fact;
use crate::page::node::Element;
use crate::page::words::{Mark, Words, unmarked};
use crate::page::writer::Writer;

/// The element's content. `officer` is the wording of the counter's language, once it is loaded.
#[must_use]
pub fn visit(state: &State, words: &Words, officer: Option<&Words>) -> Vec<Element> {
    // What stands at the beginning is for everybody.
    let spoken = |words| if state.stage == Stage::Start { Words::clone(words) } else { spoken_at(state, words) };
    let (words, officer) = (spoken(words), officer.map(spoken));
    let mut w = Writer::new(&words).beside(officer.as_ref());
    top_bar(&mut w);
    // Their words come behind the first question.
    if state.idle && words.find("tools.idle").is_some() {
        idle(&mut w);
    }
    if state.can_undo() && words.find("tools.undo").is_some() {
        undo(&mut w);
    }
    w.open("div.part#part");
    match state.stage {
        Stage::Start => super::start::start(&mut w, state),
        Stage::Check => checked(&mut w, state),
        _ if lacks_words_of_paper(state, &words) => {}
        Stage::VisitSheet => visit_sheet(&mut w, state),
        Stage::OwnerSheet => owner_sheet(&mut w, state),
        Stage::ConsentForm => consent_form(&mut w, state),
        Stage::Appeal => appeal(&mut w, state),
        Stage::Complaint => complaint(&mut w),
    }
    w.close();
    // Their words come behind the first question.
    if words.find("answer.why").is_some() {
        if state.stage != Stage::Start {
            date(&mut w, state);
        }
        foot(&mut w, state);
    }
    w.elements()
}

/// Whether a sheet or what follows a refusal is asked for, whose words, and what writes it, come with the first of them.
pub(crate) fn lacks_words_of_paper(state: &State, words: &Words) -> bool {
    !matches!(state.stage, Stage::Start | Stage::Check) && words.find("paper.close").is_none()
}

/// The words for where these people go: refugees and asylum seekers are accounted by the police, a mixed family goes to both counters.
pub(super) fn spoken_at(state: &State, words: &Words) -> Words {
    let procedures = state.may_apply_for(|_, person| person.answers.get(Fact::Status).is_some());
    words.variant(match (procedures.contains(Procedure::Accounting), procedures.only()) {
        (true, Some(_)) => ".police",
        (true, None) => ".both",
        _ => "",
    })
}

fn top_bar(w: &mut Writer) {
    w.lines(
        "header.bar#bar
           h1|page.title
           div.languages role=group",
    );
    w.set("aria-label", w.words.get("page.languages"));
    languages(w, "button type=button translate=no dir=auto", "languages", "", w.words.language());
    w.close();
    w.close();
}

fn date(w: &mut Writer, state: &State) {
    let day = state.application.visit_date;
    w.lines(
        "p.date#date
           label for=visit-date|date.label",
    );
    date_input(w, "visit-date".to_owned(), "visit-date-hint".to_owned(), Some(day));
    w.set("data-action", Action::VisitDate(day).name());
    w.lines(
        "/
           span.hint id=visit-date-hint|date.hint",
    );
    if state.current.is_none() && state.stage == Stage::Check {
        w.text("b", verdict(state, w.words));
    }
    w.close();
}

/// Asks whether somebody is still there, before everything is cleared.
fn idle(w: &mut Writer) {
    w.lines(
        "div.idle#idle role=alert
           p|tools.idle",
    );
    button(w, "tools.idle.stay", &Action::Idle(false), "primary");
    w.close();
}

/// What was cleared can be had back; said by the region that announces, too.
fn undo(w: &mut Writer) {
    w.lines(
        "div.undo#undo
           p|tools.undo.hint",
    );
    button(w, "tools.undo", &Action::Undo, "primary");
    w.close();
}

/// What is kept and what is not, and where everything is cleared: away from what is tapped on the way.
fn foot(w: &mut Writer, state: &State) {
    w.lines(
        "footer.foot#foot
           h2|privacy.heading
           p|privacy.text
           p.keep
             input type=checkbox id=keep autocomplete=off",
    );
    w.set("data-action", Action::Keep(true).name());
    if state.keep {
        w.set("checked", "");
    }
    w.lines(
        "/
             label for=keep|tools.keep
           /",
    );
    let hint = if state.keep { "tools.kept" } else { "tools.keep.hint" };
    w.text("p.hint", w.words.with_date(hint, state.expiry()));
    button(w, "tools.clear", &Action::Clear, "quiet");
    w.close();
}

/// The questions and the answer, in view of each other where there is room.
fn checked(w: &mut Writer, state: &State) {
    let at_answer = state.current.is_none();
    progress(w, state);
    w.open("div#check");
    w.set("class", if at_answer { "check at-answer" } else { "check at-question" });
    questions(w, state);
    w.open("div.answer#answer");
    if w.words.find("answer.why").is_some() {
        verdict_at_a_glance(w, state);
        write_answer(w, state);
    }
    w.close();
    w.close();
}

/// The verdict so far in one line, which leads to the answer; shown while questions stand in front of it.
fn verdict_at_a_glance(w: &mut Writer, state: &State) {
    w.open("p.glance#glance");
    labelled_button(w, verdict(state, w.words), &Action::SeeAnswer, "quiet");
    w.close();
}

/// The question in front, and under it what was said so far; nothing once the answer is.
fn questions(w: &mut Writer, state: &State) {
    let Some(question) = state.current else { return };
    w.open("div.questions#questions");
    if can_be_asked(w.words, question) {
        write_part_heading(w, state, question);
        question_card(w, state, question);
    } else {
        w.say("p.hint#wait", "tools.load.failed");
        script_button(w, "question.back", "back");
    }
    if w.words.find("answer.why").is_some() {
        said_so_far(w, state);
    }
    w.close();
}

/// The parts of the way, by name: which lie behind, and where one is.
fn progress(w: &mut Writer, state: &State) {
    const PARTS: [&str; 4] = ["progress.person", "progress.home", "progress.papers", "progress.answer"];
    let here = match state.current {
        Some(question) if !is_fact(question) => 2,
        Some(question) => usize::from(question.person.is_none()),
        None => 3,
    };
    w.open("ol.progress#progress");
    w.set("aria-label", w.words.get("progress"));
    for (index, part) in PARTS.iter().enumerate() {
        w.open("li");
        if index == here {
            w.set("aria-current", "step");
        } else if index < here {
            w.set("class", "behind");
        }
        w.put(w.words.get(part));
        w.close();
    }
    w.close();
}

fn write_part_heading(w: &mut Writer, state: &State, question: Question) {
    w.open("div.part#part");
    w.open("h2");
    w.set("id", part_id(question));
    w.put(part_title(w.words, state, question));
    w.close();
    if let Some(more) = w.words.find("question.more") {
        w.open("details.more#more");
        w.text("summary", more);
        w.close();
    }
    if let Some(person) = question.person
        && is_fact(question)
        && state.application.people.len() > 1
    {
        remove(w, person);
    }
    w.close();
}

/// The one sentence that is announced when the answer changes: the headline, and how many questions are left, if any. What was
/// cleared or came back is announced as such, and that it can be had back.
#[must_use]
pub fn announcement(state: &State, words: &Words) -> String {
    let words = &spoken_at(state, words);
    let said = match state.fate {
        Fate::Cleared | Fate::Wiped => words.find("tools.cleared").unwrap_or_default(),
        Fate::Returned => words.find("tools.undone").unwrap_or_default(),
        _ if state.stage == Stage::Start || words.find("answer.why").is_none() => String::new(),
        _ => verdict(state, words),
    };
    let is_offered = matches!(state.fate, Fate::Cleared | Fate::Lessened);
    match words.find("tools.undo.hint").filter(|_| is_offered) {
        Some(hint) => unmarked(&[&said, " ", &hint].concat()),
        None => unmarked(&said),
    }
}

fn verdict(state: &State, words: &Words) -> String {
    match left(words, state) {
        None => headline(words, state),
        Some(left) => [&headline(words, state), words.mark(Mark::Stop), &*left].concat(),
    }
}

/// The id of the heading that comes into focus when another part is shown.
#[must_use]
pub fn focus_id(state: &State) -> String {
    match (state.stage, state.current) {
        (Stage::Start, _) => "start".to_owned(),
        (Stage::Check, Some(question)) => id_of(question),
        (Stage::Check, None) => "answer".to_owned(),
        (Stage::VisitSheet | Stage::OwnerSheet | Stage::ConsentForm | Stage::Complaint, _) => "sheet".to_owned(),
        (Stage::Appeal, _) => "appeal".to_owned(),
    }
}
