//! An application in which things are unknown: every way of filling them in is judged, and the results are compared.
//!
//! Knows section 5 of the rules, of partial answers; what a whole application leads to it asks `whole`.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;
use tirkeu::{
    Answer, Application, Basis, Candidate, Citation, Counter, Decided, Document, Elsewhere, Fact, Finding, Fix, Form,
    Held, Id, Person, Procedure, Question, Remedy, Report, Requirement, Set, Status, Subject, Upcoming, Verdict, date,
};

use super::whole::{self, Whole, counter, is_failure, judge};

const SOURCES_READ: Date = date(2026, 11, 25);

/// The whole report, by the edition of the visit date.
pub(crate) fn report(application: &Application) -> Report {
    let visit = application.visit_date;
    let Some(edition) = whole::EDITIONS.into_iter().rfind(|edition| *edition <= visit) else {
        return Report::not_covered();
    };
    let now = under(edition, application);
    let coming = whole::EDITIONS.into_iter().filter(|edition| *edition > visit);
    let upcoming = coming.map(|edition| under(edition, application)).find(|then| differs(&now, then));
    let upcoming = upcoming.and_then(|then| Some((then.decided?.edition, then.verdict)));
    Report { upcoming: upcoming.map(|(edition, verdict)| Upcoming { edition, verdict }), ..now }
}

fn differs(one: &Report, other: &Report) -> bool {
    let statuses = |report: &Report| -> Vec<(Requirement, Option<usize>, Status)> {
        report.findings.iter().map(|finding| (finding.requirement, finding.person, finding.status)).collect()
    };
    one.verdict != other.verdict || statuses(one) != statuses(other)
}

/// How many ways there are to fill in what is unknown, as far as a number can hold it.
pub(crate) fn completions(application: &Application) -> usize {
    slots(&named(application)).iter().map(|slot| choices(*slot)).fold(1, usize::saturating_mul)
}

/// The report under the edition that began on this day, whatever the visit date; it looks at no other edition.
pub(crate) fn under(edition: Date, application: &Application) -> Report {
    let all = All::of(edition, application);
    let visit = application.visit_date;
    Report {
        verdict: all.verdict(),
        decided: Some(Decided { edition, sources_read: SOURCES_READ, reviewed: None }),
        stale: visit.to_julian_day() - SOURCES_READ.to_julian_day() > 180,
        upcoming: None,
        procedures: all.procedures(),
        counters: all.counters(),
        elsewhere: all.elsewhere(),
        findings: all.seen.keys().map(|key| all.finding(*key)).collect(),
        unanswered: all.unanswered(),
        fix: all.seen.keys().filter(|key| all.fails_for_sure(**key)).map(|key| all.fix(*key)).collect(),
    }
}

type Key = (Option<usize>, Requirement);

/// Everything that was seen of one finding.
#[derive(Default)]
struct Seen {
    times: usize,
    statuses: BTreeSet<Status>,
    bases: BTreeSet<Basis>,
    /// The citations that all of them have.
    sources: Option<Set<Citation>>,
}

/// Every completion of an application, judged.
struct All {
    edition: Date,
    application: Application,
    slots: Vec<Question>,
    results: Vec<Whole>,
    seen: BTreeMap<Key, Seen>,
}

impl All {
    fn of(edition: Date, application: &Application) -> Self {
        let application = named(application);
        let slots = slots(&application);
        let mut results = Vec::new();
        fill(&application, &slots, &mut |whole| results.push(judge(edition, whole)));
        let mut seen = BTreeMap::<Key, Seen>::new();
        for line in results.iter().flat_map(|result| &result.lines) {
            let seen = seen.entry((line.person, line.requirement)).or_default();
            seen.times += 1;
            seen.statuses.insert(line.status);
            seen.bases.insert(line.basis);
            seen.sources = Some(seen.sources.map_or(line.sources, |all| all.intersection(line.sources)));
        }
        Self { edition, application, slots, results, seen }
    }

    fn verdict(&self) -> Verdict {
        let verdicts: BTreeSet<Verdict> = self.results.iter().map(|result| result.verdict).collect();
        only(&verdicts).unwrap_or(Verdict::Undecided)
    }

