//! The report: what the evaluation found, what is still open, what mends it, what a coming edition changes.
//!
//! Knows neither JSON nor language nor clock, and cannot fail.

use crate::decide::completion::known;
use crate::decide::evaluate::Evaluation;
use crate::decide::fix::fix;
use crate::decide::possible::Possible;
use crate::decide::report::{Decided, Elsewhere, Finding, Forms, Procedure, Question, Report, Subject, Upcoming};
use crate::facts::application::{Application, Person};
use crate::facts::condition::Known;
use crate::facts::day::days_between;
use crate::facts::fact::{Answer, Answers, Fact};
use crate::facts::id::Set;
use crate::law::STALE_AFTER_DAYS;
use crate::law::asked::OUT_OF_SCOPE;
use crate::law::requirement::{Citation, Edition, S1, in_force};

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
        stale: days_between(edition.sources_read, application.visit_date) > STALE_AFTER_DAYS,
        upcoming: upcoming(law, evaluation, application),
        procedures: procedures(application),
        elsewhere: elsewhere(application),
        findings: findings(application, evaluation),
        unanswered: unanswered(application, evaluation),
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

fn elsewhere(application: &Application) -> Vec<Elsewhere> {
    let mut elsewhere = Vec::new();
    for (person, of) in application.people().iter().enumerate() {
        let status = of.answers.get(Fact::Status).filter(|status| OUT_OF_SCOPE.contains(*status));
        elsewhere.extend(status.map(|status| Elsewhere { person, status }));
    }
    elsewhere
}

/// What is certainly applied for on behalf of this person.
fn procedure(application: &Application, person: &Person) -> Option<Procedure> {
    match (person.answers.get(Fact::Status)?, application.answers.get(Fact::Service)) {
        (Answer::Refugee, _) => Some(Procedure::Refugee),
        (Answer::Foreigner | Answer::Stateless, Some(Answer::Permanent)) => Some(Procedure::Permanent),
        (Answer::Foreigner | Answer::Stateless, Some(Answer::Temporary)) => Some(Procedure::Temporary),
        _ => None,
    }
}

fn procedures(application: &Application) -> Set<Procedure> {
    application.people().iter().filter_map(|person| procedure(application, person)).collect()
}

/// The procedures that rest on S1.h.
const SIMILAR: Set<Procedure> = Procedure::set(&[Procedure::Temporary, Procedure::Refugee]);

fn findings(application: &Application, evaluation: &Evaluation) -> Vec<Finding> {
    let of_application = procedures(application);
    let mut findings = Vec::new();
    for possible in evaluation.possible() {
        let person = possible.person.and_then(|person| application.people().get(person));
        let procedures = person.map_or(of_application, |person| procedure(application, person).into_iter().collect());
        findings.push(finding(possible, procedures.meets(SIMILAR)));
    }
    findings
}

fn finding(possible: &Possible, is_similar: bool) -> Finding {
    let (status, sources) = (possible.status(), possible.sources());
    let adds_h = is_similar && sources.meets(S1);
    Finding {
        requirement: possible.rule.requirement,
        person: possible.person,
        status,
        basis: possible.basis(),
        accepts: (status.fails() && possible.is_paper()).then(|| possible.accepts()),
        sources: if adds_h { sources.with(Citation::S1h) } else { sources },
    }
}

/// The open questions that matter. A question that is asked matters, whatever else is answered: a law of the tables, proven.
fn unanswered(application: &Application, evaluation: &Evaluation) -> Vec<Question> {
    let mut unanswered = Vec::new();
    for_each_asked(application, &mut |question, given| unanswered.extend(given.is_none().then_some(question)));
    for possible in evaluation.possible().filter(|possible| possible.form_matters()) {
        let document = possible.rule.requirement.document();
        unanswered.extend(
            document.map(|document| Question { subject: Subject::Document(document), person: possible.person }),
        );
    }
    unanswered
}

/// The questions about facts that are asked, answered or not, in asking order.
pub(crate) fn asked_facts(application: &Application) -> Vec<Question> {
    let mut asked = Vec::new();
    for_each_asked(application, &mut |question, _| asked.push(question));
    asked
}

/// Calls `visit` with every question that is asked, and with the answer to it, if it was given.
fn for_each_asked(application: &Application, visit: &mut dyn FnMut(Question, Option<Answer>)) {
    let mut add = |known: Known, answers: Answers, facts: &[Fact], person: Option<usize>| {
        for fact in facts.iter().filter(|fact| fact.asked_when().truth(known).may_hold()) {
            visit(Question { subject: Subject::Fact(*fact), person }, answers.get(*fact));
        }
    };
    for (index, person) in application.people().iter().enumerate() {
        add(Known::of(person.answers, Fact::PERSON), person.answers, Fact::PERSON, Some(index));
    }
    add(known(application), application.answers, Fact::APPLICATION, None);
}
