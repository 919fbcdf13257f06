//! The stories that the rules are for, played through and read as the applicant reads them: the headline, where to go, what to mend,
//! what to ask, what is ready.

use tirkeu::page::view::{State, answer, visit};
use tirkeu::{Status, Words};

use crate::said::{LANGUAGES, is_silent, says, state, words};
use crate::situations::{part, readable};

/// What somebody says, and what they are to read then, by the ids of the sentences.
struct Story {
    said: &'static [&'static str],
    headline: &'static str,
    counter: &'static [&'static str],
    procedure: &'static [&'static str],
    asks: &'static [&'static str],
    mends: &'static [&'static str],
    ready: &'static [&'static str],
    told: &'static [&'static str],
    never: &'static [&'static str],
}

const TSON: &[&str] = &["counter.state_corporation"];
const POLICE: &[&str] = &["counter.police"];

impl Story {
    const EMPTY: Self = Self {
        said: &[],
        headline: "",
        counter: TSON,
        procedure: &["procedure.permanent"],
        asks: &[],
        mends: &[],
        ready: &[],
        told: &[],
        never: &[],
    };

    /// Reads it in every language.
    #[track_caller]
    fn is_read(&self) {
        for language in LANGUAGES {
            self.is_read_in(&words(language));
        }
    }

    #[track_caller]
    fn is_read_in(&self, words: &Words) {
        let state = state("2026-12-01", self.said);
        let shown = answer(&state, words);
        let (verdict, whole) = (part(&shown, "verdict"), readable(&shown));
        assert!(verdict.lines().any(|line| line == words.get(self.headline)), "{}: {verdict}", self.headline);
        says(&whole, &words.with("answer.counters", "counters", &all(words, self.counter)));
        says(&verdict, &words.with("answer.procedures", "procedures", &all(words, self.procedure)));
        holds(&part(&shown, "ask"), self.asks, words);
        assert_eq!(state.report.findings_that(Status::Ask).count(), self.asks.len(), "{:#?}", state.report.findings);
        holds(&part(&shown, "fix"), self.mends, words);
        assert_eq!(state.report.fix.is_empty(), self.mends.is_empty(), "{:#?}", state.report.fix);
        holds(&part(&shown, "ready"), self.ready, words);
        holds(&whole, self.told, words);
        self.never.iter().for_each(|id| is_silent(&whole, &words.get(id)));
        assert!(state.report.unanswered.is_empty(), "{:?}", state.report.unanswered);
    }
}

fn all(words: &Words, ids: &[&str]) -> String {
    words.all_of(&ids.iter().map(|id| words.get(id)).collect::<Vec<_>>())
}

#[track_caller]
fn holds(text: &str, ids: &[&str], words: &Words) {
    ids.iter().for_each(|id| says(text, &words.get(id)));
}

macro_rules! said {
    ($($action:literal),* $(,)?) => { &[$($action),*] };
}

