//! Whom an edition is for, and when it lets a question be asked.
//!
//! Knows answers alone: no document, no requirement, and no edition.

use crate::facts::condition::Condition;
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::Set;

/// Whom an edition is for (rules.md, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The statuses that are in scope.
    pub statuses: Set<Answer>,
    /// When a person is in scope: the status is, and the person is not exempt.
    pub in_scope: Condition,
    /// When each question is asked, in the order of [`Fact`].
    pub asked: &'static [Asked],
}

/// When one question is asked: of a person, if the first condition holds of them; of the application, if it holds of someone and the
/// second one of the application. In a condition of a person, an answer to the `service` is the application's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub fact: Fact,
    /// What holds of the person, or of someone.
    pub person: Condition,
    /// What holds of the application besides.
    pub application: Condition,
}
