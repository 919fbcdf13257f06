//! The contradictions between Order 267 and the Rules 677 that the date of the two settles in the person's favour (rules.md, section 8).
//!
//! Knows no outcome: each of them stays a question until a lawyer has said so.

use super::scope::PERMANENT_RESIDENT;
use crate::facts::condition::Condition::{self, All, Always, Is};
use crate::facts::document::Form;
use crate::facts::fact::Answer::{Aged14To15, Aged16To17, Temporary};
use crate::law::prevailing::Prevailing;
use crate::law::requirement::Requirement;

const fn prevails(requirement: Requirement, when: Condition) -> Prevailing {
    Prevailing { requirement, when, form: None }
}

/// The other contradictions the date does not settle: whether the consent is brought or drawn up at the counter stands twice in one act,
/// whose consent counts is said otherwise in Russian and in Kazakh, and of those under 14 the two acts say different things of nothing.
pub const PREVAILING: &[Prevailing] = &[
    // 677.7.2 names an attorney, 267.list.8.1 the owner in person.
    prevails(Requirement::OwnerPresence, Always),
    prevails(Requirement::OwnerIdentity, Always),
    // 677.4 allows an electronic one, 267.list.4 speaks of paper.
    Prevailing { form: Some(Form::Electronic), ..prevails(Requirement::OwnerConsent, Always) },
    // 677.7.1 asks for it of those under 16.
    prevails(Requirement::BirthCertificate, Is(Aged16To17)),
    // 677.13: nobody under 16 is registered temporarily.
    prevails(Requirement::OwnRegistration, All(&[Is(Aged14To15), PERMANENT_RESIDENT, Is(Temporary)])),
];
