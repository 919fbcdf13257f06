//! The result as a workbook: the columns as they were, and beside each row what came of it; the counts; what it rests on.
//!
//! Knows the list and its reports; decides nothing. Read in again, it gives the same result.

use std::rc::Rc;

use rust_xlsxwriter::{Worksheet, XlsxError};
use time::Date;

use crate::law::edition::{Edition, in_force};
use crate::list::carried::carried;
use crate::list::columns::Column;
use crate::list::counted::counted;
use crate::list::fault::grouped;
use crate::list::judged::Checked;
use crate::list::labels::heading;
use crate::list::plan::Plan;
use crate::list::slices::{Progress, Slices};
use crate::list::table::{Cell, Row, Table};
use crate::list::template::{HIDDEN, SAID, VERSION};
use crate::list::told::told;
use crate::list::unreadable::Unreadable;
use crate::list::workbook::{Styles, cut, workbook, write_row};
use crate::page::view::requirement_name;
use crate::page::words::Words;

/// All that a result is made from.
pub struct Source {
    /// The list.
    pub table: Rc<Table>,
    /// What came of it.
    pub checked: Rc<Checked>,
    /// The law.
    pub law: &'static [Edition],
    /// What was said of it.
    pub plan: Plan,
    /// What whoever brings the list has decided about it, a sentence each.
    pub decisions: Vec<String>,
    /// The words of the result.
    pub words: Words,
}

/// After so many rows whoever waits is told.
const SLICE: usize = 200;

/// The result as the bytes of a workbook, made in slices.
#[must_use]
pub fn result(source: Source) -> Slices<Result<Vec<u8>, Unreadable>> {
    Slices::of(move |progress| async move {
        let written = write(&source, &progress).await;
        written.map_err(|error| Unreadable::new("roll.result.unwritten").with("value", error))
    })
}

async fn write(source: &Source, progress: &Progress) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = workbook(source.plan.said.visit_date);
    let styles = Styles::new();
    let sheet = workbook.add_worksheet();
    write_list(sheet, source, &styles, progress).await?;
    write_counts(workbook.add_worksheet(), source, &styles)?;
    write_basis(workbook.add_worksheet(), source, &styles)?;
    write_hidden(workbook.add_worksheet(), source)?;
    workbook.save_to_buffer()
}

/// The places of the columns that were there before any result of ours.
fn own_places(source: &Source) -> Vec<usize> {
    let is_own = |place: &usize| {
        let column = source.checked.layout.columns.get(*place).and_then(|matched| matched.column);
        !matches!(column, Some(Column::Ours(_)))
    };
    (0..source.table.width()).filter(is_own).collect()
}

async fn write_list(
    sheet: &mut Worksheet,
    source: &Source,
    styles: &Styles,
    progress: &Progress,
) -> Result<(), XlsxError> {
    let (table, words) = (&source.table, &source.words);
    let places = own_places(source);
    let first = u16::try_from(places.len()).unwrap_or(u16::MAX);
    sheet.set_name(words.get("roll.sheet.list"))?;
    for row in table.above.iter().chain(&table.skipped) {
        write_row(sheet, row, &places, styles)?;
    }
    write_headings(sheet, source, &places, styles)?;
    for (place, row) in table.rows.iter().enumerate() {
        if place % SLICE == 0 {
            progress
                .at(u32::try_from(place).unwrap_or_default(), u32::try_from(table.rows.len()).unwrap_or_default())
                .await;
        }
        write_row(sheet, row, &places, styles)?;
        let Some(told) = told(source.law, &source.checked, table, place, words) else { continue };
        let to_do = if told.to_do.is_empty() { words.get("roll.told.nothing") } else { told.to_do.join("\n") };
        for (column, text) in (first..).zip([told.result, to_do, told.to_ask.join("\n")]) {
            sheet.write_string_with_format(row.number.saturating_sub(1), column, cut(&text), &styles.wrapped)?;
        }
    }
    let last = table.rows.last().map_or(table.header.number, |row| row.number);
    let header = table.header.number.saturating_sub(1);
    sheet.autofilter(header, 0, last.saturating_sub(1), first + 2)?;
    sheet.set_freeze_panes(header + 1, 0)?;
    Ok(())
}

fn write_headings(sheet: &mut Worksheet, source: &Source, places: &[usize], styles: &Styles) -> Result<(), XlsxError> {
    let header = &source.table.header;
    let number = header.number.saturating_sub(1);
    for (column, place) in (0_u16..).zip(places) {
        let heading = header.cell(*place).written();
        sheet.write_string_with_format(number, column, cut(&heading), &styles.heading)?;
        sheet.set_column_width(column, 16)?;
    }
    let first = u16::try_from(places.len()).unwrap_or(u16::MAX);
    for (column, ours) in (first..).zip(0..3) {
        let name = heading(Column::Ours(ours), &source.words);
        sheet.write_string_with_format(number, column, name, &styles.heading)?;
        sheet.set_column_width(column, 48)?;
    }
    Ok(())
}

