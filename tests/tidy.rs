//! How the source is kept: what each part may know, how long a function may be, what no file may say.
//!
//! Read as plain text; the code is formatted, so an item ends where its indentation comes back. Every exception stands in a table
//! with its reason, and fails when it is no longer needed.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms, each with those it may use. They stand higher in this table: that is what keeps dependencies one way.
const ROOMS: &[(&str, &str)] = &[
    ("facts", ""),
    ("law", "facts"),
    ("decide", "facts law"),
    ("prove", "facts law decide"),
    ("wire", "facts law decide"),
    ("page", "facts law decide"),
    ("list", "facts law decide page"),
    ("browser", "facts law decide wire page list"),
    ("bin", "facts law decide prove wire page list"),
];

/// The files of the rooms that decide, each using only those before it.
const ORDER: &[(&str, &str)] = &[
    ("facts", "id truth day fact document condition application"),
    ("law", "citation outcome requirement asked edition prevailing statement step tables"),
    ("decide", "situation completion report possible together evaluate fix check appeal"),
];

/// Places that meet the outside world; every other one is the core or as pure as it.
const OUTSIDE: &[&str] = &[
    "src/wire/",
    "src/page/wording.rs",
    "src/page/pages.rs",
    "src/page/json.rs",
    "src/list/",
    "src/browser/",
    "src/bin/",
];

/// What no pure module may say, with the reason.
const IMPURE: &[(&str, &str)] = &[
    ("serde", "it knows no JSON"),
    ("wasm_bindgen", "it knows no JavaScript"),
    ("js_sys", "it knows no JavaScript"),
    ("web_sys", "it knows no browser"),
    ("std::fs", "it knows no file"),
    ("std::io", "it knows no stream"),
    ("std::env", "it knows no surroundings"),
    ("std::time", "it knows no clock"),
    ("now_utc", "it knows no clock"),
    ("HashMap", "its order must be the same every time"),
    ("HashSet", "its order must be the same every time"),
    ("unwrap()", "it cannot fail"),
    (".expect(", "it cannot fail"),
    ("panic!", "it cannot fail"),
    ("assert!", "it cannot fail"),
    ("unreachable!", "it cannot fail"),
    ("todo!", "it cannot fail"),
    ("unsafe", "it cannot fail"),
];

/// Where a pure module may say it all the same, and why.
const EVALUATED_WHILE_COMPILING: &[(&str, &str)] = &[
    ("src/facts/day.rs", "panic!"), // date(), for tables: a day that does not exist does not compile
    ("src/law/edition.rs", "assert!"), // the checks of check_law()
    ("src/law/outcome.rs", "assert!"), // what rests on too little
    ("src/facts/application.rs", "assert!"), // the answers fit in one set
    ("src/decide/report.rs", "assert!"), // the requirements fit in one set
    ("src/decide/together.rs", "assert!"), // as many places as applicants
];

/// Names that say nothing of what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "manager", "engine", "common", "misc"];

/// Files that have one of these names all the same, since it is what they are about.
const NAMED_SO: &[&str] = &["xtask/src/engine.rs"]; // browser engines

/// A function is read at a glance.
const LONGEST_FUNCTION: usize = 40;

/// Functions that may be longer: tables written as a function.
const TABLES: &[(&str, &str)] = &[
    ("tests/wording.rs", "needed"),
    // A story, told sentence by sentence.
    ("tests/read/stories.rs", "a_refugee_family_goes_to_the_police_and_asks_about_the_child_and_the_consent"),
]; // every id with the sentences it needs

/// A file of the repository: its path from the root, and its text.
struct File {
    path: String,
    text: String,
}

impl File {
    /// The room that a file under `src` stands in, and its place there: the name of its file, or of the folder that holds it.
    fn place(&self) -> Option<(&str, &str)> {
        let (room, inside) = self.path.strip_prefix("src/")?.split_once('/')?;
        let name = inside.split('/').next()?;
        Some((room, name.strip_suffix(".rs").unwrap_or(name)))
    }

    fn is_rust(&self) -> bool {
        Path::new(&self.path).extension().is_some_and(|extension| extension == "rs")
    }

    /// The lines that are not comments, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// Every text file of the repository: neither what was built nor what was fetched.
fn repository() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    walk(root, &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).ok()?;
        let path = path.strip_prefix(root).ok()?.to_string_lossy().into_owned();
        Some(File { path, text })
    };
    paths.into_iter().filter_map(read).collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("a folder of the repository can be read");
    for entry in entries.map(|entry| entry.expect("an entry").path()) {
        match (is_kept(&entry), entry.is_dir()) {
            (false, _) => {}
            (true, true) => walk(&entry, paths),
            (true, false) => paths.push(entry),
        }
    }
}

