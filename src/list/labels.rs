//! From what stands at the head of a column, or in a cell, to what it means: by id, by the wording of any language, by synonyms.
//!
//! Knows spellings; guesses nothing. What means two things leads to both, and is asked.

use std::collections::BTreeMap;

use crate::facts::id::Id;
use crate::list::columns::{Choice, Column};
use crate::list::normal::{in_cyrillic, normal};
use crate::list::synonyms::{
    ALONE, ANSWERS, ASIDES, COLUMNS, FORMS, HELD, JOINED, MONTHS, PLACES, TOTALS, UNTIL, UNTIL_BEHIND, WITHOUT_END,
};
use crate::list::table::{Cell, Row};
use crate::page::words::{Words, digits};

/// All that headings and cells may say, in every language.
pub struct Labels {
    columns: BTreeMap<String, Vec<Column>>,
    choices: BTreeMap<(Column, String), Vec<Choice>>,
    months: BTreeMap<String, u8>,
    examples: Vec<String>,
}

/// The ends of ids under which a sentence is said in another tone.
const TONES: [&str; 5] = ["", ".of", ".list", ".consent", ".paper"];

impl Labels {
    /// What may be said in these languages.
    #[must_use]
    pub fn of(languages: &[Words]) -> Self {
        let empty =
            Self { columns: BTreeMap::new(), choices: BTreeMap::new(), months: BTreeMap::new(), examples: Vec::new() };
        let mut labels = empty;
        Column::all().for_each(|column| labels.add_ids(column));
        labels.add_synonyms();
        for words in languages {
            Column::all().for_each(|column| labels.add_words(column, words));
            labels.add_months(words);
            labels.examples.push(normal(&words.get("roll.example")));
        }
        labels
    }

    fn add_ids(&mut self, column: Column) {
        self.name(column, &column.id());
        for choice in column.choices() {
            self.choose(column, choice, choice.id());
        }
    }

    fn add_synonyms(&mut self) {
        for (column, names) in COLUMNS.iter().filter_map(|(id, names)| Some((Column::of(id)?, names))) {
            names.iter().for_each(|name| self.name(column, name));
        }
        for (number, name) in (1..).zip(MONTHS) {
            self.months.insert(normal(name), number);
        }
        for (id, answer, names) in ANSWERS {
            let Some(column) = Column::of(id) else { continue };
            let Some(choice) = column.choice(answer) else { continue };
            names.iter().for_each(|name| self.choose(column, choice, name));
        }
        for column in Column::all().filter(|column| matches!(column, Column::Document(_))) {
            for (form, names) in FORMS {
                let Some(choice) = column.choice(form) else { continue };
                names.iter().for_each(|name| self.choose(column, choice, name));
            }
        }
    }

    fn add_words(&mut self, column: Column, words: &Words) {
        for name in names(column, words) {
            self.name(column, &name);
        }
        for choice in column.choices() {
            for name in TONES.iter().flat_map(|tone| choice_names(column, choice, words, tone)) {
                self.choose(column, choice, &name);
            }
        }
    }

    /// Months in the form that a date takes, as the wording has them.
    fn add_months(&mut self, words: &Words) {
        for month in 1..=12 {
            self.months.insert(normal(&words.of("month.*", &digits(month.into()))), month);
        }
    }

    fn name(&mut self, column: Column, name: &str) {
        let meanings = self.columns.entry(normal(name)).or_default();
        if !meanings.contains(&column) && !normal(name).is_empty() {
            meanings.push(column);
        }
    }

    fn choose(&mut self, column: Column, choice: Choice, name: &str) {
        let meanings = self.choices.entry((column, spelled(name))).or_default();
        if !meanings.contains(&choice) {
            meanings.push(choice);
        }
    }

    /// The columns that a heading may mean: none, one, or several to choose from.
    #[must_use]
    pub fn columns(&self, heading: &str) -> &[Column] {
        let normal = normal(heading);
        let found = self.columns.get(&normal).or_else(|| self.columns.get(&in_cyrillic(&normal)));
        found.map_or(&[], Vec::as_slice)
    }

    /// Whether a text is a heading that somebody knows.
    #[must_use]
    pub fn is_heading(&self, text: &str) -> bool {
        !self.columns(text).is_empty()
    }

