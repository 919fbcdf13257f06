//! Dates and lists as the applicant's language writes them, by the browser's own `Intl`.

use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use time::Date;
use wasm_bindgen::{JsCast, JsValue};

use crate::words::Words;

/// The wording that an object of ids and sentences holds; each sentence is read when it is wanted.
pub(super) fn words(language: &str, wording: &Object) -> Words {
    let (wording, locales) = (wording.clone(), Array::of1(&language.into()));
    let find = move |id: &str| Reflect::get(&wording, &id.into()).ok()?.as_string();
    Words::new(language, find).formatted(date_writer(&locales), list_joiner(&locales))
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn date_writer(locales: &Array) -> impl Fn(Date) -> String + 'static {
    let options = options(&[("dateStyle", "long"), ("timeZone", "UTC")]);
    let format = Intl::DateTimeFormat::new(locales, &options).format();
    move |day| {
        let milliseconds = f64::from(crate::day::days_between(crate::day::date(1970, 1, 1), day)) * 86_400_000.0;
        let written = format.call1(&JsValue::UNDEFINED, &JsDate::new(&milliseconds.into()));
        written.ok().and_then(|written| written.as_string()).unwrap_or_else(|| crate::day::write_date(day))
    }
}

/// `Intl.ListFormat` joins; where a browser lacks it, commas do.
fn list_joiner(locales: &Array) -> impl Fn(&[String]) -> String + 'static {
    let formatter = list_format(locales);
    move |parts| {
        let joined = formatter.as_ref().and_then(|(formatter, format)| {
            let list: Array = parts.iter().map(|part| JsValue::from(part.as_str())).collect();
            format.call1(formatter, &list).ok()?.as_string()
        });
        joined.unwrap_or_else(|| parts.join(", "))
    }
}

fn list_format(locales: &Array) -> Option<(JsValue, Function)> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"ListFormat".into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(locales, &options(&[("type", "unit"), ("style", "long")]));
    let formatter = Reflect::construct(&constructor, &arguments).ok()?;
    let format = Reflect::get(&formatter, &"format".into()).ok()?.dyn_into().ok()?;
    Some((formatter, format))
}
