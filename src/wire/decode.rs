//! The decoder: the one table of keys and messages, for JSON text and JavaScript values alike.
//!
//! Knows which keys and ids there are, and nothing of what they lead to.

use time::Date;

use super::piece::Piece;
use super::place::{Place, Refusal, shortened};
use crate::decide::appeal::Appeal;
use crate::facts::application::{Application, Person};
use crate::facts::day::{date, parse_date};
use crate::facts::document::{Document, Documents, Form, Held};
use crate::facts::fact::{Answers, Fact, Of};
use crate::facts::id::{Id, Set, from_id};

/// What a member of an object is handed to: the index of its key on the list of keys, its first piece, what follows, and its place.
type Members<'m, 'a, S> = dyn FnMut(usize, Piece<'a>, &mut S, &Place) -> Result<(), Refusal> + 'm;

/// Reads an application.
///
/// # Errors
/// Whatever is not an application, at the first place at which it is not.
pub(super) fn application<'a, S: Iterator<Item = Piece<'a>>>(from: &mut S) -> Result<Application, Refusal> {
    let mut visit_date = None;
    let mut read = Application::on(date(1, 1, 1));
    let whole = first(from);
    object(
        whole,
        from,
        &Place::Whole,
        Keys::Named(&["visit_date", "answers", "documents", "people"]),
        &mut |key, piece, from, place| {
            match key {
                0 => visit_date = Some(day_at(piece, place)?),
                1 => read.answers = answers(piece, from, place, Of::Application)?,
                2 => read.documents = documents(piece, from, place, Of::Application)?,
                _ => read.people = people(piece, from, place)?,
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
pub(super) fn appeal<'a>(from: &mut impl Iterator<Item = Piece<'a>>) -> Result<Appeal, Refusal> {
    let place = Place::Key(&Place::Whole, "refused_on");
    let refused_on = first(from);
    crate::decide::appeal::appeal(day_at(refused_on, &place)?)
        .ok_or_else(|| refuse(refused_on, &place, "a date before 9999-10-01"))
}

/// The first piece of a value. Where there is nothing more, nothing is there.
fn first<'a>(from: &mut impl Iterator<Item = Piece<'a>>) -> Piece<'a> {
    from.next().unwrap_or(Piece::Undefined)
}

const A_DATE: &str = "a date such as \"2026-12-01\"";

fn day_at(piece: Piece, place: &Place) -> Result<Date, Refusal> {
    let day = if let Piece::Text(day) = piece { parse_date(day) } else { None };
    day.ok_or_else(|| refuse(piece, place, A_DATE))
}

fn people<'a, S: Iterator<Item = Piece<'a>>>(
    piece: Piece<'a>,
    from: &mut S,
    place: &Place,
) -> Result<Vec<Person>, Refusal> {
    match piece {
        Piece::List => {
            let mut people = Vec::new();
            while let Some(piece) = from.next().filter(|piece| *piece != Piece::End) {
                people.push(person(piece, from, &Place::Item(place, people.len()))?);
            }
            Ok(people)
        }
        Piece::LongList(count) => Err(place.refuse(&["a list of ", count].concat(), "a list of at most 1000 people")),
        _ => Err(refuse(piece, place, "a list of people")),
    }
}

fn person<'a, S: Iterator<Item = Piece<'a>>>(piece: Piece<'a>, from: &mut S, place: &Place) -> Result<Person, Refusal> {
    let mut person = Person::default();
    object(piece, from, place, Keys::Named(&["answers", "documents"]), &mut |key, piece, from, place| {
        match key {
            0 => person.answers = answers(piece, from, place, Of::Person)?,
            _ => person.documents = documents(piece, from, place, Of::Person)?,
        }
        Ok(())
    })?;
    Ok(person)
}

fn answers<'a, S: Iterator<Item = Piece<'a>>>(
    piece: Piece<'a>,
    from: &mut S,
    place: &Place,
    of: Of,
) -> Result<Answers, Refusal> {
    let facts = if of == Of::Person { Fact::PERSON } else { Fact::APPLICATION };
    let mut answers = Answers::UNKNOWN;
    object(piece, from, place, Keys::Facts(facts), &mut |key, piece, _, place| {
        let Some(fact) = facts.get(key) else { return Ok(()) };
        let given = one_of(piece, place, fact.answers())?;
        answers = answers.with(given);
        Ok(())
    })?;
    Ok(answers)
}

fn documents<'a, S: Iterator<Item = Piece<'a>>>(
    piece: Piece<'a>,
    from: &mut S,
    place: &Place,
    of: Of,
) -> Result<Documents, Refusal> {
    let known = if of == Of::Person { Document::PERSON } else { Document::APPLICATION };
    let mut documents = Documents::UNKNOWN;
    object(piece, from, place, Keys::Documents(known), &mut |key, piece, from, place| {
        let Some(document) = known.get(key) else { return Ok(()) };
        documents = documents.with(*document, held(piece, from, place, *document)?);
        Ok(())
    })?;
    Ok(documents)
}

fn held<'a, S: Iterator<Item = Piece<'a>>>(
    piece: Piece<'a>,
    from: &mut S,
    place: &Place,
    document: Document,
) -> Result<Held, Refusal> {
    let keys: &[_] = if document.has_valid_until() { &["form", "valid_until"] } else { &["form"] };
    let mut held = Held::default();
    object(piece, from, place, Keys::Named(keys), &mut |key, piece, _, place| {
        match key {
            0 => held.form = Some(one_of(piece, place, Form::set(Form::ALL))?),
            _ => held.valid_until = Some(day_at(piece, place)?),
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
            Self::Named(keys) => keys.iter().position(|known| is(known, key)),
            Self::Facts(facts) => facts.iter().position(|fact| is(fact.id(), key)),
            Self::Documents(documents) => documents.iter().position(|document| is(document.id(), key)),
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

/// Whether a text is this word; where it came as the number of one it is the very same text, and no letter is looked at.
fn is(word: &str, text: &str) -> bool {
    std::ptr::eq(word, text) || word == text
}

/// The member of `list` that `piece` names by its id.
fn one_of<T: Id>(piece: Piece, place: &Place, list: Set<T>) -> Result<T, Refusal> {
    let id = if let Piece::Text(id) = piece { id } else { "" };
    let named = list.iter().find(|member| is(member.id(), id));
    named.ok_or_else(|| refuse(piece, place, &any_of(&list.iter().map(Id::id).collect::<Vec<_>>())))
}

/// Reads an object's members one by one: only these keys, each at most once. A member that is undefined is not there.
fn object<'a, S: Iterator<Item = Piece<'a>>>(
    piece: Piece<'a>,
    from: &mut S,
    place: &Place,
    keys: Keys,
    member: &mut Members<'_, 'a, S>,
) -> Result<(), Refusal> {
    if piece != Piece::Object {
        return Err(refuse(piece, place, "an object"));
    }
    let mut given = 0_u32;
    while let Some(Piece::Text(key)) = from.next() {
        let at = Place::Key(place, key);
        let Some(place_on_list) = keys.index(key) else {
            return Err(unknown_key(&at, key, keys));
        };
        if given >> place_on_list & 1 == 1 {
            return Err(at.refusal(&[&quoted(key), " is given twice; once would be right"]));
        }
        given |= 1 << place_on_list;
        let piece = first(from);
        if piece != Piece::Undefined {
            member(place_on_list, piece, from, &at)?;
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

fn refuse(piece: Piece, place: &Place, right: &str) -> Refusal {
    let written = match piece {
        Piece::Undefined | Piece::End => "undefined",
        Piece::Text(text) => &quoted(text),
        Piece::List | Piece::LongList(_) => "a list",
        Piece::Object => "an object",
        Piece::Other(written) => &shortened(written),
        Piece::Unreadable(reason) => {
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
