//! The bench: what others could use instead, how soon the page answers, and how it grows; written into docs/BENCHMARKS.md.
//!
//! It builds what is measured and places what was measured; how it is measured is known in `tests/bench`.

use crate::paths;
use crate::process;
use crate::site;
use crate::tools::{self, BENCH_PACKAGES, CHROMIUM_DRIVING, TIME};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The marks around what is written; they stand in docs/BENCHMARKS.md.
const BEGIN: &str = "<!-- `cargo xtask bench` writes from here -->";
const END: &str = "<!-- `cargo xtask bench` writes until here -->";

/// Measures everything. With `quick` nothing is written: so few runs tell only whether it works.
pub(crate) fn bench(quick: bool) -> Result<()> {
    tools::ensure(&[&[BENCH_PACKAGES, TIME], CHROMIUM_DRIVING].concat())?;
    site::build()?;
    process::run(&mut process::cargo(&["build", "--release", "--package", "tirkeu", "--package", "tirkeu-bench"]))?;
    let sections = paths::target().join("bench.md");
    measure(&sections, quick)?;
    let sections = fs::read_to_string(sections)?;
    if quick {
        println!("{sections}");
        return Ok(());
    }
    write(&paths::root().join("docs/BENCHMARKS.md"), &sections)
}

fn measure(sections: &Path, quick: bool) -> Result<()> {
    let target = paths::target();
    let mut node = process::command("node");
    node.arg("tests/bench/bench.mjs").arg(sections).args(quick.then_some("--quick"));
    node.env("TIRKEU_SITE", paths::site()).env("TIRKEU_RELEASE", target.join("release"));
    process::run(node.env("TIRKEU_STAGE", target.join("bench")))
}

fn write(file: &Path, sections: &str) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let text = placed(&text, sections).with_context(|| format!("{} has no line {BEGIN}", file.display()))?;
    Ok(fs::write(file, text)?)
}

/// The text with these sections between the marks, in place of those before.
fn placed(text: &str, sections: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{}\n\n{END}{after}", sections.trim()))
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, placed};

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        let text = |inside: &str| format!("# Before\n\n{BEGIN}\n\n{inside}\n\n{END}\n\nAfter\n");
        assert_eq!(placed(&text("old"), "new\n"), Some(text("new")));
        assert_eq!(placed("without marks", "new"), None);
    }
}
