//! Following `fix` is enough, and nothing in it is idle: on every whole situation with every combination of ways of holding.
//!
//! Only what fails is told apart: a paper that is held well enough is held as an original, one that never fails too; one that fails
//! is not held, or past its date. A paper is brought in the last of the forms that would satisfy, for the original always does.

use tirkeu::prove::profile::{asked_papers, fold_answers, folded_held, set_document, whole_answers};
use tirkeu::{
    Answer, Application, Candidate, Document, Edition, Form, Held, Remedy, Report, Set, Status, Verdict, check, law,
};

use crate::situations::{answering, standing, undated};
use crate::tally::law;

/// One thing to do.
#[derive(Clone, Copy, Debug)]
enum Act {
    Bring(Document, Form),
    Answer(Answer),
}

#[test]
fn following_fix_mends_the_set_and_no_part_of_it_does() {
    law("following fix leads to complete or ask, whichever applicant is chosen, and no part of it does", || {
        law::EDITIONS.iter().map(every_whole_profile).sum()
    });
}

fn every_whole_profile(edition: &'static Edition) -> u64 {
    let whole = whole_answers(edition).filter(|application| standing(application) == *application);
    whole.map(|application| with_papers(edition, application)).sum()
}

fn with_papers(edition: &'static Edition, mut application: Application) -> u64 {
    let law = std::slice::from_ref(edition);
    let mut papers = asked_papers(law, &application);
    if check(law, &application).findings_that(Status::NotEntitled).next().is_some() {
        papers.extend([Document::RepresentativeIdentity, Document::ProofOfAuthority, Document::PowerOfAttorney]);
    }
    combine(&mut application, &papers, edition, &mut |application| prove(edition, application))
}

/// The ways of holding a paper that can fail, and the original.
fn ways(document: Document, edition: &Edition) -> Vec<Held> {
    let failing = |held: &Held| match (document, held.form) {
        (_, None) | (Document::OwnerConsent | Document::BirthCertificate, _) => false,
        (Document::ProofOfAuthority | Document::InstitutionRequest, form) => form == Some(Form::NotHeld),
        (_, form) => !matches!(form, Some(Form::Electronic | Form::Copy)),
    };
    let original = undated(Form::Original);
    let others = folded_held(document, edition.from).into_iter().filter(|held| *held != original && failing(held));
    [original].into_iter().chain(others).collect()
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
    let held = ways(*document, edition).into_iter();
    held.map(|held| {
        set_document(application, *document, held);
        combine(application, rest, edition, visit)
    })
    .sum()
}

fn prove(edition: &Edition, application: &Application) {
    let law = std::slice::from_ref(edition);
    let report = check(law, application);
    for acts in choices(&report) {
        assert_eq!(acts.is_empty(), report.verdict != Verdict::Incomplete, "{application:#?}");
        for part in parts(&acts) {
            let done = acts.iter().enumerate().filter(|(index, _)| part >> index & 1 == 1).map(|(_, act)| *act);
            let then = done.fold(application.clone(), |so_far, act| self::act(edition, so_far, act));
            let verdict = check(law, &then).verdict;
            let is_mended = matches!(verdict, Verdict::Complete | Verdict::Ask);
            let is_all = part == (1 << acts.len()) - 1;
            let elsewhere = verdict == Verdict::NotThisService;
            assert!(is_mended == is_all || elsewhere, "{acts:?} by {part:b}: {verdict:?} {application:#?}");
        }
    }
}

/// Sets of acts, as bits. What is held better never harms: of papers alone, no part does more than all but one.
fn parts(acts: &[Act]) -> Vec<u32> {
    let all = (1_u32 << acts.len()) - 1;
    let only_papers = acts.iter().all(|act| matches!(act, Act::Bring(..)));
    if only_papers { (0..acts.len()).map(|act| all & !(1 << act)).chain([all]).collect() } else { (0..=all).collect() }
}

/// Everything to do, once for each of those who may apply.
fn choices(report: &Report) -> Vec<Vec<Act>> {
    let mut choices = vec![Vec::new()];
    for fix in &report.fix {
        let ways: Vec<Vec<Act>> = match &fix.remedy {
            Remedy::Bring(forms) => {
                fix.requirement.document().map_or_else(Vec::new, |document| bring(document, *forms))
            }
            Remedy::OwnerPresent(answers) => answers.iter().map(|answer| vec![Act::Answer(answer)]).collect(),
            Remedy::ApplyAs(candidates) => candidates.iter().map(apply).collect(),
        };
        choices = choices.iter().flat_map(|so_far| ways.iter().map(|way| [&so_far[..], way].concat())).collect();
    }
    choices
}

fn bring(document: Document, forms: Set<Form>) -> Vec<Vec<Act>> {
    forms.iter().last().map(|form| vec![Act::Bring(document, form)]).into_iter().collect()
}

fn apply(candidate: &Candidate) -> Vec<Act> {
    let needs = candidate.needs.iter().map(|document| Act::Bring(*document, Form::Original));
    [Act::Answer(candidate.applicant)].into_iter().chain(needs).collect()
}

fn act(edition: &Edition, mut application: Application, act: Act) -> Application {
    match act {
        Act::Bring(document, form) => set_document(&mut application, document, undated(form)),
        Act::Answer(answer) => return fold_answers(edition, &answering(&application, answer)),
    }
    application
}
