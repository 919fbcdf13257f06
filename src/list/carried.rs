//! What was said of a list, as a result carries it on its hidden sheet, so that read again it gives the same.
//!
//! Knows the names under which things are said, and headings: a column that does not stand where it stood is found by its own.

use crate::facts::day::write_date;
use crate::list::columns::Column;
use crate::list::decided::{chosen_id, order_id};
use crate::list::plan::{Plan, Said};
use crate::list::table::{Carried, Table};

/// All that a plan says, where the list's columns stand in these places, one after another.
#[must_use]
pub(super) fn carried(table: &Table, plan: &Plan, places: &[usize]) -> Vec<Carried> {
    let of_all = |what: String, value: String| Carried { what, value, heading: String::new() };
    let of_column = |kind: &str, place: &usize, value: String| {
        let new = places.iter().position(|own| own == place)?;
        let heading = table.headings.get(*place).cloned().unwrap_or_default();
        Some(Carried { what: [kind, ":", &new.to_string()].concat(), value, heading })
    };
    let mut all = vec![of_all("visit".into(), write_date(plan.said.visit_date))];
    all.extend(said(&plan.said).map(|(column, value)| of_all(["say:", &column.id()].concat(), value.into())));
    let columns = plan.columns.iter();
    all.extend(columns.filter_map(|(place, it)| of_column("column", place, it.map(Column::id).unwrap_or_default())));
    let orders = plan.orders.iter();
    all.extend(orders.filter_map(|(place, order)| of_column("order", place, order_id(*order).into())));
    let choices = plan.choices.iter();
    all.extend(choices.map(|((column, text), choice)| {
        of_all(["choice:", &column.id(), ":", text].concat(), chosen_id(*choice).into())
    }));
    all
}

/// What is said once, and what would be said by itself and was taken back.
fn said(said: &Said) -> impl Iterator<Item = (Column, &'static str)> {
    let (said, by_itself) = (*said, Said::on(said.visit_date));
    let is_told = move |column: &Column| said.choice(*column).is_some() || by_itself.choice(*column).is_some();
    Column::all().filter(is_told).map(move |column| (column, chosen_id(said.choice(column))))
}

impl Carried {
    /// Its name in a list that is read now; nothing where the column is not there, or not alone under its heading.
    pub(super) fn here(&self, table: &Table) -> Option<String> {
        let Some((kind @ ("column" | "order"), place)) = self.what.split_once(':') else {
            return Some(self.what.clone());
        };
        let is_it = |place: &usize| table.headings.get(*place).map_or("", String::as_str) == self.heading;
        let mut others = (0..table.headings.len()).filter(is_it);
        let stayed = place.parse().ok().filter(is_it);
        let place = stayed.or_else(|| others.next().filter(|_| others.next().is_none()))?;
        Some([kind, ":", &place.to_string()].concat())
    }
}
