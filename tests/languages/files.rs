//! A language is one file, and nothing else names it; whether it is a draft follows from what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use tirkeu::page::node::Node;
use tirkeu::page::pages::{pages_in, wordings_in};
use tirkeu::page::view::{Stage, State, answer, visit};
use tirkeu::page::wording::{Language, Languages, languages, wording};
use tirkeu::{date, law};

use crate::{everything, said, translations};

#[test]
fn every_file_says_what_is_to_be_known_of_its_language() {
    let files = fs::read_dir("www/wording").expect("the folder").count();
    assert_eq!(languages().count(), files, "a file is no wording");
    for language in everything().iter() {
        let (tag, head) = (&language.tag, |id: &str| language.head(id));
        assert!(!head("language").is_empty(), "{tag}: its own name");
        assert!(head("language.place").parse::<usize>().is_ok(), "{tag}: its place among the others");
        assert!(["ltr", "rtl"].contains(&head("language.direction")), "{tag}: its direction");
        assert_eq!(head("language.marks").split('|').count(), 5, "{tag}: comma, semicolon, colon, stop and end");
    }
}

#[test]
fn no_tag_means_two_languages_and_none_is_written_otherwise_than_in_small_letters() {
    let mut known = BTreeSet::new();
    for tag in Languages::all().iter().flat_map(Language::tags) {
        assert!(
            tag.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-'),
            "{tag}"
        );
        assert!(known.insert(tag.clone()), "{tag} means two languages");
    }
}

/// In translations what only officers read may be missing, all of it together.
#[test]
fn every_language_is_whole() {
    for tag in languages() {
        let faults = Languages::all().faults(tag);
        assert!(faults.missing.is_empty(), "{tag}.json: no sentence for {:#?}", faults.missing);
        assert!(faults.left_over.is_empty(), "{tag}.json: nothing says {:#?}", faults.left_over);
    }
}

