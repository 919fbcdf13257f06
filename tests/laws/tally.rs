//! One line for each law that was proven: its name, over how many profiles, and in what time.

use std::time::Instant;

/// Proves a law; `proof` returns how many profiles it looked at.
pub(crate) fn law(name: &str, proof: impl FnOnce() -> u64) {
    let start = Instant::now();
    let profiles = proof();
    assert!(profiles > 0, "{name}: nothing was looked at");
    println!("law: {name}: {} profiles, {:.1} s", grouped(profiles), start.elapsed().as_secs_f64());
}

/// A number with its thousands set apart.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let from_end = |(index, digit): (usize, char)| {
        let comma = index > 0 && (digits.len() - index).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(from_end).collect()
}

/// How many situations of one person there are, if nothing is folded.
#[test]
fn what_the_profiles_stand_for() {
    let plain: u64 = tirkeu::law::EDITIONS.iter().map(|edition| plain_product(edition.from)).sum();
    println!("standing for {} partial profiles of one person", grouped(plain));
}

fn plain_product(day: time::Date) -> u64 {
    use tirkeu::prove::profile;
    use tirkeu::{Document, Id};
    let ways = Document::ALL.iter().map(|document| profile::every_held(*document, day).len() as u64);
    profile::every_answers(day).count() as u64 * ways.product::<u64>()
}
