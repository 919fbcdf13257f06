//! The report, the appeal and the catalogue of questions as serde sees them.
//!
//! Knows the shapes of rules.md, sections 6 and 7; reads nothing and decides nothing.

use serde::ser::{Serialize, SerializeStruct, Serializer};
use time::Date;

use super::place::Refusal;
use crate::decide::appeal::Appeal;
use crate::decide::report::{Candidate, Elsewhere, Finding, Fix, Question, Remedy, Report, Subject, Upcoming};
use crate::facts::condition::Condition;
use crate::facts::day::write_date;
use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Of};
use crate::facts::id::{Id, Set};
use crate::law::EDITIONS;
use crate::law::asked::Asked;
use crate::law::edition::Edition;
use crate::law::step::{About, Addressee, Step, Term};

/// Writes a struct with these fields, then those optional ones that are there, then the last ones.
macro_rules! fields {
    ($serializer:expr, $($name:literal: $value:expr),+ $(; $optional:literal: $when:expr)* $(; then $($last:literal: $end:expr),+)? $(,)?) => {{
        let count = [$($name),+].len() $(+ usize::from($when.is_some()))* $(+ [$($last),+].len())?;
        let mut object = $serializer.serialize_struct("", count)?;
        $(object.serialize_field($name, $value)?;)+
        $(if let Some(value) = &$when { object.serialize_field($optional, value)?; })*
        $($(object.serialize_field($last, $end)?;)+)?
        object.end()
    }};
}

/// A member of a closed list, by its id. Written as a variant, which is text that stays: the browser keeps each instead of making it anew.
struct Name<T>(T);

impl<T: Id> Serialize for Name<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit_variant("", self.0.index(), self.0.id())
    }
}

impl<T: Id> Serialize for Set<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Name))
    }
}

/// A day, as `YYYY-MM-DD`.
struct Day(Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&write_date(self.0))
    }
}

/// The place of a person; JavaScript counts in 32 bits here.
#[expect(clippy::cast_possible_truncation, reason = "at most 1,000 people")]
fn place(person: usize) -> u32 {
    person as u32
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer,
            "verdict": &Name(self.verdict),
            "edition": &self.decided.map(|decided| Day(decided.edition)),
            "sources_read": &self.decided.map(|decided| Day(decided.sources_read)),
            "reviewed": &self.decided.and_then(|decided| decided.reviewed).map(Day),
            "stale": &self.stale,
            "upcoming": &self.upcoming,
            "procedures": &self.procedures,
            "counters": &self.counters,
            "elsewhere": &self.elsewhere,
            "findings": &self.findings,
            "unanswered": &self.unanswered,
            "fix": &self.fix,
        )
    }
}

impl Serialize for Upcoming {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer, "edition": &Day(self.edition), "verdict": &Name(self.verdict))
    }
}

impl Serialize for Elsewhere {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer, "person": &place(self.person), "reason": &Name(self.reason))
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer,
            "requirement": &Name(self.requirement),
            "person": &self.person.map(place),
            "status": &Name(self.status);
            "basis": self.basis.map(Name);
            "accepts": self.accepts;
            then "sources": &self.sources,
        )
    }
}

impl Serialize for Question {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let person = self.person.map(place);
        match self.subject {
            Subject::Fact(fact) => fields!(serializer, "fact": &Name(fact), "person": &person),
            Subject::Document(document) => fields!(serializer, "document": &Name(document), "person": &person),
        }
    }
}

impl Serialize for Fix {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (requirement, person) = (&Name(self.requirement), &self.person.map(place));
        match &self.remedy {
            Remedy::Bring(forms) => {
                fields!(serializer, "requirement": requirement, "person": person, "bring": forms)
            }
            Remedy::OwnerPresent(answers) => {
                fields!(serializer, "requirement": requirement, "person": person, "owner_present": answers)
            }
            Remedy::ApplyAs(candidates) => {
                fields!(serializer, "requirement": requirement, "person": person, "apply_as": candidates)
            }
        }
    }
}

impl Serialize for Candidate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer, "applicant": &Name(self.applicant), "needs": &Names(&self.needs))
    }
}

/// Members of a closed list, in an order of their own.
struct Names<'a, T>(&'a [T]);

impl<T: Id> Serialize for Names<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().copied().map(Name))
    }
}

