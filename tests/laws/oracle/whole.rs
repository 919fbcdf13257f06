//! An application in which everything is known: sections 1 to 5 of the rules, with plain yes and no.
//!
//! Knows the rules as a reader of their tables does; must not know how the crate writes or evaluates them.

use time::Date;
use tirkeu::{
    Answer, Application, Basis, Citation, Counter, Document, Elsewhere, Fact, Form, Held, Person, Procedure, Reason,
    Requirement, Set, Status, Verdict, date,
};

use Basis::{Conflict, General, Stated, Unclear};
use Citation::{
    O267Consent, O267List8, O267List8p1, O267List8p2, O267p3, O267p4, R677p3, R677p4, R677p7p1, R677p7p2, R677p8,
    R677p13, S1a, S1b, S1c, S1d,
};
use Status::{Absent, Ask, Expired, FormNotAccepted, Missing, NotEntitled, Satisfied};

/// The first days of the editions.
pub(crate) const EDITIONS: [Date; 3] = [FIRST, WITH_677, WITH_916];

const FIRST: Date = date(2024, 3, 16);
const WITH_677: Date = date(2024, 9, 24);
const WITH_916: Date = date(2025, 11, 30);

/// One line of the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub requirement: Requirement,
    pub person: Option<usize>,
    pub status: Status,
    pub basis: Basis,
    pub sources: Set<Citation>,
}

/// What a whole application leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    pub verdict: Verdict,
    pub lines: Vec<Line>,
    pub elsewhere: Vec<Elsewhere>,
    /// What is applied for on behalf of each person; nothing for those who are not in scope.
    pub of_each: Vec<Option<Procedure>>,
}

impl Whole {
    /// What is applied for.
    pub(crate) fn procedures(&self) -> Vec<Procedure> {
        let order = [Procedure::Permanent, Procedure::Temporary, Procedure::Accounting];
        order.into_iter().filter(|procedure| self.of_each.contains(&Some(*procedure))).collect()
    }

    /// Where to go.
    pub(crate) fn counters(&self) -> Vec<Counter> {
        let goes = |to: &Counter| self.of_each.iter().flatten().any(|procedure| counter(*procedure) == *to);
        [Counter::StateCorporation, Counter::Police].into_iter().filter(goes).collect()
    }
}

/// Where one goes for it.
pub(crate) fn counter(procedure: Procedure) -> Counter {
    match procedure {
        Procedure::Permanent | Procedure::Temporary => Counter::StateCorporation,
        Procedure::Accounting => Counter::Police,
    }
}

type Outcome = (Status, Basis);

const YES: Outcome = (Satisfied, Stated);
const REFUSED: Outcome = (FormNotAccepted, Stated);
const LONG_AGO: Outcome = (Expired, General);
const LACKING: Outcome = (Missing, Stated);
const ASK: Outcome = (Ask, Unclear);
const CONFLICT: Outcome = (Ask, Conflict);

/// What the row that applies says, and what it is taken from.
type Said = Option<(Outcome, Set<Citation>)>;

/// The report on a whole application under the edition that began on this day.
pub(crate) fn judge(edition: Date, application: &Application) -> Whole {
    let visit = Visit { edition, application };
    let elsewhere = visit.elsewhere();
    let lines = visit.lines();
    let of_each = application.people().iter().map(|person| visit.procedure(person)).collect();
    Whole { verdict: visit.verdict(&lines), lines, elsewhere, of_each }
}

const APPLICATION: [Requirement; 6] = [
    Requirement::RepresentativeIdentity,
    Requirement::OwnerIdentity,
    Requirement::OwnerConsent,
    Requirement::InstitutionRequest,
    Requirement::OwnerPresence,
    Requirement::WhoseConsent,
];

const PERSON: [Requirement; 6] = [
    Requirement::IdentityDocument,
    Requirement::BirthCertificate,
    Requirement::ProofOfAuthority,
    Requirement::PowerOfAttorney,
    Requirement::OwnRegistration,
    Requirement::RightToApply,
];

/// One application under the edition that began on this day.
#[derive(Clone, Copy)]
struct Visit<'a> {
    edition: Date,
    application: &'a Application,
}

