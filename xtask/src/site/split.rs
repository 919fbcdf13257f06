//! One module in two files: what the first question needs, and what is written once there are answers, which comes right behind it.
//!
//! Both work on one memory: the second file asks the first for all that it does not hold, and the first calls the second through the
//! element's script. It must not know what the functions do.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::path::Path;
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{
    Data, Element, ElementItems, Export, ExportItem, Function, FunctionId, FunctionKind, Global, GlobalKind, Import,
    ImportKind, ImportedFunction, Memory, Module, Table,
};

/// The functions through which alone the second file is entered, and with each all that nothing else calls.
const ENTRIES: &[&str] = &[
    "view::answer::write_answer",
    "view::appeal::appeal",
    "view::appeal::complaint",
    "view::consent::consent_form",
    "view::sheets::owner_sheet",
    "view::sheets::visit_sheet",
];

/// Files of the view that are entered so only: what is called by its place in a table is of the second file, too, if it is theirs.
const FILES: &[&str] = &["view::appeal::", "view::consent::", "view::sheets::"];

/// Where the first file asks for functions of the second (`precheck.js` says what that gives), and the second for what is in the first.
const SECOND: &str = "b";
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
    ENTRIES.iter().map(|entry| format!("--no-inline=*{entry}::h*"))
}

/// Leaves in a module what the first question needs, and writes the rest into another.
pub(crate) fn split(module: &Path, second: &Path) -> Result<()> {
    let (mut before, mut behind) = (read(module)?, read(module)?);
    let moved = moved(&before)?;
    let entries = ask_for(&mut before, SECOND, &|function| moved.contains(&function.index()));
    enter_by(&mut behind, &entries);
    borrow(&mut behind);
    let asked = ask_for(&mut behind, FIRST, &|function| !moved.contains(&function.index()));
    lend(&mut before, &asked);
    write(&mut before, module)?;
    write(&mut behind, second)
}

fn read(module: &Path) -> Result<Module> {
    Module::from_file(module).with_context(|| format!("cannot read {}", module.display()))
}

fn write(module: &mut Module, file: &Path) -> Result<()> {
    module.emit_wasm_file(file).with_context(|| format!("cannot write {}", file.display()))
}

/// The functions that only the entries lead to, by their places in the module.
fn moved(module: &Module) -> Result<BTreeSet<usize>> {
    let is_entry = |name: &str| ENTRIES.iter().any(|entry| name.contains(&format!("{entry}::h")));
    let entries = named(module, is_entry);
    ensure!(entries.len() == ENTRIES.len(), "of {ENTRIES:?} the module has {}", entries.len());
    let theirs = named(module, |name| FILES.iter().any(|file| name.contains(file)));
    let mut first = BTreeSet::new();
    let mut next: Vec<_> = roots(module).into_iter().filter(|root| !theirs.contains(root)).collect();
    while let Some(function) = next.pop() {
        if !entries.contains(&function) && first.insert(function) {
            next.extend(called(module, function));
        }
    }
    let local = module.funcs.iter_local().map(|(function, _)| function);
    Ok(local.filter(|function| !first.contains(function)).map(|function| function.index()).collect())
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

/// Asks another module for functions instead of holding them; tells which are still called, each by its place and the name it is asked
/// for by.
fn ask_for(module: &mut Module, whom: &str, is_theirs: &dyn Fn(FunctionId) -> bool) -> Vec<Asked> {
    let theirs: Vec<_> = module.funcs.iter_local().map(|(function, _)| function).filter(|id| is_theirs(*id)).collect();
    for function in theirs {
        let ty = module.funcs.get(function).ty();
        let import = module.imports.add(whom, &Asked::Function(function.index()).name(), function);
        module.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    walrus::passes::gc::run(module);
    module.imports.iter().filter(|import| import.module == whom).filter_map(Asked::of).collect()
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
