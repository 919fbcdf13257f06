//! The static page of each language: complete without script, and what the element starts from.
//!
//! Knows the templates `www/index.html` and `www/embed.html` and their places; the content comes from the view and the wording.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::facts::fact::Fact;
use crate::facts::id::from_id;
use crate::law;
use crate::page::node::{Node, element, text};
use crate::page::rulebook::rulebook;
use crate::page::view::{draft, full_list};
use crate::page::wording::{Language, Languages};
use crate::page::words::{SCRIPT, Words, unmarked};
use crate::page::writer::Writer;

/// The page itself, and the one that a portal shows in a frame.
const PAGE: &str = include_str!("../../www/index.html");
const FRAMED: &str = include_str!("../../www/embed.html");

/// The law as it is encoded, for a lawyer to read.
const RULEBOOK: &str = include_str!("../../www/rulebook.html");

/// The pages in every language there is.
#[must_use]
pub fn pages() -> Vec<(String, String)> {
    pages_in(Languages::all())
}

/// Every page: its file's name and its HTML, such as `ru.html`, `embed.ru.html` for a frame, `rulebook.ru.html` for a lawyer (in the
/// languages that have its words). Those without a language in their name speak Kazakh, the state language.
#[must_use]
pub fn pages_in(languages: &Languages) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for (is_first, language) in languages.iter().enumerate().map(|(index, language)| (index == 0, language)) {
        let spoken = Spoken { languages, language };
        for (name, plain, html) in [
            ("", "index", Some(spoken.page(PAGE))),
            ("embed.", "embed", Some(spoken.page(FRAMED))),
            ("rulebook.", "rulebook", has_rulebook(language).then(|| spoken.law_as_encoded())),
        ] {
            let Some(html) = html else { continue };
            if is_first {
                pages.push(([plain, ".html"].concat(), html.clone()));
            }
            pages.push(([name, &language.tag, ".html"].concat(), html));
        }
    }
    pages
}

/// Whether the law as it is encoded can be told in a language.
fn has_rulebook(language: &Language) -> bool {
    language.says("rulebook.title")
}

/// The wording that a browser loads, in every language there is.
#[must_use]
pub fn wordings() -> Vec<(String, String)> {
    wordings_in(Languages::all())
}

/// The wording that a browser loads: for each language what the first answer needs, which the language's own page holds, what it
/// asks for later, and the list of papers, which the language's own page holds too.
#[must_use]
pub fn wordings_in(languages: &Languages) -> Vec<(String, String)> {
    let of = |language| {
        let spoken = Spoken { languages, language };
        let named = |end: &str| ["wording/", &language.tag, end].concat();
        [
            (named(".json"), spoken.json(false)),
            (named(".later.json"), spoken.json(true)),
            (named(".list.json"), tree(&papers(&spoken.words())).to_string()),
        ]
    };
    languages.iter().flat_map(of).collect()
}

/// The list of papers, as it stands in the element.
fn papers(words: &Words) -> Node {
    let list = element("div").with("slot", "list").with_made("lang", words.language().to_owned());
    let list = list.with_made("dir", words.direction().to_owned());
    list.children(full_list(law::EDITIONS, words)).into()
}

/// A node as JSON: a text, or a list of the element's name, its attributes and its children.
fn tree(node: &Node) -> Value {
    match node {
        Node::Text(text) => Value::from(text.as_str()),
        Node::Element(element) => {
            let attributes: Value = element.attributes.iter().map(|(name, value)| (*name, value.as_ref())).collect();
            let parts = [Value::from(element.name), attributes].into_iter();
            parts.chain(element.children.iter().map(tree)).collect()
        }
    }
}

/// Whether a browser loads a sentence. What only the command line and the static pages say is left out, and of what is to be known of a
/// language what goes without saying.
fn is_loaded((id, sentence): &(String, String)) -> bool {
    const NATIVE: &[&str] = &["rulebook.", "form.list.none", "language.", "page.fallback"];
    match id.as_str() {
        "language.script" => sentence != SCRIPT,
        id => id != "language" && !NATIVE.iter().any(|prefix| id.starts_with(prefix)),
    }
}

/// How the ids begin of what comes behind the first question.
const LATER: &[&str] = &[
    "officers",
    "list.",
    "document.",
    "form.",
    "fact.service",
    "fact.residence",
    "fact.owner_present",
    "answer.service",
    "answer.residence",
    "answer.owner_present",
    "question.same_",
    "question.several_",
    "question.valid_until",
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
    "tools.kept",
    "tools.keep.denied",
    "tools.newer",
    "tools.cleared",
    "tools.undo",
    "tools.back",
    "verdict.not_a_decision",
    "date.past",
    "join.",
    "question.answer",
    "question.open",
];

