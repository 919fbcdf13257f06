//! What the applicant has said and where they stand, and how each action changes it.
//!
//! Knows no words and no elements. An answer is kept as an id, never as a text, so that a change of language loses nothing.

use time::Date;

use crate::decide::check::{asked_facts, check_with_forms, possible_procedures};
use crate::decide::report::{Finding, Forms, Procedure, Question, Report, Subject, Verdict};
use crate::facts::application::{Application, Person};
use crate::facts::document::{Document, Form, Held, SOME_DAY_BEFORE};
use crate::facts::fact::{Answer, Answers, Fact, Of};
use crate::facts::id::{Id, Set, from_id};
use crate::law::edition::{Edition, in_force};
use crate::law::requirement::Requirement;
use crate::page::words::{digits, parts};

/// Which part is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What this is, and the list of papers.
    Start,
    /// The questions and, beside or after them, the answer.
    Check,
    /// The sheet for the counter.
    VisitSheet,
    /// The sheet for the owner.
    OwnerSheet,
    /// The form of the consent.
    ConsentForm,
    /// After a refusal.
    Appeal,
    /// The complaint to fill in.
    Complaint,
}

/// What the applicant did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go to a part.
    Go(Stage),
    /// Answer a question about a person, or about the application.
    Answer(Option<usize>, Answer),
    /// Say how a document is held; in no form that counts: it is past its date on the day of the visit.
    Hold(Option<usize>, Document, Option<Form>),
    /// Say until when a document is valid; none takes it back.
    ValidUntil(Option<usize>, Document, Option<Date>),
    /// "I do not know yet".
    Unknown(Question),
    /// Look at a question again.
    Change(Question),
    /// Look at the answer.
    SeeAnswer,
    /// One question back.
    Back,
    /// One more person.
    AddPerson,
    /// One person less.
    RemovePerson(usize),
    /// The representative is this person, and shows the same paper; or not.
    SamePaper(usize),
    /// This person's birth certificate proves the parent's authority too.
    SameCertificate(usize),
    /// Another day of the visit.
    VisitDate(Date),
    /// The day of a refusal.
    RefusedOn(Option<Date>),
    /// Keep the answers on this device, or no longer.
    Keep(bool),
    /// Nobody has done anything for a while, or somebody is there again.
    Idle(bool),
    /// Forget everything; for a while it can be had back.
    Clear,
    /// Have back what was cleared, or whoever was taken out.
    Undo,
    /// What was cleared cannot be had back any more.
    Forget,
    /// Forget everything for good: nobody is there, or a host says so.
    Wipe,
}

/// What happened last to all that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands.
    Stands,
    /// It was cleared, and can be had back.
    Cleared,
    /// Somebody was taken out, and can be had back.
    Lessened,
    /// It came back.
    Returned,
    /// It was cleared for good.
    Wiped,
}

/// All that the page knows while it is open.
#[derive(Clone, Debug)]
pub struct State {
    /// The law it is checked against.
    pub law: &'static [Edition],
    /// Today in Kazakhstan, as the browser says.
    pub today: Date,
    /// What was said; always names at least one person.
    pub application: Application,
    /// The report on it.
    pub report: Report,
    /// What each form leads to, for each finding of the report.
    pub forms: Vec<Option<Forms>>,
    /// Questions answered with "I do not know yet".
    pub unknown: Vec<Question>,
    /// The question in front of the applicant; none once the answer is.
    pub current: Option<Question>,
    /// The part shown.
    pub stage: Stage,
    /// The person whose identity document is the representative's too.
    pub same_paper: Option<usize>,
    /// The people whose birth certificate proves their parent's authority too.
    pub same_certificate: Vec<usize>,
    /// The day of a refusal.
    pub refused_on: Option<Date>,
    /// Whether the answers are to be kept on the device.
    pub keep: bool,
    /// Whether nobody has done anything for a while.
    pub idle: bool,
    /// What happened last to all that was said.
    pub fate: Fate,
    /// What was said before it was cleared, as long as it can be had back.
    before: Option<Box<Self>>,
    /// Where the applicant was before, one place for each step back.
    steps_behind: Vec<(Stage, Option<Question>)>,
}

