//! What a row of the law leads to: a status and what it rests on.
//!
//! Knows no requirement and no row. The type holds the line of rules.md, section 1: what rests on a conflict of texts, or on none,
//! can only be asked; only what a source states, or what is true of any official paper, satisfies or fails. No other outcome can be
//! written down.

use crate::facts::id::{Id, Set, ids};

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
        /// Nobody comes for the owner: the set is incomplete.
        Absent = "absent",
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
        /// A source says it.
        Stated = "stated",
        /// True of any official paper.
        General = "general",
        /// Two texts, or the Russian and the Kazakh text, say different things.
        Conflict = "conflict",
        /// No source settles it.
        Unclear = "unclear",
    }
}

ids! {
    /// What a row of the law leads to: a status together with its basis, in every pair that may occur.
    Outcome {
        /// Satisfied, as stated.
        Satisfied = "satisfied",
        /// Missing, as stated.
        Missing = "missing",
        /// The form does not count, as stated.
        FormNotAccepted = "form_not_accepted",
        /// Past its date, as with any official paper.
        Expired = "expired",
        /// Nobody comes for the owner, whose presence is stated.
        Absent = "absent",
        /// Not entitled to apply, as stated.
        NotEntitled = "not_entitled",
        /// To be asked: two texts say different things.
        AskConflict = "ask_conflict",
        /// To be asked: no source settles it.
        Ask = "ask",
    }
}

impl Status {
    /// The statuses that make a set incomplete.
    pub const FAILING: Set<Self> =
        Self::set(&[Self::Missing, Self::FormNotAccepted, Self::Expired, Self::Absent, Self::NotEntitled]);

    /// Whether it makes a set incomplete.
    #[must_use]
    pub fn fails(self) -> bool {
        Self::FAILING.contains(self)
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
            Self::Satisfied => Status::Satisfied,
            Self::Missing => Status::Missing,
            Self::FormNotAccepted => Status::FormNotAccepted,
            Self::Expired => Status::Expired,
            Self::Absent => Status::Absent,
            Self::NotEntitled => Status::NotEntitled,
            Self::AskConflict | Self::Ask => Status::Ask,
        }
    }

    /// What it rests on.
    #[must_use]
    pub const fn basis(self) -> Basis {
        match self {
            Self::Satisfied | Self::Missing | Self::FormNotAccepted | Self::Absent | Self::NotEntitled => Basis::Stated,
            Self::Expired => Basis::General,
            Self::AskConflict => Basis::Conflict,
            Self::Ask => Basis::Unclear,
        }
    }
}

/// Only what is stated or general satisfies or fails.
const fn keeps_the_line(outcome: Outcome) -> bool {
    match outcome.basis() {
        Basis::Stated | Basis::General => !matches!(outcome.status(), Status::Ask),
        Basis::Conflict | Basis::Unclear => matches!(outcome.status(), Status::Ask),
    }
}

const _: () = {
    let mut outcomes = Outcome::ALL;
    while let [outcome, rest @ ..] = outcomes {
        assert!(keeps_the_line(*outcome), "an outcome rests on too little");
        outcomes = rest;
    }
};
