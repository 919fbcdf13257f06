//! The static page of each language: complete without script, and what the element starts from.
//!
//! Knows the templates of `www` and their places; the content comes from the view and the wording.

use std::collections::BTreeMap;

use crate::facts::fact::Fact;
use crate::facts::id::from_id;
use crate::law;
use crate::page::json::tree;
use crate::page::node::{Node, element, text};
use crate::page::rulebook::rulebook;
use crate::page::view::{draft, first_question, full_list};
use crate::page::wording::{Language, Languages};
use crate::page::words::{OFFICIAL, SCRIPT, Words, unmarked};
use crate::page::writer::Writer;

/// A page: how its file's name begins before the language and what it is without one, the id of its title, and its template. It is in
/// the languages that have its title.
struct Page {
    begins: &'static str,
    plain: &'static str,
    title: &'static str,
    template: &'static str,
    /// Puts into the template what this page alone says.
    fill: fn(Spoken<'_>, &str, &Words) -> String,
}

/// The page itself, the one that a portal shows in a frame, the law as it is encoded for a lawyer to read, the officer's page, which
/// opens a visit's code, and where an institution checks its whole list.
const PAGES: &[Page] = &[
    Page {
        begins: "",
        plain: "index",
        title: "page.title",
        template: include_str!("../../www/index.html"),
        fill: |spoken, template, words| spoken.precheck(template, words),
    },
    Page {
        begins: "embed.",
        plain: "embed",
        title: "page.title",
        template: include_str!("../../www/embed.html"),
        fill: |spoken, template, words| spoken.precheck(template, words),
    },
    Page {
        begins: "rulebook.",
        plain: "rulebook",
        title: "rulebook.title",
        template: include_str!("../../www/rulebook.html"),
        fill: law_as_encoded,
    },
    Page {
        begins: "counter.",
        plain: "counter",
        title: "code.page",
        template: include_str!("../../www/counter.html"),
        fill: |spoken, template, _| spoken.counter(template),
    },
    Page {
        begins: "list.",
        plain: "list",
        title: "roll.page.title",
        template: include_str!("../../www/list.html"),
        fill: whole_list,
    },
];

/// The pages in every language there is.
#[must_use]
pub fn pages() -> Vec<(String, String)> {
    pages_in(Languages::all())
}

/// Every page: its file's name and its HTML, such as `ru.html`, `embed.ru.html` for a frame, `rulebook.ru.html` for a lawyer. Those
/// without a language in their name speak Kazakh, the state language.
#[must_use]
pub fn pages_in(languages: &Languages) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for (is_first, language) in languages.iter().enumerate().map(|(index, language)| (index == 0, language)) {
        let spoken = Spoken { languages, language };
        for page in PAGES.iter().filter(|page| language.says(page.title)) {
            let html = spoken.page(page);
            if is_first {
                pages.push(([page.plain, ".html"].concat(), html.clone()));
            }
            pages.push(([page.begins, &language.tag, ".html"].concat(), html));
        }
    }
    pages
}

/// The wording that a browser loads, in every language there is.
#[must_use]
pub fn wordings() -> Vec<(String, String)> {
    wordings_in(Languages::all())
}

/// The wording that a browser loads: for each language what the first answer needs, which the language's own page holds, what comes
/// right behind it and with the first sheet, what is said of a visit's code, the list of papers, which the language's own page holds
/// too, and what the page for an institution's list says, where there is one. The sentences come as lines, which the element reads, and
/// as JSON, which hosts do.
#[must_use]
pub fn wordings_in(languages: &Languages) -> Vec<(String, String)> {
    let of = |language| {
        let spoken = Spoken { languages, language };
        let json = |sentences| serde_json::to_string(&sentences).unwrap_or_default();
        let parts = [
            ("", spoken.loaded(When::First)),
            (".later", spoken.loaded(When::Behind)),
            (".paper", spoken.loaded(When::WithPaper)),
            (".code", spoken.of_codes()),
        ];
        let files =
            parts.into_iter().flat_map(|(part, said)| [(part, ".txt", held(&said)), (part, ".json", json(said))]);
        let papers = (".list", ".json", tree(&papers(&spoken.words())).to_string());
        let list = language.says("roll.page.title");
        let list = list.then(|| (".roll", ".json", json(spoken.said(|id, _| is_of_a_list(id)))));
        let named = |(part, end, text)| (["wording/", &language.tag, part, end].concat(), text);
        files.chain([papers]).chain(list).map(named).collect::<Vec<_>>()
    };
    languages.iter().flat_map(of).collect()
}

