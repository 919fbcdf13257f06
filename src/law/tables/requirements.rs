//! What is required, row by row (rules.md, section 4).
//!
//! Knows no edition: which of these rows count on which day is said in `editions.rs`.

use crate::facts::condition::Condition::{self, All, Always, Any, Is, Not};
use crate::facts::condition::one_of;
use crate::facts::fact::Answer::{
    Administration, Adult, Aged14To15, Aged16To17, Attorney, CoOwned, Foreigner, Guardian, IncapacitatedYes,
    Institution, Oneself, OtherOwner, OwnerPresentNo, OwnerPresentYes, Parent, Refugee, StateHousing, Stateless,
    Trustee, Under14,
};
use crate::law::asked::OWNER_IS_ELSEWHERE;
use crate::law::requirement::Citation::{S1a, S1b, S1c, S1d, S2, S3};
use crate::law::requirement::Outcome::{
    Ask, AskAsReported, Expired, FormNotAccepted, Missing, NotEntitled, Satisfied, SatisfiedAsReported,
};
use crate::law::requirement::{Citation, Effect, Requirement, Row, Rule};

const INCAPACITATED: Condition = All(&[Is(Adult), Is(IncapacitatedYes)]);
const CAPABLE: Condition = All(&[Is(Adult), Not(&Is(IncapacitatedYes))]);
const MINOR: Condition = one_of(&[Under14, Aged14To15, Aged16To17]);
const FROM_16: Condition = one_of(&[Aged16To17, Adult]);
const SOMEBODY_ELSES: Condition = one_of(&[OtherOwner, CoOwned]);

/// An identity document that the digital document service is known to hold.
const IDENTITY: Effect =
    Effect::Paper { electronic: Satisfied, copy: FormNotAccepted, expired: Expired, none: Missing };

/// An identity document not known to be in the digital document service.
const IDENTITY_NOT_KNOWN_TO_BE_ELECTRONIC: Effect =
    Effect::Paper { electronic: Ask, copy: FormNotAccepted, expired: Expired, none: Missing };

/// A paper without a date, of which only the original is known to count.
const UNDATED: Effect = Effect::Paper { electronic: Ask, copy: Ask, expired: Ask, none: Missing };

const fn row(when: Condition, effect: Effect, sources: &[Citation]) -> Row {
    Row { when, effect, sources: Citation::set(sources) }
}

pub(super) const REPRESENTATIVE_IDENTITY: Rule = Rule {
    requirement: Requirement::RepresentativeIdentity,
    rows: &[row(one_of(&[Parent, Guardian, Trustee, Attorney]), IDENTITY, &[S1a])],
};

pub(super) const OWNER_IDENTITY: Rule =
    Rule { requirement: Requirement::OwnerIdentity, rows: &[row(SOMEBODY_ELSES, IDENTITY, &[S1a, S1c])] };

pub(super) const OWNER_CONSENT_2024: Rule =
    Rule { requirement: Requirement::OwnerConsent, rows: &[row(SOMEBODY_ELSES, UNDATED, &[S1c])] };

/// Consent certified by digital signature, as the press reports it since 30 November 2025.
const CONSENT_2025: Effect = Effect::Paper { electronic: SatisfiedAsReported, copy: Ask, expired: Ask, none: Missing };

pub(super) const OWNER_CONSENT_2025: Rule =
    Rule { requirement: Requirement::OwnerConsent, rows: &[row(SOMEBODY_ELSES, CONSENT_2025, &[S1c, S2])] };

pub(super) const INSTITUTION_REQUEST: Rule = Rule {
    requirement: Requirement::InstitutionRequest,
    rows: &[row(Any(&[Is(Institution), Is(Administration)]), UNDATED, &[S1d])],
};

pub(super) const OWNER_PRESENCE: Rule = Rule {
    requirement: Requirement::OwnerPresence,
    rows: &[
        row(All(&[OWNER_IS_ELSEWHERE, Is(OwnerPresentYes)]), Effect::Answer(SatisfiedAsReported), &[S3]),
        row(All(&[OWNER_IS_ELSEWHERE, Is(OwnerPresentNo)]), Effect::Answer(AskAsReported), &[S3]),
    ],
};

