//! A language is one file, and nothing else names it; whether it is a draft follows from what it says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tirkeu::page::node::Node;
use tirkeu::page::pages::{pages_in, wordings_in};
use tirkeu::page::view::{Action, Stage, State, announcement, answer, visit};
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
    let own: BTreeSet<_> = languages().map(str::to_lowercase).collect();
    for language in Languages::all().iter() {
        let is_meant = |tag: &String| *tag == language.tag.to_lowercase() || !own.contains(tag);
        for tag in language.tags().filter(is_meant) {
            let is_small = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
            assert!(tag.bytes().all(is_small), "{tag}");
            assert!(known.insert(tag.clone()), "{tag} means two languages");
        }
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
fn no_sentence_is_of_what_is_no_longer_said() {
    for language in translations() {
        let stale = Languages::all().faults(&language.tag).stale;
        assert!(stale.is_empty(), "{}.json: translated from what is no longer said: {stale:#?}", language.tag);
    }
}

/// Every language there is, changed.
fn with(change: &dyn Fn(&mut Language)) -> Languages {
    let changed = Languages::all().iter().cloned().map(|mut language| {
        change(&mut language);
        language
    });
    changed.fold(Languages::none(), Languages::with)
}

/// A page for officers is in a language as a whole, or not at all: what is there alone would be shown beside gaps.
#[test]
fn of_what_only_officers_read_a_translation_has_all_of_a_page_or_nothing() {
    let russian = Languages::all().get("ru").expect("Russian");
    for one in ["rulebook.title", "roll.page.title", "code.page"] {
        let begun = with(&|language| {
            if language.tag == "uz" {
                language.sentences.insert(one.to_owned(), "Bir.".to_owned());
            }
        });
        let missing = begun.faults("uz").missing;
        let page = one.split('.').next().expect("a beginning");
        assert!(missing.len() > 5 && missing.iter().all(|id| id.starts_with(page)), "{one}: {missing:?}");
        let whole = with(&|language| {
            if language.tag == "uz" {
                let page = missing.iter().map(|id| (id.clone(), russian.sentences[id].clone()));
                language.sentences.extend(page.chain([(one.to_owned(), "Bir.".to_owned())]));
            }
        });
        assert_eq!(whole.faults("uz").missing, Vec::<String>::new(), "{one}");
    }
}

/// A file cannot say of itself that others are translated from it: whoever copies one would copy that.
#[test]
fn a_copied_head_makes_no_original() {
    let copied = with(&|language| {
        if language.tag == "uz" {
            language.sentences.insert("language.original".to_owned(), "yes".to_owned());
        }
    });
    assert!(copied.is_draft("uz"));
    assert_eq!(copied.faults("uz").left_over, ["language.original"]);
    let originals: Vec<_> = Languages::all().iter().filter(|language| language.is_original()).collect();
    assert_eq!(originals.iter().map(|language| language.tag.as_str()).collect::<Vec<_>>(), ["kk", "ru", "en"]);
    assert!(originals.iter().all(|language| language.sources.is_empty()));
    assert!(translations().all(|language| !language.sources.is_empty()));
}

/// What a script asks for by itself is there in every language that it may speak.
#[test]
fn whoever_makes_a_code_is_told_everything_in_every_language() {
    let script = fs::read_to_string("www/make-code.js").expect("the script");
    let asked: Vec<_> = script.split('"').filter(|text| text.starts_with("code.")).collect();
    assert!(asked.len() > 12, "{asked:?}");
    for language in Languages::all().iter() {
        for id in asked.iter().filter(|id| **id != "code.js") {
            assert!(language.says(id), "{}.json: no {id}", language.tag);
        }
    }
}

#[test]
fn a_changed_sentence_makes_its_translations_stale_and_no_other() {
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

/// Every language there is, with the Uzbek one signed as it stands, and then changed.
fn signed(change: &dyn Fn(&mut Language)) -> Languages {
    with(&|language| {
        if language.tag == "uz" {
            let signed = format!("2026-12-01 A. Reader {}", language.digest());
            language.sentences.insert("language.signed".to_owned(), signed);
        }
        change(language);
    })
}

#[test]
fn a_signature_holds_for_what_was_signed() {
    assert!(Languages::all().is_draft("uz") && !signed(&|_| {}).is_draft("uz"));
    let changed = |tag: &str| {
        signed(&|language| {
            if language.tag == tag {
                language.sentences.insert("page.lead".to_owned(), "Boshqa.".to_owned());
            }
        })
    };
    assert!(changed("uz").is_draft("uz"), "another sentence is there than the one that was signed");
    let beside = changed("ru");
    assert!(beside.is_draft("uz"), "it was read beside another sentence");
    let page = &pages_in(&beside).into_iter().collect::<BTreeMap<_, _>>()["uz.html"];
    assert!(page.contains("class=\"draft\""), "the page says so");
    assert!(!changed("uk").is_draft("uz"), "another translation is nothing to it");
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
        let times = if Languages::all().is_draft(&language.tag) { 2 } else { 0 };
        let shown = shown(Languages::all(), &language.tag);
        let pages: BTreeMap<String, String> = pages_in(Languages::all()).into_iter().collect();
        let page = &pages[&format!("{}.html", language.tag)];
        for own in [language.head("page.draft"), russian] {
            assert_eq!(shown.matches(own).count(), times, "{}: {own}", language.tag);
            assert_eq!(page.contains(&format!("\">{own}</p>")), times > 0, "{}: {own}", language.tag);
        }
    }
}

/// What stands at the beginning is there at once: what came later would move all below it.
#[test]
fn that_it_is_a_draft_is_said_at_once() {
    let wordings: BTreeMap<String, String> = wordings_in(Languages::all()).into_iter().collect();
    for language in translations() {
        let first = &wordings[&format!("wording/{}.json", language.tag)];
        assert!(first.contains("\"page.draft\"") && first.contains("\"ru/page.draft\""), "{}", language.tag);
    }
}

#[test]
fn a_draft_says_so_on_paper_too() {
    let day = date(2026, 12, 1);
    let russian = Languages::all().get("ru").expect("Russian").head("page.draft");
    for language in Languages::all().iter() {
        let (words, times) = (wording(&language.tag).expect("its words"), usize::from(!language.is_original()));
        for stage in [Stage::VisitSheet, Stage::OwnerSheet] {
            let mut state = State::new(law::EDITIONS, day, day);
            state.stage = stage;
            let sheet: String = visit(&state, &words, None).into_iter().map(|part| Node::from(part).html()).collect();
            let sheet = sheet.split("class=\"sheet\"").nth(1).expect("a sheet");
            for said in [language.head("page.draft"), russian] {
                assert_eq!(sheet.matches(said).count(), times, "{}: {stage:?}: {said}", language.tag);
            }
        }
    }
}

/// A language made up: every sentence is its id.
pub(crate) fn made_up() -> Language {
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
                page.contains(&format!("<link rel=\"alternate\" hreflang=\"{other}\" href=\"{file}.html\">")),
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
    let mut files = Vec::new();
    for folder in ["www", "npm", "src/browser"] {
        files_in(Path::new(folder), &mut files);
    }
    for file in
        files.iter().filter(|file| file.extension().is_some_and(|end| end == "js" || end == "rs" || end == "ts"))
    {
        // Which languages a reader reads is another thing.
        let code = code(file).replace("navigator.languages", "");
        for asked in ["Intl.", "toLocale", "navigator.language", "Intl::", "js_sys::Intl"] {
            assert!(!code.contains(asked), "{}: {asked}", file.display());
        }
    }
}

/// Where languages are named by hand, and why.
const NAMED: &[(&str, &str)] = &[
    ("src/page/wording.rs", "which are originals"),
    ("src/page/words.rs", "which are those of an officer"),
    ("src/browser/list.rs", "which of those is the other one"),
    ("www/attributes.js", "what is spoken where nobody asks for a language"),
];

/// What stands in a file before its own tests, without comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

fn files_in(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        match path.is_dir() {
            true if path.ends_with("wording") => {}
            true => files_in(&path, found),
            false => found.push(path),
        }
    }
}

