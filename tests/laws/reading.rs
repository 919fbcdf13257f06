//! What is read off an application and a report without deciding anything, and what is said of the forms of a paper.

use std::collections::BTreeSet;

use tirkeu::prove::profile::{asked_papers, set_document, whole_answers};
use tirkeu::{
    Answer, Application, Citation, Edition, Form, Forms, Id, Person, Report, Set, Status, check, check_with_forms,
    date, law,
};

use crate::situations::undated;
use crate::tally::law;

#[test]
fn what_is_said_of_a_form_is_what_the_paper_leads_to_in_it() {
    law("what is said of each form is what a paper held so leads to", || law::EDITIONS.iter().map(every_form).sum());
}

fn every_form(edition: &'static Edition) -> u64 {
    let law = std::slice::from_ref(edition);
    whole_answers(edition).map(|application| every_paper(law, application)).sum()
}

fn every_paper(law: &[Edition], mut application: Application) -> u64 {
    let (report, forms) = check_with_forms(law, &application);
    let said =
        report.findings.iter().zip(&forms).map(|(finding, forms)| (finding.requirement, *forms)).collect::<Vec<_>>();
    assert_eq!(said.len(), report.findings.len());
    let papers = asked_papers(law, &application);
    for paper in &papers {
        let told = |requirement: tirkeu::Requirement| requirement.document() == Some(*paper);
        let Some((_, Some(forms))) = said.iter().find(|(requirement, _)| told(*requirement)) else {
            panic!("nothing is said of {paper:?}: {application:#?}")
        };
        for form in Form::ALL {
            set_document(&mut application, *paper, undated(*form));
            let report = check(law, &application);
            let status = report.findings.iter().find(|finding| told(finding.requirement)).map(|finding| finding.status);
            assert_eq!(status.map(|status| told_of(*forms, *form, status)), Some(true), "{form:?} {application:#?}");
        }
    }
    let without_paper = said.iter().filter(|(requirement, _)| requirement.document().is_none());
    without_paper.for_each(|(_, forms)| assert_eq!(*forms, None));
    papers.len() as u64
}

/// Whether exactly the list that the status belongs to has the form.
fn told_of(forms: Forms, form: Form, status: Status) -> bool {
    let lists = [forms.satisfy, forms.ask, forms.fail].map(|list| list.contains(form));
    lists == [status == Status::Satisfied, status == Status::Ask, status.fails()]
}

#[test]
fn each_part_is_read_where_it_stands() {
    let [mut one, mut other] = [Application::on(law::EDITIONS[0].from), Application::on(law::EDITIONS[0].from)];
    for (application, form) in [(&mut one, Form::Original), (&mut other, Form::Copy)] {
        application.people.push(Person::default());
        for document in tirkeu::Document::ALL {
            set_document(application, *document, undated(form));
        }
    }
    one.people.extend(other.people.clone());
    for (person, expected) in
        [(None, one.documents), (Some(0), one.people[0].documents), (Some(1), other.people[0].documents)]
    {
        assert_eq!(one.documents_of(person), expected);
    }
    assert_eq!(one.documents_of(Some(2)), tirkeu::Documents::default());
    assert!(one.documents != one.people[0].documents && one.people[0] != one.people[1]);
}

#[test]
fn a_report_names_each_person_by_their_place() {
    let mut application = Application::on(date(2026, 12, 1));
    application.people.extend([Person::default(); 4]);
    let report = serde_json::to_value(check(law::EDITIONS, &application)).expect("a report can be written");
    let asked = report["unanswered"].as_array().expect("a list").iter();
    let people: BTreeSet<u64> = asked.filter_map(|question| question["person"].as_u64()).collect();
    assert_eq!(people, BTreeSet::from([0, 1, 2, 3]));
}

#[test]
fn findings_and_sources_are_all_of_the_report_and_no_others() {
    let mut statuses = Set::<Status>::EMPTY;
    let permanent = |one: &Application| one.answers.get(tirkeu::Fact::Service) == Some(Answer::Permanent);
    for application in whole_answers(law::EDITIONS.last().expect("an edition")).filter(permanent) {
        let report = check(law::EDITIONS, &application);
        statuses = report.findings.iter().fold(statuses, |seen, finding| seen.with(finding.status));
        assert_read(&report);
    }
    assert!(statuses.iter().count() > 2, "{statuses:?}");
}

fn assert_read(report: &Report) {
    for citation in Citation::ALL {
        let is_cited = report.findings.iter().any(|finding| finding.sources.contains(*citation));
        assert_eq!(report.sources().contains(*citation), is_cited, "{}", citation.id());
    }
    for status in Status::ALL {
        let count = report.findings.iter().filter(|finding| finding.status == *status).count();
        assert_eq!(report.findings_that(*status).filter(|finding| finding.status == *status).count(), count);
        assert_eq!(report.findings_that(*status).count(), count);
    }
}
