//! One question as the applicant sees it: what is asked, what each answer means, what is accepted.
//!
//! Knows how a question is shown, not whether it is asked.

use super::state::{Action, State, subject_id};
use crate::decide::report::{Forms, Question, Subject};
use crate::facts::document::{Document, Form, SOME_DAY_BEFORE};
use crate::facts::fact::{Answer, Fact, Of};
use crate::facts::id::{Id, Set};
use crate::page::words::{Mark, Words, digits, parts};
use crate::page::writer::Writer;

/// Whether the words of a question are there: those of all but the first come behind it.
pub(super) fn can_be_asked(words: &Words, question: Question) -> bool {
    question.subject == Subject::Fact(Fact::Status) || words.find("form.accepts").is_some()
}

/// The question as a card, with its answers as buttons.
pub(super) fn question_card(w: &mut Writer, state: &State, question: Question) {
    let id = id_of(question);
    w.open("section");
    w.key(id.clone());
    w.set("class", if state.current == Some(question) { "question current" } else { "question" });
    w.set("aria-labelledby", [&part_id(question), " ", &id].concat());
    w.open("h3 tabindex=-1");
    w.set("id", id.clone());
    w.put(title(w.words, state, question));
    w.close();
    hints(w, state, question);
    w.open("div.choices#choices role=group");
    w.set("aria-labelledby", id);
    choices(w, state, question);
    w.close();
    if let Subject::Document(document) = question.subject
        && document.has_valid_until()
    {
        valid_until(w, state, question, document);
    }
    w.open("p.back#back");
    script_button(w, "question.back", "back");
    if let Some(left) = left(w.words, state) {
        w.text("span.left", left);
    }
    w.close();
    w.close();
}

/// About how many questions are left, in words that change a few times and never go up by themselves; nothing at the end.
pub(super) fn left(words: &Words, state: &State) -> Option<String> {
    state.next_question()?;
    let about = match state.report.unanswered.len() {
        1 => "one",
        2..=3 => "few",
        4..=7 => "some",
        _ => "many",
    };
    words.find("answer.why")?;
    words.find_of("question.left.*", about)
}

/// The id of a question in the page.
pub(super) fn id_of(question: Question) -> String {
    let person = question.person.map(digits).unwrap_or_default();
    ["q", &person, "-", subject_id(question.subject)].concat()
}

/// A button with this sentence that does this.
pub(super) fn button(w: &mut Writer, id: &str, action: &Action, class: &'static str) {
    labelled_button(w, w.words.get(id), action, class);
}

/// A quiet button with this sentence that asks the element's script for something only it can do.
pub(super) fn script_button(w: &mut Writer, id: &str, request: &'static str) {
    w.open("button.quiet type=button");
    w.set("data-script", request);
    w.put(w.words.get(id));
    w.close();
}

/// A button for each language that a sentence names, `kk Қазақша/ru Русский`, by its own name, which no translator is to touch. It asks
/// the element's script to speak it, to the applicant or to an officer.
pub(super) fn languages(w: &mut Writer, tag: &'static str, named: &str, whose: &str, now: &str) {
    for named in parts(&w.words.get(named), b'/') {
        let Some((language, name)) = named.split_once(' ') else { continue };
        w.open(tag);
        w.key(language.to_owned());
        w.set("lang", language.to_owned());
        w.set("data-script", [whose, language].concat());
        w.set("aria-pressed", if now == language { "true" } else { "false" });
        w.put(name.to_owned());
        w.close();
    }
}

/// A button with this label that does this.
pub(super) fn labelled_button(w: &mut Writer, label: String, action: &Action, class: &'static str) {
    w.open("button type=button");
    w.set("class", class);
    w.set("data-action", action.name());
    w.put(label);
    w.close();
}

/// What is asked, of "you" or of "this person".
fn title(words: &Words, state: &State, question: Question) -> String {
    match question.subject {
        Subject::Fact(fact) => sentence_to_reader(words, state, "fact.*", fact.id()),
        Subject::Document(document) => sentence_to_reader(words, state, "document.*.question", document.id()),
    }
}

/// The sentence as spoken to one person about themselves, or about another.
pub(super) fn sentence_to_reader(words: &Words, state: &State, id: &str, part: &str) -> String {
    if has_several_owners(state)
        && let Some(of_all) = words.find_of(&[id, ".all"].concat(), part)
    {
        return of_all;
    }
    if is_about_another(state) { sentence_of_third_person(words, id, part) } else { words.of(id, part) }
}

