//! The template: made from the tables and the wording, and read back.

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Xlsx};
use tirkeu::list::columns::Column;
use tirkeu::list::template::{HIDDEN, VERSION, template};
use tirkeu::list::{Labels, Limits, read};
use tirkeu::{Fact, Id, Of};

use crate::files::workbook;
use crate::{all_words, labels, words};

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

#[test]
fn every_question_about_a_person_has_a_column_in_every_language() {
    for words in all_words() {
        let mut workbook = opened(template(&words).expect("a template"));
        let list = workbook.worksheet_range_at(0).expect("a sheet").expect("it can be read");
        let headings: Vec<String> = list.rows().next().expect("a row").iter().map(Data::to_string).collect();
        let columns: Vec<Column> = headings.iter().map(|heading| labels().columns(heading)[0]).collect();
        for fact in Fact::ALL.iter().filter(|fact| fact.of() == Of::Person) {
            assert!(columns.contains(&Column::Fact(*fact)), "{} {fact:?}", words.language());
        }
        let hidden = workbook.sheets_metadata().iter().find(|sheet| sheet.name == HIDDEN).expect("the hidden sheet");
        assert_eq!(hidden.visible, SheetVisible::Hidden);
        let ids = workbook.worksheet_range(HIDDEN).expect("the hidden sheet");
        assert_eq!(ids.get((0, 1)).map(Data::to_string).as_deref(), Some(VERSION));
        let ids: Vec<String> = (1..=columns.len()).map(|row| ids[(row, 0)].to_string()).collect();
        assert_eq!(ids, columns.iter().map(|column| column.id()).collect::<Vec<_>>());
    }
}

/// As it comes it holds nobody: the example is told, and skipped.
#[test]
fn the_example_is_no_person() {
    for words in all_words() {
        let bytes = template(&words).expect("a template");
        let read = read(bytes, labels(), Limits::BROWSER).whole();
        assert_eq!(read.expect_err("nobody stands in it").id, "roll.file.no_rows");
    }
}

#[test]
fn the_template_is_the_same_bytes_each_time() {
    assert_eq!(template(&words("kk")), template(&words("kk")));
}

/// A heading that no wording has any more is known by the id on the hidden sheet, and an older version is told.
#[test]
fn an_older_template_is_read_by_its_ids() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "An old name").expect("a cell");
    sheet.write_string(1, 0, "refugee").expect("a cell");
    let sheet = book.add_worksheet();
    sheet.set_name(HIDDEN).expect("a name");
    sheet.set_hidden(true);
    for (row, cells) in (0..).zip([["template", "0"], ["status", "An old name"]]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    let session = crate::session(&book.save_to_buffer().expect("a workbook"));
    assert_eq!(session.table.notes[0].id, "roll.note.template");
    let checked = session.check().whole();
    assert_eq!(checked.layout.columns[0].column, Column::of("status"));
    assert!(checked.faults.is_empty());
}

/// Without the hidden sheet the heading of another language is enough.
#[test]
fn a_list_in_another_language_is_read() {
    let labels: Labels = Labels::of(&all_words());
    let rows: &[&[&str]] = &[&["Тегі мен аты", "Мәртебе"], &["Серік", "Босқын"]];
    let _ = labels;
    assert!(crate::checked(&workbook(rows)).faults.is_empty());
}

/// What a part of a workbook says.
fn part(bytes: &[u8], name: &str) -> String {
    use std::io::Read;
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).expect("a ZIP");
    let mut text = String::new();
    zip.by_name(name).expect("the part").read_to_string(&mut text).expect("a text");
    text
}

/// Cells are text, so that no zero is lost; what is chosen is offered in every row that a browser reads; the headings stay in sight; a sheet says
/// how it is filled in, and what each column may say.
#[test]
fn the_template_helps_whoever_fills_it_in() {
    for words in all_words() {
        let bytes = template(&words).expect("a template");
        let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
        assert!(sheet.contains(r#"ySplit="1""#) && sheet.contains(r#"state="frozen""#), "a frozen heading");
        let styles = part(&bytes, "xl/styles.xml");
        let columns = labels_of(&words);
        let texts = text_styles(&styles);
        let of_columns: Vec<&str> =
            sheet.split("<col ").skip(1).filter_map(|column| column.split("style=\"").nth(1)).collect();
        let is_text = |style: &&str| texts.contains(&style.split('"').next().unwrap_or_default().to_owned());
        assert_eq!(sheet.matches("<col ").count(), of_columns.len());
        assert!(!of_columns.is_empty() && of_columns.iter().all(is_text), "{texts:?} {of_columns:?}");
        let chosen = columns.iter().filter(|column| !column.choices().is_empty()).count();
        let offered: Vec<&str> = sheet.split("<dataValidation ").skip(1).collect();
        assert_eq!(offered.len(), chosen);
        assert!(
            offered.iter().all(|list| list.contains(r#"type="list""#) && list.contains("20002\"")),
            "{}",
            offered[0]
        );
        let mut book = opened(bytes);
        let how = book.worksheet_range(&words.get("roll.sheet.how")).expect("how to");
        let told: Vec<String> =
            how.rows().map(|row| row.iter().map(Data::to_string).collect::<Vec<_>>().join(" ")).collect();
        for step in 1..=5 {
            assert!(told.iter().any(|line| line.contains(&words.get(&format!("roll.how.{step}")))), "{step}");
        }
        for column in columns {
            let name = tirkeu::list::labels::heading(column, &words);
            let line = told.iter().find(|line| line.starts_with(&name)).unwrap_or_else(|| panic!("{name}"));
            for choice in column.choices() {
                assert!(line.contains(&tirkeu::list::labels::choice_name(column, choice, &words)), "{line}");
            }
        }
    }
}

/// The numbers of the styles in which cells are text, whatever is typed there.
fn text_styles(styles: &str) -> Vec<String> {
    let own = styles.split("<numFmt ").find(|format| format.contains(r#"formatCode="@""#));
    let own = own.and_then(|format| format.split(r#"numFmtId=""#).nth(1)?.split('"').next()).unwrap_or("49").to_owned();
    let cells = styles.split("<cellXfs").nth(1).expect("styles of cells");
    let is_text =
        |style: &str| [own.as_str(), "49"].iter().any(|format| style.contains(&format!(r#"numFmtId="{format}""#)));
    let all = cells.split("<xf ").skip(1).enumerate();
    all.filter(|(_, style)| is_text(style)).map(|(number, _)| number.to_string()).collect()
}

/// The columns of a template.
fn labels_of(words: &tirkeu::Words) -> Vec<Column> {
    let mut book = opened(template(words).expect("a template"));
    let ids = book.worksheet_range(HIDDEN).expect("the hidden sheet");
    let ids = ids.rows().skip(1).map(|row| row[0].to_string()).take_while(|id| !id.is_empty());
    ids.filter_map(|id| Column::of(&id)).collect()
}
