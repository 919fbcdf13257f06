//! Compares what a row says with what comes out.
//!
//! Knows the kinds of rows: visits told in words, inputs as JSON, days of a refusal.

use time::Date;
use tirkeu::wire::{self, Refusal};
use tirkeu::{Appeal, Application, Citation, Id, Set, Step, Term, check, date, from_id, law};

use crate::expected::{Written, day, ids};
use crate::situation;
use crate::table::Row;

/// Columns that only speak to the reader.
const SPOKEN: [&str; 2] = ["source", "why"];

/// Whether a row names a source: a statement of one, or the section of the rules.
pub(crate) fn cites(row: &Row) -> bool {
    !citations(row, Date::MAX).is_empty() || row.get("source").is_some_and(|source| source.contains("rules "))
}

/// Everything in which a row is wrong, each with its place, what was expected and what came out.
pub(crate) fn wrong(row: &Row) -> Vec<String> {
    let differences = if let Some(refused_on) = row.get("refused_on") {
        of_appeal(row, &wire::read_appeal(refused_on))
    } else if let Some(input) = row.get("input") {
        of_input(row, &wire::read(&input_text(input)))
    } else {
        of_visits(row)
    };
    differences.into_iter().map(|difference| format!("{}: {difference}", row.place())).collect()
}

/// The applications that a row tells in words; none of a row that tells them otherwise.
pub(crate) fn applications(row: &Row) -> Result<Vec<Application>, String> {
    if row.get("visit").is_none() { Ok(Vec::new()) } else { situation::applications(&row.cells) }
}

fn of_visits(row: &Row) -> Vec<String> {
    match applications(row) {
        Ok(applications) if applications.is_empty() => vec!["the row tells of no visit".to_owned()],
        Ok(applications) => applications.iter().flat_map(|application| of_visit(row, application)).collect(),
        Err(why) => vec![why],
    }
}

fn of_visit(row: &Row, application: &Application) -> Vec<String> {
    let report = check(law::EDITIONS, application);
    let written = Written { report: &report, several: application.people.len() > 1 };
    let requirement = row.get("requirement");
    let mut wrong = compare(row, |column| written.column(column, requirement));
    let sources = requirement.filter(|_| row.get("finding").is_some()).and_then(|id| written.sources(id));
    wrong
        .extend(sources.and_then(|got| {
            different("source", &ids(citations(row, application.visit_date).iter()), &ids(got.iter()))
        }));
    wrong.iter().map(|difference| difference.clone() + &situation::described(application)).collect()
}

/// `1001 people` stands for an input with so many; everything else is JSON.
fn input_text(input: &str) -> String {
    let people = input.strip_suffix(" people").and_then(|number| number.parse().ok());
    people.map_or_else(
        || input.to_owned(),
        |people| format!(r#"{{"visit_date": "2026-12-01", "people": [{}]}}"#, vec!["{}"; people].join(", ")),
    )
}

fn of_input(row: &Row, read: &Result<Application, Refusal>) -> Vec<String> {
    match read {
        Ok(application) => of_visit(row, application),
        Err(refusal) => compare(row, |column| of_refusal(refusal, column)),
    }
}

fn of_refusal(refusal: &Refusal, column: &str) -> Option<String> {
    match column {
        "place" if refusal.path.is_empty() => Some("(the whole)".to_owned()),
        "place" => Some(refusal.path.clone()),
        "message" => Some(refusal.message.clone()),
        _ => None,
    }
}

fn of_appeal(row: &Row, appeal: &Result<Appeal, Refusal>) -> Vec<String> {
    let step = row.get("step");
    match appeal {
        Ok(appeal) => {
            let step = step.and_then(|number| appeal.steps.get(number.parse::<usize>().ok()?.checked_sub(1)?));
            compare(row, |column| if column == "step" { None } else { of_step(appeal, step, column) })
        }
        Err(refusal) => compare(row, |column| of_refusal(refusal, column)),
    }
}

fn of_step(appeal: &Appeal, step: Option<&Step>, column: &str) -> Option<String> {
    match (column, step) {
        ("complain_by", _) => Some(day(Some(appeal.complain_by))),
        ("steps", _) => Some(appeal.steps.len().to_string()),
        ("addressees", _) => addressees(appeal),
        ("what", Some(step)) => Some(step.step.id().to_owned()),
        ("within", Some(step)) => Some(step.within.map_or_else(|| "–".to_owned(), term)),
        ("basis", Some(step)) => Some(step.basis.id().to_owned()),
        ("sources", Some(step)) => Some(ids(step.sources.iter())),
        _ => None,
    }
}

/// To whom one complains, and about what, as the JSON names them.
fn addressees(appeal: &Appeal) -> Option<String> {
    let written = serde_json::to_value(appeal).ok()?;
    let of_each = written["addressees"].as_array()?.iter();
    let told = of_each.filter_map(|one| Some(format!("{}: {}", one["about"].as_str()?, one["addressee"].as_str()?)));
    Some(told.collect::<Vec<_>>().join(", "))
}

fn term(term: Term) -> String {
    match term {
        Term::Months(months) => format!("{months} months"),
        Term::WorkingDays(days) => format!("{days} working days"),
    }
}

/// Every column whose cell is not what came out, or that nothing came out for.
fn compare(row: &Row, came_out: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let told = ["input", "refused_on", "step", "requirement"];
    let of_the_visit = |column: &str| SPOKEN.contains(&column) || told.contains(&column) || situation::tells(column);
    let expected: Vec<_> = row.cells.iter().filter(|(column, _)| !of_the_visit(column)).collect();
    if expected.is_empty() {
        return vec!["the row expects nothing".to_owned()];
    }
    let compared = expected.into_iter().filter_map(|(column, cell)| match came_out(column) {
        Some(got) => different(column, cell, &got),
        None => Some(format!("{column}: expected {cell}\n  but nothing of the kind came out")),
    });
    compared.collect()
}

fn different(column: &str, expected: &str, got: &str) -> Option<String> {
    let is_blank = |text: &str| text.is_empty() || text == "–";
    let same = expected == got || is_blank(expected) && is_blank(got);
    (!same).then(|| format!("{column}:\n  expected {expected}\n  got      {got}"))
}

/// The first day on which a statement marked with a plus is there.
const LATER: Date = date(2024, 9, 24);

/// The statements of sources that a row cites of a visit on this day.
fn citations(row: &Row, visit: Date) -> Set<Citation> {
    let words = row.get("source").unwrap_or_default().split([' ', ',', ';']);
    let there = words.filter_map(|word| match word.strip_prefix('+') {
        Some(later) => Some(later).filter(|_| visit >= LATER),
        None => Some(word),
    });
    there.filter_map(from_id).collect()
}
