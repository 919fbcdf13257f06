//! The behaviour of the law is the one that the snapshot holds; a change of it is shown, and is made on purpose.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use tirkeu::prove::diff::{
    Behaviour, against_snapshot, between_editions, digest_of_snapshot, read_snapshot, write_snapshot,
};
use tirkeu::prove::profile;
use tirkeu::{Answer, Application, Document, Edition, Form, Held, Id, Requirement, Set, Verdict, check, date, law};

const SNAPSHOT: &str = include_str!("snapshot/law.txt");

/// Every report is taken for it: once for all tests.
static WRITTEN: LazyLock<String> = LazyLock::new(|| write_snapshot(law::EDITIONS));

const HOW_TO_KEEP_IT: &str = "If this is meant: cargo run --bin tirkeu -- snapshot > tests/snapshot/law.txt, and a line with a \
                              star in CHANGELOG.md for every verdict that changes.";

#[test]
fn the_law_behaves_as_its_snapshot_says() {
    let summaries = against_snapshot(law::EDITIONS, SNAPSHOT).expect("tests/snapshot/law.txt is a snapshot");
    let changes = summaries.iter().filter(|summary| !summary.is_empty());
    let text: String = changes.map(|summary| summary.text(&str::to_owned)).collect();
    assert!(text.is_empty(), "the law behaves otherwise than its snapshot says.\n\n{text}\n{HOW_TO_KEEP_IT}");
    assert_eq!(SNAPSHOT, *WRITTEN, "the snapshot is written otherwise. {HOW_TO_KEEP_IT}");
}

#[test]
fn every_report_is_in_the_digest() {
    assert!(digest_of_snapshot(SNAPSHOT).is_some());
    assert_eq!(digest_of_snapshot(SNAPSHOT), digest_of_snapshot(&WRITTEN), "{HOW_TO_KEEP_IT}");
}

#[test]
fn a_snapshot_reads_back() {
    let behaviours: Vec<Behaviour> = law::EDITIONS.iter().map(Behaviour::of).collect();
    assert_eq!(read_snapshot(&WRITTEN), Some(behaviours));
    assert_eq!(read_snapshot("no snapshot\n"), None);
}

/// The behaviour is a whole: what it says of the person and of the application is what a report says of both.
#[test]
fn situations_come_apart_into_people_and_applications() {
    for edition in law::EDITIONS {
        let behaviour = Behaviour::of(edition);
        for application in profile::whole_answers(edition) {
            let (person, of_application) = tirkeu::prove::diff::keys(&application);
            let parts = behaviour.applications[&of_application].iter().chain(&behaviour.people[&person]);
            let parts = parts.filter(|part| !["elsewhere", "procedures", "counters"].contains(&part.name.as_str()));
            let report = check(std::slice::from_ref(edition), &application);
            let found = report.findings.iter().map(|finding| finding.requirement);
            assert!(parts.map(|part| tirkeu::from_id(&part.name)).eq(found.map(Some)), "{application:#?}");
        }
    }
}

/// Everything that changes between two editions: each change by its name, what was said and what is said.
fn changes(from: time::Date, to: time::Date) -> BTreeSet<(String, String, String)> {
    let summary = between_editions(law::EDITIONS, from, to).expect("two editions");
    let changes = summary.groups.into_iter().flat_map(|group| group.changes);
    changes.map(|change| (change.name, change.before, change.after)).collect()
}