#[test]
fn no_list_of_languages_is_written_by_hand() {
    let mut files = Vec::new();
    for folder in ["src/browser", "src/list", "src/page", "www", "npm", "xtask/src"] {
        files_in(Path::new(folder), &mut files);
    }
    assert!(files.len() > 150, "{}", files.len());
    let names = |text: &str, tag: &&str| {
        let written = [["\"", "\""], ["'", "'"], [".", "."], ["|", "|"], [" ", "|"], ["\"", "/\""], ["{{", "}}"]];
        written.iter().any(|[before, after]| text.contains(&[before, *tag, after].concat()))
    };
    let listed = |file: &&PathBuf| languages().filter(|tag| names(&code(file), tag)).count() > 1;
    let listed: Vec<_> = files.iter().filter(listed).map(|file| file.to_string_lossy().into_owned()).collect();
    let known: BTreeSet<&str> = NAMED.iter().map(|(file, _)| *file).collect();
    assert_eq!(listed.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
}

/// What is read out is a text: words in it cannot be marked as Russian.
#[test]
fn nothing_that_is_read_out_has_marks_in_it() {
    let day = date(2026, 12, 1);
    let mut read_out = Vec::new();
    for language in translations() {
        let words = wording(&language.tag).expect("its words");
        let mut state = State::new(law::EDITIONS, day, day);
        for name in [
            "go::check:",
            "add_person",
            "answer:0:status:citizen",
            "answer:1:status:citizen",
            "remove_person:1",
            "undo",
            "answer:0:status:foreigner",
            "answer:0:age:adult",
            "add_person",
            "remove_person:1",
            "clear",
        ] {
            state.apply(&Action::named(name, "").unwrap_or_else(|| panic!("{name} is no action")));
            let said = announcement(&state, &words);
            assert!(!said.contains('^'), "{}: {name}: {said}", language.tag);
            read_out.push(said);
        }
        let hint = words.get("tools.undo.hint");
        assert!(read_out.iter().any(|said| said.contains(&hint) && said.len() > 2 * hint.len()), "{read_out:?}");
    }
}
