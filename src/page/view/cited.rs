//! Where a statement stands: the act, the annex that follows from the procedure, the paragraph or row, and the way there.
//!
//! Knows how a citation is told, not what rests on it.

use super::state::State;
use crate::decide::report::Procedure;
use crate::facts::id::{Id, Set};
use crate::law::citation::{Act, Citation};
use crate::page::words::{Mark, Words};
use crate::page::writer::Writer;

/// The annexes of Order 267 that count for a person, or for the application: those of what each of them may apply for.
pub(super) fn annexes(state: &State, person: Option<usize>) -> Set<Procedure> {
    state.may_apply_for(|index, _| person.is_none_or(|person| person == index))
}

/// The annex of Order 267 in which a procedure stands.
const fn annex(procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::Permanent => "6",
        Procedure::Temporary => "7",
        Procedure::Accounting => "8",
    }
}

/// Statements of sources, act by act, each with where it stands.
pub(super) fn cited(w: &mut Writer, sources: Set<Citation>, annexes: Set<Procedure>) {
    w.open("ul.cited");
    for act in Act::ALL {
        let of_act: Set<Citation> = sources.iter().filter(|citation| citation.act() == *act).collect();
        if of_act.is_empty() {
            continue;
        }
        w.open("li");
        w.key(act.id().to_owned());
        named(w, *act, annexes);
        w.open("ul");
        of_act.iter().for_each(|citation| statement(w, citation, annexes));
        w.close();
        w.close();
    }
    w.close();
}

/// The act by its name, and the way to its official text.
fn named(w: &mut Writer, act: Act, annexes: Set<Procedure>) {
    w.open("cite translate=no");
    w.put(w.words.of("act.*", act.id()));
    if act == Act::Order267 {
        w.put([w.words.mark(Mark::Comma), &which(w.words, annexes)].concat());
    }
    w.close();
    if let Some(document) = act.document() {
        let language = if w.words.language() == "kk" { "/kaz" } else { "/rus" };
        w.open("a.official target=_blank referrerpolicy=no-referrer");
        w.set("rel", "noopener noreferrer");
        w.set("href", ["https://zan.gov.kz/client/#!/doc/", document, language].concat());
        w.say("span", "citation.open");
        w.close();
    }
}

/// The annexes in words.
pub(crate) fn which(words: &Words, annexes: Set<Procedure>) -> String {
    let mut named = Vec::new();
    for procedure in annexes.iter() {
        named.push(words.with("act.annex", "number", annex(procedure)));
    }
    if named.is_empty() { words.get("act.annexes.all") } else { words.all_of(&named) }
}

fn statement(w: &mut Writer, citation: Citation, annexes: Set<Procedure>) {
    w.open("li");
    w.set("data-source", citation.id());
    let place = place_in(w.words, citation, annexes);
    if !place.is_empty() {
        w.text("b", w.words.named(&place, ""));
    }
    w.put(w.words.of("source.*", citation.id()));
    w.close();
}

/// Where a statement stands in these annexes: annex 8 has the paragraph on what is checked one place before the others.
pub(super) fn place_in(words: &Words, citation: Citation, annexes: Set<Procedure>) -> String {
    match (citation, annexes.only()) {
        (Citation::O267p5, Some(Procedure::Accounting)) => words.with("place.paragraph", "number", "4"),
        _ => place(words, citation),
    }
}

/// Where in its act a statement stands, in words; nothing of the summary, which has no numbers.
pub(crate) fn place(words: &Words, citation: Citation) -> String {
    let place = citation.place();
    let (id, number) = match (citation.act(), place) {
        (Act::Summary, _) => return String::new(),
        (_, "consent") => return words.get("place.consent"),
        (_, "refusal") => return words.get("place.refusal"),
        (Act::Order267 | Act::Rules677, _) => match (place.split_once('.'), place.get(..5)) {
            (Some((_, row)), Some("list.")) => ("place.row", row),
            (Some(_), _) => ("place.subparagraph", place),
            (None, _) => ("place.paragraph", place),
        },
        _ => ("place.article", place),
    };
    let number =
        number.split_once('.').map(|(number, part)| [number, "(", part, ")"].concat()).unwrap_or(number.to_owned());
    words.with(id, "number", &number)
}