/// No source: whether each owner's consent is wanted.
pub(super) const ALL_OWNERS: Rule =
    Rule { requirement: Requirement::AllOwners, rows: &[row(Is(CoOwned), Effect::Answer(Ask), &[])] };

/// No source: whether the tenant's or the landlord's consent is wanted.
pub(super) const TENANCY: Rule =
    Rule { requirement: Requirement::Tenancy, rows: &[row(Is(StateHousing), Effect::Answer(Ask), &[])] };

/// Asked for from 14, though permits are issued from 16.
const fn at_14(electronic: crate::law::requirement::Outcome) -> Effect {
    Effect::Paper { electronic, copy: Ask, expired: Ask, none: Ask }
}

pub(super) const IDENTITY_DOCUMENT: Rule = Rule {
    requirement: Requirement::IdentityDocument,
    rows: &[
        row(All(&[FROM_16, Is(Foreigner)]), IDENTITY, &[S1a, S1d]),
        row(All(&[FROM_16, one_of(&[Stateless, Refugee])]), IDENTITY_NOT_KNOWN_TO_BE_ELECTRONIC, &[S1a, S1d]),
        row(All(&[Is(Aged14To15), Is(Foreigner)]), at_14(Satisfied), &[S1a, S1d]),
        row(All(&[Is(Aged14To15), one_of(&[Stateless, Refugee])]), at_14(Ask), &[S1a, S1d]),
    ],
};

/// A birth certificate, a guardianship order; a notarised copy may do.
pub(super) const PROOF_OF_AUTHORITY: Rule = Rule {
    requirement: Requirement::ProofOfAuthority,
    rows: &[row(All(&[one_of(&[Parent, Guardian, Trustee]), Any(&[MINOR, INCAPACITATED])]), UNDATED, &[S1b])],
};

pub(super) const POWER_OF_ATTORNEY: Rule = Rule {
    requirement: Requirement::PowerOfAttorney,
    rows: &[row(
        Is(Attorney),
        Effect::Paper { electronic: Ask, copy: FormNotAccepted, expired: Expired, none: Missing },
        &[S1b],
    )],
};

/// No source: whether a child is registered by itself or follows the parents.
pub(super) const CHILD_UNDER_14: Rule =
    Rule { requirement: Requirement::ChildUnder14, rows: &[row(Is(Under14), Effect::Answer(Ask), &[])] };

/// Who may apply. By general law a guardian stands for a child under 14 or an incapacitated adult, and a trustee for ages 14 to
/// 17; who may sign a power of attorney for them the summary does not say.
pub(super) const RIGHT_TO_APPLY: Rule = Rule {
    requirement: Requirement::RightToApply,
    rows: &[
        row(All(&[CAPABLE, Is(Administration)]), Effect::Answer(Satisfied), &[S1b, S1d]),
        row(Is(Administration), Effect::Answer(Ask), &[S1b, S1d]),
        row(All(&[Is(Under14), one_of(&[Parent, Guardian])]), Effect::Answer(Satisfied), &[S1b]),
        row(All(&[Is(Under14), Is(Oneself)]), Effect::Answer(NotEntitled), &[S1b]),
        row(All(&[one_of(&[Aged14To15, Aged16To17]), one_of(&[Parent, Trustee])]), Effect::Answer(Satisfied), &[S1b]),
        row(All(&[INCAPACITATED, Is(Guardian)]), Effect::Answer(Satisfied), &[S1b]),
        row(All(&[INCAPACITATED, Is(Oneself)]), Effect::Answer(NotEntitled), &[S1b]),
        row(All(&[CAPABLE, one_of(&[Oneself, Attorney])]), Effect::Answer(Satisfied), &[S1b]),
        row(Always, Effect::Answer(Ask), &[S1b]),
    ],
};
