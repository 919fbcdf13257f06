//! Following `fix` is enough, and nothing in it is idle: on every whole situation with every combination of ways of holding.

use tirkeu::prove::profile::{asked_papers, fold_answers, folded_ways, hold, whole_answers};
use tirkeu::{Answer, Application, Document, Edition, Fact, Form, Remedy, Report, Status, Verdict, check, law};

use crate::situations::{answering, undated};
use crate::tally::law;

/// One thing to do.
#[derive(Clone, Copy, Debug)]
enum Act {
    Bring(Document, Form),
    ApplyAs(Answer),
}

#[test]
fn following_fix_mends_the_set_and_no_part_of_it_does() {
    law("following fix leads to complete or ask, and no part of it does", || {
        law::EDITIONS.iter().map(every_whole_profile).sum()
    });
}

fn every_whole_profile(edition: &'static Edition) -> u64 {
    let is_permanent = |application: &Application| application.answers.get(Fact::Service) != Some(Answer::Temporary);
    let whole = whole_answers(edition.from).filter(is_permanent);
    whole.map(|application| with_papers(edition, application)).sum()
}

fn with_papers(edition: &'static Edition, mut application: Application) -> u64 {
    let law = std::slice::from_ref(edition);
    let mut papers = asked_papers(law, &application);
    if check(law, &application).findings_that(Status::NotEntitled).next().is_some() {
        papers.extend([Document::RepresentativeIdentity, Document::ProofOfAuthority]);
    }
    combine(&mut application, &papers, edition, &mut |application| prove(law, application))
}

fn combine(
    application: &mut Application,
    papers: &[Document],
    edition: &Edition,
    visit: &mut dyn FnMut(&Application),
) -> u64 {
    let Some((document, rest)) = papers.split_first() else {
        visit(application);
        return 1;
    };
    let said = folded_ways(*document, edition.from).into_iter().filter(|held| held.form.is_some());
    said.map(|held| {
        hold(application, *document, held);
        combine(application, rest, edition, visit)
    })
    .sum()
}

fn prove(law: &[Edition], application: &Application) {
    let report = check(law, application);
    let acts = acts(&report);
    assert_eq!(acts.is_empty(), report.verdict != Verdict::Incomplete, "{application:#?}");
    let all = (1_u32 << acts.len()) - 1;
    let all_but_one = (0..acts.len()).map(|act| all & !(1 << act));
    // What is held better never harms: of papers alone, no part does more than all but one.
    let only_papers = acts.iter().all(|act| matches!(act, Act::Bring(..)));
    let parts = if only_papers { all_but_one.chain([all]).collect() } else { (0..=all).collect::<Vec<_>>() };
    for part in parts {
        let done = acts.iter().enumerate().filter(|(index, _)| part >> index & 1 == 1).map(|(_, act)| *act);
        let verdict = check(law, &done.fold(application.clone(), act)).verdict;
        let is_all = part == all;
        let is_mended = matches!(verdict, Verdict::Complete | Verdict::Ask);
        let out_of_scope = verdict == Verdict::NotThisService;
        assert!(is_mended == is_all || out_of_scope, "{acts:?} by {part:b}: {verdict:?} {application:#?}");
    }
}

fn acts(report: &Report) -> Vec<Act> {
    let of_fix = |remedy: &Remedy, document: Option<Document>| match remedy {
        Remedy::Bring(forms) => {
            document.into_iter().zip(forms.iter()).map(|(document, form)| Act::Bring(document, form)).collect()
        }
        Remedy::ApplyAs { applicants, needs } => {
            let needs = needs.iter().map(|document| Act::Bring(*document, Form::Original));
            applicants.iter().take(1).map(|applicant| Act::ApplyAs(*applicant)).chain(needs).collect::<Vec<_>>()
        }
    };
    report.fix.iter().flat_map(|fix| of_fix(&fix.remedy, fix.requirement.document())).collect()
}

fn act(mut application: Application, act: Act) -> Application {
    match act {
        Act::Bring(document, form) => hold(&mut application, document, undated(form)),
        Act::ApplyAs(applicant) => return fold_answers(&answering(&application, applicant)),
    }
    application
}
