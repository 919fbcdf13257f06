//! What is shown of a list, as pure functions to trees of elements: in a browser, and as plain text on the command line.
//!
//! Knows the list, its reports and the words; decides nothing. No cell becomes markup: a text is a text.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::facts::day::write_date;
use crate::facts::id::Id;
use crate::law;
use crate::list::columns::{Choice, Column};
use crate::list::counted::{Group, counted};
use crate::list::decided::{chosen_id, column_name, decided, order_id};
use crate::list::fault::{Fault, Kind, grouped};
use crate::list::judged::{Asked, Checked};
use crate::list::labels::{choice_name, heading, same};
use crate::list::layout::Matched;
use crate::list::papers::without_sheet;
use crate::list::plan::Said;
use crate::list::result::basis;
use crate::list::session::Session;
use crate::list::table::Table;
use crate::list::third_person::of_another;
use crate::list::told::told;
use crate::page::node::{Element, Node};
use crate::page::view::{State, answer, requirement_name};
use crate::page::words::{Words, join};
use crate::page::writer::Writer;

/// So many rows are shown at once.
pub const SHOWN: usize = 50;

/// What a list is as a whole, and what is to be looked at in it: the file first, then columns, then cells; of each kind of fault the
/// first so many, [`SHOWN`] where the others come page by page.
#[must_use]
pub fn overview(session: &Session, checked: &Checked, words: &Words, most: usize) -> Vec<Element> {
    let mut w = Writer::new(words);
    notes(&mut w, session, checked);
    summary(&mut w, checked);
    faults(&mut w, checked, most);
    w.elements()
}

/// Of the file, then of its columns.
fn notes(w: &mut Writer, session: &Session, checked: &Checked) {
    w.lines(
        "section.notes
           h2|roll.notes
           ul",
    );
    for note in &session.table.notes {
        w.text("li", note.text(w.words));
    }
    for (column, rows) in &checked.missing {
        let sentence = w.words.with("roll.missing", "column", &heading(*column, w.words));
        w.text("li.missing", w.words.fill(&sentence, "number", &rows.to_string()));
    }
    for (place, matched) in checked.layout.columns.iter().enumerate() {
        if let Some(sentence) = unread(place, matched, w.words) {
            w.text("li", sentence);
        }
    }
    w.close_list();
}

/// What is said of a column that is not read.
fn unread(place: usize, matched: &Matched, words: &Words) -> Option<String> {
    let column = column_name(place, matched);
    if matched.column.is_some() || matched.samples.is_empty() {
        return None;
    }
    if matched.asked.is_empty() {
        return Some(words.with("roll.unused", "column", &column));
    }
    let may: Vec<String> = matched.asked.iter().map(|column| heading(*column, words)).collect();
    Some(words.fill(&words.with("roll.doubled", "column", &column), "value", &join(&may, " · ")))
}

/// How many rows are ready, and what is missing most: a table, whose bars are the chart.
fn summary(w: &mut Writer, checked: &Checked) {
    let counted = counted(checked);
    w.lines("section.summary");
    let total = checked.row.len();
    w.text("h2 tabindex=-1 id=summary", w.words.with_number("roll.total", total));
    w.say("p.not-a-decision", "roll.not_a_decision");
    let groups = counted.groups.iter().map(|(group, rows)| (w.words.of("roll.group.*", group.id()), *rows, group.id()));
    bars(w, "roll.summary", groups.collect(), total);
    let lacking =
        counted.lacking.iter().map(|(requirement, rows)| (requirement_name(w.words, *requirement), *rows, "lacking"));
    bars(w, "roll.lacking", lacking.collect(), total);
    w.close();
}

