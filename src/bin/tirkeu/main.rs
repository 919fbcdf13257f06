//! The command line: reads, calls, prints. Native only; knows no rule.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use serde::Serialize;
use tirkeu::page::node::{Element, Node, element};
use tirkeu::page::pages::{pages, wordings};
use tirkeu::page::rulebook::rulebook;
use tirkeu::page::view::{State, answer};
use tirkeu::page::wording::wording;
use tirkeu::prove::diff::{self, Summary};
use tirkeu::wire;
use tirkeu::wire::lines::{application, check_lines};
use tirkeu::{Verdict, Words, check, law, parse_date};

/// Checks, before a visit to the counter, whether a set of documents for registering where one lives in Kazakhstan is complete.
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
        file: PathBuf,
        /// Read JSON Lines and write one report a line. Exit status: 2 if any line was refused, else 0.
        #[arg(long)]
        lines: bool,
        /// Print the answer in words instead, in this language.
        #[arg(long, value_name = "LANGUAGE", value_parser = ["kk", "ru", "en"], conflicts_with = "lines")]
        text: Option<String>,
    },
    /// Prints the whole law as it is encoded, with sources and basis.
    Rulebook {
        /// The language.
        #[arg(long, value_name = "LANGUAGE", value_parser = ["kk", "ru", "en"])]
        lang: String,
    },
    /// Writes the static page of each language, and the wording that a browser loads, into a folder.
    Pages {
        /// The folder.
        folder: PathBuf,
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
        #[arg(long, value_name = "LANGUAGE", value_parser = ["kk", "ru", "en"], default_value = "en")]
        lang: String,
    },
    /// Prints a snapshot of what the law says of every situation.
    Snapshot,
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(status) => status,
        Err(error) => {
            eprintln!("tirkeu: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> Result<ExitCode> {
    match command {
        Command::Check { file, lines: true, .. } => {
            let refused = check_lines(open(file)?, io::stdout().lock()).context("the input cannot be read")?;
            Ok(if refused { ExitCode::from(2) } else { ExitCode::SUCCESS })
        }
        Command::Check { file, text, .. } => check_one(open(file)?, text.as_deref()),
        Command::Rulebook { lang } => print_words(&rulebook(law::EDITIONS, &words(lang)?)),
        Command::Pages { folder } => write_pages(folder),
        Command::Appeal { refused_on } => print_appeal(refused_on),
        Command::Diff { from, to, against: None, lang } => {
            print_changes(&between(from.as_deref().zip(to.as_deref()))?, lang)
        }
        Command::Diff { against: Some(file), lang, .. } => print_changes(&since(file)?, lang),
        Command::Snapshot => {
            io::stdout().write_all(diff::write_snapshot(law::EDITIONS).as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn between(days: Option<(&str, &str)>) -> Result<Vec<Summary>> {
    let (from, to) = days.context("two editions are needed")?;
    let day = |text| parse_date(text).with_context(|| format!("{text} is no day; YYYY-MM-DD would be right"));
    let summary = diff::between_editions(law::EDITIONS, day(from)?, day(to)?);
    Ok(vec![summary.with_context(|| format!("no edition begins on {from}, or none on {to}"))?])
}

fn since(file: &Path) -> Result<Vec<Summary>> {
    let snapshot = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    diff::against_snapshot(law::EDITIONS, &snapshot).with_context(|| format!("{} is no snapshot", file.display()))
}

fn print_changes(summaries: &[Summary], language: &str) -> Result<ExitCode> {
    let words = words(language)?;
    let texts = summaries.iter().map(|summary| summary.text(&|id| words.get(id)));
    io::stdout().write_all(texts.collect::<Vec<_>>().join("\n").as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn open(file: &PathBuf) -> Result<Box<dyn BufRead>> {
    if file.as_os_str() == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(Box::new(BufReader::new(opened)))
}

fn check_one(mut input: impl Read, language: Option<&str>) -> Result<ExitCode> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).context("the input cannot be read")?;
    let application = application(&bytes)?;
    let report = check(law::EDITIONS, &application);
    let verdict = report.verdict;
    match language {
        Some(language) => {
            let state = State::of(law::EDITIONS, application.visit_date, application);
            print_words(&answer(&state, &words(language)?))?;
        }
        None => print(&report)?,
    }
    Ok(if matches!(verdict, Verdict::Complete | Verdict::Ask) { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn words(language: &str) -> Result<Words> {
    wording(language).with_context(|| format!("there is no wording in {language}"))
}

fn print_words(elements: &[Element]) -> Result<ExitCode> {
    let page = element("div").children(elements.iter().cloned());
    io::stdout().write_all(Node::Element(page).plain().as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn print(value: &impl Serialize) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, value)?;
    writeln!(out)?;
    Ok(out.flush()?)
}

fn print_appeal(refused_on: &str) -> Result<ExitCode> {
    print(&wire::read_appeal(refused_on)?)?;
    Ok(ExitCode::SUCCESS)
}

fn write_pages(folder: &Path) -> Result<ExitCode> {
    std::fs::create_dir_all(folder.join("wording"))?;
    for (name, text) in pages().into_iter().chain(wordings()) {
        let path = folder.join(name);
        std::fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}
