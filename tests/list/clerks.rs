//! Lists as clerks keep them, each read here by a person too: every row is judged as `check` judges what that person read, and what the person
//! could not read is told.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use time::Date;
use tirkeu::list::Checked;
use tirkeu::list::session::Session;
use tirkeu::{Answer, Application, Document, Form, Held, Person, check, date, law};

use crate::{faults, session};

/// What a person reads in a row: its number, answers about the person, how the identity document is held, until when.
type Read = (u32, &'static [Answer], Option<Form>, Option<Date>);

const SAID: [(&str, &str); 3] =
    [("service", "permanent"), ("institution_request", "original"), ("incapacitated", "no")];

fn said(bytes: &[u8], more: &[(&str, &str)]) -> Session {
    let mut session = session(bytes);
    SAID.iter().chain(more).for_each(|(column, answer)| assert!(session.say(column, answer), "{column}"));
    session
}

/// The application of people who go together.
fn application(people: &[&Read]) -> Application {
    let mut application = Application::on(date(2026, 12, 1));
    application.answers = [Answer::Institution, Answer::Permanent].into_iter().collect();
    let request = Held { form: Some(Form::Original), valid_until: None };
    application.documents = application.documents.with(Document::InstitutionRequest, request);
    for (_, answers, form, until) in people {
        let answers = answers.iter().copied().chain([Answer::IncapacitatedNo]).collect();
        let mut person = Person { answers, ..Person::default() };
        let held = Held { form: *form, valid_until: *until };
        person.documents = person.documents.with(Document::IdentityDocument, held);
        application.people.push(person);
    }
    application
}

/// Each row alone, but for those that are a family.
#[track_caller]
fn is_judged_as_read(session: &Session, read: &[Read], family: &[u32]) -> Checked {
    let checked = session.check().whole();
    let numbers: Vec<u32> = session.table.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, read.iter().map(|row| row.0).collect::<Vec<_>>());
    for (place, row) in read.iter().enumerate() {
        let is_with = |other: &&Read| other.0 == row.0 || family.contains(&row.0) && family.contains(&other.0);
        let right = application(&read.iter().filter(is_with).collect::<Vec<_>>());
        let (judged, _) = checked.of_row(place).expect("it is judged");
        assert_eq!(judged.application, right, "row {}", row.0);
        assert_eq!(judged.report, check(law::EDITIONS, &right), "row {}", row.0);
    }
    checked
}

#[track_caller]
fn are_told(checked: &Checked, right: &[(&str, &str)]) {
    let told = faults(checked);
    let told: Vec<(&str, &str)> = told.iter().map(|(cell, kind)| (cell.as_str(), *kind)).collect();
    assert_eq!(told, right);
}

const ADULT: &[Answer] = &[Answer::Foreigner, Answer::Adult, Answer::Oneself];
const OPEN: Option<Form> = None;

/// By rooms, each a heading of its own; headings in two rows; three ways to write a day; a total, a remark, a signature; words that only
/// the clerk understands.
#[test]
fn a_list_by_rooms() {
    let text = "Список проживающих на 01.12.2026;;;;;;;\n\
        №;Ф.И.О.;Дата рождения;Категория;Документ;;Телефон;Примечание\n\
        ;;;;наличие;срок действия;;\n\
        Комната 101;;;;;;;\n\
        1;Ким Анна;12.03.1990;ВНЖ;оригинал;до 12.2027;8 701 123 45 67;\n\
        2;Ли Олег;1991-04-05;Внж;на руках;бессрочный;+77015554433;\n\
        102 комната;;;;;;;\n\
        3;Пак Мария и Пак Игорь;5 мая 1992 г.;лбг;копия нотар.;31.12.2030;;\n\
        4;Цой Виктор;06/07/93;беженец;в ЦОНе;-;;выбыл\n\
        5;Юн Вера;1990;внж;ориг;с 01.01.2020 по 30.11.2026;;\n\
        Итого: 5 чел.;;;;;;;\n\
        Примечание: документ Цоя на продлении;;;;;;;\n\
        Комендант ________ Петрова;;;;;;;\n";
    let read: &[Read] = &[
        (5, ADULT, Some(Form::Original), Some(date(2027, 12, 1))),
        (6, ADULT, OPEN, None),
        (8, &[Answer::Stateless, Answer::Adult, Answer::Oneself], OPEN, Some(date(2030, 12, 31))),
        (9, &[Answer::Refugee, Answer::Oneself], OPEN, None),
        (10, ADULT, Some(Form::Original), Some(date(2026, 11, 30))),
    ];
    let mut session = said(text.as_bytes(), &[("applicant", "self")]);
    let checked = is_judged_as_read(&session, read, &[]);
    are_told(&checked, &[("E6", "unknown"), ("B8", "several"), ("E8", "unknown"), ("C9", "order"), ("E9", "unknown")]);
    let skipped: Vec<u32> = session.table.skipped.iter().map(|row| row.number).collect();
    assert_eq!(skipped, [3, 4, 7, 11, 12, 13]);
    // What only the clerk knows is asked once, and said.
    for (value, form) in [("на руках", "original"), ("копия нотар.", "copy"), ("в ЦОНе", "none")]
    {
        assert!(session.set_choice("identity_document", value, form));
    }
    let checked = session.check().whole();
    are_told(&checked, &[("B8", "several"), ("C9", "order")]);
    let held = |row: usize| checked.judged[row].application.people[0].documents.get(Document::IdentityDocument).form;
    assert_eq!([1, 2, 3].map(held), [Form::Original, Form::Copy, Form::NotHeld].map(Some));
}

