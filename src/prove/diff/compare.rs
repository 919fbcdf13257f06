//! Two behaviours side by side, over every profile: how many change, what changes in them, and an example of each.
//!
//! Knows ids; the words come from whoever prints.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use super::behaviour::{Behaviour, Part};

/// What changes between two behaviours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The editions compared.
    pub editions: (String, String),
    /// How many profiles there are in either.
    pub profiles: u64,
    /// How many of them change their report.
    pub reports: u64,
    /// How many of them change their verdict.
    pub verdicts: u64,
    /// The same changes together, the most frequent first.
    pub groups: Vec<Group>,
}

/// Profiles in which the same changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The verdict before and after.
    pub verdict: (&'static str, &'static str),
    /// What is said otherwise.
    pub changes: Vec<Change>,
    /// In how many profiles.
    pub profiles: u64,
    /// One of them: its answers, then its papers, each as `id=id`.
    pub example: Vec<String>,
}

/// Something that is said otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Which requirement, or `elsewhere`, `procedures`, `counters`.
    pub name: String,
    /// What was said; empty if nothing.
    pub before: String,
    /// What is said; empty if nothing.
    pub after: String,
}

/// Compares two behaviours over every profile that either of them knows.
#[must_use]
pub fn compare(before: &Behaviour, after: &Behaviour) -> Summary {
    let mut tally = Tally::default();
    let people = both(&before.people, &after.people);
    let applications = both(&before.applications, &after.applications);
    for (person, of_person) in &people {
        for (application, of_application) in applications.iter().filter(|(key, _)| belongs(person, key)) {
            let situation = format!("{person} {}", without_applicant(application));
            tally.add_situation(situation.trim(), &[&of_person[..], &of_application[..]].concat());
        }
    }
    tally.summary((before.edition.clone(), after.edition.clone()))
}

/// One part before and after; without one where there is none.
type Pair<'a> = (Option<&'a Part>, Option<&'a Part>);

type Sheets = BTreeMap<String, Vec<Part>>;

fn both<'a>(before: &'a Sheets, after: &'a Sheets) -> BTreeMap<&'a String, Vec<Pair<'a>>> {
    let nothing: &[Part] = &[];
    let sheet = |sheets: &'a Sheets, key| sheets.get(key).map_or(nothing, Vec::as_slice);
    let pairs = |key| {
        let (before, after) = (sheet(before, key), sheet(after, key));
        let named = |parts: &'a [Part], name: &str| parts.iter().find(|part| part.name == name);
        let kept = before.iter().map(|part| (Some(part), named(after, &part.name)));
        let added = after.iter().filter(|part| named(before, &part.name).is_none()).map(|part| (None, Some(part)));
        kept.chain(added).collect()
    };
    before.keys().chain(after.keys()).map(|key| (key, pairs(key))).collect()
}

/// Whether the person and the application are of one applicant; someone out of scope has none.
fn belongs(person: &str, application: &str) -> bool {
    applicant(person) == applicant(application)
}

fn applicant(key: &str) -> Option<&str> {
    key.split(' ').find(|word| word.starts_with("applicant="))
}

fn without_applicant(application: &str) -> &str {
    application.split_once(' ').map_or("", |(_, rest)| rest)
}

/// The verdict before and after, and what is said otherwise.
type Kind = (&'static str, &'static str, Vec<Change>);

/// How many profiles, and one of them.
type Found = (u64, Vec<String>);

#[derive(Default)]
struct Tally {
    profiles: u64,
    groups: BTreeMap<Kind, Found>,
}

impl Tally {
    fn add_situation(&mut self, situation: &str, pairs: &[Pair]) {
        let mut held = vec![0; pairs.len()];
        loop {
            self.add_profile(situation, pairs, &held);
            let next = (0..pairs.len()).find(|place| held[*place] + 1 < ways(pairs[*place]));
            let Some(next) = next else { return };
            held[next] += 1;
            held[..next].fill(0);
        }
    }

    fn add_profile(&mut self, situation: &str, pairs: &[Pair], held: &[usize]) {
        self.profiles += 1;
        let said = || pairs.iter().zip(held).map(|((before, after), way)| (said(*before, *way), said(*after, *way)));
        if said().all(|(before, after)| before == after) {
            return;
        }
        let verdict = (verdict(said().map(|(before, _)| before)), verdict(said().map(|(_, after)| after)));
        let changes = pairs.iter().zip(said()).filter(|(_, (before, after))| before != after);
        let changes = changes.map(|(pair, (before, after))| Change {
            name: name(*pair).to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        });
        let key = (verdict.0, verdict.1, changes.collect());
        let (count, _) = self.groups.entry(key).or_insert_with(|| (0, example(situation, pairs, held)));
        *count += 1;
    }

