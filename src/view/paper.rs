//! Sheets made for paper: one for the counter, one for the owner; the applicant's language beside the officer's.
//!
//! Knows what was said and the report; what is typed for printing only is never part of the state.

use super::answer::{ask_of, headline, whose};
use super::question::{answer_id, said, scripted};
use super::say;
use super::state::State;
use crate::fact::Fact;
use crate::id::Id;
use crate::node::{Element, element, text};
use crate::report::{Finding, Question, Subject};
use crate::requirement::{Status, in_force};
use crate::words::Words;

/// The buttons above a sheet; they are not printed.
pub(super) fn sheet_tools(words: &Words) -> Element {
    element("div")
        .key("tools")
        .class("tools")
        .child(scripted(words, "paper.print", "print", "primary"))
        .child(scripted(words, "paper.close", "back", "quiet"))
        .child(officers(words))
}

/// The languages of the counter. One of them stands beside the applicant's own.
const OFFICERS: &[(&str, &str, &str)] = &[("kk", "Қазақша", "officer:kk"), ("ru", "Русский", "officer:ru")];

fn officers(words: &Words) -> Element {
    let choices = OFFICERS.iter().map(|(language, name, request)| {
        text("button", (*name).to_owned())
            .class("quiet")
            .with("type", "button")
            .with("lang", language)
            .with("data-script", request)
    });
    element("span")
        .class("officers")
        .with("role", "group")
        .with_made("aria-label", words.get("paper.officer"))
        .child(say(words, "span", "paper.officer"))
        .children(choices)
}

/// A sentence in the applicant's language and, beside it, in the officer's.
pub(super) fn bilingual(words: &Words, officer: Option<&Words>, name: &'static str, id: &str) -> Element {
    both(words, officer, name, &|words| words.get(id))
}

fn both(words: &Words, officer: Option<&Words>, name: &'static str, say: &dyn Fn(&Words) -> String) -> Element {
    let other = officer.filter(|officer| officer.language() != words.language());
    element(name)
        .class("both")
        .child(text("span", say(words)).with_made("lang", words.language().to_owned()))
        .children(other.map(|officer| text("span", say(officer)).with_made("lang", officer.language().to_owned())))
}

/// The sheet for the counter.
pub(super) fn visit_sheet(state: &State, words: &Words, officer: Option<&Words>) -> Element {
    let say = |name, id| bilingual(words, officer, name, id);
    let visit = |words: &Words| words.with_date("paper.visit", state.application.visit_date);
    element("div")
        .key("visit-sheet")
        .class("sheet")
        .child(sheet_tools(words))
        .child(say("h2", "paper.heading").with("id", "sheet").with("tabindex", "-1"))
        .child(details(state, words))
        .child(both(words, officer, "p", &visit))
        .child(both(words, officer, "p", &|words| headline(state, words)))
        .child(say("h3", "paper.people"))
        .child(
            element("ol")
                .children((0..state.application.people.len()).map(|index| person(state, words, officer, index))),
        )
        .child(typed(words, officer, "address", ""))
        .child(typed(words, officer, "rka", ""))
        .child(say("h3", "paper.documents"))
        .child(element("ol").children(papers(state).map(|finding| paper(state, words, officer, finding))))
        .children(asked(state, words, officer))
        .child(say("h3", "paper.rules"))
        .children(rules(state, words, officer))
        .child(say("p", "paper.not_a_decision"))
}

fn papers(state: &State) -> impl Iterator<Item = &Finding> {
    state.report.findings.iter().filter(|finding| finding.requirement.document().is_some())
}

fn person(state: &State, words: &Words, officer: Option<&Words>, index: usize) -> Element {
    let answers = state.answers(Some(index));
    let say = |words: &Words| {
        let facts = [Fact::Status, Fact::Age, Fact::Applicant].into_iter().filter_map(|fact| answers.get(fact));
        let said = facts.map(|answer| {
            let id = answer_id(answer);
            words.find(&[&id, ".of"].concat()).unwrap_or_else(|| words.get(&id))
        });
        said.collect::<Vec<_>>().join("; ")
    };
    let number = index.to_string();
    both(words, officer, "li", &say).children(["name", "iin"].map(|field| typed(words, officer, field, &number)))
}

