//! Whether one set of documents is complete: the one function that most portals' scripts call. It can be built alone, as small as it gets.

use std::sync::Once;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::facts::application::MOST_PEOPLE;
use crate::law;
use crate::wire::{self, Refusal};

#[wasm_bindgen(module = "/src/browser/pack.js")]
extern "C" {
    /// Takes the words that cross as one byte.
    fn learn_words(words: &str);
    /// Packs the value, with the items of lists of at most so many; returns how many bytes it takes.
    fn pack(value: &JsValue, most: usize) -> usize;
    /// Unloads what was packed into this room.
    fn unload(room: &mut [u8]);
}

#[wasm_bindgen(module = "/src/browser/report.js")]
extern "C" {
    /// Takes what the numbers of a report mean.
    fn learn(meaning: &str);
    /// A report as a plain object.
    fn report(numbers: &[u32]) -> JsValue;
    /// A refusal as an `Error` with its message and the `path` of its place.
    fn refusal(message: &str, path: &str) -> JsValue;
}

/// Tells the scripts, before anything crosses, what is to cross as a number; once.
fn teach() {
    static TAUGHT: Once = Once::new();
    TAUGHT.call_once(|| {
        learn_words(&wire::words());
        learn(&wire::meaning());
    });
}

/// Checks an application and returns the report, both as plain objects.
///
/// # Errors
/// An `Error` with the message and the `path` of the first place that is not an application's.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(#[wasm_bindgen(unchecked_param_type = "Application")] application: &JsValue) -> Result<JsValue, JsValue> {
    teach();
    let application = wire::read_packed(&packed(application)).map_err(|refusal| error(&refusal))?;
    Ok(report(&wire::numbers(&crate::check(law::EDITIONS, &application))))
}

/// A value as bytes.
pub(super) fn packed(value: &JsValue) -> Vec<u8> {
    unloaded(pack(value, MOST_PEOPLE))
}

/// What was packed last, of so many bytes.
pub(super) fn unloaded(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    unload(&mut bytes);
    bytes
}

/// A refusal as what JavaScript throws.
pub(super) fn error(refused: &Refusal) -> JsValue {
    refusal(&refused.message, &refused.path)
}
