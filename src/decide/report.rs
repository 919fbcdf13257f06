//! What Tirkeu answers: the verdict, the findings, what is still open, what mends it (rules.md, section 5).
//!
//! Knows how the answer is shaped, not how it is found, shown or written.

use time::Date;

use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Fact, Of};
use crate::facts::id::{Id, Set, ids};
use crate::law::citation::Citation;
use crate::law::outcome::{Basis, Status};
use crate::law::requirement::Requirement;

ids! {
    /// What is said of the set as a whole. A pre-check decides nothing: no verdict means that anybody is registered.
    Verdict {
        /// Everything that is asked for is there.
        Complete = "complete",
        /// Nothing fails, and the counter alone can settle the rest.
        Ask = "ask",
        /// Something fails.
        Incomplete = "incomplete",
        /// Someone belongs to another service, or nobody is to be registered.
        NotThisService = "not_this_service",
        /// An open question could still change the verdict.
        Undecided = "undecided",
        /// The visit lies before the first edition.
        NotCovered = "not_covered",
    }
}

ids! {
    /// What is applied for.
    Procedure {
        /// Permanent registration (annex 6).
        Permanent = "permanent",
        /// Temporary registration (annex 7).
        Temporary = "temporary",
        /// Temporary accounting at the place of stay, of refugees and asylum seekers (annex 8).
        Accounting = "accounting",
    }
}

ids! {
    /// Where one goes.
    Counter {
        /// The police unit in the State Corporation: foreigners and stateless persons.
        StateCorporation = "state_corporation",
        /// The territorial police itself: refugees and asylum seekers.
        Police = "police",
    }
}

ids! {
    /// Why somebody is not in scope.
    Reason {
        /// Citizen of Kazakhstan.
        Citizen = "citizen",
        /// Holder of a temporary residence permit.
        TemporaryPermit = "temporary_permit",
        /// Visitor, with or without a visa.
        Visitor = "visitor",
        /// Asylum seeker, before the service named them.
        AsylumSeeker = "asylum_seeker",
        /// A child under 14, who is not registered temporarily.
        Under14Temporary = "under_14_temporary",
    }
}

/// One requirement that is, or may still be, required, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which requirement.
    pub requirement: Requirement,
    /// The person's place in the application, from 0; none for the application itself.
    pub person: Option<usize>,
    /// How it stands.
    pub status: Status,
    /// What that rests on; none while it is unanswered.
    pub basis: Option<Basis>,
    /// On a document that fails: the forms that would satisfy.
    pub accepts: Option<Set<Form>>,
    /// What it is taken from.
    pub sources: Set<Citation>,
}

/// What each form of a valid document leads to, where that is the same in every completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forms {
    /// The forms that satisfy.
    pub satisfy: Set<Form>,
    /// The forms of which only the counter can say whether they do.
    pub ask: Set<Form>,
    /// The forms that do not count.
    pub fail: Set<Form>,
}

/// Something that was not said and matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The answer to a question.
    Fact(Fact),
    /// How a document is held.
    Document(Document),
}

impl Subject {
    /// Whether it is about the application or about a person.
    #[must_use]
    pub const fn of(self) -> Of {
        match self {
            Self::Fact(fact) => fact.of(),
            Self::Document(document) => document.of(),
        }
    }
}

/// An open question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    /// What is asked.
    pub subject: Subject,
    /// The person's place in the application, from 0; none for the application itself.
    pub person: Option<usize>,
}

/// What mends one finding that fails for sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Which requirement.
    pub requirement: Requirement,
    /// The person's place in the application, from 0; none for the application itself.
    pub person: Option<usize>,
    /// What to do.
    pub remedy: Remedy,
}

/// How a failing finding is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Bring the document in one of these forms.
    Bring(Set<Form>),
    /// Let the owner come along, so that one of these answers to `owner_present` is true.
    OwnerPresent(Set<Answer>),
    /// Let one of these apply, the one who needs the fewest papers first.
    ApplyAs(Vec<Candidate>),
}

