//! The page's element: shows the state in its shadow root and does what the applicant asks.
//!
//! Knows the browser, and neither law nor sentence. What only the page can do (load a language, print, keep) it asks the
//! element's script for, by name.

use js_sys::{Object, WeakRef};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, ShadowRoot};

use super::dom::patch;
use super::format::words;
use crate::day::{parse_date, write_date};
use crate::law;
use crate::node::Node;
use crate::view::{Action, Stage, State, announcement, focus_id, kept, restored, visit};
use crate::words::Words;

/// A language and its wording.
#[wasm_bindgen(skip_typescript)]
pub struct Language {
    tag: String,
    wording: Object,
}

#[wasm_bindgen]
impl Language {
    /// A language by its BCP 47 tag, and an object of ids and sentences.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(tag: String, wording: Object) -> Self {
        Self { tag, wording }
    }
}

impl Language {
    fn words(&self) -> Words {
        words(&self.tag, &self.wording)
    }
}

/// One element on a page. What is in the page is held weakly: an element that a host throws away takes all of this with it.
#[wasm_bindgen(skip_typescript)]
pub struct Precheck {
    document: Document,
    root: WeakRef<ShadowRoot>,
    place: WeakRef<Element>,
    live: WeakRef<Element>,
    shown: Vec<Node>,
    state: State,
    words: Words,
    officer: Option<Words>,
}

#[wasm_bindgen]
impl Precheck {
    /// Shows the beginning in `place`, and what is announced in `live`, both in `root`. Days are written as `YYYY-MM-DD`; without
    /// a day for the visit it is today.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(
        document: Document,
        root: &ShadowRoot,
        place: &Element,
        live: &Element,
        words: &Language,
        today: &str,
        visit_date: &str,
    ) -> Self {
        let today = parse_date(today).unwrap_or(law::FIRST_DAY);
        let state = State::new(law::EDITIONS, today, parse_date(visit_date).unwrap_or(today));
        let (root, place, live) = (WeakRef::new(root), WeakRef::new(place), WeakRef::new(live));
        let words = words.words();
        let mut precheck = Self { document, root, place, live, shown: Vec::new(), state, words, officer: None };
        precheck.show();
        precheck
    }

    /// Speaks another language; nothing that was said is lost. Returns what the part shown needs besides, as `handle` does.
    pub fn speak(&mut self, words: &Language) -> Option<String> {
        self.words = words.words();
        self.show();
        self.announce();
        self.wants()
    }

    /// Shows sheets in the officer's language too.
    pub fn speak_to_officer(&mut self, words: &Language) {
        self.officer = Some(words.words());
        self.show();
    }

    /// Does what the applicant did. Returns what the element's script must do, if anything: `print`, `back`, or load a
    /// language, named by its tag.
    pub fn handle(&mut self, event: &Event) -> Option<String> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        if let Some(field) = target.get_attribute("data-type") {
            self.type_for_print(&target, &field);
            return None;
        }
        let target = target.closest("[data-action],[data-script]").ok()??;
        if let Some(request) = target.get_attribute("data-script").filter(|_| event.type_() == "click") {
            return Some(request);
        }
        let typed = typed(&target, &event.type_())?;
        let Some(action) = Action::named(&target.get_attribute("data-action")?, &typed) else {
            self.take_back(&target);
            return None;
        };
        self.act(&action);
        self.wants()
    }

    /// Moves the visit to another day, written as `YYYY-MM-DD`.
    pub fn visit_on(&mut self, day: &str) {
        if let Some(day) = parse_date(day) {
            self.act_for_host(&Action::VisitDate(day));
        }
    }

    /// Leaves a part whose texts could not be loaded.
    pub fn leave(&mut self) {
        self.act(&Action::Go(Stage::Check));
    }

    /// Goes one question back, as the browser's own button does.
    pub fn back(&mut self) {
        self.act(&Action::Back);
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.act_for_host(&Action::Clear);
    }

    /// How many steps lie behind; 0 at the beginning.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.state.steps()
    }

    /// The answers as ids, to be kept on the device.
    #[must_use]
    pub fn kept(&self) -> String {
        kept(&self.state)
    }

    /// Takes up answers that were kept.
    pub fn restore(&mut self, kept: &str) {
        self.state = restored(&self.state, kept);
        self.state.keep = true;
        self.show();
    }

    /// The verdict's id.
    #[must_use]
    pub fn verdict(&self) -> String {
        crate::id::Id::id(self.state.report.verdict).to_owned()
    }

    /// What a host may be told, in words: the verdict, the day of the visit, the edition that decides (nothing where none
    /// does), and the status of every finding. No answer.
    #[must_use]
    pub fn told(&self) -> String {
        let report = &self.state.report;
        let edition = report.decided.map(|decided| write_date(decided.edition)).unwrap_or_default();
        let mut told = [&self.verdict(), " ", &write_date(self.state.application.visit_date), " ", &edition].concat();
        for finding in &report.findings {
            told.extend([" ", crate::id::Id::id(finding.status)]);
        }
        told
    }

    /// The day until which the answers are to be kept on the device, as `YYYY-MM-DD`; none if they are not.
    #[must_use]
    pub fn keep_until(&self) -> Option<String> {
        self.state.keep_until().map(write_date)
    }

    /// Asks whether somebody is still there, or takes the question back.
    pub fn idle(&mut self, is_idle: bool) {
        self.act_for_host(&Action::Idle(is_idle));
    }

    /// Shows everything anew, after more of the wording was loaded.
    pub fn refresh(&mut self) {
        self.show();
    }

    /// The page's title.
    #[must_use]
    pub fn title(&self) -> String {
        self.words.get("page.title")
    }
}

