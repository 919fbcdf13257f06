//! What the applicant sees, without a browser: the sentences that stand on the page after these answers.

#![cfg(not(target_arch = "wasm32"))]

#[path = "read/said.rs"]
mod said;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fastrand::Rng;
use tirkeu::page::node::{Element, Node, element};
use tirkeu::page::pages::{pages, wordings};
use tirkeu::page::rulebook::rulebook;
use tirkeu::page::view::{Action, Stage, State, announcement, answer, full_list, kept_line, state_of_line, visit};
use tirkeu::page::wording::Languages;
use tirkeu::{Answer, Document, Fact, Finding, Form, Id, Question, Status, Subject, law, parse_date};

use said::{ADULT, HOME, LANGUAGES, asking, is_silent, says, state, words};

fn parts(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|part| (*part).to_owned()).collect()
}

fn plain(elements: &[Element]) -> String {
    Node::Element(element("div").children(elements.iter().cloned())).plain()
}

/// The whole page: each of its questions in turn, and the answer; or the sheet that is in front.
fn page(language: &str, state: &State) -> String {
    let words = words(language);
    let shown = |state: &State| plain(&visit(state, &words, None));
    if state.stage != Stage::Check {
        return shown(state);
    }
    let mut answer = state.clone();
    answer.current = None;
    asking(state).iter().chain([&answer]).map(shown).collect()
}

fn answered(language: &str, state: &State) -> String {
    plain(&answer(state, &words(language)))
}

#[test]
fn a_list_is_joined_by_the_language_s_own_words() {
    let joined = LANGUAGES.map(|language| {
        let words = words(language);
        [words.any_of(&parts(&["a", "b", "c"])), words.all_of(&parts(&["a", "b"])), words.any_of(&parts(&["a"]))]
    });
    let expected = [["a, b немесе c", "a және b", "a"], ["a, b или c", "a и b", "a"], ["a, b or c", "a and b", "a"]];
    assert_eq!(joined, expected.map(|language| language.map(str::to_owned)));
    assert_eq!(words("en").any_of(&[]), "");
}

#[test]
fn a_consent_is_a_signed_form_not_an_original() {
    let said = [&["go::check:"][..], &ADULT, &HOME].concat();
    for language in LANGUAGES {
        let words = words(language);
        let form = |form| words.of("form.list.*.consent", form);
        let text = page(language, &state("2026-12-01", &said));
        says(&text, &words.with("form.accepts", "forms", &form("original")));
        let others = words.any_of(&[form("electronic"), words.get("form.list.copy")]);
        says(&text, &words.with("form.asks", "forms", &others));
    }
}

#[test]
fn someone_elsewhere_is_named_by_the_document_they_chose() {
    for language in LANGUAGES {
        let words = words(language);
        let alone = answered(language, &state("2026-12-01", &["answer:0:status:visitor"]));
        says(&alone, &format!("- {}\n", words.get("answer.status.visitor")));
        let second = state("2026-12-01", &["add_person", "answer:1:status:citizen"]);
        let whose = words.with_number("part.person", 2);
        says(&answered(language, &second), &format!("{whose}: {}", words.get("answer.status.citizen")));
    }
}

#[test]
fn what_only_the_rulebook_or_the_appeal_says_is_not_loaded_first() {
    let not_first = [
        "form.list.none",
        "rulebook.none",
        "source.677.13",
        "act.267",
        "paper.heading",
        "fact.age",
        "consent.to",
        "code.make",
    ];
    let is_first =
        |name: &str| !["later", "paper", "list", "code", "roll", "txt"].iter().any(|part| name.contains(part));
    for (_, sentences) in wordings().into_iter().filter(|(name, _)| is_first(name)) {
        says(&sentences, "\"fact.status\":");
        for key in not_first {
            is_silent(&sentences, &format!("\"{key}\""));
        }
    }
}

#[test]
fn nothing_is_announced_of_questions_once_none_is_left() {
    let began = ["go::check:", "answer:0:status:foreigner"];
    let done = ["go::check:", "answer:0:status:visitor"];
    for language in LANGUAGES {
        let words = words(language);
        says(&announcement(&state("2026-12-01", &began), &words), &words.get("question.left.many"));
        assert_eq!(announcement(&state("2026-12-01", &done), &words), words.get("verdict.not_this_service"));
    }
}

#[test]
fn a_child_alone_is_not_spoken_to() {
    let child = ["go::check:", "answer:0:status:foreigner", "answer:0:age:under_14", "answer:0:applicant:parent"];
    for language in LANGUAGES {
        let words = words(language);
        let text = page(language, &state("2026-12-01", &child));
        for id in ["fact.status", "fact.applicant", "fact.status.hint"] {
            says(&text, &words.get(&[id, ".of"].concat()));
            is_silent(&text, &format!("\n{}\n", words.get(id)));
        }
        says(&text, &words.get("fact.age"));
        says(&text, &words.get("part.only"));
    }
}

#[test]
fn an_adult_alone_is_spoken_to() {
    for language in LANGUAGES {
        let words = words(language);
        let text = page(language, &state("2026-12-01", &[&["go::check:"][..], &ADULT].concat()));
        for id in ["fact.status", "fact.applicant", "fact.status.hint"] {
            says(&text, &words.get(id));
        }
    }
}

#[test]
fn of_several_people_none_is_you() {
    for language in LANGUAGES {
        let words = words(language);
        let text = page(language, &state("2026-12-01", &["go::check:", "add_person"]));
        says(&text, &words.get("fact.status.hint.of"));
        is_silent(&text, &words.get("fact.status.hint"));
    }
}