/// A refused line among answered ones.
impl Serialize for Refusal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer, "path": &self.path, "message": &self.message)
    }
}

/// What stands in place of a report on a line that is refused: why, and the number of the line.
pub(super) struct RefusedLine<'a> {
    pub(super) line: usize,
    pub(super) error: &'a Refusal,
}

impl Serialize for RefusedLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer, "error": &Located(self))
    }
}

struct Located<'a>(&'a RefusedLine<'a>);

impl Serialize for Located<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RefusedLine { line, error } = self.0;
        fields!(serializer, "line": line, "path": &error.path, "message": &error.message)
    }
}

impl Serialize for Appeal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer,
            "refused_on": &Day(self.refused_on),
            "complain_by": &Day(self.complain_by),
            "steps": self.steps,
            "addressees": &Addressees(self.addressees),
        )
    }
}

/// Whom one complains to, about what.
struct Addressees(&'static [(Addressee, About)]);

impl Serialize for Addressees {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|(addressee, about)| Addressed(*addressee, *about)))
    }
}

struct Addressed(Addressee, About);

impl Serialize for Addressed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer, "addressee": &Name(self.0), "about": &Name(self.1))
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer,
            "step": &Name(self.step);
            "within": self.within;
            then "basis": &Name(self.basis), "sources": &self.sources,
        )
    }
}

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Months(months) => fields!(serializer, "months": months),
            Self::WorkingDays(days) => fields!(serializer, "working_days": days),
        }
    }
}

/// The catalogue of questions; what [`questions`] returns.
pub struct Questions(());

/// The questions as data, in asking order (rules.md, section 7), as the newest edition asks them.
///
/// A condition is `null` (always), or an object with one key: `{"one_of": {"fact": "age", "answers": ["adult"]}}`,
/// `{"not": …}`, `{"all": […]}`, `{"any": […]}`. In a question about a person the answers are that person's, and the `service`
/// the application's. A question about the application is asked when `{"someone": …}` holds: of one person all of it.
#[must_use]
pub const fn questions() -> Questions {
    Questions(())
}

impl Serialize for Questions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer, "facts": &Facts, "documents": Document::ALL, "editions": &Editions)
    }
}

/// Every edition of the law, oldest first: from which day it decides, and when its sources were read and reviewed.
struct Editions;

impl Serialize for Editions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(EDITIONS)
    }
}

impl Serialize for Edition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer,
            "edition": &Day(self.from),
            "sources_read": &Day(self.sources_read),
            "reviewed": &self.reviewed.map(Day),
        )
    }
}

/// Every question, as the newest edition asks it.
struct Facts;

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(EDITIONS.last().map_or(&[][..], |edition| edition.scope.asked))
    }
}

impl Serialize for Asked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer,
            "fact": &Name(self.fact),
            "of": &Name(self.fact.of()),
            "answers": &self.fact.answers(),
            "asked_when": &When(*self),
        )
    }
}

/// When a question is asked.
struct When(Asked);

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let someone = Someone(self.0.person);
        match (self.0.fact.of(), self.0.application) {
            (Of::Person, _) => self.0.person.serialize(serializer),
            (Of::Application, Condition::Always) => someone.serialize(serializer),
            (Of::Application, besides) => fields!(serializer, "all": &(someone, besides)),
        }
    }
}

/// What holds of one of the people.
struct Someone(Condition);

impl Serialize for Someone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer, "someone": &self.0)
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields!(serializer,
            "document": &Name(*self),
            "of": &Name(Document::of(*self)),
            "forms": &Form::set(Form::ALL),
            "valid_until": &self.has_valid_until(),
        )
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Always => serializer.serialize_none(),
            Self::Is(answer) => fields!(serializer, "one_of": &OneOf(Answer::set(&[*answer]))),
            Self::OneOf(answers) => fields!(serializer, "one_of": &OneOf(*answers)),
            Self::Not(condition) => fields!(serializer, "not": condition),
            Self::All(conditions) => fields!(serializer, "all": conditions),
            Self::Any(conditions) => fields!(serializer, "any": conditions),
        }
    }
}

/// Answers to one question.
struct OneOf(Set<Answer>);

impl Serialize for OneOf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fact = self.0.iter().next().map(|answer| Name(answer.fact()));
        fields!(serializer, "fact": &fact, "answers": &self.0)
    }
}
