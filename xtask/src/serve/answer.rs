//! From a request to a reply.

use super::locate::{Place, locate};
use super::media::media_type;
use crate::compress::brotli;
use crate::hash::sha256;
use std::collections::HashMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use tiny_http::{Header, Method, Response};

/// The policy of every page; `tests/web/site.mjs` reads the same file.
const POLICY: &str = include_str!("../../policy.txt");

type Reply = Response<Cursor<Vec<u8>>>;

/// What matters of a request.
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a Method,
    pub(crate) url: &'a str,
    /// Whether the reply may be compressed with brotli.
    pub(crate) takes_brotli: bool,
    /// The version that whoever asks has already.
    pub(crate) has: Option<&'a str>,
}

/// What was compressed before, by its version.
pub(crate) type Packed = HashMap<String, Vec<u8>>;

/// Answers a request for something in the folder.
pub(crate) fn answer(asked: &Asked, folder: &Path, packed: &mut Packed) -> Reply {
    if !matches!(asked.method, Method::Get | Method::Head) {
        return refusal(405, "only GET and HEAD are answered");
    }
    match locate(asked.url, folder) {
        Place::File(file) => content(asked, &file, packed),
        Place::Folder(address) => refusal(301, "moved").with_header(header("Location", &address)),
        Place::Nothing => refusal(404, "not found"),
    }
}

fn content(asked: &Asked, file: &Path, packed: &mut Packed) -> Reply {
    let Ok(bytes) = fs::read(file) else {
        return refusal(500, "the file cannot be read");
    };
    let version = format!("\"{}\"", &sha256(&bytes)[..16]);
    let media_type = media_type(file);
    let reply = if asked.has == Some(&version) {
        Response::from_data([]).with_status_code(304)
    } else if asked.takes_brotli {
        compressed(bytes, &version, packed)
    } else {
        Response::from_data(bytes)
    };
    let reply = plain(reply.with_chunked_threshold(usize::MAX), media_type)
        .with_header(header("ETag", &version))
        .with_header(header("Vary", "Accept-Encoding"));
    if media_type.starts_with("text/html") {
        return reply.with_header(header("Content-Security-Policy", POLICY.trim()));
    }
    reply
}

/// Each file once: it takes a while.
fn compressed(bytes: Vec<u8>, version: &str, packed: &mut Packed) -> Reply {
    let smaller = packed.entry(version.to_owned()).or_insert_with(|| brotli(&bytes).unwrap_or_default());
    if smaller.is_empty() || smaller.len() >= bytes.len() {
        return Response::from_data(bytes);
    }
    Response::from_data(smaller.clone()).with_header(header("Content-Encoding", "br"))
}

fn refusal(status: u16, why: &str) -> Reply {
    let reply = Response::from_string(why).with_status_code(status);
    plain(reply, "text/plain; charset=utf-8")
}

/// What every reply says: its type, that the type is not to be guessed, and that it may be old.
fn plain(reply: Reply, media_type: &str) -> Reply {
    reply
        .with_header(header("Content-Type", media_type))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Cache-Control", "no-cache"))
}

/// Names and values are this program's own, or a path that was found; one that HTTP cannot carry is
/// a mistake in them.
fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| panic!("not a header: {name}: {value}"))
}

#[cfg(test)]
mod tests {
    use super::{Asked, Packed, Reply, answer};
    use crate::paths;
    use tiny_http::Method;

    const ASKED: Asked<'_> = Asked { method: &Method::Get, url: "/tirkeu.js", takes_brotli: false, has: None };

    fn ask(asked: &Asked) -> Reply {
        answer(asked, &paths::www(), &mut Packed::new())
    }

    fn said(reply: &Reply, name: &'static str) -> Option<String> {
        reply.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.to_string())
    }

    #[test]
    fn is_compressed_for_whoever_takes_it() {
        let (as_it_is, smaller) = (ask(&ASKED), ask(&Asked { takes_brotli: true, ..ASKED }));
        assert_eq!(
            (said(&as_it_is, "Content-Encoding"), said(&smaller, "Content-Encoding")),
            (None, Some("br".into()))
        );
        assert!(smaller.data_length() < as_it_is.data_length().map(|length| length / 2));
        assert_eq!(said(&as_it_is, "ETag"), said(&smaller, "ETag"));
    }

    #[test]
    fn is_not_sent_again_to_whoever_has_it() {
        let version = said(&ask(&ASKED), "ETag").expect("a version");
        let again = ask(&Asked { has: Some(&version), ..ASKED });
        assert_eq!((again.status_code().0, again.data_length()), (304, Some(0)));
        assert_eq!(ask(&Asked { has: Some("\"another\""), ..ASKED }).status_code().0, 200);
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert_eq!(ask(&Asked { url: "/nothing.js", ..ASKED }).status_code().0, 404);
        assert_eq!(ask(&Asked { method: &Method::Post, ..ASKED }).status_code().0, 405);
    }
}
