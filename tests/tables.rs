//! What no table of the law may be: `check_law` runs while the law is compiled, and here on tables broken on purpose. And what is
//! said under tables made up, where the law as it is leaves it open.

#![cfg(not(target_arch = "wasm32"))]

use std::panic::catch_unwind;

use tirkeu::{
    Answer, Condition, Document, Edition, Effect, Id, Known, Outcome, Remedy, Requirement, Row, Rule, Set, check,
    check_law, date, law, wire,
};

const NOW: Edition = law::EDITIONS[1];

fn is_refused(law: &[Edition]) -> bool {
    catch_unwind(|| check_law(law)).is_err()
}

fn edition(rules: Vec<Rule>) -> Vec<Edition> {
    vec![Edition { rules: rules.leak(), ..NOW }]
}

/// The law with one row of one requirement changed.
fn with_row(requirement: Requirement, change: impl Fn(&mut Row)) -> Vec<Edition> {
    let changed = |rule: &Rule| {
        let mut rows = rule.rows.to_vec();
        if rule.requirement == requirement {
            rows.iter_mut().for_each(&change);
        }
        Rule::of(rule.requirement, rows.leak())
    };
    edition(NOW.rules.iter().map(changed).collect())
}

fn with_rows(count: usize) -> Vec<Edition> {
    let mut rules = NOW.rules.to_vec();
    rules[0].rows = vec![rules[0].rows[0]; count].leak();
    edition(rules)
}

#[test]
fn the_law_as_it_is_passes() {
    assert!(!is_refused(law::EDITIONS));
    assert!(!is_refused(&[]));
    assert!(!is_refused(&with_rows(31)));
}

#[test]
fn editions_follow_one_another() {
    let [first, second] = [law::EDITIONS[0], law::EDITIONS[1]];
    assert!(is_refused(&[second, first]));
    assert!(is_refused(&[first, Edition { from: first.from, ..second }]));
    let third = Edition { from: date(2030, 1, 1), ..first };
    assert!(!is_refused(&[first, second, third]));
    assert!(is_refused(&[first, third, second]));
}

#[test]
fn rules_stand_in_the_order_of_the_report_each_once() {
    let mut rules = NOW.rules.to_vec();
    rules.swap(0, 1);
    assert!(is_refused(&edition(rules)));
    let mut rules = NOW.rules.to_vec();
    rules.insert(1, rules[0]);
    assert!(is_refused(&edition(rules)));
    assert!(!is_refused(&edition(NOW.rules.iter().skip(1).copied().collect())));
}

#[test]
fn a_rule_has_at_most_31_rows() {
    assert!(is_refused(&with_rows(32)));
}

#[test]
fn a_paper_is_decided_by_how_it_is_held_and_the_rest_by_answers() {
    let answer = |row: &mut Row| row.effect = Effect::Answer(Outcome::Ask);
    assert!(is_refused(&with_row(Requirement::IdentityDocument, answer)));
    assert!(!is_refused(&with_row(Requirement::RightToApply, answer)));
    let passport = NOW.rules.iter().find(|rule| rule.requirement == Requirement::IdentityDocument).expect("a paper");
    let paper = |row: &mut Row| row.effect = passport.rows[0].effect;
    assert!(is_refused(&with_row(Requirement::RightToApply, paper)));
}

#[test]
fn a_row_without_a_source_can_only_ask() {
    let unsourced = |row: &mut Row| row.sources = Set::EMPTY;
    assert!(is_refused(&with_row(Requirement::IdentityDocument, unsourced)));
    let asking = |row: &mut Row| {
        *row = Row { when: Condition::Always, effect: Effect::Answer(Outcome::Ask), sources: Set::EMPTY }
    };
    assert!(!is_refused(&with_row(Requirement::RightToApply, asking)));
}

/// What every paper leads to here: it may fail.
fn paper() -> Effect {
    let of = |rule: &&Rule| rule.requirement == Requirement::RepresentativeIdentity;
    NOW.rules.iter().find(of).expect("a paper").rows[0].effect
}

