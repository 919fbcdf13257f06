//! What is required, row by row (rules.md, section 4).
//!
//! Knows no edition: which of these rows count on which day is said in `editions.rs`. A rule that changes has one name for each
//! edition that changed it.

use super::scope::{OWNER_COMES, PERMANENT_RESIDENT};
use crate::facts::condition::Condition::{self, All, Always, Any, Is, Not};
use crate::facts::condition::one_of;
use crate::facts::fact::Answer::{
    Administration, Adult, Aged14To15, Aged16To17, AsylumSeeker, Attorney, CoOwned, Guardian, IncapacitatedYes,
    Institution, Oneself, OtherOwner, Own, OwnerPresentNo, OwnerPresentProxy, OwnerPresentSome, OwnerPresentYes,
    Parent, Refugee, StateHousing, Temporary, Trustee, Under14,
};
use crate::law::citation::Citation::{
    self, O267Consent, O267List8, O267List8p1, O267List8p2, O267p3, O267p4, R677p3, R677p4, R677p7p1, R677p7p2, R677p8,
    R677p13, S1a, S1b, S1c, S1d,
};
use crate::law::outcome::Outcome::{
    self, Absent, Ask, AskConflict, Expired, FormNotAccepted, Missing, NotEntitled, Satisfied,
};
use crate::law::requirement::{Effect, Requirement, Row, Rule};

const INCAPACITATED: Condition = All(&[Is(Adult), Is(IncapacitatedYes)]);
const CAPABLE: Condition = All(&[Is(Adult), Not(&Is(IncapacitatedYes))]);
const MINOR: Condition = one_of(&[Under14, Aged14To15, Aged16To17]);
const FROM_14_TO_17: Condition = one_of(&[Aged14To15, Aged16To17]);
const FROM_16: Condition = one_of(&[Aged16To17, Adult]);
const LEGAL_REPRESENTATIVE: Condition = one_of(&[Parent, Guardian, Trustee]);
const REPRESENTATIVE: Condition = one_of(&[Parent, Guardian, Trustee, Attorney]);
const SOMEBODY_ELSES: Condition = one_of(&[OtherOwner, CoOwned]);

/// A paper of which nothing is in doubt.
const IDENTITY: Effect =
    Effect::Paper { electronic: Satisfied, copy: FormNotAccepted, expired: Expired, none: Missing };

/// A paper without a date, of which only the original is known to count.
const UNDATED: Effect = Effect::Paper { electronic: Ask, copy: Ask, expired: Ask, none: Missing };

/// A paper of which it is not known, or in dispute, whether it is wanted at all: an original or an electronic one will do.
const fn if_wanted(outcome: Outcome) -> Effect {
    Effect::Paper { electronic: Satisfied, copy: outcome, expired: outcome, none: outcome }
}

const fn row(when: Condition, effect: Effect, sources: &[Citation]) -> Row {
    Row { when, effect, sources: Citation::set(sources) }
}

const fn answer(when: Condition, outcome: Outcome, sources: &[Citation]) -> Row {
    row(when, Effect::Answer(outcome), sources)
}

pub(super) const REPRESENTATIVE_IDENTITY: Rule =
    Rule::of(Requirement::RepresentativeIdentity, &[row(REPRESENTATIVE, IDENTITY, &[S1a, O267List8p2])]);

pub(super) const OWNER_IDENTITY_2024_03: Rule = Rule::of(
    Requirement::OwnerIdentity,
    &[
        row(Is(CoOwned), if_wanted(Ask), &[S1a, S1c, O267List8p1, O267Consent]),
        row(Is(OtherOwner), IDENTITY, &[S1a, S1c, O267List8p1]),
    ],
);

/// Somebody comes in an owner's place: 677.7.2 takes the attorney's document, 267.list.8.1 the owner's.
const OWNER_REPRESENTED: Row = row(
    Any(&[All(&[SOMEBODY_ELSES, Is(OwnerPresentProxy)]), All(&[Is(CoOwned), Is(OwnerPresentSome)])]),
    Effect::Paper { electronic: AskConflict, copy: AskConflict, expired: AskConflict, none: AskConflict },
    &[S1a, S1c, O267List8p1, R677p7p2],
);

pub(super) const OWNER_IDENTITY_2024_09: Rule = Rule::of(
    Requirement::OwnerIdentity,
    &[
        OWNER_REPRESENTED,
        row(Is(CoOwned), if_wanted(Ask), &[S1a, S1c, O267List8p1, O267Consent, R677p7p2]),
        row(Is(OtherOwner), IDENTITY, &[S1a, S1c, O267List8p1, R677p7p2]),
    ],
);

pub(super) const OWNER_IDENTITY_2025_11: Rule = Rule::of(
    Requirement::OwnerIdentity,
    &[OWNER_REPRESENTED, row(SOMEBODY_ELSES, IDENTITY, &[S1a, S1c, O267List8p1, R677p7p2])],
);

