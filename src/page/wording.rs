//! The languages there are, for whoever runs natively: each is one file of `www/wording`, its sentences and, as ids that begin with
//! `language`, what is to be known of it.
//!
//! Knows files and languages; not what a sentence says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value;

use crate::page::words::{OFFICIAL, Words};

/// Every file, by its name without the end, which is the language's BCP 47 tag.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/wording.rs"));

/// The language that others are translated from.
const SOURCE: &str = "ru";

/// Those that were written with whoever knows the law, each an equal. A file cannot say so of itself: whoever copies one would copy that.
const ORIGINALS: [&str; 3] = ["kk", "ru", "en"];

/// Ids of a head: what is to be known of a language.
const HEAD: &[&str] = &["", ".place", ".direction", ".marks", ".tags", ".signed"];

/// Ids of a head without which a language cannot be shown; the others may be left out.
const NEEDED: [&str; 4] = ["language", "language.place", "language.direction", "language.marks"];

/// What only those read who decide or compare, in Kazakh, Russian and English, and in others if they have it: how the ids begin, for each
/// page by itself. A translation has all of a page, or nothing.
const FOR_OFFICERS: &[&[&str]] = &[
    &["rulebook."],
    &["roll."],
    &[
        "code.page",
        "code.field",
        "code.open",
        "code.close",
        "code.go_on",
        "code.cleared",
        "code.told",
        "code.now",
        "code.verdict",
        "code.unanswered",
        "code.same",
        "code.differs",
        "code.today",
        "code.wrong",
    ],
];

/// What of these an applicant reads too, so that every language has it.
const FOR_ALL: &[&str] = &["code.wrong.people"];

/// A language: its sentences, and of a translation what each was translated from.
#[derive(Clone)]
pub struct Language {
    /// As a BCP 47 tag, such as `fa-AF`.
    pub tag: String,
    /// Its sentences by their ids, and its head: `language`, `language.direction` and others.
    pub sentences: BTreeMap<String, String>,
    /// The digests of the Russian sentences that these were translated from; in an original nothing.
    pub sources: BTreeMap<String, String>,
}

impl Language {
    /// A language by its file.
    ///
    /// # Errors
    /// Where the file is not an object of sentences, with `language.sources` as an object in it.
    pub fn read(tag: &str, json: &str) -> Result<Self, String> {
        let members: BTreeMap<String, Value> = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let (mut sentences, mut sources) = (BTreeMap::new(), BTreeMap::new());
        for (id, member) in members {
            match (id.as_str(), member) {
                (_, Value::String(sentence)) => _ = sentences.insert(id, sentence),
                ("language.sources", Value::Object(digests)) => {
                    sources = digests
                        .iter()
                        .map(|(id, digest)| (id.clone(), digest.as_str().unwrap_or_default().to_owned()))
                        .collect();
                }
                (_, other) => return Err(format!("{id} is {other}; a sentence would be right")),
            }
        }
        Ok(Self { tag: tag.to_owned(), sentences, sources })
    }

    /// Whether it was written as the others are that are translated from: with whoever knows the law.
    #[must_use]
    pub fn is_original(&self) -> bool {
        ORIGINALS.contains(&&*self.tag) || crate::page::pseudo::TAGS.contains(&&*self.tag)
    }

    /// Whether it has this sentence: what only officers read is not in every language.
    #[must_use]
    pub fn says(&self, id: &str) -> bool {
        self.sentences.contains_key(id)
    }

    /// Of the head, what stands under this id; empty where nothing does.
    #[must_use]
    pub fn head(&self, id: &str) -> &str {
        self.sentences.get(id).map_or("", String::as_str)
    }

    /// Its own name, where it stands among others, the tags that mean it.
    fn place(&self) -> (usize, &str) {
        (self.head("language.place").parse().unwrap_or(usize::MAX), &self.tag)
    }

    /// The tags that mean it beside its own, in small letters: `fa prs`.
    pub fn tags(&self) -> impl Iterator<Item = String> {
        let own = self.tag.to_lowercase();
        std::iter::once(own)
            .chain(self.head("language.tags").split(' ').map(str::to_owned))
            .filter(|tag| !tag.is_empty())
    }

