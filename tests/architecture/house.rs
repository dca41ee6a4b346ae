//! The sources as a house: every file, the names it takes from others, and the file that each name is defined in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use syn::visit::{self, Visit};
use syn::{Attribute, Item, Type, UseTree};

/// The program's own sources, read once: the parser is slow when it is not optimised.
pub static HOUSE: LazyLock<House> = LazyLock::new(House::of_src);

/// A module by its names from the crate's root on; the root is empty.
pub type Module = Vec<String>;

/// An item by its kind and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub kind: ItemKind,
    pub name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// A struct or an enum.
    Type,
    /// What a type can do; the name is the type's.
    Impl,
    Other,
}

/// One file of `src`.
pub struct Source {
    /// From `src` on: `book/plan/mod.rs`.
    pub path: String,
    pub text: String,
    /// Its items but modules and what `use` brings in, without those that only tests see.
    pub items: Vec<Named>,
    /// How many fields each tuple has that stands as a type.
    pub tuples: Vec<usize>,
    /// Whether only tests see it.
    pub is_test: bool,
    /// The names that `use` brings in, each with what it stands for.
    bindings: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// Every path that stands in its code, as written; `use` lines whole.
    paths: BTreeSet<Vec<String>>,
    children: Vec<String>,
}

impl Source {
    /// The folder right under `src`, or the file.
    pub fn room(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }

    /// The lines before the tests, numbered.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.text.find("#[cfg(test)]\nmod ").unwrap_or(self.text.len());
        (1..).zip(self.text.get(..end).unwrap_or_default().lines())
    }
}

pub struct House {
    pub sources: BTreeMap<Module, Source>,
}

impl House {
    fn of_src() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut texts = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for item in fs::read_dir(folder).unwrap() {
                let path = item.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|it| it == "rs") {
                    let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
                    texts.push((name.replace('\\', "/"), fs::read_to_string(&path).unwrap()));
                }
            }
        }
        assert!(100 < texts.len(), "the sources were not found");
        Self::of(texts)
    }

    /// Of files by their paths from `src` on.
    pub fn of(texts: Vec<(String, String)>) -> Self {
        let mut sources = BTreeMap::new();
        let mut test_modules = Vec::new();
        for (path, text) in texts {
            let module = module_of(&path);
            let source = read(path, text, &module, &mut test_modules);
            sources.insert(module, source);
        }
        for (module, source) in &mut sources {
            source.is_test = source.path.ends_with("tests.rs")
                || test_modules.iter().any(|it| module.starts_with(it));
        }
        Self { sources }
    }

    /// Every name that a file takes from elsewhere in the crate, from the root on, before re-exports are followed.
    pub fn mentions<'a>(
        &'a self,
        module: &'a Module,
        source: &'a Source,
    ) -> impl Iterator<Item = Vec<String>> + 'a {
        source.paths.iter().filter_map(|it| self.absolute(module, source, it))
    }

    /// The names of other crates that a file uses.
    pub fn libraries<'a>(
        &'a self,
        module: &'a Module,
        source: &'a Source,
    ) -> impl Iterator<Item = &'a str> + 'a {
        let foreign = |path: &&Vec<String>| self.absolute(module, source, path).is_none();
        source.paths.iter().filter(foreign).filter_map(|it| Some(it.first()?.as_str()))
    }

    /// The files that a file stands on: its modules, and the files in which the names it takes are defined.
    pub fn arrows(&self, module: &Module, source: &Source) -> BTreeSet<Module> {
        let mut arrows = BTreeSet::new();
        for child in &source.children {
            let child = [module.clone(), vec![child.clone()]].concat();
            arrows.extend(self.sources.contains_key(&child).then_some(child));
        }
        for path in self.mentions(module, source) {
            arrows.extend(self.defined_in(&path, 0).filter(|it| it != module));
        }
        arrows
    }

    /// From the root on; `None` for what is not of this crate.
    fn absolute(&self, module: &Module, source: &Source, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let mut base = match first.as_str() {
            "crate" => Vec::new(),
            "self" => module.clone(),
            "super" => module.split_last()?.1.to_vec(),
            name => {
                let child = [module.clone(), vec![name.to_owned()]].concat();
                if self.sources.contains_key(&child) {
                    child
                } else {
                    let bound = source.bindings.get(name).filter(|it| it.as_slice() != path)?;
                    self.absolute(module, source, bound)?
                }
            }
        };
        for name in rest {
            if name == "super" {
                base.pop();
            } else {
                base.push(name.clone());
            }
        }
        Some(base)
    }

    /// The file that defines a name; `None` where the path names a module itself.
    fn defined_in(&self, path: &[String], depth: usize) -> Option<Module> {
        let known = |n: &usize| path.get(..*n).is_some_and(|it| self.sources.contains_key(it));
        let n = (0..=path.len()).rev().find(known)?;
        let (module, rest) = path.split_at(n);
        let (name, rest) = rest.split_first()?;
        let source = self.sources.get(module)?;
        if name == "*" || 8 < depth {
            return Some(module.to_vec());
        }
        let follow = |to: &[String]| {
            let to = self.absolute(&module.to_vec(), source, to)?;
            Some([to, rest.to_vec()].concat())
        };
        if let Some(path) = source.bindings.get(name).and_then(|it| follow(it)) {
            return self.defined_in(&path, depth + 1);
        }
        for glob in &source.globs {
            let inside = self.absolute(&module.to_vec(), source, glob);
            let inside = inside.and_then(|it| self.sources.get(&it).map(|source| (it, source)));
            if let Some((inside, _)) = inside.filter(|(_, it)| defines(&it.items, name)) {
                return Some(inside);
            }
        }
        Some(module.to_vec())
    }
}

