//! Three-valued logic: what is known to hold, known not to hold, or not known yet.
//!
//! Knows nothing of facts or documents. Unknown is a value of its own: never an absent `bool`, never a default.

/// Whether something holds, as far as is known.
///
/// ```
/// use tirkeu::Truth::{self, *};
/// assert_eq!(Truth::all([True, Unknown]), Unknown);
/// assert_eq!(Truth::all([False, Unknown]), False);
/// assert_eq!(Truth::any([True, Unknown]), True);
/// assert_eq!(!Unknown, Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold, whatever is still unknown.
    False,
    /// It may hold or not.
    Unknown,
    /// It holds, whatever is still unknown.
    True,
}

impl Truth {
    /// Whether all of these hold; true of nothing at all.
    #[must_use]
    pub fn all(of: impl IntoIterator<Item = Self>) -> Self {
        of.into_iter().min().unwrap_or(Self::True)
    }

    /// Whether any of these holds; false of nothing at all.
    #[must_use]
    pub fn any(of: impl IntoIterator<Item = Self>) -> Self {
        of.into_iter().max().unwrap_or(Self::False)
    }

    /// Whether it holds or may still turn out to.
    #[must_use]
    pub fn may_hold(self) -> bool {
        self != Self::False
    }

    /// Whether it holds whatever is still unknown.
    #[must_use]
    pub fn holds(self) -> bool {
        self == Self::True
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}