/// A line for what is typed for printing only; without it the line is not there.
fn typed(words: &Words, officer: Option<&Words>, field: &'static str, number: &str) -> Element {
    let label = both(words, officer, "span", &|words| words.of(&["paper", field]));
    let value = element("strong").class("typed").with_made("data-typed", [field, number].concat());
    element("div").class("typed-line").child(label).child(value)
}

fn paper(state: &State, words: &Words, officer: Option<&Words>, finding: &Finding) -> Element {
    let say = |words: &Words| {
        let Some(document) = finding.requirement.document() else { return String::new() };
        let form = said(state, words, Question { subject: Subject::Document(document), person: finding.person });
        let whose = whose(state, words, finding.person).map(|whose| [" (", &whose, ")"].concat());
        let id = ["document.", document.id()].concat();
        let name = words.find(&[&id, ".of"].concat()).unwrap_or_else(|| words.get(&id));
        let form = form.map(|form| [": ", &form].concat()).unwrap_or_default();
        let status = words.of(&["status", finding.status.id()]);
        [name, whose.unwrap_or_default(), form, " — ".to_owned(), status].concat()
    };
    both(words, officer, "li", &say)
}

fn asked(state: &State, words: &Words, officer: Option<&Words>) -> Vec<Element> {
    let questions = state.report.findings_that(Status::Ask);
    let items: Vec<_> =
        questions.map(|finding| both(words, officer, "li", &|words| ask_of(state, words, finding))).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![bilingual(words, officer, "h3", "paper.questions"), element("ol").children(items)]
}

fn rules(state: &State, words: &Words, officer: Option<&Words>) -> Vec<Element> {
    let Some(edition) = in_force(state.law, state.application.visit_date) else { return Vec::new() };
    let cited: Vec<&str> = {
        let sources = state.report.findings.iter().map(|finding| finding.sources);
        sources.fold(crate::Set::EMPTY, crate::Set::union).iter().map(Id::id).collect()
    };
    let say = |words: &Words| {
        let reviewed = edition
            .reviewed
            .map_or_else(|| words.get("answer.not_reviewed"), |day| words.with_date("answer.reviewed", day));
        let read = words.with_date("answer.sources_read", edition.sources_read);
        [&words.with_date("answer.edition", edition.from), " ", &read, " ", &reviewed].concat()
    };
    vec![both(words, officer, "p", &say), text("p", cited.join(", "))]
}

/// Fields typed for printing only: the page keeps them in the form and nowhere else.
fn details(state: &State, words: &Words) -> Element {
    let people = (0..state.application.people.len()).flat_map(|index| {
        let number = index.to_string();
        [field(words, "name", &number, 60), field(words, "iin", &number, 12)]
    });
    element("div")
        .key("details")
        .class("details")
        .child(say(words, "h3", "paper.details"))
        .child(say(words, "p", "paper.details.hint").class("hint"))
        .children(people)
        .child(field(words, "address", "", 120))
        .child(field(words, "rka", "", 16))
}

fn field(words: &Words, name: &'static str, number: &str, most: usize) -> Element {
    let id = ["paper-", name, number].concat();
    let digits = matches!(name, "iin" | "rka");
    let input = element("input")
        .with_made("id", id.clone())
        .with("type", "text")
        .with("autocomplete", "off")
        .with_made("maxlength", most.to_string())
        .with_made("data-type", [name, number].concat());
    let input = if digits { input.with("inputmode", "numeric") } else { input };
    element("p")
        .class("date")
        .child(text("label", words.of(&["paper", name])).with_made("for", id))
        .child(input)
        .children(digits.then(|| text("span", words.of(&["paper", name, "wrong"])).class("wrong").with("hidden", "")))
}

/// The sheet for the owner: come along, bring this.
pub(super) fn owner_sheet(words: &Words, officer: Option<&Words>) -> Element {
    let say = |name, id| bilingual(words, officer, name, id);
    element("div")
        .key("owner-sheet")
        .class("sheet")
        .child(sheet_tools(words))
        .child(say("h2", "paper.owner.heading").with("id", "sheet").with("tabindex", "-1"))
        .child(say("p", "paper.owner.come"))
        .child(say("p", "paper.owner.bring"))
        .child(element("ul").child(say("li", "paper.owner.identity")).child(say("li", "paper.owner.consent")))
        .child(say("p", "paper.owner.why"))
        .child(say("p", "paper.not_a_decision"))
}
