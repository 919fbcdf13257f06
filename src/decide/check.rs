//! The report: what the evaluation found, what is still open, what mends it, what a coming edition changes.
//!
//! Knows neither JSON nor language nor clock, and cannot fail.

use crate::decide::completion::{is_asked, known_of};
use crate::decide::evaluate::Evaluation;
use crate::decide::fix::fix;
use crate::decide::possible::Possible;
use crate::decide::report::{
    Counter, Decided, Elsewhere, Finding, Forms, Procedure, Question, Reason, Report, Subject, Upcoming,
};
use crate::decide::situation::is_stale;
use crate::facts::application::{Application, Person};
use crate::facts::condition::Known;
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::{Id, Set, from_id};
use crate::facts::truth::Truth;
use crate::law::edition::{Edition, in_force};

/// The report on an application under the law.
///
/// ```
/// use tirkeu::{Answer, Application, Verdict, check, date, law};
/// let mut application = Application::on(date(2026, 12, 1));
/// assert_eq!(check(law::EDITIONS, &application).verdict, Verdict::Undecided);
/// application.people.push(Default::default());
/// application.people[0].answers = [Answer::Visitor].into_iter().collect();
/// assert_eq!(check(law::EDITIONS, &application).verdict, Verdict::NotThisService);
/// ```
#[must_use]
pub fn check(law: &[Edition], application: &Application) -> Report {
    let Some(edition) = in_force(law, application.visit_date) else { return Report::not_covered() };
    report(law, edition, application, &Evaluation::of(edition, application))
}

/// The report, and for each of its findings what each form of the document leads to; none where no document decides.
#[must_use]
pub fn check_with_forms(law: &[Edition], application: &Application) -> (Report, Vec<Option<Forms>>) {
    let Some(edition) = in_force(law, application.visit_date) else { return (Report::not_covered(), Vec::new()) };
    let evaluation = Evaluation::of(edition, application);
    let forms = evaluation.possible().map(Possible::forms).collect();
    (report(law, edition, application, &evaluation), forms)
}

fn report(law: &[Edition], edition: &Edition, application: &Application, evaluation: &Evaluation) -> Report {
    Report {
        verdict: evaluation.verdict,
        decided: Some(Decided {
            edition: edition.from,
            sources_read: edition.sources_read,
            reviewed: edition.reviewed,
        }),
        stale: is_stale(edition, application.visit_date),
        upcoming: upcoming(law, evaluation, application),
        procedures: procedures(edition, application),
        counters: counters(edition, application),
        elsewhere: elsewhere(edition, application),
        findings: findings(evaluation),
        unanswered: unanswered(edition, application, evaluation),
        fix: fix(edition, application, evaluation),
    }
}

fn upcoming(law: &[Edition], now: &Evaluation, application: &Application) -> Option<Upcoming> {
    for edition in law.iter().filter(|edition| edition.from > application.visit_date) {
        let then = Evaluation::of(edition, application);
        if then.verdict != now.verdict || !then.statuses().eq(now.statuses()) {
            return Some(Upcoming { edition: edition.from, verdict: then.verdict });
        }
    }
    None
}

fn elsewhere(edition: &Edition, application: &Application) -> Vec<Elsewhere> {
    let mut elsewhere = Vec::new();
    for (person, of) in application.people().iter().enumerate() {
        elsewhere.extend(reason(edition, application, of).map(|reason| Elsewhere { person, reason }));
    }
    elsewhere
}

/// Why this person is certainly not in scope.
fn reason(edition: &Edition, application: &Application, person: &Person) -> Option<Reason> {
    let status = person.answers.get(Fact::Status)?;
    if !edition.scope.statuses.contains(status) {
        return from_id(status.id());
    }
    let is_exempt = edition.in_scope(known_of(application, person)) == Truth::False;
    is_exempt.then_some(Reason::Under14Temporary)
}

/// The people who are certainly in scope, each by their status.
fn in_scope<'a>(edition: &'a Edition, application: &'a Application) -> impl Iterator<Item = Answer> + 'a {
    let people = application.people().iter();
    let certain = people.filter(|person| edition.in_scope(known_of(application, person)).holds());
    certain.filter_map(|person| person.answers.get(Fact::Status))
}

