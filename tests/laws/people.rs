//! Several people: what one person means for the others, and that this is all.
//!
//! To the application and to the others a person matters by the set of (who applies, worst finding) that the person's completions
//! lead to: their share. There are few different shares, so pairs of people reduce to pairs of shares, and these are all proven,
//! one answer ahead as in `alone`. Whole people have one such pair each: any number of them reduces to a set of applicants and
//! one worst finding, and all of those are proven too.

use std::collections::{BTreeMap, HashMap};

use tirkeu::prove::profile::{
    asked_papers, every_answers, fold_answers, folded_answers, folded_ways, hold, holding, open_facts,
};
use tirkeu::{
    Answer, Answers, Application, Document, Edition, Fact, Finding, Form, Held, Id, Person, Report, Requirement,
    Status, Subject, Verdict, check, law,
};

use crate::oracle::whole::judge;
use crate::situations::{answering, said, undated};
use crate::tally::law;

/// For each pair of an applicant and a worst finding one bit; one more for someone out of scope.
type Share = u32;

/// Everybody there can be, by what they contribute, under one edition.
struct Everybody {
    edition: &'static Edition,
    shares: HashMap<Person, Share>,
    /// One person for each share, with as much said as can be.
    standing: BTreeMap<Share, Person>,
}

impl Everybody {
    fn of(edition: &'static Edition) -> Self {
        let mut everybody = Self { edition, shares: HashMap::new(), standing: BTreeMap::new() };
        let nothing_else = folded_answers(edition.from).filter(|application| application.answers == Answers::UNKNOWN);
        let answers: Vec<Person> = nothing_else.map(|application| application.people[0]).collect();
        for person in answers {
            for person in everybody.holding(person) {
                let share = everybody.share(person);
                everybody.standing.insert(share, person);
            }
        }
        everybody
    }

    fn law(&self) -> &'static [Edition] {
        std::slice::from_ref(self.edition)
    }

    fn alone(&self, person: Person) -> Application {
        Application { people: vec![person], ..Application::on(self.edition.from) }
    }

    /// This person, holding the papers that are asked for in every folded way.
    fn holding(&self, person: Person) -> Vec<Person> {
        let papers = asked_papers(self.law(), &self.alone(person)).into_iter();
        let papers = papers.filter(|document| Document::PERSON.contains(document));
        papers.fold(vec![person], |people, document| {
            let held = folded_ways(document, self.edition.from);
            let with_paper = |person: Person| {
                let with = |held: &Held| Person { documents: person.documents.with(document, *held), ..person };
                held.iter().map(with).collect::<Vec<_>>()
            };
            people.into_iter().flat_map(with_paper).collect()
        })
    }

    fn share(&mut self, person: Person) -> Share {
        if let Some(share) = self.shares.get(&person) {
            return *share;
        }
        let share = match self.open(person).first() {
            Some(subject) => {
                self.ahead(person, *subject).into_iter().fold(0, |share, person| share | self.share(person))
            }
            None => self.share_of_whole(person),
        };
        self.shares.insert(person, share);
        share
    }

    fn share_of_whole(&self, person: Person) -> Share {
        let report = check(self.law(), &self.alone(person));
        let Some(applicant) = person.answers.get(Fact::Applicant) else { return 1 << 31 };
        let of_person = report.findings.iter().filter(|finding| finding.person.is_some());
        let worst = of_person.map(|finding| finding.status.verdict()).max().unwrap_or(Verdict::Complete);
        1 << ((applicant.index() - Answer::Oneself.index()) * 3 + worst.index())
    }

    /// The open questions about this person: the facts, then the papers that are, or may be, asked for.
    fn open(&self, person: Person) -> Vec<Subject> {
        let facts = open_facts(&self.alone(person)).into_iter().filter(|fact| Fact::PERSON.contains(fact));
        let papers = asked_papers(self.law(), &self.alone(person)).into_iter();
        let papers = papers.filter(|document| Document::PERSON.contains(document));
        let papers = papers.filter(|document| person.documents.get(*document).form.is_none());
        facts.map(Subject::Fact).chain(papers.map(Subject::Document)).collect()
    }

    /// This person after each answer to a question, folded.
    fn ahead(&self, person: Person, subject: Subject) -> Vec<Person> {
        let alone = self.alone(person);
        let ahead: Vec<Application> = match subject {
            Subject::Fact(fact) => fact.answers().iter().map(|answer| answering(&alone, answer)).collect(),
            Subject::Document(document) => {
                let said = said(person.documents.get(document), self.edition);
                said.map(|held| holding(&alone, document, held)).collect()
            }
        };
        ahead.iter().map(|application| self.fold(application)).collect()
    }

    fn fold(&self, application: &Application) -> Person {
        let mut folded = fold_answers(application);
        let asked = asked_papers(self.law(), &folded);
        for document in Document::PERSON.iter().filter(|document| !asked.contains(document)) {
            hold(&mut folded, *document, Held::default());
        }
        folded.people[0]
    }
}

