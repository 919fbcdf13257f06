//! What a cell shows of its number: zeros in front, a percentage, a word, a month without its day.
//!
//! Knows the codes in which a workbook keeps its number formats; not what a cell means. A code that is not understood shows the number.

use std::rc::Rc;

use time::Date;

/// A number under a format of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Formatted {
    /// The number, as it is stored.
    pub value: f64,
    /// The format's code.
    pub code: Rc<str>,
    /// What the cell says: as it shows it, but without separators of thousands and without zeros behind the last decimal.
    pub shown: String,
}

/// No spreadsheet takes a longer code.
const LONGEST: usize = 255;

/// Above this a number has more digits than it knows.
const MOST: f64 = 1e18;

/// A format, understood part by part.
#[derive(Clone, Debug)]
pub(super) struct NumberFormat {
    code: Rc<str>,
    sections: Vec<Section>,
}

/// One of the parts that a `;` keeps apart.
#[derive(Clone, Debug, Default)]
struct Section {
    /// Which numbers it is for, where it says so itself: a sign, and the number beside it.
    condition: Option<(String, f64)>,
    /// What it shows; nothing where that is not understood.
    marks: Option<Vec<Mark>>,
}

#[derive(Clone, Debug, PartialEq)]
enum Mark {
    /// A sign that is shown as it is.
    Sign(char),
    /// The place of a digit: `0` is always there, `#` and `?` only where there is one.
    Digit(char),
    Point,
    Separator,
    Percent,
    /// The number as it is.
    General,
    /// A letter of a day or a time, in small.
    Time(char),
}

impl NumberFormat {
    /// The format with this code; none where numbers stay what they are under it.
    pub(super) fn of(code: &str) -> Option<Self> {
        let is_plain = code.eq_ignore_ascii_case("general") || code == "@" || code.is_empty() || code.len() > LONGEST;
        let sections = || parts(code).into_iter().map(Section::of).collect();
        (!is_plain).then(|| Self { code: code.into(), sections: sections() })
    }

    /// Whether it shows numbers as days or times.
    pub(super) fn is_time(&self) -> bool {
        self.sections.first().is_some_and(|section| section.times().next().is_some())
    }

    /// Whether anything under it says something else than its number or its day.
    pub(super) fn tells(&self) -> bool {
        let day = Date::MIN;
        if self.is_time() {
            return self.part_of_day(0.0, day).is_some() || self.sections.iter().any(Section::is_word);
        }
        self.sections.iter().any(|section| section.marks.is_some())
    }

    /// A number under this format.
    pub(super) fn formatted(&self, value: f64) -> Formatted {
        let shown = self.shown(value).unwrap_or_else(|| value.to_string());
        Formatted { value, code: Rc::clone(&self.code), shown }
    }

    fn shown(&self, value: f64) -> Option<String> {
        let (section, has_sign) = self.section(value)?;
        let marks = section.marks.as_ref().filter(|_| value.abs() < MOST)?;
        let shown = if marks.contains(&Mark::General) { general(marks, value) } else { digits(marks, value.abs())? };
        let shown = shown.trim();
        let sign = if has_sign && value < 0.0 && !marks.contains(&Mark::General) { "-" } else { "" };
        (!shown.is_empty()).then(|| [sign, shown].concat())
    }

    /// The part that a number is shown by, and whether its minus is shown.
    fn section(&self, value: f64) -> Option<(&Section, bool)> {
        let numeric = self.sections.get(..self.sections.len().min(3))?;
        if numeric.iter().any(|section| section.condition.is_some()) {
            return Some((numeric.iter().find(|section| section.holds(value))?, true));
        }
        let place = match numeric.len() {
            2 | 3 if value < 0.0 => 1,
            3 if value == 0.0 => 2,
            _ => 0,
        };
        Some((numeric.get(place)?, place == 0))
    }