const CO_OWNED: [&str; 3] = ["answer::service:permanent", "answer::residence:co_owned", "answer::owner_present:yes"];

#[test]
fn the_owner_is_asked_to_come_to_where_the_people_go_and_told_what_to_bring() {
    let refugee = ["answer:0:status:refugee", "answer:0:age:adult", "answer:0:incapacitated:no"];
    let refugee = [&refugee[..], &["answer:0:applicant:self"], &HOME[1..]].concat();
    let foreigner = [&ADULT[..], &HOME].concat();
    let both = [&foreigner[..], &["add_person", "answer:1:status:refugee"]].concat();
    for language in LANGUAGES {
        let words = words(language);
        for (people, end) in [(&foreigner, ""), (&refugee, ".police"), (&both, ".both")] {
            let sheet = page(language, &state("2026-12-01", &[&people[..], &["go::owner_sheet:"]].concat()));
            says(&sheet, &words.get(&["paper.owner.come", end].concat()));
            for id in ["paper.owner.identity", "paper.owner.consent", "paper.owner.proxy"] {
                says(&sheet, &words.get(id));
            }
        }
    }
}

#[test]
fn no_sheet_for_the_owner_where_no_rules_are_known() {
    let said = [&["go::check:"][..], &ADULT, &HOME].concat();
    let button = words("en").get("tools.print.owner");
    let html = |day| visit(&state(day, &said), &words("en"), None).into_iter().map(|part| Node::from(part).html());
    assert!(html("2026-12-01").any(|part| part.contains(&button)));
    assert!(!html("2024-03-15").any(|part| part.contains(&button)));
}

#[test]
fn of_several_owners_one_answer_is_for_all_and_the_rest_is_asked_at_the_counter() {
    let said = [&["go::check:"][..], &ADULT, &CO_OWNED].concat();
    let one = [&["go::check:"][..], &ADULT, &HOME].concat();
    for language in LANGUAGES {
        let words = words(language);
        let text = page(language, &state("2026-12-01", &said));
        assert_eq!(
            text.matches(&words.get("question.several_owners")).count(),
            2,
            "of the identity and of the consent"
        );
        let from_worst = words.get("question.several_from_worst");
        assert_eq!(text.matches(&from_worst).count(), 1, "a consent has no date");
        is_silent(&page(language, &state("2026-12-01", &one)), &words.get("question.several_owners"));
        let sheet = page(language, &state("2026-12-01", &[&said[..], &["go::owner_sheet:"]].concat()));
        says(&sheet, &words.get("paper.owner.several"));
        is_silent(&sheet, &words.get("paper.owner.why"));
    }
}

#[test]
fn who_may_apply_instead_is_told_in_the_middle_of_a_sentence() {
    let child =
        ["answer:0:status:foreigner", "answer:0:age:under_14", "answer:0:applicant:self", "answer::service:permanent"];
    for language in LANGUAGES {
        let words = words(language);
        let may = ["parent", "guardian", "trustee", "attorney"];
        let applicants = words.any_of(&may.map(|applicant| words.of("answer.applicant.*.list", applicant)));
        let text = answered(language, &state("2026-12-01", &child));
        says(&text, &words.with("requirement.right_to_apply.apply_as", "applicants", &applicants));
        for (applicant, needs) in [("parent", "proof_of_authority"), ("attorney", "power_of_attorney")] {
            let needs = ["representative_identity", needs].map(|document| words.of("document.*", document)).join("; ");
            let bring = words.get("requirement.right_to_apply.needs");
            says(&text, &format!("- {}. {bring} {needs}.\n", words.of("answer.applicant.*", applicant)));
        }
    }
}

/// The list for whoever has answered nothing, line by line, from this line on.
fn listed(language: &str, first: &str) -> Vec<String> {
    let lines = plain(&full_list(law::EDITIONS, &words(language)));
    let lines =
        lines.lines().map(|line| line.trim_start().trim_start_matches("- ").to_owned()).filter(|line| !line.is_empty());
    lines.skip_while(|line| line != first).collect()
}

#[test]
fn the_list_says_of_each_row_whom_it_concerns_and_what_happens() {
    let suitable = "Suitable: the original or the electronic document in eGov Mobile.";
    let young = listed("en", "Age: 16 or 17; Status: Refugee certificate:");
    let asks = [
        "Age: 16 or 17 / 18 or older; Status: Asylum-seeker certificate:",
        suitable,
        "Ask first whether this will do: a copy, scan, photo or screenshot.",
        "Ask first whether this will do: a document past its date.",
    ];
    assert_eq!(young[1..5], asks.map(str::to_owned));
    let adult =
        "Age: 16 or 17 / 18 or older; Status: Residence permit of a foreigner / Certificate of a stateless person:";
    let fails = [
        "Age: 16 or 17 / 18 or older; Status: Refugee certificate:",
        suitable,
        "Not suitable: a copy, scan, photo or screenshot.",
        "Not suitable: a document past its date.",
    ];
    assert_eq!(listed("en", adult)[1..5], fails.map(str::to_owned));
}