/// Whether a sentence is said by the list, by a question about the home or a paper, by the answer or by what follows it, and not by the
/// beginning or a question about a person, which come first: it comes right behind them, while those are read.
fn comes_later(id: &str) -> bool {
    let is_of_an_answer = match id.split('.').collect::<Vec<_>>()[..] {
        ["answer", _, _, "list"] | ["document", _, "when" | "get", ..] | ["verdict", _, "why", ..] => true,
        ["answer", what, ..] => what != "announce" && what != "refused" && from_id::<Fact>(what).is_none(),
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

/// One language among those that are offered.
#[derive(Clone, Copy)]
struct Spoken<'a> {
    languages: &'a Languages,
    language: &'a Language,
}

impl Spoken<'_> {
    fn words(self) -> Words {
        let sentences = self.languages.sentences(&self.language.tag).unwrap_or_default();
        Words::new(&self.language.tag, move |id| sentences.get(id).cloned())
    }

    /// The sentences that a browser loads first, or later.
    fn loaded(self, is_later: bool) -> BTreeMap<String, String> {
        let sentences = self.languages.sentences(&self.language.tag).unwrap_or_default().into_iter();
        sentences.filter(is_loaded).filter(|(id, _)| comes_later(id) == is_later).collect()
    }

    fn json(self, is_later: bool) -> String {
        serde_json::to_string(&self.loaded(is_later)).unwrap_or_default()
    }

    fn page(self, template: &str) -> String {
        let words = &self.words();
        let book = if has_rulebook(self.language) { Some(self.language) } else { self.languages.get("ru") };
        let book = book.unwrap_or(self.language);
        let template = template
            .replace("{{rulebook}}", book.head("rulebook.title"))
            .replace("{{of_rulebook}}", &book.tag)
            .replace("{{said}}", &said(words))
            .replace("{{heading}}", &words.get("list.heading"))
            .replace("{{list}}", &papers(words).html())
            .replace("{{fallback}}", &words.get("page.fallback"))
            .replace("{{alternatives}}", &self.alternatives())
            .replace("{{wording}}", &held(&self.loaded(false)));
        self.head(&template, "", "page.title")
    }

    fn law_as_encoded(self) -> String {
        let book = rulebook(law::EDITIONS, &self.words()).into_iter().map(|part| Node::from(part).html());
        self.head(&RULEBOOK.replace("{{rulebook}}", &book.collect::<String>()), "rulebook.", "rulebook.title")
    }

    /// What every page says of itself: its language and direction, its title, and that there are others.
    fn head(self, template: &str, page: &str, title: &str) -> String {
        let words = &self.words();
        let turned = if words.direction() == "rtl" { " dir=\"rtl\"" } else { "" };
        template
            .replace("{{language}}", words.language())
            .replace("{{turned}}", turned)
            .replace("{{title}}", &unmarked(&words.get(title)))
            .replace("{{languages}}", &self.links(page))
    }

    /// The same page in every language that it is in.
    fn links(self, page: &str) -> String {
        let is_there = |language: &&Language| page.is_empty() || has_rulebook(language);
        let link = |language: &Language| {
            let link = text("a", language.head("language").to_owned())
                .with_made("href", [page, &language.tag, ".html"].concat())
                .with_made("lang", language.tag.clone());
            let (here, there) = (self.language.head("language.direction"), language.head("language.direction"));
            let link = if here == there { link } else { link.with_made("dir", there.to_owned()) };
            let is_current = language.tag == self.language.tag;
            Node::from(element("li").child(if is_current { link.with("aria-current", "page") } else { link })).html()
        };
        self.languages.iter().filter(is_there).map(link).collect()
    }

    /// The same for what searches.
    fn alternatives(self) -> String {
        let named =
            |tag: &str, file: &str| format!("<link rel=\"alternate\" href=\"{file}.html\" hreflang=\"{tag}\">\n");
        let all = self.languages.tags().map(|tag| named(tag, tag));
        all.chain([named("x-default", "index")]).collect()
    }
}

/// What stands above the list: what this is, of a draft that it is one.
fn said(words: &Words) -> String {
    let mut w = Writer::new(words);
    draft(&mut w);
    for id in ["page.lead", "page.who", "start.not", "start.private"] {
        w.say("p", id);
    }
    w.finish().iter().map(Node::html).collect()
}
