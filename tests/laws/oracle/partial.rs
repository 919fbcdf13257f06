//! An application in which things are unknown: every way of filling them in is judged, and the results are compared.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;
use tirkeu::{
    Answer, Application, Basis, Citation, Decided, Document, Elsewhere, Fact, Finding, Fix, Form, Held, Id, Person,
    Procedure, Question, Remedy, Report, Requirement, Set, Status, Subject, Upcoming, Verdict, date,
};

use super::whole::{self, Whole, judge};

const SOURCES_READ: Date = date(2026, 11, 22);

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

/// How many ways there are to fill in what is unknown.
pub(crate) fn completions(application: &Application) -> usize {
    slots(&named(application)).iter().map(|slot| choices(*slot)).product()
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
        procedures: all.procedures().into_iter().collect(),
        elsewhere: all.elsewhere(),
        findings: all.seen.keys().map(|key| all.finding(*key)).collect(),
        unanswered: all.unanswered(),
        fix: all.seen.keys().filter(|key| all.fails_for_sure(**key)).filter_map(|key| all.fix(*key)).collect(),
    }
}

type Key = (Option<usize>, Requirement);

/// Everything that was seen of one finding.
#[derive(Default)]
struct Seen {
    times: usize,
    statuses: BTreeSet<Status>,
    bases: BTreeSet<Basis>,
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
        }
        Self { edition, application, slots, results, seen }
    }

    fn verdict(&self) -> Verdict {
        let verdicts: BTreeSet<Verdict> = self.results.iter().map(|result| result.verdict).collect();
        only(&verdicts).unwrap_or(Verdict::Undecided)
    }

    fn procedures(&self) -> Vec<Procedure> {
        let everywhere =
            |procedure: &Procedure| self.results.iter().all(|result| result.procedures.contains(procedure));
        Procedure::ALL.iter().copied().filter(everywhere).collect()
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
        let basis = (status != Status::Unanswered).then(|| only(&self.seen[&key].bases).expect("one basis"));
        let accepts = requirement.document().filter(|_| is_failure(status)).map(|paper| self.accepted(key, paper));
        Finding { requirement, person, status, basis, accepts, sources: self.sources(key) }
    }

    fn sources(&self, (person, requirement): Key) -> Set<Citation> {
        let applicant = person.and_then(|index| self.application.people[index].answers.get(Fact::Applicant));
        let mut sources = whole::sources(requirement, self.edition, applicant);
        let similar = |procedure: &Procedure| *procedure != Procedure::Permanent;
        let is_similar = match person {
            None => self.procedures().iter().any(similar),
            Some(index) => self.own_procedure(index).as_ref().is_some_and(similar),
        };
        if is_similar && sources.iter().any(|source| source.id().starts_with("S1.")) {
            sources.push(Citation::S1h);
        }
        sources.into_iter().collect()
    }

    fn own_procedure(&self, person: usize) -> Option<Procedure> {
        let mut procedures = BTreeSet::new();
        fill(&self.application, &self.slots, &mut |whole| {
            procedures.insert(whole::procedure(&whole.people[person], whole));
        });
        only(&procedures).flatten()
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

    fn fix(&self, key: Key) -> Option<Fix> {
        let (person, requirement) = key;
        let remedy = match (requirement.document(), person) {
            (Some(paper), _) => Remedy::Bring(self.accepted(key, paper)),
            (None, Some(index)) => self.apply_as(key, index),
            (None, None) => return None,
        };
        Some(Fix { requirement, person, remedy })
    }

    fn apply_as(&self, key: Key, person: usize) -> Remedy {
        let mut ways = Vec::new();
        for applicant in Fact::Applicant.answers().iter() {
            let mut application = self.application.clone();
            application.people[person].answers = application.people[person].answers.with(applicant);
            let then = Self::of(self.edition, &application);
            if then.is_in_every_with(key, |status| status == Status::Satisfied) {
                ways.push((applicant, self.needs(&then, person)));
            }
        }
        ways.sort_by_key(|(_, needs)| needs.len());
        let needs = ways.first().map(|(_, needs)| needs.clone()).unwrap_or_default();
        Remedy::ApplyAs { applicants: ways.into_iter().map(|(applicant, _)| applicant).collect(), needs }
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

fn is_failure(status: Status) -> bool {
    matches!(status, Status::Missing | Status::FormNotAccepted | Status::Expired | Status::NotEntitled)
}

fn is_same(one: &Whole, other: &Whole) -> bool {
    let lines =
        |whole: &Whole| whole.lines.iter().map(|line| (line.requirement, line.person, line.status)).collect::<Vec<_>>();
    one.verdict == other.verdict
        && one.elsewhere == other.elsewhere
        && one.procedures == other.procedures
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
