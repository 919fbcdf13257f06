//! The code for the counter or a helper: what is written is read back, what was mistyped never is, and old codes are read for ever.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use fastrand::Rng;
use time::{Date, Duration};
use tirkeu::wire::code::{Code, Fault, GROUP, MOST_PEOPLE, SamePapers, sealed, tables, without_dates};
use tirkeu::wire::{Refusal, read};
use tirkeu::{
    Answer, Answers, Application, Document, Documents, Fact, Form, Held, Id, Person, SOME_DAY_BEFORE, check, date, law,
    parse_date, write_date,
};

/// The characters that a code is written in.
const CHARACTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn pick<T: Copy>(random: &mut Rng, from: &[T]) -> T {
    *random.choice(from).expect("something to pick from")
}

/// Any day: mostly one near the visit, sometimes one of any year.
fn day(random: &mut Rng, near: Date) -> Date {
    match random.u8(0..5) {
        4 => SOME_DAY_BEFORE,
        0 => near + Duration::days(random.i64(-1..=1)),
        1 | 2 => near.saturating_add(Duration::days(random.i64(-1200..4200))),
        _ => date(0, 1, 1) + Duration::days(random.i64(0..3_652_425)),
    }
}

fn answers(random: &mut Rng, facts: &[Fact]) -> Answers {
    let known: Vec<Fact> = facts.iter().filter(|_| random.u8(0..4) > 0).copied().collect();
    known.iter().map(|fact| pick(random, &fact.answers().iter().collect::<Vec<_>>())).collect()
}

fn documents(random: &mut Rng, papers: &[Document], visit: Date) -> Documents {
    papers.iter().fold(Documents::UNKNOWN, |documents, paper| {
        let form = (random.u8(0..4) > 0).then(|| pick(random, Form::ALL));
        let valid_until = (paper.has_valid_until() && random.bool()).then(|| day(random, visit));
        documents.with(*paper, Held { form, valid_until })
    })
}

/// Any application of this many people.
fn application(random: &mut Rng, people: usize) -> Application {
    let visit_date = day(random, date(2026, 12, 1));
    let mut application = Application::on(visit_date);
    application.answers = answers(random, Fact::APPLICATION);
    application.documents = documents(random, Document::APPLICATION, visit_date);
    for _ in 0..people {
        let answers = answers(random, Fact::PERSON);
        application.people.push(Person { answers, documents: documents(random, Document::PERSON, visit_date) });
    }
    application
}

fn code(application: &Application) -> Code {
    Code::of(application, &check(law::EDITIONS, application))
}

fn written(application: &Application) -> String {
    code(application).write().expect("a code of at most 30 people")
}

/// One adult who has said everything, with dates or without.
fn adult(has_dates: bool) -> Application {
    let day = |day| has_dates.then_some(day);
    let held = |form, valid_until| Held { form: Some(form), valid_until };
    let answers = [Answer::Foreigner, Answer::Adult, Answer::IncapacitatedNo, Answer::Attorney];
    let person = Documents::UNKNOWN
        .with(Document::IdentityDocument, held(Form::Electronic, day(date(2030, 1, 31))))
        .with(Document::PowerOfAttorney, held(Form::Original, day(date(2027, 3, 1))));
    Application {
        visit_date: date(2026, 12, 1),
        answers: Answers::from_iter([Answer::Permanent, Answer::CoOwned, Answer::OwnerPresentSome]),
        documents: Documents::UNKNOWN
            .with(Document::RepresentativeIdentity, held(Form::Original, day(date(2036, 11, 30))))
            .with(Document::OwnerIdentity, held(Form::Copy, day(date(2024, 5, 9))))
            .with(Document::OwnerConsent, held(Form::NotHeld, None)),
        people: vec![Person { answers: Answers::from_iter(answers), documents: person }],
    }
}

