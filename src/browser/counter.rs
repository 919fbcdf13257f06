//! A visit's code in the browser: opened on the counter's page, and made from the answers of a sheet.
//!
//! Knows neither law nor sentence. Fields, loading and clearing are for the page's script; nothing is kept here but what is shown.

use js_sys::Function;
use time::Date;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::dom::show;
use super::wording::words;
use crate::decide::check::check;
use crate::facts::day::{parse_date, write_date};
use crate::law;
use crate::page::node::Node;
use crate::page::view::{Seen, State, fault_in_words, kept_line, state_of_line, told};
use crate::page::words::{Words, digits};
use crate::wire::code::{Code, Fault, Gap, SamePapers, without_dates};

/// The counter's page: one code at a time, and what it tells.
#[wasm_bindgen(skip_typescript)]
pub struct Counter {
    place: Element,
    shown: Vec<Node>,
    words: Words,
    today: Date,
    code: Option<Code>,
    fault: Option<Fault>,
}

#[wasm_bindgen]
impl Counter {
    /// Shows nothing yet in `place`, in the language with this BCP 47 tag, as `say` says it. Today is written as `YYYY-MM-DD`.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(place: Element, tag: &str, say: Function, today: &str) -> Self {
        let today = parse_date(today).unwrap_or(law::FIRST_DAY);
        Self { place, shown: Vec::new(), words: words(tag, say), today, code: None, fault: None }
    }

    /// Speaks another language.
    pub fn speak(&mut self, tag: &str, say: Function) {
        self.words = words(tag, say);
        self.show();
    }

    /// Opens the code that was typed, on this day, and shows what it tells; tells whether it is one. What is shown already stays where it
    /// is none.
    pub fn open(&mut self, typed: &str, today: &str) -> bool {
        self.today = parse_date(today).unwrap_or(self.today);
        match Code::read(typed) {
            Ok(code) => (self.code, self.fault) = (Some(code), None),
            Err(fault) => self.fault = Some(fault),
        }
        self.show();
        self.fault.is_none()
    }

    /// Why what was typed last is no code; nothing where it is one.
    #[must_use]
    pub fn fault(&self) -> String {
        let Some(fault) = &self.fault else { return String::new() };
        let filled = fault.gaps().into_iter().map(|(name, gap)| match gap {
            Gap::Text(text) => (name, text),
            Gap::Number(number) => (name, digits(number)),
        });
        fault_in_words(&self.words, fault.id(), &filled.collect::<Vec<_>>())
    }

    /// Forgets the code.
    pub fn close(&mut self) {
        (self.code, self.fault) = (None, None);
        self.show();
    }

    /// The answers that the code tells, as an element takes them up; nothing where there is no code.
    #[must_use]
    pub fn answers(&self) -> String {
        self.state().map(|state| kept_line(&state)).unwrap_or_default()
    }

    /// The day of the visit that the code tells, as `YYYY-MM-DD`; nothing where there is no code.
    #[must_use]
    pub fn visit_date(&self) -> String {
        self.code.as_ref().map(|code| write_date(code.application.visit_date)).unwrap_or_default()
    }
}

impl Counter {
    fn state(&self) -> Option<State> {
        let Code { application, same, .. } = self.code.clone()?;
        let state = State::of(law::EDITIONS, self.today, application);
        Some(state.with_same_papers(same.representative, same.certificates))
    }

    fn show(&mut self) {
        let opened = self.code.as_ref().zip(self.state());
        let shown = opened.map(|(code, state)| told(&state, code.edition, &seen(code, &state), &self.words));
        let new: Vec<Node> = shown.unwrap_or_default().into_iter().map(Node::Element).collect();
        show(&self.place, self.words.language(), &self.shown, &new);
        self.shown = new;
    }
}

/// What was seen when the code was made: the report by the editions that were known then, where it still has the code's digest.
fn seen(code: &Code, state: &State) -> Seen {
    if code.is_answered_by(&state.report) {
        return Seen::Same;
    }
    let known =
        law::EDITIONS.iter().take_while(|edition| code.edition.is_some_and(|last| edition.from <= last)).count();
    let then = check(law::EDITIONS.get(..known).unwrap_or_default(), &code.application);
    if code.is_answered_by(&then) { Seen::Another(then) } else { Seen::Corrected }
}

/// The code of what was answered, as an element keeps it, for a visit on this day; nothing where more people were named than a code
/// holds. Without dates it tells of each document only whether it ends before the visit.
#[wasm_bindgen]
#[must_use]
pub fn make_code(answers: &str, visit_date: &str, has_dates: bool) -> String {
    let day = parse_date(visit_date).unwrap_or(law::FIRST_DAY);
    let State { application, same_paper, same_certificate, .. } =
        state_of_line(&State::new(law::EDITIONS, day, day), answers);
    let same = SamePapers { representative: same_paper, certificates: same_certificate };
    let application = if has_dates { application } else { without_dates(&application) };
    Code::of(&application, &check(law::EDITIONS, &application)).with_same(&same).write().unwrap_or_default()
}
