//! The way to complain after a refusal (rules.md, section 7).
//!
//! Knows no dates: when a term ends is computed in `appeal.rs`.

use crate::law::requirement::Basis::{Reported, Stated, Unclear};
use crate::law::requirement::Citation::{self, S1i, S4, S5};
use crate::law::step::{Step, StepName, Term};

/// The steps, in their order.
pub const APPEAL: &[Step] = &[
    Step { step: StepName::Complain, within: Some(Term::Months(3)), basis: Stated, sources: Citation::set(&[S1i, S4]) },
    Step { step: StepName::PassOn, within: Some(Term::WorkingDays(3)), basis: Reported, sources: Citation::set(&[S4]) },
    Step { step: StepName::Answer, within: Some(Term::WorkingDays(5)), basis: Reported, sources: Citation::set(&[S5]) },
    Step {
        step: StepName::Control,
        within: Some(Term::WorkingDays(15)),
        basis: Unclear,
        sources: Citation::set(&[S5]),
    },
    Step { step: StepName::Court, within: None, basis: Reported, sources: Citation::set(&[S4]) },
];
