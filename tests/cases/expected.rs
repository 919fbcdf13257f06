//! Writes each part of a report as a cell would say it.
//!
//! Knows reports, and no table: a cell is right when it reads like this.

use time::Date;
use tirkeu::{
    Candidate, Citation, Finding, Fix, Id, Question, Remedy, Report, Requirement, Set, Subject, from_id, write_date,
};

/// A report, and whether it speaks of several people, so that each must be named.
pub(crate) struct Written<'a> {
    pub(crate) report: &'a Report,
    pub(crate) several: bool,
}

impl Written<'_> {
    /// What a column should say; none if it says nothing of a report.
    pub(crate) fn column(&self, column: &str, requirement: Option<&str>) -> Option<String> {
        let report = self.report;
        Some(match column {
            "verdict" => report.verdict.id().to_owned(),
            "edition" => day(report.decided.map(|decided| decided.edition)),
            "sources_read" => day(report.decided.map(|decided| decided.sources_read)),
            "reviewed" => day(report.decided.and_then(|decided| decided.reviewed)),
            "stale" => yes_or_no(report.stale),
            "upcoming" => self.upcoming(),
            "procedures" => list(report.procedures.iter().map(|procedure| procedure.id().to_owned())),
            "counters" => list(report.counters.iter().map(|counter| counter.id().to_owned())),
            "elsewhere" => list(report.elsewhere.iter().map(|one| self.of(one.reason.id(), Some(one.person)))),
            "findings" => list(report.findings.iter().map(|finding| self.status(finding))),
            "unanswered" => list(report.unanswered.iter().map(|question| self.question(*question))),
            "fix" => joined(report.fix.iter().map(|fix| self.fix(fix)), "; "),
            "finding" => self.finding(requirement?).map_or_else(|| "no finding".to_owned(), outcome),
            "accepts" => self.finding(requirement?).map_or_else(String::new, accepts),
            _ => return None,
        })
    }

    /// What the finding on a requirement rests on; none if there is no finding.
    pub(crate) fn sources(&self, requirement: &str) -> Option<Set<Citation>> {
        self.finding(requirement).map(|finding| finding.sources)
    }

    /// The finding on `identity_document`, or on `identity_document of 2`.
    pub(crate) fn finding(&self, requirement: &str) -> Option<&Finding> {
        let (id, person) = requirement.split_once(" of ").unwrap_or((requirement, "1"));
        let id: Requirement = from_id(id)?;
        let of_whom = |finding: &&Finding| finding.person.is_none_or(|index| person == (index + 1).to_string());
        self.report.findings.iter().filter(|finding| finding.requirement == id).find(of_whom)
    }

    fn of(&self, what: &str, person: Option<usize>) -> String {
        match person {
            Some(index) if self.several => format!("{what} of {}", index + 1),
            _ => what.to_owned(),
        }
    }

    fn status(&self, finding: &Finding) -> String {
        format!("{} {}", self.of(finding.requirement.id(), finding.person), finding.status.id())
    }

    fn question(&self, question: Question) -> String {
        match question.subject {
            Subject::Fact(fact) => self.of(fact.id(), question.person),
            Subject::Document(document) => self.of(document.id(), question.person),
        }
    }

    fn fix(&self, fix: &Fix) -> String {
        let what = self.of(fix.requirement.id(), fix.person);
        match &fix.remedy {
            Remedy::Bring(forms) => format!("{what}: bring {}", ids(forms.iter())),
            Remedy::OwnerPresent(answers) => format!("{what}: owner_present {}", ids(answers.iter())),
            Remedy::ApplyAs(candidates) => format!("{what}: apply as {}", apply_as(candidates)),
        }
    }

    fn upcoming(&self) -> String {
        let upcoming = self.report.upcoming;
        upcoming.map_or_else(
            || "none".to_owned(),
            |coming| format!("{} {}", write_date(coming.edition), coming.verdict.id()),
        )
    }
}

fn outcome(finding: &Finding) -> String {
    match finding.basis {
        Some(basis) => format!("{}, {}", finding.status.id(), basis.id()),
        None => finding.status.id().to_owned(),
    }
}

fn accepts(finding: &Finding) -> String {
    finding.accepts.map_or_else(String::new, |forms| ids(forms.iter()))
}

/// Those who may apply, in their order; neighbours who need the same papers are named together.
fn apply_as(candidates: &[Candidate]) -> String {
    let alike = candidates.chunk_by(|one, other| one.needs == other.needs);
    list(alike.map(|alike| {
        let applicants = joined(alike.iter().map(|candidate| candidate.applicant.id().to_owned()), " or ");
        format!("{applicants} (needs {})", ids(alike[0].needs.iter().copied()))
    }))
}

/// A day, or none.
pub(crate) fn day(day: Option<Date>) -> String {
    day.map_or_else(|| "none".to_owned(), write_date)
}

fn yes_or_no(holds: bool) -> String {
    if holds { "yes" } else { "no" }.to_owned()
}

/// Members of a closed list, by their ids.
pub(crate) fn ids<T: Id>(members: impl Iterator<Item = T>) -> String {
    list(members.map(|member| member.id().to_owned()))
}

fn list(of: impl Iterator<Item = String>) -> String {
    joined(of, ", ")
}

fn joined(of: impl Iterator<Item = String>, between: &str) -> String {
    let all: Vec<String> = of.collect();
    if all.is_empty() { "none".to_owned() } else { all.join(between) }
}
