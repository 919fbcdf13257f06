//! JSON Lines: one application a line in, one report a line out, in the same order; native only.
//!
//! Knows bytes and lines, and nothing of what a report says. Lines are answered in batches: what one reading gives, which is a single
//! line where somebody types, and 128 KiB of a file. So a report never waits for lines that have not come yet, and memory stays flat
//! however many there are.

use std::fmt::{self, Display};
use std::io::{self, BufRead, BufReader, Cursor, ErrorKind, Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::encoding::{breaks, lines, refuse_wide, unmarked};
use super::json::{MOST_BYTES, read_line, too_long};
use super::many::{Answered, Reports};
use super::place::Refusal;

/// So many bytes are read at a time.
const READ: usize = 1 << 17;

/// Why lines were not all answered.
#[derive(Debug)]
pub enum Interrupted {
    /// The input cannot be read any further.
    Input(io::Error),
    /// The input is in an encoding that is not read; nothing was answered.
    Encoding(Refusal),
    /// The output cannot be written.
    Output(io::Error),
}

impl Display for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(error) => write!(f, "the input cannot be read: {error}"),
            Self::Encoding(refusal) => refusal.fmt(f),
            Self::Output(error) => write!(f, "the output cannot be written: {error}"),
        }
    }
}

impl std::error::Error for Interrupted {}

/// Answers every line that is not empty, as soon as it has come; a line that is refused gets `{"error": …}` in its place, with the
/// number of the line. Returns whether any was.
///
/// ```
/// let (lines, mut reports) = ("{}\n\n{\"visit_date\": \"2020-01-01\"}", Vec::new());
/// assert!(tirkeu::wire::lines::check_lines(lines.as_bytes(), &mut reports).unwrap());
/// let reports = String::from_utf8(reports).unwrap();
/// assert!(reports.lines().next().unwrap().starts_with("{\"error\":{\"line\":1,\"path\":\"visit_date\""));
/// assert!(reports.lines().nth(1).unwrap().contains("\"not_covered\""));
/// ```
///
/// # Errors
/// If reading or writing fails, and an input in UTF-16 or UTF-32. The lines before are answered.
pub fn check_lines(input: impl Read + Send + 'static, mut out: impl Write) -> Result<bool, Interrupted> {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    let (todo, done): (Vec<_>, Vec<_>) = (0..processors).map(|_| worker()).unzip();
    let (idle, empty) = channel();
    (0..4 * processors).try_for_each(|_| idle.send(Batch::default())).ok();
    let reading = read(input, empty, todo);
    let mut refused = false;
    // Whoever was given no batch in their turn gets none any more.
    for batch in done.iter().cycle().map_while(|done| done.recv().ok()) {
        refused |= batch.reports.has_refused;
        out.write_all(&batch.reports.lines).and_then(|()| out.flush()).map_err(Interrupted::Output)?;
        idle.send(batch).ok();
    }
    reading.join().unwrap_or_else(|_| Err(Interrupted::Input(io::Error::other("a fault while reading"))))?;
    Ok(refused)
}

/// Where batches are handed to a thread, and where they come back answered, in the same order; it ends when nobody can give it any.
fn worker() -> (Sender<Batch>, Receiver<Batch>) {
    let ((todo, batches), (answered, done)) = (channel::<Batch>(), channel());
    thread::spawn(move || {
        let mut before = Answered::default();
        batches.into_iter().try_for_each(|batch| answered.send(batch.answered(&mut before)))
    });
    (todo, done)
}

/// Fills empty batches and hands them out in turn. On a thread of its own, which nobody waits for when the output breaks: it may be
/// waiting for a line that never comes.
fn read(
    input: impl Read + Send + 'static,
    empty: Receiver<Batch>,
    todo: Vec<Sender<Batch>>,
) -> JoinHandle<Result<(), Interrupted>> {
    thread::spawn(move || {
        let mut input = Uninterrupted(input);
        let beginning = beginning(&mut input).map_err(Interrupted::Input)?;
        if beginning.is_empty() {
            return Ok(());
        }
        refuse_wide(&beginning).map_err(Interrupted::Encoding)?;
        let input = BufReader::with_capacity(READ, Cursor::new(beginning).chain(input));
        let mut lines = Lines { input, begun: Vec::new(), number: 1 };
        for (mut batch, todo) in empty.into_iter().zip(todo.iter().cycle()) {
            let goes_on = lines.read(&mut batch).map_err(Interrupted::Input)?;
            if todo.send(batch).is_err() || !goes_on {
                break;
            }
        }
        Ok(())
    })
}

/// As many bytes as tell the encoding, however few come at a time; fewer where a line that is to be answered ends before.
fn beginning(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let (mut come, mut byte) = (Vec::new(), [0]);
    while come.len() < 4 && !(come.len() > 1 && come.ends_with(b"\n")) && input.read(&mut byte)? > 0 {
        come.extend(byte);
    }
    Ok(come)
}

/// A reader that a signal does not stop.
struct Uninterrupted<R>(R);

impl<R: Read> Read for Uninterrupted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.0.read(buffer) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => return read,
            }
        }
    }
}

/// The lines of an input.
struct Lines<R> {
    input: BufReader<R>,
    /// A line whose end has not come yet.
    begun: Vec<u8>,
    /// The number of the next line.
    number: usize,
}

impl<R: Read> Lines<R> {
    /// Reads all whole lines that have come, at least one; false at the end. Of a line that is too long only as much is kept as shows it.
    fn read(&mut self, batch: &mut Batch) -> io::Result<bool> {
        batch.lines.clear();
        batch.lines.append(&mut self.begun);
        batch.first = self.number;
        loop {
            let come = self.input.fill_buf()?;
            let length = come.len();
            if let Some(last) = come.iter().rposition(|byte| *byte == b'\n') {
                let (whole, begun) = come.split_at_checked(last + 1).unwrap_or((come, b""));
                batch.lines.extend_from_slice(whole);
                self.begun.extend_from_slice(begun);
            } else {
                let room = (MOST_BYTES + 1).saturating_sub(batch.lines.len());
                batch.lines.extend(come.iter().take(room));
            }
            self.input.consume(length);
            if length == 0 || batch.lines.ends_with(b"\n") {
                self.number += breaks(&batch.lines);
                return Ok(length > 0);
            }
        }
    }
}

/// Some whole lines and the reports on them. Used again and again: to give memory back and ask for it anew costs a fifth of the time.
#[derive(Default)]
struct Batch {
    lines: Vec<u8>,
    /// The number of the first line.
    first: usize,
    reports: Reports,
}

impl Batch {
    fn answered(mut self, before: &mut Answered) -> Self {
        self.reports.lines.clear();
        self.reports.has_refused = false;
        for (line, number) in lines(&self.lines).zip(self.first..) {
            if unmarked(line).trim_ascii().is_empty() {
                continue;
            }
            let read = || if line.len() > MOST_BYTES { Err(too_long("a line")) } else { read_line(line, number) };
            self.reports.add(line, number, before, read);
        }
        self
    }
}
