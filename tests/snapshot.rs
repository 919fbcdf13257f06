//! The behaviour of the law is the one that the snapshot holds; a change of it is shown, and is made on purpose.

#![cfg(not(target_arch = "wasm32"))]

use tirkeu::prove::diff::{
    Behaviour, against_snapshot, between_editions, digest_of_snapshot, read_snapshot, write_snapshot,
};
use tirkeu::prove::digest::digest_of_law;
use tirkeu::prove::profile;
use tirkeu::{Verdict, check, date, law};

const SNAPSHOT: &str = include_str!("snapshot/law.txt");

const HOW_TO_KEEP_IT: &str = "If this is meant: cargo run --bin tirkeu -- snapshot > tests/snapshot/law.txt, and a line with a \
                              star in CHANGELOG.md for every verdict that changes.";

#[test]
fn the_law_behaves_as_its_snapshot_says() {
    let summaries = against_snapshot(law::EDITIONS, SNAPSHOT).expect("tests/snapshot/law.txt is a snapshot");
    let changes = summaries.iter().filter(|summary| !summary.is_empty());
    let text: String = changes.map(|summary| summary.text(&str::to_owned)).collect();
    assert!(text.is_empty(), "the law behaves otherwise than its snapshot says.\n\n{text}\n{HOW_TO_KEEP_IT}");
    assert_eq!(SNAPSHOT, write_snapshot(law::EDITIONS), "the snapshot is written otherwise. {HOW_TO_KEEP_IT}");
}

#[test]
fn every_report_is_in_the_digest() {
    assert_eq!(digest_of_snapshot(SNAPSHOT), Some(digest_of_law(law::EDITIONS)), "{HOW_TO_KEEP_IT}");
}

#[test]
fn a_snapshot_reads_back() {
    let behaviours: Vec<Behaviour> = law::EDITIONS.iter().map(Behaviour::of).collect();
    assert_eq!(read_snapshot(&write_snapshot(law::EDITIONS)), Some(behaviours));
    assert_eq!(read_snapshot("no snapshot\n"), None);
}

/// The behaviour is a whole: what it says of the person and of the application is what a report says of both.
#[test]
fn situations_come_apart_into_people_and_applications() {
    for edition in law::EDITIONS {
        let behaviour = Behaviour::of(edition);
        for application in profile::whole_answers(edition.from) {
            let (person, of_application) = tirkeu::prove::diff::keys(&application);
            let parts = behaviour.applications[&of_application].iter().chain(&behaviour.people[&person]);
            let parts = parts.filter(|part| !["elsewhere", "procedures"].contains(&part.name.as_str()));
            let report = check(std::slice::from_ref(edition), &application);
            let found = report.findings.iter().map(|finding| finding.requirement);
            assert!(parts.map(|part| tirkeu::from_id(&part.name)).eq(found.map(Some)), "{application:#?}");
        }
    }
}

#[test]
fn the_change_of_2025_makes_electronic_consent_count_and_nothing_else() {
    let summary = between_editions(law::EDITIONS, date(2024, 3, 16), date(2025, 11, 30)).expect("two editions");
    for change in summary.groups.iter().flat_map(|group| &group.changes) {
        assert_eq!(change.name, "owner_consent");
    }
    let verdicts: Vec<(&str, &str)> = summary.groups.iter().map(|group| group.verdict).collect();
    assert!(verdicts.contains(&("ask", "ask")) && !verdicts.contains(&("ask", "incomplete")), "{verdicts:?}");
}

/// The counts are those of the reports themselves, taken one by one.
#[test]
fn the_counts_are_those_of_the_reports() {
    let summary = between_editions(law::EDITIONS, date(2024, 3, 16), date(2025, 11, 30)).expect("two editions");
    let [before, after] = [law::EDITIONS[0], tirkeu::Edition { from: law::EDITIONS[0].from, ..law::EDITIONS[1] }];
    let (mut profiles, mut verdicts) = (0, 0);
    for mut application in profile::whole_answers(before.from) {
        let papers = profile::asked_papers(&[before], &application);
        each_hand(&mut application, &papers, &mut |application| {
            let verdict = |edition| -> Verdict { check(&[edition], application).verdict };
            profiles += 1;
            verdicts += u64::from(verdict(before) != verdict(after));
        });
    }
    assert_eq!((summary.profiles, summary.verdicts), (profiles, verdicts));
}

fn each_hand(
    application: &mut tirkeu::Application,
    papers: &[tirkeu::Document],
    visit: &mut dyn FnMut(&tirkeu::Application),
) {
    let Some((document, rest)) = papers.split_first() else { return visit(application) };
    let ways = profile::folded_ways(*document, application.visit_date);
    for held in ways.into_iter().filter(|held| held.form.is_some()) {
        profile::hold(application, *document, held);
        each_hand(application, rest, visit);
    }
}
