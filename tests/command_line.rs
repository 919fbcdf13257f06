//! The command line from outside: exit statuses, what is printed where, and in which shape.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::VecDeque;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tirkeu::Id;

/// What a run printed, and its exit status.
#[derive(Debug)]
struct Ran {
    status: Option<i32>,
    out: String,
    err: String,
}

/// Runs the program with this on its standard input.
#[track_caller]
fn run_with(input: &[u8], arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tirkeu"));
    let streams = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = streams.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it has a standard input");
    let input = input.to_owned();
    // A program that refuses its arguments never reads: then writing fails, and rightly.
    let writing = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().expect("it ends");
    writing.join().expect("writing ends");
    let text = |bytes| String::from_utf8(bytes).expect("it prints UTF-8");
    Ran { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

#[track_caller]
fn run(arguments: &[&str]) -> Ran {
    run_with(b"", arguments)
}

#[track_caller]
fn check(input: &str) -> Ran {
    run_with(input.as_bytes(), &["check", "-"])
}

#[track_caller]
fn check_lines(input: impl AsRef<[u8]>) -> Ran {
    run_with(input.as_ref(), &["check", "--lines", "-"])
}

/// A file of this test's own.
fn file(name: &str, content: &str) -> PathBuf {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, content).expect("a file can be written");
    file
}

fn path(file: &Path) -> &str {
    file.to_str().expect("a path in UTF-8")
}

#[track_caller]
fn json_of(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

/// It was answered with this verdict and exit status, as pretty JSON and nothing else.
#[track_caller]
fn answered(ran: &Ran, status: i32, verdict: &str) {
    assert_eq!((ran.status, ran.err.as_str()), (Some(status), ""), "{ran:?}");
    assert_eq!(json_of(&ran.out)["verdict"], *verdict);
    let pretty = ran.out.starts_with("{\n  \"verdict\": ") && ran.out.ends_with("\n}\n");
    assert!(pretty, "not pretty JSON with one line break at the end: {}", ran.out);
}

/// It was refused with this text on standard error, and nothing was printed.
#[track_caller]
fn refused(ran: &Ran, message: &str) {
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert_eq!(ran.err, format!("tirkeu: {message}\n"));
}

/// The arguments were refused, with how they would be right.
#[track_caller]
fn misused(arguments: &[&str], mentions: &str) {
    let ran = run(arguments);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains(mentions) && ran.err.contains("Usage: "), "{}", ran.err);
}

const NO_DATE: &str = r#"visit_date: nothing is not right here; a date such as "2026-12-01" would be"#;
const UNDECIDED: &str = r#"{"visit_date": "2026-12-01"}"#;
const NOT_COVERED: &str = r#"{"visit_date": "2024-03-15"}"#;

fn one_person(visit_date: &str, document: &str) -> String {
    let application = json!({
        "visit_date": visit_date,
        "answers": {"service": "permanent", "residence": "own"},
        "people": [{
            "answers": {"status": "stateless", "age": "adult", "incapacitated": "no", "applicant": "self"},
            "documents": {"identity_document": {"form": document}},
        }],
    });
    application.to_string()
}

fn people(count: usize) -> String {
    format!(r#"{{"visit_date": "2026-12-01", "people": [{}]}}"#, vec!["{}"; count].join(","))
}

#[test]
fn complete_and_ask_end_with_0() {
    answered(&check(&one_person("2026-12-01", "original")), 0, "complete");
    answered(&check(&one_person("2026-12-01", "electronic")), 0, "complete");
    let state_housing = one_person("2026-12-01", "original").replace("\"own\"", "\"state_housing\"");
    answered(&check(&state_housing), 0, "ask");
}

#[test]
fn any_other_verdict_ends_with_1() {
    answered(&check(&one_person("2026-12-01", "copy")), 1, "incomplete");
    answered(&check(UNDECIDED), 1, "undecided");
    answered(&check(NOT_COVERED), 1, "not_covered");
    let visitor = r#"{"visit_date": "2026-12-01", "people": [{"answers": {"status": "visitor"}}]}"#;
    answered(&check(visitor), 1, "not_this_service");
}

#[test]
fn a_file_is_read_like_standard_input() {
    let (application, name) = (one_person("2026-12-01", "none"), "application.json");
    let ran = run(&["check", path(&file(name, &application))]);
    answered(&ran, 1, "incomplete");
    assert_eq!(ran.out, check(&application).out);
}

#[test]
fn white_space_around_an_application_does_not_count() {
    answered(&check(&format!("\r\n\t {UNDECIDED} \n\n")), 1, "undecided");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let application = one_person("2025-11-29", "electronic");
    assert_eq!(check(&application).out, check(&application).out);
}

/// The example of rules.md, section 6.
const EXAMPLE: &str = include_str!("example/application.json");

const EXAMPLE_REPORT: &str = include_str!("example/report.json");

/// No text in these reports holds white space.
fn without_white_space(json: &str) -> String {
    json.split_whitespace().collect()
}

#[test]
fn the_example_of_the_rules_comes_out_to_the_byte() {
    let ran = check(EXAMPLE);
    answered(&ran, 1, "incomplete");
    assert_eq!(without_white_space(&ran.out), without_white_space(EXAMPLE_REPORT));
    let line = check_lines(without_white_space(EXAMPLE));
    assert_eq!(line.out, without_white_space(EXAMPLE_REPORT) + "\n");
}

#[test]
fn open_questions_and_other_applicants_have_their_shapes() {
    let family = r#"{"visit_date": "2025-11-29", "answers": {"service": "permanent", "residence": "co_owned", "owner_present": "yes"},
        "documents": {"owner_identity": {"form": "none"}, "owner_consent": {"form": "original"}},
        "people": [{"answers": {"status": "visitor"}}, {"answers": {"status": "foreigner", "age": "under_14", "applicant": "self"}},
                   {"answers": {"status": "refugee", "age": "adult", "incapacitated": "no", "applicant": "self"}}]}"#;
    let report = json_of(&check(family).out);
    assert_eq!(report["verdict"], "not_this_service");
    assert_eq!(report["elsewhere"], json!([{"person": 0, "reason": "visitor"}]));
    assert_eq!(report["procedures"], json!(["permanent", "accounting"]));
    assert_eq!(report["counters"], json!(["state_corporation", "police"]));
    assert_eq!(report["upcoming"], json!({"edition": "2025-11-30", "verdict": "not_this_service"}));
    let open = [("birth_certificate", 1), ("identity_document", 2)];
    let open = open.map(|(document, person)| json!({"document": document, "person": person}));
    assert_eq!(report["unanswered"], json!(open));
    let needs = |applicant, paper| json!({"applicant": applicant, "needs": ["representative_identity", paper]});
    let of_law = ["parent", "guardian", "trustee"].map(|applicant| needs(applicant, "proof_of_authority"));
    let candidates = of_law.into_iter().chain([needs("attorney", "power_of_attorney")]).collect::<Vec<_>>();
    assert_eq!(report["fix"], json!([{"requirement": "right_to_apply", "person": 1, "apply_as": candidates}]));
}

#[test]
fn an_owner_who_does_not_come_is_mended_by_one_who_does() {
    let report = json_of(&check(EXAMPLE).out);
    let fix = json!({"requirement": "owner_presence", "person": null, "owner_present": ["yes"]});
    assert_eq!(report["fix"], json!([fix]));
}

#[test]
fn an_unanswered_finding_has_no_basis() {
    let report = json_of(&check(r#"{"visit_date": "2026-12-01", "answers": {"residence": "co_owned"}}"#).out);
    let sources = ["267.list.8.1", "677.7.2"];
    let open = json!({"requirement": "owner_presence", "person": null, "status": "unanswered", "sources": sources});
    assert!(report["findings"].as_array().is_some_and(|findings| findings.contains(&open)), "{report:#}");
    assert_eq!(report["unanswered"][0], json!({"fact": "status", "person": 0}));
    assert_eq!(report["unanswered"][4], json!({"fact": "service", "person": null}));
}

#[test]
fn a_visit_that_is_not_covered_has_its_shape() {
    let report = json!({
        "verdict": "not_covered", "edition": null, "sources_read": null, "reviewed": null, "stale": false, "upcoming": null,
        "procedures": [], "counters": [], "elsewhere": [], "findings": [], "unanswered": [], "fix": [],
    });
    assert_eq!(json_of(&check(NOT_COVERED).out), report);
}

#[test]
fn what_is_refused_ends_with_2_and_says_why() {
    refused(&check("{}"), NO_DATE);
    let not_json = r#"application: "nonsense" (expected ident at line 1 column 2) is not right here; an application as JSON would be"#;
    refused(&check("nonsense"), not_json);
    let nothing = r#"application: "" (EOF while parsing a value at line 1 column 0) is not right here; an application as JSON would be"#;
    refused(&check(""), nothing);
}

/// A file in another encoding is refused with how it becomes one that is read.
fn to_be_saved(encoding: &str) -> String {
    let how = "(in an editor: \"Save as\", encoding UTF-8; in PowerShell: Set-Content -Encoding utf8)";
    format!("the file is {encoding}; save it as UTF-8 {how}")
}

#[test]
fn text_that_is_not_utf_8_is_refused() {
    let ran = run_with(b"{\"visit_date\": \"2026-12-01\xff\"}", &["check", "-"]);
    refused(&ran, &to_be_saved("not UTF-8 at line 1 column 27"));
    let ran = run_with(b"{\n  \"visit_date\":\n  \"\xcd\xe5\xf2\"}", &["check", "-"]);
    refused(&ran, &to_be_saved("not UTF-8 at line 3 column 4"));
}

#[test]
fn a_file_that_cannot_be_read_ends_with_2() {
    for arguments in [&["check", "no/such/file.json"][..], &["check", "--lines", "no/such/file.json"]] {
        refused(&run(arguments), "no/such/file.json cannot be read: No such file or directory (os error 2)");
    }
    let folder = env!("CARGO_TARGET_TMPDIR");
    refused(&run(&["check", folder]), &format!("{folder} cannot be read: Is a directory (os error 21)"));
    refused(&run(&["check", "--lines", folder]), "the input cannot be read: Is a directory (os error 21)");
}

#[test]
fn wrong_arguments_end_with_2() {
    misused(&[], "Usage: ");
    misused(&["decide"], "unrecognized subcommand 'decide'");
    misused(&["check"], "<FILE>");
    misused(&["check", "--lines"], "<FILE>");
    misused(&["check", "-", "-"], "unexpected argument '-'");
    misused(&["check", "--fast", "-"], "unexpected argument '--fast'");
    misused(&["appeal"], "<REFUSED_ON>");
    misused(&["appeal", "2026-11-30", "2026-12-01"], "unexpected argument '2026-12-01'");
}

#[test]
fn help_and_version_end_with_0() {
    for argument in ["--help", "--version"] {
        let ran = run(&[argument]);
        assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{argument}");
        assert!(!ran.out.is_empty(), "{argument} prints nothing");
    }
}

#[test]
fn of_many_lines_each_is_answered_in_its_place() {
    let ran = check_lines([UNDECIDED, "{}", NOT_COVERED, "[]"].join("\n") + "\n");
    assert_eq!((ran.status, ran.err.as_str()), (Some(2), ""));
    let lines: Vec<Value> = ran.out.lines().map(json_of).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["verdict"], "undecided");
    assert_eq!(lines[1], json!({"error": {"line": 2, "path": "visit_date", "message": NO_DATE}}));
    assert_eq!(lines[2]["verdict"], "not_covered");
    let not_an_object = "application: a list is not right here; an object would be";
    assert_eq!(lines[3], json!({"error": {"line": 4, "path": "", "message": not_an_object}}));
}

/// Whichever thread answers them, and wherever reading stops.
#[test]
fn many_lines_are_answered_in_their_order_however_they_come() {
    for seed in 0..8 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let lines: String = (0..4000).map(|_| " ".repeat(rng.usize(..2000)) + "{}\n").collect();
        let mut out = Vec::new();
        let refused = tirkeu::wire::lines::check_lines(Pieces { left: lines.into_bytes().into(), rng }, &mut out);
        assert!(refused.expect("memory can be read and written"), "each line is refused");
        let out = String::from_utf8(out).expect("UTF-8");
        let numbers: Vec<_> = out.lines().map(|line| json_of(line)["error"]["line"].as_u64()).collect();
        assert_eq!(numbers, (1..=4000).map(Some).collect::<Vec<_>>(), "seed {seed}");
    }
}

/// Bytes that come in pieces of any length: a few, or as many as are asked for.
struct Pieces {
    left: VecDeque<u8>,
    rng: fastrand::Rng,
}

impl Read for Pieces {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(1 << self.rng.u32(..22)).max(1);
        self.left.read(&mut buffer[..most])
    }
}

