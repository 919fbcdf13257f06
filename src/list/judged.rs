//! From the rows to applications, and from each to its report: by `check`, and by nothing else.
//!
//! Knows families: rows of one are one application. Decides nothing.

use std::collections::BTreeMap;
use std::rc::Rc;

use time::Date;

use crate::decide::check::check;
use crate::decide::report::{Report, Subject, Verdict};
use crate::facts::application::{Application, MOST_PEOPLE};
use crate::facts::day::write_date;
use crate::facts::document::{Document, Documents, Held};
use crate::facts::fact::{Answers, Fact};
use crate::law::edition::Edition;
use crate::list::columns::Column;
use crate::list::entry::{Entry, Reader, person, without_end_known};
use crate::list::fault::{Fault, Kind};
use crate::list::labels::{Labels, same};
use crate::list::layout::Layout;
use crate::list::plan::Plan;
use crate::list::slices::{Progress, Slices};
use crate::list::table::{Table, address};

/// One application: a row by itself, or a family.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What its rows say together.
    pub application: Application,
    /// The places of its rows in the table; each is the person at the same place.
    pub rows: Vec<usize>,
    /// The report on it.
    pub report: Report,
    /// Whether the day of its visit is known. Where a cell with it cannot be read, or its rows name several, it is not, and nothing of what the
    /// rows say is judged by another day: all of it counts as not said.
    pub has_day: bool,
}

/// A text that nobody knows, in one column: asked once for all its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The column's place.
    pub place: usize,
    /// The column.
    pub column: Column,
    /// The text, as it stands in the first of the rows.
    pub value: String,
    /// In how many rows.
    pub rows: u32,
}

/// A whole list, checked.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What each column is.
    pub layout: Layout,
    /// The applications, in the order of their first rows.
    pub judged: Vec<Judged>,
    /// For each row of the table: the place of its application, and of its person there.
    pub row: Vec<(usize, usize)>,
    /// What is wrong or to be known, row by row.
    pub faults: Vec<Fault>,
    /// Texts to be asked about.
    pub asked: Vec<Asked>,
    /// Columns that are not there and that rows stay open without; in how many rows.
    pub missing: Vec<(Column, u32)>,
}

/// After so many rows whoever waits is told.
const SLICE: usize = 200;

