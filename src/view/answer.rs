//! The answer: the next act, what to mend, what to ask, what is ready, and what all of it rests on.
//!
//! Knows the report and the words; decides nothing.

use super::list::{not_decided, rests_on};
use super::question::{answer_id, button, id_of, labelled, listed, name, said, spoken};
use super::say;
use super::state::{Action, Stage, State};
use crate::document::Document;
use crate::fact::{Answer, Fact};
use crate::id::{Id, Set};
use crate::law::FIRST_DAY;
use crate::node::{Element, element, text};
use crate::report::{Finding, Fix, Question, Remedy, Verdict};
use crate::requirement::{Citation, Requirement, Status, in_force};
use crate::words::{Words, fill};

/// The headline: the next act.
pub(super) fn headline(state: &State, words: &Words) -> String {
    verdict_headline(state, words, state.report.verdict)
}

fn verdict_headline(state: &State, words: &Words, verdict: Verdict) -> String {
    words.with_date(&["verdict.", verdict.id()].concat(), state.law.first().map_or(FIRST_DAY, |first| first.from))
}

/// The whole answer.
#[must_use]
pub fn answer(state: &State, words: &Words) -> Vec<Element> {
    let parts = [
        Some(verdict(state, words)),
        elsewhere(state, words),
        fixes(state, words),
        questions(state, words),
        ready(state, words),
        open(state, words),
        said_so_far(state, words),
        not_needed(state, words),
        counter(state, words),
        undecided(state, words),
        rests(state, words),
        Some(next(state, words)),
    ];
    parts.into_iter().flatten().collect()
}

fn section(key: &'static str, heading: String) -> Element {
    element("section").key(key).class(key).child(text("h3", heading))
}

fn verdict(state: &State, words: &Words) -> Element {
    let id = state.report.verdict.id();
    let is_past = state.application.visit_date < state.today;
    let past = is_past.then(|| text("p", words.with_date("date.past", state.application.visit_date)).class("past"));
    element("section")
        .key("verdict")
        .with_made("class", ["verdict ", id].concat())
        .children(stale(state, words))
        .children(past)
        .child(text("h2", headline(state, words)).key("headline").with("id", "answer").with("tabindex", "-1"))
        .child(text("p", words.of(&["verdict", id, "why"])))
        .children(upcoming(state, words))
        .children(procedures(state, words))
        .child(say(words, "p", "verdict.not_a_decision").class("not-a-decision"))
}

/// The warning that the rules may have changed since their sources were read; it stands before everything else.
fn stale(state: &State, words: &Words) -> Option<Element> {
    let decided = state.report.decided.filter(|_| state.report.stale)?;
    Some(text("p", words.with_date("answer.stale", decided.sources_read)).class("stale"))
}

fn upcoming(state: &State, words: &Words) -> Option<Element> {
    let upcoming = state.report.upcoming?;
    let sentence = words.with_date("answer.upcoming", upcoming.edition);
    let (now, then) = (headline(state, words), verdict_headline(state, words, upcoming.verdict));
    let sentence = fill(&fill(&sentence, "now", &now), "then", &then);
    Some(text("p", sentence).class("upcoming"))
}

fn procedures(state: &State, words: &Words) -> Option<Element> {
    let named = state.report.procedures.iter().map(|procedure| words.of(&["procedure", procedure.id()]));
    let list = words.all_of(named);
    (!list.is_empty()).then(|| text("p", words.with("answer.procedures", "procedures", &list)).class("procedures"))
}

