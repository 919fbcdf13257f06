//! Days as people type them, and ages.
//!
//! Knows the calendar; guesses no order of day and month. What could be two days is asked once for its column.

use time::Date;

use crate::facts::fact::Answer;
use crate::list::labels::Labels;
use crate::list::table::Cell;

/// How a column's days are read that do not say it themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Day, month, year; and a bare number is a day's number.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

/// What a cell says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// This day.
    Day(Date),
    /// It may be this day: the order is to be asked.
    Asked(Option<Date>),
    /// Some day from the first to the second: a month or a year, and no day of it.
    Within(Date, Date),
    /// No day.
    Wrong,
}

/// How the days of a column are read.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The order, once it is said.
    pub order: Option<Order>,
    /// No day of the column is later: of a year of two digits the last one up to then is meant. Without it, one of this century up to 2069.
    pub latest: Option<Date>,
    /// Names of months.
    pub labels: &'a Labels,
}

impl Reading<'_> {
    /// The day that a cell says. DD.MM.YYYY, YYYY-MM-DD, a month by its name and a cell that is a day itself say it alone; slashes, dashes
    /// and years of two digits only once the order is known, unless only one order gives a day.
    #[must_use]
    pub fn day(&self, cell: &Cell) -> Said {
        match self.said(cell) {
            Said::Day(day) if self.latest.is_none() && (1900..1970).contains(&day.year()) => self.a_century_later(day),
            said => said,
        }
    }

    /// A day that is long past where none of the column can be: a spreadsheet takes 31.12.30 for one of 1930.
    fn a_century_later(&self, day: Date) -> Said {
        match (day.replace_year(day.year() + 100).ok(), self.order) {
            (Some(later), Some(_)) => Said::Day(later),
            (later, _) => Said::Asked(later),
        }
    }

    fn said(&self, cell: &Cell) -> Said {
        match cell {
            Cell::Day(day) => Said::Day(*day),
            Cell::Number(serial) => self.number(*serial),
            Cell::Text(text) => self.typed(text),
            Cell::Formatted(formatted) if formatted.shown == formatted.value.to_string() => {
                self.number(formatted.value)
            }
            Cell::Formatted(formatted) => self.typed(&formatted.shown),
            _ => Said::Wrong,
        }
    }

    /// A number in a column of days: how a spreadsheet counts them, where the cell's format was lost. What is a year of our time is one.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between the bounds it fits")]
    fn number(&self, serial: f64) -> Said {
        match serial_day(serial) {
            _ if OUR_TIME.contains(&(serial as u16)) && serial.fract() == 0.0 => in_year(serial as u16),
            Some(day) if self.order.is_some() => Said::Day(day),
            day @ Some(_) => Said::Asked(day),
            None => Said::Wrong,
        }
    }

    fn typed(&self, text: &str) -> Said {
        let text = without_additions(text);
        let parts: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [year] => year.parse().ok().filter(|year| OUR_TIME.contains(year)).map_or(Said::Wrong, in_year),
            [year, month] if year.len() == 4 && is_digits(year) => self.in_month(year, month),
            [month, year] if year.len() == 4 && is_digits(year) => self.in_month(year, month),
            [year, second, third] if year.len() == 4 && is_digits(year) => self.year_first([year, second, third]),
            [first, second, year] => self
                .numbered(text, [first, second, year])
                .or_else(|| named([first, second, year], self.labels).map(Said::Day))
                .or_else(|| named([second, first, year], self.labels).map(Said::Day))
                .unwrap_or(Said::Wrong),
            // 1990 жылғы 1 желтоқсан
            [year, of, day, month] if of.starts_with("жыл") => {
                named([day, month, year], self.labels).map_or(Said::Wrong, Said::Day)
            }
            _ => Said::Wrong,
        }
    }

    /// A month, by its number or its name.
    fn in_month(&self, year: &str, month: &str) -> Said {
        let number = if month.len() <= 2 && is_digits(month) { month.parse().ok() } else { self.labels.month(month) };
        let year = year.parse().ok().filter(|year| OUR_TIME.contains(year));
        let first = year.zip(number).and_then(|(year, month)| of(year, month.into(), 1));
        first.map_or(Said::Wrong, |first| Said::Within(first, last_of_month(first)))
    }

    /// A year and two numbers: nobody writes the day before the month behind it.
    fn year_first(&self, [year, month, day]: [&str; 3]) -> Said {
        let numbers = [month, day].map(|part| part.parse().ok().filter(|_| part.len() <= 2));
        let found = match numbers {
            [Some(month), Some(day)] => year.parse().ok().and_then(|year| of(year, month, day)),
            _ => named([day, month, year], self.labels),
        };
        found.map_or(Said::Wrong, Said::Day)
    }

    /// Three numbers.
    fn numbered(&self, text: &str, parts: [&str; 3]) -> Option<Said> {
        let is_number = |part: &str| (1..=4).contains(&part.len()) && is_digits(part);
        let [first, second, year] = parts.map(|part| is_number(part).then(|| part.parse::<u16>().ok()).flatten());
        let (first, second, year) = (first?, second?, year?);
        let has_dots = text.matches('.').count() == 2;
        let (by_day, by_month) = (of(year, second, first), of(year, first, second));
        if parts[2].len() != 4 || parts[0].len() > 2 || parts[1].len() > 2 {
            return Some(self.short(parts, [first, second, year]));
        }
        Some(match self.order {
            _ if has_dots => by_day.map_or(Said::Wrong, Said::Day),
            Some(Order::DayFirst) => by_day.map_or(Said::Wrong, Said::Day),
            Some(Order::MonthFirst) => by_month.map_or(Said::Wrong, Said::Day),
            None if by_day == by_month => by_day.map_or(Said::Wrong, Said::Day),
            None => match (by_day, by_month) {
                (Some(day), None) | (None, Some(day)) => Said::Day(day),
                (by_day, _) => Said::Asked(by_day),
            },
        })
    }

    /// A year of two digits, once the order is known.
    fn short(&self, parts: [&str; 3], [first, second, year]: [u16; 3]) -> Said {
        if parts.iter().any(|part| part.len() > 2) {
            return Said::Wrong;
        }
        let (month, day) = if self.order == Some(Order::MonthFirst) { (first, second) } else { (second, first) };
        match (self.in_century(year, month, day), self.order) {
            (Some(day), Some(_)) => Said::Day(day),
            (Some(day), None) => Said::Asked(Some(day)),
            (None, _) => Said::Wrong,
        }
    }

    fn in_century(&self, year: u16, month: u16, day: u16) -> Option<Date> {
        let (this, before) = (of(2000 + year, month, day), of(1900 + year, month, day));
        match self.latest {
            Some(latest) => this.filter(|day| *day <= latest).or(before),
            None if year < 70 => this,
            None => before,
        }
    }
}

