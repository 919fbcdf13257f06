//! What headings and cells may say.

use tirkeu::list::columns::Column;
use tirkeu::list::labels::{choice_name, heading};

use crate::{all_words, checked, labels, session};

/// Whatever a template of any language writes is read back as what it was: each heading, each answer.
#[test]
fn every_language_is_read_as_it_is_written() {
    let labels = labels();
    for words in all_words() {
        for column in Column::all() {
            let heading = heading(column, &words);
            assert_eq!(labels.columns(&heading), [column], "{heading}");
            assert_eq!(labels.columns(&heading.to_uppercase()), [column], "{heading} in capitals");
            for choice in column.choices() {
                let name = choice_name(column, choice, &words);
                assert_eq!(labels.choice(column, &name), Some(choice), "{heading}: {name}");
            }
        }
    }
}

#[test]
fn ids_are_read_in_any_list() {
    let labels = labels();
    for column in Column::all() {
        assert_eq!(labels.columns(&column.id()), [column]);
        for choice in column.choices() {
            assert_eq!(labels.choice(column, choice.id()), Some(choice), "{}: {}", column.id(), choice.id());
        }
    }
}

/// Capitals, spaces, signs, ё, and Latin letters that look Cyrillic; but never a letter more or less.
#[test]
fn spellings_are_one_and_nearness_is_nothing() {
    let labels = labels();
    let born = [Column::Born];
    for heading in ["дата рождения", " ДАТА  РОЖДЕНИЯ: ", "Дата_рождения*", "дата\u{a0}рождения", "Дaта рoждения"]
    {
        assert_eq!(labels.columns(heading), born, "{heading}");
    }
    for heading in ["дата рожденья", "дат рождения", "дата", ""] {
        assert_eq!(labels.columns(heading), [], "{heading}");
    }
}

/// No synonym leads anywhere but to the column, and the answer, that it stands beside.
#[test]
fn nothing_means_two_things() {
    let checked = checked("№;номер семьи;документ;справка\n1;2;оригинал;есть\n".as_bytes());
    let meant: Vec<_> =
        checked.layout.columns.iter().map(|matched| (matched.column.map(Column::id), matched.asked.len())).collect();
    let known = |id: &str| (Some(id.to_owned()), 0);
    assert_eq!(meant, [known("number"), known("family"), known("identity_document"), (None, 0)]);
}

/// Of two columns that mean the same none is read before it is said which.
#[test]
fn two_columns_that_mean_the_same_are_asked() {
    let mut session = session("статус;ФИО;Status\nвнж;Ли;refugee\n".as_bytes());
    let read = session.check().whole();
    assert!(read.layout.columns[0].column.is_none() && read.layout.columns[2].column.is_none());
    assert_eq!(read.layout.columns[2].asked, [Column::of("status").expect("a column")]);
    assert!(session.set_column(2, "status"));
    let read = session.check().whole();
    assert_eq!(read.layout.place(Column::of("status").expect("a column")), Some(2));
}

/// What is not there is one message each, with the rows that stay open without it.
#[test]
fn a_missing_column_is_one_message() {
    let read = checked("ФИО;статус\nЛи;внж\nКим;лбг\nЮн;гражданин\n".as_bytes());
    let missing: Vec<_> = read.missing.iter().map(|(column, rows)| (column.id(), *rows)).collect();
    assert!(missing.contains(&("age".into(), 2)) && missing.contains(&("service".into(), 2)), "{missing:?}");
    assert_eq!(missing.iter().filter(|(id, _)| id == "age").count(), 1);
    // With a day of birth no age is missing; with what is said once no service.
    let mut session = session("статус;born\nвнж;01.12.2000\nлбг;01.12.2001\n".as_bytes());
    assert!(session.say("service", "permanent"));
    let missing = session.check().whole().missing;
    assert!(missing.iter().all(|(column, _)| !["age", "service"].contains(&column.id().as_str())), "{missing:?}");
}

/// Letters that look the same, the Cyrillic one before the Latin one.
const ALIKE: [&str; 12] = ["аa", "вb", "сc", "еe", "нh", "кk", "мm", "оo", "рp", "тt", "хx", "уy"];

/// A text in capitals, some or all of its letters in the other alphabet.
fn in_latin(text: &str, mut is_latin: impl FnMut() -> bool) -> String {
    let latin = |letter: char| ALIKE.iter().find(|pair| pair.starts_with(letter)).and_then(|pair| pair.chars().last());
    let letter = |letter: char| latin(letter).filter(|_| is_latin()).unwrap_or(letter);
    text.to_lowercase().chars().map(letter).collect::<String>().to_uppercase()
}

/// A word typed with Latin letters that look the same, one or all, is that word; so is one whose letters stand as two signs.
#[test]
fn what_looks_the_same_is_the_same() {
    let (labels, rng) = (labels(), &mut fastrand::Rng::with_seed(23));
    let mut ways = |text: &str| {
        let apart = text.to_lowercase().replace('й', "и\u{306}").replace('ё', "е\u{308}");
        [in_latin(text, || true), in_latin(text, || rng.bool()), apart]
    };
    for words in all_words() {
        for column in Column::all() {
            for way in ways(&heading(column, &words)) {
                assert_eq!(labels.columns(&way), [column], "{way}");
            }
            for choice in column.choices() {
                for way in ways(&choice_name(column, choice, &words)) {
                    assert_eq!(labels.choice(column, &way), Some(choice), "{way}");
                }
            }
        }
    }
    let column = Column::of("applicant").expect("a column");
    assert_eq!(labels.choice(column, "CAMA"), labels.choice(column, "сама"));
    assert_eq!(labels.choice(column, "CAMB"), None, "another letter is another word");
}
