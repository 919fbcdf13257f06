//! The decoder: the one table of keys and messages, for JSON text and JavaScript values alike.
//!
//! Knows which keys and ids there are, and nothing of what they lead to.

use time::Date;

use super::place::{Place, Refusal, shortened};
use super::value::Value;
use crate::decide::appeal::Appeal;
use crate::facts::application::{Application, Person};
use crate::facts::day::{date, parse_date};
use crate::facts::document::{Document, Documents, Form, Held};
use crate::facts::fact::{Answers, Fact, Of};
use crate::facts::id::{Id, Set, from_id};

/// What a member of an object is handed to: the index of its key on the list of keys, its value and its place.
type Members<'a> = dyn FnMut(usize, &Value, &Place) -> Result<(), Refusal> + 'a;

/// Reads an application.
///
/// # Errors
/// Whatever is not an application, at the first place at which it is not.
pub(super) fn application(value: &Value) -> Result<Application, Refusal> {
    let mut visit_date = None;
    let mut read = Application::on(date(1, 1, 1));
    object(
        value,
        &Place::Whole,
        Keys::Named(&["visit_date", "answers", "documents", "people"]),
        &mut |key, value, place| {
            match key {
                0 => visit_date = Some(day_at(value, place)?),
                1 => read.answers = answers(value, place, Of::Application)?,
                2 => read.documents = documents(value, place, Of::Application)?,
                _ => read.people = people(value, place)?,
            }
            Ok(())
        },
    )?;
    let missing = || Place::Key(&Place::Whole, "visit_date").refuse("nothing", A_DATE);
    read.visit_date = visit_date.ok_or_else(missing)?;
    Ok(read)
}

/// Reads the day of a refusal, written as `YYYY-MM-DD`, and tells what can be done after it.
///
/// # Errors
/// Whatever is not a day, and a day so late that the term would end after the year 9999.
pub(super) fn appeal(value: &Value) -> Result<Appeal, Refusal> {
    let place = Place::Key(&Place::Whole, "refused_on");
    crate::decide::appeal::appeal(day_at(value, &place)?)
        .ok_or_else(|| refuse(value, &place, "a date before 9999-10-01"))
}

const A_DATE: &str = "a date such as \"2026-12-01\"";

fn day_at(value: &Value, place: &Place) -> Result<Date, Refusal> {
    let day = if let Value::Text(day) = value { parse_date(day) } else { None };
    day.ok_or_else(|| refuse(value, place, A_DATE))
}

fn people(value: &Value, place: &Place) -> Result<Vec<Person>, Refusal> {
    match value {
        Value::List(people) => {
            people.iter().enumerate().map(|(index, value)| person(value, &Place::Item(place, index))).collect()
        }
        Value::LongList(count) => Err(place.refuse(&["a list of ", count].concat(), "a list of at most 1000 people")),
        _ => Err(refuse(value, place, "a list of people")),
    }
}

fn person(value: &Value, place: &Place) -> Result<Person, Refusal> {
    let mut person = Person::default();
    object(value, place, Keys::Named(&["answers", "documents"]), &mut |key, value, place| {
        match key {
            0 => person.answers = answers(value, place, Of::Person)?,
            _ => person.documents = documents(value, place, Of::Person)?,
        }
        Ok(())
    })?;
    Ok(person)
}

fn answers(value: &Value, place: &Place, of: Of) -> Result<Answers, Refusal> {
    let facts = if of == Of::Person { Fact::PERSON } else { Fact::APPLICATION };
    let mut answers = Answers::UNKNOWN;
    object(value, place, Keys::Facts(facts), &mut |key, value, place| {
        let Some(fact) = facts.get(key) else { return Ok(()) };
        let given = one_of(value, place, fact.answers())?;
        answers = answers.with(given);
        Ok(())
    })?;
    Ok(answers)
}

fn documents(value: &Value, place: &Place, of: Of) -> Result<Documents, Refusal> {
    let known = if of == Of::Person { Document::PERSON } else { Document::APPLICATION };
    let mut documents = Documents::UNKNOWN;
    object(value, place, Keys::Documents(known), &mut |key, value, place| {
        let Some(document) = known.get(key) else { return Ok(()) };
        documents = documents.with(*document, held(value, place, *document)?);
        Ok(())
    })?;
    Ok(documents)
}

