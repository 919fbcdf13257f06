//! Exactness, every combination of answers with each paper by itself: the others are originals.
//!
//! What is said of a partial profile is what its completions agree on. It is enough to look one answer ahead: the completions of
//! a profile are those of the profiles that one answer to any one open question leads to; so the report must be what these
//! agree on, down to the whole profiles, where the oracle is asked. The questions that matter go the same way: a question matters
//! if it does so after some answer to another; the last open question matters if its answers differ.

use std::collections::HashMap;

use tirkeu::prove::profile::with_document;
use tirkeu::{
    Answer, Application, Basis, Citation, Counter, Document, Edition, Finding, Form, Held, Id, Procedure, Reason,
    Remedy, Report, Requirement, Set, Status, Subject, Verdict, law,
};

use crate::oracle::whole::judge;
use crate::situations::{Situations, any_answers, bit, bits, holding_all, said, undated, ways};
use crate::tally::law;

const REQUIREMENTS: usize = Requirement::ALL.len();

/// What is found of one requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    status: Status,
    basis: Option<Basis>,
    sources: Set<Citation>,
}

impl Found {
    fn of(finding: &Finding) -> Self {
        Self { status: finding.status, basis: finding.basis, sources: finding.sources }
    }

    /// What two completions agree on: the same status on the weaker basis, and the citations of both.
    fn and(self, other: Self) -> Self {
        let sources = self.sources.intersection(other.sources);
        if self.status == other.status {
            Self { status: self.status, basis: self.basis.max(other.basis), sources }
        } else {
            Self { status: Status::Unanswered, basis: None, sources }
        }
    }

    /// What is found where one completion does not require it at all.
    fn if_required(self) -> Self {
        Self { status: Status::Unanswered, basis: None, ..self }
    }
}

/// What a report says, as far as it is what its completions agree on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    verdict: Verdict,
    found: [Option<Found>; REQUIREMENTS],
    elsewhere: Option<Reason>,
    procedures: Set<Procedure>,
    counters: Set<Counter>,
    /// The forms to bring, or the answers of an owner who comes, where something fails for sure.
    mends: [Option<(Set<Form>, Set<Answer>)>; REQUIREMENTS],
    open: u32,
}

impl Said {
    fn of(report: &Report) -> Self {
        let mut said = Self {
            verdict: report.verdict,
            found: [None; REQUIREMENTS],
            elsewhere: report.elsewhere.first().map(|elsewhere| elsewhere.reason),
            procedures: report.procedures,
            counters: report.counters,
            mends: [None; REQUIREMENTS],
            open: bits(&report.unanswered),
        };
        for finding in &report.findings {
            said.found[finding.requirement as usize] = Some(Found::of(finding));
        }
        for fix in &report.fix {
            said.mends[fix.requirement as usize] = match &fix.remedy {
                Remedy::Bring(forms) => Some((*forms, Set::EMPTY)),
                Remedy::OwnerPresent(answers) => Some((Set::EMPTY, *answers)),
                Remedy::ApplyAs(_) => None,
            };
        }
        said
    }

    /// What two profiles agree on; the questions that matter in either.
    fn and(self, other: &Self) -> Self {
        let mut both = self;
        for (found, other) in both.found.iter_mut().zip(other.found) {
            *found = match (*found, other) {
                (Some(one), Some(other)) => Some(one.and(other)),
                (one, other) => one.or(other).map(Found::if_required),
            };
        }
        for (mends, other) in both.mends.iter_mut().zip(other.mends) {
            let both = mends.zip(other);
            *mends = both.map(|(one, other)| (one.0.intersection(other.0), one.1.intersection(other.1)));
        }
        Self {
            verdict: if self.verdict == other.verdict { self.verdict } else { Verdict::Undecided },
            elsewhere: self.elsewhere.filter(|_| self.elsewhere == other.elsewhere),
            procedures: self.procedures.intersection(other.procedures),
            counters: self.counters.intersection(other.counters),
            open: self.open | other.open,
            ..both
        }
    }

    fn statuses(&self) -> [Option<Status>; REQUIREMENTS] {
        self.found.map(|found| found.map(|found| found.status))
    }

    /// Whether two whole profiles differ in what makes a question matter.
    fn differs(&self, other: &Self) -> bool {
        self.verdict != other.verdict
            || self.statuses() != other.statuses()
            || self.elsewhere != other.elsewhere
            || self.procedures != other.procedures
            || self.counters != other.counters
    }
}

/// What is said with one paper held otherwise than as an original.
type WithPaper = HashMap<(Document, Held), Said>;

