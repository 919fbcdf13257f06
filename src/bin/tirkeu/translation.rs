//! What is missing in which language, and what has changed since it was translated; for translators.
//!
//! It must not know what a sentence says.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use tirkeu::page::wording::{Language, Languages};

use crate::{input, output};

/// Begins, in a translation's file, what each sentence was translated from; it stands last.
const SOURCES: &str = "\n\n  \"language.sources\": {";

/// Every language of a folder, as it stands there now. What else lies there, such as what an editor or a system leaves behind, is none.
fn read(folder: &Path) -> Result<Languages> {
    let mut languages = Languages::none();
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    for path in entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()? {
        let tag = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_language = path.extension().is_some_and(|ending| ending == "json") && !tag.starts_with('.');
        if is_language && path.is_file() {
            let language = Language::read(&tag, &input::text(&path)?);
            languages = languages.with(language.map_err(|wrong| anyhow!("{}: {wrong}", path.display()))?);
        }
    }
    Ok(languages)
}

/// How every language stands, a line for each fault.
pub(crate) fn report(folder: &Path) -> Result<String> {
    let languages = read(folder)?;
    let mut report = Vec::new();
    for language in languages.iter() {
        let faults = languages.faults(&language.tag);
        let state = if language.is_original() {
            "an original".to_owned()
        } else if languages.is_draft(&language.tag) {
            format!("a draft; to be signed with {}", language.digest())
        } else {
            format!("signed: {}", language.head("language.signed"))
        };
        report.push(format!("{}: {state}\n", language.tag));
        let is_new = !language.is_original() && language.sources.is_empty();
        if is_new {
            report.push(format!("  not settled yet: tirkeu wording --settle {}\n", language.tag));
        }
        let changed = if is_new { Vec::new() } else { faults.stale };
        for (fault, ids) in [("missing", faults.missing), ("left over", faults.left_over), ("stale", changed)] {
            report.extend(ids.iter().map(|id| format!("  {fault}: {id}\n")));
        }
    }
    Ok(report.concat())
}

/// Writes into a translation's file that each of its sentences, or those with these ids, is of the source as it stands now.
pub(crate) fn settle(folder: &Path, tag: &str, ids: &[String]) -> Result<()> {
    let languages = read(folder)?;
    let language = languages.get(tag).with_context(|| format!("there is no {tag}.json in {}", folder.display()))?;
    let now = languages.digests();
    let before = &language.sources;
    if let Some(unknown) = ids.iter().find(|id| !language.sentences.contains_key(*id)) {
        bail!("{tag}.json has no sentence {unknown}");
    }
    let settled = language.sentences.keys().filter_map(|id| {
        let is_now = ids.is_empty() || ids.contains(id);
        let digest = if is_now { now.get(id) } else { before.get(id) };
        digest.map(|digest| format!("\n    \"{id}\": \"{digest}\""))
    });
    let settled = settled.collect::<Vec<_>>().join(",");
    let file = folder.join(format!("{tag}.json"));
    let text = input::text(&file)?;
    let (sentences, before) = text.split_once(SOURCES).unwrap_or((&text, "}"));
    ensure!(
        before
            .split_once('}')
            .is_some_and(|(_, end)| end.trim_matches(|end: char| end == '}' || end.is_whitespace()).is_empty()),
        "{tag}.json: sentences stand behind language.sources; it would be right as the last"
    );
    let sentences = sentences.trim_end().trim_end_matches('}').trim_end();
    let sentences = sentences.trim_end_matches(',');
    output::file(&file, &format!("{sentences},{SOURCES}{settled}\n  }}\n}}\n"))
}