fn held(value: &Value, place: &Place, document: Document) -> Result<Held, Refusal> {
    let keys: &[_] = if document.has_valid_until() { &["form", "valid_until"] } else { &["form"] };
    let mut held = Held::default();
    object(value, place, Keys::Named(keys), &mut |key, value, place| {
        match key {
            0 => held.form = Some(one_of(value, place, Form::set(Form::ALL))?),
            _ => held.valid_until = Some(day_at(value, place)?),
        }
        Ok(())
    })?;
    Ok(held)
}

/// The keys that an object may have, in the order of the indices that its members get.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    Named(&'static [&'static str]),
    Facts(&'static [Fact]),
    Documents(&'static [Document]),
}

impl Keys {
    /// Found without a list of them being made: there are many objects.
    fn index(self, key: &str) -> Option<usize> {
        match self {
            Self::Named(keys) => keys.iter().position(|known| *known == key),
            Self::Facts(facts) => facts.iter().position(|fact| fact.id() == key),
            Self::Documents(documents) => documents.iter().position(|document| document.id() == key),
        }
    }

    fn all(self) -> Vec<&'static str> {
        match self {
            Self::Named(keys) => keys.to_vec(),
            Self::Facts(facts) => facts.iter().copied().map(Id::id).collect(),
            Self::Documents(documents) => documents.iter().copied().map(Id::id).collect(),
        }
    }

    /// The other list of the same kind, if there is one: the application's for a person's.
    fn others(self) -> Option<Self> {
        Some(match self {
            Self::Named(_) => return None,
            Self::Facts(Fact::PERSON) => Self::Facts(Fact::APPLICATION),
            Self::Facts(_) => Self::Facts(Fact::PERSON),
            Self::Documents(Document::PERSON) => Self::Documents(Document::APPLICATION),
            Self::Documents(_) => Self::Documents(Document::PERSON),
        })
    }
}

/// The member of `list` that `value` names by its id.
fn one_of<T: Id>(value: &Value, place: &Place, list: Set<T>) -> Result<T, Refusal> {
    let id = if let Value::Text(id) = value { id } else { "" };
    let named = list.iter().find(|member| member.id() == id);
    named.ok_or_else(|| refuse(value, place, &any_of(&list.iter().map(Id::id).collect::<Vec<_>>())))
}

/// Reads an object's members one by one: only these keys, each at most once. A member that is undefined is not there.
fn object(value: &Value, place: &Place, keys: Keys, member: &mut Members) -> Result<(), Refusal> {
    let Value::Object(members) = value else { return Err(refuse(value, place, "an object")) };
    let mut given = 0_u32;
    for (key, value) in members {
        let at = Place::Key(place, key);
        let Some(place_on_list) = keys.index(key) else {
            return Err(unknown_key(&at, key, keys));
        };
        if given >> place_on_list & 1 == 1 {
            return Err(at.refusal(&[&quoted(key), " is given twice; once would be right"]));
        }
        given |= 1 << place_on_list;
        if *value != Value::Undefined {
            member(place_on_list, value, &at)?;
        }
    }
    Ok(())
}

/// A key that does not belong here; where it belongs, if it stands on the other list of the same kind.
fn unknown_key(place: &Place, key: &str, keys: Keys) -> Refusal {
    let misplaced = keys.others().is_some_and(|others| others.index(key).is_some());
    let of_person = from_id(key).map(Fact::of).or_else(|| from_id(key).map(Document::of)) == Some(Of::Person);
    let why = match (misplaced, of_person) {
        (true, true) => " is told of each person, not of the application",
        (true, false) => " is told of the application, not of a person",
        _ if key == "valid_until" && keys == Keys::Named(&["form"]) => " does not belong to this document",
        _ => " is not a key that is known",
    };
    place.refusal(&[&quoted(key), why, "; ", &any_of(&keys.all()), " would be right"])
}

fn refuse(value: &Value, place: &Place, right: &str) -> Refusal {
    let written = match value {
        Value::Undefined => "undefined",
        Value::Text(text) => &quoted(text),
        Value::List(_) | Value::LongList(_) => "a list",
        Value::Object(_) => "an object",
        Value::Other(written) => &shortened(written),
        Value::Unreadable(reason) => {
            let why = ["reading it failed (", &shortened(reason), "); a plain value would be right"];
            return place.refusal(&why);
        }
    };
    place.refuse(written, right)
}

fn any_of(ids: &[&str]) -> String {
    let quoted: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
    quoted.join(" or ")
}

fn quoted(text: &str) -> String {
    ["\"", &shortened(text), "\""].concat()
}
