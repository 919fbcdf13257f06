//! Closed lists of things that have a stable id, and sets of them.
//!
//! Knows nothing of the law: not what is listed, nor why. An id is the same word in Rust, JSON, HTML and the tests, and never
//! changes its meaning once released.

use std::marker::PhantomData;

/// Something from a closed list, known by a stable id.
pub trait Id: Copy + Eq + 'static {
    /// Everything on the list, in its order.
    const ALL: &'static [Self];

    /// The stable id, as written in JSON and HTML.
    fn id(self) -> &'static str;

    /// The place on the list, from 0, at most 63.
    fn index(self) -> u32;
}

/// The member of the list that has this id.
///
/// ```
/// use tirkeu::{Form, from_id};
/// assert_eq!(from_id("copy"), Some(Form::Copy));
/// assert_eq!(from_id::<Form>("scan"), None);
/// ```
#[must_use]
pub fn from_id<T: Id>(id: &str) -> Option<T> {
    T::ALL.iter().copied().find(|member| member.id() == id)
}

/// A set of at most 64 things from a closed list; it lists them in the list's order.
///
/// ```
/// use tirkeu::{Form, Set};
/// let accepted: Set<Form> = Form::set(&[Form::Electronic, Form::Original]);
/// assert!(!accepted.contains(Form::Copy));
/// assert_eq!(accepted.iter().next(), Some(Form::Original));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Set<T>(u64, PhantomData<T>);

impl<T: Copy> Set<T> {
    /// The set of nothing.
    pub const EMPTY: Self = Self::from_bits(0);

    /// The set whose member with index `i` is in it exactly when bit `i` is set.
    #[must_use]
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits, PhantomData)
    }

    /// The inverse of [`Set::from_bits`].
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in this set, in the other, or in both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self::from_bits(self.0 | other.0)
    }

    /// What is in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self::from_bits(self.0 & other.0)
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self::from_bits(self.0 & !other.0)
    }

    /// Whether nothing is in this set that is not in the other.
    #[must_use]
    pub const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether the two sets share a member.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl<T: Id> Set<T> {
    /// Whether `member` is in it.
    #[must_use]
    pub fn contains(self, member: T) -> bool {
        self.0 >> member.index() & 1 == 1
    }

    /// This set and `member`.
    #[must_use]
    pub fn with(self, member: T) -> Self {
        self.union(Self::from_bits(1 << member.index()))
    }

    /// The members, in the list's order.
    pub fn iter(self) -> impl Iterator<Item = T> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let member = T::ALL.get(left.trailing_zeros() as usize).copied();
            left &= left.wrapping_sub(1);
            member
        })
    }

    /// The member, if there is exactly one.
    #[must_use]
    pub fn only(self) -> Option<T> {
        if self.0.is_power_of_two() { self.iter().next() } else { None }
    }
}

impl<T: Id> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        members.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl<T: Copy> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T: Id> std::fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(Id::id)).finish()
    }
}

/// Declares a closed list: the enum, its ids and its sets.
macro_rules! ids {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $member:ident = $id:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$what])* $member,)+ }

        impl $name {
            /// The set of these.
            #[must_use]
            pub const fn set(mut members: &[Self]) -> $crate::facts::id::Set<Self> {
                let mut bits = 0_u64;
                while let [first, rest @ ..] = members {
                    bits |= 1 << *first as u32;
                    members = rest;
                }
                $crate::facts::id::Set::from_bits(bits)
            }
        }

        impl $crate::facts::id::Id for $name {
            const ALL: &'static [Self] = &[$(Self::$member,)+];

            fn id(self) -> &'static str {
                match self { $(Self::$member => $id,)+ }
            }

            fn index(self) -> u32 {
                self as u32
            }
        }
    };
}
pub(crate) use ids;
