//! What no table of the law may be: `check_law` runs while the law is compiled, and here on tables broken on purpose.

#![cfg(not(target_arch = "wasm32"))]

use std::panic::catch_unwind;

use tirkeu::{Condition, Edition, Effect, Outcome, Requirement, Row, Rule, Set, check_law, date, law};

const NOW: Edition = law::EDITIONS[1];

fn is_refused(law: &[Edition]) -> bool {
    catch_unwind(|| check_law(law)).is_err()
}

fn edition(rules: Vec<Rule>) -> Vec<Edition> {
    vec![Edition { rules: rules.leak(), ..NOW }]
}

/// The law with one row of one requirement changed.
fn with_row(requirement: Requirement, change: impl Fn(&mut Row)) -> Vec<Edition> {
    let changed = |rule: &Rule| {
        let mut rows = rule.rows.to_vec();
        if rule.requirement == requirement {
            rows.iter_mut().for_each(&change);
        }
        Rule { rows: rows.leak(), ..*rule }
    };
    edition(NOW.rules.iter().map(changed).collect())
}

fn with_rows(count: usize) -> Vec<Edition> {
    let mut rules = NOW.rules.to_vec();
    rules[0].rows = vec![rules[0].rows[0]; count].leak();
    edition(rules)
}

#[test]
fn the_law_as_it_is_passes() {
    assert!(!is_refused(law::EDITIONS));
    assert!(!is_refused(&[]));
    assert!(!is_refused(&with_rows(31)));
}

#[test]
fn editions_follow_one_another() {
    let [first, second] = [law::EDITIONS[0], law::EDITIONS[1]];
    assert!(is_refused(&[second, first]));
    assert!(is_refused(&[first, Edition { from: first.from, ..second }]));
    let third = Edition { from: date(2030, 1, 1), ..first };
    assert!(!is_refused(&[first, second, third]));
    assert!(is_refused(&[first, third, second]));
}

#[test]
fn rules_stand_in_the_order_of_the_report_each_once() {
    let mut rules = NOW.rules.to_vec();
    rules.swap(0, 1);
    assert!(is_refused(&edition(rules)));
    let mut rules = NOW.rules.to_vec();
    rules.insert(1, rules[0]);
    assert!(is_refused(&edition(rules)));
    assert!(!is_refused(&edition(NOW.rules.iter().skip(1).copied().collect())));
}

#[test]
fn a_rule_has_at_most_31_rows() {
    assert!(is_refused(&with_rows(32)));
}

#[test]
fn a_paper_is_decided_by_how_it_is_held_and_the_rest_by_answers() {
    let answer = |row: &mut Row| row.effect = Effect::Answer(Outcome::Ask);
    assert!(is_refused(&with_row(Requirement::IdentityDocument, answer)));
    assert!(!is_refused(&with_row(Requirement::RightToApply, answer)));
    let passport = NOW.rules.iter().find(|rule| rule.requirement == Requirement::IdentityDocument).expect("a paper");
    let paper = |row: &mut Row| row.effect = passport.rows[0].effect;
    assert!(is_refused(&with_row(Requirement::RightToApply, paper)));
}

#[test]
fn a_row_without_a_source_can_only_ask() {
    let unsourced = |row: &mut Row| row.sources = Set::EMPTY;
    assert!(is_refused(&with_row(Requirement::IdentityDocument, unsourced)));
    let asking = |row: &mut Row| {
        *row = Row { when: Condition::Always, effect: Effect::Answer(Outcome::Ask), sources: Set::EMPTY }
    };
    assert!(!is_refused(&with_row(Requirement::RightToApply, asking)));
}