/// One of several people is not "you", nor is a child or an incapacitated adult: somebody asks for them.
fn is_about_another(state: &State) -> bool {
    const ASKED_FOR: Set<Answer> =
        Answer::set(&[Answer::Under14, Answer::Aged14To15, Answer::Aged16To17, Answer::IncapacitatedYes]);
    state.application.people.len() > 1 || state.answers(Some(0)).given().meets(ASKED_FOR)
}

/// The sentence as spoken about somebody else, where there is one.
pub(super) fn sentence_of_third_person(words: &Words, id: &str, part: &str) -> String {
    words.find_of(&[id, ".of"].concat(), part).unwrap_or_else(|| words.of(id, part))
}

fn hints(w: &mut Writer, state: &State, question: Question) {
    match question.subject {
        Subject::Fact(fact) => {
            if w.words.find_of("fact.*.hint", fact.id()).is_some() {
                w.text("p.hint#hint", sentence_to_reader(w.words, state, "fact.*.hint", fact.id()));
            }
        }
        Subject::Document(document) => document_hints(w, state, question, document),
    }
}

fn document_hints(w: &mut Writer, state: &State, question: Question, document: Document) {
    w.text("p.hint#hint", what(w.words, state, question.person, document));
    if let Some(several) = several(state, document) {
        w.say("p.hint#several", several);
        if document.has_valid_until() {
            w.say("p.hint#from_worst", "question.several_from_worst");
        }
    }
    if let Some(forms) = forms_of(state, question.person, document) {
        forms_that_count(w, document, forms);
    }
}

/// What a document is; of an identity document, which one is meant, once the status says so.
fn what(words: &Words, state: &State, person: Option<usize>, document: Document) -> String {
    let status = state.answers(person).get(Fact::Status).map_or("", Id::id);
    let of_status = words.find_of(&["document.*.what.", status].concat(), document.id());
    let meant = of_status.or_else(|| card(words, state, person, document));
    meant.unwrap_or_else(|| words.of("document.*.what", document.id()))
}

/// The name of the card that is a person's identity document. An asylum seeker shows another one.
pub(super) fn card(words: &Words, state: &State, person: Option<usize>, document: Document) -> Option<String> {
    let status = state.answers(person).get(Fact::Status)?;
    let is_named = document == Document::IdentityDocument
        && matches!(status, Answer::Foreigner | Answer::Stateless | Answer::Refugee);
    is_named.then(|| words.of("answer.*", &answer_id(status)))
}

/// The sentence that a document of several people is one answer.
fn several(state: &State, document: Document) -> Option<&'static str> {
    match document {
        Document::OwnerIdentity | Document::OwnerConsent if has_several_owners(state) => {
            Some("question.several_owners")
        }
        Document::RepresentativeIdentity if has_several_representatives(state) => {
            Some("question.several_representatives")
        }
        _ => None,
    }
}

/// Whether more than one person may come to apply for somebody else.
fn has_several_representatives(state: &State) -> bool {
    let applicants = (0..state.application.people.len()).map(|index| state.answers(Some(index)).get(Fact::Applicant));
    applicants.filter(|applicant| applicant.is_some_and(|applicant| applicant != Answer::Oneself)).count() > 1
}

/// Whether a paper of "the owner" is one of several owners.
pub(super) fn has_several_owners(state: &State) -> bool {
    state.answers(None).given().contains(Answer::CoOwned)
}

/// What each form of the document that a question asks about leads to.
pub(super) fn forms_of(state: &State, person: Option<usize>, document: Document) -> Option<Forms> {
    let mut findings = state.report.findings.iter().zip(&state.forms);
    let (_, forms) =
        findings.find(|(finding, _)| finding.person == person && finding.requirement.document() == Some(document))?;
    *forms
}

/// Which forms count, which are to be asked about, which do not count.
pub(super) fn forms_that_count(w: &mut Writer, document: Document, forms: Forms) {
    const HELD: Set<Form> = Form::set(&[Form::Original, Form::Electronic, Form::Copy]);
    for (tag, id, forms) in [
        ("p.forms#form.accepts", "form.accepts", forms.satisfy),
        ("p.forms#form.asks", "form.asks", forms.ask),
        ("p.forms#form.refuses", "form.refuses", forms.fail),
    ] {
        let forms = forms.intersection(HELD);
        if !forms.is_empty() {
            w.text(tag, w.words.with(id, "forms", &forms_in_words(w.words, document, forms)));
        }
    }
}

