//! The facts of rules.md, section 8: each is shown exactly when it concerns the people; and what the page offers, keeps in step and
//! asks again.

use std::collections::BTreeSet;

use tirkeu::page::node::Node;
use tirkeu::page::view::{Action, State, answer, visit};
use tirkeu::{
    Answer, Application, Basis, Document, Edition, Fact, Finding, Form, Question, Reason, Requirement, Set, Status,
    Subject, Verdict, Words, date, law,
};

use crate::said::{ADULT, HOME, LANGUAGES, asking, is_silent, says, state as after, words};
use crate::situations::{find, hands, part, questions, state, with_company, with_document};

const OWNER_COMES: Set<Answer> = Answer::set(&[Answer::OwnerAmongUs, Answer::OtherOwner, Answer::CoOwned]);

/// Whom an application is of: read from the answers by section 1 and 2, and not from the tables of the law.
struct Whom {
    residents: bool,
    refugees: bool,
    seekers: bool,
    home: Set<Answer>,
    since_677: bool,
    since_916: bool,
}

impl Whom {
    fn of(edition: &Edition, application: &Application) -> Self {
        let home = application.answers.given();
        let since_677 = edition.from >= date(2024, 9, 24);
        let is_exempt = |of: Set<Answer>| since_677 && of.contains(Answer::Under14) && home.contains(Answer::Temporary);
        let people: Vec<Set<Answer>> = application.people.iter().map(|person| person.answers.given()).collect();
        let some = |status| people.iter().any(|of| of.contains(status));
        let residents =
            people.iter().any(|of| of.meets(Answer::set(&[Answer::Foreigner, Answer::Stateless])) && !is_exempt(*of));
        let since_916 = edition.from >= date(2025, 11, 30);
        let seekers = since_677 && some(Answer::AsylumSeeker);
        Self { residents, refugees: some(Answer::Refugee), seekers, home, since_677, since_916 }
    }

    fn police(&self) -> bool {
        self.refugees || self.seekers
    }

    /// The facts that concern them.
    fn facts(&self) -> BTreeSet<&'static str> {
        let home = |answer| self.home.contains(answer);
        let owner_comes = self.home.meets(OWNER_COMES);
        let (residents, police, since) = (self.residents, self.police(), self.since_677);
        let told = [
            ("where.state_corporation", residents),
            ("where.police", police),
            ("where.both", residents && police),
            ("hours.state_corporation", residents),
            ("hours.police.2024", police && !since),
            ("hours.police", police && since),
            ("queue", true),
            ("free", true),
            ("thirty_minutes", true),
            ("on_paper", true),
            ("by_when", residents && since),
            ("by_when.refugee", self.refugees && since),
            ("by_when.asylum_seeker", self.seekers),
            ("consent_form", owner_comes || home(Answer::Own) && !since),
            ("own_home", since && (home(Answer::Own) || home(Answer::OwnerAmongUs))),
            ("proxy_brings", since && owner_comes && home(Answer::OwnerPresentProxy)),
            ("temporary_term", since && residents && home(Answer::Temporary)),
            ("temporary_not_for", since && residents && home(Answer::Temporary)),
            ("old_address", residents && home(Answer::Permanent)),
            ("looked_up", true),
            ("personal_data", true),
            ("officer_checks", true),
            ("refusal", true),
            ("capital", self.since_916),
            ("annulled", since),
        ];
        told.into_iter().filter(|(_, concerns)| *concerns).map(|(id, _)| id).collect()
    }
}

/// The facts that an answer shows, by their ids.
fn shown(state: &State, words: &Words) -> BTreeSet<String> {
    let answer = answer(state, words);
    let Some(section) = find(&answer, "statements") else { return BTreeSet::new() };
    let folded = section.children.iter().filter_map(|part| match part {
        Node::Element(details) => Some(&details.children),
        Node::Text(_) => None,
    });
    let lists = folded.flatten().filter_map(|part| match part {
        Node::Element(list) if list.name == "ul" => Some(&list.children),
        _ => None,
    });
    let keys = lists.flatten().filter_map(|item| match item {
        Node::Element(item) => Some(item.key.to_string()),
        Node::Text(_) => None,
    });
    keys.collect()
}

