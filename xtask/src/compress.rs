//! Files as a server sends them: as small as they get, and the same bytes every time.

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// With brotli, at its highest quality.
pub(crate) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let how =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut out, &how)?;
    Ok(out)
}

/// With gzip, without a name or a time in it.
pub(crate) fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
