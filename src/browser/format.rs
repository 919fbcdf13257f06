//! Dates as the applicant's language writes them, by the browser's own `Intl`.

use std::cell::RefCell;

use js_sys::{Array, Date as JsDate, Intl, Object, Reflect};
use time::Date;
use wasm_bindgen::JsValue;

use crate::words::Words;

/// The wording that an object of ids and sentences holds; each sentence is read when it is wanted.
pub(super) fn words(language: &str, wording: &Object) -> Words {
    let words = Words::new(language, sentences(wording));
    // Days are written as Kazakhstan writes them, the day before the month.
    let locale = if language == "en" { "en-GB" } else { language };
    let long = date_format(locale, &[("dateStyle", "long")]);
    if knows(&long) {
        words.formatted(long)
    } else {
        let numeric = date_format("ru", &[("day", "2-digit"), ("month", "2-digit"), ("year", "numeric")]);
        words.formatted(numeric)
    }
}

/// The sentences of an object, each carried over from JavaScript once: with many people one is wanted hundreds of times. What is not
/// there is asked for again, since more of the wording may come later.
fn sentences(wording: &Object) -> impl Fn(&str) -> Option<String> + 'static {
    let wording = wording.clone();
    let known: RefCell<Vec<(String, String)>> = RefCell::default();
    move |id| {
        let mut known = known.borrow_mut();
        match known.binary_search_by(|(other, _)| other.as_str().cmp(id)) {
            Ok(place) => known.get(place).map(|(_, sentence)| sentence.clone()),
            Err(place) => {
                let sentence = Reflect::get(&wording, &id.into()).ok()?.as_string()?;
                known.insert(place, (id.to_owned(), sentence.clone()));
                Some(sentence)
            }
        }
    }
}

/// Some browsers take Kazakh for a known locale and have none of its words: they write "2026 M11 23".
fn knows(long: &impl Fn(Date) -> String) -> bool {
    !long(crate::day::date(2026, 11, 23)).contains("M11")
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn date_format(locale: &str, style: &[(&str, &str)]) -> impl Fn(Date) -> String + 'static {
    let options = options(style);
    let _ = Reflect::set(&options, &"timeZone".into(), &"UTC".into());
    let format = Intl::DateTimeFormat::new(&Array::of1(&locale.into()), &options).format();
    move |day| {
        let milliseconds = f64::from(crate::day::days_between(crate::day::date(1970, 1, 1), day)) * 86_400_000.0;
        let written = format.call1(&JsValue::UNDEFINED, &JsDate::new(&milliseconds.into()));
        written.ok().and_then(|written| written.as_string()).unwrap_or_else(|| crate::day::write_date(day))
    }
}
