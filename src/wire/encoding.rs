//! Bytes as text: a byte order mark is skipped, and what is not UTF-8 is refused by the place where it is not, or by its name.
//!
//! Knows encodings and lines, and no JSON.

use memchr::memchr_iter;

use super::place::Refusal;

/// What some editors and PowerShell put before a text, to say that it is UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// How a text in another encoding becomes one in UTF-8.
const REMEDY: &str =
    "save it as UTF-8 (in an editor: \"Save as\", encoding UTF-8; in PowerShell: Set-Content -Encoding utf8)";

/// The bytes without the mark.
pub(super) fn unmarked(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

/// The text of a whole file: in UTF-8, with or without a byte order mark.
///
/// ```
/// assert_eq!(tirkeu::wire::text_of(b"\xef\xbb\xbf{}").unwrap(), "{}");
/// let utf_16 = b"\xff\xfe{\0}\0";
/// assert!(tirkeu::wire::text_of(utf_16).unwrap_err().message.starts_with("the file is UTF-16; save it as UTF-8"));
/// ```
///
/// # Errors
/// Bytes that are not UTF-8, with how they become so.
pub fn text_of(file: &[u8]) -> Result<&str, Refusal> {
    refuse_wide(file)?;
    text(file, 1)
}

/// The text that these bytes are, which begin on this line of the input.
pub(super) fn text(bytes: &[u8], line: usize) -> Result<&str, Refusal> {
    let bytes = unmarked(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let (before, _) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, b""));
        let begun = before.rsplit(|byte| *byte == b'\n').next().map_or(0, <[u8]>::len);
        refuse(&["not UTF-8", &place(line + breaks(before), begun + 1)].concat())
    })
}

/// How many lines end in these bytes.
pub(super) fn breaks(bytes: &[u8]) -> usize {
    memchr_iter(b'\n', bytes).count()
}

/// The lines that these bytes are, without what ends them.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut begin = 0;
    memchr_iter(b'\n', bytes).chain([bytes.len()]).map(move |end| {
        let line = bytes.get(begin..end).unwrap_or_default();
        begin = end + 1;
        line
    })
}

/// A place in the input, as the reader of JSON says it.
pub(super) fn place(line: usize, column: usize) -> String {
    [" at line ", &line.to_string(), " column ", &column.to_string()].concat()
}

/// Refuses an input whose beginning is in an encoding that is no single bytes: by its mark, or since the first character of JSON has a
/// zero beside it.
pub(super) fn refuse_wide(beginning: &[u8]) -> Result<(), Refusal> {
    let name = match beginning {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [1..=255, 0, 0, 0, ..] | [0, 0, 0, 1..=255, ..] => "UTF-32",
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..] => "UTF-16",
        _ => return Ok(()),
    };
    Err(refuse(name))
}

fn refuse(encoding: &str) -> Refusal {
    Refusal { path: String::new(), message: ["the file is ", encoding, "; ", REMEDY].concat() }
}
