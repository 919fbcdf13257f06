//! What was answered before: of many applications many are the same letter for letter, and of the others most are the same to the law.
//!
//! Knows no shape and no law: what is the same, whoever asks says. An answer stands in one place of few, and gives way to another.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};

/// What was asked last, with what answered it.
pub(super) struct Recall<Asked>(Vec<Option<(Asked, Vec<u8>)>>);

/// As many as a list of people has different applications, and some.
const PLACES: usize = 1024;

impl<Asked> Default for Recall<Asked> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<Asked> Recall<Asked> {
    /// What answered this before, if it is still there.
    pub(super) fn answer<Q: Hash + Eq + ?Sized>(&self, asked: &Q) -> Option<&[u8]>
    where
        Asked: Borrow<Q>,
    {
        let (before, answer) = self.0.get(place_of(asked))?.as_ref()?;
        (before.borrow() == asked).then_some(answer)
    }

    /// Keeps what answered this.
    pub(super) fn keep<Q: Hash + ToOwned<Owned = Asked> + ?Sized>(&mut self, asked: &Q, answer: &[u8])
    where
        Asked: Borrow<Q>,
    {
        self.0.resize_with(PLACES, || None);
        match self.0.get_mut(place_of(asked)) {
            Some(Some((before, kept))) => {
                asked.clone_into(before);
                answer.clone_into(kept);
            }
            Some(place) => *place = Some((asked.to_owned(), answer.to_vec())),
            None => {}
        }
    }
}

fn place_of(asked: &(impl Hash + ?Sized)) -> usize {
    let mut mixed = Mixed(0);
    asked.hash(&mut mixed);
    (mixed.finish() >> 48) as usize % PLACES
}

/// All that is told apart, mixed eight bytes at a time. Nobody is harmed by what is mixed alike on purpose: it is only answered anew.
struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(letter, byte)| *letter = *byte);
        eights.iter().chain([&last]).for_each(|eight| self.write_u64(u64::from_le_bytes(*eight)));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
