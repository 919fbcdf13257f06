//! One module in three files: what the first question needs; what is written once there are answers, which comes right behind it; and
//! what is written on paper, which comes with the first sheet.
//!
//! All work on one memory: each file asks those before it for all that it does not hold, and the first calls the others through the
//! element's script. It must not know what the functions do.

use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{
    Data, Element, ElementItems, Export, ExportItem, Function, FunctionId, FunctionKind, Global, GlobalKind, Import,
    ImportKind, ImportedFunction, Memory, Module, Table,
};

/// A file behind the first: it is entered through these functions alone, each `#[inline(never)]`, and has with each all that nothing before
/// it calls.
struct Part {
    file: &'static str,
    entries: &'static [&'static str],
}

/// In the order in which they come.
const PARTS: [Part; 2] = [
    Part { file: "answer.wasm", entries: &["view::answer::write_answer"] },
    Part {
        file: "paper.wasm",
        entries: &[
            "page::iin::fits_field",
            "view::appeal::appeal",
            "view::appeal::complaint",
            "view::consent::consent_form",
            "view::sheets::owner_sheet",
            "view::sheets::visit_sheet",
        ],
    },
];

/// Files of the view that are entered so only: what is called by its place in a table is of the last part, too, if it is theirs.
const FILES: &[&str] = &["view::appeal::", "view::consent::", "view::sheets::"];

/// Whom a file asks for functions of those behind the first (`precheck.js` says what that gives), and for what is in the first.
const BEHIND: &str = "b";
const FIRST: &str = "c";

/// A thing that one module asks of the other, by its kind and its place, which it has in both before they are parted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Asked {
    Function(usize),
    Memory(usize),
    Table(usize),
    Global(usize),
}

impl Asked {
    /// A name that no other has: those that the optimiser gives begin with a letter.
    fn name(self) -> String {
        match self {
            Self::Function(place) => format!("{place}f"),
            Self::Memory(place) => format!("{place}m"),
            Self::Table(place) => format!("{place}t"),
            Self::Global(place) => format!("{place}g"),
        }
    }

    fn of(import: &Import) -> Option<Self> {
        match import.kind {
            ImportKind::Function(id) => Some(Self::Function(id.index())),
            ImportKind::Memory(id) => Some(Self::Memory(id.index())),
            ImportKind::Table(id) => Some(Self::Table(id.index())),
            ImportKind::Global(id) => Some(Self::Global(id.index())),
            ImportKind::Tag(_) => None,
        }
    }

    /// What stands at its place in a module.
    fn at(self, module: &Module) -> Option<ExportItem> {
        match self {
            Self::Function(place) => {
                module.funcs.iter().map(Function::id).find(|id| id.index() == place).map(ExportItem::Function)
            }
            Self::Memory(place) => {
                module.memories.iter().map(Memory::id).find(|id| id.index() == place).map(ExportItem::Memory)
            }
            Self::Table(place) => {
                module.tables.iter().map(Table::id).find(|id| id.index() == place).map(ExportItem::Table)
            }
            Self::Global(place) => {
                module.globals.iter().map(Global::id).find(|id| id.index() == place).map(ExportItem::Global)
            }
        }
    }
}

/// What the optimiser has to leave apart.
pub(crate) fn apart() -> impl Iterator<Item = String> {
    PARTS.iter().flat_map(|part| part.entries).map(|entry| format!("--no-inline=*{entry}::h*"))
}

/// Leaves in a module what the first question needs, and writes the rest into others beside it; gives the files.
pub(crate) fn split(module: &Path) -> Result<Vec<PathBuf>> {
    let mut first = read(module)?;
    let places = places(&first)?;
    let mut asked = ask_for_others(&mut first, 0, &places);
    let mut files = vec![module.to_owned()];
    // From the last to the first: a part lends what those before have asked of it, and asks only for what comes before it.
    for (index, part) in PARTS.iter().enumerate().rev() {
        let mut behind = read(module)?;
        enter_by(&mut behind, &of_part(&asked, index + 1, &places));
        borrow(&mut behind);
        asked.extend(ask_for_others(&mut behind, index + 1, &places));
        files.push(module.with_file_name(part.file));
        write(&mut behind, &module.with_file_name(part.file))?;
    }
    lend(&mut first, &of_part(&asked, 0, &places));
    write(&mut first, module)?;
    Ok(files)
}

fn read(module: &Path) -> Result<Module> {
    Module::from_file(module).with_context(|| format!("cannot read {}", module.display()))
}

fn write(module: &mut Module, file: &Path) -> Result<()> {
    module.emit_wasm_file(file).with_context(|| format!("cannot write {}", file.display()))
}

/// In which file each function is, by its place in the module: the first that leads to it. 0 is the module's own.
type Places = BTreeMap<usize, usize>;