impl Precheck {
    /// Does what nobody in here did: whoever is elsewhere on the page keeps the focus.
    fn act_for_host(&mut self, action: &Action) {
        if self.active().is_some() { self.act(action) } else { self.apply(action) }
    }

    fn apply(&mut self, action: &Action) {
        self.state.apply(action);
        self.show();
        self.announce();
    }

    fn act(&mut self, action: &Action) {
        let before = (self.state.stage, self.state.current);
        self.apply(action);
        let moves = matches!(action, Action::Change(_) | Action::SeeAnswer | Action::Back | Action::Clear);
        if self.state.stage != before.0 || moves || self.focus_is_lost() {
            self.focus();
        }
    }

    /// A visit has a day: one that was emptied shows the day that counts.
    fn take_back(&self, target: &Element) {
        if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            input.set_value(&write_date(self.state.application.visit_date));
        }
    }

    /// What the part shown needs and has not got: its own texts, and on a sheet those of its other language, which is the state
    /// language, or Russian for whoever reads the state language.
    fn wants(&self) -> Option<String> {
        let is_sheet = matches!(self.state.stage, Stage::VisitSheet | Stage::OwnerSheet | Stage::Complaint);
        if is_sheet && self.officer.is_none() {
            let other = if self.words.language() == "kk" { "officer:ru" } else { "officer:kk" };
            return Some(other.to_owned());
        }
        let needs_later = is_sheet || self.state.stage == Stage::Appeal;
        (needs_later && self.words.find("paper.heading").is_none()).then(|| "later".to_owned())
    }

    fn show(&mut self) {
        let Some(place) = self.place.deref() else { return };
        let elements = visit(&self.state, &self.words, self.officer.as_ref());
        let nodes: Vec<Node> = elements.into_iter().map(Node::Element).collect();
        patch(&self.document, &place, &self.shown, &nodes);
        self.shown = nodes;
        let _ = place.set_attribute("lang", self.words.language());
    }

    /// One sentence, said once: a region that is set to the same text again would be silent anyway.
    fn announce(&self) {
        let sentence = announcement(&self.state, &self.words);
        if let Some(live) = self.live.deref().filter(|live| live.text_content().as_deref() != Some(&sentence)) {
            live.set_text_content(Some(&sentence));
        }
    }

    /// Whether what had the focus is gone or hidden: what is not shown has no width.
    fn focus_is_lost(&self) -> bool {
        self.active().is_none_or(|active| active.offset_width() == 0)
    }

    /// What has the focus, if it is in here.
    fn active(&self) -> Option<HtmlElement> {
        self.root.deref()?.active_element()?.dyn_into().ok()
    }

    fn focus(&self) {
        let id = focus_id(&self.state);
        let heading = self.root.deref().and_then(|root| root.get_element_by_id(&id)?.dyn_into::<HtmlElement>().ok());
        if let Some(heading) = heading {
            let _ = heading.focus();
        }
    }

    /// What is typed for printing goes to the sheet at once, and nowhere else.
    fn type_for_print(&self, target: &Element, typed: &str) {
        let Some(input) = target.dyn_ref::<HtmlInputElement>() else { return };
        let value = input.value();
        let line = self.root.deref().map(|root| root.query_selector(&["[data-typed=\"", typed, "\"]"].concat()));
        if let Some(Ok(Some(line))) = line {
            line.set_text_content(Some(&value));
        }
        let is_wrong = !value.is_empty() && !crate::iin::fits(typed, &value);
        if let Some(hint) = target.next_element_sibling() {
            let _ = hint.toggle_attribute_with_force("hidden", !is_wrong);
        }
        let _ = target.set_attribute("aria-invalid", if is_wrong { "true" } else { "false" });
    }
}

/// What was typed or ticked in a field, once it changed; nothing for a button that was clicked; none for other events.
fn typed(target: &Element, event: &str) -> Option<String> {
    let Some(input) = target.dyn_ref::<HtmlInputElement>() else { return (event == "click").then(String::new) };
    let value = if input.type_() == "checkbox" { input.checked().to_string() } else { input.value() };
    (event == "change").then_some(value)
}