#[test]
fn the_list_says_who_may_apply_for_whom() {
    let somebody_else = [
        "Who may apply: a parent, a guardian, a trustee or someone with a notarised power of attorney.",
        "Ask the counter: the administration of an organisation.",
        "Not entitled to apply: this person themselves.",
    ];
    for people in ["Age: Under 14:", "Age: 18 or older; Legal incapacity: Yes, there is a court decision:"] {
        assert_eq!(listed("en", people)[1..4], somebody_else.map(str::to_owned));
    }
    let adult = listed("en", "Age: 18 or older; Legal incapacity: No:");
    assert_eq!(adult[1], "Who may apply: this person themselves or someone with a notarised power of attorney.");
}

#[test]
fn the_list_names_whom_every_row_of_a_paper_concerns() {
    for language in LANGUAGES {
        assert_eq!(listed(language, ":"), Vec::<String>::new(), "a row that concerns nobody");
    }
}

#[test]
fn a_coming_edition_that_changes_no_headline_names_what_it_changes() {
    let said = [&ADULT[..], &CO_OWNED, &["hold::owner_identity:none", "hold:0:identity_document:none"]].concat();
    for language in LANGUAGES {
        let words = words(language);
        let text = answered(language, &state("2025-11-29", &said));
        let stands = |status| format!("{}: {}", words.get("document.owner_identity"), words.of("status.*", status));
        says(&text, &stands("ask"));
        says(&text, &stands("missing"));
        assert_eq!(text.matches(&words.get("verdict.incomplete")).count(), 1, "{text}");
    }
}

#[test]
fn a_coming_edition_that_asks_for_less_says_what_need_not_be_brought() {
    let home = ["answer::service:permanent", "answer::residence:own", "hold::owner_consent:none"];
    let said = [&ADULT[..], &home, &["hold:0:identity_document:none"]].concat();
    for language in LANGUAGES {
        let words = words(language);
        let text = answered(language, &state("2024-09-23", &said));
        says(&text, &format!("{}: {}", words.get("document.owner_consent"), words.get("status.ask")));
        says(&text, &words.get("answer.not_needed"));
    }
}

#[test]
fn a_coming_edition_that_changes_the_headline_shows_both() {
    let papers = ["hold::owner_identity:none", "hold::owner_consent:original", "hold:0:identity_document:original"];
    let text = answered("en", &state("2025-11-29", &[&ADULT[..], &CO_OWNED, &papers].concat()));
    says(&text, "“Ask first, then go”. From that day on: “Do not go yet: fix this first”.");
}

#[test]
fn the_visit_sheet_labels_what_was_said_and_explains_its_references() {
    let said = [&["go::check:"][..], &ADULT, &HOME, &["go::visit_sheet:"]].concat();
    for language in LANGUAGES {
        let words = words(language);
        let text = page(language, &state("2026-12-01", &said));
        let applicant = words.get("answer.applicant.self.of");
        says(&text, &format!("{}: {applicant}", words.get("fact.applicant.name")));
        says(&text, &words.get("act.267"));
        says(&text, &words.get("answer.read_in_copy"));
    }
}

#[test]
fn a_question_on_the_visit_sheet_says_whom_it_is_about() {
    let child = ["add_person", "answer:1:status:foreigner", "answer:1:age:under_14", "answer:1:applicant:parent"];
    let said = [&["go::check:"][..], &ADULT, &HOME, &child, &["go::visit_sheet:"]].concat();
    let words = words("en");
    let whose = words.with_number("part.person", 2);
    let text = page("en", &state("2026-12-01", &said));
    says(&text, &format!("{whose}: {}", words.get("requirement.own_registration.ask.under_14.conflict")));
}

#[test]
fn a_question_stands_under_the_heading_of_its_part_alone() {
    let words = words("en");
    for state in asking(&state("2026-12-01", &[&["go::check:"][..], &ADULT, &HOME].concat())) {
        let question = state.current.expect("a question");
        let text = plain(&visit(&state, &words, None));
        let has = |id: &str| text.lines().filter(|line| *line == words.get(id)).count();
        let heading = match (question.person, question.subject) {
            (Some(_), Subject::Fact(_)) => "part.only",
            (None, Subject::Fact(_)) => "part.application",
            (_, Subject::Document(_)) => "part.documents",
        };
        let headings = ["part.only", "part.application", "part.documents"];
        assert_eq!(headings.map(has), headings.map(|id| usize::from(id == heading)), "{text}");
    }
}

#[test]
fn the_static_pages_write_days_as_their_language_does() {
    let pages: BTreeMap<String, String> = pages().into_iter().collect();
    let written = ["2025 жылғы 30 қараша", "30 ноября 2025 года", "30 November 2025"];
    for (language, day) in LANGUAGES.into_iter().zip(written) {
        let html = &pages[&format!("{language}.html")];
        says(html, day);
        is_silent(html, "2025-11-30");
    }
}

#[test]
fn a_page_holds_the_wording_that_its_language_loads_first() {
    for language in LANGUAGES {
        let file = |files: Vec<(String, String)>, name: String| {
            files.into_iter().find(|(other, _)| *other == name).expect("there").1
        };
        let first = file(wordings(), format!("wording/{language}.txt"));
        for name in [format!("{language}.html"), format!("embed.{language}.html")] {
            let html = file(pages(), name);
            let start = format!("<script type=\"text/plain\" lang=\"{language}\">");
            let (held, _) =
                html.split_once(&start).and_then(|(_, rest)| rest.split_once("</script>")).expect("it holds one");
            assert_eq!(held, first);
        }
    }
}