    /// Whether of one person at least this is certain.
    fn of_someone(&self, is_so: impl Fn(Procedure) -> bool) -> bool {
        let people = 0..self.application.people.len();
        let certain = |index: usize| self.results.iter().all(|result| result.of_each[index].is_some_and(&is_so));
        people.into_iter().any(certain)
    }

    fn procedures(&self) -> Set<Procedure> {
        Procedure::ALL.iter().copied().filter(|wanted| self.of_someone(|procedure| procedure == *wanted)).collect()
    }

    fn counters(&self) -> Set<Counter> {
        Counter::ALL.iter().copied().filter(|to| self.of_someone(|procedure| counter(procedure) == *to)).collect()
    }

    fn elsewhere(&self) -> Vec<Elsewhere> {
        let everywhere = |who: &Elsewhere| self.results.iter().all(|result| result.elsewhere.contains(who));
        self.results
            .first()
            .map(|result| result.elsewhere.clone())
            .unwrap_or_default()
            .into_iter()
            .filter(everywhere)
            .collect()
    }

    fn is_in_every(&self, key: Key) -> bool {
        self.seen.get(&key).is_some_and(|seen| seen.times == self.results.len())
    }

    fn is_in_every_with(&self, key: Key, accepted: impl Fn(Status) -> bool) -> bool {
        self.is_in_every(key) && self.seen[&key].statuses.iter().copied().all(accepted)
    }

    fn status(&self, key: Key) -> Status {
        let certain = only(&self.seen[&key].statuses).filter(|_| self.is_in_every(key));
        certain.unwrap_or(Status::Unanswered)
    }

    fn finding(&self, key: Key) -> Finding {
        let (person, requirement) = key;
        let status = self.status(key);
        let weakest = self.seen[&key].bases.last().copied();
        let basis = weakest.filter(|_| status != Status::Unanswered);
        let accepts = requirement.document().filter(|_| is_failure(status)).map(|paper| self.accepted(key, paper));
        Finding { requirement, person, status, basis, accepts, sources: self.seen[&key].sources.unwrap_or_default() }
    }

    fn unanswered(&self) -> Vec<Question> {
        let mut stride = self.results.len();
        let mut open = Vec::new();
        for slot in &self.slots {
            stride /= choices(*slot);
            let span = stride * choices(*slot);
            let differs = |from: usize| {
                let first = from / span * span + from % stride;
                !is_same(&self.results[first], &self.results[from])
            };
            if (0..self.results.len()).any(differs) {
                open.push(*slot);
            }
        }
        open
    }

    fn fails_for_sure(&self, key: Key) -> bool {
        self.is_in_every_with(key, is_failure)
    }

    /// The forms that satisfy in every completion.
    fn accepted(&self, key: Key, paper: Document) -> Set<Form> {
        let satisfies = |form: &Form| {
            let mut application = self.application.clone();
            let held = Held { form: Some(*form), valid_until: None };
            match key.0 {
                None => application.documents = application.documents.with(paper, held),
                Some(person) => {
                    let person = &mut application.people[person];
                    person.documents = person.documents.with(paper, held);
                }
            }
            let then = Self::of(self.edition, &application);
            then.is_in_every_with(key, |status| status == Status::Satisfied)
        };
        Form::ALL.iter().copied().filter(satisfies).collect()
    }

    fn fix(&self, key: Key) -> Fix {
        let (person, requirement) = key;
        let remedy = match (requirement.document(), person) {
            (Some(paper), _) => Remedy::Bring(self.accepted(key, paper)),
            (None, Some(index)) => Remedy::ApplyAs(self.apply_as(key, index)),
            (None, None) => Remedy::OwnerPresent(self.who_may_come(key)),
        };
        Fix { requirement, person, remedy }
    }

    /// The answers to `owner_present` that would satisfy.
    fn who_may_come(&self, key: Key) -> Set<Answer> {
        let satisfies = |answer: &Answer| {
            let mut application = self.application.clone();
            application.answers = application.answers.with(*answer);
            let then = Self::of(self.edition, &application);
            then.is_in_every_with(key, |status| status == Status::Satisfied)
        };
        Fact::OwnerPresent.answers().iter().filter(satisfies).collect()
    }