/// What is certainly applied for.
fn procedures(edition: &Edition, application: &Application) -> Set<Procedure> {
    let service = application.answers.get(Fact::Service);
    let certain = |status| match counter(status) {
        Counter::Police => Some(Procedure::Accounting),
        Counter::StateCorporation => service.map(|service| procedure(status, service)),
    };
    in_scope(edition, application).filter_map(certain).collect()
}

/// What this person may be applying for, as far as it is known; nothing of somebody who is certainly not in scope.
pub(crate) fn possible_procedures(edition: &Edition, application: &Application, person: &Person) -> Set<Procedure> {
    let mut possible = Set::EMPTY;
    for status in person.answers.possible(Fact::Status).intersection(edition.scope.statuses).iter() {
        for service in application.answers.possible(Fact::Service).iter() {
            let known =
                Known::of(person.answers.with(status), Fact::PERSON).and(Known::whole(Set::EMPTY.with(service)));
            if edition.in_scope(known).may_hold() {
                possible = possible.with(procedure(status, service));
            }
        }
    }
    possible
}

/// What somebody of this status applies for who asks for this service.
fn procedure(status: Answer, service: Answer) -> Procedure {
    match (counter(status), service) {
        (Counter::Police, _) => Procedure::Accounting,
        (Counter::StateCorporation, Answer::Temporary) => Procedure::Temporary,
        (Counter::StateCorporation, _) => Procedure::Permanent,
    }
}

fn counters(edition: &Edition, application: &Application) -> Set<Counter> {
    in_scope(edition, application).map(counter).collect()
}

/// Where somebody of this status goes.
fn counter(status: Answer) -> Counter {
    match status {
        Answer::Refugee | Answer::AsylumSeeker => Counter::Police,
        _ => Counter::StateCorporation,
    }
}

fn findings(evaluation: &Evaluation) -> Vec<Finding> {
    let mut findings = Vec::with_capacity(evaluation.all.len());
    findings.extend(evaluation.possible().map(finding));
    findings
}

fn finding(possible: &Possible) -> Finding {
    let status = possible.status();
    Finding {
        requirement: possible.rule.requirement,
        person: possible.person,
        status,
        basis: possible.basis(),
        accepts: (status.fails() && possible.is_paper()).then(|| possible.accepts()),
        sources: possible.sources(),
    }
}

/// The open questions that matter. A question that is asked matters, whatever else is answered: a law of the tables, proven.
fn unanswered(edition: &Edition, application: &Application, evaluation: &Evaluation) -> Vec<Question> {
    let mut unanswered = facts_asked(edition, application, true);
    for possible in evaluation.possible().filter(|possible| possible.form_matters()) {
        let document = possible.rule.requirement.document();
        unanswered.extend(
            document.map(|document| Question { subject: Subject::Document(document), person: possible.person }),
        );
    }
    unanswered
}

/// The questions about facts that are asked, answered or not, in asking order.
pub(crate) fn asked_facts(edition: &Edition, application: &Application) -> Vec<Question> {
    facts_asked(edition, application, false)
}

/// The same, of all facts or of those alone that are open. No function is handed over for it: whatever is called by its place in a table
/// keeps all functions of its type in the browser's module, those that format numbers among them, 680 bytes of brotli.
fn facts_asked(edition: &Edition, application: &Application, only_open: bool) -> Vec<Question> {
    let mut asked = Vec::new();
    let mut add = |facts: &[Fact], person: Option<usize>| {
        let answers = application.answers_of(person);
        let fit = facts.iter().filter(|fact| !only_open || answers.get(**fact).is_none());
        let may = fit.filter(|fact| is_asked(edition, application, **fact, person).may_hold());
        asked.extend(may.map(|fact| Question { subject: Subject::Fact(*fact), person }));
    };
    for index in 0..application.people().len() {
        add(Fact::PERSON, Some(index));
    }
    add(Fact::APPLICATION, None);
    asked
}