#[test]
fn the_element_reads_in_lines_what_hosts_read_as_json() {
    let files: BTreeMap<String, String> = wordings().into_iter().collect();
    let lines = files.iter().filter_map(|(name, text)| Some((name.strip_suffix(".txt")?, text)));
    for (name, text) in lines.clone() {
        let read: BTreeMap<String, String> = serde_json::from_str(&files[&format!("{name}.json")]).expect("sentences");
        assert_eq!(sentences_of(text), read, "{name}");
    }
    assert_eq!(lines.count(), 4 * Languages::all().tags().count(), "of each language what comes when");
}

/// The sentences of a text with a line of ids, and a line for each of them; where an id leaves parts out, they are those before it.
fn sentences_of(held: &str) -> BTreeMap<String, String> {
    assert!(held.ends_with('\n'), "whoever cuts the last sentence takes its end");
    let mut lines = held.lines();
    let mut before = String::new();
    let mut ids = Vec::new();
    for written in lines.next().expect("the ids").split(' ') {
        let rest = written.trim_start_matches('.');
        let shared: Vec<&str> = before.split('.').take(written.len() - rest.len()).chain([rest]).collect();
        before = shared.join(".");
        ids.push(before.clone());
    }
    let sentences: Vec<String> = lines.map(str::to_owned).collect();
    assert_eq!(ids.len(), sentences.len(), "as many sentences as ids");
    ids.into_iter().zip(sentences).collect()
}

/// What an applicant said of an incapacitated adult in their own home, a parent applying with every paper.
const BY_A_PARENT: [&str; 9] = [
    "answer:0:status:foreigner",
    "answer:0:age:adult",
    "answer:0:incapacitated:yes",
    "answer:0:applicant:parent",
    "answer::service:permanent",
    "answer::residence:own",
    "hold::representative_identity:original",
    "hold:0:identity_document:original",
    "hold:0:proof_of_authority:original",
];

#[test]
fn papers_of_whoever_applied_before_are_not_those_of_whoever_applies_now() {
    let changed = [&BY_A_PARENT[..], &["answer:0:applicant:guardian"]].concat();
    let asked: Vec<_> =
        state("2026-12-01", &changed).report.unanswered.iter().map(|question| question.subject).collect();
    assert_eq!(asked, [Document::RepresentativeIdentity, Document::ProofOfAuthority].map(Subject::Document));
    let again = [&BY_A_PARENT[..], &["answer:0:applicant:parent"]].concat();
    assert!(state("2026-12-01", &again).report.unanswered.is_empty(), "the same answer once more changes nothing");
}

#[test]
fn what_was_kept_is_all_there_again() {
    let child = ["add_person", "answer:1:status:foreigner", "answer:1:age:under_14", "answer:1:applicant:guardian"];
    let owner =
        ["hold::owner_identity:original", "hold::owner_consent:electronic", "hold:0:identity_document:original"];
    let family = [&ADULT[..], &HOME, &owner, &child, &["hold:1:proof_of_authority:copy"]].concat();
    let same = [&family[..], &["same_paper:0::"]].concat();
    for said in [&BY_A_PARENT[..], &family, &same] {
        let mut state = state("2026-12-01", said);
        state.apply(&Action::named("valid_until:0:identity_document:", "2030-01-31").expect("an action"));
        let again = state_of_line(&State::new(law::EDITIONS, state.today, state.today), &kept_line(&state));
        assert_eq!(again.application, state.application);
        assert_eq!(again.same_paper, state.same_paper);
    }
}

#[test]
fn what_whoever_may_apply_instead_needs_is_told_in_full() {
    let changed = [&BY_A_PARENT[..], &["answer:0:applicant:self"]].concat();
    let words = words("en");
    let text = answered("en", &state("2026-12-01", &changed));
    says(&text, &words.get("answer.applicant.parent"));
    let needs = text.split(&words.get("requirement.right_to_apply.needs")).nth(1).expect("what is needed then");
    says(needs, &words.get("document.representative_identity"));
    says(needs, &words.get("document.proof_of_authority"));
}

#[test]
fn papers_of_the_owner_before_are_not_those_of_the_owners_now() {
    let owner = ["hold::owner_identity:original", "hold::owner_consent:original", "hold:0:identity_document:original"];
    let said = [&ADULT[..], &HOME, &owner, &["answer::residence:co_owned"]].concat();
    let asked: Vec<_> = state("2026-12-01", &said).report.unanswered.iter().map(|question| question.subject).collect();
    let of_the_owners = [
        Subject::Fact(Fact::OwnerPresent),
        Subject::Document(Document::OwnerIdentity),
        Subject::Document(Document::OwnerConsent),
    ];
    assert_eq!(asked, of_the_owners);
}

const DOES_NOT_KNOW: [&str; 3] =
    ["hold::owner_identity:original", "unknown::owner_consent:", "hold:0:identity_document:original"];

#[test]
fn whoever_does_not_know_is_told_to_find_out_and_where() {
    let said = [&ADULT[..], &HOME, &DOES_NOT_KNOW].concat();
    for language in LANGUAGES {
        let words = words(language);
        let text = answered(language, &state("2026-12-01", &said));
        says(&text, &words.get("verdict.undecided.find_out"));
        says(&text, &words.get("document.owner_consent.get"));
    }
}

#[test]
fn an_answer_that_is_not_certain_leads_on() {
    let words = words("en");
    let html = |said: &[&str]| {
        let shown = answer(&state("2026-12-01", said), &words);
        Node::Element(element("div").children(shown)).html()
    };
    let on = format!(">{}</button>", words.get("start.resume"));
    let open = html(&ADULT);
    says(&open, &on);
    says(&open, &format!(">{}</button>", words.get("question.answer")));
    is_silent(&html(&[&ADULT[..], &HOME, &DOES_NOT_KNOW].concat()), &on);
}

