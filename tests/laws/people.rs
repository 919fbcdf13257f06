//! Several people: what one person means for the others, and that this is all.
//!
//! To the home and to the others a person matters by the set of (whether somebody acts for them, worst finding) that the person's
//! completions lead to under each answer to the service: their share. There are few different shares, so pairs of people reduce to
//! pairs of shares, and these are all proven, one answer ahead as in `alone`. Whole people have one such pair each, or are exempt or
//! elsewhere: any number of them reduces to a set of these, and all of those are proven too.

use std::collections::{BTreeMap, HashMap};

use tirkeu::prove::profile::{
    asked_papers, every_answers, fold_answers, folded_answers, folded_held, open_facts, set_document, with_document,
};
use tirkeu::{
    Answer, Answers, Application, Document, Documents, Edition, Fact, Finding, Form, Held, Person, Reason, Report,
    Requirement, Status, Subject, Verdict, check, law,
};

use crate::oracle::whole::judge;
use crate::situations::{EXPIRED, answering, said, standing, standing_answers, undated};
use crate::tally::law;

/// Under permanent and under temporary registration: for each pair of whether somebody acts for the person and of a worst finding one
/// bit; one more for somebody who is exempt, and one for somebody who is elsewhere.
type Share = (u8, u8);

const EXEMPT: u8 = 1 << 6;
const ELSEWHERE: u8 = 1 << 7;

/// The editions between ask the same of people as the last one does.
const FIRST_AND_LAST: [&Edition; 2] = [&law::EDITIONS[0], &law::EDITIONS[law::EDITIONS.len() - 1]];

const SERVICES: [Answer; 2] = [Answer::Permanent, Answer::Temporary];

/// Everybody there can be, by what they contribute, under one edition.
struct Everybody {
    edition: &'static Edition,
    shares: HashMap<Person, Share>,
    /// One person for each share, with as much said as can be.
    standing: BTreeMap<Share, Person>,
}

impl Everybody {
    /// Those who hold their papers in these ways.
    fn with_document(edition: &'static Edition, ways: impl Fn(Document, &Edition) -> Vec<Held>) -> Self {
        let mut everybody = Self { edition, shares: HashMap::new(), standing: BTreeMap::new() };
        for person in everybody.answers() {
            for person in everybody.with_papers(person, &ways) {
                let share = everybody.share(person);
                everybody.standing.insert(share, person);
            }
        }
        everybody
    }

    fn of(edition: &'static Edition) -> Self {
        Self::with_document(edition, ways_that_count)
    }

