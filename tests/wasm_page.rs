//! The page's element in a browser's own tree: which questions it shows, what their cards say, and that it changes only what differs.

#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use js_sys::{Array, Function, JSON, Reflect};
use tirkeu::browser::{Precheck, check};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, HtmlInputElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

const WORDING: [(&str, &str); 3] = [
    ("kk", include_str!("../www/wording/kk.json")),
    ("ru", include_str!("../www/wording/ru.json")),
    ("en", include_str!("../www/wording/en.json")),
];

fn wording(language: &str) -> JsValue {
    let (_, text) = WORDING.iter().find(|(tag, _)| *tag == language).expect("a language");
    JSON::parse(text).expect("its wording")
}

/// What says the ids of a wording.
fn say(wording: &JsValue) -> Function {
    let of = Function::new_with_args(
        "wording",
        "return (id) => wording[id] ?? (id === 'languages' ? 'kk Қазақша/ru Русский/en English' : undefined)",
    );
    of.call1(&JsValue::UNDEFINED, wording).expect("a function").unchecked_into()
}

fn sentence(language: &str, id: &str) -> String {
    Reflect::get(&wording(language), &id.into())
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| panic!("{id}"))
}

/// Hands an event over: a click on a button, a change of a field.
fn act(precheck: &mut Precheck, event: &Event) {
    let target: Element = event.target().expect("a target").unchecked_into();
    let Some(acting) = target.closest("[data-action]").expect("a selector") else { return };
    let field = acting.dyn_ref::<HtmlInputElement>();
    if event.type_() == if field.is_some() { "change" } else { "click" } {
        let typed = field.map(HtmlInputElement::value).unwrap_or_default();
        precheck.act(&acting.get_attribute("data-action").expect("an action"), &typed);
    }
}

/// The element in a page of its own, with what the page's script would do: hand the events over.
struct Page {
    root: ShadowRoot,
    precheck: Rc<RefCell<Precheck>>,
    _listener: Closure<dyn FnMut(Event)>,
}

impl Page {
    fn open(tag: &str) -> Self {
        let document = web_sys::window().expect("a window").document().expect("a document");
        let create = |name: &str| document.create_element(name).expect("an element");
        let host = create("div");
        document.body().expect("a body").append_child(&host).expect("a host");
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).expect("a shadow root");
        let place = create("div");
        root.append_child(&place).expect("a place");
        let precheck = Precheck::new(place.clone(), tag, say(&wording(tag)), "2026-11-23", "");
        let precheck = Rc::new(RefCell::new(precheck));
        let handler = Rc::clone(&precheck);
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            act(&mut handler.borrow_mut(), &event);
        });
        for event in ["click", "change"] {
            place.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()).expect("a listener");
        }
        Self { root, precheck, _listener: listener }
    }

    /// At the first question.
    fn begun(tag: &str) -> Self {
        let page = Self::open(tag);
        page.tap("go::check:");
        page
    }

    /// What a script gives for `root` and a word.
    fn run(&self, script: &str, word: &str) -> JsValue {
        let function = Function::new_with_args("root, word", script);
        function
            .call2(&JsValue::UNDEFINED, &self.root, &word.into())
            .unwrap_or_else(|thrown| panic!("{script}: {thrown:?}"))
    }

    fn list(&self, script: &str) -> Vec<String> {
        let list: Array = self.run(script, "").unchecked_into();
        list.iter().filter_map(|item| item.as_string()).collect()
    }

    /// Brings the question into view that this action answers, if another one is in front.
    fn turn_to(&self, action: &str) {
        let parts: Vec<&str> = action.split(':').collect();
        if let ["answer" | "hold" | "unknown", person, subject, _] = parts[..]
            && self.button(action).is_none()
        {
            self.tap(&format!("change:{person}:{subject}:"));
        }
    }

    /// The focus goes to a button that is pressed, as it does by hand.
    fn tap(&self, action: &str) {
        self.turn_to(action);
        let found = self.run(
            "const button = root.querySelector(`[data-action=\"${word}\"]`); button?.focus(); button?.click(); return Boolean(button)",
            action,
        );
        assert_eq!(found, JsValue::TRUE, "there is no {action}");
    }

    fn button(&self, action: &str) -> Option<Element> {
        self.root.query_selector(&format!("[data-action=\"{action}\"]")).expect("a selector")
    }

    fn actions(&self) -> Vec<String> {
        self.list("return [...root.querySelectorAll('[data-action]')].map(({ dataset }) => dataset.action)")
    }

    fn pressed(&self) -> BTreeSet<String> {
        let script = "return [...root.querySelectorAll('[data-action][aria-pressed=true]')].map(({ dataset }) => dataset.action)";
        self.list(script).into_iter().collect()
    }

    /// Everything that was said, as the page keeps it.
    fn said(&self) -> BTreeSet<String> {
        self.precheck.borrow().kept_line().split_whitespace().map(str::to_owned).collect()
    }

    /// The question in front, as `0:age`, with the answers that it offers.
    fn questions(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut questions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for action in self.actions() {
            let parts: Vec<&str> = action.split(':').collect();
            if let [kind @ ("answer" | "hold" | "unknown"), person, subject, answer] = parts[..] {
                let answer = if kind == "unknown" { "unknown" } else { answer };
                questions.entry(format!("{person}:{subject}")).or_default().insert(answer.to_owned());
            }
        }
        questions
    }

    /// Every question that is asked, in front or in a row, answered or open.
    fn asked(&self) -> BTreeSet<String> {
        let rows = self.actions();
        let rows = rows.iter().filter_map(|action| action.strip_prefix("change:")?.strip_suffix(':'));
        rows.map(str::to_owned).chain(self.questions().into_keys()).collect()
    }

    /// The text of the card that asks a question, by one of its actions.
    fn card(&self, action: &str) -> Vec<String> {
        self.turn_to(action);
        let script = "const card = root.querySelector(`[data-action=\"${word}\"]`).closest('section');
            return [...card.querySelectorAll('p')].map(({ textContent }) => textContent)";
        let list: Array = self.run(script, action).unchecked_into();
        list.iter().filter_map(|item| item.as_string()).collect()
    }

    /// The verdict's id, which is the first word that a host is told.
    fn verdict(&self) -> String {
        self.precheck.borrow().summary().split(' ').next().unwrap_or_default().to_owned()
    }

    fn speak(&self, tag: &str) {
        self.precheck.borrow_mut().speak(tag, say(&wording(tag)));
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.host().remove();
    }
}

