//! The folded combinations of answers under one edition, with the papers each asks for, and the way from one to its completions.
//!
//! Knows which answers stand for others that nothing tells apart; that they do is proven in `folding`.

use std::collections::HashMap;

use tirkeu::prove::profile::{
    LONG_AGO, asked_papers, fold_answers, fold_held, folded_answers, folded_held, open_facts, with_document,
};
use tirkeu::{Answer, Answers, Application, Document, Edition, Fact, Form, Held, Id, Question, Report, Subject, check};

/// Answers that the rules do not tell apart, each with the one that stands for it: in everything, or in everything but the reason
/// why somebody is elsewhere.
pub(crate) const ALIKE: [(Answer, Answer); 5] = [
    (Answer::Stateless, Answer::Foreigner),
    (Answer::TemporaryPermit, Answer::Citizen),
    (Answer::Visitor, Answer::Citizen),
    (Answer::Guardian, Answer::Parent),
    (Answer::Trustee, Answer::Parent),
];

/// The application with every answer that another one stands for exchanged.
pub(crate) fn standing(application: &Application) -> Application {
    let mut standing = application.clone();
    for person in &mut standing.people {
        let given = person.answers.given().iter();
        person.answers = given.map(stands_for).collect();
    }
    standing
}

fn stands_for(answer: Answer) -> Answer {
    ALIKE.iter().find(|(alike, _)| *alike == answer).map_or(answer, |(_, standing)| *standing)
}

/// The folded combinations of answers in which nothing stands for anything else.
pub(crate) fn standing_answers(edition: &Edition) -> impl Iterator<Item = Application> {
    folded_answers(edition).filter(|application| standing(application) == *application)
}

/// One edition's situations.
pub(crate) struct Situations {
    pub(crate) edition: &'static Edition,
    pub(crate) all: Vec<Situation>,
    places: HashMap<(Answers, Answers), usize>,
}

/// A folded combination of answers, known and unknown.
pub(crate) struct Situation {
    pub(crate) application: Application,
    pub(crate) papers: Vec<Document>,
    pub(crate) open: Vec<Fact>,
}

impl Situations {
    /// Those of the folded combinations that `keep` keeps; with each it must keep those that an answer leads to.
    pub(crate) fn of(edition: &'static Edition, keep: impl Fn(&Application) -> bool) -> Self {
        let law = std::slice::from_ref(edition);
        let situation = |application: Application| Situation {
            papers: asked_papers(law, &application),
            open: open_facts(edition, &application),
            application,
        };
        let all: Vec<Situation> = standing_answers(edition).filter(keep).map(situation).collect();
        let places = all.iter().enumerate().map(|(place, situation)| (key(&situation.application), place)).collect();
        Self { edition, all, places }
    }

    /// The report under this edition alone.
    pub(crate) fn check(&self, application: &Application) -> Report {
        check(std::slice::from_ref(self.edition), application)
    }

    /// The situation that these answers fold to.
    pub(crate) fn place(&self, application: &Application) -> usize {
        let folded = fold_answers(self.edition, &standing(application));
        *self.places.get(&key(&folded)).unwrap_or_else(|| panic!("no situation for {folded:#?}"))
    }

    /// The situations to which the answers to one open question lead.
    pub(crate) fn answered(&self, from: usize, fact: Fact) -> Vec<usize> {
        let answer = |answer| self.place(&answering(&self.all[from].application, answer));
        fact.answers().iter().map(answer).collect()
    }
}

fn key(application: &Application) -> (Answers, Answers) {
    (application.answers, application.people[0].answers)
}

/// The application with this answer.
pub(crate) fn answering(application: &Application, answer: Answer) -> Application {
    let mut answering = application.clone();
    if Fact::PERSON.contains(&answer.fact()) {
        answering.people[0].answers = answering.people[0].answers.with(answer);
    } else {
        answering.answers = answering.answers.with(answer);
    }
    answering
}

/// The application with what is unknown filled in: with the first answer to each question, or with the second.
pub(crate) fn any_answers(application: &Application, choice: usize) -> Application {
    let unknown = Fact::ALL
        .iter()
        .filter(|fact| application.answers.get(**fact).or(application.people[0].answers.get(**fact)).is_none());
    let answers = unknown.filter_map(|fact| fact.answers().iter().nth(choice));
    answers.fold(application.clone(), |application, answer| answering(&application, answer))
}

/// The application with every document held so, as far as it can be.
pub(crate) fn holding_all(application: &Application, held: Held) -> Application {
    let dated =
        |document: &Document| Held { valid_until: held.valid_until.filter(|_| document.has_valid_until()), ..held };
    Document::ALL.iter().fold(application.clone(), |holding_so_far, document| {
        with_document(&holding_so_far, *document, dated(document))
    })
}

/// A document held in this form, without a date.
pub(crate) const fn undated(form: Form) -> Held {
    Held { form: Some(form), valid_until: None }
}

/// The folded ways of holding a document, the best ones first.
pub(crate) fn ways(document: Document, edition: &Edition) -> Vec<Held> {
    let order = |held: &Held| match (held.form, held.valid_until) {
        (Some(Form::Original), None) => 0,
        (Some(Form::NotHeld), _) => 1,
        (Some(Form::Copy), _) => 2,
        (Some(Form::Electronic), _) => 3,
        (Some(_), Some(_)) => 4,
        (None, None) => 5,
        (None, Some(_)) => 6,
    };
    let mut ways = folded_held(document, edition.from);
    ways.sort_by_key(order);
    ways
}

/// The folded ways that a document held in an unknown form may turn out to be held.
pub(crate) fn said(held: Held, edition: &Edition) -> impl Iterator<Item = Held> {
    let day = edition.from;
    Form::ALL.iter().map(move |form| fold_held(Held { form: Some(*form), ..held }, day))
}

/// The bit of a question in a set of questions about one person and their application.
pub(crate) fn bit(subject: Subject) -> u32 {
    1 << match subject {
        Subject::Fact(fact) => fact.index(),
        Subject::Document(document) => 8 + document.index(),
    }
}

/// The questions as a set of bits.
pub(crate) fn bits(questions: &[Question]) -> u32 {
    questions.iter().fold(0, |bits, question| bits | bit(question.subject))
}

/// Expired, in an otherwise good form.
pub(crate) const EXPIRED: Held = Held { form: Some(Form::Original), valid_until: Some(LONG_AGO) };
