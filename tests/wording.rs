//! The wording: every id of the law and of the page has a sentence in every language, and no sentence is left over.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use tirkeu::{
    About, Act, Addressee, Answer, Basis, Citation, Counter, Document, Fact, Form, Id, Of, Outcome, Procedure, Reason,
    Requirement, Status, StepName, Verdict, law,
};

/// Those that others are translated from; of the others, see `tests/languages`.
const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

fn sentences(language: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(format!("www/wording/{language}.json")).expect("the file is there");
    let mut sentences: BTreeMap<String, String> = serde_json::from_str(&text).expect("an object of sentences");
    let keys = text.lines().filter(|line| line.trim_start().starts_with('"')).count();
    assert_eq!(keys, sentences.len(), "{language}.json: a key stands there twice, or two on one line");
    sentences.retain(|id, _| !id.starts_with("language"));
    sentences
}

fn placeholders(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_language_has_the_same_keys_and_places() {
    let english = sentences("en");
    for language in LANGUAGES {
        let here = sentences(language);
        assert!(here.keys().eq(english.keys()), "{language}.json: {:?}", difference(&here, &english));
        for (key, sentence) in &here {
            assert!(!sentence.trim().is_empty(), "{language}.json: {key} is empty");
            // A page holds its sentences in a script, a line each; ids apart by spaces.
            assert!(!sentence.contains(['<', '\n']), "{language}.json: {key} would end a line, or the script");
            assert!(key.split('.').all(|part| !part.is_empty() && !part.contains(' ')), "{language}.json: {key}");
            assert_eq!(placeholders(sentence), placeholders(&english[key]), "{language}.json: {key}");
        }
    }
}

/// No plural forms are kept: what is counted stands before the number. In Kazakh a noun after a number never changes.
#[test]
fn nothing_that_is_counted_follows_a_number() {
    for language in ["ru", "en"] {
        for (key, sentence) in sentences(language) {
            let mut after = sentence.split("{number}").skip(1);
            let follows = after.any(|rest| rest.trim_start().starts_with(char::is_alphabetic));
            assert!(!follows, "{language}.json: {key} needs plural forms: {sentence}");
        }
    }
}

fn difference<'a>(a: &'a BTreeMap<String, String>, b: &'a BTreeMap<String, String>) -> BTreeSet<&'a String> {
    a.keys().collect::<BTreeSet<_>>().symmetric_difference(&b.keys().collect()).copied().collect()
}

/// Sentences that may be the same in two languages, by the end of their key, each with its reason.
const SAME: &[(&str, &str)] = &[];

#[test]
fn no_two_languages_say_the_same() {
    let spoken = LANGUAGES.map(|language| (language, sentences(language)));
    let english = sentences("en");
    for key in english.keys().filter(|key| !SAME.iter().any(|(same, _)| same == key)) {
        for (index, (language, here)) in spoken.iter().enumerate() {
            for (other, there) in &spoken[index + 1..] {
                assert_ne!(here[key], there[key], "{key} is the same in {language} and {other}");
            }
        }
    }
}

/// Every id that the law or the evaluation can bring to the page, with the sentences it needs there.
fn needed() -> BTreeSet<String> {
    let mut needed = BTreeSet::new();
    let mut need = |parts: &[&str]| {
        needed.insert(parts.join("."));
    };
    for fact in Fact::ALL {
        need(&["fact", fact.id()]);
        need(&["fact", fact.id(), "name"]);
        fact.answers().iter().for_each(|answer: Answer| need(&["answer", fact.id(), answer.id()]));
    }
    for document in Document::ALL {
        for kind in ["question", "what", "when", "get"] {
            need(&["document", document.id(), kind]);
        }
        need(&["document", document.id()]);
        if document.of() == Of::Person {
            need(&["bag", document.id()]);
        }
    }
    for form in Form::ALL {
        need(&["form", form.id()]);
        need(&["form.list", form.id()]);
    }
    for requirement in Requirement::ALL.iter().filter(|requirement| requirement.document().is_none()) {
        need(&["requirement", requirement.id()]);
        need(&["requirement", requirement.id(), "when"]);
        need(&["requirement", requirement.id(), "ask"]);
    }
    for verdict in Verdict::ALL {
        need(&["verdict", verdict.id()]);
        need(&["verdict", verdict.id(), "why"]);
    }
    for status in Status::ALL {
        need(&["status", status.id()]);
    }
    for basis in Basis::ALL {
        need(&["basis", basis.id()]);
    }
    for citation in Citation::ALL {
        need(&["source", citation.id()]);
    }
    for procedure in Procedure::ALL {
        need(&["procedure", procedure.id()]);
    }
    for month in 1..=12 {
        need(&["month", &month.to_string()]);
    }
    assert!(Outcome::ALL.iter().all(|outcome| Status::ALL.contains(&outcome.status())));
    needed.extend(needed_of_facts());
    needed
}

/// The same of where to go, where the sources stand, what is stated and what follows a refusal.
fn needed_of_facts() -> impl Iterator<Item = String> {
    let of = |start: &str, ids: Vec<&str>| ids.into_iter().map(|id| format!("{start}.{id}")).collect::<Vec<_>>();
    let ids = [
        of("act", Act::ALL.iter().map(|act| act.id()).collect()),
        of("counter", Counter::ALL.iter().map(|counter| counter.id()).collect()),
        of("elsewhere", Reason::ALL.iter().map(|reason| reason.id()).collect()),
        of("statement", law::STATEMENTS.iter().map(|statement| statement.id).collect()),
        of("appeal", StepName::ALL.iter().map(|step| step.id()).collect()),
        of("appeal.addressee", Addressee::ALL.iter().map(|addressee| addressee.id()).collect()),
        of("appeal.about", About::ALL.iter().map(|about| about.id()).collect()),
        of("roll.result", Verdict::ALL.iter().map(|verdict| verdict.id()).collect()),
        of("roll.told", vec!["incomplete", "undecided", "not_covered"]),
    ];
    let named = |reason: &&Reason| !Fact::Status.answers().iter().any(|status| status.id() == reason.id());
    let reasons = Reason::ALL.iter().filter(named).map(|reason| reason.id()).collect();
    ids.into_iter().flatten().chain(of("answer.elsewhere.reason", reasons))
}

#[test]
fn every_id_has_a_sentence() {
    let english = sentences("en");
    let missing: Vec<_> = needed().into_iter().filter(|id| !english.contains_key(id)).collect();
    assert!(missing.is_empty(), "no sentence for {missing:?}");
}

/// Ends of keys that a sentence may have in another tone: of a third person, of all the owners, to whoever goes to the police or to both counters, as
/// an explanation, and the like.
const VARIANTS: &[&str] = &[
    "of",
    "all",
    "police",
    "both",
    "what",
    "hint",
    "name",
    "list",
    "consent",
    "paper",
    "wrong",
    "satisfied",
    "short",
    "asylum_seeker",
];

#[test]
fn no_sentence_is_left_over() {
    let code: Vec<String> =
        ["src/list", "src/page/view", "src/page/rulebook", "src/page", "src/prove/diff", "src/wire/code", "www"]
            .into_iter()
            .flat_map(sources)
            .collect();
    let needed = needed();
    let said: BTreeSet<&str> = code
        .iter()
        .flat_map(|file| file.split(['"', '\'', '|', '\n']))
        .map(|word| word.trim_end_matches(','))
        .collect();
    let is_used = |key: &str| needed.contains(key) || said.contains(key) || is_made(key, &said) || is_asked(key);
    let english = sentences("en");
    let stems = |key: &str| std::iter::successors(Some(key.to_owned()), |key| stem(key).map(str::to_owned));
    let left_over: Vec<_> = english.keys().filter(|key| !stems(key).any(|stem| is_used(&stem))).collect();
    assert!(left_over.is_empty(), "nothing says {left_over:?}");
}

/// What the counter is asked: that each of these is said in some situation, and no other is there, is for `tests/read/asked.rs`.
fn is_asked(key: &str) -> bool {
    key.starts_with("requirement.") && key.contains(".ask")
}

/// The key without the end that makes it a variant.
fn stem(key: &str) -> Option<&str> {
    key.rsplit_once('.').filter(|(_, end)| VARIANTS.contains(end)).map(|(stem, _)| stem)
}

/// Keys that the code puts together from a prefix and the items of a list beside it.
fn is_made(key: &str, said: &BTreeSet<&str>) -> bool {
    let dots = key.match_indices('.').map(|(place, _)| key.split_at(place + 1));
    dots.clone().any(|(prefix, end)| said.contains([prefix, "*"].concat().as_str()) && said.contains(end))
}

fn sources(folder: &str) -> Vec<String> {
    let files = fs::read_dir(folder).expect("the folder is there").filter_map(Result::ok).map(|entry| entry.path());
    let code = files.filter(|path| path.extension().is_some_and(|end| end == "rs" || end == "js" || end == "html"));
    code.map(|path| fs::read_to_string(path).expect("it can be read")).collect()
}
