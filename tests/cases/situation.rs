//! Turns the cells that describe a visit into applications.
//!
//! Knows how a visit is told in words, and nothing of what it leads to.

use time::{Date, Duration};
use tirkeu::{
    Answer, Answers, Application, Document, Documents, Fact, Form, Held, Id, Of, Person, date, from_id, parse_date,
    write_date,
};

use crate::table::Cell;

/// Whether a column tells something of the visit.
pub(crate) fn tells(column: &str) -> bool {
    column == "visit" || column == "application" || person_of(column).is_some() || subject_of(column).is_some()
}

/// The applications that these cells describe: one for each choice of what stands around an "or".
pub(crate) fn applications(cells: &[Cell]) -> Result<Vec<Application>, String> {
    let mut choices = vec![Vec::new()];
    for (column, text) in cells.iter().filter(|(column, text)| tells(column) && !is_blank(text)) {
        let choose = |chosen: &Vec<Cell>| -> Vec<Vec<Cell>> {
            let chosen = chosen.iter().filter(|(earlier, _)| earlier != column || is_list(column));
            let chosen: Vec<Cell> = chosen.cloned().collect();
            text.split(" or ").map(|one| [&chosen[..], &[(column.clone(), one.trim().to_owned())]].concat()).collect()
        };
        choices = choices.iter().flat_map(choose).collect();
    }
    choices.iter().map(|chosen| application(chosen)).collect()
}

/// In these columns a row adds to the base case; in the others it takes its place.
fn is_list(column: &str) -> bool {
    column == "application" || person_of(column).is_some()
}

fn application(cells: &[Cell]) -> Result<Application, String> {
    let visit = cells.iter().find(|(column, _)| column == "visit").map_or("", |(_, text)| text);
    let visit = parse_date(visit).ok_or_else(|| format!("\"{visit}\" is no date of a visit"))?;
    let mut told = Application::on(visit);
    for (column, text) in cells.iter().filter(|(column, _)| column != "visit") {
        tell(&mut told, column, text).map_err(|why| format!("column {column}: {why}"))?;
    }
    Ok(told)
}

fn tell(told: &mut Application, column: &str, text: &str) -> Result<(), String> {
    if let Some(subject) = subject_of(column) {
        return put(told, subject, &text.split_whitespace().collect::<Vec<_>>(), 0);
    }
    let (of, index) = person_of(column).map_or((Of::Application, 0), |index| (Of::Person, index));
    if text == "nobody" {
        told.people.clear();
        return Ok(());
    }
    if of == Of::Person {
        add_people(told, index);
    }
    let mut parts = text.split(',').map(str::trim).filter(|part| *part != "nothing said");
    parts.try_for_each(|part| entry(told, of, part, index))
}

/// `person` and `person 1` are the first.
fn person_of(column: &str) -> Option<usize> {
    let number = column.strip_prefix("person")?.trim();
    if number.is_empty() { Some(0) } else { number.parse::<usize>().ok()?.checked_sub(1) }
}

/// An answer, or a question or document and what is said to it.
fn entry(told: &mut Application, of: Of, part: &str, index: usize) -> Result<(), String> {
    let words: Vec<&str> = part.split_whitespace().collect();
    if let Some(subject) = words.first().and_then(|word| subject_of(word)).filter(|subject| subject.of() == of) {
        return put(told, subject, &words[1..], index);
    }
    let facts = Fact::ALL.iter().copied().filter(|fact| fact.of() == of);
    let answers = facts.flat_map(|fact| fact.answers().iter()).filter(|answer| answer.id() == part);
    match answers.collect::<Vec<_>>()[..] {
        [answer] if part != "yes" && part != "no" => put_answer(told, answer.fact(), Some(answer), index),
        _ => return Err(format!("\"{part}\" tells nothing")),
    }
    Ok(())
}

/// A question or a document.
#[derive(Clone, Copy)]
enum Subject {
    Fact(Fact),
    Document(Document),
}

impl Subject {
    fn of(self) -> Of {
        match self {
            Self::Fact(fact) => fact.of(),
            Self::Document(document) => document.of(),
        }
    }
}

fn subject_of(id: &str) -> Option<Subject> {
    from_id(id).map(Subject::Fact).or_else(|| from_id(id).map(Subject::Document))
}

fn put(told: &mut Application, subject: Subject, words: &[&str], index: usize) -> Result<(), String> {
    match subject {
        Subject::Fact(fact) => put_answer(told, fact, answer(fact, words)?, index),
        Subject::Document(document) => {
            let held = held(document, words, told.visit_date)?;
            let documents = match document.of() {
                Of::Application => &mut told.documents,
                Of::Person => &mut person(told, index).documents,
            };
            *documents = documents.with(document, held);
        }
    }
    Ok(())
}