    fn law(&self) -> &'static [Edition] {
        std::slice::from_ref(self.edition)
    }

    fn alone(&self, person: Person) -> Application {
        Application { people: vec![person], ..Application::on(self.edition.from) }
    }

    /// Everybody by their answers alone.
    fn answers(&self) -> Vec<Person> {
        let nothing_else = standing_answers(self.edition).filter(|one| one.answers == Answers::UNKNOWN);
        nothing_else.map(|application| application.people[0]).collect()
    }

    fn papers(&self, person: Person) -> impl Iterator<Item = Document> + use<> {
        asked_papers(self.law(), &self.alone(person)).into_iter().filter(|document| Document::PERSON.contains(document))
    }

    /// This person, holding the papers that are asked for in each of the ways.
    fn with_papers(&self, person: Person, ways: impl Fn(Document, &Edition) -> Vec<Held>) -> Vec<Person> {
        self.papers(person).fold(vec![person], |people, document| {
            let held = ways(document, self.edition);
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
            Some(subject) => self.ahead(person, *subject).into_iter().fold((0, 0), |share, person| {
                let other = self.share(person);
                (share.0 | other.0, share.1 | other.1)
            }),
            None => self.share_of_whole(person),
        };
        self.shares.insert(person, share);
        share
    }

    fn share_of_whole(&self, person: Person) -> Share {
        let [permanent, temporary] = SERVICES.map(|service| {
            let answers = Answers::UNKNOWN.with(service);
            let report = check(self.law(), &Application { answers, ..self.alone(person) });
            let of_person = report.findings.iter().filter(|finding| finding.person.is_some());
            let worst = of_person.map(|finding| finding.status.verdict()).max().unwrap_or(Verdict::Complete);
            match report.elsewhere.first().map(|elsewhere| elsewhere.reason) {
                Some(Reason::Under14Temporary) => EXEMPT,
                Some(_) => ELSEWHERE,
                None => 1 << (u8::from(is_represented(person)) * 3 + worst as u8),
            }
        });
        (permanent, temporary)
    }

    /// The open questions about this person: the facts, then the papers that are, or may be, asked for.
    fn open(&self, person: Person) -> Vec<Subject> {
        let facts = open_facts(self.edition, &self.alone(person)).into_iter();
        let facts = facts.filter(|fact| Fact::PERSON.contains(fact));
        let papers = self.papers(person).filter(|document| person.documents.get(*document).form.is_none());
        facts.map(Subject::Fact).chain(papers.map(Subject::Document)).collect()
    }

    /// This person after each answer to a question, folded.
    fn ahead(&self, person: Person, subject: Subject) -> Vec<Person> {
        let alone = self.alone(person);
        let ahead: Vec<Application> = match subject {
            Subject::Fact(fact) => fact.answers().iter().map(|answer| answering(&alone, answer)).collect(),
            Subject::Document(document) => {
                let said = said(person.documents.get(document), self.edition);
                said.map(|held| with_document(&alone, document, held)).collect()
            }
        };
        ahead.iter().map(|application| self.fold(application)).collect()
    }

    fn fold(&self, application: &Application) -> Person {
        let mut folded = fold_answers(self.edition, &standing(application));
        let asked = asked_papers(self.law(), &folded);
        for document in Document::PERSON.iter().filter(|document| !asked.contains(document)) {
            set_document(&mut folded, *document, Held::default());
        }
        folded.people[0]
    }
}

fn is_represented(person: Person) -> bool {
    let represented = [Answer::Parent, Answer::Guardian, Answer::Trustee, Answer::Attorney];
    person.answers.get(Fact::Applicant).is_some_and(|applicant| represented.contains(&applicant))
}

/// The ways of holding a paper that differ in what they mean for the others: held well, to be asked, not held, not said.
fn ways_that_count(document: Document, edition: &Edition) -> Vec<Held> {
    let counts = folded_held(document, edition.from).into_iter();
    counts.filter(|held| counts_as(document, *held) == *held).collect()
}

/// The way that means the same for the others.
fn counts_as(document: Document, held: Held) -> Held {
    let is_asked_about = matches!(document, Document::ProofOfAuthority | Document::PowerOfAttorney);
    let good = undated(if is_asked_about { Form::Electronic } else { Form::Original });
    match (held.form, document) {
        (Some(_), _) if held == EXPIRED => undated(Form::NotHeld),
        (None, _) if held.valid_until.is_some() => undated(Form::NotHeld),
        (Some(Form::Electronic), _) | (Some(Form::Copy), Document::ProofOfAuthority) => good,
        (Some(Form::Copy), _) => undated(Form::NotHeld),
        _ => held,
    }
}

#[test]
fn some_ways_of_holding_count_alike() {
    law("a person counts for the others as if each paper were held well, asked about, or not held", || {
        FIRST_AND_LAST.map(every_way_counts).iter().sum()
    });
}

fn every_way_counts(edition: &'static Edition) -> u64 {
    let everybody = Everybody::with_document(edition, |document, edition| folded_held(document, edition.from));
    let counting = |person: &Person| {
        let held = |document: &Document| counts_as(*document, person.documents.get(*document));
        let documents = Document::PERSON.iter();
        let documents = documents.fold(Documents::UNKNOWN, |so_far, document| so_far.with(*document, held(document)));
        Person { documents, ..*person }
    };
    for (person, share) in &everybody.shares {
        assert_eq!(everybody.shares.get(&counting(person)), Some(share), "{person:#?}");
    }
    everybody.shares.len() as u64
}

