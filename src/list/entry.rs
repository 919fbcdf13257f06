//! What one row says, cell by cell: answers, documents, days; and what in it cannot be read.
//!
//! Knows cells and their columns. A cell that cannot be read says nothing: its answer is unknown, and the fault is told beside.

use time::Date;

use crate::facts::day::write_date;
use crate::facts::document::{Document, Documents, Form, Held, SOME_DAY_BEFORE};
use crate::facts::fact::{Answer, Answers, Fact};
use crate::list::columns::{Choice, Column};
use crate::list::dates::{self, Order, age, age_within, years};
use crate::list::fault::{Fault, Kind};
use crate::list::labels::{Labels, end_alone, is_alone, is_of_several, is_without_end, same, same_look};
use crate::list::layout::Layout;
use crate::list::plan::Plan;
use crate::list::table::{Cell, Row};
use crate::page::iin::{fits_field, is_iin};

/// What a row says by itself.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The answers in its cells.
    pub answers: Answers,
    /// The documents in its cells.
    pub documents: Documents,
    /// The day of the visit, if it has its own.
    pub visit_date: Option<Date>,
    /// Which rows it applies together with.
    pub family: Option<String>,
    /// Columns whose cell here cannot be read: what it said is unknown, whatever is said for all.
    pub unreadable: Vec<Column>,
    /// Whom it tells of, for finding the same person twice: an IIN, or a name with a day of birth.
    pub whom: Option<String>,
    /// The day of birth with its column's place, until it becomes an age: [`Entry::grow`].
    pub born: Option<(usize, Date)>,
    /// The year or the month of birth, where nothing more is said.
    pub born_in: Option<Within>,
    /// The documents that end in a year or a month, each with it, until the day of the visit is known: [`Entry::grow`].
    pub ends_in: Vec<(Document, Within)>,
}

/// Some day of a month or a year, in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within {
    /// The column's place.
    place: usize,
    /// The first and the last day that it may be.
    days: [Date; 2],
    /// What stands in the cell.
    value: String,
}

/// Reads rows of one table.
pub struct Reader<'a> {
    /// What each column is.
    pub layout: &'a Layout,
    /// What cells may say.
    pub labels: &'a Labels,
    /// What was decided about them.
    pub plan: &'a Plan,
}

/// A row being read.
struct Reading<'a> {
    row: &'a Row,
    entry: Entry,
    faults: Vec<Fault>,
    name: String,
}

impl Reader<'_> {
    /// What a row says, and what is wrong in it.
    #[must_use]
    pub fn entry(&self, row: &Row) -> (Entry, Vec<Fault>) {
        let mut reading = Reading { row, entry: Entry::default(), faults: Vec::new(), name: String::new() };
        for (place, column) in self.layout.known() {
            match row.cell(place) {
                Cell::Empty => {}
                Cell::Broken(value) => reading.fault(place, column, Kind::Broken, value, ""),
                cell => self.read(&mut reading, place, column, cell),
            }
        }
        reading.tell_whom();
        (reading.entry, reading.faults)
    }

    fn read(&self, reading: &mut Reading, place: usize, column: Column, cell: &Cell) {
        match column {
            Column::Fact(Fact::Age) => self.read_age(reading, place, cell),
            Column::Fact(_) | Column::Document(_) => self.read_choice(reading, place, column, cell),
            Column::Visit | Column::Born | Column::Until(_) => self.read_day(reading, place, column, cell),
            Column::Family => {
                reading.entry.family = Some(cell.written()).filter(|word| !is_alone(word)).map(|word| same_look(&word));
            }
            Column::Iin => reading.read_iin(place, cell),
            Column::Rka => reading.read_rka(place, cell),
            Column::Name => reading.read_name(place, cell),
            Column::Number | Column::Ours(_) => {}
        }
    }

    /// What a cell chooses: by what it is called, or by what was said of such cells.
    fn choice(&self, column: Column, value: &str) -> Option<Choice> {
        let said = self.plan.choices.get(&(column, same(value))).copied();
        said.unwrap_or_else(|| self.labels.choice(column, value))
    }

    fn read_choice(&self, reading: &mut Reading, place: usize, column: Column, cell: &Cell) {
        let value = cell.written();
        match (self.choice(column, &value), column) {
            (Some(Choice::Answer(answer)), _) => reading.entry.answers = reading.entry.answers.with(answer),
            (Some(Choice::Form(form)), Column::Document(document)) => reading.hold(document, Some(form), None),
            (Some(Choice::PastItsDate), Column::Document(document)) => {
                reading.hold(document, Some(Form::Original), Some(SOME_DAY_BEFORE));
            }
            _ if self.is_left_unknown(column, &value) => reading.entry.unreadable.push(column),
            _ => reading.fault(place, column, Kind::Unknown, &value, ""),
        }
    }

    /// Whether it was said that what such a cell means is unknown.
    fn is_left_unknown(&self, column: Column, value: &str) -> bool {
        self.plan.choices.get(&(column, same(value))) == Some(&None)
    }

    /// An age: the answer's name, or years. A cell may show them rounded: where that would be another age, it is none.
    fn read_age(&self, reading: &mut Reading, place: usize, cell: &Cell) {
        let column = Column::Fact(Fact::Age);
        let (shown, number) = (years_shown(cell), cell.number());
        match (shown, number.or(shown)) {
            (Some(shown), Some(years)) if age_of(shown).is_some() && age_of(shown) == age_of(years) => {
                reading.entry.answers = reading.entry.answers.with(age_of(years).unwrap_or(Answer::Adult));
            }
            (Some(shown), Some(years)) if (shown - years).abs() > 0.0 => {
                let both = [&cell.written(), " (", &*years.to_string(), ")"].concat();
                reading.fault(place, column, Kind::NoAge, &both, "");
            }
            (Some(_), _) => reading.fault(place, column, Kind::NoAge, &cell.written(), ""),
            (None, _) => self.read_choice(reading, place, column, cell),
        }
    }

    fn read_day(&self, reading: &mut Reading, place: usize, column: Column, cell: &Cell) {
        let order: Option<Order> = self.plan.orders.get(&place).copied();
        // Nobody was born after the visit. That may be another day than the one said for all, but not a century later.
        let latest = (column == Column::Born).then_some(self.plan.said.visit_date);
        let value = cell.written();
        let end = match (column, cell) {
            (Column::Until(_), Cell::Text(text)) => Cell::Text(end_alone(text)),
            _ => cell.clone(),
        };
        match (dates::Reading { order, latest, labels: self.labels }).day(&end) {
            dates::Said::Day(day) if (1900..=9999).contains(&day.year()) => reading.take_day(place, column, day),
            dates::Said::Asked(meant) => {
                let meant = meant.map(write_date).unwrap_or_default();
                reading.fault(place, column, Kind::Order, &value, &meant);
            }
            dates::Said::Within(first, last) if column == Column::Born => {
                reading.entry.born_in = Some(Within { place, days: [first, last], value });
            }
            dates::Said::Within(first, last) if matches!(column, Column::Until(_)) => {
                reading.end_in(column, Within { place, days: [first, last], value });
            }
            _ if matches!(column, Column::Until(_)) && is_without_end(&value) => {}
            _ => reading.fault(place, column, Kind::NoDay, &value, ""),
        }
    }
}

