//! An application in which everything is known: sections 2 to 5 of the rules, with plain yes and no.

use time::Date;
use tirkeu::{
    Answer, Application, Basis, Citation, Document, Elsewhere, Fact, Form, Held, Person, Procedure, Requirement,
    Status, Verdict, date,
};

use Basis::{General, Reported, Stated, Unclear};
use Status::{Ask, Expired, FormNotAccepted, Missing, NotEntitled, Satisfied};

/// The first days of the two editions.
pub(crate) const EDITIONS: [Date; 2] = [date(2024, 3, 16), date(2025, 11, 30)];

/// One line of the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub requirement: Requirement,
    pub person: Option<usize>,
    pub status: Status,
    pub basis: Basis,
}

/// What a whole application leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    pub verdict: Verdict,
    pub lines: Vec<Line>,
    pub elsewhere: Vec<Elsewhere>,
    pub procedures: Vec<Procedure>,
}

type Outcome = (Status, Basis);

const YES: Outcome = (Satisfied, Stated);
const YES_REPORTED: Outcome = (Satisfied, Reported);
const REFUSED: Outcome = (FormNotAccepted, Stated);
const PAST: Outcome = (Expired, General);
const LACKING: Outcome = (Missing, Stated);
const ASK: Outcome = (Ask, Unclear);
const ASK_REPORTED: Outcome = (Ask, Reported);

/// The report on a whole application under the edition that began on this day.
pub(crate) fn judge(edition: Date, application: &Application) -> Whole {
    let people = || application.people().iter().enumerate();
    let mut lines = Vec::new();
    if application.people().iter().any(in_scope) {
        for requirement in APPLICATION {
            if let Some((status, basis)) = of_application(requirement, edition, application) {
                lines.push(Line { requirement, person: None, status, basis });
            }
        }
    }
    for (index, person) in people().filter(|(_, person)| in_scope(person)) {
        for requirement in PERSON {
            if let Some((status, basis)) = of_person(requirement, person, application.visit_date) {
                lines.push(Line { requirement, person: Some(index), status, basis });
            }
        }
    }
    let elsewhere: Vec<Elsewhere> = people()
        .filter(|(_, person)| !in_scope(person))
        .map(|(index, person)| Elsewhere { person: index, status: status(person) })
        .collect();
    Whole { verdict: verdict(&elsewhere, &lines), procedures: procedures(application), elsewhere, lines }
}

const APPLICATION: [Requirement; 7] = [
    Requirement::RepresentativeIdentity,
    Requirement::OwnerIdentity,
    Requirement::OwnerConsent,
    Requirement::InstitutionRequest,
    Requirement::OwnerPresence,
    Requirement::AllOwners,
    Requirement::Tenancy,
];

const PERSON: [Requirement; 5] = [
    Requirement::IdentityDocument,
    Requirement::ProofOfAuthority,
    Requirement::PowerOfAttorney,
    Requirement::ChildUnder14,
    Requirement::RightToApply,
];

fn verdict(elsewhere: &[Elsewhere], lines: &[Line]) -> Verdict {
    let failing = |line: &Line| matches!(line.status, Missing | FormNotAccepted | Expired | NotEntitled);
    if !elsewhere.is_empty() {
        Verdict::NotThisService
    } else if lines.iter().any(failing) {
        Verdict::Incomplete
    } else if lines.iter().any(|line| line.status == Ask) {
        Verdict::Ask
    } else {
        Verdict::Complete
    }
}

fn procedures(application: &Application) -> Vec<Procedure> {
    let wanted: Vec<Procedure> =
        application.people().iter().filter_map(|person| procedure(person, application)).collect();
    let order = [Procedure::Permanent, Procedure::Temporary, Procedure::Refugee];
    order.into_iter().filter(|procedure| wanted.contains(procedure)).collect()
}

