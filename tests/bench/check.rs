//! One application, natively: decoded, checked, encoded, and all of it; `cargo xtask bench` puts the medians on its table.
//!
//! The cases are those of the other contenders, one a line, in the file that `TIRKEU_CASES` names.

use std::hint::black_box;

use divan::Bencher;
use tirkeu::{Application, Report, check, law, wire};

fn main() {
    divan::main();
}

fn lines() -> Vec<String> {
    let file = std::env::var("TIRKEU_CASES").expect("TIRKEU_CASES names a file");
    std::fs::read_to_string(file).expect("the cases can be read").lines().map(str::to_owned).collect()
}

fn applications() -> Vec<Application> {
    lines().iter().map(|line| wire::read(line).expect("a case is an application")).collect()
}

fn report(application: &Application) -> Report {
    check(law::EDITIONS, application)
}

/// Every case in turn, one each time.
fn each<T, R>(bencher: Bencher, cases: &[T], mut work: impl FnMut(&T) -> R) {
    let mut turn = cases.iter().cycle();
    bencher.bench_local(|| turn.next().map(|case| black_box(work(case))));
}

#[divan::bench]
fn decode(bencher: Bencher) {
    each(bencher, &lines(), |line| wire::read(line));
}

#[divan::bench]
fn evaluate(bencher: Bencher) {
    each(bencher, &applications(), report);
}

#[divan::bench]
fn encode(bencher: Bencher) {
    let reports: Vec<Report> = applications().iter().map(report).collect();
    each(bencher, &reports, wire::text);
}

#[divan::bench]
fn all(bencher: Bencher) {
    each(bencher, &lines(), |line| wire::read(line).map(|application| wire::text(&report(&application))));
}