/// What No. 677 and No. 611 change (rules.md, section 4): asylum seekers come in, and so everything of theirs; children under 14 who
/// are to be registered temporarily go out, and so everything of theirs; and each row that conflicts with 677, or is settled by it.
const OF_2024_09: &[(&str, &[(&str, &str)])] = &[
    ("elsewhere", &[("asylum_seeker", ""), ("", "under_14_temporary")]),
    ("procedures", &[("", "accounting"), ("temporary", "")]),
    ("counters", &[("", "police"), ("state_corporation", "")]),
    (
        "owner_identity",
        &[
            ("satisfied/stated", "ask/conflict"),
            ("ask/unclear", "ask/conflict"),
            ("missing/stated:original+electronic", "ask/conflict"),
            ("form_not_accepted/stated:original+electronic", "ask/conflict"),
            ("expired/general:original+electronic", "ask/conflict"),
        ],
    ),
    (
        "owner_consent",
        &[("ask/unclear", "ask/conflict"), ("satisfied/stated", ""), ("ask/unclear", ""), ("ask/conflict", "")],
    ),
    ("owner_presence", &[("ask/unclear", "ask/conflict")]),
    ("whose_consent", &[("ask/unclear", "ask/conflict"), ("ask/unclear", "")]),
    ("identity_document", &[("", "satisfied/stated"), ("", "ask/unclear")]),
    (
        "birth_certificate",
        &[("ask/unclear", "ask/conflict"), ("", "satisfied/stated"), ("", "ask/conflict"), ("", "ask/unclear")],
    ),
    (
        "own_registration",
        &[("ask/unclear", "ask/conflict"), ("", "ask/conflict"), ("", "ask/unclear"), ("ask/unclear", "")],
    ),
];

/// What comes with somebody, and goes with somebody, whoever applies for them.
const WITH_A_PERSON: &[(&str, &[&str])] = &[
    ("proof_of_authority", &["satisfied/stated", "ask/unclear", "missing/stated:original"]),
    (
        "power_of_attorney",
        &[
            "satisfied/stated",
            "ask/unclear",
            "form_not_accepted/stated:original",
            "expired/general:original",
            "missing/stated:original",
        ],
    ),
    ("right_to_apply", &["satisfied/stated", "ask/unclear", "not_entitled/stated:parent+guardian+trustee+attorney"]),
];

/// What No. 916 changes: of several owners every one's document is wanted.
const OF_2025_11: &[(&str, &[(&str, &str)])] = &[(
    "owner_identity",
    &[
        ("ask/unclear", "missing/stated:original+electronic"),
        ("ask/unclear", "form_not_accepted/stated:original+electronic"),
        ("ask/unclear", "expired/general:original+electronic"),
    ],
)];

fn told(changes: &[(&str, &[(&str, &str)])]) -> BTreeSet<(String, String, String)> {
    let of = |(name, pairs): &(&str, &[(&str, &str)])| {
        let named = |(before, after): &(&str, &str)| ((*name).to_owned(), (*before).to_owned(), (*after).to_owned());
        pairs.iter().map(named).collect::<Vec<_>>()
    };
    changes.iter().flat_map(of).collect()
}

#[test]
fn the_editions_change_what_the_rules_say_and_nothing_else() {
    let with_a_person = WITH_A_PERSON.iter().flat_map(|(name, said)| {
        let both = |said: &&str| [(String::new(), (*said).to_owned()), ((*said).to_owned(), String::new())];
        said.iter().flat_map(both).map(|(before, after)| ((*name).to_owned(), before, after)).collect::<Vec<_>>()
    });
    let of_2024: BTreeSet<_> = told(OF_2024_09).into_iter().chain(with_a_person).collect();
    assert_eq!(changes(date(2024, 3, 16), date(2024, 9, 24)), of_2024);
    assert_eq!(changes(date(2024, 9, 24), date(2025, 11, 30)), told(OF_2025_11));
}

/// Whether the rules say that a requirement of somebody with these answers changes from the edition of this place to the next one.
fn may_change(from: usize, requirement: Requirement, of: Set<Answer>) -> bool {
    let any = |answers: &[Answer]| of.meets(Answer::set(answers));
    let is_resident = any(&[Answer::Foreigner, Answer::Stateless]);
    let is_represented = any(&[Answer::Parent, Answer::Guardian, Answer::Trustee, Answer::Attorney]);
    let is_owners = any(&[Answer::OwnerAmongUs, Answer::OtherOwner, Answer::CoOwned]);
    let (proxy, some) = (any(&[Answer::OwnerPresentProxy]), any(&[Answer::OwnerPresentSome]));
    let co_owned = any(&[Answer::CoOwned]);
    let is_attorneys = (co_owned || any(&[Answer::OtherOwner])) && proxy || co_owned && some;
    match requirement {
        Requirement::OwnerIdentity if from == 1 => co_owned && !proxy && !some,
        _ if from == 1 => false,
        Requirement::OwnerIdentity => is_attorneys,
        Requirement::OwnerConsent => any(&[Answer::Own]) || is_owners,
        Requirement::OwnerPresence => any(&[Answer::Own]) && is_represented || is_owners && proxy,
        Requirement::WhoseConsent => any(&[Answer::StateHousing, Answer::Institution]),
        Requirement::BirthCertificate => any(&[Answer::Under14, Answer::Aged14To15, Answer::Aged16To17]),
        Requirement::OwnRegistration => {
            any(&[Answer::Under14])
                || any(&[Answer::Aged14To15]) && (any(&[Answer::Refugee]) || is_resident && any(&[Answer::Temporary]))
        }
        _ => false,
    }
}