/// Numbers that are years: as days of a spreadsheet they would be of 1905.
const OUR_TIME: std::ops::RangeInclusive<u16> = 1900..=2100;

/// A day without what is written behind it: the time of the day, as programs write it; "year", "born", and full stops.
fn without_additions(text: &str) -> &str {
    let text = text.trim();
    let end = text.rfind(['T', ' ']).filter(|end| text.get(end + 1..).is_some_and(is_time));
    let mut text = end.and_then(|end| text.get(..end)).unwrap_or(text);
    while let Some(rest) = ADDITIONS.iter().find_map(|addition| text.strip_suffix(addition)) {
        text = rest;
    }
    text
}

/// What stands behind a day and says nothing.
const ADDITIONS: &[&str] =
    &["года рождения", "г.р.", "г. р.", "гр.", "г.р", "года", "г.", "г", "ж.т.", "ж.", "ж", ",", ".", " "];

/// Whether this is a time of the day: 0:00, 00:00:00, 00:00:00.000Z.
fn is_time(text: &str) -> bool {
    text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || b":.Z".contains(&byte))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit())
}

/// Some day of a year.
fn in_year(year: u16) -> Said {
    let days = of(year, 1, 1).zip(of(year, 12, 31));
    days.map_or(Said::Wrong, |(first, last)| Said::Within(first, last))
}

fn last_of_month(first: Date) -> Date {
    first.replace_day(first.month().length(first.year())).unwrap_or(first)
}

/// The day that a spreadsheet counts as this one, from 1 March 1900 on: before that its calendar has a day that never was.
///
/// ```
/// use tirkeu::{date, list::dates::serial_day};
/// assert_eq!(serial_day(61.0), Some(date(1900, 3, 1)));
/// assert_eq!(serial_day(46357.5), Some(date(2026, 12, 1)));
/// assert_eq!(serial_day(60.0), None);
/// ```
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "between the bounds it fits")]
pub fn serial_day(serial: f64) -> Option<Date> {
    let days = (61.0..2_958_466.0).contains(&serial).then_some(serial as i32)?;
    Date::from_julian_day(FIRST.to_julian_day() + days).ok()
}

/// The day before the first that a spreadsheet counts, as it counts later ones.
const FIRST: Date = crate::date(1899, 12, 30);

/// A day with its month's name.
fn named([day, month, year]: [&str; 3], labels: &Labels) -> Option<Date> {
    let number = labels.month(month)?;
    let year = year.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    (year.len() == 4 && is_digits(day)).then(|| of(year.parse().ok()?, number.into(), day.parse().ok()?))?
}

fn of(year: u16, month: u16, day: u16) -> Option<Date> {
    let month = time::Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year.into(), month, u8::try_from(day).ok()?).ok()
}

/// Whole years on a day; none if that day is before the birth. Who was born on 29 February is a year older on 1 March.
///
/// ```
/// use tirkeu::{date, list::dates::years};
/// assert_eq!(years(date(2012, 2, 29), date(2026, 2, 28)), Some(13));
/// assert_eq!(years(date(2012, 2, 29), date(2026, 3, 1)), Some(14));
/// assert_eq!(years(date(2026, 12, 2), date(2026, 12, 1)), None);
/// ```
#[must_use]
pub fn years(born: Date, on: Date) -> Option<u32> {
    let before_birthday = (u8::from(on.month()), on.day()) < (u8::from(born.month()), born.day());
    u32::try_from(on.year() - born.year() - i32::from(before_birthday)).ok()
}

/// The answer that so many years are.
#[must_use]
pub const fn age(years: u32) -> Answer {
    match years {
        0..14 => Answer::Under14,
        14..16 => Answer::Aged14To15,
        16..18 => Answer::Aged16To17,
        _ => Answer::Adult,
    }
}

/// The age of everybody who was born between two days, on a day; none where that is not the same for all of them.
#[must_use]
pub fn age_within([first, last]: [Date; 2], on: Date) -> Option<u32> {
    let [eldest, youngest] = [years(first, on)?, years(last, on)?];
    let is_one = age(eldest) == age(youngest) && youngest <= 130;
    is_one.then_some(youngest)
}

/// How a spreadsheet counts a day, from 1 March 1900 on: what [`serial_day`] takes.
#[must_use]
pub fn serial_of(day: Date) -> f64 {
    (day.to_julian_day() - FIRST.to_julian_day()).into()
}
