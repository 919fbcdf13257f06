//! The answer: the next act, what to mend, what to ask, what is ready, and what all of it rests on.
//!
//! Knows the report and the words; decides nothing.

use time::{Date, Weekday};

use super::applicants::may_apply;
use super::bag::{bag, brought_for, standing};
use super::cited::{annexes, cited};
use super::edition::{draft, rests_on};
use super::question::{
    answer_id, answer_in_words, button, can_be_asked, forms_in_words, id_of, labelled_button, question_in_words,
    sentence_to_reader,
};
use super::state::{Action, Stage, State, paper_of};
use super::visit::spoken_at;
use crate::decide::completion::{known_in_scope, known_of};
use crate::decide::evaluate::Evaluation;
use crate::decide::report::{Candidate, Counter, Elsewhere, Finding, Fix, Question, Remedy, Subject, Verdict};
use crate::facts::condition::Known;
use crate::facts::document::Document;
use crate::facts::fact::{Answer, Fact, Of};
use crate::facts::id::{Id, Set};
use crate::law::citation::Citation;
use crate::law::edition::{Edition, in_force};
use crate::law::outcome::{Basis, Status};
use crate::law::prevailing::Prevailing;
use crate::law::requirement::Requirement;
use crate::law::statement::{Opening, Statement};
use crate::law::{FIRST_DAY, PREVAILING, STATEMENTS};
use crate::page::node::Element;
use crate::page::words::{Mark, Words, join};
use crate::page::writer::Writer;

/// The headline: the next act.
pub(super) fn headline(words: &Words, state: &State) -> String {
    if state.report.verdict == Verdict::Undecided && state.next_question().is_none() {
        return words.get("verdict.undecided.find_out");
    }
    verdict_headline(words, state, state.report.verdict)
}

fn verdict_headline(words: &Words, state: &State, verdict: Verdict) -> String {
    let first_day = state.law.first().map_or(FIRST_DAY, |first| first.from);
    words.fill(&words.of("verdict.*", verdict.id()), "date", &words.date(first_day))
}

/// The whole answer.
#[must_use]
pub fn answer(state: &State, words: &Words) -> Vec<Element> {
    let words = spoken_at(state, words);
    let mut w = Writer::new(&words);
    write_answer(&mut w, state);
    w.elements()
}

#[inline(never)]
pub(super) fn write_answer(w: &mut Writer, state: &State) {
    verdict(w, state);
    elsewhere(w, state);
    if is_decided(state) {
        where_to_go(w, state);
    }
    bag(w, state);
    fixes(w, state);
    questions(w, state);
    open(w, state);
    next(w, state);
    folded(w, state);
}

/// What nobody has to read to go: unfolded by whoever wants to know.
fn folded(w: &mut Writer, state: &State) {
    if state.current.is_none() {
        said_so_far(w, state);
    }
    ready(w, state);
    if is_decided(state) {
        statements(w, state);
        not_needed(w);
        undecided(w, state);
    }
    rests_on_edition(w, state);
}

fn verdict(w: &mut Writer, state: &State) {
    let id = state.report.verdict.id();
    w.open("section#verdict");
    w.set("class", ["verdict ", id].concat());
    warnings(w, state);
    w.text("h2#headline id=answer tabindex=-1", headline(w.words, state));
    w.say_of("p", "verdict.*.why", id);
    upcoming(w, state);
    if !state.report.procedures.is_empty() {
        w.text("p.procedures", procedures(w.words, state));
    }
    if !state.report.counters.is_empty() && !is_decided(state) {
        w.text("p.counters", counters(w.words, state));
    }
    w.say("p.not-a-decision", "verdict.not_a_decision");
    draft(w);
    w.close();
}

/// What stands before everything else: that the rules may have changed since their sources were read, that the day is past.
fn warnings(w: &mut Writer, state: &State) {
    if let Some(decided) = state.report.decided
        && state.report.stale
    {
        w.text("p.stale", w.words.with_date("answer.stale", decided.sources_read));
    }
    if state.application.visit_date < state.today && state.report.decided.is_some() {
        w.text("p.past", w.words.with_date("date.past", state.application.visit_date));
    }
    if let Some(closed) = closed(w.words, state) {
        w.text("p.past", closed);
    }
}

