//! What can be done after a refusal, and until when (rules.md, section 7).
//!
//! Knows no application: only the day of the refusal counts.

use time::Date;

use crate::facts::day::months_later;
use crate::law;
use crate::law::step::{About, Addressee, Step, StepName, Term};

/// The steps open after a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// The day on which the applicant learned of the refusal.
    pub refused_on: Date,
    /// The last day to file a complaint.
    pub complain_by: Date,
    /// The steps, in their order.
    pub steps: &'static [Step],
    /// Whom one complains to, about what.
    pub addressees: &'static [(Addressee, About)],
}

/// The steps after a refusal on this day; none if the term would end after the year 9999.
///
/// ```
/// use tirkeu::{appeal, date};
/// assert_eq!(appeal(date(2026, 11, 30)).unwrap().complain_by, date(2027, 2, 28));
/// ```
#[must_use]
pub fn appeal(refused_on: Date) -> Option<Appeal> {
    let months = law::APPEAL.iter().find_map(|step| match (step.step, step.within) {
        (StepName::Complain, Some(Term::Months(months))) => Some(months),
        _ => None,
    })?;
    Some(Appeal {
        refused_on,
        complain_by: months_later(refused_on, months)?,
        steps: law::APPEAL,
        addressees: law::ADDRESSEES,
    })
}
