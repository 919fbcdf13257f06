//! Exactness, every paper together with every other.
//!
//! Two foldings make it small enough. Ways of holding a paper that no completion tells apart in kind (satisfied, to be asked, failing)
//! stand for one another. And what is found of a paper does not depend on the others: each report of a product is put together from
//! those in which one paper is spoken of. What is left to prove over the product is the verdict, and the questions that matter: one
//! answer ahead, as in `alone`. A person meets the home in nothing but their share, as `people` proves; so every paper of a person is
//! combined in a home of their own, and every paper of a home with an adult. With `--full` everything meets everything.

use std::collections::{BTreeSet, HashMap};

use tirkeu::prove::is_asked;
use tirkeu::prove::profile::set_document;
use tirkeu::{
    Answer, Application, Document, Edition, Fact, Form, Held, Id, Remedy, Report, Status, Subject, Verdict, law,
};

use crate::oracle::whole::judge;
use crate::situations::{Situations, any_answers, bit, bits, holding_all, said, undated, ways};
use crate::tally::law;

/// How far ways of holding a paper are told apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fineness {
    /// By what they do to the verdict.
    Verdict,
    /// By every status.
    Status,
}

/// How every paper is held: the place of the way among all [`ways`].
type Hand = [usize; Document::ALL.len()];

/// One paper in one situation.
struct Paper {
    document: Document,
    /// The ways that stand for all others, with the report in which this paper alone is spoken of.
    ways: Vec<(usize, Report)>,
    /// For every way, the place in `ways` of the one that stands for it.
    stands_for: Vec<usize>,
}

/// The verdict and the questions that matter.
type Said = (Verdict, u32);

/// All situations, with every combination of ways of holding the papers they ask for.
struct Proof {
    situations: Situations,
    /// Every way of holding each document.
    ways: Vec<Vec<Held>>,
    papers: Vec<Vec<Paper>>,
    said: Vec<Vec<Said>>,
}

impl Proof {
    fn of(edition: &'static Edition, fineness: Fineness, keep: Keep) -> Self {
        let situations = Situations::of(edition, |application| keep(edition, application));
        let mut kinds = Kinds { situations: &situations, fineness, known: HashMap::new() };
        let papers = (0..situations.all.len()).map(|place| kinds.papers(place)).collect();
        let ways = Document::ALL.iter().map(|document| ways(*document, edition)).collect();
        let mut proof = Self { situations, ways, papers, said: Vec::new() };
        proof.said = (0..proof.papers.len()).map(|place| proof.put_together(place)).collect();
        proof
    }

    fn profiles(&self) -> u64 {
        self.said.iter().map(|said| said.len() as u64).sum()
    }

    /// Checks every combination, and that each report is put together from those on its papers.
    fn put_together(&self, place: usize) -> Vec<Said> {
        let situation = &self.situations.all[place];
        let nothing = self.situations.check(&situation.application);
        let mut application = situation.application.clone();
        let mut check = |index: usize, hand: &Hand| {
            for paper in &self.papers[place] {
                set_document(&mut application, paper.document, self.held(paper.document, hand));
            }
            let report = self.situations.check(&application);
            self.is_put_together(place, index, &nothing, &report);
            (report.verdict, bits(&report.unanswered))
        };
        self.hands(place).iter().enumerate().map(|(index, hand)| check(index, hand)).collect()
    }

    fn is_put_together(&self, place: usize, mut index: usize, nothing: &Report, report: &Report) {
        assert_eq!(report.findings.len(), nothing.findings.len(), "as many findings, however the papers are held");
        let mut parts = vec![nothing; Document::ALL.len()];
        for paper in self.papers[place].iter().rev() {
            parts[paper.document as usize] = &paper.ways[index % paper.ways.len()].1;
            index /= paper.ways.len();
        }
        for (position, finding) in report.findings.iter().enumerate() {
            let part = finding.requirement.document().map_or(nothing, |document| parts[document as usize]);
            assert_eq!(Some(finding), part.findings.get(position), "{:#?}", self.situations.all[place].application);
        }
        for fix in report.fix.iter().filter(|fix| !matches!(fix.remedy, Remedy::ApplyAs(_))) {
            let part = fix.requirement.document().map_or(nothing, |document| parts[document as usize]);
            assert!(part.fix.contains(fix), "{fix:?} {:#?}", self.situations.all[place].application);
        }
    }

    fn held(&self, document: Document, hand: &Hand) -> Held {
        self.ways[document as usize][hand[document as usize]]
    }

    /// Every combination of the ways that stand for all others.
    fn hands(&self, place: usize) -> Vec<Hand> {
        self.papers[place].iter().fold(vec![[0; Document::ALL.len()]], |hands, paper| {
            let with_paper = |hand: Hand| {
                paper.ways.iter().map(move |(way, _)| {
                    let mut hand = hand;
                    hand[paper.document as usize] = *way;
                    hand
                })
            };
            hands.into_iter().flat_map(with_paper).collect()
        })
    }

