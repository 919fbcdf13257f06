//! The command line: reads, calls, prints. Native only; knows no rule.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

mod input;
mod list;
mod output;
mod translation;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};
use tirkeu::page::pages::{pages_in, wordings_in};
use tirkeu::page::pseudo::pseudo;
use tirkeu::page::rulebook::rulebook;
use tirkeu::page::view::{State, answer};
use tirkeu::page::wording::{Languages, languages, saying, wording};
use tirkeu::prove::diff::{self, Summary};
use tirkeu::wire;
use tirkeu::wire::code::{Code, SamePapers, without_dates};
use tirkeu::wire::lines::{Interrupted, check_lines};
use tirkeu::{Application, Verdict, Words, check, law, parse_date, write_date};

use output::Unwritten;

/// Checks, before a visit to the counter, whether a set of documents for registering where one lives in Kazakhstan is complete.
///
/// Exit status of every command: 0 done, 2 refused input, 3 output that cannot be written.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks an application. Exit status: 0 complete or ask, 1 any other verdict, 2 refused input.
    Check {
        /// A file with an application as JSON, or - for standard input.
        #[arg(required_unless_present = "code", conflicts_with = "code")]
        file: Option<PathBuf>,
        /// The characters of a code instead of a file; the report is computed anew.
        #[arg(long, value_name = "CODE", conflicts_with = "lines")]
        code: Option<String>,
        /// Read JSON Lines and write one report a line, each as soon as its line has come. Exit status: 2 if any line was refused, else 0.
        #[arg(long)]
        lines: bool,
        /// Print the answer in words instead, in this language.
        #[arg(long, value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(languages()), conflicts_with = "lines")]
        text: Option<String>,
    },
    /// Prints the code of an application: characters for the counter or a helper that tell its answers, and no name and no verdict.
    Code {
        /// A file with an application as JSON, or - for standard input.
        file: PathBuf,
        /// Leave the dates of documents out; whether one ends before the visit is told all the same.
        #[arg(long)]
        no_dates: bool,
    },
    /// Checks an institution's whole list, a row for each person, or writes a list to fill in.
    List(list::Asked),
    /// Prints the whole law as it is encoded, with sources and basis.
    Rulebook {
        /// The language.
        #[arg(long, value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(saying("rulebook.title")))]
        lang: String,
    },
    /// Writes the static page of each language, and the wording that a browser loads, into a folder.
    Pages {
        /// The folder.
        folder: PathBuf,
        /// Also in languages that nobody speaks, for tests: longer ones, and from right to left.
        #[arg(long)]
        pseudo: bool,
    },
    /// Says what is missing in each language, and what has changed since it was translated.
    Wording {
        /// The folder with a file for each language.
        #[arg(long, default_value = "www/wording")]
        folder: PathBuf,
        /// Note in this translation that its sentences are of the source as it stands now.
        #[arg(long, value_name = "LANGUAGE")]
        settle: Option<String>,
        /// Only these sentences.
        #[arg(requires = "settle")]
        ids: Vec<String>,
    },
    /// Says what can be done after a refusal, and until when.
    Appeal {
        /// The day of the refusal, as YYYY-MM-DD.
        refused_on: String,
    },
    /// Says how many situations are answered otherwise, and how: between two editions, or since a snapshot.
    Diff {
        /// The edition that began on this day, as YYYY-MM-DD.
        #[arg(required_unless_present = "against", requires = "to", conflicts_with = "against")]
        from: Option<String>,
        /// The edition to compare it with.
        to: Option<String>,
        /// A snapshot to compare the law of this build with.
        #[arg(long, value_name = "FILE")]
        against: Option<PathBuf>,
        /// The language of the examples.
        #[arg(long, value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(languages()), default_value = "en")]
        lang: String,
    },
    /// Prints a snapshot of what the law says of every situation.
    Snapshot,
}

fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => run(&arguments.command).unwrap_or_else(|error| output::failed(&error)),
        Err(help) => output::advise(&help),
    }
}

