//! The list as a whole: how many rows are ready, and what they lack most.
//!
//! Knows reports; a row counts by the verdict of its application.

use std::collections::BTreeMap;

use crate::decide::report::Verdict;
use crate::facts::id::{Id, ids};
use crate::law::requirement::Requirement;
use crate::list::judged::Checked;

ids! {
    /// What becomes of a row, as whoever has hundreds of them asks.
    Group {
        /// Nothing is missing.
        Ready = "ready",
        /// There is something to ask.
        Ask = "ask",
        /// Something is to be mended.
        Fix = "fix",
        /// Something is not said yet.
        Open = "open",
        /// Somebody belongs to another service, or the day to no edition.
        Elsewhere = "elsewhere",
    }
}

impl Group {
    /// The group of a verdict.
    #[must_use]
    pub const fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Complete => Self::Ready,
            Verdict::Ask => Self::Ask,
            Verdict::Incomplete => Self::Fix,
            Verdict::Undecided => Self::Open,
            Verdict::NotThisService | Verdict::NotCovered => Self::Elsewhere,
        }
    }
}

/// Counts over a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The rows in each group, in the groups' order.
    pub groups: Vec<(Group, usize)>,
    /// What fails, in how many rows; the most frequent first.
    pub lacking: Vec<(Requirement, usize)>,
}

/// Counts a list.
#[must_use]
pub fn counted(checked: &Checked) -> Counted {
    let of = |group| {
        let rows = (0..checked.row.len()).filter_map(|row| checked.verdict(row));
        (group, rows.filter(|verdict| Group::of(*verdict) == group).count())
    };
    let groups = Group::ALL.iter().map(|group| of(*group)).collect();
    let mut lacking: BTreeMap<Requirement, usize> = BTreeMap::new();
    for judged in &checked.judged {
        for finding in judged.report.findings.iter().filter(|finding| finding.status.fails()) {
            // What the application lacks, each of its rows lacks.
            let rows = if finding.person.is_some() { 1 } else { judged.rows.len() };
            *lacking.entry(finding.requirement).or_default() += rows;
        }
    }
    let mut lacking: Vec<_> = lacking.into_iter().collect();
    lacking.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    Counted { groups, lacking }
}
