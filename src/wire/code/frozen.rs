//! The tables of each schema, in the order of the day on which it was released. They never change: a code on paper is read for ever.
//!
//! What the law's own lists gain is not added here. It gets a schema of its own, with tables of its own, and the old ones stay; while
//! there is none the constant assertion below does not hold and nothing compiles. Editions alone are appended, up to `most_editions`:
//! a version that does not know one says so.

use time::Date;

use crate::facts::day::date;
use crate::facts::document::{Document, Form};
use crate::facts::fact::Answer;
use crate::facts::id::Id;
use crate::law;

/// The tables of one schema.
pub(super) struct Schema {
    /// Its number, which a code begins with.
    pub(super) number: u8,
    pub(super) application: Tables,
    pub(super) person: Tables,
    pub(super) forms: &'static [Form],
    /// The first days of the editions, oldest first.
    pub(super) editions: &'static [Date],
    /// There is room for so many.
    pub(super) most_editions: u32,
    /// Whether it tells which papers are one and the same.
    pub(super) tells_same_papers: bool,
}

/// What is said of the application, or of each person.
pub(super) struct Tables {
    /// Of each question the answers.
    pub(super) answers: &'static [&'static [Answer]],
    /// The documents, and whether each may have a last day.
    pub(super) documents: &'static [(Document, bool)],
}

/// Every schema that is read; the first one that has room for all that is told is written.
pub(super) const SCHEMAS: &[&Schema] = &[&SCHEMA_1, &SCHEMA_2];

/// As of 26 November 2026.
pub(super) const SCHEMA_1: Schema = Schema {
    number: 1,
    application: Tables {
        answers: &[
            &[Answer::Permanent, Answer::Temporary],
            &[
                Answer::Own,
                Answer::OwnerAmongUs,
                Answer::OtherOwner,
                Answer::CoOwned,
                Answer::StateHousing,
                Answer::Institution,
            ],
            &[Answer::OwnerPresentYes, Answer::OwnerPresentSome, Answer::OwnerPresentProxy, Answer::OwnerPresentNo],
        ],
        documents: &[
            (Document::RepresentativeIdentity, true),
            (Document::OwnerIdentity, true),
            (Document::OwnerConsent, false),
            (Document::InstitutionRequest, false),
        ],
    },
    person: Tables {
        answers: &[
            &[
                Answer::Foreigner,
                Answer::Stateless,
                Answer::Refugee,
                Answer::AsylumSeeker,
                Answer::Citizen,
                Answer::TemporaryPermit,
                Answer::Visitor,
            ],
            &[Answer::Under14, Answer::Aged14To15, Answer::Aged16To17, Answer::Adult],
            &[Answer::IncapacitatedYes, Answer::IncapacitatedNo],
            &[
                Answer::Oneself,
                Answer::Parent,
                Answer::Guardian,
                Answer::Trustee,
                Answer::Attorney,
                Answer::Administration,
            ],
        ],
        documents: &[
            (Document::IdentityDocument, true),
            (Document::BirthCertificate, false),
            (Document::ProofOfAuthority, false),
            (Document::PowerOfAttorney, true),
        ],
    },
    forms: &[Form::Original, Form::Electronic, Form::Copy, Form::NotHeld],
    editions: &[date(2024, 3, 16), date(2024, 9, 24), date(2025, 11, 30)],
    most_editions: 23,
    tells_same_papers: false,
};

/// The same, and which papers are one, as of 26 November 2026.
pub(super) const SCHEMA_2: Schema = Schema { number: 2, tells_same_papers: true, ..SCHEMA_1 };

/// A digest is below this.
pub(super) const DIGESTS: u32 = 2048;

/// Days of a visit that take little room: so many from this one on.
pub(super) const FIRST_VISIT: Date = date(2024, 1, 1);
pub(super) const VISITS: u32 = 8192;

/// Last days of documents that take little room: so many, from so many days before the visit on.
pub(super) const VALID_BEFORE: i32 = 1000;
pub(super) const VALID: u32 = 5000;

/// Every other day takes more: so many from this one on, which are all that are known.
pub(super) const FIRST_DAY: i32 = date(-9999, 1, 1).to_julian_day();
pub(super) const DAYS: u32 = date(9999, 12, 31).to_julian_day().abs_diff(FIRST_DAY) + 1;

const fn answers_in(tables: &Tables) -> usize {
    let (mut count, mut left) = (0, tables.answers);
    while let [first, rest @ ..] = left {
        count += first.len();
        left = rest;
    }
    count
}

const _: () = assert!(
    answers_in(&SCHEMA_1.application) + answers_in(&SCHEMA_1.person) == Answer::ALL.len()
        && SCHEMA_1.application.documents.len() + SCHEMA_1.person.documents.len() == Document::ALL.len()
        && SCHEMA_1.forms.len() == Form::ALL.len(),
    "what can be said has grown: write a new schema beside this one, which never changes"
);

const _: () = assert!(
    SCHEMA_1.editions.len() == law::EDITIONS.len(),
    "the law has another edition: append its first day to the schema's editions"
);

/// Every table of every schema by its ids, for the test that they never change.
#[must_use]
pub fn tables() -> String {
    let mut told = String::new();
    for schema in SCHEMAS {
        told.extend(["schema ", &schema.number.to_string(), "\n"]);
        for (of, tables) in [("application", &schema.application), ("person", &schema.person)] {
            for table in tables.answers {
                line(&mut told, of, table.iter().map(|answer| answer.id()));
            }
            let dated = |(document, is_dated): &(Document, bool)| (document.id(), *is_dated);
            for (document, is_dated) in tables.documents.iter().map(dated) {
                line(&mut told, of, [document].into_iter().chain(is_dated.then_some("valid_until")));
            }
        }
        line(&mut told, "forms", schema.forms.iter().map(|form| form.id()));
        let editions: Vec<String> = schema.editions.iter().map(|day| crate::facts::day::write_date(*day)).collect();
        if schema.tells_same_papers {
            line(
                &mut told,
                "same",
                [Document::IdentityDocument, Document::RepresentativeIdentity].map(Id::id).into_iter(),
            );
            line(&mut told, "same", [Document::BirthCertificate, Document::ProofOfAuthority].map(Id::id).into_iter());
        }
        line(&mut told, "editions", editions.iter().map(String::as_str));
    }
    told
}

fn line<'a>(told: &mut String, of: &str, ids: impl Iterator<Item = &'a str>) {
    told.push_str(of);
    ids.for_each(|id| told.extend([" ", id]));
    told.push('\n');
}
