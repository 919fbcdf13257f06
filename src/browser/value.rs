//! JavaScript values as the decoder reads them: one layer at a time, own properties only, and whatever throws is caught.
//!
//! Knows JavaScript and no application.

use std::borrow::Cow;

use js_sys::{Array, Number, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::wire::{Kind, Value};

/// A key of an object: as the object has it, and as text. To make a JavaScript text of it again would cost more than the rest.
pub struct Key {
    name: JsValue,
    text: String,
}

impl AsRef<str> for Key {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl Key {
    fn of(name: JsValue) -> Self {
        let text = name.as_string().unwrap_or_else(|| "a symbol".to_owned());
        Self { name, text }
    }
}

impl Value for JsValue {
    type Key = Key;

    fn is_given(&self) -> bool {
        !self.is_undefined()
    }

    fn kind(&self) -> Kind {
        if self.is_undefined() {
            Kind::Undefined
        } else if self.is_string() {
            Kind::Text
        } else if !self.is_object() {
            Kind::Other
        } else {
            kind_of_object(self)
        }
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.as_string().unwrap_or_default())
    }

    fn count(&self) -> Result<usize, String> {
        Ok(self.unchecked_ref::<Array>().length() as usize)
    }

    fn item(&self, index: usize) -> Result<Self, String> {
        Reflect::get_u32(self, u32::try_from(index).unwrap_or(u32::MAX)).map_err(|thrown| reason(&thrown))
    }

    fn keys(&self) -> Result<Vec<Key>, String> {
        let keys = Reflect::own_keys(self).map_err(|thrown| reason(&thrown))?;
        Ok(keys.iter().map(Key::of).collect())
    }

    fn member(&self, _: usize, key: &Key) -> Result<Self, String> {
        Reflect::get(self, &key.name).map_err(|thrown| reason(&thrown))
    }

    fn written(&self) -> String {
        if self.is_null() {
            "null".to_owned()
        } else if let Some(truth) = self.as_bool() {
            truth.to_string()
        } else if let Some(number) = self.dyn_ref::<Number>() {
            number.to_string_with_radix(10).map(String::from).unwrap_or_default()
        } else {
            ["a value of the type ", &self.js_typeof().as_string().unwrap_or_default()].concat()
        }
    }
}

/// A list, an object whose prototype is `Object.prototype` (of any window) or none, or something else, such as a `Date`.
fn kind_of_object(value: &JsValue) -> Kind {
    let prototype_of = |value: &JsValue| Reflect::get_prototype_of(value).map(JsValue::from);
    let Ok(prototype) = prototype_of(value) else { return Kind::Other };
    if Array::is_array(value) {
        return Kind::List;
    }
    let is_plain = prototype.is_null() || prototype_of(&prototype).is_ok_and(|last| last.is_null());
    if is_plain { Kind::Object } else { Kind::Other }
}

/// What was thrown, in words.
fn reason(thrown: &JsValue) -> String {
    let message = if thrown.is_object() { Reflect::get(thrown, &"message".into()).ok() } else { Some(thrown.clone()) };
    message.and_then(|message| message.as_string()).unwrap_or_else(|| "something was thrown".to_owned())
}
