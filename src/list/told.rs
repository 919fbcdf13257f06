//! What the result says of each row: the result, what to do, what to ask.
//!
//! Knows reports, faults and words; decides nothing.

use crate::decide::report::Verdict;
use crate::facts::id::Id;
use crate::law::edition::Edition;
use crate::list::columns::Column;
use crate::list::fault::Fault;
use crate::list::judged::{Checked, Judged};
use crate::list::labels::heading;
use crate::list::table::Table;
use crate::page::view::{ForOne, State, for_one};
use crate::page::words::Words;

/// What a row says: that of its report; before it the cells of the row that could not be read, behind it what is to be known of others.
#[must_use]
pub fn told(law: &'static [Edition], checked: &Checked, table: &Table, row: usize, words: &Words) -> Option<ForOne> {
    let (judged, person) = checked.of_row(row)?;
    let state = State::of(law, judged.application.visit_date, judged.application.clone());
    let mut told = if judged.has_day { for_one(&state, words, person) } else { without_day(words) };
    let number = table.rows.get(row)?.number;
    let (hints, mut wrong): (Vec<_>, Vec<_>) = faults_of(checked, number).partition(|fault| fault.kind.is_hint());
    if is_out(judged, person) {
        wrong.clear();
    }
    let to_mend = wrong.into_iter().map(|fault| {
        let sentence = words.fill(&words.get("roll.told.cell"), "cell", &fault.cell());
        words.fill(&sentence, "what", &fault.text(words))
    });
    told.to_do = to_mend.chain(std::mem::take(&mut told.to_do)).collect();
    if told.to_do.is_empty() && !hints.is_empty() {
        told.to_do.push(words.get("roll.told.nothing"));
    }
    // What is only to be known is no order: it stands behind what is to be done.
    told.to_do.extend(hints.into_iter().map(|fault| words.named(&fault.cell(), &fault.text(words))));
    Some(told)
}

/// Whether a row is judged for certain whatever stands in its other cells: the service is not for this person, or not on this day. No cell that is
/// mended would change that.
fn is_out(judged: &Judged, person: usize) -> bool {
    let is_elsewhere = || judged.report.elsewhere.iter().any(|elsewhere| elsewhere.person == person);
    match judged.report.verdict {
        Verdict::NotCovered => judged.has_day,
        Verdict::NotThisService => judged.has_day && is_elsewhere(),
        _ => false,
    }
}

/// What is said of a row of whose visit nobody knows the day: the cell with it is among its faults, or stands in another row.
fn without_day(words: &Words) -> ForOne {
    let to_do = vec![words.with("roll.told.open", "value", &heading(Column::Visit, words))];
    ForOne { result: words.of("roll.result.*", Verdict::Undecided.id()), to_do, to_ask: Vec::new() }
}

/// The faults of a row; they stand in the order of the rows.
fn faults_of(checked: &Checked, number: u32) -> impl Iterator<Item = &Fault> {
    let first = checked.faults.partition_point(|fault| fault.row < number);
    let rest = checked.faults.get(first..).unwrap_or_default();
    rest.iter().take_while(move |fault| fault.row == number)
}
