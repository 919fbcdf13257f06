//! JSON text as values for the decoder; native only.
//!
//! Knows JSON and no application. Keys given twice are kept, and what lies deeper than an application ever does is skipped
//! without being built, so that depth costs nothing.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::decode;
use super::place::{Place, Refusal, shortened};
use super::value::{Kind, Value};
use crate::appeal::Appeal;
use crate::application::Application;

/// Reads an application from JSON text.
///
/// ```
/// let application = tirkeu::wire::read(r#"{"visit_date": "2026-12-01"}"#).unwrap();
/// assert_eq!(application.visit_date, tirkeu::date(2026, 12, 1));
/// ```
///
/// # Errors
/// Text that is not JSON, or JSON that is not an application.
pub fn read(text: &str) -> Result<Application, Refusal> {
    decode::application(&&parse(text)?)
}

/// Reads the day of a refusal from bare text, and tells what can be done after it.
///
/// # Errors
/// Text that is not a day as `YYYY-MM-DD`.
pub fn read_appeal(refused_on: &str) -> Result<Appeal, Refusal> {
    decode::appeal(&&Json::Text(refused_on.into()))
}

fn parse(text: &str) -> Result<Json<'_>, Refusal> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let json = Layers(6).deserialize(&mut deserializer);
    json.and_then(|json| deserializer.end().map(|()| json)).map_err(|error| {
        let written = ["\"", &shortened(text.trim()), "\" (", &error.to_string(), ")"].concat();
        Place::Whole.refuse(&written, "an application as JSON")
    })
}

/// A JSON value, its keys in order and kept even when given twice.
enum Json<'a> {
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
    Number(f64),
    Truth(bool),
    Null,
}

impl<'a> Value for &'a Json<'a> {
    type Key = &'a str;

    fn is_given(&self) -> bool {
        true
    }

    fn kind(&self) -> Kind {
        match self {
            Json::Text(_) => Kind::Text,
            Json::List(_) => Kind::List,
            Json::Object(_) => Kind::Object,
            Json::Number(_) | Json::Truth(_) | Json::Null => Kind::Other,
        }
    }

    fn text(&self) -> Cow<'_, str> {
        if let Json::Text(text) = self { Cow::Borrowed(text) } else { Cow::Borrowed("") }
    }

    fn count(&self) -> Result<usize, String> {
        Ok(if let Json::List(items) = self { items.len() } else { 0 })
    }

    fn item(&self, index: usize) -> Result<Self, String> {
        let Json::List(items) = self else { return Ok(&Json::Null) };
        Ok(items.get(index).unwrap_or(&Json::Null))
    }

    fn keys(&self) -> Result<Vec<&'a str>, String> {
        let Json::Object(members) = self else { return Ok(Vec::new()) };
        Ok(members.iter().map(|(key, _)| key.as_ref()).collect())
    }

    fn member(&self, index: usize, _: &&'a str) -> Result<Self, String> {
        let Json::Object(members) = self else { return Ok(&Json::Null) };
        Ok(members.get(index).map_or(&Json::Null, |(_, value)| value))
    }

    fn written(&self) -> String {
        match self {
            Json::Number(number) => ryu_js::Buffer::new().format(*number).to_owned(),
            Json::Truth(truth) => truth.to_string(),
            _ => "null".to_owned(),
        }
    }
}

/// Reads a value of at most this many layers; what lies deeper is skipped.
#[derive(Clone, Copy)]
struct Layers(u8);

impl<'de> DeserializeSeed<'de> for Layers {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        if self.0 == 0 {
            return IgnoredAny::deserialize(deserializer).map(|_| Json::Null);
        }
        deserializer.deserialize_any(Layers(self.0 - 1))
    }
}

impl<'de> Visitor<'de> for Layers {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Json<'de>, E> {
        Ok(Json::Truth(truth))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number is only shown, as JavaScript would show it")]
    fn visit_u64<E>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number is only shown, as JavaScript would show it")]
    fn visit_i64<E>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number))
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(Key(key)) = object.next_key()? {
            members.push((key, object.next_value_seed(self)?));
        }
        Ok(Json::Object(members))
    }
}

/// A key, borrowed from the text where it is written without escapes.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Layers(0).read_key(deserializer)? {
            Json::Text(key) => Ok(Self(key)),
            _ => Ok(Self(Cow::Borrowed(""))),
        }
    }
}

impl Layers {
    fn read_key<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}