/// Folders that tools write, in the repository and in the apps of `tests/stacks`.
const BUILT: &[&str] = &[
    ".git",
    "target",
    "dist",
    "pkg",
    "node_modules",
    "built",
    ".next",
    ".nuxt",
    ".svelte-kit",
    ".parcel-cache",
    ".angular",
    ".wrangler",
];

/// Whether a file or a folder is the repository's own. What cargo builds into is marked by cargo.
fn is_kept(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let fetched = BUILT.contains(&name.as_ref()) || name.starts_with("mutants.out");
    !fetched && !path.join("CACHEDIR.TAG").exists()
}

fn rust() -> impl Iterator<Item = File> {
    repository().into_iter().filter(File::is_rust)
}

/// The files of the library and the command line, but for the contents page.
fn modules() -> impl Iterator<Item = File> {
    rust().filter(|file| file.place().is_some())
}

#[track_caller]
fn none_wrong(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n\n{}\n", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = rust().filter(|file| !file.text.starts_with("//! "));
    none_wrong(&silent.map(|file| format!("{} does not begin with //!", file.path)).collect::<Vec<_>>());
}

#[test]
fn the_list_of_modules_holds_no_logic() {
    let lists = rust().filter(|file| file.path == "src/lib.rs");
    let logic = |file: &File| file.code().any(|(_, line)| line.contains("fn ") || line.contains("impl "));
    none_wrong(&lists.filter(logic).map(|file| format!("{} holds logic", file.path)).collect::<Vec<_>>());
}

#[test]
fn pure_modules_know_nothing_of_the_outside() {
    let pure = modules().filter(|file| !OUTSIDE.iter().any(|outside| file.path.starts_with(outside)));
    none_wrong(&pure.flat_map(|file| impure(&file)).collect::<Vec<_>>());
}

fn impure(file: &File) -> Vec<String> {
    let is_allowed = |word: &str| EVALUATED_WHILE_COMPILING.contains(&(file.path.as_str(), word));
    let found = |word: &'static str| file.code().find(|(_, line)| line.contains(word)).map(|(number, _)| number);
    let wrong = |(word, why): &(&'static str, &str)| match (found(word), is_allowed(word)) {
        (Some(line), false) => Some(format!("{}:{line} says {word}, but {why}", file.path)),
        (None, true) => Some(format!("{} no longer says {word}: strike the exception", file.path)),
        _ => None,
    };
    IMPURE.iter().filter_map(wrong).collect()
}

#[test]
fn every_room_has_its_place_in_the_order() {
    let listed: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    let files: Vec<File> = modules().collect();
    let there: BTreeSet<&str> = files.iter().filter_map(|file| Some(file.place()?.0)).collect();
    assert_eq!(there, listed, "the rooms there are, and those in the table");
    let outside = rust().filter(|file| file.path.starts_with("src/") && file.place().is_none());
    assert_eq!(outside.map(|file| file.path).collect::<Vec<_>>(), ["src/lib.rs"], "nothing stands beside the rooms");
}

#[test]
fn the_order_goes_one_way() {
    let place = |room: &str| ROOMS.iter().position(|(listed, _)| *listed == room);
    let wrong = ROOMS.iter().flat_map(|(room, may_use)| {
        let uses = may_use.split_whitespace().filter(|used| place(used) >= place(room));
        uses.map(move |used| format!("{room} may use {used}, which does not stand above it"))
    });
    none_wrong(&wrong.collect::<Vec<_>>());
}

#[test]
fn rooms_use_only_what_they_may() {
    let shown = shown_at_the_root();
    let may_use = |room: &str, other: &str| {
        let row = ROOMS.iter().find(|(listed, _)| *listed == room);
        room == other || row.is_some_and(|(_, may_use)| may_use.split_whitespace().any(|allowed| allowed == other))
    };
    let wrong = modules().flat_map(|file| {
        let room = file.place().map(|(room, _)| room.to_owned()).unwrap_or_default();
        let others = uses(&file, &shown).into_iter().filter(|(other, _)| !may_use(&room, other));
        others.map(|(other, _)| format!("{} uses {other}", file.path)).collect::<Vec<_>>()
    });
    none_wrong(&wrong.collect::<Vec<_>>());
}