    fn apply_as(&self, key: Key, person: usize) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for applicant in Fact::Applicant.answers().iter() {
            let mut application = self.application.clone();
            application.people[person].answers = application.people[person].answers.with(applicant);
            let then = Self::of(self.edition, &application);
            if then.is_in_every_with(key, |status| status == Status::Satisfied) {
                candidates.push(Candidate { applicant, needs: self.needs(&then, person) });
            }
        }
        candidates.sort_by_key(|candidate| candidate.needs.len());
        candidates
    }

    fn needs(&self, then: &Self, person: usize) -> Vec<Document> {
        let is_needed = |key: &Key| {
            let settled = |status: Status| matches!(status, Status::Satisfied | Status::Ask);
            then.is_in_every(*key) && !self.is_in_every(*key) && !then.is_in_every_with(*key, settled)
        };
        let of_both = then.seen.keys().copied().filter(|(of, _)| of.is_none() || *of == Some(person));
        of_both.filter(is_needed).filter_map(|(_, requirement)| requirement.document()).collect()
    }
}

/// Whether two completions lead to the same verdict, findings, people elsewhere, procedures and counters.
fn is_same(one: &Whole, other: &Whole) -> bool {
    let lines =
        |whole: &Whole| whole.lines.iter().map(|line| (line.requirement, line.person, line.status)).collect::<Vec<_>>();
    one.verdict == other.verdict
        && one.elsewhere == other.elsewhere
        && one.procedures() == other.procedures()
        && one.counters() == other.counters()
        && lines(one) == lines(other)
}

fn only<T: Copy + Ord>(set: &BTreeSet<T>) -> Option<T> {
    set.first().copied().filter(|_| set.len() == 1)
}

/// Nobody named is one person of whom nothing is known.
fn named(application: &Application) -> Application {
    let mut application = application.clone();
    if application.people.is_empty() {
        application.people.push(Person::default());
    }
    application
}

/// What is unknown, in asking order.
fn slots(application: &Application) -> Vec<Question> {
    let mut slots = Vec::new();
    for (index, person) in application.people.iter().enumerate() {
        let unknown = [Fact::Status, Fact::Age, Fact::Incapacitated, Fact::Applicant].into_iter();
        let unknown = unknown.filter(|fact| person.answers.get(*fact).is_none());
        slots.extend(unknown.map(|fact| Question { subject: Subject::Fact(fact), person: Some(index) }));
    }
    let unknown = [Fact::Service, Fact::Residence, Fact::OwnerPresent].into_iter();
    let unknown = unknown.filter(|fact| application.answers.get(*fact).is_none());
    slots.extend(unknown.map(|fact| Question { subject: Subject::Fact(fact), person: None }));
    let unknown = Document::APPLICATION.iter().filter(|paper| application.documents.get(**paper).form.is_none());
    slots.extend(unknown.map(|paper| Question { subject: Subject::Document(*paper), person: None }));
    for (index, person) in application.people.iter().enumerate() {
        let unknown = Document::PERSON.iter().filter(|paper| person.documents.get(**paper).form.is_none());
        slots.extend(unknown.map(|paper| Question { subject: Subject::Document(*paper), person: Some(index) }));
    }
    slots
}

fn choices(slot: Question) -> usize {
    match slot.subject {
        Subject::Fact(fact) => fact.answers().iter().count(),
        Subject::Document(_) => Form::ALL.len(),
    }
}

/// Calls `visit` with every way of filling the slots, the last of them fastest.
fn fill(application: &Application, slots: &[Question], visit: &mut dyn FnMut(&Application)) {
    let Some((slot, rest)) = slots.split_first() else { return visit(application) };
    for choice in 0..choices(*slot) {
        let mut filled = application.clone();
        match (slot.subject, slot.person) {
            (Subject::Fact(fact), person) => {
                let answer: Answer = fact.answers().iter().nth(choice).expect("a choice");
                let answers = match person {
                    None => &mut filled.answers,
                    Some(person) => &mut filled.people[person].answers,
                };
                *answers = answers.with(answer);
            }
            (Subject::Document(paper), person) => {
                let documents = match person {
                    None => &mut filled.documents,
                    Some(person) => &mut filled.people[person].documents,
                };
                let held = Held { form: Form::ALL.get(choice).copied(), ..documents.get(paper) };
                *documents = documents.with(paper, held);
            }
        }
        fill(&filled, rest, visit);
    }
}
