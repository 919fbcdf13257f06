//! Names every file of `www/wording` to the compiler, so that a language is there as soon as its file is.
//!
//! It must not know what stands in the files.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("www/wording");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    files.sort();
    let named = files.iter().map(|file| {
        let tag = file.file_stem().unwrap_or_default().to_string_lossy();
        format!("    ({tag:?}, include_str!({:?})),\n", file.to_string_lossy())
    });
    let table = format!("&[\n{}]\n", named.collect::<String>());
    fs::write(Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("wording.rs"), table)
}
