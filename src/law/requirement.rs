//! What a law is made of: requirements with their rows, the outcome of each row, its basis and its sources; editions of them.
//!
//! Knows the vocabulary of the law, not the law itself. The types hold the line of rules.md, section 1: an outcome that rests on
//! an unclear text can only be [`Outcome::Ask`], one that rests on reports can satisfy or ask, and only what a source states, or
//! what is true of any official paper, can fail. No other outcome can be written down.

use time::Date;

use crate::facts::condition::Condition;
use crate::facts::document::{Document, Form};
use crate::facts::fact::Of;
use crate::facts::id::{Id, Set, ids};

ids! {
    /// Something the counter looks at: a paper (named like its document) or something that an answer decides.
    Requirement {
        /// The identity document of the one who applies for somebody else.
        RepresentativeIdentity = "representative_identity",
        /// The owner's identity document.
        OwnerIdentity = "owner_identity",
        /// The owner's consent.
        OwnerConsent = "owner_consent",
        /// The request of the organisation's administration.
        InstitutionRequest = "institution_request",
        /// Whether the owner comes along.
        OwnerPresence = "owner_presence",
        /// Whether each of several owners must consent.
        AllOwners = "all_owners",
        /// Whose consent counts in housing let by the state.
        Tenancy = "tenancy",
        /// The person's identity document.
        IdentityDocument = "identity_document",
        /// Proof of a representative's authority.
        ProofOfAuthority = "proof_of_authority",
        /// The notarised power of attorney.
        PowerOfAttorney = "power_of_attorney",
        /// How a child under 14 is registered.
        ChildUnder14 = "child_under_14",
        /// Whether the one who applies may apply for this person.
        RightToApply = "right_to_apply",
    }
}

ids! {
    /// What a finding says.
    Status {
        /// It is there in a form that counts.
        Satisfied = "satisfied",
        /// It is not there: the set is incomplete.
        Missing = "missing",
        /// It is there in a form that does not count: the set is incomplete.
        FormNotAccepted = "form_not_accepted",
        /// It ended before the visit: the set is incomplete.
        Expired = "expired",
        /// This applicant may not apply for this person: the set is incomplete.
        NotEntitled = "not_entitled",
        /// No source settles it: only the counter can say.
        Ask = "ask",
        /// It depends on something not said yet.
        Unanswered = "unanswered",
    }
}

ids! {
    /// What an outcome rests on, strongest first.
    Basis {
        /// The published summary says it.
        Stated = "stated",
        /// True of any official paper.
        General = "general",
        /// The press or the State Corporation reports it.
        Reported = "reported",
        /// No source settles it.
        Unclear = "unclear",
    }
}

ids! {
    /// What a row of the law leads to: a status together with its basis, in every pair that may occur.
    Outcome {
        /// Satisfied, as stated.
        Satisfied = "satisfied",
        /// Satisfied, as reported.
        SatisfiedAsReported = "satisfied_as_reported",
        /// Missing, as stated.
        Missing = "missing",
        /// The form does not count, as stated.
        FormNotAccepted = "form_not_accepted",
        /// Past its date, as with any official paper.
        Expired = "expired",
        /// Not entitled to apply, as stated.
        NotEntitled = "not_entitled",
        /// To be asked: no source settles it.
        Ask = "ask",
        /// To be asked: reports raise the question and do not settle it.
        AskAsReported = "ask_as_reported",
    }
}

ids! {
    /// A source, or one statement of a source (rules.md, section 1).
    Citation {
        /// Identity documents: original or electronic form.
        S1a = "S1.a",
        /// Authority to act for children and incapacitated citizens.
        S1b = "S1.b",
        /// The owner's identity and consent.
        S1c = "S1.c",
        /// An organisation's request; identity documents from 14.
        S1d = "S1.d",
        /// What the provider looks up itself.
        S1e = "S1.e",
        /// A police officer verifies completeness.
        S1f = "S1.f",
        /// Entry into the Population Registration Point.
        S1g = "S1.g",
        /// Temporary registration and refugees follow a similar procedure.
        S1h = "S1.h",
        /// Decisions can be appealed.
        S1i = "S1.i",
        /// In force from 16 March 2024.
        S1j = "S1.j",
        /// Reports of the amendment of 30 November 2025.
        S2 = "S2",
        /// Reported practice: the owner comes in person.
        S3 = "S3",
        /// Administrative Procedural and Process-Related Code, articles 91 and 92.
        S4 = "S4",
        /// Law on public services, article 25, and explanations.
        S5 = "S5",
    }
}

