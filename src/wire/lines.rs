//! JSON Lines: one application a line in, one report a line out, in the same order; native only.
//!
//! Knows bytes and lines, and nothing of what a report says. Lines are answered in batches, two for each processor at a time, so that
//! memory stays flat however many lines there are.

use std::collections::VecDeque;
use std::io::{self, BufRead, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, Scope};

use serde::Serialize;

use crate::decide::check::check;
use crate::facts::application::Application;
use crate::law;
use crate::wire::{self, Refusal};

/// So many bytes of lines are answered together.
const BATCH: usize = 1 << 17;

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
/// assert!(tirkeu::wire::lines::check_lines(lines.as_bytes(), &mut reports).unwrap());
/// let reports = String::from_utf8(reports).unwrap();
/// assert!(reports.lines().next().unwrap().starts_with("{\"error\":{\"path\":\"visit_date\""));
/// assert!(reports.lines().nth(1).unwrap().contains("\"not_covered\""));
/// ```
///
/// # Errors
/// If reading or writing fails.
pub fn check_lines(mut input: impl BufRead, mut out: impl Write) -> io::Result<bool> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| Worker::start(scope)).collect();
        let (mut next, mut busy) = (workers.iter().cycle(), VecDeque::new());
        let mut idle: Vec<_> = workers.iter().flat_map(|_| [Batch::default(), Batch::default()]).collect();
        let (mut is_over, mut refused) = (false, false);
        loop {
            if let Some(mut batch) = idle.pop() {
                is_over = is_over || !batch.read(&mut input)?;
                if let Some(worker) = next.next().filter(|_| !is_over) {
                    worker.begin(batch)?;
                    busy.push_back(worker);
                }
            } else if let Some(earliest) = busy.pop_front() {
                let answered = earliest.end()?;
                refused |= answered.write(&mut out)?;
                idle.push(answered);
            } else {
                out.flush()?;
                return Ok(refused);
            }
        }
    })
}

/// A thread that answers one batch after another, and has the next before it has ended one; it ends when nobody can give it any more.
struct Worker {
    todo: Sender<Batch>,
    done: Receiver<Batch>,
}

impl Worker {
    fn start<'scope>(scope: &'scope Scope<'scope, '_>) -> Self {
        let ((todo, batches), (answered, done)) = (channel::<Batch>(), channel());
        scope.spawn(move || batches.into_iter().try_for_each(|batch| answered.send(batch.answered())));
        Self { todo, done }
    }

    fn begin(&self, batch: Batch) -> io::Result<()> {
        self.todo.send(batch).map_err(io::Error::other)
    }

    /// Waits for the batch that was begun first.
    fn end(&self) -> io::Result<Batch> {
        self.done.recv().map_err(io::Error::other)
    }
}

/// Some whole lines and the reports on them. Used again and again: to give memory back and ask for it anew costs a fifth of the time.
#[derive(Default)]
struct Batch {
    lines: Vec<u8>,
    reports: Vec<u8>,
    refused: bool,
}

impl Batch {
    /// Reads lines until the batch is full; false at the end.
    fn read(&mut self, input: &mut impl BufRead) -> io::Result<bool> {
        self.lines.clear();
        while self.lines.len() < BATCH && input.read_until(b'\n', &mut self.lines)? > 0 {}
        Ok(!self.lines.is_empty())
    }

    fn answered(mut self) -> Self {
        self.reports.clear();
        self.refused = false;
        for line in self.lines.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
            match application(line) {
                Ok(application) => write(&mut self.reports, &check(law::EDITIONS, &application)),
                Err(error) => {
                    self.refused = true;
                    write(&mut self.reports, &Refused { error });
                }
            }
        }
        self
    }

    /// Writes the reports; returns whether any line was refused.
    fn write(&self, out: &mut impl Write) -> io::Result<bool> {
        out.write_all(&self.reports)?;
        Ok(self.refused)
    }
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
