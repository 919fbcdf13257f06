//! Whatever a list is kept in, the same is read.

use fastrand::Rng;
use tirkeu::list::Table;
use tirkeu::list::table::Cell;

use crate::files::{by_hand, row, workbook};
use crate::{checked, faults, readable};

const ROWS: &[&[&str]] = &[
    &["ФИО", "Статус", "Дата рождения", "Паспорт"],
    &["Иванова; Анна", "ВНЖ", "12.03.1990", "оригинал"],
    &["Ким \"Ли\"", "лбг", "1995-03-04", "копия"],
    &["Ли, И", "беженец", "4 мая 2001 г.", "нет"],
];

fn text(separator: char, end: &str) -> String {
    let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |cells: &&[&str]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(&separator.to_string());
    ROWS.iter().map(line).collect::<Vec<_>>().join(end)
}

fn cells(table: &Table) -> Vec<Vec<Cell>> {
    [&table.header].into_iter().chain(&table.rows).map(|row| row.cells.clone()).collect()
}

fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

/// The text in windows-1251; what it has no letter for is a question mark, as Excel writes it.
pub(crate) fn in_1251(text: &str) -> Vec<u8> {
    let byte = |letter: char| {
        let all = 0..=255_u8;
        let found = all.clone().find(|byte| encoding_rs::WINDOWS_1251.decode(&[*byte]).0 == letter.to_string());
        found.unwrap_or(b'?')
    };
    text.chars().map(byte).collect()
}

#[test]
fn the_same_is_read_from_every_format() {
    let expected = cells(&readable(&workbook(ROWS)));
    assert_eq!(expected.len(), 4);
    let by_hand: String = (1..).zip(ROWS).map(|(number, cells)| row(number, cells)).collect();
    assert_eq!(cells(&readable(&self::by_hand("", &by_hand, &[]))), expected, "inline strings");
    for separator in [';', ',', '\t'] {
        for end in ["\n", "\r\n"] {
            let text = text(separator, end);
            let marked = ["\u{feff}", &text].concat();
            let encoded = in_1251(&text);
            for (bytes, what) in [
                (text.clone().into_bytes(), "UTF-8"),
                (marked.clone().into_bytes(), "UTF-8 with a mark"),
                (encoded, "windows-1251"),
                (utf_16(&marked, u16::to_le_bytes), "UTF-16, little end first"),
                (utf_16(&marked, u16::to_be_bytes), "UTF-16, big end first"),
            ] {
                assert_eq!(cells(&readable(&bytes)), expected, "{separator:?} {end:?} {what}");
            }
        }
    }
}

/// Latin text in UTF-16 has a zero in every other byte, and needs no mark.
#[test]
fn utf_16_without_a_mark_is_told_by_its_zeros() {
    let text = "name;status\nAnna;refugee\n";
    for bytes in [utf_16(text, u16::to_le_bytes), utf_16(text, u16::to_be_bytes)] {
        assert_eq!(readable(&bytes).rows[0].cells, [Cell::of("Anna"), Cell::of("refugee")]);
    }
}

/// A text without marks in any alphabet that lists are written in, in each encoding: what is read is what was written.
#[test]
fn utf_16_without_a_mark_is_told_in_any_alphabet() {
    let rng = &mut Rng::with_seed(11);
    let letters: Vec<char> = "АБВабвґәғқңөұүһіЖжЯя ABCabcz 0123456789".chars().collect();
    for _ in 0..60 {
        let word =
            |rng: &mut Rng| (0..rng.usize(3..12)).map(|_| letters[rng.usize(0..letters.len())]).collect::<String>();
        let rows: Vec<Vec<String>> =
            (0..rng.usize(1..40)).map(|_| vec![["Л", &word(rng), "л"].concat(), word(rng)]).collect();
        let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let text = ["ФИО\tСтатус\n", &lines.join("\r\n")].concat();
        for bytes in [utf_16(&text, u16::to_le_bytes), utf_16(&text, u16::to_be_bytes), text.clone().into_bytes()] {
            let right: Vec<Vec<Cell>> =
                rows.iter().map(|row| row.iter().map(|cell| Cell::of(cell)).collect()).collect();
            let read = readable(&bytes);
            let read: Vec<Vec<Cell>> =
                read.rows.iter().map(|row| (0..2).map(|place| row.cell(place).clone()).collect()).collect();
            assert_eq!(read, right);
        }
    }
}