    /// A day of which the format shows only a part: the month and the year, the year, or the day without a year. None where it shows all of it, or
    /// none of it.
    pub(super) fn part_of_day(&self, serial: f64, day: Date) -> Option<Formatted> {
        let section = self.sections.first()?;
        let has = |letter| section.times().any(|run| run.contains(letter));
        // A weekday is no day; a month is one only outside of a time.
        let has_day = section.times().any(|run| ["d", "dd"].contains(&&*run));
        let (has_year, has_time) = (has('y') || has('e'), has('h') || has('s'));
        let (year, month) = (day.year(), u8::from(day.month()));
        let shown = match (has_year, has_day) {
            (true, false) if has('m') => format!("{month:02}.{year}"),
            (true, false) => year.to_string(),
            (false, true) => format!("{:02}.{month:02}", day.day()),
            (false, false) if has('m') && !has_time => format!("{month:02}"),
            _ => return None,
        };
        Some(Formatted { value: serial, code: Rc::clone(&self.code), shown })
    }

    /// A word that stands in the place of a day: where a part of the format has no letter of one.
    pub(super) fn word(&self, value: f64) -> Option<Formatted> {
        let (section, _) = self.section(value)?;
        section.is_word().then(|| self.shown(value))?.map(|shown| Formatted {
            value,
            code: Rc::clone(&self.code),
            shown,
        })
    }
}

/// The parts of a code: a `;` within quotation marks, or behind a backslash, is none that keeps apart.
fn parts(code: &str) -> Vec<&str> {
    let (mut parts, mut begin, mut is_quoted, mut is_taken) = (Vec::new(), 0, false, false);
    for (place, letter) in code.char_indices() {
        match letter {
            _ if std::mem::take(&mut is_taken) => {}
            '"' => is_quoted = !is_quoted,
            '\\' if !is_quoted => is_taken = true,
            ';' if !is_quoted => {
                parts.extend(code.get(begin..place));
                begin = place + 1;
            }
            _ => {}
        }
    }
    parts.extend(code.get(begin..));
    parts
}

impl Section {
    fn of(part: &str) -> Self {
        let mut section = Self { condition: None, marks: Some(Vec::new()) };
        let mut letters = part.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' => letters.by_ref().take_while(|letter| *letter != '"').for_each(|letter| section.sign(letter)),
                '\\' => letters.next().into_iter().for_each(|letter| section.sign(letter)),
                // As wide as the next sign, or filled up with it.
                '_' | '*' => _ = letters.next(),
                '[' => section.bracket(&letters.by_ref().take_while(|letter| *letter != ']').collect::<String>()),
                'G' | 'g' => {
                    section.mark(Mark::General);
                    (0.."eneral".len()).for_each(|_| _ = letters.next());
                }
                letter => section.plain(letter),
            }
        }
        section
    }

    /// What stands in brackets: a condition, the sign of a currency, or hours beyond a day; a colour and a language show nothing.
    fn bracket(&mut self, inside: &str) {
        let number = inside.trim_start_matches(['<', '>', '=']);
        let sign = inside.get(..inside.len() - number.len()).unwrap_or_default();
        match number.trim().parse() {
            Ok(number) if !sign.is_empty() => self.condition = Some((sign.to_owned(), number)),
            _ if inside.starts_with('$') => {
                let sign = inside.get(1..).unwrap_or_default();
                sign.chars().take_while(|letter| *letter != '-').for_each(|letter| self.sign(letter));
            }
            _ if ["h", "m", "s"].contains(&inside.get(..1).unwrap_or_default().to_lowercase().as_str())
                && inside.chars().all(|letter| inside.starts_with(letter)) =>
            {
                self.marks = None;
            }
            _ => {}
        }
    }

    fn plain(&mut self, letter: char) {
        match letter {
            '0' | '#' | '?' => self.mark(Mark::Digit(letter)),
            '.' => self.mark(Mark::Point),
            ',' => self.mark(Mark::Separator),
            '%' => self.mark(Mark::Percent),
            '/' | 'E' | 'e' if self.has_digits() => self.marks = None,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'e' | 'E' => {
                self.mark(Mark::Time(letter.to_ascii_lowercase()));
            }
            '@' => self.mark(Mark::General),
            letter => self.sign(letter),
        }
    }

    fn has_digits(&self) -> bool {
        self.marks.iter().flatten().any(|mark| matches!(mark, Mark::Digit(_)))
    }

    fn sign(&mut self, letter: char) {
        self.mark(Mark::Sign(letter));
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(marks) = &mut self.marks {
            marks.push(mark);
        }
    }

    /// Whether it shows the same signs for every number.
    fn is_word(&self) -> bool {
        let marks = self.marks.as_deref().unwrap_or_default();
        !marks.is_empty() && marks.iter().all(|mark| matches!(mark, Mark::Sign(_)))
    }

    /// Letters of days and times, those that are the same and stand together as one.
    fn times(&self) -> impl Iterator<Item = String> {
        let marks = self.marks.as_deref().unwrap_or_default();
        let runs = marks.chunk_by(|one, next| one == next).filter_map(|run| match run {
            [Mark::Time(letter), ..] => Some(letter.to_string().repeat(run.len())),
            _ => None,
        });
        runs.collect::<Vec<_>>().into_iter()
    }

    fn holds(&self, value: f64) -> bool {
        let Some((sign, number)) = &self.condition else { return true };
        match sign.as_str() {
            "<" => value < *number,
            "<=" => value <= *number,
            ">" => value > *number,
            ">=" => value >= *number,
            "<>" => (value - number).abs() > 0.0,
            _ => (value - number).abs() <= 0.0,
        }
    }
}