fn elsewhere(state: &State, words: &Words) -> Option<Element> {
    let several = state.application.people.len() > 1;
    let items = state.report.elsewhere.iter().map(|elsewhere| {
        let number = elsewhere.person + 1;
        let who = several.then(|| [words.with_number("part.person", number), ": ".into()].concat());
        let who = [who.unwrap_or_default(), words.get(&[&answer_id(elsewhere.status), ".name"].concat())].concat();
        let without = several.then(|| {
            let label = words.with_number("answer.elsewhere.without", number);
            labelled(label, &Action::RemovePerson(elsewhere.person), "secondary")
        });
        element("li")
            .child(text("strong", who))
            .child(text("p", words.of(&["elsewhere", elsewhere.status.id()])))
            .children(without)
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty())
        .then(|| section("elsewhere", words.get("answer.elsewhere")).child(element("ul").children(items)))
}

/// Whom a finding is about, where there are several people.
pub(super) fn whose(state: &State, words: &Words, person: Option<usize>) -> Option<String> {
    let person = person.filter(|_| state.application.people.len() > 1)?;
    Some(words.with_number("part.person", person + 1))
}

/// The name of a requirement, with whose it is.
fn named(state: &State, words: &Words, requirement: Requirement, person: Option<usize>) -> String {
    let name = match requirement.document() {
        Some(document) => spoken(state, words, &["document.", document.id()].concat()),
        None => words.of(&["requirement", requirement.id()]),
    };
    match whose(state, words, person) {
        Some(whose) => [&name, " (", &whose, ")"].concat(),
        None => name,
    }
}

fn fixes(state: &State, words: &Words) -> Option<Element> {
    let fix = &state.report.fix;
    let section = section("fix", words.get("answer.fix"));
    if fix.is_empty() {
        let is_open = state.report.verdict == Verdict::Incomplete;
        return is_open.then(|| section.child(say(words, "p", "answer.fix.answer_on")));
    }
    Some(section.child(element("ol").children(fix.iter().map(|fix| mend(state, words, fix)))))
}

fn mend(state: &State, words: &Words, fix: &Fix) -> Element {
    let mut findings = state.report.findings.iter();
    let finding = findings.find(|finding| finding.requirement == fix.requirement && finding.person == fix.person);
    let status = finding.filter(|finding| finding.status.fails()).map(|finding| finding.status);
    let item = element("li")
        .child(text("strong", named(state, words, fix.requirement, fix.person)))
        .children(status.map(|status| text("span", words.of(&["status", status.id()])).class("status")));
    let item = match &fix.remedy {
        Remedy::Bring(forms) => bring(words, item, fix.requirement, *forms),
        Remedy::ApplyAs { applicants, needs } => apply_as(state, words, item, applicants, needs),
    };
    item.children(finding.map(|finding| why(state, words, finding))).child(change_finding(
        state,
        words,
        fix.requirement,
        fix.person,
    ))
}

fn bring(words: &Words, item: Element, requirement: Requirement, forms: Set<crate::Form>) -> Element {
    let Some(document) = requirement.document() else { return item };
    item.child(text("p", words.with("answer.fix.bring", "forms", &listed(words, document, forms))))
        .child(text("p", words.of(&["document", document.id(), "get"])))
}

fn apply_as(state: &State, words: &Words, item: Element, applicants: &[Answer], needs: &[Document]) -> Element {
    let applicants = words.any_of(applicants.iter().map(|applicant| spoken(state, words, &answer_id(*applicant))));
    let needs = words.all_of(needs.iter().map(|document| words.of(&["document", document.id()])));
    let item = item
        .child(say(words, "p", "requirement.right_to_apply.not_entitled"))
        .child(text("p", words.with("requirement.right_to_apply.apply_as", "applicants", &applicants)));
    if needs.is_empty() {
        return item;
    }
    item.child(text("p", words.with("requirement.right_to_apply.needs", "documents", &needs)))
}

/// The button that changes what a finding rests on.
fn change_finding(state: &State, words: &Words, requirement: Requirement, person: Option<usize>) -> Element {
    let subject = match requirement.document() {
        Some(document) => crate::Subject::Document(document),
        None => crate::Subject::Fact(Fact::Applicant),
    };
    change(state, words, Question { subject, person })
}

fn change(state: &State, words: &Words, question: Question) -> Element {
    let about = name(state, words, question);
    let about = whose(state, words, question.person).map_or(about.clone(), |whose| [&about, ", ", &whose].concat());
    let label = words.with("question.change.of", "question", &about);
    button(words, "question.change", &Action::Change(question), "change").with_made("aria-label", label)
}

/// The sources of a finding, one click away; read out, the link says of what.
fn why(state: &State, words: &Words, finding: &Finding) -> Element {
    let of = named(state, words, finding.requirement, finding.person);
    let label = [&words.get("answer.why"), ": ", &*of].concat();
    let basis = finding.basis.map(|basis| text("p", words.of(&["basis", basis.id()])));
    element("details")
        .class("why")
        .child(say(words, "summary", "answer.why").with_made("aria-label", label))
        .children(basis)
        .child(cited(words, finding.sources))
}

fn cited(words: &Words, sources: Set<Citation>) -> Element {
    element("ul").children(sources.iter().map(|citation| {
        element("li")
            .child(text("cite", citation.id().to_owned()))
            .text(" ".to_owned())
            .text(words.of(&["source", citation.id()]))
    }))
}

fn questions(state: &State, words: &Words) -> Option<Element> {
    let items: Vec<_> =
        state.report.findings_that(Status::Ask).map(|finding| question(state, words, finding)).collect();
    (!items.is_empty()).then(|| section("ask", words.get("answer.ask")).child(element("ol").children(items)))
}

/// What to ask the counter about a finding.
pub(super) fn ask_of(state: &State, words: &Words, finding: &Finding) -> String {
    let age = finding.person.and_then(|person| state.answers(Some(person)).get(Fact::Age));
    let id = ["requirement.", finding.requirement.id(), ".ask"].concat();
    let at_14 = if age == Some(Answer::Aged14To15) { words.find(&[&id, ".14_15"].concat()) } else { None };
    at_14.unwrap_or_else(|| words.get(&id))
}

fn question(state: &State, words: &Words, finding: &Finding) -> Element {
    element("li")
        .child(text("strong", named(state, words, finding.requirement, finding.person)))
        .child(text("p", ask_of(state, words, finding)))
        .child(why(state, words, finding))
}

fn ready(state: &State, words: &Words) -> Option<Element> {
    let items: Vec<_> =
        state.report.findings_that(Status::Satisfied).map(|finding| is_ready(state, words, finding)).collect();
    (!items.is_empty()).then(|| section("ready", words.get("answer.ready")).child(element("ul").children(items)))
}

fn is_ready(state: &State, words: &Words, finding: &Finding) -> Element {
    let document = finding.requirement.document();
    let name = match document {
        Some(_) => named(state, words, finding.requirement, finding.person),
        None => words.of(&["requirement", finding.requirement.id(), "satisfied"]),
    };
    let form = document.and_then(|document| {
        said(state, words, Question { subject: crate::Subject::Document(document), person: finding.person })
    });
    let undated = document
        .filter(|document| document.has_valid_until() && state.held(finding.person, *document).valid_until.is_none());
    element("li")
        .child(text("span", name))
        .children(form.map(|form| text("span", [": ", &form].concat())))
        .children(undated.map(|_| say(words, "p", "answer.ready.look").class("hint")))
        .child(why(state, words, finding))
}

/// What is still open, in the order of asking.
fn open(state: &State, words: &Words) -> Option<Element> {
    let items: Vec<_> = state.report.unanswered.iter().map(|question| row(state, words, *question)).collect();
    (!items.is_empty()).then(|| section("open", words.get("answer.open")).child(element("ul").children(items)))
}

fn row(state: &State, words: &Words, question: Question) -> Element {
    let about = name(state, words, question);
    let about =
        whose(state, words, question.person).map_or(about.clone(), |whose| [&about, " (", &whose, ")"].concat());
    let said = said(state, words, question).unwrap_or_else(|| words.get("question.open"));
    element("li")
        .key_made(id_of(question))
        .child(text("span", [&about, ": "].concat()))
        .child(text("span", said).class("said"))
        .child(change(state, words, question))
}

/// What was said, every answer to be changed from here.
fn said_so_far(state: &State, words: &Words) -> Option<Element> {
    let answered = state.asked().into_iter().filter(|question| state.is_answered(*question));
    let items: Vec<_> = answered.map(|question| row(state, words, question)).collect();
    (!items.is_empty()).then(|| {
        section("said-so-far", words.get("part.answers")).child(element("ul").children(items)).child(button(
            words,
            "people.add",
            &Action::AddPerson,
            "quiet",
        ))
    })
}

fn is_decided(state: &State) -> bool {
    matches!(state.report.verdict, Verdict::Complete | Verdict::Ask | Verdict::Incomplete)
}

fn not_needed(state: &State, words: &Words) -> Option<Element> {
    is_decided(state).then(|| {
        let ids = ["identity", "title", "others"];
        let items = ids.map(|id| text("li", words.of(&["answer.not_needed", id])));
        let own = state.answers(None).get(Fact::Residence) == Some(Answer::Own);
        section("not-needed", words.get("answer.not_needed"))
            .child(element("ul").children(items).children(own.then(|| say(words, "li", "answer.own_home"))))
    })
}

fn counter(state: &State, words: &Words) -> Option<Element> {
    is_decided(state).then(|| {
        section("counter", words.get("answer.counter")).child(say(words, "p", "answer.counter.check")).child(say(
            words,
            "p",
            "answer.counter.after",
        ))
    })
}

fn undecided(state: &State, words: &Words) -> Option<Element> {
    is_decided(state).then(|| section("undecided", words.get("answer.undecided")).child(not_decided(words)))
}

fn rests(state: &State, words: &Words) -> Option<Element> {
    let edition = in_force(state.law, state.application.visit_date)?;
    let cited_by_all =
        Citation::set(&[Citation::S1e, Citation::S1f, Citation::S1g, Citation::S1i, Citation::S1j, Citation::S2]);
    let sources = state.report.findings.iter().map(|finding| finding.sources).fold(cited_by_all, Set::union);
    let details = element("details").class("why").child(say(words, "summary", "answer.why"));
    let details = details.child(text("p", words.of(&["source", "S1"]))).child(cited(words, sources));
    Some(section("rests", words.get("answer.rests_on")).children(rests_on(words, edition)).child(details))
}

/// What can be done from here.
fn next(state: &State, words: &Words) -> Element {
    let residence = state.answers(None).get(Fact::Residence);
    let owner = matches!(residence, Some(Answer::OtherOwner | Answer::CoOwned));
    let mut next = element("p").key("next").class("next");
    if is_decided(state) {
        next = next.child(button(words, "tools.print", &Action::Go(Stage::VisitSheet), "secondary"));
    }
    if owner {
        next = next.child(button(words, "tools.print.owner", &Action::Go(Stage::OwnerSheet), "secondary"));
    }
    next.child(button(words, "answer.refused", &Action::Go(Stage::Appeal), "secondary"))
}
