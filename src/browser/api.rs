//! What a portal's own script calls besides `check`.

use std::cell::RefCell;

use js_sys::{JSON, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::check::{error, packed, unloaded};
use crate::facts::application::{Application, MOST_PEOPLE};
use crate::wire::{self, Answered, Refusal};

#[wasm_bindgen(module = "/src/browser/pack.js")]
extern "C" {
    /// Packs what a JSON text says, with the items of lists of at most so many; returns how many bytes it takes.
    #[wasm_bindgen(catch)]
    fn pack_text(json: &str, most: usize) -> Result<usize, JsValue>;
}

/// A panic, which only a fault of ours can cause, is told on the console by its message. The page's module goes without, and so does
/// `check` alone: there the browser tells only where, and its 9,000 bytes are not loaded by anybody.
#[wasm_bindgen(start, skip_typescript)]
pub(crate) fn start() {
    console_error_panic_hook::set_once();
}

/// Checks many applications: JSON Lines in and out, in UTF-8, one report a line, in the same order. A line that is refused gets
/// `{"error": {"line", "path", "message"}}` in its place; an empty line gets nothing.
///
/// Reports that fit into `into` are written there, and its beginning is returned: memory that is used again takes less time than new
/// memory, up to a quarter of the whole. What is no `Uint8Array`, such as the index that `map` hands over, has no room.
#[wasm_bindgen(js_name = checkMany)]
#[must_use]
pub fn check_many(lines: &[u8], into: Option<Uint8Array>) -> Uint8Array {
    let reports = BEFORE.with_borrow_mut(|before| wire::check_many(lines, before, read_json));
    let into = into.filter(JsCast::has_type::<Uint8Array>);
    match (into, u32::try_from(reports.len())) {
        (Some(into), Ok(length)) if length <= into.length() => {
            let written = into.subarray(0, length);
            written.copy_from(&reports);
            written
        }
        _ => Uint8Array::from(reports.as_slice()),
    }
}

thread_local! {
    /// What was answered before, as long as the module is loaded.
    static BEFORE: RefCell<Answered> = RefCell::default();
}

/// Reads an application from any JSON text, as `check(JSON.parse(text))` would.
fn read_json(text: &str) -> Result<Application, Refusal> {
    match pack_text(text, MOST_PEOPLE) {
        Ok(length) => wire::read_packed(&unloaded(length)),
        Err(thrown) => {
            let told = Reflect::get(&thrown, &"message".into()).ok().and_then(|message| message.as_string());
            Err(wire::no_json(text, &told.unwrap_or_default()))
        }
    }
}

/// What can be done after a refusal on this day, written as `YYYY-MM-DD`, and until when.
///
/// # Errors
/// An `Error` like that of `check`.
#[wasm_bindgen(unchecked_return_type = "Appeal")]
pub fn appeal(#[wasm_bindgen(unchecked_param_type = "string")] refused_on: &JsValue) -> Result<JsValue, JsValue> {
    encode(&wire::read_packed_appeal(&packed(refused_on)).map_err(|refusal| error(&refusal))?)
}

/// The questions and documents as data, in asking order.
///
/// # Errors
/// None in practice: the catalogue is constant.
#[wasm_bindgen(unchecked_return_type = "Questions")]
pub fn questions() -> Result<JsValue, JsValue> {
    encode(&wire::questions())
}

fn encode(value: &impl Serialize) -> Result<JsValue, JsValue> {
    JSON::parse(&wire::text(value))
}
