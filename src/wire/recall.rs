//! What was answered before: of many applications many are the same letter for letter, and of the others most are the same to the law.
//!
//! Knows no shape and no law: what is the same, whoever asks says. An answer stands in one place of few, and gives way to another.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// What was asked last, with what answered it.
pub(super) struct Recall<Asked>(Vec<Recalled<Asked>>);

/// One place: what was asked last of all that has this place, and the answer, which others may have got too.
pub(super) struct Recalled<Asked>(Option<(Asked, Rc<[u8]>)>);

/// As many as a list of people has different applications, and some.
const PLACES: usize = 1024;

impl<Asked> Default for Recall<Asked> {
    fn default() -> Self {
        Self((0..PLACES).map(|_| Recalled(None)).collect())
    }
}

impl<Asked> Recall<Asked> {
    /// The place of what is asked.
    #[expect(clippy::indexing_slicing, reason = "there are so many places")]
    pub(super) fn place(&mut self, asked: &(impl Hash + ?Sized)) -> &mut Recalled<Asked> {
        let mut mixed = Mixed(0);
        asked.hash(&mut mixed);
        &mut self.0[(mixed.finish() >> 48) as usize % PLACES]
    }
}

impl<Asked> Recalled<Asked> {
    /// What answered this before, if it is still there.
    pub(super) fn answer<Q: Eq + ?Sized>(&self, asked: &Q) -> Option<&Rc<[u8]>>
    where
        Asked: Borrow<Q>,
    {
        let (before, answer) = self.0.as_ref()?;
        (before.borrow() == asked).then_some(answer)
    }

    /// Keeps what answered this.
    pub(super) fn keep<Q: ToOwned<Owned = Asked> + ?Sized>(&mut self, asked: &Q, answer: &Rc<[u8]>)
    where
        Asked: Borrow<Q>,
    {
        match &mut self.0 {
            Some((before, kept)) => {
                asked.clone_into(before);
                answer.clone_into(kept);
            }
            place => *place = Some((asked.to_owned(), Rc::clone(answer))),
        }
    }
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

    fn write_isize(&mut self, number: isize) {
        self.write_usize(number.cast_unsigned());
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(number.into());
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