/// What is said of the application as a whole.
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
        let all = [Requirement::RepresentativeIdentity, Requirement::OwnerIdentity, Requirement::OwnerConsent];
        let more = [Requirement::InstitutionRequest, Requirement::OwnerPresence, Requirement::WhoseConsent];
        let status =
            |said: &Self, of: Requirement| said.statuses.iter().find(|(at, _)| *at == of).map(|(_, status)| *status);
        let both = all.into_iter().chain(more).filter_map(|at| match (status(self, at), status(other, at)) {
            (None, None) => None,
            (one, other) if one == other => Some((at, one?)),
            _ => Some((at, Status::Unanswered)),
        });
        Self { verdict, statuses: both.collect() }
    }
}

/// Applications in which everything but the people is said or left open in some way, with the papers held so.
fn surroundings(edition: &Edition, held: &[Held]) -> Vec<Application> {
    let mut answers: Vec<Answers> = Vec::new();
    for application in folded_answers(edition).filter(|one| one.people[0].answers == Answers::UNKNOWN) {
        answers.push(application.answers);
    }
    let surroundings = answers.into_iter().map(|answers| Application { answers, ..Application::on(edition.from) });
    let holding = |application: Application| held.iter().map(move |held| holding_all_of_home(&application, *held));
    surroundings.flat_map(holding).collect()
}

fn holding_all_of_home(application: &Application, held: Held) -> Application {
    let documents = Document::APPLICATION.iter();
    Application {
        documents: documents.fold(application.documents, |documents, document| documents.with(*document, held)),
        ..application.clone()
    }
}

fn with_people(application: &Application, people: &[Person]) -> Application {
    Application { people: people.to_vec(), ..application.clone() }
}