impl State {
    /// Nothing said yet.
    #[must_use]
    pub fn new(law: &'static [Edition], today: Date, visit_date: Date) -> Self {
        let mut application = Application::on(visit_date);
        application.people.push(Person::default());
        Self::of(law, today, application)
    }

    /// This was said before.
    #[must_use]
    pub fn of(law: &'static [Edition], today: Date, application: Application) -> Self {
        let (report, forms) = check_with_forms(law, &application);
        let mut state = Self {
            law,
            today,
            report,
            forms,
            application,
            unknown: Vec::new(),
            current: None,
            stage: Stage::Start,
            same_paper: None,
            same_certificate: Vec::new(),
            refused_on: None,
            keep: false,
            idle: false,
            fate: Fate::Stands,
            before: None,
            steps_behind: Vec::new(),
        };
        state.current = state.next_question();
        state
    }

    /// The same state, in which this person's own document is the representative's, if anybody's, and these people's birth certificates
    /// prove who may apply for them.
    #[must_use]
    pub fn with_same_papers(self, representative: Option<usize>, certificates: Vec<usize>) -> Self {
        Self { same_paper: representative, same_certificate: certificates, ..self }
    }

    /// The same state, with the papers that are one and the same as in another.
    #[must_use]
    pub(super) fn with_same_papers_as(self, other: Self) -> Self {
        self.with_same_papers(other.same_paper, other.same_certificate)
    }

