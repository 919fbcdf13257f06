//! The template of each language, filled in with `LibreOffice`: `libreoffice/README.md` says how.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use tirkeu::list::columns::Column;
use tirkeu::list::template::{HIDDEN, template};
use tirkeu::{Answer, Document, Fact, Form, Verdict, date};

use crate::{faults, kept, session, words};

/// Each language's own, filled in.
fn filled() -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    ["kk", "ru", "en"].into_iter().map(|language| (language, kept(&format!("template.{language}.xlsx"))))
}

/// The ids that a template hides, each with its heading.
fn ids(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let hidden = book.worksheet_range(HIDDEN).expect("the hidden sheet");
    hidden
        .rows()
        .map(|row| row.iter().take(2).map(Data::to_string).collect())
        .take_while(|row: &Vec<_>| !row[0].is_empty())
        .collect()
}

/// Whoever changes a column fills the templates in anew.
#[test]
fn what_was_filled_in_is_the_template_of_today() {
    for (language, bytes) in filled() {
        assert_eq!(
            ids(&bytes),
            ids(&template(&words(language)).expect("a template")),
            "{language}: see libreoffice/README.md"
        );
    }
}

#[test]
fn every_column_is_known_and_the_example_is_skipped() {
    for (language, bytes) in filled() {
        let session = session(&bytes);
        let checked = session.check().whole();
        assert!(checked.layout.columns.iter().all(|matched| matched.column.is_some()), "{language}");
        assert_eq!((session.table.rows.len(), session.table.skipped.len()), (3, 1), "{language}");
        assert_eq!((session.table.rows[0].number, faults(&checked)), (3, vec![]), "{language}");
    }
}

/// An adult who has everything, a child whom a parent brings with papers that nobody spoke of, somebody of whom only the name is known.
#[test]
fn what_was_typed_and_chosen_is_read() {
    for (language, bytes) in filled() {
        let mut session = session(&bytes);
        assert!(session.say("service", "permanent") && session.say("institution_request", "original"));
        let checked = session.check().whole();
        let verdicts: Vec<_> = (0..3).map(|row| checked.verdict(row)).collect();
        let expected = [Verdict::Complete, Verdict::Undecided, Verdict::Undecided].map(Some);
        assert_eq!(verdicts, expected, "{language}");
        let person = |row: usize| &checked.judged[row].application.people[0];
        let held = person(0).documents.get(Document::IdentityDocument);
        assert_eq!((held.form, held.valid_until), (Some(Form::Original), Some(date(2030, 12, 31))));
        let said = [Fact::Status, Fact::Age, Fact::Applicant].map(|fact| person(1).answers.get(fact));
        assert_eq!(said, [Answer::Foreigner, Answer::Under14, Answer::Parent].map(Some), "{language}");
        assert_eq!(person(2).answers, tirkeu::Answers::default());
        assert_eq!(checked.layout.place(Column::Name), Some(1));
    }
}
