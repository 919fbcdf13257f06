//! Days as people type them, and ages.
//!
//! Knows the calendar; guesses no order of day and month. What could be two days is asked once for its column.

use time::Date;

use crate::facts::day::parse_date;
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
    /// No day.
    Wrong,
}

/// The day that a cell says. DD.MM.YYYY, YYYY-MM-DD, a month by its name and a cell that is a day itself say it alone; slashes, dashes and
/// years of two digits only once the order is known, unless only one order gives a day.
#[must_use]
pub fn day(cell: &Cell, order: Option<Order>, labels: &Labels) -> Said {
    match cell {
        Cell::Day(day) => Said::Day(*day),
        Cell::Number(serial) => number(*serial, order),
        Cell::Text(text) => typed(text, order, labels),
        _ => Said::Wrong,
    }
}

/// A number in a column of days: how a spreadsheet counts them, where the cell's format was lost.
fn number(serial: f64, order: Option<Order>) -> Said {
    match serial_day(serial) {
        Some(day) if order.is_some() => Said::Day(day),
        day @ Some(_) => Said::Asked(day),
        None => Said::Wrong,
    }
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
    let first = Date::from_calendar_date(1899, time::Month::December, 30).ok()?;
    let days = (61.0..2_958_466.0).contains(&serial).then_some(serial as i32)?;
    Date::from_julian_day(first.to_julian_day() + days).ok()
}

fn typed(text: &str, order: Option<Order>, labels: &Labels) -> Said {
    let text = text.trim().trim_end_matches(['г', 'ж', '.', ' ']);
    // Without the time of the day, where a program wrote one.
    let text = text.split(['T', ' ']).next().filter(|day| parse_date(day).is_some()).unwrap_or(text);
    if let Some(day) = parse_date(text) {
        return Said::Day(day);
    }
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [first, second, year] => numbered(text, [first, second, year], order)
            .or_else(|| named([first, second, year], labels).map(Said::Day))
            .unwrap_or(Said::Wrong),
        _ => Said::Wrong,
    }
}

/// Three numbers.
fn numbered(text: &str, parts: [&str; 3], order: Option<Order>) -> Option<Said> {
    let is_number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
    let [first, second, year] = parts.map(|part| is_number(part).then(|| part.parse::<u16>().ok()).flatten());
    let (first, second, year) = (first?, second?, year?);
    let has_dots = text.matches('.').count() == 2;
    let (by_day, by_month) = (of(year, second, first), of(year, first, second));
    if parts[2].len() != 4 || parts[0].len() > 2 || parts[1].len() > 2 {
        return Some(short(parts, [first, second, year], order));
    }
    Some(match order {
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

/// A year of two digits: of this century up to 2069, once the order is known.
fn short(parts: [&str; 3], [first, second, year]: [u16; 3], order: Option<Order>) -> Said {
    if parts.iter().any(|part| part.len() > 2) {
        return Said::Wrong;
    }
    let year = if year < 70 { 2000 + year } else { 1900 + year };
    let day = match order {
        Some(Order::MonthFirst) => of(year, first, second),
        _ => of(year, second, first),
    };
    match (day, order) {
        (Some(day), Some(_)) => Said::Day(day),
        (Some(day), None) => Said::Asked(Some(day)),
        (None, _) => Said::Wrong,
    }
}

/// A day with its month's name.
fn named([day, month, year]: [&str; 3], labels: &Labels) -> Option<Date> {
    let number = labels.month(month)?;
    let year = year.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    (year.len() == 4).then(|| of(year.parse().ok()?, number.into(), day.parse().ok()?))?
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
