//! One list from the file to the result: what was read, what was said of it, what came of it.
//!
//! Knows the order of the steps; not what is shown of them. Holds everything in memory and writes nothing down.

use std::rc::Rc;

use crate::law;
use crate::list::columns::Column;
use crate::list::dates::Order;
use crate::list::decided::{decisions, order_of};
use crate::list::judged::{Checked, check_list};
use crate::list::labels::{Labels, same};
use crate::list::plan::{Plan, Said};
use crate::list::result::{Source, result};
use crate::list::slices::Slices;
use crate::list::table::Table;
use crate::list::unreadable::Unreadable;
use crate::page::words::Words;

/// A list being checked.
pub struct Session {
    /// What may stand in it.
    pub labels: Rc<Labels>,
    /// What was read.
    pub table: Rc<Table>,
    /// What was said of it.
    pub plan: Plan,
    /// What came of it, once it is checked.
    pub checked: Option<Rc<Checked>>,
}

impl Session {
    /// A list that was read; nothing checked yet. What its file carries of what was said of it holds over this, but for a visit that is over.
    #[must_use]
    pub fn of(table: Table, labels: Rc<Labels>, said: Said) -> Self {
        let table = Rc::new(table);
        let mut session = Self { labels, table: Rc::clone(&table), plan: Plan::of(said), checked: None };
        for carried in &table.carried {
            session.set(&carried.here(&table).unwrap_or_default(), &carried.value);
        }
        session.plan.said.visit_date = session.plan.said.visit_date.max(said.visit_date);
        session
    }

    /// Sets what a name means to a value: `visit`, `say:COLUMN`, `column:PLACE`, `order:PLACE` or `choice:COLUMN:TEXT`. Says whether there is
    /// such a thing.
    pub fn set(&mut self, what: &str, value: &str) -> bool {
        let (kind, rest) = what.split_once(':').unwrap_or_default();
        match kind {
            "column" => rest.parse().is_ok_and(|place| self.set_column(place, value)),
            "order" => rest.parse().is_ok_and(|place| self.set_order_by_id(place, value)),
            "choice" => rest.split_once(':').is_some_and(|(column, text)| self.set_choice(column, text, value)),
            _ => self.plan.said.set(what, value),
        }
    }

    /// The check, in slices; what comes of it is to be put into `checked`.
    #[must_use]
    pub fn check(&self) -> Slices<Checked> {
        check_list(Rc::clone(&self.table), Rc::clone(&self.labels), self.plan.clone(), law::EDITIONS)
    }

    /// The result in these words, in slices; none before the list is checked.
    #[must_use]
    pub fn result(&self, words: &Words) -> Option<Slices<Result<Vec<u8>, Unreadable>>> {
        let checked = Rc::clone(self.checked.as_ref()?);
        let decisions = decisions(&self.table, &checked.layout, &self.plan, words);
        let (table, words) = (Rc::clone(&self.table), words.clone());
        Some(result(Source { table, checked, law: law::EDITIONS, plan: self.plan.clone(), decisions, words }))
    }

    /// Says what a column is, by its place; an empty id: it is not to be read. Says whether there is such a thing.
    pub fn set_column(&mut self, place: usize, id: &str) -> bool {
        let column = Column::of(id);
        if place < self.table.width() && (column.is_some() || id.is_empty()) {
            self.plan.columns.insert(place, column);
            return true;
        }
        false
    }

    /// Says what a text in a column means; an empty id: nobody knows. Says whether there is such a thing.
    pub fn set_choice(&mut self, column: &str, value: &str, id: &str) -> bool {
        let Some(column) = Column::of(column) else { return false };
        let choice = column.choice(id);
        if choice.is_some() || id.is_empty() {
            self.plan.choices.insert((column, same(value)), choice);
            return true;
        }
        false
    }

    /// Says how a column's days are written.
    pub fn set_order(&mut self, place: usize, order: Order) {
        self.plan.orders.insert(place, order);
    }

    /// The same by the order's id; any other takes back what was said.
    fn set_order_by_id(&mut self, place: usize, id: &str) -> bool {
        let Some(order) = order_of(id) else { return self.plan.orders.remove(&place).is_some() };
        self.set_order(place, order);
        true
    }

    /// Says something once for all rows; an empty id takes it back. Says whether there is such a thing.
    pub fn say(&mut self, column: &str, id: &str) -> bool {
        self.plan.said.set(&["say:", column].concat(), id)
    }
}