/// The statements of the published summary.
pub(crate) const S1: Set<Citation> = Citation::set(&[
    Citation::S1a,
    Citation::S1b,
    Citation::S1c,
    Citation::S1d,
    Citation::S1e,
    Citation::S1f,
    Citation::S1g,
    Citation::S1h,
    Citation::S1i,
    Citation::S1j,
]);

impl Status {
    /// The statuses that make a set incomplete.
    pub const FAILING: Set<Self> = Self::set(&[Self::Missing, Self::FormNotAccepted, Self::Expired, Self::NotEntitled]);

    /// Whether it makes a set incomplete.
    #[must_use]
    pub const fn fails(self) -> bool {
        Self::FAILING.meets(Self::set(&[self]))
    }
}

impl Outcome {
    /// What the findings of these outcomes say.
    pub(crate) fn statuses(outcomes: Set<Self>) -> Set<Status> {
        outcomes.iter().map(Self::status).collect()
    }

    /// What the finding says.
    #[must_use]
    pub const fn status(self) -> Status {
        match self {
            Self::Satisfied | Self::SatisfiedAsReported => Status::Satisfied,
            Self::Missing => Status::Missing,
            Self::FormNotAccepted => Status::FormNotAccepted,
            Self::Expired => Status::Expired,
            Self::NotEntitled => Status::NotEntitled,
            Self::Ask | Self::AskAsReported => Status::Ask,
        }
    }

    /// What it rests on.
    #[must_use]
    pub const fn basis(self) -> Basis {
        match self {
            Self::Satisfied | Self::Missing | Self::FormNotAccepted | Self::NotEntitled => Basis::Stated,
            Self::Expired => Basis::General,
            Self::SatisfiedAsReported | Self::AskAsReported => Basis::Reported,
            Self::Ask => Basis::Unclear,
        }
    }
}

/// Only what is stated or general fails; what is unclear neither fails nor satisfies.
const fn keeps_the_line(outcome: Outcome) -> bool {
    match outcome.basis() {
        Basis::Stated | Basis::General => true,
        Basis::Reported => !outcome.status().fails(),
        Basis::Unclear => matches!(outcome.status(), Status::Ask),
    }
}

const _: () = {
    let mut outcomes = Outcome::ALL;
    while let [outcome, rest @ ..] = outcomes {
        assert!(keeps_the_line(*outcome), "an outcome rests on too little");
        outcomes = rest;
    }
};

impl Requirement {
    /// The paper it asks for; none if an answer decides it.
    #[must_use]
    pub const fn document(self) -> Option<Document> {
        match self {
            Self::RepresentativeIdentity => Some(Document::RepresentativeIdentity),
            Self::OwnerIdentity => Some(Document::OwnerIdentity),
            Self::OwnerConsent => Some(Document::OwnerConsent),
            Self::InstitutionRequest => Some(Document::InstitutionRequest),
            Self::IdentityDocument => Some(Document::IdentityDocument),
            Self::ProofOfAuthority => Some(Document::ProofOfAuthority),
            Self::PowerOfAttorney => Some(Document::PowerOfAttorney),
            Self::OwnerPresence | Self::AllOwners | Self::Tenancy | Self::ChildUnder14 | Self::RightToApply => None,
        }
    }

