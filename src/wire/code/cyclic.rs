//! The check: what is left when all characters, as one polynomial over bits, are divided by a fixed one of degree 20.
//!
//! A change within 20 bits in a row is never divisible by it, so one wrong character and two swapped neighbours are always caught, and so
//! are up to four wrong neighbours. The polynomial was looked for so that two wrong characters anywhere are caught too, in up to 640, and
//! that no wrong character looks like a swap elsewhere: that is what lets a wrong place be named. Knows no meaning of a character.

/// x²⁰ + x⁵ + x² + 1.
const DIVISOR: u32 = 0x10_0025;

/// What is left of a code that is whole. Not 0, so that zeros too many at either end are not overlooked.
const LEFT: u32 = 0xF_FFFF;

/// So many characters hold the check.
pub(super) const CHECK: usize = 4;

/// What is left with one more character.
fn divided(left: u32, value: u8) -> u32 {
    let joined = left << 5 | u32::from(value);
    (20..25).rev().fold(joined, |left, bit| if left >> bit & 1 == 1 { left ^ DIVISOR << (bit - 20) } else { left })
}

fn left_of(values: &[u8]) -> u32 {
    values.iter().fold(0, |left, value| divided(left, *value))
}

/// The characters that make these whole.
pub(super) fn check_of(values: &[u8]) -> [u8; CHECK] {
    let check = (0..CHECK).fold(left_of(values), |left, _| divided(left, 0)) ^ LEFT;
    [15, 10, 5, 0].map(|place| (check >> place & 31) as u8)
}

/// Whether these are as they were written.
pub(super) fn fits(values: &[u8]) -> bool {
    values.len() > CHECK && left_of(values) == LEFT
}

/// The one place at which a wrong character, or two swapped neighbours of which it is the first, would explain what is wrong; none if
/// there is no such place or more than one.
pub(super) fn wrong_place(values: &[u8]) -> Option<usize> {
    let wrong = left_of(values) ^ LEFT;
    // What each change of a character makes of the rest: of the last one first, then of the one before.
    let mut changed: Vec<u32> = (0..32).collect();
    let (mut found, mut after): (Option<usize>, Option<(u8, Vec<u32>)>) = (None, None);
    for (place, value) in values.iter().enumerate().rev() {
        let is_swapped = after.is_some_and(|(next, later)| {
            let difference = usize::from(value ^ next);
            later.get(difference).zip(changed.get(difference)).is_some_and(|(one, other)| one ^ other == wrong)
        });
        if is_swapped || changed.contains(&wrong) {
            if found.is_some() {
                return None;
            }
            found = Some(place);
        }
        let before = changed.iter().map(|left| divided(*left, 0)).collect();
        after = Some((*value, std::mem::replace(&mut changed, before)));
    }
    found
}