/// What is said of everything but the people's own findings.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    verdict: Verdict,
    statuses: Vec<(Requirement, Status)>,
}

impl Said {
    fn of(report: &Report) -> Self {
        let own = report.findings.iter().filter(|finding| finding.person.is_none());
        Self { verdict: report.verdict, statuses: own.map(|finding| (finding.requirement, finding.status)).collect() }
    }

    fn and(&self, other: &Self) -> Self {
        let verdict = if self.verdict == other.verdict { self.verdict } else { Verdict::Undecided };
        let all = Requirement::ALL.iter();
        let status =
            |said: &Self, of: Requirement| said.statuses.iter().find(|(at, _)| *at == of).map(|(_, status)| *status);
        let both = all.filter_map(|at| match (status(self, *at), status(other, *at)) {
            (None, None) => None,
            (one, other) if one == other => Some((*at, one?)),
            _ => Some((*at, Status::Unanswered)),
        });
        Self { verdict, statuses: both.collect() }
    }
}

/// Applications in which everything but the people is said or left open in some way.
fn surroundings(edition: &Edition) -> Vec<Application> {
    let mut answers: Vec<Answers> = Vec::new();
    for application in folded_answers(edition.from) {
        let without_service = application.answers.without(Fact::Service);
        if !answers.contains(&without_service) {
            answers.push(without_service);
        }
    }
    let held = [Held::default(), undated(Form::Original), undated(Form::Copy), undated(Form::NotHeld)];
    let surroundings = answers.into_iter().map(|answers| Application { answers, ..Application::on(edition.from) });
    surroundings.flat_map(|application| held.map(|held| holding_all_of_application(&application, held))).collect()
}

fn holding_all_of_application(application: &Application, held: Held) -> Application {
    let documents = Document::APPLICATION.iter();
    Application {
        documents: documents.fold(application.documents, |documents, document| documents.with(*document, held)),
        ..application.clone()
    }
}

fn with_people(application: &Application, people: &[Person]) -> Application {
    Application { people: people.to_vec(), ..application.clone() }
}

fn a_share_is_all_that_counts(edition: &'static Edition) -> u64 {
    let everybody = Everybody::of(edition);
    let mut profiles = 0;
    for surrounding in surroundings(edition) {
        let said = |person: Person| Said::of(&check(everybody.law(), &with_people(&surrounding, &[person])));
        let standing: BTreeMap<Share, Said> =
            everybody.standing.iter().map(|(share, person)| (*share, said(*person))).collect();
        for (person, share) in &everybody.shares {
            assert_eq!(&said(*person), &standing[share], "{person:#?} {surrounding:#?}");
            profiles += 1;
        }
    }
    profiles
}

