//! JSON Lines: one application a line in, one report a line out, in the same order; native only.
//!
//! Knows bytes and lines, and nothing of what a report says. Lines are answered in batches: what one reading gives, which is a single
//! line where somebody types, and 512 KiB of a file. So a report never waits for lines that have not come yet, and memory stays flat
//! however many there are: a processor holds three batches.

use std::fmt::{self, Display};
use std::io::{self, Cursor, ErrorKind, Read, Write};
use std::mem::take;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use memchr::memrchr;

use super::encoding::{breaks, lines, refuse_wide, unmarked};
use super::json::{MOST_BYTES, read_line, too_long};
use super::many::{Answered, Reports};
use super::place::Refusal;

/// So many bytes are read at a time: a thread that waits is woken once for them.
const READ: usize = 1 << 19;

/// So many batches are there for each processor: one is answered, one waits to be, one is read or written.
const BATCHES: usize = 3;

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
    let (todo, asked) = channel();
    let asked = Arc::new(Mutex::new(asked));
    (0..processors).for_each(|_| answer(Arc::clone(&asked)));
    let (idle, empty) = channel();
    (0..BATCHES * processors).try_for_each(|_| idle.send(Batch::default())).ok();
    let (turn, turns) = channel();
    let reading = read(input, empty, todo, turn);
    let mut refused = false;
    for turn in turns {
        let batch = turn.recv().map_err(|_| Interrupted::Input(io::Error::other("a fault while answering")))?;
        refused |= batch.reports.has_refused;
        out.write_all(&batch.reports.lines).and_then(|()| out.flush()).map_err(Interrupted::Output)?;
        idle.send(batch).ok();
    }
    reading.join().unwrap_or_else(|_| Err(Interrupted::Input(io::Error::other("a fault while reading"))))?;
    Ok(refused)
}

/// A batch, and where it comes back answered.
type Asked = (Batch, Sender<Batch>);

/// Answers one batch after another on a thread of its own, until nobody can ask any more. Whichever thread has nothing to do takes the next.
fn answer(asked: Arc<Mutex<Receiver<Asked>>>) {
    let next = move || asked.lock().ok()?.recv().ok();
    thread::spawn(move || {
        let mut before = Answered::default();
        while let Some((batch, answered)) = next() {
            answered.send(batch.answered(&mut before)).ok();
        }
    });
}

/// Fills empty batches, has them answered and tells in which order they come back. On a thread of its own, which nobody waits for when the
/// output breaks: it may be waiting for a line that never comes.
fn read(
    input: impl Read + Send + 'static,
    empty: Receiver<Batch>,
    todo: Sender<Asked>,
    turns: Sender<Receiver<Batch>>,
) -> JoinHandle<Result<(), Interrupted>> {
    thread::spawn(move || {
        let mut input = Uninterrupted(input);
        let beginning = beginning(&mut input).map_err(Interrupted::Input)?;
        if beginning.is_empty() {
            return Ok(());
        }
        refuse_wide(&beginning).map_err(Interrupted::Encoding)?;
        let mut lines = Lines { input: Cursor::new(beginning).chain(input), begun: Vec::new(), number: 1 };
        for mut batch in empty {
            let goes_on = lines.read(&mut batch).map_err(Interrupted::Input)?;
            let (answered, turn) = channel();
            if todo.send((batch, answered)).is_err() || turns.send(turn).is_err() || !goes_on {
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
    input: R,
    /// A line whose end has not come yet.
    begun: Vec<u8>,
    /// The number of the next line.
    number: usize,
}

impl<R: Read> Lines<R> {
    /// Reads all whole lines that have come, at least one; false at the end. Of a line that is too long only as much is kept as shows it.
    fn read(&mut self, batch: &mut Batch) -> io::Result<bool> {
        batch.first = self.number;
        batch.length = 0;
        batch.add(&mut self.begun.as_slice())?;
        self.begun.clear();
        loop {
            let before = batch.length;
            let come = batch.add(&mut self.input)?;
            let new = batch.lines().get(before..).unwrap_or_default();
            if let Some(last) = memrchr(b'\n', new) {
                let (whole, begun) = new.split_at_checked(last + 1).unwrap_or((new, b""));
                self.begun.extend_from_slice(begun);
                batch.length = before + whole.len();
            } else {
                batch.length = batch.length.min(MOST_BYTES + 1);
            }
            if come == 0 || batch.lines().ends_with(b"\n") {
                self.number += breaks(batch.lines());
                return Ok(come > 0);
            }
        }
    }
}

/// Some whole lines and the reports on them. Used again and again: to give memory back and ask for it anew costs a fifth of the time.
#[derive(Default)]
struct Batch {
    /// The lines, and behind them what was there before.
    room: Vec<u8>,
    /// So many bytes are lines.
    length: usize,
    /// The number of the first line.
    first: usize,
    reports: Reports,
}

impl Batch {
    fn lines(&self) -> &[u8] {
        self.room.get(..self.length).unwrap_or_default()
    }

    /// Reads once, behind the lines; returns how many bytes have come.
    fn add(&mut self, input: &mut impl Read) -> io::Result<usize> {
        let end = self.length + READ;
        if self.room.len() < end {
            self.room.resize(end, 0);
        }
        let come = input.read(self.room.get_mut(self.length..end).unwrap_or_default())?;
        self.length += come;
        Ok(come)
    }

    fn answered(mut self, before: &mut Answered) -> Self {
        let mut reports = take(&mut self.reports);
        reports.lines.clear();
        reports.has_refused = false;
        for (line, number) in lines(self.lines()).zip(self.first..) {
            if unmarked(line).trim_ascii().is_empty() {
                continue;
            }
            let read = || if line.len() > MOST_BYTES { Err(too_long("a line")) } else { read_line(line, number) };
            reports.add(line, number, before, read);
        }
        Self { reports, ..self }
    }
}
