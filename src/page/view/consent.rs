//! The form of the consent (appendix 2), to be printed: one for each person, in both languages as the official form has it.
//!
//! Knows the fields of the form and what is typed for printing; nothing of it is part of the state.

use super::answer::with_whose;
use super::question::button;
use super::sheets::{labelled_field, typed};
use super::state::{Action, Stage, State};
use crate::decide::completion::known_of;
use crate::decide::report::Counter;
use crate::facts::fact::{Answer, Fact};
use crate::page::words::{OFFICIAL, Words, digits};
use crate::page::writer::Writer;

/// The sheet: what to type, then a form for each person who is, or may be, in scope.
#[inline(never)]
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

/// Whose form it is: the police's own for refugees and asylum seekers.
fn counter(state: &State, index: usize) -> Counter {
    match state.answers(Some(index)).get(Fact::Status) {
        Some(Answer::Refugee | Answer::AsylumSeeker) => Counter::Police,
        _ => Counter::StateCorporation,
    }
}

/// Whether annex 8 has a form of its own, for accounting and without a tenant: since it names asylum seekers too.
fn has_form_of_annex_8(state: &State) -> bool {
    state.edition().is_some_and(|edition| edition.scope.statuses.contains(Answer::AsylumSeeker))
}

/// The words that the form for a counter is in: those of annex 8, or those of all the others.
fn words_of(state: &State, words: &Words, counter: Counter) -> Words {
    let of_annex_8 = counter == Counter::Police && has_form_of_annex_8(state);
    words.variant(if of_annex_8 { ".police" } else { "" })
}

/// What can be typed before printing.
const TYPED: &[&str] = &["surname", "given_name", "patronymic", "iin", "born"];

fn details(w: &mut Writer, state: &State) {
    w.lines(
        "div.details#details
           h3|paper.details
           p.hint|paper.details.hint",
    );
    let words = words_of(state, w.words, state.report.counters.only().unwrap_or(Counter::StateCorporation));
    let owner = words.named(&words.get("consent.owner"), &words.get("consent.owner.what"));
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
    let counter = counter(state, index);
    let words = &words_of(state, w.words, counter);
    w.open("section.consent dir=ltr");
    w.key(digits(index));
    line(w, words, "to", None);
    official(w, words, "p.hint", "to.what");
    official(w, words, "h3", "title");
    line(w, words, "owner", Some(""));
    official(w, words, "p.hint", "owner.what");
    official(w, words, "p", "no_objection");
    columns(w, words, index, &[("", LEFT), ("", RIGHT)]);
    official(w, words, "h4", "action");
    for name in actions(state, counter) {
        official(w, words, "p", name);
    }
    line(w, words, "reason", None);
    columns(w, words, index, &[("new_address", ADDRESS), ("old_address", ADDRESS)]);
    columns(w, words, index, &[("", &["arrival"]), ("", &["departure"])]);
    for name in ["person_signature", "phone", "owner_signature", "owner_phone"] {
        line(w, words, name, None);
    }
    w.close();
}

/// What is done: what the applicant chose, or else every action of the form, to be underlined. Before annex 8 had a form of its own
/// it called what refugees get temporary registration.
fn actions(state: &State, counter: Counter) -> &'static [&'static str] {
    match (counter, state.answers(None).get(Fact::Service)) {
        (Counter::Police, _) if has_form_of_annex_8(state) => &["action.accounting_address", "action.accounting"],
        (Counter::Police, _) | (_, Some(Answer::Temporary)) => &["action.temporary"],
        (_, Some(Answer::Permanent)) => &["action.permanent"],
        _ => &["action.permanent", "action.temporary"],
    }
}

fn columns(w: &mut Writer, words: &Words, index: usize, columns: &[(&str, &[&str])]) {
    w.open("div.columns");
    for (heading, names) in columns {
        w.open("div");
        if !heading.is_empty() {
            official(w, words, "h4", heading);
        }
        for name in *names {
            let is_typed = TYPED.contains(name);
            line(w, words, name, is_typed.then(|| digits(index)).as_deref());
        }
        w.close();
    }
    w.close();
}

/// A field of the form: its official words in both languages, and what was typed for the person with this number, or a line to write on.
fn line(w: &mut Writer, words: &Words, name: &str, person: Option<&str>) {
    w.open("div.field");
    official(w, words, "span", name);
    match person {
        Some(number) => typed(w, name, number),
        None => w.lines(
            "strong.typed
             /",
        ),
    }
    w.close();
}

/// What a line of the form means, for whoever reads neither of its languages; never printed.
fn explained(w: &mut Writer, words: &Words, name: &str) {
    if !OFFICIAL.contains(&words.language()) {
        w.open("small.explained");
        w.speaks(words);
        w.put(words.of("consent.*", name));
        w.close();
    }
}

/// The form's own words, in its own languages.
fn official(w: &mut Writer, words: &Words, tag: &'static str, name: &str) {
    w.open(tag);
    for language in OFFICIAL {
        w.open("span");
        w.set("lang", language);
        w.put(words.get(&[language, "/consent.", name].concat()));
        w.close();
    }
    explained(w, words, name);
    w.close();
}
