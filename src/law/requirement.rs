//! What a law is made of: requirements and their rows, each with when it applies, what it leads to and its sources.
//!
//! Knows the vocabulary of the law, not the law itself.

use crate::facts::condition::Condition;
use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Of};
use crate::facts::id::{Set, ids};
use crate::law::citation::Citation;
use crate::law::outcome::Outcome;

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
        /// Whose consent counts where the owner is the state or an organisation.
        WhoseConsent = "whose_consent",
        /// The person's identity document.
        IdentityDocument = "identity_document",
        /// The person's birth certificate.
        BirthCertificate = "birth_certificate",
        /// Proof of a representative's authority.
        ProofOfAuthority = "proof_of_authority",
        /// The notarised power of attorney.
        PowerOfAttorney = "power_of_attorney",
        /// Whether the person is registered by itself, and where.
        OwnRegistration = "own_registration",
        /// Whether the one who applies may apply for this person.
        RightToApply = "right_to_apply",
    }
}

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
            Self::BirthCertificate => Some(Document::BirthCertificate),
            Self::ProofOfAuthority => Some(Document::ProofOfAuthority),
            Self::PowerOfAttorney => Some(Document::PowerOfAttorney),
            Self::OwnerPresence | Self::WhoseConsent | Self::OwnRegistration | Self::RightToApply => None,
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
            | Self::WhoseConsent => Of::Application,
            Self::IdentityDocument
            | Self::BirthCertificate
            | Self::ProofOfAuthority
            | Self::PowerOfAttorney
            | Self::OwnRegistration
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
    /// The answers that can make a difference to it.
    pub(crate) mentions: Set<Answer>,
}

impl Rule {
    /// A requirement with its rows.
    #[must_use]
    pub const fn of(requirement: Requirement, rows: &'static [Row]) -> Self {
        let (mut mentioned, mut left) = (0, rows);
        while let [row, rest @ ..] = left {
            mentioned |= row.when.mentions().bits();
            left = rest;
        }
        Self { requirement, rows, mentions: Set::from_bits(mentioned) }
    }
}
