//! Which sentences a browser loads before the first question, which ones come behind it, and which with the first sheet.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use tirkeu::page::pages::wordings;
use tirkeu::page::view::{Fate, Stage, State, announcement};
use tirkeu::{Answer, Application, Document, Form, Held, Id, Person, Words, law};

use crate::said::{LANGUAGES, asking};
use crate::situations::{at, hands, person, readable, seeing, state, with_company, with_document};

type Ids = Rc<RefCell<BTreeSet<String>>>;

/// The words of what is loaded by then, what was said of them, and what was looked up although it comes later.
struct Loaded {
    words: Words,
    there: BTreeSet<String>,
    said: Ids,
    lacking: Ids,
}

fn file(name: &str) -> BTreeMap<String, String> {
    let json = wordings().into_iter().find(|(other, _)| other == name).expect("the file is there").1;
    serde_json::from_str(&json).expect("an object of sentences")
}

impl Loaded {
    /// So many of the parts, in the order in which they come.
    fn of(language: &str, parts: usize) -> Self {
        let all = PARTS.map(|part| file(&format!("wording/{language}{part}.json")));
        let (first, later) = all.split_at(parts);
        let [first, later]: [BTreeMap<_, _>; 2] =
            [first, later].map(|parts| parts.iter().flatten().map(owned).collect());
        let (said, lacking) = (Ids::default(), Ids::default());
        let there = first.keys().cloned().collect();
        let noted = (Rc::clone(&said), Rc::clone(&lacking));
        let words = Words::new(language, move |id| {
            let ids = if first.contains_key(id) { &noted.0 } else { &noted.1 };
            if (first.contains_key(id) || later.contains_key(id)) && !ids.borrow().contains(id) {
                ids.borrow_mut().insert(id.to_owned());
            }
            first.get(id).cloned()
        });
        Self { words, there, said, lacking }
    }

    /// Shows a part of the page to whoever said this, and announces what is announced then.
    fn show(&self, state: &State, stage: Stage) {
        let shown = readable(&at(state, stage, &self.words)) + &announcement(&seeing(state, stage), &self.words);
        let id =
            Document::ALL.iter().map(|document| format!("document.{}", document.id())).find(|id| shown.contains(id));
        assert_eq!(id, None, "an id is shown:\n{shown}");
    }

    /// Shows the beginning and the questions in every state there is, as far as these situations lead to it.
    fn show_all(&self, applications: impl Iterator<Item = Application>) {
        for state in besides() {
            self.show(&state, Stage::Start);
            asking(&state).iter().for_each(|state| self.show(state, Stage::Check));
        }
        for (index, application) in applications.enumerate() {
            let steps = steps(application);
            steps.iter().for_each(|state| self.show(state, Stage::Check));
            asking(&steps[WHOLE]).iter().for_each(|state| self.show(state, Stage::Check));
            // The beginning is the same for everybody: a few will do.
            steps.iter().filter(|_| index % 100 == 0).for_each(|state| self.show(state, Stage::Start));
        }
    }

    /// What tells that the later texts are there: without them no question about the home or a paper is shown, no notice of what was
    /// cleared or of an absence, and no row of where one gets a paper; and nothing of a question is folded.
    #[track_caller]
    fn lacks_nothing(&self) {
        let is_looked_for = |id: &&String| {
            let of_a_paper = id.starts_with("document.") && (id.contains(".get") || id.ends_with(".question"));
            let of_a_home =
                ["fact.service", "fact.residence", "fact.owner_present"].iter().any(|fact| id.starts_with(fact));
            let is_variant = [".police", ".both"].iter().any(|variant| id.ends_with(variant));
            of_a_paper
                || of_a_home
                || is_variant
                || *id == "form.accepts"
                || *id == "answer.why"
                || *id == "question.more"
                || id.starts_with("tools.")
        };
        let lacking: Vec<String> = self.lacking.borrow().iter().filter(|id| !is_looked_for(id)).cloned().collect();
        assert!(lacking.is_empty(), "looked up although they come later: {lacking:#?}");
    }
}

/// The ends of the files that hold the wording, in the order in which a browser loads them.
const PARTS: [&str; 3] = ["", ".later", ".paper"];

fn owned((id, sentence): (&String, &String)) -> (String, String) {
    (id.clone(), sentence.clone())
}

/// The step at which everything is said, and nothing yet of any paper.
const WHOLE: usize = 2;

/// What was said step by step: the people's status, all about the people, everything, and that every paper is there, or none.
fn steps(application: Application) -> Vec<State> {
    let mut steps = Vec::new();
    let with_people = |of: &dyn Fn(&Person) -> Person| Application {
        people: application.people.iter().map(of).collect(),
        ..Application::on(application.visit_date)
    };
    let status = |person: &Person| Person {
        answers: person.answers.given().intersection(tirkeu::Fact::Status.answers()).iter().collect(),
        ..Person::default()
    };
    steps.push(with_people(&status));
    steps.push(with_people(&Clone::clone));
    steps.push(application.clone());
    steps.extend([0, 3].map(|hand| with_document(application.clone(), hands()[hand])));
    steps.into_iter().map(state).collect()
}

