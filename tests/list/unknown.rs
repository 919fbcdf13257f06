//! What cannot be read is unknown: no row is ready, nor anything else, by a day that nobody read.

use fastrand::Rng;
use tirkeu::list::columns::Column;
use tirkeu::list::labels::{choice_name, heading};
use tirkeu::list::session::Session;
use tirkeu::list::{Checked, told::told};
use tirkeu::{Application, Document, Form, Held, Id, Person, Verdict, check, date, law, write_date};

use crate::law::{answers, said_nothing};
use crate::{faults, labels, readable, session, words};

const HEAD: &str = "ФИО;Статус;Возраст;Паспорт;Кто подаёт;Недееспособность";
const PERSON: &str = "ВНЖ;30;оригинал;сам;нет";

fn ready(text: &str) -> Checked {
    let mut session = session(text.as_bytes());
    assert!(session.say("service", "permanent") && session.say("institution_request", "original"));
    session.check().whole()
}

/// The verdict of one person whose document ends at this, or whose visit is on this.
#[track_caller]
fn verdicts(heading: &str, cells: &[&str]) -> Vec<Verdict> {
    let rows: Vec<String> = cells.iter().map(|cell| format!("Ли;{PERSON};{cell}\n")).collect();
    let rows = rows.concat();
    let checked = ready(&format!("{HEAD};{heading}\n{rows}"));
    (0..cells.len()).filter_map(|row| checked.verdict(row)).collect()
}

#[test]
fn a_day_that_nobody_can_read_makes_nobody_ready() {
    let until =
        ["когда-нибудь", "03/04/26", "46000", "#N/A", "31.02.2030", "бессрочно", "31.12.2030", "01.01.2020", ""];
    let [open, ready, expired] = [Verdict::Undecided, Verdict::Complete, Verdict::Incomplete];
    let right = [open, open, open, open, open, ready, ready, expired, ready];
    assert_eq!(verdicts("Срок действия", &until), right);
    assert_eq!(
        verdicts("День визита", &["апрель", "03/04/2027", "#N/A", "03.04.2027", ""]),
        [open, open, open, ready, ready]
    );
}

/// A copy, or nothing, is mended by no day: the row says so, whatever its day is.
#[test]
fn what_no_day_mends_is_still_told() {
    let text = "ФИО;Статус;Возраст;Паспорт;Кто подаёт;Недееспособность;Срок действия\nЛи;ВНЖ;30;копия;сам;нет;скоро\nКим;ВНЖ;30;нет;сам;нет;скоро\n";
    let checked = ready(text);
    assert_eq!([checked.verdict(0), checked.verdict(1)], [Some(Verdict::Incomplete); 2]);
}

/// A row of whose visit nobody knows the day is told so, and nothing is said of it by another day.
#[test]
fn a_visit_of_unknown_day_is_judged_by_no_other() {
    let text = format!(
        "{HEAD};Срок действия;День визита;Семья;Дата рождения\nЛи;ВНЖ;;копия;сам;нет;01.02.2027;апрель;A;01.12.2027\nКим;{PERSON};01.02.2027;03.04.2027;a;\n"
    );
    let checked = ready(&text);
    assert_eq!([checked.verdict(0), checked.verdict(1)], [Some(Verdict::Undecided); 2]);
    assert_eq!(faults(&checked), [("H2".into(), "no_day")], "no age is reckoned on another day");
    assert_eq!(checked.missing, [], "no column is missing for it");
    let table = readable(text.as_bytes());
    for row in 0..2 {
        let told = told(law::EDITIONS, &checked, &table, row, &words("ru")).expect("a row");
        assert_eq!(told.result, words("ru").get("roll.result.undecided"));
        assert!(told.to_do.iter().any(|line| line.contains("День визита")), "{told:?}");
    }
}

/// Rows of one family that name two days have none; where one row has the day, the others have it too, and their ages are of that day.
#[test]
fn a_family_has_one_day() {
    let head = "Семья;День визита;Дата рождения\n";
    let differ = ready(&format!("{head}A;01.12.2026;01.12.2000\nA;02.12.2026;01.12.2000\n"));
    assert_eq!((differ.verdict(0), faults(&differ)), (Some(Verdict::Undecided), vec![("B3".into(), "differs")]));
    let one = ready(&format!("{head}A;;02.12.2012\nA;02.12.2026;01.12.2000\n"));
    let application = &one.judged[0].application;
    assert_eq!(application.visit_date, date(2026, 12, 2));
    assert_eq!(application.people[0].answers.get(tirkeu::Fact::Age), Some(tirkeu::Answer::Aged14To15));
}

/// One person with everything drawn at random, but for the end of each document.
fn drawn(rng: &mut Rng) -> Application {
    let mut application = Application::on(date(2026, 12, 1));
    application.answers = answers(rng, tirkeu::Fact::APPLICATION);
    let mut person = Person { answers: answers(rng, tirkeu::Fact::PERSON), ..Person::default() };
    let held = |rng: &mut Rng| Held { form: (rng.u8(0..5) > 0).then(|| Form::ALL[rng.usize(0..4)]), valid_until: None };
    for document in Document::PERSON {
        person.documents = person.documents.with(*document, held(rng));
    }
    for document in Document::APPLICATION {
        application.documents = application.documents.with(*document, held(rng));
    }
    application.people.push(person);
    application
}

