//! Finds what the law can lead to and no row shows: each row of the law, in each edition, in each way of holding its document.
//!
//! Knows the law as tables; a row of a case counts when it says what the finding on one requirement is.

use std::collections::BTreeSet;

use tirkeu::{
    Application, Edition, Effect, Fact, Finding, Form, Held, Id, Known, Requirement, Status, check, in_force, law,
    write_date,
};

use crate::expected::Written;
use crate::judge;
use crate::table::Row;

/// Everything that no row shows, in words.
pub(crate) fn lacking(rows: &[Row]) -> Vec<String> {
    let shown: BTreeSet<String> = rows.iter().flat_map(shown).collect();
    possible().difference(&shown).map(|outcome| format!("no row shows {outcome}")).collect()
}

fn name(edition: &Edition, requirement: Requirement, row: usize, how: &str, status: Status) -> String {
    let (edition, requirement, status) = (write_date(edition.from), requirement.id(), status.id());
    format!("edition {edition}, {requirement}, row {}, {how}: {status}", row + 1)
}

fn not_answered(edition: &Edition, requirement: Requirement) -> String {
    format!("edition {}, {}, {}", write_date(edition.from), requirement.id(), Status::Unanswered.id())
}

/// Everything that the editions can lead to.
fn possible() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for edition in law::EDITIONS {
        for rule in edition.rules {
            all.insert(not_answered(edition, rule.requirement));
            for (index, row) in rule.rows.iter().enumerate() {
                let outcomes = outcomes(rule.requirement, row.effect).into_iter();
                all.extend(outcomes.map(|(how, status)| name(edition, rule.requirement, index, how, status)));
            }
        }
    }
    all
}

/// Each way in which a row can come out, and the status.
fn outcomes(requirement: Requirement, effect: Effect) -> Vec<(&'static str, Status)> {
    let Some(document) = requirement.document() else {
        return vec![("answered", effect.outcome(Form::NotHeld, false).status())];
    };
    let forms = Form::ALL.iter().map(|form| (form.id(), effect.outcome(*form, false).status()));
    let expired = ("expired", effect.outcome(Form::Original, true).status());
    forms.chain(document.has_valid_until().then_some(expired)).collect()
}

/// What a row of a case shows.
fn shown(row: &Row) -> Vec<String> {
    let (Some(requirement), Some(_)) = (row.get("requirement"), row.get("finding")) else { return Vec::new() };
    let applications = judge::applications(row).unwrap_or_default();
    applications.iter().filter_map(|application| shown_by(application, requirement)).collect()
}

fn shown_by(application: &Application, requirement: &str) -> Option<String> {
    let edition = in_force(law::EDITIONS, application.visit_date)?;
    let report = check(law::EDITIONS, application);
    let finding = Written { report: &report, several: true }.finding(requirement).cloned()?;
    if finding.status == Status::Unanswered {
        return Some(not_answered(edition, finding.requirement));
    }
    let how = how(application, &finding)?;
    Some(name(edition, finding.requirement, row_that_applies(edition, application, &finding)?, how, finding.status))
}

/// How the document is held, as far as it decides.
fn how(application: &Application, finding: &Finding) -> Option<&'static str> {
    let Some(document) = finding.requirement.document() else { return Some("answered") };
    let documents = match finding.person {
        Some(index) => application.people().get(index)?.documents,
        None => application.documents,
    };
    let held: Held = documents.get(document);
    match held.form? {
        Form::Original | Form::Electronic if held.expired_on(application.visit_date) => Some("expired"),
        form => Some(form.id()),
    }
}

fn row_that_applies(edition: &Edition, application: &Application, finding: &Finding) -> Option<usize> {
    let known: Known = match finding.person {
        Some(index) => known_of_person(edition, application, index)?,
        None => tirkeu::prove::known(edition, application),
    };
    let rule = edition.rules.iter().find(|rule| rule.requirement == finding.requirement)?;
    let row = rule.rows.iter().position(|row| row.when.truth(known).may_hold())?;
    rule.rows[row].when.truth(known).holds().then_some(row)
}

/// What is known of a person, and of the service that is applied for.
fn known_of_person(edition: &Edition, application: &Application, index: usize) -> Option<Known> {
    let person = Known::of(application.people().get(index)?.answers, Fact::PERSON);
    let service = Known::of(application.answers, &[Fact::Service]);
    Some(tirkeu::prove::known_asked(edition, person.and(service)).and(service))
}
