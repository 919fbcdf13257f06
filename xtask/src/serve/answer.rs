//! From a request to a reply.

use super::locate::{Place, locate};
use super::media::media_type;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use tiny_http::{Header, Method, Response};

/// The policy of every page; `tests/web/site.mjs` reads the same file.
const POLICY: &str = include_str!("../../policy.txt");

type Reply = Response<Cursor<Vec<u8>>>;

/// Answers a request for something in the folder.
pub(crate) fn answer(method: &Method, url: &str, folder: &Path) -> Reply {
    if !matches!(method, Method::Get | Method::Head) {
        return refusal(405, "only GET and HEAD are answered");
    }
    match locate(url, folder) {
        Place::File(file) => content(&file),
        Place::Folder(address) => refusal(301, "moved").with_header(header("Location", &address)),
        Place::Nothing => refusal(404, "not found"),
    }
}

fn content(file: &Path) -> Reply {
    let Ok(bytes) = fs::read(file) else {
        return refusal(500, "the file cannot be read");
    };
    let media_type = media_type(file);
    let reply = plain(Response::from_data(bytes).with_chunked_threshold(usize::MAX), media_type);
    if media_type.starts_with("text/html") {
        return reply.with_header(header("Content-Security-Policy", POLICY.trim()));
    }
    reply
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