/// The verdicts of these lines, all of them answered.
#[track_caller]
fn all_answered(input: impl AsRef<[u8]>, verdicts: &[&str]) {
    let ran = check_lines(input);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    let answered: Vec<Value> = ran.out.lines().map(|line| json_of(line)["verdict"].clone()).collect();
    assert_eq!(answered, verdicts);
    assert!(ran.out.is_empty() || ran.out.ends_with("}\n"), "every line ends with a line break");
}

#[test]
fn lines_that_are_all_answered_end_with_0_whatever_the_verdicts() {
    let incomplete = one_person("2026-12-01", "none");
    all_answered(format!("{UNDECIDED}\n{incomplete}\n{NOT_COVERED}\n"), &["undecided", "incomplete", "not_covered"]);
}

#[test]
fn empty_lines_are_skipped() {
    all_answered(format!("\n\n{UNDECIDED}\n\n \t \n{NOT_COVERED}\n\n"), &["undecided", "not_covered"]);
    all_answered("", &[]);
    all_answered("\n\r\n", &[]);
}

#[test]
fn lines_may_end_as_on_windows() {
    all_answered(format!("{UNDECIDED}\r\n\r\n{NOT_COVERED}\r\n"), &["undecided", "not_covered"]);
}

#[test]
fn the_last_line_needs_no_line_break() {
    all_answered(format!("{UNDECIDED}\n{NOT_COVERED}"), &["undecided", "not_covered"]);
}