/// The years that a cell shows.
fn years_shown(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Formatted(formatted) => years_typed(&formatted.shown).or_else(|| formatted.shown.parse().ok()),
        other => years_typed(&other.written()),
    }
}

/// The answer that so many years are, whole or not; none where nobody is so old.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between the bounds it fits")]
fn age_of(years: f64) -> Option<Answer> {
    (0.0..=130.0).contains(&years).then(|| age(years as u32))
}

/// Years as people type them: a number, with or without a word behind it.
fn years_typed(text: &str) -> Option<f64> {
    let digits = text.split(|letter: char| letter.is_whitespace()).next()?;
    let is_whole = !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|digit| digit.is_ascii_digit());
    let rest = text.get(digits.len()..)?.trim();
    let is_years =
        ["", "лет", "год", "года", "г.", "л.", "жас", "жаста", "years", "year"].contains(&rest.to_lowercase().as_str());
    (is_whole && is_years).then(|| digits.parse().ok())?
}

impl Reading<'_> {
    fn fault(&mut self, place: usize, column: Column, kind: Kind, value: &str, meant: &str) {
        let (value, meant) = (value.to_owned(), meant.to_owned());
        self.faults.push(Fault { row: self.row.number, place, kind, value, meant });
        if !kind.is_hint() {
            let unknown = if column == Column::Born { Column::Fact(Fact::Age) } else { column };
            self.entry.unreadable.push(unknown);
        }
    }

    fn hold(&mut self, document: Document, form: Option<Form>, until: Option<Date>) {
        let held = self.entry.documents.get(document);
        // What is called past its date stays so, whatever day stands beside it.
        let until = [until, held.valid_until].into_iter().flatten().min();
        let held = Held { form: form.or(held.form), valid_until: until };
        self.entry.documents = self.entry.documents.with(document, held);
    }

    fn take_day(&mut self, place: usize, column: Column, day: Date) {
        match column {
            Column::Visit => self.entry.visit_date = Some(day),
            Column::Born => self.entry.born = Some((place, day)),
            Column::Until(document) => self.hold(document, None, Some(day)),
            _ => {}
        }
    }

    fn end_in(&mut self, column: Column, within: Within) {
        if let Column::Until(document) = column {
            self.entry.ends_in.push((document, within));
        }
    }

    /// A name; of several people nobody knows which one the row is about.
    fn read_name(&mut self, place: usize, cell: &Cell) {
        let value = cell.written();
        self.name = same_look(&value);
        if is_of_several(&value) {
            self.fault(place, Column::Name, Kind::Several, &value, "");
        }
    }

    /// An IIN by its check digit. Zeros that a number lost at its beginning are put back where the digit then fits.
    fn read_iin(&mut self, place: usize, cell: &Cell) {
        let value: String = cell.written().chars().filter(|letter| !letter.is_whitespace()).collect();
        let whole = ["0".repeat(12_usize.saturating_sub(value.len())), value.clone()].concat();
        if is_iin(&value) {
            self.entry.whom = Some(value);
        } else if (9..12).contains(&value.len()) && is_iin(&whole) {
            self.fault(place, Column::Iin, Kind::Restored, &value, &whole);
            self.entry.whom = Some(whole);
        } else {
            self.fault(place, Column::Iin, Kind::Iin, &value, "");
        }
    }

    fn read_rka(&mut self, place: usize, cell: &Cell) {
        let value = cell.written();
        match cell {
            _ if cell.number().is_some_and(|number| number >= 1e15) && value.len() == 16 => {
                self.fault(place, Column::Rka, Kind::Rounded, &value, "");
            }
            _ if fits_field("rka", &value) => {}
            _ => self.fault(place, Column::Rka, Kind::Rka, &value, ""),
        }
    }

    /// Without an IIN a name with a day of birth tells who somebody is.
    fn tell_whom(&mut self) {
        if self.entry.whom.is_none() && !self.name.is_empty() {
            self.entry.whom = self.entry.born.map(|(_, born)| [&self.name, " ", &*write_date(born)].concat());
        }
    }
}

