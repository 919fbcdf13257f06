//! The line that is never crossed: what a finding may rest on, and what follows from that.

use tirkeu::prove::profile::{asked_papers, folded_answers, folded_ways, holding};
use tirkeu::{Application, Basis, Finding, Report, Status, Verdict, check, law};

use crate::tally::law;

/// Calls `visit` with the report on every combination of answers, with each paper that is asked for in each way.
pub(crate) fn every_report(mut visit: impl FnMut(&Application, &Report)) -> u64 {
    let mut profiles = 0;
    let mut add = |application: &Application| {
        profiles += 1;
        visit(application, &check(law::EDITIONS, application));
    };
    for edition in law::EDITIONS {
        for application in folded_answers(edition.from) {
            add(&application);
            for document in asked_papers(law::EDITIONS, &application) {
                for held in folded_ways(document, edition.from) {
                    add(&holding(&application, document, held));
                }
            }
        }
    }
    profiles
}

#[test]
fn only_what_is_stated_or_general_fails_and_unclear_never_satisfies() {
    law("only what is stated or general fails, and what is unclear never satisfies", || {
        every_report(|_, report| {
            report.findings.iter().for_each(keeps_the_line);
            let fails = report.findings.iter().any(|finding| finding.status.fails());
            assert!(!fails || matches!(report.verdict, Verdict::Incomplete | Verdict::Undecided), "{report:#?}");
            let asks = report.findings.iter().any(|finding| finding.status == Status::Ask);
            assert!(!asks || report.verdict != Verdict::Complete, "{report:#?}");
        })
    });
}

fn keeps_the_line(finding: &Finding) {
    let fits = match (finding.status, finding.basis) {
        (Status::Unanswered, basis) => basis.is_none(),
        (Status::Satisfied, basis) => matches!(basis, Some(Basis::Stated | Basis::Reported)),
        (Status::Ask, basis) => matches!(basis, Some(Basis::Unclear | Basis::Reported)),
        (Status::Expired, basis) => basis == Some(Basis::General),
        (Status::Missing | Status::FormNotAccepted | Status::NotEntitled, basis) => basis == Some(Basis::Stated),
    };
    assert!(fits, "{finding:#?}");
    let may_lack_a_source = matches!(finding.basis, None | Some(Basis::Unclear));
    assert!(may_lack_a_source || !finding.sources.is_empty(), "{finding:#?}");
    let is_failing_paper = finding.requirement.document().is_some() && finding.status.fails();
    assert_eq!(finding.accepts.is_some(), is_failing_paper, "{finding:#?}");
}