/// The values of a code's characters.
fn values(code: &str) -> Vec<usize> {
    code.chars().filter_map(|letter| CHARACTERS.find(letter)).collect()
}

/// The code with these values.
fn typed(values: &[usize]) -> String {
    values.iter().filter_map(|value| CHARACTERS.chars().nth(*value)).collect()
}

/// Codes of every kind of length, from nobody to the longest.
fn samples() -> Vec<Vec<usize>> {
    let mut random = Rng::with_seed(16);
    let mut all: Vec<String> = [adult(false), adult(true)].iter().map(written).collect();
    all.extend([0, 1, 1, 2, 6].map(|people| written(&application(&mut random, people))));
    all.push(code(&family()).with_same(&same(Some(0), &[2, 3])).write().expect("a code of the second schema"));
    all.iter().map(|code| values(code)).collect()
}

#[test]
fn what_is_written_is_read_back() {
    let mut random = Rng::with_seed(1);
    for round in 0..20_000 {
        let people = if round % 50 == 0 { random.usize(0..=MOST_PEOPLE) } else { round % 7 };
        let application = application(&mut random, people);
        let code = code(&application).with_same(&same_papers(&mut random, people));
        let written = code.write().expect("a code of at most 30 people");
        assert_eq!(Code::read(&written).as_ref(), Ok(&code), "{written}");
        let told = Code { application: without_dates(&application), ..code };
        assert_eq!(Code::read(&told.write().expect("a code")), Ok(told));
    }
}

/// Any papers that are one, whether they may be or not.
fn same_papers(random: &mut Rng, people: usize) -> SamePapers {
    let representative = (people > 0 && random.bool()).then(|| random.usize(0..people));
    SamePapers { representative, certificates: (0..people).filter(|_| random.bool()).collect() }
}

/// A mother, a father and their two children.
fn family() -> Application {
    let person = |age, applicant| {
        let answers = Answers::from_iter([Answer::Foreigner, age, Answer::IncapacitatedNo, applicant]);
        let held = Held { form: Some(Form::Original), valid_until: None };
        let papers = [Document::IdentityDocument, Document::BirthCertificate, Document::ProofOfAuthority];
        let papers = if applicant == Answer::Parent { &papers[..] } else { &papers[..1] };
        Person { answers, documents: papers.iter().fold(Documents::UNKNOWN, |all, paper| all.with(*paper, held)) }
    };
    let (adult, child) = (person(Answer::Adult, Answer::Oneself), person(Answer::Under14, Answer::Parent));
    Application { people: vec![adult, adult, child, child], ..self::adult(false) }
}

fn same(representative: Option<usize>, certificates: &[usize]) -> SamePapers {
    SamePapers { representative, certificates: certificates.to_vec() }
}

#[test]
fn which_papers_are_one_is_told_and_takes_nothing_where_none_is() {
    let plain = code(&family());
    let written = |same: &SamePapers| plain.clone().with_same(same).write().expect("a code");
    assert_eq!(written(&SamePapers::default()), plain.write().expect("a code"));
    assert!(written(&SamePapers::default()).starts_with("14"), "the first schema, which older versions read");
    for told in [same(Some(1), &[]), same(None, &[3]), same(Some(0), &[2, 3])] {
        let written = written(&told);
        assert!(written.starts_with("24"), "{written}");
        assert_eq!(Code::read(&written).map(|code| code.same), Ok(told));
    }
    let most = written(&same(Some(1), &[2, 3])).len();
    assert!(most <= written(&SamePapers::default()).len() + 2, "a character at most, and a hyphen");
}

#[test]
fn papers_that_cannot_be_one_are_not_told_to_be() {
    for told in [same(Some(2), &[]), same(Some(9), &[]), same(None, &[0, 1, 9])] {
        assert_eq!(code(&family()).with_same(&told), code(&family()), "{told:?}");
    }
    assert_eq!(code(&adult(false)).with_same(&same(Some(0), &[0])), code(&adult(false)), "nobody applies for another");
}