/// Who may apply instead of a child of 13, each with what they need, where papers are asked for as here.
fn instead_of_a_child(papers: &[(Requirement, Condition)]) -> Vec<(Answer, Vec<Document>)> {
    let asked_for = |rule: &Rule| {
        let when = papers.iter().find(|(requirement, _)| *requirement == rule.requirement).map(|(_, when)| *when);
        let changed = |row: &Row| when.map_or(*row, |when| Row { when, effect: paper(), ..*row });
        Rule::of(rule.requirement, rule.rows.iter().map(changed).collect::<Vec<_>>().leak())
    };
    let answers = r#"{"status": "foreigner", "age": "under_14", "applicant": "self"}"#;
    let child = format!(
        r#"{{"visit_date": "2026-12-01", "answers": {{"service": "permanent"}}, "people": [{{"answers": {answers}}}]}}"#
    );
    let report =
        check(&edition(NOW.rules.iter().map(asked_for).collect()), &wire::read(&child).expect("an application"));
    let fix = report.fix.into_iter().find(|fix| fix.requirement == Requirement::RightToApply).expect("somebody else");
    let Remedy::ApplyAs(candidates) = fix.remedy else { panic!("nobody brings a right") };
    candidates.into_iter().map(|candidate| (candidate.applicant, candidate.needs)).collect()
}

const PARENT: Condition = Condition::Is(Answer::Parent);
const GUARDIAN: Condition = Condition::Is(Answer::Guardian);
const EITHER: Condition = Condition::Any(&[PARENT, GUARDIAN]);

const PROOF: Document = Document::ProofOfAuthority;
const IDENTITY: Document = Document::RepresentativeIdentity;
const POWER: Document = Document::PowerOfAttorney;

#[test]
fn who_needs_the_fewest_papers_stands_first() {
    use Answer::{Attorney, Guardian, Parent, Trustee};
    let where_asked_for = |proof, identity| {
        instead_of_a_child(&[(Requirement::ProofOfAuthority, proof), (Requirement::RepresentativeIdentity, identity)])
    };
    let trustee = (Trustee, vec![]);
    let attorney = (Attorney, vec![POWER]);
    let both = vec![IDENTITY, PROOF];
    let guardian_first = [trustee.clone(), (Guardian, vec![IDENTITY]), attorney.clone(), (Parent, both.clone())];
    assert_eq!(where_asked_for(PARENT, EITHER), guardian_first);
    let parent_first = [trustee.clone(), (Parent, vec![IDENTITY]), attorney.clone(), (Guardian, both)];
    assert_eq!(where_asked_for(GUARDIAN, EITHER), parent_first);
    let in_order = [trustee, (Parent, vec![PROOF]), (Guardian, vec![IDENTITY]), attorney];
    assert_eq!(where_asked_for(PARENT, GUARDIAN), in_order, "as in the catalogue");
}

#[test]
fn under_the_law_as_it_is_every_representative_needs_two_papers() {
    use Answer::{Attorney, Guardian, Parent, Trustee};
    let of_law = |applicant| (applicant, vec![IDENTITY, PROOF]);
    let expected = [of_law(Parent), of_law(Guardian), of_law(Trustee), (Attorney, vec![IDENTITY, POWER])];
    assert_eq!(instead_of_a_child(&[]), expected);
}

#[test]
fn who_needs_every_paper_there_is_may_apply_all_the_same() {
    use Answer::{Attorney, Guardian, Parent, Trustee};
    let papers = NOW.rules.iter().filter(|rule| rule.requirement.document().is_some());
    let asked_for: Vec<_> = papers.map(|rule| (rule.requirement, EITHER)).collect();
    let needs: Vec<_> = instead_of_a_child(&asked_for).into_iter().map(|(who, needs)| (who, needs.len())).collect();
    let all = Document::ALL.len();
    assert_eq!(needs, [(Trustee, 0), (Attorney, 0), (Parent, all), (Guardian, all)]);
}

/// A condition holds of whole answers as its truth says, and nothing that it does not mention matters to it.
#[test]
fn what_holds_is_what_is_true_and_depends_on_what_is_mentioned() {
    let mut random = fastrand::Rng::with_seed(611);
    let rules = law::EDITIONS.iter().flat_map(|edition| edition.rules);
    let rows = rules.flat_map(|rule| rule.rows).map(|row| row.when);
    let asked = law::EDITIONS.iter().flat_map(|edition| edition.scope.asked);
    for condition in rows.chain(asked.flat_map(|asked| [asked.person, asked.application])) {
        for _ in 0..500 {
            let answers: Set<Answer> = Answer::ALL.iter().copied().filter(|_| random.bool()).collect();
            let holds = condition.holds(answers);
            assert_eq!(holds, condition.truth(Known::whole(answers)).holds(), "{condition:?} of {answers:?}");
            assert_eq!(holds, condition.holds(answers.intersection(condition.mentions())), "{condition:?}");
        }
    }
}