fn set(items: &[&str]) -> BTreeSet<String> {
    items.iter().map(|item| (*item).to_owned()).collect()
}

fn said(page: &Page, actions: &[&str]) {
    for action in actions {
        page.tap(action);
    }
}

const ADULT: [&str; 4] =
    ["answer:0:status:foreigner", "answer:0:age:adult", "answer:0:incapacitated:no", "answer:0:applicant:self"];
const HOME: [&str; 3] = ["answer::service:permanent", "answer::residence:other_owner", "answer::owner_present:yes"];
const PAPERS: [&str; 3] =
    ["hold::owner_identity:none", "hold::owner_consent:original", "hold:0:identity_document:electronic"];

/// The questions that are about facts, not about papers.
const FACTS: [&str; 7] = ["status", "age", "incapacitated", "applicant", "service", "residence", "owner_present"];

fn is_fact(question: &str) -> bool {
    question.split_once(':').is_some_and(|(_, subject)| FACTS.contains(&subject))
}

/// What rules.md, section 2, asks of one person: the answers, and the questions that then stand on the page.
const ASKED: &[(&[&str], &[&str])] = &[
    (&[], &["0:status", "0:age", "0:incapacitated", "0:applicant", ":service", ":residence", ":owner_present"]),
    (&["0:status:visitor"], &["0:status"]),
    (&["0:status:citizen"], &["0:status"]),
    (&["0:status:temporary_permit"], &["0:status"]),
    (&["0:status:refugee"], &["0:status", "0:age", "0:incapacitated", "0:applicant", ":residence", ":owner_present"]),
    (
        &["0:status:asylum_seeker"],
        &["0:status", "0:age", "0:incapacitated", "0:applicant", ":residence", ":owner_present"],
    ),
    (&["0:status:foreigner", "0:age:under_14", ":service:temporary"], &["0:status", "0:age", ":service"]),
    (
        &["0:status:stateless", "0:age:16_17"],
        &["0:status", "0:age", "0:applicant", ":service", ":residence", ":owner_present"],
    ),
    (
        &["0:status:foreigner", "0:age:under_14"],
        &["0:status", "0:age", "0:applicant", ":service", ":residence", ":owner_present"],
    ),
    (
        &["0:status:foreigner", ":residence:state_housing"],
        &["0:status", "0:age", "0:incapacitated", "0:applicant", ":service", ":residence"],
    ),
    (
        &["0:status:foreigner", ":residence:institution"],
        &["0:status", "0:age", "0:incapacitated", "0:applicant", ":service", ":residence"],
    ),
    (
        &["0:status:foreigner", "0:applicant:self", ":residence:own"],
        &["0:status", "0:age", "0:incapacitated", "0:applicant", ":service", ":residence"],
    ),
    (
        &["0:status:foreigner", "0:applicant:attorney", ":residence:own"],
        &["0:status", "0:age", "0:incapacitated", "0:applicant", ":service", ":residence"],
    ),
    (
        &["0:status:foreigner", "0:applicant:attorney", ":residence:owner_among_us"],
        &["0:status", "0:age", "0:incapacitated", "0:applicant", ":service", ":residence", ":owner_present"],
    ),
    (
        &["0:status:foreigner", ":residence:co_owned"],
        &["0:status", "0:age", "0:incapacitated", "0:applicant", ":service", ":residence", ":owner_present"],
    ),
];