/// That a counter takes nothing in on this day of the week, or only its branches on duty do.
pub(super) fn closed(words: &Words, state: &State) -> Option<String> {
    let (edition, day) = (state.edition()?, state.application.visit_date);
    let known = known_in_scope(edition, &state.application);
    let holds = |statement: &&Statement| statement.holds(edition, known).holds();
    let opening = STATEMENTS.iter().filter(holds).map(|hours| hours.opening(day.weekday())).max()?;
    let id = match (opening, day.weekday()) {
        (Opening::Open, _) => return None,
        (Opening::OnDuty, _) => "date.saturday",
        (Opening::Closed, Weekday::Sunday) => "date.sunday",
        (Opening::Closed, _) => "date.saturday.closed",
    };
    Some(words.with_date(id, day))
}

fn upcoming(w: &mut Writer, state: &State) {
    let Some(upcoming) = state.report.upcoming else { return };
    let (mut now, mut then) = (headline(w.words, state), verdict_headline(w.words, state, upcoming.verdict));
    if now == then {
        (now, then) = changes(w.words, state, upcoming.edition);
    }
    let sentence = w.words.with_date("answer.upcoming", upcoming.edition);
    w.text("p.upcoming", w.words.fill(&w.words.fill(&sentence, "now", &now), "then", &then));
}

/// Each finding that the edition beginning on this day changes, as it stands before and after.
fn changes(words: &Words, state: &State, from: Date) -> (String, String) {
    let under = |day| in_force(state.law, day).map(|edition| Evaluation::of(edition, &state.application));
    let (Some(now), Some(then)) = (under(state.application.visit_date), under(from)) else { return Default::default() };
    (differing(words, state, &now, &then), differing(words, state, &then, &now))
}

/// How these findings stand that stand otherwise among the others. Where there are none, nobody need bring anything.
fn differing(words: &Words, state: &State, these: &Evaluation, others: &Evaluation) -> String {
    let mut differing = String::new();
    for (person, requirement, status) in these.statuses() {
        if others.statuses().all(|other| other != (person, requirement, status)) {
            let name = named(words, state, requirement, person);
            let between = if differing.is_empty() { "" } else { words.mark(Mark::Semicolon) };
            differing.extend([between, &words.named(&name, &words.of("status.*", status.id()))]);
        }
    }
    if differing.is_empty() { words.get("answer.not_needed") } else { differing }
}

/// Which registrations are applied for; nothing while that is open.
pub(super) fn procedures(words: &Words, state: &State) -> String {
    all_named(words, ["answer.procedures", "procedures", "procedure.*"], state.report.procedures)
}

/// Where to go; nothing while that is open.
pub(super) fn counters(words: &Words, state: &State) -> String {
    all_named(words, ["answer.counters", "counters", "counter.*"], state.report.counters)
}

/// A sentence whose place names all of these; nothing where there are none.
fn all_named<T: Id>(words: &Words, [sentence, place, name]: [&str; 3], these: Set<T>) -> String {
    let mut named = Vec::new();
    for one in these.iter() {
        named.push(words.of(name, one.id()));
    }
    if named.is_empty() { String::new() } else { words.with(sentence, place, &words.all_of(&named)) }
}

fn elsewhere(w: &mut Writer, state: &State) {
    w.lines(
        "section.elsewhere#elsewhere
           h3|answer.elsewhere
           ul",
    );
    for elsewhere in &state.report.elsewhere {
        belongs_elsewhere(w, state, elsewhere);
    }
    w.close_list();
}

