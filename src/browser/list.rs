//! What the page for a whole list calls: reads, checks and writes in slices, and shows what came of it as trees.

use std::collections::BTreeMap;
use std::rc::Rc;

use time::Date;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::facts::day::parse_date;
use crate::law;
use crate::list::session::Session;
use crate::list::slices::Slices;
use crate::list::template::template;
use crate::list::{Checked, Labels, Limits, Said, Table, Unreadable, papers, read, view};
use crate::page::json::tree;
use crate::page::node::Element;
use crate::page::words::Words;

/// A list in a browser.
#[wasm_bindgen]
pub struct Roll {
    languages: Vec<Words>,
    words: Words,
    labels: Rc<Labels>,
    today: Date,
    /// What this page's reader said once for all rows: it holds over what a file carries.
    told: BTreeMap<String, String>,
    session: Option<Session>,
    work: Option<Work>,
    failed: Option<Unreadable>,
    written: Vec<u8>,
}

/// What is being done.
enum Work {
    Read(Slices<Result<Table, Unreadable>>),
    Check(Slices<Checked>),
    Write(Slices<Result<Vec<u8>, Unreadable>>),
}

#[wasm_bindgen]
impl Roll {
    /// Nothing read yet. The wording of each language as JSON, each after its tag; the language shown; today, as `YYYY-MM-DD`.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "texts in a list come from JavaScript as a vector only")]
    pub fn new(wordings: Vec<String>, language: &str, today: &str) -> Self {
        let languages: Vec<Words> =
            wordings.chunks_exact(2).filter_map(|pair| Some(words(pair.first()?, pair.get(1)?))).collect();
        let shown = languages.iter().find(|words| words.language() == language).cloned();
        let labels = Rc::new(Labels::of(&languages));
        let today = parse_date(today).unwrap_or(law::FIRST_DAY);
        let words = shown.unwrap_or_else(|| words("", ""));
        Self {
            languages,
            words,
            labels,
            today,
            told: BTreeMap::new(),
            session: None,
            work: None,
            failed: None,
            written: Vec::new(),
        }
    }

    /// Begins to read a file.
    pub fn read(&mut self, bytes: Vec<u8>) {
        self.session = None;
        self.failed = None;
        self.work = Some(Work::Read(read(bytes, Rc::clone(&self.labels), Limits::BROWSER)));
    }

    /// Begins to check what was read.
    pub fn check(&mut self) {
        self.work = self.session.as_ref().map(|session| Work::Check(session.check()));
    }

    /// Begins to write the result.
    pub fn write(&mut self) {
        self.work = self.session.as_ref().and_then(|session| session.result(&self.words)).map(Work::Write);
    }

    /// Does one slice; says whether all is done.
    pub fn step(&mut self) -> bool {
        let is_done = match &mut self.work {
            None => return true,
            Some(Work::Read(slices)) => slices.go_on().map(|table| self.take_table(table)).is_some(),
            Some(Work::Check(slices)) => slices.go_on().map(|checked| self.take_checked(checked)).is_some(),
            Some(Work::Write(slices)) => slices.go_on().map(|written| self.take_written(written)).is_some(),
        };
        if is_done {
            self.work = None;
        }
        is_done
    }

    /// How many rows are done, of those of the work.
    #[must_use]
    pub fn done(&self) -> u32 {
        self.progress().0
    }

