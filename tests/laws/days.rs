//! The days of an application decide by no more than its situation: the edition, whether it is stale, and which documents are past their date.

use fastrand::Rng;
use time::{Date, Duration};
use tirkeu::{Application, Document, Documents, Held, Id, check, in_force, law, situation};

use crate::oracle::random::application;
use crate::tally::law;

#[test]
fn a_situation_is_decided_as_the_application_is() {
    law("an application is decided as its situation is, which is its own", || {
        let mut random = Rng::with_seed(184);
        (0..3_000)
            .map(|_| application(&mut random))
            .flat_map(|application| days().map(move |day| on(day, &application)))
            .map(|application| has_a_situation(&application))
            .sum()
    });
}

fn has_a_situation(application: &Application) -> u64 {
    let decisive = situation(law::EDITIONS, application.clone());
    assert_eq!(check(law::EDITIONS, &decisive), check(law::EDITIONS, application), "{application:#?}");
    assert_eq!(situation(law::EDITIONS, decisive.clone()), decisive, "{application:#?}");
    1
}

#[test]
fn a_day_later_is_the_same_situation_unless_something_begins() {
    law("a day later is the same situation, unless an edition begins or one becomes stale", || {
        let mut random = Rng::with_seed(185);
        let applications: Vec<_> = (0..30).map(|_| application(&mut random)).collect();
        let (first, last) = (law::FIRST_DAY, law::EDITIONS.last().expect("an edition").from + Duration::days(400));
        let every_day = std::iter::successors(Some(first), |day| day.next_day()).take_while(|day| *day < last);
        every_day
            .map(|day| applications.iter().map(|application| changes_with_cause(day, application)).sum::<u64>())
            .sum()
    });
}

fn changes_with_cause(day: Date, application: &Application) -> u64 {
    let next = day.next_day().expect("a day later");
    let of = |day| situation(law::EDITIONS, on(day, application));
    let is_stale = |day| check(law::EDITIONS, &Application::on(day)).stale;
    let edition = |day| in_force(law::EDITIONS, day);
    let something_begins = edition(day) != edition(next) || is_stale(day) != is_stale(next);
    assert_eq!(of(day) != of(next), something_begins, "{day}: {application:#?}");
    1
}

/// Days on both sides of each on which something begins, and one before all law.
fn days() -> impl Iterator<Item = Date> {
    let stale = Duration::days(i64::from(law::STALE_AFTER_DAYS) + 1);
    let begins = law::EDITIONS.iter().flat_map(move |edition| [edition.from, edition.sources_read + stale]);
    begins
        .flat_map(|day| [-1, 0, 1].map(|after| day + Duration::days(after)))
        .chain([law::FIRST_DAY - Duration::days(1)])
}

/// The application with its visit on another day, its documents as long valid beyond that as before.
fn on(day: Date, application: &Application) -> Application {
    let later = day - application.visit_date;
    let mut moved = application.clone();
    moved.visit_date = day;
    moved.documents = documents(&moved.documents, later);
    moved.people.iter_mut().for_each(|person| person.documents = documents(&person.documents, later));
    moved
}

fn documents(documents: &Documents, later: Duration) -> Documents {
    Document::ALL.iter().fold(Documents::UNKNOWN, |moved, document| {
        let held = documents.get(*document);
        moved.with(*document, Held { valid_until: held.valid_until.map(|day| day + later), ..held })
    })
}
