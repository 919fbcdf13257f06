//! What a browser loads when: `first`, before the first answer in one language, and `later`, when it is asked for.
//!
//! The one place that says so. It must not know what stands in the files.

/// Everything that an applicant's browser loads before the first answer in this language; the wording stands in the page.
pub(crate) fn first(language: &str) -> Vec<String> {
    let shared = ["tirkeu.css", "tirkeu.js", "precheck_bg.wasm"].map(str::to_owned);
    [format!("{language}.html")].into_iter().chain(shared).collect()
}

/// What comes behind the first question, or with the answer, in this language; nothing of it is for paper.
pub(crate) fn behind(language: &str) -> Vec<String> {
    let shared = ["behind.js", "offline.js", "answer.css", "answer.wasm", "pictures.svg"].map(str::to_owned);
    shared.into_iter().chain([format!("wording/{language}.later.txt")]).collect()
}
