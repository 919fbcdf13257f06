//! The boundary to JavaScript, in a browser: the report as a plain object, and an error in the very words of the native decoder.

#![cfg(target_arch = "wasm32")]

use js_sys::{Error, Function, JSON, Object, Reflect, Uint8Array};
use tirkeu::browser::{appeal, check, check_many, questions};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The value of a JavaScript expression.
fn js(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return ({expression});")).call0(&JsValue::UNDEFINED).expect("the test's own script")
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).expect("what is plain can be written").into()
}

/// The path and the message of what was thrown, which must be an `Error`.
fn told(thrown: &JsValue) -> (String, String) {
    assert!(thrown.is_instance_of::<Error>(), "{thrown:?}");
    let part =
        |name: &str| Reflect::get(thrown, &name.into()).expect("it can be read").as_string().expect("it is a text");
    (part("path"), part("message"))
}

fn refusal(value: &JsValue) -> Option<(String, String)> {
    check(value).err().map(|thrown| told(&thrown))
}

fn verdict(value: &JsValue) -> String {
    let report = check(value).unwrap_or_else(|thrown| panic!("{:?}", told(&thrown)));
    Reflect::get(&report, &"verdict".into()).expect("a report").as_string().expect("a verdict")
}

/// The example of rules.md, section 6.
const EXAMPLE: &str = include_str!("example/application.json");

const REPORT: &str = include_str!("example/report.json");

#[wasm_bindgen_test]
fn the_example_of_the_rules_gives_its_report() {
    let application = js(EXAMPLE);
    let report = check(&application).expect("an application");
    assert_eq!(text(&report), text(&js(REPORT)));
    assert_eq!(text(&application), text(&js(EXAMPLE)), "what is given stays as it is");
}

#[wasm_bindgen_test]
fn what_comes_out_is_plain() {
    let is_plain: Function = js("function isPlain(value) {
        if (value === null || typeof value !== 'object') return ['string', 'number', 'boolean', 'object'].includes(typeof value);
        const known = Array.isArray(value) ? Array.prototype : Object.prototype;
        return Object.getPrototypeOf(value) === known && Object.values(value).every(isPlain);
    }")
    .unchecked_into();
    let day = JsValue::from("2026-11-30");
    for value in [check(&js(EXAMPLE)), appeal(&day), questions()] {
        let value = value.expect("an answer");
        assert_eq!(is_plain.call1(&JsValue::UNDEFINED, &value), Ok(JsValue::TRUE), "{}", text(&value));
    }
}

#[wasm_bindgen_test]
fn what_is_frozen_is_read_all_the_same() {
    let freeze = "(function freeze(value) { Object.values(value).filter((part) => typeof part === 'object').forEach(freeze); return Object.freeze(value); })";
    assert_eq!(verdict(&js(&format!("{freeze}({EXAMPLE})"))), "incomplete");
}

#[wasm_bindgen_test]
fn an_appeal_has_its_last_day_and_its_steps() {
    let appeal = text(&appeal(&"2026-11-30".into()).expect("a day"));
    let begin =
        r#"{"refused_on":"2026-11-30","complain_by":"2027-02-28","steps":[{"step":"complain","within":{"months":3},"#;
    assert!(appeal.starts_with(begin), "{appeal}");
}

#[wasm_bindgen_test]
fn a_day_that_is_none_has_no_appeal() {
    const RIGHT: &str = r#"is not right here; a date such as "2026-12-01" would be"#;
    for (value, written) in [
        ("undefined", "undefined"),
        ("null", "null"),
        ("20261130", "20261130"),
        ("'2026-11-31'", "\"2026-11-31\""),
        ("''", "\"\""),
        ("[]", "a list"),
        ("['2026-11-30']", "a list"),
        ("{}", "an object"),
        ("new Date(0)", "a value of the type object"),
        ("new String('2026-11-30')", "a value of the type object"),
    ] {
        let thrown = appeal(&js(value)).expect_err(value);
        assert_eq!(told(&thrown), ("refused_on".into(), format!("refused_on: {written} {RIGHT}")), "{value}");
    }
    assert!(appeal(&"9999-12-31".into()).is_err());
}

