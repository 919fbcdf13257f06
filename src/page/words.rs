//! The sentences of one language, by id, and how that language writes dates and lists.
//!
//! Knows no law and no page: an id leads to a sentence, and that is all.

use std::rc::Rc;

use time::Date;

use crate::facts::day::write_date;

type Find = dyn Fn(&str) -> Option<String>;

/// What a language says, and how.
struct Wording<Find: ?Sized> {
    /// The language, as a BCP 47 tag: `kk`, `fa-AF`.
    language: String,
    /// Its direction, and what stands between parts: `rtl|، |؛ |: |. |.`
    script: String,
    find: Find,
}

/// A mark between parts of a sentence or of a line, in the order in which `language.script` names them after the direction.
#[derive(Clone, Copy)]
pub enum Mark {
    /// Between the items of a list.
    Comma = 1,
    /// Between longer items.
    Semicolon,
    /// After a name, before what is said of it.
    Colon,
    /// Between sentences.
    Stop,
    /// After the last one.
    End,
}

/// The languages of an officer and of the official form: the state language, and the one used beside it.
pub(crate) const OFFICIAL: [&str; 2] = ["kk", "ru"];

/// The direction and the marks of most languages.
pub(crate) const SCRIPT: &str = "ltr|, |; |: |. |.";

/// The wording of one language. A clone shares its sentences.
#[derive(Clone)]
pub struct Words {
    of: Rc<Wording<Find>>,
    /// The end of the ids of sentences that are said instead, where there are such: `.police`.
    variant: &'static str,
}

impl Words {
    /// The wording in which `find` finds sentences by their ids.
    ///
    /// ```
    /// use tirkeu::Words;
    /// let words = Words::new("en", |id| (id == "hello").then(|| "Hello, {name}.".into()));
    /// assert_eq!(words.with("hello", "name", "Aida"), "Hello, Aida.");
    /// ```
    #[must_use]
    pub fn new(language: &str, find: impl Fn(&str) -> Option<String> + 'static) -> Self {
        let script = find("language.script").unwrap_or_else(|| SCRIPT.to_owned());
        Self { of: Rc::new(Wording { language: language.to_owned(), script, find }), variant: "" }
    }

    /// The same wording, with those sentences instead whose id has this end, where there are such.
    ///
    /// ```
    /// use tirkeu::Words;
    /// let words = Words::new("en", |id| match id {
    ///     "counter" => Some("the State Corporation".into()),
    ///     "counter.police" => Some("the police".into()),
    ///     _ => None,
    /// });
    /// assert_eq!(words.variant(".police").get("counter"), "the police");
    /// ```
    #[must_use]
    pub fn variant(&self, variant: &'static str) -> Self {
        Self { variant, ..self.clone() }
    }

    /// The language, as a BCP 47 tag.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.of.language
    }

    /// The direction of its script, as HTML has it.
    #[must_use]
    pub fn direction(&self) -> &str {
        parts(&self.of.script, b'|').next().unwrap_or_default()
    }

    /// A mark as this language writes it, with the space that follows.
    ///
    /// ```
    /// use tirkeu::{Words, page::words::Mark};
    /// let words = Words::new("fa-AF", |id| (id == "language.script").then(|| "rtl|، |؛ |: |. |.".into()));
    /// assert_eq!(words.mark(Mark::Comma), "، ");
    /// ```
    #[must_use]
    pub fn mark(&self, mark: Mark) -> &str {
        parts(&self.of.script, b'|').nth(mark as usize).unwrap_or_default()
    }

    /// A name, and what is said of it.
    #[must_use]
    pub(crate) fn named(&self, name: &str, said: &str) -> String {
        [name, self.mark(Mark::Colon), said].concat()
    }

    /// The sentence with this id, if there is one.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<String> {
        let instead = if self.variant.is_empty() { None } else { (self.of.find)(&[id, self.variant].concat()) };
        instead.or_else(|| (self.of.find)(id))
    }

    /// The sentence with this id; the id itself if there is none, so that nothing is lost from sight.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.find(id).unwrap_or_else(|| id.to_owned())
    }

    /// The sentence with this id, a star in it replaced: `document.*.what`, `power_of_attorney`.
    #[must_use]
    pub fn of(&self, id: &str, part: &str) -> String {
        self.get(&id_of(id, part))
    }

    /// The sentence with this id, a star in it replaced, if there is one.
    #[must_use]
    pub fn find_of(&self, id: &str, part: &str) -> Option<String> {
        self.find(&id_of(id, part))
    }

    /// The sentence that is said of this kind of thing, a star in its id replaced; the one of all kinds if there is none:
    /// `form.list.*` of the kind `.consent` and the form `copy`.
    #[must_use]
    pub fn of_kind(&self, id: &str, kind: &str, part: &str) -> String {
        self.find_of(&[id, kind].concat(), part).unwrap_or_else(|| self.of(id, part))
    }

    /// The sentence with this id, its `{name}` replaced.
    #[must_use]
    pub fn with(&self, id: &str, name: &str, value: &str) -> String {
        self.fill(&self.get(id), name, value)
    }

    /// The sentence with its `{name}` replaced. In a line that runs from the right, whatever is put there keeps its own direction, and
    /// turns nothing around it: `2026-12-01` would be shown as `01-12-2026`.
    #[must_use]
    pub(crate) fn fill(&self, sentence: &str, name: &str, value: &str) -> String {
        let [before, after] =
            if self.of.script.as_bytes().first() == Some(&b'r') { ["\u{2068}", "\u{2069}"] } else { ["", ""] };
        fill(sentence, name, &[before, value, after].concat())
    }

    /// The sentence with this id, its `{date}` replaced.
    #[must_use]
    pub fn with_date(&self, id: &str, day: Date) -> String {
        self.with(id, "date", &self.date(day))
    }

    /// The sentence with this id, its `{number}` replaced.
    #[must_use]
    pub fn with_number(&self, id: &str, number: usize) -> String {
        self.with(id, "number", &digits(number))
    }

    /// A day, as this language writes it, with its own names of months: no browser and no terminal knows all of them. In a wording
    /// without them, as `YYYY-MM-DD`.
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        let Some(pattern) = self.find("date.pattern") else { return write_date(day) };
        let month = self.of("month.*", &digits(u8::from(day.month()).into()));
        let with_month = fill(&fill(&pattern, "day", &digits(day.day().into())), "month", &month);
        fill(&with_month, "year", &digits(day.year().unsigned_abs() as usize))
    }

    /// These parts as one list of what is all meant.
    #[must_use]
    pub fn all_of(&self, parts: &[String]) -> String {
        self.joined(parts, "join.and")
    }

    /// These parts as one list of what is a choice.
    #[must_use]
    pub fn any_of(&self, parts: &[String]) -> String {
        self.joined(parts, "join.or")
    }

    /// Commas, and the word before the last part. Not `Intl.ListFormat`: some browsers know no such word in Kazakh.
    fn joined(&self, parts: &[String], id: &str) -> String {
        match parts {
            [rest @ .., last] if !rest.is_empty() => {
                [&join(rest, self.mark(Mark::Comma)), " ", &self.get(id), " ", last].concat()
            }
            _ => join(parts, ""),
        }
    }
}

