//! The first question as it stands in a page before the module is there: the one that the element asks, its buttons as fields, which a
//! browser fills in without script.
//!
//! Knows how a button becomes a field; what is asked, and with which answers, the view says.

use super::state::{Action, Stage, State};
use super::visit::visit;
use crate::law;
use crate::page::node::{Element, Node, element, text};
use crate::page::words::Words;

/// The beginning's button, and folded under it the first question. Each says in `data-action` what it is for.
#[must_use]
pub fn first_question(words: &Words) -> Element {
    let begin = Action::Go(Stage::Check);
    let mut state = State::new(law::EDITIONS, law::FIRST_DAY, law::FIRST_DAY);
    state.apply(&begin);
    let button = text("summary", words.get("start.button")).class("primary");
    let asked = visit(&state, words, None).into_iter().filter_map(questions).map(with_fields);
    element("details").class("next").with_made("data-action", begin.name()).child(button).children(asked)
}

/// The part of the page that holds the question.
fn questions(shown: Element) -> Option<Element> {
    if shown.attribute("class") == Some("questions") {
        return Some(shown);
    }
    elements(&shown).find_map(questions)
}

/// What only the element can do, by its classes: going back, explaining, what was said so far.
const OF_THE_ELEMENT: [&str; 3] = ["back", "more", "said-so-far"];

/// The same, each answer a field of which one is chosen.
fn with_fields(mut shown: Element) -> Element {
    let is_of_the_page =
        |inside: &Element| !inside.attribute("class").is_some_and(|class| OF_THE_ELEMENT.contains(&class));
    let inside = elements(&shown).filter(is_of_the_page);
    let inside = inside.map(|inside| if inside.name == "button" { field(&inside) } else { with_fields(inside) });
    let inside: Vec<Node> = inside.map(Node::from).collect();
    if !inside.is_empty() {
        shown.children = inside;
    }
    shown
}

/// A field that is chosen where this button would be tapped.
fn field(button: &Element) -> Element {
    let action = button.attribute("data-action").unwrap_or_default();
    let chosen = element("input").with("type", "radio").with("name", "status").with("autocomplete", "off");
    let chosen = chosen.with_made("data-action", action.to_owned());
    element("label").class("choice").child(chosen).children(elements(button))
}

fn elements(of: &Element) -> impl Iterator<Item = Element> {
    let element = |node: &Node| if let Node::Element(element) = node { Some(element.clone()) } else { None };
    of.children.iter().filter_map(element)
}
