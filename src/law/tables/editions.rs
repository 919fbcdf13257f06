//! The editions of the law: from which day which rows count, and when the sources were read.
//!
//! Knows the rows by name only. A new edition is a new entry here; a rule that changes gets a name for each version.

use super::requirements::{
    ALL_OWNERS, CHILD_UNDER_14, IDENTITY_DOCUMENT, INSTITUTION_REQUEST, OWNER_CONSENT_2024, OWNER_CONSENT_2025,
    OWNER_IDENTITY, OWNER_PRESENCE, POWER_OF_ATTORNEY, PROOF_OF_AUTHORITY, REPRESENTATIVE_IDENTITY, RIGHT_TO_APPLY,
    TENANCY,
};
use time::Date;

use crate::facts::day::date;
use crate::law::requirement::{Edition, check_law};

/// Every edition, oldest first. Each is in force until the day before the next one's first day.
pub const EDITIONS: &[Edition] = &[
    Edition {
        from: date(2024, 3, 16),
        sources_read: date(2026, 11, 22),
        reviewed: None,
        rules: &[
            REPRESENTATIVE_IDENTITY,
            OWNER_IDENTITY,
            OWNER_CONSENT_2024,
            INSTITUTION_REQUEST,
            OWNER_PRESENCE,
            ALL_OWNERS,
            TENANCY,
            IDENTITY_DOCUMENT,
            PROOF_OF_AUTHORITY,
            POWER_OF_ATTORNEY,
            CHILD_UNDER_14,
            RIGHT_TO_APPLY,
        ],
    },
    Edition {
        from: date(2025, 11, 30),
        sources_read: date(2026, 11, 22),
        reviewed: None,
        rules: &[
            REPRESENTATIVE_IDENTITY,
            OWNER_IDENTITY,
            OWNER_CONSENT_2025,
            INSTITUTION_REQUEST,
            OWNER_PRESENCE,
            ALL_OWNERS,
            TENANCY,
            IDENTITY_DOCUMENT,
            PROOF_OF_AUTHORITY,
            POWER_OF_ATTORNEY,
            CHILD_UNDER_14,
            RIGHT_TO_APPLY,
        ],
    },
];

/// The first day on which any edition is in force.
#[expect(clippy::indexing_slicing, reason = "a law without an edition does not compile")]
pub const FIRST_DAY: Date = EDITIONS[0].from;

/// A visit more than this many days after the sources were read is answered with a warning.
pub const STALE_AFTER_DAYS: i32 = 180;

const _: () = check_law(EDITIONS);