fn belongs_elsewhere(w: &mut Writer, state: &State, elsewhere: &Elsewhere) {
    let reason = elsewhere.reason.id();
    let name = w.words.find_of("answer.elsewhere.reason.*", reason);
    let name = name.unwrap_or_else(|| w.words.of("answer.status.*", reason));
    w.open("li");
    w.text("strong", about_whom(w.words, state, name, Some(elsewhere.person)));
    w.say_of("p", "elsewhere.*", reason);
    if state.application.people.len() > 1 {
        let label = w.words.with_number("answer.elsewhere.without", elsewhere.person + 1);
        labelled_button(w, label, &Action::RemovePerson(elsewhere.person), "secondary");
    }
    w.close();
}

/// Whom a finding is about, where there are several people.
fn whose(words: &Words, state: &State, person: Option<usize>) -> Option<String> {
    let person = person.filter(|_| state.application.people.len() > 1)?;
    Some(words.with_number("part.person", person + 1))
}

/// A name, with whose it is where there are several people.
pub(super) fn with_whose(words: &Words, state: &State, name: String, person: Option<usize>) -> String {
    match whose(words, state, person) {
        Some(whose) => [&name, " (", &whose, ")"].concat(),
        None => name,
    }
}

/// A sentence, after whom it is about where there are several people.
pub(super) fn about_whom(words: &Words, state: &State, sentence: String, person: Option<usize>) -> String {
    match whose(words, state, person) {
        Some(whose) => words.named(&whose, &sentence),
        None => sentence,
    }
}

/// The name of a requirement, with whose it is.
pub(super) fn named(words: &Words, state: &State, requirement: Requirement, person: Option<usize>) -> String {
    let name = match requirement.document() {
        Some(document) => sentence_to_reader(words, state, "document.*", document.id()),
        None => words.of("requirement.*", requirement.id()),
    };
    with_whose(words, state, name, person)
}

fn fixes(w: &mut Writer, state: &State) {
    w.lines(
        "section.fix#fix
           h3|answer.fix",
    );
    if state.report.fix.is_empty() && state.report.verdict == Verdict::Incomplete {
        w.say("p", "answer.fix.answer_on");
        return w.close();
    }
    w.open("ol");
    for fix in &state.report.fix {
        if !is_mended_with_another(state, fix) {
            mend(w, state, fix);
        }
    }
    w.close_list();
}

/// Whether a paper is the same as another that is to be brought in the same forms: it is asked for once.
fn is_mended_with_another(state: &State, fix: &Fix) -> bool {
    let Some(document) = fix.requirement.document() else { return false };
    let paper = Question { subject: Subject::Document(document), person: fix.person };
    let Some(other) = state.listed_as(paper) else { return false };
    let is_alike = |one: &Fix| (one.requirement, one.person) == (other.requirement, other.person);
    state.report.fix.iter().any(|one| is_alike(one) && one.remedy == fix.remedy)
}

fn mend(w: &mut Writer, state: &State, fix: &Fix) {
    let mut findings = state.report.findings.iter();
    let finding = findings.find(|finding| finding.requirement == fix.requirement && finding.person == fix.person);
    w.open("li");
    w.text("strong", named(w.words, state, fix.requirement, fix.person));
    if let Some(finding) = finding
        && finding.status.fails()
    {
        w.say_of("span.status", "status.*", finding.status.id());
    }
    match &fix.remedy {
        Remedy::Bring(forms) => bring(w, fix.requirement, *forms),
        Remedy::OwnerPresent(answers) => owner_present(w, *answers),
        Remedy::ApplyAs(candidates) => apply_as(w, candidates),
    }
    if let Some(finding) = finding {
        sources_of_finding(w, state, finding);
    }
    change_finding(w, state, fix.requirement, fix.person);
    w.close();
}

fn bring(w: &mut Writer, requirement: Requirement, forms: Set<crate::Form>) {
    let Some(document) = requirement.document() else { return };
    w.text("p", w.words.with("answer.fix.bring", "forms", &forms_in_words(w.words, document, forms)));
    w.say_of("p", "document.*.get", document.id());
}

