//! What whoever brings a list has decided about it: what a text means, what a column is, how its days are written.
//!
//! Knows the list and the plan; finds again what was decided, so that it can be seen and changed. Decides nothing itself.

use std::collections::BTreeMap;

use crate::list::columns::{Choice, Column};
use crate::list::dates::Order;
use crate::list::labels::{choice_name, heading, same};
use crate::list::layout::{Layout, Matched};
use crate::list::plan::Plan;
use crate::list::table::{Table, letters};
use crate::page::words::Words;

/// A text in a column, and what was said that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The column's place.
    pub place: usize,
    /// The column.
    pub column: Column,
    /// The text, as it stands in the first of the rows.
    pub value: String,
    /// In how many rows.
    pub rows: u32,
    /// What it means; none where it was said that nobody knows.
    pub choice: Option<Choice>,
}

/// The texts of a list whose meaning was said, column by column.
#[must_use]
pub fn decided(table: &Table, layout: &Layout, plan: &Plan) -> Vec<Decided> {
    let is_said = |column: Column| plan.choices.keys().any(|(said, _)| *said == column);
    let places = layout.known().filter(|(_, column)| is_said(*column));
    places.flat_map(|(place, column)| decided_in(table, plan, place, column)).collect()
}

fn decided_in(table: &Table, plan: &Plan, place: usize, column: Column) -> Vec<Decided> {
    let mut found: BTreeMap<String, Decided> = BTreeMap::new();
    for cell in table.rows.iter().map(|row| row.cell(place)).filter(|cell| !cell.is_empty()) {
        let value = cell.written();
        let text = same(&value);
        let Some(choice) = plan.choices.get(&(column, text.clone())) else { continue };
        let new = || Decided { place, column, value, rows: 0, choice: *choice };
        found.entry(text).or_insert_with(new).rows += 1;
    }
    found.into_values().collect()
}

impl Decided {
    /// What was decided, in words; nothing where it was said that nobody knows.
    #[must_use]
    pub fn text(&self, layout: &Layout, words: &Words) -> Option<String> {
        let meaning = choice_name(self.column, self.choice?, words);
        let sentence = words.with("roll.decided.means", "column", &name_at(layout, self.place));
        let sentence = words.fill(&words.fill(&sentence, "value", &self.value), "meaning", &meaning);
        Some(words.fill(&sentence, "number", &self.rows.to_string()))
    }
}

/// Everything that was decided, a sentence each: of columns, of their days, of their texts.
#[must_use]
pub fn decisions(table: &Table, layout: &Layout, plan: &Plan, words: &Words) -> Vec<String> {
    let said = |place: usize, value: &str| {
        words.fill(&words.with("roll.decided.column", "column", &name_at(layout, place)), "value", value)
    };
    let taken =
        |column: &Option<Column>| column.map_or_else(|| words.get("roll.columns.none"), |it| heading(it, words));
    let columns = plan.columns.iter().map(|(place, column)| said(*place, &taken(column)));
    let orders = plan.orders.iter().map(|(place, order)| said(*place, &words.of("roll.orders.*", order_id(*order))));
    let texts = decided(table, layout, plan);
    columns.chain(orders).chain(texts.iter().filter_map(|decided| decided.text(layout, words))).collect()
}

/// The id of an order of day and month.
#[must_use]
pub const fn order_id(order: Order) -> &'static str {
    match order {
        Order::DayFirst => "day",
        Order::MonthFirst => "month",
    }
}

/// The order with this id.
#[must_use]
pub fn order_of(id: &str) -> Option<Order> {
    [Order::DayFirst, Order::MonthFirst].into_iter().find(|order| order_id(*order) == id)
}

/// The choice of a text that was decided, as an id; empty where nobody knows.
#[must_use]
pub fn chosen_id(choice: Option<Choice>) -> &'static str {
    choice.map(Choice::id).unwrap_or_default()
}

/// A column of the file, as people know it: its letters, and its heading where it has one.
#[must_use]
pub fn column_name(place: usize, matched: &Matched) -> String {
    if matched.heading.is_empty() { letters(place) } else { [&letters(place), " «", &matched.heading, "»"].concat() }
}

fn name_at(layout: &Layout, place: usize) -> String {
    layout.columns.get(place).map_or_else(|| letters(place), |matched| column_name(place, matched))
}
