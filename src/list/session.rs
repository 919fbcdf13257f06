//! One list from the file to the result: what was read, what was said of it, what came of it.
//!
//! Knows the order of the steps; not what is shown of them. Holds everything in memory and writes nothing down.

use std::rc::Rc;

use crate::law;
use crate::list::columns::Column;
use crate::list::dates::Order;
use crate::list::decided::decisions;
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
    /// A list that was read; nothing checked yet.
    #[must_use]
    pub fn of(table: Table, labels: Rc<Labels>, said: Said) -> Self {
        Self { labels, table: Rc::new(table), plan: Plan::of(said), checked: None }
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
        let visit_date = self.plan.said.visit_date;
        let decisions = decisions(&self.table, &checked.layout, &self.plan, words);
        let (table, words) = (Rc::clone(&self.table), words.clone());
        Some(result(Source { table, checked, law: law::EDITIONS, visit_date, decisions, words }))
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

    /// Says something once for all rows; an empty id takes it back. Says whether there is such a thing.
    pub fn say(&mut self, column: &str, id: &str) -> bool {
        let Some(column) = Column::of(column) else { return false };
        let choice = column.choice(id);
        if choice.is_some() || id.is_empty() && !column.choices().is_empty() {
            self.plan.said = self.plan.said.with(column, choice);
            return true;
        }
        false
    }
}