fn owner_present(w: &mut Writer, answers: Set<Answer>) {
    let mut named = Vec::new();
    for answer in answers.iter() {
        named.push(w.words.of("answer.*", &answer_id(answer)));
    }
    w.say("p", "requirement.owner_presence.absent");
    w.text("p", w.words.with("answer.fix.owner_present", "answers", &w.words.any_of(&named)));
}

/// Who may apply, and what each would have to bring besides.
fn apply_as(w: &mut Writer, candidates: &[Candidate]) {
    w.say("p", "requirement.right_to_apply.not_entitled");
    let applicants: Vec<Answer> = candidates.iter().map(|candidate| candidate.applicant).collect();
    may_apply(w, &applicants);
    w.open("ul");
    for candidate in candidates.iter().filter(|candidate| !candidate.needs.is_empty()) {
        let mut needs = Vec::new();
        for document in &candidate.needs {
            needs.push(w.words.of("document.*", document.id()));
        }
        let applicant = w.words.of("answer.applicant.*", candidate.applicant.id());
        let bring = w.words.get("requirement.right_to_apply.needs");
        let (stop, needs) = (w.words.mark(Mark::Stop), join(&needs, w.words.mark(Mark::Semicolon)));
        w.text("li", [&applicant, stop, &bring, " ", &needs, w.words.mark(Mark::End)].concat());
    }
    w.close();
}

/// The button that changes what a finding rests on.
fn change_finding(w: &mut Writer, state: &State, requirement: Requirement, person: Option<usize>) {
    let subject = match requirement.document() {
        Some(document) => Subject::Document(document),
        None if requirement.of() == Of::Application => Subject::Fact(Fact::OwnerPresent),
        None => Subject::Fact(Fact::Applicant),
    };
    change(w, state, Question { subject, person });
}

fn change(w: &mut Writer, state: &State, question: Question) {
    let name = question_in_words(w.words, state, question);
    let about = match whose(w.words, state, question.person) {
        Some(whose) => [&name, w.words.mark(Mark::Comma), &whose].concat(),
        None => name,
    };
    w.open("button.change type=button");
    w.set("data-action", Action::Change(question).name());
    let label = w.words.get(if state.is_settled(question) { "question.change" } else { "question.answer" });
    w.set("aria-label", w.words.named(&label, &about));
    w.put(label);
    w.close();
}

/// The sources of a finding, one click away; read out, the link says of what.
fn sources_of_finding(w: &mut Writer, state: &State, finding: &Finding) {
    let why = w.words.get("answer.why");
    let of = named(w.words, state, finding.requirement, finding.person);
    w.open("details.why");
    w.open("summary");
    w.set("aria-label", w.words.named(&why, &of));
    w.put(why);
    w.close();
    if let Some(basis) = finding.basis {
        w.say_of("p", "basis.*", basis.id());
    }
    cited(w, finding.sources, annexes(state, finding.person));
    w.close();
}

fn questions(w: &mut Writer, state: &State) {
    w.lines(
        "section.ask#ask
           h3|answer.ask
           ol",
    );
    for finding in state.report.findings_that(Status::Ask) {
        w.open("li");
        w.text("strong", named(w.words, state, finding.requirement, finding.person));
        w.text("p", ask_of(w.words, state, finding));
        what_helps(w, finding);
        sources_of_finding(w, state, finding);
        w.close();
    }
    w.close_list();
    about_all_questions(w, state);
}

/// What one can do about a question before going.
fn what_helps(w: &mut Writer, finding: &Finding) {
    if finding.requirement == Requirement::OwnerConsent {
        button(w, "consent.offer", &Action::Go(Stage::ConsentForm), "secondary");
        w.say("p.hint", "consent.hint");
    }
}

