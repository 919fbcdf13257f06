//! What was written before: of many applications many are the same letter for letter, and of the others most findings are. To copy a text takes
//! a tenth of writing it.
//!
//! Knows no shape: what a finding's text is, [`super::encode`] says. A text stands in one place of few, and gives way to another.

use std::cell::RefCell;

use serde::ser::{Serialize, Serializer};

use super::text;
use crate::decide::report::Finding;
use crate::facts::id::Id;

/// The findings written last, with their texts.
pub(super) struct Recall(RefCell<Vec<Place>>);

/// A finding with its text, if any was written there.
type Place = Option<(Finding, Vec<u8>)>;

/// As many as one person's applications have different ones, and some; a power of two.
const PLACES: usize = 512;

impl Default for Recall {
    fn default() -> Self {
        Self(RefCell::new(vec![None; PLACES]))
    }
}

/// Findings to be written, by what is recalled.
pub(super) struct Recalled<'a>(pub(super) &'a [Finding], pub(super) &'a Recall);

impl Serialize for Recalled<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|finding| One(finding, self.1)))
    }
}

struct One<'a>(&'a Finding, &'a Recall);

impl Serialize for One<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(finding, Recall(places)) = self;
        let mut places = places.borrow_mut();
        let Some(place) = places.get_mut(place_of(finding)) else { return finding.serialize(serializer) };
        match place {
            Some((written, text)) if written == *finding => serializer.serialize_bytes(text),
            _ => {
                let (_, text) = place.insert(((*finding).clone(), text::bytes(*finding)));
                serializer.serialize_bytes(text)
            }
        }
    }
}

/// Where the text of a finding stands: what differs between findings is spread over the places.
fn place_of(finding: &Finding) -> usize {
    let person = finding.person.map_or(0, |person| person as u64 + 1);
    let kind = u64::from(finding.requirement.index()) << 4 | u64::from(finding.status.index());
    let mixed = (finding.sources.bits() ^ kind << 44 ^ person << 52).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 55) as usize % PLACES
}

/// The lines answered last, with their reports.
#[derive(Default)]
pub(super) struct Answered(Vec<(Vec<u8>, Vec<u8>)>);

/// As many as a list of people in one home has different applications, and some; a power of two.
const LINES: usize = 256;

/// A longer line is of so many people that no other is like it.
const LONGEST: usize = 1024;

impl Answered {
    /// The report that answered this very line, if it is still there.
    pub(super) fn report(&self, line: &[u8]) -> Option<&[u8]> {
        let (answered, report) = self.0.get(place_of_line(line))?;
        (answered == line).then_some(report)
    }

    /// Keeps a line that is not empty with its report.
    pub(super) fn keep(&mut self, line: &[u8], report: &[u8]) {
        if line.len() > LONGEST {
            return;
        }
        self.0.resize_with(LINES, Default::default);
        if let Some((answered, kept)) = self.0.get_mut(place_of_line(line)) {
            answered.clear();
            answered.extend_from_slice(line);
            kept.clear();
            kept.extend_from_slice(report);
        }
    }
}

/// Where a line stands, by all its letters, eight at a time.
fn place_of_line(line: &[u8]) -> usize {
    let (eights, rest) = line.as_chunks();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(letter, byte)| *letter = *byte);
    let mixed = eights.iter().chain([&last]).fold(0, |mixed: u64, eight| {
        (mixed.rotate_left(5) ^ u64::from_le_bytes(*eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    });
    (mixed >> 56) as usize % LINES
}