#[test]
fn a_line_that_is_not_utf_8_is_refused_in_its_place() {
    let ran = check_lines([UNDECIDED.as_bytes(), b"\n\"\xc3\x28\"\n", NOT_COVERED.as_bytes()].concat());
    let lines: Vec<Value> = ran.out.lines().map(json_of).collect();
    assert_eq!((ran.status, lines.len()), (Some(2), 3));
    let message = to_be_saved("not UTF-8 at line 2 column 2");
    assert_eq!(lines[1], json!({"error": {"line": 2, "path": "", "message": message}}));
    assert_eq!(lines[2]["verdict"], "not_covered");
}

#[test]
fn lines_are_read_from_a_file_too() {
    let lines = format!("{UNDECIDED}\n{{\n");
    let from_file = run(&["check", "--lines", path(&file("applications.jsonl", &lines))]);
    let from_input = check_lines(&lines);
    assert_eq!((from_file.status, from_file.out), (Some(2), from_input.out));
}

#[test]
fn a_thousand_people_are_accepted_and_no_more() {
    let ran = check(&people(1000));
    answered(&ran, 1, "undecided");
    assert_eq!(json_of(&ran.out)["unanswered"].as_array().map(Vec::len), Some(4 * 1000 + 3 + 4 + 4 * 1000));
    refused(&check(&people(1001)), "people: a list of 1001 is not right here; a list of at most 1000 people would be");
}

