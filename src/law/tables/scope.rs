//! Whom each edition is for and when each question is asked (rules.md, section 2).
//!
//! Knows no document and no requirement: when a question is asked depends on other answers alone.

use crate::facts::condition::Condition::{self, All, Always, Is, Not, OneOf};
use crate::facts::condition::one_of;
use crate::facts::fact::Answer::{
    self, Adult, AsylumSeeker, CoOwned, Foreigner, OtherOwner, OwnerAmongUs, Refugee, Stateless, Temporary, Under14,
};
use crate::facts::fact::Fact;
use crate::facts::id::Set;
use crate::law::asked::{Asked, Scope};

/// Residences whose owner has to come along.
pub(super) const OWNER_COMES: Condition = one_of(&[OwnerAmongUs, OtherOwner, CoOwned]);

/// Those who apply to the State Corporation.
pub(super) const PERMANENT_RESIDENT: Condition = one_of(&[Foreigner, Stateless]);

/// Children under 14 are not registered temporarily (677.13; annex 7 names papers from 14 on).
const EXEMPT: Condition = All(&[PERMANENT_RESIDENT, Is(Under14), Is(Temporary)]);

/// Whom the edition is for, with each question and when it is asked.
macro_rules! scope {
    ($statuses:expr, $in_scope:expr) => {
        Scope {
            statuses: $statuses,
            in_scope: $in_scope,
            asked: &[
                Asked { fact: Fact::Status, person: Always, application: Always },
                Asked { fact: Fact::Age, person: OneOf($statuses), application: Always },
                Asked { fact: Fact::Incapacitated, person: All(&[$in_scope, Is(Adult)]), application: Always },
                Asked { fact: Fact::Applicant, person: $in_scope, application: Always },
                Asked { fact: Fact::Service, person: PERMANENT_RESIDENT, application: Always },
                Asked { fact: Fact::Residence, person: $in_scope, application: Always },
                Asked { fact: Fact::OwnerPresent, person: $in_scope, application: OWNER_COMES },
            ],
        }
    };
}

const STATUSES_2024_03: Set<Answer> = Answer::set(&[Foreigner, Stateless, Refugee]);
const STATUSES_2024_09: Set<Answer> = Answer::set(&[Foreigner, Stateless, Refugee, AsylumSeeker]);

pub(super) const SCOPE_2024_03: Scope = scope!(STATUSES_2024_03, OneOf(STATUSES_2024_03));
pub(super) const SCOPE_2024_09: Scope = scope!(STATUSES_2024_09, All(&[OneOf(STATUSES_2024_09), Not(&EXEMPT)]));