    /// What is said of this hand, after folding.
    fn get(&self, place: usize, hand: &Hand) -> Said {
        let index = self.papers[place]
            .iter()
            .fold(0, |index, paper| index * paper.ways.len() + paper.stands_for[hand[paper.document as usize]]);
        self.said[place][index]
    }

    fn prove(&self, place: usize) {
        for (hand, (verdict, questions)) in self.hands(place).iter().zip(&self.said[place]) {
            let situation = &self.situations.all[place];
            let unknown = situation.papers.iter().filter(|document| self.held(**document, hand).form.is_none());
            let facts = situation.open.iter().map(|fact| Subject::Fact(*fact));
            let open: Vec<Subject> = unknown.map(|document| Subject::Document(*document)).chain(facts).collect();
            let Some(first) = open.first() else {
                self.ask_the_oracle(place, hand, *verdict);
                continue;
            };
            let context = || format!("{hand:?} {:#?}", situation.application);
            let ahead = self.ahead(place, hand, *first);
            let verdicts: BTreeSet<Verdict> = ahead.iter().map(|(verdict, _)| *verdict).collect();
            let expected = if verdicts.len() == 1 { ahead[0].0 } else { Verdict::Undecided };
            assert_eq!(*verdict, expected, "the verdict (left) and that of all completions (right): {}", context());
            let later = ahead.iter().fold(0, |questions, (_, more)| questions | more) & !bit(*first);
            assert_eq!(questions & !bit(*first), later, "the questions that matter: {}", context());
            if let Some(second) = open.get(1) {
                let ahead = self.ahead(place, hand, *second);
                let matters = ahead.iter().any(|(_, questions)| questions & bit(*first) != 0);
                assert_eq!(questions & bit(*first) != 0, matters, "whether {first:?} matters: {}", context());
            }
        }
    }

    /// What is said after each answer to one open question.
    fn ahead(&self, place: usize, hand: &Hand, subject: Subject) -> Vec<Said> {
        match subject {
            Subject::Fact(fact) => {
                let places = self.situations.answered(place, fact).into_iter();
                places.map(|place| self.get(place, hand)).collect()
            }
            Subject::Document(document) => {
                let said = said(self.held(document, hand), self.situations.edition);
                said.map(|held| self.get(place, &self.with(hand, document, held))).collect()
            }
        }
    }

    fn with(&self, hand: &Hand, document: Document, held: Held) -> Hand {
        let mut hand = *hand;
        let way = self.ways[document as usize].iter().position(|way| *way == held);
        hand[document as usize] = way.expect("a folded way");
        hand
    }

    fn ask_the_oracle(&self, place: usize, hand: &Hand, verdict: Verdict) {
        let situation = &self.situations.all[place];
        let mut application = any_answers(&holding_all(&situation.application, undated(Form::Original)), 0);
        situation
            .papers
            .iter()
            .for_each(|document| set_document(&mut application, *document, self.held(*document, hand)));
        assert_eq!(verdict, judge(self.situations.edition.from, &application).verdict, "{application:#?}");
    }
}

/// Which situations are looked at; with each those that an answer leads to.
type Keep = fn(&Edition, &Application) -> bool;

/// Somebody in a home of their own: every person, whatever is said of them.
fn a_person(edition: &Edition, application: &Application) -> bool {
    let residence = application.answers.get(Fact::Residence);
    residence == Some(Answer::Own) || !asks(edition, application, Fact::Residence)
}

/// A capable adult, who applies for permanent registration: every home, whatever is said of it.
fn a_home(edition: &Edition, application: &Application) -> bool {
    let person = application.people[0].answers.given();
    let is_capable = person.contains(Answer::Adult) && person.contains(Answer::IncapacitatedNo);
    let asks_service = asks(edition, application, Fact::Service);
    let is_permanent = application.answers.get(Fact::Service) == asks_service.then_some(Answer::Permanent);
    is_capable && is_permanent || !asks(edition, application, Fact::Residence)
}

fn asks(edition: &Edition, application: &Application, fact: Fact) -> bool {
    is_asked(edition, application, fact, None).may_hold()
}

/// Which ways of holding a paper no completion tells apart.
struct Kinds<'a> {
    situations: &'a Situations,
    fineness: Fineness,
    known: HashMap<(usize, Document), Vec<u64>>,
}