impl Visit<'_> {
    fn since_677(self) -> bool {
        self.edition >= WITH_677
    }

    /// "+677.x": the citation is there from the second edition.
    fn later(self, citations: &[Citation]) -> Set<Citation> {
        if self.since_677() { Citation::set(citations) } else { Set::EMPTY }
    }

    /// What was no conflict before there was a second text.
    fn conflict_later(self) -> Outcome {
        if self.since_677() { CONFLICT } else { ASK }
    }

    fn answer(self, fact: Fact) -> Answer {
        self.application.answers.get(fact).expect("a whole application")
    }

    fn has_status_in_scope(self, person: &Person) -> bool {
        match status(person) {
            Answer::Foreigner | Answer::Stateless | Answer::Refugee => true,
            Answer::AsylumSeeker => self.since_677(),
            _ => false,
        }
    }

    fn is_exempt(self, person: &Person) -> bool {
        self.since_677()
            && resides(person)
            && age(person) == Answer::Under14
            && self.answer(Fact::Service) == Answer::Temporary
    }

    fn is_in_scope(self, person: &Person) -> bool {
        self.has_status_in_scope(person) && !self.is_exempt(person)
    }

    fn procedure(self, person: &Person) -> Option<Procedure> {
        if !self.is_in_scope(person) {
            return None;
        }
        Some(match (status(person), self.answer(Fact::Service)) {
            (Answer::Refugee | Answer::AsylumSeeker, _) => Procedure::Accounting,
            (_, Answer::Permanent) => Procedure::Permanent,
            (_, Answer::Temporary) => Procedure::Temporary,
            (_, other) => panic!("{other:?} is no service"),
        })
    }

    fn elsewhere(self) -> Vec<Elsewhere> {
        let people = self.application.people().iter().enumerate();
        let outside = people.filter(|(_, person)| !self.is_in_scope(person));
        outside.map(|(index, person)| Elsewhere { person: index, reason: reason(person) }).collect()
    }

    fn verdict(self, lines: &[Line]) -> Verdict {
        let people = self.application.people();
        let all_belong = people.iter().all(|person| self.has_status_in_scope(person));
        let somebody_is_in_scope = people.iter().any(|person| self.is_in_scope(person));
        if !all_belong || !somebody_is_in_scope {
            Verdict::NotThisService
        } else if lines.iter().any(|line| is_failure(line.status)) {
            Verdict::Incomplete
        } else if lines.iter().any(|line| line.status == Ask) {
            Verdict::Ask
        } else {
            Verdict::Complete
        }
    }

    fn lines(self) -> Vec<Line> {
        let in_scope = || self.application.people().iter().enumerate().filter(|(_, person)| self.is_in_scope(person));
        let mut lines = Vec::with_capacity(12);
        let mut add = |requirement, person, said: Said| {
            lines.extend(said.map(|((status, basis), sources)| Line { requirement, person, status, basis, sources }));
        };
        if in_scope().next().is_some() {
            for requirement in APPLICATION {
                add(requirement, None, self.of_application(requirement));
            }
        }
        for (index, person) in in_scope() {
            for requirement in PERSON {
                add(requirement, Some(index), self.of_person(requirement, person));
            }
        }
        lines
    }
}

