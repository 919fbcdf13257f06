//! The evaluation and the oracle agree on random applications, whole and partial, of up to four people.

use fastrand::Rng;
use tirkeu::{Application, check, date, law};

use crate::oracle;
use crate::tally::law;

#[track_caller]
fn agree(application: &Application) {
    let (core, oracle) = (check(law::EDITIONS, application), oracle::partial::report(application));
    assert_eq!(core, oracle, "\nthe evaluation (left) and the oracle (right) differ on\n{application:#?}");
}

fn agree_on(seed: u64, cases: u64) -> u64 {
    let mut random = Rng::with_seed(seed);
    (0..cases).for_each(|_| agree(&oracle::random::application(&mut random)));
    cases
}

const NAME: &str = "a report is the one that the oracle reads from every completion (up to four people, at random)";

#[test]
fn the_oracle_agrees_on_random_applications() {
    law(NAME, || agree_on(20_240_316, 1500));
}

#[test]
fn the_oracle_agrees_on_more_of_them() {
    law(NAME, || agree_on(20_260_722, 3000));
}

#[test]
#[ignore = "takes minutes: cargo xtask prove --full"]
fn the_oracle_agrees_on_many_more() {
    law(NAME, || agree_on(20_251_130, 200_000));
}

#[test]
fn the_oracle_agrees_that_no_edition_covers_the_day_before_the_first() {
    agree(&Application::on(date(2024, 3, 15)));
}
