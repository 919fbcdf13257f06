//! The questions an applicant is asked, and their answers (rules.md, section 2).
//!
//! Knows no document, no requirement and no condition. A new question is a new entry in [`Fact`], its answers in [`Answer`], and
//! its row in [`Fact::asked_when`].

use crate::facts::id::{Id, Set, ids};

ids! {
    /// Whom a fact, a document or a requirement is about.
    Of {
        /// The application as a whole.
        Application = "application",
        /// One person to be registered.
        Person = "person",
    }
}

ids! {
    /// A question, in the order in which one asks: each person's, then the application's.
    Fact {
        /// What the person is in Kazakhstan, told by the card they hold.
        Status = "status",
        /// The person's age on the day of the visit.
        Age = "age",
        /// Whether a court declared the person legally incapacitated.
        Incapacitated = "incapacitated",
        /// Who applies for this person at the counter.
        Applicant = "applicant",
        /// Which registration is applied for.
        Service = "service",
        /// Whose is the house, flat, country house, building or premises.
        Residence = "residence",
        /// Whether the owner comes along.
        OwnerPresent = "owner_present",
    }
}

ids! {
    /// One answer to one question. The same id may answer two questions (`yes`, `institution`): an answer knows its question.
    Answer {
        /// Permanently residing foreigner, with a residence permit: in scope.
        Foreigner = "foreigner",
        /// Permanently residing stateless person: in scope.
        Stateless = "stateless",
        /// Recognised refugee: in scope.
        Refugee = "refugee",
        /// Person who has asked for asylum: in scope since annex 8 names them.
        AsylumSeeker = "asylum_seeker",
        /// Citizen of Kazakhstan: out of scope.
        Citizen = "citizen",
        /// Holder of a temporary residence permit: out of scope.
        TemporaryPermit = "temporary_permit",
        /// Visitor, with or without a visa: out of scope.
        Visitor = "visitor",
        /// Younger than 14.
        Under14 = "under_14",
        /// 14 or 15 years old.
        Aged14To15 = "14_15",
        /// 16 or 17 years old.
        Aged16To17 = "16_17",
        /// 18 or older.
        Adult = "adult",
        /// Declared legally incapacitated by a court.
        IncapacitatedYes = "yes",
        /// Not declared legally incapacitated.
        IncapacitatedNo = "no",
        /// The person applies for themselves.
        Oneself = "self",
        /// A parent applies.
        Parent = "parent",
        /// A guardian applies.
        Guardian = "guardian",
        /// A trustee applies.
        Trustee = "trustee",
        /// The holder of a power of attorney applies.
        Attorney = "attorney",
        /// The administration of an organisation applies.
        Administration = "institution",
        /// Permanent registration.
        Permanent = "permanent",
        /// Temporary registration.
        Temporary = "temporary",
        /// Each of those who are registered is an owner, and nobody else is.
        Own = "own",
        /// The owner, or every owner, is among those who are registered or who apply, and not everybody registered is one.
        OwnerAmongUs = "owner_among_us",
        /// One owner, not among them.
        OtherOwner = "other_owner",
        /// Several owners, at least one not among them.
        CoOwned = "co_owned",
        /// Let by the state or a municipality.
        StateHousing = "state_housing",
        /// A hostel, dormitory, care home or other organisation.
        Institution = "institution",
        /// The owner, or every owner, comes along.
        OwnerPresentYes = "yes",
        /// Of several owners some come, the others not at all or by somebody with their power of attorney.
        OwnerPresentSome = "some",
        /// Only somebody with the owner's power of attorney comes.
        OwnerPresentProxy = "proxy",
        /// Nobody comes for the owner.
        OwnerPresentNo = "no",
    }
}

impl Fact {
    /// The facts of one person, in asking order.
    pub const PERSON: &'static [Self] = &[Self::Status, Self::Age, Self::Incapacitated, Self::Applicant];

    /// The facts of the application, in asking order.
    pub const APPLICATION: &'static [Self] = &[Self::Service, Self::Residence, Self::OwnerPresent];

    /// Whether one asks it of each person or of the application.
    #[must_use]
    pub const fn of(self) -> Of {
        match self {
            Self::Status | Self::Age | Self::Incapacitated | Self::Applicant => Of::Person,
            Self::Service | Self::Residence | Self::OwnerPresent => Of::Application,
        }
    }

    /// The first and the last of its answers.
    const fn span(self) -> (Answer, Answer) {
        match self {
            Self::Status => (Answer::Foreigner, Answer::Visitor),
            Self::Age => (Answer::Under14, Answer::Adult),
            Self::Incapacitated => (Answer::IncapacitatedYes, Answer::IncapacitatedNo),
            Self::Applicant => (Answer::Oneself, Answer::Administration),
            Self::Service => (Answer::Permanent, Answer::Temporary),
            Self::Residence => (Answer::Own, Answer::Institution),
            Self::OwnerPresent => (Answer::OwnerPresentYes, Answer::OwnerPresentNo),
        }
    }

    /// All its answers.
    ///
    /// ```
    /// use tirkeu::{Answer, Fact};
    /// assert!(Fact::Service.answers().iter().eq([Answer::Permanent, Answer::Temporary]));
    /// ```
    #[must_use]
    pub const fn answers(self) -> Set<Answer> {
        let (first, last) = self.span();
        Set::from_bits((2 << last as u32) - (1 << first as u32))
    }
}

impl Answer {
    /// The question it answers.
    #[must_use]
    pub fn fact(self) -> Fact {
        Fact::ALL.iter().copied().find(|fact| fact.answers().contains(self)).unwrap_or(Fact::Status)
    }
}

/// Answers given so far: at most one to each question, none where nothing is known.
///
/// ```
/// use tirkeu::{Answer, Answers, Fact};
/// let answers = Answers::from_iter([Answer::Adult, Answer::Refugee, Answer::Under14]);
/// assert_eq!(answers.get(Fact::Age), Some(Answer::Under14)); // the last one counts
/// assert_eq!(answers.get(Fact::Applicant), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers(Set<Answer>);

impl Answers {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self(Set::EMPTY);

    /// The answer to `fact`; none if it is unknown.
    #[must_use]
    pub fn get(self, fact: Fact) -> Option<Answer> {
        self.0.intersection(fact.answers()).only()
    }

    /// These answers and `answer`, which takes the place of another to the same question.
    #[must_use]
    pub fn with(self, answer: Answer) -> Self {
        Self(self.without(answer.fact()).0.with(answer))
    }

    /// These answers with `fact` unknown.
    #[must_use]
    pub fn without(self, fact: Fact) -> Self {
        Self(self.0.difference(fact.answers()))
    }

    /// The answers as a set.
    #[must_use]
    pub fn given(self) -> Set<Answer> {
        self.0
    }

    /// The answer to `fact` that was given, or else every answer it may have.
    #[must_use]
    pub fn possible(self, fact: Fact) -> Set<Answer> {
        let given = self.0.intersection(fact.answers());
        if given.is_empty() { fact.answers() } else { given }
    }
}

impl FromIterator<Answer> for Answers {
    fn from_iter<I: IntoIterator<Item = Answer>>(answers: I) -> Self {
        answers.into_iter().fold(Self::default(), Self::with)
    }
}
