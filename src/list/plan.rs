//! What is said once for all rows, and how whoever brings the list has answered what was asked of its columns and cells.
//!
//! Knows no table: a plan is made for one, and another is read with the same.

use std::collections::BTreeMap;

use time::Date;

use crate::facts::day::parse_date;
use crate::facts::document::{Document, Documents, Form, Held, SOME_DAY_BEFORE};
use crate::facts::fact::{Answer, Answers, Of};
use crate::facts::id::Id;
use crate::list::columns::{Choice, Column};
use crate::list::dates::Order;

/// What is said once, for every row whose own cell does not say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The day of the visit.
    pub visit_date: Date,
    /// Answers, about each person and about the application.
    pub answers: Answers,
    /// Documents, each person's and the application's.
    pub documents: Documents,
}

impl Said {
    /// On this day, in an institution; nothing else is said.
    #[must_use]
    pub fn on(visit_date: Date) -> Self {
        Self { visit_date, answers: Answers::from_iter([Answer::Institution]), documents: Documents::default() }
    }

    /// The same, with what a column's cells would choose; nothing takes it back.
    #[must_use]
    pub fn with(mut self, column: Column, choice: Option<Choice>) -> Self {
        match (column, choice) {
            (Column::Fact(_), Some(Choice::Answer(answer))) => self.answers = self.answers.with(answer),
            (Column::Fact(fact), None) => self.answers = self.answers.without(fact),
            (Column::Document(document), Some(Choice::Form(form))) => {
                self.documents = self.documents.with(document, Held { form: Some(form), valid_until: None });
            }
            (Column::Document(document), Some(Choice::PastItsDate)) => {
                let past = Held { form: Some(Form::Original), valid_until: Some(SOME_DAY_BEFORE) };
                self.documents = self.documents.with(document, past);
            }
            (Column::Document(document), None) => {
                self.documents = self.documents.with(document, Held::default());
            }
            _ => {}
        }
        self
    }

    /// What it says in the place of a column's cells.
    #[must_use]
    pub fn choice(&self, column: Column) -> Option<Choice> {
        match column {
            Column::Fact(fact) => self.answers.get(fact).map(Choice::Answer),
            Column::Document(document) => match self.documents.get(document) {
                held if held.valid_until.is_some() => Some(Choice::PastItsDate),
                held => held.form.map(Choice::Form),
            },
            _ => None,
        }
    }

    /// Whether a column's question is answered once for all.
    #[must_use]
    pub fn says(&self, column: Column) -> bool {
        column == Column::Visit || self.choice(column).is_some()
    }

    /// Sets the day of the visit (`visit`), or what is said once (`say:COLUMN`; an empty value takes it back). Says whether there is such a thing.
    pub fn set(&mut self, what: &str, value: &str) -> bool {
        match what.split_once(':') {
            None if what == "visit" => parse_date(value).map(|day| self.visit_date = day).is_some(),
            Some(("say", column)) => Column::of(column).is_some_and(|column| self.say(column, value)),
            _ => false,
        }
    }

    fn say(&mut self, column: Column, id: &str) -> bool {
        let choice = column.choice(id);
        let is_there = choice.is_some() || id.is_empty() && !column.choices().is_empty();
        if is_there {
            *self = self.with(column, choice);
        }
        is_there
    }

    /// Those of its documents that are of a person, or of the application.
    #[must_use]
    pub fn documents_of(&self, of: Of) -> Documents {
        let of_these = Document::ALL.iter().filter(|document| document.of() == of);
        of_these.fold(Documents::default(), |held, document| held.with(*document, self.documents.get(*document)))
    }
}

/// All that is decided about a list by whoever brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What is said once.
    pub said: Said,
    /// What a column is, by its place, against what its heading tells; none is: not to be read.
    pub columns: BTreeMap<usize, Option<Column>>,
    /// What an unknown text of a column means, by how it is grouped; none is: it stays unknown.
    pub choices: BTreeMap<(Column, String), Option<Choice>>,
    /// How the days of a column are read, by its place.
    pub orders: BTreeMap<usize, Order>,
}

impl Plan {
    /// Nothing decided but what is said once.
    #[must_use]
    pub fn of(said: Said) -> Self {
        Self { said, columns: BTreeMap::new(), choices: BTreeMap::new(), orders: BTreeMap::new() }
    }
}
