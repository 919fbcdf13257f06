//! What mends every finding that fails for sure, and nothing more (rules.md, section 5).
//!
//! Knows the evaluation's results; decides no status of its own.

use std::cell::OnceCell;

use crate::decide::completion::known;
use crate::decide::evaluate::{Evaluation, evaluate_person};
use crate::decide::possible::Possible;
use crate::decide::report::{Candidate, Fix, Remedy};
use crate::facts::application::{Application, Person};
use crate::facts::condition::Known;
use crate::facts::document::Document;
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::{Id, Set};
use crate::law::edition::Edition;
use crate::law::outcome::Status;
use crate::law::requirement::Requirement;

/// The remedies, in the order of the findings.
pub(crate) fn fix(edition: &Edition, application: &Application, evaluation: &Evaluation) -> Vec<Fix> {
    let change = ChangeOfApplicant { edition, application, evaluation, known: OnceCell::new() };
    let mut remedies = Vec::new();
    for possible in evaluation.possible().filter(|possible| possible.fails_for_sure()) {
        let (requirement, person) = (possible.rule.requirement, possible.person);
        let remedy = match person {
            _ if possible.is_paper() => Remedy::Bring(possible.accepts()),
            Some(index) => Remedy::ApplyAs(change.candidates(index)),
            None => Remedy::OwnerPresent(presence(possible, application)),
        };
        remedies.push(Fix { requirement, person, remedy });
    }
    remedies
}

/// The answers to `owner_present` that would satisfy, whatever else is answered.
fn presence(absent: &Possible, application: &Application) -> Set<Answer> {
    let others = Known::of(application.answers.without(Fact::OwnerPresent), &[Fact::Residence]);
    let satisfies = |answer: &Answer| {
        absent.afresh().add_known(others.and(Known::whole(Set::EMPTY.with(*answer)))).status() == Status::Satisfied
    };
    Fact::OwnerPresent.answers().iter().filter(satisfies).collect()
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
    /// Those who may apply for this person, the one who needs the fewest papers first.
    fn candidates(&self, index: usize) -> Vec<Candidate> {
        let mut unsorted = Vec::new();
        for applicant in Fact::Applicant.answers().iter() {
            unsorted.extend(self.needs(index, applicant).map(|needs| Candidate { applicant, needs }));
        }
        // Not sorted by the standard library's ways: they would be a twentieth of the browser's module.
        let mut candidates = Vec::new();
        for count in 0..=Document::ALL.len() {
            candidates.extend(unsorted.iter().filter(|candidate| candidate.needs.len() == count).cloned());
        }
        candidates
    }

    /// The papers that this applicant needs for this person; none if the applicant would not satisfy in every completion.
    fn needs(&self, index: usize, applicant: Answer) -> Option<Vec<Document>> {
        let person = self.application.people().get(index)?;
        let changed = Person { answers: person.answers.with(applicant), documents: person.documents };
        let after = evaluate_person(self.edition, self.application, &changed);
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
        now.afresh().add_known(
            self.known
                .get_or_init(|| known(self.edition, self.application))
                .and(Known::whole(Set::EMPTY.with(applicant))),
        )
    }
}

/// The paper, if it becomes required and is not held well enough already.
fn newly_needed(now: &Possible, after: &Possible) -> Option<Document> {
    let is_needed = after.is_required() && !now.is_required() && !after.is_fine();
    if is_needed { now.rule.requirement.document() } else { None }
}