    /// What a cell of a column chooses, if it is exactly one thing.
    #[must_use]
    pub fn choice(&self, column: Column, cell: &str) -> Option<Choice> {
        let spelled = spelled(cell);
        let cyrillic = in_cyrillic(&spelled);
        let found = self.choices.get(&(column, spelled)).or_else(|| self.choices.get(&(column, cyrillic)));
        match found.map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }

    /// The number of a month, by its name in any language.
    #[must_use]
    pub fn month(&self, name: &str) -> Option<u8> {
        self.months.get(&normal(name)).copied()
    }

    /// Whether a cell marks a template's example.
    #[must_use]
    pub fn is_example(&self, cell: &str) -> bool {
        self.examples.contains(&normal(cell))
    }
}

/// What the wording calls a column.
fn names(column: Column, words: &Words) -> Vec<String> {
    let mut names = vec![heading(column, words)];
    match column {
        Column::Fact(fact) => names.extend(words.find_of("fact.*.name", fact.id())),
        Column::Document(document) => {
            names.extend(["document.*", "document.*.of"].iter().filter_map(|id| words.find_of(id, document.id())));
        }
        _ => {}
    }
    names
}

/// The heading of a column in a language.
#[must_use]
pub fn heading(column: Column, words: &Words) -> String {
    match column {
        Column::Fact(fact) => words.of("fact.*.name", fact.id()),
        Column::Document(document) => document_name(document.id(), words),
        Column::Until(document) => words.with("roll.column.until", "document", &document_name(document.id(), words)),
        other => words.of("roll.column.*", &other.id()),
    }
}

/// A document, as spoken of about somebody else.
#[must_use]
pub fn document_name(id: &str, words: &Words) -> String {
    words.find_of("document.*.of", id).unwrap_or_else(|| words.of("document.*", id))
}

/// A choice in a language.
#[must_use]
pub fn choice_name(column: Column, choice: Choice, words: &Words) -> String {
    // Of a kind of document that is called otherwise, its own words come first: a request is opened nowhere.
    if let (Column::Document(document), Choice::Form(form)) = (column, choice) {
        return words.of_kind("form.*", document.kind(), form.id());
    }
    let of = choice_names(column, choice, words, ".of");
    of.into_iter().chain(choice_names(column, choice, words, "")).next().unwrap_or_else(|| choice.id().to_owned())
}

fn choice_names(column: Column, choice: Choice, words: &Words, tone: &str) -> Vec<String> {
    match (column, choice) {
        (Column::Fact(fact), _) => {
            let answer = [fact.id(), ".", choice.id()].concat();
            words.find_of(&["answer.*", tone].concat(), &answer).into_iter().collect()
        }
        (Column::Document(document), _) => {
            // A star would stand before the kind: `form.*.consent` is of the form, then of the kind.
            let is_other_kind = [".consent", ".paper"].contains(&tone) && tone != document.kind();
            let tone = if tone.is_empty() { document.kind() } else { tone };
            let found = ["form.*", "form.list.*"]
                .map(|id| words.find_of(&[id, tone].concat(), choice.id()).or_else(|| words.find_of(id, choice.id())));
            if is_other_kind { Vec::new() } else { found.into_iter().flatten().collect() }
        }
        _ => Vec::new(),
    }
}

/// A cell as it is compared: by its words; where it has none, by its signs.
fn spelled(cell: &str) -> String {
    let normal = normal(cell);
    let is_more = cell.trim().ends_with('+');
    if normal.is_empty() || is_more { cell.trim().replace(['–', '—'], "-") } else { normal }
}

/// A cell as it is grouped with others that say the same.
#[must_use]
pub fn same(cell: &str) -> String {
    spelled(cell)
}

/// A name or a word of people's own, as it is compared with others: what looks the same is the same, in whichever alphabet it was typed.
///
/// ```
/// use tirkeu::list::labels::same_look;
/// assert_eq!(same_look("12A"), same_look("12а"));
/// ```
#[must_use]
pub fn same_look(cell: &str) -> String {
    in_cyrillic(&spelled(cell))
}

