//! Figures: what a sentence counts, in days, years, minutes, hours and paragraphs, it counts alike in every language, and as the law does.

use std::collections::BTreeSet;

use tirkeu::page::wording::Languages;

use crate::said;

/// The facts of rules.md, section 8, that count something.
const FACTS: &[(&str, &str)] = &[
    ("statement.hours.state_corporation", "9:00 13:00 18:00"),
    ("statement.hours.police.2024", "9:00 13:00 18:00"),
    ("statement.hours.police", "9:00 13:00 14:30 17:30"),
    ("statement.thirty_minutes", "15 20 30"),
    ("statement.by_when", "10"),
    ("statement.by_when.refugee", "5"),
    ("statement.temporary_not_for", "16"),
    ("source.267.list.3", "15 20 30"),
    ("source.267.7", "3 5 15"),
    ("source.677.3", "14"),
    ("source.677.7", "10"),
    ("source.677.13", "10 16"),
    ("answer.undecided.akimat", "5 8 9 10"),
];

/// Sentences that say more in Kazakh, since the Kazakh text says something else, or in words what Kazakh says in figures.
const OTHERWISE_IN_KAZAKH: &[&str] = &[
    "source.267.5.police",
    "source.267.list.8.2",
    "source.267.consent",
    "source.267.consent.police",
    "source.267.refusal",
    "source.267.refusal.police",
    "source.677.8",
    "complaint.ask",
];

/// The numbers of a sentence, each once, of a time the hours and the minutes, without the names of the acts, which one language names
/// where another describes.
fn figures(sentence: &str) -> BTreeSet<&str> {
    let numbers = sentence.split(|letter: char| !letter.is_ascii_digit());
    numbers.filter(|number| !matches!(*number, "" | "267" | "677" | "2024")).collect()
}

#[test]
fn a_fact_counts_as_the_law_does_in_every_language() {
    for language in Languages::all().iter() {
        for (id, right) in FACTS {
            assert_eq!(figures(&language.sentences[*id]), figures(right), "{}: {id}", language.tag);
        }
    }
}

#[test]
fn every_sentence_counts_alike_in_every_language() {
    let russian = said(Languages::all().get("ru").expect("Russian"));
    let mut wrong = Vec::new();
    for language in Languages::all().iter() {
        for (id, sentence) in said(language) {
            let Some(source) = russian.get(id).filter(|_| !id.starts_with("month")) else { continue };
            let is_known = language.tag == "kk" && OTHERWISE_IN_KAZAKH.contains(&id);
            if (figures(sentence) == figures(source)) == is_known {
                wrong.push(format!(
                    "{}: {id}: {:?}, in Russian {:?}",
                    language.tag,
                    figures(sentence),
                    figures(source)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
