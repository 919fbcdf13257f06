//! The bench: what others could use instead, how soon the page answers, how it grows, and a whole list; written into docs/BENCHMARKS.md.
//!
//! It builds what is measured and places what was measured; how it is measured is known in `tests/bench`.

use crate::paths;
use crate::process;
use crate::site;
use crate::tools::{self, BENCH_PACKAGES, CHROMIUM_DRIVING, FIREFOX_DRIVING, TIME, Tool, WEBKIT_DRIVING};
use anyhow::{Context, Result};
use clap::ValueEnum;
use std::fs;
use std::path::Path;

/// What can be measured by itself.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The rules: beside others, the first verdict, growth
    Rules,
    /// A whole list, in every engine and natively
    List,
}

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::List => "list",
        }
    }

    /// The marks around what is written; they stand in docs/BENCHMARKS.md.
    fn marks(self) -> [String; 2] {
        let command = match self {
            Self::Rules => "cargo xtask bench",
            Self::List => "cargo xtask bench --only list",
        };
        ["from", "until"].map(|end| format!("<!-- `{command}` writes {end} here -->"))
    }

    fn tools(self) -> Vec<Tool> {
        let engines: &[&[Tool]] = match self {
            Self::Rules => &[CHROMIUM_DRIVING],
            Self::List => &[CHROMIUM_DRIVING, FIREFOX_DRIVING, WEBKIT_DRIVING],
        };
        [&[BENCH_PACKAGES, TIME], engines.concat().as_slice()].concat()
    }
}

/// Measures one part, or each. With `quick` nothing is written: so few runs tell only whether it works.
pub(crate) fn bench(quick: bool, only: Option<Part>) -> Result<()> {
    let all = Part::value_variants().iter().copied();
    let parts: Vec<Part> = all.filter(|part| only.is_none_or(|only| only == *part)).collect();
    tools::ensure(&parts.iter().flat_map(|part| part.tools()).collect::<Vec<_>>())?;
    site::build()?;
    process::run(&mut process::cargo(&["build", "--release", "--package", "tirkeu", "--package", "tirkeu-bench"]))?;
    parts.into_iter().try_for_each(|part| bench_part(part, quick))
}

fn bench_part(part: Part, quick: bool) -> Result<()> {
    let sections = paths::target().join("bench.md");
    measure(part, &sections, quick)?;
    let sections = fs::read_to_string(sections)?;
    if quick {
        println!("{sections}");
        return Ok(());
    }
    write(part, &paths::root().join("docs/BENCHMARKS.md"), &sections)
}

fn measure(part: Part, sections: &Path, quick: bool) -> Result<()> {
    let target = paths::target();
    let mut node = process::command("node");
    node.arg("tests/bench/bench.mjs").arg(sections).args(["--only", part.name()]).args(quick.then_some("--quick"));
    node.env("TIRKEU_SITE", paths::site())
        .env("TIRKEU_BUNDLED", paths::bundled())
        .env("TIRKEU_RELEASE", target.join("release"));
    node.env("PATH", process::path_with(&tools::folders(&part.tools()))?);
    process::run(node.env("TIRKEU_STAGE", target.join("bench")))
}

fn write(part: Part, file: &Path, sections: &str) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let [begin, end] = part.marks();
    let text =
        placed(&text, &begin, &end, sections).with_context(|| format!("{} has no line {begin}", file.display()))?;
    Ok(fs::write(file, text)?)
}

/// The text with these sections between the marks, in place of those before.
fn placed(text: &str, begin: &str, end: &str, sections: &str) -> Option<String> {
    let (before, rest) = text.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}\n\n{}\n\n{end}{after}", sections.trim()))
}

#[cfg(test)]
mod tests {
    use super::{Part, placed};
    use clap::ValueEnum;

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        for part in Part::value_variants() {
            let [begin, end] = part.marks();
            let text = |inside: &str| format!("# Before\n\n{begin}\n\n{inside}\n\n{end}\n\nAfter\n");
            assert_eq!(placed(&text("old"), &begin, &end, "new\n"), Some(text("new")));
            assert_eq!(placed("without marks", &begin, &end, "new"), None);
        }
    }
}