#[test]
fn each_fact_is_shown_exactly_when_it_concerns_the_people() {
    let words = words("en");
    let mut every = BTreeSet::new();
    for edition in law::EDITIONS {
        for application in with_company(edition) {
            let state = state(with_document(application, hands()[0]));
            let is_decided = [Verdict::Complete, Verdict::Ask, Verdict::Incomplete].contains(&state.report.verdict);
            let whom = Whom::of(edition, &state.application);
            let expected = if is_decided { whom.facts() } else { BTreeSet::new() };
            every.extend(expected.iter().copied());
            let shown = shown(&state, &words);
            assert!(shown.iter().map(String::as_str).eq(expected.iter().copied()), "{:#?}", state.application);
        }
    }
    assert_eq!(every, law::STATEMENTS.iter().map(|statement| statement.id).collect(), "every fact concerns somebody");
}

#[test]
fn a_fact_says_what_rests_on_677_only_once_it_is_in_force() {
    for language in LANGUAGES {
        let words = words(language);
        for application in with_company(&law::EDITIONS[0]) {
            let shown = answer(&state(with_document(application, hands()[0])), &words);
            is_silent(&part(&shown, "statements"), "677");
        }
    }
}

/// In the first edition nothing rests on No. 677: no question, nothing to mend, nothing that is ready.
#[test]
fn before_677_no_finding_and_no_question_speaks_of_it() {
    for language in LANGUAGES {
        let words = words(language);
        for application in with_company(&law::EDITIONS[0]) {
            for held in [hands()[0], hands()[3]] {
                let state = state(with_document(application.clone(), held));
                let answer = answer(&state, &words);
                for key in ["verdict", "fix", "ask", "ready", "elsewhere"] {
                    is_silent(&part(&answer, key), "677");
                }
                assert!(state.report.findings.iter().all(|finding| finding.basis != Some(Basis::Conflict)
                    || finding.requirement == Requirement::OwnerConsent));
            }
        }
    }
}

/// Whether one of the questions, or the answer, has a button that does this.
fn offers(state: &State, action: &str) -> bool {
    let words = words("en");
    let button = format!("data-action=\"{action}\"");
    let shown = asking(state).into_iter().chain([state.clone()]).flat_map(|state| visit(&state, &words, None));
    shown.map(|part| Node::from(part).html()).any(|html| html.contains(&button))
}

const DAY: &str = "2026-12-01";

fn said(actions: &[&[&str]]) -> State {
    after(DAY, &[&["go::check:"], &actions.concat()[..]].concat())
}

#[test]
fn the_owner_among_us_is_offered_only_to_several_or_where_somebody_else_applies() {
    let action = "answer::residence:owner_among_us";
    let alone = said(&[&ADULT]);
    assert!(!offers(&alone, action));
    assert!(offers(&said(&[&ADULT, &["add_person"]]), action));
    assert!(offers(&said(&[&ADULT, &["answer:0:applicant:attorney"]]), action));
    assert!(!offers(&said(&[]), action));
    let chosen = said(&[&ADULT, &["add_person", action, "remove_person:1::"]]);
    assert_eq!(chosen.answers(None).get(Fact::Residence), None, "and it is asked again");
}

#[test]
fn some_of_the_owners_are_offered_only_where_there_may_be_several() {
    let action = "answer::owner_present:some";
    for (residence, is_offered) in [("co_owned", true), ("other_owner", false)] {
        let home = format!("answer::residence:{residence}");
        assert_eq!(offers(&said(&[&ADULT, &[&home]]), action), is_offered, "{residence}");
    }
    assert!(offers(&said(&[&ADULT, &["add_person", "answer::residence:owner_among_us"]]), action));
    assert!(!offers(&said(&[&ADULT]), action), "nothing is known of any owner");
}

const CHILD: [&str; 4] =
    ["add_person", "answer:1:status:foreigner", "answer:1:age:under_14", "answer:1:applicant:parent"];

fn form(state: &State, person: Option<usize>, document: Document) -> Option<Form> {
    state.held(person, document).form
}

