//! Those who may apply for somebody, in words.
//!
//! Knows applicants by their ids, not who may apply.

use crate::facts::fact::Answer;
use crate::facts::id::Id;
use crate::page::words::Words;
use crate::page::writer::Writer;

/// The sentence that names those who may apply.
pub(super) fn may_apply(w: &mut Writer, applicants: &[Answer]) {
    let named = applicants_in_words(w.words, applicants);
    w.text("p", w.words.with("requirement.right_to_apply.apply_as", "applicants", &named));
}

/// Applicants, one or another, in the middle of a sentence.
pub(super) fn applicants_in_words(words: &Words, applicants: &[Answer]) -> String {
    let mut named = Vec::new();
    for applicant in applicants {
        named.push(words.of("answer.applicant.*.list", applicant.id()));
    }
    words.any_of(&named)
}