#[wasm_bindgen_test]
fn the_questions_that_matter_stand_on_the_page_and_no_other() {
    for (answers, asked) in ASKED {
        let page = Page::begun("en");
        answers.iter().for_each(|answer| page.tap(&format!("answer:{answer}")));
        let facts: BTreeSet<String> = page.asked().into_iter().filter(|question| is_fact(question)).collect();
        assert_eq!(facts, set(asked), "{answers:?}");
    }
}

#[wasm_bindgen_test]
fn papers_are_asked_for_once_the_facts_are_known() {
    let page = Page::begun("en");
    said(&page, &ADULT);
    said(&page, &HOME);
    let facts =
        set(&["0:status", "0:age", "0:incapacitated", "0:applicant", ":service", ":residence", ":owner_present"]);
    let papers = set(&[":owner_identity", ":owner_consent", "0:identity_document"]);
    assert_eq!(page.asked(), facts.union(&papers).cloned().collect());
    assert_eq!(page.questions().into_keys().collect::<BTreeSet<_>>(), set(&[":owner_identity"]), "one at a time");
    page.tap("answer::residence:own");
    assert!(page.asked().is_disjoint(&set(&[":owner_identity", ":owner_consent", ":owner_present"])));
}

/// What a trustee says for someone of 16, question by question.
const BY_A_TRUSTEE: [&str; 13] = [
    "answer:0:status:foreigner",
    "answer:0:age:16_17",
    "answer:0:applicant:trustee",
    "answer::service:temporary",
    "answer::residence:co_owned",
    "answer::owner_present:no",
    "hold::representative_identity:original",
    "hold::owner_identity:original",
    "hold::owner_consent:none",
    "hold:0:identity_document:original",
    "hold:0:birth_certificate:original",
    "hold:0:proof_of_authority:original",
    "see_answer",
];

#[wasm_bindgen_test]
fn every_answer_of_the_rules_is_offered_and_that_it_is_not_known_yet() {
    let page = Page::begun("kk");
    let known = |question: &str| match question {
        "0:status" => "foreigner stateless refugee citizen temporary_permit visitor asylum_seeker unknown",
        "0:age" => "under_14 14_15 16_17 adult unknown",
        "0:applicant" => "self parent guardian trustee attorney institution unknown",
        ":service" => "permanent temporary unknown",
        ":residence" => "own owner_among_us other_owner co_owned state_housing institution unknown",
        ":owner_present" => "yes some proxy no unknown",
        "0:incapacitated" => "yes no unknown",
        ":representative_identity" | ":owner_identity" | "0:identity_document" => {
            "original electronic expired copy none unknown"
        }
        _ => "original electronic copy none unknown",
    };
    for action in BY_A_TRUSTEE {
        for (question, answers) in page.questions() {
            assert_eq!(answers, known(&question).split(' ').map(str::to_owned).collect(), "{question}");
            assert!(action.contains(&question), "{question} is asked where one answers {action}");
        }
        page.tap(action);
    }
    assert_eq!(page.verdict(), "incomplete");
}

#[wasm_bindgen_test]
fn what_is_open_in_the_report_stands_on_the_page() {
    let page = Page::begun("en");
    let mut application = Built::default();
    for action in ADULT.iter().chain(&HOME).chain(&PAPERS) {
        page.tap(action);
        application.take(action);
        let open = application.unanswered();
        let facts: BTreeSet<String> =
            open.iter().filter(|(_, is_fact)| *is_fact).map(|(name, _)| name.clone()).collect();
        let all = open.into_iter().map(|(name, _)| name).collect();
        let due = if facts.is_empty() { all } else { facts };
        assert!(due.is_subset(&page.asked()), "{action}: {due:?}");
        assert_eq!(page.verdict(), application.verdict(), "{action}");
    }
    assert_eq!(page.verdict(), "incomplete");
}