/// A byte that somebody damaged spoils its own line alone, and the line is named; windows-1251 stays what it is.
#[test]
fn a_damaged_byte_spoils_no_other_line() {
    let text = ["ФИО;Статус\n".to_owned(), "Иванова Анна;ВНЖ\n".repeat(30)].concat();
    let place = text.match_indices("Анна").nth(9).expect("a name").0;
    let mut bytes = text.clone().into_bytes();
    bytes[place] = 0xff;
    let table = readable(&bytes);
    let notes: Vec<_> = table.notes.iter().map(|note| (note.id, note.places[0].1.as_str())).collect();
    assert_eq!(notes, [("roll.note.damaged", "11")]);
    assert!(table.rows.iter().filter(|row| row.cells == [Cell::of("Иванова Анна"), Cell::of("ВНЖ")]).count() >= 29);
    assert_eq!(readable(&in_1251(&text)).rows[0].cells[0], Cell::of("Иванова Анна"));
}

/// Blank rows are passed over and counted, whatever ends a line; a row may go over several lines.
#[test]
fn rows_have_the_numbers_that_a_spreadsheet_shows() {
    for end in ["\n", "\r\n"] {
        let text = ["name;status", "", "\"An\nna\";refugee", "", "", "Li;nobody", ";", "Kim;nobody"].join(end);
        assert_eq!(faults(&checked(text.as_bytes())), [("B6".into(), "unknown"), ("B8".into(), "unknown")], "{end:?}");
        // The cell that goes over two lines is one row.
        let numbers: Vec<u32> = readable(text.as_bytes()).rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [3, 6, 8]);
    }
    let rows = [row(1, &["name", "status"]), row(4, &["Li", "nobody"])].concat();
    assert_eq!(faults(&checked(&by_hand("", &rows, &[]))), [("B4".into(), "unknown")]);
}

#[test]
fn lost_letters_are_told() {
    let notes = |text: &str| {
        let bytes = in_1251(text);
        readable(&bytes).notes.iter().map(|note| note.id).collect::<Vec<_>>()
    };
    assert_eq!(notes("ФИО;Статус\nН?рлан;ВНЖ\n"), ["roll.note.encoding", "roll.note.lost"]);
    assert_eq!(notes("ФИО;Статус\nИван;ВНЖ\n"), ["roll.note.encoding"]);
}

/// A title, headings in the second row, a second line of headings: only one row is the headings, and what is above is told.
#[test]
fn headings_are_found_below_a_title() {
    let rows: &[&[&str]] = &[
        &["Список проживающих общежития № 3"],
        &["", "Документы", "Документы"],
        &["ФИО", "Статус", "Паспорт"],
        &["Иванова", "ВНЖ", "оригинал"],
        &["ФИО", "Статус", "Паспорт"],
        &["Ким", "ВНЖ", "копия"],
    ];
    let table = readable(&workbook(rows));
    assert_eq!((table.header.number, table.rows.len(), table.skipped.len()), (3, 2, 1));
    let notes: Vec<_> = table.notes.iter().map(|note| note.id).collect();
    assert_eq!(notes, ["roll.note.above", "roll.note.skipped"]);
}

/// What the cells are kept apart by is told by the headings that it finds: a name may hold as many commas as it likes.
#[test]
fn headings_tell_the_separator() {
    let rng = &mut Rng::with_seed(6);
    for separator in [';', ',', '\t'] {
        for _ in 0..40 {
            let others: Vec<char> = [';', ',', '\t'].into_iter().filter(|other| *other != separator).collect();
            let mut name = || {
                (0..rng.usize(1..6)).map(|_| ["Ли", &*others[rng.usize(0..2)].to_string()].concat()).collect::<String>()
            };
            let rows: Vec<String> = (0..30).map(|_| format!("{}х{separator}ВНЖ\n", name())).collect();
            let rows = rows.concat();
            let table = readable(format!("ФИО{separator}Статус\n{rows}").as_bytes());
            assert!(table.rows.iter().all(|row| row.cells.len() == 2 && row.cells[1] == Cell::of("ВНЖ")), "{rows}");
        }
    }
}

