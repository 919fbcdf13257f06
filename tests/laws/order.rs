//! The order of people changes nothing but the order of what is said of them.

use fastrand::Rng;
use tirkeu::{Application, Report, check, law};

use crate::oracle::random::application;
use crate::tally::law;

#[test]
fn the_order_of_people_changes_only_the_order() {
    law("the order of people changes nothing but order (up to four people, at random)", || {
        let mut random = Rng::with_seed(20_240_316);
        let several =
            std::iter::repeat_with(|| application(&mut random)).filter(|application| application.people.len() > 1);
        let mut profiles = 0;
        for application in several.take(20_000) {
            let turned = turned(&application);
            let expected = turned_report(check(law::EDITIONS, &application), application.people.len());
            assert_eq!(sorted(check(law::EDITIONS, &turned)), sorted(expected), "{application:#?}");
            profiles += 1;
        }
        profiles
    });
}

/// The first person comes last.
fn turned(application: &Application) -> Application {
    let mut turned = application.clone();
    turned.people.rotate_left(1);
    turned
}

fn turned_report(mut report: Report, people: usize) -> Report {
    let place = |person: usize| (person + people - 1) % people;
    report.findings.iter_mut().for_each(|finding| finding.person = finding.person.map(place));
    report.unanswered.iter_mut().for_each(|question| question.person = question.person.map(place));
    report.fix.iter_mut().for_each(|fix| fix.person = fix.person.map(place));
    report.elsewhere.iter_mut().for_each(|elsewhere| elsewhere.person = place(elsewhere.person));
    report
}

fn sorted(mut report: Report) -> Report {
    report.findings.sort_by_key(|finding| (finding.person, finding.requirement));
    report.unanswered.sort_by_key(|question| format!("{question:?}"));
    report.fix.sort_by_key(|fix| (fix.person, fix.requirement));
    report.elsewhere.sort_by_key(|elsewhere| elsewhere.person);
    report
}
