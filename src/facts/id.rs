//! Closed lists of things that have a stable id, and sets of them.
//!
//! Knows nothing of the law: not what is listed, nor why. An id is the same word in Rust, JSON, HTML and the tests, and never
//! changes its meaning once released.

/// Something from a closed list, known by a stable id.
pub trait Id: Copy + Eq + 'static {
    /// The word that a set of them is kept in.
    type Bits: Bits;

    /// Everything on the list, in its order.
    const ALL: &'static [Self];

    /// The ids of everything on the list, in its order, with a space between them.
    const IDS: &'static str;

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

/// A word with a bit for each thing of a list: `u32` for lists of at most 32, `u64` for one that is longer. In the browser the longer
/// word costs bytes.
pub trait Bits: Copy + Eq + std::fmt::Debug + std::hash::Hash + 'static {
    /// No bit.
    const NONE: Self;
    /// This bit alone.
    #[must_use]
    fn bit(index: u32) -> Self;
    /// The bits in either.
    #[must_use]
    fn or(self, other: Self) -> Self;
    /// The bits in both.
    #[must_use]
    fn and(self, other: Self) -> Self;
    /// The bits that are not in it.
    #[must_use]
    fn not(self) -> Self;
    /// Its lowest bit; none if it has no bit.
    fn lowest(self) -> Option<u32>;
    /// The number that these bits are.
    fn number(self) -> u64;
}

macro_rules! bits {
    ($word:ty) => {
        impl Bits for $word {
            const NONE: Self = 0;

            fn bit(index: u32) -> Self {
                1 << index
            }

            fn or(self, other: Self) -> Self {
                self | other
            }

            fn and(self, other: Self) -> Self {
                self & other
            }

            fn not(self) -> Self {
                !self
            }

            fn lowest(self) -> Option<u32> {
                (self != 0).then(|| self.trailing_zeros())
            }

            fn number(self) -> u64 {
                self.into()
            }
        }
    };
}
bits!(u32);
bits!(u64);

/// A set of things from a closed list; it lists them in the list's order.
///
/// ```
/// use tirkeu::{Form, Set};
/// let accepted: Set<Form> = Form::set(&[Form::Electronic, Form::Original]);
/// assert!(!accepted.contains(Form::Copy));
/// assert_eq!(accepted.iter().next(), Some(Form::Original));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Set<T: Id>(pub(crate) T::Bits);

impl<T: Id> Set<T> {
    /// The set of nothing.
    pub const EMPTY: Self = Self(T::Bits::NONE);

    /// The set whose member with index `i` is in it exactly when bit `i` is set.
    #[must_use]
    pub const fn from_bits(bits: T::Bits) -> Self {
        Self(bits)
    }

    /// The inverse of [`Set::from_bits`].
    #[must_use]
    pub const fn bits(self) -> T::Bits {
        self.0
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == T::Bits::NONE
    }

    /// What is in this set, in the other, or in both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0.or(other.0))
    }

    /// What is in both sets.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0.and(other.0))
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub fn difference(self, other: Self) -> Self {
        Self(self.0.and(other.0.not()))
    }

    /// Whether nothing is in this set that is not in the other.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.difference(other).is_empty()
    }

    /// Whether the two sets share a member.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        !self.intersection(other).is_empty()
    }

    /// Whether `member` is in it.
    #[must_use]
    pub fn contains(self, member: T) -> bool {
        self.meets(Self(T::Bits::bit(member.index())))
    }

    /// This set and `member`.
    #[must_use]
    pub fn with(self, member: T) -> Self {
        self.union(Self(T::Bits::bit(member.index())))
    }

    /// The members, in the list's order.
    pub fn iter(self) -> impl Iterator<Item = T> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let lowest = left.lowest()?;
            left = left.and(T::Bits::bit(lowest).not());
            T::ALL.get(lowest as usize).copied()
        })
    }

    /// The member, if there is exactly one.
    #[must_use]
    pub fn only(self) -> Option<T> {
        let lowest = self.0.lowest()?;
        if self.0 == T::Bits::bit(lowest) { T::ALL.get(lowest as usize).copied() } else { None }
    }
}

impl<T: Id> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
        members.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl<T: Id> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T: Id> std::fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(Id::id)).finish()
    }
}

/// Declares a closed list: the enum, its ids and its sets, in a word of 32 bits unless another is named.
macro_rules! ids {
    ($(#[$about:meta])* $name:ident { $($list:tt)+ }) => {
        $crate::facts::id::ids! { $(#[$about])* $name: u32 { $($list)+ } }
    };
    ($(#[$about:meta])* $name:ident: $bits:ty { $($(#[$what:meta])* $member:ident = $id:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$what])* $member,)+ }

        impl $name {
            /// The set of these.
            #[must_use]
            pub const fn set(mut members: &[Self]) -> $crate::facts::id::Set<Self> {
                let mut bits: $bits = 0;
                while let [first, rest @ ..] = members {
                    bits |= 1 << *first as u32;
                    members = rest;
                }
                $crate::facts::id::Set(bits)
            }
        }

        impl $crate::facts::id::Id for $name {
            type Bits = $bits;

            const ALL: &'static [Self] = &[$(Self::$member,)+];
            const IDS: &'static str = concat!($($id, " ",)+).trim_ascii_end();

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
