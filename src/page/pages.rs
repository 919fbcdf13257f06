//! The static page of each language: complete without script, and what the element starts from.
//!
//! Knows the templates `www/index.html` and `www/embed.html` and their places; the content comes from the view and the wording.

use std::collections::BTreeMap;

use time::Date;

use crate::law;
use crate::page::node::{Node, element, text};
use crate::page::view::list;
use crate::page::wording::{languages, sentences, wording};
use crate::page::words::Words;

/// The page itself, and the one that a portal shows in a frame.
const PAGE: &str = include_str!("../../www/index.html");
const FRAMED: &str = include_str!("../../www/embed.html");

/// Every page: its file's name and its HTML, such as `ru.html`, and `embed.ru.html` for a frame. `index.html` and `embed.html`
/// speak Kazakh, the state language.
#[must_use]
pub fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for (is_first, language) in languages().enumerate().map(|(index, language)| (index == 0, language)) {
        let Some(words) = wording(language).map(|words| words.formatted(numeric)) else { continue };
        let (page, framed) = (page(PAGE, &words), page(FRAMED, &words));
        if is_first {
            pages.push(("index.html".to_owned(), page.clone()));
            pages.push(("embed.html".to_owned(), framed.clone()));
        }
        pages.push(([language, ".html"].concat(), page));
        pages.push((["embed.", language, ".html"].concat(), framed));
    }
    pages
}

/// A day as it is written in Kazakhstan by numbers: without script there is no `Intl` to write it in words.
fn numeric(day: Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), u8::from(day.month()), day.year())
}

/// The wording that a browser loads: for each language what the first answer needs, which the language's own page holds, and what it
/// asks for later.
#[must_use]
pub fn wordings() -> Vec<(String, String)> {
    languages()
        .flat_map(|language| {
            let named = |end: &str| ["wording/", language, end].concat();
            [(named(".json"), json(language, false)), (named(".later.json"), json(language, true))]
        })
        .collect()
}

fn json(language: &str, is_later: bool) -> String {
    serde_json::to_string(&loaded(language, is_later)).unwrap_or_default()
}

/// The sentences that a browser loads first, or later. What only the command line and the static pages say is left out.
fn loaded(language: &str, is_later: bool) -> BTreeMap<String, String> {
    const LATER: &[&str] = &["paper.", "appeal.", "complaint.", "source.S4", "source.S5"];
    const NATIVE: &[&str] = &["rulebook.", "form.list.none", "language", "page.fallback"];
    let starts = |id: &str, prefixes: &[&str]| prefixes.iter().any(|prefix| id.starts_with(prefix));
    let sentences = sentences(language).unwrap_or_default().into_iter();
    sentences.filter(|(id, _)| starts(id, LATER) == is_later && !starts(id, NATIVE)).collect()
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
    let list: String = list(law::EDITIONS, words).into_iter().map(|element| Node::from(element).html()).collect();
    let said =
        ["page.lead", "page.who", "start.not", "start.private"].map(|id| Node::from(text("p", words.get(id))).html());
    template
        .replace("{{language}}", words.language())
        .replace("{{title}}", &words.get("page.title"))
        .replace("{{languages}}", &links(words))
        .replace("{{said}}", &said.concat())
        .replace("{{list}}", &[Node::from(text("h2", words.get("list.heading"))).html(), list].concat())
        .replace("{{fallback}}", &words.get("page.fallback"))
        .replace("{{wording}}", &held(&loaded(words.language(), false)))
}

fn links(words: &Words) -> String {
    let link = |language: &'static str| {
        let name = wording(language).map(|words| words.get("language")).unwrap_or_default();
        let link = text("a", name)
            .with_made("href", [language, ".html"].concat())
            .with("lang", language)
            .with("translate", "no")
            .with("hreflang", language);
        let is_current = language == words.language();
        Node::from(element("li").child(if is_current { link.with("aria-current", "page") } else { link })).html()
    };
    languages().map(link).collect()
}
