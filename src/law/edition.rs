//! Editions: the law from one day on, whom it is for, and what holds of every edition.
//!
//! Knows the vocabulary of the law, not the law itself.

use time::Date;

use crate::facts::condition::Known;
use crate::facts::fact::{Fact, Of};
use crate::facts::truth::Truth;
use crate::law::asked::{Asked, Scope};
use crate::law::outcome::Outcome;
use crate::law::requirement::{Effect, Requirement, Row, Rule};

/// The law from one day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The first day on which it is in force; its name.
    pub from: Date,
    /// The day on which its sources were read.
    pub sources_read: Date,
    /// The day on which a lawyer compared it with the official text; none if nobody has yet.
    pub reviewed: Option<Date>,
    /// Whom it is for.
    pub scope: Scope,
    /// What it requires, in the order of the report.
    pub rules: &'static [Rule],
}

impl Edition {
    /// When it lets this question be asked.
    #[must_use]
    pub fn asked(&self, fact: Fact) -> Option<&'static Asked> {
        self.scope.asked.get(fact as usize)
    }

    /// Whether a person of whom this is known, with what is known of the `service`, is in scope.
    #[must_use]
    pub fn in_scope(&self, person: Known) -> Truth {
        self.scope.in_scope.truth(person)
    }

    /// The rules about the application, or about each person.
    pub fn rules_of(&self, of: Of) -> impl Iterator<Item = &'static Rule> {
        self.rules.iter().filter(move |rule| rule.requirement.of() == of)
    }
}

/// The edition in force on a day: the last one that began by then. None before the first.
///
/// ```
/// use tirkeu::{date, in_force, law};
/// assert_eq!(in_force(law::EDITIONS, date(2025, 11, 29)).unwrap().from, date(2024, 9, 24));
/// assert!(in_force(law::EDITIONS, date(2024, 3, 15)).is_none());
/// ```
#[must_use]
pub fn in_force(law: &[Edition], day: Date) -> Option<&Edition> {
    law.iter().rev().find(|edition| edition.from <= day)
}

/// Checks, while compiling, what no edition may break: editions in order, rules in the order of [`Requirement`] and each at most
/// once, papers decided by how they are held and the rest by answers, a source or the outcome [`Outcome::Ask`] in every row, and every
/// question in its place.
///
/// # Panics
/// At compile time, where a table breaks one of these.
#[expect(clippy::indexing_slicing, reason = "evaluated while compiling")]
pub const fn check_law(law: &[Edition]) {
    let mut index = 0;
    while index < law.len() {
        assert!(index == 0 || is_later(law[index].from, law[index - 1].from), "editions follow one another");
        check_rules(law[index].rules);
        check_asked(law[index].scope.asked);
        index += 1;
    }
}

const fn is_later(day: Date, other: Date) -> bool {
    day.to_julian_day() > other.to_julian_day()
}

#[expect(clippy::indexing_slicing, reason = "evaluated while compiling")]
const fn check_rules(rules: &[Rule]) {
    let mut index = 0;
    while index < rules.len() {
        let requirement = rules[index].requirement;
        assert!(
            index == 0 || requirement as u8 > rules[index - 1].requirement as u8,
            "rules in the order of the report"
        );
        assert!(rules[index].rows.len() < 32, "a rule has at most 31 rows");
        check_rows(requirement, rules[index].rows);
        index += 1;
    }
}

#[expect(clippy::indexing_slicing, reason = "evaluated while compiling")]
const fn check_asked(asked: &[Asked]) {
    assert!(asked.len() == Fact::PERSON.len() + Fact::APPLICATION.len(), "every question is asked at some time");
    let mut index = 0;
    while index < asked.len() {
        assert!(asked[index].fact as usize == index, "the questions in their order");
        index += 1;
    }
}

const fn check_rows(requirement: Requirement, mut rows: &[Row]) {
    while let [row, rest @ ..] = rows {
        let is_paper = matches!(row.effect, Effect::Paper { .. });
        assert!(
            is_paper == requirement.document().is_some(),
            "a paper is decided by how it is held, the rest by answers"
        );
        let asks = matches!(row.effect, Effect::Answer(Outcome::Ask));
        assert!(asks || row.sources.bits() != 0, "a row without a source can only ask");
        rows = rest;
    }
}