/// The number as it is, between the signs around it.
fn general(marks: &[Mark], value: f64) -> String {
    let one = |mark: &Mark| match mark {
        Mark::Sign(sign) => sign.to_string(),
        Mark::General => value.to_string(),
        _ => String::new(),
    };
    marks.iter().map(one).collect()
}

/// The digits of a number, each in its place; none where the places are not understood.
fn digits(marks: &[Mark], value: f64) -> Option<String> {
    let is_digit = |mark: &Mark| matches!(mark, Mark::Digit(_));
    if marks.iter().any(|mark| matches!(mark, Mark::Time(_))) {
        return None;
    }
    let point = marks.iter().position(|mark| *mark == Mark::Point).unwrap_or(marks.len());
    let (whole, behind) = marks.split_at(point);
    // A separator behind the last digit stands for thousands that are not shown.
    let after = whole.iter().rposition(is_digit).and_then(|last| whole.get(last + 1));
    if after == Some(&Mark::Separator) || behind.contains(&Mark::Separator) {
        return None;
    }
    let hundreds = marks.iter().filter(|mark| **mark == Mark::Percent).fold(1.0, |times, _| times * 100.0);
    let decimals = behind.iter().filter(|mark| is_digit(mark)).count();
    let text = format!("{:.decimals$}", value * hundreds);
    let (before, after) = text.split_once('.').unwrap_or((&text, ""));
    Some([in_front(whole, before.trim_start_matches('0')), decimals_of(behind, after)].concat())
}

/// The digits before the point, from the last place on; the first place takes all that are left.
fn in_front(marks: &[Mark], digits: &str) -> String {
    let (mut left, mut shown) = (digits.to_owned(), Vec::new());
    let first = marks.iter().position(|mark| matches!(mark, Mark::Digit(_)));
    for (place, mark) in marks.iter().enumerate().rev() {
        match mark {
            Mark::Digit(kind) => shown.extend(left.pop().or((*kind == '0').then_some('0'))),
            other => shown.extend(sign_of(other)),
        }
        if Some(place) == first {
            shown.extend(left.drain(..).rev());
        }
    }
    shown.into_iter().rev().collect()
}

/// The point and what stands behind it, without zeros at the end.
fn decimals_of(marks: &[Mark], digits: &str) -> String {
    let digits = digits.trim_end_matches('0');
    let point = if digits.is_empty() { "" } else { "." };
    let signs = marks.iter().filter_map(sign_of);
    [point, digits, &signs.collect::<String>()].concat()
}