#[test]
fn a_person_counts_by_their_share() {
    law("for the rest a person counts by who applies and by their worst finding", || {
        a_share_is_all_that_counts(law::EDITIONS.last().expect("an edition"))
    });
}

/// Every pair of shares in surroundings of one kind.
struct Pairs {
    everybody: Everybody,
    surroundings: Vec<Application>,
    /// The shares after each answer to the first open question about someone with this share.
    ahead: HashMap<Share, Vec<Share>>,
    said: HashMap<(Share, Share, Answers), Said>,
}

impl Pairs {
    fn of(edition: &'static Edition, is_wanted: impl Fn(&Application) -> bool) -> Self {
        let everybody = Everybody::of(edition);
        let surroundings: Vec<Application> = surroundings(edition).into_iter().filter(is_wanted).collect();
        let ahead = |person: Person| match everybody.open(person).first() {
            Some(subject) => everybody.ahead(person, *subject).iter().map(|person| everybody.shares[person]).collect(),
            None => Vec::new(),
        };
        let ahead = everybody.standing.iter().map(|(share, person)| (*share, ahead(*person))).collect();
        let mut pairs = Self { everybody, surroundings, ahead, said: HashMap::new() };
        for surrounding in &pairs.surroundings {
            for (one, other) in pairs.all() {
                pairs.said.insert((one, other, surrounding.answers), pairs.check(one, other, surrounding));
            }
        }
        pairs
    }

    fn all(&self) -> Vec<(Share, Share)> {
        let standing = &self.everybody.standing;
        let beside = |one: &Share| standing.range(*one..).map(|(other, _)| (*one, *other)).collect::<Vec<_>>();
        standing.keys().flat_map(beside).collect()
    }

    fn application(&self, one: Share, other: Share, surrounding: &Application) -> Application {
        with_people(surrounding, &[one, other].map(|share| self.everybody.standing[&share]))
    }

    fn check(&self, one: Share, other: Share, surrounding: &Application) -> Said {
        Said::of(&check(self.everybody.law(), &self.application(one, other, surrounding)))
    }

    fn get(&self, one: Share, other: Share, surrounding: &Application) -> Said {
        let known = self.said.get(&(one.min(other), one.max(other), surrounding.answers));
        known.cloned().unwrap_or_else(|| self.check(one, other, surrounding))
    }

    fn prove(&self, one: Share, other: Share, surrounding: &Application) {
        let said = self.get(one, other, surrounding);
        let ahead = self.ahead(one, other, surrounding);
        let application = self.application(one, other, surrounding);
        let Some(agreed) = ahead.into_iter().reduce(|agreed, said| agreed.and(&said)) else {
            return assert_eq!(said, self.oracle(&application), "{application:#?}");
        };
        assert_eq!(said, agreed, "the report (left) and what its completions agree on (right): {application:#?}");
    }

    fn oracle(&self, application: &Application) -> Said {
        let oracle = judge(self.everybody.edition.from, &any_whole(application));
        let own = oracle.lines.iter().filter(|line| line.person.is_none());
        Said { verdict: oracle.verdict, statuses: own.map(|line| (line.requirement, line.status)).collect() }
    }

    /// What is said after each answer to one open question: the first person's, the second's, the application's.
    fn ahead(&self, one: Share, other: Share, surrounding: &Application) -> Vec<Said> {
        for (share, beside) in [(one, other), (other, one)] {
            if !self.ahead[&share].is_empty() {
                return self.ahead[&share].iter().map(|share| self.get(*share, beside, surrounding)).collect();
            }
        }
        let of_application = |fact: &Fact| matches!(fact, Fact::Residence | Fact::OwnerPresent);
        let open = open_facts(&self.application(one, other, surrounding)).into_iter().find(of_application);
        let Some(fact) = open else { return Vec::new() };
        let with = |answer| Application { answers: folded_with(surrounding, answer), ..surrounding.clone() };
        fact.answers().iter().map(|answer| self.get(one, other, &with(answer))).collect()
    }
}

