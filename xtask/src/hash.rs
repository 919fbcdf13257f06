//! What a file is known by: its SHA-256.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The digest of some bytes, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::sha256;

    #[test]
    fn nothing_has_a_well_known_digest() {
        assert!(sha256(b"").starts_with("e3b0c44298fc1c14"));
    }
}