/// A field more in any of these does not compile here: whoever adds one decides whether a code may tell it.
#[test]
fn a_code_tells_answers_and_nothing_else() {
    let Code { application, same, edition, digest } = Code::read(&written(&adult(true))).expect("a code");
    let SamePapers { representative, certificates } = same;
    assert_eq!((representative, certificates.len()), (None, 0));
    let Application { visit_date, answers, documents, people } = application;
    let Person { answers: of_person, documents: held } = people[0];
    let Held { form, valid_until } = held.get(Document::IdentityDocument);
    let told = (visit_date, edition, digest < Code::DIGESTS, form, valid_until, documents == adult(true).documents);
    let (visit, last) = (date(2026, 12, 1), date(2030, 1, 31));
    assert_eq!(told, (visit, Some(date(2025, 11, 30)), true, Some(Form::Electronic), Some(last), true));
    assert_eq!((answers, of_person), (adult(true).answers, adult(true).people[0].answers));
}

#[test]
fn one_adult_takes_20_to_30_characters_in_groups_of_four() {
    for (has_dates, groups, characters) in [(false, 5, 20), (true, 8, 30)] {
        let written = written(&adult(has_dates));
        let parts: Vec<&str> = written.split('-').collect();
        assert_eq!((parts.len(), written.replace('-', "").len()), (groups, characters), "{written}");
        let (last, whole) = parts.split_last().expect("a group");
        assert!(whole.iter().all(|part| part.len() == GROUP) && last.len() <= GROUP, "{written}");
        assert!(written.replace('-', "").chars().all(|letter| CHARACTERS.contains(letter)), "{written}");
    }
    let past = |held: &Documents| {
        let ended =
            |document: &Document| (*document, Held { valid_until: Some(SOME_DAY_BEFORE), ..held.get(*document) });
        Document::ALL
            .iter()
            .filter(|document| document.has_valid_until())
            .map(ended)
            .fold(*held, |held, (document, ended)| held.with(document, ended))
    };
    let mut expired = adult(false);
    expired.documents = past(&expired.documents);
    expired.people[0].documents = past(&expired.people[0].documents);
    assert_eq!(written(&expired).replace('-', "").len(), 20, "past its date in one tap takes no room");
    let nothing_known = written(&Application { people: vec![Person::default()], ..Application::on(date(2026, 12, 1)) });
    assert_eq!(nothing_known.replace('-', "").len(), 20, "as long, whatever was said: {nothing_known}");
}

#[test]
fn families_take_what_the_documentation_says() {
    let length = |people: usize, has_dates| {
        let one = adult(has_dates);
        let people = vec![one.people[0]; people];
        written(&Application { people, ..one }).replace('-', "").len()
    };
    assert_eq!(
        [4, 6, 30].map(|people| (length(people, false), length(people, true))),
        [(34, 58), (43, 77), (149, 301)]
    );
}

#[test]
fn the_longest_code_is_still_one() {
    let far = Held { form: Some(Form::Copy), valid_until: Some(date(9999, 12, 31)) };
    let all = |papers: &[Document]| {
        let dated = papers.iter().filter(|paper| paper.has_valid_until());
        dated.fold(Documents::UNKNOWN, |documents, paper| documents.with(*paper, far))
    };
    let person = Person { documents: all(Document::PERSON), ..adult(true).people[0] };
    let application = Application {
        visit_date: date(9999, 12, 31),
        documents: all(Document::APPLICATION),
        people: vec![person; MOST_PEOPLE],
        ..adult(true)
    };
    let application = Application { visit_date: date(1, 1, 1), ..application };
    let written = written(&application);
    assert_eq!(Code::read(&written).map(|code| code.application), Ok(application));
    assert!(written.replace('-', "").len() <= 640, "{}", written.len());
}