/// A quotation mark that is never closed is refused with its row.
#[test]
fn a_mark_that_is_never_closed_is_named_with_its_row() {
    let text = "ФИО;Статус\nЛи;ВНЖ\n\n\"Ким;ВНЖ\nЮн;ВНЖ\nПак;ВНЖ\n";
    let refused = crate::table(text.as_bytes()).expect_err("it is refused");
    assert_eq!((refused.id, refused.places[0].1.as_str()), ("roll.file.quote", "4"));
}

/// Whichever quotation mark is taken away, no row goes without a word: it is refused, told, or still there.
#[test]
fn no_row_is_swallowed_in_silence() {
    let text = text(';', "\n");
    let marks = text.match_indices('"').map(|(place, _)| place);
    let mut refused = 0;
    for place in marks {
        let less = [&text[..place], &text[place + 1..]].concat();
        match crate::table(less.as_bytes()) {
            Err(error) => {
                assert_eq!(error.id, "roll.file.quote");
                refused += 1;
            }
            Ok(table) => {
                let is_told = table.notes.iter().any(|note| note.id == "roll.note.spread");
                assert!(is_told || table.rows.len() == ROWS.len() - 1, "{less}");
            }
        }
    }
    assert!(refused > 0);
}

/// Which rows of a list were read as people, by their numbers; which were skipped; and what is told.
fn people(text: &str) -> (Vec<u32>, Vec<u32>, Vec<&'static str>) {
    let table = readable(text.as_bytes());
    let numbers = |rows: &[tirkeu::list::table::Row]| rows.iter().map(|row| row.number).collect();
    (numbers(&table.rows), numbers(&table.skipped), table.notes.iter().map(|note| note.id).collect())
}

/// The row of numbers below the headings of a form, a room, a total: none of a person, and told.
#[test]
fn rows_of_nobody_are_skipped_and_told() {
    let text = "ФИО;Статус;Паспорт\n1;2;3\nКомната 101;;\nЛи;ВНЖ;оригинал\n;Блок 2;\nЛи Комната;;\nИтогов Иван;ВНЖ;\nИтого: 1;;\nВсего;2;\n";
    assert_eq!(people(text), (vec![4, 6, 7], vec![2, 3, 5, 8, 9], vec!["roll.note.skipped"]));
}

/// A row of a person stays one, however little it says: who stands alone with a name, two numbers, a total that somebody is called by.
#[test]
fn rows_of_somebody_stay() {
    for row in ["Ли;;", "1;2;", "1;Ли;", "Комнатин;;", "Комната;;", "Итого;Ли;ВНЖ", "1;2;4", "Комната 5;ВНЖ;"]
    {
        assert_eq!(people(&format!("ФИО;Статус;Паспорт\nКим;ВНЖ;\n{row}\n")).0, [2, 3], "{row}");
    }
}

/// A first person is not taken for the headings: what stands in a column again is what people have.
#[test]
fn people_are_no_headings() {
    let text = "Комната;Кто;Что;Чем\n12;Ли;внж;паспорт\n13;Ким;лбг;паспорт\n14;Юн;внж;паспорт\n";
    assert_eq!(people(text), (vec![2, 3, 4], vec![], vec!["roll.note.no_headings"]));
}

/// A list without headings loses no person in silence.
#[test]
fn a_list_without_headings_is_told() {
    let text = "Ли;ВНЖ;30;оригинал\nКим;ВНЖ;30;оригинал\n";
    assert_eq!(people(text), (vec![2], vec![], vec!["roll.note.no_headings"]));
}
