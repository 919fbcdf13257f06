//! Why something is no code, or gets none: the place, the value, and what would be right.
//!
//! Knows English for the command line; a page says the same in its own languages, by the id of each.

use std::fmt::{self, Display};

use super::characters::grouped;
use super::{GROUP, MOST_PEOPLE};
use crate::wire::Refusal;

/// Why something is no code, or gets none. Groups are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed.
    Empty,
    /// A character that no code has.
    Foreign {
        /// The character.
        letter: char,
        /// The group that it stands in.
        group: usize,
    },
    /// More characters than any code has.
    Long {
        /// No code has more.
        most: usize,
    },
    /// Fewer characters than a code for so many people has.
    Cut {
        /// So many there are.
        characters: usize,
        /// So many there would be at least.
        least: usize,
        /// For so many people, as the code itself says.
        people: usize,
    },
    /// A character is not the one that was written, or two are swapped, or some are missing.
    Mistyped {
        /// The group in which it is, and what stands there; none where that cannot be told.
        group: Option<(usize, String)>,
    },
    /// Written by a version that knows more.
    Newer {
        /// What it begins with.
        schema: char,
    },
    /// More people than a code tells of.
    TooManyPeople(usize),
    /// All as it was written, and yet it says nothing: it was not made by this page.
    Nothing,
}

impl Fault {
    pub(super) fn cut(characters: usize, people: usize) -> Self {
        Self::Cut { characters, least: 20, people }
    }

    pub(super) fn mistyped(values: &[u8], group: usize) -> Self {
        let written = values.chunks(GROUP).nth(group).map(grouped).unwrap_or_default();
        Self::Mistyped { group: Some((group + 1, written)) }
    }

    /// The id by which a page says it.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Foreign { .. } => "foreign",
            Self::Long { .. } => "long",
            Self::Cut { .. } => "cut",
            Self::Mistyped { group: Some(_) } => "mistyped",
            Self::Mistyped { group: None } => "misread",
            Self::Newer { .. } => "newer",
            Self::TooManyPeople(_) => "people",
            Self::Nothing => "nothing",
        }
    }

    /// What a page fills into that sentence: the names of the gaps, and what stands there.
    #[must_use]
    pub fn gaps(&self) -> Vec<(&'static str, Gap)> {
        use Gap::{Number, Text};
        match self {
            Self::Foreign { letter, group } => {
                vec![("written", Text(String::from(*letter))), ("group", Number(*group))]
            }
            Self::Long { most } => vec![("most", Number(*most))],
            Self::Cut { characters, least, .. } => vec![("characters", Number(*characters)), ("least", Number(*least))],
            Self::Mistyped { group: Some((group, written)) } => {
                vec![("written", Text(written.clone())), ("group", Number(*group))]
            }
            Self::Newer { schema } => vec![("written", Text(String::from(*schema)))],
            Self::TooManyPeople(people) => vec![("people", Number(*people)), ("most", Number(MOST_PEOPLE))],
            Self::Empty | Self::Nothing | Self::Mistyped { group: None } => Vec::new(),
        }
    }
}

/// What stands in a gap of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// As it was written.
    Text(String),
    /// A number, which a page writes in its own way.
    Number(usize),
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("code: nothing is not right here; the characters of a code would be"),
            Self::Foreign { letter, group } => {
                let letter = letter.escape_debug();
                write!(f, "code, group {group}: \"{letter}\" is not right here; a digit or a letter but U would be")
            }
            Self::Long { most } => {
                write!(f, "code: more than {most} characters are not right here; one code and nothing else would be")
            }
            Self::Cut { characters, least, people } => write!(
                f,
                "code: {characters} characters are not right here; at least {least} would be, for {people} {}: the end is missing",
                if *people == 1 { "person" } else { "people" }
            ),
            Self::Mistyped { group: Some((group, written)) } => {
                write!(f, "code, group {group}: \"{written}\" is not right here; what the code has there would be")
            }
            Self::Mistyped { group: None } => f.write_str(
                "code: characters are wrong or missing, in more than one place; the code as it was written would be right",
            ),
            Self::Newer { schema } => write!(
                f,
                "code, group 1: \"{schema}\" is not right here; 1 or 2 would be: a newer version made the code, and only such a one reads it"
            ),
            Self::TooManyPeople(people) => write!(
                f,
                "people: a list of {people} is not right here; at most {MOST_PEOPLE} would be in one code: check a list instead"
            ),
            Self::Nothing => f.write_str("code: it says nothing that can be said; a code that Tirkeu made would be right"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        let path = if matches!(fault, Fault::TooManyPeople(_)) { "people" } else { "code" };
        Self { path: path.to_owned(), message: fault.to_string() }
    }
}