fn put_answer(told: &mut Application, fact: Fact, answer: Option<Answer>, index: usize) {
    let answers = match fact.of() {
        Of::Application => &mut told.answers,
        Of::Person => &mut person(told, index).answers,
    };
    *answers = answer.map_or(answers.without(fact), |answer| answers.with(answer));
}

fn person(told: &mut Application, index: usize) -> &mut Person {
    add_people(told, index);
    &mut told.people[index]
}

fn add_people(told: &mut Application, index: usize) {
    let people = told.people.len().max(index + 1);
    told.people.resize(people, Person::default());
}

fn is_blank(text: &str) -> bool {
    text.is_empty() || text == "–"
}

fn answer(fact: Fact, words: &[&str]) -> Result<Option<Answer>, String> {
    match words {
        ["not", "said"] => Ok(None),
        [id] => {
            let answer = fact.answers().iter().find(|answer| answer.id() == *id);
            answer.map(Some).ok_or_else(|| format!("\"{id}\" is no answer to {}", fact.id()))
        }
        _ => Err(format!("\"{}\" is no answer to {}", words.join(" "), fact.id())),
    }
}

/// `electronic`, `original until 2026-11-30`, `until the day before`, `not said`.
fn held(document: Document, words: &[&str], visit: Date) -> Result<Held, String> {
    let until = words.iter().position(|word| *word == "until").unwrap_or(words.len());
    let (form, until) = words.split_at(until);
    if !until.is_empty() && !document.has_valid_until() {
        return Err(format!("{} has no date", document.id()));
    }
    Ok(Held { form: self::form(form)?, valid_until: last_day(until, visit)? })
}

fn form(words: &[&str]) -> Result<Option<Form>, String> {
    match words {
        [] | ["not", "said"] => Ok(None),
        [id] => from_id(id).map(Some).ok_or_else(|| format!("\"{id}\" is no form")),
        _ => Err(format!("\"{}\" is no form", words.join(" "))),
    }
}

fn last_day(words: &[&str], visit: Date) -> Result<Option<Date>, String> {
    Ok(Some(match words {
        [] => return Ok(None),
        ["until", "the", "day", "before"] => visit - Duration::DAY,
        ["until", "the", "day", "of", "the", "visit"] => visit,
        ["until", "the", "day", "after"] => visit + Duration::DAY,
        ["until", day] => parse_date(day).ok_or_else(|| format!("\"{day}\" is no day"))?,
        _ => return Err(format!("\"{}\" is no day", words.join(" "))),
    }))
}

/// The situation in words, for a message.
pub(crate) fn described(application: &Application) -> String {
    let person = |(index, person): (usize, &Person)| {
        format!("\n  person {}: {}", index + 1, told(person.answers, &person.documents, Document::PERSON))
    };
    let people: String = application.people.iter().enumerate().map(person).collect();
    let own = told(application.answers, &application.documents, Document::APPLICATION);
    format!("\n  visit: {}\n  application: {own}{people}", write_date(application.visit_date))
}

fn told(answers: Answers, documents: &Documents, of: &[Document]) -> String {
    let answers = answers.given().iter().map(|answer| format!("{} {}", answer.fact().id(), answer.id()));
    let held = of.iter().map(|document| (document, documents.get(*document)));
    let held = held.filter(|(_, held)| *held != Held::default()).map(|(document, held)| {
        let form = held.form.map_or("not said", Id::id);
        let until = held.valid_until.map(|day| format!(" until {}", write_date(day))).unwrap_or_default();
        format!("{} {form}{until}", document.id())
    });
    answers.chain(held).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_row_adds_to_its_base_case() {
    let cell = |column: &str, text: &str| (column.to_owned(), text.to_owned());
    let base = cell("person", "foreigner, adult, identity_document copy");
    let row = [cell("visit", "2026-12-01"), base, cell("person", "stateless"), cell("age", "14_15 or 16_17")];
    let told = applications(&row).expect("it is told right");
    let mut first = Application::on(date(2026, 12, 1));
    first.people = vec![Person::default()];
    first.people[0].answers = [Answer::Stateless, Answer::Aged14To15].into_iter().collect();
    let copy = Held { form: Some(Form::Copy), valid_until: None };
    first.people[0].documents = first.people[0].documents.with(Document::IdentityDocument, copy);
    assert_eq!((told.len(), &told[0]), (2, &first));
}
