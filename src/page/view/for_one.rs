//! What a report says of one of the people, in short sentences: for a table with a row for each.
//!
//! Knows the report and the words; decides nothing. Speaks of somebody else, whoever reads it.

use super::answer::{about_whom, ask_of, with_whose};
use super::bag::is_soon;
use super::question::{answer_id, forms_in_words, sentence_of_third_person};
use super::state::State;
use super::visit::spoken_at;
use crate::decide::report::{Fix, Remedy, Report, Subject, Verdict};
use crate::facts::document::Document;
use crate::facts::id::Id;
use crate::law::outcome::Status;
use crate::law::requirement::Requirement;
use crate::page::words::{Mark, Words, join};

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForOne {
    /// The verdict on the application, in words.
    pub result: String,
    /// What to do, a sentence each.
    pub to_do: Vec<String>,
    /// What to ask the counter, a sentence each.
    pub to_ask: Vec<String>,
}

/// What the report of this state says of the person at this place.
#[must_use]
pub fn for_one(state: &State, words: &Words, person: usize) -> ForOne {
    let words = &spoken_at(state, words);
    let is_theirs = |of: Option<usize>| of.is_none_or(|of| of == person);
    let report = &state.report;
    let fixes = report.fix.iter().filter(|fix| is_theirs(fix.person)).map(|fix| mend(words, report, fix));
    let elsewhere = report.elsewhere.iter().map(|elsewhere| {
        let sentence = words.of("elsewhere.*", elsewhere.reason.id());
        about_whom(words, state, sentence, Some(elsewhere.person))
    });
    let mut to_do: Vec<String> = elsewhere.chain(fixes).collect();
    to_do.extend(open(words, state, Some(person)));
    if to_do.is_empty() && matches!(report.verdict, Verdict::Incomplete | Verdict::Undecided | Verdict::NotCovered) {
        to_do.push(words.of("roll.told.*", report.verdict.id()));
    }
    to_do.extend(ending_soon(words, state, Some(person)));
    let asks = report.findings_that(Status::Ask).filter(|finding| is_theirs(finding.person));
    let to_ask = asks.map(|finding| ask_of(words, state, finding)).collect();
    ForOne { result: words.of("roll.result.*", report.verdict.id()), to_do, to_ask }
}

/// What mends a finding. Where the remedy alone would ask for what they hold already, it says first what is wrong with that.
fn mend(words: &Words, report: &Report, fix: &Fix) -> String {
    let is_past = report
        .findings_that(Status::Expired)
        .any(|finding| (finding.requirement, finding.person) == (fix.requirement, fix.person));
    let named = requirement_name(words, fix.requirement);
    let what = match &fix.remedy {
        Remedy::Bring(forms) => {
            let forms = fix.requirement.document().map(|document| forms_in_words(words, document, *forms));
            words.with("answer.fix.bring", "forms", &forms.unwrap_or_default())
        }
        Remedy::OwnerPresent(answers) => {
            let answers: Vec<String> = answers.iter().map(|answer| words.of("answer.*", &answer_id(answer))).collect();
            words.with("answer.fix.owner_present", "answers", &words.any_of(&answers))
        }
        Remedy::ApplyAs(candidates) => {
            let may_apply = |answer| sentence_of_third_person(words, "answer.*", &answer_id(answer));
            let who: Vec<String> = candidates.iter().map(|candidate| may_apply(candidate.applicant)).collect();
            words.with("roll.told.apply_as", "value", &words.any_of(&who))
        }
    };
    let past = [&*words.of("status.*", Status::Expired.id()), ". "].concat();
    words.named(&named, &if is_past { past + &what } else { what })
}

/// What a requirement is called, as spoken of about somebody else.
#[must_use]
pub fn requirement_name(words: &Words, requirement: Requirement) -> String {
    match requirement.document() {
        Some(document) => document_of(words, document),
        None => words.of("requirement.*", requirement.id()),
    }
}

fn document_of(words: &Words, document: Document) -> String {
    sentence_of_third_person(words, "document.*", document.id())
}

/// The papers of this person and of the application that count and end soon after the visit; without a person, those of everybody.
pub(super) fn ending_soon(words: &Words, state: &State, person: Option<usize>) -> Vec<String> {
    let mut told = Vec::new();
    for finding in state.report.findings_that(Status::Satisfied).filter(|finding| is_of(finding.person, person)) {
        let Some(document) = finding.requirement.document() else { continue };
        let end = state.held(finding.person, document).valid_until.filter(|day| is_soon(state, *day));
        let name = || for_whom(words, state, document_of(words, document), finding.person, person);
        told.extend(end.map(|day| words.named(&name(), &words.with_date("bag.ends_soon", day))));
    }
    told
}

/// A name, with whose it is, where more than this person is spoken of.
fn for_whom(words: &Words, state: &State, name: String, of: Option<usize>, person: Option<usize>) -> String {
    if person.is_some() { name } else { with_whose(words, state, name, of) }
}

/// Whether something is of this person or of the application; without a person, everything is.
fn is_of(of: Option<usize>, person: Option<usize>) -> bool {
    of.is_none() || person.is_none() || of == person
}

/// What is not said yet of this person, or of the application; without a person, of everybody.
pub(super) fn open(words: &Words, state: &State, person: Option<usize>) -> Option<String> {
    let theirs = state.report.unanswered.iter().filter(|question| is_of(question.person, person));
    let names: Vec<String> = theirs
        .map(|question| {
            let name = match question.subject {
                Subject::Fact(fact) => words.of("fact.*.name", fact.id()),
                Subject::Document(document) => document_of(words, document),
            };
            for_whom(words, state, name, question.person, person)
        })
        .collect();
    (!names.is_empty()).then(|| words.with("roll.told.open", "value", &join(&names, words.mark(Mark::Semicolon))))
}