/// A table of numbers; beside each a bar of its length.
fn bars(w: &mut Writer, caption: &str, lines: Vec<(String, usize, &'static str)>, total: usize) {
    if lines.is_empty() {
        return;
    }
    w.open("table.bars");
    w.say("caption", caption);
    for (name, rows, class) in lines {
        w.open("tr");
        w.open("th scope=row");
        w.put(name);
        w.close();
        w.open("td.number");
        w.put(rows.to_string());
        w.close();
        w.open("td.length aria-hidden=true");
        w.open("meter min=0");
        w.set("class", class);
        w.set("max", total.max(1).to_string());
        w.set("value", rows.to_string());
        w.close();
        w.close();
        w.close();
    }
    w.close();
}

/// Cells to look at: by column, then by kind, then by row.
fn faults(w: &mut Writer, checked: &Checked, most: usize) {
    let groups = grouped(&checked.faults);
    if groups.is_empty() {
        return;
    }
    w.open("section.faults");
    let (hints, wrong): (Vec<_>, Vec<_>) = groups.iter().partition(|group| group.kind.is_hint());
    let count = wrong.iter().map(|group| group.faults.len()).sum();
    w.text("h3", [&w.words.get("roll.faults"), ": ", &*crate::page::words::digits(count)].concat());
    for group in wrong.into_iter().chain(hints) {
        w.open("details.fault");
        let kind = w.words.of("roll.kind.*", group.kind.id());
        let head = [&group.column(&checked.layout), ": ", &kind, " (", &*group.faults.len().to_string(), ")"].concat();
        w.text("summary", head);
        w.text("p", group.right(&checked.layout, w.words));
        w.open("div tabindex=-1");
        w.set("id", kind_in_column(group));
        fault_lines(w, group, 0, most);
        w.close();
        w.close();
    }
    w.close();
}

/// A kind of fault in a column, as an id.
fn kind_in_column(group: &crate::list::fault::Group) -> String {
    ["faults-", &group.place.to_string(), "-", group.kind.id()].concat()
}

/// A page of the faults of one kind in one column, and what leads to the others.
fn fault_lines(w: &mut Writer, group: &crate::list::fault::Group, page: usize, most: usize) {
    w.open("ul");
    for fault in group.faults.iter().skip(page.saturating_mul(most)).take(most) {
        w.text("li", [&fault.cell(), ": ", &*fault.text(w.words)].concat());
    }
    w.close();
    if group.faults.len() > most {
        let pages = ["faults:", &group.place.to_string(), ":", group.kind.id()].concat();
        pager(w, &pages, page, group.faults.len(), most);
    }
}

/// Another page of the faults of one kind in one column.
#[must_use]
pub fn fault_page(checked: &Checked, words: &Words, place: usize, kind: &str, page: usize) -> Vec<Element> {
    let mut w = Writer::new(words);
    let groups = grouped(&checked.faults);
    if let Some(group) = groups.iter().find(|group| group.place == place && group.kind.id() == kind) {
        fault_lines(&mut w, group, page, SHOWN);
    }
    w.elements()
}

/// What each column was taken for, with three values, to be changed; then what is asked once.
#[must_use]
pub fn matching(session: &Session, checked: &Checked, words: &Words) -> Vec<Element> {
    let mut w = Writer::new(words);
    w.lines(
        "section.matching
           details
             summary|roll.columns
             p|roll.columns.hint
             table
               thead
                 tr
                   th scope=col|roll.columns.heading
                   th scope=col|roll.columns.samples
                   th scope=col|roll.columns.meaning
                 /
               /
               tbody",
    );
    for (place, matched) in checked.layout.columns.iter().enumerate() {
        column_row(&mut w, place, matched);
    }
    (0..4).for_each(|_| w.close());
    asked(&mut w, session, checked);
    orders(&mut w, session, checked);
    w.elements()
}

fn column_row(w: &mut Writer, place: usize, matched: &Matched) {
    let name = column_name(place, matched);
    w.open("tr");
    w.open("th scope=row");
    w.put(name.clone());
    w.close();
    w.text("td translate=no", join(&matched.samples, " · "));
    w.open("td");
    let options = Column::all().map(|column| (column.id(), heading(column, w.words))).collect();
    let chosen = matched.column.map(Column::id).unwrap_or_default();
    select(w, ["column:", &place.to_string()].concat(), &name, "roll.columns.none", options, &chosen);
    w.close();
    w.close();
}

/// A choice from a list; the first option is none of them.
fn select(w: &mut Writer, set: String, label: &str, none: &str, options: Vec<(String, String)>, chosen: &str) {
    w.open("select");
    w.set("data-set", set);
    w.set("aria-label", label.to_owned());
    let none = (String::new(), w.words.get(none));
    for (id, name) in [none].into_iter().chain(options) {
        w.open("option");
        if id == chosen {
            w.set("selected", "");
        }
        w.set("value", id);
        w.put(name);
        w.close();
    }
    w.close();
}

/// A text that nobody knows is asked about once for all its rows. Once that is decided it stays in its place, to be seen and to be changed.
fn asked(w: &mut Writer, session: &Session, checked: &Checked) {
    let lines = asked_lines(session, checked, w.words);
    if lines.is_empty() {
        return;
    }
    w.lines(
        "section.asked
           h3|roll.asked
           ul",
    );
    for line in lines {
        w.open("li");
        if line.is_decided {
            w.set("class", "decided");
        }
        w.text("span", line.sentence.clone());
        select(w, line.set, &line.sentence, "roll.asked.none", choice_options(line.column, w.words), line.chosen);
        w.close();
    }
    // The most frequent are asked first; what is answered makes room for the next.
    if checked.asked.len() > SHOWN {
        w.text("li", [&SHOWN.to_string(), " / ", &*checked.asked.len().to_string()].concat());
    }
    w.close_list();
}

/// A text that is asked about, or was.
struct AskedLine {
    /// In how many rows, in which column, and how it is grouped: its place among the others, whether it is answered or not.
    order: (Reverse<u32>, usize, String),
    sentence: String,
    set: String,
    column: Column,
    chosen: &'static str,
    is_decided: bool,
}

/// What is asked, as far as it is shown, and what is decided, all of it: the most frequent first.
fn asked_lines(session: &Session, checked: &Checked, words: &Words) -> Vec<AskedLine> {
    let set = |column: Column, value: &str| ["choice:", &column.id(), ":", value].concat();
    let open = checked.asked.iter().take(SHOWN).map(|asked| AskedLine {
        order: (Reverse(asked.rows), asked.place, same(&asked.value)),
        sentence: asked_sentence(asked, checked, words),
        set: set(asked.column, &asked.value),
        column: asked.column,
        chosen: "",
        is_decided: false,
    });
    let said = decided(&session.table, &checked.layout, &session.plan);
    let said = said.into_iter().map(|said| {
        let sentence = said.text(&checked.layout, words);
        let asked = Asked { place: said.place, column: said.column, value: said.value.clone(), rows: said.rows };
        AskedLine {
            order: (Reverse(said.rows), said.place, same(&said.value)),
            is_decided: sentence.is_some(),
            sentence: sentence.unwrap_or_else(|| asked_sentence(&asked, checked, words)),
            set: set(said.column, &said.value),
            column: said.column,
            chosen: chosen_id(said.choice),
        }
    });
    let mut lines: Vec<AskedLine> = open.chain(said).collect();
    lines.sort_by(|one, other| one.order.cmp(&other.order));
    lines
}

fn asked_sentence(asked: &Asked, checked: &Checked, words: &Words) -> String {
    let column = checked.layout.columns.get(asked.place).map(|matched| column_name(asked.place, matched));
    let sentence = words.with("roll.asked.value", "column", &column.unwrap_or_default());
    words.fill(&words.fill(&sentence, "value", &asked.value), "number", &asked.rows.to_string())
}

/// What a column's cells may choose, by their ids: for a select.
#[must_use]
pub fn choice_options(column: Column, words: &Words) -> Vec<(String, String)> {
    let name = |choice: Choice| (choice.id().to_owned(), choice_name(column, choice, words));
    column.choices().into_iter().map(name).collect()
}

/// Days that may be read in two ways are asked about once for their column.
fn orders(w: &mut Writer, session: &Session, checked: &Checked) {
    let groups = grouped(&checked.faults);
    let open = groups.iter().filter(|group| group.kind == Kind::Order).map(|group| (group.place, group.faults.first()));
    // What is said stays in its place, to be seen and to be changed.
    let mut places: BTreeMap<usize, Option<&&Fault>> = session.plan.orders.keys().map(|place| (*place, None)).collect();
    places.extend(open);
    if places.is_empty() {
        return;
    }
    w.lines(
        "section.orders
           h3|roll.orders
           ul",
    );
    for (place, example) in places {
        let name = checked.layout.columns.get(place).map(|matched| column_name(place, matched)).unwrap_or_default();
        w.open("li");
        let example = example.map(|fault| fault.text(w.words));
        w.text("span", [Some(name.clone()), example].into_iter().flatten().collect::<Vec<_>>().join(": "));
        let options = ["day", "month"].map(|order| (order.to_owned(), w.words.of("roll.orders.*", order)));
        let chosen = session.plan.orders.get(&place).copied().map(order_id).unwrap_or_default();
        select(w, ["order:", &place.to_string()].concat(), &name, "roll.orders.none", options.to_vec(), chosen);
        w.close();
    }
    w.close_list();
}

/// The questions that are answered once for all rows.
#[must_use]
pub fn said_once(said: &Said, words: &Words) -> Vec<Element> {
    let mut w = Writer::new(words);
    w.open("fieldset.once");
    w.say("legend", "roll.once");
    w.say("p.hint", "roll.once.hint");
    w.open("p");
    w.lines("label for=roll-visit|date.label");
    w.open("input type=date id=roll-visit autocomplete=off min=2000-01-01 max=2100-12-31 data-set=visit");
    w.set("value", write_date(said.visit_date));
    w.close();
    w.close();
    for column in ONCE.iter().filter_map(|id| Column::of(id)) {
        let id = ["roll-say-", &column.id()].concat();
        w.open("p");
        w.open("label");
        w.set("for", id.clone());
        w.put(heading(column, w.words));
        w.close();
        let options = choice_options(column, w.words);
        select(
            &mut w,
            ["say:", &column.id()].concat(),
            &heading(column, words),
            "roll.once.none",
            options,
            chosen_id(said.choice(column)),
        );
        w.close();
    }
    w.close();
    w.elements()
}

/// What is offered to be said once.
const ONCE: &[&str] = &[
    "service",
    "residence",
    "institution_request",
    "status",
    "age",
    "incapacitated",
    "applicant",
    "identity_document",
];

/// The places of the rows that are in a group, or all.
#[must_use]
pub fn filtered(checked: &Checked, group: &str) -> Vec<usize> {
    let group: Option<Group> = crate::from_id(group);
    let is_in = |row: &usize| {
        group.is_none_or(|group| checked.verdict(*row).is_some_and(|verdict| Group::of(verdict) == group))
    };
    (0..checked.row.len()).filter(is_in).collect()
}

/// A page of the rows that are in a group.
#[must_use]
pub fn rows(session: &Session, checked: &Checked, words: &Words, group: &str, page: usize) -> Vec<Element> {
    let all = filtered(checked, group);
    let mut w = Writer::new(words);
    w.open("section.rows");
    w.say("h3 tabindex=-1 id=rows", "roll.rows.heading");
    filters(&mut w, checked, group);
    w.open("table");
    w.lines(
        "thead
           tr
             th scope=col|roll.rows.row",
    );
    for id in ["result", "to_do", "to_ask"] {
        w.open("th scope=col");
        w.put(w.words.of("roll.column.*", id));
        w.close();
    }
    w.close();
    w.close();
    w.open("tbody");
    for row in all.iter().skip(page * SHOWN).take(SHOWN) {
        table_row(&mut w, &session.table, checked, *row);
    }
    w.close();
    w.close();
    pager(&mut w, &["rows:", group].concat(), page, all.len(), SHOWN);
    w.close();
    w.elements()
}

fn filters(w: &mut Writer, checked: &Checked, chosen: &str) {
    w.open("p.filters role=group");
    w.set("aria-label", w.words.get("roll.rows.filter"));
    let groups = counted(checked).groups;
    let all = ("", w.words.get("roll.rows.all"), checked.row.len());
    let named = groups.iter().map(|(group, rows)| (group.id(), w.words.of("roll.group.*", group.id()), *rows));
    for (id, name, rows) in [all].into_iter().chain(named.collect::<Vec<_>>()) {
        w.open("button type=button");
        w.set("data-do", ["rows:", id, ":0"].concat());
        w.set("aria-pressed", if id == chosen { "true" } else { "false" });
        w.put([&name, ": ", &*rows.to_string()].concat());
        w.close();
    }
    w.close();
}

fn table_row(w: &mut Writer, table: &Table, checked: &Checked, row: usize) {
    let Some(told) = told(law::EDITIONS, checked, table, row, w.words) else { return };
    w.open("tr");
    w.open("th scope=row");
    w.open("button.quiet type=button translate=no");
    w.set("data-do", ["row:", &row.to_string()].concat());
    w.put(row_name(table, checked, row));
    w.close();
    w.close();
    w.text("td", told.result);
    for lines in [told.to_do, told.to_ask] {
        w.open("td");
        for line in lines {
            w.text("p", line);
        }
        w.close();
    }
    w.close();
}

/// A row by its number in the spreadsheet, and by the name or the institution's own number where there is one.
fn row_name(table: &Table, checked: &Checked, row: usize) -> String {
    let Some(row) = table.rows.get(row) else { return String::new() };
    let named = [Column::Name, Column::Number].into_iter().filter_map(|column| checked.layout.place(column));
    let name = named.map(|place| row.cell(place).written()).find(|name| !name.is_empty());
    [Some(row.number.to_string()), name].into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// Leads from a page to those beside it: `pages` is what a button does, but for the page's number.
pub(super) fn pager(w: &mut Writer, pages: &str, page: usize, rows: usize, most: usize) {
    let last = rows.saturating_sub(1) / most.max(1);
    w.open("p.pager");
    w.text("span", w.words.fill(&w.words.with_number("roll.rows.page", page + 1), "last", &(last + 1).to_string()));
    for (id, to) in [("roll.rows.before", page.checked_sub(1)), ("roll.rows.next", (page < last).then_some(page + 1))] {
        if let Some(to) = to {
            w.open("button type=button");
            w.set("data-do", [pages, ":", &*to.to_string()].concat());
            w.put(w.words.get(id));
            w.close();
        }
    }
    w.close();
}

/// The whole answer for the application of a row, as for one person.
#[must_use]
pub fn one(session: &Session, checked: &Checked, words: &Words, row: usize) -> Vec<Element> {
    let Some((judged, _)) = checked.of_row(row) else { return Vec::new() };
    let mut w = Writer::new(words);
    w.open("section.one");
    w.text("h2 tabindex=-1 id=one translate=no", row_name(&session.table, checked, row));
    w.open("p");
    button(&mut w, "roll.one.close", "close");
    if without_sheet(judged, words).is_none() {
        button(&mut w, "roll.one.print", ["sheets:row:", &row.to_string()].concat());
    }
    w.close();
    w.say("p.hint", "roll.one.you");
    w.close();
    let state = State::of(law::EDITIONS, judged.application.visit_date, judged.application.clone());
    let mut elements = w.elements();
    elements.extend(answer(&state, &of_another(words)).into_iter().filter_map(only_read));
    elements
}

/// An answer that is read and not changed: the file is what is changed. Its buttons are left out, with a hint right behind one, and with
/// what held nothing else.
fn only_read(mut element: Element) -> Option<Element> {
    if element.attribute("data-action").is_some() {
        return None;
    }
    let had = element.children.len();
    let mut is_behind = false;
    for child in std::mem::take(&mut element.children) {
        match child {
            Node::Element(child) => {
                let is_hint = is_behind && child.attribute("class") == Some("hint");
                let kept = only_read(child).filter(|_| !is_hint);
                is_behind = kept.is_none();
                element.children.extend(kept.map(Node::Element));
            }
            text @ Node::Text(_) => element.children.push(text),
        }
    }
    (had == 0 || !element.children.is_empty()).then_some(element)
}

fn button(w: &mut Writer, id: &str, action: impl Into<std::borrow::Cow<'static, str>>) {
    w.open("button type=button");
    w.set("data-do", action);
    w.put(w.words.get(id));
    w.close();
}

/// What the result rests on.
#[must_use]
pub fn rests(session: &Session, checked: &Checked, words: &Words) -> Vec<Element> {
    let mut w = Writer::new(words);
    w.open("section.rests");
    let visits = checked.days(0..session.table.rows.len());
    for line in basis(law::EDITIONS, &visits, words) {
        w.text("p", line);
    }
    w.close();
    w.elements()
}
