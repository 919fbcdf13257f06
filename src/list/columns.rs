//! What a column of a list may say.
//!
//! Knows the facts and the documents, which are columns of themselves; not how anybody calls them.

use crate::facts::document::{Document, Form};
use crate::facts::fact::{Answer, Fact, Of};
use crate::facts::id::Id;

/// What a column says of each row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The institution's own number for the row.
    Number,
    /// A name; for people to find the row.
    Name,
    /// An individual identification number.
    Iin,
    /// The code of the address.
    Rka,
    /// Which rows apply together.
    Family,
    /// The day of the visit.
    Visit,
    /// The day of birth: becomes an age on the day of the visit.
    Born,
    /// The answer to a question.
    Fact(Fact),
    /// How a document is held.
    Document(Document),
    /// Until when a document is valid.
    Until(Document),
    /// What Tirkeu itself wrote in an earlier result: the result, what to do, what to ask.
    Ours(u8),
}

/// What Tirkeu writes beside each row.
pub const OURS: [&str; 3] = ["result", "to_do", "to_ask"];

impl Column {
    /// All of them, in the order of a template.
    pub fn all() -> impl Iterator<Item = Self> {
        let first = [Self::Number, Self::Name, Self::Iin, Self::Rka, Self::Family, Self::Born];
        let facts = Fact::PERSON.iter().chain(Fact::APPLICATION).map(|fact| Self::Fact(*fact));
        let of = |of| Document::ALL.iter().copied().filter(move |document| document.of() == of);
        let documents = of(Of::Person).chain(of(Of::Application)).flat_map(|document| {
            let until = document.has_valid_until().then_some(Self::Until(document));
            [Some(Self::Document(document)), until].into_iter().flatten()
        });
        first.into_iter().chain(facts).chain([Self::Visit]).chain(documents).chain((0..3).map(Self::Ours))
    }

    /// Its id: that of the fact or the document where there is one.
    ///
    /// ```
    /// use tirkeu::{Document, list::columns::Column};
    /// assert_eq!(Column::Until(Document::IdentityDocument).id(), "identity_document.valid_until");
    /// assert!(Column::all().all(|column| Column::of(&column.id()) == Some(column)));
    /// ```
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Fact(fact) => fact.id().to_owned(),
            Self::Document(document) => document.id().to_owned(),
            Self::Until(document) => [document.id(), ".valid_until"].concat(),
            other => other.own_id().to_owned(),
        }
    }

    /// The id of a column that is neither a fact nor a document.
    fn own_id(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Name => "name",
            Self::Iin => "iin",
            Self::Rka => "rka",
            Self::Family => "family",
            Self::Visit => "visit_date",
            Self::Born => "born",
            Self::Ours(place) => OURS.get(usize::from(place)).copied().unwrap_or_default(),
            Self::Fact(_) | Self::Document(_) | Self::Until(_) => "",
        }
    }

    /// The column with this id.
    #[must_use]
    pub fn of(id: &str) -> Option<Self> {
        Self::all().find(|column| column.id() == id)
    }

    /// Whether its cells are days.
    #[must_use]
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Visit | Self::Born | Self::Until(_))
    }

    /// The choices that its cells are one of; none where they are anything else.
    #[must_use]
    pub fn choices(self) -> Vec<Choice> {
        match self {
            Self::Fact(fact) => fact.answers().iter().map(Choice::Answer).collect(),
            Self::Document(document) => {
                let past = document.has_valid_until().then_some(Choice::PastItsDate);
                Form::ALL.iter().copied().map(Choice::Form).chain(past).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The choice of this column with this id.
    #[must_use]
    pub fn choice(self, id: &str) -> Option<Choice> {
        match self {
            Self::Fact(fact) => fact.answers().iter().find(|answer| answer.id() == id).map(Choice::Answer),
            Self::Document(_) => self.choices().into_iter().find(|choice| choice.id() == id),
            _ => None,
        }
    }
}

/// What a cell chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// An answer to a question.
    Answer(Answer),
    /// A form of a document.
    Form(Form),
    /// The original of a document that ended before the visit.
    PastItsDate,
}

impl Choice {
    /// Its id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Answer(answer) => answer.id(),
            Self::Form(form) => form.id(),
            Self::PastItsDate => "expired",
        }
    }
}
