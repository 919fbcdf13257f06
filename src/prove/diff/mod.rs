//! What a change of the law changes: between two editions, or between the law of this build and a snapshot of another's.
//!
//! Knows the law only by its behaviour, over every folded whole situation of one person. The name of an edition and the sources
//! do not count. Native only.

mod behaviour;
mod compare;
mod snapshot;

pub use behaviour::{Behaviour, Part, keys};
pub use compare::{Change, Group, Summary, compare};
pub use snapshot::{digest_of_snapshot, read_snapshot, write_snapshot};

use time::Date;

use crate::law::edition::Edition;

/// What changes from the edition that began on the first day to the one that began on the second; none if there is no such edition.
#[must_use]
pub fn between_editions(law: &[Edition], from: Date, to: Date) -> Option<Summary> {
    let behaviour = |day| law.iter().find(|edition| edition.from == day).map(Behaviour::of);
    Some(compare(&behaviour(from)?, &behaviour(to)?))
}

/// What changes from the law of a snapshot to this law, edition by edition; none for a file that is no snapshot. An edition that
/// the snapshot does not know is compared with the one before it.
#[must_use]
pub fn against_snapshot(law: &[Edition], snapshot: &str) -> Option<Vec<Summary>> {
    let mut known = read_snapshot(snapshot)?;
    let mut summaries = Vec::new();
    let mut earlier: Option<Behaviour> = None;
    for after in law.iter().map(Behaviour::of) {
        let place = known.iter().position(|known| known.edition == after.edition);
        let before = place.map(|place| known.remove(place)).or(earlier);
        summaries.push(compare(&before.unwrap_or_else(|| Behaviour::nothing(&after.edition)), &after));
        earlier = Some(after);
    }
    summaries.extend(known.iter().map(|gone| compare(gone, &Behaviour::nothing(&gone.edition))));
    Some(summaries)
}
