//! What mends every finding that fails for sure, and nothing more (rules.md, section 5).
//!
//! Knows the evaluation's results; decides no status of its own.

use crate::application::{Application, Person};
use crate::condition::Known;
use crate::document::Document;
use crate::evaluate::{Evaluation, evaluate_person};
use crate::fact::{Answer, Fact};
use crate::id::{Id, Set};
use crate::possible::Possible;
use crate::report::{Fix, Remedy};
use crate::requirement::{Edition, Requirement, Status};

/// The remedies, in the order of the findings.
pub(crate) fn fix(edition: &Edition, application: &Application, evaluation: &Evaluation) -> Vec<Fix> {
    let change = ChangeOfApplicant { edition, application, evaluation, known: application.known() };
    let failing = evaluation.possible().filter(|(_, possible)| possible.fails_for_sure());
    let remedied = failing.map(|(person, possible)| Fix {
        requirement: possible.rule.requirement,
        person,
        remedy: if possible.is_paper() { Remedy::Bring(possible.accepts()) } else { change.remedy(person) },
    });
    remedied.collect()
}

/// Somebody else applies for a person: who may, and what they need.
struct ChangeOfApplicant<'a> {
    edition: &'a Edition,
    application: &'a Application,
    evaluation: &'a Evaluation,
    known: Known,
}

impl ChangeOfApplicant<'_> {
    fn remedy(&self, person: Option<usize>) -> Remedy {
        let index = person.unwrap_or_default();
        let applicants = Fact::Applicant.answers().iter();
        let entitled: Vec<_> =
            applicants.filter_map(|applicant| Some((applicant, self.needs(index, applicant)?))).collect();
        let who_needs = |count| entitled.iter().filter(move |(_, needs)| needs.len() == count);
        let ordered: Vec<_> = (0..=Document::ALL.len()).flat_map(who_needs).collect();
        let needs = ordered.first().map(|(_, needs)| needs.clone()).unwrap_or_default();
        Remedy::ApplyAs { applicants: ordered.into_iter().map(|(applicant, _)| *applicant).collect(), needs }
    }

    /// The papers that this applicant needs for this person; none if the applicant would not satisfy in every completion.
    fn needs(&self, index: usize, applicant: Answer) -> Option<Vec<Document>> {
        let person = self.application.people().get(index)?;
        let changed = Person { answers: person.answers.with(applicant), documents: person.documents };
        let (after, _) = evaluate_person(self.edition, &changed, self.application.visit_date);
        let right = after.iter().find(|possible| possible.rule.requirement == Requirement::RightToApply)?;
        if right.status() != Status::Satisfied {
            return None;
        }
        let now = self.evaluation.people.get(index)?;
        let of_application = self.evaluation.application.iter().map(|now| (now, self.after(now, applicant)));
        let of_person = now.iter().zip(after.iter().copied());
        Some(of_application.chain(of_person).filter_map(|(now, after)| newly_needed(now, &after)).collect())
    }

    /// What becomes of a requirement of the application when this applicant occurs in it.
    fn after(&self, now: &Possible, applicant: Answer) -> Possible {
        now.afresh().add_known(self.known.and(Known::whole(Set::EMPTY.with(applicant))))
    }
}

/// The paper, if it becomes required and is not held well enough already.
fn newly_needed(now: &Possible, after: &Possible) -> Option<Document> {
    let is_needed = after.is_required() && !now.is_required() && !after.is_fine();
    if is_needed { now.rule.requirement.document() } else { None }
}
