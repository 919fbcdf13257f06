//! One number for everything the law says: equal where two builds answer the same, natively and in the browser's engine.
//!
//! Knows how a report is laid out, and nothing of JSON. FNV-1a over 64 bits, of the reports on every folded combination of answers
//! with each paper that is asked for, held in each folded way.

use crate::decide::check::check;
use crate::decide::report::{Finding, Fix, Question, Remedy, Report, Subject};
use crate::facts::application::Application;
use crate::facts::id::{Bits, Id};
use crate::law::edition::Edition;
use crate::prove::profile::{asked_papers, folded_answers, folded_held, with_document};

/// A digest in the making.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

/// How many reports went into the digest of the whole law, and the digest.
#[must_use]
pub fn digest_of_law(law: &[Edition]) -> (usize, u64) {
    let mut digest = Digest::default();
    let mut count = 0;
    let mut add = |application: &Application| {
        digest.add_report(&check(law, application));
        count += 1;
    };
    for edition in law {
        for application in folded_answers(edition) {
            add(&application);
            for document in asked_papers(law, &application) {
                for held in folded_held(document, edition.from) {
                    add(&with_document(&application, document, held));
                }
            }
        }
    }
    (count, digest.value())
}

impl Digest {
    /// The number so far.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }

    fn add(&mut self, word: u32) {
        for byte in word.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "both halves are added")]
    fn add_bits(&mut self, bits: u64) {
        self.add(bits as u32);
        self.add((bits >> 32) as u32);
    }

    fn add_option(&mut self, word: Option<u32>) {
        self.add(u32::from(word.is_some()));
        self.add(word.unwrap_or_default());
    }

    fn add_place(&mut self, person: Option<usize>) {
        self.add_option(person.and_then(|person| u32::try_from(person).ok()));
    }

    fn add_day(&mut self, day: Option<time::Date>) {
        self.add_option(day.map(|day| day.to_julian_day().cast_unsigned()));
    }

    fn add_list<T>(&mut self, list: &[T], add: fn(&mut Self, &T)) {
        self.add_place(Some(list.len()));
        for member in list {
            add(self, member);
        }
    }

    /// Adds everything a report says.
    pub fn add_report(&mut self, report: &Report) {
        self.add(report.verdict.index());
        self.add_day(report.decided.map(|decided| decided.edition));
        self.add_day(report.decided.map(|decided| decided.sources_read));
        self.add_day(report.decided.and_then(|decided| decided.reviewed));
        self.add(report.stale.into());
        self.add_day(report.upcoming.map(|upcoming| upcoming.edition));
        self.add_option(report.upcoming.map(|upcoming| upcoming.verdict.index()));
        self.add_bits(report.procedures.bits().number());
        self.add_bits(report.counters.bits().number());
        self.add_list(&report.elsewhere, |digest, elsewhere| {
            digest.add_place(Some(elsewhere.person));
            digest.add(elsewhere.reason.index());
        });
        self.add_list(&report.findings, Self::add_finding);
        self.add_list(&report.unanswered, Self::add_question);
        self.add_list(&report.fix, Self::add_fix);
    }

    fn add_finding(&mut self, finding: &Finding) {
        self.add(finding.requirement.index());
        self.add_place(finding.person);
        self.add(finding.status.index());
        self.add_option(finding.basis.map(Id::index));
        self.add_option(finding.accepts.map(|forms| forms.iter().fold(0, |bits, form| bits | 1 << form.index())));
        self.add_bits(finding.sources.bits().number());
    }

    fn add_question(&mut self, question: &Question) {
        self.add(match question.subject {
            Subject::Fact(fact) => fact.index(),
            Subject::Document(document) => 64 + document.index(),
        });
        self.add_place(question.person);
    }

    fn add_fix(&mut self, fix: &Fix) {
        self.add(fix.requirement.index());
        self.add_place(fix.person);
        match &fix.remedy {
            Remedy::Bring(forms) => self.add_bits(forms.bits().number()),
            Remedy::OwnerPresent(answers) => self.add_bits(answers.bits().number()),
            Remedy::ApplyAs(candidates) => self.add_list(candidates, |digest, candidate| {
                digest.add(candidate.applicant.index());
                digest.add_list(&candidate.needs, |digest, document| digest.add(document.index()));
            }),
        }
    }
}