/// These forms of a document, in one list.
pub(super) fn forms_in_words(words: &Words, document: Document, forms: Set<Form>) -> String {
    let mut named = Vec::new();
    for form in forms.iter() {
        named.push(words.of_kind("form.list.*", document.kind(), form.id()));
    }
    words.any_of(&named)
}

/// The day on a document, for whoever wants to say it: folded, so that one tap answers.
fn valid_until(w: &mut Writer, state: &State, question: Question, document: Document) {
    let id = [&id_of(question), "-until"].concat();
    let hint = [&id, "-hint"].concat();
    let day = state.date_on(question.person, document);
    w.open("details.until#until");
    if day.is_some() {
        w.set("open", "");
    }
    w.say("summary", "question.valid_until");
    w.open("p.date");
    label(w, id.clone(), "question.valid_until.label");
    date_input(w, id, hint.clone(), day);
    w.set("data-action", Action::ValidUntil(question.person, document, None).name());
    w.close();
    w.open("span.hint");
    w.set("id", hint);
    w.put(w.words.get("question.valid_until.hint"));
    w.close();
    w.close();
    w.close();
}

/// The label of a field.
pub(super) fn label(w: &mut Writer, field: String, id: &str) {
    w.open("label");
    w.set("for", field);
    w.put(w.words.get(id));
    w.close();
}

/// Begins a field for a day; `hint` is the id of what explains it.
pub(super) fn date_input(w: &mut Writer, id: String, hint: String, day: Option<time::Date>) {
    w.open("input type=date dir=ltr autocomplete=off min=2000-01-01 max=2100-12-31");
    w.set("id", id);
    if !hint.is_empty() {
        w.set("aria-describedby", hint);
    }
    w.set("value", day.map(crate::facts::day::write_date).unwrap_or_default());
}

fn choices(w: &mut Writer, state: &State, question: Question) {
    match question.subject {
        Subject::Fact(fact) => answers(w, state, question.person, fact),
        Subject::Document(document) => forms(w, state, question.person, document),
    }
    choice(w, "unknown", &Action::Unknown(question), state.unknown.contains(&question));
    w.say("span.label", "question.unknown");
    w.close();
}

fn answers(w: &mut Writer, state: &State, person: Option<usize>, fact: Fact) {
    let given = state.answers(person).given();
    for answer in fact.answers().iter().filter(|answer| is_offered(state, *answer)) {
        choice(w, answer.id(), &Action::Answer(person, answer), given.contains(answer));
        w.text("span.label", answer_of(w.words, state, answer));
        if let Some(what) = w.words.find_of("answer.*.what", &answer_id(answer)) {
            w.text("span.what", what);
        }
        w.close();
    }
}

/// Whether an answer can be true of what was said so far; what was chosen stays in view.
fn is_offered(state: &State, answer: Answer) -> bool {
    let (people, given) = (state.application.people.len(), state.answers(None).given());
    let applies = state.answers(Some(0)).get(Fact::Applicant);
    match answer {
        _ if given.contains(answer) => true,
        Answer::OwnerAmongUs => people > 1 || applies.is_some_and(|applicant| applicant != Answer::Oneself),
        Answer::OwnerPresentSome => given.meets(Answer::set(&[Answer::OwnerAmongUs, Answer::CoOwned])),
        _ => true,
    }
}

/// An answer in words.
pub(super) fn answer_of(words: &Words, state: &State, answer: Answer) -> String {
    sentence_to_reader(words, state, "answer.*", &answer_id(answer))
}

/// The id of an answer with that of its question.
pub(super) fn answer_id(answer: Answer) -> String {
    [answer.fact().id(), ".", answer.id()].concat()
}

