//! Hostile text: whatever stands in it, the decoder reads an application or refuses it with a place and a short message.

#![cfg(not(target_arch = "wasm32"))]

use fastrand::Rng;
use serde_json::Value;
use tirkeu::wire::{Answered, Refusal, check_many, questions, read, read_appeal, read_packed, words};
use tirkeu::{
    Answers, Application, Document, Documents, Fact, Held, Id, Person, check, date, law, parse_date, wire, write_date,
};

const EXAMPLE: &str = r#"{"visit_date": "2026-12-01", "answers": {"service": "permanent", "residence": "other_owner"},
    "documents": {"owner_identity": {"form": "original", "valid_until": "2030-01-31"}, "owner_consent": {"form": "none"}},
    "people": [{"answers": {"status": "foreigner", "age": "adult"}, "documents": {"identity_document": {"form": "copy"}}}]}"#;

/// What no application holds, as JSON.
const STRANGE: &[&str] = &[
    "null",
    "true",
    "[]",
    "{}",
    "[[]]",
    "0",
    "-0.0",
    "1e400",
    "-1e-400",
    "123456789012345678901234567890",
    r#""""#,
    r#""\ud800""#,
    r#""\udfff\ud800""#,
    r#""\u0000""#,
    r#""__proto__""#,
    r#"{"__proto__": {"visit_date": "2026-12-01"}}"#,
    r#"{"constructor": null}"#,
    r#"{"form": "original", "form": "original"}"#,
    r#""2026-02-30""#,
    r#""2026/12-01""#,
    r#""2026-12/01""#,
    r#""٢٠٢٦-١٢-٠١""#,
    "NaN",
    "'",
    "\u{feff}",
    "/* */",
];

/// Reads the text; a refusal must name what is wrong in a message that a screen can hold.
fn read_politely(text: &str) -> Result<Application, Refusal> {
    let read = read(text);
    if let Err(refusal) = &read {
        assert!(!refusal.message.is_empty(), "{text}");
        assert!(refusal.message.len() < 1500, "{} bytes of message", refusal.message.len());
    }
    read
}

#[track_caller]
fn refused(text: &str) -> Refusal {
    read_politely(text).expect_err("no application")
}

#[test]
fn strange_values_are_refused_wherever_they_stand() {
    let values = ["\"2026-12-01\"", "\"permanent\"", "{\"form\": \"none\"}", "\"none\"", "\"2030-01-31\"", "\"adult\""];
    for value in values {
        for strange in STRANGE.iter().filter(|strange| **strange != "{}" || !value.starts_with('{')) {
            refused(&EXAMPLE.replacen(value, strange, 1));
        }
    }
}

#[test]
fn strange_keys_are_refused_wherever_they_stand() {
    let keys =
        ["visit_date", "answers", "residence", "documents", "owner_consent", "form", "valid_until", "people", "age"];
    for key in keys {
        for strange in ["", "__proto__", "toString", "visit_date ", "Visit_date", "\\u0000", "\\ud83d"] {
            refused(&EXAMPLE.replacen(&format!("\"{key}\""), &format!("\"{strange}\""), 1));
        }
    }
}

#[test]
fn what_is_cut_short_is_refused() {
    for (end, _) in EXAMPLE.char_indices() {
        refused(&EXAMPLE[..end]);
    }
}

#[test]
fn depth_and_size_are_refused_quickly() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(200_000), close.repeat(200_000));
    refused(&deep("[", "]"));
    refused(&deep("{\"people\":", "}"));
    refused(&deep("[", ""));
    refused(&format!("{{\"visit_date\": {}}}", deep("[", "]")));
    let long = "a".repeat(10_000_000);
    refused(&format!("{{\"visit_date\": \"{long}\"}}"));
    refused(&format!("{{\"{long}\": 1}}"));
    refused(&long);
    refused(&format!("{{\"visit_date\": {}}}", "9".repeat(1_000_000)));
}