/// Children whom their parents represent, so that there may be several representatives, with documents that carry a date.
fn children() -> State {
    let child = [Answer::Foreigner, Answer::Under14, Answer::Parent];
    let mut family = Application::on(law::EDITIONS[2].from);
    family.people = vec![person(&child), person(&child)];
    family.answers = [Answer::Permanent, Answer::OtherOwner, Answer::OwnerPresentYes].into_iter().collect();
    let until = Held { form: Some(Form::Original), valid_until: Some(law::EDITIONS[2].from) };
    family.documents = family.documents.with(Document::RepresentativeIdentity, until);
    state(family)
}

/// What is shown besides: when nothing is said, nothing is known, something is kept or was cleared, and to a family.
fn besides() -> impl Iterator<Item = State> {
    let day = law::EDITIONS[2].from;
    let fresh = State::new(law::EDITIONS, day, day);
    let before = State::new(law::EDITIONS, day, tirkeu::date(2024, 3, 15));
    let mut unknown = fresh.clone();
    unknown.unknown.clone_from(&unknown.report.unanswered);
    let marked = |change: &dyn Fn(&mut State)| {
        let mut state = fresh.clone();
        change(&mut state);
        state
    };
    let marks = [
        marked(&|state| state.keep = true),
        marked(&|state| state.idle = true),
        marked(&|state| state.fate = Fate::Cleared),
        marked(&|state| state.fate = Fate::Returned),
    ];
    marks.into_iter().chain([fresh, before, unknown, children()])
}

/// Sentences that the element's script says by itself.
const OF_THE_SCRIPT: [&str; 2] = ["tools.load.failed", "tools.keep.denied"];

/// What comes behind and is said elsewhere than in these situations: by the script; on other days; of editions that stand for long, or
/// that somebody has reviewed; and what is said where no sentence is more exact.
const BESIDES: [&str; 18] = [
    "tools.back.denied",
    "tools.keep.denied",
    "tools.newer",
    "tools.print.denied",
    "tools.undo",
    "date.past",
    "date.saturday.closed",
    "answer.fix.answer_on",
    "answer.stale",
    "answer.reviewed",
    "act.annexes.all",
    "answer.applicant.institution.list",
    "answer.applicant.self.list",
    "document.identity_document.what.police",
    "requirement.own_registration.ask",
    "requirement.owner_presence.ask",
    "requirement.right_to_apply.ask",
    "requirement.whose_consent.ask",
];

/// Days are in any month.
fn is_month(id: &str) -> bool {
    id.starts_with("month.")
}

#[test]
fn the_beginning_and_every_question_say_what_is_loaded_first_and_it_is_no_more() {
    let first = Loaded::of("en", 1);
    first.show_all(law::EDITIONS.iter().flat_map(with_company));
    first.lacks_nothing();
    let said = first.said.borrow();
    let is_needed = |id: &&String| OF_THE_SCRIPT.contains(&id.as_str()) || is_month(id);
    let idle: Vec<_> = first.there.difference(&said).filter(|id| !is_needed(id)).collect();
    assert!(idle.is_empty(), "loaded first, and said neither at the beginning nor by a question: {idle:#?}");
}

#[test]
fn the_questions_and_the_answer_say_what_comes_behind_and_nothing_of_a_sheet() {
    let behind = Loaded::of("en", 2);
    behind.show_all(law::EDITIONS.iter().flat_map(with_company));
    for application in law::EDITIONS.iter().flat_map(|edition| with_company(edition).step_by(7)) {
        hands().iter().for_each(|held| behind.show(&state(with_document(application.clone(), *held)), Stage::Check));
    }
    assert_eq!(
        behind.lacking.borrow().iter().collect::<Vec<_>>(),
        [] as [&str; 0],
        "looked up although it comes with a sheet"
    );
    let said = behind.said.borrow();
    let first = Loaded::of("en", 1).there;
    let is_needed = |id: &&String| is_month(id) || BESIDES.contains(&id.as_str());
    let idle: Vec<_> = behind.there.difference(&first).filter(|id| !said.contains(*id) && !is_needed(id)).collect();
    assert!(idle.is_empty(), "comes behind the first question, and is said neither there nor by an answer: {idle:#?}");
}

#[test]
fn no_language_looks_up_more_than_another() {
    let english = Loaded::of("en", 1).there;
    for language in LANGUAGES {
        let first = Loaded::of(language, 1);
        first.show_all(law::EDITIONS.iter().flat_map(|edition| with_company(edition).step_by(19)));
        first.lacks_nothing();
        assert_eq!(first.there, english, "what is loaded first in {language}");
    }
}

#[test]
fn every_sentence_of_a_page_is_loaded_once() {
    for language in LANGUAGES {
        let parts = PARTS.map(|part| file(&format!("wording/{language}{part}.json")));
        let mut once = BTreeSet::new();
        let twice: Vec<_> = parts.iter().flat_map(BTreeMap::keys).filter(|id| !once.insert(*id)).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