#[test]
fn a_day_that_no_edition_covers_shows_no_rules() {
    let day = parse_date("2026-12-01").expect("a day");
    let state = State::new(law::EDITIONS, day, parse_date("2024-03-15").expect("a day"));
    let past = words("en").with_date("date.past", state.application.visit_date);
    is_silent(&answered("en", &state), &past);
}

#[test]
fn a_last_day_to_complain_that_is_past_says_so() {
    let after = |refused_on: &str| {
        let mut state = state("2026-12-01", &["go::appeal:"]);
        state.apply(&Action::named("refused_on", refused_on).expect("an action"));
        page("en", &state)
    };
    let past = words("en").get("appeal.past");
    says(&after("2026-08-31"), &past);
    is_silent(&after("2026-09-01"), &past);
}

#[test]
fn the_visit_sheet_says_what_is_applied_for() {
    let said = [&ADULT[..], &HOME, &["go::visit_sheet:"]].concat();
    let text = page("en", &state("2026-12-01", &said));
    let sheet = text.split(&words("en").get("paper.heading")).nth(1).expect("the sheet");
    for told in ["permanent registration", "The home: Somebody else’s", "The owner comes along: Yes"] {
        says(sheet, told);
    }
}

#[test]
fn how_long_a_paper_is_valid_is_told_as_that() {
    let mut state = state("2026-12-01", &[&ADULT[..], &HOME, &["hold:0:identity_document:original"]].concat());
    state.apply(&Action::named("valid_until:0:identity_document:", "2030-01-31").expect("an action"));
    says(&answered("en", &state), "valid until 31 January 2030");
}

#[test]
fn only_what_has_a_card_is_said_to_be_in_an_app() {
    let said = [&ADULT[..], &["answer::service:permanent", "answer::residence:institution"]].concat();
    for language in LANGUAGES {
        let words = words(language);
        let (paper, card) = (words.get("form.list.electronic.paper"), words.get("form.list.electronic"));
        let text = answered(language, &state("2026-12-01", &[&said[..], &["hold::institution_request:none"]].concat()));
        let book = plain(&rulebook(law::EDITIONS, &words));
        says(&book, &card);
        says(&book, &paper);
        is_silent(&text, &card);
    }
}

/// The same, with two more answers about one paper.
fn holding(form: &str) -> State {
    let held = format!("hold:0:identity_document:{form}");
    let papers = ["hold::owner_identity:original", "hold::owner_consent:original", held.as_str()];
    state("2026-12-01", &[&["go::check:"][..], &ADULT, &HOME, &papers].concat())
}

#[test]
fn a_paper_past_its_date_is_said_in_one_tap_and_no_date_is_made_up_for_it() {
    let state = holding("expired");
    assert_eq!(state.report.verdict, tirkeu::Verdict::Incomplete);
    assert!(state.current.is_none(), "one tap answers the question");
    for language in LANGUAGES {
        let words = words(language);
        let text = answered(language, &state);
        says(&text, &words.get("form.expired"));
        says(&text, &words.get("status.expired"));
        is_silent(&text, "1900");
    }
    let again = state_of_line(&State::new(law::EDITIONS, state.today, state.today), &kept_line(&state));
    assert_eq!(again.application, state.application, "and is kept");
}

#[test]
fn a_paper_that_is_shown_after_all_is_not_past_its_date() {
    for form in ["original", "electronic"] {
        let mut state = holding("expired");
        state.apply(&Action::named(&format!("hold:0:identity_document:{form}"), "").expect("an action"));
        assert_eq!(state.report.verdict, tirkeu::Verdict::Complete, "{form}");
    }
    let mut state = holding("expired");
    state.apply(&Action::named("unknown:0:identity_document:", "").expect("an action"));
    assert_eq!(state.held(Some(0), Document::IdentityDocument), tirkeu::Held::default());
}

#[test]
fn the_day_on_a_paper_past_its_date_is_the_one_that_was_typed() {
    let day = |typed: &str| {
        let mut state = holding("original");
        state.apply(&Action::named("valid_until:0:identity_document:", typed).expect("an action"));
        state.apply(&Action::named("hold:0:identity_document:expired", "").expect("an action"));
        state.date_on(Some(0), Document::IdentityDocument)
    };
    assert_eq!(day("2026-11-30"), parse_date("2026-11-30"));
    assert_eq!(day("2026-12-01"), None, "on its last day a document is still valid");
}

#[test]
fn only_what_has_a_date_can_be_past_it() {
    assert_eq!(Action::named("hold:0:birth_certificate:expired", ""), None);
    assert_eq!(Action::named("hold::owner_consent:expired", ""), None);
    let words = words("en");
    for state in asking(&state("2026-12-01", &[&["go::check:"][..], &ADULT, &HOME].concat())) {
        let Some(Subject::Document(document)) = state.current.map(|question| question.subject) else { continue };
        let html: String = visit(&state, &words, None).into_iter().map(|part| Node::Element(part).html()).collect();
        assert_eq!(html.contains(&words.get("form.expired")), document.has_valid_until(), "{document:?}");
    }
}

