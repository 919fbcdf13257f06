//! The whole law as it is encoded, for a lawyer to compare with the official texts: act by act in the order of the text, the
//! paragraph first and beside it what Tirkeu makes of it, with a box to tick.
//!
//! Knows the tables and the words; decides nothing, and leaves nothing out that the tables say.

mod made;

use crate::decide::report::Procedure;
use crate::facts::condition::Condition;
use crate::facts::document::Document;
use crate::facts::fact::{Answer, Of};
use crate::facts::id::{Id, Set};
use crate::law::PREVAILING;
use crate::law::citation::{Act, Citation};
use crate::law::edition::Edition;
use crate::law::outcome::Outcome;
use crate::law::prevailing::Prevailing;
use crate::page::node::{Element, element, text};
use crate::page::view::{place, which};
use crate::page::words::Words;
use made::{Made, condition, made, name_of};

/// The law, as a page of tables.
///
/// ```
/// use tirkeu::{law, page::node::Node, page::rulebook::rulebook, page::wording::wording};
/// let book = rulebook(law::EDITIONS, &wording("en").unwrap());
/// assert!(book.into_iter().map(|part| Node::Element(part).plain()).any(|text| text.contains("677.7.2")));
/// ```
#[must_use]
pub fn rulebook(law: &[Edition], words: &Words) -> Vec<Element> {
    let made = made(law, words);
    let mut book = vec![text("h1", words.get("rulebook.title"))];
    book.extend(law.iter().map(|edition| edition_of(words, edition)));
    book.extend(acts().map(|act| act_of(words, act, &made)));
    book.push(conflicts(words, &made));
    book.push(without_source(words, &made));
    book.push(not_decided(words, &made));
    book.push(asked(words, law));
    book.push(open_points(words));
    book
}

/// An edition: from when, when its sources were read, whom it is for.
fn edition_of(words: &Words, edition: &Edition) -> Element {
    let reviewed = edition
        .reviewed
        .map_or_else(|| words.get("answer.not_reviewed"), |day| words.with_date("answer.reviewed", day));
    let scope = condition(words, &edition.scope.in_scope, Of::Person);
    element("section")
        .child(text("h2", words.with_date("rulebook.edition", edition.from)))
        .child(text("p", words.with_date("answer.sources_read", edition.sources_read)))
        .child(text("p", words.get("answer.read_in_copy")))
        .child(text("p", reviewed))
        .child(text("p", [words.get("rulebook.scope"), ": ".to_owned(), scope].concat()))
}

/// An act: its name, the way to it, and a table of its statements.
fn act_of(words: &Words, act: Act, made: &[Made]) -> Element {
    let annexes = if act == Act::Order267 {
        [", ", &which(words, Procedure::set(Procedure::ALL))].concat()
    } else {
        String::new()
    };
    let section = element("section")
        .child(text("h2", [words.of("act.*", act.id()), annexes].concat()))
        .children(link(words, act));
    let head =
        ["rulebook.sources", "rulebook.text", "rulebook.made", "rulebook.tick"].map(|id| text("th", words.get(id)));
    let rows = statements(act).map(|citation| statement(words, citation, made));
    section.child(element("table").child(element("tr").children(head)).children(rows))
}

fn link(words: &Words, act: Act) -> Option<Element> {
    let language = if words.language() == "kk" { "kaz" } else { "rus" };
    let address = format!("https://zan.gov.kz/client/#!/doc/{}/{language}", act.document()?);
    let link = text("a", address.clone()).with("rel", "noopener noreferrer").with("target", "_blank");
    Some(element("p").child(link.with("referrerpolicy", "no-referrer").with_made("href", address)))
}

/// One statement: where it stands, what it says, everything that rests on it, and a box to tick. What rests on several statements is
/// told in full at the first of them, and by its number and name at the others.
fn statement(words: &Words, citation: Citation, made: &[Made]) -> Element {
    let place = [&place(words, citation), " (", citation.id(), ")"].concat();
    let resting = made.iter().enumerate().filter(|(_, made)| made.sources.contains(citation)).map(|(index, made)| {
        let is_first = in_order().find(|first| made.sources.contains(*first)) == Some(citation);
        text("li", numbered(index, if is_first { &made.text } else { &made.name }))
    });
    let resting: Vec<Element> = resting.collect();
    let resting =
        if resting.is_empty() { text("p", words.get("rulebook.none")) } else { element("ul").children(resting) };
    element("tr")
        .child(text("th", place.trim().to_owned()))
        .child(text("td", words.of("source.*", citation.id())))
        .child(element("td").child(resting))
        .child(text("td", "☐".to_owned()).class("tick"))
}

/// The acts in the order of the book: the published summary comes last.
fn acts() -> impl Iterator<Item = Act> {
    Act::ALL.iter().copied().filter(|act| *act != Act::Summary).chain([Act::Summary])
}

/// The statements in the order of the book.
fn in_order() -> impl Iterator<Item = Citation> {
    acts().flat_map(statements)
}

/// The statements of an act.
fn statements(act: Act) -> impl Iterator<Item = Citation> {
    Citation::ALL.iter().copied().filter(move |citation| citation.act() == act)
}

/// What is made of the texts, after its number.
fn numbered(index: usize, text: &str) -> String {
    [&(index + 1).to_string(), ". ", text].concat()
}

