//! The book of the law for a lawyer: everything in it once, each thing with whom it concerns, its editions, terms and statements.

use tirkeu::law::{APPEAL, EDITIONS, STATEMENTS};
use tirkeu::page::node::Node;
use tirkeu::page::rulebook::rulebook;
use tirkeu::page::wording::wording;
use tirkeu::{Citation, Id, Words};

use crate::said::LANGUAGES;

/// Its lines, in the order in which one reads them.
fn lines(words: &Words) -> Vec<String> {
    let text: String = rulebook(EDITIONS, words).into_iter().map(|part| Node::Element(part).plain()).collect();
    text.lines().map(|line| line.trim().trim_start_matches("- ").to_owned()).collect()
}

/// A line after its number.
fn number(line: &str) -> Option<(usize, &str)> {
    let (number, rest) = line.split_once(". ")?;
    Some((number.parse().ok()?, rest))
}

#[test]
fn each_thing_is_told_in_full_at_the_first_statement_that_it_rests_on_and_by_its_number_at_the_others() {
    for language in LANGUAGES {
        let words = wording(language).expect("a language");
        let lines = lines(&words);
        let conflicts = lines.iter().position(|line| *line == words.get("rulebook.conflicts")).expect("its heading");
        let mut told = std::collections::BTreeMap::<usize, Vec<&str>>::new();
        for (number, text) in lines[..conflicts].iter().filter_map(|line| number(line)) {
            told.entry(number).or_default().push(text);
        }
        for (number, texts) in &told {
            let (whole, names) = texts.split_first().expect("a text");
            assert!(names.iter().all(|name| name == &names[0] && name.len() < whole.len()), "{number}: {texts:?}");
        }
        assert!(told.len() > STATEMENTS.len() + APPEAL.len() + 30, "{}", told.len());
    }
}

#[test]
fn a_fact_says_whom_it_concerns_and_from_when_and_a_step_how_long_it_takes() {
    for language in LANGUAGES {
        let words = wording(language).expect("a language");
        let lines = lines(&words);
        for statement in STATEMENTS.iter().filter(|statement| !statement.sources.is_empty()) {
            let said = words.of("statement.*", statement.id);
            let told = lines
                .iter()
                .filter(|line| number(line).is_some_and(|(_, text)| text.contains(&said)))
                .collect::<Vec<_>>();
            let editions: Vec<String> = EDITIONS.iter().map(|edition| words.date(edition.from)).collect();
            assert!(!told.is_empty(), "{}", statement.id);
            for line in told {
                assert!(line.contains(&words.get("rulebook.when")), "{line}");
                assert!(editions.iter().any(|day| line.ends_with(&format!("{day}]"))), "{line}");
            }
        }
        for (step, number) in [("complain", "3"), ("pass_on", "3"), ("answer", "5"), ("control", "15")] {
            let said = words.of("appeal.*", step);
            let told = lines.iter().find(|line| line.contains(&said)).expect("a step");
            let term = told.rsplit(&said).next().unwrap_or_default();
            let digits: String = term.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(digits, number, "{told}");
        }
    }
}

#[test]
fn every_conflict_names_the_statements_and_every_part_of_the_text_of_which_nothing_is_made_is_listed() {
    for language in LANGUAGES {
        let words = wording(language).expect("a language");
        let lines = lines(&words);
        let at = |id: &str| lines.iter().position(|line| *line == words.get(id)).unwrap_or_else(|| panic!("{id}"));
        let conflicts = &lines[at("rulebook.conflicts")..at("rulebook.conflict.lead")];
        let conflicts: Vec<_> = conflicts.iter().filter_map(|line| number(line)).collect();
        assert!(conflicts.len() > 10, "{conflicts:?}");
        for (_, row) in conflicts {
            let named = row.rsplit(": ").next().unwrap_or_default();
            let known = |id: &str| Citation::ALL.iter().any(|citation| citation.id() == id);
            assert!(named.split(", ").all(known) && named.contains(", "), "{row}");
        }
        let undecided = &lines[at("rulebook.not_decided")..];
        for part in ["677", "267"] {
            assert!(
                undecided
                    .iter()
                    .any(|line| line.starts_with(&format!("№ {part}")) || line.starts_with(&format!("No. {part}")))
            );
        }
    }
}
