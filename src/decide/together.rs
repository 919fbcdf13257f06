//! Which applicants may occur together in an application, and with which verdict on the people so far.
//!
//! Knows people only by what they contribute: not their answers, not their documents, not the application's own findings.

use crate::decide::report::Verdict;
use crate::facts::fact::{Answer, Fact};
use crate::facts::id::{Id, Set};

/// The verdicts that one person's own findings may lead to, for each applicant that the person may have.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Contribution([Set<Verdict>; APPLICANTS + 1]);

const APPLICANTS: usize = 6;
const _: () =
    assert!(Fact::Applicant.answers().bits().count_ones() as usize == APPLICANTS, "as many applicants as answers");

impl Contribution {
    /// Adds what one completion of the person may lead to.
    pub(crate) fn add(&mut self, completion: Set<Answer>, verdicts: Set<Verdict>) {
        let applicant = completion.intersection(Fact::Applicant.answers()).only();
        if let Some(place) = self.0.get_mut(applicant.map_or(APPLICANTS, place_of)) {
            *place = place.union(verdicts);
        }
    }
}

fn place_of(applicant: Answer) -> usize {
    (applicant.index() - Answer::Oneself.index()) as usize
}

/// For each verdict on the people so far, the sets of applicants that may occur with it: bit `m` of a number stands for the set
/// `m`, in which bit `a` stands for the applicant `a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Together([u64; VERDICTS.len()]);

/// The verdicts on people, mildest first.
const VERDICTS: [Verdict; 4] = [Verdict::Complete, Verdict::Ask, Verdict::Incomplete, Verdict::NotThisService];

impl Together {
    /// No person, hence no applicant and nothing to complain of.
    pub(crate) const NOBODY: Self = Self([1, 0, 0, 0]);

    /// No way at all for people to be: ways are still to be added.
    pub(crate) const NO_WAY: Self = Self([0; VERDICTS.len()]);

    /// Either the one or the other.
    pub(crate) fn or(mut self, other: Self) -> Self {
        for (sets, more) in self.0.iter_mut().zip(other.0) {
            *sets |= more;
        }
        self
    }

    /// These people and one more.
    pub(crate) fn and(self, person: &Contribution) -> Self {
        let mut together = Self([0; VERDICTS.len()]);
        for (applicant, verdicts) in person.0.iter().enumerate() {
            for verdict in verdicts.iter() {
                together.add(self.with_applicant(applicant), verdict);
            }
        }
        together
    }

    fn with_applicant(self, applicant: usize) -> Self {
        Self(self.0.map(|sets| if applicant == APPLICANTS { sets } else { join(sets, applicant) }))
    }

    fn add(&mut self, other: Self, verdict: Verdict) {
        for (sets, before) in other.0.into_iter().zip(VERDICTS) {
            if let Some(place) = self.0.get_mut(before.max(verdict) as usize) {
                *place |= sets;
            }
        }
    }

    /// Every set of applicants that may occur, with the verdicts that the people may have then.
    pub(crate) fn iter(self) -> impl Iterator<Item = (Set<Answer>, Set<Verdict>)> {
        let mut left = self.0.iter().fold(0, |all, sets| all | sets);
        std::iter::from_fn(move || {
            let set = left.checked_ilog2()?;
            left ^= 1 << set;
            let verdicts = VERDICTS.into_iter().zip(self.0).filter(|(_, sets)| sets >> set & 1 == 1);
            Some((Set::from_bits(set << Answer::Oneself.index()), verdicts.map(|(verdict, _)| verdict).collect()))
        })
    }
}

/// Each of these sets of applicants, with one applicant more.
fn join(sets: u64, applicant: usize) -> u64 {
    let lacking = u64::MAX / (1 + (1 << (1 << applicant)));
    sets & !lacking | (sets & lacking) << (1 << applicant)
}
