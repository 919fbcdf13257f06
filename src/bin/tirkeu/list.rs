//! The command `list`: an institution's whole list from a spreadsheet, and the template for one.

use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, anyhow, ensure};
use clap::Args;
use clap::builder::PossibleValuesParser;
use time::Date;
use tirkeu::list::decided::order_of;
use tirkeu::list::session::Session;
use tirkeu::list::template::template;
use tirkeu::list::{Labels, Limits, Said, read, table, view};
use tirkeu::page::wording::{saying, wording};
use tirkeu::{Words, date};

use crate::{input, output};

/// What is asked of a list.
#[derive(Args)]
pub(crate) struct Asked {
    /// A list: a workbook (.xlsx) or a text (CSV, TSV).
    #[arg(required_unless_present = "template")]
    file: Option<PathBuf>,
    /// Write the result into this workbook, beside the columns of the list.
    #[arg(long, value_name = "RESULT.xlsx")]
    out: Option<PathBuf>,
    /// Write a list to fill in instead, in this language.
    #[arg(long, value_name = "LANGUAGE", value_parser = of_lists(), conflicts_with = "file")]
    template: Option<String>,
    /// The language of the answer.
    #[arg(long, value_name = "LANGUAGE", value_parser = of_lists(), default_value = "ru")]
    lang: String,
    /// The day of the visit, as YYYY-MM-DD; else today in Kazakhstan.
    #[arg(long, value_name = "DAY")]
    visit: Option<String>,
    /// Say something once for all rows, by ids: `service=permanent`, `institution_request=original`.
    #[arg(long, value_name = "ID=ANSWER")]
    say: Vec<String>,
    /// Say what a column is, by its letter: D=status; D= if it is not to be read.
    #[arg(long, value_name = "LETTER=ID")]
    column: Vec<String>,
    /// Say what a text in a column means, by the column's id: status:ВНЖ=foreigner.
    #[arg(long, value_name = "ID:TEXT=ANSWER")]
    value: Vec<String>,
    /// Say how the days of a column are written, by its letter: G=day if the day stands first, G=month if the month does.
    #[arg(long, value_name = "LETTER=day|month")]
    order: Vec<String>,
}

/// Checks a list, or writes the template. It is done whatever the verdicts are: they stand in the result.
pub(crate) fn run(asked: &Asked) -> Result<ExitCode> {
    if let Some(language) = &asked.template {
        let words = words(language)?;
        let bytes = template(&words).map_err(|error| anyhow!(error.text(&words)))?;
        return output::bytes(asked.out.as_deref(), &bytes);
    }
    let words = words(&asked.lang)?;
    let mut session = session(asked, &words)?;
    decide(asked, &mut session)?;
    let checked = Rc::new(session.check().whole());
    session.checked = Some(Rc::clone(&checked));
    if let (Some(out), Some(result)) = (&asked.out, session.result(&words)) {
        let bytes = result.whole().map_err(|error| anyhow!(error.text(&words)))?;
        output::bytes(Some(out), &bytes)?;
    }
    output::words(&view::overview(&session, &checked, &words, usize::MAX))
}

/// What a language says that can speak of a list.
const TITLE: &str = "roll.page.title";

fn of_lists() -> PossibleValuesParser {
    PossibleValuesParser::new(saying(TITLE))
}

fn words(language: &str) -> Result<Words> {
    wording(language).with_context(|| format!("there is no wording in {language}"))
}

/// The list as it was read.
fn session(asked: &Asked, words: &Words) -> Result<Session> {
    let file = asked.file.as_deref().context("a file is needed")?;
    let bytes = input::up_to(file, MOST)?;
    let labels = Rc::new(Labels::of(&saying(TITLE).filter_map(wording).collect::<Vec<_>>()));
    let table = read(bytes, Rc::clone(&labels), Limits::NATIVE).whole().map_err(|error| anyhow!(error.text(words)))?;
    Ok(Session::of(table, labels, Said::on(today()?)))
}

/// More than is read, so that what never ends is not waited for.
const MOST: u64 = 200_000_000;

/// Today in Kazakhstan, five hours ahead of UTC.
fn today() -> Result<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock stands before 1970")?;
    let days = i32::try_from((since.as_secs() + 5 * 3600) / 86_400)?;
    Ok(Date::from_julian_day(date(1970, 1, 1).to_julian_day() + days)?)
}

/// The place of a column by its letter.
fn place_of(session: &Session, said: &str, letters: &str) -> Result<usize> {
    let place = (0..session.table.width()).find(|place| table::letters(*place).eq_ignore_ascii_case(letters));
    place.with_context(|| format!("{said}: the list has no column {letters}"))
}

/// What was said on the command line.
fn decide(asked: &Asked, session: &mut Session) -> Result<()> {
    if let Some(day) = &asked.visit {
        ensure!(session.set("visit", day), "{day} is no day; YYYY-MM-DD would be right");
    }
    for said in &asked.say {
        let (column, answer) = said.split_once('=').with_context(|| format!("{said}: ID=ANSWER would be right"))?;
        ensure!(session.say(column, answer), "{said}: there is no such question or answer");
    }
    for said in &asked.column {
        let (letters, id) = said.split_once('=').with_context(|| format!("{said}: LETTER=ID would be right"))?;
        let place = place_of(session, said, letters)?;
        ensure!(session.set_column(place, id), "{said}: there is no column called {id}");
    }
    for said in &asked.order {
        let (letters, order) = said.split_once('=').with_context(|| format!("{said}: LETTER=day would be right"))?;
        let order = order_of(order).with_context(|| format!("{said}: day or month would be right, not {order}"))?;
        session.set_order(place_of(session, said, letters)?, order);
    }
    for said in &asked.value {
        let parts = said.split_once(':').and_then(|(column, rest)| Some((column, rest.rsplit_once('=')?)));
        let (column, (text, answer)) = parts.with_context(|| format!("{said}: ID:TEXT=ANSWER would be right"))?;
        ensure!(session.set_choice(column, text, answer), "{said}: there is no such question or answer");
    }
    Ok(())
}
