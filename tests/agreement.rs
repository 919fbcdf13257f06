//! The evaluation and the oracle agree on random applications, whole and partial, of up to four people.

#![cfg(not(target_arch = "wasm32"))]

mod oracle;

use fastrand::Rng;
use tirkeu::{Application, check, date, law};

#[track_caller]
fn agree(application: &Application) {
    let (core, oracle) = (check(law::EDITIONS, application), oracle::partial::report(application));
    assert_eq!(core, oracle, "\nthe evaluation (left) and the oracle (right) differ on\n{application:#?}");
}

fn agree_on(seed: u64, cases: usize) {
    let mut random = Rng::with_seed(seed);
    for _ in 0..cases {
        agree(&oracle::random::application(&mut random));
    }
}

#[test]
fn on_random_applications() {
    agree_on(20_240_316, 4000);
}

#[test]
fn on_other_random_applications() {
    agree_on(20_251_130, 4000);
}

#[test]
fn on_nobody_named_before_the_first_edition() {
    agree(&Application::on(date(2024, 3, 15)));
}
