//! What the way of a complaint is made of: steps, their terms, their basis and their sources (rules.md, section 7).
//!
//! Knows neither the steps that the law gives nor any day.

use crate::facts::id::{Set, ids};
use crate::law::citation::Citation;
use crate::law::outcome::Basis;

ids! {
    /// A step on the way of a complaint.
    StepName {
        /// File a complaint with the body that decided.
        Complain = "complain",
        /// That body passes the complaint on.
        PassOn = "pass_on",
        /// The provider answers.
        Answer = "answer",
        /// The body that controls the quality of public services answers.
        Control = "control",
        /// Go to court.
        Court = "court",
    }
}

/// A length of time that the law gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// Calendar months.
    Months(u8),
    /// Working days.
    WorkingDays(u8),
}

ids! {
    /// Whom a complaint is addressed to.
    Addressee {
        /// The provider that decided.
        Provider = "provider",
        /// The head of the State Corporation.
        StateCorporationHead = "state_corporation_head",
        /// The authorised body in the sphere of informatisation.
        InformatisationBody = "informatisation_body",
    }
}

ids! {
    /// What a complaint is about.
    About {
        /// The decision.
        Decision = "decision",
        /// An employee of the State Corporation.
        Staff = "staff",
    }
}

/// One step, its term and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which step.
    pub step: StepName,
    /// How long it may take; none if no source says.
    pub within: Option<Term>,
    /// What it rests on.
    pub basis: Basis,
    /// The sources.
    pub sources: Set<Citation>,
}