/// The application's requirements, row by row.
impl Visit<'_> {
    fn of_application(self, requirement: Requirement) -> Said {
        match requirement {
            Requirement::RepresentativeIdentity => self.representative_identity(),
            Requirement::OwnerIdentity => self.owner_identity(),
            Requirement::OwnerConsent => self.owner_consent(),
            Requirement::InstitutionRequest => self.institution_request(),
            Requirement::OwnerPresence => self.owner_presence(),
            Requirement::WhoseConsent => self.whose_consent(),
            other => panic!("{other:?} is not the application's"),
        }
    }

    fn residence(self) -> Answer {
        self.answer(Fact::Residence)
    }

    fn someone_is_represented(self) -> bool {
        let represented = [Answer::Parent, Answer::Guardian, Answer::Trustee, Answer::Attorney];
        let mut in_scope = self.application.people().iter().filter(|person| self.is_in_scope(person));
        in_scope.any(|person| represented.contains(&applicant(person)))
    }

    fn held(self, document: Document, paper: &Paper) -> Outcome {
        paper.outcome(self.application.documents.get(document), self.application.visit_date)
    }

    fn representative_identity(self) -> Said {
        let outcome = self.held(Document::RepresentativeIdentity, &IDENTITY);
        self.someone_is_represented().then_some((outcome, Citation::set(&[S1a, O267List8p2])))
    }

    fn owner_identity(self) -> Said {
        let co_owned = self.residence() == Answer::CoOwned;
        if !co_owned && self.residence() != Answer::OtherOwner {
            return None;
        }
        let comes = self.answer(Fact::OwnerPresent);
        let sends = comes == Answer::OwnerPresentProxy || co_owned && comes == Answer::OwnerPresentSome;
        let sources = Citation::set(&[S1a, S1c, O267List8p1]).union(self.later(&[R677p7p2]));
        let (paper, sources) = if self.since_677() && sends {
            (Paper { electronic: CONFLICT, copy: CONFLICT, expired: Some(CONFLICT), none: CONFLICT }, sources)
        } else if co_owned && self.edition < WITH_916 {
            (Paper { copy: ASK, expired: Some(ASK), none: ASK, ..IDENTITY }, sources.with(O267Consent))
        } else {
            (IDENTITY, sources)
        };
        Some((self.held(Document::OwnerIdentity, &paper), sources))
    }

    fn owner_consent(self) -> Said {
        let is_wanted = match self.residence() {
            Answer::OwnerAmongUs | Answer::OtherOwner | Answer::CoOwned => true,
            Answer::Own => !self.since_677(),
            _ => false,
        };
        let paper = Paper { electronic: self.conflict_later(), copy: ASK, expired: None, none: CONFLICT };
        let sources = Citation::set(&[S1c, O267p3, O267List8p1, O267Consent]).union(self.later(&[R677p4, R677p7p2]));
        is_wanted.then(|| (self.held(Document::OwnerConsent, &paper), sources))
    }

    fn institution_request(self) -> Said {
        let paper = Paper { electronic: ASK, copy: ASK, expired: None, none: LACKING };
        let sources = Citation::set(&[S1d, O267List8p1]).union(self.later(&[R677p7p2]));
        let is_wanted = self.residence() == Answer::Institution;
        is_wanted.then(|| (self.held(Document::InstitutionRequest, &paper), sources))
    }

    fn owner_presence(self) -> Said {
        let sources = Citation::set(&[O267List8p1]).union(self.later(&[R677p7p2]));
        match self.residence() {
            Answer::Own if self.someone_is_represented() => Some((self.conflict_later(), sources.with(O267List8))),
            Answer::OwnerAmongUs | Answer::OtherOwner | Answer::CoOwned => Some((self.who_comes(), sources)),
            _ => None,
        }
    }

    fn who_comes(self) -> Outcome {
        match self.answer(Fact::OwnerPresent) {
            Answer::OwnerPresentYes => YES,
            Answer::OwnerPresentSome => ASK,
            Answer::OwnerPresentProxy => self.conflict_later(),
            Answer::OwnerPresentNo => (Absent, Stated),
            other => panic!("{other:?} does not say who comes"),
        }
    }

    fn whose_consent(self) -> Said {
        let is_open = match self.residence() {
            Answer::StateHousing => true,
            Answer::Institution => !self.since_677(),
            _ => false,
        };
        is_open.then(|| (self.conflict_later(), Citation::set(&[O267Consent]).union(self.later(&[R677p4]))))
    }
}

