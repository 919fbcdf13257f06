//! What is printed of a list: a sheet for each visit, and the request of the administration; and who is in neither, with the reason.
//!
//! Knows the list, its reports and the words; decides nothing. Who is left out is told on the screen and never on the paper.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use crate::decide::report::Verdict;
use crate::facts::id::Id;
use crate::law;
use crate::list::columns::Column;
use crate::list::dates::{self, years};
use crate::list::judged::{Checked, Judged};
use crate::list::labels::heading;
use crate::list::session::Session;
use crate::list::third_person::of_another;
use crate::list::view::pager;
use crate::page::node::{Element, Node};
use crate::page::view::{State, visit_sheets};
use crate::page::words::Words;
use crate::page::writer::Writer;

/// So many sheets are printed at once.
pub const MOST_SHEETS: usize = 200;

/// So many people stand in one table of a request: what is out of sight of a long one is not laid out.
const PEOPLE_OF_A_TABLE: usize = 200;

/// What is not known and can be written by hand.
const BLANK: &str = "______________";

/// Why there is no sheet for an application, in words; nothing where there is one. Without its day, or for whom the service is not, there is nothing
/// to bring to a counter.
#[must_use]
pub fn without_sheet(judged: &Judged, words: &Words) -> Option<String> {
    match judged.report.verdict {
        _ if !judged.has_day => Some(words.with("roll.told.open", "value", &heading(Column::Visit, words))),
        Verdict::NotCovered => Some(words.get("roll.told.not_covered")),
        Verdict::NotThisService => Some(elsewhere(judged, None, words).unwrap_or_else(|| result(judged, words))),
        _ => None,
    }
}

fn result(judged: &Judged, words: &Words) -> String {
    words.of("roll.result.*", judged.report.verdict.id())
}

/// Where somebody is to turn whom the service is not for: this person of an application, or the first of them.
fn elsewhere(judged: &Judged, person: Option<usize>, words: &Words) -> Option<String> {
    let mut of_these =
        judged.report.elsewhere.iter().filter(|other| person.is_none_or(|person| other.person == person));
    of_these.next().map(|other| words.of("elsewhere.*", other.reason.id()))
}

/// Why a row is not in the request, in words; nothing where it is.
fn without_request(checked: &Checked, row: usize, words: &Words) -> Option<String> {
    let (judged, person) = checked.of_row(row)?;
    let is_too_early = judged.has_day && judged.report.verdict == Verdict::NotCovered;
    elsewhere(judged, Some(person), words).or_else(|| is_too_early.then(|| words.get("roll.told.not_covered")))
}

/// The applications of these rows, each once.
fn applications<'a>(checked: &'a Checked, rows: &[usize]) -> Vec<&'a Judged> {
    let places: BTreeSet<usize> =
        rows.iter().filter_map(|row| checked.row.get(*row)).map(|(place, _)| *place).collect();
    places.iter().filter_map(|place| checked.judged.get(*place)).collect()
}

/// Those of them for which there is a sheet.
fn with_sheets<'a>(checked: &'a Checked, rows: &[usize], words: &Words) -> Vec<&'a Judged> {
    applications(checked, rows).into_iter().filter(|judged| without_sheet(judged, words).is_none()).collect()
}

/// What stands above the sheets of these rows: what leads to the other pages of them, where they are of a group; and the rows without one.
#[must_use]
pub fn about_sheets(
    session: &Session,
    checked: &Checked,
    words: &Words,
    rows: &[usize],
    group: Option<&str>,
    page: usize,
) -> Vec<Element> {
    let mut w = Writer::new(words);
    let count = with_sheets(checked, rows, words).len();
    if let Some(group) = group.filter(|_| count > MOST_SHEETS) {
        pager(&mut w, &["sheets:", group].concat(), page, count, MOST_SHEETS);
    }
    let why = |row: usize| checked.of_row(row).and_then(|(judged, _)| without_sheet(judged, words));
    left_out(&mut w, session, "roll.sheets.without", rows, &why);
    w.elements()
}

/// What stands above the request of these rows: who is not in it.
#[must_use]
pub fn about_request(session: &Session, checked: &Checked, words: &Words, rows: &[usize]) -> Vec<Element> {
    let mut w = Writer::new(words);
    left_out(&mut w, session, "roll.request.without", rows, &|row| without_request(checked, row, words));
    w.elements()
}

/// The rows that are left out, by their numbers, a sentence for each reason.
fn left_out(w: &mut Writer, session: &Session, id: &str, rows: &[usize], why: &dyn Fn(usize) -> Option<String>) {
    let mut reasons: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (place, row) in rows.iter().filter_map(|place| Some((*place, session.table.rows.get(*place)?))) {
        if let Some(why) = why(place) {
            reasons.entry(why).or_default().push(row.number);
        }
    }
    for (why, numbers) in reasons {
        let sentence = w.words.with(id, "row", &spans(&numbers));
        w.text("p.left-out", w.words.fill(&sentence, "why", &why));
    }
}

/// Numbers in their order, those behind one another as a span.
///
/// ```
/// use tirkeu::list::papers::spans;
/// assert_eq!(spans(&[2, 4, 5, 6, 9, 10]), "2; 4–6; 9; 10");
/// ```
#[must_use]
pub fn spans(numbers: &[u32]) -> String {
    let mut spans: Vec<[u32; 2]> = Vec::new();
    for number in numbers {
        match spans.last_mut() {
            Some([_, last]) if *last + 1 == *number => *last = *number,
            _ => spans.push([*number; 2]),
        }
    }
    let named = spans.into_iter().map(|[first, last]| match last - first {
        0 => first.to_string(),
        1 => format!("{first}; {last}"),
        _ => format!("{first}–{last}"),
    });
    named.collect::<Vec<_>>().join("; ")
}