/// The consent: 267.list.8.1 asks for it, by 267.3 it is drawn up as the papers are taken in.
const fn consent(electronic: Outcome) -> Effect {
    Effect::Paper { electronic, copy: Ask, expired: Ask, none: AskConflict }
}

/// That an owner gives none for the owner's own registration is said only in 677.7.2.
pub(super) const OWNER_CONSENT_2024_03: Rule = Rule::of(
    Requirement::OwnerConsent,
    &[row(Any(&[Is(Own), OWNER_COMES]), consent(Ask), &[S1c, O267p3, O267List8p1, O267Consent])],
);

/// 677.4 allows an electronic one, 267.list.4 and 677.7.2 speak of paper.
pub(super) const OWNER_CONSENT_2024_09: Rule = Rule::of(
    Requirement::OwnerConsent,
    &[row(OWNER_COMES, consent(AskConflict), &[S1c, O267p3, O267List8p1, O267Consent, R677p4, R677p7p2])],
);

pub(super) const INSTITUTION_REQUEST_2024_03: Rule =
    Rule::of(Requirement::InstitutionRequest, &[row(Is(Institution), UNDATED, &[S1d, O267List8p1])]);

pub(super) const INSTITUTION_REQUEST_2024_09: Rule =
    Rule::of(Requirement::InstitutionRequest, &[row(Is(Institution), UNDATED, &[S1d, O267List8p1, R677p7p2])]);

/// Whether the owner must come although a representative does.
const OWN_AND_REPRESENTED: Condition = All(&[Is(Own), REPRESENTATIVE]);

pub(super) const OWNER_PRESENCE_2024_03: Rule = Rule::of(
    Requirement::OwnerPresence,
    &[
        answer(OWN_AND_REPRESENTED, Ask, &[O267List8, O267List8p1]),
        answer(All(&[OWNER_COMES, Is(OwnerPresentYes)]), Satisfied, &[O267List8p1]),
        answer(All(&[OWNER_COMES, one_of(&[OwnerPresentSome, OwnerPresentProxy])]), Ask, &[O267List8p1]),
        answer(All(&[OWNER_COMES, Is(OwnerPresentNo)]), Absent, &[O267List8p1]),
    ],
);

/// 677.7.2 names an attorney, 267.list.8.1 the owner in person; whether every one of several must come neither says.
pub(super) const OWNER_PRESENCE_2024_09: Rule = Rule::of(
    Requirement::OwnerPresence,
    &[
        answer(OWN_AND_REPRESENTED, AskConflict, &[O267List8, O267List8p1, R677p7p2]),
        answer(All(&[OWNER_COMES, Is(OwnerPresentYes)]), Satisfied, &[O267List8p1, R677p7p2]),
        answer(All(&[OWNER_COMES, Is(OwnerPresentSome)]), Ask, &[O267List8p1, R677p7p2]),
        answer(All(&[OWNER_COMES, Is(OwnerPresentProxy)]), AskConflict, &[O267List8p1, R677p7p2]),
        answer(All(&[OWNER_COMES, Is(OwnerPresentNo)]), Absent, &[O267List8p1, R677p7p2]),
    ],
);

/// That an organisation's request stands in place of the owner's papers is said only in 677.7.2.
pub(super) const WHOSE_CONSENT_2024_03: Rule =
    Rule::of(Requirement::WhoseConsent, &[answer(one_of(&[StateHousing, Institution]), Ask, &[O267Consent])]);

/// The Russian text names the tenant, the Kazakh one first the lessor, then the tenant.
pub(super) const WHOSE_CONSENT_2024_09: Rule =
    Rule::of(Requirement::WhoseConsent, &[answer(Is(StateHousing), AskConflict, &[O267Consent, R677p4])]);

/// Family under 18 may be entered in a parent's certificate.
const YOUNG_REFUGEE: Condition = All(&[Is(Aged16To17), Is(Refugee)]);

/// The same, and an asylum seeker's certificate is not on the law's list of identity documents.
const ASYLUM_SEEKER_FROM_16: Condition = All(&[FROM_16, Is(AsylumSeeker)]);

pub(super) const IDENTITY_DOCUMENT_2024_03: Rule = Rule::of(
    Requirement::IdentityDocument,
    &[
        row(YOUNG_REFUGEE, if_wanted(Ask), &[S1a, S1d, O267List8p2]),
        row(All(&[FROM_16, PERMANENT_RESIDENT]), IDENTITY, &[S1a, S1d, O267p4, O267List8p2]),
        row(All(&[FROM_16, Is(Refugee)]), IDENTITY, &[S1a, S1d, O267List8p2]),
    ],
);

