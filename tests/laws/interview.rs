//! The interview that always asks the first open question ends, whatever is answered, and asks nothing twice.
//!
//! Every answer is given to every question; a document is held or it is not: which of the forms it has ends no interview sooner.

use tirkeu::prove::profile::set_document;
use tirkeu::{Application, Edition, Fact, Form, Id, Person, Subject, Verdict, check, law};

use crate::situations::{answering, bit, undated};
use crate::tally::{grouped, law};

/// What was seen over all interviews.
#[derive(Default)]
struct Seen {
    reports: u64,
    interviews: u64,
    questions: u64,
    longest: u32,
    asked: u32,
}

#[test]
fn the_interview_ends() {
    law("the interview that asks the first open question ends, and in a firm verdict", || {
        let mut seen = Seen::default();
        for edition in law::EDITIONS {
            let nothing_known = Application { people: vec![Person::default()], ..Application::on(edition.from) };
            go_on(edition, &nothing_known, 0, &mut seen);
        }
        let tenths = seen.questions * 10 / seen.interviews;
        println!(
            "interview: {} questions at most, {}.{} on average over {} interviews",
            seen.longest,
            tenths / 10,
            tenths % 10,
            grouped(seen.interviews)
        );
        let every_question = (1 << Fact::ALL.len()) - 1;
        assert_eq!(seen.asked & every_question, every_question, "every question is asked in some interview");
        seen.reports
    });
}

fn go_on(edition: &'static Edition, application: &Application, asked: u32, seen: &mut Seen) {
    let report = check(std::slice::from_ref(edition), application);
    seen.reports += 1;
    let Some(question) = report.unanswered.first() else {
        assert_ne!(report.verdict, Verdict::Undecided, "{application:#?}");
        seen.interviews += 1;
        seen.questions += u64::from(asked.count_ones());
        seen.longest = seen.longest.max(asked.count_ones());
        seen.asked |= asked;
        return;
    };
    let this = bit(question.subject);
    assert_eq!(asked & this, 0, "asked twice: {question:?} {application:#?}");
    match question.subject {
        Subject::Fact(fact) => {
            let answers = fact.answers().iter();
            answers.for_each(|answer| go_on(edition, &answering(application, answer), asked | this, seen));
        }
        Subject::Document(document) => {
            let mut application = application.clone();
            for form in [Form::Original, Form::NotHeld] {
                set_document(&mut application, document, undated(form));
                go_on(edition, &application, asked | this, seen);
            }
        }
    }
}
