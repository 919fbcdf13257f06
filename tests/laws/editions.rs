//! Editions meet without gap or overlap, and a coming edition is announced exactly where it changes something.

use tirkeu::prove::profile::{asked_papers, folded_answers, folded_ways, holding};
use tirkeu::{
    Application, Edition, Finding, Report, Requirement, Status, Upcoming, Verdict, check, date, in_force, law,
};

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
    let law: [Edition; 2] = [law::EDITIONS[0], law::EDITIONS[1]];
    let names = law.map(|edition| {
        let before = in_force(&law, edition.from.previous_day().expect("a day before"));
        (before.map(|edition| edition.from), in_force(&law, edition.from).map(|edition| edition.from))
    });
    let [first, last] = [date(2024, 3, 16), date(2025, 11, 30)];
    assert_eq!(names, [(None, Some(first)), (Some(first), Some(last))]);
}

#[test]
fn a_coming_edition_is_announced_exactly_where_it_changes_something() {
    law("a coming edition is announced exactly where it changes the verdict or a status", || {
        let [now, coming] = [law::EDITIONS[0], law::EDITIONS[1]];
        let as_if_now = Edition { from: now.from, ..coming };
        let mut profiles = 0;
        let mut prove = |application: &Application| {
            let report = check(law::EDITIONS, application);
            let then = check(&[as_if_now], application);
            let differs = report.verdict != then.verdict || statuses(&report) != statuses(&then);
            let expected = differs.then_some(Upcoming { edition: coming.from, verdict: then.verdict });
            assert_eq!(report.upcoming, expected, "{application:#?}");
            profiles += 1;
        };
        for application in folded_answers(now.from) {
            prove(&application);
            for document in asked_papers(law::EDITIONS, &application) {
                for held in folded_ways(document, now.from) {
                    prove(&holding(&application, document, held));
                }
            }
        }
        profiles
    });
}

fn statuses(report: &Report) -> Vec<(Requirement, Option<usize>, Status)> {
    let status = |finding: &Finding| (finding.requirement, finding.person, finding.status);
    report.findings.iter().map(status).collect()
}