/// A person's requirements, row by row.
impl Visit<'_> {
    fn of_person(self, requirement: Requirement, person: &Person) -> Said {
        match requirement {
            Requirement::IdentityDocument => self.identity_document(person),
            Requirement::BirthCertificate => self.birth_certificate(person),
            Requirement::ProofOfAuthority => self.proof_of_authority(person),
            Requirement::PowerOfAttorney => self.power_of_attorney(person),
            Requirement::OwnRegistration => self.own_registration(person),
            Requirement::RightToApply => Some(right_to_apply(person)),
            other => panic!("{other:?} is not a person's"),
        }
    }

    fn held_by(self, person: &Person, document: Document, paper: &Paper) -> Outcome {
        paper.outcome(person.documents.get(document), self.application.visit_date)
    }

    /// 677.7.1 of those who reside here; of refugees by way of 677.8, which asks for the same papers.
    fn papers_by_677(self, person: &Person) -> Set<Citation> {
        match status(person) {
            Answer::Refugee => self.later(&[R677p7p1, R677p8]),
            Answer::AsylumSeeker => Set::EMPTY,
            _ => self.later(&[R677p7p1]),
        }
    }

    fn identity_document(self, person: &Person) -> Said {
        let may_be_in_a_parents = match (age(person), status(person)) {
            (Answer::Aged16To17, Answer::Refugee | Answer::AsylumSeeker) => true,
            (Answer::Aged16To17, _) => false,
            (Answer::Adult, status) => status == Answer::AsylumSeeker,
            _ => return None,
        };
        let doubted = Paper { copy: ASK, expired: Some(ASK), none: ASK, ..IDENTITY };
        let paper = if may_be_in_a_parents { doubted } else { IDENTITY };
        let mut sources = Citation::set(&[S1a, S1d, O267List8p2]).union(self.papers_by_677(person));
        if resides(person) {
            sources = sources.with(O267p4);
        }
        Some((self.held_by(person, Document::IdentityDocument, &paper), sources))
    }

    fn birth_certificate(self, person: &Person) -> Said {
        let mut sources = Citation::set(&[O267List8p2]).union(self.papers_by_677(person));
        match age(person) {
            Answer::Aged14To15 | Answer::Aged16To17 => sources = sources.with(S1d),
            Answer::Under14 if self.since_677() => {}
            _ => return None,
        }
        let open = if status(person) == Answer::AsylumSeeker { ASK } else { self.conflict_later() };
        let paper = Paper { electronic: YES, copy: open, expired: None, none: open };
        Some((self.held_by(person, Document::BirthCertificate, &paper), sources))
    }

    fn proof_of_authority(self, person: &Person) -> Said {
        let by_law = matches!(applicant(person), Answer::Parent | Answer::Guardian | Answer::Trustee);
        let paper = Paper { electronic: ASK, copy: ASK, expired: None, none: LACKING };
        let is_wanted = by_law && (age(person) != Answer::Adult || is_incapacitated(person));
        is_wanted.then(|| (self.held_by(person, Document::ProofOfAuthority, &paper), AUTHORITY))
    }

    fn power_of_attorney(self, person: &Person) -> Said {
        let paper = Paper { electronic: ASK, copy: REFUSED, expired: Some(LONG_AGO), none: LACKING };
        let is_wanted = applicant(person) == Answer::Attorney;
        is_wanted.then(|| (self.held_by(person, Document::PowerOfAttorney, &paper), AUTHORITY))
    }

    fn own_registration(self, person: &Person) -> Said {
        match age(person) {
            Answer::Under14 => Some(self.child_under_14(person)),
            Answer::Aged14To15 if self.since_677() => self.child_of_14_or_15(person),
            Answer::Adult if is_incapacitated(person) => {
                let sources = if resides(person) { self.later(&[R677p3]) } else { Set::EMPTY };
                Some((ASK, sources))
            }
            _ => None,
        }
    }

    fn child_under_14(self, person: &Person) -> (Outcome, Set<Citation>) {
        let (outcome, more) = match status(person) {
            Answer::AsylumSeeker => (ASK, Set::EMPTY),
            Answer::Refugee => (self.conflict_later(), self.later(&[R677p7p1, R677p8, R677p13])),
            _ => (self.conflict_later(), self.later(&[R677p3, R677p7p1])),
        };
        (outcome, more.with(O267List8p2))
    }

    fn child_of_14_or_15(self, person: &Person) -> Said {
        let sources = Citation::set(&[O267List8p2, R677p13]);
        let is_temporary = self.answer(Fact::Service) == Answer::Temporary;
        match status(person) {
            Answer::Refugee => Some((CONFLICT, sources.with(R677p8))),
            Answer::Foreigner | Answer::Stateless if is_temporary => Some((CONFLICT, sources)),
            _ => None,
        }
    }
}