/// What is to be said of the questions together: that one is the whole of it, what speaks for the person where texts conflict.
fn about_all_questions(w: &mut Writer, state: &State) {
    let asks = || state.report.findings_that(Status::Ask);
    let only_own = asks().all(|finding| finding.requirement == Requirement::OwnRegistration);
    w.open("div#about-questions");
    if state.report.verdict == Verdict::Ask && only_own {
        w.say("p.whole", "answer.ask.only_own_registration");
    }
    let law = law_of_conflicts(state);
    if law.contains(Citation::La12) {
        w.say("p.conflict.later", "answer.conflict.later");
    }
    if law.contains(Citation::La60) {
        w.say("p.conflict", "answer.conflict");
    }
    w.close();
}

/// What speaks for the person where texts conflict: that one may ask in writing, and where the date of the acts settles it the later one.
fn law_of_conflicts(state: &State) -> Set<Citation> {
    let mut law = Set::EMPTY;
    for finding in state.report.findings.iter().filter(|finding| finding.basis == Some(Basis::Conflict)) {
        law = law.with(Citation::La60);
        if later_prevails(state, finding) {
            law = law.with(Citation::La12);
        }
    }
    law
}

/// Whether a conflict is one of two acts of which the later would prevail.
fn later_prevails(state: &State, finding: &Finding) -> bool {
    let application = &state.application;
    let person = finding.person.and_then(|index| application.people().get(index));
    let known = person.map_or_else(|| Known::whole(Set::EMPTY), |person| known_of(application, person));
    let form = finding.requirement.document().and_then(|document| state.held(finding.person, document).form);
    let is_about = |of: &Prevailing| of.is_about(finding.requirement, form, known);
    PREVAILING.iter().any(is_about)
}

/// What to ask the counter about a finding: the sentence of what makes it a question here, or else of the requirement.
pub(super) fn ask_of(words: &Words, state: &State, finding: &Finding) -> String {
    let ask = words_of(finding, "ask");
    let conflict = finding.basis == Some(Basis::Conflict);
    let part = asked_because(state, finding);
    let ends = [
        conflict.then(|| [&ask, ".", part, ".conflict"].concat()),
        Some([&ask, ".", part].concat()),
        conflict.then(|| [&ask, ".conflict"].concat()),
    ];
    ends.into_iter().flatten().find_map(|id| words.find(&id)).unwrap_or_else(|| words.get(&ask))
}

/// The id of a sentence about a finding's requirement.
fn words_of(finding: &Finding, end: &str) -> String {
    ["requirement.", finding.requirement.id(), ".", end].concat()
}

/// The answer, or the form, that makes a question of it.
fn asked_because(state: &State, finding: &Finding) -> &'static str {
    let of_person = |fact| state.answers(finding.person).get(fact).map_or("", Id::id);
    let of_application = |fact| state.answers(None).get(fact).map_or("", Id::id);
    match finding.requirement {
        Requirement::OwnerConsent => state.held(None, Document::OwnerConsent).form.map_or("", Id::id),
        Requirement::OwnerPresence if of_application(Fact::Residence) == Answer::Own.id() => Answer::Own.id(),
        Requirement::OwnerPresence => of_application(Fact::OwnerPresent),
        Requirement::WhoseConsent => of_application(Fact::Residence),
        Requirement::IdentityDocument => of_person(Fact::Status),
        Requirement::BirthCertificate | Requirement::OwnRegistration => of_person(Fact::Age),
        Requirement::RightToApply => of_person(Fact::Applicant),
        _ => "",
    }
}

/// What is ready, and what that rests on.
fn ready(w: &mut Writer, state: &State) {
    if state.report.findings_that(Status::Satisfied).next().is_none() {
        return;
    }
    w.lines(
        "section.ready#ready
           details
             summary
               h3|answer.ready
             /
             ul",
    );
    for finding in state.report.findings_that(Status::Satisfied).filter(|finding| !is_told_as_another(state, finding)) {
        w.open("li");
        let satisfied = if let Some(document) = finding.requirement.document() {
            is_held(w.words, state, finding, document)
        } else {
            let satisfied = w.words.of("requirement.*.satisfied", finding.requirement.id());
            about_whom(w.words, state, satisfied, finding.person)
        };
        w.text("span", satisfied);
        sources_of_finding(w, state, finding);
        w.close();
    }
    w.close();
    w.close();
    w.close();
}

