//! When each question is asked, and who is in scope (rules.md, section 2).
//!
//! Knows no document and no requirement: when a question is asked depends on other answers alone.

use crate::facts::condition::Condition::{self, All, Always, Any, Is};
use crate::facts::condition::one_of;
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::Set;

/// Someone who can be registered under this service.
pub(crate) const IN_SCOPE: Condition = one_of(&[Answer::Foreigner, Answer::Stateless, Answer::Refugee]);

/// Everyone who cannot: another service is theirs.
pub(crate) const OUT_OF_SCOPE: Set<Answer> =
    Answer::set(&[Answer::Citizen, Answer::TemporaryPermit, Answer::Visitor, Answer::AsylumSeeker]);

/// The owner is somebody else, or an attorney acts in the owner's place.
pub(crate) const OWNER_IS_ELSEWHERE: Condition =
    Any(&[one_of(&[Answer::OtherOwner, Answer::CoOwned]), All(&[Is(Answer::Own), Is(Answer::Attorney)])]);

impl Fact {
    /// When one asks it. In a condition of the application, an answer about a person means "someone's".
    #[must_use]
    pub const fn asked_when(self) -> Condition {
        match self {
            Self::Status => Always,
            Self::Age | Self::Applicant | Self::Residence => IN_SCOPE,
            Self::Incapacitated => All(&[IN_SCOPE, Is(Answer::Adult)]),
            Self::Service => one_of(&[Answer::Foreigner, Answer::Stateless]),
            Self::OwnerPresent => All(&[IN_SCOPE, OWNER_IS_ELSEWHERE]),
        }
    }
}
