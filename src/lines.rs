//! JSON Lines: one application a line in, one report a line out, in the same order; native only.
//!
//! Knows bytes and lines, and nothing of what a report says. Lines are answered in batches, each shared among the processors, so
//! that memory stays flat however many lines there are.

use std::io::{self, BufRead, Write};
use std::num::NonZero;
use std::thread;

use serde::Serialize;

use crate::application::Application;
use crate::check::check;
use crate::law;
use crate::wire::{self, Refusal};

/// So many bytes of lines are answered together.
const BATCH: usize = 1 << 20;

/// The application that stands in these bytes as JSON.
///
/// # Errors
/// Bytes that are not UTF-8, not JSON or not an application.
pub fn application(bytes: &[u8]) -> Result<Application, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|error| Refusal {
        path: String::new(),
        message: format!("application: {error} is not right here; text in UTF-8 would be"),
    })?;
    wire::read(text)
}

/// Answers every line that is not empty; a line that is refused gets `{"error": …}` in its place. Returns whether any was.
///
/// ```
/// let (lines, mut reports) = ("{}\n\n{\"visit_date\": \"2020-01-01\"}", Vec::new());
/// assert!(tirkeu::lines::check_lines(lines.as_bytes(), &mut reports).unwrap());
/// let reports = String::from_utf8(reports).unwrap();
/// assert!(reports.lines().next().unwrap().starts_with("{\"error\":{\"path\":\"visit_date\""));
/// assert!(reports.lines().nth(1).unwrap().contains("\"not_covered\""));
/// ```
///
/// # Errors
/// If reading or writing fails.
pub fn check_lines(mut input: impl BufRead, mut out: impl Write) -> io::Result<bool> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let (mut batch, mut refused) = (Vec::new(), false);
    while read_batch(&mut input, &mut batch)? {
        for answered in answer_batch(&batch, processors) {
            out.write_all(&answered.reports)?;
            refused |= answered.refused;
        }
        batch.clear();
    }
    out.flush()?;
    Ok(refused)
}

/// Reads whole lines until the batch is full; false at the end.
fn read_batch(input: &mut impl BufRead, batch: &mut Vec<u8>) -> io::Result<bool> {
    while batch.len() < BATCH && input.read_until(b'\n', batch)? > 0 {}
    Ok(!batch.is_empty())
}

/// The reports on some lines.
#[derive(Default)]
struct Answered {
    reports: Vec<u8>,
    refused: bool,
}

fn answer_batch(batch: &[u8], processors: usize) -> Vec<Answered> {
    let shares = shares(batch, processors);
    if let [share] = shares.as_slice() {
        return vec![answer(share)];
    }
    thread::scope(|scope| {
        let workers: Vec<_> = shares.into_iter().map(|share| scope.spawn(|| answer(share))).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    })
}

/// The batch in as many parts of whole lines, about as long as one another.
fn shares(mut batch: &[u8], processors: usize) -> Vec<&[u8]> {
    let length = batch.len() / processors + 1;
    let mut shares = Vec::with_capacity(processors);
    while !batch.is_empty() {
        let rest = batch.get(length.min(batch.len())..).unwrap_or_default();
        let end =
            batch.len() - rest.len() + rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        let (share, left) = batch.split_at(end);
        shares.push(share);
        batch = left;
    }
    shares
}

fn answer(lines: &[u8]) -> Answered {
    let mut answered = Answered::default();
    for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
        match application(line) {
            Ok(application) => write(&mut answered.reports, &check(law::EDITIONS, &application)),
            Err(error) => {
                answered.refused = true;
                write(&mut answered.reports, &Refused { error });
            }
        }
    }
    answered
}

#[derive(Serialize)]
struct Refused {
    error: Refusal,
}

/// Writing to memory cannot fail, and every key is a text.
fn write(reports: &mut Vec<u8>, value: &impl Serialize) {
    if serde_json::to_writer(&mut *reports, value).is_ok() {
        reports.push(b'\n');
    }
}