/// The answers of the application with one more, whoever the people are.
fn folded_with(surrounding: &Application, answer: Answer) -> Answers {
    let answers = surrounding.answers.with(answer);
    fold_answers(&Application { answers, people: vec![Person::default()], ..surrounding.clone() }).answers
}

/// Fills in what no question is asked about.
fn any_whole(application: &Application) -> Application {
    let mut whole = application.clone();
    let fill = |answers: Answers, facts: &[Fact]| {
        let unknown = facts.iter().filter(|fact| answers.get(**fact).is_none());
        unknown.filter_map(|fact| fact.answers().iter().next()).fold(answers, Answers::with)
    };
    let original = |documents: tirkeu::Documents, all: &[Document]| {
        let unknown = all.iter().filter(|document| documents.get(**document).form.is_none());
        unknown.fold(documents, |documents, document| documents.with(*document, undated(Form::Original)))
    };
    whole.answers = fill(whole.answers, Fact::APPLICATION);
    whole.documents = original(whole.documents, Document::APPLICATION);
    for person in &mut whole.people {
        person.answers = fill(person.answers, Fact::PERSON);
        person.documents = original(person.documents, Document::PERSON);
    }
    whole
}

fn every_pair(is_wanted: impl Fn(&Application) -> bool) -> u64 {
    let pairs = Pairs::of(law::EDITIONS.last().expect("an edition"), is_wanted);
    let all = pairs.all();
    for surrounding in &pairs.surroundings {
        for (one, other) in &all {
            pairs.prove(*one, *other, surrounding);
        }
    }
    (all.len() * pairs.surroundings.len()) as u64
}

const PAIRS: &str = "a report on two people says what its completions agree on, no more and no less";

fn holds(surrounding: &Application, form: Form) -> bool {
    surrounding.documents.get(Document::OwnerConsent).form == Some(form)
}

#[test]
fn every_pair_of_people_is_exact() {
    let nothing_said = |surrounding: &Application| surrounding.answers.get(Fact::OwnerPresent).is_none();
    law(PAIRS, || every_pair(|surrounding| holds(surrounding, Form::Original) && nothing_said(surrounding)));
}

#[test]
#[ignore = "takes minutes: cargo xtask prove --full"]
fn every_pair_of_people_is_exact_however_the_papers_are_held() {
    for form in [Form::Original, Form::Copy, Form::NotHeld] {
        law(PAIRS, || every_pair(|surrounding| holds(surrounding, form)));
    }
}

/// The shares of whole people: one applicant and one worst finding, or out of scope.
fn whole_people(everybody: &Everybody) -> BTreeMap<Share, Person> {
    let whole = everybody.standing.iter().filter(|(share, _)| share.is_power_of_two());
    whole.map(|(share, person)| (*share, *person)).collect()
}

/// For each set of applicants and each worst finding, people who come to that.
fn companies(everybody: &Everybody) -> Vec<Vec<Person>> {
    let whole = whole_people(everybody);
    let outsider = whole[&(1 << 31)];
    let mut companies = vec![vec![outsider]];
    for set in 1..64_u32 {
        let applicants = (0..6).filter(|applicant| set >> applicant & 1 == 1);
        let content: Vec<Person> = applicants.clone().map(|applicant| whole[&(1 << (applicant * 3))]).collect();
        for applicant in applicants {
            let troubled = |finding: u32| vec![whole[&(1 << (applicant * 3 + finding))]];
            let more = [Vec::new(), troubled(1), troubled(2), vec![outsider]];
            companies.extend(more.map(|more| [content.clone(), more].concat()));
        }
    }
    companies
}

