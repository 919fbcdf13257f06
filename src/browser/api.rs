//! What a portal's own script calls.

use js_sys::{Error, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::facts::application::MOST_PEOPLE;
use crate::law;
use crate::wire::{self, Refusal};

#[wasm_bindgen(module = "/src/browser/pack.js")]
extern "C" {
    /// Packs the value into one text, with the items of lists of at most so many; returns the room that it needs, in bytes.
    fn pack(value: &JsValue, most: usize) -> usize;
    /// Unloads what was packed into the room; returns how many bytes it is.
    fn unload(room: &mut [u8]) -> usize;
}

/// Checks an application and returns the report, both as plain objects.
///
/// # Errors
/// An `Error` with the message and the `path` of the first place that is not an application's.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(#[wasm_bindgen(unchecked_param_type = "Application")] application: &JsValue) -> Result<JsValue, JsValue> {
    let application = wire::read_packed(&packed(application)).map_err(|refusal| error(&refusal))?;
    encode(&crate::check(law::EDITIONS, &application))
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

fn packed(value: &JsValue) -> String {
    let mut text = vec![0; pack(value, MOST_PEOPLE)];
    let length = unload(&mut text);
    text.truncate(length);
    String::from_utf8(text).unwrap_or_default()
}

fn encode(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn error(refusal: &Refusal) -> JsValue {
    let error = Error::new(&refusal.message);
    let _ = Reflect::set(&error, &"path".into(), &refusal.path.as_str().into());
    error.into()
}