#[test]
fn the_same_paper_is_one_answer_and_stays_in_step() {
    let family = said(&[&ADULT, &HOME, &CHILD]);
    assert!(offers(&family, "same_paper:0::") && offers(&family, "same_certificate:1::"));
    assert!(!offers(&said(&[&ADULT, &HOME]), "same_paper:0::"), "nobody is represented");
    let mut state = said(&[&ADULT, &HOME, &CHILD, &["same_paper:0::", "same_certificate:1::"]]);
    for held in ["original", "electronic", "none"] {
        for paper in ["hold:0:identity_document:", "hold:1:birth_certificate:"] {
            state.apply(&Action::named(&[paper, held].concat(), "").expect("an action"));
        }
        let identity = form(&state, Some(0), Document::IdentityDocument);
        assert_eq!(form(&state, None, Document::RepresentativeIdentity), identity);
        let certificate = form(&state, Some(1), Document::BirthCertificate);
        assert_eq!(form(&state, Some(1), Document::ProofOfAuthority), certificate);
    }
    let guardian = said(&[&ADULT, &HOME, &CHILD, &["answer:1:applicant:guardian"]]);
    assert!(!offers(&guardian, "same_certificate:1::"), "a guardian’s proof is another paper");
}

#[test]
fn whose_home_it_is_is_asked_again_when_somebody_is_taken_out() {
    for (residence, is_asked) in [("own", true), ("owner_among_us", true), ("other_owner", false)] {
        let home = format!("answer::residence:{residence}");
        let state = said(&[&ADULT, &CHILD, &["answer::service:permanent", &home, "remove_person:1::"]]);
        let asked = Question { subject: Subject::Fact(Fact::Residence), person: None };
        assert_eq!(state.report.unanswered.contains(&asked), is_asked, "{residence}");
    }
}

#[test]
fn where_the_own_registration_is_the_only_question_the_page_says_so() {
    for (language, edition) in LANGUAGES.iter().flat_map(|language| law::EDITIONS.iter().map(move |of| (language, of)))
    {
        let words = words(language);
        let (mut told, mut silent) = (0, 0);
        for application in with_company(edition) {
            let state = state(with_document(application, hands()[0]));
            let mut asks = state.report.findings_that(Status::Ask).peekable();
            let is_whole = state.report.verdict == Verdict::Ask
                && asks.peek().is_some()
                && asks.all(|finding| finding.requirement == Requirement::OwnRegistration);
            let shown = part(&answer(&state, &words), "about-questions");
            assert_eq!(shown.contains(&words.get("answer.ask.only_own_registration")), is_whole);
            *if is_whole { &mut told } else { &mut silent } += 1;
        }
        assert!(told > 0 && silent > 0);
    }
}

/// Whether 677 says otherwise than 267, and in the person's favour: read from domain-2, section 12.1, and not from the tables.
fn speaks_for_the_person(finding: &Finding, application: &Application) -> bool {
    let of = finding.person.map_or(Set::EMPTY, |index| application.people[index].answers.given());
    finding.basis == Some(Basis::Conflict)
        && match finding.requirement {
            Requirement::OwnerPresence | Requirement::OwnerIdentity => true,
            Requirement::OwnerConsent => {
                application.documents.get(Document::OwnerConsent).form == Some(Form::Electronic)
            }
            Requirement::BirthCertificate => of.contains(Answer::Aged16To17),
            Requirement::OwnRegistration => of.contains(Answer::Aged14To15) && !of.contains(Answer::Refugee),
            _ => false,
        }
}

#[test]
fn a_conflict_is_told_with_what_speaks_for_the_person_and_from_which_law() {
    let (words, mut seen) = (words("ru"), BTreeSet::new());
    for held in hands() {
        for application in law::EDITIONS.iter().flat_map(|edition| with_company(edition).step_by(3)) {
            let state = state(with_document(application, held));
            let findings = || state.report.findings.iter();
            let is_conflict = findings().any(|finding| finding.basis == Some(Basis::Conflict));
            let is_later = findings().any(|finding| speaks_for_the_person(finding, &state.application));
            let shown = answer(&state, &words);
            let (asked, rests) = (part(&shown, "about-questions"), part(&shown, "rests"));
            for (sentence, source, is_told) in
                [("answer.conflict", "source.LA.60", is_conflict), ("answer.conflict.later", "source.LA.12", is_later)]
            {
                assert_eq!(asked.contains(&words.get(sentence)), is_told, "{sentence}: {:?}", state.application);
                assert_eq!(rests.contains(&words.get(source)), is_told, "{source}");
            }
            seen.insert((is_conflict, is_later));
        }
    }
    assert_eq!(seen.len(), 3, "a conflict that the date settles, one that it does not, and none: {seen:?}");
}