    /// The digest that a native reader's signature holds for: of everything that is said, and of what it was translated from.
    #[must_use]
    pub fn digest(&self) -> String {
        let said = self.sentences.iter().filter(|(id, _)| !id.starts_with("language"));
        let said = said.chain(&self.sources).map(|(id, text)| [id, "\n", text, "\n"].concat());
        digest(&said.collect::<String>())
    }

    /// Whether a native reader has signed what it says now: `language.signed` names the day, the reader and the digest.
    fn is_signed(&self) -> bool {
        self.head("language.signed").split(' ').next_back() == Some(&self.digest())
    }
}

/// Eight hexadecimal digits of a text (FNV-1a, folded).
fn digest(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", (hash >> 32) ^ (hash & 0xffff_ffff))
}

/// Languages, in the order in which they are offered.
#[derive(Clone)]
pub struct Languages(Vec<Language>);

impl Languages {
    /// Those that stand in `www/wording`.
    ///
    /// ```
    /// let mut tags = tirkeu::page::wording::Languages::all().tags();
    /// assert_eq!(tags.next(), Some("kk"), "the state language");
    /// ```
    #[must_use]
    pub fn all() -> &'static Self {
        static ALL: LazyLock<Languages> = LazyLock::new(|| {
            let read = |(tag, json): &(&str, &str)| Language::read(tag, json).ok();
            FILES.iter().filter_map(read).fold(Languages(Vec::new()), Languages::with)
        });
        &ALL
    }

    /// None yet.
    #[must_use]
    pub fn none() -> Self {
        Self(Vec::new())
    }

    /// The same with one more.
    #[must_use]
    pub fn with(mut self, language: Language) -> Self {
        self.0.push(language);
        self.0.sort_by(|one, other| one.place().cmp(&other.place()));
        self
    }

    /// The languages, each with what is known of it.
    pub fn iter(&self) -> impl Iterator<Item = &Language> {
        self.0.iter()
    }

    /// Their tags.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|language| language.tag.as_str())
    }

    /// The language with this tag.
    #[must_use]
    pub fn get(&self, tag: &str) -> Option<&Language> {
        self.iter().find(|language| language.tag == tag)
    }

    /// Each by its tag and its own name, as the page reads it; of an officer, or all.
    fn named(&self, of_officers: bool) -> String {
        let named = self.iter().filter(|language| !of_officers || OFFICIAL.contains(&language.tag.as_str()));
        let named = named.map(|language| [&language.tag, " ", language.head("language")].concat());
        named.collect::<Vec<_>>().join("/")
    }

    /// The sentences of a language by their ids; those of the official form of the consent in both its languages, as `kk/consent.…` and
    /// `ru/consent.…`; of a draft that it is one, in its own words and in Russian; none if there is no such language.
    #[must_use]
    pub fn sentences(&self, tag: &str) -> Option<BTreeMap<String, String>> {
        let language = self.get(tag)?;
        let mut sentences = language.sentences.clone();
        for official in OFFICIAL {
            let form = self.get(official)?.sentences.iter().filter(|(id, _)| id.starts_with("consent."));
            sentences.extend(form.map(|(id, sentence)| ([official, "/", id].concat(), sentence.clone())));
        }
        if self.is_draft(tag) {
            sentences.insert("ru/page.draft".to_owned(), self.get("ru")?.head("page.draft").to_owned());
        } else {
            sentences.remove("page.draft");
        }
        let script = [language.head("language.direction"), "|", language.head("language.marks")].concat();
        sentences.insert("language.script".to_owned(), script);
        sentences.insert("languages".to_owned(), self.named(false));
        sentences.insert("officers".to_owned(), self.named(true));
        Some(sentences)
    }

    /// The wording of a language, if there is one.
    #[must_use]
    pub fn words(&self, tag: &str) -> Option<Words> {
        let sentences = self.sentences(tag)?;
        Some(Words::new(tag, move |id| sentences.get(id).cloned()))
    }

    /// Whether a translation is one that no native reader has signed as it stands now, beside its source as that stands now: a signature
    /// does not hold for what was read beside another sentence.
    #[must_use]
    pub fn is_draft(&self, tag: &str) -> bool {
        let is_signed = |language: &Language| language.is_signed() && self.faults(tag) == Faults::default();
        self.get(tag).is_some_and(|language| !language.is_original() && !is_signed(language))
    }

    /// What is wrong with the sentences of a language, beside the source: those that are missing, what its head lacks among them, those
    /// that nothing is translated by, and of a translation those whose source has changed since.
    #[must_use]
    pub fn faults(&self, tag: &str) -> Faults {
        let (Some(source), Some(language)) = (self.get(SOURCE), self.get(tag)) else { return Faults::default() };
        let (there, needed) = (ids(language), ids(source));
        let is_optional = |id: &&String| !language.is_original() && may_be_without(&there, id);
        let translated = |id: &&String| {
            let source = source.sentences.get(*id).map(|sentence| digest(sentence));
            language.is_original() || language.sources.get(*id) == source.as_ref()
        };
        let unsaid = NEEDED.into_iter().filter(|id| language.head(id).is_empty()).map(str::to_owned);
        Faults {
            missing: unsaid.chain(needed.difference(&there).filter(|id| !is_optional(id)).cloned()).collect(),
            left_over: there.difference(&needed).cloned().collect(),
            stale: there.intersection(&needed).filter(|id| !translated(id)).cloned().collect(),
        }
    }

    /// What each sentence of the source is now, for translations to say what they are of.
    #[must_use]
    pub fn digests(&self) -> BTreeMap<String, String> {
        let source = self.get(SOURCE).map(|source| source.sentences.clone()).unwrap_or_default();
        let sentences = source.into_iter().filter(|(id, _)| !id.starts_with("language"));
        sentences.map(|(id, sentence)| (id, digest(&sentence))).collect()
    }
}