/// What is said of every situation with one paper held in each way, and of those with nothing but originals.
struct Proof {
    situations: Situations,
    said: Vec<(Said, WithPaper)>,
}

impl Proof {
    fn of(edition: &'static Edition) -> Self {
        let situations = Situations::of(edition, |_| true);
        let said = |application: &Application| Said::of(&situations.check(application));
        let all = situations.all.iter().map(|situation| {
            let originals = holding_all(&situation.application, undated(Form::Original));
            let of_paper = |document: &Document| {
                ways(*document, edition).into_iter().map(|held| (*document, held)).collect::<Vec<_>>()
            };
            let papers = situation.papers.iter().flat_map(of_paper);
            let papers =
                papers.map(|(document, held)| ((document, held), said(&with_document(&originals, document, held))));
            (said(&originals), papers.collect())
        });
        Self { said: all.collect(), situations }
    }

    fn get(&self, place: usize, paper: (Document, Held)) -> &Said {
        let (originals, papers) = &self.said[place];
        papers.get(&paper).unwrap_or(originals)
    }

    fn prove(&self, place: usize, (document, held): (Document, Held)) {
        let situation = &self.situations.all[place];
        let facts = situation.open.iter().map(|fact| Subject::Fact(*fact));
        let open: Vec<Subject> = facts.chain(held.form.is_none().then_some(Subject::Document(document))).collect();
        let said = self.get(place, (document, held));
        let Some(first) = open.first() else {
            return self.ask_the_oracle(place, (document, held));
        };
        let ahead = self.ahead(place, (document, held), *first);
        let mut expected = agreed(&ahead);
        expected.open &= !bit(*first);
        let matters = match open.get(1) {
            Some(second) => {
                self.ahead(place, (document, held), *second).iter().any(|said| said.open & bit(*first) != 0)
            }
            None => ahead.iter().any(|said| said.differs(ahead[0])),
        };
        expected.open |= if matters { bit(*first) } else { 0 };
        let context = || format!("{document:?} {held:?} {:#?}", situation.application);
        assert_eq!(*said, expected, "the report (left) and what its completions agree on (right): {}", context());
    }

    /// What is said after each answer to one open question.
    fn ahead(&self, place: usize, (document, held): (Document, Held), subject: Subject) -> Vec<&Said> {
        match subject {
            Subject::Fact(fact) => {
                let places = self.situations.answered(place, fact).into_iter();
                places.map(|place| self.get(place, (document, held))).collect()
            }
            Subject::Document(_) => {
                said(held, self.situations.edition).map(|held| self.get(place, (document, held))).collect()
            }
        }
    }

    fn ask_the_oracle(&self, place: usize, (document, held): (Document, Held)) {
        let originals = holding_all(&self.situations.all[place].application, undated(Form::Original));
        let application = with_document(&originals, document, held);
        let report = self.situations.check(&application);
        for choice in [0, 1] {
            let oracle = judge(self.situations.edition.from, &any_answers(&application, choice));
            assert_eq!(report.verdict, oracle.verdict, "{application:#?}");
            assert_eq!(report.elsewhere, oracle.elsewhere, "{application:#?}");
            assert!(report.procedures.iter().eq(oracle.procedures()), "{application:#?}");
            assert!(report.counters.iter().eq(oracle.counters()), "{application:#?}");
            let core = report.findings.iter().map(|finding| (finding.requirement, Found::of(finding)));
            let oracle = oracle.lines.iter().map(|line| {
                (line.requirement, Found { status: line.status, basis: Some(line.basis), sources: line.sources })
            });
            assert!(core.eq(oracle), "{application:#?}\n{report:#?}");
        }
    }
}

fn agreed(ahead: &[&Said]) -> Said {
    ahead.iter().skip(1).fold(*ahead[0], |agreed, said| agreed.and(said))
}

fn every_report_is_exact(edition: &'static Edition) -> u64 {
    let proof = Proof::of(edition);
    let mut profiles = 0;
    for (place, (_, papers)) in proof.said.iter().enumerate() {
        proof.prove(place, (Document::OwnerConsent, undated(Form::Original)));
        for paper in papers.keys() {
            proof.prove(place, *paper);
        }
        profiles += 1 + papers.len() as u64;
    }
    profiles
}

const EXACT: &str = "a report says what its completions agree on, no more and no less (answers, with each paper)";

#[test]
fn a_report_says_what_its_completions_agree_on_in_the_first_edition() {
    law(EXACT, || every_report_is_exact(&law::EDITIONS[0]));
}

#[test]
fn a_report_says_what_its_completions_agree_on_in_the_later_editions() {
    law(EXACT, || law::EDITIONS[1..].iter().map(every_report_is_exact).sum());
}
