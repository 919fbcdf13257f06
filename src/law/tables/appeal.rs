//! The way to complain after a refusal (rules.md, section 7).
//!
//! Knows no dates: when a term ends is computed in `decide/appeal.rs`.

use crate::law::citation::Citation::{self, Appc91, Appc92, O267p7, O267p8, S1i};
use crate::law::outcome::Basis::Stated;
use crate::law::step::{About, Addressee, Step, StepName, Term};

/// The steps, in their order.
pub const APPEAL: &[Step] = &[
    step(StepName::Complain, Some(Term::Months(3)), &[S1i, O267p7, Appc92]),
    step(StepName::PassOn, Some(Term::WorkingDays(3)), &[O267p7]),
    step(StepName::Answer, Some(Term::WorkingDays(5)), &[O267p7]),
    step(StepName::Control, Some(Term::WorkingDays(15)), &[O267p7]),
    step(StepName::Court, None, &[O267p8, Appc91]),
];

const fn step(step: StepName, within: Option<Term>, sources: &[Citation]) -> Step {
    Step { step, within, basis: Stated, sources: Citation::set(sources) }
}

/// Whom one complains to, about what (267.7).
pub const ADDRESSEES: &[(Addressee, About)] = &[
    (Addressee::Provider, About::Decision),
    (Addressee::StateCorporationHead, About::Staff),
    (Addressee::InformatisationBody, About::Staff),
];