#[test]
fn a_refugee_family_goes_to_the_police_and_asks_about_the_child_and_the_consent() {
    Story {
        said: said!(
            "answer:0:status:refugee",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "add_person",
            "answer:1:status:refugee",
            "answer:1:age:adult",
            "answer:1:incapacitated:no",
            "answer:1:applicant:self",
            "add_person",
            "answer:2:status:refugee",
            "answer:2:age:under_14",
            "answer:2:applicant:parent",
            "answer::residence:other_owner",
            "answer::owner_present:yes",
            "hold::owner_identity:original",
            "hold::owner_consent:none",
            "same_paper:0::",
            "hold:0:identity_document:original",
            "hold:1:identity_document:electronic",
            "hold:2:birth_certificate:original",
            "same_certificate:2::",
        ),
        headline: "verdict.ask",
        counter: POLICE,
        procedure: &["procedure.accounting"],
        asks: &[
            "requirement.owner_consent.ask.none.conflict",
            "requirement.own_registration.ask.under_14.conflict.police",
        ],
        ready: &["document.owner_identity", "requirement.owner_presence.satisfied", "document.birth_certificate.of"],
        told: &[
            "statement.where.police",
            "statement.hours.police",
            "statement.by_when.refugee",
            "statement.free",
            "statement.thirty_minutes",
            "statement.on_paper",
            "answer.undecided.akimat",
            "answer.conflict",
            "consent.offer",
            "verdict.not_a_decision.police",
        ],
        never: &["statement.where.state_corporation", "statement.by_when", "statement.old_address"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn a_refugee_family_with_every_paper_asks_about_the_child_alone() {
    Story {
        said: said!(
            "answer:0:status:refugee",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "add_person",
            "answer:1:status:refugee",
            "answer:1:age:under_14",
            "answer:1:applicant:parent",
            "answer::residence:other_owner",
            "answer::owner_present:yes",
            "hold::owner_identity:original",
            "hold::owner_consent:original",
            "same_paper:0::",
            "hold:0:identity_document:original",
            "hold:1:birth_certificate:original",
            "same_certificate:1::",
        ),
        headline: "verdict.ask",
        counter: POLICE,
        procedure: &["procedure.accounting"],
        asks: &["requirement.own_registration.ask.under_14.conflict.police"],
        told: &["answer.ask.only_own_registration"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn an_asylum_seeker_with_a_passport_is_told_to_go_to_the_police() {
    Story {
        said: said!(
            "answer:0:status:asylum_seeker",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "answer::residence:institution",
            "hold::institution_request:original",
            "hold:0:identity_document:original",
        ),
        headline: "verdict.complete.police",
        counter: POLICE,
        procedure: &["procedure.accounting"],
        ready: &["document.institution_request", "document.identity_document"],
        told: &["statement.where.police", "statement.by_when.asylum_seeker", "answer.undecided.akimat"],
        never: &["elsewhere.asylum_seeker", "statement.by_when.refugee", "statement.where.state_corporation"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn an_asylum_seeker_with_the_certificate_alone_asks_whether_it_will_do() {
    Story {
        said: said!(
            "answer:0:status:asylum_seeker",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "answer::residence:institution",
            "hold::institution_request:original",
            "hold:0:identity_document:none",
        ),
        headline: "verdict.ask",
        counter: POLICE,
        procedure: &["procedure.accounting"],
        asks: &["requirement.identity_document.ask.asylum_seeker"],
        never: &["answer.conflict"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn a_couple_in_a_flat_that_one_of_them_owns_needs_the_owner_s_consent_for_the_other() {
    Story {
        said: said!(
            "answer:0:status:foreigner",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "add_person",
            "answer:1:status:stateless",
            "answer:1:age:adult",
            "answer:1:incapacitated:no",
            "answer:1:applicant:self",
            "answer::service:permanent",
            "answer::residence:owner_among_us",
            "answer::owner_present:yes",
            "hold::owner_consent:none",
            "hold:0:identity_document:original",
            "hold:1:identity_document:original",
        ),
        headline: "verdict.ask",
        asks: &["requirement.owner_consent.ask.none.conflict"],
        ready: &["requirement.owner_presence.satisfied", "document.identity_document.of"],
        told: &["statement.own_home", "statement.consent_form", "statement.old_address", "consent.hint"],
        never: &["statement.where.police"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn a_young_person_of_15_on_a_temporary_stay_asks_whether_it_concerns_them() {
    Story {
        said: said!(
            "answer:0:status:foreigner",
            "answer:0:age:14_15",
            "answer:0:applicant:parent",
            "answer::service:temporary",
            "answer::residence:other_owner",
            "answer::owner_present:yes",
            "hold::representative_identity:original",
            "hold::owner_identity:original",
            "hold::owner_consent:original",
            "hold:0:birth_certificate:original",
            "same_certificate:0::",
        ),
        headline: "verdict.ask",
        procedure: &["procedure.temporary"],
        asks: &["requirement.own_registration.ask.14_15.conflict"],
        ready: &["document.birth_certificate.of", "document.representative_identity"],
        told: &["statement.temporary_not_for", "statement.temporary_term", "answer.ask.only_own_registration"],
        never: &["document.identity_document", "statement.old_address"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn an_owner_who_does_not_come_and_sends_nobody_makes_the_set_incomplete() {
    Story {
        said: said!(
            "answer:0:status:foreigner",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "answer::service:permanent",
            "answer::residence:other_owner",
            "answer::owner_present:no",
            "hold::owner_identity:original",
            "hold::owner_consent:original",
            "hold:0:identity_document:original",
        ),
        headline: "verdict.incomplete",
        mends: &[
            "requirement.owner_presence",
            "status.absent",
            "requirement.owner_presence.absent",
            "answer.owner_present.yes",
        ],
        ready: &["document.owner_consent", "document.owner_identity"],
        told: &["answer.undecided.absent_owner"],
        never: &["statement.proxy_brings"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn an_owner_who_sends_an_attorney_is_a_question_and_it_is_said_what_the_attorney_brings() {
    Story {
        said: said!(
            "answer:0:status:foreigner",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "answer::service:permanent",
            "answer::residence:other_owner",
            "answer::owner_present:proxy",
            "hold::owner_identity:copy",
            "hold::owner_consent:original",
            "hold:0:identity_document:original",
        ),
        headline: "verdict.ask",
        asks: &["requirement.owner_identity.ask.conflict", "requirement.owner_presence.ask.proxy.conflict"],
        told: &["statement.proxy_brings", "answer.conflict.later", "answer.conflict", "source.LA.12", "source.LA.60"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn of_five_heirs_of_whom_two_come_it_is_asked_whether_every_one_must() {
    Story {
        said: said!(
            "answer:0:status:foreigner",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "answer::service:permanent",
            "answer::residence:co_owned",
            "answer::owner_present:some",
            "hold::owner_identity:none",
            "hold::owner_consent:original",
            "hold:0:identity_document:original",
        ),
        headline: "verdict.ask",
        asks: &["requirement.owner_identity.ask.conflict", "requirement.owner_presence.ask.some"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn five_heirs_who_all_come_with_their_documents_make_the_set_complete() {
    const SAID: &[&str] = said!(
        "answer:0:status:foreigner",
        "answer:0:age:adult",
        "answer:0:incapacitated:no",
        "answer:0:applicant:self",
        "answer::service:permanent",
        "answer::residence:co_owned",
        "answer::owner_present:yes",
        "hold::owner_identity:original",
        "hold::owner_consent:original",
        "hold:0:identity_document:original",
    );
    Story { said: SAID, headline: "verdict.complete", ready: &["document.owner_identity"], ..Story::EMPTY }.is_read();
    for language in LANGUAGES {
        let words = words(language);
        let read = |said: &[&str]| readable(&visit(&state("2026-12-01", said), &words, None));
        says(&read(&[SAID, &["go::check:", "change::owner_consent:"]].concat()), &words.get("question.several_owners"));
        says(&read(&[SAID, &["go::owner_sheet:"]].concat()), &words.get("paper.owner.several"));
    }
}

#[test]
fn one_heir_s_document_that_is_missing_makes_the_set_incomplete() {
    Story {
        said: said!(
            "answer:0:status:foreigner",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "answer::service:permanent",
            "answer::residence:co_owned",
            "answer::owner_present:yes",
            "hold::owner_identity:none",
            "hold::owner_consent:original",
            "hold:0:identity_document:original",
        ),
        headline: "verdict.incomplete",
        mends: &["document.owner_identity", "status.missing", "document.owner_identity.get"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn in_a_hostel_its_administration_gives_a_request_and_no_owner_is_needed() {
    Story {
        said: said!(
            "answer:0:status:stateless",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "answer::service:permanent",
            "answer::residence:institution",
            "hold::institution_request:original",
            "hold:0:identity_document:original",
        ),
        headline: "verdict.complete",
        ready: &["document.institution_request", "document.identity_document", "requirement.right_to_apply.satisfied"],
        told: &["statement.where.state_corporation", "statement.hours.state_corporation", "statement.by_when"],
        never: &["document.owner_consent", "requirement.owner_presence", "statement.consent_form"],
        ..Story::EMPTY
    }
    .is_read();
}

#[test]
fn without_the_request_of_the_hostel_the_set_is_incomplete() {
    Story {
        said: said!(
            "answer:0:status:stateless",
            "answer:0:age:adult",
            "answer:0:incapacitated:no",
            "answer:0:applicant:self",
            "answer::service:permanent",
            "answer::residence:institution",
            "hold::institution_request:none",
            "hold:0:identity_document:original",
        ),
        headline: "verdict.incomplete",
        mends: &["document.institution_request", "status.missing", "document.institution_request.get"],
        ..Story::EMPTY
    }
    .is_read();
}

/// A mixed family is told of both counters.
#[test]
fn a_foreigner_with_a_refugee_goes_to_both_counters() {
    const SAID: &[&str] = said!(
        "answer:0:status:foreigner",
        "answer:0:age:adult",
        "answer:0:incapacitated:no",
        "answer:0:applicant:self",
        "add_person",
        "answer:1:status:refugee",
        "answer:1:age:adult",
        "answer:1:incapacitated:no",
        "answer:1:applicant:self",
        "answer::service:permanent",
        "answer::residence:institution",
        "hold::institution_request:original",
        "hold:0:identity_document:original",
        "hold:1:identity_document:original",
    );
    Story {
        said: SAID,
        headline: "verdict.complete.both",
        counter: &["counter.state_corporation", "counter.police"],
        procedure: &["procedure.permanent", "procedure.accounting"],
        told: &["statement.where.both", "statement.hours.state_corporation", "statement.hours.police"],
        ..Story::EMPTY
    }
    .is_read();
    let state: State = state("2026-12-01", SAID);
    assert_eq!(state.report.counters.iter().count(), 2);
}
