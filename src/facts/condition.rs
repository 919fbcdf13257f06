//! Conditions on answers: the only logic a table of the law may hold.
//!
//! Knows the answers, and nothing of documents, requirements or reports.

use crate::facts::fact::{Answer, Answers, Fact};
use crate::facts::id::{Id, Set};
use crate::facts::truth::Truth;

/// Something that holds or not, depending on answers. About the application, an answer of a person means "someone's".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It always holds.
    Always,
    /// This answer was given.
    Is(Answer),
    /// One of these answers, to the same question, was given.
    OneOf(Set<Answer>),
    /// This does not hold.
    Not(&'static Condition),
    /// All of these hold.
    All(&'static [Condition]),
    /// At least one of these holds.
    Any(&'static [Condition]),
}

/// What is known of a person or of an application: the answers that are certain and all those that are possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// What holds in every completion.
    pub certain: Set<Answer>,
    /// What holds in some completion.
    pub possible: Set<Answer>,
}

impl Known {
    /// Nothing is known, so that anything may hold.
    pub const NOTHING: Self = Self { certain: Set::EMPTY, possible: Answer::set(<Answer as Id>::ALL) };

    /// What these answers to these questions tell; a question without an answer may still get any.
    #[must_use]
    pub fn of(answers: Answers, facts: &[Fact]) -> Self {
        facts.iter().fold(Self::default(), |known, fact| Self {
            certain: known.certain.union(answers.given().intersection(fact.answers())),
            possible: known.possible.union(answers.possible(*fact)),
        })
    }

    /// A whole situation: these answers, and no others.
    #[must_use]
    pub const fn whole(answers: Set<Answer>) -> Self {
        Self { certain: answers, possible: answers }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { certain: self.certain.union(other.certain), possible: self.possible.union(other.possible) }
    }

    fn one_of(self, answers: Set<Answer>) -> Truth {
        if self.certain.meets(answers) {
            Truth::True
        } else if self.possible.meets(answers) {
            Truth::Unknown
        } else {
            Truth::False
        }
    }
}

/// One of these answers, to the same question, was given.
///
/// ```
/// use tirkeu::{Answer, Answers, Fact, Known, Truth, one_of};
/// let young = one_of(&[Answer::Under14, Answer::Aged14To15]);
/// assert_eq!(young.truth(Known::of(Answers::from_iter([Answer::Adult]), Fact::PERSON)), Truth::False);
/// ```
#[must_use]
pub const fn one_of(answers: &[Answer]) -> Condition {
    Condition::OneOf(Answer::set(answers))
}

impl Condition {
    /// Whether it holds, as far as is known.
    ///
    /// ```
    /// use tirkeu::{Answer, Answers, Condition, Fact, Known, Truth};
    /// let minor = Condition::Not(&Condition::Is(Answer::Adult));
    /// let child = Answers::from_iter([Answer::Under14]);
    /// assert_eq!(minor.truth(Known::of(child, Fact::PERSON)), Truth::True);
    /// assert_eq!(minor.truth(Known::of(Answers::default(), Fact::PERSON)), Truth::Unknown);
    /// ```
    #[must_use]
    pub fn truth(&self, known: Known) -> Truth {
        match self {
            Self::Always => Truth::True,
            Self::Is(answer) => known.one_of(Answer::set(&[*answer])),
            Self::OneOf(answers) => known.one_of(*answers),
            Self::Not(condition) => !condition.truth(known),
            Self::All(conditions) => Truth::all(conditions.iter().map(|condition| condition.truth(known))),
            Self::Any(conditions) => Truth::any(conditions.iter().map(|condition| condition.truth(known))),
        }
    }

    /// Whether it holds of a person or an application all of whose answers are these. The same as the truth of what is wholly known, and
    /// three times as soon: nothing is looked at that does not matter any more.
    ///
    /// ```
    /// use tirkeu::{Answer, Condition};
    /// let condition = Condition::Any(&[Condition::Is(Answer::Adult), Condition::Is(Answer::Refugee)]);
    /// assert!(condition.holds(Answer::set(&[Answer::Visitor, Answer::Adult])));
    /// ```
    #[must_use]
    pub fn holds(&self, answers: Set<Answer>) -> bool {
        match self {
            Self::Always => true,
            Self::Is(answer) => answers.contains(*answer),
            Self::OneOf(of) => answers.meets(*of),
            Self::Not(condition) => !condition.holds(answers),
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(answers)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(answers)),
        }
    }

    /// The answers that can make a difference to it.
    #[must_use]
    pub const fn mentions(&self) -> Set<Answer> {
        match self {
            Self::Always => Set::from_bits(0),
            Self::Is(answer) => Answer::set(&[*answer]),
            Self::OneOf(answers) => *answers,
            Self::Not(condition) => condition.mentions(),
            Self::All(conditions) | Self::Any(conditions) => {
                let (mut mentioned, mut left) = (0, *conditions);
                while let [condition, rest @ ..] = left {
                    mentioned |= condition.mentions().bits();
                    left = rest;
                }
                Set::from_bits(mentioned)
            }
        }
    }
}
