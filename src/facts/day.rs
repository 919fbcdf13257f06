//! Calendar days: how they are written, and the little arithmetic the law needs.
//!
//! Knows no clock and no law. Days are the `time` crate's: it checks them and counts them.

use time::Date;

/// The day with this year, month (1 to 12) and day of the month, for tables and tests.
///
/// # Panics
/// If there is no such day; in a constant, while compiling.
#[must_use]
#[expect(clippy::panic, reason = "for tables: a day that does not exist does not compile")]
pub const fn date(year: i32, month: u8, day: u8) -> Date {
    match month_of(month) {
        Some(month) => match Date::from_calendar_date(year, month, day) {
            Ok(date) => date,
            Err(_) => panic!("no such day"),
        },
        None => panic!("no such month"),
    }
}

const fn month_of(number: u8) -> Option<time::Month> {
    use time::Month::{
        April, August, December, February, January, July, June, March, May, November, October, September,
    };
    Some(match number {
        1 => January,
        2 => February,
        3 => March,
        4 => April,
        5 => May,
        6 => June,
        7 => July,
        8 => August,
        9 => September,
        10 => October,
        11 => November,
        12 => December,
        _ => return None,
    })
}

/// Reads `YYYY-MM-DD`; none if it is written otherwise or there is no such day.
///
/// ```
/// use tirkeu::{date, parse_date};
/// assert_eq!(parse_date("2026-12-01"), Some(date(2026, 12, 1)));
/// assert_eq!(parse_date("2026-02-29"), None);
/// assert_eq!(parse_date("01.12.2026"), None);
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let written = text.as_bytes();
    if written.len() != 10 || written.get(4) != Some(&b'-') || written.get(7) != Some(&b'-') {
        return None;
    }
    let month = month_of(number(written.get(5..7)?)?.try_into().ok()?)?;
    let day = number(written.get(8..)?)?.try_into().ok()?;
    Date::from_calendar_date(i32::from(number(written.get(..4)?)?), month, day).ok()
}

fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0')))
}

/// Writes a day of the years 0 to 9999 as `YYYY-MM-DD`.
///
/// ```
/// use tirkeu::{date, write_date};
/// assert_eq!(write_date(date(987, 6, 5)), "0987-06-05");
/// ```
#[must_use]
pub fn write_date(day: Date) -> String {
    let (year, month, day) = day.to_calendar_date();
    let (year, month, day) = (year.unsigned_abs(), u32::from(u8::from(month)), u32::from(day));
    [
        digit(year, 1000),
        digit(year, 100),
        digit(year, 10),
        digit(year, 1),
        "-",
        digit(month, 10),
        digit(month, 1),
        "-",
        digit(day, 10),
        digit(day, 1),
    ]
    .concat()
}

/// The digit of a number that counts units of this size.
pub(crate) fn digit(number: u32, unit: u32) -> &'static str {
    let value = (number / unit % 10) as usize;
    "0123456789".get(value..=value).unwrap_or_default()
}

/// How many days the second day lies after the first; negative if it lies before.
#[must_use]
pub const fn days_between(first: Date, second: Date) -> i32 {
    second.to_julian_day() - first.to_julian_day()
}

/// The same day of a later month, or that month's last day; none past the year 9999.
///
/// ```
/// use tirkeu::{date, months_later};
/// assert_eq!(months_later(date(2026, 11, 30), 3), Some(date(2027, 2, 28)));
/// ```
#[must_use]
pub fn months_later(day: Date, months: u8) -> Option<Date> {
    let (year, month, day) = day.to_calendar_date();
    let months = i32::from(u8::from(month)) - 1 + i32::from(months);
    let year = year + months / 12;
    let month = month_of(u8::try_from(months % 12 + 1).ok()?)?;
    Date::from_calendar_date(year, month, day.min(month.length(year))).ok()
}
