//! From a request's path to a file in the folder; never to one outside it.

use percent_encoding::percent_decode_str;
use std::path::{Component, Path, PathBuf};

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A file that is there.
    File(PathBuf),
    /// A folder asked for without its last slash, which relative addresses need: the right address.
    Folder(String),
    /// Nothing that may be served.
    Nothing,
}

/// Finds what a request's address means.
pub(crate) fn locate(url: &str, folder: &Path) -> Place {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    match relative(path) {
        Some(relative) => look(path, &relative, folder),
        None => Place::Nothing,
    }
}

fn look(path: &str, relative: &Path, folder: &Path) -> Place {
    let found = folder.join(relative);
    if found.is_file() && !path.ends_with('/') {
        return Place::File(found);
    }
    let index = found.join("index.html");
    match (index.is_file(), path.ends_with('/')) {
        (true, true) => Place::File(index),
        (true, false) => Place::Folder(format!("/{}/", path.trim_start_matches('/'))),
        (false, _) => Place::Nothing,
    }
}

/// The path inside the folder; none if any part of it is more than a plain name.
fn relative(path: &str) -> Option<PathBuf> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let relative = PathBuf::from(decoded.trim_start_matches('/'));
    let is_plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    (is_plain && !decoded.contains(['\\', '\0'])).then_some(relative)
}

#[cfg(test)]
mod tests {
    use super::{Place, locate};
    use std::path::Path;

    fn source() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))
    }

    #[test]
    fn a_file_is_found_whatever_the_query() {
        assert_eq!(locate("/main.rs?lang=kk", source()), Place::File(source().join("main.rs")));
        assert_eq!(locate("/m%61in.rs", source()), Place::File(source().join("main.rs")));
    }

    #[test]
    fn nothing_outside_the_folder_is_found() {
        for url in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/serve/../../Cargo.toml", "//etc/passwd"]
        {
            assert_eq!(locate(url, source()), Place::Nothing, "{url}");
        }
    }

    #[test]
    fn a_folder_without_an_index_is_nothing() {
        assert_eq!(locate("/serve/", source()), Place::Nothing);
        assert_eq!(locate("/serve", source()), Place::Nothing);
    }
}