fn sign_of(mark: &Mark) -> Option<char> {
    match mark {
        Mark::Sign(sign) => Some(*sign),
        Mark::Percent => Some('%'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::NumberFormat;
    use crate::date;

    fn shown(code: &str, value: f64) -> String {
        NumberFormat::of(code).map_or_else(|| value.to_string(), |format| format.formatted(value).shown)
    }

    /// As Excel and `LibreOffice` show them, but for separators of thousands and for zeros at the end.
    const SHOWN: &[(&str, f64, &str)] = &[
        ("General", 0.5, "0.5"),
        ("0%", 0.5, "50%"),
        ("0.00%", 0.125, "12.5%"),
        ("000000000000", 12_345_678_901.0, "012345678901"),
        ("00", 1.0, "01"),
        ("00", 123.0, "123"),
        ("#,##0", 1990.0, "1990"),
        ("# ##0.00", 1990.0, "1 990"),
        ("0.00", 5.25, "5.25"),
        ("0", 17.6, "18"),
        ("0\" лет\"", 15.0, "15 лет"),
        ("\"№\"0", 5.0, "№5"),
        ("\"да\";;\"нет\"", 1.0, "да"),
        ("\"да\";;\"нет\"", 0.0, "нет"),
        ("[=1]\"да\";[=0]\"нет\";General", 0.0, "нет"),
        ("[=1]\"да\";[=0]\"нет\";General", 7.0, "7"),
        ("000000\\ 000000", 10_203_500_001.0, "010203 500001"),
        ("\\+0\\ (000)\\ 000\\-00\\-00", 77_011_234_567.0, "+7 (701) 123-45-67"),
        ("[Red]-0;[Blue]0", -3.0, "3"),
        ("0", -3.0, "-3"),
        ("_-* #,##0.00\\ _₽_-;\\-* #,##0.00\\ _₽_-;_-* \"-\"??\\ _₽_-;_-@_-", 0.0, "-"),
        ("_-* #,##0.00\\ _₽_-;\\-* #,##0.00\\ _₽_-;_-* \"-\"??\\ _₽_-;_-@_-", 25.0, "25"),
        ("[$₸-43F]0", 5.0, "₸5"),
        // What is not understood, and what shows nothing, is the number.
        (";;;", 5.0, "5"),
        ("0,", 5000.0, "5000"),
        ("0.00E+00", 990_230_100_002.0, "990230100002"),
        ("# ?/?", 0.5, "0.5"),
        ("[h]:mm", 0.5, "0.5"),
    ];

    #[test]
    fn a_number_is_shown_as_its_format_says() {
        for (code, value, right) in SHOWN {
            assert_eq!(shown(code, *value), *right, "{code} of {value}");
        }
        assert_eq!(shown("0", 1e300), 1e300.to_string(), "more digits than it knows");
    }

    #[test]
    fn a_part_of_a_day_is_told_from_all_of_it() {
        let part = |code: &str| {
            let format = NumberFormat::of(code);
            assert!(format.as_ref().is_some_and(NumberFormat::is_time), "{code}");
            format?.part_of_day(46_722.0, date(2027, 12, 1)).map(|part| part.shown)
        };
        for (code, right) in [
            ("mmm-yy", Some("12.2027")),
            ("[$-419]mmmm\\ yyyy;@", Some("12.2027")),
            ("yyyy", Some("2027")),
            ("d-mmm", Some("01.12")),
            ("dd\\.mm", Some("01.12")),
            ("mmmm", Some("12")),
            ("dd/mm/yyyy", None),
            ("dddd, d mmmm yyyy", None),
            ("yyyy\\-mm\\-dd hh:mm", None),
            ("mm-dd-yy", None),
            ("h:mm", None),
        ] {
            assert_eq!(part(code).as_deref(), right, "{code}");
        }
    }
}