#[test]
fn of_an_attorney_it_says_what_the_attorney_brings() {
    let proxy = said(&[&ADULT, &HOME, &["answer::owner_present:proxy"], &["hold:0:identity_document:original"]]);
    let settled = said(&[
        &ADULT,
        &HOME,
        &["answer::owner_present:proxy", "hold:0:identity_document:original"],
        &["hold::owner_identity:original", "hold::owner_consent:original"],
    ]);
    for language in LANGUAGES {
        let words = words(language);
        says(&questions(&proxy, &words), &words.get("answer.owner_present.proxy.what"));
        says(&part(&answer(&settled, &words), "statements"), &words.get("statement.proxy_brings"));
    }
}

#[test]
fn an_asylum_seeker_is_told_which_document_is_meant() {
    let seeker = said(&[
        &["answer:0:status:asylum_seeker", "answer:0:age:adult", "answer:0:incapacitated:no"],
        &["answer:0:applicant:self"],
        &HOME[1..],
    ]);
    for language in LANGUAGES {
        let words = words(language);
        says(&questions(&seeker, &words), &words.get("document.identity_document.what.asylum_seeker"));
        is_silent(&questions(&seeker, &words), &words.get("document.identity_document.what"));
    }
}

#[test]
fn whose_card_is_known_is_asked_for_it_by_its_name_and_finds_it_in_the_bag() {
    for status in ["foreigner", "stateless", "refugee"] {
        let of_status = ["answer:0:status:", status].concat();
        let adult = ["answer:0:age:adult", "answer:0:incapacitated:no", "answer:0:applicant:self"];
        let asked = said(&[&[&*of_status], &adult, &HOME]);
        let brought = said(&[&[&*of_status], &adult, &HOME, &["hold:0:identity_document:original"]]);
        for language in LANGUAGES {
            let words = words(language);
            let card = words.of("answer.status.*", status);
            is_silent(&questions(&asked, &words), &words.get("document.identity_document.what"));
            says(&part(&answer(&brought, &words), "bag"), &card);
        }
    }
}

#[test]
fn whoever_is_elsewhere_is_named_with_the_reason_and_can_be_left_out_by_one_tap() {
    let temporary = ["answer::service:temporary"];
    let exempt = said(&[&ADULT, &CHILD, &temporary]);
    assert_eq!(exempt.report.elsewhere.iter().map(|of| of.reason).collect::<Vec<_>>(), [Reason::Under14Temporary]);
    for language in LANGUAGES {
        let words = words(language);
        let shown = answer(&exempt, &words);
        let elsewhere = part(&shown, "elsewhere");
        says(&elsewhere, &words.get("answer.elsewhere.reason.under_14_temporary"));
        says(&elsewhere, &words.get("elsewhere.under_14_temporary"));
        says(&elsewhere, &words.with_number("answer.elsewhere.without", 2));
    }
    assert!(offers(&exempt, "remove_person:1::"));
}

#[test]
fn what_is_not_decided_here_is_a_question_each_as_far_as_it_can_matter() {
    let words = words("en");
    for application in law::EDITIONS.iter().flat_map(with_company) {
        let state = state(with_document(application, hands()[0]));
        if ![Verdict::Complete, Verdict::Ask, Verdict::Incomplete].contains(&state.report.verdict) {
            continue;
        }
        let wants = |requirement| state.report.findings.iter().any(|finding| finding.requirement == requirement);
        let shown = part(&answer(&state, &words), "undecided");
        let police = state.report.counters.contains(tirkeu::Counter::Police);
        for (id, matters) in [
            ("translation", true),
            ("passport", wants(Requirement::BirthCertificate)),
            ("absent_owner", wants(Requirement::OwnerPresence)),
            ("akimat", police),
        ] {
            assert_eq!(shown.contains(&words.of("answer.undecided.*", id)), matters, "{id}");
        }
    }
}