/// The list of papers, as it stands in the element.
fn papers(words: &Words) -> Node {
    let list = element("div").with("slot", "list").with_made("lang", words.language().to_owned());
    let list = list.with_made("dir", words.direction().to_owned());
    list.children(full_list(law::EDITIONS, words)).into()
}

/// How the ids begin of what is said of a visit's code: it is loaded where one is made or opened.
const CODE: &str = "code.";

/// Whether a browser loads a sentence for the page itself. What only the command line and other pages say is left out, and of what is
/// to be known of a language what goes without saying.
fn is_loaded(id: &str, sentence: &str) -> bool {
    const NATIVE: &[&str] =
        &["rulebook.", "roll.", "list.", "form.list.none", "form.list.expired", "language.", "page.fallback", CODE];
    match id.split('.').collect::<Vec<_>>()[..] {
        ["language", "script"] => sentence != SCRIPT,
        ["list", "heading"] => true,
        ["document" | "requirement", _, "when"] => false,
        _ => id != "language" && !NATIVE.iter().any(|prefix| id.starts_with(prefix)),
    }
}

/// Whether the page for an institution's list loads a sentence: what may stand in a list, and what is said of one.
fn is_of_a_list(id: &str) -> bool {
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
    ];
    !id.contains('/') && !OTHERS.iter().any(|prefix| id.starts_with(prefix))
}

/// Whether a sentence is one of the official form, in one of its languages: `kk/consent.…`.
fn is_of_the_form(id: &str) -> bool {
    id.split_once('/').is_some_and(|(language, id)| OFFICIAL.contains(&language) && id.starts_with("consent."))
}

/// Whether only sheets and complaints say a sentence, for everybody or for those who go to the police.
fn is_of_a_paper(id: &str) -> bool {
    let begins = |listed: &[&str]| listed.iter().any(|prefix| id.starts_with(prefix));
    is_of_the_form(id) || (begins(PAPER) && !begins(OF_THE_ANSWER))
}

/// How the ids begin of what comes behind the first question.
const BEHIND: &[&str] = &[
    "document.",
    "form.",
    "fact.status.name",
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
    "question.more",
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

/// How the ids begin of what sheets and complaints say.
const PAPER: &[&str] = &[
    "paper.",
    "consent.",
    "appeal.",
    "complaint.",
    "officers",
    "act.APPC",
    "act.ID",
    "source.267.7",
    "source.267.8",
    "source.APPC.",
    "source.ID.",
];

/// What of that the answer says too.
const OF_THE_ANSWER: &[&str] = &["paper.visit", "consent.hint", "consent.offer"];

/// When a browser loads a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// With the page: the beginning and the questions about a person say it.
    First,
    /// Right behind the first question, while that is read: a question about the home or a paper, or the answer says it.
    Behind,
    /// With the first sheet or complaint, if there is one.
    WithPaper,
}

/// When a browser loads the sentence with this id.
fn loaded_when(id: &str) -> When {
    if is_of_a_paper(id) {
        When::WithPaper
    } else if comes_behind(id) || BEHIND.iter().any(|prefix| id.starts_with(prefix)) {
        When::Behind
    } else {
        When::First
    }
}

/// Whether a sentence comes behind the first question whatever its id begins with.
fn comes_behind(id: &str) -> bool {
    let is_of_an_answer = match id.split('.').collect::<Vec<_>>()[..] {
        ["answer", _, _, "list"] | ["document", _, "get", ..] => true,
        ["answer", what, ..] => what != "refused" && from_id::<Fact>(what).is_none(),
        _ => false,
    };
    let is_variant = [".police", ".both"].iter().any(|variant| id.ends_with(variant));
    is_of_an_answer || is_variant
}

/// The sentences as an element holds them, which compresses better than JSON: a line of ids, then a line for each sentence, each with its
/// end, so that nothing can be cut off unseen. A part of an id that is left out is that of the id before: `fact.age ..name` are `fact.age` and
/// `fact.age.name`.
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
    [ids.join(" ").as_str()].into_iter().chain(lines).flat_map(|line| [line, "\n"]).collect()
}

/// One language among those that are offered.
#[derive(Clone, Copy)]
struct Spoken<'a> {
    languages: &'a Languages,
    language: &'a Language,
}

