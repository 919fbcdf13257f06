//! The shapes of JSON, as sections 6 and 7 of the rules write them: every literal here stands there, or follows its form.
//!
//! Knows JSON text on both sides, and nothing of the types between.

use serde_json::{Value, json};
use tirkeu::{check, law, wire};

/// The report on an application, both as JSON.
fn report(input: &Value) -> Value {
    let application = wire::read(&input.to_string()).expect("a good application");
    serde_json::to_value(check(law::EDITIONS, &application)).expect("a report can be written")
}

#[test]
fn the_example_of_the_rules_comes_out_as_it_stands_there() {
    let input = json!({
        "visit_date": "2026-12-01",
        "answers": {"service": "permanent", "residence": "other_owner", "owner_present": "no"},
        "documents": {"owner_identity": {"form": "original"}, "owner_consent": {"form": "none"}},
        "people": [
            {"answers": {"status": "foreigner", "age": "adult", "incapacitated": "no", "applicant": "self"},
             "documents": {"identity_document": {"form": "electronic", "valid_until": "2030-01-31"}}}
        ]
    });
    assert_eq!(report(&input), the_report());
}

fn the_report() -> Value {
    let consent = ["S1.c", "267.3", "267.list.8.1", "267.consent", "677.4", "677.7.2"];
    let identity = ["S1.a", "S1.d", "267.4", "267.list.8.2", "677.7.1"];
    json!({
        "verdict": "incomplete",
        "edition": "2025-11-30",
        "sources_read": "2026-11-25",
        "reviewed": null,
        "stale": false,
        "upcoming": null,
        "procedures": ["permanent"],
        "counters": ["state_corporation"],
        "elsewhere": [],
        "findings": [
            {"requirement": "owner_identity", "person": null, "status": "satisfied", "basis": "stated",
             "sources": ["S1.a", "S1.c", "267.list.8.1", "677.7.2"]},
            {"requirement": "owner_consent", "person": null, "status": "ask", "basis": "conflict", "sources": consent},
            {"requirement": "owner_presence", "person": null, "status": "absent", "basis": "stated",
             "sources": ["267.list.8.1", "677.7.2"]},
            {"requirement": "identity_document", "person": 0, "status": "satisfied", "basis": "stated", "sources": identity},
            {"requirement": "right_to_apply", "person": 0, "status": "satisfied", "basis": "stated",
             "sources": ["S1.b", "267.list.8"]}
        ],
        "unanswered": [],
        "fix": [{"requirement": "owner_presence", "person": null, "owner_present": ["yes"]}]
    })
}

#[test]
fn what_mends_is_written_as_the_rules_write_it() {
    let adult = json!({"answers": {"status": "foreigner", "age": "adult", "incapacitated": "no", "applicant": "self"},
                       "documents": {"identity_document": {"form": "copy"}}});
    let child = json!({"answers": {"status": "stateless", "age": "under_14", "applicant": "self"},
                       "documents": {"power_of_attorney": {"form": "original"}}});
    let answers = json!({"service": "permanent", "residence": "own"});
    let report = report(&json!({"visit_date": "2026-12-01", "answers": answers, "people": [adult, child]}));
    let by_law = json!(["representative_identity", "proof_of_authority"]);
    let fix = json!([
        {"requirement": "identity_document", "person": 0, "bring": ["original", "electronic"]},
        {"requirement": "right_to_apply", "person": 1, "apply_as": [
            {"applicant": "attorney", "needs": ["representative_identity"]},
            {"applicant": "parent", "needs": by_law},
            {"applicant": "guardian", "needs": by_law},
            {"applicant": "trustee", "needs": by_law}
        ]}
    ]);
    assert_eq!(report["fix"], fix);
    assert_eq!(report["findings"][0]["accepts"], json!(["original", "electronic"]));
    assert_eq!(report["unanswered"], json!([{"document": "birth_certificate", "person": 1}]));
}