/// Whether a row tells of a room, of a total, or of the list: nothing stands in it but a word for that, with a number or a name; or signs alone, as
/// for a signature.
#[must_use]
pub fn is_of_nobody(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let Some(Cell::Text(first)) = filled.next() else { return false };
    let first = normal(first);
    let begins = |words: &[&str]| {
        words.iter().any(|word| first.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    let is_number = |cell: &Cell| cell.number().is_some() || cell.written().bytes().all(|byte| byte.is_ascii_digit());
    let is_aside = begins(ASIDES) || first.is_empty();
    let is_place = begins(PLACES) && first.bytes().any(|byte| byte.is_ascii_digit()) || is_numbered_place(&first);
    begins(TOTALS) && filled.clone().all(is_number) || (is_place || is_aside) && filled.next().is_none()
}

/// Whether a text is a place behind its number: "101 комната", "2-қабат".
fn is_numbered_place(text: &str) -> bool {
    let mut words = text.split(' ');
    let number = words.next().is_some_and(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    number && words.next().is_some_and(|word| PLACES.contains(&word))
}

/// Whether a cell of the column of families says that somebody applies alone: by a word for none, by signs alone, by zeros.
///
/// ```
/// use tirkeu::list::labels::is_alone;
/// assert!(["-", "–", "нет", "0", "00", "Н/Д", "жоқ", "?"].iter().all(|cell| is_alone(cell)));
/// assert!(!["1", "10", "Ли", "нет 2"].iter().any(|cell| is_alone(cell)));
/// ```
#[must_use]
pub fn is_alone(cell: &str) -> bool {
    let spelled = normal(cell);
    let is_word = |spelled: &str| ALONE.contains(&spelled);
    spelled.chars().all(|letter| letter == '0' || letter == ' ') || is_word(&spelled) || is_word(&in_cyrillic(&spelled))
}

/// Whether a cell of a day says that there is no end.
#[must_use]
pub fn is_without_end(cell: &str) -> bool {
    let spelled = spelled(cell);
    let is_word = |spelled: &str| WITHOUT_END.iter().any(|word| normal(word) == spelled);
    spelled == "-" || is_word(&spelled) || is_word(&in_cyrillic(&spelled))
}

/// The day in a cell that says until when something is valid, without the words for that: "до 31.12.2030", "с 01.01.2020 по 31.12.2030".
///
/// ```
/// use tirkeu::list::labels::end_alone;
/// assert_eq!(end_alone("До 12.2027"), "12.2027");
/// assert_eq!(end_alone("с 01.01.2020 г. по 31.12.2030 г."), "31.12.2030 г.");
/// assert_eq!(end_alone("31.12.2030 дейін"), "31.12.2030");
/// assert_eq!(end_alone("Ещё до 31.12.2030"), "Ещё до 31.12.2030");
/// ```
#[must_use]
pub fn end_alone(cell: &str) -> String {
    let small = cell.trim().to_lowercase();
    let mut end = UNTIL_BEHIND.iter().find_map(|word| small.strip_suffix(word)).unwrap_or(&small);
    end = UNTIL.iter().find_map(|words| end.strip_prefix(words)).unwrap_or(end);
    let since = end.strip_prefix("с ").and_then(|since| since.split_once(" по "));
    end = since.map_or(end, |(_, end)| end);
    // Where there is no such word the cell is what it was: the T of a time is a capital.
    if end == small { cell.to_owned() } else { end.trim().to_owned() }
}

/// Whether a name seems to be of several people: two words and more in each of several lines, or a word or a sign that joins them.
///
/// ```
/// use tirkeu::list::labels::is_of_several;
/// assert!(["Ли Анна\nКим Олег", "Ли Анна и Ким Олег", "Ли Анна; Ким Олег", "Ли Анна + ребёнок"].iter().all(|name| is_of_several(name)));
/// assert!(!["Ли Анна", "Ли, А. И.", "Ли И", "Анна-Мария", "Ким\nАнна", "Ким/Ли Анна"].iter().any(|name| is_of_several(name)));
/// ```
#[must_use]
pub fn is_of_several(name: &str) -> bool {
    let is_word = |part: &&str| part.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
    let is_person = |part: &&str| part.split_whitespace().filter(is_word).count() > 1;
    let spaced = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_joined = |words: &&str| spaced.split(words).filter(is_word).count() > 1;
    name.split(['\n', ';', '/']).filter(is_person).count() > 1 || JOINED.iter().any(is_joined)
}

/// Whether a heading below a document's name asks how it is held.
#[must_use]
pub fn is_of_form(heading: &str) -> bool {
    HELD.contains(&normal(heading).as_str())
}