impl Spoken<'_> {
    fn words(self) -> Words {
        self.languages.words(&self.language.tag).unwrap_or_else(|| Words::new(&self.language.tag, |_| None))
    }

    /// The sentences of which this holds, by id and sentence.
    fn said(self, is_said: impl Fn(&str, &str) -> bool) -> BTreeMap<String, String> {
        let sentences = self.languages.sentences(&self.language.tag).unwrap_or_default().into_iter();
        sentences.filter(|(id, sentence)| is_said(id, sentence)).collect()
    }

    /// The sentences that a browser loads then.
    fn loaded(self, when: When) -> BTreeMap<String, String> {
        self.said(|id, sentence| is_loaded(id, sentence) && loaded_when(id) == when)
    }

    /// What is said of a visit's code.
    fn of_codes(self) -> BTreeMap<String, String> {
        self.said(|id, _| id.starts_with(CODE))
    }

    fn page(self, page: &Page) -> String {
        let words = &self.words();
        let template = (page.fill)(self, page.template, words);
        let turned = if words.direction() == "rtl" { " dir=\"rtl\"" } else { "" };
        template
            .replace("{{language}}", words.language())
            .replace("{{turned}}", turned)
            .replace("{{title}}", &unmarked(&words.get(page.title)))
            .replace("{{languages}}", &self.links(page))
    }

    fn precheck(self, template: &str, words: &Words) -> String {
        let has_rulebook = self.language.says("rulebook.title");
        let book = if has_rulebook { Some(self.language) } else { self.languages.get("ru") };
        let book = book.unwrap_or(self.language);
        template
            .replace("{{rulebook}}", book.head("rulebook.title"))
            .replace("{{of_rulebook}}", &book.tag)
            .replace("{{said}}", &beginning(words))
            .replace("{{heading}}", &words.get("list.heading"))
            .replace("{{list}}", &papers(words).html())
            .replace("{{alternatives}}", &self.alternatives())
            .replace("{{wording}}", &held(&self.loaded(When::First)))
    }

    fn counter(self, template: &str) -> String {
        self.of_codes().into_iter().fold(template.to_owned(), |page, (id, sentence)| {
            page.replace(&["{{", &id, "}}"].concat(), &Node::Text(sentence).html())
        })
    }

    /// The same page in every language that it is in. Which it is in there is said once: the page itself says so in its head.
    fn links(self, page: &Page) -> String {
        let is_said_above = page.template.contains("{{alternatives}}");
        let link = |language: &Language| {
            let link = text("a", language.head("language").to_owned())
                .with_made("lang", language.tag.clone())
                .with_made("href", [page.begins, &language.tag, ".html"].concat())
                .with("dir", "auto");
            let link = if is_said_above { link } else { link.with_made("hreflang", language.tag.clone()) };
            let is_current = language.tag == self.language.tag;
            Node::from(element("li").child(if is_current { link.with("aria-current", "page") } else { link })).html()
        };
        self.languages.iter().filter(|language| language.says(page.title)).map(link).collect()
    }

    /// The same for what searches.
    fn alternatives(self) -> String {
        let named =
            |tag: &str, file: &str| format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{file}.html\">\n");
        let all = self.languages.tags().map(|tag| named(tag, tag));
        all.chain([named("x-default", "index")]).collect()
    }
}

/// The beginning as the element will show it, so that nothing moves when it does. The first question can be answered before the module
/// is there; what only the element can do waits for it.
fn beginning(words: &Words) -> String {
    let mut said = Writer::new(words);
    draft(&mut said);
    for id in ["start.not", "start.time", "start.private"] {
        said.say("p", id);
    }
    let waits = |id| text("button", words.get(id)).class("quiet").with("disabled", "");
    let next = element("p").class("next");
    let failed = text("p", words.get("page.fallback")).class("failed").with("hidden", "");
    let start = element("div").class("start").child(text("h2", words.get("page.lead")));
    let start = start.child(text("p", words.get("page.who"))).child(failed);
    let start = start.child(first_question(words)).children(said.elements());
    Node::from(start.child(next.child(waits("start.print")).child(waits("answer.refused")))).html()
}

fn law_as_encoded(_: Spoken<'_>, template: &str, words: &Words) -> String {
    let book: String = rulebook(law::EDITIONS, words).into_iter().map(|part| Node::from(part).html()).collect();
    template.replace("{{rulebook}}", &book)
}

/// The page for a whole list: what it says before anything is loaded stands in it.
fn whole_list(_: Spoken<'_>, template: &str, words: &Words) -> String {
    let ids =
        ["lead", "private", "limits", "formats", "choose", "paste", "paste.hint", "check", "template", "noscript"];
    let page = ids.iter().fold(template.to_owned(), |page, id| {
        page.replace(&["{{", id, "}}"].concat(), &Node::Text(words.of("roll.page.*", id)).html())
    });
    page.replace("{{not}}", &words.get("roll.not_a_decision")).replace("{{said}}", &held(&loaded_by_script(words)))
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
    let ours = ["idle", "cleared"].map(|id| (id.to_owned(), words.of("tools.*", id)));
    said.chain(ours).collect()
}
