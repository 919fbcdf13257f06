//! What is said to the page, and what stands on it then, without a browser.

use tirkeu::page::view::{Action, Stage, State};
use tirkeu::page::wording::wording;
use tirkeu::{Words, law, parse_date};

pub(crate) const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

pub(crate) fn words(language: &str) -> Words {
    wording(language).expect("the language is there")
}

/// What was said, as the names of the actions, for a visit on this day.
pub(crate) fn state(day: &str, actions: &[&str]) -> State {
    let day = parse_date(day).expect("a day");
    let mut state = State::new(law::EDITIONS, day, day);
    for name in actions {
        state.apply(&Action::named(name, "").unwrap_or_else(|| panic!("no action {name}")));
    }
    state
}

/// The same, in front of each of its questions.
pub(crate) fn asking(state: &State) -> Vec<State> {
    let before = |question| {
        let mut state = state.clone();
        state.stage = Stage::Check;
        state.current = Some(question);
        state
    };
    state.questions_asked().into_iter().map(before).collect()
}

pub(crate) const ADULT: [&str; 4] =
    ["answer:0:status:foreigner", "answer:0:age:adult", "answer:0:incapacitated:no", "answer:0:applicant:self"];
pub(crate) const HOME: [&str; 3] =
    ["answer::service:permanent", "answer::residence:other_owner", "answer::owner_present:yes"];

#[track_caller]
pub(crate) fn says(text: &str, sentence: &str) {
    assert!(text.contains(sentence), "“{sentence}” is not in:\n{text}");
}

#[track_caller]
pub(crate) fn is_silent(text: &str, sentence: &str) {
    assert!(!text.contains(sentence), "“{sentence}” is in:\n{text}");
}
