//! What is wrong in a cell: where, what stands there, and what would be right.
//!
//! Knows kinds of faults and the ids of their sentences; finds none.

use std::collections::BTreeMap;

use crate::facts::id::{Id, ids};
use crate::list::columns::Column;
use crate::list::labels::{choice_name, heading};
use crate::list::layout::Layout;
use crate::list::table::{address, letters};
use crate::page::words::Words;

ids! {
    /// A kind of fault, in the order in which they are told.
    Kind {
        /// A text that no answer is called by.
        Unknown = "unknown",
        /// Not a day.
        NoDay = "no_day",
        /// It may be one day or another.
        Order = "order",
        /// Not an age.
        NoAge = "no_age",
        /// A birth after the visit, or longer ago than anybody lives.
        Birth = "birth",
        /// The age and the day of birth say different things.
        AgesDiffer = "ages_differ",
        /// The spreadsheet itself could not work it out.
        Broken = "broken",
        /// Rows of one family say different things of what they share.
        Differs = "differs",
        /// More people in one family than one application may hold.
        Many = "many",
        /// Not an IIN.
        Iin = "iin",
        /// Not an RKA.
        Rka = "rka",
        /// A number of 16 digits: the spreadsheet made the last one a zero.
        Rounded = "rounded",
        /// Zeros at the beginning of an IIN were lost, and put back: the check digit fits.
        Restored = "restored",
        /// The same person stands in another row.
        Double = "double",
        /// More than one person, as it seems.
        Several = "several",
    }
}

impl Kind {
    /// Whether it is only to be known: nothing is left out for it.
    #[must_use]
    pub const fn is_hint(self) -> bool {
        matches!(self, Self::Restored | Self::Double | Self::Several)
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The row's number, as the spreadsheet shows it.
    pub row: u32,
    /// The column's place, from 0.
    pub place: usize,
    /// Its kind.
    pub kind: Kind,
    /// What stands in the cell.
    pub value: String,
    /// What it would mean, or what it stands against.
    pub meant: String,
}

impl Fault {
    /// The cell, as the spreadsheet shows it.
    #[must_use]
    pub fn cell(&self) -> String {
        address(self.place, self.row)
    }

    /// What is wrong with this one cell, in words.
    #[must_use]
    pub fn text(&self, words: &Words) -> String {
        let sentence = words.fill(&words.of("roll.fault.*", self.kind.id()), "value", &self.value);
        words.fill(&sentence, "meant", &self.meant)
    }
}

/// Faults of one kind in one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The column's place.
    pub place: usize,
    /// The kind.
    pub kind: Kind,
    /// All of them, row by row.
    pub faults: Vec<&'a Fault>,
}

/// Faults by column, then by kind, then by row.
#[must_use]
pub fn grouped(faults: &[Fault]) -> Vec<Group<'_>> {
    let mut groups: BTreeMap<(usize, Kind), Vec<&Fault>> = BTreeMap::new();
    for fault in faults {
        groups.entry((fault.place, fault.kind)).or_default().push(fault);
    }
    groups.into_iter().map(|((place, kind), faults)| Group { place, kind, faults }).collect()
}

impl Group<'_> {
    /// The column, as people know it: its letter and its heading.
    #[must_use]
    pub fn column(&self, layout: &Layout) -> String {
        let heading = layout.columns.get(self.place).map(|matched| matched.heading.clone()).unwrap_or_default();
        let letters = letters(self.place);
        if heading.is_empty() { letters } else { [&letters, " «", &heading, "»"].concat() }
    }

    /// What would be right in this column.
    #[must_use]
    pub fn right(&self, layout: &Layout, words: &Words) -> String {
        let column = layout.columns.get(self.place).and_then(|matched| matched.column);
        let choices = column.map(|column| (column, column.choices()));
        match choices {
            Some((column, choices)) if self.kind == Kind::Unknown && !choices.is_empty() => {
                let names: Vec<String> = choices.iter().map(|choice| choice_name(column, *choice, words)).collect();
                words.with("roll.right.choices", "value", &names.join(" · "))
            }
            _ => words.of("roll.right.*", self.kind.id()),
        }
    }
}

/// A column's heading in words, for a column that the file does not have.
#[must_use]
pub fn named(column: Column, words: &Words) -> String {
    heading(column, words)
}
