//! One truth: a row's report is that of `check` for the same application, whatever file it came in.

use fastrand::Rng;
use tirkeu::list::columns::Column;
use tirkeu::list::labels::{choice_name, heading};
use tirkeu::list::session::Session;
use tirkeu::list::{Labels, Said, Table};
use tirkeu::{
    Answer, Answers, Application, Document, Fact, Form, Held, Id, Of, Person, Words, check, date, law, write_date,
};

use crate::files::workbook;
use crate::{all_words, labels, readable};

/// Some answers, some unknown.
pub(crate) fn answers(rng: &mut Rng, facts: &[Fact]) -> Answers {
    let answer = |rng: &mut Rng, fact: &Fact| {
        let all: Vec<Answer> = fact.answers().iter().collect();
        (rng.u8(0..4) > 0).then(|| all[rng.usize(0..all.len())])
    };
    facts.iter().filter_map(|fact| answer(rng, fact)).collect()
}

fn held(rng: &mut Rng, document: Document) -> Held {
    let form = (rng.u8(0..4) > 0).then(|| Form::ALL[rng.usize(0..4)]);
    let day = date(2026, 11, rng.u8(28..31));
    Held { form, valid_until: (document.has_valid_until() && rng.bool()).then_some(day) }
}

fn application(rng: &mut Rng) -> Application {
    let mut application = Application::on(date(rng.i32(2024..2028), rng.u8(1..13), rng.u8(1..29)));
    application.answers = answers(rng, Fact::APPLICATION);
    for document in Document::APPLICATION {
        application.documents = application.documents.with(*document, held(rng, *document));
    }
    for _ in 0..rng.usize(1..4) {
        let mut person = Person { answers: answers(rng, Fact::PERSON), ..Person::default() };
        for document in Document::PERSON {
            person.documents = person.documents.with(*document, held(rng, *document));
        }
        application.people.push(person);
    }
    application
}

/// The columns that say all of an application.
fn columns() -> Vec<Column> {
    let is_said = |column: &Column| {
        matches!(column, Column::Family | Column::Visit | Column::Fact(_) | Column::Document(_) | Column::Until(_))
    };
    Column::all().filter(is_said).collect()
}

