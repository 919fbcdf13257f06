//! The behaviour of a law as text: small enough to be kept with the code, and one line for each thing that can change.
//!
//! Knows lines and words. A part is written once, with a number; people and applications name theirs.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::behaviour::{Behaviour, Part};
use crate::law::edition::Edition;
use crate::prove::digest::digest_of_law;

/// The snapshot of a law.
#[must_use]
pub fn write_snapshot(law: &[Edition]) -> String {
    let (reports, digest) = digest_of_law(law);
    let mut text = format!("digest {digest:016x} of {reports} reports\n");
    let behaviours: Vec<Behaviour> = law.iter().map(Behaviour::of).collect();
    let all = behaviours.iter().flat_map(|behaviour| behaviour.people.values().chain(behaviour.applications.values()));
    let mut numbers: BTreeMap<&Part, usize> = all.flatten().map(|part| (part, 0)).collect();
    for (index, (part, number)) in numbers.iter_mut().enumerate() {
        *number = index;
        line(&mut text, &format!("part {index} {} {}", part.name, part.said.join(" ")));
    }
    for behaviour in &behaviours {
        line(&mut text, &format!("edition {}", behaviour.edition));
        for (kind, sheets) in [("person", &behaviour.people), ("application", &behaviour.applications)] {
            for (key, parts) in sheets {
                let parts: Vec<String> = parts.iter().map(|part| numbers[part].to_string()).collect();
                line(&mut text, &format!("{kind} {key}: {}", parts.join(" ")));
            }
        }
    }
    text
}

fn line(text: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}", line.trim_end());
}

/// The behaviours that a snapshot holds; none if it is no snapshot.
#[must_use]
pub fn read_snapshot(text: &str) -> Option<Vec<Behaviour>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut behaviours: Vec<Behaviour> = Vec::new();
    for line in text.lines() {
        let (kind, rest) = line.split_once(' ')?;
        match kind {
            "digest" => {}
            "part" => parts.push(read_part(rest)?),
            "edition" => behaviours.push(Behaviour::nothing(rest)),
            "person" => behaviours.last_mut()?.people.extend([read_sheet(rest, &parts)?]),
            "application" => behaviours.last_mut()?.applications.extend([read_sheet(rest, &parts)?]),
            _ => return None,
        }
    }
    (!behaviours.is_empty()).then_some(behaviours)
}

/// The digest of every report and their count, as the snapshot has them.
#[must_use]
pub fn digest_of_snapshot(text: &str) -> Option<(usize, u64)> {
    let line = text.lines().next()?.strip_prefix("digest ")?.strip_suffix(" reports")?;
    let (digest, reports) = line.split_once(" of ")?;
    Some((reports.parse().ok()?, u64::from_str_radix(digest, 16).ok()?))
}

fn read_part(line: &str) -> Option<Part> {
    let mut words = line.split(' ').skip(1).map(str::to_owned);
    Some(Part { name: words.next()?, said: words.collect() })
}

fn read_sheet(line: &str, parts: &[Part]) -> Option<(String, Vec<Part>)> {
    let (key, numbers) = line.split_once(':')?;
    let part = |number: &str| parts.get(number.parse::<usize>().ok()?).cloned();
    let named: Option<Vec<Part>> = numbers.split_whitespace().map(part).collect();
    Some((key.to_owned(), named?))
}
