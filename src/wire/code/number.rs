//! A number of any size in digits of 32, made of smaller ones each with a base of its own, and taken apart again.
//!
//! Knows no meaning of any of them.

use super::content::Port;

/// The digits, the lowest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Number(Vec<u8>);

impl Number {
    /// The number with these digits, the highest first.
    pub(super) fn of(digits: &[u8]) -> Self {
        Self(digits.iter().rev().copied().collect())
    }

    /// Puts a value below `base` in front of all that is taken out later.
    pub(super) fn put(&mut self, value: u32, base: u32) {
        let mut carried = value;
        for digit in &mut self.0 {
            carried += u32::from(*digit) * base;
            *digit = low(carried);
            carried >>= 5;
        }
        while carried > 0 {
            self.0.push(low(carried));
            carried >>= 5;
        }
    }

    /// Takes out the value that was put in last.
    fn take(&mut self, base: u32) -> u32 {
        let mut rest = 0;
        for digit in self.0.iter_mut().rev() {
            rest = rest << 5 | u32::from(*digit);
            *digit = low(rest / base);
            rest %= base;
        }
        rest
    }

    /// How many digits it has.
    pub(super) fn length(&self) -> usize {
        self.0.len()
    }

    /// So many of its digits, the highest first.
    pub(super) fn digits(&self, length: usize) -> impl Iterator<Item = u8> {
        (0..length).rev().map(|place| self.0.get(place).copied().unwrap_or(0))
    }
}

/// Reading: what is said comes out of the number.
impl Port for Number {
    fn pass(&mut self, _: u32, base: u32) -> u32 {
        self.take(base)
    }
}

fn low(value: u32) -> u8 {
    (value & 31) as u8
}