    /// The edition in force on the day of the visit.
    #[must_use]
    pub fn edition(&self) -> Option<&'static Edition> {
        in_force(self.law, self.application.visit_date)
    }

    /// What these of the people may be applying for, as far as it is known.
    pub(super) fn may_apply_for(&self, is_one: impl Fn(usize, &Person) -> bool) -> Set<Procedure> {
        let Some(edition) = self.edition() else { return Set::EMPTY };
        let people = self.application.people().iter().enumerate().filter(|(index, person)| is_one(*index, person));
        let of = |(_, person)| possible_procedures(edition, &self.application, person);
        people.map(of).fold(Set::EMPTY, Set::union)
    }

    /// Kept answers expire this many days after today.
    const KEPT_DAYS: i64 = 30;

    /// The day until which the answers are to be kept; none if they are not.
    #[must_use]
    pub fn keep_until(&self) -> Option<Date> {
        self.keep.then(|| self.expiry())
    }

    /// The day until which answers are kept from today on.
    #[must_use]
    pub fn expiry(&self) -> Date {
        self.today.saturating_add(time::Duration::days(Self::KEPT_DAYS))
    }

    /// Whether something was cleared, or somebody taken out, that can be had back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.before.is_some()
    }

    /// How many steps lie behind; 0 at the beginning.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.steps_behind.len()
    }

    /// Every question that is asked, answered or not, in asking order.
    #[must_use]
    pub fn questions_asked(&self) -> Vec<Question> {
        let edition = self.edition().or(self.law.first());
        let mut asked = edition.map(|edition| asked_facts(edition, &self.application)).unwrap_or_default();
        for finding in &self.report.findings {
            let document = finding.requirement.document();
            asked.extend(
                document.map(|document| Question { subject: Subject::Document(document), person: finding.person }),
            );
        }
        asked
    }

    /// The next question that is open and was not answered with "I do not know yet". Of a paper that is the same as another the other is
    /// asked for.
    #[must_use]
    pub fn next_question(&self) -> Option<Question> {
        let is_open = |question: &Question| !self.unknown.contains(question) && self.listed_as(*question).is_none();
        self.report.unanswered.iter().copied().find(is_open)
    }

    /// The answers about a person or about the application.
    #[must_use]
    pub fn answers(&self, person: Option<usize>) -> Answers {
        self.application.answers_of(person)
    }

    /// How a document is held.
    #[must_use]
    pub fn held(&self, person: Option<usize>, document: Document) -> Held {
        self.application.documents_of(person).get(document)
    }

    /// Whether a question has an answer.
    #[must_use]
    pub fn is_answered(&self, question: Question) -> bool {
        match question.subject {
            Subject::Fact(fact) => self.answers(question.person).get(fact).is_some(),
            Subject::Document(document) => self.held(question.person, document).form.is_some(),
        }
    }

    /// Whether a question has an answer, or is known not to have one yet.
    #[must_use]
    pub fn is_settled(&self, question: Question) -> bool {
        self.is_answered(question) || self.unknown.contains(&question)
    }

    /// Does what the applicant did.
    pub fn apply(&mut self, action: &Action) {
        self.idle = false;
        if *action != Action::Forget {
            self.fate = Fate::Stands;
        }
        let was = self.report.verdict;
        self.record(action);
        self.keep_same_papers();
        (self.report, self.forms) = check_with_forms(self.law, &self.application);
        self.move_on(action, was);
    }

    /// Takes up what the applicant did, before anything follows from it.
    pub(super) fn record(&mut self, action: &Action) {
        match *action {
            Action::Go(stage) if self.steps_behind.last() == Some(&(stage, self.current)) => self.back(),
            Action::Go(stage) => self.go_to(stage, self.current),
            Action::Answer(person, answer) => self.set_answer(person, answer),
            Action::Hold(person, document, form) => self.set_form(person, document, form),
            Action::ValidUntil(person, document, day) => self.set_valid_until(person, document, day),
            Action::Unknown(question) => self.do_not_know(question),
            Action::Change(question) => self.go_to(Stage::Check, Some(question)),
            Action::SeeAnswer => self.go_to(Stage::Check, None),
            Action::Back => self.back(),
            Action::AddPerson => self.add_person(),
            Action::RemovePerson(index) => self.remove_person(index),
            Action::SamePaper(index) => self.choose_same_paper(index),
            Action::SameCertificate(index) => self.same_certificate(index),
            Action::VisitDate(day) => self.application.visit_date = day,
            Action::RefusedOn(day) => self.refused_on = day,
            Action::Keep(keep) => self.keep = keep,
            Action::Idle(idle) => self.idle = idle,
            Action::Clear => self.clear(),
            Action::Undo => self.undo(),
            Action::Forget => self.before = None,
            Action::Wipe => *self = Self { fate: Fate::Wiped, ..self.blank() },
        }
    }

    fn blank(&self) -> Self {
        Self::new(self.law, self.today, self.today)
    }

    /// Cleared twice, what was said before the first time can be had back.
    fn clear(&mut self) {
        let blank = Self { fate: Fate::Cleared, ..self.blank() };
        if self.application.people.iter().any(|person| person.answers != Answers::UNKNOWN) {
            self.leave_for(blank);
        } else {
            *self = Self { before: self.before.take(), ..blank };
        }
    }

    /// Becomes another state, from which this one can be had back.
    fn leave_for(&mut self, another: Self) {
        self.before = None;
        let before = std::mem::replace(self, another);
        self.before = Some(Box::new(before));
    }

    /// The same state with somebody less to come; what follows from it is judged anew, so that is not carried over.
    fn lessened(&self) -> Self {
        Self {
            application: self.application.clone(),
            unknown: self.unknown.clone(),
            steps_behind: self.steps_behind.clone(),
            current: self.current,
            stage: self.stage,
            same_paper: self.same_paper,
            refused_on: self.refused_on,
            keep: self.keep,
            fate: Fate::Lessened,
            ..self.blank()
        }
    }

    fn undo(&mut self) {
        if let Some(before) = self.before.take() {
            *self = Self { fate: Fate::Returned, ..*before };
        }
    }

    fn set_answer(&mut self, person: Option<usize>, answer: Answer) {
        self.forget_unknown(Question { subject: Subject::Fact(answer.fact()), person });
        if self.answers(person).get(answer.fact()).is_some_and(|was| was != answer) {
            self.forget_papers_of_another(person, answer.fact());
        }
        self.set_answers(person, self.answers(person).with(answer));
    }

    /// Who applies now, or whose home it is, may be somebody else: the papers of the one before are not theirs.
    fn forget_papers_of_another(&mut self, person: Option<usize>, fact: Fact) {
        let papers: &[Document] = match fact {
            Fact::Applicant => {
                &[Document::RepresentativeIdentity, Document::ProofOfAuthority, Document::PowerOfAttorney]
            }
            Fact::Residence => &[Document::OwnerIdentity, Document::OwnerConsent, Document::InstitutionRequest],
            _ => return,
        };
        for document in papers {
            let person = if document.of() == Of::Person { person } else { None };
            self.set_held(person, *document, Held::default());
        }
        if fact == Fact::Residence {
            self.set_answers(None, self.answers(None).without(Fact::OwnerPresent));
        }
    }

    fn set_answers(&mut self, person: Option<usize>, answers: Answers) {
        match person {
            None => self.application.answers = answers,
            Some(index) => {
                if let Some(person) = self.application.people.get_mut(index) {
                    person.answers = answers;
                }
            }
        }
    }

    /// Which day it is that a document ended on may be said, and need not.
    fn set_form(&mut self, person: Option<usize>, document: Document, form: Option<Form>) {
        self.forget_unknown(Question { subject: Subject::Document(document), person });
        let day = self.date_on(person, document);
        let held = if form.is_some() {
            Held { form, valid_until: day }
        } else {
            let past = day.filter(|day| *day < self.application.visit_date).or(Some(SOME_DAY_BEFORE));
            Held { form: Some(Form::Original), valid_until: past }
        };
        self.set_held(person, document, held);
        match (document, person) {
            (Document::RepresentativeIdentity, _) => self.same_paper = None,
            (Document::ProofOfAuthority, Some(index)) => self.same_certificate.retain(|same| *same != index),
            _ => {}
        }
    }

    /// The day that stands on a document, if it was said.
    #[must_use]
    pub fn date_on(&self, person: Option<usize>, document: Document) -> Option<Date> {
        self.held(person, document).valid_until.filter(|day| *day != SOME_DAY_BEFORE)
    }

    fn set_valid_until(&mut self, person: Option<usize>, document: Document, day: Option<Date>) {
        self.set_held(person, document, Held { valid_until: day, ..self.held(person, document) });
    }

    fn set_held(&mut self, person: Option<usize>, document: Document, held: Held) {
        let documents = match person {
            None => Some(&mut self.application.documents),
            Some(index) => self.application.people.get_mut(index).map(|person| &mut person.documents),
        };
        if let Some(documents) = documents {
            *documents = documents.with(document, held);
        }
    }

    /// Takes an answer back, and remembers that it is not known yet.
    fn do_not_know(&mut self, question: Question) {
        let person = question.person;
        match question.subject {
            Subject::Document(document) => {
                self.set_held(person, document, Held { form: None, valid_until: self.date_on(person, document) });
            }
            Subject::Fact(fact) => {
                self.forget_papers_of_another(person, fact);
                self.set_answers(person, self.answers(person).without(fact));
            }
        }
        if !self.unknown.contains(&question) {
            self.unknown.push(question);
        }
    }

    fn forget_unknown(&mut self, question: Question) {
        self.unknown.retain(|unknown| *unknown != question);
    }

    fn add_person(&mut self) {
        if self.application.people.len() < crate::facts::application::MOST_PEOPLE {
            self.application.people.push(Person::default());
        }
    }

    /// Takes a person out; what was said of the people after them moves up.
    fn remove_person(&mut self, index: usize) {
        if index >= self.application.people.len() || self.application.people.len() == 1 {
            return;
        }
        self.leave_for(self.lessened());
        let mut places = 0..;
        self.application.people.retain(|_| places.next() != Some(index));
        let stays = |question: &mut Question| {
            let is_theirs = question.person == Some(index);
            question.person = question.person.map(|person| person - usize::from(person > index));
            !is_theirs
        };
        self.unknown.retain_mut(stays);
        self.steps_behind.retain_mut(|(_, question)| question.as_mut().is_none_or(stays));
        self.steps_behind.dedup();
        let moved = |same: usize| if same == index { None } else { Some(same - usize::from(same > index)) };
        self.same_paper = self.same_paper.and_then(moved);
        self.same_certificate = self.same_certificate.iter().copied().filter_map(moved).collect();
        self.owner_may_be_gone();
    }

    /// Of a home that belonged to some of them it is asked again whose it is: the owner may be the one who was taken out.
    fn owner_may_be_gone(&mut self) {
        let belonged_to_some = Answer::set(&[Answer::Own, Answer::OwnerAmongUs]);
        if self.answers(None).given().meets(belonged_to_some) {
            self.forget_papers_of_another(None, Fact::Residence);
            self.set_answers(None, self.answers(None).without(Fact::Residence));
        }
    }

    fn choose_same_paper(&mut self, index: usize) {
        self.same_paper = Some(index);
        self.is_held_as(Some(index), Document::IdentityDocument, self.held(None, Document::RepresentativeIdentity));
        self.forget_unknown(Question { subject: Subject::Document(Document::RepresentativeIdentity), person: None });
    }

    /// What was said of a paper counts for the one that is the same, if nothing was said of that.
    fn is_held_as(&mut self, person: Option<usize>, document: Document, held: Held) {
        let question = Question { subject: Subject::Document(document), person };
        if held.form.is_some() && !self.is_answered(question) {
            self.forget_unknown(question);
            self.set_held(person, document, held);
        }
    }

    fn same_certificate(&mut self, index: usize) {
        self.same_certificate.push(index);
        let proof = self.held(Some(index), Document::ProofOfAuthority);
        self.is_held_as(Some(index), Document::BirthCertificate, proof);
        let proof = Subject::Document(Document::ProofOfAuthority);
        self.forget_unknown(Question { subject: proof, person: Some(index) });
    }

    /// Whether a person's birth certificate may be what proves the authority of the one who applies: a parent.
    #[must_use]
    pub fn certificate_may_prove(&self, index: usize) -> bool {
        self.answers(Some(index)).get(Fact::Applicant) == Some(Answer::Parent)
            && self.wanted(Requirement::BirthCertificate, index).is_some()
    }

    /// The people whose own identity document may be the representative's.
    #[must_use]
    pub fn representatives(&self) -> Vec<usize> {
        let may_represent = |index: &usize| {
            let answers = self.answers(Some(*index));
            answers.get(Fact::Age) == Some(Answer::Adult)
                && answers.get(Fact::Applicant) == Some(Answer::Oneself)
                && self.wanted(Requirement::IdentityDocument, *index).is_some()
        };
        (0..self.application.people.len()).filter(may_represent).collect()
    }

    /// The other paper that this one is and is listed as, where one paper answers two questions and the other is wanted too.
    #[must_use]
    pub fn listed_as(&self, paper: Question) -> Option<&Finding> {
        match (paper.subject, paper.person) {
            (Subject::Document(Document::RepresentativeIdentity), _) => {
                self.wanted(Requirement::IdentityDocument, self.same_paper?)
            }
            (Subject::Document(Document::ProofOfAuthority), Some(index)) if self.same_certificate.contains(&index) => {
                self.wanted(Requirement::BirthCertificate, index)
            }
            _ => None,
        }
    }

    /// What else a paper answers: the finding about the paper that is listed as this one.
    #[must_use]
    pub fn also_answers(&self, paper: &Finding) -> Option<&Finding> {
        let is_it = |it: Question| self.listed_as(it) == Some(paper);
        self.report.findings.iter().find(|finding| paper_of(finding).is_some_and(is_it))
    }

    /// The finding about what a person needs, or may need.
    fn wanted(&self, requirement: Requirement, person: usize) -> Option<&Finding> {
        let mut findings = self.report.findings.iter();
        findings.find(|finding| finding.person == Some(person) && finding.requirement == requirement)
    }

    /// Where one paper answers two questions, both are held alike.
    fn keep_same_papers(&mut self) {
        let parents =
            |state: &Self, index: &usize| state.answers(Some(*index)).get(Fact::Applicant) == Some(Answer::Parent);
        let same: Vec<usize> = self.same_certificate.iter().copied().filter(|index| parents(self, index)).collect();
        for index in &same {
            let form = self.held(Some(*index), Document::BirthCertificate);
            self.set_held(Some(*index), Document::ProofOfAuthority, form);
        }
        self.same_certificate = same;
        self.same_paper = self.same_paper.filter(|same| self.representatives().contains(same));
        if let Some(index) = self.same_paper {
            let held = self.held(Some(index), Document::IdentityDocument);
            self.set_held(None, Document::RepresentativeIdentity, held);
        }
    }

    /// After an answer the next question comes, and after the last one the answer; someone out of scope is told at once.
    fn move_on(&mut self, action: &Action, was: Verdict) {
        let is_told = self.report.verdict != was && self.report.verdict == Verdict::NotThisService;
        match action {
            Action::Answer(..)
            | Action::Hold(..)
            | Action::Unknown(_)
            | Action::SamePaper(_)
            | Action::SameCertificate(_) => {
                let next = if is_told { None } else { self.next_question() };
                self.go_to(self.stage, next);
            }
            Action::AddPerson => {
                let added = self.application.people.len().checked_sub(1);
                let theirs = self.report.unanswered.iter().copied().find(|question| question.person == added);
                self.go_to(self.stage, theirs.or(self.next_question()));
            }
            Action::RemovePerson(_) | Action::Clear | Action::Wipe => {
                self.current = self.next_question();
                self.steps_behind.pop_if(|last| *last == (self.stage, self.current));
            }
            _ => {}
        }
    }

    fn go_to(&mut self, stage: Stage, question: Option<Question>) {
        let here = (self.stage, self.current);
        (self.stage, self.current) = (stage, question);
        if here != (stage, question) {
            self.steps_behind.push(here);
        }
    }

    fn back(&mut self) {
        let (stage, question) = self.steps_behind.pop().unwrap_or((Stage::Start, self.current));
        self.stage = stage;
        self.current = question.filter(|question| self.questions_asked().contains(question));
    }
}