fn a_share_is_all_that_counts(edition: &'static Edition, held: &[Held]) -> u64 {
    let everybody = Everybody::of(edition);
    let mut profiles = 0;
    for surrounding in surroundings(edition, held) {
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

const SHARE: &str = "for the rest a person counts by whether somebody acts for them and by their worst finding";

#[test]
fn a_person_counts_by_their_share() {
    law(SHARE, || {
        let nothing_said = [Held::default()];
        FIRST_AND_LAST.map(|edition| a_share_is_all_that_counts(edition, &nothing_said)).iter().sum()
    });
}

#[test]
#[ignore = "takes minutes: cargo xtask prove --full"]
fn a_person_counts_by_their_share_however_the_papers_are_held() {
    let held = [Form::Original, Form::Electronic, Form::Copy, Form::NotHeld].map(undated);
    law(SHARE, || law::EDITIONS.iter().map(|edition| a_share_is_all_that_counts(edition, &held)).sum());
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
    fn of(edition: &'static Edition, held: Held) -> Self {
        let everybody = Everybody::of(edition);
        let surroundings = surroundings(edition, &[held]);
        let ahead = |person: Person| match everybody.open(person).first() {
            Some(subject) => everybody.ahead(person, *subject).iter().map(|ahead| everybody.counts(ahead)).collect(),
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

    fn get(&self, one: Share, other: Share, surrounding: &Application) -> &Said {
        &self.said[&(one.min(other), one.max(other), surrounding.answers)]
    }

    fn prove(&self, one: Share, other: Share, surrounding: &Application) {
        let said = self.get(one, other, surrounding);
        let ahead = self.ahead(one, other, surrounding);
        let application = || self.application(one, other, surrounding);
        let Some(agreed) = ahead.into_iter().cloned().reduce(|agreed, said| agreed.and(&said)) else {
            return assert_eq!(*said, self.oracle(&application()), "{:#?}", application());
        };
        assert_eq!(*said, agreed, "the report (left) and what its completions agree on (right): {:#?}", application());
    }

    fn oracle(&self, application: &Application) -> Said {
        let oracle = judge(self.everybody.edition.from, &any_whole(application));
        let own = oracle.lines.iter().filter(|line| line.person.is_none());
        Said { verdict: oracle.verdict, statuses: own.map(|line| (line.requirement, line.status)).collect() }
    }

    /// What is said after each answer to one open question: the first person's, the second's, the application's.
    fn ahead(&self, one: Share, other: Share, surrounding: &Application) -> Vec<&Said> {
        for (share, beside) in [(one, other), (other, one)] {
            if !self.ahead[&share].is_empty() {
                return self.ahead[&share].iter().map(|share| self.get(*share, beside, surrounding)).collect();
            }
        }
        let open = Fact::APPLICATION.iter().find(|fact| self.is_open(**fact, surrounding));
        let Some(fact) = open else { return Vec::new() };
        let answers = fact.answers().iter().map(|answer| self.folded_with(surrounding, answer));
        let with = |answers| Application { answers, ..surrounding.clone() };
        answers.map(|answers| self.get(one, other, &with(answers))).collect()
    }

    /// Whether the question is open, whoever the people are.
    fn is_open(&self, fact: Fact, surrounding: &Application) -> bool {
        open_facts(self.everybody.edition, &with_people(surrounding, &[Person::default()])).contains(&fact)
    }

    /// The answers of the application with one more, whoever the people are.
    fn folded_with(&self, surrounding: &Application, answer: Answer) -> Answers {
        let application = Application { answers: surrounding.answers.with(answer), ..surrounding.clone() };
        fold_answers(self.everybody.edition, &with_people(&application, &[Person::default()])).answers
    }
}

impl Everybody {
    /// The share of somebody, in whatever way they hold their papers.
    fn counts(&self, person: &Person) -> Share {
        let held = |document: &Document| counts_as(*document, person.documents.get(*document));
        let documents = Document::PERSON.iter();
        let documents = documents.fold(Documents::UNKNOWN, |so_far, document| so_far.with(*document, held(document)));
        self.shares[&Person { documents, ..*person }]
    }
}

/// Fills in what no question is asked about.
fn any_whole(application: &Application) -> Application {
    let mut whole = application.clone();
    let fill = |answers: Answers, facts: &[Fact]| {
        let unknown = facts.iter().filter(|fact| answers.get(**fact).is_none());
        unknown.filter_map(|fact| fact.answers().iter().next()).fold(answers, Answers::with)
    };
    let original = |documents: Documents, all: &[Document]| {
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

fn every_pair(edition: &'static Edition, held: Held) -> u64 {
    let pairs = Pairs::of(edition, held);
    let all = pairs.all();
    for surrounding in &pairs.surroundings {
        for (one, other) in &all {
            pairs.prove(*one, *other, surrounding);
        }
    }
    (all.len() * pairs.surroundings.len()) as u64
}

const PAIRS: &str = "a report on two people says what its completions agree on, no more and no less";

#[test]
fn every_pair_of_people_is_exact() {
    let last = law::EDITIONS.last().expect("an edition");
    law(PAIRS, || every_pair(last, undated(Form::Original)));
}

#[test]
#[ignore = "takes minutes: cargo xtask prove --full"]
fn every_pair_of_people_is_exact_however_the_papers_are_held() {
    for form in [Form::Original, Form::Copy, Form::NotHeld] {
        law(PAIRS, || law::EDITIONS.iter().map(|edition| every_pair(edition, undated(form))).sum());
    }
}

/// One whole person for each thing that a person can mean, when this is applied for.
fn whole_people(everybody: &Everybody, service: Answer) -> BTreeMap<u8, Person> {
    let of = |share: &Share| if service == Answer::Permanent { share.0 } else { share.1 };
    let whole = everybody
        .shares
        .iter()
        .filter(|(person, share)| of(share).is_power_of_two() && everybody.open(**person).is_empty());
    whole.map(|(person, share)| (of(share), *person)).collect()
}

/// For each set of what people can mean, people who come to that.
fn companies(everybody: &Everybody, service: Answer) -> Vec<Vec<Person>> {
    let whole: Vec<Person> = whole_people(everybody, service).into_values().collect();
    let chosen = |set: u32| whole.iter().enumerate().filter(move |(place, _)| set >> place & 1 == 1);
    (1..1 << whole.len()).map(|set| chosen(set).map(|(_, person)| *person).collect()).collect()
}

fn every_company(edition: &'static Edition) -> u64 {
    let everybody = Everybody::of(edition);
    let companies = companies(&everybody, Answer::Temporary);
    let mut profiles = 0;
    for surrounding in surroundings(edition, &[undated(Form::Original), undated(Form::NotHeld)]) {
        let is_temporary = surrounding.answers.get(Fact::Service) == Some(Answer::Temporary);
        for people in companies.iter().filter(|_| is_temporary) {
            let application = with_people(&surrounding, people);
            if open_facts(edition, &application).is_empty() {
                profiles += with_papers(&everybody, &application);
            }
        }
    }
    profiles
}

/// The company with each paper of the home in each way, beside the oracle's judgment.
fn with_papers(everybody: &Everybody, application: &Application) -> u64 {
    let (edition, mut profiles) = (everybody.edition, 0);
    let papers = asked_papers(everybody.law(), application).into_iter();
    for document in papers.filter(|document| Document::APPLICATION.contains(document)) {
        for held in folded_held(document, edition.from).into_iter().filter(|held| held.form.is_some()) {
            let application = any_whole(&with_document(application, document, held));
            let (report, oracle) = (check(everybody.law(), &application), judge(edition.from, &application));
            assert_eq!((report.verdict, &report.elsewhere), (oracle.verdict, &oracle.elsewhere), "{application:#?}");
            let findings = report.findings.iter().map(|finding| (finding.requirement, finding.person, finding.status));
            let lines = oracle.lines.iter().map(|line| (line.requirement, line.person, line.status));
            assert!(findings.eq(lines), "{application:#?}");
            profiles += 1;
        }
    }
    profiles
}

#[test]
fn every_company_of_whole_people_is_judged_by_who_acts_and_worst_finding() {
    law(
        "any number of whole people: every set of who acts for whom, with every worst finding, with who is exempt",
        || law::EDITIONS.iter().map(every_company).sum(),
    );
}

/// Adding a whole person who counts the same leaves everything as it was, but that person's own findings.
#[test]
fn one_more_of_the_same_changes_nothing_else() {
    law("one more person who counts the same changes nothing but that person's own findings", || {
        let everybody = Everybody::of(law::EDITIONS.last().expect("an edition"));
        SERVICES.iter().map(|service| one_more(&everybody, *service)).sum()
    });
}

fn one_more(everybody: &Everybody, service: Answer) -> u64 {
    let whole = whole_people(everybody, service);
    let mut profiles = 0;
    let given = |surrounding: &Application| surrounding.answers.get(Fact::Service) == Some(service);
    for surrounding in surroundings(everybody.edition, &[Held::default()]).into_iter().filter(given) {
        for (person, (permanent, temporary)) in &everybody.shares {
            let share = if service == Answer::Permanent { permanent } else { temporary };
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
}

fn same_finding(one: &Finding, two: &Finding) -> bool {
    (one.requirement, one.person, one.status, one.basis, one.accepts, one.sources)
        == (two.requirement, two.person, two.status, two.basis, two.accepts, two.sources)
}

#[test]
fn what_is_said_of_someone_out_of_scope_counts_for_nothing() {
    law("whatever is said of someone out of scope, or exempt, counts for nothing", || {
        let everybody = Everybody::of(law::EDITIONS.last().expect("an edition"));
        let visitor = Answers::from_iter([Answer::Visitor]);
        let child = Answers::from_iter([Answer::Stateless, Answer::Under14]);
        idle_words(&everybody, visitor, |_| true)
            + idle_words(&everybody, child, |surrounding| surrounding.answers.given().contains(Answer::Temporary))
    });
}

/// Whatever else is said of a person of whom this is said counts for nothing.
fn idle_words(everybody: &Everybody, answers: Answers, is_wanted: impl Fn(&Application) -> bool) -> u64 {
    let plain = Person { answers, ..Person::default() };
    let says = |person: &Person| answers.given().is_within(person.answers.given());
    let of_people = every_answers(everybody.edition.from).filter(|one| one.answers == Answers::UNKNOWN);
    let people: Vec<Person> = of_people.map(|application| application.people[0]).filter(says).collect();
    let beside = [Person::default(), whole_people(everybody, Answer::Temporary)[&1]];
    let held = [Held::default(), undated(Form::Copy)];
    let mut profiles = 0;
    for surrounding in surroundings(everybody.edition, &held).into_iter().filter(is_wanted) {
        for other in beside {
            let report = |person| check(everybody.law(), &with_people(&surrounding, &[other, person]));
            let expected = report(plain);
            for person in &people {
                assert_eq!(report(*person), expected, "{person:#?} {surrounding:#?}");
                profiles += 1;
            }
        }
    }
    profiles
}