fn is_held(words: &Words, state: &State, finding: &Finding, document: Document) -> String {
    let question = Question { subject: Subject::Document(document), person: finding.person };
    let form = answer_in_words(words, state, question).unwrap_or_default();
    let also = brought_for(words, state, finding).filter(|_| standing(state, finding) == Status::Satisfied);
    let also = also.map(|also| [" · ", &also].concat()).unwrap_or_default();
    words.named(&[named(words, state, finding.requirement, finding.person), also].concat(), &form)
}

/// Whether a paper is the same as another, which stands as it does: both are told once.
fn is_told_as_another(state: &State, finding: &Finding) -> bool {
    let other = paper_of(finding).and_then(|paper| state.listed_as(paper));
    other.is_some_and(|other| other.status == finding.status)
}

/// What is still open, in the order of asking.
fn open(w: &mut Writer, state: &State) {
    if state.report.unanswered.is_empty() {
        return;
    }
    w.lines(
        "section.open#open
           h3|answer.open
           ul",
    );
    for question in &state.report.unanswered {
        answered_row(w, state, *question);
    }
    w.close();
    if let Some(question) = state.next_question() {
        button(w, "start.resume", &Action::Change(question), "primary");
    }
    w.close();
}

fn answered_row(w: &mut Writer, state: &State, question: Question) {
    let name = with_whose(w.words, state, question_in_words(w.words, state, question), question.person);
    w.open("li");
    w.key(id_of(question));
    w.text("span", w.words.named(&name, ""));
    w.text("span.said", answer_in_words(w.words, state, question).unwrap_or_else(|| w.words.get("question.open")));
    change(w, state, question);
    if let Subject::Document(document) = question.subject
        && state.unknown.contains(&question)
        && let Some(get) = w.words.find_of("document.*.get", document.id())
    {
        w.text("p.hint", get);
    }
    w.close();
}

/// What was said, a row for each answer, to be changed from here; folded where the answer is read. And who else comes.
pub(super) fn said_so_far(w: &mut Writer, state: &State) {
    let mut answered = state.questions_asked();
    answered.retain(|question| {
        state.is_settled(*question) && state.current != Some(*question) && can_be_asked(w.words, *question)
    });
    w.lines(
        "section.said-so-far#said-so-far
           details",
    );
    if state.current.is_some() {
        w.set("open", "");
    }
    w.lines(
        "summary
           h3|part.answers
         /
         ul",
    );
    for question in answered {
        answered_row(w, state, question);
    }
    w.close_list();
    people(w, state);
    w.close();
}

/// Who else comes, and who does not.
fn people(w: &mut Writer, state: &State) {
    button(w, "people.add", &Action::AddPerson, "quiet");
    let people = state.application.people.len();
    for index in (0..people).filter(|_| people > 1) {
        remove(w, index);
    }
    w.say("p.hint", "people.hint");
}

/// The button that takes a person out.
pub(super) fn remove(w: &mut Writer, person: usize) {
    labelled_button(w, w.words.with_number("people.remove", person + 1), &Action::RemovePerson(person), "quiet");
}

fn is_decided(state: &State) -> bool {
    matches!(state.report.verdict, Verdict::Complete | Verdict::Ask | Verdict::Incomplete)
}

fn not_needed(w: &mut Writer) {
    w.lines(
        "section.not-needed#not-needed
           details
             summary
               h3|answer.not_needed
             /
             ul
               li|answer.not_needed.identity
               li|answer.not_needed.others
             /
           /
         /",
    );
}

/// Where, when and how: the facts that hold of these people, each with its source.
fn statements(w: &mut Writer, state: &State) {
    let Some(edition) = state.edition() else { return };
    w.lines(
        "section.statements#statements
           details
             summary
               h3|answer.statements
             /
             ul",
    );
    let sources = stated(w, state, edition, "statement.*");
    w.close();
    sources_of(w, "answer.statements");
    cited(w, sources, annexes(state, None));
    w.close();
    w.close();
    w.close();
}