/// The paper that a finding is about.
pub(super) fn paper_of(finding: &Finding) -> Option<Question> {
    let subject = Subject::Document(finding.requirement.document()?);
    Some(Question { subject, person: finding.person })
}

/// The id of what a question asks about.
#[must_use]
pub(super) fn subject_id(subject: Subject) -> &'static str {
    match subject {
        Subject::Fact(fact) => fact.id(),
        Subject::Document(document) => document.id(),
    }
}

/// The answer that a document is past its date, among its forms.
pub(super) const PAST_ITS_DATE: &str = "expired";

/// The parts of an action's name in the page: its kind, the person (empty: the application), what and which.
fn joined_name(kind: &str, person: Option<usize>, what: &str, which: &str) -> String {
    let person = person.map(digits).unwrap_or_default();
    [kind, ":", &person, ":", what, ":", which].concat()
}

const STAGES: &[(Stage, &str)] = &[
    (Stage::Start, "start"),
    (Stage::Check, "check"),
    (Stage::VisitSheet, "visit_sheet"),
    (Stage::OwnerSheet, "owner_sheet"),
    (Stage::ConsentForm, "consent_form"),
    (Stage::Appeal, "appeal"),
    (Stage::Complaint, "complaint"),
];

impl Action {
    /// The action's name, as it stands in the page; read back by [`Action::named`]. A date is left to be filled in.
    #[must_use]
    pub fn name(&self) -> String {
        let question = |kind, question: &Question| joined_name(kind, question.person, subject_id(question.subject), "");
        match self {
            Self::Go(stage) => {
                let id = STAGES.iter().find(|(known, _)| known == stage).map_or("", |(_, id)| id);
                joined_name("go", None, id, "")
            }
            Self::Answer(person, answer) => joined_name("answer", *person, answer.fact().id(), answer.id()),
            Self::Hold(person, document, form) => {
                joined_name("hold", *person, document.id(), form.map_or(PAST_ITS_DATE, Id::id))
            }
            Self::ValidUntil(person, document, _) => joined_name("valid_until", *person, document.id(), ""),
            Self::Unknown(about) => question("unknown", about),
            Self::Change(about) => question("change", about),
            Self::SeeAnswer => "see_answer".into(),
            Self::Back => "back".into(),
            Self::AddPerson => "add_person".into(),
            Self::RemovePerson(person) => joined_name("remove_person", Some(*person), "", ""),
            Self::SamePaper(person) => joined_name("same_paper", Some(*person), "", ""),
            Self::SameCertificate(person) => joined_name("same_certificate", Some(*person), "", ""),
            Self::VisitDate(_) => "visit_date".into(),
            Self::RefusedOn(_) => "refused_on".into(),
            Self::Keep(_) => "keep".into(),
            Self::Idle(idle) => joined_name("idle", None, if *idle { "yes" } else { "no" }, ""),
            Self::Clear => "clear".into(),
            Self::Undo => "undo".into(),
            Self::Forget => "forget".into(),
            Self::Wipe => "wipe".into(),
        }
    }