    /// Whether it is looked at once for the application or for each person.
    #[must_use]
    pub const fn of(self) -> Of {
        match self {
            Self::RepresentativeIdentity
            | Self::OwnerIdentity
            | Self::OwnerConsent
            | Self::InstitutionRequest
            | Self::OwnerPresence
            | Self::AllOwners
            | Self::Tenancy => Of::Application,
            Self::IdentityDocument
            | Self::ProofOfAuthority
            | Self::PowerOfAttorney
            | Self::ChildUnder14
            | Self::RightToApply => Of::Person,
        }
    }
}

/// What a row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It depends on how the document is held. An original always satisfies.
    Paper {
        /// The electronic form.
        electronic: Outcome,
        /// A photocopy, scan, photo or screenshot.
        copy: Outcome,
        /// Past its date, in whatever form that otherwise counts.
        expired: Outcome,
        /// Not held.
        none: Outcome,
    },
    /// The answers alone decide.
    Answer(Outcome),
}

impl Effect {
    /// The outcome for a document held in this form, expired or not; looked at in the order: none, copy, expired, the rest.
    #[must_use]
    pub const fn outcome(self, form: Form, has_expired: bool) -> Outcome {
        match self {
            Self::Answer(outcome) => outcome,
            Self::Paper { electronic, copy, expired, none } => match form {
                Form::NotHeld => none,
                Form::Copy => copy,
                _ if has_expired => expired,
                Form::Electronic => electronic,
                Form::Original => Outcome::Satisfied,
            },
        }
    }
}

/// One row of a table of the law: when it applies, and what it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// When it applies, given that the person, or someone in the application, is in scope.
    pub when: Condition,
    /// What it leads to.
    pub effect: Effect,
    /// What it rests on.
    pub sources: Set<Citation>,
}

/// A requirement as one edition has it. The first row that applies counts; where none does, nothing is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which requirement.
    pub requirement: Requirement,
    /// Its rows, at most 31.
    pub rows: &'static [Row],
}

/// The law from one day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The first day on which it is in force; its name.
    pub from: Date,
    /// The day on which its sources were read.
    pub sources_read: Date,
    /// The day on which a lawyer compared it with the official text; none if nobody has yet.
    pub reviewed: Option<Date>,
    /// What it requires, in the order of the report.
    pub rules: &'static [Rule],
}

impl Edition {
    /// The rules about the application, or about each person.
    pub fn rules_of(&self, of: Of) -> impl Iterator<Item = &'static Rule> {
        self.rules.iter().filter(move |rule| rule.requirement.of() == of)
    }
}

/// The edition in force on a day: the last one that began by then. None before the first.
///
/// ```
/// use tirkeu::{date, in_force, law};
/// assert_eq!(in_force(law::EDITIONS, date(2025, 11, 29)).unwrap().from, date(2024, 3, 16));
/// assert!(in_force(law::EDITIONS, date(2024, 3, 15)).is_none());
/// ```
#[must_use]
pub fn in_force(law: &[Edition], day: Date) -> Option<&Edition> {
    law.iter().rev().find(|edition| edition.from <= day)
}

/// Checks, while compiling, what no edition may break: editions in order, rules in the order of [`Requirement`] and each at most
/// once, papers decided by how they are held and the rest by answers, and a source or the outcome [`Outcome::Ask`] in every row.
///
/// # Panics
/// At compile time, where a table breaks one of these.
#[expect(clippy::indexing_slicing, reason = "evaluated while compiling")]
pub const fn check_law(law: &[Edition]) {
    let mut index = 0;
    while index < law.len() {
        assert!(index == 0 || is_later(law[index].from, law[index - 1].from), "editions follow one another");
        check_rules(law[index].rules);
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

const fn check_rows(requirement: Requirement, mut rows: &[Row]) {
    while let [row, rest @ ..] = rows {
        let is_paper = matches!(row.effect, Effect::Paper { .. });
        assert!(
            is_paper == requirement.document().is_some(),
            "a paper is decided by how it is held, the rest by answers"
        );
        let asks = matches!(row.effect, Effect::Answer(Outcome::Ask));
        assert!(asks || !row.sources.is_empty(), "a row without a source can only ask");
        rows = rest;
    }
}
