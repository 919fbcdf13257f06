//! The whole element as the applicant sees it: the bar above, and the part that is in front of them.
//!
//! Knows which part is shown when, not what stands in it.

use super::answer::{headline, remove, write_answer};
use super::appeal::{appeal, complaint};
use super::paper::{owner_sheet, visit_sheet};
use super::question::{button, card, date_input, id_of, is_fact, labelled, language, part, part_id};
use super::state::{Action, Fate, Stage, State};
use crate::decide::report::Question;
use crate::page::node::Element;
use crate::page::words::{Words, fill};
use crate::page::writer::Writer;

/// The languages, each by its own name.
const LANGUAGES: &[(&str, &str)] = &[("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")];

/// The element's content. `officer` is the wording of the counter's language, once it is loaded.
#[must_use]
pub fn visit(state: &State, words: &Words, officer: Option<&Words>) -> Vec<Element> {
    let mut w = Writer::new(words).beside(officer);
    bar(&mut w, state);
    if state.idle {
        idle(&mut w);
    }
    if state.can_undo() {
        undo(&mut w);
    }
    w.open("div.part#part");
    match state.stage {
        Stage::Start => super::start::start(&mut w, state),
        Stage::Check => checked(&mut w, state),
        Stage::VisitSheet => visit_sheet(&mut w, state),
        Stage::OwnerSheet => owner_sheet(&mut w, state),
        Stage::Appeal => appeal(&mut w, state),
        Stage::Complaint => complaint(&mut w),
    }
    w.close();
    foot(&mut w, state);
    w.elements()
}

fn bar(w: &mut Writer, state: &State) {
    w.lines(
        "header.bar#bar
           h1|page.title
           div.languages role=group",
    );
    w.set("aria-label", w.words.get("page.languages"));
    languages(w);
    w.close();
    if state.stage != Stage::Start {
        date(w, state);
    }
    w.close();
}

fn languages(w: &mut Writer) {
    for named in LANGUAGES {
        language(w, "button type=button", *named, named.0.to_owned(), w.words.language());
    }
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
           span.hint id=visit-date-hint|date.hint
         /",
    );
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
    w.open("div#check");
    w.set("class", if at_answer { "check at-answer" } else { "check at-question" });
    questions(w, state);
    w.open("div.answer#answer");
    glance(w, state);
    write_answer(w, state);
    w.close();
    w.close();
}

/// The verdict so far in one line, which leads to the answer; shown while questions stand in front of it.
fn glance(w: &mut Writer, state: &State) {
    w.open("p.glance#glance");
    labelled(w, verdict(state, w.words), &Action::SeeAnswer, "quiet");
    w.close();
}

fn questions(w: &mut Writer, state: &State) {
    w.open("div.questions#questions");
    let mut last = String::new();
    for question in shown(state) {
        let part = part_id(question);
        if part != last {
            part_heading(w, state, question);
        }
        last = part;
        card(w, state, question);
    }
    w.lines(
        "div.add#add
           p.hint|people.hint",
    );
    button(w, "people.add", &Action::AddPerson, "quiet");
    w.close();
    w.close();
}

/// The questions in view: all that are asked; documents once every fact is said, or known not to be known yet.
fn shown(state: &State) -> Vec<Question> {
    let settled = |question: &Question| state.is_settled(*question);
    let mut shown = state.asked();
    let facts_are_settled = shown.iter().all(|question| !is_fact(*question) || settled(question));
    shown.retain(|question| {
        is_fact(*question) || facts_are_settled || settled(question) || state.current == Some(*question)
    });
    shown
}

fn part_heading(w: &mut Writer, state: &State, question: Question) {
    let id = part_id(question);
    let is_current = state.current.is_some_and(|current| part_id(current) == id);
    w.open("div");
    w.key(id.clone());
    w.set("class", if is_current { "part current" } else { "part" });
    w.open("h2");
    w.set("id", id);
    w.put(part(w.words, state, question));
    w.close();
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
    let said = match state.fate {
        Fate::Cleared | Fate::Wiped => words.get("tools.cleared"),
        Fate::Returned => words.get("tools.undone"),
        _ if state.stage == Stage::Start => String::new(),
        _ => verdict(state, words),
    };
    let is_offered = matches!(state.fate, Fate::Cleared | Fate::Lessened);
    if is_offered { [&said, " ", &words.get("tools.undo.hint")].concat() } else { said }
}

fn verdict(state: &State, words: &Words) -> String {
    match state.report.unanswered.len() {
        0 => headline(words, state),
        left => fill(&words.with_number("answer.announce", left), "headline", &headline(words, state)),
    }
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