/// A list of this one application; each end of a document in `unread` is a text that is no day.
fn list(application: &Application, unread: &[Document], visit: &str) -> String {
    let words = words("ru");
    let is_told = |column: &Column| {
        matches!(column, Column::Visit | Column::Fact(_) | Column::Document(_))
            || matches!(column, Column::Until(document) if unread.contains(document))
    };
    let columns: Vec<Column> = Column::all().filter(is_told).collect();
    let of = |of: tirkeu::Of| (of == tirkeu::Of::Person).then_some(0);
    let cell = |column: &Column| {
        let choice = match column {
            Column::Visit => return visit.to_owned(),
            Column::Until(_) => return "скоро".to_owned(),
            Column::Fact(fact) => application.answers_of(of(fact.of())).get(*fact).map(tirkeu::Id::id),
            Column::Document(document) => {
                application.documents_of(of(document.of())).get(*document).form.map(tirkeu::Id::id)
            }
            _ => None,
        };
        choice.and_then(|id| column.choice(id)).map(|choice| choice_name(*column, choice, &words)).unwrap_or_default()
    };
    let line = |of: &dyn Fn(&Column) -> String| {
        columns.iter().map(|column| format!("\"{}\"", of(column))).collect::<Vec<_>>().join(";")
    };
    [line(&|column| heading(*column, &words)), line(&cell)].join("\n")
}

/// The application with these documents past their date.
fn expired(mut application: Application, past: &[Document]) -> Application {
    let day = Some(date(2026, 11, 30));
    for document in past {
        let person = &mut application.people[0];
        let documents =
            if document.of() == tirkeu::Of::Person { &mut person.documents } else { &mut application.documents };
        *documents = documents.with(*document, Held { valid_until: day, ..documents.get(*document) });
    }
    application
}

/// Whatever the days are that nobody can read: what is said of the row holds for each of them.
#[test]
fn what_is_said_holds_for_every_day_that_it_may_be() {
    let (rng, mut decided) = (&mut Rng::with_seed(26), 0);
    let dated: Vec<Document> = Document::ALL.iter().copied().filter(|document| document.has_valid_until()).collect();
    for _ in 0..400 {
        let application = drawn(rng);
        let unread: Vec<Document> = dated.iter().copied().filter(|_| rng.bool()).collect();
        let visit = write_date(application.visit_date);
        let table = readable(list(&application, &unread, &visit).as_bytes());
        let checked = Session::of(table, labels(), said_nothing()).check().whole();
        let verdict = checked.verdict(0).expect("a row");
        let ways = (0..1_u32 << unread.len()).map(|way| {
            let past: Vec<Document> =
                (0..).zip(&unread).filter(|(bit, _)| way >> bit & 1 == 1).map(|(_, past)| *past).collect();
            check(law::EDITIONS, &expired(application.clone(), &past)).verdict
        });
        let ways: Vec<Verdict> = ways.collect();
        if verdict != Verdict::Undecided {
            decided += usize::from(!unread.is_empty());
            assert!(ways.iter().all(|way| *way == verdict), "{verdict:?} {ways:?} {application:?} {unread:?}");
        }
        let table = readable(list(&application, &[], "скоро").as_bytes());
        let checked = Session::of(table, labels(), said_nothing()).check().whole();
        assert_eq!(checked.verdict(0), Some(Verdict::Undecided), "without the day of the visit");
    }
    assert!(decided > 20, "{decided}: some rows are decided all the same");
}

/// A document may be called past its date: it is that, whatever day stands beside it, in a cell as in what is said of cells and for all.
#[test]
fn what_is_past_its_date_can_be_said() {
    for cell in ["просрочен", "Срок истёк", "expired", "мерзімі өткен"] {
        let text = format!(
            "ФИО;Статус;Возраст;Паспорт;Кто подаёт;Недееспособность;Срок действия\nЛи;ВНЖ;30;{cell};сам;нет;31.12.2030\n"
        );
        let checked = ready(&text);
        assert_eq!((faults(&checked), checked.verdict(0)), (vec![], Some(Verdict::Incomplete)), "{cell}");
        let table = readable(text.as_bytes());
        let told = told(law::EDITIONS, &checked, &table, 0, &words("ru")).expect("a row");
        assert!(told.to_do[0].contains(&words("ru").get("status.expired")), "{told:?}");
    }
    let mut session = session(
        "ФИО;Статус;Возраст;Паспорт;Кто подаёт;Недееспособность\nЛи;ВНЖ;30;дед;сам;нет\nКим;ВНЖ;30;;сам;нет\n"
            .as_bytes(),
    );
    assert!(session.say("service", "permanent") && session.say("institution_request", "original"));
    assert!(session.set_choice("identity_document", "дед", "expired") && session.say("identity_document", "expired"));
    let checked = session.check().whole();
    assert_eq!([checked.verdict(0), checked.verdict(1)], [Some(Verdict::Incomplete); 2]);
    assert!(!session.say("institution_request", "expired"), "a request has no end");
    assert!(session.say("identity_document", "original"));
    assert_eq!(session.check().whole().verdict(1), Some(Verdict::Complete));
}