/// What one person applies for; nothing if they are out of scope.
pub(crate) fn procedure(person: &Person, application: &Application) -> Option<Procedure> {
    match status(person) {
        Answer::Refugee => Some(Procedure::Refugee),
        Answer::Foreigner | Answer::Stateless => match application.answers.get(Fact::Service) {
            Some(Answer::Permanent) => Some(Procedure::Permanent),
            Some(Answer::Temporary) => Some(Procedure::Temporary),
            other => panic!("{other:?} is no service"),
        },
        _ => None,
    }
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

fn in_scope(person: &Person) -> bool {
    matches!(status(person), Answer::Foreigner | Answer::Stateless | Answer::Refugee)
}

/// Asked of adults only; said of anybody else it does not count.
fn incapacitated(person: &Person) -> bool {
    age(person) == Answer::Adult && person.answers.get(Fact::Incapacitated) == Some(Answer::IncapacitatedYes)
}

fn of_application(requirement: Requirement, edition: Date, application: &Application) -> Option<Outcome> {
    let residence = application.answers.get(Fact::Residence).expect("a whole application");
    let someones = |applicants: &[Answer]| {
        application.people().iter().any(|person| in_scope(person) && applicants.contains(&applicant(person)))
    };
    let owned_by_others = matches!(residence, Answer::OtherOwner | Answer::CoOwned);
    let held = |document| application.documents.get(document);
    let today = application.visit_date;
    match requirement {
        Requirement::RepresentativeIdentity => {
            let represented = someones(&[Answer::Parent, Answer::Guardian, Answer::Trustee, Answer::Attorney]);
            let paper = Paper { electronic: YES, copy: REFUSED, expired: Some(PAST), none: LACKING };
            represented.then(|| paper.outcome(held(Document::RepresentativeIdentity), today))
        }
        Requirement::OwnerIdentity => {
            let paper = Paper { electronic: YES, copy: REFUSED, expired: Some(PAST), none: LACKING };
            owned_by_others.then(|| paper.outcome(held(Document::OwnerIdentity), today))
        }
        Requirement::OwnerConsent => {
            let electronic = if edition < date(2025, 11, 30) { ASK } else { YES_REPORTED };
            let paper = Paper { electronic, copy: ASK, expired: None, none: LACKING };
            owned_by_others.then(|| paper.outcome(held(Document::OwnerConsent), today))
        }
        Requirement::InstitutionRequest => {
            let wanted = residence == Answer::Institution || someones(&[Answer::Administration]);
            let paper = Paper { electronic: ASK, copy: ASK, expired: None, none: LACKING };
            wanted.then(|| paper.outcome(held(Document::InstitutionRequest), today))
        }
        Requirement::OwnerPresence => {
            let asked = owned_by_others || residence == Answer::Own && someones(&[Answer::Attorney]);
            let comes = application.answers.get(Fact::OwnerPresent).expect("a whole application");
            asked.then_some(if comes == Answer::OwnerPresentYes { YES_REPORTED } else { ASK_REPORTED })
        }
        Requirement::AllOwners => (residence == Answer::CoOwned).then_some(ASK),
        Requirement::Tenancy => (residence == Answer::StateHousing).then_some(ASK),
        other => panic!("{other:?} is not the application's"),
    }
}

fn of_person(requirement: Requirement, person: &Person, today: Date) -> Option<Outcome> {
    let held = |document| person.documents.get(document);
    let minor = age(person) != Answer::Adult;
    match requirement {
        Requirement::IdentityDocument => {
            let electronic = if status(person) == Answer::Foreigner { YES } else { ASK };
            let paper = match age(person) {
                Answer::Under14 => return None,
                Answer::Aged14To15 => Paper { electronic, copy: ASK, expired: Some(ASK), none: ASK },
                _ => Paper { electronic, copy: REFUSED, expired: Some(PAST), none: LACKING },
            };
            Some(paper.outcome(held(Document::IdentityDocument), today))
        }
        Requirement::ProofOfAuthority => {
            let by_law = matches!(applicant(person), Answer::Parent | Answer::Guardian | Answer::Trustee);
            let paper = Paper { electronic: ASK, copy: ASK, expired: None, none: LACKING };
            (by_law && (minor || incapacitated(person))).then(|| paper.outcome(held(Document::ProofOfAuthority), today))
        }
        Requirement::PowerOfAttorney => {
            let paper = Paper { electronic: ASK, copy: REFUSED, expired: Some(PAST), none: LACKING };
            (applicant(person) == Answer::Attorney).then(|| paper.outcome(held(Document::PowerOfAttorney), today))
        }
        Requirement::ChildUnder14 => (age(person) == Answer::Under14).then_some(ASK),
        Requirement::RightToApply => Some(right_to_apply(person)),
        other => panic!("{other:?} is not a person's"),
    }
}

#[expect(clippy::match_same_arms, reason = "row by row, as the rules have it")]
fn right_to_apply(person: &Person) -> Outcome {
    use Answer::{Administration, Attorney, Guardian, Oneself, Parent, Trustee};
    const NOT_ENTITLED: Outcome = (NotEntitled, Stated);
    match (age(person), applicant(person)) {
        (Answer::Under14, Parent | Guardian) => YES,
        (Answer::Under14, Trustee | Attorney | Administration) => ASK,
        (Answer::Under14, Oneself) => NOT_ENTITLED,
        (Answer::Aged14To15 | Answer::Aged16To17, Parent | Trustee) => YES,
        (Answer::Aged14To15 | Answer::Aged16To17, Oneself | Guardian | Attorney | Administration) => ASK,
        (Answer::Adult, Guardian) if incapacitated(person) => YES,
        (Answer::Adult, Parent | Trustee | Attorney | Administration) if incapacitated(person) => ASK,
        (Answer::Adult, Oneself) if incapacitated(person) => NOT_ENTITLED,
        (Answer::Adult, Oneself | Attorney | Administration) => YES,
        (Answer::Adult, Parent | Guardian | Trustee) => ASK,
        other => panic!("{other:?} is no age and applicant"),
    }
}

/// One row of the table of papers. An original satisfies everywhere; some papers carry no date.
struct Paper {
    electronic: Outcome,
    copy: Outcome,
    expired: Option<Outcome>,
    none: Outcome,
}

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

/// What the row of a requirement is taken from; the applicant counts where it is the same in every completion.
#[expect(clippy::match_same_arms, reason = "row by row, as the rules have it")]
pub(crate) fn sources(requirement: Requirement, edition: Date, applicant: Option<Answer>) -> Vec<Citation> {
    use Citation::{S1a, S1b, S1c, S1d, S2, S3};
    match requirement {
        Requirement::RepresentativeIdentity => vec![S1a],
        Requirement::OwnerIdentity => vec![S1a, S1c],
        Requirement::OwnerConsent if edition < date(2025, 11, 30) => vec![S1c],
        Requirement::OwnerConsent => vec![S1c, S2],
        Requirement::InstitutionRequest => vec![S1d],
        Requirement::IdentityDocument => vec![S1a, S1d],
        Requirement::ProofOfAuthority | Requirement::PowerOfAttorney => vec![S1b],
        Requirement::OwnerPresence => vec![S3],
        Requirement::AllOwners | Requirement::Tenancy | Requirement::ChildUnder14 => vec![],
        Requirement::RightToApply if applicant == Some(Answer::Administration) => vec![S1b, S1d],
        Requirement::RightToApply => vec![S1b],
    }
}