#[test]
fn an_appeal_is_printed_with_its_steps() {
    let ran = run(&["appeal", "2026-11-30"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    let steps = json!([
        {"step": "complain", "within": {"months": 3}, "basis": "stated", "sources": ["S1.i", "267.7", "APPC.92"]},
        {"step": "pass_on", "within": {"working_days": 3}, "basis": "stated", "sources": ["267.7"]},
        {"step": "answer", "within": {"working_days": 5}, "basis": "stated", "sources": ["267.7"]},
        {"step": "control", "within": {"working_days": 15}, "basis": "stated", "sources": ["267.7"]},
        {"step": "court", "basis": "stated", "sources": ["267.8", "APPC.91"]},
    ]);
    let addressees = json!([
        {"addressee": "provider", "about": "decision"},
        {"addressee": "state_corporation_head", "about": "staff"},
        {"addressee": "informatisation_body", "about": "staff"},
    ]);
    let appeal =
        json!({"refused_on": "2026-11-30", "complain_by": "2027-02-28", "steps": steps, "addressees": addressees});
    assert_eq!(json_of(&ran.out), appeal);
    assert!(ran.out.starts_with("{\n  \"refused_on\": \"2026-11-30\",\n  \"complain_by\": "), "{}", ran.out);
}

#[test]
fn an_appeal_against_no_day_is_refused() {
    let message = |day: &str| format!(r#"refused_on: "{day}" is not right here; a date such as "2026-12-01" would be"#);
    for day in ["2026-02-30", "30.11.2026", "", "today"] {
        refused(&run(&["appeal", day]), &message(day));
    }
}

/// A sentence of a language.
fn sentence(language: &str, id: &str) -> String {
    tirkeu::page::wording::wording(language).expect("the language is there").get(id)
}

#[test]
fn the_answer_is_printed_in_words_in_each_language() {
    for language in ["kk", "ru", "en"] {
        let input = r#"{"visit_date": "2026-12-01", "people": [{"answers": {"status": "visitor"}}]}"#;
        let ran = run_with(input.as_bytes(), &["check", "--text", language, "-"]);
        assert_eq!(ran.status, Some(1), "{ran:?}");
        let headline = sentence(language, "verdict.not_this_service");
        assert!(ran.out.starts_with(&headline), "{}", ran.out);
        assert!(ran.out.contains(&sentence(language, "elsewhere.visitor")), "{}", ran.out);
        assert!(ran.out.contains(&sentence(language, "answer.not_reviewed")), "{}", ran.out);
    }
}

#[test]
fn words_are_refused_like_json() {
    refused(
        &run_with(b"[]", &["check", "--text", "ru", "-"]),
        "application: a list is not right here; an object would be",
    );
    let ran = run(&["check", "--text", "la", "-"]);
    assert!(ran.status == Some(2) && ran.err.contains("kk, ru, en"), "{ran:?}");
    misused(&["check", "--text", "ru", "--lines", "-"], "--lines");
}

#[test]
fn the_rulebook_names_every_requirement_source_and_edition() {
    for language in ["kk", "ru", "en"] {
        let ran = run(&["rulebook", "--lang", language]);
        assert_eq!(ran.status, Some(0), "{ran:?}");
        for requirement in tirkeu::Requirement::ALL {
            assert!(ran.out.matches(&format!("({})", requirement.id())).count() >= 2, "{}", requirement.id());
        }
        for citation in tirkeu::Citation::ALL {
            assert!(ran.out.contains(citation.id()), "{}", citation.id());
        }
        for edition in tirkeu::law::EDITIONS {
            let words = tirkeu::page::wording::wording(language).expect("the language is there");
            assert!(ran.out.contains(&words.date(edition.from)));
        }
    }
    misused(&["rulebook"], "--lang");
}

/// What PowerShell and some editors put before a text in UTF-8.
const MARK: &str = "\u{feff}";

#[test]
fn a_byte_order_mark_is_skipped() {
    answered(&check(&format!("{MARK}{UNDECIDED}")), 1, "undecided");
    all_answered(format!("{MARK}{UNDECIDED}\r\n{NOT_COVERED}\r\n"), &["undecided", "not_covered"]);
    // Two files with a mark each, one after the other.
    all_answered(format!("{MARK}{UNDECIDED}\n{MARK}{NOT_COVERED}\n{MARK}\n"), &["undecided", "not_covered"]);
    let marked = format!("{MARK}{}", run(&["snapshot"]).out.replace('\n', "\r\n"));
    let ran = run(&["diff", "--against", path(&file("marked.txt", &marked))]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn utf_16_is_named_with_what_to_do() {
    let marked = format!("{MARK}{UNDECIDED}\r\n");
    let orders: [fn(u16) -> [u8; 2]; 2] = [u16::to_le_bytes, u16::to_be_bytes];
    for text in [UNDECIDED, &marked] {
        for input in orders.map(|bytes| utf_16(text, bytes)) {
            refused(&run_with(&input, &["check", "-"]), &to_be_saved("UTF-16"));
            refused(&run_with(&input, &["check", "--text", "ru", "-"]), &to_be_saved("UTF-16"));
            refused(&check_lines(&input), &to_be_saved("UTF-16"));
        }
    }
    let snapshot = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("utf-16.txt");
    fs::write(&snapshot, utf_16(&format!("{MARK}digest"), u16::to_le_bytes)).expect("a file can be written");
    let cannot = format!("{} cannot be read: {}", path(&snapshot), to_be_saved("UTF-16"));
    refused(&run(&["diff", "--against", path(&snapshot)]), &cannot);
    refused(&run_with(b"\xff\xfe\0\0{\0\0\0", &["check", "-"]), &to_be_saved("UTF-32"));
}

#[test]
fn an_error_names_the_line_of_the_file() {
    let pretty = "{\n  \"visit_date\": \"2026-12-01\",\n  \"people\": [}\n}";
    let ran = check(pretty);
    assert!(ran.status == Some(2) && ran.err.contains("at line 3 column 14)"), "{}", ran.err);
    let ran = check_lines(format!("\n{UNDECIDED}\n\n{{\n"));
    let line = json_of(ran.out.lines().nth(1).expect("a second line"));
    assert_eq!(line["error"]["line"], 4);
    assert!(line["error"]["message"].as_str().is_some_and(|text| text.contains("at line 4 column 1)")), "{line}");
    // Far down a file too, where it is read in many pieces.
    let ran = check_lines(format!("{UNDECIDED}\n").repeat(20_000) + "[]\n");
    assert_eq!(json_of(ran.out.lines().last().expect("a last line"))["error"]["line"], 20_001);
}

#[test]
fn a_line_that_is_too_long_is_refused_and_the_next_is_read() {
    let long = format!("{{\"visit_date\": \"{}\"}}", "1".repeat(tirkeu::wire::MOST_BYTES));
    let ran = check_lines([UNDECIDED, &long, NOT_COVERED, &long].join("\n"));
    let lines: Vec<Value> = ran.out.lines().map(json_of).collect();
    assert_eq!((ran.status, lines.len()), (Some(2), 4));
    let message = "application: a line of more than 4 MiB is not right here; one of at most 4 MiB would be";
    for (index, number) in [(1, 2), (3, 4)] {
        assert_eq!(lines[index], json!({"error": {"line": number, "path": "", "message": message}}));
    }
    assert_eq!((&lines[0]["verdict"], &lines[2]["verdict"]), (&json!("undecided"), &json!("not_covered")));
    let longest = format!("{UNDECIDED}{}", " ".repeat(tirkeu::wire::MOST_BYTES - UNDECIDED.len()));
    all_answered(format!("{longest}\n{NOT_COVERED}"), &["undecided", "not_covered"]);
    refused(&check(&long), &message.replace("a line", "a file"));
}

/// Memory stays flat however many lines come, also of many people: of those none is remembered. Only Linux tells the most a program held.
#[cfg(target_os = "linux")]
#[test]
fn nothing_is_remembered_of_long_lines() {
    let (few, many) = (most_held(400), most_held(1600));
    assert!(many < few + few / 4, "{few} KiB with 400 lines, {many} with 1600");
}

/// The most memory in KiB that the program held while it answered so many lines of 100 to 249 people.
#[cfg(target_os = "linux")]
fn most_held(lines: usize) -> u64 {
    let person = r#"{"answers":{"status":"foreigner","age":"adult","incapacitated":"no","applicant":"self"}}"#;
    let mut command = Command::new(env!("CARGO_BIN_EXE_tirkeu"));
    command.args(["check", "--lines", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it has a standard input");
    let reports = BufReader::new(child.stdout.take().expect("it has a standard output"));
    let writing = std::thread::spawn(move || {
        for line in 0..lines {
            let people = vec![person; 100 + line % 150].join(",");
            writeln!(stdin, r#"{{"visit_date":"2026-12-01","people":[{people}]}}"#).expect("it reads");
        }
        stdin
    });
    assert_eq!(reports.lines().take(lines).count(), lines);
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).expect("it still runs");
    drop(writing.join().expect("all is written"));
    assert!(child.wait().expect("it ends").success());
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    most.expect("the most memory it held")
}

/// Each report comes while the input is still open.
#[test]
fn a_line_is_answered_when_it_has_come() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tirkeu"));
    command.args(["check", "--lines", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it has a standard input");
    let mut reports = BufReader::new(child.stdout.take().expect("it has a standard output")).lines();
    for line in [UNDECIDED, "{}", NOT_COVERED] {
        writeln!(stdin, "{line}").expect("it reads");
        let report = json_of(&reports.next().expect("a report").expect("in UTF-8"));
        assert_eq!(report.get("error").is_some(), line == "{}");
    }
    drop(stdin);
    assert!(reports.next().is_none());
    assert_eq!(child.wait().expect("it ends").code(), Some(2));
}

/// Runs the program with its output going there, and this as its input.
#[track_caller]
fn run_into(out: impl Into<Stdio>, arguments: &[&str], input: &str) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tirkeu"));
    command.args(arguments).stdin(Stdio::piped()).stdout(out).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it has a standard input");
    // It may end before it has read everything.
    let _ = stdin.write_all(input.as_bytes());
    // What it waits for never comes: it ends all the same.
    let output = if arguments.contains(&"--lines") {
        let output = child.wait_with_output();
        drop(stdin);
        output
    } else {
        drop(stdin);
        child.wait_with_output()
    };
    let output = output.expect("it ends");
    (output.status.code(), String::from_utf8(output.stderr).expect("it prints UTF-8"))
}

/// Everything that prints, with an input for it.
const PRINTING: &[(&[&str], &str)] = &[
    (&["check", "-"], UNDECIDED),
    (&["check", "--text", "en", "-"], UNDECIDED),
    (&["check", "--lines", "-"], concat!(r#"{"visit_date": "2026-12-01"}"#, "\n")),
    (&["rulebook", "--lang", "kk"], ""),
    (&["appeal", "2026-11-30"], ""),
    (&["diff", "2024-03-16", "2025-11-30"], ""),
    (&["code", "-"], UNDECIDED),
    (&["snapshot"], ""),
    (&["wording"], ""),
    (&["list", "--template", "kk"], ""),
    (&["list", "-", "--visit", "2026-12-01", "--lang", "en"], "ФИО;Статус;Возраст\nЛи;ВНЖ;30\n"),
    (&["--help"], ""),
    (&["check", "--help"], ""),
    (&["--version"], ""),
];

#[test]
fn a_pipe_that_nobody_reads_ends_it_in_silence() {
    for (arguments, input) in PRINTING {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        // As a shell tells of a program that such a pipe has ended.
        assert_eq!(run_into(writer, arguments, input), (Some(141), String::new()), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_not_written_is_not_claimed_and_not_blamed_on_the_input() {
    let message = "tirkeu: the output cannot be written: No space left on device (os error 28)\n";
    for (arguments, input) in PRINTING {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("the device that is always full");
        assert_eq!(run_into(full, arguments, input), (Some(3), message.to_owned()), "{arguments:?}");
    }
    for (arguments, input) in PRINTING {
        let unwritable = fs::File::open("/dev/null").expect("a descriptor that can only be read");
        let message = "tirkeu: the output cannot be written: Bad file descriptor (os error 9)\n";
        assert_eq!(run_into(unwritable, arguments, input), (Some(3), message.to_owned()), "{arguments:?}");
    }
    let file = file("a file", "");
    let ran = run(&["pages", path(&file)]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(3), ""));
    assert!(ran.err.contains("a file/wording: the output cannot be written: "), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn a_message_that_cannot_be_written_changes_no_exit_status() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("the device that is always full");
    let mut command = Command::new(env!("CARGO_BIN_EXE_tirkeu"));
    let status = command.args(["check", "no/such/file.json"]).stderr(full).status().expect("the program starts");
    assert_eq!(status.code(), Some(2));
}

/// Runs the program where no file may be longer than so many kilobytes; what it writes on standard output goes into a file, too.
#[cfg(target_os = "linux")]
fn run_with_little_room(kilobytes: usize, arguments: &str) -> (Option<i32>, String) {
    let out = file("little room", "");
    let script = format!(
        "trap '' XFSZ; ulimit -f {}; exec '{}' {arguments} > '{}'",
        2 * kilobytes,
        env!("CARGO_BIN_EXE_tirkeu"),
        path(&out)
    );
    let ran = Command::new("sh").args(["-c", &script]).output().expect("a shell");
    (ran.status.code(), String::from_utf8(ran.stderr).expect("it prints UTF-8"))
}

#[cfg(target_os = "linux")]
#[test]
fn where_there_is_no_room_for_all_of_it_nothing_is_claimed() {
    let (status, message) = run_with_little_room(9, "list --template kk");
    assert_eq!(
        (status, message.as_str()),
        (Some(3), "tirkeu: the output cannot be written: File too large (os error 27)\n")
    );
    let result = file("a result.xlsx", "as it was");
    let (status, message) = run_with_little_room(4, &format!("list --template kk --out '{}'", path(&result)));
    assert_eq!(status, Some(3));
    assert!(message.contains("a result.xlsx: the output cannot be written: "), "{message}");
    assert_eq!(fs::read_to_string(&result).expect("the file"), "as it was");
}

#[cfg(target_os = "linux")]
#[test]
fn a_translation_is_settled_whole_or_stays_as_it_was() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("settled");
    fs::create_dir_all(&folder).expect("a folder");
    for tag in ["ru", "uz"] {
        fs::copy(format!("www/wording/{tag}.json"), folder.join(format!("{tag}.json"))).expect("a copy");
    }
    let before = fs::read_to_string(folder.join("uz.json")).expect("the file");
    let (status, message) = run_with_little_room(20, &format!("wording --folder '{}' --settle uz", path(&folder)));
    assert_eq!(status, Some(3), "{message}");
    assert!(message.contains("settled/uz.json: the output cannot be written: "), "{message}");
    assert_eq!(fs::read_to_string(folder.join("uz.json")).expect("the file"), before);
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 2, "nothing is left beside it");
    assert_eq!(run(&["wording", "--folder", path(&folder), "--settle", "uz"]).status, Some(0));
}

#[test]
fn a_folder_of_wordings_is_read_whatever_else_lies_there_and_the_file_at_fault_is_named() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("wordings");
    fs::create_dir_all(folder.join("old.json")).expect("a folder");
    let write = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).expect("a file");
    write("ru.json", br#"{"language.original": "yes", "language.place": "1", "a": "b"}"#);
    write(".DS_Store", b"\0\0\0\x01Bud1");
    write("notes.txt", b"\xff");
    let told = |name: &str, text: &str, to_bytes: &dyn Fn(&str) -> Vec<u8>| {
        write(name, &to_bytes(text));
        run(&["wording", "--folder", path(&folder)])
    };
    let uz = r#"{"language.place": "2", "a": "b"}"#;
    let marked = told("uz.json", uz, &|text| [b"\xef\xbb\xbf", text.as_bytes()].concat());
    assert_eq!((marked.status, marked.err.as_str()), (Some(0), ""));
    assert!(marked.out.contains("uz: a draft"), "{}", marked.out);
    let file = folder.join("uz.json");
    let wide = told("uz.json", uz, &|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    refused(&wide, &format!("{} cannot be read: {}", path(&file), to_be_saved("UTF-16")));
    let broken = told("uz.json", "{\n", &|text| text.as_bytes().to_owned());
    refused(&broken, &format!("{}: EOF while parsing an object at line 2 column 0", path(&file)));
}

#[test]
fn a_wide_input_is_recognised_however_few_bytes_come_at_a_time() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let wider = |text: &str| text.chars().flat_map(|letter| u32::from(letter).to_be_bytes()).collect::<Vec<_>>();
    for (encoding, bytes) in [("UTF-16", wide(UNDECIDED)), ("UTF-32", wider(UNDECIDED))] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tirkeu"));
        let streams =
            child.args(["check", "--lines", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = streams.spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("it has a standard input");
        for byte in bytes {
            if stdin.write_all(&[byte]).is_err() {
                break;
            }
            std::thread::yield_now();
        }
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        let message = format!("tirkeu: {}\n", to_be_saved(encoding));
        assert_eq!((output.status.code(), output.stdout, output.stderr), (Some(2), Vec::new(), message.into_bytes()));
    }
}

/// A second mark, a space that breaks no line, what a web page joins and parts words with, what turns a line: each shown, wherever it stands.
#[test]
fn what_nobody_can_see_in_an_input_is_named() {
    for unseen in ['\u{feff}', '\u{a0}', '\u{200b}', '\u{202e}', '\u{2028}', '\u{3000}', '\0', '\u{1b}', '\u{ad}'] {
        let number = unseen.escape_unicode().to_string();
        // A mark in front of everything is skipped; this is a second one.
        let before = format!("\u{feff}{unseen}{UNDECIDED}");
        let behind = format!("{UNDECIDED}{unseen}");
        let within = UNDECIDED.replacen(':', &format!("{unseen}:"), 1);
        let key = UNDECIDED.replacen("visit_date", &format!("visit_date{unseen}"), 1);
        let far = format!("{{{}{}{unseen}", " ".repeat(80), &UNDECIDED[1..]);
        for input in [before, behind, within, key, far] {
            let ran = run_with(input.as_bytes(), &["check", "-"]);
            assert!(
                ran.status == Some(2) && ran.err.contains(&number) && !ran.err.contains(unseen),
                "{number}: {ran:?}"
            );
        }
    }
}

#[test]
fn an_input_that_never_ends_is_refused() {
    if Path::new("/dev/zero").exists() {
        let ran = run(&["diff", "--against", "/dev/zero"]);
        refused(&ran, "/dev/zero cannot be read: more than 4 MiB; a file of at most that would be right");
        let ran = run(&["check", "/dev/zero"]);
        refused(&ran, "application: a file of more than 4 MiB is not right here; one of at most 4 MiB would be");
    }
}

#[test]
fn a_translator_is_told_what_is_missing_and_what_has_changed_and_settles_it() {
    let folder = std::env::temp_dir().join(format!("tirkeu-wording-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let write = |tag: &str, text: &str| std::fs::write(folder.join(tag), text).expect("a file");
    let head = r#""language": "Русский", "language.place": "1", "language.direction": "ltr", "language.marks": ", |; |: |. |.""#;
    write("ru.json", &format!(r#"{{{head}, "a": "Раз", "b": "Два", "c": "Три"}}"#));
    write("uz.json", "{\n  \"language.place\": \"2\",\n  \"a\": \"Bir\",\n  \"b\": \"Ikki\",\n  \"d\": \"Besh\"\n}\n");
    let place = folder.to_string_lossy().into_owned();
    let told = || run(&["wording", "--folder", &place]).out;
    assert!(told().contains("ru: an original\nuz: a draft; to be signed with "), "{}", told());
    let of_the_head = ["  missing: language\n", "  missing: language.direction\n", "  missing: language.marks\n"];
    let others = ["  missing: c\n", "  left over: d\n", "  not settled yet: tirkeu wording --settle uz\n"];
    for fault in of_the_head.iter().chain(&others) {
        assert!(told().contains(fault), "{fault} in {}", told());
    }
    assert!(!told().contains("stale"), "{}", told());
    assert_eq!(run(&["wording", "--folder", &place, "--settle", "uz", "a"]).status, Some(0));
    assert!(!told().contains("stale: a") && told().contains("stale: b"), "{}", told());
    assert_eq!(run(&["wording", "--folder", &place, "--settle", "uz"]).status, Some(0));
    assert!(!told().contains("stale"), "{}", told());
    misused_or_failed(&run(&["wording", "--folder", &place, "--settle", "uz", "nothing"]));
    let settled = std::fs::read_to_string(folder.join("uz.json")).expect("the file");
    let not_last = settled.replace("\n  }\n}", "\n  },\n  \"e\": \"Olti\"\n}");
    assert_ne!(settled, not_last);
    write("uz.json", &not_last);
    let refused = run(&["wording", "--folder", &place, "--settle", "uz"]);
    assert!(refused.status == Some(2) && refused.err.contains("uz.json: sentences stand behind"), "{refused:?}");
    assert_eq!(std::fs::read_to_string(folder.join("uz.json")).expect("the file"), not_last, "nothing is lost");
    std::fs::remove_dir_all(&folder).expect("it goes");
}

#[track_caller]
fn misused_or_failed(ran: &Ran) {
    assert!(ran.status == Some(2) && ran.err.contains("nothing"), "{ran:?}");
}

const ADULT: &str = "1121-F976-ZN4G-NXC4-GNBR";

#[test]
fn a_code_is_made_and_answers_as_its_file_does() {
    let visit = one_person("2026-12-01", "original");
    let made = run_with(visit.as_bytes(), &["code", "-"]);
    assert_eq!((made.status, made.err.as_str()), (Some(0), ""), "{made:?}");
    let code = made.out.trim_end();
    assert_eq!((code.replace('-', "").len(), code.matches('-').count(), made.out.matches('\n').count()), (20, 4, 1));
    let told = run(&["check", "--code", code]);
    answered(&told, 0, "complete");
    assert_eq!(told.out, check(&visit).out, "the same report");
    let in_words = run(&["check", "--text", "ru", "--code", code]);
    assert_eq!(in_words.out, run_with(visit.as_bytes(), &["check", "--text", "ru", "-"]).out);
}

#[test]
fn dates_can_be_left_out_of_a_code() {
    let held = r#""original", "valid_until": "2029-05-09""#;
    let visit = one_person("2026-12-01", "original").replace(r#""original""#, held);
    let made = run_with(visit.as_bytes(), &["code", "-"]).out;
    let undated = run_with(visit.as_bytes(), &["code", "--no-dates", "-"]).out;
    assert_eq!((made.trim_end().len(), undated.trim_end().len()), (28, 24), "{made} {undated}");
    answered(&run(&["check", "--code", undated.trim_end()]), 0, "complete");
}

#[test]
fn a_code_that_is_none_is_refused() {
    let wrong = ADULT.replace("ZN4G", "ZN4H");
    refused(
        &run(&["check", "--code", &wrong]),
        "code, group 3: \"ZN4H\" is not right here; what the code has there would be",
    );
    refused(
        &run(&["check", "--code", &ADULT[..14]]),
        "code: 12 characters are not right here; at least 20 would be, for 1 person: the end is missing",
    );
    refused(
        &run_with(people(31).as_bytes(), &["code", "-"]),
        "people: a list of 31 is not right here; at most 30 would be in one code: check a list instead",
    );
    misused(&["check"], "<FILE>");
    misused(&["check", "--code", ADULT, "-"], "cannot be used with");
    misused(&["check", "--code", ADULT, "--lines"], "cannot be used with");
}

#[test]
fn it_is_said_when_another_report_was_seen() {
    // The same answers with the digest of another report.
    let mut code = tirkeu::wire::code::Code::read(ADULT).expect("a code");
    code.digest ^= 1;
    let ran = run(&["check", "--code", &code.write().expect("a code")]);
    assert_eq!(ran.status, run(&["check", "--code", ADULT]).status);
    assert_eq!(ran.err, "tirkeu: when this code was made, another report was seen, under edition 2025-11-30\n");
    assert_eq!(ran.out, run(&["check", "--code", ADULT]).out);
}

#[test]
fn a_list_is_answered_and_its_result_written() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("result.xlsx");
    let list = "ФИО;Статус;Возраст\nЛи;ВНЖ;30\nКим;гражданин;30\n";
    let arguments = ["list", "-", "--visit", "2026-12-01", "--lang", "en", "--out", path(&out)];
    let ran = run_with(list.as_bytes(), &arguments);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("Rows checked: 2") && ran.out.contains("It decides nothing"), "{}", ran.out);
    assert!(fs::read(&out).expect("the result").starts_with(b"PK"));
    // What is said once counts, and what there is not is refused with what it was.
    let said = run_with(list.as_bytes(), &[&arguments[..], &["--say", "service=permanent"]].concat());
    assert!(
        !said.out.contains("This column is missing: Registration")
            && ran.out.contains("This column is missing: Registration")
    );
    let refused = run_with(list.as_bytes(), &["list", "-", "--say", "service=hourly"]);
    assert_eq!(refused.status, Some(2));
    assert!(refused.err.contains("service=hourly"), "{}", refused.err);
}

/// Days that may be two are asked once for their column, and answered so.
#[test]
fn the_order_of_days_is_said_for_a_column() {
    let list = "ФИО;Дата рождения\nЛи;03/04/2011\n";
    let ask = |order: &[&str]| {
        run_with(list.as_bytes(), &[&["list", "-", "--visit", "2026-12-01", "--lang", "en"], order].concat())
    };
    assert!(ask(&[]).out.contains("B2: “03/04/2011” may be 2011-04-03"), "{}", ask(&[]).out);
    for order in ["B=day", "b=month"] {
        let ran = ask(&["--order", order]);
        assert!(ran.status == Some(0) && !ran.out.contains("B2:"), "{}", ran.out);
    }
    for wrong in ["B=year", "C=day", "B"] {
        let ran = ask(&["--order", wrong]);
        assert!(ran.status == Some(2) && ran.err.contains(wrong), "{}", ran.err);
    }
}

/// What never ends is not waited for.
#[cfg(target_os = "linux")]
#[test]
fn a_file_without_end_is_refused() {
    let ran = run(&["list", "/dev/zero", "--lang", "en"]);
    assert!(ran.status == Some(2) && ran.err.contains("100"), "{}", ran.err);
    assert_eq!(run(&["diff", "--against", "/dev/zero"]).status, Some(2));
}

#[test]
fn a_file_that_is_no_list_is_refused_in_words() {
    let ran = run_with(b"%PDF-1.7", &["list", "-", "--lang", "en"]);
    assert_eq!((ran.status, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("Save the list as"), "{}", ran.err);
}

#[test]
fn a_template_is_written_for_each_language() {
    for language in ["kk", "ru", "en"] {
        let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("template.{language}.xlsx"));
        assert_eq!(run(&["list", "--template", language, "--out", path(&out)]).status, Some(0));
        assert!(fs::read(&out).expect("the template").starts_with(b"PK"));
    }
    misused(&["list"], "FILE");
}
