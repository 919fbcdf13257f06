//! The wording of one language as the element's script gives it: a function that says an id.
//!
//! Knows no sentence and no language.

use std::cell::Cell;

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::page::words::Words;

/// The wording of the language with this BCP 47 tag.
pub(super) fn words(tag: &str, say: Function) -> Words {
    Words::new(tag, sentences(say))
}

#[wasm_bindgen(module = "/src/browser/wording.js")]
extern "C" {
    fn sentence(say: &Function, id: &str) -> Option<String>;
}

/// The sentences, each carried over from JavaScript once: with many people one is wanted hundreds of times. What is not there is
/// asked for again, since more of the wording may come later.
fn sentences(say: Function) -> impl Fn(&str) -> Option<String> + 'static {
    let kept: Cell<Vec<(String, String)>> = Cell::default();
    move |id| {
        let mut known = kept.take();
        let found = known.iter().find(|(other, _)| other == id).map(|(_, known)| known.clone());
        let wanted = found.or_else(|| {
            let carried = sentence(&say, id)?;
            known.push((id.to_owned(), carried.clone()));
            Some(carried)
        });
        kept.set(known);
        wanted
    }
}