#[test]
fn a_thousand_people_are_read_and_one_more_is_refused() {
    let text =
        |people: usize| format!(r#"{{"visit_date": "2026-12-01", "people": [{}]}}"#, vec!["{}"; people].join(","));
    assert_eq!(read(&text(1000)).map(|application| application.people.len()), Ok(1000));
    assert_eq!(refused(&text(1001)).path, "people");
    assert_eq!(refused(&text(1_000_000)).path, "people");
}

#[test]
fn no_change_of_a_few_bytes_brings_the_decoder_down() {
    let mut random = Rng::with_seed(267);
    for _ in 0..30_000 {
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        for _ in 0..random.usize(1..6) {
            let (at, to) = (random.usize(..bytes.len()), random.usize(..bytes.len()));
            match random.u8(0..4) {
                0 => bytes[at] = random.u8(..),
                1 => drop(bytes.drain(at.min(to)..at.max(to))),
                2 => bytes.splice(at..at, STRANGE[random.usize(..STRANGE.len())].bytes()).for_each(drop),
                _ => bytes.swap(at, to),
            }
            if bytes.is_empty() {
                break;
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(application) = read_politely(&text) {
            let value = serde_json::from_str(&text).expect("what is read is JSON");
            assert_eq!(read_packed(&packed(&value)).as_ref(), Ok(&application), "{text}");
            assert_eq!(read(&write(&application, &mut random)), Ok(application), "{text}");
        }
    }
}

/// What was written in any order of keys is read as it was.
fn reads_back(seed: u64, read: fn(&str) -> Result<Application, Refusal>) {
    let mut random = Rng::with_seed(seed);
    for _ in 0..2000 {
        let application = application(&mut random);
        assert_eq!(read(&write(&application, &mut random)), Ok(application));
    }
}

#[test]
fn the_order_of_keys_changes_nothing() {
    reads_back(192, read);
}

/// What a browser makes of a value (`src/browser/pack.js`), made here of JSON.
fn packed(value: &Value) -> Vec<u8> {
    match value {
        Value::String(text) => word(text).unwrap_or_else(|| packed_text(b't', text)),
        Value::Array(items) if items.len() > 1000 => packed_text(b'm', &items.len().to_string()),
        Value::Array(items) => [b"l", &*items.iter().flat_map(packed).collect::<Vec<_>>(), b"."].concat(),
        Value::Object(members) => {
            let key = |key: &String| packed(&Value::String(key.clone()));
            let packed = members.iter().flat_map(|(name, value)| [key(name), packed(value)].concat());
            [b"{", &*packed.collect::<Vec<_>>(), b"."].concat()
        }
        other => packed_text(b'o', &other.to_string()),
    }
}

/// A word that is known, as its number.
fn word(text: &str) -> Option<Vec<u8>> {
    let number = words().split(' ').position(|word| word == text)?;
    Some(vec![128 + u8::try_from(number).expect("few words")])
}

/// At most 127 of the UTF-16 units that JavaScript counts, behind the count of their bytes.
fn packed_text(kind: u8, text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().take(127).collect();
    let text = String::from_utf16_lossy(&units);
    let count = u16::try_from(text.len()).expect("short");
    [&[kind], &count.to_le_bytes()[..], text.as_bytes()].concat()
}

/// Both readers read the same of the same.
#[track_caller]
fn read_both(text: &str) -> Result<Application, Refusal> {
    let value = serde_json::from_str(text).expect("JSON");
    let written = read(text);
    assert_eq!(written, read_packed(&packed(&value)), "{text}");
    written
}

#[test]
fn a_browser_reads_what_the_command_line_reads() {
    reads_back(6, read_both);
}

#[test]
fn a_browser_refuses_what_the_command_line_refuses() {
    const ODD: [&str; 9] = [
        "құжат",
        "😀",
        "a😀b",
        "Ωμέγα and more",
        "",
        "\u{1}",
        "\"",
        "t\u{2}ok",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
    ];
    let text = |text: &str| serde_json::to_string(text).expect("a text");
    for odd in ODD {
        assert!(read_both(&format!(r#"{{"visit_date": {}}}"#, text(odd))).is_err());
        assert!(read_both(&format!(r#"{{"visit_date": "2026-12-01", {}: 1}}"#, text(odd))).is_err());
        assert!(read_both(&format!(r#"{{"people": [{{{}: {{}}}}]}}"#, text(odd))).is_err());
    }
    for strange in ["null", "true", "7", "[]", "[[]]", "[7]", "{}", r#"{"a": []}"#] {
        for place in ["", "visit_date", "answers", "people", "documents"] {
            let whole = format!(r#"{{"{place}": {strange}}}"#);
            assert!(read_both(if place.is_empty() { strange } else { &whole }).is_err());
        }
    }
    for people in [1000, 1001, 5000] {
        let list = vec!["{}"; people].join(",");
        assert_eq!(
            read_both(&format!(r#"{{"visit_date": "2026-12-01", "people": [{list}]}}"#)).is_ok(),
            people == 1000
        );
    }
}

#[test]
fn what_throws_is_told_with_its_reason_and_what_is_cut_short_is_not_there() {
    let pack = |parts: &[&[u8]]| parts.concat();
    let visit = &packed_text(b't', "visit_date")[..];
    let thrown = read_packed(&pack(&[b"{", visit, &packed_text(b'x', "no"), b"."])).expect_err("no date");
    assert_eq!(thrown.message, "visit_date: reading it failed (no); a plain value would be right");
    assert_eq!(thrown.to_string(), thrown.message);
    let people = packed_text(b't', "people");
    let undefined = pack(&[b"{", visit, &packed_text(b't', "2026-12-01"), &people, b"u."]);
    assert!(read_packed(&undefined).expect("people need not be there").people.is_empty());
    assert!(read_packed(b"").is_err() && read_packed(b"{t\x0a\0visit").is_err());
}

/// What a browser sends: the letters that stand before what belongs to them, in any order.
#[test]
fn no_packed_text_brings_the_decoder_down() {
    let texts = ["answers", "people", "visit_date", "2026-12-01", "пңи", ""].map(|text| packed_text(b't', text));
    let known = ["answers", "people", "age", "adult", "form"].map(|text| word(text).expect("a word"));
    let letters = "ut{lmox.\0\u{1}\u{7f}".bytes().chain([127, 200, 255]).map(|letter| vec![letter]);
    let parts: Vec<Vec<u8>> = texts.into_iter().chain(known).chain(letters).collect();
    let mut random = Rng::with_seed(267);
    let mut read_at_all = 0;
    for _ in 0..100_000 {
        let some = (0..random.usize(0..12)).flat_map(|_| parts[random.usize(..parts.len())].clone());
        let begin = [b"{", &*word("visit_date").expect("a word"), &*packed_text(b't', "2026-12-01")].concat();
        let packed: Vec<u8> = begin.into_iter().chain(some).collect();
        match read_packed(&packed) {
            Ok(_) => read_at_all += 1,
            Err(refusal) => assert!(!refusal.message.is_empty() && refusal.message.len() < 1500, "{packed:?}"),
        }
    }
    assert!(read_at_all > 0, "the decoder never came to an end");
}

/// What is written straight into bytes is what a library for all of JSON writes, also where it was written before: each application
/// comes on several days, and some of them again.
#[test]
fn a_report_is_written_as_a_library_writes_it() {
    let mut random = Rng::with_seed(677);
    let (mut lines, mut reports) = (String::new(), String::new());
    for _ in 0..3000 {
        let mut application = application(&mut random);
        for _ in 0..random.usize(1..4) {
            application.visit_date = date(random.i32(2024..2028), random.u8(1..13), random.u8(1..29));
            let report = check(law::EDITIONS, &application);
            let written = serde_json::to_string(&report).expect("a report can be written");
            assert_eq!(wire::text(&report), written);
            let times = random.usize(1..3);
            lines += &(write(&application, &mut random) + "\n").repeat(times);
            reports += &(written + "\n").repeat(times);
        }
    }
    let (mut before, lines) = (Answered::default(), lines.split_inclusive('\n').collect::<Vec<_>>());
    let mut answer =
        |lines: &[&str]| check_many(lines.concat().as_bytes(), &mut before, |line| panic!("{line} is plain"));
    let many = lines.chunks(7).flat_map(&mut answer).collect();
    assert_eq!(String::from_utf8(many).as_ref(), Ok(&reports));
    assert_eq!(wire::text(&questions()), serde_json::to_string(&questions()).expect("JSON"));
    let appeal = read_appeal("2026-11-30").expect("a day");
    assert_eq!(wire::text(&appeal), serde_json::to_string(&appeal).expect("JSON"));
}

/// Every character that JSON escapes, and some that it does not.
#[test]
fn a_refusal_is_written_as_a_library_writes_it() {
    let odd: String = (0..0x180).filter_map(char::from_u32).chain("қ😀\u{2028}".chars()).collect();
    let refusal = Refusal { path: odd.clone(), message: odd };
    assert_eq!(wire::text(&refusal), serde_json::to_string(&refusal).expect("JSON"));
}

/// The reader of plain text and that of all JSON read the same: an escape in a key is enough for the other one.
#[test]
fn what_is_plain_is_read_as_all_of_json_is() {
    reads_back(1126, |text| {
        let escaped = text.replacen("visit_date", "visit\\u005fdate", 1);
        let (plain, other) = (read(text), read(&escaped));
        assert_eq!(plain, other, "{text}");
        plain
    });
}

/// Wherever in a text something stands that no plain one holds, it is not read as if it were not there.
#[test]
fn nothing_special_in_a_plain_text_is_overlooked() {
    let line = r#"{"visit_date":"2026-12-01","answers":{"service":"permanent"},"people":[]}"#;
    for at in 1..line.len() {
        for special in ['"', '\\', '\n', '\u{1}', '\u{1f}', '\u{7f}', 'é', '\u{a0}'] {
            let text = [&line[..at], &special.to_string(), &line[at..]].concat();
            let library: Result<serde_json::Value, _> = serde_json::from_str(&text);
            let is_space =
                library.is_ok_and(|value| value == serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
            assert_eq!(read(&text).is_ok(), is_space, "{text:?}");
        }
    }
}

fn application(random: &mut Rng) -> Application {
    let mut application = Application::on(date(random.i32(1..10_000), random.u8(1..13), random.u8(1..29)));
    application.answers = answers(Fact::APPLICATION, random);
    application.documents = documents(Document::APPLICATION, random);
    for _ in 0..random.usize(0..4) {
        let answers = answers(Fact::PERSON, random);
        application.people.push(Person { answers, documents: documents(Document::PERSON, random) });
    }
    application
}

fn answers(facts: &[Fact], random: &mut Rng) -> Answers {
    let known: Vec<Fact> = facts.iter().copied().filter(|_| random.bool()).collect();
    known.into_iter().filter_map(|fact| random.choice(fact.answers().iter().collect::<Vec<_>>())).collect()
}

fn documents(all: &[Document], random: &mut Rng) -> Documents {
    all.iter().fold(Documents::UNKNOWN, |documents, document| {
        let valid_until = (document.has_valid_until() && random.bool()).then(|| date(random.i32(1..10_000), 2, 28));
        documents.with(*document, Held { form: random.choice(tirkeu::Form::ALL).copied(), valid_until })
    })
}

/// The application as JSON, its keys in any order.
fn write(application: &Application, random: &mut Rng) -> String {
    let people: Vec<String> = application
        .people
        .iter()
        .map(|person| {
            let answers = write_answers(person.answers, random);
            let documents = write_documents(&person.documents, Document::PERSON, random);
            object(vec![("answers", answers), ("documents", documents)], random)
        })
        .collect();
    let members = vec![
        ("visit_date", format!("\"{}\"", write_date(application.visit_date))),
        ("answers", write_answers(application.answers, random)),
        ("documents", write_documents(&application.documents, Document::APPLICATION, random)),
        ("people", format!("[{}]", people.join(", "))),
    ];
    object(members, random)
}

fn write_answers(answers: Answers, random: &mut Rng) -> String {
    let given = Fact::ALL.iter().filter_map(|fact| Some((fact.id(), format!("\"{}\"", answers.get(*fact)?.id()))));
    object(given.collect(), random)
}

fn write_documents(documents: &Documents, all: &[Document], random: &mut Rng) -> String {
    let mut members = Vec::new();
    for document in all {
        let held = documents.get(*document);
        let form = held.form.map(|form| ("form", format!("\"{}\"", form.id())));
        let valid_until = held.valid_until.map(|day| ("valid_until", format!("\"{}\"", write_date(day))));
        members.push((document.id(), object(form.into_iter().chain(valid_until).collect(), random)));
    }
    object(members, random)
}

fn object(mut members: Vec<(&str, String)>, random: &mut Rng) -> String {
    random.shuffle(&mut members);
    let members: Vec<String> = members.into_iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
    format!("{{{}}}", members.join(", "))
}

#[test]
fn a_day_is_written_in_one_way() {
    let mut day = date(2027, 1, 1);
    while day < date(2029, 1, 1) {
        assert_eq!(parse_date(&write_date(day)), Some(day));
        day = day.next_day().expect("a day");
    }
    let right = "2028-10-31";
    for (place, kept) in right.char_indices() {
        for other in (' '..='~').filter(|other| *other != kept && !(kept.is_ascii_digit() && other.is_ascii_digit())) {
            let wrong: String =
                right.char_indices().map(|(at, letter)| if at == place { other } else { letter }).collect();
            assert_eq!(parse_date(&wrong), None, "{wrong}");
        }
    }
}