impl Entry {
    /// From the day of birth to the age on the day of the visit, and from the month in which a document ends to whether it has ended by then. The
    /// days themselves go no further. The faults have no row yet.
    pub fn grow(&mut self, visit: Date) -> Vec<Fault> {
        let ends = std::mem::take(&mut self.ends_in);
        let ends = ends.into_iter().filter_map(|(document, within)| self.end(document, within, visit));
        let ends: Vec<Fault> = ends.collect();
        self.grow_old(visit).into_iter().chain(ends).collect()
    }

    /// The end of a document that is some day of a month or a year: known where the visit is outside of it.
    fn end(&mut self, document: Document, within: Within, visit: Date) -> Option<Fault> {
        let [first, last] = within.days;
        let held = self.documents.get(document);
        if first < visit && visit <= last {
            self.unreadable.push(Column::Until(document));
            let Within { place, value, .. } = within;
            return Some(Fault { row: 0, place, kind: Kind::NoDay, value, meant: String::new() });
        }
        let until = [Some(if visit <= first { first } else { last }), held.valid_until].into_iter().flatten().min();
        self.documents = self.documents.with(document, Held { valid_until: until, ..held });
        None
    }

    fn grow_old(&mut self, visit: Date) -> Option<Fault> {
        let (kind, place, years, value) = match (self.born.take(), self.born_in.take()) {
            (Some((place, born)), _) => {
                (Kind::Birth, place, years(born, visit).filter(|years| *years <= 130), write_date(born))
            }
            (None, Some(within)) => (Kind::NoDay, within.place, age_within(within.days, visit), within.value),
            (None, None) => return None,
        };
        let fault = |kind, meant: String| Some(Fault { row: 0, place, kind, value, meant });
        let Some(years) = years else {
            self.unreadable.push(Column::Fact(Fact::Age));
            return fault(kind, write_date(visit));
        };
        match self.answers.get(Fact::Age) {
            Some(said) if said != age(years) => {
                self.answers = self.answers.without(Fact::Age);
                self.unreadable.push(Column::Fact(Fact::Age));
                fault(Kind::AgesDiffer, years.to_string())
            }
            _ => {
                self.answers = self.answers.with(age(years));
                None
            }
        }
    }

    /// The answer to a question about a person: the row's own, or what is said for all; unknown where the cell cannot be read.
    #[must_use]
    pub fn answer(&self, fact: Fact, plan: &Plan) -> Option<Answer> {
        if self.unreadable.contains(&Column::Fact(fact)) {
            return None;
        }
        self.answers.get(fact).or_else(|| plan.said.answers.get(fact))
    }

    /// How a document is held: the row's own, or what is said for all; unknown where a cell cannot be read.
    #[must_use]
    pub fn held(&self, document: Document, plan: &Plan) -> Held {
        let (own, said) = (self.documents.get(document), plan.said.documents.get(document));
        let form = own.form.or(said.form).filter(|_| !self.unreadable.contains(&Column::Document(document)));
        let held = Held { form, valid_until: own.valid_until.or(said.valid_until) };
        if self.unreadable.contains(&Column::Until(document)) { without_end_known(held) } else { held }
    }
}

/// A document of whose end nobody knows: without a day it would count as valid. Whether it counts at all is then unknown, but for a copy and
/// for one that is not there, which no day mends.
#[must_use]
pub fn without_end_known(held: Held) -> Held {
    let form = held.form.filter(|form| matches!(form, Form::Copy | Form::NotHeld));
    Held { form, valid_until: None }
}

/// The facts and documents of each person, from what its row says.
#[must_use]
pub fn person(entry: &Entry, plan: &Plan) -> crate::Person {
    let answers = Fact::PERSON.iter().filter_map(|fact| entry.answer(*fact, plan)).collect();
    let documents = Document::PERSON
        .iter()
        .fold(Documents::default(), |documents, document| documents.with(*document, entry.held(*document, plan)));
    crate::Person { answers, documents }
}