#[test]
fn a_card_that_ends_within_thirty_days_after_the_visit_is_spoken_of() {
    let text = |day: &str| {
        let mut state = holding("original");
        state.apply(&Action::named("valid_until:0:identity_document:", day).expect("an action"));
        answered("en", &state)
    };
    let soon = |day: &str| text(day).contains("It ends soon after your visit");
    assert_eq!(["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"].map(soon), [false, true, true, false]);
    is_silent(&text("2026-12-31"), &format!("{}\n{}", "Original", words("en").get("answer.ready.look")));
}

/// Each paper that stands in the bag, by the end of its box's id, and on the sheet how often this stands.
fn boxes(state: &State) -> Vec<String> {
    let html: String = answer(state, &words("en")).into_iter().map(|part| Node::Element(part).html()).collect();
    let ids = html.split("id=\"bag-").skip(1);
    ids.map(|rest| rest.split('"').next().expect("an id").to_owned()).collect()
}

/// A parent, registered too, and a child: what both papers that answer two questions are, in these forms.
fn parent_and_child(identity: &str, certificate: &str) -> State {
    let child = ["add_person", "answer:1:status:foreigner", "answer:1:age:under_14", "answer:1:applicant:parent"];
    let identity = ["hold:0:identity_document:", identity].concat();
    let certificate = ["hold:1:birth_certificate:", certificate].concat();
    let papers = ["hold::owner_identity:original", "hold::owner_consent:original", &identity, &certificate];
    let both = ["same_paper:0::", "same_certificate:1::"];
    let state = state("2026-12-01", &[&["go::check:"][..], &ADULT, &HOME, &child, &papers, &both].concat());
    assert!(state.report.unanswered.is_empty(), "{:?}", state.report.unanswered);
    state
}

/// How often a sentence stands in one part of the answer, by its class.
fn times_in(state: &State, part: &str, sentence: &str) -> usize {
    let parts = answer(state, &words("en"));
    let html: String =
        parts.into_iter().filter(|it| it.attribute("class") == Some(part)).map(|it| Node::Element(it).html()).collect();
    assert!(!html.is_empty(), "{part} is there");
    text_of(&html).matches(sentence).count()
}

/// A part without what stands in its tags.
fn text_of(html: &str) -> String {
    html.split('<').filter_map(|rest| rest.split_once('>')).map(|(_, text)| text).collect::<Vec<_>>().join("|")
}

#[test]
fn one_paper_that_answers_two_questions_stands_on_every_list_once() {
    let state = parent_and_child("original", "original");
    let bag = ["q-owner_identity", "q-owner_consent", "q0-identity_document", "q1-birth_certificate"];
    assert_eq!(boxes(&state), bag);
    let sheet = page("en", &{
        let mut sheet = state.clone();
        sheet.apply(&Action::Go(Stage::VisitSheet));
        sheet
    });
    for role in ["document.representative_identity", "document.proof_of_authority"] {
        let role = words("en").get(role);
        let papers = sheet.lines().filter(|line| line.contains(&role)).count();
        assert_eq!(papers, 1, "{role}: beside what else it is, and nowhere else, on the sheet\n{sheet}");
        assert_eq!(times_in(&state, "bag", &role), 1, "{role}");
        assert_eq!(times_in(&state, "ready", &role), 1, "{role}");
    }
}

/// The official name of what proves a parent's authority does not say which paper that is.
#[test]
fn the_bag_says_which_paper_proves_the_authority_of_a_parent() {
    let mut state = parent_and_child("original", "original");
    let what = words("en").get("document.proof_of_authority.what");
    assert!(what.contains("birth certificate"), "{what}");
    assert_eq!(times_in(&state, "bag", &what), 0, "it is the birth certificate that is listed already");
    state.apply(&Action::named("hold:1:proof_of_authority:original", "").expect("an action"));
    assert_eq!(times_in(&state, "bag", &what), 1);
    state.apply(&Action::RemovePerson(0));
    assert_eq!(times_in(&state, "bag", &what), 1, "of somebody alone as well");
}

#[test]
fn one_paper_that_is_missing_is_asked_for_once() {
    let state = parent_and_child("none", "none");
    let representatives = words("en").get("document.representative_identity");
    assert_eq!(times_in(&state, "fix", &representatives), 0, "it is the same as the other that is asked for");
    assert_eq!(times_in(&state, "bag", &representatives), 1);
}

#[test]
fn one_paper_stands_as_the_worse_of_what_it_answers() {
    let state = parent_and_child("original", "electronic");
    let status = |document: Document| {
        let of = |finding: &&Finding| finding.requirement.document() == Some(document);
        state.report.findings.iter().find(of).expect("it is wanted").status
    };
    let (one, other) = (status(Document::BirthCertificate), status(Document::ProofOfAuthority));
    let worse = if one == Status::Satisfied { other } else { one };
    assert_ne!(worse, Status::Satisfied, "the situation says nothing");
    assert_eq!(times_in(&state, "bag", &words("en").of("status.*", worse.id())), 1);
}

#[test]
fn a_paper_that_nobody_else_needs_is_listed_as_itself() {
    let mut state = parent_and_child("original", "original");
    state.apply(&Action::Answer(Some(0), Answer::Citizen));
    let listed = boxes(&state);
    assert!(listed.contains(&"q-representative_identity".to_owned()), "{listed:?}");
}

