//! What of an application decides: of its days only which edition is in force, whether its sources are stale, and which documents are
//! past their date. So two applications of different days are mostly one and the same to the law.
//!
//! Knows no rule, and cannot fail.

use time::{Date, Duration};

use crate::facts::application::{Application, Person};
use crate::facts::day::days_between;
use crate::facts::document::{Documents, Held, SOME_DAY_BEFORE};
use crate::law::STALE_AFTER_DAYS;
use crate::law::edition::{Edition, in_force};

/// The application with the first days of which the report is the same: what differs only in days that decide nothing is equal then.
///
/// ```
/// use tirkeu::{Application, date, law, situation};
/// let on = |day| situation(law::EDITIONS, Application::on(date(2026, 12, day)));
/// assert_eq!(on(1), on(2));
/// ```
#[must_use]
pub fn situation(law: &[Edition], mut application: Application) -> Application {
    let day = application.visit_date;
    let Some(edition) = in_force(law, day) else { return Application::on(SOME_DAY_BEFORE) };
    application.documents = documents(&application.documents, day);
    for Person { documents: own, .. } in &mut application.people {
        *own = documents(own, day);
    }
    application.visit_date = first_day(edition, day);
    application
}

/// The first day on which this edition is in force, its sources as stale as on this one.
fn first_day(edition: &Edition, day: Date) -> Date {
    if !is_stale(edition, day) {
        return edition.from;
    }
    edition.sources_read.saturating_add(Duration::days(i64::from(STALE_AFTER_DAYS) + 1)).max(edition.from)
}

/// Whether an edition's sources were read so long before this day that the report has to say so.
pub(crate) fn is_stale(edition: &Edition, day: Date) -> bool {
    days_between(edition.sources_read, day) > STALE_AFTER_DAYS
}

fn documents(documents: &Documents, day: Date) -> Documents {
    documents.map(|held| Held { valid_until: held.expired_on(day).then_some(SOME_DAY_BEFORE), ..held })
}