fn places(sentence: &str) -> BTreeSet<&str> {
    sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_translation_has_the_places_of_its_source_and_fits_into_a_page() {
    let russian = said(Languages::all().get("ru").expect("Russian"));
    for language in translations() {
        for (id, sentence) in said(language) {
            assert_eq!(places(sentence), places(russian[id]), "{}: {id}", language.tag);
            assert!(
                !sentence.trim().is_empty() && !sentence.contains(['<', '\n']),
                "{}: {id}: {sentence}",
                language.tag
            );
        }
    }
}

#[test]
fn what_changed_since_it_was_translated_is_told_and_no_signed_language_has_it() {
    for language in translations() {
        let stale = Languages::all().faults(&language.tag).stale;
        if !stale.is_empty() {
            println!("{}.json: translated from what is no longer said: {stale:#?}", language.tag);
        }
        assert!(stale.is_empty() || language.is_draft(), "{}.json is signed, and stale: {stale:#?}", language.tag);
    }
}

#[test]
fn a_changed_sentence_makes_its_translations_stale_and_no_other() {
    let with = |change: &dyn Fn(&mut Language)| {
        let changed = Languages::all().iter().cloned().map(|mut language| {
            change(&mut language);
            language
        });
        changed.fold(Languages::none(), Languages::with)
    };
    let before = Languages::all().faults("uk").stale;
    let changed = with(&|language| {
        if language.tag == "ru" {
            language.sentences.insert("start.private".to_owned(), "Другое.".to_owned());
        }
    });
    let mut stale = changed.faults("uk").stale;
    stale.retain(|id| !before.contains(id));
    assert_eq!(stale, ["start.private"]);
    let lacking = with(&|language| {
        if language.tag == "uk" {
            language.sentences.remove("page.lead");
            language.sentences.insert("page.other".to_owned(), "Інше.".to_owned());
        }
    });
    let faults = lacking.faults("uk");
    assert_eq!((faults.missing, faults.left_over), (vec!["page.lead".to_owned()], vec!["page.other".to_owned()]));
}

#[test]
fn a_signature_holds_for_what_was_signed() {
    let mut language = Languages::all().get("uz").expect("Uzbek").clone();
    language.sentences.insert("language.signed".to_owned(), format!("2026-12-01 A. Reader {}", language.digest()));
    assert!(!language.is_draft());
    language.sentences.insert("page.lead".to_owned(), "Boshqa.".to_owned());
    assert!(language.is_draft(), "another sentence is there than the one that was signed");
}

/// Everything that a page and its texts say in a language.
fn shown(languages: &Languages, tag: &str) -> String {
    let words = languages.words(tag).expect("the language");
    let day = date(2026, 12, 1);
    let mut state = State::new(law::EDITIONS, day, day);
    let mut shown = visit(&state, &words, None);
    state.stage = Stage::Check;
    shown.extend(answer(&state, &words));
    shown.into_iter().map(|part| Node::from(part).html()).collect()
}

#[test]
fn a_draft_says_that_it_is_one_in_its_own_words_and_in_russian_on_every_answer() {
    let russian = wording("ru").expect("Russian").get("page.draft");
    assert_eq!(russian, "page.draft", "Russian is no draft");
    let russian = Languages::all().get("ru").expect("Russian").head("page.draft");
    for language in Languages::all().iter() {
        let times = if language.is_draft() { 2 } else { 0 };
        let shown = shown(Languages::all(), &language.tag);
        let pages: BTreeMap<String, String> = pages_in(Languages::all()).into_iter().collect();
        let page = &pages[&format!("{}.html", language.tag)];
        for own in [language.head("page.draft"), russian] {
            assert_eq!(shown.matches(own).count(), times, "{}: {own}", language.tag);
            assert_eq!(page.contains(&format!("\">{own}</p>")), times > 0, "{}: {own}", language.tag);
        }
    }
}

/// A language made up: every sentence is its id.
fn made_up() -> Language {
    let english = Languages::all().get("en").expect("English");
    let places = |sentence: &str| {
        let places = sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
        places.flat_map(|(name, _)| [" {", name, "}"]).collect::<String>()
    };
    let sentences = said(english).into_iter().map(|(id, sentence)| format!("{id:?}: \"tlh {id}{}\"", places(sentence)));
    let head = r#""language": "tlhIngan", "language.place": "7", "language.direction": "ltr", "language.marks": "~ |; |: |. |.",
        "language.tags": "kli", "language.signed": "", "language.sources": {}"#;
    let json = format!("{{{head}, {}}}", sentences.collect::<Vec<_>>().join(",\n"));
    Language::read("tlh", &json).expect("a wording")
}

#[test]
fn a_seventh_language_is_there_as_soon_as_its_file_is() {
    let languages = Languages::all().clone().with(made_up());
    assert_eq!(languages.tags().last(), Some("tlh"), "in its place");
    let pages: BTreeMap<String, String> = pages_in(&languages).into_iter().collect();
    let wordings: BTreeMap<String, String> = wordings_in(&languages).into_iter().collect();
    for file in ["wording/tlh.json", "wording/tlh.later.json", "wording/tlh.list.json"] {
        assert!(wordings[file].contains("tlh "), "{file}");
    }
    assert!(pages["tlh.html"].contains("<title>tlh page.title</title>"));
    assert!(pages["embed.tlh.html"].contains("lang=\"tlh\""));
    for tag in languages.tags() {
        let page = &pages[&format!("{tag}.html")];
        assert!(page.contains("hreflang=\"tlh\"") && page.contains("href=\"tlh.html\""), "{tag}.html leads to it");
        assert!(page.contains("tlh tlhIngan"), "the element offers it in {tag}");
    }
    assert!(shown(&languages, "kk").contains("data-script=\"tlh\""), "a button speaks it");
    let words = languages.words("tlh").expect("its words");
    assert_eq!(words.all_of(&["a", "b", "c"].map(str::to_owned)), "a~ b tlh join.and c");
    assert!(languages.faults("tlh").missing.is_empty());
}

#[test]
fn every_page_names_the_same_page_in_every_language_and_one_for_all_others() {
    let pages: BTreeMap<String, String> = pages_in(Languages::all()).into_iter().collect();
    for tag in languages() {
        let page = &pages[&format!("{tag}.html")];
        for (file, other) in languages().map(|tag| (tag, tag)).chain([("index", "x-default")]) {
            assert!(
                page.contains(&format!("<link rel=\"alternate\" href=\"{file}.html\" hreflang=\"{other}\">")),
                "{tag}: {other}"
            );
        }
        let turned = if Languages::all().get(tag).is_some_and(|language| language.head("language.direction") == "rtl") {
            " dir=\"rtl\""
        } else {
            ""
        };
        assert!(page.contains(&format!("<html lang=\"{tag}\"{turned}>")), "{tag}");
    }
}

/// Days are written by the wording, the day before the month, in the digits of a paper; the browser is never asked.
#[test]
fn a_day_is_written_by_us_in_every_language() {
    for tag in languages() {
        let words = wording(tag).expect("the language");
        let day = words.date(date(2026, 12, 1));
        let place = |part: &str| day.find(part).unwrap_or_else(|| panic!("{tag}: no {part} in {day}"));
        assert!(place("2026") < day.len() && day.replace("2026", "").contains('1'), "{tag}: {day}");
        let month = place(&words.get("month.12"));
        let number = day.replace("2026", "    ").find('1').expect("the day");
        assert!(number < month, "{tag}: {day}");
        let mut year: Vec<_> = (1..=12).map(|month| words.date(date(2026, month, 28))).collect();
        year.sort();
        year.dedup();
        assert_eq!(year.len(), 12, "{tag}: {year:?}");
    }
}

#[test]
fn nothing_asks_the_browser_how_a_language_writes() {
    for file in fs::read_dir("www").expect("the folder").map(|entry| entry.expect("an entry").path()) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        for asked in ["Intl.", "toLocale", "navigator.language"] {
            assert!(!text.contains(asked), "{}: {asked}", file.display());
        }
    }
}
