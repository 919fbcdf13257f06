//! The static page of each language: complete without script, and what the element starts from.
//!
//! Knows the templates `www/index.html` and `www/embed.html` and their places; the content comes from the view and the wording.

use std::collections::BTreeMap;

use crate::facts::fact::Fact;
use crate::facts::id::from_id;
use crate::law;
use crate::page::json::tree;
use crate::page::node::{Node, element, text};
use crate::page::rulebook::rulebook;
use crate::page::view::full_list;
use crate::page::wording::{languages, sentences, wording};
use crate::page::words::Words;

/// The page itself, and the one that a portal shows in a frame.
const PAGE: &str = include_str!("../../www/index.html");
const FRAMED: &str = include_str!("../../www/embed.html");

/// The law as it is encoded, for a lawyer to read.
const RULEBOOK: &str = include_str!("../../www/rulebook.html");

/// The officer's page, which opens a visit's code.
const COUNTER: &str = include_str!("../../www/counter.html");
/// Where an institution checks its whole list.
const ROLL: &str = include_str!("../../www/list.html");

/// Every page: its file's name and its HTML, such as `ru.html`, `embed.ru.html` for a frame, `rulebook.ru.html` for a lawyer. Those
/// without a language in their name speak Kazakh, the state language.
#[must_use]
pub fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for (is_first, language) in languages().enumerate().map(|(index, language)| (index == 0, language)) {
        let Some(words) = wording(language) else { continue };
        for (name, plain, html) in [
            ("", "index", page(PAGE, &words)),
            ("embed.", "embed", page(FRAMED, &words)),
            ("rulebook.", "rulebook", law_as_encoded(&words)),
            ("counter.", "counter", counter(&words)),
            ("list.", "list", whole_list(&words)),
        ] {
            if is_first {
                pages.push(([plain, ".html"].concat(), html.clone()));
            }
            pages.push(([name, language, ".html"].concat(), html));
        }
    }
    pages
}

/// The wording that a browser loads: for each language what the first answer needs, which the language's own page holds, what it
/// asks for later, the list of papers, which the language's own page holds too, and what is said of a visit's code.
#[must_use]
pub fn wordings() -> Vec<(String, String)> {
    languages()
        .flat_map(|language| {
            let named = |end: &str| ["wording/", language, end].concat();
            let code = serde_json::to_string(&of_codes(language)).unwrap_or_default();
            let list = wording(language).map(|words| tree(&papers(&words)).to_string()).unwrap_or_default();
            [
                (named(".roll.json"), serde_json::to_string(&of_a_list(language)).unwrap_or_default()),
                (named(".json"), json(language, false)),
                (named(".later.json"), json(language, true)),
                (named(".list.json"), list),
                (named(".code.json"), code),
            ]
        })
        .collect()
}

/// The list of papers, as it stands in the element.
fn papers(words: &Words) -> Node {
    let list = element("div").with("slot", "list").with_made("lang", words.language().to_owned());
    list.children(full_list(law::EDITIONS, words)).into()
}

fn json(language: &str, is_later: bool) -> String {
    serde_json::to_string(&loaded(language, is_later)).unwrap_or_default()
}

/// The sentences that a browser loads first, or later. What only the command line and the static pages say is left out.
fn loaded(language: &str, is_later: bool) -> BTreeMap<String, String> {
    const NATIVE: &[&str] = &["rulebook.", "roll.", "form.list.none", "language", "page.fallback", CODE];
    let starts = |id: &str, prefixes: &[&str]| prefixes.iter().any(|prefix| id.starts_with(prefix));
    let sentences = sentences(language).unwrap_or_default().into_iter();
    sentences.filter(|(id, _)| comes_later(id) == is_later && !starts(id, NATIVE)).collect()
}

/// How the ids begin of what is said of a visit's code: it is loaded where one is made or opened.
const CODE: &str = "code.";

fn of_codes(language: &str) -> BTreeMap<String, String> {
    let sentences = sentences(language).unwrap_or_default().into_iter();
    sentences.filter(|(id, _)| id.starts_with(CODE)).collect()
}

/// The sentences that the page for an institution's list loads: what may stand in a list, and what is said of one.
fn of_a_list(language: &str) -> BTreeMap<String, String> {
    const OTHERS: &[&str] = &[
        "rulebook.",
        CODE,
        "page.",
        "start.",
        "list.",
        "source.",
        "statement.",
        "appeal.",
        "complaint.",
        "consent.",
        "tools.",
        "kk/",
        "ru/",
    ];
    let sentences = sentences(language).unwrap_or_default().into_iter();
    sentences.filter(|(id, _)| !OTHERS.iter().any(|prefix| id.starts_with(prefix))).collect()
}

/// How the ids begin of what comes behind the first question.
const LATER: &[&str] = &[
    "list.",
    "document.",
    "form.",
    "fact.age",
    "fact.incapacitated",
    "fact.applicant",
    "fact.service",
    "fact.residence",
    "fact.owner_present",
    "answer.age",
    "answer.incapacitated",
    "answer.applicant",
    "answer.service",
    "answer.residence",
    "answer.owner_present",
    "question.same_",
    "question.several_",
    "question.valid_until",
    "question.left.",
    "bag.",
    "part.application",
    "part.documents",
    "requirement.",
    "statement.",
    "elsewhere.",
    "source.",
    "act.",
    "place.",
    "citation.",
    "basis.",
    "status.",
    "procedure.",
    "counter.",
    "paper.",
    "consent.",
    "kk/",
    "ru/",
    "appeal.",
    "complaint.",
    "tools.print",
    "tools.idle",
    "tools.keep",
    "tools.kept",
    "tools.clear",
    "tools.newer",
    "tools.undo",
    "tools.back",
    "privacy.",
    "people.add",
    "people.hint",
    "verdict.",
    "date.",
    "month.",
    "part.answers",
    "question.change",
    "join.",
    "question.answer",
    "question.open",
];