/// What a person's row says in a column, in one of the languages; what the application says stands in the first row, or in all.
fn cell(
    rng: &mut Rng,
    words: &[Words],
    application: &Application,
    place: usize,
    person: usize,
    column: Column,
) -> String {
    let of = |of: Of| (of == Of::Person).then_some(person);
    let words = &words[rng.usize(0..3)];
    let choice = |id: Option<&'static str>| {
        let choice = id.and_then(|id| column.choice(id));
        choice.map(|choice| choice_name(column, choice, words)).unwrap_or_default()
    };
    match column {
        Column::Family => format!("f{place}"),
        Column::Visit => write_date(application.visit_date),
        Column::Fact(fact) => choice(application.answers_of(of(fact.of())).get(fact).map(Id::id)),
        Column::Document(document) => {
            choice(application.documents_of(of(document.of())).get(document).form.map(Id::id))
        }
        Column::Until(document) => {
            let until = application.documents_of(of(document.of())).get(document).valid_until;
            until.map(write_date).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// A list of these applications, in columns of any order and languages.
fn list(rng: &mut Rng, applications: &[Application]) -> Vec<Vec<String>> {
    let (words, mut columns) = (all_words(), columns());
    rng.shuffle(&mut columns);
    let mut rows = vec![columns.iter().map(|column| heading(*column, &words[rng.usize(0..3)])).collect::<Vec<_>>()];
    for (place, application) in applications.iter().enumerate() {
        for person in 0..application.people.len() {
            rows.push(columns.iter().map(|column| cell(rng, &words, application, place, person, *column)).collect());
        }
    }
    rows
}

pub(crate) fn said_nothing() -> Said {
    Said { answers: Answers::default(), ..Said::on(date(2026, 12, 1)) }
}

#[track_caller]
fn same(table: Table, labels: std::rc::Rc<Labels>, applications: &[Application]) {
    let checked = Session::of(table, labels, said_nothing()).check().whole();
    assert_eq!(checked.faults, [], "everything is written as it is read");
    assert_eq!(checked.judged.len(), applications.len());
    for (judged, application) in checked.judged.iter().zip(applications) {
        assert_eq!(&judged.application, application);
        assert_eq!(judged.report, check(law::EDITIONS, application));
    }
}

#[test]
fn rows_drawn_at_random_are_judged_as_by_check() {
    let labels = labels();
    for seed in 0..12 {
        let rng = &mut Rng::with_seed(seed);
        let applications: Vec<Application> = (0..25).map(|_| application(rng)).collect();
        let rows = list(rng, &applications);
        let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        let cells: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
        same(readable(&workbook(&cells)), labels.clone(), &applications);
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines: Vec<String> = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(";")).collect();
        same(readable(lines.join("\r\n").as_bytes()), labels.clone(), &applications);
    }
}

/// What is said once counts where a row says nothing, and a row's own cell counts before it.
#[test]
fn a_column_counts_before_what_is_said_once() {
    let mut session = crate::session("ФИО;услуга;запрос\nЛи;;\nКим;временная;копия\n".as_bytes());
    assert!(session.say("service", "permanent") && session.say("institution_request", "original"));
    let checked = session.check().whole();
    let application = |row: usize| &checked.judged[row].application;
    let said = |row: usize| {
        let form = application(row).documents.get(Document::InstitutionRequest).form;
        (application(row).answers.get(Fact::Service), form)
    };
    assert_eq!(said(0), (Some(Answer::Permanent), Some(Form::Original)));
    assert_eq!(said(1), (Some(Answer::Temporary), Some(Form::Copy)));
    assert_eq!(application(0).answers.get(Fact::Residence), Some(Answer::Institution));
}

/// An unreadable cell is unknown, whatever is said once; the verdict that holds all the same is told.
#[test]
fn a_row_with_an_unreadable_cell_is_still_checked() {
    let mut session = crate::session("статус;паспорт;кто подает\nвнж;копия;дед\nвнж;копия;сам\n".as_bytes());
    for (column, answer) in [("applicant", "self"), ("age", "adult"), ("service", "permanent"), ("incapacitated", "no")]
    {
        assert!(session.say(column, answer));
    }
    let checked = session.check().whole();
    assert_eq!(checked.judged[0].application.people[0].answers.get(Fact::Applicant), None);
    assert_eq!(checked.judged[1].application.people[0].answers.get(Fact::Applicant), Some(Answer::Oneself));
    assert!([0, 1].iter().all(|row| checked.verdict(*row) == Some(tirkeu::Verdict::Incomplete)));
    assert_eq!(crate::faults(&checked), [("C2".into(), "unknown")]);
}

/// Rows of one family that say different things of what they share: the first and the other cell are named, and it is unknown.
#[test]
fn a_family_that_differs_is_told() {
    let text = "семья;услуга;visit\nA;временная;01.12.2026\na;постоянная;2026-12-02\nB;постоянная;03.12.2026\n";
    let checked = crate::checked(text.as_bytes());
    assert_eq!(checked.judged.len(), 2);
    assert_eq!(crate::faults(&checked), [("B3".into(), "differs"), ("C3".into(), "differs")]);
    assert_eq!(checked.faults[0].meant, "B2");
    assert_eq!(checked.judged[0].application.answers.get(Fact::Service), None);
    assert!(!checked.judged[0].has_day && checked.judged[1].has_day);
    assert_eq!(checked.judged[1].application.answers.get(Fact::Service), Some(Answer::Permanent));
}

/// One application holds a thousand people; whoever comes after is checked alone, and told.
#[test]
fn a_family_of_more_than_a_thousand_is_told() {
    let text = (0..1002).map(|row| format!("one;{row}")).collect::<Vec<_>>().join("\n");
    let checked = crate::checked(["семья;№\n", &text].concat().as_bytes());
    assert_eq!(checked.judged.iter().map(|judged| judged.rows.len()).collect::<Vec<_>>(), [1000, 1, 1]);
    assert_eq!(crate::faults(&checked), [("A1002".into(), "many"), ("A1003".into(), "many")]);
}

/// The people of a list by their applications, in the order of the rows.
fn together(families: &[&str]) -> Vec<usize> {
    let rows: Vec<String> = families.iter().enumerate().map(|(row, family)| format!("{row};{family}\n")).collect();
    let checked = crate::checked(["№;семья\n", &rows.concat()].concat().as_bytes());
    checked.row.iter().map(|(place, _)| *place).collect()
}

/// Whatever says that there is none joins nobody, however often it stands there; a word that is one joins its own alone.
#[test]
fn strangers_are_no_family() {
    let none = ["-", "—", "–", "--", "нет", "НЕТ", "Жоқ", "0", "00", "н/д", "N/A", "no", ".", "?", "", "без семьи"];
    let rng = &mut Rng::with_seed(2);
    for _ in 0..50 {
        let mut families: Vec<&str> = (0..20).map(|_| none[rng.usize(0..none.len())]).collect();
        families.extend(["Ли", "Ли", "10", "10"]);
        let places = together(&families);
        assert_eq!(places, (0..20).chain([20, 20, 21, 21]).collect::<Vec<_>>(), "{families:?}");
    }
}

/// What one cell of a drawn row says, and what it means: none where nobody can know.
struct Drawn {
    column: &'static str,
    cell: String,
    meant: Option<Answer>,
}

/// The day of birth, the year, the years or the band: what a row says of an age, and what that is on the day of the visit.
fn drawn_age(rng: &mut Rng, visit: time::Date) -> Drawn {
    let (year, month, day) = (rng.i32(1930..2027), rng.u8(1..13), rng.u8(1..29));
    let born = date(year, month, day);
    let meant = tirkeu::list::dates::years(born, visit).map(tirkeu::list::dates::age);
    let years = rng.u32(0..100);
    let of = |column, cell: String, meant| Drawn { column, cell, meant };
    match rng.u8(0..6) {
        0 => of("born", format!("{day:02}.{month:02}.{year}"), meant),
        1 => of("born", format!("{year}-{month:02}-{day:02} 00:00:00"), meant),
        2 => {
            let ages = [date(year, 1, 1), date(year, 12, 31)]
                .map(|born| tirkeu::list::dates::years(born, visit).map(tirkeu::list::dates::age));
            of("born", year.to_string(), ages[0].filter(|_| ages[0] == ages[1]))
        }
        3 => of("age", years.to_string(), Some(tirkeu::list::dates::age(years))),
        4 => of("age", "не знаю".to_owned(), None),
        _ => of("born", "никогда".to_owned(), None),
    }
}

/// Rows with births, years and cells that nobody can read, beside what is said once for all: each is judged as `check` judges what it says.
#[test]
fn births_and_what_is_said_once_are_judged_as_by_check() {
    let rng = &mut Rng::with_seed(27);
    for _ in 0..300 {
        let visit = date(rng.i32(2025..2028), rng.u8(1..13), rng.u8(1..29));
        let (said_age, said_form) = (rng.bool(), rng.bool());
        let age = drawn_age(rng, visit);
        let status = [Some(Answer::Foreigner), Some(Answer::Refugee), None][rng.usize(0..3)];
        let form = [("", None), ("оригинал", Some(Form::Original)), ("что-то", None)][rng.usize(0..3)];
        let text = format!(
            "status;{};visit_date;identity_document\n{};{};{};{}\n",
            age.column,
            status.map(Id::id).unwrap_or_default(),
            age.cell,
            write_date(visit),
            form.0
        );
        let mut session = Session::of(readable(text.as_bytes()), labels(), said_nothing());
        assert!(!said_age || session.say("age", "adult"));
        assert!(!said_form || session.say("identity_document", "copy"));
        let mut person = Person { answers: status.into_iter().chain(age.meant).collect(), ..Person::default() };
        let said = (said_form && form.0.is_empty()).then_some(Form::Copy);
        person.documents =
            person.documents.with(Document::IdentityDocument, Held { form: form.1.or(said), valid_until: None });
        let application = Application { people: vec![person], ..Application::on(visit) };
        let checked = session.check().whole();
        assert_eq!(checked.judged[0].application, application, "{text}");
        assert_eq!(checked.judged[0].report, check(law::EDITIONS, &application));
    }
}
