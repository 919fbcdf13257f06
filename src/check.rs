//! The report: what the evaluation found, what is still open, what mends it, what a coming edition changes.
//!
//! Knows neither JSON nor language nor clock, and cannot fail.

use crate::application::{Application, Person};
use crate::asked::OUT_OF_SCOPE;
use crate::condition::Known;
use crate::day::days_between;
use crate::evaluate::Evaluation;
use crate::fact::{Answer, Answers, Fact};
use crate::fix::fix;
use crate::id::Set;
use crate::law::STALE_AFTER_DAYS;
use crate::possible::Possible;
use crate::report::{Decided, Elsewhere, Finding, Forms, Procedure, Question, Report, Subject, Upcoming};
use crate::requirement::{Citation, Edition, S1, in_force};

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
    let evaluation = Evaluation::of(edition, application);
    Report {
        verdict: evaluation.verdict,
        decided: Some(Decided {
            edition: edition.from,
            sources_read: edition.sources_read,
            reviewed: edition.reviewed,
        }),
        stale: days_between(edition.sources_read, application.visit_date) > STALE_AFTER_DAYS,
        upcoming: upcoming(law, &evaluation, application),
        procedures: procedures(application),
        elsewhere: elsewhere(application),
        findings: findings(application, &evaluation),
        unanswered: unanswered(application, &evaluation),
        fix: fix(edition, application, &evaluation),
    }
}

/// What each form of the document leads to, for each finding of the report on this application; none where no document decides.
#[must_use]
pub fn forms(law: &[Edition], application: &Application) -> Vec<Option<Forms>> {
    let evaluation = in_force(law, application.visit_date).map(|edition| Evaluation::of(edition, application));
    let forms = |evaluation: &Evaluation| evaluation.possible().map(|(_, possible)| possible.forms()).collect();
    evaluation.as_ref().map(forms).unwrap_or_default()
}

fn upcoming(law: &[Edition], now: &Evaluation, application: &Application) -> Option<Upcoming> {
    let coming = law.iter().filter(|edition| edition.from > application.visit_date);
    coming.map(|edition| (edition, Evaluation::of(edition, application))).find_map(|(edition, then)| {
        let changes = then.verdict != now.verdict || !then.statuses().eq(now.statuses());
        changes.then_some(Upcoming { edition: edition.from, verdict: then.verdict })
    })
}

fn elsewhere(application: &Application) -> Vec<Elsewhere> {
    let statuses = application.people().iter().map(|person| person.answers.get(Fact::Status)).enumerate();
    let elsewhere = statuses.filter_map(|(person, status)| Some(Elsewhere { person, status: status? }));
    elsewhere.filter(|elsewhere| OUT_OF_SCOPE.contains(elsewhere.status)).collect()
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
    let of_person = |person: usize| application.people().get(person).and_then(|person| procedure(application, person));
    let finding = |(person, possible): (Option<usize>, &Possible)| {
        let procedures = person.map_or(of_application, |person| of_person(person).into_iter().collect());
        finding(person, possible, procedures.meets(SIMILAR))
    };
    evaluation.possible().map(finding).collect()
}

fn finding(person: Option<usize>, possible: &Possible, is_similar: bool) -> Finding {
    let (status, sources) = (possible.status(), possible.sources());
    let adds_h = is_similar && sources.meets(S1);
    Finding {
        requirement: possible.rule.requirement,
        person,
        status,
        basis: possible.basis(),
        accepts: (status.fails() && possible.is_paper()).then(|| possible.accepts()),
        sources: if adds_h { sources.with(Citation::S1h) } else { sources },
    }
}

/// The open questions that matter. A question that is asked matters, whatever else is answered: a law of the tables, proven.
fn unanswered(application: &Application, evaluation: &Evaluation) -> Vec<Question> {
    let people = application.people().iter().enumerate();
    let facts = people.flat_map(|(index, person)| {
        let known = Known::of(person.answers, Fact::PERSON);
        open_facts(person.answers, known, Fact::PERSON, Some(index))
    });
    let of_application = open_facts(application.answers, application.known(), Fact::APPLICATION, None);
    let documents = evaluation.possible().filter(|(_, possible)| possible.form_matters());
    let documents = documents.filter_map(|(person, possible)| {
        Some(Question { subject: Subject::Document(possible.rule.requirement.document()?), person })
    });
    facts.chain(of_application).chain(documents).collect()
}

fn open_facts(
    answers: Answers,
    known: Known,
    facts: &'static [Fact],
    person: Option<usize>,
) -> impl Iterator<Item = Question> {
    let open = facts.iter().copied().filter(move |fact| answers.get(*fact).is_none());
    let asked = open.filter(move |fact| fact.asked_when().truth(known).may_hold());
    asked.map(move |fact| Question { subject: Subject::Fact(fact), person })
}