/// Lines of cells from the top of a sheet.
fn write_lines(sheet: &mut Worksheet, lines: Vec<Vec<Cell>>, styles: &Styles) -> Result<(), XlsxError> {
    for (number, cells) in (1_u32..).zip(lines) {
        let places: Vec<usize> = (0..cells.len()).collect();
        write_row(sheet, &Row { number, cells }, &places, styles)?;
    }
    sheet.set_column_width(0, 70)?;
    sheet.set_column_width(1, 14)?;
    Ok(())
}

fn write_counts(sheet: &mut Worksheet, source: &Source, styles: &Styles) -> Result<(), XlsxError> {
    let words = &source.words;
    let counted = counted(&source.checked);
    sheet.set_name(words.get("roll.sheet.counts"))?;
    let line = |text: String, number: usize| {
        vec![Cell::Text(text), Cell::Number(u32::try_from(number).unwrap_or(u32::MAX).into())]
    };
    let head = |id: &str| vec![Cell::Text(words.get(id)), Cell::Text(words.get("roll.rows"))];
    let mut lines = vec![head("roll.summary")];
    lines.extend(
        counted.groups.iter().map(|(group, rows)| line(words.of("roll.group.*", crate::Id::id(*group)), *rows)),
    );
    lines.extend([Vec::new(), head("roll.lacking")]);
    lines.extend(counted.lacking.iter().map(|(requirement, rows)| line(requirement_name(words, *requirement), *rows)));
    lines.extend([Vec::new(), head("roll.faults")]);
    lines.extend(grouped(&source.checked.faults).iter().map(|group| {
        let kind = words.of("roll.kind.*", crate::Id::id(group.kind));
        line([&group.column(&source.checked.layout), ": ", &*kind].concat(), group.faults.len())
    }));
    write_lines(sheet, lines, styles)
}

fn write_basis(sheet: &mut Worksheet, source: &Source, styles: &Styles) -> Result<(), XlsxError> {
    let words = &source.words;
    sheet.set_name(words.get("roll.sheet.basis"))?;
    let visits = source.checked.days(0..source.table.rows.len());
    let mut lines = basis(source.law, &visits, words);
    if !source.decisions.is_empty() {
        lines.extend([String::new(), words.get("roll.decided")]);
        lines.extend(source.decisions.iter().cloned());
    }
    write_lines(sheet, lines.into_iter().map(|line| vec![Cell::Text(line)]).collect(), styles)
}

/// Which columns are ours, so that read again they are written anew, and those of the list stay whatever they are called; before them what the
/// file itself said of its columns, behind them what was said of it.
fn write_hidden(sheet: &mut Worksheet, source: &Source) -> Result<(), XlsxError> {
    let ours = (0..3).map(Column::Ours).map(|column| (column.id(), heading(column, &source.words)));
    let others = source.table.ids.iter().filter(|(id, _)| !matches!(Column::of(id), Some(Column::Ours(_)))).cloned();
    let first = ("result".to_owned(), VERSION.to_owned());
    let ids = [first].into_iter().chain(others).chain(ours).map(|(id, name)| vec![id, name]);
    let said = carried(&source.table, &source.plan, &own_places(source)).into_iter();
    let said = said.map(|said| vec![SAID.to_owned(), said.what, said.value, said.heading]);
    sheet.set_name(HIDDEN)?;
    for (row, cells) in (0_u32..).zip(ids.chain(said)) {
        for (column, text) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, cut(&text))?;
        }
    }
    sheet.set_hidden(true);
    Ok(())
}

/// What a result rests on, and that it decides nothing: each day of a visit, and each edition that decided.
#[must_use]
pub fn basis(law: &'static [Edition], visits: &[Date], words: &Words) -> Vec<String> {
    let mut lines = vec![words.get("roll.not_a_decision")];
    lines.extend(visits.iter().map(|day| words.with_date("paper.visit", *day)));
    let mut editions: Vec<&Edition> = visits.iter().filter_map(|day| in_force(law, *day)).collect();
    editions.dedup_by_key(|edition| edition.from);
    for edition in editions {
        lines.push(words.with_date("answer.edition", edition.from));
        lines.push(words.with_date("answer.sources_read", edition.sources_read));
        lines.push(match edition.reviewed {
            Some(day) => words.with_date("answer.reviewed", day),
            None => words.get("answer.not_reviewed"),
        });
    }
    lines.push(words.get("answer.read_in_copy"));
    lines
}