    /// How many rows there are to do; 0 while that is not known.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.progress().1
    }

    /// Why the file was not read, in words; nothing if it was.
    #[must_use]
    pub fn failed(&self) -> Option<String> {
        self.failed.as_ref().map(|failed| failed.text(&self.words))
    }

    /// The result that was written.
    #[must_use]
    pub fn written(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.written)
    }

    /// Sets what `data-set` of a field names to its value; says whether there is such a thing.
    pub fn set(&mut self, what: &str, value: &str) -> bool {
        let is_once = self.said().set(what, value);
        if is_once {
            self.told.insert(what.to_owned(), value.to_owned());
        }
        match &mut self.session {
            Some(session) => session.set(what, value),
            None => is_once,
        }
    }

    /// Today, as `YYYY-MM-DD`: the day of a visit of which no day is said.
    pub fn set_today(&mut self, today: &str) {
        self.today = parse_date(today).unwrap_or(self.today);
        self.told.remove("visit");
    }

    /// The fields for what is said once.
    #[must_use]
    pub fn once(&self) -> String {
        trees(view::said_once(&self.said(), &self.words))
    }

    /// The list as a whole.
    #[must_use]
    pub fn overview(&self) -> String {
        self.shown(|session, checked| view::overview(session, checked, &self.words, view::SHOWN))
    }

    /// A page of the faults of one kind in one column.
    #[must_use]
    pub fn faults(&self, place: usize, kind: &str, page: usize) -> String {
        self.shown(|_, checked| view::fault_page(checked, &self.words, place, kind, page))
    }

    /// The columns, and what is asked of them.
    #[must_use]
    pub fn matching(&self) -> String {
        self.shown(|session, checked| view::matching(session, checked, &self.words))
    }

    /// A page of the rows of a group.
    #[must_use]
    pub fn rows(&self, group: &str, page: usize) -> String {
        self.shown(|session, checked| view::rows(session, checked, &self.words, group, page))
    }

    /// The answer for one row.
    #[must_use]
    pub fn one(&self, row: usize) -> String {
        self.shown(|session, checked| view::one(session, checked, &self.words, row))
    }

    /// What stands above the sheets of one row, or of the rows of a group: what leads to the others, and the rows without a sheet.
    #[must_use]
    pub fn about_sheets(&self, group: &str, row: Option<usize>, page: usize) -> String {
        self.shown(|session, checked| {
            let of_group = row.is_none().then_some(group);
            papers::about_sheets(session, checked, &self.words, &chosen(checked, group, row), of_group, page)
        })
    }

    /// A page of the sheets for the counter: of one row, or of the rows of a group.
    #[must_use]
    pub fn sheets(&self, group: &str, row: Option<usize>, page: usize) -> String {
        self.shown(|session, checked| {
            papers::sheets(session, checked, &self.words, self.officer(), &chosen(checked, group, row), page)
        })
    }

    /// What stands above the request: the rows of a group that are not in it.
    #[must_use]
    pub fn about_request(&self, group: &str) -> String {
        self.shown(|session, checked| {
            papers::about_request(session, checked, &self.words, &view::filtered(checked, group))
        })
    }

    /// The request of the administration with the people of a group.
    #[must_use]
    pub fn request(&self, group: &str) -> String {
        self.shown(|session, checked| {
            papers::request(session, checked, &self.words, self.officer(), &view::filtered(checked, group))
        })
    }

    /// What the result rests on.
    #[must_use]
    pub fn rests(&self) -> String {
        self.shown(|session, checked| view::rests(session, checked, &self.words))
    }

    /// A list to fill in.
    #[must_use]
    pub fn template(&self) -> Vec<u8> {
        template(&self.words).unwrap_or_default()
    }
}

impl Roll {
    /// What is said once: of the list that was read, or before there is one.
    fn said(&self) -> Said {
        let mut said = Said::on(self.today);
        for (what, value) in &self.told {
            said.set(what, value);
        }
        self.session.as_ref().map_or(said, |session| session.plan.said)
    }

    fn progress(&self) -> (u32, u32) {
        let progress = match &self.work {
            None => return (0, 0),
            Some(Work::Read(slices)) => slices.progress(),
            Some(Work::Check(slices)) => slices.progress(),
            Some(Work::Write(slices)) => slices.progress(),
        };
        (progress.done(), progress.total())
    }

    fn take_table(&mut self, table: Result<Table, Unreadable>) {
        match table {
            Ok(table) => {
                let mut session = Session::of(table, Rc::clone(&self.labels), Said::on(self.today));
                for (what, value) in &self.told {
                    session.set(what, value);
                }
                self.session = Some(session);
            }
            Err(failed) => self.failed = Some(failed),
        }
    }

    fn take_checked(&mut self, checked: Checked) {
        if let Some(session) = &mut self.session {
            session.checked = Some(Rc::new(checked));
        }
    }

    fn take_written(&mut self, written: Result<Vec<u8>, Unreadable>) {
        match written {
            Ok(written) => self.written = written,
            Err(failed) => self.failed = Some(failed),
        }
    }

    /// The language of the counter that stands beside the reader's own: Kazakh, or for who reads Kazakh, Russian.
    fn officer(&self) -> Option<&Words> {
        let other = if self.words.language() == "kk" { "ru" } else { "kk" };
        self.languages.iter().find(|words| words.language() == other)
    }

    fn shown(&self, view: impl Fn(&Session, &Checked) -> Vec<Element>) -> String {
        let session = self.session.as_ref();
        let checked = session.and_then(|session| Some((session, session.checked.as_deref()?)));
        trees(checked.map(|(session, checked)| view(session, checked)).unwrap_or_default())
    }
}

/// One row, or the rows of a group.
fn chosen(checked: &Checked, group: &str, row: Option<usize>) -> Vec<usize> {
    row.map_or_else(|| view::filtered(checked, group), |row| vec![row])
}

fn words(language: &str, json: &str) -> Words {
    let sentences: BTreeMap<String, String> = serde_json::from_str(json).unwrap_or_default();
    Words::new(language, move |id| sentences.get(id).cloned())
}

fn trees(elements: Vec<Element>) -> String {
    let trees: serde_json::Value = elements.into_iter().map(|element| tree(&element.into())).collect();
    trees.to_string()
}