/// Every row that two texts leave in conflict, with its statements; and those that the date of the acts settles.
fn conflicts(words: &Words, made: &[Made]) -> Element {
    let of_conflict = made.iter().enumerate().filter(|(_, made)| made.outcomes.contains(Outcome::AskConflict));
    let of_conflict = of_conflict.map(|(index, made)| {
        let sources: Vec<&str> = in_order().filter(|of| made.sources.contains(*of)).map(Id::id).collect();
        text(
            "li",
            [&numbered(index, &made.text), ". ", &words.get("rulebook.sources"), ": ", &*sources.join(", ")].concat(),
        )
    });
    element("section")
        .child(text("h2", words.get("rulebook.conflicts")))
        .child(element("ul").children(of_conflict))
        .child(text("p", words.get("rulebook.conflict.lead")))
        .child(element("ul").children(PREVAILING.iter().map(|of| text("li", prevailing(words, of)))))
        .child(text("p", words.get("rulebook.conflict.not_by_date")))
}

/// A contradiction of which the later act would prevail.
fn prevailing(words: &Words, of: &Prevailing) -> String {
    let forms = of.requirement.document().map_or("", Document::kind);
    let form = of.form.map(|form| [": ".to_owned(), words.of_kind("form.list.*", forms, form.id())].concat());
    let when = match of.when {
        Condition::Always => String::new(),
        when => [". ", &words.get("rulebook.when"), ": ", &*condition(words, &when, Of::Person)].concat(),
    };
    [name_of(words, of.requirement), form.unwrap_or_default(), when].concat()
}

/// What rests on no source at all, and hence can only be asked.
fn without_source(words: &Words, made: &[Made]) -> Element {
    let without = made.iter().filter(|made| made.sources.is_empty());
    element("section")
        .child(text("h2", [words.get("rulebook.sources"), ": ".to_owned(), words.get("rulebook.none")].concat()))
        .child(element("ul").children(without.map(|made| text("li", made.text.clone()))))
}

/// The parts of the two acts of which nothing is made, in their order.
const UNENCODED: &[&str] = &[
    "267.1",
    "267.6",
    "267.list.5",
    "267.list.10",
    "677.1",
    "677.5",
    "677.9",
    "677.10",
    "677.12",
    "677.13",
    "677.14",
    "677.15",
    "677.16",
];

/// What the text says and Tirkeu does not decide: parts that nothing is made of, statements that nothing rests on, and what only the counter can say.
fn not_decided(words: &Words, made: &[Made]) -> Element {
    let rests = |citation: &&Citation| made.iter().any(|made| made.sources.contains(**citation));
    let statements = Citation::ALL.iter().filter(|citation| !rests(citation));
    let statements = statements.map(|citation| [citation.id(), ": ", &words.of("source.*", citation.id())].concat());
    let questions = ["translation", "passport", "absent_owner", "akimat"].map(|id| words.of("answer.undecided.*", id));
    let unencoded = UNENCODED.iter().map(|id| words.of("rulebook.unencoded.*", id));
    element("section")
        .child(text("h2", words.get("rulebook.not_decided")))
        .child(element("ul").children(unencoded.chain(statements).chain(questions).map(|line| text("li", line))))
}

/// When each question is asked, under the newest edition.
fn asked(words: &Words, law: &[Edition]) -> Element {
    let newest = law.last().map_or(&[][..], |edition| edition.scope.asked);
    let questions = newest.iter().map(|asked| {
        let of_person = condition(words, &asked.person, Of::Person);
        let of_person = match (asked.fact.of(), asked.person) {
            (_, Condition::Always) | (Of::Person, _) => of_person,
            (Of::Application, _) => words.with("rulebook.one_person", "condition", &of_person),
        };
        let of_application = condition(words, &asked.application, asked.fact.of());
        let when = match (asked.person, asked.application) {
            (Condition::Always, Condition::Always) => words.get("rulebook.asked.always"),
            (_, Condition::Always) => of_person,
            _ => [&of_person, " ", &words.get("join.and"), " ", &*of_application].concat(),
        };
        text("li", [words.of("fact.*.name", asked.fact.id()), ": ".to_owned(), when].concat())
    });
    element("section").child(text("h2", words.get("rulebook.asked"))).child(element("ul").children(questions))
}

/// What is left for a lawyer to say.
fn open_points(words: &Words) -> Element {
    let points = ["rulebook.guardian", "rulebook.unread", "answer.texts"].map(|id| text("li", words.get(id)));
    element("section").child(text("h2", words.get("rulebook.open_points"))).child(element("ul").children(points))
}

/// Answers to one question, after its name; "someone's" where they are of a person and it is about the application.
fn one_of(words: &Words, answers: Set<Answer>, of: Of) -> String {
    let Some(fact) = answers.iter().next().map(Answer::fact) else { return String::new() };
    let name = words.of("fact.*.name", fact.id());
    let about_someone = of == Of::Application && fact.of() == Of::Person;
    let name = if about_someone { words.with("rulebook.someone", "fact", &name) } else { name };
    let named = |answer: Answer| {
        let id = ["answer.", fact.id(), ".", answer.id()].concat();
        words.find(&[&id, ".of"].concat()).unwrap_or_else(|| words.get(&id))
    };
    [name, ": ".to_owned(), answers.iter().map(named).collect::<Vec<_>>().join(" / ")].concat()
}
