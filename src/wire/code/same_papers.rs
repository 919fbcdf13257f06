//! Which papers are one and the same: each answers two questions and is brought once.
//!
//! Knows of whom a paper may also be another's, and not how that is written.

use crate::facts::application::Person;
use crate::facts::fact::{Answer, Fact};

/// Papers that answer two questions each.
///
/// ```
/// use tirkeu::wire::code::{Code, SamePapers};
/// use tirkeu::{Answer, Answers, Application, Person, check, date, law};
///
/// let mother = Answers::from_iter([Answer::Adult, Answer::Oneself]);
/// let child = Answers::from_iter([Answer::Under14, Answer::Parent]);
/// let people = [mother, child].map(|answers| Person { answers, ..Person::default() }).to_vec();
/// let application = Application { people, ..Application::on(date(2026, 12, 1)) };
/// let same = SamePapers { representative: Some(0), certificates: vec![1] };
/// let code = Code::of(&application, &check(law::EDITIONS, &application)).with_same(&same);
/// assert_eq!(Code::read(&code.write()?)?.same, same);
/// # Ok::<(), tirkeu::wire::code::Fault>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SamePapers {
    /// The person, from 0, whose identity document is the representative's too.
    pub representative: Option<usize>,
    /// The people, from 0 and in their order, whose birth certificate proves their parent's authority too.
    pub certificates: Vec<usize>,
}

impl SamePapers {
    /// Of these what may be so with these people.
    pub(super) fn possible(&self, people: &[Person]) -> Self {
        let is_possible = |person: &usize| representatives(people).contains(person);
        let certificates = with_a_parent(people).filter(|person| self.certificates.contains(person));
        Self { representative: self.representative.filter(is_possible), certificates: certificates.collect() }
    }
}

/// The adults who apply for themselves, where somebody else may be applied for: one of them may be who applies.
pub(super) fn representatives(people: &[Person]) -> Vec<usize> {
    let applicant = |person: &Person| person.answers.get(Fact::Applicant);
    if people.iter().all(|person| applicant(person) == Some(Answer::Oneself)) {
        return Vec::new();
    }
    let may_represent = |(_, person): &(usize, &Person)| {
        person.answers.get(Fact::Age) == Some(Answer::Adult) && applicant(person) == Some(Answer::Oneself)
    };
    people.iter().enumerate().filter(may_represent).map(|(index, _)| index).collect()
}

/// The people for whom a parent applies.
pub(super) fn with_a_parent(people: &[Person]) -> impl Iterator<Item = usize> {
    let has_a_parent = |(_, person): &(usize, &Person)| person.answers.get(Fact::Applicant) == Some(Answer::Parent);
    people.iter().enumerate().filter(has_a_parent).map(|(index, _)| index)
}