#[wasm_bindgen_test]
fn the_questions_are_asked_in_their_order() {
    let names = js(
        "({facts, documents}) => [...facts.map(({fact}) => fact), ...documents.map(({document}) => document)].join()",
    );
    let names = names.unchecked_into::<Function>().call1(&JsValue::UNDEFINED, &questions().expect("a catalogue"));
    let expected = "status,age,incapacitated,applicant,service,residence,owner_present,representative_identity,owner_identity,\
                    owner_consent,institution_request,identity_document,birth_certificate,proof_of_authority,power_of_attorney";
    assert_eq!(names.expect("a list").as_string().as_deref(), Some(expected));
}

#[wasm_bindgen_test]
fn the_editions_follow_one_another_and_say_when_they_were_read() {
    let said = js("({editions}) => editions.every(({edition, sources_read}, at) => \
           [edition, sources_read].every((day) => /^\\d{4}-\\d\\d-\\d\\d$/.test(day)) && (at === 0 || editions[at - 1].edition < edition))");
    let said = said.unchecked_into::<Function>().call1(&JsValue::UNDEFINED, &questions().expect("a catalogue"));
    assert_eq!(said.expect("an answer").as_bool(), Some(true));
}

/// The tables that the native decoder is held to, by their headings: what is given, the place and the message.
fn refused() -> Vec<(String, &'static str, &'static str, &'static str)> {
    let mut rows = Vec::new();
    let mut heading = "";
    for line in
        [include_str!("cases/refused.md"), include_str!("cases/hostile.md")].iter().flat_map(|file| file.lines())
    {
        if let Some(text) = line.strip_prefix("## ") {
            heading = text;
        }
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        if let [input, place, message, "rules 6"] = cells[..] {
            let place = if place == "(the whole)" { "" } else { place.trim_matches('`') };
            rows.push((json(input), place, message.trim_matches('`').trim(), heading));
        }
    }
    rows
}

