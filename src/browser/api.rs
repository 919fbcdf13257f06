//! What a portal's own script calls.

use std::cell::RefCell;
use std::sync::Once;

use js_sys::{Error, JSON, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::facts::application::{Application, MOST_PEOPLE};
use crate::law;
use crate::wire::{self, Answered, Refusal};

#[wasm_bindgen(module = "/src/browser/pack.js")]
extern "C" {
    /// Takes the words that cross as one byte.
    fn learn_words(words: &str);
    /// Packs the value, with the items of lists of at most so many; returns how many bytes it takes.
    fn pack(value: &JsValue, most: usize) -> usize;
    /// Packs what a JSON text says.
    #[wasm_bindgen(catch)]
    fn pack_text(json: &str, most: usize) -> Result<usize, JsValue>;
    /// Unloads what was packed into this room.
    fn unload(room: &mut [u8]);
}

#[wasm_bindgen(module = "/src/browser/report.js")]
extern "C" {
    /// Takes what the numbers of a report mean.
    fn learn(meaning: &str);
    /// A report as a plain object.
    fn report(numbers: &[u32]) -> JsValue;
}

/// A panic, which only a fault of ours can cause, is told on the console by its message. The page's module alone goes without:
/// there the browser tells only where, and 2,200 bytes are not loaded by anybody.
#[wasm_bindgen(start, skip_typescript)]
pub(crate) fn start() {
    console_error_panic_hook::set_once();
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
    let application =
        wire::read_packed(&unloaded(pack(application, MOST_PEOPLE))).map_err(|refusal| error(&refusal))?;
    Ok(report(&wire::numbers(&crate::check(law::EDITIONS, &application))))
}

/// Checks many applications: JSON Lines in and out, in UTF-8, one report a line, in the same order. A line that is refused gets
/// `{"error": {"line", "path", "message"}}` in its place; an empty line gets nothing.
///
/// Reports that fit into `into` are written there, and its beginning is returned: memory that is used again takes less time than new
/// memory, up to a quarter of the whole. What is no `Uint8Array`, such as the index that `map` hands over, has no room.
#[wasm_bindgen(js_name = checkMany)]
#[must_use]
pub fn check_many(lines: &[u8], into: Option<Uint8Array>) -> Uint8Array {
    teach();
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
    let packed = unloaded(pack(refused_on, MOST_PEOPLE));
    encode(&wire::read_packed_appeal(&packed).map_err(|refusal| error(&refusal))?)
}

/// The questions and documents as data, in asking order.
///
/// # Errors
/// None in practice: the catalogue is constant.
#[wasm_bindgen(unchecked_return_type = "Questions")]
pub fn questions() -> Result<JsValue, JsValue> {
    encode(&wire::questions())
}

fn unloaded(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    unload(&mut bytes);
    bytes
}

fn encode(value: &impl Serialize) -> Result<JsValue, JsValue> {
    JSON::parse(&wire::text(value))
}

fn error(refusal: &Refusal) -> JsValue {
    let error = Error::new(&refusal.message);
    let _ = Reflect::set(&error, &"path".into(), &refusal.path.as_str().into());
    error.into()
}