/// The ids of everything but a head.
fn ids(of: &Language) -> BTreeSet<String> {
    let is_of_a_head = |id: &str| id.strip_prefix("language").is_some_and(|end| HEAD.contains(&end));
    of.sentences.keys().filter(|id| !is_of_a_head(id)).cloned().collect()
}

/// How the ids begin of the page for those who decide or compare that says this sentence, if only they read it.
fn page_for_officers(id: &str) -> Option<&'static [&'static str]> {
    let begins = |starts: &&&[&str]| starts.iter().any(|start| id.starts_with(start));
    if FOR_ALL.contains(&id) { None } else { FOR_OFFICERS.iter().find(begins).copied() }
}

/// Whether a translation that has these may be without this one: it has nothing of the same page.
fn may_be_without(there: &BTreeSet<String>, id: &str) -> bool {
    page_for_officers(id).is_some_and(|page| !there.iter().any(|other| page_for_officers(other) == Some(page)))
}

/// The ids of sentences that do not stand as they should.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// There is none.
    pub missing: Vec<String>,
    /// Nothing asks for it.
    pub left_over: Vec<String>,
    /// What it was translated from is no longer what is said.
    pub stale: Vec<String>,
}

/// The languages there are, as BCP 47 tags.
pub fn languages() -> impl Iterator<Item = &'static str> {
    Languages::all().tags()
}

/// Those of them that have a sentence: what only officers read is not in every language.
///
/// ```
/// let of_lists: Vec<_> = tirkeu::page::wording::saying("roll.page.title").collect();
/// assert_eq!(of_lists[..3], ["kk", "ru", "en"]);
/// ```
pub fn saying(id: &str) -> impl Iterator<Item = &'static str> {
    Languages::all().iter().filter(move |language| language.says(id)).map(|language| language.tag.as_str())
}

/// The sentences of a language there is, as [`Languages::sentences`] has them.
#[must_use]
pub fn sentences(language: &str) -> Option<BTreeMap<String, String>> {
    Languages::all().sentences(language)
}

/// The wording of a language, if there is one.
///
/// ```
/// let words = tirkeu::page::wording::wording("en").unwrap();
/// assert_eq!(words.get("language"), "English");
/// assert_eq!(words.date(tirkeu::date(2026, 12, 1)), "1 December 2026");
/// assert!(tirkeu::page::wording::wording("i-none").is_none());
/// ```
#[must_use]
pub fn wording(language: &str) -> Option<Words> {
    Languages::all().words(language)
}