/// The JSON text that stands in a cell, or is told of there: so many people.
fn json(cell: &str) -> String {
    match cell.strip_suffix(" people") {
        Some(count) => {
            let people = vec!["{}"; count.parse().expect("a number")];
            format!(r#"{{"visit_date": "2026-12-01", "people": [{}]}}"#, people.join(", "))
        }
        None => cell.trim_matches('`').to_owned(),
    }
}

/// The tables of what a browser's own reading of JSON takes otherwise: of a key that is given twice the last counts, and any number is one.
const TEXT_ONLY: [&str; 2] = ["A key given twice", "Text that is not JSON"];

#[wasm_bindgen_test]
fn both_decoders_refuse_in_the_same_words() {
    let mut compared = 0;
    for (json, place, message, heading) in refused() {
        let Ok(value) = JSON::parse(&json) else {
            assert_eq!(heading, "Text that is not JSON", "{json}");
            continue;
        };
        if !TEXT_ONLY.contains(&heading) {
            compared += 1;
            assert_eq!(refusal(&value), Some((place.to_owned(), message.to_owned())), "{json}");
        }
    }
    assert!(compared > 100, "only {compared} rows were found");
}

#[wasm_bindgen_test]
fn a_line_is_refused_in_the_same_words() {
    let rows: Vec<_> =
        refused().into_iter().filter(|(json, ..)| !json.contains('\n') && JSON::parse(json).is_ok()).collect();
    let lines: Vec<&str> = rows.iter().map(|(json, ..)| json.as_str()).collect();
    let reports = String::from_utf8(check_many(lines.join("\n").as_bytes(), None).to_vec()).expect("UTF-8");
    let mut compared = 0;
    for ((report, line), (json, place, message, heading)) in reports.lines().zip(1..).zip(rows.iter()) {
        if !TEXT_ONLY.contains(heading) {
            compared += 1;
            let written = |told: &str| text(&told.into());
            let expected =
                format!(r#"{{"error":{{"line":{line},"path":{},"message":{}}}}}"#, written(place), written(message));
            assert_eq!(report, expected, "{json}");
        }
    }
    assert!(compared > 100, "only {compared} rows were found");
}

const DAY: &str = "visit_date: '2026-12-01'";

/// JavaScript values that no JSON text can say: the expression, the place and the message.
const HOSTILE: &[(&str, &str, &str)] = &[
    ("undefined", "", "application: undefined is not right here; an object would be"),
    ("NaN", "", "application: NaN is not right here; an object would be"),
    ("-Infinity", "", "application: -Infinity is not right here; an object would be"),
    ("-0", "", "application: 0 is not right here; an object would be"),
    ("1e21", "", "application: 1e+21 is not right here; an object would be"),
    ("10n ** 400n", "", "application: a value of the type bigint is not right here; an object would be"),
    ("Symbol('a')", "", "application: a value of the type symbol is not right here; an object would be"),
    ("() => ({})", "", "application: a value of the type function is not right here; an object would be"),
    (
        "class { static visit_date = '2026-12-01' }",
        "",
        "application: a value of the type function is not right here; an object would be",
    ),
    ("new Date(0)", "", "application: a value of the type object is not right here; an object would be"),
    (
        "new Map([['visit_date', '2026-12-01']])",
        "",
        "application: a value of the type object is not right here; an object would be",
    ),
    ("new Set()", "", "application: a value of the type object is not right here; an object would be"),
    (
        "new (class { visit_date = '2026-12-01' })()",
        "",
        "application: a value of the type object is not right here; an object would be",
    ),
    (
        "Object.create({ visit_date: '2026-12-01' })",
        "",
        "application: a value of the type object is not right here; an object would be",
    ),
    (
        "({ __proto__: { visit_date: '2026-12-01' } })",
        "",
        "application: a value of the type object is not right here; an object would be",
    ),
    ("new Uint8Array(4)", "", "application: a value of the type object is not right here; an object would be"),
    ("new Error('a')", "", "application: a value of the type object is not right here; an object would be"),
    ("Promise.resolve({})", "", "application: a value of the type object is not right here; an object would be"),
    ("document", "", "application: a value of the type object is not right here; an object would be"),
    ("window", "", "application: a value of the type object is not right here; an object would be"),
    (
        "Object.assign([], { visit_date: '2026-12-01' })",
        "",
        "application: a list is not right here; an object would be",
    ),
    (
        "{ visit_date: new Date() }",
        "visit_date",
        "visit_date: a value of the type object is not right here; a date such as \"2026-12-01\" would be",
    ),
    (
        "{ visit_date: new String('2026-12-01') }",
        "visit_date",
        "visit_date: a value of the type object is not right here; a date such as \"2026-12-01\" would be",
    ),
    (
        "{ visit_date: { toString: () => '2026-12-01' } }",
        "visit_date",
        "visit_date: an object is not right here; a date such as \"2026-12-01\" would be",
    ),
    (
        "{ visit_date: undefined }",
        "visit_date",
        "visit_date: nothing is not right here; a date such as \"2026-12-01\" would be",
    ),
    (
        "{ visit_date: '\\ud800' }",
        "visit_date",
        "visit_date: \"\u{fffd}\" is not right here; a date such as \"2026-12-01\" would be",
    ),
    (
        "{ visit_date: Infinity }",
        "visit_date",
        "visit_date: Infinity is not right here; a date such as \"2026-12-01\" would be",
    ),
    (
        "{ visit_date: 20261201n }",
        "visit_date",
        "visit_date: a value of the type bigint is not right here; a date such as \"2026-12-01\" would be",
    ),
    ("{ DAY, people: [,{}] }", "people[0]", "people[0]: undefined is not right here; an object would be"),
    ("{ DAY, people: [{}, undefined] }", "people[1]", "people[1]: undefined is not right here; an object would be"),
    (
        "{ DAY, people: Object.assign([], { length: 4294967295 }) }",
        "people",
        "people: a list of 4294967295 is not right here; a list of at most 1000 people would be",
    ),
    (
        "{ DAY, people: new Array(1001).fill({}) }",
        "people",
        "people: a list of 1001 is not right here; a list of at most 1000 people would be",
    ),
    (
        "{ DAY, people: new Set([{}]) }",
        "people",
        "people: a value of the type object is not right here; a list of people would be",
    ),
    (
        "{ DAY, people: new Uint8Array(1) }",
        "people",
        "people: a value of the type object is not right here; a list of people would be",
    ),
    (
        "{ DAY, people: (function () { return arguments; })({}) }",
        "people",
        "people: an object is not right here; a list of people would be",
    ),
    (
        "{ DAY, answers: { service: Symbol.iterator } }",
        "answers.service",
        "answers.service: a value of the type symbol is not right here; \"permanent\" or \"temporary\" would be",
    ),
    (
        "{ get visit_date() { throw new Error('no') } }",
        "visit_date",
        "visit_date: reading it failed (no); a plain value would be right",
    ),
    (
        "{ get visit_date() { throw 'no' } }",
        "visit_date",
        "visit_date: reading it failed (no); a plain value would be right",
    ),
    (
        "{ get visit_date() { throw null } }",
        "visit_date",
        "visit_date: reading it failed (something was thrown); a plain value would be right",
    ),
    (
        "{ get visit_date() { throw { get message() { throw 1 } } } }",
        "visit_date",
        "visit_date: reading it failed (something was thrown); a plain value would be right",
    ),
    (
        "{ DAY, people: [{ get answers() { throw new Error('x'.repeat(1e7)) } }] }",
        "people[0].answers",
        "people[0].answers: reading it failed (xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…); a plain value would be right",
    ),
    (
        "{ DAY, people: Object.defineProperty([{}], 0, { get() { throw new Error('no') } }) }",
        "people[0]",
        "people[0]: reading it failed (no); a plain value would be right",
    ),
    (
        "new Proxy({}, { ownKeys() { throw new Error('no') } })",
        "",
        "application: reading it failed (no); a plain value would be right",
    ),
    (
        "new Proxy({ DAY }, { get() { throw new Error('no') } })",
        "visit_date",
        "visit_date: reading it failed (no); a plain value would be right",
    ),
    (
        "new Proxy({}, { getPrototypeOf() { throw new Error('no') } })",
        "",
        "application: a value of the type object is not right here; an object would be",
    ),
    (
        "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy })()",
        "",
        "application: a value of the type object is not right here; an object would be",
    ),
    (
        "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return { DAY, people: proxy } })()",
        "people",
        "people: a value of the type object is not right here; a list of people would be",
    ),
    (
        "(() => { const a = { DAY }; a.answers = a; return a })()",
        "answers.visit_date",
        "answers.visit_date: \"visit_date\" is not a key that is known; \"service\" or \"residence\" or \"owner_present\" would be right",
    ),
    (
        "(() => { const a = { DAY, people: [] }; a.people.push(a); return a })()",
        "people[0].visit_date",
        "people[0].visit_date: \"visit_date\" is not a key that is known; \"answers\" or \"documents\" would be right",
    ),
    (
        "(() => { const a = []; a.push(a); return { DAY, people: a } })()",
        "people[0]",
        "people[0]: a list is not right here; an object would be",
    ),
    (
        "(() => { let a = { DAY }; for (let deep = 0; deep < 9; deep += 1) a = new Array(1000).fill(a); return { DAY, people: [a] } })()",
        "people[0]",
        "people[0]: a list is not right here; an object would be",
    ),
];

#[wasm_bindgen_test]
fn what_no_text_can_say_is_refused_by_its_place() {
    let expression = |told: &str| told.replace("DAY", DAY);
    let wrong: Vec<String> = HOSTILE
        .iter()
        .filter_map(|(value, place, message)| {
            let told = refusal(&js(&expression(value)));
            (told != Some(((*place).into(), (*message).into()))).then(|| format!("{value}\n  {told:?}\n  {message}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Frameworks hang members of their own on a portal's objects, where JSON does not see them either.
#[wasm_bindgen_test]
fn what_json_would_not_write_is_not_there() {
    for value in ["{ DAY, [Symbol('a')]: 1 }", "Object.defineProperty({ DAY }, 'hidden', { value: 1 })"] {
        assert_eq!(verdict(&js(&value.replace("DAY", DAY))), "undecided", "{value}");
    }
}

#[wasm_bindgen_test]
fn ten_megabytes_are_refused_in_few_words() {
    for value in ["{ visit_date: 'x'.repeat(1e7) }", "{ ['x'.repeat(1e7)]: 1 }", "'x'.repeat(1e7)"] {
        let (path, message) = refusal(&js(value)).expect(value);
        assert!(path.len() < 100 && message.len() < 400, "{path} {message}");
    }
}

#[wasm_bindgen_test]
fn undefined_is_as_if_it_were_not_there() {
    for value in [
        "{ DAY, answers: undefined, documents: undefined, people: undefined }",
        "{ DAY, answers: { service: undefined, residence: undefined } }",
        "{ DAY, documents: { owner_identity: undefined, owner_consent: { form: undefined } } }",
        "{ DAY, people: [{ answers: undefined, documents: { identity_document: { valid_until: undefined } } }] }",
        "Object.assign(Object.create(null), { DAY })",
        "new Proxy({ DAY }, {})",
    ] {
        let report = |value: &str| text(&check(&js(&value.replace("DAY", DAY))).unwrap_or_else(|_| panic!("{value}")));
        assert_eq!(report(value), report("{ DAY }"), "{value}");
    }
}

#[wasm_bindgen_test]
fn what_stands_on_the_prototype_of_every_object_does_not_count() {
    let polluted = "(() => { Object.assign(Object.prototype, { visit_date: '2026-12-01', answers: { service: 'both' }, form: 'none' });
        return null })()";
    let clean =
        "(() => { for (const key of ['visit_date', 'answers', 'form']) delete Object.prototype[key]; return null })()";
    js(polluted);
    let without = refusal(&js("{}"));
    let with = check(&js("{ visit_date: '2026-12-01', documents: { owner_consent: {} } }"));
    js(clean);
    assert_eq!(without.map(|(path, _)| path).as_deref(), Some("visit_date"));
    assert!(with.is_ok());
}

#[wasm_bindgen_test]
fn each_value_is_read_once() {
    let value =
        js("(() => { globalThis.reads = 0; return { get visit_date() { reads += 1; return '2026-12-01' } } })()");
    assert_eq!(verdict(&value), "undecided");
    assert_eq!(js("globalThis.reads").as_f64(), Some(1.0));
}

/// A getter may check another application, and does not disturb what it is part of.
#[wasm_bindgen_test]
fn a_value_that_checks_another_one_meanwhile_is_read() {
    let inner = Closure::<dyn Fn() -> String>::new(|| verdict(&js(EXAMPLE)));
    let of: Function = js("(inner) => { const whole = JSON.parse(text); \
            return { answers: whole.answers, get visit_date() { globalThis.told = inner(); return whole.visit_date }, documents: whole.documents, people: whole.people } }".replace("text", &format!("{EXAMPLE:?}")).as_str())
    .unchecked_into();
    let value = of.call1(&JsValue::UNDEFINED, inner.as_ref()).expect("an application");
    assert_eq!(text(&check(&value).expect("an application")), text(&js(REPORT)));
    assert_eq!(js("globalThis.told").as_string().as_deref(), Some("incomplete"));
}

/// Reports share nothing: whoever changes one changes no other.
#[wasm_bindgen_test]
fn a_report_is_its_owners_alone() {
    let report = check(&js(EXAMPLE)).expect("an application");
    let empty: Function = js("function empty(value) { for (const part of Object.values(value)) if (typeof part === 'object' && part) empty(part); if (Array.isArray(value)) value.length = 0 }").unchecked_into();
    empty.call1(&JsValue::UNDEFINED, &report).expect("it can be changed");
    assert_eq!(text(&check(&js(EXAMPLE)).expect("an application")), text(&js(REPORT)));
}

#[wasm_bindgen_test]
fn objects_of_another_window_are_plain_too() {
    let value = js("(() => { const frame = document.body.appendChild(document.createElement('iframe'));
        const value = frame.contentWindow.JSON.parse('{\"visit_date\": \"2026-12-01\", \"people\": [{}]}');
        frame.remove(); return value })()");
    assert_eq!(verdict(&value), "undecided");
}

#[wasm_bindgen_test]
fn a_thousand_people_are_checked() {
    assert_eq!(verdict(&js("{ visit_date: '2026-12-01', people: new Array(1000).fill({}) }")), "undecided");
}

#[wasm_bindgen_test]
fn after_a_refusal_all_is_as_before() {
    assert!(refusal(&JsValue::NULL).is_some());
    assert_eq!(verdict(&js(EXAMPLE)), "incomplete");
}

/// Random applications: people, answers and documents, or what stands in their place and is refused.
const RANDOM: &str = r#"((seed, catalogue) => {
    const random = (below) => ((seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) >>> 8) % below;
    const some = (list) => list.filter(() => random(3) > 0);
    const of = (who) => ({
        answers: Object.fromEntries(some(catalogue.facts.filter(({ of }) => of === who)).map(({ fact, answers }) => [fact, answers[random(answers.length)]])),
        documents: Object.fromEntries(some(catalogue.documents.filter(({ of }) => of === who)).map(({ document, forms, valid_until }) => [document,
            { ...(random(4) && { form: forms[random(forms.length)] }), ...(valid_until && random(2) && { valid_until: `20${20 + random(9)}-06-30` }) }])),
    });
    const wrong = random(20) === 0 ? { ['қ"\n' + random(9)]: random(2) } : {};
    return { visit_date: `20${23 + random(5)}-${10 + random(3)}-01`, ...of('application'), people: Array.from({ length: random(4) }, () => of('person')), ...wrong };
})"#;

/// The object, made of numbers, is what the text says, key by key; and a line is refused as its object is.
#[wasm_bindgen_test]
fn many_are_answered_as_each_is() {
    let random: Function = js(RANDOM).unchecked_into();
    let catalogue = questions().expect("a catalogue");
    let mut lines = String::new();
    let mut expected = Vec::new();
    for seed in 1..=2000 {
        let application = random.call2(&JsValue::UNDEFINED, &(seed * 7919).into(), &catalogue).expect("an application");
        lines += &(text(&application) + "\n");
        expected.push(match check(&application) {
            Ok(report) => text(&report),
            Err(thrown) => {
                let (path, message) = told(&thrown);
                let written = |told: &str| text(&told.into());
                format!(r#"{{"error":{{"line":{seed},"path":{},"message":{}}}}}"#, written(&path), written(&message))
            }
        });
    }
    let reports = String::from_utf8(check_many(lines.as_bytes(), None).to_vec()).expect("UTF-8");
    for (report, expected) in reports.lines().zip(&expected) {
        assert_eq!(report, expected);
    }
    assert_eq!(reports.lines().count(), expected.len());
    assert!(expected.iter().any(|report| report.starts_with("{\"error\"")), "some are refused");
}

#[wasm_bindgen_test]
fn a_line_that_is_no_json_is_told_by_its_number() {
    let reports = check_many("\n{\"visit_date\": \"2020-01-01\"}\r\n{\"visit".as_bytes(), None);
    let reports = String::from_utf8(reports.to_vec()).expect("UTF-8");
    let lines: Vec<&str> = reports.lines().collect();
    assert!(lines[0].starts_with("{\"verdict\":\"not_covered\""), "{reports}");
    assert!(
        lines[1].starts_with("{\"error\":{\"line\":3,\"path\":\"\",\"message\":\"application: \\\"{\\\"visit\\\" ("),
        "{reports}"
    );
    assert!(lines[1].contains("is not right here; an application as JSON would be"), "{reports}");
    assert_eq!(lines.len(), 2);
}

#[wasm_bindgen_test]
fn reports_that_fit_are_written_into_memory_that_is_used_again() {
    let lines = b"{\"visit_date\": \"2026-12-01\"}\n{}";
    let reports = check_many(lines, None);
    for (room, fits) in
        [(reports.length(), true), (reports.length() + 9, true), (reports.length() - 1, false), (0, false)]
    {
        let into = Uint8Array::new_with_length(room);
        let written = check_many(lines, Some(into.clone()));
        assert_eq!(written.to_vec(), reports.to_vec());
        assert_eq!(Object::is(&written.buffer(), &into.buffer()), fits, "{room} bytes");
    }
}

/// `list.map(checkMany)` hands over an index too.
#[wasm_bindgen_test]
fn what_is_no_memory_has_no_room() {
    for other in [JsValue::from(0), "".into(), JsValue::TRUE, Object::new().into(), js("new Float64Array(9000)")] {
        for lines in [&b""[..], b"{}"] {
            let into = other.clone().unchecked_into();
            assert_eq!(check_many(lines, Some(into)).to_vec(), check_many(lines, None).to_vec());
        }
    }
}
