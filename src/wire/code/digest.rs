//! A short digest of a report: whether it is the one that was seen, and no more.
//!
//! Knows ids only, so that it stays the same whatever is put beside them in a list.

use super::frozen::DIGESTS;
use crate::decide::report::Report;
use crate::facts::id::Id;

/// The digest: FNV-1a of the verdict and of every finding's requirement, person and status.
pub(super) fn digest(report: &Report) -> u32 {
    let mut sum = 0x811C_9DC5;
    add(&mut sum, report.verdict.id());
    for finding in &report.findings {
        add(&mut sum, finding.requirement.id());
        add(&mut sum, finding.status.id());
        add_byte(&mut sum, finding.person.and_then(|person| u8::try_from(person).ok()).unwrap_or(u8::MAX));
    }
    (sum ^ sum >> 16) % DIGESTS
}

fn add(sum: &mut u32, id: &str) {
    id.bytes().for_each(|byte| add_byte(sum, byte));
    add_byte(sum, 0);
}

fn add_byte(sum: &mut u32, byte: u8) {
    *sum = (*sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
}