#[test]
fn what_decides_uses_only_what_stands_before_it() {
    let shown = shown_at_the_root();
    let mut wrong = Vec::new();
    for file in modules() {
        let Some((room, name)) = file.place().filter(|(_, name)| *name != "mod") else { continue };
        let Some((_, order)) = ORDER.iter().find(|(listed, _)| *listed == room) else { continue };
        let place = |name: &str| order.split_whitespace().position(|listed| listed == name);
        let inside = uses(&file, &shown).into_iter().filter(|(other, used)| other == room && used != name);
        wrong.extend(
            inside.filter(|(_, used)| place(used) >= place(name)).map(|(_, used)| format!("{} uses {used}", file.path)),
        );
        wrong.extend(place(name).is_none().then(|| format!("{} is not in the order", file.path)));
    }
    none_wrong(&wrong);
}

/// The room and file that each name at the root comes from.
fn shown_at_the_root() -> BTreeMap<String, (String, String)> {
    let list = rust().find(|file| file.path == "src/lib.rs").map(|file| file.text).unwrap_or_default();
    let mut shown = BTreeMap::new();
    for line in list.split("pub use ").skip(1).filter_map(|line| line.split(';').next()) {
        let mut parts = line.splitn(3, "::");
        let (Some(room), Some(file), Some(names)) = (parts.next(), parts.next(), parts.next()) else { continue };
        for name in names.split(|letter: char| !is_of_a_name(letter)).filter(|name| !name.is_empty()) {
            shown.insert(name.to_owned(), (room.to_owned(), file.to_owned()));
        }
    }
    shown
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Each room and file that a file names as `crate::ROOM::FILE`, the command line as `tirkeu::ROOM::FILE`, or by what the root shows of it.
fn uses(file: &File, shown: &BTreeMap<String, (String, String)>) -> BTreeSet<(String, String)> {
    let prefix = if file.path.starts_with("src/bin/") { "tirkeu::" } else { "crate::" };
    let named = file.code().flat_map(|(_, line)| line.split(prefix).skip(1).filter(|rest| !rest.starts_with('{')));
    named
        .map(|rest| {
            let mut path = rest.split(|letter: char| !is_of_a_name(letter)).filter(|name| !name.is_empty());
            let (room, name) = (path.next().unwrap_or_default(), path.next().unwrap_or_default());
            shown.get(room).cloned().unwrap_or_else(|| (room.to_owned(), name.to_owned()))
        })
        .collect()
}

#[test]
fn modules_name_each_other_from_the_root() {
    let wrong = modules().flat_map(|file| {
        let lines = file.code().filter(|(_, line)| line.contains("super::super"));
        lines
            .map(|(number, _)| format!("{}:{number} climbs; crate::… would say where to", file.path))
            .collect::<Vec<_>>()
    });
    none_wrong(&wrong.collect::<Vec<_>>());
}

#[test]
fn names_say_what_is_inside() {
    let is_empty = |file: &File| {
        let stem = Path::new(&file.path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        EMPTY_NAMES.contains(&stem.as_str()) && !NAMED_SO.contains(&file.path.as_str())
    };
    none_wrong(&repository().into_iter().filter(is_empty).map(|file| file.path).collect::<Vec<_>>());
}

/// Each function in a file: its name, the line on which it begins and how many lines it has.
fn functions(file: &File) -> Vec<(String, usize, usize)> {
    let lines: Vec<&str> = file.text.lines().collect();
    let named = file.code().filter_map(|(number, line)| Some((function_name(line)?, number)));
    named.map(|(name, number)| (name, number, length(&lines, number - 1))).collect()
}

fn function_name(line: &str) -> Option<String> {
    let (before, after) = line.split_once("fn ")?;
    let is_head = before.split_whitespace().all(|word| {
        word.starts_with("pub") || word.ends_with(')') || ["const", "async", "extern", "unsafe"].contains(&word)
    });
    let name: String = after.chars().take_while(|letter| is_of_a_name(*letter)).collect();
    (is_head && !name.is_empty()).then_some(name)
}

/// How many lines the item has that begins on this line: until its indentation comes back.
fn length(lines: &[&str], start: usize) -> usize {
    let first = lines[start];
    if first.ends_with('}') || first.ends_with(';') {
        return 1;
    }
    let indent = &first[..first.len() - first.trim_start().len()];
    let ends = |line: &&str| {
        let rest = line.strip_prefix(indent).unwrap_or_default();
        rest == "}" || rest.starts_with(')') && rest.ends_with(';')
    };
    lines[start..].iter().position(ends).map_or(lines.len() - start, |last| last + 1)
}

#[test]
fn functions_are_read_at_a_glance() {
    let mut tables: BTreeSet<(&str, &str)> = TABLES.iter().copied().collect();
    let mut wrong = Vec::new();
    for file in rust() {
        for (name, line, length) in functions(&file).into_iter().filter(|(.., length)| *length > LONGEST_FUNCTION) {
            let table = TABLES.iter().find(|table| **table == (file.path.as_str(), name.as_str()));
            if table.is_none_or(|table| !tables.remove(table)) {
                wrong.push(format!("{}:{line} {name} has {length} lines", file.path));
            }
        }
    }
    wrong.extend(tables.iter().map(|(path, name)| format!("{path} {name} is short now: strike the exception")));
    none_wrong(&wrong);
}

#[test]
fn a_function_ends_where_its_indentation_comes_back() {
    let text = "    pub(crate) fn f(\n        a: u8,\n    ) -> u8 {\n        if a {\n        }\n    }\nfn g() {}\n";
    let file = File { path: String::new(), text: text.to_owned() };
    assert_eq!(functions(&file), [("f".to_owned(), 1, 6), ("g".to_owned(), 7, 1)]);
}

/// What no file says: folders of one machine, and who wrote it with what. Put together here so that this file does not say it.
fn unsaid() -> Vec<String> {
    let folders = ["work", "root", "home", "tmp", "Users"].map(|folder| format!("/{folder}/"));
    let makers = ["clau|de", "anthro|pic", "open|ai", "chat|gpt", "co|pilot", "language| model", "sub|agent"];
    let sittings = ["this", "another", "my", "a previous", "earlier"].map(|whose| format!("{whose} {}", "ses|sion"));
    let helpers = ["an", "the", "another", "coding", "ai"].map(|which| format!(" {which} {}", "ag|ent"));
    let words = makers.map(str::to_owned).into_iter().chain(sittings).chain(helpers).map(|word| word.replace('|', ""));
    folders.into_iter().chain(words).collect()
}

#[test]
fn no_file_tells_of_its_making() {
    let unsaid = unsaid();
    let wrong = repository().into_iter().flat_map(|file| {
        let lines = file.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        let told = lines.filter_map(|(number, line)| Some((number, what_is_told(&unsaid, line)?)));
        told.map(|(number, word)| format!("{}:{number} says \"{word}\"", file.path)).collect::<Vec<_>>()
    });
    none_wrong(&wrong.collect::<Vec<_>>());
}

/// A folder counts at the beginning of a path only: inside an address it is somebody else's.
fn what_is_told<'a>(unsaid: &'a [String], line: &str) -> Option<&'a str> {
    let in_small = line.to_lowercase();
    let begins =
        |place: usize| !line[..place].ends_with(|before: char| before.is_alphanumeric() || "-._~".contains(before));
    let told = unsaid.iter().find(|word| match word.strip_prefix('/') {
        Some(_) => line.match_indices(word.as_str()).any(|(place, _)| begins(place)),
        None => in_small.contains(word.as_str()),
    });
    told.map(String::as_str)
}

