//! The documents that may be asked for, and how one is held (rules.md, section 3).
//!
//! Knows no requirement: which document is asked for, and what counts, is the law's.

use time::Date;

use crate::facts::day::date;
use crate::facts::fact::Of;
use crate::facts::id::{Id, Set, ids};

ids! {
    /// A document, in the order in which one asks: the application's, then each person's.
    Document {
        /// Identity document of the parent, guardian, trustee or attorney who applies.
        RepresentativeIdentity = "representative_identity",
        /// Identity document of the owner.
        OwnerIdentity = "owner_identity",
        /// The owner's consent to the registration.
        OwnerConsent = "owner_consent",
        /// Request of the administration of the organisation.
        InstitutionRequest = "institution_request",
        /// Identity document of the person to be registered.
        IdentityDocument = "identity_document",
        /// Birth certificate of the person to be registered.
        BirthCertificate = "birth_certificate",
        /// Proof of the authority of a parent, guardian or trustee.
        ProofOfAuthority = "proof_of_authority",
        /// Notarised power of attorney.
        PowerOfAttorney = "power_of_attorney",
    }
}

ids! {
    /// How a document is held.
    Form {
        /// The original paper or card.
        Original = "original",
        /// Shown live from the digital document service; a consent: certified by digital signature.
        Electronic = "electronic",
        /// A photocopy, scan, photo or screenshot.
        Copy = "copy",
        /// Not held at all.
        NotHeld = "none",
    }
}

impl Document {
    /// The documents of the application.
    pub const APPLICATION: &'static [Self] =
        &[Self::RepresentativeIdentity, Self::OwnerIdentity, Self::OwnerConsent, Self::InstitutionRequest];

    /// The documents of one person.
    pub const PERSON: &'static [Self] =
        &[Self::IdentityDocument, Self::BirthCertificate, Self::ProofOfAuthority, Self::PowerOfAttorney];

    /// Whether it is held once for the application or for each person.
    #[must_use]
    pub const fn of(self) -> Of {
        match self {
            Self::RepresentativeIdentity | Self::OwnerIdentity | Self::OwnerConsent | Self::InstitutionRequest => {
                Of::Application
            }
            Self::IdentityDocument | Self::BirthCertificate | Self::ProofOfAuthority | Self::PowerOfAttorney => {
                Of::Person
            }
        }
    }

    /// What its forms are called by where that differs from one kind of document to another: a consent and a paper without a card have
    /// electronic forms of their own. Goes with [`crate::Words::of_kind`].
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::OwnerConsent => ".consent",
            Self::InstitutionRequest | Self::BirthCertificate | Self::ProofOfAuthority | Self::PowerOfAttorney => {
                ".paper"
            }
            _ => "",
        }
    }

    /// Whether it may carry `valid_until`.
    #[must_use]
    pub const fn has_valid_until(self) -> bool {
        matches!(
            self,
            Self::RepresentativeIdentity | Self::OwnerIdentity | Self::IdentityDocument | Self::PowerOfAttorney
        )
    }
}

/// The last day of a document of which only this is said, that it is past its date by the visit: a day before every visit, which is
/// never shown.
pub const SOME_DAY_BEFORE: Date = date(1900, 1, 1);

/// How one document is held, as far as is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Held {
    /// The form; none if it is unknown, so that it may be any of the four.
    pub form: Option<Form>,
    /// The last day on which the document is valid; without one it counts as valid.
    pub valid_until: Option<Date>,
}

impl Held {
    /// The form that was said, or else all four.
    #[must_use]
    pub fn forms(self) -> Set<Form> {
        self.form.map_or_else(|| Form::set(Form::ALL), |form| Form::set(&[form]))
    }

    /// Whether it ends before the visit. On its last day it is still valid.
    ///
    /// ```
    /// use tirkeu::{Held, date};
    /// let permit = Held { form: None, valid_until: Some(date(2026, 11, 30)) };
    /// assert!(!permit.expired_on(date(2026, 11, 30)));
    /// assert!(permit.expired_on(date(2026, 12, 1)));
    /// ```
    #[must_use]
    pub fn expired_on(self, visit_date: Date) -> bool {
        self.valid_until.is_some_and(|last_day| last_day < visit_date)
    }
}

/// How each document is held; a document not spoken of is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Documents([Held; Document::ALL.len()]);

impl Documents {
    /// No document was spoken of.
    pub const UNKNOWN: Self = Self([Held { form: None, valid_until: None }; Document::ALL.len()]);

    /// How `document` is held.
    #[must_use]
    pub fn get(&self, document: Document) -> Held {
        self.0.get(document as usize).copied().unwrap_or_default()
    }

    /// These documents with `document` held so.
    #[must_use]
    pub fn with(mut self, document: Document, held: Held) -> Self {
        if let Some(place) = self.0.get_mut(document as usize) {
            *place = held;
        }
        self
    }

    /// Each held as this makes of it.
    #[must_use]
    pub(crate) fn map(&self, held: impl FnMut(Held) -> Held) -> Self {
        Self(self.0.map(held))
    }
}
