//! What a code tells, for the officer or helper who opened it: what was said, the answer computed anew, and what differs.
//!
//! Knows reports and words, and not how a code is written. Nothing can be done here: it is read, and the papers are looked at.

use time::Date;

use super::answer::{about_whom, counters, headline, named};
use super::bag::{self, brought_for};
use super::question::{answer_in_words, question_in_words};
use super::sheets::{answered, applied_for, day, questions_to_ask, rules};
use super::state::{State, paper_of};
use super::visit::spoken_at;
use crate::decide::check::check;
use crate::decide::report::{Finding, Question, Report, Subject};
use crate::facts::application::Application;
use crate::facts::fact::Fact;
use crate::facts::id::Id;
use crate::page::node::Element;
use crate::page::words::{Mark, Words};
use crate::page::writer::Writer;

/// What was seen when the code was made, beside what is seen now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// The same report.
    Same,
    /// This other one: the law has another edition since.
    Another(Report),
    /// Another one that cannot be had any more: a rule was corrected since.
    Corrected,
}

/// What the code of this application told, which was answered under the edition that began on this day.
#[must_use]
pub fn told(state: &State, edition: Option<Date>, seen: &Seen, words: &Words) -> Vec<Element> {
    let words = spoken_at(state, words);
    let mut w = Writer::new(&words);
    w.lines(
        "section.sheet#told
           h2 id=told tabindex=-1|code.told",
    );
    day(&mut w, state);
    match edition {
        Some(day) => w.text("p", words.with_date("code.told.edition", day)),
        None => w.say("p", "code.told.no_edition"),
    }
    w.text("p", applied_for(&words, state));
    people(&mut w, state);
    now(&mut w, state);
    differences(&mut w, state, seen);
    today(&mut w, state);
    w.say("h3", "paper.rules");
    if let Some(edition) = state.edition() {
        rules(&mut w, state, edition);
    }
    w.close();
    w.elements()
}

/// Why something is no code: the sentence with this id, and what is filled into it.
#[must_use]
pub fn fault_in_words(words: &Words, id: &str, gaps: &[(&str, String)]) -> String {
    gaps.iter().fold(words.of("code.wrong.*", id), |sentence, (name, value)| words.fill(&sentence, name, value))
}

fn people(w: &mut Writer, state: &State) {
    w.lines(
        "h3|paper.people
         ol",
    );
    for person in &state.application.people {
        w.text("li", answered(w.words, person.answers, Fact::PERSON));
    }
    w.close();
}

/// The answer: what to do, whoever belongs elsewhere, how everything stands, what is open.
fn now(w: &mut Writer, state: &State) {
    w.say("h3", "code.now");
    w.text("p.headline", headline(w.words, state));
    w.say("p", "paper.not_a_decision");
    if !state.report.counters.is_empty() {
        w.text("p", counters(w.words, state));
    }
    for elsewhere in &state.report.elsewhere {
        let why = w.words.of("elsewhere.*", elsewhere.reason.id());
        w.text("p", about_whom(w.words, state, why, Some(elsewhere.person)));
    }
    w.open("ol");
    for finding in &state.report.findings {
        // What is another paper as well stands there.
        if paper_of(finding).is_none_or(|paper| state.listed_as(paper).is_none()) {
            w.text("li", standing(w.words, state, finding));
        }
    }
    w.close();
    questions_to_ask(w, state);
    open(w, state);
}

/// A requirement, how its document is held, and how it stands.
fn standing(words: &Words, state: &State, finding: &Finding) -> String {
    let mut standing = named(words, state, finding.requirement, finding.person);
    if let Some(also) = brought_for(words, state, finding) {
        standing.extend([" · ", &also]);
    }
    let question = finding.requirement.document().map(Subject::Document);
    let question = question.map(|subject| Question { subject, person: finding.person });
    if let Some(held) = question.and_then(|question| answer_in_words(words, state, question)) {
        standing.extend([words.mark(Mark::Colon), &held]);
    }
    standing.extend([" — ", &words.of("status.*", bag::standing(state, finding).id())]);
    standing
}

fn open(w: &mut Writer, state: &State) {
    w.lines(
        "div
           h3|code.unanswered
           ul",
    );
    for question in &state.report.unanswered {
        // A document's stand among the requirements already.
        if matches!(question.subject, Subject::Fact(_)) {
            let name = question_in_words(w.words, state, *question);
            w.text("li", about_whom(w.words, state, name, question.person));
        }
    }
    w.close_list();
}

/// What is said otherwise than when the code was made.
fn differences(w: &mut Writer, state: &State, seen: &Seen) {
    match seen {
        Seen::Same => w.say("p", "code.same"),
        Seen::Corrected => {
            w.say("h3", "code.differs");
            w.say("p", "code.differs.corrected");
        }
        Seen::Another(then) => {
            w.say("h3", "code.differs");
            list(w, differing(w.words, "code.differs.then", state, then, &state.report));
        }
    }
}

/// What would be said to whoever comes today, where that is not the day of the visit.
fn today(w: &mut Writer, state: &State) {
    let visit_date = state.today;
    if visit_date == state.application.visit_date {
        return;
    }
    w.text("h3", w.words.with_date("code.today", visit_date));
    let today = check(state.law, &Application { visit_date, ..state.application.clone() });
    let lines = differing(w.words, "code.today.then", state, &state.report, &today);
    if lines.is_empty() {
        w.say("p", "code.today.same");
    }
    list(w, lines);
}

fn list(w: &mut Writer, lines: Vec<String>) {
    w.lines(
        "div
           ul",
    );
    for line in lines {
        w.text("li", line);
    }
    w.close_list();
}

/// One line for the answer, if it differs, and one for each requirement that stands otherwise.
fn differing(words: &Words, id: &str, state: &State, then: &Report, now: &Report) -> Vec<String> {
    let verdict = |report: &Report| {
        let mut answered = state.clone();
        answered.report = report.clone();
        headline(words, &answered)
    };
    let mut compared = vec![(words.get("code.verdict"), verdict(then), verdict(now))];
    let is_gone = |of: &&Finding| {
        now.findings.iter().all(|other| (other.requirement, other.person) != (of.requirement, of.person))
    };
    for of in now.findings.iter().chain(then.findings.iter().filter(is_gone)) {
        let name = named(words, state, of.requirement, of.person);
        compared.push((name, status_in(words, then, of), status_in(words, now, of)));
    }
    compared.retain(|(_, before, after)| before != after);
    let line = |(what, before, after): (String, String, String)| {
        words.fill(&words.fill(&words.with(id, "what", &what), "then", &before), "now", &after)
    };
    compared.into_iter().map(line).collect()
}

/// How a requirement stands in a report.
fn status_in(words: &Words, report: &Report, of: &Finding) -> String {
    let mut findings = report.findings.iter();
    let found = findings.find(|other| (other.requirement, other.person) == (of.requirement, of.person));
    found.map_or_else(|| words.get("code.differs.unasked"), |found| words.of("status.*", found.status.id()))
}
