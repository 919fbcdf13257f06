//! Which contradictions of two texts the date of the acts settles: of two acts of one level the later prevails (Law on legal acts,
//! article 12 (3)).
//!
//! Knows what speaks for the person meanwhile; no verdict rests on it, since no lawyer has confirmed it.

use crate::facts::condition::{Condition, Known};
use crate::facts::document::Form;
use crate::law::requirement::Requirement;

/// A contradiction between Order 267 and the later Rules 677 in which 677 speaks for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prevailing {
    /// Of which requirement.
    pub requirement: Requirement,
    /// Of which people.
    pub when: Condition,
    /// In which form of the document; none: in whatever form.
    pub form: Option<Form>,
}

impl Prevailing {
    /// Whether it is about this requirement of somebody of whom this is known, with the document in this form.
    #[must_use]
    pub fn is_about(&self, requirement: Requirement, form: Option<Form>, known: Known) -> bool {
        let is_in_form = self.form.is_none() || self.form == form;
        self.requirement == requirement && is_in_form && self.when.truth(known).holds()
    }
}