    fn summary(self, editions: (String, String)) -> Summary {
        let groups = self.groups.into_iter().map(|((before, after, changes), (profiles, example))| Group {
            verdict: (before, after),
            changes,
            profiles,
            example,
        });
        let mut groups: Vec<Group> = groups.collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.profiles));
        let count = |groups: &mut dyn Iterator<Item = &Group>| groups.map(|group| group.profiles).sum();
        let reports = count(&mut groups.iter());
        let verdicts = count(&mut groups.iter().filter(|group| group.verdict.0 != group.verdict.1));
        Summary { editions, profiles: self.profiles, reports, verdicts, groups }
    }
}

fn name((before, after): Pair<'_>) -> &str {
    before.or(after).map_or("", |part| &part.name)
}

fn ways((before, after): Pair) -> usize {
    [before, after].into_iter().flatten().map(|part| part.said.len()).max().unwrap_or(1)
}

fn said(part: Option<&Part>, way: usize) -> &str {
    part.and_then(|part| part.said.get(way).or(part.said.first())).map_or("", String::as_str)
}

/// The verdict on a whole profile of which this is said; `-` of one that was not known.
fn verdict<'a>(said: impl Iterator<Item = &'a str>) -> &'static str {
    const ORDER: [&str; 5] = ["-", "complete", "ask", "incomplete", "not_this_service"];
    let rank = |said: &str| match said.split('/').next().unwrap_or_default() {
        "" => 0,
        "satisfied" | "permanent" | "temporary" | "accounting" | "state_corporation" | "police" => 1,
        "ask" => 2,
        "missing" | "form_not_accepted" | "expired" | "absent" | "not_entitled" => 3,
        _ => 4,
    };
    ORDER[said.map(rank).max().unwrap_or(0)]
}

fn example(situation: &str, pairs: &[Pair], held: &[usize]) -> Vec<String> {
    let papers = pairs.iter().zip(held).filter(|(pair, _)| ways(**pair) > 1);
    let papers = papers.map(|(pair, way)| format!("{}={}", name(*pair), Part::WAYS[*way]));
    situation.split_whitespace().map(str::to_owned).chain(papers).collect()
}

impl Summary {
    /// Whether nothing changes.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The summary in words. `words` gives the words for an id of the wording, such as `answer.age.adult`.
    #[must_use]
    pub fn text(&self, words: &dyn Fn(&str) -> String) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut text, words);
        text
    }

    fn write(&self, text: &mut String, words: &dyn Fn(&str) -> String) -> fmt::Result {
        const SHOWN: usize = 5;
        let (before, after) = &self.editions;
        let between = if before == after { format!("Edition {after}") } else { format!("From {before} to {after}") };
        let (reports, profiles) = (grouped(self.reports), grouped(self.profiles));
        writeln!(
            text,
            "{between}: {reports} of {profiles} profiles change their report, {} their verdict.",
            grouped(self.verdicts)
        )?;
        for group in self.groups.iter().take(SHOWN) {
            writeln!(
                text,
                "\n{} profiles, verdict {}:",
                grouped(group.profiles),
                arrow(group.verdict.0, group.verdict.1)
            )?;
            for change in &group.changes {
                writeln!(text, "  {}: {}", change.name, arrow(&change.before, &change.after))?;
            }
            writeln!(text, "  for example:")?;
            for said in &group.example {
                writeln!(text, "    {}", in_words(said, words))?;
            }
        }
        match self.groups.get(SHOWN..) {
            Some([_, ..]) => writeln!(text, "\n… and {} other kinds of change.", self.groups.len() - SHOWN),
            _ => Ok(()),
        }
    }
}

fn arrow(before: &str, after: &str) -> String {
    let or_nothing = |said: &str| if said.is_empty() { "-".to_owned() } else { said.to_owned() };
    if before == after { or_nothing(after) } else { format!("{} → {}", or_nothing(before), or_nothing(after)) }
}

/// `age=adult` and `owner_consent=none`, in words.
fn in_words(said: &str, words: &dyn Fn(&str) -> String) -> String {
    let (name, value) = said.split_once('=').unwrap_or((said, ""));
    if crate::from_id::<crate::Fact>(name).is_some() {
        format!("{}: {}", words(&format!("fact.{name}.name")), words(&format!("answer.{name}.{value}")))
    } else {
        let form = if value == "expired" { "status.expired".to_owned() } else { format!("form.{value}") };
        format!("{}: {}", words(&format!("document.{name}")), words(&form))
    }
}

/// A number with its thousands set apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let from_end = |(index, digit): (usize, char)| {
        let comma = index > 0 && (digits.len() - index).is_multiple_of(3);
        comma.then_some(',').into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(from_end).collect()
}