fn every_company(edition: &'static Edition) -> u64 {
    let everybody = Everybody::of(edition);
    let companies = companies(&everybody);
    let mut profiles = 0;
    for surrounding in surroundings(edition) {
        let of_papers =
            Document::APPLICATION.iter().all(|document| surrounding.documents.get(*document).form.is_some());
        for people in companies.iter().filter(|_| of_papers) {
            let application = with_people(&surrounding, people);
            if open_facts(&application).iter().any(|fact| *fact != Fact::Service) {
                continue;
            }
            for document in asked_papers(everybody.law(), &application) {
                if Document::PERSON.contains(&document) {
                    continue;
                }
                for held in folded_ways(document, edition.from).into_iter().filter(|held| held.form.is_some()) {
                    let application = any_whole(&holding(&application, document, held));
                    let (report, oracle) = (check(everybody.law(), &application), judge(edition.from, &application));
                    assert_eq!(report.verdict, oracle.verdict, "{application:#?}");
                    let findings =
                        report.findings.iter().map(|finding| (finding.requirement, finding.person, finding.status));
                    let lines = oracle.lines.iter().map(|line| (line.requirement, line.person, line.status));
                    assert!(findings.eq(lines), "{application:#?}");
                    profiles += 1;
                }
            }
        }
    }
    profiles
}

#[test]
fn every_company_of_whole_people_is_judged_by_applicants_and_worst_finding() {
    law("any number of whole people: every set of applicants with every worst finding", || {
        law::EDITIONS.iter().map(every_company).sum()
    });
}

/// Adding a whole person who counts the same leaves everything as it was, but that person's own findings.
#[test]
fn one_more_of_the_same_changes_nothing_else() {
    law("one more person who counts the same changes nothing but that person's own findings", || {
        let everybody = Everybody::of(law::EDITIONS.last().expect("an edition"));
        let whole = whole_people(&everybody);
        let mut profiles = 0;
        for surrounding in surroundings(everybody.edition) {
            for (person, share) in everybody.shares.iter().filter(|(_, share)| share.is_power_of_two()) {
                let Some(same) = whole.get(share) else { continue };
                let one = check(everybody.law(), &with_people(&surrounding, &[*person]));
                let two = check(everybody.law(), &with_people(&surrounding, &[*person, *same]));
                assert_eq!(Said::of(&one), Said::of(&two), "{person:#?} {same:#?} {surrounding:#?}");
                let unchanged = one.findings.iter().zip(&two.findings).all(|(one, two)| same_finding(one, two));
                assert!(unchanged, "{person:#?} {same:#?} {surrounding:#?}");
                profiles += 1;
            }
        }
        profiles
    });
}

/// Sources aside: what others apply for may add S1.h to the application's.
fn same_finding(one: &Finding, two: &Finding) -> bool {
    (one.requirement, one.person, one.status, one.basis, one.accepts)
        == (two.requirement, two.person, two.status, two.basis, two.accepts)
}

#[test]
fn what_is_said_of_someone_out_of_scope_counts_for_nothing() {
    law("whatever is said of someone out of scope counts for nothing", || {
        let everybody = Everybody::of(law::EDITIONS.last().expect("an edition"));
        let beside = [Person::default(), whole_people(&everybody)[&1]];
        let outsiders: Vec<Person> = every_answers(everybody.edition.from)
            .filter(|application| application.answers == Answers::UNKNOWN)
            .map(|application| application.people[0])
            .filter(|person| person.answers.get(Fact::Status) == Some(Answer::Visitor))
            .collect();
        let plain = Person { answers: Answers::UNKNOWN.with(Answer::Visitor), ..Person::default() };
        let mut profiles = 0;
        for surrounding in surroundings(everybody.edition) {
            for person in beside {
                let report = |outsider| check(everybody.law(), &with_people(&surrounding, &[person, outsider]));
                let expected = report(plain);
                for outsider in &outsiders {
                    assert_eq!(report(*outsider), expected, "{outsider:#?} {surrounding:#?}");
                    profiles += 1;
                }
            }
        }
        profiles
    });
}