/// Writes the facts that hold of these people, as far as they are said so; tells what those that hold are taken from.
fn stated(w: &mut Writer, state: &State, edition: &Edition, said: &str) -> Set<Citation> {
    let known = known_in_scope(edition, &state.application);
    let mut sources = Set::EMPTY;
    for statement in STATEMENTS {
        if statement.holds(edition, known).holds() {
            if let Some(said) = w.words.find_of(said, statement.id) {
                w.open("li");
                w.key(statement.id.to_owned());
                w.put(said);
                w.close();
            }
            sources = sources.union(statement.sources_in(edition));
        }
    }
    sources
}

/// Where to go, when, for how long and for how much, at a glance; the whole of it stands below, with its sources.
fn where_to_go(w: &mut Writer, state: &State) {
    let Some(edition) = state.edition() else { return };
    w.open("section#where");
    let counter = state.report.counters.only().map_or("", Id::id);
    w.set("class", ["where ", counter].concat());
    w.text("h3", counters(w.words, state));
    w.open("ul");
    w.text("li", w.words.with_date("paper.visit", state.application.visit_date));
    stated(w, state, edition, "statement.*.short");
    w.close_list();
}

/// Begins the sources of what stands under a heading; read out, the link says of what.
fn sources_of(w: &mut Writer, heading: &str) {
    let why = w.words.get("answer.why");
    w.open("details.why");
    w.open("summary");
    w.set("aria-label", w.words.named(&why, &w.words.get(heading)));
    w.put(why);
    w.close();
}

/// What is not decided here, as far as it can matter to these people.
fn undecided(w: &mut Writer, state: &State) {
    let wants = |requirement| state.report.findings.iter().any(|finding| finding.requirement == requirement);
    w.lines(
        "section.undecided#undecided
           details
             summary
               h3|answer.undecided
             /
             ul
               li|answer.undecided.translation",
    );
    for (matters, id) in [
        (wants(Requirement::BirthCertificate), "answer.undecided.passport"),
        (wants(Requirement::OwnerPresence), "answer.undecided.absent_owner"),
        (state.report.counters.contains(Counter::Police), "answer.undecided.akimat"),
    ] {
        if matters {
            w.say("li", id);
        }
    }
    w.close();
    w.close();
    w.close();
}

fn rests_on_edition(w: &mut Writer, state: &State) {
    const CITED_BY_ALL: Set<Citation> = Citation::set(&[Citation::S1e, Citation::S1h, Citation::S1i, Citation::S1j]);
    let Some(edition) = state.edition() else { return };
    w.lines(
        "section.rests#rests
           details
             summary
               h3|answer.rests_on
             /",
    );
    rests_on(w, edition);
    sources_of(w, "answer.rests_on");
    let sources = state.report.sources().union(CITED_BY_ALL).union(law_of_conflicts(state));
    cited(w, sources, annexes(state, None));
    w.close();
    w.close();
    w.close();
}

/// What can be done from here.
fn next(w: &mut Writer, state: &State) {
    w.open("p.next#next");
    if is_decided(state) {
        button(w, "tools.print", &Action::Go(Stage::VisitSheet), "primary");
    }
    let mut findings = state.report.findings.iter();
    let needs_consent = findings.any(|finding| finding.requirement == Requirement::OwnerConsent);
    if let (Some(Answer::OtherOwner | Answer::CoOwned), Some(_)) =
        (state.answers(None).get(Fact::Residence), state.report.decided)
    {
        button(w, "tools.print.owner", &Action::Go(Stage::OwnerSheet), "secondary");
    }
    if needs_consent {
        button(w, "consent.offer", &Action::Go(Stage::ConsentForm), "secondary");
    }
    button(w, "answer.refused", &Action::Go(Stage::Appeal), "secondary");
    button(w, "tools.clear", &Action::Clear, "quiet");
    w.close();
}