fn places(module: &Module) -> Result<Places> {
    let entries = PARTS.iter().map(|part| entries(module, part)).collect::<Result<Vec<_>>>()?;
    let theirs = named(module, |name| FILES.iter().any(|file| name.contains(file)));
    let (later, own): (Vec<_>, Vec<_>) = roots(module).into_iter().partition(|root| theirs.contains(root));
    let mut begun = vec![own];
    begun.extend(entries.iter().map(|entries| entries.iter().copied().collect()));
    if let Some(last) = begun.last_mut() {
        last.extend(later);
    }
    let mut places = Places::new();
    for (part, mut next) in begun.into_iter().enumerate() {
        let others: BTreeSet<_> = entries.iter().skip(part).flatten().collect();
        while let Some(function) = next.pop() {
            if !others.contains(&function) && !places.contains_key(&function.index()) {
                places.insert(function.index(), part);
                next.extend(called(module, function));
            }
        }
    }
    Ok(places)
}

fn entries(module: &Module, part: &Part) -> Result<BTreeSet<FunctionId>> {
    let found = named(module, |name| part.entries.iter().any(|entry| name.contains(&format!("{entry}::h"))));
    ensure!(found.len() == part.entries.len(), "of {:?} the module has {}", part.entries, found.len());
    Ok(found)
}

fn named(module: &Module, is_meant: impl Fn(&str) -> bool) -> BTreeSet<FunctionId> {
    let meant = module.funcs.iter().filter(|function| function.name.as_deref().is_some_and(&is_meant));
    meant.map(Function::id).collect()
}

/// What is called from outside, and by its place in a table.
fn roots(module: &Module) -> Vec<FunctionId> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function),
        _ => None,
    });
    let placed = module.elements.iter().flat_map(|element| match &element.items {
        ElementItems::Functions(functions) => functions.clone(),
        ElementItems::Expressions(..) => Vec::new(),
    });
    exported.chain(placed).chain(module.start).collect()
}

struct Called(Vec<FunctionId>);

impl Visitor<'_> for Called {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

fn called(module: &Module, function: FunctionId) -> Vec<FunctionId> {
    let mut called = Called(Vec::new());
    if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
        dfs_in_order(&mut called, local, local.entry_block());
    }
    called.0
}

/// Asks the other files for functions instead of holding them; tells what is still asked for.
fn ask_for_others(module: &mut Module, part: usize, places: &Places) -> BTreeSet<Asked> {
    let local: Vec<_> = module.funcs.iter_local().map(|(function, _)| function).collect();
    for function in local {
        let place = places.get(&function.index()).copied().unwrap_or(part);
        if place != part {
            let (ty, whom) = (module.funcs.get(function).ty(), if place == 0 { FIRST } else { BEHIND });
            let import = module.imports.add(whom, &Asked::Function(function.index()).name(), function);
            module.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    walrus::passes::gc::run(module);
    let is_ours = |import: &&Import| [FIRST, BEHIND].contains(&&*import.module);
    module.imports.iter().filter(is_ours).filter_map(Asked::of).collect()
}

/// What is asked of one file: memory, table and globals are the first one's.
fn of_part(asked: &BTreeSet<Asked>, part: usize, places: &Places) -> Vec<Asked> {
    let place = |asked: &Asked| match asked {
        Asked::Function(function) => places.get(function).copied(),
        _ => Some(0),
    };
    asked.iter().filter(|asked| place(asked) == Some(part)).copied().collect()
}

/// Nothing is known from outside but what the other module asks for.
fn enter_by(module: &mut Module, entries: &[Asked]) {
    let exports: Vec<_> = module.exports.iter().map(Export::id).collect();
    for export in exports {
        module.exports.delete(export);
    }
    module.start = None;
    lend(module, entries);
}

/// What both work on is the other module's, with all that stands in it from the beginning.
fn borrow(module: &mut Module) {
    let Module { memories, tables, globals, imports, data, elements, .. } = module;
    for memory in memories.iter_mut() {
        memory.data_segments.clear();
        memory.import = Some(imports.add(FIRST, &Asked::Memory(memory.id().index()).name(), memory.id()));
    }
    for table in tables.iter_mut() {
        table.elem_segments.clear();
        table.import = Some(imports.add(FIRST, &Asked::Table(table.id().index()).name(), table.id()));
    }
    for global in globals.iter().map(Global::id).collect::<Vec<_>>() {
        let import = imports.add(FIRST, &Asked::Global(global.index()).name(), global);
        globals.get_mut(global).kind = GlobalKind::Import(import);
    }
    for filling in data.iter().map(Data::id).collect::<Vec<_>>() {
        data.delete(filling);
    }
    for filling in elements.iter().map(Element::id).collect::<Vec<_>>() {
        elements.delete(filling);
    }
}

/// Makes known what the other module asks for.
fn lend(module: &mut Module, asked: &[Asked]) {
    for asked in asked {
        if let Some(item) = asked.at(module) {
            module.exports.add(&asked.name(), item);
        }
    }
}
