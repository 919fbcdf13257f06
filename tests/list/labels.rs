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

/// A word typed with Latin letters that look the same, one or all, is that word; so is one whose letters stand as two signs.
#[test]
fn what_looks_the_same_is_the_same() {
    let pairs = [
        ('а', 'a'),
        ('в', 'b'),
        ('с', 'c'),
        ('е', 'e'),
        ('н', 'h'),
        ('к', 'k'),
        ('м', 'm'),
        ('о', 'o'),
        ('р', 'p'),
        ('т', 't'),
        ('х', 'x'),
        ('у', 'y'),
    ];
    let latin =
        |letter: char| pairs.iter().find(|(cyrillic, _)| *cyrillic == letter).map_or(letter, |(_, latin)| *latin);
    let (labels, rng) = (labels(), &mut fastrand::Rng::with_seed(23));
    let word = |text: &str, rng: &mut fastrand::Rng, all: bool| -> String {
        text.to_lowercase()
            .chars()
            .map(|letter| if all || rng.bool() { latin(letter) } else { letter })
            .collect::<String>()
            .to_uppercase()
    };
    let apart = |text: &str| text.to_lowercase().replace('й', "и\u{306}").replace('ё', "е\u{308}");
    for words in all_words() {
        for column in Column::all() {
            let heading = heading(column, &words);
            for way in [word(&heading, rng, true), word(&heading, rng, false), apart(&heading)] {
                assert_eq!(labels.columns(&way), [column], "{way}");
            }
            for choice in column.choices() {
                let name = choice_name(column, choice, &words);
                for way in [word(&name, rng, true), word(&name, rng, false), apart(&name)] {
                    assert_eq!(labels.choice(column, &way), Some(choice), "{way}");
                }
            }
        }
    }
    let column = Column::of("applicant").expect("a column");
    assert_eq!(labels.choice(column, "CAMA"), labels.choice(column, "сама"));
    assert_eq!(labels.choice(column, "CAMB"), None, "a letter more or less is another word");
}
