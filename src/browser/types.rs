//! The TypeScript types of what a portal's own script gives and gets. A test compiles a program that uses every one of them.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** A day, written as YYYY-MM-DD. */
export type Day = string;
export type Of = "application" | "person";
export type Form = "original" | "electronic" | "copy" | "none";
export interface Held { form?: Form; }
export interface DatedHeld extends Held { valid_until?: Day; }
export interface ApplicationAnswers {
  service?: "permanent" | "temporary";
  residence?: "own" | "owner_among_us" | "other_owner" | "co_owned" | "state_housing" | "institution";
  owner_present?: OwnerPresent;
}
export type OwnerPresent = "yes" | "some" | "proxy" | "no";
export interface PersonAnswers {
  status?: PersonStatus;
  age?: "under_14" | "14_15" | "16_17" | "adult";
  incapacitated?: "yes" | "no";
  applicant?: Applicant;
}
export type PersonStatus =
  "foreigner" | "stateless" | "refugee" | "asylum_seeker" | "citizen" | "temporary_permit" | "visitor";
export type Applicant = "self" | "parent" | "guardian" | "trustee" | "attorney" | "institution";
export interface ApplicationDocuments {
  representative_identity?: DatedHeld;
  owner_identity?: DatedHeld;
  owner_consent?: Held;
  institution_request?: Held;
}
export interface PersonDocuments {
  identity_document?: DatedHeld;
  birth_certificate?: Held;
  proof_of_authority?: Held;
  power_of_attorney?: DatedHeld;
}
export interface Person { answers?: PersonAnswers; documents?: PersonDocuments; }
/** One visit to the counter, as far as it is known: whatever is left out is unknown. */
export interface Application {
  visit_date: Day;
  answers?: ApplicationAnswers;
  documents?: ApplicationDocuments;
  people?: Person[];
}
export type Fact = keyof PersonAnswers | keyof ApplicationAnswers;
export type DocumentName = keyof ApplicationDocuments | keyof PersonDocuments;
export type Requirement =
  DocumentName | "owner_presence" | "whose_consent" | "own_registration" | "right_to_apply";
export type Verdict = "complete" | "ask" | "incomplete" | "not_this_service" | "undecided" | "not_covered";
export type Status =
  "satisfied" | "missing" | "form_not_accepted" | "expired" | "absent" | "not_entitled" | "ask" | "unanswered";
/** What a status rests on: a source, any official paper's nature, two texts that say different things, or no source. */
export type Basis = "stated" | "general" | "conflict" | "unclear";
export interface Finding {
  requirement: Requirement;
  /** The person's place in the application, from 0; null for the application itself. */
  person: number | null;
  status: Status;
  /** What the status rests on; absent while it is unanswered. */
  basis?: Basis;
  /** On a document that fails: the forms that would satisfy. */
  accepts?: Form[];
  sources: string[];
}
export type Question =
  { fact: Fact; person: number | null } | { document: DocumentName; person: number | null };
/** Somebody who may apply instead, and the papers that are needed then. */
export interface Candidate { applicant: Applicant; needs: DocumentName[]; }
export type Fix =
  { requirement: DocumentName; person: number | null; bring: Form[] } |
  { requirement: "owner_presence"; person: null; owner_present: OwnerPresent[] } |
  { requirement: "right_to_apply"; person: number; apply_as: Candidate[] };
export type Procedure = "permanent" | "temporary" | "accounting";
export type Counter = "state_corporation" | "police";
/** Why somebody is not in scope: their status, or a child under 14, who is not registered temporarily. */
export type Reason = "citizen" | "temporary_permit" | "visitor" | "asylum_seeker" | "under_14_temporary";
export interface Report {
  verdict: Verdict;
  edition: Day | null;
  sources_read: Day | null;
  reviewed: Day | null;
  stale: boolean;
  upcoming: { edition: Day; verdict: Verdict } | null;
  procedures: Procedure[];
  counters: Counter[];
  elsewhere: { person: number; reason: Reason }[];
  findings: Finding[];
  unanswered: Question[];
  fix: Fix[];
}
export interface Step {
  step: "complain" | "pass_on" | "answer" | "control" | "court";
  within?: { months: number } | { working_days: number };
  basis: Basis;
  sources: string[];
}
export interface Addressed {
  addressee: "provider" | "state_corporation_head" | "informatisation_body";
  about: "decision" | "staff";
}
export interface Appeal { refused_on: Day; complain_by: Day; steps: Step[]; addressees: Addressed[]; }
/**
 * When a question is asked; null: always. In a question about a person the answers are that person's, and the service is the
 * application's; of a question about the application, `someone` holds where all of it holds of one person.
 */
export type Condition =
  null | { one_of: { fact: Fact; answers: string[] } } | { not: Condition } | { all: Condition[] } | { any: Condition[] } |
  { someone: Condition };
export interface Questions {
  facts: { fact: Fact; of: Of; answers: string[]; asked_when: Condition }[];
  documents: { document: DocumentName; of: Of; forms: Form[]; valid_until: boolean }[];
  /** Every edition of the rules, oldest first: its first day, when its sources were read, and when a lawyer reviewed it. */
  editions: { edition: Day; sources_read: Day; reviewed: Day | null }[];
}
/** What `check` and `appeal` throw. */
export interface Refusal extends Error { path: string; }
"#;