#[test]
fn one_wrong_character_is_always_caught_and_its_group_named() {
    for right in samples() {
        for place in 0..right.len() {
            for value in (0..32).filter(|value| *value != right[place]) {
                let mut wrong = right.clone();
                wrong[place] = value;
                let fault = Code::read(&typed(&wrong)).expect_err("a wrong character");
                let group = wrong.chunks(GROUP).nth(place / GROUP).map(typed).expect("a group");
                assert_eq!(fault, Fault::Mistyped { group: Some((place / GROUP + 1, group)) }, "{}", typed(&wrong));
            }
        }
    }
}

#[test]
fn two_swapped_neighbours_are_always_caught_and_their_group_named() {
    let mut random = Rng::with_seed(2);
    let mut codes = samples();
    codes.extend((0..300).map(|_| values(&written(&application(&mut random, 1)))));
    let mut swaps = 0;
    for right in codes {
        for place in (1..right.len()).filter(|place| right[place - 1] != right[*place]) {
            let mut wrong = right.clone();
            wrong.swap(place - 1, place);
            let fault = Code::read(&typed(&wrong)).expect_err("two swapped characters");
            let Fault::Mistyped { group: Some((group, _)) } = fault else { panic!("{fault:?} {}", typed(&wrong)) };
            assert_eq!(group, (place - 1) / GROUP + 1, "{}", typed(&wrong));
            swaps += 1;
        }
    }
    assert!(swaps > 5000, "{swaps}");
}

#[test]
fn two_wrong_characters_anywhere_are_always_caught() {
    let right = values(&written(&adult(true)));
    for (one, other) in (0..right.len()).flat_map(|one| (0..one).map(move |other| (one, other))) {
        for (by, also) in (1..32).flat_map(|by| (1..32).map(move |also| (by, also))) {
            let mut wrong = right.clone();
            wrong[one] ^= by;
            wrong[other] ^= also;
            assert!(Code::read(&typed(&wrong)).is_err(), "{}", typed(&wrong));
        }
    }
}

#[test]
fn a_cut_code_is_never_read_and_told_to_be_cut() {
    for right in samples() {
        for length in 0..right.len() {
            let fault = Code::read(&typed(&right[..length])).expect_err("a cut code");
            let is_told = match &fault {
                Fault::Empty => length == 0,
                Fault::Cut { characters, least, .. } => *characters == length && *least > length,
                // Long enough for another code of so many people: then it cannot be told from a mistyped one.
                Fault::Mistyped { .. } => length >= 16,
                _ => false,
            };
            assert!(is_told, "{fault:?} {length} of {}", right.len());
        }
    }
}

#[test]
fn zeros_too_many_are_caught() {
    for right in samples() {
        let right = typed(&right);
        assert!(Code::read(&format!("{right}0")).is_err() && Code::read(&format!("0{right}")).is_err());
    }
}

