//! A folder served over HTTP on this machine, under the policy that a strict portal would set, and compressed as it would be.
//!
//! It is for developers and tests; it must not know how the folder came to be.

mod answer;
mod locate;
mod media;

use answer::{Asked, Packed, answer};
use anyhow::{Result, anyhow};
use std::path::Path;
use tiny_http::{Request, Server};

/// Serves until the process ends; prints the address as soon as it listens.
pub(crate) fn serve(folder: &Path, port: u16) -> Result<()> {
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("cannot listen on port {port} ({error}); choose another: --port"))?;
    println!("http://{}/", server.server_addr());
    let mut packed = Packed::new();
    for request in server.incoming_requests() {
        handle(request, folder, &mut packed);
    }
    Ok(())
}

/// Someone who hangs up early is not a reason to stop.
fn handle(request: Request, folder: &Path, packed: &mut Packed) {
    let said = |name: &'static str| {
        request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
    };
    let asked = Asked {
        method: request.method(),
        url: request.url(),
        takes_brotli: said("Accept-Encoding").is_some_and(|ways| ways.split(", ").any(|way| way == "br")),
        has: said("If-None-Match"),
    };
    let reply = answer(&asked, folder, packed);
    if let Err(error) = request.respond(reply) {
        eprintln!("a reply was not taken: {error}");
    }
}