#[test]
fn a_bag_of_several_people_is_a_table_of_who_and_which_papers() {
    let child = ["add_person", "answer:1:status:foreigner", "answer:1:age:under_14", "answer:1:applicant:parent"];
    let papers = ["hold:0:identity_document:original", "hold:1:birth_certificate:none"];
    let state = state("2026-12-01", &[&["go::check:"][..], &ADULT, &HOME, &child, &papers].concat());
    let html: String = answer(&state, &words("en")).into_iter().map(|part| Node::Element(part).html()).collect();
    let table = html.split("<table>").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table");
    assert_eq!(table.matches("<th scope=\"row\">").count(), 2);
    assert_eq!(table.matches("<th scope=\"col\">").count(), 2, "a column for each kind of paper that somebody needs");
    assert_eq!(table.matches("<td>").count(), 4);
    assert_eq!(table.matches("<input").count(), 2);
}

/// A visit in which each question is answered somehow; where one is after each answer.
fn random_visit(random: &mut Rng) -> Vec<State> {
    let mut state = state("2026-12-01", &["go::check:"]);
    for _ in 0..random.usize(0..3) {
        state.apply(&Action::AddPerson);
    }
    if let Some(first) = state.next_question() {
        state.apply(&Action::Change(first));
    }
    let mut walk = vec![state.clone()];
    while let Some(Question { subject, person }) = state.current {
        let action = match subject {
            _ if random.u8(0..8) == 0 => Action::Unknown(Question { subject, person }),
            Subject::Fact(fact) => {
                Action::Answer(person, *random.choice(&fact.answers().iter().collect::<Vec<_>>()).expect("an answer"))
            }
            Subject::Document(document) => {
                Action::Hold(person, document, Some(*random.choice(Form::ALL).expect("a form")))
            }
        };
        state.apply(&action);
        walk.push(state.clone());
        assert!(walk.len() < 100, "it ends");
    }
    walk
}

#[test]
fn the_steps_say_where_one_is_and_never_lead_back() {
    let mut random = Rng::with_seed(16);
    let words = words("en");
    for _ in 0..300 {
        let mut before = 0;
        for state in random_visit(&mut random) {
            let html: String = visit(&state, &words, None).into_iter().map(|part| Node::Element(part).html()).collect();
            let steps = html
                .split("<ol class=\"progress\" aria-label=\"Steps\">")
                .nth(1)
                .and_then(|rest| rest.split("</ol>").next())
                .expect("steps");
            let steps: Vec<&str> = steps.split("<li").skip(1).collect();
            let here = steps.iter().position(|step| step.contains("aria-current=\"step\"")).expect("where one is");
            let behind: Vec<bool> = steps.iter().map(|step| step.contains("class=\"behind\"")).collect();
            assert_eq!(behind, [0, 1, 2, 3].map(|step| step < here), "{steps:?}");
            assert!(here >= before, "{:?}", state.current);
            assert_eq!(here == 3, state.current.is_none());
            before = here;
        }
        assert_eq!(before, 3);
    }
}

#[test]
fn however_one_answers_what_is_left_never_goes_up_by_itself() {
    let (mut random, words) = (Rng::with_seed(17), words("en"));
    let bands = ["one", "few", "some", "many"].map(|band| words.get(&["question.left.", band].concat()));
    for _ in 0..300 {
        let walk = random_visit(&mut random);
        let left = walk.iter().map(|state| {
            let text = announcement(state, &words);
            bands.iter().position(|band| text.ends_with(band.as_str())).map_or(0, |band| band + 1)
        });
        let left: Vec<usize> = left.collect();
        assert!(
            left.is_sorted_by(|now, then| now >= then),
            "{left:?}: {:?}",
            walk.last().map(|state| &state.application)
        );
    }
}

#[test]
fn what_is_left_never_goes_up_by_itself() {
    let said = [&["go::check:"][..], &ADULT, &HOME, &["hold::owner_identity:original", "hold::owner_consent:original"]]
        .concat();
    let bands = ["many", "some", "few", "one"].map(|band| words("en").get(&["question.left.", band].concat()));
    let mut last = 0;
    for count in 1..=said.len() {
        let text = announcement(&state("2026-12-01", &said[..count]), &words("en"));
        let band = bands.iter().position(|band| text.ends_with(band.as_str())).expect("a band");
        assert!(band >= last, "{text}");
        last = band;
    }
    assert_eq!(last, 3, "the last question is called that");
}

/// The first row that applies counts: what is said of the rows after it is said of others.
#[test]
fn the_list_tells_whom_a_later_row_concerns_still() {
    let rules = law::EDITIONS.last().expect("an edition").rules;
    let leads_to = |effect: tirkeu::Effect| {
        Form::ALL
            .iter()
            .flat_map(|form| [false, true].map(|expired| effect.outcome(*form, expired).status()))
            .collect::<Vec<_>>()
    };
    let of_papers = rules.iter().filter(|rule| rule.requirement.document().is_some());
    let changes = of_papers
        .map(|rule| rule.rows.windows(2).filter(|two| leads_to(two[0].effect) != leads_to(two[1].effect)).count());
    let changes: usize = changes.sum();
    assert!(changes > 0);
    for language in LANGUAGES {
        let list = plain(&full_list(law::EDITIONS, &words(language)));
        assert_eq!(list.matches(&words(language).get("list.otherwise")).count(), changes);
    }
}

/// Several owners are asked for as several.
#[test]
fn all_the_owners_are_asked_for() {
    let state =
        state("2026-12-01", &[&ADULT[..], &["answer::service:permanent", "answer::residence:co_owned"]].concat());
    for language in LANGUAGES {
        let words = words(language);
        let html = |part| Node::Element(part).html();
        let asked = asking(&state);
        let shown: String = asked.iter().flat_map(|state| visit(state, &words, None)).map(html).collect();
        for id in ["fact.owner_present.all", "answer.owner_present.yes.all"] {
            says(&shown, &words.get(id));
        }
        is_silent(&shown, &words.get("fact.owner_present"));
    }
}