/// A page of the sheets for the counter of these rows, one visit a sheet; names are written where there are some.
#[must_use]
pub fn sheets(
    session: &Session,
    checked: &Checked,
    words: &Words,
    officer: Option<&Words>,
    rows: &[usize],
    page: usize,
) -> Vec<Element> {
    let (words, officer) = (&of_another(words), officer.map(of_another));
    let applications = with_sheets(checked, rows, words);
    let of_page = applications.into_iter().skip(page.saturating_mul(MOST_SHEETS)).take(MOST_SHEETS);
    of_page.flat_map(|judged| sheet(session, checked, judged, words, officer.as_ref())).collect()
}

fn sheet(
    session: &Session,
    checked: &Checked,
    judged: &Judged,
    words: &Words,
    officer: Option<&Words>,
) -> Vec<Element> {
    let state = State::of(law::EDITIONS, judged.application.visit_date, judged.application.clone());
    let mut sheet = visit_sheets(&state, words, officer);
    for (person, row) in judged.rows.iter().enumerate() {
        for (field, column) in [("name", Column::Name), ("iin", Column::Iin)] {
            let place = checked.layout.place(column).zip(session.table.rows.get(*row));
            let value = place.map(|(place, row)| row.cell(place).written()).unwrap_or_default();
            let field = [field, &person.to_string()].concat();
            for element in &mut sheet {
                typed(element, &field, &value);
            }
        }
    }
    sheet
}

/// Writes into the line for what is typed.
fn typed(element: &mut Element, field: &str, value: &str) {
    if element.attribute("data-typed") == Some(field) && !value.is_empty() {
        element.children.push(Node::Text(value.to_owned()));
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            typed(child, field, value);
        }
    }
}

/// The request of the administration, with the people of these rows whom the service is for, to sign and to stamp. It is a letter of the
/// organisation: nothing of ours stands on it.
#[must_use]
pub fn request(
    session: &Session,
    checked: &Checked,
    words: &Words,
    officer: Option<&Words>,
    rows: &[usize],
) -> Vec<Element> {
    let named: Vec<usize> =
        rows.iter().copied().filter(|row| without_request(checked, *row, words).is_none()).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let mut w = Writer::new(words).beside(officer);
    w.open("div.sheet");
    w.lines(
        "h2 id=sheet tabindex=-1||roll.request.heading
         p||roll.request.from
         p||roll.request.text",
    );
    // Where the rows have days of their own, each person stands beside theirs.
    let visits = checked.days(named.iter().copied());
    if let [visit] = visits[..] {
        w.both("p", &|words| words.with_date("paper.visit", visit));
    }
    for (part, rows) in named.chunks(PEOPLE_OF_A_TABLE).enumerate() {
        w.open("div.people");
        people(&mut w, (session, checked), part * PEOPLE_OF_A_TABLE, rows, visits.len() > 1);
        w.close();
    }
    w.lines("p.sign||roll.request.sign");
    w.close();
    w.elements()
}

/// A part of the people of a request, a row each, numbered from behind those before.
fn people(w: &mut Writer, list: (&Session, &Checked), before: usize, rows: &[usize], has_visits: bool) {
    let columns = [Column::Name, Column::Iin, Column::Born].into_iter().chain(has_visits.then_some(Column::Visit));
    w.lines(
        "table
           thead
             tr
               th scope=col||roll.request.number",
    );
    for column in columns {
        w.open("th scope=col");
        w.sides(&|words| heading(column, words));
        w.close();
    }
    w.close();
    w.close();
    w.open("tbody");
    for (number, row) in (before + 1..).zip(rows) {
        person(w, list, number, *row, has_visits);
    }
    w.close();
    w.close();
}

fn person(w: &mut Writer, (session, checked): (&Session, &Checked), number: usize, row: usize, has_visits: bool) {
    w.open("tr");
    w.text("td", number.to_string());
    for column in [Column::Name, Column::Iin] {
        let place = checked.layout.place(column).zip(session.table.rows.get(row));
        w.text("td translate=no", place.map(|(place, row)| row.cell(place).written()).unwrap_or_default());
    }
    w.text("td translate=no", born(session, checked, row).map_or_else(|| BLANK.to_owned(), by_points));
    if has_visits {
        w.text("td", checked.days([row]).first().map_or_else(|| BLANK.to_owned(), |day| by_points(*day)));
    }
    w.close();
}

/// The day of birth that a row says, if it can be one.
fn born(session: &Session, checked: &Checked, row: usize) -> Option<Date> {
    let place = checked.layout.place(Column::Born)?;
    let plan = &session.plan;
    let order = plan.orders.get(&place).copied();
    let reading = dates::Reading { order, latest: Some(plan.said.visit_date), labels: &session.labels };
    let dates::Said::Day(day) = reading.day(session.table.rows.get(row)?.cell(place)) else { return None };
    let (judged, _) = checked.of_row(row)?;
    years(day, judged.application.visit_date).filter(|years| *years <= 130).map(|_| day)
}

/// A day as people write it: 31.12.2026.
fn by_points(day: Date) -> String {
    format!("{:02}.{:02}.{:04}", day.day(), u8::from(day.month()), day.year())
}
