//! Editions meet without gap or overlap, and a coming edition is announced exactly where it changes something.

use tirkeu::prove::profile::{fold_answers, folded_held};
use tirkeu::{
    Application, Document, Edition, Finding, Report, Requirement, Status, Upcoming, Verdict, check, date, in_force, law,
};

use crate::oracle::whole::EDITIONS;
use crate::situations::{holding_all, standing_answers};
use crate::tally::law;

#[test]
fn editions_meet_without_gap_or_overlap() {
    law("editions meet without gap or overlap", || {
        let first = law::EDITIONS.first().expect("an edition").from;
        let mut day = date(2024, 1, 1);
        let mut days = 0;
        while day < date(2031, 1, 1) {
            let begun: Vec<&Edition> = law::EDITIONS.iter().filter(|edition| edition.from <= day).collect();
            assert_eq!(in_force(law::EDITIONS, day), begun.last().copied(), "{day}");
            let report = check(law::EDITIONS, &Application::on(day));
            assert_eq!(
                report.decided.map(|decided| decided.edition),
                begun.last().map(|edition| edition.from),
                "{day}"
            );
            assert_eq!(report.verdict == Verdict::NotCovered, day < first, "{day}");
            day = day.next_day().expect("another day");
            days += 1;
        }
        days
    });
}

#[test]
fn an_edition_begins_on_its_first_day() {
    assert!(law::EDITIONS.iter().map(|edition| edition.from).eq(EDITIONS), "the editions of the rules");
    let mut before = None;
    for edition in law::EDITIONS {
        let last_day = edition.from.previous_day().expect("a day before");
        let in_force = |day| in_force(law::EDITIONS, day).map(|edition| edition.from);
        assert_eq!((in_force(last_day), in_force(edition.from)), (before, Some(edition.from)));
        before = Some(edition.from);
    }
}

#[test]
fn a_coming_edition_is_announced_exactly_where_it_changes_something() {
    law(
        "a coming edition is announced exactly where it is the first to change the verdict or a finding's status",
        || {
            let [earlier @ .., _] = law::EDITIONS else { panic!("an edition") };
            (0..earlier.len()).map(every_announcement).sum()
        },
    );
}

/// Every combination of answers that is asked for now or later, with all papers held in each way.
fn every_announcement(place: usize) -> u64 {
    let (now, coming) = (law::EDITIONS[place], &law::EDITIONS[place + 1..]);
    let as_if_now = Edition { from: now.from, ..*law::EDITIONS.last().expect("an edition") };
    let only_asked_later = |application: &Application| fold_answers(&now, application) != *application;
    let asked_later = standing_answers(&as_if_now).filter(only_asked_later);
    let mut profiles = 0;
    for application in standing_answers(&now).chain(asked_later) {
        for held in folded_held(Document::IdentityDocument, now.from) {
            let application = holding_all(&application, held);
            let report = check(law::EDITIONS, &application);
            assert_eq!(report.upcoming, announced(&report, coming, &application), "{application:#?}");
            profiles += 1;
        }
    }
    profiles
}

/// The first of the coming editions that would answer otherwise if it were in force.
fn announced(report: &Report, coming: &[Edition], application: &Application) -> Option<Upcoming> {
    coming.iter().find_map(|edition| {
        let as_if_now = Edition { from: application.visit_date, ..*edition };
        let then = check(&[as_if_now], application);
        let differs = report.verdict != then.verdict || statuses(report) != statuses(&then);
        differs.then_some(Upcoming { edition: edition.from, verdict: then.verdict })
    })
}

fn statuses(report: &Report) -> Vec<(Requirement, Option<usize>, Status)> {
    let status = |finding: &Finding| (finding.requirement, finding.person, finding.status);
    report.findings.iter().map(status).collect()
}
