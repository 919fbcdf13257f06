//! What makes no difference: the foldings that everything else stands on.

use tirkeu::prove::profile::{
    LONG_AGO, asked_papers, every_answers, every_held, fold_answers, fold_held, folded_answers, folded_held,
    with_document,
};
use tirkeu::{
    Answer, Application, Citation, Document, Edition, Elsewhere, Fact, Form, Held, Id, Reason, Remedy, Report, Set,
    check, law,
};

use crate::situations::{ALIKE, EXPIRED, answering, holding_all, standing_answers, undated};
use crate::tally::law;

/// What is said of all the other documents.
fn backgrounds(application: &Application) -> [Application; 3] {
    let unknown = Held { form: None, valid_until: None };
    [unknown, undated(Form::Original), EXPIRED].map(|held| holding_all(application, held))
}

/// The report as if the reason why somebody is elsewhere were one for all statuses that are never in scope.
fn without_reason(mut report: Report) -> Report {
    for Elsewhere { reason, .. } in &mut report.elsewhere {
        if matches!(reason, Reason::TemporaryPermit | Reason::Visitor) {
            *reason = Reason::Citizen;
        }
    }
    report
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_changes_nothing() {
    law("an answer to a question that is not asked changes nothing", || {
        let mut profiles = 0;
        for edition in law::EDITIONS {
            let law = std::slice::from_ref(edition);
            for application in every_answers(edition.from) {
                let folded = fold_answers(edition, &application);
                if folded == application {
                    continue;
                }
                let [unknown, originals, _] = backgrounds(&folded).map(|folded| check(law, &folded));
                for (application, folded) in backgrounds(&application).iter().zip([unknown, originals]) {
                    assert_eq!(check(law, application), folded, "{application:#?}");
                    profiles += 1;
                }
            }
        }
        profiles
    });
}

#[test]
fn some_answers_are_alike() {
    law(
        "a stateless person counts as a foreigner does, a guardian or a trustee as a parent, whoever is elsewhere alike",
        || law::EDITIONS.iter().map(every_alike).sum(),
    );
}

fn every_alike(edition: &'static Edition) -> u64 {
    let mut profiles = 0;
    for application in folded_answers(edition) {
        for (alike, stands) in ALIKE {
            if !application.people[0].answers.given().contains(alike) {
                continue;
            }
            let other = answering(&application, stands);
            for (one, other) in backgrounds(&application).iter().zip(backgrounds(&other)) {
                let [one_report, other] = [one, &other].map(|one| without_reason(check(law::EDITIONS, one)));
                assert_eq!(one_report, other, "{alike:?} and {stands:?}: {one:#?}");
                profiles += 1;
            }
        }
    }
    profiles
}

/// From 16 on the service decides what is applied for and nothing else; nor does it of those whom the police put on account.
#[test]
fn the_service_makes_a_difference_to_children_only() {
    law("the service decides what is found of nobody but children", || law::EDITIONS.iter().map(every_service).sum());
}

fn every_service(edition: &'static Edition) -> u64 {
    let mut profiles = 0;
    let grown = [Answer::Aged16To17, Answer::Adult];
    let is_grown = |application: &Application| {
        application.people[0].answers.get(Fact::Age).is_some_and(|age| grown.contains(&age))
    };
    for application in standing_answers(edition).filter(is_grown) {
        let unknown = Application { answers: application.answers.without(Fact::Service), ..application.clone() };
        for (application, unknown) in backgrounds(&application).iter().zip(backgrounds(&unknown)) {
            let [one, other] = [application, &unknown].map(|one| without_service(check(law::EDITIONS, one)));
            assert_eq!(one, other, "{application:#?}");
            profiles += 1;
        }
    }
    profiles
}

fn without_service(mut report: Report) -> Report {
    report.procedures = Set::EMPTY;
    report.unanswered.retain(|question| question.subject != tirkeu::Subject::Fact(Fact::Service));
    report
}

/// What tells the statuses apart, age by age, but for the citations and their basis, and for the counter.
#[test]
fn at_some_ages_statuses_are_alike() {
    law("at some ages statuses differ in nothing but sources, basis and counter", || {
        law::EDITIONS.iter().map(every_status).sum()
    });
}

/// At these ages a status leads to the same statuses as another, whichever the service or with this one.
const ALIKE_AT: [(Answer, Answer, Answer, Option<Answer>); 5] = [
    (Answer::Under14, Answer::AsylumSeeker, Answer::Refugee, None),
    (Answer::Under14, Answer::Refugee, Answer::Foreigner, Some(Answer::Permanent)),
    (Answer::Aged14To15, Answer::AsylumSeeker, Answer::Foreigner, Some(Answer::Permanent)),
    (Answer::Aged16To17, Answer::AsylumSeeker, Answer::Refugee, None),
    (Answer::Adult, Answer::Refugee, Answer::Foreigner, Some(Answer::Permanent)),
];

fn every_status(edition: &'static Edition) -> u64 {
    let mut profiles = 0;
    let law = std::slice::from_ref(edition);
    for application in standing_answers(edition) {
        let given = application.people[0].answers.given();
        let of_this = |(age, status, ..): &&(Answer, Answer, Answer, Option<Answer>)| {
            given.contains(*age) && given.contains(*status) && edition.scope.statuses.contains(*status)
        };
        for (_, _, other, service) in ALIKE_AT.iter().filter(of_this) {
            let other = service.iter().fold(answering(&application, *other), |so_far, it| answering(&so_far, *it));
            for (one, other) in backgrounds(&application).iter().zip(backgrounds(&other)) {
                let [one_report, other] = [one, &other].map(|one| bare(check(law, one)));
                assert_eq!(one_report, other, "{one:#?}");
                profiles += 1;
            }
        }
    }
    profiles
}

fn bare(mut report: Report) -> Report {
    for finding in &mut report.findings {
        finding.sources = Set::<Citation>::EMPTY;
        finding.basis = None;
    }
    Report { procedures: Set::EMPTY, counters: Set::EMPTY, ..report }
}

/// The report without the papers that somebody else would need who applies: it looks ahead at papers nobody asks for yet.
fn as_things_are(mut report: Report) -> Report {
    for fix in &mut report.fix {
        if let Remedy::ApplyAs(candidates) = &mut fix.remedy {
            candidates.sort_by_key(|candidate| candidate.applicant);
            for candidate in candidates {
                candidate.needs.clear();
            }
        }
    }
    report
}

#[test]
fn a_paper_that_nobody_asks_for_changes_nothing() {
    law("a paper that nobody asks for changes nothing but what another applicant would still need", || {
        law::EDITIONS.iter().map(every_idle_paper).sum()
    });
}

fn every_idle_paper(edition: &'static Edition) -> u64 {
    let law = std::slice::from_ref(edition);
    let report = |application: &Application| as_things_are(check(law, application));
    let mut profiles = 0;
    for application in standing_answers(edition) {
        let expected = report(&application);
        let asked = asked_papers(law, &application);
        let mut all_idle = [application.clone(), application.clone()];
        for document in Document::ALL.iter().filter(|document| !asked.contains(document)) {
            for held in folded_held(*document, edition.from) {
                profiles += 1;
                let with_paper = with_document(&application, *document, held);
                assert_eq!(report(&with_paper), expected, "{with_paper:#?}");
            }
            let [none, expired] = all_idle;
            let valid_until = Some(LONG_AGO).filter(|_| document.has_valid_until());
            all_idle = [
                with_document(&none, *document, undated(Form::NotHeld)),
                with_document(&expired, *document, Held { form: None, valid_until }),
            ];
        }
        for all in all_idle {
            profiles += 1;
            assert_eq!(report(&all), expected, "{all:#?}");
        }
    }
    profiles
}

/// Past is what ends before the visit; on the day itself it is still valid.
fn folded(held: Held, edition: &Edition) -> Held {
    let is_past = held.valid_until.is_some_and(|last_day| last_day < edition.from);
    match held.form {
        Some(Form::Copy | Form::NotHeld) => Held { valid_until: None, ..held },
        Some(_) if is_past => EXPIRED,
        None if is_past => Held { form: None, valid_until: Some(LONG_AGO) },
        _ => Held { valid_until: None, ..held },
    }
}

#[test]
fn a_date_counts_only_once_it_is_past_and_only_on_what_would_count() {
    law("a date counts only once it is past, and only on what would count", || {
        law::EDITIONS.iter().map(every_date).sum()
    });
}

fn every_date(edition: &'static Edition) -> u64 {
    let law = std::slice::from_ref(edition);
    let mut profiles = 0;
    for application in standing_answers(edition) {
        let [_, _, background] = backgrounds(&application);
        for document in asked_papers(law, &application) {
            for held in every_held(document, edition.from) {
                let folded = folded(held, edition);
                assert_eq!(folded, fold_held(held, edition.from), "the profiles fold like this, too");
                if folded != held {
                    profiles += 1;
                    let [as_said, as_folded] = [held, folded].map(|held| with_document(&background, document, held));
                    assert_eq!(check(law, &as_said), check(law, &as_folded), "{as_said:#?}");
                }
            }
        }
    }
    profiles
}
