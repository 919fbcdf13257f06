//! Reads the tables out of the Markdown files.
//!
//! Knows Markdown, and nothing of what a column means.

use std::fs;
use std::path::Path;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// A column's name and what stands in it.
pub(crate) type Cell = (String, String);

/// One row of a table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// The file, by its name.
    file: String,
    /// The line in the file, from 1.
    line: usize,
    /// What the base case above the table says, then the row's own cells.
    pub(crate) cells: Vec<Cell>,
}

impl Row {
    /// Where it stands, as `owner.md:12`.
    pub(crate) fn place(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }

    /// What stands in a column; of the row itself rather than of the base case.
    pub(crate) fn get(&self, column: &str) -> Option<&str> {
        self.cells.iter().rev().find(|(name, _)| name == column).map(|(_, text)| text.as_str())
    }
}

/// Every file of cases with its rows, by name. The file that explains the others holds none.
pub(crate) fn files() -> Vec<(String, Vec<Row>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(&folder).expect("the folder of cases can be read");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.strip_suffix(".md").is_some_and(|stem| stem != "README"));
    names.sort();
    names.into_iter().map(|name| read(&folder, name)).collect()
}

fn read(folder: &Path, name: String) -> (String, Vec<Row>) {
    let text = fs::read_to_string(folder.join(&name)).expect("a file of cases can be read");
    let rows = rows(&name, &text);
    (name, rows)
}

/// Every row of every table in a text.
pub(crate) fn rows(file: &str, text: &str) -> Vec<Row> {
    let mut reader = Reader { file, text, base: Vec::new(), columns: Vec::new(), rows: Vec::new() };
    let mut events = Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter();
    while let Some((event, range)) = events.next() {
        let mut events = events.by_ref().map(|(event, _)| event);
        match event {
            Event::Start(Tag::CodeBlock(kind)) => reader.base(&kind, &text_until(TagEnd::CodeBlock, &mut events)),
            Event::Start(Tag::TableHead) => reader.columns = cells_until(TagEnd::TableHead, &mut events),
            Event::Start(Tag::TableRow) => reader.row(range.start, &cells_until(TagEnd::TableRow, &mut events)),
            _ => {}
        }
    }
    reader.rows
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    base: Vec<Cell>,
    columns: Vec<String>,
    rows: Vec<Row>,
}

impl Reader<'_> {
    /// A fenced block marked `base` is the base case of the tables below it.
    fn base(&mut self, kind: &CodeBlockKind, block: &str) {
        if matches!(kind, CodeBlockKind::Fenced(mark) if &**mark == "base") {
            let cells = block.lines().filter_map(|line| line.split_once(':'));
            self.base = cells.map(|(column, text)| (column.trim().to_owned(), text.trim().to_owned())).collect();
        }
    }

    fn row(&mut self, start: usize, texts: &[String]) {
        let line = self.text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
        let own = self.columns.iter().cloned().zip(texts.iter().cloned());
        let cells = self.base.iter().cloned().chain(own).collect();
        self.rows.push(Row { file: self.file.to_owned(), line, cells });
    }
}

fn cells_until<'a>(end: TagEnd, events: &mut impl Iterator<Item = Event<'a>>) -> Vec<String> {
    let mut cells = Vec::new();
    while let Some(event) = events.next().filter(|event| *event != Event::End(end)) {
        if event == Event::Start(Tag::TableCell) {
            cells.push(text_until(TagEnd::TableCell, events));
        }
    }
    cells
}

fn text_until<'a>(end: TagEnd, events: &mut impl Iterator<Item = Event<'a>>) -> String {
    let inside = events.take_while(|event| *event != Event::End(end));
    let texts = inside.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text),
        _ => None,
    });
    texts.map(|text| text.to_string()).collect::<String>().trim().to_owned()
}
