//! The facts that the page states, each with its source (rules.md, section 8).
//!
//! Knows whom a fact concerns; what it says is the wording's, under `statement.` and its id.

use super::editions::{FROM_2024_09, FROM_2025_11};
use super::scope::{OWNER_COMES, PERMANENT_RESIDENT};
use crate::facts::condition::Condition::{self, All, Always, Is};
use crate::facts::condition::one_of;
use crate::facts::fact::Answer::{AsylumSeeker, Own, OwnerAmongUs, OwnerPresentProxy, Permanent, Refugee, Temporary};
use crate::law::citation::Citation::{
    self, O267Consent, O267List2, O267List3, O267List4, O267List6, O267List7, O267List8p1, O267List8p2, O267List9,
    O267Refusal, O267p3, O267p5, R677p3, R677p4, R677p7, R677p7p2, R677p8, R677p11, R677p13, S1f, S1g,
};
use crate::law::statement::Opening::{self, Closed, OnDuty};
use crate::law::statement::Statement;

const POLICE: Condition = one_of(&[Refugee, AsylumSeeker]);
const PERMANENTLY: Condition = All(&[PERMANENT_RESIDENT, Is(Permanent)]);
const TEMPORARILY: Condition = All(&[PERMANENT_RESIDENT, Is(Temporary)]);

const fn said(id: &'static str, when: Condition, sources: &[Citation]) -> Statement {
    Statement { id, when, from: None, before: None, saturday: None, sources: Citation::set(sources) }
}

/// The hours of a counter, with how it is open on a Saturday.
const fn hours(id: &'static str, when: Condition, saturday: Opening) -> Statement {
    Statement { saturday: Some(saturday), ..said(id, when, &[O267List7]) }
}

/// The facts, in the order in which one wants to know them.
pub const STATEMENTS: &[Statement] = &[
    said("where.state_corporation", PERMANENT_RESIDENT, &[O267p3, O267List2, R677p3]),
    said("where.police", POLICE, &[O267p3, O267List2]),
    said("where.both", All(&[PERMANENT_RESIDENT, POLICE]), &[O267p3, O267List2]),
    hours("hours.state_corporation", PERMANENT_RESIDENT, OnDuty),
    Statement { before: Some(FROM_2024_09), ..hours("hours.police.2024", POLICE, OnDuty) },
    Statement { from: Some(FROM_2024_09), ..hours("hours.police", POLICE, Closed) },
    said("queue", Always, &[O267List7]),
    said("free", Always, &[O267List6]),
    said("thirty_minutes", Always, &[O267List3]),
    said("on_paper", Always, &[O267List4, R677p3]),
    said("by_when", PERMANENT_RESIDENT, &[R677p7]),
    said("by_when.refugee", Is(Refugee), &[R677p8]),
    Statement { from: Some(FROM_2024_09), ..said("by_when.asylum_seeker", Is(AsylumSeeker), &[]) },
    said("consent_form", OWNER_COMES, &[O267p3, O267Consent]),
    // Until 677.7.2 said that an owner gives none in the owner's own home.
    Statement { before: Some(FROM_2024_09), ..said("consent_form", Is(Own), &[O267p3, O267Consent]) },
    said("own_home", one_of(&[Own, OwnerAmongUs]), &[R677p7p2]),
    said("proxy_brings", All(&[OWNER_COMES, Is(OwnerPresentProxy)]), &[R677p7p2]),
    // How long it is for stands in 677 alone.
    Statement { from: Some(FROM_2024_09), ..said("temporary_term", TEMPORARILY, &[O267p5, R677p13]) },
    said("temporary_not_for", TEMPORARILY, &[R677p13]),
    said("old_address", PERMANENTLY, &[O267p5]),
    said("looked_up", Always, &[O267List8p1, O267List8p2, R677p4]),
    said("personal_data", Always, &[O267List9]),
    said("officer_checks", Always, &[S1f, S1g, O267p5]),
    said("refusal", Always, &[O267Refusal]),
    Statement { from: Some(FROM_2025_11), ..said("capital", Always, &[R677p4]) },
    said("annulled", Always, &[R677p11]),
];
