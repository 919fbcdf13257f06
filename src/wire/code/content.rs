//! What a code says, in which order: one walk for writing and for reading, so that neither can differ from the other.
//!
//! Knows the tables that a schema names, and nothing of characters.

use time::Date;

use super::Code;
use super::frozen::{DAYS, DIGESTS, FIRST_DAY, FIRST_VISIT, Schema, VALID, VALID_BEFORE, VISITS};
use super::number::Number;
use super::same_papers::{SamePapers, representatives, with_a_parent};
use crate::facts::application::{Application, Person};
use crate::facts::document::{Document, Documents, Form, Held, SOME_DAY_BEFORE};
use crate::facts::fact::{Answer, Answers};

/// Where values go, or come from.
pub(super) trait Port {
    /// Passes a value below `base`: gives the one that was written, whichever is said here.
    fn pass(&mut self, value: u32, base: u32) -> u32;
}

/// Writing: what was said so far, to be put into the number from the last on.
#[derive(Default)]
pub(super) struct Written(Vec<(u32, u32)>);

impl Port for Written {
    fn pass(&mut self, value: u32, base: u32) -> u32 {
        self.0.push((value, base));
        value
    }
}

impl Written {
    /// The number that says all of it.
    pub(super) fn number(&self) -> Number {
        let mut number = Number::default();
        self.0.iter().rev().for_each(|(value, base)| number.put(*value, *base));
        number
    }
}

/// The largest number of what is said in as many values: it has the digits that all of them need.
#[derive(Default)]
pub(super) struct Counted(Written);

impl Port for Counted {
    fn pass(&mut self, value: u32, base: u32) -> u32 {
        self.0.pass(base - 1, base);
        value
    }
}

impl Counted {
    pub(super) fn number(&self) -> Number {
        self.0.number()
    }
}

/// Passes all that a code says, and gives what was written; of `code` the number of people counts in any case.
pub(super) fn pass(schema: &Schema, code: &Code, port: &mut impl Port) -> Code {
    let visit_date = visit(code.application.visit_date, port);
    let edition = edition(schema, code.edition, port);
    let digest = port.pass(code.digest.min(DIGESTS - 1), DIGESTS);
    let told = &code.application;
    let answers = answers(schema.application.answers, told.answers, port);
    let documents = documents(schema, schema.application.documents, &told.documents, visit_date, port);
    let mut people = Vec::with_capacity(told.people.len());
    for person in &told.people {
        let answers = self::answers(schema.person.answers, person.answers, port);
        let documents = self::documents(schema, schema.person.documents, &person.documents, visit_date, port);
        people.push(Person { answers, documents });
    }
    let same = if schema.tells_same_papers { same_papers(&people, &code.same, port) } else { SamePapers::default() };
    Code { application: Application { visit_date, answers, documents, people }, same, edition, digest }
}

/// Asked only of whom a paper may also be another's: nobody else's code grows.
fn same_papers(people: &[Person], given: &SamePapers, port: &mut impl Port) -> SamePapers {
    let representative = choice(&representatives(people), given.representative, port);
    let mut is_same = |person: &usize| port.pass(given.certificates.contains(person).into(), 2) == 1;
    SamePapers { representative, certificates: with_a_parent(people).filter(|person| is_same(person)).collect() }
}

fn edition(schema: &Schema, given: Option<Date>, port: &mut impl Port) -> Option<Date> {
    let place = place_of(schema.editions, given);
    at_place(schema.editions, port.pass(place, schema.most_editions + 1))
}

fn answers(tables: &[&[Answer]], given: Answers, port: &mut impl Port) -> Answers {
    tables.iter().fold(Answers::UNKNOWN, |answers, table| {
        let answer = table.iter().copied().find(|answer| given.given().contains(*answer));
        choice(table, answer, port).map_or(answers, |answer| answers.with(answer))
    })
}

fn documents(
    schema: &Schema,
    table: &[(Document, bool)],
    given: &Documents,
    visit_date: Date,
    port: &mut impl Port,
) -> Documents {
    table.iter().fold(Documents::UNKNOWN, |documents, (document, is_dated)| {
        let Held { form, valid_until } = given.get(*document);
        let form: Option<Form> = choice(schema.forms, form, port);
        let valid_until = if *is_dated { validity(valid_until, visit_date, port) } else { None };
        documents.with(*document, Held { form, valid_until })
    })
}

/// Nothing said, a day, or that it is past its date by the visit, without a day.
fn validity(given: Option<Date>, visit_date: Date, port: &mut impl Port) -> Option<Date> {
    let said = match given {
        None => 0,
        Some(SOME_DAY_BEFORE) => 2,
        Some(_) => 1,
    };
    match port.pass(said, 3) {
        0 => None,
        1 => {
            let first = visit_date.to_julian_day() - VALID_BEFORE;
            day_from(first, VALID, given.unwrap_or(visit_date), port)
        }
        _ => Some(SOME_DAY_BEFORE),
    }
}

fn visit(given: Date, port: &mut impl Port) -> Date {
    day_from(FIRST_VISIT.to_julian_day(), VISITS, given, port).unwrap_or(Date::MIN)
}

/// A day that is most often among so many from the first: else a last number, and behind it its place among all days there are.
fn day_from(first: i32, most: u32, given: Date, port: &mut impl Port) -> Option<Date> {
    let given = given.to_julian_day();
    let near = u32::try_from(given - first).unwrap_or(most).min(most);
    let day = match port.pass(near, most + 1) {
        near if near < most => first + i32::try_from(near).ok()?,
        _ => FIRST_DAY + i32::try_from(port.pass((given - FIRST_DAY).unsigned_abs().min(DAYS - 1), DAYS)).ok()?,
    };
    Date::from_julian_day(day).ok()
}

fn choice<T: Copy + PartialEq>(table: &[T], given: Option<T>, port: &mut impl Port) -> Option<T> {
    let base = u32::try_from(table.len() + 1).unwrap_or(1);
    at_place(table, port.pass(place_of(table, given), base))
}

/// The place in a table, from 1; 0 where nothing was said.
fn place_of<T: Copy + PartialEq>(table: &[T], given: Option<T>) -> u32 {
    let place = given.and_then(|given| table.iter().position(|entry| *entry == given));
    place.and_then(|place| u32::try_from(place + 1).ok()).unwrap_or(0)
}

fn at_place<T: Copy>(table: &[T], place: u32) -> Option<T> {
    table.get((place as usize).checked_sub(1)?).copied()
}
