//! Random applications, whole and partial, small enough that every completion can be listed.
//!
//! Knows which answers and forms there are, and which of them lead to something often; judges nothing.

use fastrand::Rng;
use time::Date;
use tirkeu::{Answer, Answers, Application, Document, Documents, Fact, Form, Held, Id, Person, date};

use super::partial::completions;

/// At most this many completions.
const MOST: usize = 1000;

/// The days around which something changes.
const VISITS: [Date; 9] = [
    date(2024, 3, 15),
    date(2024, 3, 16),
    date(2024, 9, 23),
    date(2024, 9, 24),
    date(2025, 11, 29),
    date(2025, 11, 30),
    date(2026, 12, 1),
    date(2027, 5, 24),
    date(2027, 5, 25),
];

/// An application of at most four people with at most [`MOST`] completions.
pub(crate) fn application(random: &mut Rng) -> Application {
    let mut application = Application::on(pick(random, &VISITS));
    let unknown = pick(random, &[0, 5, 15, 30, 60]);
    application.answers = answers(random, Fact::APPLICATION, unknown);
    application.documents = documents(random, Document::APPLICATION, unknown, &application);
    for _ in 0..pick(random, &[0, 1, 1, 1, 2, 2, 3, 4]) {
        let answers = answers(random, Fact::PERSON, unknown);
        let documents = documents(random, Document::PERSON, unknown, &application);
        application.people.push(Person { answers, documents });
    }
    settle(random, &mut application);
    application
}

/// Answers open questions until few enough completions are left.
fn settle(random: &mut Rng, application: &mut Application) {
    if application.people.is_empty() {
        application.people.push(Person::default());
    }
    while completions(application) > MOST {
        let whom = random.usize(0..=application.people.len());
        let fact = pick(random, if whom == 0 { Fact::APPLICATION } else { Fact::PERSON });
        let paper = pick(random, if whom == 0 { Document::APPLICATION } else { Document::PERSON });
        let form = Some(pick(random, Form::ALL));
        let (answers, documents) = match application.people.get_mut(whom.wrapping_sub(1)) {
            Some(person) => (&mut person.answers, &mut person.documents),
            None => (&mut application.answers, &mut application.documents),
        };
        if random.bool() {
            *answers = answers.with(answer(random, fact));
        } else {
            *documents = documents.with(paper, Held { form, ..documents.get(paper) });
        }
    }
}

fn answers(random: &mut Rng, facts: &[Fact], unknown: u8) -> Answers {
    let known = facts.iter().filter(|_| random.u8(0..100) >= unknown).copied().collect::<Vec<_>>();
    known.into_iter().map(|fact| answer(random, fact)).collect()
}

/// In scope more often than not, so that there is something to find.
fn answer(random: &mut Rng, fact: Fact) -> Answer {
    if fact == Fact::Status && random.u8(0..10) > 0 {
        return pick(random, &[Answer::Foreigner, Answer::Stateless, Answer::Refugee, Answer::AsylumSeeker]);
    }
    pick(random, &fact.answers().iter().collect::<Vec<_>>())
}

fn documents(random: &mut Rng, papers: &[Document], unknown: u8, application: &Application) -> Documents {
    let visit = application.visit_date;
    let days = [visit.previous_day(), Some(visit), visit.next_day(), Some(date(2025, 11, 29)), None, None];
    papers.iter().fold(Documents::UNKNOWN, |documents, paper| {
        let good = random.u8(0..3) > 0;
        let form = pick(random, if good { &[Form::Original, Form::Electronic] } else { Form::ALL });
        let form = (random.u8(0..100) >= unknown).then_some(form);
        let valid_until = pick(random, &days).filter(|_| paper.has_valid_until());
        documents.with(*paper, Held { form, valid_until })
    })
}

fn pick<T: Copy>(random: &mut Rng, from: &[T]) -> T {
    *random.choice(from).expect("something to pick from")
}
