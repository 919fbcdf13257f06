//! A folder served over HTTP on this machine, under the policy that a strict portal would set.
//!
//! It is for developers and tests; it must not know how the folder came to be.

mod answer;
mod locate;
mod media;

use anyhow::{Result, anyhow};
use std::path::Path;
use tiny_http::{Request, Server};

/// Serves until the process ends; prints the address as soon as it listens.
pub(crate) fn serve(folder: &Path, port: u16) -> Result<()> {
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("cannot listen on port {port} ({error}); choose another: --port"))?;
    println!("http://{}/", server.server_addr());
    for request in server.incoming_requests() {
        handle(request, folder);
    }
    Ok(())
}

/// Someone who hangs up early is not a reason to stop.
fn handle(request: Request, folder: &Path) {
    let reply = answer::answer(request.method(), request.url(), folder);
    if let Err(error) = request.respond(reply) {
        eprintln!("a reply was not taken: {error}");
    }
}