/// Why somebody who is not in scope is not: by their status, or else as a child who is exempt.
fn reason(person: &Person) -> Reason {
    match status(person) {
        Answer::Citizen => Reason::Citizen,
        Answer::TemporaryPermit => Reason::TemporaryPermit,
        Answer::Visitor => Reason::Visitor,
        Answer::AsylumSeeker => Reason::AsylumSeeker,
        _ => Reason::Under14Temporary,
    }
}

const AUTHORITY: Set<Citation> = Citation::set(&[S1b, O267List8]);

#[expect(clippy::match_same_arms, reason = "row by row, as the rules have it")]
fn right_to_apply(person: &Person) -> (Outcome, Set<Citation>) {
    use Answer::{Administration, Attorney, Guardian, Oneself, Parent, Trustee};
    let outcome = match (age(person), applicant(person)) {
        (Answer::Under14, Parent | Guardian | Trustee | Attorney) => YES,
        (Answer::Under14, Administration) => ASK,
        (Answer::Under14, Oneself) => (NotEntitled, Stated),
        (Answer::Aged14To15 | Answer::Aged16To17, Parent | Guardian | Trustee | Attorney) => YES,
        (Answer::Aged14To15 | Answer::Aged16To17, Oneself | Administration) => ASK,
        (Answer::Adult, Parent | Guardian | Trustee | Attorney) if is_incapacitated(person) => YES,
        (Answer::Adult, Administration) if is_incapacitated(person) => ASK,
        (Answer::Adult, Oneself) if is_incapacitated(person) => (NotEntitled, Stated),
        (Answer::Adult, Oneself | Attorney) => YES,
        (Answer::Adult, Parent | Guardian | Trustee | Administration) => ASK,
        other => panic!("{other:?} is no age and applicant"),
    };
    let administration = Citation::set(&[S1d, O267List8p1]);
    let is_administration = applicant(person) == Administration;
    (outcome, if is_administration { AUTHORITY.union(administration) } else { AUTHORITY })
}

fn status(person: &Person) -> Answer {
    person.answers.get(Fact::Status).expect("a whole application")
}

fn age(person: &Person) -> Answer {
    person.answers.get(Fact::Age).expect("a whole application")
}

fn applicant(person: &Person) -> Answer {
    person.answers.get(Fact::Applicant).expect("a whole application")
}

/// Permanently, as a foreigner or without a citizenship.
fn resides(person: &Person) -> bool {
    matches!(status(person), Answer::Foreigner | Answer::Stateless)
}

/// Asked of adults only; said of anybody else it does not count.
fn is_incapacitated(person: &Person) -> bool {
    age(person) == Answer::Adult && person.answers.get(Fact::Incapacitated) == Some(Answer::IncapacitatedYes)
}

/// The five that fail.
pub(crate) fn is_failure(status: Status) -> bool {
    matches!(status, Missing | FormNotAccepted | Expired | Absent | NotEntitled)
}

/// One row of the table of papers. An original satisfies everywhere; some papers carry no date.
struct Paper {
    electronic: Outcome,
    copy: Outcome,
    expired: Option<Outcome>,
    none: Outcome,
}

/// What is asked of most identity documents.
const IDENTITY: Paper = Paper { electronic: YES, copy: REFUSED, expired: Some(LONG_AGO), none: LACKING };

impl Paper {
    fn outcome(&self, held: Held, today: Date) -> Outcome {
        let is_past = held.valid_until.is_some_and(|last_day| last_day < today);
        match (held.form.expect("a whole application"), self.expired) {
            (Form::NotHeld, _) => self.none,
            (Form::Copy, _) => self.copy,
            (_, Some(expired)) if is_past => expired,
            (Form::Electronic, _) => self.electronic,
            (Form::Original, _) => YES,
        }
    }
}
