//! The days of an application decide by no more than its situation: the edition, whether it is stale, and which documents are past their date.

use fastrand::Rng;
use time::{Date, Duration};
use tirkeu::{
    Answers, Application, Document, Documents, Fact, Form, Held, Id, Person, check, in_force, law, situation,
};

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
    let cause = |day| check(law::EDITIONS, &Application::on(day)).stale;
    let something_begins = in_force(law::EDITIONS, day) != in_force(law::EDITIONS, next) || cause(day) != cause(next);
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

/// Anything said, its documents valid until around the visit.
fn application(random: &mut Rng) -> Application {
    let mut application = Application::on(law::FIRST_DAY);
    application.answers = answers(Fact::APPLICATION, random);
    application.documents = held(Document::APPLICATION, random);
    for _ in 0..random.usize(0..3) {
        let answers = answers(Fact::PERSON, random);
        application.people.push(Person { answers, documents: held(Document::PERSON, random) });
    }
    application
}

fn answers(facts: &[Fact], random: &mut Rng) -> Answers {
    let known: Vec<Fact> = facts.iter().copied().filter(|_| random.bool()).collect();
    known.into_iter().filter_map(|fact| random.choice(fact.answers().iter().collect::<Vec<_>>())).collect()
}

fn held(documents: &[Document], random: &mut Rng) -> Documents {
    documents.iter().fold(Documents::UNKNOWN, |all, document| {
        let is_dated = document.has_valid_until() && random.bool();
        let valid_until = is_dated.then(|| law::FIRST_DAY + Duration::days(random.i64(-2..3)));
        all.with(*document, Held { form: random.choice(Form::ALL).copied().filter(|_| random.bool()), valid_until })
    })
}
