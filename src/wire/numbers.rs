//! The report as numbers, which `src/browser/report.js` makes a plain object of: texts that cross one by one are what costs.
//!
//! Knows the shapes of rules.md, section 6, as [`super::encode`] does, and that script's reading of them. A test holds the object to be
//! what that encodes, key by key.

use time::Date;

use crate::decide::report::{Counter, Finding, Fix, Procedure, Question, Reason, Remedy, Report, Subject, Verdict};
use crate::facts::day::write_date;
use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::Id;
use crate::law::EDITIONS;
use crate::law::citation::Citation;
use crate::law::outcome::{Basis, Status};
use crate::law::requirement::Requirement;

/// What the numbers mean: a line for each list with its ids in their order, then a line for each edition with its days.
///
/// ```
/// let meaning = tirkeu::wire::meaning();
/// assert!(meaning.starts_with("complete ask incomplete not_this_service undecided not_covered\npermanent temporary accounting\n"));
/// assert!(meaning.ends_with("2025-11-30 2026-11-25"));
/// ```
#[must_use]
pub fn meaning() -> String {
    let mut meaning = [
        Verdict::IDS,
        Procedure::IDS,
        Counter::IDS,
        Reason::IDS,
        Requirement::IDS,
        Status::IDS,
        Basis::IDS,
        Form::IDS,
        Citation::IDS,
        Fact::IDS,
        Document::IDS,
        Answer::IDS,
    ]
    .join("\n");
    for edition in EDITIONS {
        meaning.extend(["\n", &write_date(edition.from), " ", &write_date(edition.sources_read)]);
        if let Some(reviewed) = edition.reviewed {
            meaning.extend([" ", &write_date(reviewed)]);
        }
    }
    meaning
}

/// The report as numbers. What may be absent is 0 then, and else counted from 1; a set is its bits.
#[must_use]
pub fn numbers(report: &Report) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(128);
    numbers.extend([
        report.verdict.index(),
        report.decided.map_or(0, |decided| edition(decided.edition)),
        u32::from(report.stale),
        report.upcoming.map_or(0, |upcoming| edition(upcoming.edition)),
        report.upcoming.map_or(0, |upcoming| upcoming.verdict.index()),
        report.procedures.bits(),
        report.counters.bits(),
    ]);
    add_each(&mut numbers, &report.elsewhere, |numbers, elsewhere| {
        numbers.extend([place(Some(elsewhere.person)), elsewhere.reason.index()]);
    });
    add_each(&mut numbers, &report.findings, add_finding);
    add_each(&mut numbers, &report.unanswered, add_question);
    add_each(&mut numbers, &report.fix, add_fix);
    numbers
}

fn edition(from: Date) -> u32 {
    (1..).zip(EDITIONS).find(|(_, edition)| edition.from == from).map_or(0, |(place, _)| place)
}

#[expect(clippy::cast_possible_truncation, reason = "at most 1,000 people")]
fn place(person: Option<usize>) -> u32 {
    person.map_or(0, |person| person as u32 + 1)
}

#[expect(clippy::cast_possible_truncation, reason = "as many as there are people and requirements, at most")]
fn add_each<T>(numbers: &mut Vec<u32>, each: &[T], mut add: impl FnMut(&mut Vec<u32>, &T)) {
    numbers.push(each.len() as u32);
    for one in each {
        add(numbers, one);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the lower and the upper half")]
fn add_finding(numbers: &mut Vec<u32>, finding: &Finding) {
    let sources = finding.sources.bits();
    numbers.extend([
        finding.requirement.index(),
        place(finding.person),
        finding.status.index(),
        finding.basis.map_or(0, |basis| basis.index() + 1),
        finding.accepts.map_or(0, |forms| forms.bits() + 1),
        sources as u32,
        (sources >> 32) as u32,
    ]);
}

fn add_question(numbers: &mut Vec<u32>, question: &Question) {
    let (kind, index) = match question.subject {
        Subject::Fact(fact) => (0, fact.index()),
        Subject::Document(document) => (1, document.index()),
    };
    numbers.extend([kind, index, place(question.person)]);
}

fn add_fix(numbers: &mut Vec<u32>, fix: &Fix) {
    numbers.extend([fix.requirement.index(), place(fix.person)]);
    match &fix.remedy {
        Remedy::Bring(forms) => numbers.extend([0, forms.bits()]),
        Remedy::OwnerPresent(answers) => numbers.extend([1, answers.bits()]),
        Remedy::ApplyAs(candidates) => {
            numbers.push(2);
            add_each(numbers, candidates, |numbers, candidate| {
                numbers.push(candidate.applicant.index());
                add_each(numbers, &candidate.needs, |numbers, document| numbers.push(document.index()));
            });
        }
    }
}