/// In Kazakh, with a family whose letter was typed in two alphabets, ages from days and years of birth.
#[test]
fn a_list_in_kazakh() {
    let text = "р/с №,Аты-жөні,Туған күні,Мәртебесі,Төлқұжат,Жарамды мерзімі,Отбасы,Кім өтініш береді\n\
        1,Серікұлы Нұрлан,2010 жылғы 1 желтоқсан,ықтияр хат,түпнұсқа,31.12.2030 дейін,2А,анасы\n\
        2,Серікова Гүлнар,01.02.1985,ЫХТ,түпнұсқа,мерзімсіз,2A,өзі\n\
        3,Әлімов Қанат,1999,азаматтығы жоқ,көшірме,2029,жоқ,өзі\n\
        4,Айтбай Ғани,15.06.2001 ж.т.,босқын,электрондық,,-,өзі\n\
        Барлығы,4,,,,,,\n";
    let read: &[Read] = &[
        (2, &[Answer::Foreigner, Answer::Aged16To17, Answer::Parent], Some(Form::Original), Some(date(2030, 12, 31))),
        (3, ADULT, Some(Form::Original), None),
        (4, &[Answer::Stateless, Answer::Adult, Answer::Oneself], Some(Form::Copy), Some(date(2029, 1, 1))),
        (5, &[Answer::Refugee, Answer::Adult, Answer::Oneself], Some(Form::Electronic), None),
    ];
    are_told(&is_judged_as_read(&said(text.as_bytes(), &[]), read, &[2, 3]), &[]);
}

/// In English, in UTF-16 from a Mac: ages in words and years, days in three ways, two people in two lines of a cell.
#[test]
fn a_list_in_english() {
    let text = "No\tFull name\tAge\tStatus\tPassport\tValid until\tWho applies\n\
        1\tKim, Anna\t34\tresidence permit\toriginal\t12/2027\tself\n\
        2\t\"Lee Oleg\nPak Irina\"\t17.5\tstateless\tscan\t2027-06-30\tself\n\
        3\tTsoi V.\tunder 14\trefugee\telectronic\tindefinite\tmother\n\
        4\tYun Vera\t25 years\tstudent\toriginal\tn/a\tself\n\
        5\tPak Ira\t18+\tforeigner\tdigital\tuntil 1 December 2026\tself\n\
        Total\t5\t\t\t\t\t\n";
    let bytes: Vec<u8> = ["\u{feff}", text].concat().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let read: &[Read] = &[
        (2, ADULT, Some(Form::Original), Some(date(2027, 12, 1))),
        (3, &[Answer::Stateless, Answer::Oneself], Some(Form::Copy), Some(date(2027, 6, 30))),
        (4, &[Answer::Refugee, Answer::Under14, Answer::Parent], Some(Form::Electronic), None),
        (5, &[Answer::Adult, Answer::Oneself], OPEN, None),
        (6, ADULT, Some(Form::Electronic), Some(date(2026, 12, 1))),
    ];
    are_told(
        &is_judged_as_read(&said(&bytes, &[]), read, &[]),
        &[("B3", "several"), ("C3", "unknown"), ("D5", "unknown"), ("F5", "no_day")],
    );
}