/// Checks a list against a law, in slices.
#[must_use]
pub fn check_list(table: Rc<Table>, labels: Rc<Labels>, plan: Plan, law: &'static [Edition]) -> Slices<Checked> {
    Slices::of(move |progress| async move {
        let layout = Layout::of(&table, &labels, &plan);
        let (mut entries, mut faults) = entries(&table, &labels, &plan, &layout, &progress).await;
        faults.extend(doubles(&table, &entries, &layout));
        let asked = asked(&faults, &layout);
        let (families, beyond) = families(&entries);
        faults.extend(beyond.into_iter().filter_map(|row| too_many(&table, &layout, row)));
        let mut checked = Checked {
            layout,
            judged: Vec::new(),
            row: vec![(0, 0); entries.len()],
            faults,
            asked,
            missing: Vec::new(),
        };
        for (place, rows) in families.into_iter().enumerate() {
            if place % SLICE == 0 {
                progress.at(count(entries.len() + place), count(entries.len() * 2)).await;
            }
            checked.grow(&table, &mut entries, &rows, &plan);
            let judged = checked.judge(&table, &entries, rows, &plan, law);
            checked.judged.push(judged);
        }
        checked.missing = checked.missing(&plan);
        checked.faults.sort_by_key(|fault| (fault.row, fault.place, fault.kind));
        checked
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

async fn entries(
    table: &Table,
    labels: &Labels,
    plan: &Plan,
    layout: &Layout,
    progress: &Progress,
) -> (Vec<Entry>, Vec<Fault>) {
    let reader = Reader { layout, labels, plan };
    let (mut entries, mut faults) = (Vec::with_capacity(table.rows.len()), Vec::new());
    for (place, row) in table.rows.iter().enumerate() {
        if place % SLICE == 0 {
            progress.at(count(place), count(table.rows.len() * 2)).await;
        }
        let (entry, wrong) = reader.entry(row);
        entries.push(entry);
        faults.extend(wrong);
    }
    (entries, faults)
}

/// The rows of each application: those of one family, or one alone; and the rows that their family has no room for.
fn families(entries: &[Entry]) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut beyond = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut families: Vec<Vec<usize>> = Vec::new();
    for (row, entry) in entries.iter().enumerate() {
        let known = entry.family.as_deref().and_then(|family| places.get(family)).copied();
        let place = known.filter(|place| families.get(*place).is_some_and(|rows| rows.len() < MOST_PEOPLE));
        beyond.extend((known.is_some() && place.is_none()).then_some(row));
        if let Some(rows) = place.and_then(|place| families.get_mut(place)) {
            rows.push(row);
        } else {
            let new = entry.family.as_deref().filter(|_| known.is_none());
            new.map(|family| places.insert(family, families.len()));
            families.push(vec![row]);
        }
    }
    (families, beyond)
}

/// A row that is checked by itself, since its family has as many people as an application may hold.
fn too_many(table: &Table, layout: &Layout, row: usize) -> Option<Fault> {
    let (place, row) = (layout.place(Column::Family)?, table.rows.get(row)?);
    let value = row.cell(place).written();
    Some(Fault { row: row.number, place, kind: Kind::Many, value, meant: MOST_PEOPLE.to_string() })
}

/// The same person in two rows: a hint that names both.
fn doubles(table: &Table, entries: &[Entry], layout: &Layout) -> Vec<Fault> {
    let place = layout.place(Column::Iin).or_else(|| layout.place(Column::Name)).unwrap_or_default();
    let mut first: BTreeMap<&str, u32> = BTreeMap::new();
    let mut doubles = Vec::new();
    for (row, entry) in table.rows.iter().zip(entries) {
        let Some(whom) = entry.whom.as_deref() else { continue };
        if let Some(before) = first.get(whom) {
            let (value, meant) = (row.cell(place).written(), address(place, *before));
            doubles.push(Fault { row: row.number, place, kind: Kind::Double, value, meant });
        } else {
            first.insert(whom, row.number);
        }
    }
    doubles
}

/// The unknown texts, each once, the most frequent first.
fn asked(faults: &[Fault], layout: &Layout) -> Vec<Asked> {
    let mut asked: BTreeMap<(usize, String), Asked> = BTreeMap::new();
    for fault in faults.iter().filter(|fault| fault.kind == Kind::Unknown) {
        let Some(column) = layout.columns.get(fault.place).and_then(|matched| matched.column) else { continue };
        let new = || Asked { place: fault.place, column, value: fault.value.clone(), rows: 0 };
        asked.entry((fault.place, same(&fault.value))).or_insert_with(new).rows += 1;
    }
    let mut asked: Vec<Asked> = asked.into_values().collect();
    asked.sort_by_key(|asked| std::cmp::Reverse(asked.rows));
    asked
}

/// The day of the visit of these rows: their own, or what is said for all; none where a cell cannot be read, or where they differ.
fn visit_of<'a>(mut entries: impl Iterator<Item = &'a Entry> + Clone, plan: &Plan) -> Option<Date> {
    let first = entries.clone().find_map(|entry| entry.visit_date);
    let is_one = entries.all(|entry| {
        !entry.unreadable.contains(&Column::Visit) && entry.visit_date.is_none_or(|day| Some(day) == first)
    });
    is_one.then(|| first.unwrap_or(plan.said.visit_date))
}

impl Checked {
    /// Gives each of these rows its age on the day of their visit; none where nobody knows that day.
    fn grow(&mut self, table: &Table, entries: &mut [Entry], rows: &[usize], plan: &Plan) {
        let visit = visit_of(rows.iter().filter_map(|row| entries.get(*row)), plan);
        for place in rows {
            let (Some(entry), Some(row), Some(visit)) = (entries.get_mut(*place), table.rows.get(*place), visit) else {
                continue;
            };
            self.faults.extend(entry.grow(visit).into_iter().map(|fault| Fault { row: row.number, ..fault }));
        }
    }

    fn judge(
        &mut self,
        table: &Table,
        entries: &[Entry],
        rows: Vec<usize>,
        plan: &Plan,
        law: &'static [Edition],
    ) -> Judged {
        let place = self.judged.len();
        let members: Vec<(u32, &Entry)> =
            rows.iter().filter_map(|row| Some((table.rows.get(*row)?.number, entries.get(*row)?))).collect();
        let mut family = Family { members, plan, layout: &self.layout, faults: Vec::new() };
        let application = family.application();
        self.faults.append(&mut family.faults);
        for (person, row) in rows.iter().enumerate() {
            if let Some(place_of) = self.row.get_mut(*row) {
                *place_of = (place, person);
            }
        }
        Judged { report: check(law, &application), application, rows, has_day: family.has_day() }
    }

    /// Columns that the file does not have and nothing is said for, by the questions that stay open: one message each.
    fn missing(&self, plan: &Plan) -> Vec<(Column, u32)> {
        let mut open: BTreeMap<Column, u32> = BTreeMap::new();
        for judged in self.judged.iter().filter(|judged| judged.has_day) {
            let columns: std::collections::BTreeSet<Column> =
                judged.report.unanswered.iter().map(|question| column_of(question.subject)).collect();
            for column in columns {
                *open.entry(column).or_default() += count(judged.rows.len());
            }
        }
        let is_there = |column: Column| {
            let is_born = column == Column::Fact(Fact::Age) && self.layout.place(Column::Born).is_some();
            self.layout.place(column).is_some() || is_born || plan.said.says(column)
        };
        open.into_iter().filter(|(column, _)| !is_there(*column)).collect()
    }

    /// The days on which these rows are judged, each once, the first before the others.
    #[must_use]
    pub fn days(&self, rows: impl IntoIterator<Item = usize>) -> Vec<Date> {
        let of_rows = rows.into_iter().filter_map(|row| self.of_row(row));
        let days = of_rows.filter(|(judged, _)| judged.has_day).map(|(judged, _)| judged.application.visit_date);
        let days: std::collections::BTreeSet<Date> = days.collect();
        days.into_iter().collect()
    }

    /// The report that a row of the table is judged by, its application, and its person's place in it.
    #[must_use]
    pub fn of_row(&self, row: usize) -> Option<(&Judged, usize)> {
        let (place, person) = self.row.get(row)?;
        Some((self.judged.get(*place)?, *person))
    }

    /// The verdict of a row: whatever the day that is said for all would make of it, without its own day it is undecided.
    #[must_use]
    pub fn verdict(&self, row: usize) -> Option<Verdict> {
        self.of_row(row).map(|(judged, _)| if judged.has_day { judged.report.verdict } else { Verdict::Undecided })
    }
}

/// The column that answers a question.
#[must_use]
pub fn column_of(subject: Subject) -> Column {
    match subject {
        Subject::Fact(fact) => Column::Fact(fact),
        Subject::Document(document) => Column::Document(document),
    }
}

/// Rows that apply together.
struct Family<'a> {
    members: Vec<(u32, &'a Entry)>,
    plan: &'a Plan,
    layout: &'a Layout,
    faults: Vec<Fault>,
}

impl Family<'_> {
    fn application(&mut self) -> Application {
        self.tell_days();
        let people = self.members.iter().map(|(_, entry)| person(entry, self.plan)).collect();
        let answers: Answers = Fact::APPLICATION.iter().filter_map(|fact| self.answer(*fact)).collect();
        let documents = Document::APPLICATION
            .iter()
            .fold(Documents::default(), |documents, document| documents.with(*document, self.held(*document)));
        match self.visit_date() {
            Some(visit_date) => Application { visit_date, answers, documents, people },
            None => Application {
                people: vec![crate::Person::default(); self.members.len()],
                ..Application::on(self.plan.said.visit_date)
            },
        }
    }

    fn visit_date(&self) -> Option<Date> {
        visit_of(self.members.iter().map(|(_, entry)| *entry), self.plan)
    }

    fn has_day(&self) -> bool {
        self.visit_date().is_some()
    }

    /// What the members say of something that they share: nothing where they differ, or where one of them cannot be read.
    fn shared<T: Copy + PartialEq>(
        &mut self,
        column: Column,
        of: impl Fn(&Entry) -> Option<T>,
    ) -> Result<Option<T>, ()> {
        let mut found: Option<(u32, T)> = None;
        let mut is_one = true;
        for (row, entry) in &self.members {
            is_one &= !entry.unreadable.contains(&column);
            match (found, of(entry)) {
                (Some((before, one)), Some(other)) if one != other => {
                    is_one = false;
                    let place = self.layout.place(column).unwrap_or_default();
                    let meant = address(place, before);
                    self.faults.push(Fault { row: *row, place, kind: Kind::Differs, value: String::new(), meant });
                }
                (None, Some(one)) => found = Some((*row, one)),
                _ => {}
            }
        }
        if is_one { Ok(found.map(|(_, one)| one)) } else { Err(()) }
    }

    /// Rows that name different days cannot be one visit: the fault says so.
    fn tell_days(&mut self) {
        let first = self.members.iter().find_map(|(_, entry)| entry.visit_date);
        let _ = self.shared(Column::Visit, |entry| entry.visit_date);
        for fault in self.faults.iter_mut().filter(|fault| fault.value.is_empty()) {
            fault.value = first.map(write_date).unwrap_or_default();
        }
    }

    fn answer(&mut self, fact: Fact) -> Option<crate::Answer> {
        let own = self.shared(Column::Fact(fact), |entry| entry.answers.get(fact)).ok()?;
        own.or_else(|| self.plan.said.answers.get(fact))
    }

    fn held(&mut self, document: Document) -> Held {
        let said = self.plan.said.documents.get(document);
        let form = self.shared(Column::Document(document), |entry| entry.documents.get(document).form);
        let until = self.shared(Column::Until(document), |entry| entry.documents.get(document).valid_until);
        let form = form.ok().and_then(|form| form.or(said.form));
        match until {
            Ok(until) => Held { form, valid_until: until.or(said.valid_until) },
            Err(()) => without_end_known(Held { form, valid_until: None }),
        }
    }
}
