//! What an answer rests on: which edition, when its sources were read and how, whether anybody has compared it.
//!
//! Knows editions and words, and no applicant.

use crate::law::edition::Edition;
use crate::page::words::Words;
use crate::page::writer::Writer;

/// Which edition it is, when its sources were read and whether a lawyer reviewed it.
pub(super) fn rests_on(w: &mut Writer, edition: &Edition) {
    w.text("p", w.words.with_date("answer.edition", edition.from));
    w.text("p", w.words.with_date("answer.sources_read", edition.sources_read));
    w.text("p", reviewed(w.words, edition));
    w.say("p", "answer.read_in_copy");
    w.say("p", "answer.not_read");
    w.say("p", "answer.texts");
}

/// That these words are a draft, in themselves and in Russian, until a native reader has signed them.
pub(crate) fn draft(w: &mut Writer) {
    if w.words.find("page.draft").is_some() {
        w.lines(
            "p.draft|page.draft
             p.draft lang=ru dir=ltr|ru/page.draft",
        );
    }
}

/// Whether a lawyer compared the edition with the official text, and when.
pub(super) fn reviewed(words: &Words, edition: &Edition) -> String {
    match edition.reviewed {
        Some(day) => words.with_date("answer.reviewed", day),
        None => words.get("answer.not_reviewed"),
    }
}
