//! Many applications as JSON Lines, without a reader of all of JSON: where a line is not plain, whoever calls reads it.
//!
//! Knows bytes and lines, and nothing of what a report says.

use std::borrow::Cow;
use std::rc::Rc;

use serde::Serialize;

use super::encode::RefusedLine;
use super::place::{Place, Refusal, shortened};
use super::recall::Recall;
use super::{plain, text};
use crate::decide::check::check;
use crate::decide::situation::situation;
use crate::facts::application::Application;
use crate::law;

/// Answers every line that is not empty; a line that is refused gets `{"error": …}` in its place, with the number of the line. What is
/// not UTF-8 is read with a sign in its place, which no application holds.
///
/// ```
/// use tirkeu::wire::{Answered, check_many};
/// let mut before = Answered::default();
/// let reports = check_many(b"{\"visit_date\": \"2020-01-01\"}\n", &mut before, |_| unreachable!("the line is plain"));
/// assert!(reports.starts_with(b"{\"verdict\":\"not_covered\""));
/// ```
pub fn check_many(lines: &[u8], before: &mut Answered, read: fn(&str) -> Result<Application, Refusal>) -> Vec<u8> {
    let lines = std::str::from_utf8(lines).map_or_else(|_| String::from_utf8_lossy(lines), Cow::Borrowed);
    let mut reports = Reports::default();
    // A report is mostly some three times as long as its line; where there is not so much room, more is asked for as it is needed.
    reports.lines.try_reserve(lines.len().saturating_mul(3)).ok();
    for (line, number) in lines.trim_start_matches('\u{feff}').split('\n').zip(1..) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let read = || plain::application(line).map_or_else(|| read(line), Ok);
        reports.add(line.as_bytes(), number, before, read);
    }
    reports.lines
}

/// A longer line is of so many people that no other is like it; to remember it would only take memory.
const LONGEST: usize = 1024;

/// What was answered before, by whoever goes on to answer: some lines, at most a thousand or so.
#[derive(Default)]
pub struct Answered {
    lines: Recall<Vec<u8>>,
    situations: Recall<Application>,
}

/// The reports on many applications, a line each.
#[derive(Default)]
pub(super) struct Reports {
    pub(super) lines: Vec<u8>,
    pub(super) has_refused: bool,
}

impl Reports {
    /// Adds the line that answers this line of this number, which is read as an application where it was not answered before.
    pub(super) fn add(
        &mut self,
        line: &[u8],
        number: usize,
        answered: &mut Answered,
        read: impl FnOnce() -> Result<Application, Refusal>,
    ) {
        let Answered { lines, situations } = answered;
        let place = lines.place(line);
        if let Some(report) = place.answer(line) {
            return self.lines.extend_from_slice(report);
        }
        match read() {
            Ok(application) if line.len() > LONGEST => write_line(&mut self.lines, &check(law::EDITIONS, &application)),
            Ok(application) => place.keep(line, &self.add_report(&situation(law::EDITIONS, application), situations)),
            Err(error) => {
                write_line(&mut self.lines, &RefusedLine { line: number, error: &error });
                self.has_refused = true;
            }
        }
    }

    /// Adds what is reported on all applications that this one stands for.
    fn add_report(&mut self, situation: &Application, answered: &mut Recall<Application>) -> Rc<[u8]> {
        let place = answered.place(situation);
        if let Some(report) = place.answer(situation) {
            self.lines.extend_from_slice(report);
            return Rc::clone(report);
        }
        let before = self.lines.len();
        write_line(&mut self.lines, &check(law::EDITIONS, situation));
        let report = Rc::from(self.lines.get(before..).unwrap_or_default());
        place.keep(situation, &report);
        report
    }
}

/// Writing to memory cannot fail, and a report holds only what is written.
fn write_line(lines: &mut Vec<u8>, report: &impl Serialize) {
    if text::write(lines, report).is_ok() {
        lines.push(b'\n');
    }
}

/// The refusal of a text that is no JSON at all, for this reason.
#[must_use]
pub fn no_json(text: &str, reason: &str) -> Refusal {
    let written = ["\"", &shortened(text.trim_ascii()), "\" (", reason, ")"].concat();
    Place::Whole.refuse(&written, "an application as JSON")
}
