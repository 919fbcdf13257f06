//! The check digit of an individual identification number (IIN).
//!
//! Knows no date and no sex: since 2013 the digits need not agree with either, so only the check digit can be wrong.

/// Whether these are 12 digits whose last one fits the others.
///
/// The sum of the first eleven digits times 1 to 11, modulo 11, is the last one; where that gives 10, the weights are 3 to 11, 1
/// and 2; where that gives 10 again, no such number is issued (domain knowledge in public code, see README).
///
/// ```
/// use tirkeu::page::iin::is_iin;
/// assert!(is_iin("990230100002"));
/// assert!(is_iin("990230100309"));
/// assert!(!is_iin("990230100003"));
/// ```
#[must_use]
pub fn is_iin(text: &str) -> bool {
    let Ok(digits) = <[u8; 12]>::try_from(text.as_bytes()) else { return false };
    let digits = digits.map(|digit| u32::from(digit.wrapping_sub(b'0')));
    let [first @ .., last] = &digits;
    let remainder = |shift: u32| {
        let weighted = (shift..).zip(first).map(|(place, digit)| (place % 11 + 1) * digit);
        weighted.sum::<u32>() % 11
    };
    let digit = if remainder(0) == 10 { remainder(2) } else { remainder(0) };
    digits.iter().all(|digit| *digit < 10) && digit == *last
}

/// Whether what was typed into a field for printing fits it: an IIN by its check digit, an RKA by its 16 digits.
#[must_use]
#[inline(never)]
pub fn fits_field(field: &str, value: &str) -> bool {
    if field.starts_with("iin") {
        is_iin(value)
    } else if field.starts_with("rka") {
        value.len() == 16 && value.bytes().all(|digit| digit.is_ascii_digit())
    } else {
        true
    }
}
