//! What the page states as a fact, whatever papers there are (rules.md, section 8): of whom, under which editions, from which source.
//!
//! Knows how a statement is kept, not what it says: its words are the wording's.

use time::{Date, Weekday};

use crate::facts::condition::{Condition, Known};
use crate::facts::id::Set;
use crate::facts::truth::Truth;
use crate::law::citation::Citation;
use crate::law::edition::Edition;

/// One fact, said of an application of which the condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its sentence is `statement.` and this.
    pub id: &'static str,
    /// Of which applications it is said; an answer of a person means "someone's".
    pub when: Condition,
    /// From which edition on; none: as soon as a source of it is in force, if it has any.
    pub from: Option<Date>,
    /// Until before which edition; none: without end.
    pub before: Option<Date>,
    /// Where it is of the hours of a counter: how that is open on a Saturday. On Sundays none is.
    pub saturday: Option<Opening>,
    /// What it is taken from.
    pub sources: Set<Citation>,
}

/// How a counter is open on a day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opening {
    /// As on any working day.
    Open,
    /// Only its branches on duty are.
    OnDuty,
    /// It is not.
    Closed,
}

impl Statement {
    /// How the counter is open, of whose hours it is, on such a day; `Open` where it is of no hours. Public holidays are not known here.
    #[must_use]
    pub fn opening(&self, day: Weekday) -> Opening {
        match (day, self.saturday) {
            (Weekday::Sunday, Some(_)) => Opening::Closed,
            (Weekday::Saturday, Some(opening)) => opening,
            _ => Opening::Open,
        }
    }

    /// What it is taken from under this edition: without the acts that are not in force yet.
    #[must_use]
    pub fn sources_in(&self, edition: &Edition) -> Set<Citation> {
        self.sources.iter().filter(|citation| citation.act().from().is_none_or(|from| from <= edition.from)).collect()
    }

    /// Whether it is said under this edition of an application of which this is known.
    #[must_use]
    pub fn holds(&self, edition: &Edition, known: Known) -> Truth {
        let is_said = self.from.is_none_or(|from| from <= edition.from)
            && self.before.is_none_or(|before| edition.from < before)
            && (self.sources.is_empty() || !self.sources_in(edition).is_empty());
        if is_said { self.when.truth(known) } else { Truth::False }
    }
}
