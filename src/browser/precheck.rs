//! The page's element: shows the state in its place and does what the applicant asks.
//!
//! Knows neither law nor sentence. What only the page can do is for the element's script: events, focus, loading, printing, keeping.

use js_sys::{Function, WeakRef};
use time::Date;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::dom::{restore, show};
use super::wording::words;
use crate::facts::day::{parse_date, write_date};
use crate::facts::id::Id;
use crate::law;
use crate::page::node::Node;
use crate::page::view::{
    Action, Stage, State, announcement, focus_id, kept_line, lacks_words_of_paper, state_of_line, visit,
};
use crate::page::words::Words;

/// One element on a page. Its place is held weakly: an element that a host throws away takes all of this with it.
#[wasm_bindgen(skip_typescript)]
pub struct Precheck {
    place: WeakRef<Element>,
    shown: Vec<Node>,
    state: State,
    words: Words,
    officer: Option<Words>,
    /// The day of the visit where the applicant chooses none: the host's, or today.
    usual: Date,
}

#[wasm_bindgen]
impl Precheck {
    /// Shows the beginning in `place`, in the language with this BCP 47 tag, as `say` says it. Days are written as `YYYY-MM-DD`;
    /// without a day for the visit it is today.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "the glue hands it over, in fewer bytes than it lends it")]
    pub fn new(place: Element, tag: &str, say: Function, today: &str, visit_date: &str) -> Self {
        let today = parse_date(today).unwrap_or(law::FIRST_DAY);
        let usual = parse_date(visit_date).unwrap_or(today);
        let state = State::new(law::EDITIONS, today, usual);
        let words = words(tag, say);
        let mut precheck = Self { place: WeakRef::new(&place), shown: Vec::new(), state, words, officer: None, usual };
        precheck.show();
        precheck
    }

    /// Speaks another language; nothing that was said is lost. What the part shown needs besides, `missing_wording` tells.
    pub fn speak(&mut self, tag: &str, say: Function) {
        self.words = words(tag, say);
        self.show();
    }

    /// Shows sheets in the officer's language too.
    pub fn speak_to_officer(&mut self, tag: &str, say: Function) {
        self.officer = Some(words(tag, say));
        self.show();
    }

    /// Does what an element's `data-action` names, with what was typed or ticked in it. Returns whether the focus goes along with what
    /// is shown, to `focus`; none if nothing such can be done: a day that is none.
    pub fn act(&mut self, action: &str, typed: &str) -> Option<bool> {
        let action = Action::named(action, typed)?;
        let before = self.state.stage;
        self.state.apply(&action);
        if matches!(action, Action::Clear | Action::Wipe) {
            self.visit_on(self.usual);
        }
        self.show();
        let moves = matches!(
            action,
            Action::Change(_) | Action::SeeAnswer | Action::Back | Action::Clear | Action::Undo | Action::Wipe
        );
        Some(moves || self.state.stage != before)
    }

    /// Another day has begun, or the host means another day of the visit (without a day: today). A day that the applicant chose stays
    /// when a day begins, and makes room for one that the host changes to.
    pub fn turn_to(&mut self, today: &str, visit_date: &str, is_hosts_change: bool) {
        self.state.today = parse_date(today).unwrap_or(self.state.today);
        let usual = parse_date(visit_date).unwrap_or(self.state.today);
        if is_hosts_change || self.state.application.visit_date == self.usual {
            self.visit_on(usual);
        }
        self.usual = usual;
        self.show();
    }

    /// How many steps lie behind; 0 at the beginning.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.state.steps()
    }

    /// The answers as ids, to be kept on the device.
    #[must_use]
    pub fn kept_line(&self) -> String {
        kept_line(&self.state)
    }

    /// Takes up answers that were kept, or that a code told: those are not to be kept.
    pub fn restore(&mut self, answers: &str, keep: bool) {
        self.state = state_of_line(&self.state, answers);
        self.state.keep = keep;
        self.show();
    }

    /// What a host may be told, in words: the verdict, the day of the visit, the edition that decides (nothing where none
    /// does), and the status of every finding. No answer.
    #[must_use]
    pub fn summary(&self) -> String {
        let report = &self.state.report;
        let edition = report.decided.map(|decided| write_date(decided.edition)).unwrap_or_default();
        let mut told =
            [report.verdict.id(), " ", &write_date(self.state.application.visit_date), " ", &edition].concat();
        for finding in &report.findings {
            told.extend([" ", finding.status.id()]);
        }
        told
    }

    /// The day until which the answers are to be kept on the device, as `YYYY-MM-DD`; none if they are not.
    #[must_use]
    pub fn keep_until(&self) -> Option<String> {
        self.state.keep_until().map(write_date)
    }

    /// Puts back what others changed on the page, so that what is asked of it next is what was shown.
    pub fn restore_shown(&self) {
        if let Some(place) = self.place.deref() {
            restore(&place, &self.shown);
        }
    }

    /// Shows everything anew, after more of the wording was loaded.
    pub fn show_again(&mut self) {
        self.show();
    }

    /// What is needed and not there: the texts of the answer (`later`), those of sheets and complaints (`paper`), and on a sheet those of
    /// its other language (`officer:` and its tag), which is the state language, or Russian for whoever reads the state language; a
    /// complaint is in one of them.
    #[must_use]
    pub fn missing_wording(&self) -> Option<String> {
        if self.words.find("answer.why").is_none() {
            return Some("later".to_owned());
        }
        if lacks_words_of_paper(&self.state, &self.words) {
            return Some("paper".to_owned());
        }
        let is_kazakh = self.words.language() == "kk";
        let has_two_languages = matches!(self.state.stage, Stage::VisitSheet | Stage::OwnerSheet)
            || self.state.stage == Stage::Complaint && !is_kazakh;
        let other = if is_kazakh { "officer:ru" } else { "officer:kk" };
        (has_two_languages && self.officer.is_none()).then(|| other.to_owned())
    }

    /// One sentence on what is shown now, to be announced.
    #[must_use]
    pub fn announcement(&self) -> String {
        announcement(&self.state, &self.words)
    }

    /// The id of the heading that the focus belongs to.
    #[must_use]
    pub fn focus(&self) -> String {
        focus_id(&self.state)
    }

    /// Whether what is typed for printing fits its field.
    #[must_use]
    pub fn fits_field(&self, field: &str, value: &str) -> bool {
        crate::page::iin::fits_field(field, value)
    }
}

impl Precheck {
    /// The day of the visit, when it is nobody's act: whether somebody is there stays open.
    fn visit_on(&mut self, day: Date) {
        let (is_idle, fate) = (self.state.idle, self.state.fate);
        self.state.apply(&Action::VisitDate(day));
        (self.state.idle, self.state.fate) = (is_idle, fate);
    }

    fn show(&mut self) {
        let Some(place) = self.place.deref() else { return };
        let elements = visit(&self.state, &self.words, self.officer.as_ref());
        let nodes: Vec<Node> = elements.into_iter().map(Node::Element).collect();
        show(&place, self.words.language(), &self.shown, &nodes);
        self.shown = nodes;
    }
}
