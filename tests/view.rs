//! What the applicant sees, without a browser: the sentences that stand on the page after these answers.

#![cfg(not(target_arch = "wasm32"))]

use tirkeu::Words;
use tirkeu::wording::wording;

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

fn words(language: &str) -> Words {
    wording(language).expect("the language is there")
}

fn parts(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|part| (*part).to_owned()).collect()
}

#[test]
fn a_list_is_joined_by_the_language_s_own_words() {
    let joined = LANGUAGES.map(|language| {
        let words = words(language);
        [words.any_of(&parts(&["a", "b", "c"])), words.all_of(&parts(&["a", "b"])), words.any_of(&parts(&["a"]))]
    });
    let expected =
        [["a, b немесе c", "a және b", "a"], ["a, b или c", "a и b", "a"], ["a, b or c", "a and b", "a"]];
    assert_eq!(joined, expected.map(|language| language.map(str::to_owned)));
    assert_eq!(words("en").any_of(&[]), "");
}