/// Whether somebody with these answers is in scope of one of the two editions only.
fn comes_or_goes(of: Set<Answer>) -> bool {
    let is_exempt = [Answer::Under14, Answer::Temporary].iter().all(|answer| of.contains(*answer))
        && of.meets(Answer::set(&[Answer::Foreigner, Answer::Stateless]));
    of.contains(Answer::AsylumSeeker) || is_exempt
}

/// Every status of these findings, with its basis, held in any one form; what stays the same is left out.
fn differing(from: usize, application: &Application) -> BTreeSet<Requirement> {
    let held = |form| Held { form: Some(form), valid_until: None };
    let mut differing = BTreeSet::new();
    for form in Form::ALL {
        let mut application = application.clone();
        for document in Document::ALL {
            profile::set_document(&mut application, *document, held(*form));
        }
        let said = |edition: &Edition| -> BTreeSet<_> {
            let report = check(&[Edition { from: law::EDITIONS[0].from, ..*edition }], &application);
            report.findings.iter().map(|finding| (finding.requirement, finding.status, finding.basis)).collect()
        };
        let (before, after) = (said(&law::EDITIONS[from]), said(&law::EDITIONS[from + 1]));
        differing.extend(before.symmetric_difference(&after).map(|(requirement, ..)| *requirement));
    }
    differing
}

#[test]
fn each_change_is_of_those_whom_the_rules_name_and_of_all_of_them() {
    for from in [0, 1] {
        for mut application in profile::whole_answers(&law::EDITIONS[from + 1]) {
            application.visit_date = law::EDITIONS[2].from;
            let of = application.people[0].answers.given().union(application.answers.given());
            if from == 0 && comes_or_goes(of) {
                continue;
            }
            let named = |requirement: &Requirement| may_change(from, *requirement, of);
            let expected: BTreeSet<_> = Requirement::ALL.iter().copied().filter(named).collect();
            assert_eq!(differing(from, &application), expected, "{application:#?}");
        }
    }
}

/// The counts are those of the reports themselves, taken one by one.
#[test]
fn the_counts_are_those_of_the_reports() {
    let summary = between_editions(law::EDITIONS, date(2024, 9, 24), date(2025, 11, 30)).expect("two editions");
    let [before, after] = [law::EDITIONS[1], Edition { from: law::EDITIONS[1].from, ..law::EDITIONS[2] }];
    let (mut profiles, mut verdicts) = (0, 0);
    for mut application in profile::whole_answers(&before) {
        let papers = profile::asked_papers(&[before], &application);
        each_hand(&mut application, &papers, &mut |application| {
            let verdict = |edition| -> Verdict { check(&[edition], application).verdict };
            profiles += 1;
            verdicts += u64::from(verdict(before) != verdict(after));
        });
    }
    assert_eq!((summary.profiles, summary.verdicts), (profiles, verdicts));
}

fn each_hand(
    application: &mut tirkeu::Application,
    papers: &[tirkeu::Document],
    visit: &mut dyn FnMut(&tirkeu::Application),
) {
    let Some((document, rest)) = papers.split_first() else { return visit(application) };
    let ways = profile::folded_held(*document, application.visit_date);
    for held in ways.into_iter().filter(|held| held.form.is_some()) {
        profile::set_document(application, *document, held);
        each_hand(application, rest, visit);
    }
}