/// Somebody who may apply for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who applies.
    pub applicant: Answer,
    /// The papers that this takes and that are not there yet.
    pub needs: Vec<Document>,
}

/// Someone who belongs to another service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The person's place in the application, from 0.
    pub person: usize,
    /// Why they are not in scope.
    pub reason: Reason,
}

/// What a coming edition changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// The first day of that edition.
    pub edition: Date,
    /// The verdict under it, with the documents as they are on the visit date.
    pub verdict: Verdict,
}

/// The edition that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Its first day.
    pub edition: Date,
    /// The day on which its sources were read.
    pub sources_read: Date,
    /// The day on which a lawyer reviewed it, if any did.
    pub reviewed: Option<Date>,
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What is said of the set.
    pub verdict: Verdict,
    /// Which edition decided; none if no edition covers the visit.
    pub decided: Option<Decided>,
    /// Whether the sources were read so long before the visit that the rules may have changed.
    pub stale: bool,
    /// The first coming edition that changes the answer.
    pub upcoming: Option<Upcoming>,
    /// What is applied for, as far as it is certain.
    pub procedures: Set<Procedure>,
    /// Where to go, as far as it is certain.
    pub counters: Set<Counter>,
    /// Who belongs to another service.
    pub elsewhere: Vec<Elsewhere>,
    /// How each requirement stands: the application's, then person by person.
    pub findings: Vec<Finding>,
    /// The open questions that matter, in asking order.
    pub unanswered: Vec<Question>,
    /// What mends every finding that fails for sure.
    pub fix: Vec<Fix>,
}

impl Report {
    /// The answer for a visit that no edition covers.
    #[must_use]
    pub fn not_covered() -> Self {
        Self {
            verdict: Verdict::NotCovered,
            decided: None,
            stale: false,
            upcoming: None,
            procedures: Set::EMPTY,
            counters: Set::EMPTY,
            elsewhere: Vec::new(),
            findings: Vec::new(),
            unanswered: Vec::new(),
            fix: Vec::new(),
        }
    }

    /// Everything that any finding is taken from.
    #[must_use]
    pub fn sources(&self) -> Set<Citation> {
        self.findings.iter().fold(Set::EMPTY, |sources, finding| sources.union(finding.sources))
    }

    /// The findings that say this.
    pub fn findings_that(&self, status: Status) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.status == status)
    }
}

impl Set<Verdict> {
    /// The verdicts of two independent parts together: whichever comes later in the order of [`Verdict`], for every pair.
    #[must_use]
    pub fn worse(self, other: Self) -> Self {
        let from_lowest = |set: Self| !(set.bits() & set.bits().wrapping_neg()).wrapping_sub(1);
        Self::from_bits(self.bits() & from_lowest(other) | other.bits() & from_lowest(self))
    }

    /// The one verdict that is possible, or `undecided`.
    #[must_use]
    pub fn firm(self) -> Verdict {
        self.only().unwrap_or(Verdict::Undecided)
    }
}

impl Status {
    /// The verdicts on sets of which these are the worst findings.
    pub(crate) fn verdicts(statuses: Set<Self>) -> Set<Verdict> {
        statuses.iter().map(Self::verdict).collect()
    }

    /// The verdict on a set in which this is the worst finding.
    #[must_use]
    pub const fn verdict(self) -> Verdict {
        match self {
            Self::Satisfied => Verdict::Complete,
            Self::Ask => Verdict::Ask,
            Self::Unanswered => Verdict::Undecided,
            Self::Missing | Self::FormNotAccepted | Self::Expired | Self::Absent | Self::NotEntitled => {
                Verdict::Incomplete
            }
        }
    }
}

const _: () = assert!(Requirement::ALL.len() <= 32 && Citation::ALL.len() <= 64, "they fit in one set");
