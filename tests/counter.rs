//! What the officer's page says of a code: what was said, the answer computed anew, and what differs since, in every language.

#![cfg(not(target_arch = "wasm32"))]

use tirkeu::page::node::{Node, element};
use tirkeu::page::view::{Seen, State, fault_in_words, kept_line, state_of_line, told};
use tirkeu::page::wording::wording;
use tirkeu::wire::code::{Code, Fault, Gap, MOST_PEOPLE, SamePapers, without_dates};
use tirkeu::{Application, Document, Form, Held, Words, check, date, law, wire};

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// An adult in the home of several owners, who come; everything is there, and the owner's card ends a month after the visit.
const VISIT: &str = r#"{"visit_date": "2026-12-01",
    "answers": {"service": "permanent", "residence": "co_owned", "owner_present": "yes"},
    "documents": {"owner_identity": {"form": "original", "valid_until": "2026-12-31"}, "owner_consent": {"form": "original"}},
    "people": [{"answers": {"status": "foreigner", "age": "adult", "incapacitated": "no", "applicant": "self"},
                "documents": {"identity_document": {"form": "electronic"}}}]}"#;

fn visit() -> Application {
    wire::read(VISIT).expect("an application")
}

/// A question under the edition of 2024-09-24, missing from 2025-11-30 on.
fn without_the_owners_card() -> Application {
    let card = r#""original", "valid_until": "2026-12-31""#;
    wire::read(&VISIT.replace(card, r#""none""#)).expect("an application")
}

fn words(language: &str) -> Words {
    wording(language).expect("a wording")
}

/// What is shown on this day, as text.
fn shown(
    today: time::Date,
    application: Application,
    edition: Option<time::Date>,
    seen: &Seen,
    words: &Words,
) -> String {
    let state = State::of(law::EDITIONS, today, application);
    Node::Element(element("div").children(told(&state, edition, seen, words))).plain()
}

#[test]
fn no_date_is_shown_that_nobody_said() {
    let mut ended = visit();
    let held = Held { form: Some(Form::Original), valid_until: Some(date(2020, 5, 1)) };
    ended.people[0].documents = ended.people[0].documents.with(Document::IdentityDocument, held);
    let undated = without_dates(&ended);
    for language in LANGUAGES {
        let words = words(language);
        for (application, is_told) in [(&ended, true), (&undated, false)] {
            let code = Code::of(application, &check(law::EDITIONS, application)).write().expect("a code");
            let read = Code::read(&code).expect("the same").application;
            let text = shown(date(2026, 12, 1), read, None, &Seen::Same, &words);
            assert_eq!(text.contains(&words.date(date(2020, 5, 1))), is_told, "{text}");
            assert!(!text.contains(&words.date(date(2026, 11, 30))), "{text}");
            assert!(is_told || text.contains(&words.get("form.expired")), "{text}");
        }
    }
}

#[test]
fn it_says_what_was_said_and_what_is_found() {
    for language in LANGUAGES {
        let words = words(language);
        let text = shown(date(2026, 12, 1), visit(), Some(date(2025, 11, 30)), &Seen::Same, &words);
        let date = words.date(date(2025, 11, 30));
        for sentence in [
            words.get("code.told"),
            words.with("code.told.edition", "date", &date),
            words.get("answer.status.foreigner"),
            words.get("answer.incapacitated.no"),
            words.get("answer.residence.co_owned"),
            words.get("verdict.complete"),
            words.get("document.owner_identity"),
            words.get("paper.not_a_decision"),
            words.get("code.same"),
        ] {
            assert!(text.contains(sentence.trim_end_matches('.')), "{sentence} is not in:\n{text}");
        }
        assert!(!text.contains("code.") && !text.contains('{'), "{text}");
        assert!(!text.contains(&words.with_date("code.today", visit().visit_date)), "{text}");
    }
}

/// A mother who applies for herself and for her child: her card is the representative's, the child's birth certificate proves who she is.
const FAMILY: &str = r#"{"visit_date": "2026-12-01",
    "answers": {"service": "permanent", "residence": "own"},
    "documents": {"representative_identity": {"form": "original"}},
    "people": [{"answers": {"status": "foreigner", "age": "adult", "incapacitated": "no", "applicant": "self"},
                "documents": {"identity_document": {"form": "original"}}},
               {"answers": {"status": "foreigner", "age": "under_14", "applicant": "parent"},
                "documents": {"identity_document": {"form": "original"}, "birth_certificate": {"form": "original"},
                              "proof_of_authority": {"form": "original"}}}]}"#;

/// What is one paper in the bag at home is one paper at the counter, and for a helper who goes on from there.
#[test]
fn a_paper_that_answers_two_questions_is_listed_once_and_says_what_else_it_is() {
    let application = wire::read(FAMILY).expect("an application");
    let same = SamePapers { representative: Some(0), certificates: vec![1] };
    let code = Code::of(&application, &check(law::EDITIONS, &application)).with_same(&same);
    let read = Code::read(&code.write().expect("a code")).expect("the same");
    let mut one = State::of(law::EDITIONS, date(2026, 12, 1), read.application);
    let two = one.clone();
    (one.same_paper, one.same_certificate) = (read.same.representative, read.same.certificates);
    assert_eq!(one.report, two.report, "the answer is the same");
    for language in LANGUAGES {
        let words = words(language);
        let papers = |state: &State| -> Vec<String> {
            let told = told(state, None, &Seen::Same, &words);
            let text = Node::Element(element("div").children(told)).plain();
            text.lines().filter(|line| line.contains(" — ")).map(str::to_owned).collect()
        };
        let (merged, apart) = (papers(&one), papers(&two));
        assert_eq!(merged.len() + 2, apart.len(), "{merged:#?}");
        for document in ["representative_identity", "proof_of_authority"] {
            let also = [" · ", &words.get(&["document.", document].concat())].concat();
            assert_eq!(
                merged.iter().filter(|line| line.contains(&also)).count(),
                1,
                "{language}: {also} in {merged:#?}"
            );
        }
        assert!(!apart.iter().any(|line| line.contains(" · ")), "{apart:#?}");
    }
    let again = state_of_line(&State::new(law::EDITIONS, one.today, one.today), &kept_line(&one));
    assert_eq!((again.same_paper, again.same_certificate), (Some(0), vec![1]), "a helper goes on with one paper");
}

#[test]
fn it_says_in_words_what_another_edition_changed() {
    let application = without_the_owners_card();
    let then = check(&law::EDITIONS[..2], &application);
    for language in LANGUAGES {
        let words = words(language);
        let seen = Seen::Another(then.clone());
        let text = shown(date(2026, 12, 1), application.clone(), Some(date(2024, 9, 24)), &seen, &words);
        let line = words.with("code.differs.then", "what", &words.get("document.owner_identity"));
        let line = line.replace("{then}", &words.get("status.ask")).replace("{now}", &words.get("status.missing"));
        assert!(text.contains(&line), "{line} is not in:\n{text}");
        let line = words.with("code.differs.then", "what", &words.get("code.verdict"));
        let line = line.replace("{then}", &words.get("verdict.ask")).replace("{now}", &words.get("verdict.incomplete"));
        assert!(text.contains(&line), "{line} is not in:\n{text}");
        assert!(!text.contains(&words.get("code.same")), "{text}");
        let corrected = shown(date(2026, 12, 1), application.clone(), None, &Seen::Corrected, &words);
        assert!(corrected.contains(&words.get("code.differs.corrected")), "{corrected}");
        assert!(corrected.contains(&words.get("code.told.no_edition")), "{corrected}");
    }
}

#[test]
fn it_says_what_would_differ_today() {
    for language in LANGUAGES {
        let words = words(language);
        let on = |today| shown(today, visit(), Some(date(2025, 11, 30)), &Seen::Same, &words);
        let late = on(date(2027, 1, 5));
        let line = words.with("code.today.then", "what", &words.get("document.owner_identity"));
        let line =
            line.replace("{then}", &words.get("status.satisfied")).replace("{now}", &words.get("status.expired"));
        assert!(late.contains(&words.with_date("code.today", date(2027, 1, 5))) && late.contains(&line), "{late}");
        let early = on(date(2026, 11, 28));
        assert!(
            early.contains(&words.get("code.today.same")) && !early.contains(&words.get("status.expired")),
            "{early}"
        );
    }
}

#[test]
fn every_fault_has_a_sentence_with_every_gap_filled() {
    let faults = [
        Fault::Empty,
        Fault::Foreign { letter: 'U', group: 2 },
        Fault::Long { most: 640 },
        Fault::Cut { characters: 7, least: 20, people: 1 },
        Fault::Mistyped { group: Some((3, "2M9X".into())) },
        Fault::Mistyped { group: None },
        Fault::Newer { schema: '2' },
        Fault::TooManyPeople(31),
        Fault::Nothing,
    ];
    for (fault, language) in faults.iter().flat_map(|fault| LANGUAGES.map(move |language| (fault, language))) {
        let words = words(language);
        let gaps: Vec<(&str, String)> = fault.gaps().into_iter().map(|(name, gap)| (name, text_of(gap))).collect();
        let sentence = fault_in_words(&words, fault.id(), &gaps);
        assert!(!sentence.contains('{') && !sentence.starts_with("code."), "{language}: {sentence}");
        for (_, value) in gaps {
            assert!(sentence.contains(&value), "{language}: {value} is not in {sentence}");
        }
    }
    assert_eq!(Fault::TooManyPeople(31).gaps()[1], ("most", Gap::Number(MOST_PEOPLE)));
}

fn text_of(gap: Gap) -> String {
    match gap {
        Gap::Text(text) => text,
        Gap::Number(number) => number.to_string(),
    }
}

/// Codes that the browser's tests open: of a report that another edition gave, and of one that no edition gives.
#[test]
fn the_codes_of_the_browsers_tests_are_what_they_say() {
    let application = without_the_owners_card();
    let then = Code::of(&application, &check(&law::EDITIONS[..2], &application));
    let corrected = Code { digest: then.digest ^ 1, ..then.clone() };
    let whole = Code::of(&visit(), &check(law::EDITIONS, &visit()));
    let written = [whole, then, corrected].map(|code| code.write().expect("a code"));
    let tests = std::fs::read_to_string("tests/web/code.test.mjs").unwrap_or_default();
    for code in &written {
        assert!(tests.contains(code.as_str()), "tests/web/code.test.mjs does not open {written:?}");
    }
}