#[test]
fn whatever_a_hand_or_a_scanner_makes_of_it_is_read() {
    const RUSSIAN: (&str, &str) = ("QWERTYUIOPASDFGHJKLZXCVBNM", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ");
    const KAZAKH_DIGITS: (&str, &str) = ("1234567890-", "\"әіңғ,.үұқө");
    const LOOKS: (&str, &str) = ("ABEKMHPCTYX", "АВЕКМНРСТУХ");
    let by = |text: &str, table: (&str, &str)| -> String {
        let key = |letter| table.0.chars().position(|other| other == letter).and_then(|at| table.1.chars().nth(at));
        text.chars().map(|letter| key(letter).unwrap_or(letter)).collect()
    };
    let mut random = Rng::with_seed(3);
    for _ in 0..500 {
        let code = code(&application(&mut random, 2));
        let written = code.write().expect("a code");
        let russian = by(&written, RUSSIAN);
        for typed in [
            written.to_lowercase(),
            written.replace('-', ""),
            written.replace('-', " – ") + ".\r\n",
            written.replace('0', "o").replace('1', "l"),
            written.replace('0', "O").replace('1', "I"),
            russian.clone(),
            russian.to_lowercase(),
            by(&russian, KAZAKH_DIGITS),
            by(&russian, KAZAKH_DIGITS).to_uppercase(),
            by(&written, LOOKS),
            format!("\u{feff}\u{202a}{written}\u{202c}\t"),
        ] {
            assert_eq!(Code::read(&typed).as_ref(), Ok(&code), "{typed}");
        }
    }
}

#[test]
fn a_character_that_no_code_has_is_named() {
    let mut written = written(&adult(false));
    written.replace_range(5..6, "U");
    assert_eq!(Code::read(&written), Err(Fault::Foreign { letter: 'U', group: 2 }));
    let message = Refusal::from(Code::read("1€").expect_err("no code")).message;
    assert_eq!(message, "code, group 1: \"€\" is not right here; a digit or a letter but U would be");
}

#[test]
fn a_newer_schema_is_not_guessed_at() {
    let newer = sealed("3177777777777777");
    assert_eq!(Code::read(&newer), Err(Fault::Newer { schema: '3' }));
    let message = Refusal::from(Code::read(&newer).expect_err("newer")).message;
    assert!(
        message.starts_with("code, group 1: \"3\" is not right here; 1 or 2 would be: a newer version"),
        "{message}"
    );
}

#[test]
fn what_nobody_writes_is_no_code() {
    // More people than there may be; a number that is too large; one with more characters than it needs.
    // What the first schema has room for, in the second.
    let plain = written(&adult(false)).replace('-', "");
    let in_the_second = ["2", &plain[1..plain.len() - 4]].concat();
    for body in ["1Z77777777777777", "11ZZZZZZZZZZZZZZ", "1177777777777777777777", &in_the_second] {
        assert_eq!(Code::read(&sealed(body)), Err(Fault::Nothing), "{body}");
    }
}

#[test]
fn more_than_thirty_people_are_refused() {
    let mut random = Rng::with_seed(4);
    let fault = code(&application(&mut random, 31)).write().expect_err("31 people");
    let refusal = Refusal::from(fault);
    assert_eq!(refusal.path, "people");
    assert_eq!(
        refusal.message,
        "people: a list of 31 is not right here; at most 30 would be in one code: check a list instead"
    );
}

#[test]
fn without_dates_the_answer_is_the_same() {
    let mut random = Rng::with_seed(5);
    for round in 0..3000 {
        let mut application = application(&mut random, round % 4);
        application.visit_date = pick(&mut random, &[date(2024, 5, 1), date(2025, 11, 29), date(2026, 12, 1)]);
        let told = without_dates(&application);
        let (seen, now) = (check(law::EDITIONS, &application), check(law::EDITIONS, &told));
        assert_eq!(seen.findings, now.findings);
        assert!(Code::of(&told, &seen).is_answered_by(&now));
        let days: BTreeSet<String> = dates_of(&told).into_iter().map(write_date).collect();
        assert!(days.iter().all(|day| *day == write_date(SOME_DAY_BEFORE)), "{days:?}");
    }
}

fn dates_of(application: &Application) -> Vec<Date> {
    let all = |documents: &Documents| -> Vec<Date> {
        Document::ALL.iter().filter_map(|document| documents.get(*document).valid_until).collect()
    };
    let people = application.people.iter().flat_map(|person| all(&person.documents));
    all(&application.documents).into_iter().chain(people).collect()
}

#[test]
fn another_report_has_another_digest() {
    let mut random = Rng::with_seed(7);
    let mut digests = BTreeSet::new();
    let mut reports = BTreeSet::new();
    for _ in 0..60 {
        let application = Application { visit_date: date(2026, 12, 1), ..application(&mut random, 1) };
        let report = check(law::EDITIONS, &application);
        let code = Code::of(&application, &report);
        assert!(code.is_answered_by(&report));
        digests.insert(code.digest);
        let statuses = report.findings.iter().map(|finding| (finding.requirement.id(), finding.status.id()));
        reports.insert((report.verdict.id(), statuses.collect::<Vec<_>>()));
    }
    assert!(reports.len() > 20 && digests.len() + 2 >= reports.len(), "{} {}", digests.len(), reports.len());
}

#[test]
fn nothing_that_is_typed_makes_it_fail() {
    let mut random = Rng::with_seed(6);
    let mut read = 0_u32;
    for _ in 0..300_000 {
        let length = random.usize(0..48);
        let text: String = match random.u8(0..3) {
            0 => (0..length).map(|_| random.char(..)).collect(),
            1 => (0..length).map(|_| pick(&mut random, CHARACTERS.as_bytes()) as char).collect(),
            _ => sealed(&(0..length).map(|_| pick(&mut random, CHARACTERS.as_bytes()) as char).collect::<String>()),
        };
        if let Ok(code) = Code::read(&text) {
            let again = code.write().expect("what is read is written");
            assert_eq!(Code::read(&again), Ok(code));
            read += 1;
        }
    }
    assert!(read < 300_000);
}

/// The tables of every schema as they were when it was released. Never change a line: a new schema adds its own.
const TABLES: &str = "\
schema 1
application permanent temporary
application own owner_among_us other_owner co_owned state_housing institution
application yes some proxy no
application representative_identity valid_until
application owner_identity valid_until
application owner_consent
application institution_request
person foreigner stateless refugee asylum_seeker citizen temporary_permit visitor
person under_14 14_15 16_17 adult
person yes no
person self parent guardian trustee attorney institution
person identity_document valid_until
person birth_certificate
person proof_of_authority
person power_of_attorney valid_until
forms original electronic copy none
editions 2024-03-16 2024-09-24 2025-11-30
schema 2
application permanent temporary
application own owner_among_us other_owner co_owned state_housing institution
application yes some proxy no
application representative_identity valid_until
application owner_identity valid_until
application owner_consent
application institution_request
person foreigner stateless refugee asylum_seeker citizen temporary_permit visitor
person under_14 14_15 16_17 adult
person yes no
person self parent guardian trustee attorney institution
person identity_document valid_until
person birth_certificate
person proof_of_authority
person power_of_attorney valid_until
forms original electronic copy none
same identity_document representative_identity
same birth_certificate proof_of_authority
editions 2024-03-16 2024-09-24 2025-11-30
";

#[test]
fn the_tables_of_a_schema_never_change() {
    // Editions alone are appended.
    let tables = tables();
    let is_as_it_was = |(line, was): (&str, &str)| line == was || was.starts_with("editions ") && line.starts_with(was);
    assert!(
        tables.lines().count() == TABLES.lines().count() && tables.lines().zip(TABLES.lines()).all(is_as_it_was),
        "{tables}"
    );
}

#[test]
fn every_edition_of_the_law_has_a_place() {
    for edition in law::EDITIONS {
        let code = code(&Application { visit_date: edition.from, ..adult(false) });
        assert_eq!(Code::read(&code.write().expect("a code")).map(|code| code.edition), Ok(Some(edition.from)));
    }
    let before = code(&Application { visit_date: date(2024, 3, 15), ..adult(false) });
    assert_eq!(Code::read(&before.write().expect("a code")).map(|code| code.edition), Ok(None));
}

/// Codes on paper, of every schema, with the edition and the digest that they carry and with what they say. Never change a line: they
/// are out there.
const GOLDEN: &[(&str, &str, u32, &str)] = &[
    (
        "1121-F976-ZN4G-NXC4-GNBR",
        "2025-11-30",
        185,
        r#"{"visit_date": "2026-12-01",
            "answers": {"service": "permanent", "residence": "co_owned", "owner_present": "some"},
            "documents": {"representative_identity": {"form": "original"}, "owner_identity": {"form": "copy"},
                          "owner_consent": {"form": "none"}},
            "people": [{"answers": {"status": "foreigner", "age": "adult", "incapacitated": "no", "applicant": "attorney"},
                        "documents": {"identity_document": {"form": "electronic"}, "power_of_attorney": {"form": "original"}}}]}"#,
    ),
    (
        "113P-2C0D-THMB-PVRM-DB0A-HQFX-C4HG-RM",
        "2025-11-30",
        185,
        r#"{"visit_date": "2026-12-01",
            "answers": {"service": "permanent", "residence": "co_owned", "owner_present": "some"},
            "documents": {"representative_identity": {"form": "original", "valid_until": "2036-11-30"},
                          "owner_identity": {"form": "copy", "valid_until": "2024-05-09"}, "owner_consent": {"form": "none"}},
            "people": [{"answers": {"status": "foreigner", "age": "adult", "incapacitated": "no", "applicant": "attorney"},
                        "documents": {"identity_document": {"form": "electronic", "valid_until": "2030-01-31"},
                                      "power_of_attorney": {"form": "original", "valid_until": "2027-03-01"}}}]}"#,
    ),
    (
        "130M-8SKA-XB1F-4TN1-KZSC-E190-VFX0-GFD3-FNFS-T",
        "2025-11-30",
        1475,
        r#"{"visit_date": "2031-02-09", "answers": {"service": "permanent", "residence": "institution"},
            "documents": {"representative_identity": {"form": "copy", "valid_until": "2031-02-09"},
                          "owner_consent": {"form": "original"}, "institution_request": {"form": "original"}},
            "people": [{"answers": {"status": "asylum_seeker", "age": "16_17", "incapacitated": "no", "applicant": "attorney"},
                        "documents": {"identity_document": {"form": "copy", "valid_until": "2030-03-21"},
                                      "birth_certificate": {"form": "none"}}},
                       {"answers": {"status": "visitor", "age": "16_17", "applicant": "self"},
                        "documents": {"power_of_attorney": {"form": "copy", "valid_until": "2036-06-17"}}},
                       {"answers": {"status": "stateless", "age": "under_14", "incapacitated": "yes", "applicant": "institution"},
                        "documents": {"birth_certificate": {"form": "copy"}, "proof_of_authority": {"form": "original"},
                                      "power_of_attorney": {"form": "none"}}}]}"#,
    ),
    (
        "229M-J6YQ-WM83-4QEX-52BY-YJHT-HCFB-9F",
        "2025-11-30",
        64,
        r#"{"visit_date": "2026-12-01", "answers": {"service": "permanent", "residence": "own"},
            "documents": {"representative_identity": {"form": "original", "valid_until": "2030-01-31"}},
            "people": [{"answers": {"status": "foreigner", "age": "adult", "incapacitated": "no", "applicant": "self"},
                        "documents": {"identity_document": {"form": "original", "valid_until": "2030-01-31"}}},
                       {"answers": {"status": "foreigner", "age": "under_14", "applicant": "parent"},
                        "documents": {"birth_certificate": {"form": "original"}, "proof_of_authority": {"form": "original"}}}]}"#,
    ),
];

#[test]
fn codes_on_paper_are_read_for_ever() {
    for (code, edition, digest, said) in GOLDEN {
        let application = read(said).expect("an application");
        // The second schema, of which there is one here, also tells these.
        let same = if code.starts_with('2') { same(Some(0), &[1]) } else { SamePapers::default() };
        assert_eq!(
            Code::read(code),
            Ok(Code { application, same, edition: parse_date(edition), digest: *digest }),
            "{code}"
        );
    }
    let schemas: BTreeSet<_> = GOLDEN.iter().map(|(code, ..)| code.chars().next()).collect();
    assert_eq!(schemas, BTreeSet::from([Some('1'), Some('2')]), "a code of every schema");
}
