//! Everything that may still become of one requirement, over all completions of what is known.
//!
//! Knows one rule and one way of holding its document; not the application, and not the other requirements.

use time::Date;

use crate::condition::Known;
use crate::document::{Documents, Form, Held};
use crate::fact::Answer;
use crate::id::{Id, Set};
use crate::report::{Forms, Verdict};
use crate::requirement::{Basis, Citation, Effect, Outcome, Row, Rule, Status};
use crate::truth::Truth;

/// What may become of one requirement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Possible {
    /// The rule, as the edition has it.
    pub(crate) rule: &'static Rule,
    held: Held,
    has_expired: bool,
    /// Bit `i` is set when row `i` is the first to apply in some completion.
    rows: u32,
    /// Whether some completion does not require it.
    absent: bool,
}

impl Possible {
    /// Nothing may become of it yet: completions are still to be added.
    pub(crate) fn new(rule: &'static Rule, documents: &Documents, visit_date: Date) -> Self {
        let held = rule.requirement.document().map_or_else(Held::default, |document| documents.get(document));
        Self { rule, held, has_expired: held.expired_on(visit_date), rows: 0, absent: false }
    }

    /// The same requirement and document, with no completion added.
    pub(crate) fn afresh(&self) -> Self {
        Self { rows: 0, absent: false, ..*self }
    }

    /// Adds one whole completion of the answers; returns the verdicts it may lead to, over the forms that are possible.
    pub(crate) fn add(&mut self, completion: Set<Answer>) -> Set<Verdict> {
        let known = Known::whole(completion);
        let Some(index) = self.rule.rows.iter().position(|row| row.when.truth(known).holds()) else {
            self.absent = true;
            return Set::EMPTY.with(Verdict::Complete);
        };
        self.rows |= 1 << index;
        self.rule.rows.get(index).map_or(Set::EMPTY, |row| self.statuses(row).iter().map(Status::verdict).collect())
    }

    /// Adds a completion that does not require it.
    pub(crate) fn add_absence(&mut self) {
        self.absent = true;
    }

    /// Adds every row that may be the first to apply, as far as is known. Sound, and exact where no two answers are entangled.
    pub(crate) fn add_known(mut self, known: Known) -> Self {
        let mut open = true;
        for (index, row) in self.rule.rows.iter().enumerate() {
            let truth = if open { row.when.truth(known) } else { Truth::False };
            self.rows |= u32::from(truth.may_hold()) << index;
            open &= !truth.holds();
        }
        self.absent |= open;
        self
    }

    fn possible_rows(&self) -> impl Iterator<Item = &'static Row> {
        let rows = self.rows;
        self.rule.rows.iter().enumerate().filter(move |(index, _)| rows >> index & 1 == 1).map(|(_, row)| row)
    }

    fn statuses(&self, row: &Row) -> Set<Status> {
        let forms = self.held.forms().iter();
        forms.map(|form| row.effect.outcome(form, self.has_expired).status()).collect()
    }

    fn outcomes(&self) -> Set<Outcome> {
        let of_row = |row: &'static Row| {
            self.held.forms().iter().map(|form| row.effect.outcome(form, self.has_expired)).collect::<Set<_>>()
        };
        self.possible_rows().map(of_row).fold(Set::EMPTY, Set::union)
    }

    /// Whether any completion requires it.
    pub(crate) fn may_be_required(&self) -> bool {
        self.rows != 0
    }

    /// Whether every completion requires it.
    pub(crate) fn is_required(&self) -> bool {
        self.may_be_required() && !self.absent
    }

    /// Every status that a completion which requires it may give.
    pub(crate) fn possible_statuses(&self) -> Set<Status> {
        self.outcomes().iter().map(Outcome::status).collect()
    }

    /// The status that every completion gives, or `unanswered`.
    pub(crate) fn status(&self) -> Status {
        let only = if self.absent { None } else { self.possible_statuses().only() };
        only.unwrap_or(Status::Unanswered)
    }

    /// What the status rests on: the weakest basis of any completion; none while it is unanswered.
    pub(crate) fn basis(&self) -> Option<Basis> {
        if self.status() == Status::Unanswered { None } else { self.outcomes().iter().map(Outcome::basis).max() }
    }

    /// Whether every completion requires it and gives it a failing status.
    pub(crate) fn fails_for_sure(&self) -> bool {
        self.is_required() && self.possible_statuses().difference(Status::FAILING).is_empty()
    }

    /// Whether every completion that requires it satisfies it or leaves it to be asked.
    pub(crate) fn is_fine(&self) -> bool {
        self.possible_statuses().difference(Status::set(&[Status::Satisfied, Status::Ask])).is_empty()
    }

    /// Whether the form is unknown and makes a difference in some completion.
    pub(crate) fn form_matters(&self) -> bool {
        self.held.form.is_none() && self.possible_rows().any(|row| self.statuses(row).only().is_none())
    }

    /// The forms that satisfy in every completion, the document being valid.
    pub(crate) fn accepts(&self) -> Set<Form> {
        self.forms_that(|status| status == Status::Satisfied)
    }

    /// What each form leads to in every completion, the document being valid; none if no paper decides.
    pub(crate) fn forms(&self) -> Option<Forms> {
        self.is_paper().then(|| Forms {
            satisfy: self.accepts(),
            ask: self.forms_that(|status| status == Status::Ask),
            fail: self.forms_that(Status::fails),
        })
    }

    fn forms_that(&self, fits: impl Fn(Status) -> bool) -> Set<Form> {
        let fits_always = |form: &Form| self.possible_rows().all(|row| fits(row.effect.outcome(*form, false).status()));
        Form::ALL.iter().copied().filter(fits_always).collect()
    }

    /// What every possible row rests on.
    pub(crate) fn sources(&self) -> Set<Citation> {
        let common = self.possible_rows().map(|row| row.sources).reduce(Set::intersection);
        common.unwrap_or_default()
    }

    /// Whether a paper decides it.
    pub(crate) fn is_paper(&self) -> bool {
        self.possible_rows().any(|row| matches!(row.effect, Effect::Paper { .. }))
    }
}
