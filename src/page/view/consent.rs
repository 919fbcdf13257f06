//! The form of the consent (appendix 2), to be printed: one for each person, in both languages as the official form has it.
//!
//! Knows the fields of the form and what is typed for printing; nothing of it is part of the state.

use super::answer::with_whose;
use super::paper::labelled_field;
use super::question::button;
use super::state::{Action, Stage, State};
use crate::decide::completion::known_of;
use crate::decide::report::Counter;
use crate::facts::fact::{Answer, Fact};
use crate::page::words::{Words, digits};
use crate::page::writer::Writer;

/// The sheet: what to type, then a form for each person who is, or may be, in scope.
pub(super) fn consent_form(w: &mut Writer, state: &State) {
    w.open("div#consent-form");
    w.set("class", "sheet consents");
    w.lines(
        "div.tools#tools
           button.primary type=button data-script=print|paper.print",
    );
    button(w, "paper.close", &Action::Go(Stage::Check), "quiet");
    w.close();
    w.lines(
        "h2 id=sheet tabindex=-1|consent.heading
         p.hint|consent.hint",
    );
    details(w, state);
    for index in people(state) {
        form(w, state, index);
    }
    w.close();
}

/// The people who are, or may be, in scope.
fn people(state: &State) -> Vec<usize> {
    let may = |index: &usize| {
        let person = state.application.people.get(*index);
        person
            .zip(state.edition())
            .is_some_and(|(person, edition)| edition.in_scope(known_of(&state.application, person)).may_hold())
    };
    (0..state.application.people.len()).filter(may).collect()
}

/// Whom the form of annex 8 is for.
fn is_accounted(state: &State, index: usize) -> bool {
    matches!(state.answers(Some(index)).get(Fact::Status), Some(Answer::Refugee | Answer::AsylumSeeker))
}

/// What can be typed before printing.
const TYPED: &[&str] = &["surname", "given_name", "patronymic", "iin", "born"];

fn details(w: &mut Writer, state: &State) {
    w.lines(
        "div.details#details
           h3|paper.details
           p.hint|paper.details.hint",
    );
    let owner = [&w.words.get("consent.owner"), ": ", &*w.words.get("consent.owner.what")].concat();
    labelled_field(w, owner, "owner", None);
    for index in people(state) {
        for name in TYPED {
            let label = with_whose(w.words, state, w.words.of("consent.*", name), Some(index));
            labelled_field(w, label, name, Some(index));
        }
    }
    w.close();
}

/// The fields of the two columns, in the form's order.
const LEFT: &[&str] = &["iin", "surname", "given_name", "patronymic", "born"];
const RIGHT: &[&str] = &["basis", "document_number", "issued", "issuer", "birthplace"];
const ADDRESS: &[&str] =
    &["country", "region", "district", "settlement", "settlement_district", "street", "house", "block", "flat"];

fn form(w: &mut Writer, state: &State, index: usize) {
    let accounted = is_accounted(state, index);
    let end = if accounted { Counter::Police } else { Counter::StateCorporation };
    w.open("section.consent");
    w.key(digits(index));
    line(w, "to", end, None);
    official(w, "p.hint", "to.what", end);
    official(w, "h3", "title", end);
    line(w, "owner", end, Some("owner"));
    official(w, "p.hint", "owner.what", end);
    official(w, "p", "no_objection", end);
    columns(w, index, &[("", LEFT), ("", RIGHT)], end);
    action(w, state, index, end);
    line(w, "reason", end, None);
    columns(w, index, &[("new_address", ADDRESS), ("old_address", ADDRESS)], end);
    columns(w, index, &[("", &["arrival"]), ("", &["departure"])], end);
    for name in ["person_signature", "phone", "owner_signature", "owner_phone"] {
        line(w, name, end, None);
    }
    w.close();
}

/// What is done: what the applicant chose, or else every action of the form, to be underlined.
fn action(w: &mut Writer, state: &State, index: usize, end: Counter) {
    let actions: &[&str] = match (is_accounted(state, index), state.answers(None).get(Fact::Service)) {
        (true, _) => &["action.accounting_address", "action.accounting"],
        (false, Some(Answer::Permanent)) => &["action.permanent"],
        (false, Some(Answer::Temporary)) => &["action.temporary"],
        (false, _) => &["action.permanent", "action.temporary"],
    };
    official(w, "h4", "action", end);
    for name in actions {
        official(w, "p", name, end);
    }
}

fn columns(w: &mut Writer, index: usize, columns: &[(&str, &[&str])], end: Counter) {
    w.open("div.columns");
    for (heading, names) in columns {
        w.open("div");
        if !heading.is_empty() {
            official(w, "h4", heading, end);
        }
        for name in *names {
            let is_typed = TYPED.contains(name);
            line(w, name, end, is_typed.then(|| [name, &*digits(index)].concat()).as_deref());
        }
        w.close();
    }
    w.close();
}

/// A field of the form: its official words in both languages, and what was typed, or a line to write on.
fn line(w: &mut Writer, name: &str, end: Counter, field: Option<&str>) {
    w.open("div.field");
    official(w, "span", name, end);
    w.open("strong.typed");
    if let Some(field) = field {
        w.set("data-typed", field.to_owned());
    }
    w.close();
    w.close();
}

/// The form's own words, Kazakh and Russian.
fn official(w: &mut Writer, tag: &'static str, name: &str, end: Counter) {
    w.open(tag);
    let (kazakh, russian) = (said(w.words, "kk", name, end), said(w.words, "ru", name, end));
    for (language, words) in [("kk", kazakh), ("ru", russian)] {
        w.open("span");
        w.set("lang", language);
        w.put(words);
        w.close();
    }
    w.close();
}

/// What the form says in one of its languages: that of annex 8 for whoever is accounted, where it differs.
fn said(words: &Words, language: &str, name: &str, end: Counter) -> String {
    let id = [language, "/consent.", name].concat();
    let of_annex_8 = if end == Counter::Police { words.find(&[&id, ".police"].concat()) } else { None };
    of_annex_8.unwrap_or_else(|| words.get(&id))
}