fn module_of(path: &str) -> Module {
    let mut module: Module = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|it| it == "mod" || it == "lib") {
        module.pop();
    }
    module
}

fn read(path: String, text: String, module: &Module, tests: &mut Vec<Module>) -> Source {
    let file = syn::parse_file(&text).unwrap();
    let (test_items, items): (Vec<_>, Vec<_>) = file.items.into_iter().partition(is_for_tests);
    for item in test_items {
        if let Item::Mod(item) = item {
            tests.push([module.clone(), vec![item.ident.to_string()]].concat());
        }
    }
    let mut taken = Taken::default();
    let mut children = Vec::new();
    for item in &items {
        taken.visit_item(item);
        if let Item::Mod(item) = item {
            children.push(item.ident.to_string());
        }
    }
    let Taken { bindings, globs, paths, tuples } = taken;
    let items = items.iter().filter_map(named).collect();
    Source { path, text, items, tuples, is_test: false, bindings, globs, paths, children }
}

fn named(item: &Item) -> Option<Named> {
    let other = |name: &syn::Ident| (ItemKind::Other, name.to_string());
    let (kind, name) = match item {
        Item::Mod(_) | Item::Use(_) => return None,
        Item::Struct(it) => (ItemKind::Type, it.ident.to_string()),
        Item::Enum(it) => (ItemKind::Type, it.ident.to_string()),
        Item::Impl(it) => {
            let Type::Path(path) = &*it.self_ty else { return None };
            (ItemKind::Impl, path.path.segments.last()?.ident.to_string())
        }
        Item::Trait(it) => other(&it.ident),
        Item::Fn(it) => other(&it.sig.ident),
        Item::Const(it) => other(&it.ident),
        Item::Static(it) => other(&it.ident),
        Item::Type(it) => other(&it.ident),
        _ => (ItemKind::Other, "a macro".to_owned()),
    };
    Some(Named { kind, name })
}

/// Whether `#[cfg(test)]` stands above an item.
fn is_for_tests(item: &Item) -> bool {
    let attributes: &[Attribute] = match item {
        Item::Mod(it) => &it.attrs,
        Item::Fn(it) => &it.attrs,
        Item::Use(it) => &it.attrs,
        Item::Impl(it) => &it.attrs,
        Item::Struct(it) => &it.attrs,
        Item::Const(it) => &it.attrs,
        _ => &[],
    };
    attributes.iter().any(is_test_attribute)
}

fn is_test_attribute(attribute: &Attribute) -> bool {
    let inside = |it: &syn::MetaList| it.tokens.to_string() == "test";
    attribute.path().is_ident("cfg") && attribute.meta.require_list().is_ok_and(inside)
}

fn defines(items: &[Named], name: &str) -> bool {
    items.iter().any(|it| it.kind != ItemKind::Impl && it.name == name)
}

/// What a file takes from elsewhere.
#[derive(Default)]
struct Taken {
    bindings: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    paths: BTreeSet<Vec<String>>,
    tuples: Vec<usize>,
}

impl Taken {
    fn tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before.to_vec(), vec![name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.tree(&with(&path.ident), &path.tree),
            UseTree::Name(name) if name.ident == "self" => self.bind(before.last(), before),
            UseTree::Name(name) => self.bind(Some(&name.ident.to_string()), &with(&name.ident)),
            UseTree::Rename(name) => self.bind(Some(&name.rename.to_string()), &with(&name.ident)),
            UseTree::Glob(_) => {
                self.globs.push(before.to_vec());
                self.paths.insert([before.to_vec(), vec!["*".to_owned()]].concat());
            }
            UseTree::Group(group) => group.items.iter().for_each(|it| self.tree(before, it)),
        }
    }

    fn bind(&mut self, name: Option<&String>, path: &[String]) {
        self.bindings.extend(name.map(|it| (it.clone(), path.to_vec())));
        self.paths.insert(path.to_vec());
    }

    /// Paths inside a macro's call, which is only words to the parser.
    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        use proc_macro2::TokenTree as T;
        let (mut path, mut colons) = (Vec::new(), 0);
        for token in tokens {
            match token {
                T::Ident(name) => {
                    if colons != 2 {
                        self.paths.insert(std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                T::Punct(it) if it.as_char() == ':' => colons += 1,
                T::Group(group) => self.tokens(group.stream()),
                T::Punct(_) | T::Literal(_) => colons = 0,
            }
        }
        self.paths.insert(path);
    }
}

impl<'ast> Visit<'ast> for Taken {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.insert(path.segments.iter().map(|it| it.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_type_tuple(&mut self, item: &'ast syn::TypeTuple) {
        self.tuples.push(item.elems.len());
        visit::visit_type_tuple(self, item);
    }

    fn visit_fields_unnamed(&mut self, item: &'ast syn::FieldsUnnamed) {
        self.tuples.push(item.unnamed.len());
        visit::visit_fields_unnamed(self, item);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        self.tokens(item.tokens.clone());
        visit::visit_macro(self, item);
    }

    fn visit_meta_list(&mut self, list: &'ast syn::MetaList) {
        self.tokens(list.tokens.clone());
        visit::visit_meta_list(self, list);
    }
}
