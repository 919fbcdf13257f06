//! What makes no difference: the foldings that everything else stands on.

use tirkeu::prove::profile::{
    PAST, asked_papers, every_answers, every_way, fold_answers, fold_way, folded_answers, holding,
};
use tirkeu::{Application, Document, Edition, Form, Held, Id, Remedy, Report, check, law};

use crate::situations::{EXPIRED, holding_all, undated};
use crate::tally::law;

/// What is said of all the other documents.
fn backgrounds(application: &Application) -> [Application; 3] {
    let unknown = Held { form: None, valid_until: None };
    [unknown, undated(Form::Original), EXPIRED].map(|held| holding_all(application, held))
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_changes_nothing() {
    law("an answer to a question that is not asked changes nothing", || {
        let mut profiles = 0;
        for edition in law::EDITIONS {
            for application in every_answers(edition.from).flat_map(|application| backgrounds(&application)) {
                let folded = fold_answers(&application);
                profiles += 1;
                if folded != application {
                    assert_eq!(check(law::EDITIONS, &application), check(law::EDITIONS, &folded), "{application:#?}");
                }
            }
        }
        profiles
    });
}

/// The report without the papers that somebody else would need who applies: it looks ahead at papers nobody asks for yet.
fn as_things_are(mut report: Report) -> Report {
    for fix in &mut report.fix {
        if let Remedy::ApplyAs { applicants, needs } = &mut fix.remedy {
            applicants.sort();
            needs.clear();
        }
    }
    report
}

#[test]
fn a_paper_that_nobody_asks_for_changes_nothing() {
    law("a paper that nobody asks for changes nothing but what another applicant would still need", || {
        let mut profiles = 0;
        for edition in law::EDITIONS {
            for application in folded_answers(edition.from) {
                let expected = as_things_are(check(law::EDITIONS, &application));
                let asked = asked_papers(law::EDITIONS, &application);
                let idle = Document::ALL.iter().filter(|document| !asked.contains(document));
                let mut all_idle = [application.clone(), application.clone()];
                for document in idle {
                    for held in every_way(*document, edition.from) {
                        profiles += 1;
                        let with_paper = holding(&application, *document, held);
                        let report = as_things_are(check(law::EDITIONS, &with_paper));
                        assert_eq!(report, expected, "{with_paper:#?}");
                    }
                    let [none, expired] = all_idle;
                    let valid_until = Some(PAST).filter(|_| document.has_valid_until());
                    all_idle = [
                        holding(&none, *document, undated(Form::NotHeld)),
                        holding(&expired, *document, Held { form: None, valid_until }),
                    ];
                }
                for all in all_idle {
                    profiles += 1;
                    assert_eq!(as_things_are(check(law::EDITIONS, &all)), expected, "{all:#?}");
                }
            }
        }
        profiles
    });
}

/// Past is what ends before the visit; on the day itself it is still valid.
fn folded(held: Held, edition: &Edition) -> Held {
    let is_past = held.valid_until.is_some_and(|last_day| last_day < edition.from);
    match held.form {
        Some(Form::Copy | Form::NotHeld) => Held { valid_until: None, ..held },
        Some(_) if is_past => EXPIRED,
        None if is_past => Held { form: None, valid_until: Some(PAST) },
        _ => Held { valid_until: None, ..held },
    }
}

#[test]
fn a_date_counts_only_once_it_is_past_and_only_on_what_would_count() {
    law("a date counts only once it is past, and only on what would count", || {
        let mut profiles = 0;
        for edition in law::EDITIONS {
            for application in folded_answers(edition.from) {
                for document in asked_papers(law::EDITIONS, &application) {
                    for held in every_way(document, edition.from) {
                        let folded = folded(held, edition);
                        assert_eq!(folded, fold_way(held, edition.from), "the profiles fold like this, too");
                        if folded == held {
                            continue;
                        }
                        for background in backgrounds(&application).into_iter().skip(1) {
                            profiles += 1;
                            let [as_said, as_folded] = [held, folded].map(|held| holding(&background, document, held));
                            let report = check(law::EDITIONS, &as_said);
                            assert_eq!(report, check(law::EDITIONS, &as_folded), "{as_said:#?}");
                        }
                    }
                }
            }
        }
        profiles
    });
}
