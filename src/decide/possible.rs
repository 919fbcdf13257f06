//! Everything that may still become of one requirement, over all completions of what is known.
//!
//! Knows one rule and one way of holding its document; not the application, and not the other requirements.

use time::Date;

use crate::decide::report::{Forms, Verdict};
use crate::facts::condition::Known;
use crate::facts::document::{Documents, Form, Held};
use crate::facts::fact::Answer;
use crate::facts::id::{Id, Set};
use crate::facts::truth::Truth;
use crate::law::citation::Citation;
use crate::law::outcome::{Basis, Outcome, Status};
use crate::law::requirement::{Effect, Row, Rule};

/// What may become of one requirement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Possible {
    /// The rule, as the edition has it.
    pub(crate) rule: &'static Rule,
    /// The person's place in the application, from 0; none for the application itself.
    pub(crate) person: Option<usize>,
    held: Held,
    has_expired: bool,
    /// Bit `i` is set when row `i` is the first to apply in some completion.
    rows: u32,
    /// What those rows may lead to, over the forms that are possible.
    outcomes: Set<Outcome>,
    /// Whether some completion does not require it.
    absent: bool,
    /// The completion that was added last, as far as the rule can tell, and the verdicts that it may lead to. Of one person's completions
    /// many in a row differ in nothing else.
    last: (Set<Answer>, Set<Verdict>),
}

/// No completion was added yet: every completion leads to some verdict.
const NONE: (Set<Answer>, Set<Verdict>) = (Set::EMPTY, Set::EMPTY);

// Sets and plain loops rather than chains of iterators: each chain is code of its own in the browser's module.
impl Possible {
    /// Nothing may become of it yet: completions are still to be added.
    pub(crate) fn new(rule: &'static Rule, person: Option<usize>, documents: &Documents, visit_date: Date) -> Self {
        let held = rule.requirement.document().map_or_else(Held::default, |document| documents.get(document));
        Self {
            rule,
            person,
            held,
            has_expired: held.expired_on(visit_date),
            rows: 0,
            outcomes: Set::EMPTY,
            absent: false,
            last: NONE,
        }
    }

    /// The same requirement and document, with no completion added.
    pub(crate) fn afresh(&self) -> Self {
        Self { rows: 0, outcomes: Set::EMPTY, absent: false, last: NONE, ..*self }
    }

    /// Adds one whole completion of the answers; returns the verdicts it may lead to, over the forms that are possible.
    pub(crate) fn add(&mut self, completion: Set<Answer>) -> Set<Verdict> {
        let told = completion.intersection(self.rule.mentions);
        if self.last.0 != told || self.last == NONE {
            self.last = (told, self.add_told(told));
        }
        self.last.1
    }

    fn add_told(&mut self, completion: Set<Answer>) -> Set<Verdict> {
        for (index, row) in self.rule.rows.iter().enumerate() {
            if row.when.holds(completion) {
                return Status::verdicts(Outcome::statuses(self.add_row(index, row)));
            }
        }
        self.absent = true;
        Verdict::set(&[Verdict::Complete])
    }

    /// Adds a row that may be the first to apply; returns what it may lead to.
    fn add_row(&mut self, index: usize, row: &Row) -> Set<Outcome> {
        let outcomes = self.outcomes_of(row);
        self.rows |= 1 << index;
        self.outcomes = self.outcomes.union(outcomes);
        outcomes
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
            if truth.may_hold() {
                self.add_row(index, row);
            }
            open &= !truth.holds();
        }
        self.absent |= open;
        self
    }

    /// The rows that may be the first to apply.
    fn possible_rows(&self) -> impl Iterator<Item = &'static Row> {
        let (rows, mut rest) = (self.rule.rows, self.rows);
        std::iter::from_fn(move || {
            let row = rows.get(rest.trailing_zeros() as usize);
            rest &= rest.wrapping_sub(1);
            row
        })
    }

    /// What a row may lead to, over the forms that are possible.
    fn outcomes_of(&self, row: &Row) -> Set<Outcome> {
        let mut outcomes = Set::EMPTY;
        for form in self.held.forms().iter() {
            outcomes = outcomes.with(row.effect.outcome(form, self.has_expired));
        }
        outcomes
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
        Outcome::statuses(self.outcomes)
    }

    /// The status that every completion gives, or `unanswered`.
    pub(crate) fn status(&self) -> Status {
        let only = if self.absent { None } else { self.possible_statuses().only() };
        only.unwrap_or(Status::Unanswered)
    }

    /// What the status rests on: the weakest basis of any completion; none while it is unanswered.
    pub(crate) fn basis(&self) -> Option<Basis> {
        if self.status() == Status::Unanswered { None } else { self.outcomes.iter().map(Outcome::basis).max() }
    }

    /// Whether every completion requires it and gives it a failing status.
    pub(crate) fn fails_for_sure(&self) -> bool {
        self.is_required() && self.possible_statuses().is_within(Status::FAILING)
    }

    /// Whether every completion that requires it satisfies it or leaves it to be asked.
    pub(crate) fn is_fine(&self) -> bool {
        self.possible_statuses().is_within(Status::set(&[Status::Satisfied, Status::Ask]))
    }

    /// Whether the form is unknown and makes a difference in some completion.
    pub(crate) fn form_matters(&self) -> bool {
        self.held.form.is_none()
            && self.possible_rows().any(|row| Outcome::statuses(self.outcomes_of(row)).only().is_none())
    }

    /// The forms that satisfy in every completion, the document being valid.
    pub(crate) fn accepts(&self) -> Set<Form> {
        self.forms_within(Status::set(&[Status::Satisfied]))
    }

    /// What each form leads to in every completion, the document being valid; none if no paper decides.
    pub(crate) fn forms(&self) -> Option<Forms> {
        if !self.is_paper() {
            return None;
        }
        Some(Forms {
            satisfy: self.accepts(),
            ask: self.forms_within(Status::set(&[Status::Ask])),
            fail: self.forms_within(Status::FAILING),
        })
    }

    /// The forms of a valid document that lead to these statuses only.
    fn forms_within(&self, statuses: Set<Status>) -> Set<Form> {
        let mut forms = Form::set(Form::ALL);
        for row in self.possible_rows() {
            for form in Form::ALL {
                if !statuses.contains(row.effect.outcome(*form, false).status()) {
                    forms = forms.difference(Set::EMPTY.with(*form));
                }
            }
        }
        forms
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