/// The id with its star replaced.
#[must_use]
pub(crate) fn id_of(id: &str, part: &str) -> String {
    let (before, after) = id.split_once('*').unwrap_or((id, ""));
    [before, part, after].concat()
}

/// The sentence with `{name}` replaced wherever it stands.
#[must_use]
fn fill(sentence: &str, name: &str, value: &str) -> String {
    let mut parts = parts(sentence, b'{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((place, rest)) if place == name => filled.extend([value, rest]),
            _ => filled.extend(["{", part]),
        }
    }
    filled
}

// The standard library does more than is asked for here: docs/BENCHMARKS.md says what each of these three saves.

/// A number in digits.
#[expect(clippy::cast_possible_truncation, reason = "people, questions and months are counted")]
pub(crate) fn digits(number: usize) -> String {
    let before = if number < 10 { String::new() } else { digits(number / 10) };
    before + crate::facts::day::digit(number as u32, 1)
}

/// What stands between these ASCII characters.
pub(crate) fn parts(text: &str, at: u8) -> Parts<'_> {
    Parts { rest: Some(text), at }
}

/// The parts of a text, one after another.
pub(crate) struct Parts<'a> {
    rest: Option<&'a str>,
    at: u8,
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let whole = self.rest?;
        let cut = whole.split_once(char::from(self.at));
        self.rest = cut.map(|(_, after)| after);
        Some(cut.map_or(whole, |(before, _)| before))
    }
}

/// A text for where words cannot be marked as Russian: `rozilik (^согласие^)` without the brackets, `^РП ДРН^` without the marks.
#[must_use]
pub(crate) fn unmarked(text: &str) -> String {
    let (mut unmarked, mut is_russian, mut is_left_out) = (String::new(), false, false);
    for part in parts(text, b'^') {
        if is_russian && unmarked.ends_with(" (") {
            unmarked.truncate(unmarked.len().saturating_sub(2));
            is_left_out = true;
        } else {
            unmarked.push_str(if is_left_out { part.strip_prefix(')').unwrap_or(part) } else { part });
            is_left_out = false;
        }
        is_russian = !is_russian;
    }
    unmarked
}

/// These texts, with something between them.
pub(crate) fn join(texts: &[String], between: &str) -> String {
    let mut joined = String::new();
    for text in texts {
        joined.extend([if joined.is_empty() { "" } else { between }, text]);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::unmarked;

    #[test]
    fn where_nothing_can_be_marked_what_is_in_brackets_is_left_out() {
        assert_eq!(unmarked("Rozilik (^согласие^): blank"), "Rozilik: blank");
        assert_eq!(unmarked("Vakil (^поверенный^) va rozilik (^согласие^)"), "Vakil va rozilik");
        assert_eq!(unmarked("^РП ДРН^ tizimi (2026)"), "РП ДРН tizimi (2026)");
        assert_eq!(unmarked("plain"), "plain");
    }
}
