//! What mends every finding that fails for sure, and nothing more (rules.md, section 5).
//!
//! Knows the evaluation's results; decides no status of its own.

use std::cell::OnceCell;

use crate::decide::completion::known;
use crate::decide::evaluate::{Evaluation, evaluate_person};
use crate::decide::possible::Possible;
use crate::decide::report::{Fix, Remedy};
use crate::facts::application::{Application, Person};
use crate::facts::condition::Known;
use crate::facts::document::Document;
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::{Id, Set};
use crate::law::requirement::{Edition, Requirement, Status};

/// The remedies, in the order of the findings.
pub(crate) fn fix(edition: &Edition, application: &Application, evaluation: &Evaluation) -> Vec<Fix> {
    let change = ChangeOfApplicant { edition, application, evaluation, known: OnceCell::new() };
    let mut remedies = Vec::new();
    for possible in evaluation.possible().filter(|possible| possible.fails_for_sure()) {
        let (requirement, person) = (possible.rule.requirement, possible.person);
        let remedy = if possible.is_paper() { Remedy::Bring(possible.accepts()) } else { change.remedy(person) };
        remedies.push(Fix { requirement, person, remedy });
    }
    remedies
}

/// Somebody else applies for a person: who may, and what they need.
struct ChangeOfApplicant<'a> {
    edition: &'a Edition,
    application: &'a Application,
    evaluation: &'a Evaluation,
    /// What is known of the application, once somebody wants to know it.
    known: OnceCell<Known>,
}

impl ChangeOfApplicant<'_> {
    fn remedy(&self, person: Option<usize>) -> Remedy {
        let mut by_count = [Set::EMPTY; Document::ALL.len() + 1];
        let mut fewest: Option<Vec<Document>> = None;
        for applicant in Fact::Applicant.answers().iter() {
            let Some(needs) = self.needs(person.unwrap_or_default(), applicant) else { continue };
            if let Some(alike) = by_count.get_mut(needs.len()) {
                *alike = alike.with(applicant);
            }
            if fewest.as_ref().is_none_or(|fewer| needs.len() < fewer.len()) {
                fewest = Some(needs);
            }
        }
        let mut applicants = Vec::new();
        for alike in by_count {
            applicants.extend(alike.iter());
        }
        Remedy::ApplyAs { applicants, needs: fewest.unwrap_or_default() }
    }

    /// The papers that this applicant needs for this person; none if the applicant would not satisfy in every completion.
    fn needs(&self, index: usize, applicant: Answer) -> Option<Vec<Document>> {
        let person = self.application.people().get(index)?;
        let changed = Person { answers: person.answers.with(applicant), documents: person.documents };
        let mut after = Vec::new();
        evaluate_person(&mut after, self.edition, index, &changed, self.application.visit_date);
        let right = after.iter().find(|possible| possible.rule.requirement == Requirement::RightToApply)?;
        if right.status() != Status::Satisfied {
            return None;
        }
        let mut needs = Vec::new();
        for now in self.evaluation.all_of(None) {
            needs.extend(newly_needed(now, &self.after(now, applicant)));
        }
        for (now, after) in self.evaluation.all_of(Some(index)).zip(&after) {
            needs.extend(newly_needed(now, after));
        }
        Some(needs)
    }

    /// What becomes of a requirement of the application when this applicant occurs in it.
    fn after(&self, now: &Possible, applicant: Answer) -> Possible {
        now.afresh()
            .add_known(self.known.get_or_init(|| known(self.application)).and(Known::whole(Set::EMPTY.with(applicant))))
    }
}

/// The paper, if it becomes required and is not held well enough already.
fn newly_needed(now: &Possible, after: &Possible) -> Option<Document> {
    let is_needed = after.is_required() && !now.is_required() && !after.is_fine();
    if is_needed { now.rule.requirement.document() } else { None }
}
