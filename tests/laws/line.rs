//! The line that is never crossed: what a finding may rest on, and what follows from that.

use tirkeu::prove::profile::{asked_papers, folded_held, with_document};
use tirkeu::{Application, Basis, Finding, Remedy, Report, Status, Verdict, check, law};

use crate::situations::standing_answers;
use crate::tally::law;

/// Calls `visit` with the report on every combination of answers, with each paper that is asked for in each way.
fn every_report(mut visit: impl FnMut(&Application, &Report)) -> u64 {
    let mut profiles = 0;
    for edition in law::EDITIONS {
        let law = std::slice::from_ref(edition);
        let mut add = |application: &Application| {
            profiles += 1;
            visit(application, &check(law, application));
        };
        for application in standing_answers(edition) {
            add(&application);
            for document in asked_papers(law, &application) {
                for held in folded_held(document, edition.from) {
                    add(&with_document(&application, document, held));
                }
            }
        }
    }
    profiles
}

#[test]
fn only_what_is_stated_or_general_satisfies_or_fails() {
    law(
        "only what is stated or general satisfies or fails; a conflict, and what is unclear, can only be asked",
        || {
            every_report(|_, report| {
                report.findings.iter().for_each(|finding| keeps_the_line(finding, report));
                let fails = report.findings.iter().any(|finding| finding.status.fails());
                assert!(
                    !fails
                        || matches!(report.verdict, Verdict::Incomplete | Verdict::Undecided | Verdict::NotThisService),
                    "{report:#?}"
                );
                let asks = report.findings.iter().any(|finding| finding.status == Status::Ask);
                assert!(!asks || report.verdict != Verdict::Complete, "{report:#?}");
            })
        },
    );
}

fn keeps_the_line(finding: &Finding, report: &Report) {
    let fits = match (finding.status, finding.basis) {
        (Status::Unanswered, basis) => basis.is_none(),
        (Status::Ask, basis) => matches!(basis, Some(Basis::Conflict | Basis::Unclear)),
        (Status::Expired, basis) => basis == Some(Basis::General),
        (_, basis) => basis == Some(Basis::Stated),
    };
    assert!(fits, "{finding:#?}");
    let may_lack_a_source = matches!(finding.basis, None | Some(Basis::Unclear));
    assert!(may_lack_a_source || !finding.sources.is_empty(), "{finding:#?}");
    let is_failing_paper = finding.requirement.document().is_some() && finding.status.fails();
    assert_eq!(finding.accepts.is_some(), is_failing_paper, "{finding:#?}");
    let brought = report.fix.iter().find(|fix| (fix.requirement, fix.person) == (finding.requirement, finding.person));
    let mended = finding.accepts.is_none_or(|forms| brought.is_some_and(|fix| fix.remedy == Remedy::Bring(forms)));
    assert!(mended, "{finding:#?} {:#?}", report.fix);
}