impl Kinds<'_> {
    fn papers(&mut self, place: usize) -> Vec<Paper> {
        self.situations.all[place].papers.iter().map(|document| self.paper(place, *document)).collect()
    }

    fn paper(&mut self, place: usize, document: Document) -> Paper {
        let kinds = self.kinds(place, document);
        let first = |kind: &u64| kinds.iter().position(|other| other == kind).expect("it is among them");
        let first: Vec<usize> = kinds.iter().map(first).collect();
        let standing: BTreeSet<usize> = first.iter().copied().collect();
        let held = ways(document, self.situations.edition);
        let report = |way: usize| {
            let mut application = self.situations.all[place].application.clone();
            set_document(&mut application, document, held[way]);
            self.situations.check(&application)
        };
        Paper {
            document,
            ways: standing.iter().map(|way| (*way, report(*way))).collect(),
            stands_for: first.iter().map(|first| standing.range(..first).count()).collect(),
        }
    }

    /// A number for each way of holding the document; equal numbers where every completion leads to the same kind of status.
    fn kinds(&mut self, place: usize, document: Document) -> Vec<u64> {
        if let Some(kinds) = self.known.get(&(place, document)) {
            return kinds.clone();
        }
        let situation = &self.situations.all[place];
        let all = ways(document, self.situations.edition);
        let kinds = if !situation.papers.contains(&document) {
            vec![0; all.len()]
        } else if let Some(fact) = situation.open.first() {
            let ahead = self.situations.answered(place, *fact);
            let ahead: Vec<Vec<u64>> = ahead.into_iter().map(|place| self.kinds(place, document)).collect();
            let together =
                |way| ahead.iter().fold(0, |kinds: u64, ahead| kinds.wrapping_mul(0x0100_0000_01b3) ^ ahead[way]);
            (0..all.len()).map(together).collect()
        } else {
            all.iter().map(|held| self.kind(place, document, *held)).collect()
        };
        self.known.insert((place, document), kinds.clone());
        kinds
    }

    /// The kinds of status to which a whole situation leads, as bits.
    fn kind(&self, place: usize, document: Document, held: Held) -> u64 {
        if held.form.is_none() {
            let said = said(held, self.situations.edition);
            return said.fold(0, |kinds, held| kinds | self.kind(place, document, held));
        }
        let mut application = self.situations.all[place].application.clone();
        set_document(&mut application, document, held);
        let report = self.situations.check(&application);
        let found = report.findings.iter().find(|finding| finding.requirement.document() == Some(document));
        let status = found.map_or(Status::Satisfied, |finding| finding.status);
        1 << if self.fineness == Fineness::Verdict { status.verdict().index() } else { status.index() }
    }
}

impl Proof {
    /// No paper that is held better leads to a worse verdict, and where it was undecided not to a firm failure.
    fn better_held_never_harms(&self, place: usize) -> u64 {
        let mut compared = 0;
        for (hand, (worse, _)) in self.hands(place).iter().zip(&self.said[place]) {
            for paper in &self.papers[place] {
                if let Some(better) = self.better(paper.document, hand) {
                    let (better, _) = self.get(place, &better);
                    let harms = match better {
                        Verdict::Complete | Verdict::NotThisService => false,
                        Verdict::Incomplete => matches!(worse, Verdict::Complete | Verdict::Ask | Verdict::Undecided),
                        _ => *worse == Verdict::Complete,
                    };
                    let application = &self.situations.all[place].application;
                    assert!(!harms, "from {worse:?} to {better:?}: {hand:?} {application:#?}");
                    compared += 1;
                }
            }
        }
        compared
    }

    /// The hand in which this document is held in the next better way.
    fn better(&self, document: Document, hand: &Hand) -> Option<Hand> {
        let held = self.held(document, hand);
        let next = match (held.form, held.valid_until) {
            (Some(Form::NotHeld), _) => undated(Form::Copy),
            (Some(Form::Copy), _) => undated(Form::Electronic),
            (Some(_), Some(_)) | (Some(Form::Electronic), None) => undated(Form::Original),
            (None, Some(_)) => Held { form: None, valid_until: None },
            (Some(Form::Original) | None, None) => return None,
        };
        Some(self.with(hand, document, next))
    }
}

fn prove(edition: &'static Edition, fineness: Fineness, keep: Keep) {
    let mut proof = None;
    law("papers do not look at each other: a report is put together from those on each paper", || {
        proof.insert(Proof::of(edition, fineness, keep)).profiles()
    });
    let proof = proof.expect("just put together");
    let places = 0..proof.papers.len();
    law("a better-held document never harms", || {
        places.clone().map(|place| proof.better_held_never_harms(place)).sum()
    });
    law("a report says what its completions agree on, no more and no less (every paper with every other)", || {
        places.clone().for_each(|place| proof.prove(place));
        proof.profiles()
    });
}

#[test]
fn the_verdict_on_all_papers_of_a_person_is_exact() {
    for edition in law::EDITIONS {
        prove(edition, Fineness::Verdict, a_person);
    }
}

#[test]
fn the_verdict_on_all_papers_of_a_home_is_exact() {
    for edition in law::EDITIONS {
        prove(edition, Fineness::Status, a_home);
    }
}

#[test]
#[ignore = "takes minutes: cargo xtask prove --full"]
fn the_verdict_on_all_papers_of_everybody_everywhere_is_exact() {
    for edition in law::EDITIONS {
        prove(edition, Fineness::Verdict, |_, _| true);
    }
}
