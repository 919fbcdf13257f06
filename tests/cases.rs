//! The example tests: every table of `tests/cases/*.md`, row by row. `tests/cases/README.md` explains how the tables are read.

#![cfg(not(target_arch = "wasm32"))]

#[path = "cases/coverage.rs"]
mod coverage;
#[path = "cases/expected.rs"]
mod expected;
#[path = "cases/judge.rs"]
mod judge;
#[path = "cases/shape.rs"]
mod shape;
#[path = "cases/situation.rs"]
mod situation;
#[path = "cases/table.rs"]
mod table;

use std::io::{self, Write};

use table::Row;

/// Fewer rows than this are no examination of the law.
const FEWEST_ROWS: usize = 60;

/// Written past the test harness, so that the counts are seen of a passing test, too.
fn tell(files: &[(String, Vec<Row>)]) {
    let mut out = io::stdout().lock();
    for (file, rows) in files {
        writeln!(out, "{file}: {} rows", rows.len()).expect("standard output is open");
    }
}

/// Fails with everything that is wrong, not only with the first.
#[track_caller]
fn none_wrong(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n\n{}\n", wrong.len(), wrong.join("\n\n"));
}

fn all_rows() -> Vec<Row> {
    table::files().into_iter().flat_map(|(_, rows)| rows).collect()
}

#[test]
fn every_row_comes_out_as_it_says() {
    let files = table::files();
    tell(&files);
    let rows = files.iter().flat_map(|(_, rows)| rows);
    none_wrong(&rows.flat_map(judge::wrong).collect::<Vec<_>>());
}

#[test]
fn there_are_enough_rows() {
    let rows = all_rows().len();
    assert!(rows >= FEWEST_ROWS, "only {rows} rows");
}

#[test]
fn every_row_cites_its_source() {
    let without = all_rows().into_iter().filter(|row| !judge::cites(row));
    none_wrong(&without.map(|row| format!("{}: no source is cited", row.place())).collect::<Vec<_>>());
}

#[test]
fn every_outcome_of_the_law_has_a_row() {
    none_wrong(&coverage::lacking(&all_rows()));
}