fn forms(w: &mut Writer, state: &State, person: Option<usize>, document: Document) {
    let is_representatives = document == Document::RepresentativeIdentity;
    if is_representatives {
        same_papers(w, state);
    }
    let same_certificate =
        person.filter(|index| document == Document::ProofOfAuthority && state.certificate_may_prove(*index));
    if let Some(index) = same_certificate {
        let label = w.words.get("question.same_birth_certificate");
        choice(w, "same", &Action::SameCertificate(index), state.same_certificate.contains(&index));
        w.text("span.label", label);
        w.close();
    }
    let is_same = is_representatives && state.same_paper.is_some()
        || same_certificate.is_some_and(|index| state.same_certificate.contains(&index));
    let held = state.held(person, document);
    let is_dated = document.has_valid_until();
    let is_past = is_dated && held.expired_on(state.application.visit_date) && held.form.is_some_and(is_shown);
    for form in FORMS.iter().filter(|form| is_dated || form.is_some()) {
        let is_said = if is_past { form.is_none() } else { form.is_some() && held.form == *form };
        choice(w, "", &Action::Hold(person, document, *form), is_said && !is_same);
        match form {
            Some(form) => w.text("span.label", w.words.of_kind("form.*", document.kind(), form.id())),
            None => w.say("span.label", "form.expired"),
        }
        if is_dated && form.is_some_and(is_shown) {
            w.say("span.what", "form.valid");
        }
        w.close();
    }
}

/// The forms in the order in which they are offered; none: what is shown is past its date.
const FORMS: [Option<Form>; 5] =
    [Some(Form::Original), Some(Form::Electronic), None, Some(Form::Copy), Some(Form::NotHeld)];

/// Whether the document itself is shown, so that its date counts.
fn is_shown(form: Form) -> bool {
    matches!(form, Form::Original | Form::Electronic)
}

/// A representative who is registered too shows the same paper: offered, for each person who may be the one.
fn same_papers(w: &mut Writer, state: &State) {
    for index in state.representatives() {
        let label = w.words.with_number("question.same_paper", index + 1);
        choice(w, &label, &Action::SamePaper(index), state.same_paper == Some(index));
        w.text("span.label", label);
        w.close();
    }
}

/// Begins a button that gives an answer.
fn choice(w: &mut Writer, key: &str, action: &Action, pressed: bool) {
    w.open("button.choice type=button");
    w.key(key.to_owned());
    w.set("aria-pressed", if pressed { "true" } else { "false" });
    w.set("data-action", action.name());
}

/// What was said to a question, in words; none while nothing was.
pub(super) fn answer_in_words(words: &Words, state: &State, question: Question) -> Option<String> {
    if state.unknown.contains(&question) {
        return Some(words.get("question.unknown"));
    }
    match question.subject {
        Subject::Fact(fact) => Some(answer_of(words, state, state.answers(question.person).get(fact)?)),
        Subject::Document(document) => {
            let held = state.held(question.person, document);
            let form = words.of_kind("form.*", document.kind(), held.form?.id());
            Some(match held.valid_until {
                Some(SOME_DAY_BEFORE) => words.get("form.expired"),
                Some(day) => [&form, words.mark(Mark::Comma), &words.with_date("form.until", day)].concat(),
                None => form,
            })
        }
    }
}

/// The short name of what a question asks about.
pub(super) fn question_in_words(words: &Words, state: &State, question: Question) -> String {
    match question.subject {
        Subject::Fact(fact) => words.of("fact.*.name", fact.id()),
        Subject::Document(document) if document.of() == Of::Person => {
            sentence_to_reader(words, state, "document.*", document.id())
        }
        Subject::Document(document) => words.of("document.*", document.id()),
    }
}

/// Whether a question is about facts, not about documents.
pub(super) fn is_fact(question: Question) -> bool {
    matches!(question.subject, Subject::Fact(_))
}

/// The heading above a question: whose it is.
pub(super) fn part_title(words: &Words, state: &State, question: Question) -> String {
    let several = state.application.people.len() > 1;
    match (question.subject, question.person) {
        (Subject::Fact(_), Some(person)) if several => words.with_number("part.person", person + 1),
        (Subject::Document(_), Some(person)) if several => words.with_number("part.documents.of", person + 1),
        (Subject::Fact(_), Some(_)) => words.get("part.only"),
        (Subject::Fact(_), None) => words.get("part.application"),
        (Subject::Document(_), _) => words.get("part.documents"),
    }
}

/// The id of that heading.
pub(super) fn part_id(question: Question) -> String {
    let of = question.person.map(digits).unwrap_or_default();
    [if is_fact(question) { "part-f" } else { "part-d" }, &of].concat()
}