/// Whether a sentence is said by the list, by a question about the home or a paper, by the answer or by what follows it, and not by the
/// beginning or a question about a person, which come first: it comes right behind them, while those are read.
fn comes_later(id: &str) -> bool {
    let is_of_an_answer = match id.split('.').collect::<Vec<_>>()[..] {
        ["answer", _, _, "list"] | ["document", _, "when" | "get", ..] => true,
        ["answer", what, ..] => what != "refused" && from_id::<Fact>(what).is_none(),
        _ => id == "form.list.expired",
    };
    let is_variant = [".police", ".both"].iter().any(|variant| id.ends_with(variant));
    id != "list.heading" && (is_variant || is_of_an_answer || LATER.iter().any(|prefix| id.starts_with(prefix)))
}

/// The sentences as an element holds them, which compresses better than JSON: a line of ids, then a line for each sentence. A part
/// of an id that is left out is that of the id before: `fact.age ..name` are `fact.age` and `fact.age.name`.
fn held(sentences: &BTreeMap<String, String>) -> String {
    let mut before: Vec<&str> = Vec::new();
    let mut ids = Vec::new();
    for id in sentences.keys() {
        let parts: Vec<&str> = id.split('.').collect();
        let shared = parts.iter().zip(&before).take_while(|(part, before)| part == before).count();
        ids.push(".".repeat(shared) + &parts.split_at(shared).1.join("."));
        before = parts;
    }
    let lines = sentences.values().map(String::as_str);
    [ids.join(" ").as_str()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

fn page(template: &str, words: &Words) -> String {
    template
        .replace("{{language}}", words.language())
        .replace("{{title}}", &words.get("page.title"))
        .replace("{{languages}}", &links("", words))
        .replace("{{rulebook}}", &words.get("rulebook.title"))
        .replace("{{said}}", &beginning(words))
        .replace("{{heading}}", &words.get("list.heading"))
        .replace("{{list}}", &papers(words).html())
        .replace("{{wording}}", &held(&loaded(words.language(), false)))
}

/// The beginning as the element will show it, so that nothing moves when it does; what only the element can do waits for it.
fn beginning(words: &Words) -> String {
    let said = ["page.who", "start.not", "start.time", "start.private"].map(|id| text("p", words.get(id)));
    let waits = |class, id| text("button", words.get(id)).class(class).with("disabled", "");
    let next = element("p").class("next").child(waits("primary", "start.button"));
    let next = next.child(waits("quiet", "start.print")).child(waits("quiet", "answer.refused"));
    let failed = text("p", words.get("page.fallback")).class("failed").with("hidden", "");
    let start = element("div").class("start").child(text("h2", words.get("page.lead"))).children(said);
    Node::from(start.child(failed).child(next)).html()
}

fn law_as_encoded(words: &Words) -> String {
    let book: String = rulebook(law::EDITIONS, words).into_iter().map(|part| Node::from(part).html()).collect();
    RULEBOOK
        .replace("{{language}}", words.language())
        .replace("{{title}}", &words.get("rulebook.title"))
        .replace("{{languages}}", &links("rulebook.", words))
        .replace("{{rulebook}}", &book)
}

fn counter(words: &Words) -> String {
    let page = COUNTER
        .replace("{{language}}", words.language())
        .replace("{{languages}}", &links("counter.", words))
        .replace("{{code.page}}", &words.get("code.page"));
    let sentences = of_codes(words.language()).into_iter();
    sentences.fold(page, |page, (id, sentence)| page.replace(&["{{", &id, "}}"].concat(), &Node::Text(sentence).html()))
}

/// The page for a whole list: what it says before anything is loaded stands in it.
fn whole_list(words: &Words) -> String {
    let ids =
        ["lead", "private", "limits", "formats", "choose", "paste", "paste.hint", "check", "template", "noscript"];
    let page = ids.iter().fold(ROLL.to_owned(), |page, id| {
        page.replace(&["{{", id, "}}"].concat(), &Node::Text(words.of("roll.page.*", id)).html())
    });
    let script: BTreeMap<String, String> = loaded_by_script(words);
    page.replace("{{language}}", words.language())
        .replace("{{title}}", &words.get("roll.page.title"))
        .replace("{{not}}", &words.get("roll.not_a_decision"))
        .replace("{{languages}}", &links("list.", words))
        .replace("{{said}}", &held(&script))
}

/// What the page's own script says, before and beside the module.
fn loaded_by_script(words: &Words) -> BTreeMap<String, String> {
    let ids = [
        "loading",
        "reading",
        "checking",
        "writing",
        "cancel",
        "cancelled",
        "failed",
        "offline",
        "save",
        "print",
        "request",
        "sheets",
        "again",
    ];
    let said = ids.iter().map(|id| ((*id).to_owned(), words.of("roll.script.*", id)));
    said.chain([("idle".to_owned(), words.get("tools.idle"))]).collect()
}

/// The same page in every language.
fn links(page: &str, words: &Words) -> String {
    let link = |language: &'static str| {
        let name = wording(language).map(|words| words.get("language")).unwrap_or_default();
        let link = text("a", name)
            .with_made("href", [page, language, ".html"].concat())
            .with("lang", language)
            .with("translate", "no")
            .with("hreflang", language);
        let is_current = language == words.language();
        Node::from(element("li").child(if is_current { link.with("aria-current", "page") } else { link })).html()
    };
    languages().map(link).collect()
}