/// Of an asylum seeker without an identity document the certificate goes into the bag: the counter is asked whether it will do.
#[test]
fn who_has_the_certificate_alone_takes_it_along() {
    let own =
        ["answer:0:status:asylum_seeker", "answer:0:age:adult", "answer:0:incapacitated:no", "answer:0:applicant:self"];
    let mut state =
        state("2026-12-01", &[&own[..], &["answer::service:temporary", "answer::residence:institution"]].concat());
    for (form, is_taken) in [(Form::NotHeld, true), (Form::Original, false)] {
        state.apply(&Action::Hold(Some(0), Document::IdentityDocument, Some(form)));
        (state.stage, state.current) = (Stage::Check, None);
        let shown: String =
            visit(&state, &words("en"), None).into_iter().map(|part| Node::Element(part).html()).collect();
        assert_eq!(shown.contains(r#"<span class="label">Asylum-seeker certificate</span>"#), is_taken, "{shown}");
        state.stage = Stage::VisitSheet;
        let sheet = plain(&visit(&state, &words("en"), None));
        assert_eq!(sheet.contains("Asylum-seeker certificate — "), is_taken, "{sheet}");
    }
}

/// What a picture stands beside: choices by the names of their actions, papers in the bag by the ends of their ids, the places to go by
/// their classes.
#[derive(Default)]
struct Pictured {
    actions: BTreeSet<String>,
    papers: BTreeSet<String>,
    statuses: BTreeSet<String>,
    places: BTreeSet<String>,
}

impl Pictured {
    fn add(&mut self, html: &str) {
        let attribute = |tag: &str, name: &str| {
            let value = tag.split(&[" ", name, "=\""].concat()).nth(1).and_then(|rest| rest.split('"').next());
            value.map(str::to_owned)
        };
        let tags = |name: &'static str| html.split(name).skip(1);
        let choices =
            tags("<button").filter_map(|tag| tag.split('>').next()).filter(|tag| tag.contains("class=\"choice"));
        self.actions.extend(choices.filter_map(|tag| attribute(tag, "data-action")));
        self.papers.extend(tags("<label").filter_map(|label| attribute(label.split("</label>").next()?, "id")));
        self.statuses.extend(tags("<label").filter_map(|label| attribute(label.split('>').next()?, "data-of")));
        self.places.extend(tags("<section").filter_map(|tag| attribute(tag.split('>').next()?, "class")));
    }

    /// Whether one of these is what a selector of the style names.
    fn has(&self, selector: &str) -> bool {
        let said = selector.split_once('=').map_or("", |(_, said)| said).trim_end_matches([')', ']']).trim_matches('"');
        let any = |seen: &BTreeSet<String>, is: fn(&str, &str) -> bool| seen.iter().any(|seen| is(seen, said));
        match selector.split('=').next().unwrap_or_default() {
            "[data-action$" => any(&self.actions, |seen, said| seen.ends_with(said)),
            "[data-action^" => any(&self.actions, |seen, said| seen.starts_with(said)),
            "[data-action*" => any(&self.actions, |seen, said| seen.contains(said)),
            "label:has([id$" => any(&self.papers, |seen, said| seen.ends_with(said)),
            "label[data-of" => any(&self.statuses, |seen, said| seen == said),
            ".where h3" => any(&self.places, |seen, _| seen.starts_with("where ")),
            ".where.police h3" => self.places.contains("where police"),
            other => panic!("a picture stands beside {other}, which this test does not know"),
        }
    }
}

/// The rules of the style that name a picture: their selectors, and its place in the file.
fn named_pictures(style: &str) -> Vec<(Vec<&str>, usize)> {
    let rules = style.lines().filter_map(|line| line.split_once(" { --_picture: "));
    let place = |rest: &str| rest.split(';').next().and_then(|place| place.parse().ok()).expect("a place");
    rules.map(|(selectors, rest)| (selectors.split(", ").collect(), place(rest))).collect()
}

#[test]
fn every_picture_is_in_the_file_and_stands_beside_something() {
    let style = fs::read_to_string("www/answer.css").expect("the style");
    let file = fs::read_to_string("www/pictures.svg").expect("the pictures");
    let drawn = file.matches("<g transform=").count();
    for place in 0..drawn {
        assert!(
            file.contains(&format!("<g transform=\"translate({})\"><!-- {place} ", 24 * place)),
            "{place} in its place"
        );
    }
    assert!(file.contains(&format!("viewBox=\"0 0 {} 24\"", 24 * drawn)));
    assert!(
        style.contains(&format!(" 0 / {}em 1.8em no-repeat", drawn * 18 / 10)),
        "the style knows how many there are"
    );
    let mut seen = Pictured::default();
    let (mut random, words) = (Rng::with_seed(18), words("en"));
    for state in (0..300).flat_map(|_| random_visit(&mut random)) {
        for part in visit(&state, &words, None) {
            seen.add(&Node::Element(part).html());
        }
    }
    let named = named_pictures(&style);
    for selector in named.iter().flat_map(|(selectors, _)| selectors) {
        assert!(seen.has(selector), "nothing on the page is {selector}");
    }
    let used: BTreeSet<usize> = named.iter().map(|(_, place)| *place).collect();
    assert_eq!(used, (0..drawn).collect(), "each picture is named, and each that is named is drawn");
}