    /// The action with this name, and the date typed where it takes one; none if there is no such action.
    #[must_use]
    pub fn named(name: &str, typed: &str) -> Option<Self> {
        let mut parts = parts(name, b':');
        let (kind, person) = (parts.next()?, parts.next().and_then(|person| person.parse().ok()));
        let (what, which) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let date = crate::facts::day::parse_date(typed);
        Some(match kind {
            "go" => Self::Go(STAGES.iter().find(|(_, id)| *id == what)?.0),
            "answer" => {
                let answers = from_id::<Fact>(what)?.answers();
                Self::Answer(person, answers.iter().find(|answer| answer.id() == which)?)
            }
            "hold" => {
                let document: Document = from_id(what)?;
                let is_past = which == PAST_ITS_DATE && document.has_valid_until();
                Self::Hold(person, document, if is_past { None } else { Some(from_id(which)?) })
            }
            "valid_until" => Self::ValidUntil(person, from_id(what)?, date),
            "unknown" => Self::Unknown(Question { subject: subject(what)?, person }),
            "change" => Self::Change(Question { subject: subject(what)?, person }),
            "see_answer" => Self::SeeAnswer,
            "back" => Self::Back,
            "add_person" => Self::AddPerson,
            "remove_person" => Self::RemovePerson(person?),
            "same_paper" => Self::SamePaper(person?),
            "same_certificate" => Self::SameCertificate(person?),
            "visit_date" => Self::VisitDate(date?),
            "refused_on" => Self::RefusedOn(date),
            "keep" => Self::Keep(typed == "true"),
            "idle" => Self::Idle(what == "yes"),
            "clear" => Self::Clear,
            "undo" => Self::Undo,
            "forget" => Self::Forget,
            "wipe" => Self::Wipe,
            _ => return None,
        })
    }
}

fn subject(id: &str) -> Option<Subject> {
    from_id(id).map(Subject::Fact).or_else(|| from_id(id).map(Subject::Document))
}