/// From an accounting program, in windows-1251: a title, the numbers of the columns, an IIN that lost a digit, a numbered row of nobody.
#[test]
fn a_list_from_an_accounting_program() {
    let text = "ООО \"Дом\";;;;;;;\n\
        п/п;ФИО;ИИН;Возраст;Статус лица;Удостоверение;Срок действия документа;Кто подаёт\n\
        1;2;3;4;5;6;7;8\n\
        1;Иванов Иван;990230100002;45 лет;иностранец;подлинник;01.01.2025;сам\n\
        2;Петрова Анна;10203500002;12;иностранка;свидетельство;;мать\n\
        3;Сидоров Пётр;;99;апатрид;просрочено;нет;по доверенности\n\
        4;;;;;;;\n\
        5;Юсупов Женис;;20;внж;оригинал;31.12.30;сам\n\
        6;ЮСУПОВ ЖЕНИС;990230100002;20;внж;;31.12.2030;сам\n";
    let bytes = crate::formats::in_1251(text);
    let past = Some(tirkeu::SOME_DAY_BEFORE);
    let read: &[Read] = &[
        (4, ADULT, Some(Form::Original), Some(date(2025, 1, 1))),
        (5, &[Answer::Foreigner, Answer::Under14, Answer::Parent], OPEN, None),
        (6, &[Answer::Stateless, Answer::Adult, Answer::Attorney], Some(Form::Original), past),
        (8, ADULT, OPEN, None),
        (9, ADULT, OPEN, Some(date(2030, 12, 31))),
    ];
    are_told(
        &is_judged_as_read(&said(&bytes, &[]), read, &[]),
        &[("C5", "iin"), ("F5", "unknown"), ("G8", "order"), ("C9", "double")],
    );
}

/// The workbook of a hostel: merged titles and headings, numbers under formats, days that show a month, ages by a formula, rooms over the whole
/// width.
fn hostel() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let merged = Format::new().set_bold();
    sheet.merge_range(0, 0, 0, 8, "СПИСОК ПРОЖИВАЮЩИХ", &merged).expect("cells");
    for (column, heading) in [(0, "№"), (1, "ФИО"), (2, "ИИН"), (3, "Возраст"), (4, "Статус"), (8, "Кто подаёт")]
    {
        sheet.merge_range(1, column, 2, column, heading, &merged).expect("cells");
    }
    sheet.merge_range(1, 5, 1, 6, "Паспорт", &merged).expect("cells");
    for (column, heading) in [(5, "наличие"), (6, "действителен до"), (7, "Семья")] {
        sheet.write_string(2, column, heading).expect("a cell");
    }
    sheet.merge_range(3, 0, 3, 8, "Блок 1, комната 12А", &merged).expect("cells");
    let (iin, month) = (Format::new().set_num_format("000000000000"), Format::new().set_num_format("mmm-yy"));
    let (family, years) = (Format::new().set_num_format("00"), Format::new().set_num_format("0"));
    for (row, (name, number, age, end)) in
        (4..).zip([("Ким Анна", 990_230_100_002.0, 30.2, [2027, 5]), ("Ли Олег", 10_203_500_001.0, 17.8, [2026, 11])])
    {
        for (column, text) in [(1, name), (4, "ВНЖ"), (5, "оригинал"), (8, "сам")] {
            sheet.write_string(row, column, text).expect("a cell");
        }
        sheet.write_number(row, 0, row - 3).expect("a cell");
        sheet.write_number_with_format(row, 2, number, &iin).expect("a cell");
        sheet.write_number_with_format(row, 3, age, &years).expect("a cell");
        let day = ExcelDateTime::from_ymd(end[0], u8::try_from(end[1]).expect("a month"), 1).expect("a day");
        sheet.write_datetime_with_format(row, 6, &day, &month).expect("a cell");
        sheet.write_number_with_format(row, 7, row - 3, &family).expect("a cell");
    }
    sheet.write_string(6, 0, "ИТОГО").expect("a cell");
    sheet.write_number(6, 1, 2).expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn the_workbook_of_a_hostel() {
    let read: &[Read] = &[
        (5, ADULT, Some(Form::Original), Some(date(2027, 5, 1))),
        (6, &[Answer::Foreigner, Answer::Oneself], Some(Form::Original), Some(date(2026, 11, 30))),
    ];
    let session = said(&hostel(), &[]);
    let checked = is_judged_as_read(&session, read, &[]);
    are_told(&checked, &[("C6", "iin"), ("D6", "no_age")]);
    let notes: Vec<_> = session.table.notes.iter().map(|note| note.id).collect();
    assert_eq!(notes, ["roll.note.merged", "roll.note.above", "roll.note.skipped"]);
}
