//! What a browser loads when: `first`, before the first answer in one language, and `later`, when it is asked for.
//!
//! The one place that says so. It must not know what stands in the files.

/// Everything that an applicant's browser loads before the first answer in this language; the wording stands in the page.
pub(crate) fn first(language: &str) -> Vec<String> {
    let shared = ["tirkeu.css", "tirkeu.js", "precheck_bg.wasm"].map(str::to_owned);
    [format!("{language}.html")].into_iter().chain(shared).collect()
}
