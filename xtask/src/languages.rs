//! The languages there are: each is one file of the wording, whose head says how it stands among the others.
//!
//! The one place of the build that reads it. It must not know what the sentences say.

use crate::paths;
use anyhow::{Context, Result};
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// A language by its tag, with its file.
pub(crate) struct Language {
    pub(crate) tag: String,
    wording: Map<String, Value>,
}

impl Language {
    fn head(&self, id: &str) -> &str {
        self.wording.get(id).and_then(Value::as_str).unwrap_or_default()
    }

    fn place(&self) -> usize {
        self.head("language.place").parse().unwrap_or(usize::MAX)
    }

    /// Its tag, then every other that means it, in small letters; what is the tag of one of `all` means that one.
    fn tags(&self, all: &[Language]) -> String {
        let is_free = |tag: &&str| !all.iter().any(|other| other.tag.to_lowercase() == *tag);
        let others = self.head("language.tags").split_whitespace().filter(is_free);
        [&*self.tag].into_iter().chain(others).collect::<Vec<_>>().join(" ")
    }

    /// It among others to choose from, in HTML.
    fn option(&self) -> String {
        let Self { tag, .. } = self;
        format!("<option value=\"{tag}\" lang=\"{tag}\">{}</option>", self.head("language"))
    }

    /// The first sentence of what is said where nothing could be loaded: it suits a list of a host's own, too.
    fn failed(&self) -> &str {
        let said = self.head("page.fallback");
        said.find('.').and_then(|end| said.get(..=end)).unwrap_or(said)
    }
}

/// All of them, in the order in which they are offered.
pub(crate) fn all() -> Result<Vec<Language>> {
    of_folder(&paths::www().join("wording"))
}

fn of_folder(folder: &Path) -> Result<Vec<Language>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut all = entries.map(|entry| read(&entry?.path())).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|language| (language.place(), language.tag.clone()));
    Ok(all)
}

fn read(file: &Path) -> Result<Language> {
    let wrong = || format!("{} is no wording", file.display());
    let tag = file.file_stem().and_then(|name| name.to_str()).with_context(wrong)?.to_owned();
    Ok(Language { tag, wording: serde_json::from_slice(&fs::read(file)?).with_context(wrong)? })
}

/// Fills in what scripts know of the languages: the tags that mean each, and what each says where nothing could be loaded.
pub(crate) fn fill(site: &Path) -> Result<()> {
    let languages = all()?;
    let failed: Map<String, Value> =
        languages.iter().map(|language| (language.tag.clone(), language.failed().into())).collect();
    let of_lists = languages.iter().filter(|language| !language.head("roll.page.title").is_empty());
    let named = |tags: Vec<&str>| tags.into_iter().map(|tag| format!("{tag:?}")).collect::<Vec<_>>().join(", ");
    let all = languages.iter().map(|language| language.tag.as_str()).collect::<Vec<_>>();
    replace(&site.join("attributes.js"), "{{tags}}", &tags(&languages))?;
    let options: String = languages.iter().map(Language::option).collect();
    replace(&site.join("workshop.html"), "{{languages}}", &options)?;
    replace(&site.join("misread.js"), "{{languages}}", &all.join(", "))?;
    replace(&site.join("roll.js"), "\"{{lists}}\"", &named(of_lists.map(|language| language.tag.as_str()).collect()))?;
    replace(&site.join("host.js"), "\"{{failed}}\"", &Value::from(failed).to_string())
}

/// Each language by the tags that mean it, as scripts know them.
fn tags(languages: &[Language]) -> String {
    languages.iter().map(|language| language.tags(languages)).collect::<Vec<_>>().join(",")
}

fn replace(script: &Path, place: &str, with: &str) -> Result<()> {
    let text = fs::read_to_string(script).with_context(|| format!("cannot read {}", script.display()))?;
    anyhow::ensure!(text.contains(place), "{} has no place {place}", script.display());
    Ok(fs::write(script, text.replace(place, with))?)
}

#[cfg(test)]
mod tests {
    use super::{of_folder, tags};
    use std::{env, fs};

    #[test]
    fn a_language_is_known_as_soon_as_its_file_is() {
        let folder = env::temp_dir().join(format!("tirkeu-languages-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let write = |tag: &str, place: &str, others: &str| {
            let head =
                format!(r#"{{"language.place": "{place}", "language.tags": "{others}", "page.fallback": "No. Yes."}}"#);
            fs::write(folder.join(format!("{tag}.json")), head).unwrap();
        };
        write("kk", "1", "kaz kz");
        write("fa-AF", "7", "fa prs");
        write("uz", "4", "");
        write("ru", "2", "rus uz-cyrl");
        write("uz-Cyrl", "8", "");
        let languages = of_folder(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(tags(&languages), "kk kaz kz,ru rus,uz,fa-AF fa prs,uz-Cyrl", "its own tag means it");
        assert_eq!(languages[0].failed(), "No.");
    }
}