fn run(command: &Command) -> Result<ExitCode> {
    match command {
        Command::Check { code: Some(code), text, .. } => check_code(code, text.as_deref()),
        Command::Check { file: Some(file), lines: true, .. } => check_all(file),
        Command::Check { file, text, .. } => {
            let file = file.as_deref().context("a file is needed")?;
            check_one(wire::read_bytes(&input::read(file)?)?, SamePapers::default(), text.as_deref())
        }
        Command::Code { file, no_dates } => print_code(file, *no_dates),
        Command::List(asked) => list::run(asked),
        Command::Rulebook { lang } => output::words(&rulebook(law::EDITIONS, &words(lang)?)),
        Command::Pages { folder, pseudo } => write_pages(folder, &offered(*pseudo)),
        Command::Wording { folder, settle: Some(tag), ids } => {
            translation::settle(folder, tag, ids).map(|()| ExitCode::SUCCESS)
        }
        Command::Wording { folder, .. } => output::text(&translation::report(folder)?),
        Command::Appeal { refused_on } => output::json(&wire::read_appeal(refused_on)?),
        Command::Diff { from, to, against: None, lang } => {
            print_changes(&between(from.as_deref().zip(to.as_deref()))?, lang)
        }
        Command::Diff { against: Some(file), lang, .. } => print_changes(&since(file)?, lang),
        Command::Snapshot => output::text(&diff::write_snapshot(law::EDITIONS)),
    }
}

fn check_all(file: &Path) -> Result<ExitCode> {
    match check_lines(input::open(file)?, output::lines()?) {
        Ok(refused) => Ok(if refused { ExitCode::from(2) } else { ExitCode::SUCCESS }),
        Err(Interrupted::Output(error)) => Err(Unwritten(error).into()),
        Err(interrupted) => Err(interrupted.into()),
    }
}

fn check_code(code: &str, language: Option<&str>) -> Result<ExitCode> {
    let code = Code::read(code)?;
    let report = check(law::EDITIONS, &code.application);
    if !code.is_answered_by(&report) {
        let edition = code.edition.map_or("no edition".to_owned(), |day| ["edition ", &write_date(day)].concat());
        output::note(&format!("when this code was made, another report was seen, under {edition}"));
    }
    check_one(code.application, code.same, language)
}

fn print_code(file: &Path, has_no_dates: bool) -> Result<ExitCode> {
    let application = wire::read_bytes(&input::read(file)?)?;
    let told = if has_no_dates { without_dates(&application) } else { application };
    let code = Code::of(&told, &check(law::EDITIONS, &told));
    output::text(&(code.write()? + "\n"))
}

fn check_one(application: Application, same: SamePapers, language: Option<&str>) -> Result<ExitCode> {
    let report = check(law::EDITIONS, &application);
    let verdict = report.verdict;
    match language {
        Some(language) => {
            let state = State::of(law::EDITIONS, application.visit_date, application);
            let state = state.with_same_papers(same.representative, same.certificates);
            output::words(&answer(&state, &words(language)?))?;
        }
        None => _ = output::json(&report)?,
    }
    Ok(if matches!(verdict, Verdict::Complete | Verdict::Ask) { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn between(days: Option<(&str, &str)>) -> Result<Vec<Summary>> {
    let (from, to) = days.context("two editions are needed")?;
    let day = |text| parse_date(text).with_context(|| format!("{text} is no day; YYYY-MM-DD would be right"));
    let summary = diff::between_editions(law::EDITIONS, day(from)?, day(to)?);
    Ok(vec![summary.with_context(|| format!("no edition begins on {from}, or none on {to}"))?])
}

fn since(file: &Path) -> Result<Vec<Summary>> {
    diff::against_snapshot(law::EDITIONS, &input::text(file)?)
        .with_context(|| format!("{} is no snapshot", file.display()))
}

fn print_changes(summaries: &[Summary], language: &str) -> Result<ExitCode> {
    let words = words(language)?;
    let texts = summaries.iter().map(|summary| summary.text(&|id| words.get(id)));
    output::text(&texts.collect::<Vec<_>>().join("\n"))
}

fn words(language: &str) -> Result<Words> {
    wording(language).with_context(|| format!("there is no wording in {language}"))
}

/// The languages there are, or those and what tests look at besides.
fn offered(with_pseudo: bool) -> Languages {
    let all = Languages::all().clone();
    let made = all.get("en").filter(|_| with_pseudo).map(pseudo);
    made.into_iter().flatten().fold(all, Languages::with)
}

fn write_pages(folder: &Path, languages: &Languages) -> Result<ExitCode> {
    output::folder(&folder.join("wording"))?;
    for (name, text) in pages_in(languages).into_iter().chain(wordings_in(languages)) {
        output::file(&folder.join(name), &text)?;
    }
    Ok(ExitCode::SUCCESS)
}