#[test]
fn who_is_elsewhere_and_what_is_open_is_written_as_the_rules_write_it() {
    let people =
        json!([{"answers": {"status": "visitor"}}, {"answers": {"status": "foreigner", "age": "under_14"}}, {}]);
    let answers = json!({"service": "temporary"});
    let report = report(&json!({"visit_date": "2026-12-01", "answers": answers, "people": people}));
    let elsewhere = json!([{"person": 0, "reason": "visitor"}, {"person": 1, "reason": "under_14_temporary"}]);
    assert_eq!((&report["verdict"], &report["elsewhere"]), (&json!("not_this_service"), &elsewhere));
    assert_eq!(report["unanswered"][0], json!({"fact": "status", "person": 2}));
    assert_eq!(report["unanswered"][4], json!({"fact": "residence", "person": null}));
    assert_eq!(report["unanswered"][6], json!({"document": "representative_identity", "person": null}));
}

#[test]
fn a_visit_that_is_not_covered_has_empty_lists() {
    let expected = json!({"verdict": "not_covered", "edition": null, "sources_read": null, "reviewed": null, "stale": false,
        "upcoming": null, "procedures": [], "counters": [], "elsewhere": [], "findings": [], "unanswered": [], "fix": []});
    assert_eq!(report(&json!({"visit_date": "2024-03-15"})), expected);
}

#[test]
fn a_coming_edition_is_written_as_the_rules_write_it() {
    let person = json!({"answers": {"status": "asylum_seeker"}});
    let report = report(&json!({"visit_date": "2024-09-23", "people": [person]}));
    assert_eq!(report["upcoming"], json!({"edition": "2024-09-24", "verdict": "undecided"}));
}

#[test]
fn the_way_of_a_complaint_comes_out_as_it_stands_in_the_rules() {
    let appeal = serde_json::to_value(wire::read_appeal("2026-11-30").expect("a day")).expect("it can be written");
    let expected = json!({"refused_on": "2026-11-30", "complain_by": "2027-02-28",
        "steps": [
            {"step": "complain", "within": {"months": 3}, "basis": "stated", "sources": ["S1.i", "267.7", "APPC.92"]},
            {"step": "pass_on", "within": {"working_days": 3}, "basis": "stated", "sources": ["267.7"]},
            {"step": "answer", "within": {"working_days": 5}, "basis": "stated", "sources": ["267.7"]},
            {"step": "control", "within": {"working_days": 15}, "basis": "stated", "sources": ["267.7"]},
            {"step": "court", "basis": "stated", "sources": ["267.8", "APPC.91"]}
        ],
        "addressees": [{"addressee": "provider", "about": "decision"}, {"addressee": "state_corporation_head", "about": "staff"},
                       {"addressee": "informatisation_body", "about": "staff"}]});
    assert_eq!(appeal, expected);
}

/// Each question with whom it is about and its answers, in asking order.
#[test]
fn the_catalogue_of_questions_holds_what_the_rules_list() {
    let questions = serde_json::to_value(wire::questions()).expect("it can be written");
    let facts = questions["facts"].as_array().expect("a list").iter();
    let facts: Vec<Value> = facts.map(|fact| json!([fact["fact"], fact["of"], fact["answers"]])).collect();
    let statuses = ["foreigner", "stateless", "refugee", "asylum_seeker", "citizen", "temporary_permit", "visitor"];
    let residences = ["own", "owner_among_us", "other_owner", "co_owned", "state_housing", "institution"];
    let expected = json!([
        ["status", "person", statuses],
        ["age", "person", ["under_14", "14_15", "16_17", "adult"]],
        ["incapacitated", "person", ["yes", "no"]],
        ["applicant", "person", ["self", "parent", "guardian", "trustee", "attorney", "institution"]],
        ["service", "application", ["permanent", "temporary"]],
        ["residence", "application", residences],
        ["owner_present", "application", ["yes", "some", "proxy", "no"]]
    ]);
    assert_eq!(json!(facts), expected);
}

/// Each document with whom it is about and whether it may have a last day, in asking order.
#[test]
fn the_catalogue_of_documents_holds_what_the_rules_list() {
    let questions = serde_json::to_value(wire::questions()).expect("it can be written");
    let document = |document: &str, of: &str, valid_until: bool| json!({"document": document, "of": of, "forms": ["original", "electronic", "copy", "none"], "valid_until": valid_until});
    let expected = [
        document("representative_identity", "application", true),
        document("owner_identity", "application", true),
        document("owner_consent", "application", false),
        document("institution_request", "application", false),
        document("identity_document", "person", true),
        document("birth_certificate", "person", false),
        document("proof_of_authority", "person", false),
        document("power_of_attorney", "person", true),
    ];
    assert_eq!(questions["documents"], json!(expected));
}
