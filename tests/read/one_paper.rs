//! One paper that answers two questions: it is asked for once, stands as it stands worse, and what was said of it is not lost.

use tirkeu::page::node::Node;
use tirkeu::page::view::{Action, Stage, State, visit};
use tirkeu::{Document, Form, Id, Question, Status, Subject};

use crate::said::{HOME, LANGUAGES, state, words};

const STATUSES: [&str; 4] = ["foreigner", "stateless", "refugee", "asylum_seeker"];
const FORMS: [Option<Form>; 5] =
    [Some(Form::Original), Some(Form::Electronic), Some(Form::Copy), Some(Form::NotHeld), None];

/// Somebody with this status, and their child, for whom they apply.
fn parent_and_child(status: &str) -> State {
    let of_both = [0, 1].map(|person| format!("answer:{person}:status:{status}"));
    let own = ["answer:0:age:adult", "answer:0:incapacitated:no", "answer:0:applicant:self", "add_person"];
    let child = ["answer:1:age:under_14", "answer:1:applicant:parent"];
    let said = [&[&*of_both[0]][..], &own, &[&*of_both[1]], &child, &HOME].concat();
    state("2026-12-01", &said)
}

const fn paper(document: Document, person: Option<usize>) -> Question {
    Question { subject: Subject::Document(document), person }
}

const OF_REPRESENTATIVE: Question = paper(Document::RepresentativeIdentity, None);

/// The papers that are one, each as the one that is said to be the same, the other, and the action that says so.
fn pairs() -> [(Question, Question, Action); 2] {
    [
        (OF_REPRESENTATIVE, paper(Document::IdentityDocument, Some(0)), Action::SamePaper(0)),
        (
            paper(Document::ProofOfAuthority, Some(1)),
            paper(Document::BirthCertificate, Some(1)),
            Action::SameCertificate(1),
        ),
    ]
}

fn document(of: Question) -> Document {
    match of.subject {
        Subject::Document(document) => document,
        Subject::Fact(fact) => panic!("{fact:?} is no paper"),
    }
}

fn status(state: &State, of: Question) -> Option<Status> {
    let findings = &state.report.findings;
    let mut found =
        findings.iter().filter(|found| found.person == of.person && found.requirement.document() == Some(document(of)));
    found.next().map(|found| found.status)
}

/// Everybody's papers that are one, where both are wanted: who it is, what is said of them before, and the pair.
fn wanted() -> impl Iterator<Item = (&'static str, State, (Question, Question, Action))> {
    let all = STATUSES.into_iter().flat_map(|of| pairs().map(|pair| (of, parent_and_child(of), pair)));
    all.filter(|(_, state, (one, other, _))| status(state, *one).is_some() && status(state, *other).is_some())
}

/// What stands of a paper in the bag: from its box to the end of it.
fn in_the_bag(state: &State, of: Question, language: &str) -> String {
    let mut state = state.clone();
    (state.stage, state.current) = (Stage::Check, None);
    let shown: String =
        visit(&state, &words(language), None).into_iter().map(|part| Node::Element(part).html()).collect();
    let place = of.person.map_or(String::new(), |index| index.to_string());
    let id = format!("bag-q{place}-{}", document(of).id());
    let (_, label) = shown.split_once(&id).unwrap_or_else(|| panic!("{id} is not in the bag: {shown}"));
    label.split_once("</label>").map(|(label, _)| label.to_owned()).unwrap_or_default()
}

#[test]
fn it_stands_in_the_bag_as_it_stands_worse() {
    let mut seen = std::collections::BTreeSet::new();
    for (status_said, begun, (same, other, action)) in wanted() {
        for form in FORMS {
            if form.is_none() && !document(other).has_valid_until() {
                continue;
            }
            let mut state = begun.clone();
            state.apply(&action);
            state.apply(&Action::Hold(other.person, document(other), form));
            let both = [status(&state, same).expect("wanted"), status(&state, other).expect("wanted")];
            let worse = both.into_iter().find(|status| status.fails());
            let worse = worse.or_else(|| both.into_iter().find(|status| *status != Status::Satisfied));
            for language in LANGUAGES {
                let shown = in_the_bag(&state, other, language);
                for status in Status::ALL {
                    let sentence = words(language).of("status.*", status.id());
                    let is_said = shown.contains(&format!(">{sentence}<"));
                    assert_eq!(is_said, worse == Some(*status), "{status_said} {form:?} {both:?}: {shown}");
                }
            }
            seen.insert(both.map(Id::id));
        }
    }
    assert!(seen.iter().any(|both| both[0] != both[1]), "no two stand otherwise: {seen:?}");
}

#[test]
fn to_say_so_leads_on_and_the_other_is_asked_for_once() {
    for (status_said, mut state, (same, other, action)) in wanted() {
        state.apply(&Action::Change(same));
        state.apply(&action);
        assert_ne!(state.current, Some(same), "{status_said}");
        let mut asked = Vec::new();
        while let Some(question) = state.current {
            assert!(!asked.contains(&question), "{question:?} is asked twice");
            asked.push(question);
            state.apply(&Action::Hold(question.person, document(question), Some(Form::Original)));
        }
        assert!(asked.contains(&other) && !asked.contains(&same), "{asked:?}");
        assert_eq!(state.held(same.person, document(same)), state.held(other.person, document(other)));
    }
}

#[test]
fn what_was_said_of_one_is_said_of_both() {
    for (status_said, mut state, (same, other, action)) in wanted() {
        state.apply(&Action::Hold(same.person, document(same), Some(Form::Original)));
        state.apply(&Action::Change(same));
        state.apply(&action);
        for paper in [same, other] {
            let form = state.held(paper.person, document(paper)).form;
            assert_eq!(form, Some(Form::Original), "{status_said} {paper:?}");
        }
    }
}

#[test]
fn who_is_added_is_asked_about_at_once() {
    let mut state = state("2026-12-01", &["answer:0:status:refugee"]);
    assert!(state.next_question().is_some_and(|question| question.person == Some(0)));
    state.apply(&Action::AddPerson);
    assert_eq!(state.current.and_then(|question| question.person), Some(1));
}
