//! Everything that may be said to the page: situations by the editions, and words that tell what was looked up.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::said::asking;
use tirkeu::page::node::{Element, Node};
use tirkeu::page::view::{Stage, State, visit};
use tirkeu::page::wording::sentences;
use tirkeu::prove::profile;
use tirkeu::{Answer, Answers, Application, Counter, Edition, Form, Held, Id, Of, Person, Words, check, law};

/// Everybody applying for themselves, with whom somebody may come along.
pub(crate) const REFUGEE: [Answer; 4] = [Answer::Refugee, Answer::Adult, Answer::IncapacitatedNo, Answer::Oneself];
pub(crate) const FOREIGNER: [Answer; 4] = [Answer::Foreigner, Answer::Adult, Answer::IncapacitatedNo, Answer::Oneself];

/// Every person there may be in one home, and every home there may be with somebody who applies in person or by an attorney.
pub(crate) fn situations(edition: &Edition) -> Vec<Application> {
    let is_shown = |application: &Application| {
        let (home, person) = (application.answers.given(), application.people[0].answers.given());
        let is_of_people = !home.meets(Answer::set(&[Answer::Own, Answer::OwnerAmongUs, Answer::CoOwned]))
            && !home.meets(Answer::set(&[Answer::StateHousing, Answer::Institution, Answer::OwnerPresentProxy]))
            && !home.meets(Answer::set(&[Answer::OwnerPresentSome, Answer::OwnerPresentNo]));
        is_of_people || person.contains(Answer::IncapacitatedNo)
    };
    profile::whole_answers(edition).filter(is_shown).collect()
}

/// Those situations alone, with a refugee, and with a foreigner who comes along.
pub(crate) fn with_company(edition: &Edition) -> impl Iterator<Item = Application> {
    let companies: [&[Answer]; 3] = [&[], &REFUGEE, &FOREIGNER];
    situations(edition).into_iter().flat_map(move |application| {
        companies.map(|company| {
            let mut application = application.clone();
            if !company.is_empty() {
                application.people.push(person(company));
            }
            application
        })
    })
}

pub(crate) fn person(answers: &[Answer]) -> Person {
    Person { answers: answers.iter().copied().collect::<Answers>(), ..Person::default() }
}

/// Every way in which all papers may be held: each form, and past their date.
pub(crate) fn hands() -> Vec<Held> {
    let held = |form: &Form| Held { form: Some(*form), valid_until: None };
    let expired = Held { form: Some(Form::Original), valid_until: Some(profile::LONG_AGO) };
    Form::ALL.iter().map(held).chain([expired]).collect()
}

/// The application with every paper that it is asked for held so.
pub(crate) fn with_document(mut application: Application, held: Held) -> Application {
    for finding in check(law::EDITIONS, &application).findings {
        let Some(document) = finding.requirement.document() else { continue };
        let held = Held { valid_until: held.valid_until.filter(|_| document.has_valid_until()), ..held };
        let documents = match (document.of(), finding.person.and_then(|index| application.people.get_mut(index))) {
            (Of::Person, Some(person)) => &mut person.documents,
            _ => &mut application.documents,
        };
        *documents = documents.with(document, held);
    }
    application
}

/// Where a visitor is who said all this on the day of the visit.
pub(crate) fn state(application: Application) -> State {
    State::of(law::EDITIONS, application.visit_date, application)
}

/// Whether everybody goes to the police, and somebody does.
pub(crate) fn goes_to_the_police(state: &State) -> bool {
    state.report.counters.only() == Some(Counter::Police) && state.report.elsewhere.is_empty()
}

/// The ids of the sentences that were found.
#[derive(Clone, Default)]
pub(crate) struct Found(Rc<RefCell<BTreeSet<String>>>);

impl Found {
    /// The words of a language, which note what is found.
    pub(crate) fn words(&self, language: &str) -> Words {
        let (sentences, found) = (sentences(language).expect("the language is there"), Rc::clone(&self.0));
        Words::new(language, move |id| {
            let sentence = sentences.get(id)?;
            if !found.borrow().contains(id) {
                found.borrow_mut().insert(id.to_owned());
            }
            Some(sentence.clone())
        })
    }

    pub(crate) fn ids(&self) -> BTreeSet<String> {
        self.0.borrow().clone()
    }
}

/// All that is to be read or to be read out: texts, those of buttons too, and labels.
pub(crate) fn readable(elements: &[Element]) -> String {
    let mut text = String::new();
    elements.iter().for_each(|element| read(element, &mut text));
    text
}

fn read(element: &Element, text: &mut String) {
    text.extend(element.attribute("aria-label").into_iter().flat_map(|label| [label, "\n"]));
    for child in &element.children {
        match child {
            Node::Text(said) => text.push_str(said),
            Node::Element(element) => read(element, text),
        }
    }
    text.push('\n');
}

/// The part of the page with this key.
pub(crate) fn find<'a>(elements: &'a [Element], key: &str) -> Option<&'a Element> {
    elements.iter().find_map(|element| {
        let inside = || {
            element.children.iter().find_map(|child| match child {
                Node::Element(child) => find(std::slice::from_ref(child), key),
                Node::Text(_) => None,
            })
        };
        if element.key == key { Some(element) } else { inside() }
    })
}

/// What is to be read in the part of the page with this key; nothing where there is none.
pub(crate) fn part(elements: &[Element], key: &str) -> String {
    find(elements, key).map(|part| readable(std::slice::from_ref(part))).unwrap_or_default()
}

/// The same, in front of this part of the page.
pub(crate) fn seeing(state: &State, stage: Stage) -> State {
    let mut state = state.clone();
    state.stage = stage;
    state
}

/// The page, at this part of it.
pub(crate) fn at(state: &State, stage: Stage, words: &Words) -> Vec<Element> {
    visit(&seeing(state, stage), words, None)
}

/// All of its questions, as one reads them one after another.
pub(crate) fn questions(state: &State, words: &Words) -> String {
    asking(state).iter().map(|state| part(&visit(state, words, None), "questions")).collect()
}
