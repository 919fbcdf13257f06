//! The editions of the law: from which day which rows count, for whom, and when the sources were read.
//!
//! Knows the rows by name only. A new edition is a new entry here; a rule that changes gets a name for each version.

use super::requirements::{
    BIRTH_CERTIFICATE_2024_03, BIRTH_CERTIFICATE_2024_09, IDENTITY_DOCUMENT_2024_03, IDENTITY_DOCUMENT_2024_09,
    INSTITUTION_REQUEST_2024_03, INSTITUTION_REQUEST_2024_09, OWN_REGISTRATION_2024_03, OWN_REGISTRATION_2024_09,
    OWNER_CONSENT_2024_03, OWNER_CONSENT_2024_09, OWNER_IDENTITY_2024_03, OWNER_IDENTITY_2024_09,
    OWNER_IDENTITY_2025_11, OWNER_PRESENCE_2024_03, OWNER_PRESENCE_2024_09, POWER_OF_ATTORNEY, PROOF_OF_AUTHORITY,
    REPRESENTATIVE_IDENTITY, RIGHT_TO_APPLY, WHOSE_CONSENT_2024_03, WHOSE_CONSENT_2024_09,
};
use super::scope::{SCOPE_2024_03, SCOPE_2024_09};
use time::Date;

use crate::facts::day::date;
use crate::law::edition::{Edition, check_law};

/// The day on which the sources of all editions were read.
const READ: Date = date(2026, 11, 25);

/// The first days of the later editions.
pub(super) const FROM_2024_09: Date = date(2024, 9, 24);
pub(super) const FROM_2025_11: Date = date(2025, 11, 30);

/// Every edition, oldest first. Each is in force until the day before the next one's first day.
pub const EDITIONS: &[Edition] = &[
    // The summary, and Order 267 as added by No. 192.
    Edition {
        from: date(2024, 3, 16),
        sources_read: READ,
        reviewed: None,
        scope: SCOPE_2024_03,
        rules: &[
            REPRESENTATIVE_IDENTITY,
            OWNER_IDENTITY_2024_03,
            OWNER_CONSENT_2024_03,
            INSTITUTION_REQUEST_2024_03,
            OWNER_PRESENCE_2024_03,
            WHOSE_CONSENT_2024_03,
            IDENTITY_DOCUMENT_2024_03,
            BIRTH_CERTIFICATE_2024_03,
            PROOF_OF_AUTHORITY,
            POWER_OF_ATTORNEY,
            OWN_REGISTRATION_2024_03,
            RIGHT_TO_APPLY,
        ],
    },
    // And Rules 677; Order 267 as changed by No. 611.
    Edition {
        from: FROM_2024_09,
        sources_read: READ,
        reviewed: None,
        scope: SCOPE_2024_09,
        rules: &[
            REPRESENTATIVE_IDENTITY,
            OWNER_IDENTITY_2024_09,
            OWNER_CONSENT_2024_09,
            INSTITUTION_REQUEST_2024_09,
            OWNER_PRESENCE_2024_09,
            WHOSE_CONSENT_2024_09,
            IDENTITY_DOCUMENT_2024_09,
            BIRTH_CERTIFICATE_2024_09,
            PROOF_OF_AUTHORITY,
            POWER_OF_ATTORNEY,
            OWN_REGISTRATION_2024_09,
            RIGHT_TO_APPLY,
        ],
    },
    // And Rules 677 as changed by No. 916: the owner, or owners.
    Edition {
        from: FROM_2025_11,
        sources_read: READ,
        reviewed: None,
        scope: SCOPE_2024_09,
        rules: &[
            REPRESENTATIVE_IDENTITY,
            OWNER_IDENTITY_2025_11,
            OWNER_CONSENT_2024_09,
            INSTITUTION_REQUEST_2024_09,
            OWNER_PRESENCE_2024_09,
            WHOSE_CONSENT_2024_09,
            IDENTITY_DOCUMENT_2024_09,
            BIRTH_CERTIFICATE_2024_09,
            PROOF_OF_AUTHORITY,
            POWER_OF_ATTORNEY,
            OWN_REGISTRATION_2024_09,
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