/// The folders at the top that a text for readers names files in.
const NAMED_FROM: &[&str] = &["src/", "tests/", "www/", "docs/", "xtask/", "examples/", "npm/", "fuzz/", ".cargo/"];

#[test]
fn texts_name_only_files_that_are_there() {
    let texts =
        repository().into_iter().filter(|file| Path::new(&file.path).extension().is_some_and(|end| end == "md"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let wrong = texts.flat_map(|file| {
        let named = file.text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        let paths = named.into_iter().filter(|path| NAMED_FROM.iter().any(|folder| path.starts_with(folder)));
        let plain = paths.filter(|path| !path.contains([' ', '*', '…', 'X']) && !path.contains("node_modules"));
        let gone = plain.filter(|path| !root.join(path).exists());
        gone.map(|path| format!("{} names {path}, which is not there", file.path)).collect::<Vec<_>>()
    });
    none_wrong(&wrong.collect::<Vec<_>>());
}

/// The names on a list of dependencies: lines such as `serde = …` in Cargo.toml, `"vite": …` in package.json.
fn dependencies(file: &File) -> Vec<String> {
    let mut is_list = false;
    let mut names = Vec::new();
    for line in file.text.lines() {
        let trimmed = line.trim().trim_start_matches('"');
        if line.starts_with('[') || trimmed.ends_with('{') || trimmed.starts_with('}') {
            is_list = line.to_lowercase().contains("dependencies");
        } else if let Some(end) = trimmed.find([' ', '"', ':']).filter(|_| is_list && !trimmed.starts_with('#')) {
            names.extend(trimmed.get(..end).map(str::to_owned));
        }
    }
    names
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let files = repository();
    let is_list = |file: &&File| ["Cargo.toml", "package.json"].iter().any(|name| file.path.ends_with(name));
    let told =
        files.iter().find(|file| file.path == "ARCHITECTURE.md").map(|file| file.text.as_str()).unwrap_or_default();
    let all: BTreeSet<String> = files.iter().filter(is_list).flat_map(dependencies).collect();
    assert!(all.contains("wasm-bindgen") && all.contains("axe-core") && all.contains("divan"), "{all:?}");
    let silent = all.iter().filter(|name| *name != "tirkeu" && !told.contains(&format!("`{name}`")));
    none_wrong(&silent.map(|name| format!("ARCHITECTURE.md does not say what {name} is for")).collect::<Vec<_>>());
}

#[test]
fn the_native_build_holds_nothing_of_the_browser() {
    let tree = cargo(&["tree", "--edges", "normal", "--package", "tirkeu", "--target", &host(), "--prefix", "none"]);
    assert!(tree.starts_with("tirkeu "), "{tree}");
    let browsers = ["wasm-bindgen", "js-sys", "web-sys", "console_error_panic_hook"];
    let found = tree.lines().filter(|line| browsers.iter().any(|name| line.contains(name)));
    none_wrong(&found.map(str::to_owned).collect::<Vec<_>>());
}

/// What a native crate gets that depends on the library: alone, and with JSON.
const BARE: &[&str] = &["serde", "serde_core", "time", "deranged", "num-conv", "powerfmt", "time-core"];
const WITH_JSON: &[&str] = &["serde_json", "itoa", "memchr", "ryu-js", "zmij"];

#[test]
fn the_library_alone_brings_nothing_that_is_not_listed() {
    assert_eq!(brought(&[]), BARE.iter().map(|name| (*name).to_owned()).collect());
    let json = brought(&["--features", "json"]);
    assert_eq!(json, BARE.iter().chain(WITH_JSON).map(|name| (*name).to_owned()).collect());
}

/// The crates below the library with these features and no others, natively.
fn brought(features: &[&str]) -> BTreeSet<String> {
    let host = host();
    let tree = ["tree", "--edges", "normal,build", "--package", "tirkeu", "--target", &host, "--prefix", "none"];
    let tree = cargo(&[&tree[..], &["--no-default-features"], features].concat());
    let names = tree.lines().skip(1).filter_map(|line| line.split(' ').next());
    names.map(str::to_owned).collect()
}

/// Every file that the code reads while it is compiled goes along when the crate is packed.
#[test]
fn the_packed_crate_holds_what_it_is_compiled_from() {
    let packed = cargo(&["package", "--list", "--allow-dirty", "--package", "tirkeu"]);
    let packed: BTreeSet<&str> = packed.lines().collect();
    let read = |file: &File| {
        let folder = Path::new(&file.path).parent().unwrap_or(Path::new("")).to_owned();
        let named = file.text.split("include_str!(\"").skip(1).filter_map(|rest| rest.split('"').next());
        let scripts = file.text.split("module = \"/").skip(1).filter_map(|rest| rest.split('"').next());
        let named = named.map(|path| folder.join(path)).collect::<Vec<_>>();
        named.into_iter().chain(scripts.map(PathBuf::from)).collect::<Vec<_>>()
    };
    let needed: Vec<String> = modules().flat_map(|file| read(&file)).map(|path| plain_path(&path)).collect();
    assert!(needed.len() > 5, "{needed:?}");
    let missing = needed.into_iter().filter(|path| !packed.contains(path.as_str()));
    none_wrong(&missing.map(|path| format!("{path} is not packed")).collect::<Vec<_>>());
}

/// A path without steps up.
fn plain_path(path: &Path) -> String {
    let mut parts = Vec::new();
    for part in path.to_string_lossy().split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part.to_owned());
        }
    }
    parts.join("/")
}

fn cargo(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO"));
    output(command.args(arguments).args(["--offline", "--locked"]).current_dir(env!("CARGO_MANIFEST_DIR")))
}

/// The platform that this test runs on.
fn host() -> String {
    let told = output(Command::new("rustc").arg("-vV"));
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc tells the host").to_owned()
}

#[track_caller]
fn output(command: &mut Command) -> String {
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