/// The application that the actions of one person make, as JSON.
#[derive(Default)]
struct Built {
    parts: BTreeMap<(bool, bool, String), String>,
}

impl Built {
    fn take(&mut self, action: &str) {
        let parts: Vec<&str> = action.split(':').collect();
        if let [kind, person, subject, answer] = parts[..] {
            self.parts.insert((person.is_empty(), kind == "answer", subject.to_owned()), answer.to_owned());
        }
    }

    fn report(&self) -> JsValue {
        let part = |of: bool, is_fact: bool| {
            let told = self.parts.iter().filter(|((is_of, fact, _), _)| *is_of == of && *fact == is_fact);
            let told = told.map(|((.., subject), answer)| {
                if is_fact {
                    format!(r#""{subject}": "{answer}""#)
                } else {
                    format!(r#""{subject}": {{"form": "{answer}"}}"#)
                }
            });
            told.collect::<Vec<_>>().join(", ")
        };
        let whole = |of| format!(r#""answers": {{{}}}, "documents": {{{}}}"#, part(of, true), part(of, false));
        let text = format!(r#"{{"visit_date": "2026-11-23", {}, "people": [{{{}}}]}}"#, whole(true), whole(false));
        check(&JSON::parse(&text).expect("JSON")).expect("an application")
    }

    fn verdict(&self) -> String {
        Reflect::get(&self.report(), &"verdict".into()).ok().and_then(|verdict| verdict.as_string()).expect("a verdict")
    }

    /// The open questions as the page names them, and whether each is about a fact.
    fn unanswered(&self) -> Vec<(String, bool)> {
        let script = "return report.unanswered.map(({ fact, document, person }) => [`${person ?? ''}:${fact ?? document}`, Boolean(fact)])";
        let list =
            Function::new_with_args("report", script).call1(&JsValue::UNDEFINED, &self.report()).expect("a list");
        let pairs = Array::from(&list).into_iter().map(|pair| {
            let pair: Array = pair.unchecked_into();
            (pair.get(0).as_string().expect("a name"), pair.get(1).is_truthy())
        });
        pairs.collect()
    }
}

#[wasm_bindgen_test]
fn people_come_and_go_with_what_was_said_of_them() {
    let page = Page::begun("ru");
    assert!(page.button("remove_person:0::").is_none(), "somebody stays");
    said(
        &page,
        &[
            "answer:0:status:foreigner",
            "add_person",
            "answer:1:status:refugee",
            "add_person",
            "answer:2:status:stateless",
        ],
    );
    assert!(page.asked().is_superset(&set(&["0:status", "1:status", "2:status", "2:age"])));
    page.tap("remove_person:1::");
    assert_eq!(page.said(), set(&["add_person", "answer:0:status:foreigner", "answer:1:status:stateless"]));
    page.tap("remove_person:0::");
    assert_eq!(page.said(), set(&["answer:0:status:stateless"]));
    assert!(page.button("remove_person:0::").is_none());
    page.tap("add_person");
    assert_eq!(page.said(), set(&["add_person", "answer:0:status:stateless"]), "a new person has said nothing");
}

/// The sentence that a form stands in, by what it leads to.
fn heading(status: &str) -> &'static str {
    match status {
        "satisfied" => "form.accepts",
        "ask" => "form.asks",
        _ => "form.refuses",
    }
}

/// What a card is reached by, whose it is, and what each form leads to.
type Card = (&'static [&'static str], &'static str, &'static [(&'static str, &'static str)]);

const CARDS: &[Card] = &[
    (&HOME, ":owner_identity", &[("original", "satisfied"), ("electronic", "satisfied"), ("copy", "fails")]),
    (&HOME, ":owner_consent", &[("original.consent", "satisfied"), ("electronic.consent", "ask"), ("copy", "ask")]),
    (&HOME, "0:identity_document", &[("original", "satisfied"), ("electronic", "satisfied"), ("copy", "fails")]),
    (
        &["answer:0:status:refugee", "answer::residence:institution"],
        "0:identity_document",
        &[("original", "satisfied"), ("electronic", "satisfied"), ("copy", "fails")],
    ),
    (
        &["answer::service:permanent", "answer::residence:institution"],
        ":institution_request",
        &[("original", "satisfied"), ("electronic.paper", "ask"), ("copy", "ask")],
    ),
];

#[wasm_bindgen_test]
fn the_card_of_a_paper_says_which_forms_count() {
    for (answers, question, forms) in CARDS {
        for tag in ["kk", "ru", "en"] {
            let page = Page::begun(tag);
            said(&page, &ADULT);
            said(&page, answers);
            let card = page.card(&format!("hold:{question}:original"));
            for (form, status) in *forms {
                let begin = sentence(tag, heading(status)).split("{forms}").next().unwrap_or_default().to_owned();
                let told = card.iter().find(|line| line.starts_with(&begin));
                let form = sentence(tag, &format!("form.list.{form}"));
                assert!(told.is_some_and(|told| told.contains(&form)), "{tag} {question}: {begin} {form} in {card:?}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn another_language_keeps_every_answer_and_the_focus() {
    let page = Page::begun("kk");
    said(&page, &ADULT);
    said(&page, &HOME);
    said(&page, &["hold::owner_identity:copy", "unknown::owner_consent:", "change::owner_consent:"]);
    assert!(page.pressed().contains("unknown::owner_consent:"));
    page.run("root.querySelector('[data-action=\"unknown::owner_consent:\"]').focus()", "");
    let before = (page.said(), page.pressed(), page.actions());
    let focused = page.root.active_element().expect("a focus");
    for tag in ["ru", "en", "kk"] {
        page.speak(tag);
        assert_eq!((page.said(), page.pressed(), page.actions()), before, "{tag}");
        assert_eq!(page.root.active_element().as_ref(), Some(&focused), "{tag}");
    }
}

#[wasm_bindgen_test]
fn what_stays_is_the_same_element() {
    let page = Page::begun("en");
    let day = page.root.get_element_by_id("visit-date").expect("a field");
    let add = page.button("add_person").expect("a button");
    said(&page, &ADULT);
    let row = page.button("change:0:status:").expect("a row");
    said(&page, &HOME);
    page.tap("add_person");
    page.speak("ru");
    assert_eq!(page.button("change:0:status:").as_ref(), Some(&row));
    assert_eq!(page.button("add_person").as_ref(), Some(&add));
    assert_eq!(page.root.get_element_by_id("visit-date").as_ref(), Some(&day));
}

#[wasm_bindgen_test]
fn the_button_in_focus_stays_in_focus_when_it_is_pressed() {
    let page = Page::begun("en");
    page.tap("answer:0:status:foreigner");
    page.tap("add_person");
    let focused = page.root.active_element().expect("a focus");
    assert_eq!(Some(focused), page.button("add_person"), "it is in view still");
}

#[wasm_bindgen_test]
fn clearing_forgets_everything() {
    let page = Page::begun("en");
    said(&page, &ADULT);
    said(&page, &HOME);
    said(&page, &PAPERS);
    assert!(!page.precheck.borrow().kept_line().is_empty());
    page.tap("clear");
    page.tap("go::check:");
    assert_eq!(page.pressed(), BTreeSet::new());
    assert_eq!(page.verdict(), "undecided");
    assert_eq!(page.precheck.borrow().kept_line(), "");
}

#[wasm_bindgen_test]
fn what_was_kept_is_taken_up_and_what_nobody_understands_is_not() {
    let page = Page::begun("en");
    said(&page, &ADULT);
    said(&page, &HOME);
    said(&page, &PAPERS);
    let kept = page.precheck.borrow().kept_line();
    let another = Page::open("ru");
    another
        .precheck
        .borrow_mut()
        .restore(&format!("{kept} answer:7:age:adult answer:0:age:99 nonsense hold:::: \u{0}"), true);
    another.tap("go::check:");
    assert_eq!(another.said(), page.said());
    assert_eq!(another.verdict(), "incomplete");
}

#[wasm_bindgen_test]
fn no_text_becomes_markup() {
    let page = Page::open("en");
    let wording = wording("en");
    for id in ["page.title", "start.not", "fact.status"] {
        Reflect::set(&wording, &id.into(), &"<img src=x onerror=alert(1)>".into()).expect("a sentence");
    }
    page.precheck.borrow_mut().speak("en", say(&wording));
    page.tap("go::check:");
    assert!(page.root.query_selector("img").expect("a selector").is_none());
}