pub(super) const IDENTITY_DOCUMENT_2024_09: Rule = Rule::of(
    Requirement::IdentityDocument,
    &[
        row(YOUNG_REFUGEE, if_wanted(Ask), &[S1a, S1d, O267List8p2, R677p7p1, R677p8]),
        row(ASYLUM_SEEKER_FROM_16, if_wanted(Ask), &[S1a, S1d, O267List8p2]),
        row(All(&[FROM_16, PERMANENT_RESIDENT]), IDENTITY, &[S1a, S1d, O267p4, O267List8p2, R677p7p1]),
        row(All(&[FROM_16, Is(Refugee)]), IDENTITY, &[S1a, S1d, O267List8p2, R677p7p1, R677p8]),
    ],
);

pub(super) const BIRTH_CERTIFICATE_2024_03: Rule =
    Rule::of(Requirement::BirthCertificate, &[row(FROM_14_TO_17, if_wanted(Ask), &[S1d, O267List8p2])]);

/// 267.list.8.2 wants it from 14 on without an end, 677.7.1 of everybody under 16, S1.d any document that verifies the identity.
pub(super) const BIRTH_CERTIFICATE_2024_09: Rule = Rule::of(
    Requirement::BirthCertificate,
    &[
        row(All(&[FROM_14_TO_17, PERMANENT_RESIDENT]), if_wanted(AskConflict), &[S1d, O267List8p2, R677p7p1]),
        row(All(&[FROM_14_TO_17, Is(Refugee)]), if_wanted(AskConflict), &[S1d, O267List8p2, R677p7p1, R677p8]),
        row(All(&[FROM_14_TO_17, Is(AsylumSeeker)]), if_wanted(Ask), &[S1d, O267List8p2]),
        row(All(&[Is(Under14), PERMANENT_RESIDENT]), if_wanted(AskConflict), &[O267List8p2, R677p7p1]),
        row(All(&[Is(Under14), Is(Refugee)]), if_wanted(AskConflict), &[O267List8p2, R677p7p1, R677p8]),
        row(All(&[Is(Under14), Is(AsylumSeeker)]), if_wanted(Ask), &[O267List8p2]),
    ],
);

/// A birth certificate, a guardianship order; a notarised copy may do.
pub(super) const PROOF_OF_AUTHORITY: Rule = Rule::of(
    Requirement::ProofOfAuthority,
    &[row(All(&[LEGAL_REPRESENTATIVE, Any(&[MINOR, INCAPACITATED])]), UNDATED, &[S1b, O267List8])],
);

/// Notarised, for these very actions.
pub(super) const POWER_OF_ATTORNEY: Rule = Rule::of(
    Requirement::PowerOfAttorney,
    &[row(
        Is(Attorney),
        Effect::Paper { electronic: Ask, copy: FormNotAccepted, expired: Expired, none: Missing },
        &[S1b, O267List8],
    )],
);

pub(super) const OWN_REGISTRATION_2024_03: Rule = Rule::of(
    Requirement::OwnRegistration,
    &[answer(Is(Under14), Ask, &[O267List8p2]), answer(INCAPACITATED, Ask, &[])],
);

/// 677.3: the home of a child is that of the representatives; 677.7.1 names the child's paper; 677.13: nobody under 16 is
/// registered temporarily, while 267.list.8.2 names their papers.
pub(super) const OWN_REGISTRATION_2024_09: Rule = Rule::of(
    Requirement::OwnRegistration,
    &[
        answer(All(&[Is(Under14), PERMANENT_RESIDENT]), AskConflict, &[O267List8p2, R677p3, R677p7p1]),
        answer(All(&[Is(Under14), Is(Refugee)]), AskConflict, &[O267List8p2, R677p7p1, R677p8, R677p13]),
        answer(Is(Under14), Ask, &[O267List8p2]),
        answer(All(&[Is(Aged14To15), Is(Refugee)]), AskConflict, &[O267List8p2, R677p8, R677p13]),
        answer(All(&[Is(Aged14To15), PERMANENT_RESIDENT, Is(Temporary)]), AskConflict, &[O267List8p2, R677p13]),
        answer(All(&[INCAPACITATED, PERMANENT_RESIDENT]), Ask, &[R677p3]),
        answer(INCAPACITATED, Ask, &[]),
    ],
);

/// The administration's request is a paper; no text says that an administration may apply. Whether a parent, guardian or trustee
/// has the authority is for `proof_of_authority` to show.
pub(super) const RIGHT_TO_APPLY: Rule = Rule::of(
    Requirement::RightToApply,
    &[
        answer(Is(Administration), Ask, &[S1b, S1d, O267List8, O267List8p1]),
        answer(All(&[Any(&[MINOR, INCAPACITATED]), REPRESENTATIVE]), Satisfied, &[S1b, O267List8]),
        answer(All(&[Any(&[Is(Under14), INCAPACITATED]), Is(Oneself)]), NotEntitled, &[S1b, O267List8]),
        answer(All(&[CAPABLE, one_of(&[Oneself, Attorney])]), Satisfied, &[S1b, O267List8]),
        answer(Always, Ask, &[S1b, O267List8]),
    ],
);
